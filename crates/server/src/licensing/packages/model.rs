//! What a license is: its terms, what follows from them on a day, and which changes need a second person.

mod change;

use std::collections::BTreeSet;

pub(super) use change::said;
pub use change::{Change, LimitsChange, SeatsChange};
use seatwarden_base::{Kind as Sort, Refusal, Result};
use serde::{Deserialize, Serialize};

use crate::{accounts::users, text::check_visible, words::words};

/// There is no such package, or the caller has nothing to do with it.
pub const UNKNOWN: Refusal = Refusal::new(Sort::NotFound, "packages.unknown");
/// Somebody else changed the package between reading and writing.
pub const CHANGED_MEANWHILE: Refusal = Refusal::new(Sort::Conflict, "packages.changed_meanwhile");
/// The code belongs to another package.
pub(super) const CODE_TAKEN: Refusal = Refusal::new(Sort::Conflict, "packages.code_taken").on("code");
/// The code is empty, too long, or has other characters than letters, digits and `-_.`.
pub(super) const BAD_CODE: Refusal = Refusal::new(Sort::Invalid, "packages.bad_code").on("code");
/// The name is empty, too long, or has characters that cannot be seen.
pub(super) const BAD_NAME: Refusal = Refusal::new(Sort::Invalid, "packages.bad_name").on("name");
/// A word that is none of those the field knows; values `field`, `words`.
pub(super) const BAD_WORD: Refusal = Refusal::new(Sort::Invalid, "packages.bad_word");
/// A number beyond its limits; values `field`, `minimum`, `maximum`.
pub(super) const BAD_NUMBER: Refusal = Refusal::new(Sort::Invalid, "packages.bad_number");
/// A day that is none, or an end before the beginning.
pub(super) const BAD_VALIDITY: Refusal =
    Refusal::new(Sort::Invalid, "packages.bad_validity").on("validUntil");
/// Every license but a perpetual one ends.
pub(super) const NO_END: Refusal = Refusal::new(Sort::Invalid, "packages.no_end").on("validUntil");
/// A new license says how many people of each kind it is for; value `fields`, those that are not said.
pub(super) const NO_SEATS: Refusal = Refusal::new(Sort::Invalid, "packages.no_seats");
/// A revision says why.
pub(super) const NO_REASON: Refusal = Refusal::new(Sort::Invalid, "packages.no_reason").on("reason");
/// Nothing comes after a revocation.
pub(super) const IS_REVOKED: Refusal = Refusal::new(Sort::Conflict, "packages.is_revoked");
/// One change at a time waits for a second person.
pub(super) const WAITS_ALREADY: Refusal = Refusal::new(Sort::Conflict, "packages.waits_already");
/// The change that is to be decided is not there, or decided.
pub(super) const NO_REQUEST: Refusal = Refusal::new(Sort::NotFound, "packages.no_request");
/// The change that is to be decided waits no more: another was made, or the package is to be revoked.
pub(super) const OVERTAKEN: Refusal = Refusal::new(Sort::Conflict, "packages.overtaken");
/// The caller acts for the customer, and is no license user of the package.
pub(super) const NO_LICENSE_USER: Refusal = Refusal::new(Sort::Forbidden, "packages.no_license_user");
/// Who asked for a change does not approve it.
pub(super) const OWN_REQUEST: Refusal = Refusal::new(Sort::Forbidden, "packages.own_request");
/// Who asked for a change made the account that would approve it, or one person can sign in as both.
pub(super) const SAME_HAND: Refusal = Refusal::new(Sort::Forbidden, "packages.same_hand");
/// Who works on the host alone is no second person.
pub(super) const NEEDS_PERSON: Refusal = Refusal::new(Sort::Forbidden, "packages.needs_person");
/// The account does not act for the organisation of the package.
pub(super) const NO_MEMBER: Refusal = Refusal::new(Sort::Conflict, "packages.no_member").on("user");
/// As many license users as there can be.
pub(super) const TOO_MANY_USERS: Refusal = Refusal::new(Sort::Conflict, "packages.too_many_users");
/// The list of packages to bring in cannot be read; values `line`, `why`.
pub(super) const SIGNED_UP_ITSELF: Refusal =
    Refusal::new(Sort::Conflict, "packages.signed_up_itself").on("file");
/// The list of packages cannot be read; values `line` and `why`.
pub(super) const BAD_LIST: Refusal = Refusal::new(Sort::Invalid, "packages.bad_list").on("file");

