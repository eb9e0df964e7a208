//! Putting the file of the license back that somebody took away or damaged: a server knows it as it was signed.

use seatwarden_license_file::{License, Opened, Revocations, open};

use super::Installation;
use crate::{Result, folder::Texts};

impl Installation {
    /// Puts the license back that a server knows to count for this device (`device` is the id of its key), if its file is
    /// missing or damaged here; whether it did. The note that binds a key for any machine to this one is not made anew.
    /// Refuses a license that was given back, or is not good any more.
    pub fn put_back(&self, license: &str, device: &str) -> Result<bool> {
        if !self.is_lost(&self.folder.texts()?) {
            return Ok(false);
        }
        let writing = self.folder.write()?;
        // Another program may have changed it while this one waited.
        let held = self.load_in(&writing)?;
        let is_ours = held.device().is_some_and(|key| key.kid() == device);
        if !is_ours || !self.is_lost(&writing.texts()?) {
            return Ok(false);
        }
        let license: Opened<License> = self.open(license, &held)?;
        self.check_not_returned(&license.claims)?;
        writing.put_license_back(&license.compact)?;
        Ok(true)
    }

    /// Whether the file of the license is missing, or nothing that the vendor signed.
    fn is_lost(&self, texts: &Texts) -> bool {
        let believed = self.believed(&Revocations::NONE);
        texts.license.as_ref().is_none_or(|text| open::<License>(text, &believed).is_err())
    }
}
