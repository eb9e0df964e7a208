//! What of a license is compared, remembered, and warned of.

use seatwarden_activate::{Author, Who};
use seatwarden_base::{Kind, Refusal};
use seatwarden_license_file::State;

use crate::{
    accounts::seats::Taken,
    license::{ClockWord, Difference, Ended, InForce, differences},
};

/// What the library or the license server refuses; values `why`, `next`, `code`.
pub(super) const REFUSED: Refusal = Refusal::new(Kind::Conflict, "license_utilization.refused");
/// The license server was not reached; values `why`, `next`, `code`.
pub(super) const UNREACHABLE: Refusal = Refusal::new(Kind::Conflict, "license_utilization.unreachable");
/// The license server does not know this e-mail with this password; values `why`, `next`.
pub(super) const WRONG_CREDENTIALS: Refusal =
    Refusal::new(Kind::Unauthenticated, "license_utilization.wrong_credentials").on("licensePassword");
/// The license lies on another machine; value `machine`.
pub(super) const ELSEWHERE: Refusal = Refusal::new(Kind::Conflict, "license_utilization.elsewhere");
/// Neither a password nor a code was given.
pub(super) const NOTHING_GIVEN: Refusal =
    Refusal::new(Kind::Invalid, "license_utilization.nothing_given").on("email");
/// There is no key in the text.
pub(super) const NO_KEY: Refusal = Refusal::new(Kind::Invalid, "license_utilization.no_key").on("key");
/// Not a day.
pub(super) const BAD_DAY: Refusal = Refusal::new(Kind::Invalid, "license_utilization.bad_day").on("at");
/// A day before the first one that files know.
pub(super) const EARLY_DAY: Refusal = Refusal::new(Kind::Invalid, "license_utilization.early_day").on("at");
/// Not a number of seats; value `maximum`.
pub(super) const BAD_SEATS: Refusal = Refusal::new(Kind::Invalid, "license_utilization.bad_seats");
/// There is nothing to renew.
pub(super) const NOT_ACTIVATED: Refusal = Refusal::new(Kind::Conflict, "license_utilization.not_activated");

/// Why the license is not renewed, if the machine that holds it is not heard of.
pub(super) const UNHEARD: &str = "license_utilization.unheard";

/// As many seats as can be asked for.
pub(super) const SEATS_MAX: u32 = 10_000_000;
/// How long before something is taken away administrators are told, in milliseconds.
pub(super) const TELL_AHEAD_MS: i64 = DAY_MS;
const DAY_MS: i64 = 24 * 3_600_000;
/// How many entries of the history a page shows.
pub(super) const HISTORY_MAX: i64 = 50;
/// How many days before its end administrators are told, the last one first.
pub(super) const TELL_DAYS: [i64; 4] = [1, 7, 14, 30];
/// After so many days without a visit a holder of a seat is called dormant.
pub(super) const DORMANT_DAYS: i64 = 30;

/// What became of the license.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeKind {
    /// The first license, or one for another package.
    Activated,
    /// The same package says something else.
    Changed,
    /// The same package says the same in a new file.
    Renewed,
    /// The file of its lease was lost, and the license server gave another one.
    LeaseReplaced,
    /// It was given back, or signed out.
    GivenBack,
    /// The vendor revoked it.
    Revoked,
}

impl ChangeKind {
    /// All kinds.
    pub const ALL: [Self; 6] =
        [Self::Activated, Self::Changed, Self::Renewed, Self::LeaseReplaced, Self::GivenBack, Self::Revoked];

    /// The word in the table and in the API.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Activated => "activated",
            Self::Changed => "changed",
            Self::Renewed => "renewed",
            Self::LeaseReplaced => "lease_replaced",
            Self::GivenBack => "given_back",
            Self::Revoked => "revoked",
        }
    }

    /// The kind of a word.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }

    /// What happened between two states, if it belongs into the history.
    pub(super) fn between(before: &InForce, after: &InForce) -> Option<Self> {
        match (before.ended, after.ended) {
            (None, Some(Ended::GivenBack)) => return Some(Self::GivenBack),
            (None, Some(Ended::Revoked)) => return Some(Self::Revoked),
            (_, Some(_)) => return None,
            _ => {}
        }
        let has_lease_again = before.lease_lost_at_ms > 0 && after.lease_lost_at_ms == 0;
        let is_new = before.text != after.text || before.ended.is_some();
        let new = after.license.as_ref().filter(|_| is_new || has_lease_again)?;
        let Some(old) = before.license.as_ref().filter(|old| old.package.id == new.package.id) else {
            return Some(Self::Activated);
        };
        Some(match (differences(old, new).is_empty(), has_lease_again) {
            (false, _) => Self::Changed,
            (true, true) => Self::LeaseReplaced,
            (true, false) => Self::Renewed,
        })
    }
}