/// Longest code, in characters.
pub(super) const CODE_MAX: usize = 64;
/// Longest name, in characters.
pub(super) const NAME_MAX: usize = 100;
/// Longest reason, in characters.
pub(super) const REASON_MAX: usize = 300;
/// How many entitlements a license has at most, and how long their names are.
pub(super) const ENTITLEMENTS_MAX: usize = 100;
pub(super) const ENTITLEMENT_MAX: usize = 64;
/// How many servers one license is for at most.
pub(super) const SERVERS_MAX: i64 = 2_000_000;
/// The largest number of anything else.
const COUNT_MAX: i64 = 1_000_000_000_000;
/// How many license users a package has at most.
pub(super) const USERS_MAX: i64 = users::LICENSE_USERS_MAX;
/// How many packages a page of a list has.
pub(super) const PAGE: i64 = 100;
/// How many packages are read at once by who reads all of them.
pub(super) const WALK: i64 = 500;
/// How many packages one person sees at most.
pub(super) const OF_PERSON_MAX: i64 = 500;
/// How many revisions are read.
pub(super) const REVISIONS_MAX: i64 = 10_000;
/// An end that is so far away is like none: ten years, in milliseconds.
const ENDLESS_MS: i64 = 3_653 * DAY_MS;
/// A day, in milliseconds.
pub(super) const DAY_MS: i64 = 24 * 3_600_000;
/// From so many days before its end on, a license is about to end.
const EXPIRING_DAYS: i64 = 30;

words! {
    /// How a license was bought.
    Kind {
        /// For a time, to be renewed.
        Subscription = "subscription",
        /// Without an end.
        Perpetual = "perpetual",
        /// To try.
        Trial = "trial",
        /// For the vendor's own use.
        Internal = "internal",
    }
}
words! {
    /// The tier.
    Tier {
        /// The smallest.
        Launch = "launch",
        /// The middle.
        Grow = "grow",
        /// The largest.
        Enterprise = "enterprise",
    }
}
words! {
    /// Where the product runs.
    Deployment {
        /// At the vendor's.
        Cloud = "cloud",
        /// At the customer's.
        OnPremises = "on_premises",
    }
}
words! {
    /// What the installation is for.
    Environment {
        /// Production.
        Production = "prod",
        /// Development.
        Development = "dev",
        /// A spare one.
        Backup = "backup",
        /// To try.
        Trial = "trial",
    }
}
words! {
    /// What the vendor said of a license.
    State {
        /// In force.
        Active = "active",
        /// Held for a while.
        Suspended = "suspended",
        /// Over for good.
        Revoked = "revoked",
    }
}
words! {
    /// What a license is worth at a moment: what the vendor said, and what the time makes of it.
    Standing {
        /// Not begun yet.
        Future = "future",
        /// In force.
        Active = "active",
        /// In force for less than 30 days.
        Expiring = "expiring",
        /// Over, but everything works on for a while.
        Grace = "grace",
        /// Over.
        Limited = "limited",
        /// Held by the vendor.
        Suspended = "suspended",
        /// Taken back by the vendor.
        Revoked = "revoked",
    }
}
words! {
    /// Where a change that needs a second person stands.
    RequestState {
        /// It waits.
        Open = "open",
        /// It was made.
        Approved = "approved",
        /// It was not made.
        Rejected = "rejected",
        /// It was not made, because the package was changed otherwise, or is to be revoked.
        Overtaken = "overtaken",
    }
}

/// How many people of each kind; none is no limit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Seats {
    /// Sys. Admin, Admin, Data Admin.
    pub administrators: Option<i64>,
    /// Data Designer, Designer.
    pub designers: Option<i64>,
    /// Viewer.
    pub viewers: Option<i64>,
}

/// How much of the rest; none is no limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    /// Servers that count at a time.
    pub servers: i64,
    /// Rows of data.
    pub rows: Option<i64>,
    /// Cores.
    pub cores: Option<i64>,
}

impl Default for Limits {
    fn default() -> Self {
        Self { servers: 1, rows: None, cores: None }
    }
}

/// All that a license says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Terms {
    /// What it is called.
    pub name: String,
    /// How it was bought.
    #[serde(rename = "type")]
    pub kind: Kind,
    /// The tier.
    pub tier: Tier,
    /// Where the product runs.
    pub deployment: Deployment,
    /// What the installation is for.
    pub environment: Environment,
    /// What the vendor said of it.
    pub state: State,
    /// From when, in milliseconds since the Unix epoch.
    pub valid_from_ms: i64,
    /// Until when; none for ever.
    pub valid_until_ms: Option<i64>,
    /// People.
    pub seats: Seats,
    /// The rest.
    pub limits: Limits,
    /// Parts of the product that it opens.
    pub entitlements: BTreeSet<String>,
    /// For how many days a server may run without asking again.
    pub lease_days: i64,
    /// For how many days after the end everything works on.
    pub grace_days: i64,
}

