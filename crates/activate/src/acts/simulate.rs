//! What works on a day, with a file: nothing is installed, and nothing is asked.

use std::collections::BTreeSet;

use seatwarden_license_file::{Ability, License, Opened, Standing, State, Time};
use serde::Serialize;
use serde_json::Value;

use super::Installation;
use crate::{Result, error::no, folder::time_of};

/// Something that one license says otherwise than another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    /// What: `seats.viewers`, `entitlements`, `valid_until` …
    pub what: String,
    /// What it was; empty: nothing.
    pub before: String,
    /// What it is; empty: nothing.
    pub after: String,
}

/// What works on a day.
#[derive(Clone, Debug)]
pub struct Simulated {
    /// The day.
    pub at: Time,
    /// The license that would count.
    pub license: License,
    /// What it allows then.
    pub standing: Standing,
    /// Everything that an installation can do, and whether it works then.
    pub abilities: Vec<(Ability, bool)>,
    /// From when on what stops, still to come then.
    pub stops: Vec<(Time, Vec<Ability>)>,
    /// What the license says otherwise than the one that counts now.
    pub changes: Vec<Change>,
    /// Whether nobody renews the license until then.
    pub is_unreached: bool,
}

/// What works at this time under this license. `before` is the license that counts now.
pub fn simulate(
    license: &License,
    at: Time,
    lease_until: Option<Time>,
    before: Option<&License>,
) -> Simulated {
    let standing = license.works(at, lease_until);
    let has_begun = standing.state != State::NotYet;
    let works = |ability: &Ability| ability.never_stops() || has_begun && standing.works(ability);
    let abilities = Ability::all().map(|ability| (ability.clone(), works(&ability))).collect();
    let ladder = license.grace.ladder.iter().filter(|_| has_begun);
    let stops = ladder
        .map(|step| (standing.ends_at.plus_days(step.from_day), step.stops.clone()))
        .filter(|(from, _)| *from > at)
        .collect();
    let changes = before.map(|before| changes(before, license)).unwrap_or_default();
    Simulated { at, license: license.clone(), standing, abilities, stops, changes, is_unreached: true }
}

/// A license as its server would have renewed it until this time: its end is that of what was bought.
#[must_use]
pub fn as_renewed(license: &License, at: Time) -> License {
    let renew_by = license.valid_until.unwrap_or_else(|| at.plus_days(1)).max(license.renew_by);
    License { renew_by, ..license.clone() }
}

impl Installation {
    /// What works at a time, now if there is none, with the file in a text, or with what is held. A file for another machine
    /// can be looked at, too. The license is supposed to be renewed until what was bought ends, unless nobody is reached
    /// any more, or nobody ever was: whoever carries files by hand is not renewed.
    pub fn simulate(&self, at: Option<Time>, with: Option<&str>, is_unreached: bool) -> Result<Simulated> {
        let held = self.load()?;
        let is_by_hand = self.connection.server_url.is_empty() && held.lease.is_none();
        let is_unreached = is_unreached || is_by_hand;
        let seen = |license: &License, at, lease_until, before| {
            let supposed = if is_unreached { license.clone() } else { as_renewed(license, at) };
            let license = license.clone();
            Simulated { license, is_unreached, ..simulate(&supposed, at, lease_until, before) }
        };
        let at = at.unwrap_or(held.clock.now);
        let before = held.claims();
        if let Some(text) = with {
            let license: Opened<License> = self.open(text, &held)?;
            return Ok(seen(&license.claims, at, None, before));
        }
        // What lies ready counts from its day on.
        let ready = held.next.as_ref().filter(|next| next.claims.valid_from <= at).map(|next| &next.claims);
        let license = ready.or(before).ok_or_else(|| no("activate.nothing_installed"))?;
        let lease_until = held.lease.as_ref().map(|lease| lease.claims.lease_until);
        Ok(seen(license, at, lease_until, before))
    }
}

fn number(count: u64) -> String {
    // What stands for no limit in files.
    if count == u64::from(u32::MAX) { String::new() } else { count.to_string() }
}

/// What a license says that people care for, by name.
fn facts(license: &License) -> Vec<(String, String)> {
    let package = &license.package;
    let mut facts = vec![
        ("package".to_owned(), package.name.clone()),
        ("type".to_owned(), package.type_.clone()),
        ("tier".to_owned(), package.tier.clone()),
        ("deployment".to_owned(), package.deployment.clone()),
        ("environment".to_owned(), package.environment.clone()),
        ("valid_from".to_owned(), license.valid_from.to_string()),
        ("valid_until".to_owned(), license.valid_until.map(|until| until.to_string()).unwrap_or_default()),
        ("seats.administrators".to_owned(), number(license.seats.administrators.into())),
        ("seats.designers".to_owned(), number(license.seats.designers.into())),
        ("seats.viewers".to_owned(), number(license.seats.viewers.into())),
        ("grace_days".to_owned(), license.grace.days.to_string()),
    ];
    facts.extend(license.limits.iter().map(|(name, limit)| (format!("limits.{name}"), limit.to_string())));
    facts.extend(license.entitlements.iter().map(|word| (format!("entitlements.{word}"), "yes".to_owned())));
    facts
}

/// What the second license says otherwise than the first one.
pub fn changes(before: &License, after: &License) -> Vec<Change> {
    differences(&facts(before), &facts(after))
}

fn differences(before: &[(String, String)], after: &[(String, String)]) -> Vec<Change> {
    let value = |facts: &[(String, String)], name: &str| {
        facts.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone()).unwrap_or_default()
    };
    let mut seen = BTreeSet::new();
    before
        .iter()
        .chain(after)
        .filter(|(name, _)| seen.insert(name.clone()))
        .map(|(name, _)| Change {
            what: name.clone(),
            before: value(before, name),
            after: value(after, name),
        })
        .filter(|change| change.before != change.after)
        .collect()
}

/// What the terms of a package, as the license server tells them, say otherwise than a license.
pub(super) fn changes_to(license: &License, terms: &Value) -> Vec<Change> {
    let before = facts(license);
    let text = |pointer: &str| terms.pointer(pointer).and_then(Value::as_str).map(str::to_owned);
    let day = |pointer: &str| {
        Some(text(pointer).and_then(|text| time_of(&text)).map(|time| time.to_string()).unwrap_or_default())
    };
    let count =
        |pointer: &str| terms.pointer(pointer).map(|count| count.as_u64().map(number).unwrap_or_default());
    let told = [
        ("package", text("/name")),
        ("type", text("/type")),
        ("tier", text("/tier")),
        ("deployment", text("/deployment")),
        ("environment", text("/environment")),
        ("valid_from", day("/validFrom")),
        ("valid_until", day("/validUntil")),
        ("seats.administrators", count("/seats/administrators")),
        ("seats.designers", count("/seats/designers")),
        ("seats.viewers", count("/seats/viewers")),
        ("grace_days", count("/graceDays")),
        ("limits.servers", count("/limits/servers")),
        ("limits.rows", count("/limits/rows")),
        ("limits.cores", count("/limits/cores")),
    ];
    let mut after: Vec<(String, String)> = before
        .iter()
        .filter(|(name, _)| {
            !name.starts_with("entitlements.")
                && !told.iter().any(|(known, value)| known == name && value.is_some())
        })
        .cloned()
        .collect();
    after.extend(told.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))));
    let words = terms.get("entitlements").and_then(Value::as_array).into_iter().flatten();
    after.extend(
        words.filter_map(Value::as_str).map(|word| (format!("entitlements.{word}"), "yes".to_owned())),
    );
    differences(&before, &after)
}
