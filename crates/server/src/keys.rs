//! The server's own secrets: what signs tokens, guards forms and peppers password hashes. They live in
//! files outside the database, so that a stolen database alone opens nothing.

use std::{fs, io::ErrorKind, path::Path};

use data_encoding::HEXLOWER;
use ring::hmac;
use seatwarden_base::{Error, Result, random::Random};
use zeroize::Zeroizing;

use crate::files;

/// Keys for one use, by id; the last is the newest and signs, all of them verify.
pub struct KeyRing(Vec<(String, Zeroizing<Vec<u8>>)>);

impl KeyRing {
    /// Reads lines of `<id> <64 or more hex digits>`.
    fn read(text: &str) -> Result<Self> {
        let mut keys = Vec::new();
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let (id, hex) = line.split_once(' ').unwrap_or_default();
            let key = HEXLOWER
                .decode(hex.trim().as_bytes())
                .map_err(|cause| Error::fault("reading a key file", cause))?;
            if key.len() < 32 || id.is_empty() || id.len() > 32 {
                return Err(Error::fault("reading a key file", "a key needs an id and at least 256 bits"));
            }
            keys.push((id.to_owned(), Zeroizing::new(key)));
        }
        if keys.is_empty() {
            return Err(Error::fault("reading a key file", "there is no key in it"));
        }
        Ok(Self(keys))
    }

    /// The key with this id.
    pub fn with_id(&self, id: &str) -> Option<&[u8]> {
        self.0.iter().find(|(known, _)| known == id).map(|(_, key)| key.as_slice())
    }

    /// Id of the key that signs.
    pub fn newest_id(&self) -> &str {
        self.0.last().map_or("", |(id, _)| id)
    }

    /// All keys, the newest last.
    pub fn all(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.0.iter().map(|(id, key)| (id.as_str(), key.as_slice()))
    }
}

/// All keys of the server.
pub struct Keys {
    /// Peppers of password hashes.
    pub peppers: KeyRing,
    /// Keys that sign API tokens.
    pub tokens: KeyRing,
    /// Keys that guard forms and recognise devices.
    forms: hmac::Key,
}

impl Keys {
    /// Reads the keys from `directory`, making those that are not there yet. Files are readable by their
    /// owner only. Nodes that share a database must share this directory.
    pub fn open(directory: &Path, random: &Random) -> Result<Self> {
        files::make_private_directory(directory)?;
        let forms = open_ring(&directory.join("forms.key"), random)?;
        let newest = forms.with_id(forms.newest_id()).unwrap_or_default();
        Ok(Self {
            peppers: open_ring(&directory.join("peppers.key"), random)?,
            tokens: open_ring(&directory.join("tokens.key"), random)?,
            forms: hmac::Key::new(hmac::HMAC_SHA256, newest),
        })
    }

    /// A tag that only this server can make: HMAC-SHA-256 over `what` and `of`, in base64url.
    pub fn tag(&self, what: &str, of: &[u8]) -> String {
        let mut context = hmac::Context::with_key(&self.forms);
        context.update(what.as_bytes());
        context.update(&[0]);
        context.update(of);
        data_encoding::BASE64URL_NOPAD.encode(context.sign().as_ref())
    }
}

fn open_ring(path: &Path, random: &Random) -> Result<KeyRing> {
    match fs::read_to_string(path) {
        Ok(text) => KeyRing::read(&Zeroizing::new(text)),
        Err(cause) if cause.kind() == ErrorKind::NotFound => {
            let id = HEXLOWER.encode(&random.bytes::<4>()?);
            let line = Zeroizing::new(format!("{id} {}\n", HEXLOWER.encode(&random.bytes::<32>()?)));
            if files::write_private_once(path, line.as_bytes())? {
                return KeyRing::read(&line);
            }
            // Another node was faster; its key is the one.
            let text = fs::read_to_string(path).map_err(|cause| Error::fault("reading a key file", cause))?;
            KeyRing::read(&Zeroizing::new(text))
        }
        Err(cause) => Err(Error::fault("reading a key file", cause)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_survive_a_restart_and_are_private() {
        let directory = tempfile::tempdir().unwrap();
        let first = Keys::open(directory.path(), &Random::system()).unwrap();

        let second = Keys::open(directory.path(), &Random::system()).unwrap();

        assert_eq!(first.tag("x", b"y"), second.tag("x", b"y"));
        assert_eq!(first.tokens.newest_id(), second.tokens.newest_id());
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = fs::metadata(directory.path().join("tokens.key")).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
    }

    #[test]
    fn a_short_key_is_refused() {
        assert!(KeyRing::read("a 00ff").is_err());
        assert!(KeyRing::read("").is_err());
    }
}
