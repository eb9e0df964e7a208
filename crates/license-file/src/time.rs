//! Points in time as license files write them: RFC 3339, UTC, whole seconds, one spelling.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use time::{
    OffsetDateTime, PrimitiveDateTime, format_description::StaticFormatDescription,
    macros::format_description,
};

use crate::Refused;

const FORMAT: StaticFormatDescription = format_description!("[year]-[month]-[day]T[hour]:[minute]:[second]Z");
const LENGTH: usize = "2026-11-21T17:00:00Z".len();
/// The last second of the year 9999.
const LAST: i64 = 253_402_300_799;
/// Seconds of a day.
pub(crate) const DAY: i64 = 86_400;

/// A second in UTC, between the years 1970 and 9999.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Time(i64);

impl Time {
    /// So many seconds after the beginning of 1970; what lies outside of the range becomes its nearest end.
    pub fn from_seconds(seconds: i64) -> Self {
        Self(seconds.clamp(0, LAST))
    }

    /// So many milliseconds after the beginning of 1970, cut to the second.
    pub fn from_ms(ms: i64) -> Self {
        Self::from_seconds(ms.div_euclid(1000))
    }

    /// Seconds since the beginning of 1970.
    pub fn seconds(self) -> i64 {
        self.0
    }

    /// Milliseconds since the beginning of 1970.
    pub fn ms(self) -> i64 {
        self.0.saturating_mul(1000)
    }

    /// So many seconds later; earlier, if they are negative.
    #[must_use]
    pub fn plus_seconds(self, seconds: i64) -> Self {
        Self::from_seconds(self.0.saturating_add(seconds))
    }

    /// So many days of 24 hours later.
    #[must_use]
    pub fn plus_days(self, days: u16) -> Self {
        self.plus_seconds(i64::from(days).saturating_mul(DAY))
    }

    /// Whether a text is a second before 1970, written as [`Time::parse`] reads later ones: for whoever says why it is refused.
    pub fn is_early(text: &str) -> bool {
        let Some((year, rest)) = text.split_once('-') else { return false };
        // The calendar is the same again after each 400 years.
        let later = |year: u16| format!("{}-{rest}", year + 2_000);
        let is_year = year.len() == 4 && year.bytes().all(|digit| digit.is_ascii_digit());
        is_year && year.parse().is_ok_and(|year| year < 1_970 && Self::parse(&later(year)).is_ok())
    }

    /// Reads `2026-11-21T17:00:00Z`, and nothing else: no offset, no fraction, no space, no day that never was.
    pub fn parse(text: &str) -> Result<Self, Refused> {
        if text.len() != LENGTH || !text.starts_with(|first: char| first.is_ascii_digit()) {
            return Err(Refused::Time);
        }
        let parsed = PrimitiveDateTime::parse(text, FORMAT).map_err(|_| Refused::Time)?;
        let time = Self::from_seconds(parsed.assume_utc().unix_timestamp());
        // Whatever is written otherwise than we write it is not the one spelling.
        if time.to_string() == text { Ok(time) } else { Err(Refused::Time) }
    }
}

impl fmt::Display for Time {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let time = OffsetDateTime::from_unix_timestamp(self.0).map_err(|_| fmt::Error)?;
        let text = time.format(FORMAT).map_err(|_| fmt::Error)?;
        out.write_str(&text)
    }
}

impl Serialize for Time {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Time {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(from)?).map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_one_spelling_of_a_second() {
        let text = "2028-02-29T23:59:59Z";

        assert_eq!(Time::parse(text).unwrap().to_string(), text);
        for wrong in [
            "",
            "2027-02-29T00:00:00Z",
            "2026-11-21T17:00:00z",
            "2026-11-21 17:00:00Z",
            "2026-11-21T17:00:00+00:00",
            "2026-11-21T17:00:00.0Z",
            "2026-11-21T24:00:00Z",
            "2026-11-21T17:00:60Z",
            "+026-11-21T17:00:00Z",
            "-026-11-21T17:00:00Z",
            "1969-12-31T23:59:59Z",
        ] {
            assert_eq!(Time::parse(wrong), Err(Refused::Time), "{wrong}");
        }
    }

    #[test]
    fn a_time_before_the_first_one_is_told_from_what_is_none() {
        for early in ["1969-12-31T23:59:59Z", "0000-02-29T00:00:00Z", "1600-02-29T00:00:00Z"] {
            assert!(Time::is_early(early), "{early}");
        }
        for other in [
            "1970-01-01T00:00:00Z",
            "1969-02-29T00:00:00Z",
            "1900-02-29T00:00:00Z",
            "1969-01-01",
            "+969-01-01T00:00:00Z",
            "",
        ] {
            assert!(!Time::is_early(other), "{other}");
        }
    }

    #[test]
    fn times_never_leave_their_range() {
        assert_eq!(Time::from_seconds(i64::MAX).to_string(), "9999-12-31T23:59:59Z");
        assert_eq!(Time::from_seconds(i64::MIN).to_string(), "1970-01-01T00:00:00Z");
        assert_eq!(Time::from_ms(i64::MAX).plus_days(u16::MAX).plus_seconds(i64::MAX).seconds(), LAST);
    }
}
