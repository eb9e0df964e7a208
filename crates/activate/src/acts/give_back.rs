//! Giving the license back: over the network, or by a receipt that somebody carries.

use seatwarden_license_file::{Kind, License, Return, VERSION, armor};
use serde_json::json;

use super::{Installation, request::signed};
use crate::{Holding, Result, error::no, folder::Tombstone, random};

/// A license that was given back.
#[derive(Clone, Debug)]
pub struct GivenBack {
    /// The id of the license file.
    pub license: String,
    /// The code of the package.
    pub package: String,
    /// The receipt that this device signed, in armor.
    pub receipt: String,
    /// Whether the slot is free already; else somebody must carry the receipt to the portal.
    pub is_free: bool,
}

impl Installation {
    /// Gives the license back over the network: the slot is free at once, and the license is gone from here. If the
    /// license server is not reached, everything stays as it was.
    pub fn deactivate(&self) -> Result<GivenBack> {
        let line = self.line()?;
        let _talking = self.folder.talk()?;
        let held = self.load()?;
        let tombstone = self.tombstone(&held)?;
        let receipt = armor::strip(&tombstone.receipt, Some(Kind::Return))?.into_owned();
        {
            let writing = self.folder.write()?;
            self.note_sent(
                &writing,
                &line.address("deactivate"),
                "deactivate",
                &["receipt"],
                json!({ "license": tombstone.license }),
            )?;
        }
        line.post("deactivate", &json!({ "receipt": receipt }))?;
        self.bury(tombstone, true)
    }

    /// Gives the license back without a network: it is gone from here at once, and the receipt frees the slot when it is
    /// handed in at the portal. Again it answers the same receipt.
    pub fn give_back(&self) -> Result<GivenBack> {
        let held = self.load()?;
        if held.license.is_none()
            && let Some(last) = self.folder.returned()?.pop()
        {
            self.folder.write()?.clear_license()?;
            let Tombstone { license, package, receipt, .. } = last;
            return Ok(GivenBack { license, package, receipt, is_free: false });
        }
        let tombstone = self.tombstone(&held)?;
        {
            let writing = self.folder.write()?;
            self.note_sent(
                &writing,
                "file",
                "return",
                &["receipt"],
                json!({ "license": tombstone.license }),
            )?;
        }
        self.bury(tombstone, false)
    }

    fn tombstone(&self, held: &Holding) -> Result<Tombstone> {
        let (license, key): (&License, _) = match (held.claims(), held.key()) {
            (Some(license), Some(key)) => (license, key),
            _ => return Err(no("activate.nothing_installed").into()),
        };
        // A renewal whose answer did not come may have raised the counter at the license server.
        let pending = u64::from(self.folder.renewal()?.is_some());
        let claims = Return {
            version: VERSION,
            id: random::id()?,
            made_at: self.sight.wall,
            license: license.id.clone(),
            counter: held.counter().saturating_add(1).saturating_add(pending),
        };
        let compact = signed(key, &claims)?.compact;
        let summary = [license.package.name.as_str(), license.package.code.as_str(), self.name.as_str()];
        Ok(Tombstone {
            license: license.id.clone(),
            package: license.package.code.clone(),
            at: self.sight.wall,
            receipt: armor::wrap(Kind::Return, &compact, &summary),
        })
    }

    /// The tombstone first, then the license: whatever happens between, the license does not count any more.
    fn bury(&self, tombstone: Tombstone, is_free: bool) -> Result<GivenBack> {
        let writing = self.folder.write()?;
        writing.add_tombstone(tombstone.clone())?;
        writing.clear_license()?;
        // Nobody is to become Sys. Admin by a license that is not here any more.
        writing.drop_first_sysadmin()?;
        let Tombstone { license, package, receipt, .. } = tombstone;
        Ok(GivenBack { license, package, receipt, is_free })
    }
}
