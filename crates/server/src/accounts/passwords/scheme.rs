//! Makes and checks stored passwords: Argon2id, then HMAC with a pepper key that the
//! database does not hold. All of it is slow and runs in the hash pool.

use std::{collections::BTreeMap, fmt};

use argon2::{Algorithm, Argon2, Params, Version};
use ring::hmac;
use seatwarden_base::{Error, Kind, Refusal, Result, random::Random, secret::Secret};
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

pub use super::stored::{Parameters, Scheme, Stored};
use super::{
    hash_pool::Arena,
    legacy_md5::Md5Hex,
    stored::{Bare, OUTPUT_BYTES, Record, SALT_BYTES, is_key_id},
};

/// The password is longer than we hash; nothing is ever cut off (PW-02).
pub const TOO_LONG: Refusal = Refusal::new(Kind::Invalid, "passwords.too_long");
/// A pepper key is shorter than 32 bytes, or its id is not 1 to 32 ASCII letters, digits, `-` and `_`.
pub const BAD_PEPPER: Refusal = Refusal::new(Kind::Invalid, "passwords.bad_pepper");

/// Longest password, in code points after normalisation (PW-02). As one code point is at
/// most 4 bytes in UTF-8, this also keeps it within 1,024 bytes.
pub const MAXIMUM_LENGTH: usize = 256;
/// Longest text that is normalised at all, in bytes: NFC can make a text shorter.
const TYPED_BYTES_MAX: usize = 4096;
/// Shortest pepper key, in bytes.
pub const PEPPER_BYTES_MIN: usize = 32;

/// The password as it is hashed and measured: Unicode NFC, nothing trimmed, no case folded
/// (PW-03). [`TOO_LONG`] beyond 256 code points.
pub fn normalise(password: &Secret) -> Result<Zeroizing<String>, Refusal> {
    let typed = password.reveal();
    if typed.len() <= TYPED_BYTES_MAX {
        let mut normal = Zeroizing::new(String::with_capacity(typed.len()));
        normal.extend(typed.nfc());
        if normal.chars().count() <= MAXIMUM_LENGTH {
            return Ok(normal);
        }
    }
    Err(TOO_LONG.with("maximum", MAXIMUM_LENGTH))
}

/// The pepper keys by id: one for new records, older ones for reading (ST-02). They come
/// from outside the database.
#[derive(Clone)]
pub struct Peppers {
    current: String,
    keys: BTreeMap<String, hmac::Key>,
}

impl Peppers {
    /// The key that new records get. [`BAD_PEPPER`] if the id or the key is not fit.
    pub fn new(id: &str, key: &[u8]) -> Result<Self> {
        Self { current: id.to_owned(), keys: BTreeMap::new() }.with_old(id, key)
    }

    /// The same with an older key, so that records made with it can still be read.
    pub fn with_old(mut self, id: &str, key: &[u8]) -> Result<Self> {
        if !is_key_id(id) || key.len() < PEPPER_BYTES_MIN || self.keys.contains_key(id) {
            return Err(BAD_PEPPER.with("id", id).with("minimum", PEPPER_BYTES_MIN).into());
        }
        self.keys.insert(id.to_owned(), hmac::Key::new(hmac::HMAC_SHA256, key));
        Ok(self)
    }

    fn key(&self, id: &str) -> Result<&hmac::Key> {
        self.keys
            .get(id)
            .ok_or_else(|| Error::fault("checking a password", format!("the pepper key {id} is missing")))
    }
}

impl fmt::Debug for Peppers {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Peppers(current {}, all {:?})", self.current, self.keys.keys())
    }
}

/// What a check of a password found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The password is the right one.
    pub ok: bool,
    /// It is right, and the record should be made anew: weaker cost, older pepper key, or
    /// an md5 inside (ST-03, MD-03).
    pub needs_rehash: bool,
}

impl Verdict {
    const WRONG: Self = Self { ok: false, needs_rehash: false };
}

/// Makes and checks stored passwords with one cost and one set of pepper keys.
#[derive(Clone)]
pub struct Hasher {
    parameters: Parameters,
    peppers: Peppers,
    dummy: Record,
}

impl Hasher {
    /// A hasher. [`super::stored::WEAK_PARAMETERS`] if the cost is below the floor.
    pub fn new(parameters: Parameters, peppers: Peppers, random: &Random) -> Result<Self> {
        parameters.check()?;
        Self::unchecked(parameters, peppers, random)
    }

    fn unchecked(parameters: Parameters, peppers: Peppers, random: &Random) -> Result<Self> {
        let dummy = Record {
            scheme: Scheme::Argon2id,
            parameters,
            key_id: peppers.current.clone(),
            salt: random.bytes()?,
            code: random.bytes()?,
        };
        Ok(Self { parameters, peppers, dummy })
    }

    /// A hasher whose hashes cost nearly nothing.
    #[cfg(test)]
    pub(crate) fn for_tests(random: &Random) -> Self {
        let peppers = Peppers::new("test", &[1; PEPPER_BYTES_MIN]).expect("the key is fit");
        Self::unchecked(Parameters::for_tests(), peppers, random).expect("the test source never dries up")
    }

