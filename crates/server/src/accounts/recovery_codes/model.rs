//! What a recovery code looks like.

use data_encoding::BASE32_NOPAD;
use ring::digest;
use seatwarden_base::{Kind, Refusal, Result, random::Random};
use serde::{Deserialize, Serialize};

use crate::common::settings::Setting;

/// The code is wrong or was used.
pub(super) const WRONG: Refusal = Refusal::new(Kind::Unauthenticated, "recovery_codes.wrong").on("code");

/// How many codes a set has (MF-03).
pub const CODES: usize = 10;

/// What the link carries to which a code leads, so that choosing the password there leaves the other codes.
pub const BY_CODE: &str = "recovery_code";

/// For how many days the reminder to make codes can be put off.
pub const REMIND_DAYS: i64 = 7;

/// Until when the Sys. Admin put the reminder off.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct PutOff {
    /// Who did; somebody else who has the role now is reminded at once.
    pub(super) user_id: String,
    /// When it comes back, in milliseconds since the Unix epoch.
    pub(super) until_ms: i64,
}

impl Setting for PutOff {
    const KEY: &'static str = "recovery_codes.put_off";
}

/// A new code: 125 random bits as five groups of five letters and digits. That is more than the 112 bits
/// below which a slow hash would be needed (ASVS 6.5.2).
pub(super) fn new_code(random: &Random) -> Result<String> {
    let text = BASE32_NOPAD.encode(&random.bytes::<16>()?);
    let groups: Vec<&str> = (0..5).map(|group| &text[group * 5..group * 5 + 5]).collect();
    Ok(groups.join("-"))
}

/// The stored form of a code, however its groups were typed.
pub(super) fn hash(code: &str) -> Vec<u8> {
    let plain: String = code
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .take(64)
        .map(|letter| letter.to_ascii_uppercase())
        .collect();
    digest::digest(&digest::SHA256, plain.as_bytes()).as_ref().to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_the_same_however_it_is_typed() {
        let code = new_code(&Random::seeded(1)).unwrap();

        assert_eq!(code.len(), 29);
        assert_eq!(hash(&code), hash(&code.to_lowercase().replace('-', " ")));
    }
}
