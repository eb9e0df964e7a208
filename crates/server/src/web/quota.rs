//! How many calls a script makes a minute: counted in memory, each node for itself, and told with each answer as in
//! draft-ietf-httpapi-ratelimit-headers. Browsers are not counted.

use std::{
    collections::HashMap,
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
/// How many scripts are counted at once; beyond, those of this window are counted anew.
const SCRIPTS_MAX: usize = 20_000;

/// Calls in this window, by script.
#[derive(Debug, Default)]
pub struct Quota {
    hasher: RandomState,
    counted: Mutex<Window>,
    /// What the limit is, in the words of the header.
    policy: OnceLock<Option<HeaderValue>>,
}

#[derive(Debug, Default)]
struct Window {
    number: i64,
    calls: HashMap<u64, u32>,
}

impl Quota {
    /// Counts a call; how many there were in this window.
    fn count(&self, script: u64, now_ms: i64) -> u32 {
        let mut window = self.counted.lock().unwrap_or_else(PoisonError::into_inner);
        let number = now_ms.div_euclid(WINDOW_MS);
        if window.number != number || window.calls.len() >= SCRIPTS_MAX {
            window.number = number;
            window.calls.clear();
        }
        let calls = window.calls.entry(script).or_default();
        *calls = calls.saturating_add(1);
        *calls
    }
}

impl Quota {
    /// Counts a call of something else than a script: a machine, an address. Refuses with `rate_limits.too_many` beyond
    /// `maximum` a minute; 0 is no limit.
    pub fn take_of(&self, what: (&'static str, &str), maximum: u32, now_ms: i64) -> Result<()> {
        if maximum == 0 || self.count(self.hasher.hash_one(what), now_ms) <= maximum {
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
        Proof::Session { .. } | Proof::Job => return Ok(()),
    };
    let used = quota.count(script, cx.now_ms);
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
