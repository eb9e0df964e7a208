//! A setting that every request needs: read at most once a second.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use seatwarden_base::{Result, db::Db};

use super::{Setting, get};

/// How long a node may go on with what it read, in milliseconds.
pub const CACHED_MS: i64 = 1_000;

/// A setting kept in memory. The node that changes it forgets it at once; every other node reads it again
/// within [`CACHED_MS`].
#[derive(Debug, Default)]
pub struct Cached<S>(Mutex<Kept<S>>);

#[derive(Debug, Default)]
struct Kept<S> {
    value: Option<Arc<S>>,
    read_at_ms: i64,
    /// How often it was forgotten: what was read before must not be kept after.
    forgotten: u64,
}

impl<S: Setting> Cached<S> {
    /// The setting as it stood at most [`CACHED_MS`] before `now_ms`.
    pub async fn get(&self, db: &Db, now_ms: i64) -> Result<Arc<S>> {
        let forgotten = {
            let kept = self.kept();
            let is_fresh = (kept.read_at_ms..kept.read_at_ms + CACHED_MS).contains(&now_ms);
            if let Some(value) = kept.value.as_ref().filter(|_| is_fresh) {
                return Ok(Arc::clone(value));
            }
            kept.forgotten
        };
        let mut tx = db.read().await?;
        let value = Arc::new(get::<S>(&mut tx).await?);
        let mut kept = self.kept();
        if kept.forgotten == forgotten {
            kept.value = Some(Arc::clone(&value));
            kept.read_at_ms = now_ms;
        }
        Ok(value)
    }

    /// What was read last, however long ago; none if nothing was.
    pub fn last(&self) -> Option<Arc<S>> {
        self.kept().value.clone()
    }

    /// Makes the next request read it again: after it was changed here.
    pub fn forget(&self) {
        let mut kept = self.kept();
        kept.read_at_ms = i64::MIN / 2;
        kept.forgotten += 1;
    }

    fn kept(&self) -> MutexGuard<'_, Kept<S>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
