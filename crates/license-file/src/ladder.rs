//! What works on a given day: a pure function of what is written inside the file. No later word of a server can take
//! away what the installed file promises.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::{Lease, License, Refused, Time, claims::check_list, time::DAY};

/// Something that an installation can do. Some of it never stops.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum Ability {
    /// Signing in. Never stops.
    SignIn,
    /// Viewing what is there. Never stops.
    View,
    /// Taking one's data out. Never stops.
    Export,
    /// Switching users off and deleting them. Never stops.
    RemoveUsers,
    /// The page of the license, installing another one, giving it back. Never stops.
    ManageLicense,
    /// Adding users, and giving them higher roles.
    AddUsers,
    /// Making dashboards and data models.
    Create,
    /// Changing them.
    Change,
    /// Building data models anew.
    Build,
    /// Sending reports and other timed work.
    Schedule,
    /// Calls of scripts that change something.
    Automate,
    /// Showing dashboards inside of other sites.
    Embed,
    /// Something that this program does not know, and so never stops.
    Other(String),
}

impl Ability {
    const WORDS: [(Self, &'static str); 12] = [
        (Self::SignIn, "sign_in"),
        (Self::View, "view"),
        (Self::Export, "export"),
        (Self::RemoveUsers, "remove_users"),
        (Self::ManageLicense, "manage_license"),
        (Self::AddUsers, "add_users"),
        (Self::Create, "create"),
        (Self::Change, "change"),
        (Self::Build, "build"),
        (Self::Schedule, "schedule"),
        (Self::Automate, "automate"),
        (Self::Embed, "embed"),
    ];

    /// All that this program knows.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::WORDS.into_iter().map(|(ability, _)| ability)
    }

    /// Whether no file can stop it.
    pub fn never_stops(&self) -> bool {
        matches!(self, Self::SignIn | Self::View | Self::Export | Self::RemoveUsers | Self::ManageLicense)
    }

    /// The word for it in files.
    pub fn word(&self) -> &str {
        match self {
            Self::Other(word) => word,
            known => Self::WORDS.iter().find(|(ability, _)| ability == known).map_or("", |(_, word)| word),
        }
    }
}

impl From<String> for Ability {
    fn from(word: String) -> Self {
        Self::WORDS
            .into_iter()
            .find(|(_, known)| *known == word)
            .map_or(Self::Other(word), |(ability, _)| ability)
    }
}

impl From<Ability> for String {
    fn from(ability: Ability) -> Self {
        ability.word().to_owned()
    }
}

/// From a day on, this stops; it stays stopped on later steps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Whole days after the end; the first day is 0.
    pub from_day: u16,
    /// What stops.
    pub stops: Vec<Ability>,
}

/// What happens after the end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grace {
    /// How many days the grace lasts; afterwards the installation is limited.
    pub days: u16,
    /// What stops when, in order.
    pub ladder: Vec<Step>,
}

impl Grace {
    /// How many steps there may be.
    pub const STEPS_MAX: usize = 16;
    /// How many days before its end a license is expiring.
    pub const EXPIRING_DAYS: u16 = 30;

    /// The usual ladder: new users and content stop in the middle, all that changes something at the end. Without a
    /// grace everything stops at once.
    pub fn usual(days: u16) -> Self {
        let first = [Ability::AddUsers, Ability::Create];
        let then = [Ability::Change, Ability::Build, Ability::Schedule, Ability::Automate, Ability::Embed];
        let ladder = if days == 0 {
            vec![Step { from_day: 0, stops: first.into_iter().chain(then).collect() }]
        } else {
            vec![
                Step { from_day: days / 2, stops: first.into() },
                Step { from_day: days, stops: then.into() },
            ]
        };
        Self { days, ladder }
    }

    pub(crate) fn check(&self) -> Result<(), Refused> {
        check_list(&self.ladder, Self::STEPS_MAX)?;
        for step in &self.ladder {
            check_list(&step.stops, 32)?;
        }
        if self.ladder.iter().flat_map(|step| &step.stops).any(Ability::never_stops) {
            return Err(Refused::GraceStops);
        }
        if self.ladder.is_sorted_by(|one, next| one.from_day < next.from_day) {
            Ok(())
        } else {
            Err(Refused::GraceOrder)
        }
    }
}

