//! How long sessions live and how many a user has: what an administrator chose, over the configuration.

use std::collections::BTreeMap;

use seatwarden_base::{Result, db::Tx};
use serde::{Deserialize, Serialize};

use crate::{
    common::settings::{self, Setting},
    config::SessionsConfig,
    cx::{BUILT_IN, BaseRole, Cx},
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
    /// Lower limits for some roles, by the API name of the built-in role.
    pub roles: BTreeMap<String, RoleLimits>,
}

/// Limits of one role, and of the custom roles on it. They shorten remembered sessions too.
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

/// How long one session may live, in milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Life {
    pub(super) idle_ms: i64,
    pub(super) life_ms: i64,
}

impl ChosenLimits {
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
    pub(super) fn life(&self, base: BaseRole, remembered: bool) -> Life {
        let (idle_ms, life_ms) = if remembered && !self.session_only_cookie {
            (i64::from(self.remember_idle_days) * DAY_MS, i64::from(self.remember_absolute_days) * DAY_MS)
        } else {
            (i64::from(self.idle_minutes) * MINUTE_MS, i64::from(self.absolute_hours) * HOUR_MS)
        };
        let role = self.roles.get(base.name()).copied().unwrap_or_default();
        let shorter = |usual: i64, of_role: Option<u32>, unit_ms: i64| {
            of_role.map_or(usual, |number| usual.min(i64::from(number) * unit_ms))
        };
        Life {
            idle_ms: shorter(idle_ms, role.idle_minutes, MINUTE_MS),
            life_ms: shorter(life_ms, role.absolute_hours, HOUR_MS),
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

    /// The same with what counts of each role's limits, to be shown.
    #[must_use]
    pub fn effective(mut self) -> Self {
        let roles = std::mem::take(&mut self.roles);
        self.roles = roles.into_iter().map(|(name, role)| (name, self.lowered(role))).collect();
        self
    }

    /// How many sessions somebody with this role has at once.
    pub(super) fn at_once(&self, base: BaseRole) -> i64 {
        let of_role = self.roles.get(base.name()).and_then(|role| role.per_user_max);
        i64::from(of_role.map_or(self.per_user_max, |number| number.min(self.per_user_max)))
    }

    /// How many sessions anybody has at once whose role has the fewest.
    pub(super) fn fewest_at_once(&self) -> i64 {
        BUILT_IN.into_iter().map(|base| self.at_once(base)).min().unwrap_or(i64::from(self.per_user_max))
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