impl Terms {
    /// What a new license says where nobody says otherwise; it has no name and no end yet.
    pub fn usual(valid_from_ms: i64) -> Self {
        Self {
            name: String::new(),
            kind: Kind::Subscription,
            tier: Tier::Launch,
            deployment: Deployment::OnPremises,
            environment: Environment::Production,
            state: State::Active,
            valid_from_ms,
            valid_until_ms: None,
            seats: Seats::default(),
            limits: Limits::default(),
            entitlements: BTreeSet::new(),
            lease_days: 7,
            grace_days: 14,
        }
    }

    /// What they are worth at a moment.
    pub fn standing(&self, now_ms: i64) -> Standing {
        match self.state {
            State::Suspended => return Standing::Suspended,
            State::Revoked => return Standing::Revoked,
            State::Active => {}
        }
        if now_ms < self.valid_from_ms {
            return Standing::Future;
        }
        let Some(until_ms) = self.valid_until_ms else { return Standing::Active };
        match until_ms - now_ms {
            left if left > EXPIRING_DAYS * DAY_MS => Standing::Active,
            left if left > 0 => Standing::Expiring,
            left if left > -self.grace_days * DAY_MS => Standing::Grace,
            _ => Standing::Limited,
        }
    }

    /// How long a lease is, in milliseconds.
    pub const fn lease_ms(&self) -> i64 {
        self.lease_days * DAY_MS
    }

    /// How long everything works on after the end, in milliseconds.
    pub const fn grace_ms(&self) -> i64 {
        self.grace_days * DAY_MS
    }

    /// Whether a second person must approve the way from these terms to others: more of anything that is counted,
    /// another part of the product, a license without an end, longer without a word of ours, or the end of all. An end that
    /// is further away than `ENDLESS_MS` is none.
    pub fn needs_approval(&self, after: &Self, now_ms: i64) -> bool {
        let is_endless =
            |until_ms: Option<i64>| until_ms.is_none_or(|until_ms| until_ms > now_ms + ENDLESS_MS);
        let is_longer = after.valid_until_ms.unwrap_or(i64::MAX) > self.valid_until_ms.unwrap_or(i64::MAX);
        let more = |before: Option<i64>, after: Option<i64>| match (before, after) {
            (None, _) => false,
            (Some(_), None) => true,
            (Some(before), Some(after)) => after > before,
        };
        (after.state == State::Revoked && self.state != State::Revoked)
            || after.limits.servers > self.limits.servers
            || more(self.limits.rows, after.limits.rows)
            || more(self.limits.cores, after.limits.cores)
            || more(self.seats.administrators, after.seats.administrators)
            || more(self.seats.designers, after.seats.designers)
            || more(self.seats.viewers, after.seats.viewers)
            || !after.entitlements.is_subset(&self.entitlements)
            || after.tier != self.tier
            || (is_longer && is_endless(after.valid_until_ms))
            || after.lease_days > self.lease_days
            || after.grace_days > self.grace_days
    }

    /// The same terms in order, or the rule they break.
    pub fn checked(mut self) -> Result<Self> {
        self.name = check_visible(&self.name, NAME_MAX)
            .filter(|name| !name.is_empty())
            .ok_or_else(|| BAD_NAME.with("maximum", NAME_MAX))?;
        number("limits.servers", self.limits.servers, 0, SERVERS_MAX)?;
        number("leaseDays", self.lease_days, 1, 90)?;
        number("graceDays", self.grace_days, 0, 365)?;
        for (field, count) in [
            ("limits.rows", self.limits.rows),
            ("limits.cores", self.limits.cores),
            ("seats.administrators", self.seats.administrators),
            ("seats.designers", self.seats.designers),
            ("seats.viewers", self.seats.viewers),
        ] {
            number(field, count.unwrap_or_default(), 0, COUNT_MAX)?;
        }
        let good = |name: &String| {
            (1..=ENTITLEMENT_MAX).contains(&name.len())
                && name.bytes().all(|letter| letter.is_ascii_alphanumeric() || b"-_.".contains(&letter))
        };
        if self.entitlements.len() > ENTITLEMENTS_MAX || !self.entitlements.iter().all(good) {
            return Err(BAD_WORD.with("field", "entitlements").with("words", "high_availability").into());
        }
        match self.valid_until_ms {
            None if self.kind != Kind::Perpetual => Err(NO_END.into()),
            Some(until_ms) if until_ms <= self.valid_from_ms => Err(BAD_VALIDITY.into()),
            _ => Ok(self),
        }
    }
}

