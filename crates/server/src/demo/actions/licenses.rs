//! What the sample customers bought, and where it runs.

use std::{collections::BTreeSet, path::Path, sync::Arc};

use seatwarden_base::{Error, Result};
use seatwarden_license_file::{Part, PartKind, PrivateKey, Request, Time, VERSION, sign_by_device};

use crate::{
    accounts::users,
    cx::{Caller, Cx, Proof, SignedIn},
    licensing::{
        activations, organisations,
        packages::{self, Deployment, Environment, Kind, Limits, NewPackage, Seats, State, Terms, Tier},
        signing_keys,
    },
};

const DAY_MS: i64 = 24 * 3_600_000;

/// A sample package.
struct Sample {
    organisation: &'static str,
    /// Who activates its servers.
    owner: &'static str,
    code: &'static str,
    name: &'static str,
    kind: Kind,
    tier: Tier,
    deployment: Deployment,
    environment: Environment,
    days_left: Option<i64>,
    seats: [i64; 3],
    servers: i64,
    entitlements: &'static [&'static str],
    machines: &'static [&'static str],
}

const SAMPLES: [Sample; 4] = [
    Sample {
        organisation: "Acme Analytics",
        owner: "license@acme.example",
        code: "ACME-PROD",
        name: "Acme Production",
        kind: Kind::Subscription,
        tier: Tier::Enterprise,
        deployment: Deployment::OnPremises,
        environment: Environment::Production,
        days_left: Some(210),
        seats: [5, 20, 500],
        servers: 3,
        entitlements: &["big_data", "high_availability", "white_labeling"],
        machines: &["bi-1.acme.example", "bi-2.acme.example"],
    },
    Sample {
        organisation: "Acme Analytics",
        owner: "license@acme.example",
        code: "ACME-DEV",
        name: "Acme Development",
        kind: Kind::Subscription,
        tier: Tier::Enterprise,
        deployment: Deployment::OnPremises,
        environment: Environment::Development,
        days_left: Some(210),
        seats: [2, 5, 10],
        servers: 1,
        entitlements: &["big_data"],
        machines: &["dev.acme.example"],
    },
    Sample {
        organisation: "Borealis Bank",
        owner: "license@borealis.example",
        code: "BOREALIS",
        name: "Borealis Reporting",
        kind: Kind::Subscription,
        tier: Tier::Grow,
        deployment: Deployment::OnPremises,
        environment: Environment::Production,
        days_left: Some(21),
        seats: [3, 10, 200],
        servers: 2,
        entitlements: &["high_availability"],
        machines: &["reports.borealis.example"],
    },
    Sample {
        organisation: "Cobalt Health",
        owner: "license@cobalt.example",
        code: "COBALT-TRIAL",
        name: "Cobalt Trial",
        kind: Kind::Trial,
        tier: Tier::Launch,
        deployment: Deployment::Cloud,
        environment: Environment::Trial,
        days_left: Some(12),
        seats: [1, 2, 5],
        servers: 1,
        entitlements: &[],
        machines: &[],
    },
];

impl Sample {
    fn terms(&self, now_ms: i64) -> Terms {
        let [administrators, designers, viewers] = self.seats.map(Some);
        Terms {
            name: self.name.to_owned(),
            kind: self.kind,
            tier: self.tier,
            deployment: self.deployment,
            environment: self.environment,
            state: State::Active,
            valid_from_ms: now_ms - 60 * DAY_MS,
            valid_until_ms: self.days_left.map(|days| now_ms + days * DAY_MS),
            seats: Seats { administrators, designers, viewers },
            limits: Limits { servers: self.servers, ..Limits::default() },
            entitlements: self.entitlements.iter().map(|name| (*name).to_owned()).collect::<BTreeSet<_>>(),
            lease_days: 7,
            grace_days: 14,
        }
    }
}

/// The organisation whose license the installations of the demo have.
pub(super) const OWN_ORGANISATION: &str = "Seatwarden Demo";
/// The code of its package.
pub(super) const OWN_PACKAGE: &str = "DEMO";
/// How many administrators, designers and viewers it has, beside the users that the demo was asked for.
const OWN_SEATS: [i64; 3] = [100, 1_000, 100_000];

