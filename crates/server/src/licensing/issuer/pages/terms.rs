//! The terms of a package as a form, and what is different between two.

use maud::{Markup, html};
use seatwarden_base::Refusal;
use serde::Deserialize;

use crate::{
    cx::Cx,
    licensing::{
        packages::{Change, Deployment, Environment, Kind, Limits, Seats, Terms, Tier},
        portal::pages::{deployment_word, differences, environment_word, kind_word, tier_word},
    },
    text::{Text, day_end_ms, day_ms, rfc3339},
    web::{
        field_error,
        parts::{Table, column, field, select, table},
    },
};

/// What was typed.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Typed {
    pub(super) code: String,
    pub(super) name: String,
    pub(super) kind: String,
    pub(super) tier: String,
    pub(super) deployment: String,
    pub(super) environment: String,
    pub(super) valid_from: String,
    pub(super) valid_until: String,
    pub(super) administrators: String,
    pub(super) designers: String,
    pub(super) viewers: String,
    pub(super) servers: String,
    pub(super) rows: String,
    pub(super) cores: String,
    pub(super) entitlements: String,
    pub(super) lease_days: String,
    pub(super) grace_days: String,
    pub(super) reason: String,
    pub(super) revision: Option<i64>,
}

fn day(at_ms: i64) -> String {
    rfc3339(at_ms).chars().take(10).collect()
}

fn counted(count: Option<i64>) -> String {
    count.map(|count| count.to_string()).unwrap_or_default()
}

fn read_count(text: &str) -> Option<i64> {
    // What is no number is out of every limit, and refused by its field.
    (!text.trim().is_empty()).then(|| text.trim().parse().unwrap_or(-1))
}

impl Typed {
    /// What a package says now, to be changed.
    pub(super) fn of(terms: &Terms, revision: i64) -> Self {
        Self {
            name: terms.name.clone(),
            kind: terms.kind.word().to_owned(),
            tier: terms.tier.word().to_owned(),
            deployment: terms.deployment.word().to_owned(),
            environment: terms.environment.word().to_owned(),
            valid_from: day(terms.valid_from_ms),
            valid_until: terms.valid_until_ms.map(day).unwrap_or_default(),
            administrators: counted(terms.seats.administrators),
            designers: counted(terms.seats.designers),
            viewers: counted(terms.seats.viewers),
            servers: terms.limits.servers.to_string(),
            rows: counted(terms.limits.rows),
            cores: counted(terms.limits.cores),
            entitlements: terms.entitlements.iter().cloned().collect::<Vec<_>>().join(", "),
            lease_days: terms.lease_days.to_string(),
            grace_days: terms.grace_days.to_string(),
            revision: Some(revision),
            ..Self::default()
        }
    }

    /// What a new package says unless somebody types otherwise.
    pub(super) fn blank(now_ms: i64) -> Self {
        let terms = Terms {
            tier: Tier::Grow,
            valid_until_ms: Some(now_ms + 365 * 24 * 3_600_000),
            seats: Seats { administrators: Some(1), designers: Some(5), viewers: Some(50) },
            ..Terms::usual(now_ms)
        };
        Self { revision: None, ..Self::of(&terms, 0) }
    }

    /// What a new trial says unless somebody types otherwise.
    pub(super) fn trial(now_ms: i64) -> Self {
        Self {
            kind: Kind::Trial.word().to_owned(),
            tier: Tier::Launch.word().to_owned(),
            environment: Environment::Trial.word().to_owned(),
            valid_until: day(now_ms + 30 * 24 * 3_600_000),
            administrators: "1".to_owned(),
            designers: "2".to_owned(),
            viewers: "5".to_owned(),
            ..Self::blank(now_ms)
        }
    }

