//! Points and lengths of time as people write and say them; always UTC.

use std::{cell::RefCell, collections::HashMap};

use time::{Date, OffsetDateTime, format_description::well_known::Rfc3339, macros::format_description};

use super::{Language, Text};

const MINUTE: u64 = 60;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;
const DAY_MS: i64 = 86_400_000;
/// How many texts a thread keeps.
const KNOWN_MAX: usize = 1_000;

/// What is kept once it was written: a list has several in every row, and many rows the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum When {
    /// The day so many days after the Unix epoch.
    Day(i64),
    MinutesAgo(u64),
    HoursAgo(u64),
    DaysAgo(u64),
}

thread_local! {
    /// The texts that were written before.
    static KNOWN: RefCell<HashMap<(Language, When), String>> = RefCell::default();
}

/// Older than this, a point of time is told by its date.
const AGO_MAX: u64 = 30 * DAY;

impl Text {
    /// The day in UTC, as in `21 November 2026`. `at_ms` counts milliseconds since the Unix epoch.
    pub fn date(self, at_ms: i64) -> String {
        self.when(When::Day(at_ms.div_euclid(DAY_MS)))
    }

    fn when(self, when: When) -> String {
        let key = (self.language(), when);
        if let Some(known) = KNOWN.with_borrow(|known| known.get(&key).cloned()) {
            return known;
        }
        let text = match when {
            When::Day(day) => {
                let at = utc(day.saturating_mul(DAY_MS));
                // A year is never grouped like other numbers, so it goes in as text.
                self.common_date(at.day(), self.common_month(u8::from(at.month())), at.year().to_string())
            }
            When::MinutesAgo(minutes) => self.common_minutes_ago(minutes),
            When::HoursAgo(hours) => self.common_hours_ago(hours),
            When::DaysAgo(days) => self.common_days_ago(days),
        };
        KNOWN.with_borrow_mut(|known| {
            if known.len() >= KNOWN_MAX {
                known.clear();
            }
            known.insert(key, text.clone());
        });
        text
    }

    /// Day and minute in UTC, as in `21 November 2026, 14:05 UTC`. `at_ms` counts milliseconds since the
    /// Unix epoch.
    pub fn date_time(self, at_ms: i64) -> String {
        let at = utc(at_ms);
        let (hour, minute) = (format!("{:02}", at.hour()), format!("{:02}", at.minute()));
        self.common_date_time(self.date(at_ms), hour, minute)
    }

    /// How long ago something was, as in `3 minutes ago`; the date if it was more than 30 days ago, and
    /// `just now` if it was less than a minute ago or lies ahead. Both count milliseconds since the epoch.
    pub fn ago(self, at_ms: i64, now_ms: i64) -> String {
        let seconds = u64::try_from(now_ms.saturating_sub(at_ms) / 1000).unwrap_or_default();
        match seconds {
            0..MINUTE => self.common_just_now(),
            MINUTE..HOUR => self.when(When::MinutesAgo(seconds / MINUTE)),
            HOUR..DAY => self.when(When::HoursAgo(seconds / HOUR)),
            DAY..AGO_MAX => self.when(When::DaysAgo(seconds / DAY)),
            _ => self.date(at_ms),
        }
    }

    /// A length of time in the largest unit that fits without a rest, as in `90 minutes` or `3 days`.
    pub fn duration(self, seconds: u64) -> String {
        match seconds {
            whole if whole >= DAY && whole % DAY == 0 => self.common_days(whole / DAY),
            whole if whole >= HOUR && whole % HOUR == 0 => self.common_hours(whole / HOUR),
            whole if whole >= MINUTE && whole % MINUTE == 0 => self.common_minutes(whole / MINUTE),
            _ => self.common_seconds(seconds),
        }
    }
}

/// When a day begins in UTC, in milliseconds since the Unix epoch; `day` is written `2026-11-21`. None for
/// what is not a day.
pub fn day_ms(day: &str) -> Option<i64> {
    let day = Date::parse(day, format_description!("[year]-[month]-[day]")).ok()?;
    Some(day.midnight().assume_utc().unix_timestamp() * 1000)
}

/// The last millisecond of a day in UTC: who writes until which day something holds means all of that day. `day` is
/// written as for [`day_ms`].
pub fn day_end_ms(day: &str) -> Option<i64> {
    day_ms(day).map(|begins_ms| begins_ms + 24 * 3_600_000 - 1)
}

/// A moment as scripts write it, like `2026-11-21T05:31:00.000Z`, in milliseconds since the Unix epoch.
pub fn moment_ms(moment: &str) -> Option<i64> {
    let at = OffsetDateTime::parse(moment, &Rfc3339).ok()?;
    i64::try_from(at.unix_timestamp_nanos() / 1_000_000).ok()
}

fn utc(at_ms: i64) -> OffsetDateTime {
    OffsetDateTime::from_unix_timestamp(at_ms.div_euclid(1000)).unwrap_or(OffsetDateTime::UNIX_EPOCH)
}