/// Issues the package of the demo's own installations, with seats for so many users more. Answers whether one that was
/// there got more seats, to which the root in this folder agrees.
pub(super) async fn make_own(cx: &Cx, users: u32, roots: &Path) -> Result<bool> {
    let wanted = OWN_SEATS.map(|seats| seats + i64::from(users));
    let own = Sample {
        organisation: OWN_ORGANISATION,
        owner: "",
        code: OWN_PACKAGE,
        name: "Demo",
        kind: Kind::Subscription,
        tier: Tier::Enterprise,
        deployment: Deployment::OnPremises,
        environment: Environment::Production,
        days_left: Some(400),
        seats: wanted,
        servers: 2,
        entitlements: &["big_data", "high_availability", "white_labeling"],
        machines: &[],
    };
    let mut reading = cx.db.read().await?;
    let Some(organisation) = organisations::named(&mut reading, OWN_ORGANISATION).await? else {
        return Ok(false);
    };
    let known = packages::find_in(&mut reading, OWN_PACKAGE).await.ok();
    drop(reading);
    let terms = own.terms(cx.now_ms);
    let Some(known) = known else {
        let code = OWN_PACKAGE.to_owned();
        let new = NewPackage { organisation_id: organisation.id, code, terms, reason: "Demo".into() };
        match packages::issue(cx, new).await {
            Err(Error::Refusal(refusal)) if refusal.code == "packages.code_taken" => {}
            made => drop(made?),
        }
        return Ok(false);
    };
    if known.terms.seats.viewers >= terms.seats.viewers {
        return Ok(false);
    }
    let wish = packages::Change { seats: terms.seats.into(), ..packages::Change::default() };
    let root = signing_keys::read_root(&roots.join(signing_keys::ROOT_FILES[0]))?;
    packages::change_by_root(cx, OWN_PACKAGE, wish, "Demo", &root).await?;
    Ok(true)
}

/// Issues the sample packages and activates their servers, unless they are there from an earlier demo.
pub(super) async fn make(cx: &Cx) -> Result<()> {
    for sample in &SAMPLES {
        match make_one(cx, sample).await {
            // Another demo on the same database was faster.
            Err(Error::Refusal(refusal)) if refusal.code == "packages.code_taken" => {}
            made => made?,
        }
    }
    Ok(())
}

async fn make_one(cx: &Cx, sample: &Sample) -> Result<()> {
    let mut reading = cx.db.read().await?;
    if packages::find_in(&mut reading, sample.code).await.is_ok() {
        return Ok(());
    }
    let Some(organisation) = organisations::named(&mut reading, sample.organisation).await? else {
        return Ok(());
    };
    let Some(owner) = users::person(&mut reading, sample.owner).await? else { return Ok(()) };
    drop(reading);
    let new = NewPackage {
        organisation_id: organisation.id,
        code: sample.code.to_owned(),
        terms: sample.terms(cx.now_ms),
        reason: "Demo".into(),
    };
    packages::issue(cx, new).await?;
    let theirs = cx.clone().with_caller(Caller::User(Arc::new(SignedIn::new(owner, Proof::ApiKey))));
    for machine in sample.machines {
        activations::activate(&theirs, Some(sample.code), &request(cx, machine)?).await?;
    }
    Ok(())
}

/// What a machine sends that wants to be activated.
fn request(cx: &Cx, name: &str) -> Result<String> {
    let salt = cx.new_id()?;
    let part = |kind, what: &str| Part::new(&salt, kind, &format!("{what} of {name}"));
    let request = Request {
        version: VERSION,
        id: cx.new_id()?,
        made_at: Time::from_ms(cx.now_ms),
        package: None,
        name: name.to_owned(),
        program: env!("CARGO_PKG_VERSION").to_owned(),
        parts: vec![
            part(PartKind::OsMachineId, "machine"),
            part(PartKind::ProductUuid, "board"),
            part(PartKind::RootVolume, "disk"),
        ],
        salt: salt.clone(),
    };
    let key = PrivateKey::from_seed(&cx.random().bytes::<32>()?);
    sign_by_device(&key, &request).map_err(|cause| Error::fault("signing the request of a machine", cause))
}
