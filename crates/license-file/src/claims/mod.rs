//! What files say, one type a kind, and what every reader checks of it before believing it.

mod bulletin;
mod device;
mod lease;
mod license;
mod signer;

use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};

pub use bulletin::{Bulletin, RevokedSigner};
pub use device::{Charge, ClockChallenge, Renewal, Request, Return};
pub use lease::{ClockAnswer, Grant, Lease};
pub use license::{License, Machine, Package, Seats};
pub use signer::{Numbers, SignerStatement};

use crate::{Kind, PublicKey, Refused, Roots, Time};

/// The version of the format.
pub const VERSION: u16 = 1;
/// The longest id.
pub(crate) const ID_MAX: usize = 64;
/// The longest name or other text for people, in bytes.
pub(crate) const NAME_MAX: usize = 200;

/// What a file of one kind says.
pub trait Claims: Serialize + DeserializeOwned {
    /// Its kind.
    const KIND: Kind;
    /// Claims that hold a time, as JSON pointers.
    #[doc(hidden)]
    const TIMES: &'static [&'static str];
    /// Claims that hold a public key, as JSON pointers.
    #[doc(hidden)]
    const KEYS: &'static [&'static str] = &[];

    /// Checks what the types cannot say: versions, ranges, orders. Called when signing and when reading.
    fn check(&self) -> Result<(), Refused>;
}

/// What the vendor signs, through a signer.
pub trait IssuerClaims: Claims {
    /// The id of the file, by which a bulletin can revoke it.
    fn id(&self) -> &str;

    /// When it was signed.
    fn issued_at(&self) -> Time;

    /// Until when it lets an installation run without another word of the vendor; a signer may only give so much.
    fn renew_by(&self) -> Option<Time>;

    /// Whether the one who signed may say this in particular: a signer with its statement, or a root itself.
    #[doc(hidden)]
    fn check_signed_by(&self, _statement: Option<&SignerStatement>, _roots: &Roots) -> Result<(), Refused> {
        Ok(())
    }
}

/// What a device signs with its own key.
pub trait DeviceClaims: Claims {}

/// Reads claims, with the precise refusal for times, keys and versions.
pub(crate) fn read<C: Claims>(content: Map<String, Value>) -> Result<C, Refused> {
    let value = Value::Object(content);
    match value.get("version").and_then(Value::as_u64) {
        Some(version) if version == u64::from(VERSION) => {}
        Some(_) => return Err(Refused::Version),
        None => return Err(Refused::Claim),
    }
    let claims = C::deserialize(&value).map_err(|_| why::<C>(&value))?;
    claims.check()?;
    Ok(claims)
}

/// Why claims could not be read: a time, a key, or something else.
fn why<C: Claims>(value: &Value) -> Refused {
    let texts = |pointers: &'static [&'static str]| {
        pointers.iter().filter_map(|pointer| value.pointer(pointer)).filter_map(Value::as_str)
    };
    let times = texts(C::TIMES).find_map(|text| Time::parse(text).err());
    let keys = || texts(C::KEYS).find_map(|text| PublicKey::parse(text).err());
    times.or_else(keys).unwrap_or(Refused::Claim)
}

/// An id: 1 to 64 characters out of letters, digits, `.`, `_` and `-`.
pub(crate) fn check_id(id: &str) -> Result<(), Refused> {
    let known = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-');
    if id.len() > ID_MAX {
        Err(Refused::TooMany)
    } else if id.is_empty() || !id.bytes().all(known) {
        Err(Refused::Claim)
    } else {
        Ok(())
    }
}

/// A text for people: not too long, and nothing in it that steers a terminal or turns the line around.
pub(crate) fn check_name(name: &str) -> Result<(), Refused> {
    let steers = |found: char| {
        found.is_control()
            || matches!(found, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    if name.len() > NAME_MAX {
        Err(Refused::TooMany)
    } else if name.chars().any(steers) {
        Err(Refused::TextControl)
    } else {
        Ok(())
    }
}

/// A list that is not longer than it may be.
pub(crate) fn check_list<T>(list: &[T], max: usize) -> Result<(), Refused> {
    if list.len() > max { Err(Refused::TooMany) } else { Ok(()) }
}

/// Times that may not fall.
pub(crate) fn check_order(times: &[Option<Time>]) -> Result<(), Refused> {
    if times.iter().flatten().is_sorted() { Ok(()) } else { Err(Refused::TimeOrder) }
}

pub(crate) fn check_version(version: u16) -> Result<(), Refused> {
    if version == VERSION { Ok(()) } else { Err(Refused::Version) }
}
