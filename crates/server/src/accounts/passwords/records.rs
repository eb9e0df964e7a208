//! How many passwords are kept by each scheme (ST-03), for those who watch the server.

use std::sync::{Mutex, PoisonError};

use seatwarden_base::{Result, db::Db};

use super::{store, stored::Scheme};

/// How long a count is told again, in milliseconds: with a million users it is too slow for every look.
const COUNT_EVERY_MS: i64 = 10 * 60_000;

/// The last count of this process.
#[derive(Debug, Default)]
pub struct Records(Mutex<Option<Counted>>);

#[derive(Clone, Debug)]
struct Counted {
    at_ms: i64,
    by_scheme: Vec<(&'static str, i64)>,
}

impl Records {
    /// How many passwords are kept by each scheme, by its name: counted now, or within the last ten minutes. A
    /// database that is too busy to count stops nobody who watches: then the last count is told, if there is one.
    pub async fn by_scheme(&self, db: &Db, now_ms: i64) -> Vec<(&'static str, i64)> {
        let last = self.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let last = match last {
            Some(last) if (0..COUNT_EVERY_MS).contains(&(now_ms - last.at_ms)) => return last.by_scheme,
            last => last.map(|last| last.by_scheme).unwrap_or_default(),
        };
        match count(db).await {
            Ok(by_scheme) => {
                let counted = Counted { at_ms: now_ms, by_scheme: by_scheme.clone() };
                *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(counted);
                by_scheme
            }
            Err(error) => {
                tracing::warn!(%error, "passwords could not be counted by scheme");
                last
            }
        }
    }
}

async fn count(db: &Db) -> Result<Vec<(&'static str, i64)>> {
    let mut tx = db.read().await?;
    let md5 = store::count_all_md5(&mut tx).await?;
    let direct = store::count_all(&mut tx).await? - md5;
    Ok(vec![(Scheme::Argon2id.name(), direct), (Scheme::Md5Argon2id.name(), md5)])
}