    /// The same hasher with hashes that cost nearly nothing: the tests of the rooms sign in all the time.
    #[cfg(test)]
    pub(crate) fn cheap(self) -> Self {
        let parameters = Parameters::for_tests();
        Self { parameters, dummy: Record { parameters, ..self.dummy }, ..self }
    }

    /// The stored form of a password, with a new salt and the current pepper key.
    /// [`TOO_LONG`] beyond 256 code points.
    pub fn hash(&self, arena: &mut Arena, random: &Random, password: &Secret) -> Result<Stored> {
        let normal = normalise(password)?;
        self.make(arena, random, Scheme::Argon2id, normal.as_bytes())
    }

    /// The stored form of a password that another program of ours hashed without a pepper; it gets one here, and a
    /// better form at its next good use if it needs one. None if the text is no such hash.
    pub fn adopt(&self, hash: &str) -> Result<Option<Stored>> {
        let Some(bare) = Bare::parse(hash) else { return Ok(None) };
        let scheme = Scheme::Argon2id;
        let key = self.peppers.key(&self.peppers.current)?;
        let mut code = [0; OUTPUT_BYTES];
        code.copy_from_slice(hmac::sign(key, &message(scheme, &bare.raw)).as_ref());
        let (parameters, salt) = (bare.parameters, bare.salt);
        Ok(Some(Record { scheme, parameters, key_id: self.peppers.current.clone(), salt, code }.write()))
    }

    /// The stored form of an md5 that an old client brought (MD-02).
    pub fn wrap_md5(&self, arena: &mut Arena, random: &Random, hash: &Md5Hex) -> Result<Stored> {
        self.make(arena, random, Scheme::Md5Argon2id, hash.digits())
    }

    /// Whether `password` is the one of the record. Give `None` for an unknown, disabled or
    /// single-sign-on user: the same work is done on a record that no password fits (ST-05).
    ///
    /// A fault if the record is damaged or its pepper key is missing. A text that looks like
    /// an md5 is a password like any other (MD-04).
    pub fn verify(&self, arena: &mut Arena, stored: Option<&Stored>, password: &Secret) -> Result<Verdict> {
        let Ok(normal) = normalise(password) else {
            return Ok(Verdict::WRONG);
        };
        // Computed for every scheme, so that an md5 record takes no longer than another.
        let md5 = Md5Hex::of_password(password.reveal());
        let record = stored.map(Record::read).transpose()?;
        let known = record.is_some();
        let record = record.as_ref().unwrap_or(&self.dummy);
        let input = match record.scheme {
            Scheme::Argon2id => normal.as_bytes(),
            Scheme::Md5Argon2id => md5.digits().as_slice(),
        };
        let raw = stretch(arena, &record.parameters, &record.salt, input)?;
        let key = self.peppers.key(&record.key_id)?;
        let fits = hmac::verify(key, &message(record.scheme, &raw), &record.code).is_ok();
        let ok = fits && known;
        Ok(Verdict { ok, needs_rehash: ok && self.is_old(record) })
    }

    /// Whether a record should be made anew at its next good sign-in; for counting (ST-03).
    pub fn needs_rehash(&self, stored: &Stored) -> Result<bool> {
        Record::read(stored).map(|record| self.is_old(&record))
    }

    fn is_old(&self, record: &Record) -> bool {
        record.scheme != Scheme::Argon2id
            || record.key_id != self.peppers.current
            || record.parameters.is_below(&self.parameters)
    }

    fn make(&self, arena: &mut Arena, random: &Random, scheme: Scheme, input: &[u8]) -> Result<Stored> {
        let salt = random.bytes::<SALT_BYTES>()?;
        let raw = stretch(arena, &self.parameters, &salt, input)?;
        let key = self.peppers.key(&self.peppers.current)?;
        let tag = hmac::sign(key, &message(scheme, &raw));
        let mut code = [0; OUTPUT_BYTES];
        code.copy_from_slice(tag.as_ref());
        let key_id = self.peppers.current.clone();
        Ok(Record { scheme, parameters: self.parameters, key_id, salt, code }.write())
    }
}

impl fmt::Debug for Hasher {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Hasher({:?}, {:?})", self.parameters, self.peppers)
    }
}

/// What the pepper key signs; see [`Stored::text`].
fn message(scheme: Scheme, raw: &[u8; OUTPUT_BYTES]) -> Zeroizing<Vec<u8>> {
    Zeroizing::new([scheme.name().as_bytes(), &[0], raw].concat())
}

fn stretch(
    arena: &mut Arena,
    parameters: &Parameters,
    salt: &[u8],
    input: &[u8],
) -> Result<Zeroizing<[u8; OUTPUT_BYTES]>> {
    let fault = |error: argon2::Error| Error::fault("hashing a password", error.to_string());
    let Parameters { memory_kib, passes, lanes } = *parameters;
    let params = Params::new(memory_kib, passes, lanes, Some(OUTPUT_BYTES)).map_err(fault)?;
    let memory = arena.blocks(params.block_count());
    let mut raw = Zeroizing::new([0; OUTPUT_BYTES]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into_with_memory(input, salt, raw.as_mut_slice(), memory)
        .map_err(fault)?;
    Ok(raw)
}

#[cfg(test)]
#[path = "scheme_tests.rs"]
mod tests;
