//! The license that counts on this installation: what every room asks of it. The room License Utilization writes it;
//! every node reads it from the database, as a setting that is kept for a second (decision 0030).

mod kept;

use std::{collections::BTreeSet, sync::Arc};

use seatwarden_license_file::{Ability, Grace, License, Standing, State, Time, days_until};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::{
    app::App,
    common::settings::Setting,
    config::{Config, Deployment, Tier},
};

pub use kept::Kept;

/// The license of an installation, as the node wrote it down that holds its folder. Empty without a license: then the
/// configuration counts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct InForce {
    /// The file, without armor; empty without a license.
    pub text: String,
    /// What it says.
    pub license: Option<License>,
    /// Until when the newest lease goes.
    pub lease_until: Option<Time>,
    /// When the newest lease was signed: the last word of the license server.
    pub leased_at: Option<Time>,
    /// Whether the slot was given to another server, so that this lease is the last one.
    pub is_displaced: bool,
    /// The newest lease as it was signed, without armor; empty without one.
    pub lease_text: String,
    /// Since when the file of that lease is missing or damaged on its machine, in milliseconds since the Unix epoch; 0 if it
    /// is not. Until another one comes, the lease that is written here counts.
    pub lease_lost_at_ms: i64,
    /// Since when it does not count any more although it lies in no other's hands: it was given back or revoked. In
    /// milliseconds since the Unix epoch.
    pub ended_at_ms: Option<i64>,
    /// Why it ended.
    pub ended: Option<Ended>,
    /// What will be different, as far as it is known: a license lies ready, or a renewal would bring one.
    pub next: Option<Next>,
    /// Id of the key of the machine that holds the folder.
    pub device: String,
    /// The name that the machine gave itself.
    pub machine: String,
    /// What to think of the clock of that machine.
    pub clock: ClockWord,
    /// It is at least this late, in milliseconds since the Unix epoch.
    pub floor_ms: i64,
    /// What is added to the clocks of all nodes to get the time that counts, in milliseconds; 0 with honest clocks.
    pub offset_ms: i64,
    /// Why the last try to renew failed, as a code; empty if it did not.
    pub trouble: String,
    /// The same in words, and what to do about it, as whoever refused it said them.
    pub trouble_told: [String; 2],
    /// When it failed first since it last went well, in milliseconds since the Unix epoch; 0 if it did not.
    pub trouble_since_ms: i64,
    /// Whether the license server saw another machine with the same key.
    pub is_clone_suspected: bool,
    /// Whether the file in the database is not what the vendor signed, as this node finds it. Never written.
    #[serde(skip)]
    pub is_doubted: bool,
}

impl Setting for InForce {
    const KEY: &'static str = "license_utilization.in_force";
}

/// Why a license counts no more before its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ended {
    /// It was given back, or signed out.
    GivenBack,
    /// The vendor revoked it.
    Revoked,
}

/// What to think of the clock of the machine that holds the folder.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClockWord {
    /// Nothing speaks against it.
    #[default]
    Good,
    /// It jumped forward and is not believed yet.
    Jumped,
    /// It stands behind what the machine saw before.
    Suspect,
    /// It stands behind what the vendor signed: no renewals until it is set.
    Behind,
}

/// What will be different.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Next {
    /// From when on, in milliseconds since the Unix epoch.
    pub from_ms: i64,
    /// What.
    pub differences: Vec<Difference>,
}

impl Next {
    /// Whether something is taken away.
    pub fn takes_away(&self) -> bool {
        self.differences.iter().any(Difference::takes_away)
    }
}

/// Something that two licenses say differently.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Difference {
    /// What: `seats.viewers`, `limits.rows`, `entitlements.big_data`, `validUntil`, `tier`, …
    pub what: String,
    /// What it was: a number, a text, a time in milliseconds, true or false; null for nothing or without limit.
    pub before: Value,
    /// What it is now.
    pub after: Value,
}

impl Difference {
    /// What the application that activates tells as texts: numbers, dates in RFC 3339, `yes` for what is there.
    pub fn of_change(change: &seatwarden_activate::Change) -> Self {
        let read = |text: &str| match (change.what.split_once('.').map_or("", |(first, _)| first), text) {
            ("entitlements", text) => json!(!text.is_empty()),
            (_, "") => Value::Null,
            ("seats" | "limits", text) => {
                text.parse::<i64>().map_or_else(|_| json!(text), |number| json!(number))
            }
            (_, text) => match Time::parse(text) {
                Ok(time) => json!(time.ms()),
                Err(_) => json!(text),
            },
        };
        let what = match change.what.as_str() {
            "valid_until" => "validUntil",
            "valid_from" => "validFrom",
            "grace_days" => "graceDays",
            other => other,
        };
        Self { what: what.to_owned(), before: read(&change.before), after: read(&change.after) }
    }

