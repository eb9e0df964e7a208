//! What is done where the private half of a root is: without a network, and without the server.

use std::{fs, io::ErrorKind, path::Path};

use seatwarden_base::{Result, random::Random};
use seatwarden_license_file::{Kind, PrivateKey, armor, sign_statement};

use super::model::{FILE_EXISTS, UNREADABLE, Wish, bad_file, read_root_file, root_file};
use crate::files;

/// The longest file that is read, in bytes.
const FILE_MAX: u64 = 64 * 1024;

/// Makes a root: its private half goes into a new file that only its owner can read. Answers the key.
pub fn make_root(path: &Path, random: &Random) -> Result<PrivateKey> {
    let key = PrivateKey::from_seed(&random.bytes::<32>()?);
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        files::make_private_directory(folder)?;
    }
    // No server ever reads it, so it stays with who made it.
    if !files::write_own_once(path, root_file(&key).as_bytes())? {
        return Err(FILE_EXISTS.with("file", path.display()).into());
    }
    Ok(key)
}

/// Reads the private half of a root from its file.
pub fn read_root(path: &Path) -> Result<PrivateKey> {
    Ok(read_root_file(&zeroize::Zeroizing::new(read_text(path)?))?)
}

/// Reads a small file.
pub(super) fn read_text(path: &Path) -> Result<String> {
    let unreadable = |why: std::io::Error| UNREADABLE.with("file", path.display()).with("why", why);
    if fs::metadata(path).map_err(unreadable)?.len() > FILE_MAX {
        return Err(unreadable(ErrorKind::FileTooLarge.into()).into());
    }
    Ok(fs::read_to_string(path).map_err(unreadable)?)
}

/// A root says what is wished. Answers the statement in armor, with lines for people.
pub fn vouched(root: &PrivateKey, wish: &Wish) -> Result<String> {
    let compact = sign_statement(root, wish).map_err(bad_file)?;
    let signer = format!("signer {}", wish.key.kid());
    let until = format!("valid until {}", wish.valid_until);
    Ok(armor::wrap(Kind::Signer, &compact, &[&wish.issuer, &signer, &until]))
}

/// Reads a wish and says it, with the root in this file.
pub fn vouch(root: &Path, wish: &Path) -> Result<(Wish, String)> {
    let root = read_root(root)?;
    let text = read_text(wish)?;
    let wish: Wish = serde_json::from_str(&text).map_err(|_| {
        super::model::BAD_FILE.with("code", seatwarden_license_file::Refused::ContentJson.code())
    })?;
    let statement = vouched(&root, &wish)?;
    Ok((wish, statement))
}
