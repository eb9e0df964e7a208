//! The words for what licenses say, for pages and mails.

use seatwarden_license_file::State;
use serde_json::Value;

use super::model::{ChangeKind, UNHEARD};
use crate::{
    accounts::{
        feature_management::{FEATURES, deployment_name, pages as feature_pages, tier_name},
        seats::{Seat, Taken, pages::label},
    },
    config::{Deployment, Tier},
    license::{Bought, Difference, InForce},
    text::{Language, Text, rfc3339},
};

const DAY_MS: i64 = 24 * 3_600_000;

/// A limit that is exceeded; none if it is not.
pub(super) fn over(t: Text, taken: &Taken) -> Option<String> {
    let over = taken.over();
    (over > 0).then(|| t.license_utilization_over(over, label(t, taken.seat)))
}

/// How many seats of a kind are used, and how many there are.
pub(super) fn used(t: Text, taken: &Taken) -> String {
    let [used, limit] = [taken.used, taken.limit.unwrap_or(taken.used)].map(|count| t.number(count));
    t.license_utilization_banner_seat(label(t, taken.seat), used, limit)
}

/// The day on which a license ends: month/day/year in English, as the page of the platform writes it, else as the
/// reader does.
pub(super) fn expiration(t: Text, at_ms: i64) -> String {
    let exact = rfc3339(at_ms);
    match (t.language(), exact.get(..4), exact.get(5..7), exact.get(8..10)) {
        (Language::En, Some(year), Some(month), Some(day)) => format!("{month}/{day}/{year}"),
        _ => t.date(at_ms),
    }
}

/// Yes or no, in the words of the platform.
pub(super) fn switch(t: Text, on: bool) -> String {
    if on { t.license_utilization_true() } else { t.license_utilization_false() }
}

/// The name of an entitlement or a limit; the word itself if nobody knows it.
pub fn named(t: Text, word: &str) -> String {
    match word {
        "high_availability" => t.license_utilization_high_availability(),
        "big_data" => t.license_utilization_big_data(),
        "white_labeling" => t.license_utilization_white_labeling(),
        "rows" => t.license_utilization_rows(),
        "cores" => t.license_utilization_cores(),
        "servers" => t.license_utilization_servers(),
        other => other.replace('_', " "),
    }
}

/// The name of an environment; the word itself if nobody knows it.
pub(super) fn environment(t: Text, word: &str) -> String {
    match word {
        "prod" | "production" => t.license_utilization_environment_production(),
        "dev" | "development" => t.license_utilization_environment_development(),
        "backup" => t.license_utilization_environment_backup(),
        "trial" => t.license_utilization_environment_trial(),
        other => other.to_owned(),
    }
}

/// A word of a license in the words of the page; the word itself if nobody knows it.
fn word(t: Text, what: &str, word: &str) -> String {
    match (what, word) {
        ("environment", word) => environment(t, word),
        ("tier", "launch") => tier_name(Tier::Launch).to_owned(),
        ("tier", "grow") => tier_name(Tier::Grow).to_owned(),
        ("tier", "enterprise") => tier_name(Tier::Enterprise).to_owned(),
        ("deployment", "cloud") => deployment_name(Deployment::Cloud).to_owned(),
        ("deployment", "on_prem" | "on_premises") => deployment_name(Deployment::OnPrem).to_owned(),
        ("type", "subscription") => t.license_utilization_type_subscription(),
        ("type", "perpetual") => t.license_utilization_type_perpetual(),
        ("type", "trial") => t.license_utilization_environment_trial(),
        _ => word.to_owned(),
    }
}

