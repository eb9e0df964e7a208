//! The next lease, and what the vendor says otherwise by now.

use seatwarden_license_file::{
    ByDevice, Lease, License, Opened, Renewal, Revocations, VERSION, clock::ClockState, open_by_device,
};
use serde_json::{Value, json};

use super::{Change, Installation, Ready, changes, request::signed, simulate::changes_to};
use crate::{
    Error, Holding, Problem, Result,
    error::no,
    folder::Writing,
    random,
    wire::{self, Answer, Line},
};

/// After so many seconds a renewal whose answer did not come is made anew: the license server would find it old.
const RESEND_SECONDS: i64 = 20 * 3600;

/// A renewal that was made.
#[derive(Clone, Debug)]
pub struct Renewed {
    /// The license that counts now.
    pub license: License,
    /// The new lease.
    pub lease: Lease,
    /// What the license says otherwise than the one before.
    pub changes: Vec<Change>,
    /// Whether the new license lies ready for its day.
    pub is_staged: bool,
    /// If there was no slot for this machine: why, and what to do. It runs until its lease ends.
    pub displaced: Option<Box<Problem>>,
    /// Whether the license server has seen another machine with the same key.
    pub is_clone_suspected: bool,
}

/// What a renewal would change.
#[derive(Clone, Debug)]
pub struct Foreseen {
    /// What the license would say otherwise.
    pub changes: Vec<Change>,
    /// Until when the lease would last, RFC 3339, if the license server said so.
    pub lease_until: Option<String>,
    /// Whether there is a slot for this machine.
    pub has_slot: bool,
}

impl Installation {
    /// Asks for the next lease, and installs it with the license that comes along if the package says something else by
    /// now. The same renewal is sent again until its answer came, so that a lost answer never looks like a second
    /// machine. A mark of time that lies ahead is set right first, if the license server answers. A license whose signer was
    /// revoked is renewed as well, because the device signs the renewal: only the file that comes counts.
    pub fn renew(&self) -> Result<Renewed> {
        let line = self.line()?;
        let _talking = self.folder.talk()?;
        let held = self.load()?;
        if held.clock.state == ClockState::Suspect {
            // Without an answer the mark stays as it is; whether the clock may renew is asked below.
            let _ = self.recover_over(&line, &held);
        }
        let renewal = self.prepared_renewal(&line)?;
        let answer = line.post("renew", &json!({ "renewal": renewal.compact }))?;
        self.take_renewal(&line, &renewal, &answer)
    }

    /// What a renewal would change. Nothing is changed, here or at the license server.
    pub fn foresee_renewal(&self) -> Result<Foreseen> {
        let line = self.line()?;
        let _talking = self.folder.talk()?;
        let (held, renewal) = {
            let writing = self.folder.write()?;
            let held = self.load_in(&writing)?;
            let (ready, claims) = self.renewal_claims(&writing, &held)?;
            (held, signed(&ready.key, &claims)?)
        };
        let license = held.to_renew().ok_or_else(|| held.why_nothing_counts())?;
        let answer = line.post("renew", &json!({ "renewal": renewal.compact, "dry_run": true }))?;
        let terms = answer.body.get("package").cloned().unwrap_or_default();
        Ok(Foreseen {
            changes: changes_to(license, &terms),
            lease_until: answer.text("leaseUntil").map(str::to_owned),
            has_slot: answer.is("slot"),
        })
    }

    fn renewal_claims(&self, writing: &Writing<'_>, held: &Holding) -> Result<(Ready, Renewal)> {
        let license = held.to_renew().ok_or_else(|| held.why_nothing_counts())?;
        let ready = self.ensure(writing, held)?;
        let salt = license.machine.as_ref().map_or(ready.salt.as_str(), |bound| bound.salt.as_str());
        let claims = Renewal {
            version: VERSION,
            id: random::id()?,
            made_at: self.sight.wall,
            license: license.id.clone(),
            counter: held.counter(),
            bulletin: held.bulletin_number(),
            parts: ready.identity.parts(salt),
            salt: license.machine.is_none().then(|| ready.salt.clone()),
            program: self.program.clone(),
        };
        Ok((ready, claims))
    }

