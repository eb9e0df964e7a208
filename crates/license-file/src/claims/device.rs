//! What a machine says, signed with its own key: requests, renewals, returns, challenges. Its times are its own,
//! and raise nobody's trust.

use serde::{Deserialize, Serialize};

use super::{Claims, DeviceClaims, check_id, check_name, check_version, license::check_fingerprint};
use crate::{Kind, Part, PublicKey, Refused, Time};

/// A machine asks for a license, online or carried by hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// [`super::VERSION`].
    pub version: u16,
    /// The id of this request; handed in twice, it is the same request.
    pub id: String,
    /// The time on the machine.
    pub made_at: Time,
    /// The code of the package, if the machine was told one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub package: Option<String>,
    /// The name of the machine.
    pub name: String,
    /// The version of the program on it.
    pub program: String,
    /// What the parts are salted with, drawn by the machine; the license takes it over.
    pub salt: String,
    /// The parts of its fingerprint.
    pub parts: Vec<Part>,
}

impl Claims for Request {
    const KIND: Kind = Kind::Request;
    const TIMES: &'static [&'static str] = &["/made_at"];

    fn check(&self) -> Result<(), Refused> {
        check_version(self.version)?;
        check_id(&self.id)?;
        self.package.as_deref().map_or(Ok(()), check_id)?;
        check_name(&self.name)?;
        check_name(&self.program)?;
        check_fingerprint(&self.salt, &self.parts)
    }
}

impl DeviceClaims for Request {}

/// A machine asks for its next lease.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Renewal {
    /// [`super::VERSION`].
    pub version: u16,
    /// The id of this renewal; handed in twice, it is the same renewal.
    pub id: String,
    /// The time on the machine.
    pub made_at: Time,
    /// The id of the license file that is installed.
    pub license: String,
    /// The counter of the newest lease it holds.
    pub counter: u64,
    /// The number of the newest bulletin it holds.
    pub bulletin: u64,
    /// The parts of its fingerprint as seen now, with the salt of the license.
    pub parts: Vec<Part>,
    /// What they are salted with, for a key that is not bound to a machine yet; the next license takes it over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub salt: Option<String>,
    /// The version of the program on it.
    pub program: String,
}

impl Claims for Renewal {
    const KIND: Kind = Kind::Renewal;
    const TIMES: &'static [&'static str] = &["/made_at"];

    fn check(&self) -> Result<(), Refused> {
        check_version(self.version)?;
        check_id(&self.id)?;
        check_name(&self.program)?;
        self.salt.as_deref().map_or(Ok(()), check_id)?;
        check_fingerprint(&self.license, &self.parts)
    }
}

impl DeviceClaims for Renewal {}

/// A machine gives its license back: it has deleted the file, and keeps a note that it did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Return {
    /// [`super::VERSION`].
    pub version: u16,
    /// The id of this return.
    pub id: String,
    /// The time on the machine.
    pub made_at: Time,
    /// The id of the license file that was deleted.
    pub license: String,
    /// One more than the counter of the newest lease it held.
    pub counter: u64,
}

/// What the issuer knows of the activation that a return would free.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Charge {
    /// The key of the device.
    pub device: PublicKey,
    /// The id of the license file.
    pub license: String,
    /// The counter of the newest lease that was given.
    pub counter: u64,
    /// Whether it was given back already.
    pub is_returned: bool,
}

impl Return {
    /// Whether it frees this activation, which it does once.
    pub fn frees(&self, signed_by: &PublicKey, charge: &Charge) -> Result<(), Refused> {
        if self.license != charge.license {
            Err(Refused::OtherFile)
        } else if *signed_by != charge.device {
            Err(Refused::Device)
        } else if charge.is_returned || self.counter <= charge.counter {
            Err(Refused::Replayed)
        } else {
            Ok(())
        }
    }
}

impl Claims for Return {
    const KIND: Kind = Kind::Return;
    const TIMES: &'static [&'static str] = &["/made_at"];

    fn check(&self) -> Result<(), Refused> {
        check_version(self.version)?;
        check_id(&self.id)?;
        check_id(&self.license)
    }
}

impl DeviceClaims for Return {}

/// A machine whose stored time is wrong asks for the trusted one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClockChallenge {
    /// [`super::VERSION`].
    pub version: u16,
    /// The id of this challenge, random.
    pub id: String,
    /// The time on the machine.
    pub made_at: Time,
    /// The stored time that is to be given up.
    pub floor: Time,
    /// The id of the license file that is installed.
    pub license: String,
}

impl Claims for ClockChallenge {
    const KIND: Kind = Kind::ClockChallenge;
    const TIMES: &'static [&'static str] = &["/made_at", "/floor"];

    fn check(&self) -> Result<(), Refused> {
        check_version(self.version)?;
        check_id(&self.id)?;
        check_id(&self.license)
    }
}

impl DeviceClaims for ClockChallenge {}
