//! The groups of settings, and what each takes.

use std::{ops::RangeInclusive, sync::Mutex};

use seatwarden_base::{Error, Kind, Refusal, Result};
use serde_json::{Map, Value};

use crate::{
    accounts::{
        api_v09::ApiAccess,
        passwords::{
            ChosenPolicy, Lockout,
            organisation_rule::OrganisationRule,
            rules::{Context, MINIMUM_LENGTH_MAX, MINIMUM_LENGTH_MIN},
        },
        sessions::{ChosenLimits, RoleLimits},
    },
    common::settings::{Setting, Versioned},
    config::Config,
    cx::{BaseRole, Role},
    text::{id_key, is_id},
    web::Embedding,
};

/// A number that is too small or too large; values `minimum` and `maximum`.
pub(super) const OUT_OF_RANGE: Refusal = Refusal::new(Kind::Invalid, "security.out_of_range");
/// A session cannot be idle for longer than it lives.
pub(super) const IDLE_TOO_LONG: Refusal = Refusal::new(Kind::Invalid, "security.idle_too_long");
/// There is no such role; value `role`.
pub(super) const UNKNOWN_ROLE: Refusal = Refusal::new(Kind::Invalid, "security.unknown_role").on("roles");
/// There are limits for one more role, but none was chosen.
pub(super) const NO_ROLE_CHOSEN: Refusal =
    Refusal::new(Kind::Invalid, "security.no_role_chosen").on("one_more");
/// The API named something that is not in this group; value `name`.
pub(super) const UNKNOWN_NAME: Refusal = Refusal::new(Kind::Invalid, "security.unknown_name");
/// The key was shown before, and is shown once.
pub(super) const SHOWN_BEFORE: Refusal = Refusal::new(Kind::Conflict, "security.shown_before");
/// The key was told once; the original says 404 where there is none to tell.
pub(super) const NOT_TOLD: Refusal = Refusal::new(Kind::NotFound, "security.not_told");
/// A key of one's own is too short to be safe, or has other letters than those of a number in hex.
pub(super) const BAD_KEY: Refusal = Refusal::new(Kind::Invalid, "security.bad_key").on("apiKey");
/// No Single Sign On can be switched on here.
pub(super) const NO_SSO: Refusal = Refusal::new(Kind::Malformed, "security.no_sso").on("enabled");
/// The language of the server stands in its configuration.
pub(super) const LANGUAGE_STAYS: Refusal =
    Refusal::new(Kind::Conflict, "security.language_stays").on("language");

/// The longest that a key goes on working after it was replaced, in days.
pub(super) const OVERLAP_DAYS_MAX: u32 = 365;

/// The shortest key of one's own, in hex digits: those of the original have so many.
pub(super) const OWN_KEY_MIN: usize = 32;
/// The longest one.
pub(super) const OWN_KEY_MAX: usize = 128;

/// What numbers may be: those of the configuration.
pub(super) mod range {
    use super::RangeInclusive;

    pub(in super::super) const ATTEMPTS: RangeInclusive<u32> = 1..=100;
    pub(in super::super) const LOCK_MINUTES: RangeInclusive<u32> = 1..=1_440;
    pub(in super::super) const IDLE_MINUTES: RangeInclusive<u32> = 1..=525_600;
    /// Seconds of the platform; 0 leaves the limit as it is (decision 0016).
    pub(in super::super) const IDLE_SECONDS: RangeInclusive<u32> = 0..=525_600 * 60;
    pub(in super::super) const ABSOLUTE_HOURS: RangeInclusive<u32> = 1..=8_760;
    pub(in super::super) const REMEMBER_DAYS: RangeInclusive<u32> = 1..=365;
    pub(in super::super) const PER_USER: RangeInclusive<u32> = 1..=1_000;
    pub(in super::super) const WINDOW_SECONDS: RangeInclusive<u32> = 0..=86_400;
}