/// Where a license stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// It lies ready for later.
    NotYet,
    /// All works.
    Active,
    /// All works, and the end is near.
    Expiring,
    /// The end has passed; steps of the ladder apply.
    Grace,
    /// The grace has passed too.
    Limited,
}

/// What works at a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Where the license stands.
    pub state: State,
    /// When it ended or will end: the earliest of its own end, its renewal date and the end of the lease.
    pub ends_at: Time,
    /// Days until the end, the one that has begun included; negative after it.
    pub days_left: i64,
    /// When the next thing stops.
    pub next_stop_at: Option<Time>,
    stopped: Vec<Ability>,
}

impl Standing {
    /// Whether this works.
    pub fn works(&self, ability: &Ability) -> bool {
        ability.never_stops() || !self.stopped.contains(ability)
    }

    /// What does not work, in the order in which it stopped.
    pub fn stopped(&self) -> &[Ability] {
        &self.stopped
    }
}

/// Days until a time, the one that has begun included: what people count. Whole days since then after it, negative.
pub fn days_until(now: Time, then: Time) -> i64 {
    now.seconds().saturating_sub(then.seconds()).div_euclid(DAY).saturating_neg()
}

impl License {
    /// Until when a lease helps: no longer than what was bought.
    #[must_use]
    pub fn leased_until(&self, lease_until: Time) -> Time {
        self.valid_until.map_or(lease_until, |until| until.min(lease_until))
    }

    /// From when until when the newest word of the vendor lasts: the newest lease, else this file; and no longer than what
    /// was bought, because the next file must be here before that ends. Half of it is when to ask for the next.
    pub fn lasts(&self, lease: Option<&Lease>) -> Range<Time> {
        let (since, until) =
            lease.map_or((self.issued_at, self.renew_by), |lease| (lease.issued_at, lease.lease_until));
        // What was said after the end of all is about the grace, and lasts as long as it says.
        let bought = self.valid_until.filter(|bought| *bought > since);
        since..bought.map_or(until, |bought| bought.min(until))
    }

    /// Whether the next lease, or without leases the next file, should be fetched now: half of the time has passed.
    pub fn is_renewal_due(&self, now: Time, lease: Option<&Lease>) -> bool {
        let lasts = self.lasts(lease);
        let half = lasts.end.seconds().saturating_sub(lasts.start.seconds()).max(0) / 2;
        now >= lasts.start.plus_seconds(half)
    }

    /// What works at this time, given the end of the newest lease if the installation has one.
    pub fn works(&self, now: Time, lease_until: Option<Time>) -> Standing {
        // A lease is newer word of the vendor than the date in the file, and lasts as long as either says.
        let renew_by = lease_until.map_or(self.renew_by, |until| until.max(self.renew_by));
        let ends_at = self.valid_until.map_or(renew_by, |until| until.min(renew_by));
        let since = now.seconds().saturating_sub(ends_at.seconds());
        let over = since >= 0;
        let day = since.div_euclid(DAY);
        let has_come = |from: u16| over && day >= i64::from(from);
        let steps = &self.grace.ladder;
        let stopped = steps.iter().filter(|step| has_come(step.from_day)).flat_map(|step| step.stops.clone());
        let next = steps.iter().find(|step| !has_come(step.from_day));
        Standing {
            state: self.state(now, over, has_come(self.grace.days)),
            ends_at,
            days_left: days_until(now, ends_at),
            next_stop_at: next.map(|step| ends_at.plus_days(step.from_day)),
            stopped: stopped.collect(),
        }
    }

    fn state(&self, now: Time, is_over: bool, is_grace_over: bool) -> State {
        let is_near = self.valid_until.is_some_and(|until| now.plus_days(Grace::EXPIRING_DAYS) >= until);
        if now < self.valid_from {
            State::NotYet
        } else if is_grace_over {
            State::Limited
        } else if is_over {
            State::Grace
        } else if is_near {
            State::Expiring
        } else {
            State::Active
        }
    }
}
