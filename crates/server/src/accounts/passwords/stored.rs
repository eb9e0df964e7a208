//! The stored form of a password: its scheme, the cost it was made with, and the text
//! that the database keeps. Reads and writes it; hashes nothing.

use std::fmt;

use data_encoding::BASE64_NOPAD;
use seatwarden_base::{Error, Kind, Refusal, Result};

/// The configured cost is below the floor or beyond what a server can bear.
pub const WEAK_PARAMETERS: Refusal = Refusal::new(Kind::Invalid, "passwords.weak_parameters");

/// Least memory of a hash, in KiB (ST-01; OWASP password storage).
pub const MEMORY_KIB_MIN: u32 = 19_456;
/// Most memory of a hash, in KiB.
pub const MEMORY_KIB_MAX: u32 = 1_048_576;
/// Least passes over the memory (ST-01).
pub const PASSES_MIN: u32 = 2;
/// Most passes over the memory.
pub const PASSES_MAX: u32 = 32;
/// Most lanes of the memory.
pub const LANES_MAX: u32 = 8;
/// Length of the salt, in bytes (ST-01).
pub const SALT_BYTES: usize = 16;
/// Length of Argon2's output and of the stored code, in bytes (ST-01).
pub const OUTPUT_BYTES: usize = 32;
/// Longest id of a pepper key, in bytes.
pub const KEY_ID_MAX: usize = 32;
/// Longest stored text that is read, in bytes.
const STORED_TEXT_MAX: usize = 256;

/// What went into the slow hash. Its name is a column of its own beside the stored text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// The password itself.
    Argon2id,
    /// The md5 that an old client brought; replaced at the first good sign-in (MD-02, MD-03).
    Md5Argon2id,
}

impl Scheme {
    /// Every scheme, for counting records by scheme (ST-03).
    pub const ALL: [Self; 2] = [Self::Argon2id, Self::Md5Argon2id];

    /// The name that the database keeps.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Argon2id => "argon2id",
            Self::Md5Argon2id => "md5>argon2id",
        }
    }

    /// The scheme of a stored name; a fault if there is none.
    pub fn from_name(name: &str) -> Result<Self> {
        Self::ALL
            .into_iter()
            .find(|scheme| scheme.name() == name)
            .ok_or_else(|| Error::fault("reading a stored password", "its scheme is unknown"))
    }

    /// How the text was normalised before hashing, as the stored text records it (PW-03).
    pub(super) const fn normalisation(self) -> &'static str {
        match self {
            Self::Argon2id => "nfc",
            Self::Md5Argon2id => "none",
        }
    }
}

impl fmt::Display for Scheme {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.name())
    }
}

/// What one hash costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parameters {
    /// Memory, in KiB.
    pub memory_kib: u32,
    /// Passes over the memory.
    pub passes: u32,
    /// Lanes of the memory.
    pub lanes: u32,
}

impl Default for Parameters {
    /// m=19456 KiB, t=2, p=1 (ST-01).
    fn default() -> Self {
        Self { memory_kib: MEMORY_KIB_MIN, passes: PASSES_MIN, lanes: 1 }
    }
}

impl Parameters {
    /// Refuses, with [`WEAK_PARAMETERS`], a cost below ST-01 in any figure, or one that is
    /// beyond what a server can bear. To be called at start-up.
    pub fn check(&self) -> Result<()> {
        let bearable = (MEMORY_KIB_MIN..=MEMORY_KIB_MAX).contains(&self.memory_kib)
            && (PASSES_MIN..=PASSES_MAX).contains(&self.passes)
            && (1..=LANES_MAX).contains(&self.lanes);
        if bearable {
            return Ok(());
        }
        Err(WEAK_PARAMETERS
            .with("memory_kib_minimum", MEMORY_KIB_MIN)
            .with("memory_kib_maximum", MEMORY_KIB_MAX)
            .with("passes_minimum", PASSES_MIN)
            .with("passes_maximum", PASSES_MAX)
            .with("lanes_maximum", LANES_MAX)
            .into())
    }

    /// Whether any figure is below the same figure of `other`.
    pub(super) const fn is_below(&self, other: &Self) -> bool {
        self.memory_kib < other.memory_kib || self.passes < other.passes || self.lanes < other.lanes
    }

