//! How long sessions live and how many a user has: what an administrator chose, over the configuration.

use std::collections::BTreeMap;

use seatwarden_base::{Result, db::Tx};
use serde::{Deserialize, Serialize};

use crate::{
    common::settings::{self, Setting},
    config::SessionsConfig,
    cx::{BaseRole, Cx, Role},
};

const MINUTE_MS: i64 = 60_000;
const HOUR_MS: i64 = 60 * MINUTE_MS;
const DAY_MS: i64 = 24 * HOUR_MS;

/// What an administrator chose; what is not chosen follows the configuration.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct ChosenLimits {
    /// A session ends after so many minutes without a request.
    pub idle_minutes: Option<u32>,
    /// A session ends after so many hours in any case.
    pub absolute_hours: Option<u32>,
    /// With "Remember Me", after so many days without a request.
    pub remember_idle_days: Option<u32>,
    /// With "Remember Me", after so many days in any case.
    pub remember_absolute_days: Option<u32>,
    /// How many sessions a user has at once.
    pub per_user_max: Option<u32>,
    /// Nobody is remembered: every session ends with its browser. The name is that of existing installations.
    pub session_only_cookie: bool,
    /// Lower limits for some roles, by what [`ChosenLimits::key`] says.
    pub roles: BTreeMap<String, RoleLimits>,
}

/// Limits of one role; what a custom one has none of is that of the role it stands on. They shorten remembered sessions too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct RoleLimits {
    /// A session ends after so many minutes without a request.
    pub idle_minutes: Option<u32>,
    /// A session ends after so many hours in any case.
    pub absolute_hours: Option<u32>,
    /// How many sessions a user has at once.
    pub per_user_max: Option<u32>,
}

impl Setting for ChosenLimits {
    const KEY: &'static str = "sessions.limits";
}

/// The limits that hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Limits {
    /// Minutes without a request.
    pub idle_minutes: u32,
    /// Hours in any case.
    pub absolute_hours: u32,
    /// Days without a request, with "Remember Me".
    pub remember_idle_days: u32,
    /// Days in any case, with "Remember Me".
    pub remember_absolute_days: u32,
    /// Sessions of one user at once.
    pub per_user_max: u32,
    /// Whether nobody is remembered.
    pub session_only_cookie: bool,
    /// Lower limits for some roles.
    pub roles: BTreeMap<String, RoleLimits>,
}

/// The role that somebody has, as limits know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Held {
    pub(super) id: String,
    pub(super) base: BaseRole,
}

impl From<&Role> for Held {
    fn from(role: &Role) -> Self {
        Self { id: role.id.clone(), base: role.base }
    }
}

/// How long one session may live, in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Life {
    pub(super) idle_ms: i64,
    pub(super) life_ms: i64,
}

impl ChosenLimits {
    /// What the limits of a role are kept by: the API name of a built-in role, which is the same everywhere, and the id of a
    /// custom one, which no other role ever gets.
    pub fn key(role: &Role) -> &str {
        if role.name == role.base.name() { &role.name } else { &role.id }
    }

    /// The same with the API names of all roles, to be shown; without those that are gone.
    #[must_use]
    pub fn named(&self, roles: &[Role]) -> Self {
        let of_role = |role: &Role| Some((role.name.clone(), *self.roles.get(Self::key(role))?));
        Self { roles: roles.iter().filter_map(of_role).collect(), ..self.clone() }
    }

    /// What was chosen, over the configuration.
    pub fn over(&self, config: &SessionsConfig) -> Limits {
        Limits {
            idle_minutes: self.idle_minutes.unwrap_or(config.idle_minutes),
            absolute_hours: self.absolute_hours.unwrap_or(config.absolute_hours),
            remember_idle_days: self.remember_idle_days.unwrap_or(config.remember_idle_days),
            remember_absolute_days: self.remember_absolute_days.unwrap_or(config.remember_absolute_days),
            per_user_max: self.per_user_max.unwrap_or(config.per_user_max),
            session_only_cookie: self.session_only_cookie,
            roles: self.roles.clone(),
        }
    }
}

