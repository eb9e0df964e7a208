//! Giving the license back: over the network, or by a receipt that somebody carries.

use seatwarden_license_file::{
    ByDevice, Kind, Lease, License, PrivateKey, Return, VERSION, armor, open_by_device,
};
use serde_json::json;

use super::{Installation, request::signed};
use crate::{
    Error, Holding, Result,
    folder::{Tombstone, Writing},
    random,
};

/// What the license server says of a file that it does not know, or whose slot is free already.
const NOT_ACTIVATED: &str = "NOT_ACTIVATED";

/// A license that was given back.
#[derive(Clone, Debug)]
pub struct GivenBack {
    /// The id of the license file.
    pub license: String,
    /// The code of the package.
    pub package: String,
    /// The receipt that this device signed, in armor.
    pub receipt: String,
    /// What became of the slot.
    pub slot: GivenSlot,
}

/// What became of the slot of a license that was given back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GivenSlot {
    /// Another machine may have it.
    Free,
    /// Another file that was given for this machine works still; the slot is free when that ends, at this time (RFC 3339).
    HeldUntil(String),
    /// It is free once somebody carries the receipt to the portal.
    ByReceipt,
}

/// A receipt, and whether one for the same license was sent before without an answer.
struct Receipt {
    tombstone: Tombstone,
    compact: String,
    was_sent: bool,
}

impl Installation {
    /// Gives the license back over the network: the license is gone from here, and the slot is free at once, unless
    /// another file that was given for this machine works still. If the license server is not reached, everything stays as
    /// it was; the same receipt is sent again then, so that a lost answer is no slot that was given back by nobody.
    pub fn deactivate(&self) -> Result<GivenBack> {
        let line = self.line()?;
        let _talking = self.folder.talk()?;
        let receipt = {
            let writing = self.folder.write()?;
            let receipt = self.receipt(&self.load_in(&writing)?)?;
            writing.set_return(Some(&receipt.compact))?;
            self.note_return(&writing, &line.address("deactivate"), "deactivate", &receipt)?;
            receipt
        };
        let answer = line.post("deactivate", &json!({ "receipt": receipt.compact }));
        let writing = self.folder.write()?;
        let slot = match answer {
            Ok(answer) => {
                answer.text("freesAt").map_or(GivenSlot::Free, |at| GivenSlot::HeldUntil(at.to_owned()))
            }
            // The first one arrived, and only its answer did not.
            Err(Error::Server(problem)) if receipt.was_sent && problem.code == NOT_ACTIVATED => {
                GivenSlot::Free
            }
            Err(error) => {
                if matches!(&error, Error::Server(problem) if problem.status < 500 && problem.status != 429) {
                    writing.set_return(None)?;
                }
                return Err(error);
            }
        };
        bury(&writing, receipt.tombstone, slot)
    }

    /// Gives the license back without a network: it is gone from here at once, and the receipt frees the slot when it is
    /// handed in at the portal. Again it answers the same receipt, as long as no other license came here since and the license
    /// server does not have it.
    pub fn give_back(&self) -> Result<GivenBack> {
        // Whoever talks with the license server at this moment may get another file for this license.
        let _talking = self.folder.talk()?;
        let writing = self.folder.write()?;
        let held = self.load_in(&writing)?;
        if held.license.is_none()
            && let Some(last) = self.folder.returned()?.pop().filter(|last| !last.is_handed_in)
            && self.is_nothing_else_here(&writing, &held)?
        {
            return bury(&writing, last, GivenSlot::ByReceipt);
        }
        let receipt = self.receipt(&held)?;
        self.note_return(&writing, "file", "return", &receipt)?;
        bury(&writing, receipt.tombstone, GivenSlot::ByReceipt)
    }

    /// Whether nothing lies in the folder but what was given back: what does not count for another reason, a key that
    /// others can read or a damaged file, is no license that was returned.
    fn is_nothing_else_here(&self, writing: &Writing<'_>, held: &Holding) -> Result<bool> {
        let texts = writing.texts()?;
        let returned = self.folder.returned()?;
        let is_returned = |id: &str| returned.iter().any(|tombstone| tombstone.license == id);
        let mut packages = Vec::new();
        for text in [&texts.license, &texts.next].into_iter().flatten() {
            match self.open::<License>(text, held) {
                Ok(license) if is_returned(&license.claims.id) => packages.push(license.claims.package.id),
                _ => return Ok(false),
            }
        }
        let Some(lease) = &texts.lease else { return Ok(true) };
        // A lease may name the file that would have come next.
        Ok(self.open::<Lease>(lease, held).is_ok_and(|lease| {
            is_returned(&lease.claims.license) || packages.contains(&lease.claims.package)
        }))
    }

    fn note_return(&self, writing: &Writing<'_>, to: &str, what: &str, receipt: &Receipt) -> Result<()> {
        self.note_sent(writing, to, what, &["receipt"], json!({ "license": receipt.tombstone.license }))
    }

    /// The receipt for the license that counts: the one that was sent without an answer, else a new one.
    fn receipt(&self, held: &Holding) -> Result<Receipt> {
        let (Some(license), Some(key)) = (held.claims(), held.key()) else {
            return Err(held.why_nothing_counts().into());
        };
        // A renewal whose answer did not come may have raised the counter at the license server.
        let pending = u64::from(self.folder.renewal()?.is_some());
        let counter = held.counter().saturating_add(1).saturating_add(pending);
        let kept = self.sent_before(license, key)?;
        let was_sent = kept.is_some();
        let receipt = if let Some(kept) = kept.filter(|kept| kept.claims.counter == counter) {
            kept
        } else {
            let claims = Return {
                version: VERSION,
                id: random::id()?,
                made_at: self.sight.wall,
                license: license.id.clone(),
                counter,
            };
            signed(key, &claims)?
        };
        let summary = [license.package.name.as_str(), license.package.code.as_str(), self.name.as_str()];
        let tombstone = Tombstone {
            license: license.id.clone(),
            package: license.package.code.clone(),
            at: self.sight.wall,
            receipt: armor::wrap(Kind::Return, &receipt.compact, &summary),
            is_handed_in: false,
        };
        Ok(Receipt { tombstone, compact: receipt.compact, was_sent })
    }

    fn sent_before(&self, license: &License, key: &PrivateKey) -> Result<Option<ByDevice<Return>>> {
        let kept = self.folder.unanswered_return()?.and_then(|text| open_by_device::<Return>(&text).ok());
        Ok(kept.filter(|kept| kept.device == key.public() && kept.claims.license == license.id))
    }
}

/// The tombstone first, then the license: whatever happens between, the license does not count any more.
fn bury(writing: &Writing<'_>, tombstone: Tombstone, slot: GivenSlot) -> Result<GivenBack> {
    let tombstone = Tombstone { is_handed_in: slot != GivenSlot::ByReceipt, ..tombstone };
    writing.add_tombstone(tombstone.clone())?;
    writing.clear_license()?;
    // Nobody is to become Sys. Admin by a license that is not here any more.
    writing.drop_first_sysadmin()?;
    let Tombstone { license, package, receipt, .. } = tombstone;
    Ok(GivenBack { license, package, receipt, slot })
}
