//! Files that only the server's own user can read.

use std::{
    fs::{self, DirBuilder, OpenOptions},
    io::{ErrorKind, Write},
    path::Path,
};

use seatwarden_base::{Error, Result};

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

/// Writes a file that only its owner can read; it appears whole or not at all. False if one is there.
pub(crate) fn write_private_once(path: &Path, bytes: &[u8]) -> Result<bool> {
    let partial = path.with_extension("partial");
    let _ = fs::remove_file(&partial);
    let written = private().create_new(true).open(&partial).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()?;
        // A link fails where a file is; a rename would replace it.
        let linked = fs::hard_link(&partial, path);
        fs::remove_file(&partial)?;
        linked
    });
    match written {
        Ok(()) => Ok(true),
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