/// A group of settings that is shown, saved and reset as one.
pub trait Group: Setting + Clone + PartialEq {
    /// Its name in the API and in the audit trail.
    const WORD: &'static str;

    /// The group in its plain form. Refuses what cannot be.
    fn checked(&self, config: &Config, is_secure: bool) -> Result<Self>;

    /// The group as it is told to people and programs.
    #[must_use]
    fn told(&self, _roles: &[Role]) -> Self {
        self.clone()
    }

    /// Refuses what takes long to check, and is checked only where it differs from what stands.
    fn check_new(&self, _before: &Self) -> Result<()> {
        Ok(())
    }
}

/// A new value of a group, and the version that it was made from.
#[derive(Clone, Debug)]
pub struct Change<G> {
    /// What is wanted.
    pub value: G,
    /// What the group had been changed to when it was shown.
    pub version: i64,
}

/// Groups to be changed together; those that are not named stay.
#[derive(Clone, Debug, Default)]
pub struct Changes {
    /// The rules for new passwords.
    pub passwords: Option<Change<ChosenPolicy>>,
    /// The lock-out.
    pub lockout: Option<Change<Lockout>>,
    /// How long sessions live.
    pub sessions: Option<Change<ChosenLimits>>,
    /// Who may embed our pages.
    pub embedding: Option<Change<Embedding>>,
    /// The legacy key.
    pub api_access: Option<Change<ApiAccess>>,
}

/// All groups as they stand.
#[derive(Clone, Debug)]
pub struct Policies {
    /// The rules for new passwords.
    pub passwords: Versioned<ChosenPolicy>,
    /// The lock-out.
    pub lockout: Versioned<Lockout>,
    /// How long sessions live.
    pub sessions: Versioned<ChosenLimits>,
    /// Who may embed our pages.
    pub embedding: Versioned<Embedding>,
    /// The legacy key.
    pub api_access: Versioned<ApiAccess>,
    /// The roles that there are.
    pub roles: Vec<Role>,
}

impl Policies {
    /// Counts the changes of all groups.
    pub const fn version(&self) -> i64 {
        self.passwords.version
            + self.lockout.version
            + self.sessions.version
            + self.embedding.version
            + self.api_access.version
    }
}

/// Refuses a name that is not in a group, with `security.unknown_name`.
pub(super) fn unknown_name(place: &str, name: &str) -> Refusal {
    let name: String = name.chars().take(60).collect();
    UNKNOWN_NAME.with("name", format!("{place}{name}"))
}

/// What the limits of the role with this id or API name are kept by. Refuses with `security.unknown_role`.
pub(super) fn key_of_role<'a>(name: &str, roles: &'a [Role]) -> Result<&'a str> {
    let id = id_key(name);
    let found = roles.iter().find(|role| role.name == name || role.id == id);
    Ok(found.map(ChosenLimits::key).ok_or_else(|| unknown_role(name))?)
}

fn unknown_role(name: &str) -> Refusal {
    UNKNOWN_ROLE.with("role", name.chars().take(40).collect::<String>())
}

/// Refuses with `security.out_of_range`, blamed on `field`.
pub(super) fn within(number: Option<u32>, range: &RangeInclusive<u32>, field: &'static str) -> Result<()> {
    if number.is_none_or(|number| range.contains(&number)) {
        return Ok(());
    }
    Err(OUT_OF_RANGE.on(field).with("minimum", range.start()).with("maximum", range.end()).into())
}

impl Group for ChosenPolicy {
    const WORD: &'static str = "passwords";

    fn checked(&self, config: &Config, _: bool) -> Result<Self> {
        let length =
            u32::try_from(MINIMUM_LENGTH_MIN).unwrap_or(0)..=u32::try_from(MINIMUM_LENGTH_MAX).unwrap_or(0);
        within(self.minimum_length, &length, "minimumLength")?;
        // The text is kept even while the rule that holds has another one.
        OrganisationRule::new("", &self.organisation_message).map_err(on_pattern)?;
        let policy = self.over(&config.passwords, &Mutex::default()).map_err(on_pattern)?;
        if let Some(rule) = &policy.organisation {
            rule.check_reach(policy.minimum_for(&Context::new())).map_err(on_pattern)?;
        }
        Ok(self.clone())
    }

