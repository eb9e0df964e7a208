//! Texts that are looked up by a name from elsewhere: a role, an event, a rule for passwords.

use seatwarden_base::Refusal;
use time::{OffsetDateTime, format_description::BorrowedFormatItem, macros::format_description};

use super::{Text, told};

const RFC3339: &[BorrowedFormatItem<'_>] =
    format_description!("[year]-[month]-[day]T[hour]:[minute]:[second].[subsecond digits:3]Z");

/// A moment as the API writes it: `2026-11-21T14:05:00.000Z`, with exactly three decimals (contract part
/// 1.2: a client cuts the last five characters off).
pub fn rfc3339(at_ms: i64) -> String {
    let at = OffsetDateTime::from_unix_timestamp_nanos(i128::from(at_ms) * 1_000_000)
        .unwrap_or(OffsetDateTime::UNIX_EPOCH);
    at.format(RFC3339).unwrap_or_default()
}

impl Text {
    /// What people call a built-in role; a custom one is called what its administrator called it.
    pub fn role_name(self, api_name: &str, display_name: &str) -> String {
        match api_name {
            "super" => self.roles_super(),
            "admin" => self.roles_admin(),
            "dataAdmin" => self.roles_data_admin(),
            "dataDesigner" => self.roles_data_designer(),
            "contributor" => self.roles_contributor(),
            "consumer" => self.roles_consumer(),
            _ => display_name.to_owned(),
        }
    }

    /// An audit event in words: `sign_in.succeed` is the message `audit-event_sign_in_succeed`.
    pub fn event(self, name: &str) -> String {
        let key = format!("audit-event_{}", name.replace('.', "_"));
        self.find(&key, None, None).unwrap_or_else(|| name.to_owned())
    }

    /// The rule that a refusal speaks of, worded as a demand: its attribute `.rule`.
    pub fn rule(self, refusal: &Refusal) -> String {
        let (key, values) = told(refusal);
        self.find(&key, Some("rule"), Some(&values)).unwrap_or_else(|| self.refusal(refusal).0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_have_exactly_three_decimals_and_a_z() {
        assert_eq!(rfc3339(0), "1970-01-01T00:00:00.000Z");
        assert_eq!(rfc3339(1_795_269_600_123), "2026-11-21T14:00:00.123Z");
    }
}
