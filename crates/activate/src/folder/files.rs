//! Files that are whole or not there: read up to a limit, written beside and moved into place.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Read, Write},
    os::unix::fs::{OpenOptionsExt, PermissionsExt},
    path::Path,
};

use crate::{Error, Result, error::no, owner};

/// Only the owner reads and writes.
const OWNER_ONLY: u32 = 0o600;
/// A link is not followed to somebody else's file.
const NO_LINK: i32 = rustix::fs::OFlags::NOFOLLOW.bits().cast_signed();
/// Whom the mode of a file lets in besides its owner.
const OTHERS: u32 = 0o077;

/// What the system says, without the words around that differ between systems.
pub(crate) fn told(path: &Path, error: &io::Error) -> Error {
    let code = match error.kind() {
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => "activate.folder_denied",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "activate.disk_full",
        _ => "activate.folder_broken",
    };
    no(code).with("path", path.display()).with("why", error).into()
}

/// Makes a folder that only its owner enters.
pub(super) fn make_folder(path: &Path) -> Result<()> {
    owner::make_folder(path).map_err(|error| told(path, &error))
}

/// The text of a file of at most `max` bytes; none if there is no such file.
pub(super) fn read(path: &Path, max: u64) -> Result<Option<String>> {
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(told(path, &error)),
    };
    let mut bytes = Vec::new();
    file.take(max.saturating_add(1)).read_to_end(&mut bytes).map_err(|error| told(path, &error))?;
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > max {
        return Err(no("activate.file_large").with("path", path.display()).with("maximum", max).into());
    }
    // What is no text is damaged; whoever reads it says so.
    Ok(Some(String::from_utf8_lossy(&bytes).into_owned()))
}

/// Whether others than the owner may read a file; false if there is none.
pub(crate) fn is_open_to_others(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|found| found.permissions().mode() & OTHERS != 0)
}

/// Writes a file so that after a power cut the old or the new one is there, and nothing between.
pub(super) fn write(folder: &Path, name: &str, text: &str) -> Result<()> {
    let (path, beside) = (folder.join(name), folder.join(format!(".{name}.new")));
    let written = (|| {
        match fs::remove_file(&beside) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        let mut file = OpenOptions::new().write(true).create_new(true).mode(OWNER_ONLY).open(&beside)?;
        owner::hand_over(&file, folder)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        fs::rename(&beside, &path)?;
        File::open(folder)?.sync_all()
    })();
    written.map_err(|error| {
        // A half file would take the room that is lacking.
        let _ = fs::remove_file(&beside);
        told(&path, &error)
    })
}

/// Removes a file; one that is not there is no error.
pub(super) fn remove(folder: &Path, name: &str) -> Result<()> {
    let path = folder.join(name);
    match fs::remove_file(&path) {
        Ok(()) => {
            File::open(folder).and_then(|opened| opened.sync_all()).map_err(|error| told(&path, &error))
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(told(&path, &error)),
    }
}

/// Holds a lock until it is dropped; waits for whoever holds it.
pub(super) fn lock(folder: &Path, name: &str, is_shared: bool) -> Result<File> {
    let path = folder.join(name);
    let locked = OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(false)
        .mode(OWNER_ONLY)
        .custom_flags(NO_LINK)
        .open(&path)
        .and_then(|file| owner::hand_over(&file, folder).map(|()| file))
        .and_then(|file| if is_shared { file.lock_shared() } else { file.lock() }.map(|()| file));
    locked.map_err(|error| told(&path, &error))
}