    fn check_new(&self, before: &Self) -> Result<()> {
        if self.organisation_regex == before.organisation_regex {
            return Ok(());
        }
        let rule = OrganisationRule::new(&self.organisation_regex, &self.organisation_message);
        rule.and_then(|rule| rule.check_speed()).map_err(on_pattern)
    }
}

fn on_pattern(error: Error) -> Error {
    match error {
        Error::Refusal(refusal) => Error::from(refusal.on("organisationRegex")),
        fault @ Error::Fault(_) => fault,
    }
}

impl Group for Lockout {
    const WORD: &'static str = "lockout";

    fn checked(&self, _: &Config, _: bool) -> Result<Self> {
        within(self.attempts, &range::ATTEMPTS, "attempts")?;
        within(self.minutes, &range::LOCK_MINUTES, "minutes")?;
        within(self.period_minutes, &range::LOCK_MINUTES, "periodMinutes")?;
        Ok(*self)
    }
}

impl Group for ChosenLimits {
    const WORD: &'static str = "sessions";

    fn checked(&self, config: &Config, _: bool) -> Result<Self> {
        within(self.idle_minutes, &range::IDLE_MINUTES, "idleMinutes")?;
        within(self.absolute_hours, &range::ABSOLUTE_HOURS, "absoluteHours")?;
        within(self.remember_idle_days, &range::REMEMBER_DAYS, "rememberIdleDays")?;
        within(self.remember_absolute_days, &range::REMEMBER_DAYS, "rememberAbsoluteDays")?;
        within(self.per_user_max, &range::PER_USER, "perUserMax")?;
        let limits = self.over(&config.sessions);
        if limits.idle_minutes > limits.absolute_hours * 60 {
            return Err(IDLE_TOO_LONG.on("idleMinutes").into());
        }
        if limits.remember_idle_days > limits.remember_absolute_days {
            return Err(IDLE_TOO_LONG.on("rememberIdleDays").into());
        }
        for (role, limits) in &self.roles {
            if BaseRole::named(role).is_none() && !is_id(role) {
                return Err(unknown_role(role).into());
            }
            within(limits.idle_minutes, &range::IDLE_MINUTES, "roles")?;
            within(limits.absolute_hours, &range::ABSOLUTE_HOURS, "roles")?;
            within(limits.per_user_max, &range::PER_USER, "roles")?;
        }
        let mut checked = self.clone();
        checked.roles.retain(|_, limits| *limits != RoleLimits::default());
        Ok(checked)
    }

    fn told(&self, roles: &[Role]) -> Self {
        self.named(roles)
    }
}

impl Group for Embedding {
    const WORD: &'static str = "embedding";

    fn checked(&self, _: &Config, is_secure: bool) -> Result<Self> {
        Self::checked(self, is_secure)
    }
}

impl Group for ApiAccess {
    const WORD: &'static str = "apiAccess";

    fn checked(&self, _: &Config, _: bool) -> Result<Self> {
        within(self.iat_window_seconds, &range::WINDOW_SECONDS, "iatWindowSeconds")?;
        Ok(*self)
    }
}

/// What differs between two values, as it was and as it is.
pub(super) fn difference(before: &Value, after: &Value) -> (Value, Value) {
    let empty = Map::new();
    let (before, after) = (before.as_object().unwrap_or(&empty), after.as_object().unwrap_or(&empty));
    let pick = |from: &Map<String, Value>, other: &Map<String, Value>| {
        from.iter()
            .filter(|(name, value)| other.get(*name) != Some(value))
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect::<Map<_, _>>()
    };
    (Value::Object(pick(before, after)), Value::Object(pick(after, before)))
}
