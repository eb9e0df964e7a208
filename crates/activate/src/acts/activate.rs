//! Activating over the network.

use std::fmt;

use seatwarden_license_file::{Comparison, Lease, License, Opened};
use serde_json::json;
use zeroize::Zeroizing;

use super::{Installation, Ready, first::first_sysadmin};
use crate::{
    Error, Holding, Result,
    error::no,
    wire::{self, Answer},
};

/// Who activates.
pub enum Credentials {
    /// The license account.
    Password {
        /// Its address.
        email: String,
        /// Its password, which goes to the license server and nowhere else.
        password: Zeroizing<String>,
    },
    /// A one-time code from the portal.
    Code(Zeroizing<String>),
}

impl fmt::Debug for Credentials {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Password { email, .. } => {
                out.debug_struct("Password").field("email", email).finish_non_exhaustive()
            }
            Self::Code(_) => out.write_str("Code"),
        }
    }
}

/// What is wished of an activation.
#[derive(Debug)]
pub struct Wish {
    /// Who activates.
    pub credentials: Credentials,
    /// The code of the package, if the account has several.
    pub package: Option<String>,
    /// Whether to leave the first Sys. Admin for the server in the folder: for programs without the server's database.
    pub leaves_sysadmin: bool,
}

/// An installation that is activated.
#[derive(Clone, Debug)]
pub struct Activated {
    /// Its license.
    pub license: License,
    /// Its first lease.
    pub lease: Lease,
    /// Whether it began to count by this.
    pub is_new: bool,
    /// Whether it took the slot over that this machine had with another key.
    pub took_over: bool,
    /// Whether the first Sys. Admin lies ready.
    pub left_sysadmin: bool,
}

impl Installation {
    /// Activates over the network: asks for a slot, and installs the license and its first lease. Sent again, it takes no
    /// second slot. Refuses as the license server does (`LIMIT_ACTIVATIONS`, `CREDENTIALS_INVALID`, `CHOOSE_PACKAGE` …),
    /// or if it is not reached.
    pub fn activate(&self, wish: &Wish) -> Result<Activated> {
        let line = self.line()?;
        let _talking = self.folder.talk()?;
        let mut fields = vec!["request"];
        fields.extend(match &wish.credentials {
            Credentials::Password { .. } => &["email", "password"][..],
            Credentials::Code(_) => &["code"][..],
        });
        fields.extend(wish.package.iter().map(|_| "package"));
        let (held, ready, request) = {
            let writing = self.folder.write()?;
            let held = self.load_in(&writing)?;
            held.clock.may_renew()?;
            let ready = self.ensure(&writing, &held)?;
            let request = self.sign_request(&ready, wish.package.as_deref())?;
            self.note_sent(
                &writing,
                &line.address("activate"),
                "activate",
                &fields,
                wire::said(&request.claims),
            )?;
            (held, ready, request)
        };
        let mut body = match &wish.credentials {
            Credentials::Password { email, password } => json!({
                "request": request.compact, "package": wish.package, "email": email, "password": password.as_str(),
            }),
            Credentials::Code(code) => {
                json!({ "request": request.compact, "package": wish.package, "code": code.trim() })
            }
        };
        let answer = line.post("activate", &body);
        wipe(&mut body);
        let answer = answer?;
        let (license, lease) = self.opened(&answer, &held, &ready)?;
        let bulletin = self.fetch_bulletin(&line, &held, license.claims.bulletin.max(lease.claims.bulletin));
        let first = match &wish.credentials {
            Credentials::Password { email, password } if wish.leaves_sysadmin => {
                Some(first_sysadmin(email, password, self.sight.wall)?)
            }
            _ => None,
        };
        let writing = self.folder.write()?;
        let held = self.load_in(&writing)?;
        // The folder may have been emptied, or the file given back, while the answer was awaited.
        if held.device() != Some(ready.key.public()) {
            return Err(no("activate.changed_meanwhile").into());
        }
        self.check_not_returned(&license.claims)?;
        if let Some(bulletin) = &bulletin {
            writing.set_bulletin(bulletin, &self.believed(&seatwarden_license_file::Revocations::NONE))?;
        }
        writing.set_license(&license.compact, None)?;
        writing.set_lease(&lease, &ready.key)?;
        writing.set_renewal(None)?;
        writing.set_return(None)?;
        if let Some(first) = &first {
            writing.set_first_sysadmin(first)?;
        }
        writing.set_clock(&held.clock.floor, &ready.key)?;
        Ok(Activated {
            license: license.claims,
            lease: lease.claims,
            is_new: answer.is("new"),
            took_over: answer.is("tookOver"),
            left_sysadmin: first.is_some(),
        })
    }

    /// The files of an answer, once they are found to be for this machine.
    fn opened(
        &self,
        answer: &Answer,
        held: &Holding,
        ready: &Ready,
    ) -> Result<(Opened<License>, Opened<Lease>)> {
        let (Some(license), Some(lease)) = (answer.text("license"), answer.text("lease")) else {
            return Err(no("activate.bad_answer").into());
        };
        let license: Opened<License> = self.open(license, held)?;
        let lease: Opened<Lease> = self.open(lease, held)?;
        let device = ready.key.public();
        license.claims.may_be_installed(&device, held.clock.now)?;
        lease.claims.is_for(&license.claims.id, &device)?;
        let seen =
            license.claims.machine.as_ref().map(|bound| bound.compare(&ready.identity.parts(&bound.salt)));
        if matches!(seen, Some(Comparison::Other)) {
            return Err(Error::File(seatwarden_license_file::Refused::Machine));
        }
        Ok((license, lease))
    }
}

/// Wipes the secrets of a body that was sent.
fn wipe(body: &mut serde_json::Value) {
    for name in ["password", "code"] {
        if let Some(serde_json::Value::String(secret)) = body.get_mut(name) {
            zeroize::Zeroize::zeroize(secret);
        }
    }
}
