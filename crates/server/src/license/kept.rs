//! The license that counts, kept for at most a second, and believed no further than it is signed: whoever can write the
//! database cannot write a license (decision 0030).

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use seatwarden_base::Result;
use seatwarden_license_file::{Lease, License, Revocations, Roots, Trust, open};

use super::InForce;
use crate::{app::App, common::settings::Cached, cx::Cx};

/// What the database says of the license, and what this node believes of it.
#[derive(Debug, Default)]
pub struct Kept {
    row: Cached<InForce>,
    seen: Mutex<Option<Seen>>,
}

#[derive(Clone, Debug)]
struct Seen {
    row: Arc<InForce>,
    believed: Arc<InForce>,
}

impl Kept {
    /// The license as it stood at most a second before, its signatures checked when it changed.
    pub async fn get(&self, cx: &Cx) -> Result<Arc<InForce>> {
        let row = self.row.get(&cx.db, cx.now_ms).await?;
        if let Some(seen) = self.seen().clone().filter(|seen| Arc::ptr_eq(&seen.row, &row) || seen.row == row)
        {
            return Ok(seen.believed);
        }
        let believed = believed(cx, &row);
        *self.seen() = Some(Seen { row, believed: Arc::clone(&believed) });
        Ok(believed)
    }

    /// What was read last, however long ago; none if nothing was.
    pub fn last(&self) -> Option<Arc<InForce>> {
        self.seen().as_ref().map(|seen| Arc::clone(&seen.believed))
    }

    /// Makes the next request read it again: after it was changed here.
    pub fn forget(&self) {
        self.row.forget();
    }

    fn seen(&self) -> MutexGuard<'_, Option<Seen>> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What of it this node believes. One that knows no roots cannot judge; then nothing could be activated here either.
fn believed(app: &App, row: &Arc<InForce>) -> Arc<InForce> {
    if row.license.is_none() && row.text.is_empty() {
        return Arc::clone(row);
    }
    match app.license_hand.roots() {
        Ok(roots) if roots.all().next().is_none() => Arc::clone(row),
        Ok(roots) => Arc::new(row.as_signed(&roots)),
        Err(error) => {
            tracing::warn!(%error, "the license in the database cannot be checked on this node");
            Arc::clone(row)
        }
    }
}

impl InForce {
    /// The same with nothing but what was signed under these roots: the words of the file count, not those beside it. If
    /// the file itself was not signed, it is doubted, and gives nothing.
    fn as_signed(&self, roots: &Roots) -> Self {
        let trust = Trust { roots, revocations: &Revocations::NONE };
        let license = match open::<License>(&self.text, &trust) {
            Ok(license) => license.claims,
            Err(refused) => {
                tracing::error!(
                    code = refused.code(),
                    "the license in the database was not signed as it stands"
                );
                return Self { is_doubted: true, trouble: refused.code().to_owned(), ..self.clone() };
            }
        };
        let lease = open::<Lease>(&self.lease_text, &trust).ok().map(|lease| lease.claims).filter(|lease| {
            lease.package == license.package.id
                && license.machine.as_ref().is_none_or(|machine| machine.device == lease.device)
        });
        Self {
            lease_until: lease.as_ref().map(|lease| lease.lease_until),
            leased_at: lease.as_ref().map(|lease| lease.issued_at),
            is_displaced: lease.is_some_and(|lease| lease.displaced),
            license: Some(license),
            ..self.clone()
        }
    }
}
