//! The only place that knows md5: old records and old clients bring unsalted md5
//! values of passwords, and they are let in once (security rows MD-01 to MD-07).

use std::fmt;

use md5::{Digest, Md5};
use seatwarden_base::{Kind, Refusal, Result};
use zeroize::Zeroize;

/// The value of `hash` is not 32 hex digits (MD-01).
pub const BAD_HASH: Refusal = Refusal::new(Kind::Malformed, "passwords.bad_hash");

/// The unsalted md5 of a password as 32 lower-case hex digits. It is worth as much as
/// the password, so it is never shown and wiped after use.
#[derive(Clone)]
pub struct Md5Hex([u8; 32]);

impl Md5Hex {
    /// Reads what a client sent: exactly 32 hex digits of any case, else [`BAD_HASH`].
    pub fn parse(text: &str) -> Result<Self> {
        let mut digits: [u8; 32] = text.as_bytes().try_into().map_err(|_| BAD_HASH)?;
        if !digits.iter().all(u8::is_ascii_hexdigit) {
            return Err(BAD_HASH.into());
        }
        digits.make_ascii_lowercase();
        Ok(Self(digits))
    }

    /// The md5 of a password's UTF-8 bytes as they were typed: the old system did not
    /// normalise Unicode.
    pub fn of_password(password: &str) -> Self {
        let mut digits = [0; 32];
        for (pair, byte) in digits.chunks_exact_mut(2).zip(Md5::digest(password)) {
            pair[0] = hex_digit(byte >> 4);
            pair[1] = hex_digit(byte & 15);
        }
        Self(digits)
    }

    /// The digits, for wrapping them in a slow hash.
    pub fn digits(&self) -> &[u8; 32] {
        &self.0
    }

    /// The first 5 bytes of the md5, the form in which the blocklist knows it (MD-05).
    pub fn fingerprint(&self) -> [u8; 5] {
        let mut bytes = [0; 5];
        for (byte, pair) in bytes.iter_mut().zip(self.0.chunks_exact(2)) {
            *byte = hex_value(pair[0]) << 4 | hex_value(pair[1]);
        }
        bytes
    }
}

impl Drop for Md5Hex {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl fmt::Debug for Md5Hex {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("[secret]")
    }
}

fn hex_digit(value: u8) -> u8 {
    b"0123456789abcdef"[usize::from(value)]
}

fn hex_value(digit: u8) -> u8 {
    match digit {
        b'0'..=b'9' => digit - b'0',
        _ => digit - b'a' + 10,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_vectors_of_rfc_1321_come_out() {
        for (text, hex) in [
            ("", "d41d8cd98f00b204e9800998ecf8427e"),
            ("abc", "900150983cd24fb0d6963f7d28e17f72"),
            ("message digest", "f96b697d7cb7938d525a2f31aaf161d0"),
        ] {
            assert_eq!(Md5Hex::of_password(text).digits(), hex.as_bytes());
        }
    }

    #[test]
    fn any_case_is_read_and_kept_in_lower_case() {
        let read = Md5Hex::parse("900150983CD24fb0D6963F7D28E17F72").unwrap();

        assert_eq!(read.digits(), b"900150983cd24fb0d6963f7d28e17f72");
        assert_eq!(read.fingerprint(), [0x90, 0x01, 0x50, 0x98, 0x3c]);
    }

    #[test]
    fn anything_but_32_hex_digits_is_malformed() {
        for text in [
            "",
            "900150983cd24fb0d6963f7d28e17f7",
            "900150983cd24fb0d6963f7d28e17f720",
            "g00150983cd24fb0d6963f7d28e17f72",
            " 00150983cd24fb0d6963f7d28e17f72",
            "é0150983cd24fb0d6963f7d28e17f72",
        ] {
            let error = Md5Hex::parse(text).unwrap_err();

            assert!(error.is(&BAD_HASH), "{text}");
            assert_eq!(error.refusal().unwrap().kind, Kind::Malformed);
        }
    }

    #[test]
    fn it_is_never_shown() {
        assert_eq!(format!("{:?}", Md5Hex::of_password("abc")), "[secret]");
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in any::<String>()) {
            let _ = Md5Hex::parse(&text);
            let own = Md5Hex::of_password(&text);
            let again = Md5Hex::parse(std::str::from_utf8(own.digits()).unwrap()).unwrap();
            prop_assert_eq!(own.digits(), again.digits());
        }
    }
}
