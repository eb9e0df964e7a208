//! Any file in plain words: what it is, what it says, and each check with its reason. Nothing is installed.

use std::cmp::Ordering;

use seatwarden_license_file::{
    Bulletin, ClockAnswer, ClockChallenge, Comparison, DeviceClaims, Grant, IssuerClaims, Kind, Lease,
    License, Refused, Renewal, Request, Return, Revocations, Time, Trust as Believed, armor, open,
    open_by_device, open_statement,
};
use serde::Serialize;
use serde_json::Value;

use super::Installation;
use crate::{Holding, Result, Trust, machine::Identity};

/// One check of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Check {
    /// What is checked: `readable`, `signature`, `device`, `machine`, `date`, `newer`, or `same` for the very file that is here.
    pub what: &'static str,
    /// Whether it passed.
    pub is_good: bool,
    /// The code of the refusal, if it did not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<&'static str>,
    /// The refusal in English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
    /// More about it: who signed, which day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
}

/// A file in plain words.
#[derive(Clone, Debug, Serialize)]
pub struct Explained {
    /// What it is; none if that cannot be said.
    pub kind: Option<Kind>,
    /// Every check that was made, in order; after a failed one only those that can still be made.
    pub checks: Vec<Check>,
    /// What it says, if its signature is good.
    pub says: Value,
}

impl Explained {
    /// Whether every check passed.
    pub fn is_good(&self) -> bool {
        self.checks.iter().all(|check| check.is_good)
    }
}

fn passed(what: &'static str, about: Option<String>) -> Check {
    Check { what, is_good: true, code: None, why: None, about }
}

fn failed(what: &'static str, refused: Refused) -> Check {
    Check { what, is_good: false, code: Some(refused.code()), why: Some(refused.to_string()), about: None }
}

fn result(what: &'static str, checked: Result<(), Refused>) -> Check {
    match checked {
        Ok(()) => passed(what, None),
        Err(refused) => failed(what, refused),
    }
}

impl Installation {
    /// Explains every file in a text, for this machine and the license that is held.
    pub fn explain(&self, text: &str) -> Result<Vec<Explained>> {
        let held = self.load()?;
        Ok(explain(text, &self.trust, Some((&held, &self.identity()?))))
    }
}

/// Explains every file in a text; with what is held and the machine, if it is asked where it could be installed.
pub fn explain(text: &str, trust: &Trust, here: Option<(&Holding, &Identity)>) -> Vec<Explained> {
    let files = armor::strip_all(text).and_then(|files| {
        if !files.is_empty() {
            return Ok(files);
        }
        let compact = armor::strip(text, None)?.into_owned();
        Ok(vec![(seatwarden_license_file::compact::kind(&compact)?, compact)])
    });
    match files {
        Ok(files) => files.into_iter().map(|(kind, compact)| one(kind, &compact, trust, here)).collect(),
        Err(refused) => {
            vec![Explained { kind: None, checks: vec![failed("readable", refused)], says: Value::Null }]
        }
    }
}

fn one(kind: Kind, compact: &str, trust: &Trust, here: Option<(&Holding, &Identity)>) -> Explained {
    let known = here.map_or(Revocations::NONE, |(held, _)| held.revocations());
    let believed = Believed { roots: &trust.roots, revocations: &known };
    let mut told = Explained { kind: Some(kind), checks: vec![passed("readable", None)], says: Value::Null };
    match kind {
        Kind::License => {
            if let Some(license) = told.of_issuer::<License>(compact, &believed) {
                told.checks.extend(license_checks(&license, here));
            }
        }
        Kind::Lease => {
            if let Some(lease) = told.of_issuer::<Lease>(compact, &believed) {
                told.checks.extend(lease_check(&lease, here));
            }
        }
        Kind::Bulletin => {
            if let Some(bulletin) = told.of_issuer::<Bulletin>(compact, &believed) {
                told.checks.push(match bulletin.number.cmp(&known.number()) {
                    Ordering::Greater => passed("newer", None),
                    Ordering::Equal => passed("same", None),
                    Ordering::Less => failed("newer", Refused::BulletinOld),
                });
            }
        }
        Kind::Grant => drop(told.of_issuer::<Grant>(compact, &believed)),
        Kind::ClockAnswer => drop(told.of_issuer::<ClockAnswer>(compact, &believed)),
        Kind::Signer => told.of_root(compact, &believed),
        Kind::Request => told.of_device::<Request>(compact, here),
        Kind::Renewal => told.of_device::<Renewal>(compact, here),
        Kind::Return => told.of_device::<Return>(compact, here),
        Kind::ClockChallenge => told.of_device::<ClockChallenge>(compact, here),
    }
    told
}

