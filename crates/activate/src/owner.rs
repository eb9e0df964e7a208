//! To whom files and folders belong that a command makes: what root makes in somebody's folder is theirs, because the
//! server that runs as them has to read it.

use std::{
    fs::{self, DirBuilder, File},
    io,
    os::unix::fs::{DirBuilderExt, MetadataExt, fchown},
    path::Path,
};

use rustix::fs::{Mode, OFlags};

/// Whom a folder belongs to, if root asks; everybody else makes what is theirs.
fn around(folder: &Path) -> Option<(u32, u32)> {
    if !rustix::process::geteuid().is_root() {
        return None;
    }
    // A folder that is named without one around it stands in the current one.
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    fs::metadata(folder).ok().map(|found| (found.uid(), found.gid()))
}

/// Gives a file that root made to whom its folder belongs. A file with another name elsewhere stays whose it is: whoever
/// owns the folder could have put somebody else's file there.
pub fn hand_over(file: &File, folder: &Path) -> io::Result<()> {
    match around(folder) {
        Some((user, group)) if file.metadata()?.nlink() <= 1 => fchown(file, Some(user), Some(group)),
        _ => Ok(()),
    }
}

/// Makes a folder, with those above it, that only its owner enters: whom the folder around belongs to. One that is there
/// stays as it is.
pub fn make_folder(path: &Path) -> io::Result<()> {
    if path.as_os_str().is_empty() || path.is_dir() {
        return Ok(());
    }
    let parent = path.parent().unwrap_or(Path::new(""));
    make_folder(parent)?;
    match DirBuilder::new().mode(0o700).create(path) {
        // Several processes may do this at once.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && path.is_dir() => return Ok(()),
        made => made?,
    }
    let Some((user, group)) = around(parent) else { return Ok(()) };
    // Whoever owns the folder around may put a link in its place at any time.
    let made = rustix::fs::open(path, OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::RDONLY, Mode::empty())?;
    fchown(made, Some(user), Some(group))
}
