//! When sessions and tokens were last used, gathered in memory and written together, so that a request
//! costs no write.

use std::{
    collections::HashMap,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicI64, Ordering},
    },
};

use tokio::sync::Notify;

use crate::cx::Cx;

/// How far "last used" may lag behind, in milliseconds.
pub const LAG_MS: i64 = 60_000;
/// How many uses are gathered at most before they are written.
const GATHERED_MAX: usize = 10_000;

/// What was used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Thing {
    /// A browser session.
    Session,
    /// An API token.
    ApiToken,
    /// The key of the legacy `x-api-key`, which is one for all.
    ApiKey,
}

/// One use.
#[derive(Clone, Debug)]
pub struct Use {
    /// Whose it is.
    pub user_id: String,
    /// When, in milliseconds since the Unix epoch.
    pub at_ms: i64,
    /// From where.
    pub ip: String,
    /// By what program.
    pub user_agent: String,
}

impl Use {
    /// The use that this request is.
    pub fn of(cx: &Cx, user_id: &str) -> Self {
        Self {
            user_id: user_id.to_owned(),
            at_ms: cx.now_ms,
            ip: cx.request.ip.clone(),
            user_agent: cx.request.user_agent.clone(),
        }
    }
}

/// What was used, by its id, and from where by what program.
type Key = (Thing, String, String, String);

/// Uses since the last write.
#[derive(Debug, Default)]
pub struct Used {
    gathered: Mutex<HashMap<Key, Use>>,
    some: Notify,
    api_key_at_ms: AtomicI64,
}

impl Used {
    /// Remembers a use. Beyond the maximum it is let go: the next use will tell.
    pub fn note(&self, thing: Thing, id: &str, noted: Use) {
        let mut gathered = self.gathered.lock().unwrap_or_else(PoisonError::into_inner);
        let key = (thing, id.to_owned(), noted.ip.clone(), noted.user_agent.clone());
        if gathered.len() < GATHERED_MAX || gathered.contains_key(&key) {
            gathered.insert(key, noted);
            self.some.notify_one();
        }
    }

    /// Remembers a use of the legacy key, unless it was used a moment ago.
    pub fn note_api_key(&self, cx: &Cx, user_id: &str) {
        let last_ms = self.api_key_at_ms.load(Ordering::Relaxed);
        if cx.now_ms - last_ms >= LAG_MS {
            self.api_key_at_ms.store(cx.now_ms, Ordering::Relaxed);
            self.note(Thing::ApiKey, "", Use::of(cx, user_id));
        }
    }

    /// Waits until there is something to write.
    pub async fn some(&self) {
        self.some.notified().await;
    }

    /// Takes what was gathered: thing, id and use, each program at each address once.
    pub fn take(&self) -> Vec<(Thing, String, Use)> {
        let gathered = std::mem::take(&mut *self.gathered.lock().unwrap_or_else(PoisonError::into_inner));
        gathered.into_iter().map(|((thing, id, ..), used)| (thing, id, used)).collect()
    }
}