impl Limits {
    /// How long a session of somebody with this role may live.
    pub(super) fn life(&self, held: &Held, remembered: bool) -> Life {
        let (idle_ms, life_ms) = if remembered && !self.session_only_cookie {
            (i64::from(self.remember_idle_days) * DAY_MS, i64::from(self.remember_absolute_days) * DAY_MS)
        } else {
            (i64::from(self.idle_minutes) * MINUTE_MS, i64::from(self.absolute_hours) * HOUR_MS)
        };
        let role = self.of(held);
        let shorter = |usual: i64, of_role: Option<u32>, unit_ms: i64| {
            of_role.map_or(usual, |number| usual.min(i64::from(number) * unit_ms))
        };
        Life {
            idle_ms: shorter(idle_ms, role.idle_minutes, MINUTE_MS),
            life_ms: shorter(life_ms, role.absolute_hours, HOUR_MS),
        }
    }

    /// What was chosen for a role, each number of a custom one over that of the role it stands on.
    fn of(&self, held: &Held) -> RoleLimits {
        let base = self.roles.get(held.base.name()).copied().unwrap_or_default();
        let own = self.roles.get(&held.id).copied().unwrap_or_default();
        RoleLimits {
            idle_minutes: own.idle_minutes.or(base.idle_minutes),
            absolute_hours: own.absolute_hours.or(base.absolute_hours),
            per_user_max: own.per_user_max.or(base.per_user_max),
        }
    }

    /// Of a role's limits, what counts for sessions that are not remembered: nothing is longer or more than for everybody.
    fn lowered(&self, role: RoleLimits) -> RoleLimits {
        let lower = |of_role: Option<u32>, usual: u32| of_role.map(|number| number.min(usual));
        RoleLimits {
            idle_minutes: lower(role.idle_minutes, self.idle_minutes),
            absolute_hours: lower(role.absolute_hours, self.absolute_hours),
            per_user_max: lower(role.per_user_max, self.per_user_max),
        }
    }

    /// The same with what counts of each role's limits, by the API names of the roles, to be shown.
    #[must_use]
    pub fn effective(&self, roles: &[Role]) -> Self {
        let limited = roles.iter().filter(|role| self.roles.contains_key(ChosenLimits::key(role)));
        let counts = |role: &Role| (role.name.clone(), self.lowered(self.of(&role.into())));
        Self { roles: limited.map(counts).collect(), ..self.clone() }
    }

    /// What a role goes by in the database: its id if it has limits of its own, or else the built-in role it stands on. None
    /// for a custom role without any: whoever has it goes by the other.
    pub(super) fn kind<'a>(&self, role: &'a Role) -> Option<&'a str> {
        let is_limited = self.roles.contains_key(&role.id);
        if is_limited { Some(&role.id) } else { (role.name == role.base.name()).then_some(&role.name) }
    }

    /// The ids of all custom roles with limits of their own, in one text.
    pub(super) fn own_ids(&self) -> String {
        let ids = self.roles.keys().filter(|key| BaseRole::named(key).is_none());
        ids.map(String::as_str).collect::<Vec<_>>().join(" ")
    }

    /// How many sessions somebody with this role has at once.
    pub(super) fn at_once(&self, held: &Held) -> i64 {
        let of_role = self.of(held).per_user_max;
        i64::from(of_role.map_or(self.per_user_max, |number| number.min(self.per_user_max)))
    }

    /// How many sessions anybody has at once whose role has the fewest.
    pub(super) fn fewest_at_once(&self) -> i64 {
        let of_roles = self.roles.values().filter_map(|role| role.per_user_max).min();
        i64::from(of_roles.map_or(self.per_user_max, |number| number.min(self.per_user_max)))
    }
}

/// The limits as they stand now.
pub async fn limits(tx: &mut Tx, cx: &Cx) -> Result<Limits> {
    let chosen: ChosenLimits = settings::get(tx).await?;
    Ok(chosen.over(&cx.config.sessions))
}

/// Whether "Remember Me" is offered at the door.
pub async fn offers_remember_me(cx: &Cx) -> Result<bool> {
    let mut tx = cx.db.read().await?;
    Ok(!limits(&mut tx, cx).await?.session_only_cookie)
}