/// What a difference is about, what it was, and what it is now.
pub(super) fn difference(t: Text, difference: &Difference) -> [String; 3] {
    let what = match difference.what.as_str() {
        "seats.administrators" => label(t, Seat::Administrators),
        "seats.designers" => label(t, Seat::Designers),
        "seats.viewers" => label(t, Seat::Viewers),
        "validUntil" => t.license_utilization_expiration(),
        "validFrom" => t.license_utilization_begins(),
        "graceDays" => t.license_utilization_grace_days(),
        "package" => t.license_utilization_package(),
        "tier" => t.license_utilization_tier(),
        "deployment" => t.license_utilization_deployment(),
        "type" => t.license_utilization_type(),
        "environment" => t.license_utilization_environment(),
        "holder" => t.license_utilization_user(),
        other => named(t, other.split_once('.').map_or(other, |(_, word)| word)),
    };
    let said = |value: &Value| match value {
        Value::Null => t.license_utilization_no_limit(),
        Value::Bool(on) => switch(t, *on),
        Value::Number(number) if matches!(difference.what.as_str(), "validUntil" | "validFrom") => {
            t.date(number.as_i64().unwrap_or_default())
        }
        Value::Number(number) => t.number(number.as_i64().unwrap_or_default()),
        Value::String(text) => word(t, &difference.what, text),
        other => other.to_string(),
    };
    [what, said(&difference.before), said(&difference.after)]
}

/// That the lease ended and not the license, and what goes on until when; none if that is not so.
pub(super) fn lease_over(t: Text, license: &InForce, wall_ms: i64) -> Option<String> {
    let ended_at_ms = license.lease_ended_at_ms(wall_ms)?;
    let bought = match license.expires_at_ms() {
        Some(at_ms) => t.license_utilization_lease_license(t.date(at_ms)),
        None => t.license_utilization_lease_license_endless(),
    };
    let grace_days = license.license.as_ref().map_or(0, |file| i64::from(file.grace.days));
    let rest = if license.state(wall_ms) == Some(State::Grace) {
        t.license_utilization_lease_grace(t.date(ended_at_ms + grace_days * DAY_MS))
    } else {
        t.license_utilization_lease_limited()
    };
    Some(format!("{} {bought} {rest}", t.license_utilization_lease_over(t.date(ended_at_ms))))
}

/// Why the license is not renewed, and until when all works.
pub(super) fn trouble(t: Text, license: &InForce, now_ms: i64) -> String {
    let works_until = license.ends_at_ms().filter(|at_ms| *at_ms > now_ms).map(|at_ms| t.date(at_ms));
    if let Some([why, next]) = license.refusal() {
        let since = t.date(license.trouble_since_ms);
        // Nobody refused anything where nobody asked.
        let refused = if license.trouble == UNHEARD {
            format!("{why} {next}")
        } else {
            t.license_utilization_refused_since(since, why.as_str(), next.as_str())
        };
        let works = works_until.map(|until| t.license_utilization_works_until(until)).unwrap_or_default();
        return format!("{refused} {works}").trim_end().to_owned();
    }
    let since = t.date(license.reached_at_ms().unwrap_or(license.trouble_since_ms));
    match works_until {
        Some(until) => t.license_utilization_trouble(since, until),
        None => t.license_utilization_trouble_over(since),
    }
}

/// The features that can be switched on now and no more once this is different; none if there are none.
pub(super) fn locked(t: Text, now: &Bought, all: &[Difference]) -> Option<String> {
    let then = now.after(all);
    let lost = FEATURES.iter().filter(|feature| feature.lock(now).is_none() && feature.lock(&then).is_some());
    let names: Vec<String> = lost.map(|feature| feature_pages::label(t, feature.key)).collect();
    (!names.is_empty()).then(|| t.license_utilization_locks(names.join(", ")))
}

/// What an entry of the history is called.
pub(super) fn kind(t: Text, kind: ChangeKind) -> String {
    match kind {
        ChangeKind::Activated => t.license_utilization_kind_activated(),
        ChangeKind::Changed => t.license_utilization_kind_changed(),
        ChangeKind::Renewed => t.license_utilization_kind_renewed(),
        ChangeKind::LeaseReplaced => t.license_utilization_kind_lease_replaced(),
        ChangeKind::GivenBack => t.license_utilization_kind_given_back(),
        ChangeKind::Revoked => t.license_utilization_kind_revoked(),
    }
}

/// The word of a state in the API.
pub(super) const fn state_word(state: State) -> &'static str {
    match state {
        State::NotYet => "notYet",
        State::Active => "active",
        State::Expiring => "expiring",
        State::Grace => "grace",
        State::Limited => "limited",
    }
}
