//! The first Sys. Admin: the credentials of the license account, copied as a hash that is made on this machine.

use argon2::{Algorithm, Argon2, Params, Version};
use data_encoding::BASE64_NOPAD;
use seatwarden_license_file::Time;
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use crate::{Error, Result, folder::FirstSysAdmin, random};

/// Cost of the hash: the floor of the server, which makes its own on the first sign-in.
const MEMORY_KIB: u32 = 19_456;
const PASSES: u32 = 2;
const LANES: u32 = 1;
const OUTPUT_BYTES: usize = 32;

/// The first Sys. Admin: `email`, and Argon2id over the password in Unicode NFC as a PHC string. The password itself is
/// kept nowhere.
pub fn first_sysadmin(email: &str, password: &str, made_at: Time) -> Result<FirstSysAdmin> {
    let fault = |error: argon2::Error| Error::fault("hashing a password", error);
    let salt = random::bytes::<16>()?;
    let normal: Zeroizing<String> = Zeroizing::new(password.nfc().collect());
    let parameters = Params::new(MEMORY_KIB, PASSES, LANES, Some(OUTPUT_BYTES)).map_err(fault)?;
    let mut code = Zeroizing::new([0; OUTPUT_BYTES]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, parameters)
        .hash_password_into(normal.as_bytes(), salt.as_slice(), code.as_mut_slice())
        .map_err(fault)?;
    let password_hash = format!(
        "$argon2id$v=19$m={MEMORY_KIB},t={PASSES},p={LANES}${}${}",
        BASE64_NOPAD.encode(salt.as_slice()),
        BASE64_NOPAD.encode(code.as_slice())
    );
    Ok(FirstSysAdmin { email: email.trim().to_owned(), password_hash, made_at })
}
