//! Random bytes of the operating system.

use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use ring::rand::{SecureRandom, SystemRandom};
use zeroize::Zeroizing;

use crate::{Error, Result};

/// `N` random bytes, wiped when they are dropped. A fault if the system has none to give.
pub(crate) fn bytes<const N: usize>() -> Result<Zeroizing<[u8; N]>> {
    let mut bytes = Zeroizing::new([0; N]);
    SystemRandom::new()
        .fill(bytes.as_mut_slice())
        .map_err(|_| Error::fault("drawing random bytes", "the system has none to give"))?;
    Ok(bytes)
}

/// A new id: 24 hex digits.
pub(crate) fn id() -> Result<String> {
    Ok(HEXLOWER.encode(bytes::<12>()?.as_slice()))
}

/// A new salt: 128 bits in base64url.
pub(crate) fn salt() -> Result<String> {
    Ok(BASE64URL_NOPAD.encode(bytes::<16>()?.as_slice()))
}