    /// A cost that tests can pay thousands of times.
    #[cfg(test)]
    pub(crate) const fn for_tests() -> Self {
        Self { memory_kib: 8, passes: 1, lanes: 1 }
    }
}

/// A stored password as two columns of the database.
#[derive(Clone, PartialEq, Eq)]
pub struct Stored {
    /// What went into the slow hash.
    pub scheme: Scheme,
    /// `$argon2id$v=19$m=<KiB>,t=<passes>,p=<lanes>,norm=<nfc|none>,keyid=<id>$<salt>$<code>`,
    /// where salt and code are base64 without padding (the shape of a PHC string), and the
    /// code is HMAC-SHA-256 with the pepper key `<id>` over the scheme's name, a zero byte and
    /// the 32 bytes that Argon2id gave. The scheme is part of it, so that a record cannot be
    /// relabelled to make an md5 count as a password.
    pub text: String,
}

impl fmt::Debug for Stored {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Stored({}, [secret])", self.scheme)
    }
}

/// The parts of a stored text.
#[derive(Clone)]
pub(crate) struct Record {
    pub(super) scheme: Scheme,
    pub(super) parameters: Parameters,
    pub(super) key_id: String,
    pub(super) salt: [u8; SALT_BYTES],
    pub(super) code: [u8; OUTPUT_BYTES],
}

impl Record {
    /// Reads a stored password; a fault if it is damaged. Never takes more memory or time
    /// than the maxima above allow.
    pub(crate) fn read(stored: &Stored) -> Result<Self> {
        Self::parse(stored).ok_or_else(|| Error::fault("reading a stored password", "its text is damaged"))
    }

    fn parse(stored: &Stored) -> Option<Self> {
        if stored.text.len() > STORED_TEXT_MAX {
            return None;
        }
        let rest = stored.text.strip_prefix("$argon2id$v=19$")?;
        let (settings, rest) = rest.split_once('$')?;
        let (salt, code) = rest.split_once('$')?;
        let mut settings = settings.split(',');
        let mut setting = |name: &str| settings.next()?.strip_prefix(name)?.strip_prefix('=');
        let parameters = Parameters {
            memory_kib: setting("m")?.parse().ok().filter(|kib| *kib <= MEMORY_KIB_MAX)?,
            passes: setting("t")?.parse().ok().filter(|passes| *passes <= PASSES_MAX)?,
            lanes: setting("p")?.parse().ok().filter(|lanes| *lanes <= LANES_MAX)?,
        };
        if setting("norm")? != stored.scheme.normalisation() {
            return None;
        }
        let key_id = setting("keyid")?.to_owned();
        if settings.next().is_some() || !is_key_id(&key_id) {
            return None;
        }
        Some(Self { scheme: stored.scheme, parameters, key_id, salt: bytes(salt)?, code: bytes(code)? })
    }

    /// The record as the database keeps it.
    pub(crate) fn write(&self) -> Stored {
        let Parameters { memory_kib, passes, lanes } = self.parameters;
        let text = format!(
            "$argon2id$v=19$m={memory_kib},t={passes},p={lanes},norm={},keyid={}${}${}",
            self.scheme.normalisation(),
            self.key_id,
            BASE64_NOPAD.encode(&self.salt),
            BASE64_NOPAD.encode(&self.code),
        );
        Stored { scheme: self.scheme, text }
    }
}

/// A hash that another program of ours made, without a pepper: a PHC string of Argon2id.
pub(super) struct Bare {
    pub(super) parameters: Parameters,
    pub(super) salt: [u8; SALT_BYTES],
    pub(super) raw: [u8; OUTPUT_BYTES],
}

impl Bare {
    /// Reads `$argon2id$v=19$m=<KiB>,t=<passes>,p=<lanes>$<salt>$<hash>`; none if it is anything else, or costs less or
    /// more than any of ours.
    pub(super) fn parse(text: &str) -> Option<Self> {
        if text.len() > STORED_TEXT_MAX {
            return None;
        }
        let rest = text.strip_prefix("$argon2id$v=19$")?;
        let (settings, rest) = rest.split_once('$')?;
        let (salt, raw) = rest.split_once('$')?;
        let mut settings = settings.split(',');
        let mut setting =
            |name: &str| settings.next()?.strip_prefix(name)?.strip_prefix('=')?.parse::<u32>().ok();
        let parameters =
            Parameters { memory_kib: setting("m")?, passes: setting("t")?, lanes: setting("p")? };
        let bearable = parameters.check().is_ok() && (1..=LANES_MAX).contains(&parameters.lanes);
        if !bearable || settings.next().is_some() {
            return None;
        }
        Some(Self { parameters, salt: bytes(salt)?, raw: bytes(raw)? })
    }
}

