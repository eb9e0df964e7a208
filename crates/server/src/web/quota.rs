//! How many calls a script makes a minute: counted in memory, each node for itself, and told with each answer as in
//! draft-ietf-httpapi-ratelimit-headers. Browsers are not counted.

use std::{
    collections::{HashMap, VecDeque},
    fmt::Write,
    hash::{BuildHasher, RandomState},
    sync::{Mutex, OnceLock, PoisonError},
};

use axum::http::{HeaderMap, HeaderName, HeaderValue};
use seatwarden_base::Result;

use crate::{
    common::rate_limits::too_many,
    cx::{Caller, Cx, Proof, QuotaLeft, TokenKind},
};

static POLICY: HeaderName = HeaderName::from_static("ratelimit-policy");
static LIMIT: HeaderName = HeaderName::from_static("ratelimit");

/// The length of a window, in milliseconds.
const WINDOW_MS: i64 = 60_000;
/// How many callers are counted at once in a table; beyond, the one that came first is forgotten.
const CALLERS_MAX: usize = 20_000;

/// Calls in this window. Scripts prove who they are; everybody can make up addresses, so these have a table of their own
/// that pushes no script out of its.
#[derive(Debug, Default)]
pub struct Quota {
    hasher: RandomState,
    scripts: Mutex<Window>,
    strangers: Mutex<Window>,
    /// What the limit is, in the words of the header.
    policy: OnceLock<Option<HeaderValue>>,
}

#[derive(Debug, Default)]
struct Window {
    number: i64,
    calls: HashMap<u64, u32>,
    /// Who is counted, the first one first.
    order: VecDeque<u64>,
}

impl Window {
    /// Counts a call; how many there were in this window.
    fn count(&mut self, caller: u64, now_ms: i64) -> u32 {
        let number = now_ms.div_euclid(WINDOW_MS);
        if self.number != number {
            self.number = number;
            self.calls.clear();
            self.order.clear();
        }
        if !self.calls.contains_key(&caller) {
            if self.order.len() >= CALLERS_MAX
                && let Some(first) = self.order.pop_front()
            {
                self.calls.remove(&first);
            }
            self.order.push_back(caller);
        }
        let calls = self.calls.entry(caller).or_default();
        *calls = calls.saturating_add(1);
        *calls
    }
}

fn count(table: &Mutex<Window>, caller: u64, now_ms: i64) -> u32 {
    table.lock().unwrap_or_else(PoisonError::into_inner).count(caller, now_ms)
}

impl Quota {
    /// Counts a call of something else than a script: a machine, an address. Refuses with `rate_limits.too_many` beyond
    /// `maximum` a minute; 0 is no limit.
    pub fn take_of(&self, what: (&'static str, &str), maximum: u32, now_ms: i64) -> Result<()> {
        if maximum == 0 || count(&self.strangers, self.hasher.hash_one(what), now_ms) <= maximum {
            return Ok(());
        }
        Err(too_many(WINDOW_MS - now_ms.rem_euclid(WINDOW_MS)).into())
    }
}

/// Counts the call of a script. Refuses with `rate_limits.too_many` beyond `api_tokens.calls_per_minute`.
pub(super) fn take(cx: &Cx) -> Result<()> {
    let maximum = cx.config.api_tokens.calls_per_minute;
    let Caller::User(signed_in) = &cx.caller else { return Ok(()) };
    if maximum == 0 {
        return Ok(());
    }
    let quota = &cx.quota;
    let script = match &signed_in.proof {
        // Each sign-in makes another token, but not another script.
        Proof::Token { kind: TokenKind::SignIn, .. } | Proof::ApiKey => {
            quota.hasher.hash_one(&signed_in.person.id)
        }
        Proof::Token { id, .. } => quota.hasher.hash_one(id),
        Proof::Session { .. } | Proof::Job { .. } => return Ok(()),
    };
    let used = count(&quota.scripts, script, cx.now_ms);
    let left_ms = WINDOW_MS - cx.now_ms.rem_euclid(WINDOW_MS);
    let seconds = u32::try_from((left_ms + 999) / 1_000).unwrap_or(60);
    // A request is counted once.
    let _ = cx.request.quota.set(QuotaLeft { calls: maximum.saturating_sub(used), seconds });
    if used > maximum { Err(too_many(left_ms).into()) } else { Ok(()) }
}

/// Tells a script how many calls it has left.
pub(super) fn tell(cx: &Cx, headers: &mut HeaderMap) {
    let Some(left) = cx.request.quota.get() else { return };
    let mut text = String::with_capacity(48);
    // Writing into memory cannot fail.
    let _ = write!(text, "\"calls\";r={};t={}", left.calls, left.seconds);
    if let Ok(value) = HeaderValue::try_from(text) {
        headers.insert(&LIMIT, value);
    }
    let maximum = cx.config.api_tokens.calls_per_minute;
    let policy = cx.quota.policy.get_or_init(|| format!("\"calls\";q={maximum};w=60").try_into().ok());
    if let Some(policy) = policy {
        headers.insert(&POLICY, policy.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW_MS: i64 = 1_000 * WINDOW_MS;

    #[test]
    fn addresses_that_anybody_makes_up_reset_no_counter_of_a_script() {
        let quota = Quota::default();
        let script = quota.hasher.hash_one("script");
        count(&quota.scripts, script, NOW_MS);

        for number in 0..=CALLERS_MAX {
            quota.take_of(("activations.account", &format!("{number}@x.example")), 60, NOW_MS).unwrap();
        }

        assert_eq!(count(&quota.scripts, script, NOW_MS), 2);
    }

    #[test]
    fn a_full_table_forgets_who_came_first_and_nobody_else() {
        let mut window = Window::default();
        for caller in 0..CALLERS_MAX as u64 {
            window.count(caller, NOW_MS);
        }

        window.count(u64::MAX, NOW_MS);

        assert_eq!((window.count(1, NOW_MS), window.count(0, NOW_MS)), (2, 1));
        assert_eq!((window.calls.len(), window.order.len()), (CALLERS_MAX, CALLERS_MAX));
        assert_eq!(window.count(2, NOW_MS + WINDOW_MS), 1);
        assert_eq!(window.order.len(), 1);
    }
}