/// An entry of the history.
#[derive(Clone, Debug)]
pub struct Change {
    /// Its id; later ones are greater.
    pub id: String,
    /// When, in milliseconds since the Unix epoch.
    pub at_ms: i64,
    /// What happened.
    pub kind: ChangeKind,
    /// The code of the package.
    pub package_code: String,
    /// Its name.
    pub package_name: String,
    /// The revision of the package.
    pub revision: i64,
    /// What changed against what counted before.
    pub differences: Vec<Difference>,
    /// Who did it.
    pub by: Author,
}

/// The word of whoever changed the license, in the table and in the API.
pub(super) const fn who_word(who: Who) -> &'static str {
    match who {
        Who::Server => "server",
        Who::Operator => "operator",
        Who::User => "user",
        Who::Setup => "setup",
    }
}

/// All of them.
pub(super) const WHO_ALL: [Who; 4] = [Who::Server, Who::Operator, Who::User, Who::Setup];

/// Something that administrators are told once, by mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Notice {
    /// The license ends in so many days or fewer.
    Ends {
        /// One of [`TELL_DAYS`].
        days: i64,
    },
    /// The file of an installation without a network ends in so many days or fewer.
    FileEnds,
    /// It ended; the grace runs.
    Ended,
    /// The grace is over.
    Limited,
    /// The next license takes something away.
    Next,
    /// More seats are used than there are.
    SeatsOver,
    /// The clock of the machine cannot be believed.
    Clock,
    /// A copy of this installation seems to run.
    Clone,
    /// The license server was not reached, or refused, for long.
    Trouble,
}

/// After how long without an answer of the license server administrators are told, in milliseconds.
const TROUBLE_MS: i64 = 2 * DAY_MS;

/// What administrators must have been told by now, with the key under which it is remembered. Pure: whoever calls keeps
/// what was told already.
pub(super) fn due(license: &InForce, taken: &[Taken], now_ms: i64) -> Vec<(String, Notice)> {
    let Some(file) = &license.license else { return Vec::new() };
    let mut due = Vec::new();
    let ends_at_ms = license.ends_at_ms().unwrap_or(i64::MAX);
    match license.state(now_ms) {
        Some(State::Limited) => due.push((format!("limited {ends_at_ms}"), Notice::Limited)),
        Some(State::Grace) => due.push((format!("ended {ends_at_ms}"), Notice::Ended)),
        // The end of a lease is no end that anybody must do something about: it is renewed.
        Some(_) => {
            due.extend(file.valid_until.and_then(|until| ending(until.ms(), license.now(now_ms).ms())));
            let file_ends =
                license.file_ends_at_ms().and_then(|at_ms| ending(at_ms, license.now(now_ms).ms()));
            due.extend(file_ends.map(|(key, _)| (format!("file {key}"), Notice::FileEnds)));
        }
        None => {}
    }
    if let Some(next) = license.next.as_ref().filter(|next| next.takes_away()) {
        due.push((format!("next {} {}", file.id, next.from_ms), Notice::Next));
    }
    if taken.iter().any(|seat| seat.over() > 0) {
        due.push((format!("seats {}", file.id), Notice::SeatsOver));
    }
    if matches!(license.clock, ClockWord::Suspect | ClockWord::Behind) {
        due.push((format!("clock {}", file.id), Notice::Clock));
    }
    if license.is_clone_suspected {
        due.push((format!("clone {}", file.id), Notice::Clone));
    }
    if license.trouble_since_ms > 0 && now_ms - license.trouble_since_ms >= TROUBLE_MS {
        due.push((format!("trouble {}", license.trouble_since_ms), Notice::Trouble));
    }
    due
}

fn ending(ends_at_ms: i64, now_ms: i64) -> Option<(String, Notice)> {
    let left_ms = ends_at_ms - now_ms;
    let days = TELL_DAYS.into_iter().find(|days| (1..=days * DAY_MS).contains(&left_ms))?;
    Some((format!("ends {ends_at_ms} {days}"), Notice::Ends { days }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_is_told_thirty_fourteen_seven_and_one_days_before() {
        let told = |days: i64| ending(1_000 * DAY_MS, (1_000 - days) * DAY_MS).map(|(_, notice)| notice);

        assert_eq!(told(31), None);
        assert_eq!(told(30), Some(Notice::Ends { days: 30 }));
        assert_eq!(told(15), Some(Notice::Ends { days: 30 }));
        assert_eq!(told(14), Some(Notice::Ends { days: 14 }));
        assert_eq!(told(2), Some(Notice::Ends { days: 7 }));
        assert_eq!(told(1), Some(Notice::Ends { days: 1 }));
        assert_eq!(told(0), None);
    }
}
