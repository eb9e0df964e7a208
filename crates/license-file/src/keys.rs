//! Keys of Ed25519: private ones that sign, public ones that verify, and the roots that are pinned.

use std::{fmt, hash};

use data_encoding::BASE64URL_NOPAD;
use ed25519_dalek::{Signer as _, SigningKey, VerifyingKey};
use hmac::{Hmac, Mac};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::{Refused, compact};

/// Length of a key, private or public, in bytes.
const KEY_LENGTH: usize = 32;
/// The order of the group, low byte first (RFC 8032, 5.1): S of a signature must be smaller.
const ORDER: [u8; KEY_LENGTH] = [
    0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
];

/// What names these bytes: SHA-256 in base64url, 43 characters.
pub fn digest(bytes: &[u8]) -> String {
    BASE64URL_NOPAD.encode(&Sha256::digest(bytes))
}

/// Whether Y is smaller than the prime 2^255 - 19. A point of full order has no other second spelling.
fn is_reduced(bytes: &[u8; KEY_LENGTH]) -> bool {
    let [low, middle @ .., high] = bytes;
    *low < 0xed || high & 0x7f != 0x7f || middle.iter().any(|byte| *byte != 0xff)
}

/// A key that verifies. It is a point of full order, written in the one way.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct PublicKey(VerifyingKey);

impl PublicKey {
    /// Takes 32 bytes that are a key.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Refused> {
        let bytes: &[u8; KEY_LENGTH] = bytes.try_into().map_err(|_| Refused::KeyLength)?;
        let key = VerifyingKey::from_bytes(bytes).map_err(|_| Refused::KeyPoint)?;
        if key.is_weak() {
            return Err(Refused::KeyWeak);
        }
        // The library keeps the bytes as they came; the same point written otherwise would have another id.
        if is_reduced(bytes) { Ok(Self(key)) } else { Err(Refused::KeyPoint) }
    }

    /// Reads a key in base64url.
    pub fn parse(text: &str) -> Result<Self, Refused> {
        Self::from_bytes(&compact::decode(text)?)
    }

    /// The 32 bytes.
    pub fn to_bytes(&self) -> [u8; KEY_LENGTH] {
        self.0.to_bytes()
    }

    /// The id of the key: its thumbprint by RFC 7638, 43 characters.
    pub fn kid(&self) -> String {
        thumbprint(&self.to_string())
    }

    /// The id of a key by its text in base64url, which was checked before: here only its form is looked at, a tenth of
    /// the work of [`PublicKey::parse`].
    pub fn kid_of(text: &str) -> Result<String, Refused> {
        if compact::decode(text)?.len() == KEY_LENGTH {
            Ok(thumbprint(text))
        } else {
            Err(Refused::KeyLength)
        }
    }

    /// Checks a signature strictly: S is reduced, no point is of small order, no cofactor.
    pub(crate) fn verify(&self, signed: &[u8], signature: &[u8]) -> Result<(), Refused> {
        let bytes: &[u8; 64] = signature.try_into().map_err(|_| Refused::SignatureLength)?;
        let (_, scalar) = bytes.split_at(KEY_LENGTH);
        if scalar.iter().rev().ge(ORDER.iter().rev()) {
            return Err(Refused::SignatureNotReduced);
        }
        self.0.verify_strict(signed, &bytes.into()).map_err(|_| Refused::Signature)
    }
}

/// The thumbprint of a key (RFC 7638).
fn thumbprint(text: &str) -> String {
    digest(format!(r#"{{"crv":"Ed25519","kty":"OKP","x":"{text}"}}"#).as_bytes())
}

impl fmt::Display for PublicKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&BASE64URL_NOPAD.encode(&self.to_bytes()))
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "PublicKey({self})")
    }
}

impl hash::Hash for PublicKey {
    fn hash<H: hash::Hasher>(&self, state: &mut H) {
        self.to_bytes().hash(state);
    }
}

impl Serialize for PublicKey {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PublicKey {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(from)?).map_err(de::Error::custom)
    }
}

/// A key that signs: of a root, a signer or a device. It never prints, and is wiped when dropped.
#[derive(Clone)]
pub struct PrivateKey(SigningKey);

impl PrivateKey {
    /// Takes the 32 bytes of the seed (RFC 8032), which must be random.
    pub fn from_seed(seed: &[u8; KEY_LENGTH]) -> Self {
        Self(SigningKey::from_bytes(seed))
    }

    /// Reads a seed in base64url.
    pub fn parse(text: &str) -> Result<Self, Refused> {
        let bytes = Zeroizing::new(compact::decode(text)?);
        let seed: &[u8; KEY_LENGTH] = bytes.as_slice().try_into().map_err(|_| Refused::KeyLength)?;
        Ok(Self::from_seed(seed))
    }

    /// The seed in base64url, for the place that keeps it.
    pub fn reveal(&self) -> Zeroizing<String> {
        Zeroizing::new(BASE64URL_NOPAD.encode(self.0.as_bytes()))
    }

    /// The key that verifies what this one signs.
    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.verifying_key())
    }

    pub(crate) fn sign(&self, bytes: &[u8]) -> [u8; 64] {
        self.0.sign(bytes).to_bytes()
    }

    /// A code over these bytes that only the holder of this key can make or check.
    pub(crate) fn tag(&self, what: &str, bytes: &[u8]) -> Option<Hmac<Sha256>> {
        let key = Zeroizing::new([what.as_bytes(), self.0.as_bytes()].concat());
        let mut mac = Hmac::<Sha256>::new_from_slice(&Sha256::digest(key.as_slice())).ok()?;
        mac.update(bytes);
        Some(mac)
    }
}

impl fmt::Debug for PrivateKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("[private key]")
    }
}

/// The roots that a program trusts: the current one, and one in reserve. They are built in or lie in a file of
/// the administrator, and are never a setting.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Roots(Vec<(String, PublicKey)>);

impl Roots {
    /// How many roots may be pinned.
    pub const MAX: usize = 8;

    /// Pins these keys; more than [`Roots::MAX`] are refused.
    pub fn new(keys: &[PublicKey]) -> Result<Self, Refused> {
        if keys.len() > Self::MAX {
            return Err(Refused::TooMany);
        }
        Ok(Self(keys.iter().map(|key| (key.kid(), *key)).collect()))
    }

    /// The root with this id.
    pub fn with_id(&self, kid: &str) -> Option<&PublicKey> {
        self.0.iter().find(|(known, _)| known == kid).map(|(_, key)| key)
    }

    /// The ids and keys of all roots.
    pub fn all(&self) -> impl Iterator<Item = (&str, &PublicKey)> {
        self.0.iter().map(|(kid, key)| (kid.as_str(), key))
    }
}