    /// The terms as they are after the change; `before` gives what the form does not say.
    pub(super) fn change(&self, before: Option<&Terms>) -> Change {
        let same_day = |typed: &str, at_ms: Option<i64>| at_ms.is_some_and(|at_ms| day(at_ms) == typed);
        let from =
            before.map(|terms| terms.valid_from_ms).filter(|at_ms| same_day(&self.valid_from, Some(*at_ms)));
        let until = before.and_then(|terms| terms.valid_until_ms);
        let until = if same_day(&self.valid_until, until) { until } else { day_end_ms(&self.valid_until) };
        let names = self.entitlements.split(',').map(str::trim).filter(|name| !name.is_empty());
        Change {
            name: Some(self.name.clone()),
            kind: Kind::of_word(&self.kind),
            tier: Tier::of_word(&self.tier),
            deployment: Deployment::of_word(&self.deployment),
            environment: Environment::of_word(&self.environment),
            state: None,
            valid_from_ms: from.or_else(|| day_ms(&self.valid_from)),
            valid_until_ms: Some(until),
            seats: Seats {
                administrators: read_count(&self.administrators),
                designers: read_count(&self.designers),
                viewers: read_count(&self.viewers),
            }
            .into(),
            limits: Limits {
                servers: read_count(&self.servers).unwrap_or(-1),
                rows: read_count(&self.rows),
                cores: read_count(&self.cores),
            }
            .into(),
            entitlements: Some(names.map(str::to_owned).collect()),
            lease_days: Some(read_count(&self.lease_days).unwrap_or(-1)),
            grace_days: Some(read_count(&self.grace_days).unwrap_or(-1)),
        }
    }

    /// The terms of a new package.
    pub(super) fn terms(&self, now_ms: i64) -> Terms {
        self.change(None).over(&Terms::usual(now_ms))
    }
}

/// The fields of the terms.
pub(super) fn fields(cx: &Cx, typed: &Typed, refusal: Option<&Refusal>) -> Markup {
    let t = cx.text();
    let error = |name| field_error(t, refusal, name);
    let mut kind = select("kind", t.portal_type()).value(typed.kind.as_str());
    for one in Kind::ALL {
        kind = kind.option(one.word(), kind_word(t, *one));
    }
    let mut tier = select("tier", t.portal_tier()).value(typed.tier.as_str());
    for one in Tier::ALL {
        tier = tier.option(one.word(), tier_word(t, *one));
    }
    let mut deployment = select("deployment", t.portal_deployment()).value(typed.deployment.as_str());
    for one in Deployment::ALL {
        deployment = deployment.option(one.word(), deployment_word(t, *one));
    }
    let mut environment = select("environment", t.portal_environment()).value(typed.environment.as_str());
    for one in Environment::ALL {
        environment = environment.option(one.word(), environment_word(t, *one));
    }
    html! {
        (field("name", t.portal_name()).value(typed.name.as_str()).max_length(100).required().error(error("name")))
        div.row { (kind) (tier) (deployment) (environment) }
        div.row {
            (field("valid_from", t.portal_valid_from()).date().value(typed.valid_from.as_str()).required())
            (field("valid_until", t.portal_expiration()).date().value(typed.valid_until.as_str())
                .hint(t.issuer_until_hint()).error(error("validUntil")))
        }
        div.row {
            (field("administrators", t.portal_administrators()).number().value(typed.administrators.as_str())
                .error(error("seats.administrators")))
            (field("designers", t.portal_designers()).number().value(typed.designers.as_str())
                .error(error("seats.designers")))
            (field("viewers", t.portal_viewers()).number().value(typed.viewers.as_str())
                .hint(t.issuer_empty_unlimited()).error(error("seats.viewers")))
        }
        div.row {
            (field("servers", t.portal_servers()).number().value(typed.servers.as_str()).required()
                .error(error("limits.servers")))
            (field("rows", t.portal_rows()).number().value(typed.rows.as_str()).error(error("limits.rows")))
            (field("cores", t.portal_cores()).number().value(typed.cores.as_str()).error(error("limits.cores")))
        }
        (field("entitlements", t.portal_entitlements()).value(typed.entitlements.as_str()).max_length(2_000)
            .hint(t.issuer_entitlements_hint()).error(error("entitlements")))
        div.row {
            (field("lease_days", t.issuer_lease_days()).number().value(typed.lease_days.as_str()).required()
                .error(error("leaseDays")))
            (field("grace_days", t.issuer_grace_days()).number().value(typed.grace_days.as_str()).required()
                .error(error("graceDays")))
        }
        (field("reason", t.issuer_reason()).value(typed.reason.as_str()).max_length(300).required()
            .hint(t.issuer_reason_hint()).error(error("reason")))
    }
}

/// The differences as a table.
pub(super) fn difference_table(t: Text, before: &Terms, after: &Terms) -> Table<'static> {
    let mut rows = table(t.issuer_changes())
        .column(column(t.issuer_what()))
        .column(column(t.issuer_before()))
        .column(column(t.issuer_after()));
    for (label, before, after) in differences(t, before, after) {
        rows = rows.row([html! { (label) }, html! { bdi { (before) } }, html! { bdi { (after) } }]);
    }
    rows
}