impl Explained {
    fn of_issuer<C: IssuerClaims>(&mut self, compact: &str, believed: &Believed<'_>) -> Option<C> {
        match open::<C>(compact, believed) {
            Ok(opened) => {
                self.says = crate::wire::said(&opened.claims);
                self.checks.push(passed("signature", Some(opened.kid)));
                Some(opened.claims)
            }
            Err(refused) => {
                self.checks.push(failed("signature", refused));
                None
            }
        }
    }

    fn of_root(&mut self, compact: &str, believed: &Believed<'_>) {
        match open_statement(compact, believed) {
            Ok(statement) => {
                self.says = crate::wire::said(&statement);
                self.checks.push(passed("signature", Some(statement.key.kid())));
            }
            Err(refused) => self.checks.push(failed("signature", refused)),
        }
    }

    fn of_device<C: DeviceClaims>(&mut self, compact: &str, here: Option<(&Holding, &Identity)>) {
        match open_by_device::<C>(compact) {
            Ok(opened) => {
                self.says = crate::wire::said(&opened.claims);
                self.checks.push(passed("signature", Some(opened.device.kid())));
                if let Some(ours) = here.and_then(|(held, _)| held.device()) {
                    let is_ours = ours == opened.device;
                    self.checks.push(result("device", if is_ours { Ok(()) } else { Err(Refused::Device) }));
                }
            }
            Err(refused) => self.checks.push(failed("signature", refused)),
        }
    }
}

fn license_checks(license: &License, here: Option<(&Holding, &Identity)>) -> Vec<Check> {
    let Some((held, machine)) = here else { return Vec::new() };
    let now = held.clock.now;
    let mut checks = vec![date(license, now)];
    let is_same = license.machine.as_ref().map(|bound| bound.compare(&machine.parts(&bound.salt)));
    let is_here = held.holds(&license.id);
    checks.push(match (held.device(), is_same) {
        // Until when it was to be installed says nothing of what is installed.
        (Some(_), None | Some(Comparison::Same | Comparison::Drifted { .. })) if is_here => {
            passed("machine", None)
        }
        // Without a key of a device nothing was asked for from here.
        (_, Some(Comparison::Other)) | (None, Some(_)) => failed("machine", Refused::Machine),
        (Some(device), _) => result("machine", license.may_be_installed(&device, now)),
        (None, None) => passed("machine", None),
    });
    if is_here {
        checks.push(passed("same", None));
    } else if let Some(installed) = held.claims() {
        checks.push(result("newer", license.may_replace(installed)));
    }
    checks
}

/// Whether the license is worth something now.
fn date(license: &License, now: Time) -> Check {
    let standing = license.works(now, None);
    let about = Some(standing.ends_at.to_string());
    let is_good = license.valid_from <= now && now < standing.ends_at;
    Check { what: "date", is_good, code: None, why: None, about }
}

fn lease_check(lease: &Lease, here: Option<(&Holding, &Identity)>) -> Option<Check> {
    let (held, _) = here?;
    let (license, device) = (held.claims()?, held.device()?);
    Some(result("machine", lease.is_for(&license.id, &device)))
}
