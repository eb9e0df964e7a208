//! Whom this program trusts: roots that are compiled in, or that lie in a file of the administrator (decision 0029).

use std::{fs::File, io::Read, os::unix::fs::MetadataExt, path::Path};

use seatwarden_license_file::{PublicKey, Roots, Time};

use crate::{Error, Result, error::no, folder::files::told};

/// The file of the administrator, if no other is named.
pub const ROOTS_FILE: &str = "/etc/seatwarden/license-roots";
/// The roots of the vendor who built this program, one a line; empty in a build of nobody in particular.
const COMPILED_IN: &str = match option_env!("SEATWARDEN_LICENSE_ROOTS") {
    Some(keys) => keys,
    None => "",
};
/// No release is older than this day: a clock before it stands wrong.
const BUILT_AFTER: &str = "2026-11-01T00:00:00Z";
/// The largest file, in bytes.
const FILE_MAX: u64 = 64 * 1024;
/// Whom the mode must not let write besides the owner.
const OTHERS_WRITE: u32 = 0o022;

/// Whom to believe, and since when this program exists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trust {
    /// The pinned roots.
    pub roots: Roots,
    /// When the program was built, or earlier.
    pub built_at: Time,
}

impl Trust {
    /// What this program trusts: the roots that are compiled in; else those in the file, which `path` names, or which is
    /// [`ROOTS_FILE`]. No file is no roots. Refuses a file that others than its owner may write, that belongs to another
    /// than the administrator or whoever runs this program, or that holds something else than keys.
    pub fn of_this_program(path: Option<&Path>) -> Result<Self> {
        let built_at = Time::parse(BUILT_AFTER).unwrap_or_default();
        let roots = if COMPILED_IN.trim().is_empty() {
            read(path.unwrap_or(Path::new(ROOTS_FILE)), path.is_some())?
        } else {
            parse(COMPILED_IN, "")?
        };
        Ok(Self { roots, built_at })
    }

    /// Whether there is anybody to trust.
    pub fn is_empty(&self) -> bool {
        self.roots.all().next().is_none()
    }
}

fn read(path: &Path, must_be_there: bool) -> Result<Roots> {
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound && !must_be_there => {
            return Ok(Roots::default());
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Err(no("activate.no_roots_file").with("path", path.display()).into());
        }
        Err(error) => return Err(told(path, &error)),
    };
    let about = file.metadata().map_err(|error| told(path, &error))?;
    let us = rustix::process::geteuid().as_raw();
    if about.mode() & OTHERS_WRITE != 0 || !(about.uid() == 0 || about.uid() == us) {
        return Err(no("activate.roots_open").with("path", path.display()).into());
    }
    let mut text = String::new();
    file.take(FILE_MAX).read_to_string(&mut text).map_err(|error| told(path, &error))?;
    parse(&text, &path.display().to_string())
}

/// Keys in base64url, one a line; what follows a `#` is for people.
fn parse(text: &str, path: &str) -> Result<Roots> {
    let keys = text
        .lines()
        .flat_map(|line| line.split('#').next().unwrap_or_default().split([',', ' ', '\t']))
        .map(str::trim)
        .filter(|key| !key.is_empty())
        .map(PublicKey::parse)
        .collect::<Result<Vec<_>, _>>();
    let roots = keys.and_then(|keys| Roots::new(&keys));
    roots.map_err(|refused| -> Error {
        no("activate.roots_broken").with("path", path).with("why", refused.code()).into()
    })
}

#[cfg(test)]
mod tests {
    use std::{fs, os::unix::fs::PermissionsExt};

    use seatwarden_license_file::PrivateKey;

    use super::*;

    fn file(text: &str, mode: u32) -> (tempfile::TempDir, std::path::PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("license-roots");
        fs::write(&path, text).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
        (folder, path)
    }

    #[test]
    fn roots_are_read_from_a_file_that_nobody_else_writes() {
        let key = PrivateKey::from_seed(&[7; 32]).public();
        let (_folder, path) = file(&format!("# of the vendor\n{key}  # current\n\n"), 0o644);

        let trust = Trust::of_this_program(Some(&path)).unwrap();

        assert_eq!(trust.roots, Roots::new(&[key]).unwrap());
    }

    #[test]
    fn a_file_that_others_write_or_that_holds_no_keys_is_refused() {
        let key = PrivateKey::from_seed(&[7; 32]).public().to_string();
        for (text, mode, code) in [
            (key.as_str(), 0o664, "activate.roots_open"),
            (key.as_str(), 0o646, "activate.roots_open"),
            ("not a key", 0o644, "activate.roots_broken"),
        ] {
            let (_folder, path) = file(text, mode);
            assert_eq!(Trust::of_this_program(Some(&path)).unwrap_err().code(), code);
        }
    }

    #[test]
    fn a_file_that_is_named_must_be_there() {
        let wrong = Trust::of_this_program(Some(Path::new("/nowhere/roots"))).unwrap_err();

        assert_eq!(wrong.code(), "activate.no_roots_file");
    }
}
