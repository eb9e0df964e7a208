//! The folder: one `.eml` file per mail, for a pick-up script or a person.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use lettre::Message;

use super::{Delivered, Mail, SendError, one_line};
use crate::{Error, Result};

/// A directory that mails are written to.
#[derive(Clone, Debug)]
pub(super) struct Folder {
    path: PathBuf,
}

impl Folder {
    /// Makes the directory if it is missing. A fault if that fails.
    pub(super) fn open(path: &Path) -> Result<Self> {
        make_directory(path).map_err(|error| Error::fault("making the folder for mails", error))?;
        Ok(Self { path: path.to_owned() })
    }

    /// Writes the mail so that a reader of the folder sees it whole or not at all. The file is named
    /// after the `Message-ID`: the same mail sent twice is one file.
    pub(super) async fn send(&self, mail: &Mail, message: &Message) -> Result<Delivered, SendError> {
        let name = file_name(&mail.message_id);
        let (path, written) = (self.path.clone(), message.formatted());
        let answer = format!("written as {name}");
        tokio::task::spawn_blocking(move || write(&path, &name, &written))
            .await
            .map_err(|error| SendError::Temporary(one_line(&error.to_string())))?
            .map_err(|error| SendError::Temporary(one_line(&error.to_string())))?;
        Ok(Delivered { answer })
    }
}

fn file_name(message_id: &str) -> String {
    let safe = |c: char| if c.is_ascii_alphanumeric() || c == '-' { c } else { '_' };
    let stem: String = message_id.trim_matches(['<', '>']).chars().take(100).map(safe).collect();
    format!("{stem}.eml")
}

fn write(folder: &Path, name: &str, written: &[u8]) -> io::Result<()> {
    let waiting = folder.join(format!(".{name}.part"));
    let mut file = private_file(&waiting)?;
    file.write_all(written)?;
    file.sync_all()?;
    fs::rename(&waiting, folder.join(name))?;
    // The new name is safe only when the directory is.
    File::open(folder)?.sync_all()
}

/// Mails carry one-time links: nobody but the server's own user may read them.
#[cfg(unix)]
fn private_file(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt as _;
    OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(path)
}

#[cfg(not(unix))]
fn private_file(path: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).create(true).truncate(true).open(path)
}

#[cfg(unix)]
fn make_directory(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt as _;
    fs::DirBuilder::new().recursive(true).mode(0o700).create(path)
}

#[cfg(not(unix))]
fn make_directory(path: &Path) -> io::Result<()> {
    fs::DirBuilder::new().recursive(true).create(path)
}
