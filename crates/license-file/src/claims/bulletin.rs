//! The bulletin: which signers and files are revoked. The newest one is the whole truth.

use serde::{Deserialize, Serialize};

use super::SignerStatement;
use super::{Claims, IssuerClaims, check_id, check_list, check_name, check_version};
use crate::{Kind, Refused, Roots, Time, open::bulletin_of_root};

/// A signer that is revoked, with all files that it signed but those in `keep`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RevokedSigner {
    /// The id of its key.
    pub kid: String,
    /// The digests of files that the vendor's log knows to be its own: they stay good.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keep: Vec<String>,
}

/// A bulletin. It works without a network: it travels beside renewals, and as a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bulletin {
    /// [`super::VERSION`].
    pub version: u16,
    /// The id of this bulletin.
    pub id: String,
    /// The vendor's server.
    pub issuer: String,
    /// When it was signed.
    pub issued_at: Time,
    /// Its number, which only rises; the first one is 1.
    pub number: u64,
    /// The signers that are revoked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signers: Vec<RevokedSigner>,
    /// The ids of single files that are revoked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<String>,
    /// For each root in `signers` a bulletin in which a root said so, whole and without armor: a signer may only repeat it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub by_roots: Vec<String>,
}

impl Bulletin {
    /// How many signers it may name.
    pub const SIGNERS_MAX: usize = 64;
    /// How many files it may name; a file whose end has passed need not be named any more.
    pub const FILES_MAX: usize = 800;
    /// How many files of revoked signers it may keep, all together.
    pub const KEEP_MAX: usize = 400;

    /// Whether a root said, in one of `by_roots`, what this says of a root: that it is revoked, and which files stay good.
    fn repeats_a_root(&self, said: &RevokedSigner, roots: &Roots) -> bool {
        self.by_roots.iter().filter_map(|word| bulletin_of_root(word, roots).ok()).any(|word| {
            let by_root = word.signers.iter().find(|signer| signer.kid == said.kid);
            by_root.is_some_and(|by_root| said.keep.iter().all(|kept| by_root.keep.contains(kept)))
        })
    }
}

impl Claims for Bulletin {
    const KIND: Kind = Kind::Bulletin;
    const TIMES: &'static [&'static str] = &["/issued_at"];

    fn check(&self) -> Result<(), Refused> {
        check_version(self.version)?;
        check_id(&self.id)?;
        check_name(&self.issuer)?;
        check_list(&self.signers, Self::SIGNERS_MAX)?;
        check_list(&self.files, Self::FILES_MAX)?;
        let kept: Vec<&String> = self.signers.iter().flat_map(|signer| &signer.keep).collect();
        check_list(&kept, Self::KEEP_MAX)?;
        check_list(&self.by_roots, Roots::MAX)?;
        for id in self.files.iter().chain(self.signers.iter().map(|signer| &signer.kid)).chain(kept) {
            check_id(id)?;
        }
        if self.number == 0 { Err(Refused::Claim) } else { Ok(()) }
    }
}

impl IssuerClaims for Bulletin {
    fn id(&self) -> &str {
        &self.id
    }

    fn issued_at(&self) -> Time {
        self.issued_at
    }

    fn renew_by(&self) -> Option<Time> {
        None
    }

    fn check_signed_by(&self, statement: Option<&SignerStatement>, roots: &Roots) -> Result<(), Refused> {
        let Some(statement) = statement else { return Ok(()) };
        let is_in = statement.bulletins.is_some_and(|numbers| numbers.contains(self.number));
        // Only a root may speak about roots; a signer repeats it, with the root's own words beside it.
        let mut about_roots = self.signers.iter().filter(|signer| roots.with_id(&signer.kid).is_some());
        let is_said = about_roots.all(|signer| self.repeats_a_root(signer, roots));
        if is_in && is_said { Ok(()) } else { Err(Refused::BulletinRange) }
    }
}