impl Terms {
    /// The same terms, or the rule they break: a license is for one server at least, unless it was for none already.
    pub(super) fn with_servers(self, before: Option<&Self>) -> Result<Self> {
        if before.is_none_or(|before| before.limits.servers != self.limits.servers) {
            number("limits.servers", self.limits.servers, 1, SERVERS_MAX)?;
        }
        Ok(self)
    }
}

fn number(field: &'static str, value: i64, minimum: i64, maximum: i64) -> Result<()> {
    if (minimum..=maximum).contains(&value) {
        return Ok(());
    }
    Err(BAD_NUMBER.on(field).with("field", field).with("minimum", minimum).with("maximum", maximum).into())
}

/// A code as it stands in the table, or the rule it breaks.
pub(super) fn check_code(code: &str) -> Result<String> {
    let code = code.trim();
    let good = |letter: char| letter.is_ascii_alphanumeric() || "-_.".contains(letter);
    if code.is_empty() || code.len() > CODE_MAX || !code.chars().all(good) {
        return Err(BAD_CODE.with("maximum", CODE_MAX).into());
    }
    Ok(code.to_owned())
}

/// A reason as it stands in the table, or the rule it breaks.
pub(super) fn check_reason(reason: &str) -> Result<String> {
    check_visible(reason, REASON_MAX)
        .filter(|reason| !reason.is_empty())
        .ok_or_else(|| NO_REASON.with("maximum", REASON_MAX).into())
}

/// A license.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Package {
    /// 24 hex digits.
    pub id: String,
    /// Whose it is.
    pub organisation_id: String,
    /// What people and scripts call it by; unique, whatever the case.
    pub code: String,
    /// What it says now.
    pub terms: Terms,
    /// Since when fewer servers may count than before, if that was lowered last.
    pub lowered_at_ms: Option<i64>,
    /// How often its activations were reset.
    pub reset_epoch: i64,
    /// When they were last, in milliseconds since the Unix epoch.
    pub last_reset_at_ms: Option<i64>,
    /// The number of its newest revision; grows with each change.
    pub revision: i64,
    /// In milliseconds since the Unix epoch.
    pub created_at_ms: i64,
}

/// What a license said from a moment on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    /// From 1 without gaps.
    pub number: i64,
    /// From when, in milliseconds since the Unix epoch.
    pub at_ms: i64,
    /// What it said.
    pub terms: Terms,
    /// Why.
    pub reason: String,
    /// Who wanted it.
    pub author: String,
    /// The second person, if it needed one.
    pub approver: String,
}

/// What a license said at a moment; none before it was issued. Of two revisions of the same moment the later counts.
pub fn terms_at(revisions: &[Revision], at_ms: i64) -> Option<&Revision> {
    revisions.iter().filter(|revision| revision.at_ms <= at_ms).max_by_key(|revision| revision.number)
}

/// A package to be issued.
#[derive(Clone, Debug)]
pub struct NewPackage {
    /// For whom.
    pub organisation_id: String,
    /// Its code; empty to have one made.
    pub code: String,
    /// What it says.
    pub terms: Terms,
    /// Why.
    pub reason: String,
}

/// A change that waits for a second person, or did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeRequest {
    /// 24 hex digits.
    pub id: String,
    /// Of which package.
    pub package_id: String,
    /// The revision that it was asked of.
    pub base_revision: i64,
    /// What the package is to say.
    pub terms: Terms,
    /// Why.
    pub reason: String,
    /// Where it stands.
    pub state: RequestState,
    /// Id of who asked; none for the operator.
    pub author_id: Option<String>,
    /// Who asked.
    pub author: String,
    /// When, in milliseconds since the Unix epoch.
    pub created_at_ms: i64,
    /// Who decided.
    pub decided_by: String,
    /// When, in milliseconds since the Unix epoch.
    pub decided_at_ms: Option<i64>,
}

/// An account that activates a package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LicenseUser {
    /// Id of the user.
    pub user_id: String,
    /// The address.
    pub email: String,
    /// First and last name; may be empty.
    pub name: String,
    /// How many servers that count now were activated with it.
    pub activations: i64,
    /// When it was added, in milliseconds since the Unix epoch.
    pub added_at_ms: i64,
}
