//! Calls since the last write, gathered in memory so that a call costs no write, and which callers are switched off.

use std::{
    collections::{HashMap, HashSet},
    hash::{BuildHasher, RandomState},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use tokio::sync::Notify;

use super::model::Mark;
use crate::cx::LegacyPart;

/// How many callers are gathered at most before they are written; the calls of further ones are let go.
pub(super) const GATHERED_MAX: usize = 2_000;
/// How many different calls of one caller are gathered; further ones count for the caller alone.
pub(super) const CALLS_MAX: usize = 64;
/// How long a node may go on with what it knows of switches, in milliseconds.
pub(super) const OFF_KNOWN_MS: i64 = 1_000;

/// What one caller did since the last write.
#[derive(Debug)]
pub(super) struct Seen {
    pub(super) mark: Mark,
    pub(super) count: i64,
    pub(super) first_at_ms: i64,
    pub(super) last_at_ms: i64,
    pub(super) calls: Vec<SeenCall>,
    /// How often each old way was used.
    pub(super) parts: [i64; LegacyPart::ALL.len()],
}

/// One sort of call.
#[derive(Debug)]
pub(super) struct SeenCall {
    pub(super) method: &'static str,
    pub(super) route: Box<str>,
    pub(super) count: i64,
    pub(super) last_at_ms: i64,
}

/// Who is about to be noted; borrowed, because most calls come from callers that are known.
pub(super) struct Noted<'a> {
    pub(super) mark: MarkOf<'a>,
    pub(super) method: &'static str,
    pub(super) route: &'a str,
    pub(super) parts: u32,
    pub(super) at_ms: i64,
}

/// A [`Mark`] that owns nothing.
#[derive(Hash)]
pub(super) struct MarkOf<'a> {
    pub(super) kind: super::CallerKind,
    pub(super) user_id: &'a str,
    pub(super) token_id: &'a str,
    pub(super) ip: &'a str,
    pub(super) user_agent: &'a str,
}

impl MarkOf<'_> {
    fn is(&self, mark: &Mark) -> bool {
        self.kind == mark.kind
            && self.user_id == mark.user_id
            && self.token_id == mark.token_id
            && self.ip == mark.ip
            && self.user_agent == mark.user_agent
    }

    pub(super) fn to_mark(&self) -> Mark {
        Mark {
            kind: self.kind,
            user_id: self.user_id.to_owned(),
            token_id: self.token_id.to_owned(),
            ip: self.ip.to_owned(),
            user_agent: self.user_agent.to_owned(),
        }
    }
}

#[derive(Debug, Default)]
struct Off {
    ids: Arc<HashSet<String>>,
    read_at_ms: Option<i64>,
    /// How often it was forgotten: what was read before must not be kept after.
    forgotten: u64,
}

/// Calls since the last write.
#[derive(Debug, Default)]
pub struct Gathered {
    by_hash: Mutex<HashMap<u64, Seen>>,
    hasher: RandomState,
    some: Notify,
    off: Mutex<Off>,
}

impl Gathered {
    /// Remembers a call. Of two callers with the same hash the later one is let go.
    pub(super) fn note(&self, noted: &Noted<'_>) {
        let hash = self.hasher.hash_one(&noted.mark);
        let mut seen = self.seen();
        if let Some(known) = seen.get_mut(&hash) {
            if noted.mark.is(&known.mark) {
                add(known, noted);
            }
            return;
        }
        if seen.len() >= GATHERED_MAX {
            return;
        }
        let mut first = Seen {
            mark: noted.mark.to_mark(),
            count: 0,
            first_at_ms: noted.at_ms,
            last_at_ms: noted.at_ms,
            calls: Vec::new(),
            parts: [0; LegacyPart::ALL.len()],
        };
        add(&mut first, noted);
        seen.insert(hash, first);
        drop(seen);
        self.some.notify_one();
    }

    /// Waits until there is something to write.
    pub async fn some(&self) {
        self.some.notified().await;
    }

    /// Takes what was gathered.
    pub(super) fn take(&self) -> Vec<Seen> {
        std::mem::take(&mut *self.seen()).into_values().collect()
    }

    /// Ids of the callers that are switched off, if that was read a moment ago; and what to hand to
    /// [`keep_off`](Self::keep_off) else.
    pub(super) fn off(&self, now_ms: i64) -> Result<Arc<HashSet<String>>, u64> {
        let off = self.off_now();
        match off.read_at_ms {
            Some(at_ms) if (at_ms..at_ms + OFF_KNOWN_MS).contains(&now_ms) => Ok(Arc::clone(&off.ids)),
            _ => Err(off.forgotten),
        }
    }

    /// Keeps what was read, unless it was forgotten meanwhile.
    pub(super) fn keep_off(&self, forgotten: u64, ids: Arc<HashSet<String>>, now_ms: i64) {
        let mut off = self.off_now();
        if off.forgotten == forgotten {
            off.ids = ids;
            off.read_at_ms = Some(now_ms);
        }
    }

    /// Makes the next call read the switches again: after one was changed here.
    pub(super) fn forget_off(&self) {
        let mut off = self.off_now();
        off.read_at_ms = None;
        off.forgotten += 1;
    }

    fn seen(&self) -> MutexGuard<'_, HashMap<u64, Seen>> {
        self.by_hash.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn off_now(&self) -> MutexGuard<'_, Off> {
        self.off.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn add(seen: &mut Seen, noted: &Noted<'_>) {
    seen.count += 1;
    seen.last_at_ms = seen.last_at_ms.max(noted.at_ms);
    for (part, count) in LegacyPart::ALL.iter().zip(&mut seen.parts) {
        *count += i64::from(noted.parts & part.bit() != 0);
    }
    let is_same = |call: &&mut SeenCall| call.method == noted.method && *call.route == *noted.route;
    if let Some(call) = seen.calls.iter_mut().find(is_same) {
        call.count += 1;
        call.last_at_ms = noted.at_ms;
    } else if seen.calls.len() < CALLS_MAX {
        let route = noted.route.into();
        seen.calls.push(SeenCall { method: noted.method, route, count: 1, last_at_ms: noted.at_ms });
    }
}
