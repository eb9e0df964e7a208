//! Texts that are looked up by a name from elsewhere: a role, an event, a rule for passwords.

use std::borrow::Cow;

use seatwarden_base::Refusal;
use time::OffsetDateTime;

use super::{EVENTS, Text, told};
use crate::rooms::ROOMS;

/// A moment as the API writes it: `2026-11-21T14:05:00.000Z`, with exactly three decimals (contract part
/// 1.2: a client cuts the last five characters off). What lies outside the years 0 to 9999 is the epoch.
///
/// Written digit by digit: a list has several of them in every row, and a format description costs ten times
/// as much.
pub fn rfc3339(at_ms: i64) -> String {
    let at = OffsetDateTime::from_unix_timestamp(at_ms.div_euclid(1_000)).ok().filter(|at| at.year() >= 0);
    // Beside the seconds, because nanoseconds since the epoch are divided in 128 bits.
    let (at, milliseconds) = match at {
        Some(at) => (at, u32::try_from(at_ms.rem_euclid(1_000)).unwrap_or_default()),
        None => (OffsetDateTime::UNIX_EPOCH, 0),
    };
    let mut text = String::with_capacity("2026-11-21T14:05:00.000Z".len());
    digits(&mut text, at.year().unsigned_abs(), 1_000);
    for (before, part) in [
        ('-', u8::from(at.month())),
        ('-', at.day()),
        ('T', at.hour()),
        (':', at.minute()),
        (':', at.second()),
    ] {
        text.push(before);
        digits(&mut text, part.into(), 10);
    }
    text.push('.');
    digits(&mut text, milliseconds, 100);
    text.push('Z');
    text
}

/// Writes a number from the digit worth `worth` down to the ones.
fn digits(text: &mut String, number: u32, mut worth: u32) {
    while worth > 0 {
        text.push(char::from_digit(number / worth % 10, 10).unwrap_or('0'));
        worth /= 10;
    }
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

    /// What people call a group that the server made; any other is called what its administrator called it.
    pub fn group_name(self, name: &str) -> Cow<'_, str> {
        match name {
            // Nobody else can be called so (contract part 6.3).
            "Everyone" => self.groups_everyone().into(),
            "Admins" => self.groups_admins().into(),
            _ => name.into(),
        }
    }

    /// A count that stops at a maximum: `1,999`, and `2,000+` for all above.
    pub fn up_to(self, count: i64, maximum: i64) -> String {
        if count > maximum { self.common_at_least(maximum) } else { self.number(count) }
    }

    /// An audit event in words: `sign_in.succeed` is the message `audit-event_sign_in_succeed`.
    pub fn event(self, name: &str) -> String {
        let key = format!("audit-event_{}", name.replace('.', "_"));
        self.find(&key, None, None).unwrap_or_else(|| name.to_owned())
    }

    /// Every audit event that has words, as name and words, in the order of the words.
    pub fn events(self) -> Vec<(String, String)> {
        let mut events: Vec<_> = EVENTS
            .iter()
            .filter_map(|key| Some((event_name(key)?, self.find(&format!("audit-event_{key}"), None, None)?)))
            .collect();
        events.sort_by_key(|(_, words)| words.to_lowercase());
        events
    }

    /// Whether there is an audit event of this name that has words.
    pub fn knows_event(name: &str) -> bool {
        EVENTS.iter().any(|key| event_name(key).as_deref() == Some(name))
    }

    /// The rule that a refusal speaks of, worded as a demand: its attribute `.rule`.
    pub fn rule(self, refusal: &Refusal) -> String {
        let (key, values) = told(refusal);
        self.find(&key, Some("rule"), Some(&values)).unwrap_or_else(|| self.refusal(refusal).0)
    }
}

/// `sign_in.succeed` of `sign_in_succeed`: the room's name, a dot, the rest.
fn event_name(key: &str) -> Option<String> {
    let rooms = ROOMS.iter().filter_map(|path| path.rsplit(':').next());
    let room = rooms.filter(|room| key.strip_prefix(*room).is_some_and(|rest| rest.starts_with('_')));
    let room = room.max_by_key(|room| room.len())?;
    Some(format!("{room}.{}", &key[room.len() + 1..]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    #[test]
    fn a_count_beyond_the_maximum_is_not_turned_round_from_right_to_left() {
        for language in Language::ALL {
            let shown = Text::new(language).up_to(2_001, 2_000);
            let is_isolated = shown.starts_with('\u{2066}') && shown.ends_with("+\u{2069}");

            assert_eq!(is_isolated, language.direction() == "rtl", "{shown:?}");
            assert_eq!(Text::new(language).up_to(7, 2_000), "7");
        }
    }

    #[test]
    fn moments_have_exactly_three_decimals_and_a_z() {
        assert_eq!(rfc3339(0), "1970-01-01T00:00:00.000Z");
        assert_eq!(rfc3339(1_795_269_600_123), "2026-11-21T14:00:00.123Z");
        assert_eq!(rfc3339(1_709_164_799_999), "2024-02-28T23:59:59.999Z");
        assert_eq!(rfc3339(-1), "1969-12-31T23:59:59.999Z");
        assert_eq!(rfc3339(i64::MIN), rfc3339(0));
        assert_eq!(rfc3339(i64::MAX), rfc3339(0));
    }
}