fn bytes<const N: usize>(text: &str) -> Option<[u8; N]> {
    BASE64_NOPAD.decode(text.as_bytes()).ok()?.try_into().ok()
}

/// Whether a text may name a pepper key: 1 to 32 ASCII letters, digits, `-` and `_`.
pub(super) fn is_key_id(text: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    (1..=KEY_ID_MAX).contains(&text.len()) && text.bytes().all(allowed)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn record() -> Record {
        Record {
            scheme: Scheme::Argon2id,
            parameters: Parameters::default(),
            key_id: "2026-11".to_owned(),
            salt: [7; SALT_BYTES],
            code: [9; OUTPUT_BYTES],
        }
    }

    #[test]
    fn the_stored_text_is_what_the_documentation_says() {
        assert_eq!(
            record().write().text,
            "$argon2id$v=19$m=19456,t=2,p=1,norm=nfc,keyid=2026-11$\
             BwcHBwcHBwcHBwcHBwcHBw$CQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQk"
        );
    }

    #[test]
    fn what_was_written_is_read_again() {
        let read = Record::read(&record().write()).unwrap();

        assert_eq!(read.write(), record().write());
    }

    #[test]
    fn a_damaged_record_is_a_fault() {
        let good = record().write().text;
        for (from, to) in [
            ("argon2id", "argon2i"),
            ("v=19", "v=16"),
            ("m=19456", "m=4294967295"),
            ("m=19456", "m=-1"),
            ("t=2", "t=33"),
            ("p=1", "p=9"),
            ("norm=nfc", "norm=none"),
            ("keyid=2026-11", "keyid="),
            ("keyid=2026-11", "keyid=a b"),
            ("keyid=2026-11", "keyid=a,x=1"),
            ("$BwcH", "$Bwc"),
            ("$BwcH", "$Bw!H"),
            ("$CQkJ", "$"),
            ("$CQkJ", ""),
        ] {
            let text = good.replacen(from, to, 1);
            let error = Record::read(&Stored { scheme: Scheme::Argon2id, text }).err().unwrap();

            assert!(error.refusal().is_none(), "{from} as {to}");
        }
    }

    #[test]
    fn a_start_with_weaker_parameters_is_refused() {
        let floor = Parameters::default();

        assert!(floor.check().is_ok());
        assert!(Parameters { memory_kib: 65_536, passes: 3, ..floor }.check().is_ok());
        for weak in [
            Parameters { memory_kib: MEMORY_KIB_MIN - 1, passes: 10, ..floor },
            Parameters { passes: 1, ..floor },
            Parameters { lanes: 0, ..floor },
            Parameters { lanes: LANES_MAX + 1, ..floor },
            Parameters { memory_kib: MEMORY_KIB_MAX + 1, ..floor },
            Parameters { passes: PASSES_MAX + 1, ..floor },
        ] {
            assert!(weak.check().unwrap_err().is(&WEAK_PARAMETERS), "{weak:?}");
        }
    }

    #[test]
    fn a_stored_record_is_never_shown() {
        assert_eq!(format!("{:?}", record().write()), "Stored(argon2id, [secret])");
    }

    #[test]
    fn every_scheme_is_found_by_its_name() {
        for scheme in Scheme::ALL {
            assert_eq!(Scheme::from_name(scheme.name()).unwrap(), scheme);
        }
        assert!(Scheme::from_name("md5").is_err());
    }

    proptest! {
        #[test]
        fn no_stored_text_makes_it_panic(tail in any::<String>(), cut in 0_usize..120) {
            let mut text = record().write().text;
            text.truncate(cut);
            text.push_str(&tail);
            let _ = Record::read(&Stored { scheme: Scheme::Argon2id, text });
        }
    }
}
