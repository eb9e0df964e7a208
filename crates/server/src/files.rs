//! Files that only the server's own user can read.

use std::{
    fs::{DirBuilder, OpenOptions},
    io::{ErrorKind, Write},
    path::Path,
};

use seatwarden_base::{Error, Result};
use tempfile::NamedTempFile;

/// Makes a directory, with those above it, that only its owner can enter. One that is there stays as it is.
pub(crate) fn make_private_directory(path: &Path) -> Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path).map_err(|cause| fault("making a directory", path, &cause))
}

/// Makes an empty file that only its owner can read, unless it is there.
pub(crate) fn make_private(path: &Path) -> Result<()> {
    match private().create_new(true).open(path) {
        Err(cause) if cause.kind() != ErrorKind::AlreadyExists => Err(fault("making a file", path, &cause)),
        _ => Ok(()),
    }
}

/// Writes a file that only its owner can read, in place of the one that was there.
pub(crate) fn write_private(path: &Path, bytes: &[u8]) -> Result<()> {
    private()
        .create(true)
        .truncate(true)
        .open(path)
        .and_then(|mut file| file.write_all(bytes))
        .map_err(|cause| fault("writing a file", path, &cause))
}

/// Writes a file that only its owner can read; it appears whole or not at all. False if one is there. Several
/// processes may do this at once: one of them wins, and the others learn of it.
pub(crate) fn write_private_once(path: &Path, bytes: &[u8]) -> Result<bool> {
    let directory = path.parent().unwrap_or(Path::new("."));
    // The temporary file has a name of its own and can be read by its owner only.
    let written = NamedTempFile::new_in(directory).and_then(|mut file| {
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        Ok(file)
    });
    match written.and_then(|file| file.persist_noclobber(path).map_err(|refused| refused.error)) {
        Ok(_) => Ok(true),
        Err(cause) if cause.kind() == ErrorKind::AlreadyExists => Ok(false),
        Err(cause) => Err(fault("writing a file", path, &cause)),
    }
}

fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

fn fault(doing: &'static str, path: &Path, cause: &std::io::Error) -> Error {
    Error::fault(doing, format!("{}: {cause}", path.display()))
}

#[cfg(test)]
mod tests {
    use std::{fs, thread};

    use super::*;

    #[test]
    fn of_many_who_write_at_once_one_wins_and_the_file_is_whole() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("key");
        let text = |number: usize| format!("{number} ").repeat(10_000);

        let wins: Vec<bool> = thread::scope(|scope| {
            let write = |number| {
                let path = &path;
                scope.spawn(move || write_private_once(path, text(number).as_bytes()).unwrap())
            };
            (0..8).map(write).collect::<Vec<_>>().into_iter().map(|run| run.join().unwrap()).collect()
        });

        let winner = wins.iter().position(|won| *won).unwrap();
        assert_eq!(wins.iter().filter(|won| **won).count(), 1);
        assert_eq!(fs::read_to_string(&path).unwrap(), text(winner));
        assert_eq!(fs::read_dir(directory.path()).unwrap().count(), 1, "nothing else is left behind");
    }
}
