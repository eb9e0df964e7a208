//! What is to become of a license: only what somebody says.

use std::collections::BTreeSet;

use seatwarden_base::Result;
use serde::{Deserialize, Deserializer};

use super::{Deployment, Environment, Kind, Limits, NO_SEATS, Seats, State, Terms, Tier};

/// Seats that are to be others: what is none stays, none within is no limit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SeatsChange {
    /// Sys. Admin, Admin, Data Admin.
    #[serde(deserialize_with = "said")]
    pub administrators: Option<Option<i64>>,
    /// Data Designer, Designer.
    #[serde(deserialize_with = "said")]
    pub designers: Option<Option<i64>>,
    /// Viewer.
    #[serde(deserialize_with = "said")]
    pub viewers: Option<Option<i64>>,
}

/// Limits that are to be others: what is none stays, none within is no limit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct LimitsChange {
    /// Servers that count at a time; there always is a limit.
    #[serde(deserialize_with = "said")]
    pub servers: Option<i64>,
    /// Rows of data.
    #[serde(deserialize_with = "said")]
    pub rows: Option<Option<i64>>,
    /// Cores.
    #[serde(deserialize_with = "said")]
    pub cores: Option<Option<i64>>,
}

/// What was sent, where null is a value and not the same as nothing.
pub(in super::super) fn said<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    from: D,
) -> Result<Option<T>, D::Error> {
    T::deserialize(from).map(Some)
}

impl From<Seats> for SeatsChange {
    fn from(seats: Seats) -> Self {
        Self {
            administrators: Some(seats.administrators),
            designers: Some(seats.designers),
            viewers: Some(seats.viewers),
        }
    }
}

impl From<Limits> for LimitsChange {
    fn from(limits: Limits) -> Self {
        Self { servers: Some(limits.servers), rows: Some(limits.rows), cores: Some(limits.cores) }
    }
}

impl SeatsChange {
    /// Refuses with `packages.no_seats` unless all of them are said, because silence would give a new license as many as
    /// anybody likes.
    pub(in super::super) fn check_all(&self) -> Result<()> {
        let said = [
            ("seats.administrators", self.administrators),
            ("seats.designers", self.designers),
            ("seats.viewers", self.viewers),
        ];
        let unsaid: Vec<&'static str> =
            said.into_iter().filter(|(_, count)| count.is_none()).map(|(field, _)| field).collect();
        match unsaid.first() {
            Some(first) => Err(NO_SEATS.on(first).with("fields", unsaid.join(", ")).into()),
            None => Ok(()),
        }
    }

    fn over(self, before: Seats) -> Seats {
        Seats {
            administrators: self.administrators.unwrap_or(before.administrators),
            designers: self.designers.unwrap_or(before.designers),
            viewers: self.viewers.unwrap_or(before.viewers),
        }
    }
}

impl LimitsChange {
    fn over(self, before: Limits) -> Limits {
        Limits {
            servers: self.servers.unwrap_or(before.servers),
            rows: self.rows.unwrap_or(before.rows),
            cores: self.cores.unwrap_or(before.cores),
        }
    }
}

/// What is to become of a package; what is none stays.
#[derive(Clone, Debug, Default)]
pub struct Change {
    /// Another name.
    pub name: Option<String>,
    /// Another type.
    pub kind: Option<Kind>,
    /// Another tier.
    pub tier: Option<Tier>,
    /// Another deployment.
    pub deployment: Option<Deployment>,
    /// Another environment.
    pub environment: Option<Environment>,
    /// Another state.
    pub state: Option<State>,
    /// Another beginning.
    pub valid_from_ms: Option<i64>,
    /// Another end; none within for no end.
    pub valid_until_ms: Option<Option<i64>>,
    /// Other seats.
    pub seats: SeatsChange,
    /// Other limits.
    pub limits: LimitsChange,
    /// Other entitlements, all of them.
    pub entitlements: Option<BTreeSet<String>>,
    /// Another length of leases.
    pub lease_days: Option<i64>,
    /// Another grace.
    pub grace_days: Option<i64>,
}

impl Change {
    /// The change to these terms, whatever there was before.
    pub fn to(terms: Terms) -> Self {
        Self {
            name: Some(terms.name),
            kind: Some(terms.kind),
            tier: Some(terms.tier),
            deployment: Some(terms.deployment),
            environment: Some(terms.environment),
            state: Some(terms.state),
            valid_from_ms: Some(terms.valid_from_ms),
            valid_until_ms: Some(terms.valid_until_ms),
            seats: terms.seats.into(),
            limits: terms.limits.into(),
            entitlements: Some(terms.entitlements),
            lease_days: Some(terms.lease_days),
            grace_days: Some(terms.grace_days),
        }
    }

    /// The terms that come out.
    #[must_use]
    pub fn over(self, before: &Terms) -> Terms {
        Terms {
            name: self.name.unwrap_or_else(|| before.name.clone()),
            kind: self.kind.unwrap_or(before.kind),
            tier: self.tier.unwrap_or(before.tier),
            deployment: self.deployment.unwrap_or(before.deployment),
            environment: self.environment.unwrap_or(before.environment),
            state: self.state.unwrap_or(before.state),
            valid_from_ms: self.valid_from_ms.unwrap_or(before.valid_from_ms),
            valid_until_ms: self.valid_until_ms.unwrap_or(before.valid_until_ms),
            seats: self.seats.over(before.seats),
            limits: self.limits.over(before.limits),
            entitlements: self.entitlements.unwrap_or_else(|| before.entitlements.clone()),
            lease_days: self.lease_days.unwrap_or(before.lease_days),
            grace_days: self.grace_days.unwrap_or(before.grace_days),
        }
    }
}