    /// The renewal to send: the one whose answer did not come, else a new one, kept before it is sent.
    fn prepared_renewal(&self, line: &Line) -> Result<ByDevice<Renewal>> {
        let writing = self.folder.write()?;
        let held = self.load_in(&writing)?;
        held.clock.may_renew()?;
        let (ready, claims) = self.renewal_claims(&writing, &held)?;
        let kept = self.folder.renewal()?.and_then(|text| open_by_device::<Renewal>(&text).ok());
        let kept = kept.filter(|kept| {
            let age = self.sight.wall.seconds().abs_diff(kept.claims.made_at.seconds());
            kept.device == ready.key.public()
                && kept.claims.license == claims.license
                && kept.claims.counter == claims.counter
                && kept.claims.parts == claims.parts
                && i64::try_from(age).is_ok_and(|age| age < RESEND_SECONDS)
        });
        let renewal = if let Some(kept) = kept {
            kept
        } else {
            let renewal = signed(&ready.key, &claims)?;
            writing.set_renewal(Some(&renewal.compact))?;
            renewal
        };
        self.note_sent(&writing, &line.address("renew"), "renew", &["renewal"], wire::said(&renewal.claims))?;
        Ok(renewal)
    }

    /// Takes what came for a renewal, if what was renewed is still what is held: whoever gave the license back or put
    /// another one here while the answer was awaited has the last word.
    fn take_renewal(&self, line: &Line, sent: &ByDevice<Renewal>, answer: &Answer) -> Result<Renewed> {
        let (lease, license) = self.of_renewal(&self.load()?, sent, answer)?;
        let newest = license.as_ref().map_or(0, |new| new.claims.bulletin).max(lease.claims.bulletin);
        let bulletin = self.fetch_bulletin(line, &self.load()?, newest);
        let writing = self.folder.write()?;
        if let Some(bulletin) = &bulletin {
            writing.set_bulletin(bulletin, &self.believed(&Revocations::NONE))?;
        }
        let held = self.load_in(&writing)?;
        if license.is_none() && held.license.is_none() {
            // A lease alone helps nobody.
            return Err(held.why_nothing_counts().into());
        }
        let before = held.to_renew().filter(|now| now.id == sent.claims.license);
        let before = before.ok_or_else(|| no("activate.changed_meanwhile"))?.clone();
        let ready = self.ensure(&writing, &held)?;
        if ready.key.public() != sent.device {
            return Err(no("activate.changed_meanwhile").into());
        }
        let mut is_staged = false;
        if let Some(new) = &license {
            self.check_not_returned(&new.claims)?;
            new.claims.may_be_installed(&sent.device, held.clock.now)?;
            let is_early = new.claims.valid_from > held.clock.now;
            is_staged = is_early && before.valid_from <= held.clock.now && !held.needs_new_file();
            if is_staged {
                writing.set_next(&new.compact)?;
            } else {
                self.put_license(&writing, &held, &ready, new)?;
            }
        }
        writing.set_lease(&lease, &ready.key)?;
        writing.set_renewal(None)?;
        writing.set_return(None)?;
        writing.set_clock(&held.clock.floor, &ready.key)?;
        let after = license.map_or_else(|| before.clone(), |new| new.claims);
        Ok(Renewed {
            changes: changes(&before, &after),
            is_staged,
            displaced: lease.claims.displaced.then(|| displaced(&answer.body)),
            is_clone_suspected: warns_of_clone(&answer.body),
            license: after,
            lease: lease.claims,
        })
    }

    /// The files of an answer to a renewal, once they are found to be for this machine.
    fn of_renewal(
        &self,
        held: &Holding,
        sent: &ByDevice<Renewal>,
        answer: &Answer,
    ) -> Result<(Opened<Lease>, Option<Opened<License>>)> {
        let lease = answer.text("lease").ok_or_else(|| no("activate.bad_answer"))?;
        let lease: Opened<Lease> = self.open(lease, held)?;
        if lease.claims.device != sent.device.kid() {
            return Err(Error::File(seatwarden_license_file::Refused::Device));
        }
        let license = answer.text("license").map(|text| self.open::<License>(text, held)).transpose()?;
        Ok((lease, license))
    }
}

/// Why a machine has no slot, in the words of the license server.
fn displaced(body: &Value) -> Box<Problem> {
    Box::new(serde_json::from_value(body.clone()).unwrap_or_default())
}

fn warns_of_clone(body: &Value) -> bool {
    let warnings = body.get("warnings").and_then(Value::as_array);
    warnings.is_some_and(|warnings| warnings.iter().any(|warning| warning == "CLONE_SUSPECTED"))
}

/// Reads what an answer to a renewal says beside its files.
pub(super) fn read(body: &Value) {
    let _ = (displaced(body), warns_of_clone(body));
}
