//! What the vendor says of a license later: leases, grants for relays, the time.

use serde::{Deserialize, Serialize};

use super::{Claims, IssuerClaims, check_id, check_name, check_order, check_version};
use crate::{Kind, PublicKey, Refused, Time};

/// That an activation goes on until a time, given to one device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lease {
    /// [`super::VERSION`].
    pub version: u16,
    /// The id of this lease.
    pub id: String,
    /// The vendor's server.
    pub issuer: String,
    /// When it was signed.
    pub issued_at: Time,
    /// Until when it lasts.
    pub lease_until: Time,
    /// The id of the package.
    pub package: String,
    /// The id of the license file that it belongs to.
    pub license: String,
    /// The id of the device's key.
    pub device: String,
    /// The number of renewals; a machine that presents an old one is a copy.
    pub counter: u64,
    /// Whether the slot was given to another machine: then this lease is the last one until one is free.
    #[serde(default, skip_serializing_if = "is_false")]
    pub displaced: bool,
    /// The number of the newest bulletin.
    pub bulletin: u64,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it with a reference")]
fn is_false(value: &bool) -> bool {
    !value
}

impl Lease {
    /// Whether it is for this license file and this device.
    pub fn is_for(&self, license: &str, device: &PublicKey) -> Result<(), Refused> {
        if self.license != license {
            Err(Refused::OtherFile)
        } else if self.device != device.kid() {
            Err(Refused::Device)
        } else {
            Ok(())
        }
    }
}

impl Claims for Lease {
    const KIND: Kind = Kind::Lease;
    const TIMES: &'static [&'static str] = &["/issued_at", "/lease_until"];

    fn check(&self) -> Result<(), Refused> {
        check_version(self.version)?;
        for id in [&self.id, &self.package, &self.license, &self.device] {
            check_id(id)?;
        }
        check_name(&self.issuer)?;
        check_order(&[Some(self.issued_at), Some(self.lease_until)])
    }
}

impl IssuerClaims for Lease {
    fn id(&self) -> &str {
        &self.id
    }

    fn issued_at(&self) -> Time {
        self.issued_at
    }

    fn renew_by(&self) -> Option<Time> {
        Some(self.lease_until)
    }
}

/// That a relay in a closed network may spread slots; it can spread them, never make them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grant {
    /// [`super::VERSION`].
    pub version: u16,
    /// The id of this grant.
    pub id: String,
    /// The vendor's server.
    pub issuer: String,
    /// When it was signed.
    pub issued_at: Time,
    /// Until when the relay must ask again.
    pub renew_by: Time,
    /// The id of the package.
    pub package: String,
    /// The key with which the relay signs its leases.
    pub key: PublicKey,
    /// How many leases the relay may have out at a time.
    pub slots: u32,
    /// How long a lease of the relay may be, in days.
    pub lease_days: u16,
}

impl Claims for Grant {
    const KIND: Kind = Kind::Grant;
    const TIMES: &'static [&'static str] = &["/issued_at", "/renew_by"];
    const KEYS: &'static [&'static str] = &["/key"];

    fn check(&self) -> Result<(), Refused> {
        check_version(self.version)?;
        check_id(&self.id)?;
        check_id(&self.package)?;
        check_name(&self.issuer)?;
        check_order(&[Some(self.issued_at), Some(self.renew_by)])?;
        if self.slots == 0 || self.lease_days == 0 { Err(Refused::Claim) } else { Ok(()) }
    }
}

impl IssuerClaims for Grant {
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

/// The time, as answer to one challenge of one device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClockAnswer {
    /// [`super::VERSION`].
    pub version: u16,
    /// The id of this answer.
    pub id: String,
    /// The vendor's server.
    pub issuer: String,
    /// When it was signed: this is the answer.
    pub issued_at: Time,
    /// The id of the challenge.
    pub challenge: String,
    /// The id of the device's key.
    pub device: String,
}

impl ClockAnswer {
    /// The time that it tells, if it answers this challenge of this device.
    pub fn time(&self, challenge: &str, device: &PublicKey) -> Result<Time, Refused> {
        if self.challenge != challenge {
            Err(Refused::Challenge)
        } else if self.device != device.kid() {
            Err(Refused::Device)
        } else {
            Ok(self.issued_at)
        }
    }
}

impl Claims for ClockAnswer {
    const KIND: Kind = Kind::ClockAnswer;
    const TIMES: &'static [&'static str] = &["/issued_at"];

    fn check(&self) -> Result<(), Refused> {
        check_version(self.version)?;
        for id in [&self.id, &self.challenge, &self.device] {
            check_id(id)?;
        }
        check_name(&self.issuer)
    }
}

impl IssuerClaims for ClockAnswer {
    fn id(&self) -> &str {
        &self.id
    }

    fn issued_at(&self) -> Time {
        self.issued_at
    }

    fn renew_by(&self) -> Option<Time> {
        None
    }
}
