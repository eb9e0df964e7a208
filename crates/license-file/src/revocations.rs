//! What the newest bulletin that is held revokes.

use crate::{Bulletin, Refused};

/// The newest bulletin that is held, or none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Revocations(Option<Bulletin>);

impl Revocations {
    /// What a machine holds that never saw a bulletin.
    pub const NONE: Self = Self(None);

    /// Starts from a bulletin that was opened before.
    pub fn new(bulletin: Bulletin) -> Self {
        Self(Some(bulletin))
    }

    /// The bulletin.
    pub fn bulletin(&self) -> Option<&Bulletin> {
        self.0.as_ref()
    }

    /// The number of the bulletin; zero if there is none.
    pub fn number(&self) -> u64 {
        self.0.as_ref().map_or(0, |bulletin| bulletin.number)
    }

    /// Takes a bulletin that was opened, if its number is higher than what is held.
    pub fn advance(&mut self, bulletin: Bulletin) -> Result<(), Refused> {
        if bulletin.number <= self.number() {
            return Err(Refused::BulletinOld);
        }
        self.0 = Some(bulletin);
        Ok(())
    }

    /// Refuses what the bulletin revokes: the file of this id and digest, signed by this key.
    pub fn check(&self, kid: &str, id: &str, digest: &str) -> Result<(), Refused> {
        let Some(bulletin) = &self.0 else { return Ok(()) };
        if let Some(signer) = bulletin.signers.iter().find(|signer| signer.kid == kid)
            && !signer.keep.iter().any(|kept| kept == digest)
        {
            return Err(Refused::SignerRevoked);
        }
        if bulletin.files.iter().any(|file| file == id) { Err(Refused::FileRevoked) } else { Ok(()) }
    }
}
