//! Callers that were found before, so that a request need not look them up again. One is taken only while the
//! database says that nothing at all was committed since it was read (decision 0010).

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use seatwarden_base::db::State;

use crate::cx::SignedIn;

/// How many callers are kept at most; beyond, all are let go and looked up anew.
const KNOWN_MAX: usize = 4_096;

/// A caller with what every single use is measured by.
#[derive(Clone, Debug)]
pub struct Known {
    /// The caller, and by what.
    pub signed_in: Arc<SignedIn>,
    /// Last use that was written down, in milliseconds since the Unix epoch.
    pub seen_at_ms: Option<i64>,
    /// When the session or token ends, in milliseconds since the Unix epoch; none for never.
    pub expires_at_ms: Option<i64>,
    /// How long it lives without a use, in milliseconds; none for without limit.
    pub idle_ms: Option<i64>,
    /// Whose pages the holder of a session looks at, and until when in milliseconds since the Unix epoch. That
    /// user is looked up at each use.
    pub view: Option<(String, i64)>,
}

impl Known {
    /// Whether the caller may come in at this moment, in milliseconds since the Unix epoch.
    pub fn lives_at(&self, now_ms: i64) -> bool {
        let idle_since = |idle_ms| self.seen_at_ms.is_some_and(|seen_at_ms| seen_at_ms + idle_ms <= now_ms);
        self.signed_in.person.active
            && self.expires_at_ms.is_none_or(|at_ms| at_ms > now_ms)
            && !self.idle_ms.is_some_and(idle_since)
    }
}

/// Callers by the SHA-256 of what they showed.
#[derive(Debug, Default)]
pub struct Callers(Mutex<HashMap<[u8; 32], (State, Known)>>);

impl Callers {
    /// The caller, if it was found in this very state of the database.
    pub fn get(&self, shown: &[u8; 32], state: Option<State>) -> Option<Known> {
        let callers = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        callers.get(shown).filter(|(read_in, _)| Some(*read_in) == state).map(|(_, known)| known.clone())
    }

    /// Keeps a caller that was looked up after `state` was taken.
    pub fn put(&self, shown: [u8; 32], state: Option<State>, known: &Known) {
        let Some(state) = state else { return };
        let mut callers = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if callers.len() >= KNOWN_MAX && !callers.contains_key(&shown) {
            callers.clear();
        }
        callers.insert(shown, (state, known.clone()));
    }
}