    /// Whether something is taken away by it.
    pub fn takes_away(&self) -> bool {
        match (&self.before, &self.after) {
            (Value::String(before), Value::String(after)) => match self.what.as_str() {
                "tier" => rank(tier_named(before)) > rank(tier_named(after)),
                // Each place has something that the other does not have.
                "deployment" => deployment_named(before) != deployment_named(after),
                _ => false,
            },
            // No limit is more than any.
            (Value::Null, Value::Number(_)) if self.what != "validUntil" => true,
            (Value::Number(before), Value::Number(after)) => before.as_i64() > after.as_i64(),
            (Value::Null, Value::Number(_)) => true,
            (Value::Bool(before), Value::Bool(after)) => *before && !*after,
            _ => false,
        }
    }
}

/// What the second license says differently from the first.
pub fn differences(before: &License, after: &License) -> Vec<Difference> {
    let mut found = Vec::new();
    let mut compare = |what: String, before: Value, after: Value| {
        if before != after {
            found.push(Difference { what, before, after });
        }
    };
    let (old, new) = (&before.package, &after.package);
    for (what, before, after) in [
        ("package", &old.name, &new.name),
        ("tier", &old.tier, &new.tier),
        ("deployment", &old.deployment, &new.deployment),
        ("type", &old.type_, &new.type_),
        ("environment", &old.environment, &new.environment),
        ("holder", &before.holder, &after.holder),
    ] {
        compare(what.to_owned(), json!(before), json!(after));
    }
    compare(
        "validUntil".to_owned(),
        json!(before.valid_until.map(Time::ms)),
        json!(after.valid_until.map(Time::ms)),
    );
    for (place, name) in ["administrators", "designers", "viewers"].into_iter().enumerate() {
        compare(format!("seats.{name}"), json!(seats_of(before)[place]), json!(seats_of(after)[place]));
    }
    let mut limits: Vec<&String> = before.limits.keys().chain(after.limits.keys()).collect();
    limits.sort();
    limits.dedup();
    for limit in limits {
        compare(format!("limits.{limit}"), json!(before.limits.get(limit)), json!(after.limits.get(limit)));
    }
    let mut entitlements: Vec<&String> = before.entitlements.iter().chain(&after.entitlements).collect();
    entitlements.sort();
    entitlements.dedup();
    for name in entitlements {
        let (had, has) = (before.entitlements.contains(name), after.entitlements.contains(name));
        compare(format!("entitlements.{name}"), json!(had), json!(has));
    }
    found
}

/// What was bought: the license says it, and as long as there is none the configuration does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bought {
    /// The tier: it decides which features can be switched on.
    pub tier: Tier,
    /// Where the platform runs: some features exist in one place only.
    pub deployment: Deployment,
    /// What is switched on beside the tier; none without a license.
    pub entitlements: Option<BTreeSet<String>>,
}

impl Bought {
    /// Whether the license names this entitlement; without a license nothing is held back.
    pub fn has(&self, entitlement: &str) -> bool {
        self.entitlements.as_ref().is_none_or(|all| all.contains(entitlement))
    }

    /// What is bought once this is different.
    #[must_use]
    pub fn after(&self, differences: &[Difference]) -> Self {
        let mut then = self.clone();
        for one in differences {
            match (one.what.split_once('.'), one.what.as_str(), &one.after) {
                (_, "tier", Value::String(word)) => then.tier = tier_named(word),
                (_, "deployment", Value::String(word)) => then.deployment = deployment_named(word),
                (Some(("entitlements", word)), _, Value::Bool(true)) => {
                    then.entitlements.get_or_insert_default().insert(word.to_owned());
                }
                (Some(("entitlements", word)), _, _) => {
                    then.entitlements.get_or_insert_default().remove(word);
                }
                _ => {}
            }
        }
        then
    }

    /// Whether a license names this entitlement.
    pub fn names(&self, entitlement: &str) -> bool {
        self.entitlements.as_ref().is_some_and(|all| all.contains(entitlement))
    }
}

impl InForce {
    /// The time that counts when a node's clock shows this, in milliseconds since the Unix epoch.
    pub fn now(&self, wall_ms: i64) -> Time {
        Time::from_ms(wall_ms.saturating_add(self.offset_ms).max(self.floor_ms))
    }

