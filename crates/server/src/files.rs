//! Files that only the server's own user can read, whoever makes them: what root makes on the host belongs to whom the
//! folder around it belongs to.

use std::{
    fs::{self, File, OpenOptions, Permissions},
    io::{self, ErrorKind, Write},
    os::unix::fs::{OpenOptionsExt, PermissionsExt},
    path::Path,
};

use seatwarden_activate::owner;
use seatwarden_base::{Error, Result};
use tempfile::NamedTempFile;

/// Makes a directory, with those above it, that only its owner can enter. One that is there stays as it is.
pub(crate) fn make_private_directory(path: &Path) -> Result<()> {
    owner::make_folder(path).map_err(|cause| fault("making a directory", path, &cause))
}

/// Closes a directory to others, which somebody made who let them in.
pub(crate) fn close_directory(path: &Path) -> io::Result<()> {
    if fs::metadata(path)?.permissions().mode() & 0o777 == 0o700 {
        return Ok(());
    }
    fs::set_permissions(path, Permissions::from_mode(0o700))
}

/// Makes a new file that only its owner can read.
pub(crate) fn create_private(path: &Path) -> io::Result<File> {
    let file = private().create_new(true).open(path)?;
    owner::hand_over(&file, folder_of(path))?;
    Ok(file)
}

/// Makes an empty file that only its owner can read, unless it is there.
pub(crate) fn make_private(path: &Path) -> Result<()> {
    match create_private(path) {
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

/// Writes a file that only whoever runs this can read, even in somebody else's folder; as [`write_private_once`].
pub(crate) fn write_own_once(path: &Path, bytes: &[u8]) -> Result<bool> {
    write_once(path, bytes, |_| Ok(()))
}

/// Writes a file that only its owner can read; it appears whole or not at all. False if one is there. Several
/// processes may do this at once: one of them wins, and the others learn of it.
pub(crate) fn write_private_once(path: &Path, bytes: &[u8]) -> Result<bool> {
    write_once(path, bytes, |file| owner::hand_over(file, folder_of(path)))
}

fn write_once(path: &Path, bytes: &[u8], own: impl FnOnce(&File) -> io::Result<()>) -> Result<bool> {
    // The temporary file has a name of its own and can be read by its owner only.
    let written = NamedTempFile::new_in(folder_of(path)).and_then(|mut file| {
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        own(file.as_file())?;
        Ok(file)
    });
    match written.and_then(|file| file.persist_noclobber(path).map_err(|refused| refused.error)) {
        Ok(_) => Ok(true),
        Err(cause) if cause.kind() == ErrorKind::AlreadyExists => Ok(false),
        Err(cause) => Err(fault("writing a file", path, &cause)),
    }
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true).mode(0o600);
    options
}

fn fault(doing: &'static str, path: &Path, cause: &io::Error) -> Error {
    Error::fault(doing, format!("{}: {cause}", path.display()))
}

#[cfg(test)]
mod tests {
    use std::{
        fs,
        os::unix::fs::{MetadataExt, chown},
        thread,
    };

    use super::*;

    #[test]
    fn what_root_makes_belongs_to_whom_the_folder_belongs_to_and_nobody_else_reads_it() {
        let directory = tempfile::tempdir().unwrap();
        // Only root can give a folder away; everybody else makes what is theirs.
        let _ = chown(directory.path(), Some(65_534), Some(65_534));
        let ours = fs::metadata(directory.path()).unwrap().uid();
        let inner = directory.path().join("secrets/signers");

        make_private_directory(&inner).unwrap();
        make_private(&inner.join("database")).unwrap();
        assert!(write_private_once(&inner.join("key"), b"secret").unwrap());

        let made =
            [directory.path().join("secrets"), inner.clone(), inner.join("database"), inner.join("key")];
        for path in made {
            let found = fs::metadata(&path).unwrap();
            assert_eq!((found.uid(), found.mode() & 0o077), (ours, 0), "{}", path.display());
        }
        let us = NamedTempFile::new().unwrap().as_file().metadata().unwrap().uid();
        assert!(write_own_once(&inner.join("root"), b"secret").unwrap());
        assert_eq!(fs::metadata(inner.join("root")).unwrap().uid(), us, "a root's key is nobody else's");
    }

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
