//! The server's own secrets: what signs tokens, guards forms and peppers password hashes. They live in
//! files outside the database, so that a stolen database alone opens nothing.

use std::{fs, io::ErrorKind, path::Path, sync::Arc};

use data_encoding::HEXLOWER;
use ring::{
    aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey},
    hmac,
};
use seatwarden_base::{Error, Result, random::Random, secret::Secret};
use zeroize::Zeroizing;

use crate::files;

/// The names of the files of keys.
pub const FILES: [&str; 4] = [FORMS, PEPPERS, TOKENS, SEALS];
const FORMS: &str = "forms.key";
const PEPPERS: &str = "peppers.key";
const TOKENS: &str = "tokens.key";
const SEALS: &str = "seals.key";

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
    /// Seals the secrets that an administrator types into a page.
    pub seals: Seals,
    /// Keys that guard forms and recognise devices.
    forms: hmac::Key,
}

impl Keys {
    /// Reads the keys from `directory`, making those that are not there yet. Files are readable by their
    /// owner only. Nodes that share a database must share this directory.
    pub fn open(directory: &Path, random: &Random) -> Result<Self> {
        files::make_private_directory(directory)?;
        let forms = open_ring(&directory.join(FORMS), random)?;
        let newest = forms.with_id(forms.newest_id()).unwrap_or_default();
        Ok(Self {
            peppers: open_ring(&directory.join(PEPPERS), random)?,
            tokens: open_ring(&directory.join(TOKENS), random)?,
            seals: Seals(Arc::new(open_ring(&directory.join(SEALS), random)?)),
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

/// Seals secrets that must stand in the database and come out again, such as the password of a mail server:
/// with a key of a file they are nothing but noise without it. Cheap to clone.
#[derive(Clone)]
pub struct Seals(Arc<KeyRing>);

impl Seals {
    /// Seals a secret for one use; it opens for that use only. ChaCha20-Poly1305 (RFC 8439), as
    /// `<key id>.<nonce and text in base64url>`.
    pub fn seal(&self, what: &str, secret: &Secret, random: &Random) -> Result<String> {
        let id = self.0.newest_id();
        let nonce = random.bytes::<NONCE_LEN>()?;
        let mut bytes = secret.reveal().as_bytes().to_vec();
        self.key(id)?
            .seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::from(what), &mut bytes)
            .map_err(|_| Error::fault("sealing a secret", "it is too long"))?;
        let sealed = [nonce.as_slice(), &bytes].concat();
        Ok(format!("{id}.{}", data_encoding::BASE64URL_NOPAD.encode(&sealed)))
    }

    /// Opens what was sealed for this use; a fault if it was not, or if its key is gone.
    pub fn open(&self, what: &str, sealed: &str) -> Result<Secret> {
        let wrong = || Error::fault("opening a sealed secret", "it is damaged, or its key is gone");
        let (id, sealed) = sealed.split_once('.').ok_or_else(wrong)?;
        let bytes = data_encoding::BASE64URL_NOPAD.decode(sealed.as_bytes()).map_err(|_| wrong())?;
        let (nonce, sealed) = bytes.split_first_chunk::<NONCE_LEN>().ok_or_else(wrong)?;
        let mut text = Zeroizing::new(sealed.to_vec());
        let nonce = Nonce::assume_unique_for_key(*nonce);
        let text = self.key(id)?.open_in_place(nonce, Aad::from(what), &mut text).map_err(|_| wrong())?;
        Ok(String::from_utf8(text.to_vec()).map_err(|_| wrong())?.into())
    }

    fn key(&self, id: &str) -> Result<LessSafeKey> {
        let wrong =
            || Error::fault("reading a key for seals", "there is none with this id, or it is too short");
        let bytes = self.0.with_id(id).and_then(|key| key.get(..32)).ok_or_else(wrong)?;
        UnboundKey::new(&CHACHA20_POLY1305, bytes).map(LessSafeKey::new).map_err(|_| wrong())
    }
}

fn open_ring(path: &Path, random: &Random) -> Result<KeyRing> {
    read_or_make(path, random).map_err(|error| match error {
        Error::Fault(fault) => Error::fault(fault.doing, format!("{}: {}", path.display(), fault.cause)),
        refusal @ Error::Refusal(_) => refusal,
    })
}

fn read_or_make(path: &Path, random: &Random) -> Result<KeyRing> {
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
    fn a_key_file_that_is_damaged_is_named() {
        let directory = tempfile::tempdir().unwrap();
        fs::write(directory.path().join("peppers.key"), "nonsense").unwrap();

        let Err(error) = Keys::open(directory.path(), &Random::system()) else { panic!("it is damaged") };

        assert!(error.to_string().contains("peppers.key"), "{error}");
    }

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
    fn a_sealed_secret_opens_with_its_key_and_for_its_use_only() {
        let directory = tempfile::tempdir().unwrap();
        let random = Random::system();
        let seals = Keys::open(directory.path(), &random).unwrap().seals;
        let secret = Secret::from("what the relay wants".to_owned());

        let sealed = seals.seal("mail", &secret, &random).unwrap();

        assert!(!sealed.contains("relay"));
        assert_ne!(sealed, seals.seal("mail", &secret, &random).unwrap());
        assert_eq!(seals.open("mail", &sealed).unwrap().reveal(), secret.reveal());
        assert!(seals.open("another", &sealed).is_err());
        let elsewhere = tempfile::tempdir().unwrap();
        assert!(Keys::open(elsewhere.path(), &random).unwrap().seals.open("mail", &sealed).is_err());
        for damaged in ["", ".", "x.y", &sealed[..sealed.len() - 4]] {
            assert!(seals.open("mail", damaged).is_err(), "{damaged}");
        }
    }

    #[test]
    fn a_short_key_is_refused() {
        assert!(KeyRing::read("a 00ff").is_err());
        assert!(KeyRing::read("").is_err());
    }
}