    /// Whether the installation was ever activated.
    pub fn is_activated(&self) -> bool {
        self.license.is_some()
    }

    /// Where the license stands; none without a license, or once it ended before its time.
    pub fn standing(&self, wall_ms: i64) -> Option<Standing> {
        if self.ended_at_ms.is_some() || self.is_doubted {
            return None;
        }
        Some(self.license.as_ref()?.works(self.now(wall_ms), self.lease_until))
    }

    /// Where the license stands, in one word; none without a license.
    pub fn state(&self, wall_ms: i64) -> Option<State> {
        self.license.as_ref()?;
        Some(self.standing(wall_ms).map_or(State::Limited, |standing| standing.state))
    }

    /// Whether this works at this moment. Without a license everything does.
    pub fn works(&self, ability: &Ability, wall_ms: i64) -> bool {
        self.license.is_none()
            || ability.never_stops()
            || self.standing(wall_ms).is_some_and(|standing| standing.works(ability))
    }

    /// When something stops, in milliseconds since the Unix epoch; none if it never does.
    pub fn stops_at_ms(&self, ability: &Ability) -> Option<i64> {
        let license = self.license.as_ref()?;
        if self.ended_at_ms.is_some() {
            return self.ended_at_ms;
        }
        let ends_at = license.works(license.issued_at, self.lease_until).ends_at;
        let step = license.grace.ladder.iter().find(|step| step.stops.contains(ability))?;
        Some(ends_at.plus_days(step.from_day).ms())
    }

    /// When the license ended or will end, in milliseconds since the Unix epoch.
    pub fn ends_at_ms(&self) -> Option<i64> {
        let license = self.license.as_ref()?;
        let signed = license.works(license.issued_at, self.lease_until).ends_at.ms();
        Some(self.ended_at_ms.map_or(signed, |ended_at_ms| ended_at_ms.min(signed)))
    }

    /// Until when the customer bought it, in milliseconds since the Unix epoch; none for ever. A lease may end earlier:
    /// it is renewed.
    pub fn expires_at_ms(&self) -> Option<i64> {
        self.license.as_ref()?.valid_until.map(Time::ms)
    }

    /// Why the license is not renewed although somebody was asked, and what to do about it; none if nobody was reached.
    pub fn refusal(&self) -> Option<&[String; 2]> {
        let is_unreached = self.trouble.starts_with("activate.unreachable_");
        Some(&self.trouble_told).filter(|[why, _]| !is_unreached && !why.is_empty())
    }

    /// When the license server answered last, as far as is known, in milliseconds since the Unix epoch; else since when it
    /// does not.
    pub fn reached_at_ms(&self) -> Option<i64> {
        self.leased_at.map(Time::ms).or((self.trouble_since_ms > 0).then_some(self.trouble_since_ms))
    }

    /// When the license file ends of an installation that has no lease, in milliseconds since the Unix epoch: nothing renews
    /// it but somebody who carries another one. None if what was bought ends first.
    pub fn file_ends_at_ms(&self) -> Option<i64> {
        let license = self.license.as_ref().filter(|_| self.lease_until.is_none() && self.ended.is_none())?;
        let ends_at = license.renew_by;
        license.valid_until.is_none_or(|until| ends_at < until).then(|| ends_at.ms())
    }

    /// The same, if it is so near that somebody must do something.
    pub fn file_ends_soon_at_ms(&self, wall_ms: i64) -> Option<i64> {
        let soon_ms = self.now(wall_ms).plus_days(Grace::EXPIRING_DAYS).ms();
        self.file_ends_at_ms().filter(|ends_at_ms| *ends_at_ms <= soon_ms)
    }

    /// How many days are left of what was bought, the one that has begun included.
    pub fn days_until_it_expires(&self, wall_ms: i64) -> i64 {
        let now = self.now(wall_ms);
        let then = self.expires_at_ms().map_or(now, Time::from_ms);
        days_until(now, then).max(1)
    }

    /// When the lease ended, if that is what is over: the license itself was bought for longer. In milliseconds since the
    /// Unix epoch.
    pub fn lease_ended_at_ms(&self, wall_ms: i64) -> Option<i64> {
        self.lease_until.filter(|_| self.ended.is_none())?;
        let is_over = matches!(self.state(wall_ms), Some(State::Grace | State::Limited));
        let ended_at_ms = self.ends_at_ms().filter(|_| is_over)?;
        self.expires_at_ms().is_none_or(|expires_at_ms| expires_at_ms > ended_at_ms).then_some(ended_at_ms)
    }

