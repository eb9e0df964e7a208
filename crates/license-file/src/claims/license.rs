//! The license: what an installation may do, until when, and what stops afterwards.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Claims, IssuerClaims, check_id, check_list, check_name, check_order, check_version};
use crate::{Comparison, Grace, Kind, Part, PublicKey, Refused, Time, fingerprint};

/// How many entitlements or limits a license may name.
const ENTRIES_MAX: usize = 128;
/// The highest limit: every language reads numbers of JSON up to here exactly.
const LIMIT_MAX: u64 = (1 << 53) - 1;

/// What the customer bought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Package {
    /// The id of the package.
    pub id: String,
    /// The code that people read to each other.
    pub code: String,
    /// The name on My License.
    pub name: String,
    /// `subscription`, `perpetual`, `trial` or `internal`; other words are possible.
    #[serde(rename = "type")]
    pub type_: String,
    /// `launch`, `grow`, `enterprise` …
    pub tier: String,
    /// `cloud` or `on_prem` …
    pub deployment: String,
    /// `production`, `development`, `backup`, `trial` …
    pub environment: String,
    /// The number of the revision that this license is of.
    pub revision: u64,
}

/// How many people of each kind there may be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seats {
    /// Sys. Admins, Admins and Data Admins.
    pub administrators: u32,
    /// Designers and Data Designers.
    pub designers: u32,
    /// Viewers.
    pub viewers: u32,
}

/// The machine that a license is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Machine {
    /// The id of the device's key, by which it proves itself.
    pub device: String,
    /// The name that it gave itself.
    pub name: String,
    /// What the parts are salted with, in base64url; another one in every license.
    pub salt: String,
    /// The parts of its fingerprint.
    pub parts: Vec<Part>,
    /// How many of the parts must still be the same.
    pub need: u8,
}

impl Machine {
    /// How many parts a fingerprint may have.
    pub const PARTS_MAX: usize = 16;

    /// Compares the fingerprint with the one seen now.
    pub fn compare(&self, seen: &[Part]) -> Comparison {
        fingerprint::compare(&self.parts, self.need, seen)
    }

    fn check(&self) -> Result<(), Refused> {
        check_id(&self.device)?;
        check_name(&self.name)?;
        check_fingerprint(&self.salt, &self.parts)?;
        if usize::from(self.need) > self.parts.len() || self.need == 0 { Err(Refused::Claim) } else { Ok(()) }
    }
}

/// Salt and parts of a fingerprint.
pub(crate) fn check_fingerprint(salt: &str, parts: &[Part]) -> Result<(), Refused> {
    check_list(parts, Machine::PARTS_MAX)?;
    check_id(salt)?;
    if parts.iter().all(Part::is_sound) { Ok(()) } else { Err(Refused::Claim) }
}

/// A license file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct License {
    /// [`super::VERSION`].
    pub version: u16,
    /// The id of this file.
    pub id: String,
    /// The vendor's server.
    pub issuer: String,
    /// When it was signed.
    pub issued_at: Time,
    /// From when on it counts; a renewal may lie ready before.
    pub valid_from: Time,
    /// Until when the customer may use the product in full; never ends if there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<Time>,
    /// Until when the next file must have come.
    pub renew_by: Time,
    /// Only for a key that is not bound to a machine yet: until when it must be installed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub install_by: Option<Time>,
    /// Who holds it: the organisation.
    pub organisation: String,
    /// The e-mail of the license user it was given to.
    pub holder: String,
    /// What was bought.
    pub package: Package,
    /// How many people there may be.
    pub seats: Seats,
    /// Numbers with names: `servers`, `rows`, `cores`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub limits: BTreeMap<String, u64>,
    /// What is switched on: `white_labeling`, `big_data`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub entitlements: Vec<String>,
    /// The machine it is for; none in a key that is not bound to one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub machine: Option<Machine>,
    /// What stops when, after the end.
    pub grace: Grace,
    /// The number of the newest bulletin when it was signed; zero if there was none.
    pub bulletin: u64,
    /// The digest of the file that it replaces.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaces: Option<String>,
}

impl License {
    /// Whether this is a key that any machine may install once.
    pub fn is_voucher(&self) -> bool {
        self.machine.is_none()
    }

    /// Whether it may take the place of the one that is installed: not if it is older, or for another package.
    pub fn may_replace(&self, installed: &Self) -> Result<(), Refused> {
        if self.package.id != installed.package.id {
            return Ok(());
        }
        let age = |license: &Self| (license.package.revision, license.issued_at);
        if age(self) < age(installed) { Err(Refused::Replaced) } else { Ok(()) }
    }

    /// Whether it may be installed now on the device with this key.
    pub fn may_be_installed(&self, device: &PublicKey, now: Time) -> Result<(), Refused> {
        match &self.machine {
            Some(machine) if machine.device != device.kid() => Err(Refused::Machine),
            None if self.install_by.is_some_and(|end| now > end) => Err(Refused::InstallBy),
            _ => Ok(()),
        }
    }
}

impl Claims for License {
    const KIND: Kind = Kind::License;
    const TIMES: &'static [&'static str] =
        &["/issued_at", "/valid_from", "/valid_until", "/renew_by", "/install_by"];

    fn check(&self) -> Result<(), Refused> {
        check_version(self.version)?;
        check_id(&self.id)?;
        for id in [&self.package.id, &self.package.code].into_iter().chain(&self.replaces) {
            check_id(id)?;
        }
        let package = &self.package;
        for name in [&self.issuer, &self.organisation, &self.holder, &package.name] {
            check_name(name)?;
        }
        for word in [&package.type_, &package.tier, &package.deployment, &package.environment] {
            check_id(word)?;
        }
        check_list(&self.entitlements, ENTRIES_MAX)?;
        if self.limits.len() > ENTRIES_MAX {
            return Err(Refused::TooMany);
        }
        if self.limits.values().any(|limit| *limit > LIMIT_MAX) {
            return Err(Refused::Claim);
        }
        for word in self.entitlements.iter().chain(self.limits.keys()) {
            check_id(word)?;
        }
        check_order(&[Some(self.valid_from), self.valid_until])?;
        check_order(&[Some(self.issued_at), Some(self.renew_by), self.valid_until])?;
        check_order(&[Some(self.issued_at), self.install_by])?;
        if self.machine.is_some() == self.install_by.is_some() {
            return Err(Refused::Claim);
        }
        self.machine.as_ref().map_or(Ok(()), Machine::check)?;
        self.grace.check()
    }
}

impl IssuerClaims for License {
    fn id(&self) -> &str {
        &self.id
    }

    fn issued_at(&self) -> Time {
        self.issued_at
    }

    fn renew_by(&self) -> Option<Time> {
        Some(self.renew_by)
    }
}