    /// Until when the lease helps, in milliseconds: no longer than what was bought. None without one.
    pub fn leased_until_ms(&self) -> Option<i64> {
        let until = self.lease_until?;
        Some(self.license.as_ref().map_or(until, |license| license.leased_until(until)).ms())
    }

    /// How many seats the license gives: administrators, designers, viewers; none where it sets no limit.
    pub fn seats(&self) -> Option<[Option<i64>; 3]> {
        self.license.as_ref().map(seats_of)
    }

    /// What was bought.
    pub fn bought(&self, config: &Config) -> Bought {
        let Some(license) = &self.license else {
            let set = &config.license;
            return Bought { tier: set.tier, deployment: set.deployment, entitlements: None };
        };
        if self.is_doubted {
            return Bought {
                tier: Tier::Launch,
                deployment: Deployment::OnPrem,
                entitlements: Some(BTreeSet::new()),
            };
        }
        Bought {
            tier: tier_named(&license.package.tier),
            deployment: deployment_named(&license.package.deployment),
            entitlements: Some(license.entitlements.iter().cloned().collect()),
        }
    }

    /// Whether the license is one for trying out.
    pub fn is_trial(&self) -> bool {
        let package = self.license.as_ref().map(|license| &license.package);
        package.is_some_and(|package| package.type_ == "trial" || package.environment == "trial")
    }
}

/// How many seats a license gives; none where it sets no limit.
pub fn seats_of(license: &License) -> [Option<i64>; 3] {
    let seats = &license.seats;
    // The largest number stands for no limit.
    [seats.administrators, seats.designers, seats.viewers]
        .map(|count| (count != u32::MAX).then(|| i64::from(count)))
}

/// The place of a tier: each has all of those with a lower one.
pub const fn rank(tier: Tier) -> u8 {
    match tier {
        Tier::Launch => 1,
        Tier::Grow => 2,
        Tier::Enterprise => 3,
    }
}

/// A tier that this program does not know is the smallest: nothing is given away by a word.
fn tier_named(word: &str) -> Tier {
    match word {
        "enterprise" => Tier::Enterprise,
        "grow" => Tier::Grow,
        _ => Tier::Launch,
    }
}

fn deployment_named(word: &str) -> Deployment {
    match word {
        "cloud" => Deployment::Cloud,
        _ => Deployment::OnPrem,
    }
}

impl App {
    /// The license that counts, as it was read last: at most a second ago for whoever comes in from outside.
    pub fn in_force(&self) -> Arc<InForce> {
        self.license.last().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_taken_away_is_told_from_what_is_given() {
        let difference =
            |before: Value, after: Value| Difference { what: "seats.viewers".into(), before, after };

        assert!(difference(json!(5), json!(3)).takes_away());
        assert!(difference(json!(null), json!(3)).takes_away());
        assert!(difference(json!(true), json!(false)).takes_away());
        assert!(!difference(json!(3), json!(5)).takes_away());
        assert!(!difference(json!(3), json!(null)).takes_away());
        assert!(!difference(json!(false), json!(true)).takes_away());
        assert!(!difference(json!("Old"), json!("New")).takes_away());
    }

    #[test]
    fn a_lower_tier_and_another_place_to_run_take_something_away() {
        let takes_away = |what: &str, before: &str, after: &str| {
            Difference { what: what.into(), before: json!(before), after: json!(after) }.takes_away()
        };

        assert!(takes_away("tier", "enterprise", "grow") && takes_away("tier", "grow", "launch"));
        assert!(takes_away("tier", "grow", "galactic") && !takes_away("tier", "launch", "grow"));
        assert!(takes_away("deployment", "cloud", "on_prem") && takes_away("deployment", "on_prem", "cloud"));
        assert!(!takes_away("deployment", "on_prem", "on_premises"));
        assert!(!takes_away("holder", "b", "a"));
    }

    #[test]
    fn without_a_license_everything_works_and_the_configuration_counts() {
        let none = InForce::default();
        let config = Config::default();

        assert!(Ability::all().all(|ability| none.works(&ability, i64::MAX / 2)));
        assert_eq!(none.bought(&config).tier, config.license.tier);
        assert_eq!((none.seats(), none.state(0), none.ends_at_ms()), (None, None, None));
        assert!(none.bought(&config).has("white_labeling"));
    }

    #[test]
    fn a_word_that_nobody_knows_gives_nothing_away() {
        assert_eq!(tier_named("galactic"), Tier::Launch);
        assert_eq!(deployment_named("moon"), Deployment::OnPrem);
    }
}
