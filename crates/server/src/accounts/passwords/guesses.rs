//! Wrong passwords in a row: who must wait, and how long.
//!
//! Failures are counted for the account together with where they come from, so that a stranger's failures
//! delay the stranger, not the owner. The administrator's lock-out counts those from anywhere, but never
//! holds up a browser that has signed in to this account before.

use std::{
    collections::HashSet,
    sync::{Arc, OnceLock},
};

use seatwarden_base::{Error, Result, db::Tx};
use serde::{Deserialize, Serialize};
use tokio::sync::OwnedSemaphorePermit;

use super::{
    gates::{Gates, Passed},
    store::{self, Failures},
};
use crate::{
    common::{
        rate_limits::{self, Limit, too_many},
        settings::{self, Setting},
    },
    cx::Cx,
};

/// Failures longer ago than this are forgotten, in milliseconds.
const FORGOTTEN_MS: i64 = 24 * 3_600_000;

/// So many locked users are read together. As a rule these are all, which takes less than looking up each user of a page.
const LOCKED_FEW: i64 = 200;

/// The administrator's lock-out; what was never set follows the configuration.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Lockout {
    /// Whether accounts are locked at all.
    pub enabled: Option<bool>,
    /// After how many failures in a row.
    pub attempts: Option<u32>,
    /// For how many minutes.
    pub minutes: Option<u32>,
    /// Within how many minutes of one another failures count together; as long as a lock unless it is set.
    pub period_minutes: Option<u32>,
}

impl Lockout {
    /// Within how many minutes of one another failures count together, if a lock lasts `usual_minutes` unless it was
    /// chosen otherwise.
    pub fn period(&self, usual_minutes: u32) -> u32 {
        self.period_minutes.or(self.minutes).unwrap_or(usual_minutes)
    }
}

impl Setting for Lockout {
    const KEY: &'static str = "passwords.lockout";
}

/// Who is guessing at what.
#[derive(Clone, Debug)]
pub struct Guess {
    /// The account: a user's id, or the hash of a name that nobody has.
    pub account: String,
    /// The browser's device tag if it has signed in to this account before.
    pub known_device: Option<String>,
    /// Whether somebody who is signed in gives the own password again.
    is_own: bool,
    /// The right to check a password of the account, until the result is counted.
    permit: Arc<OnceLock<OwnedSemaphorePermit>>,
}

impl Guess {
    /// Somebody who guesses at an account, in a browser that has signed in to it before or not.
    pub fn new(account: String, known_device: Option<String>) -> Self {
        Self { account, known_device, is_own: false, permit: Arc::default() }
    }

    /// Somebody who is signed in and gives the own password again. Whoever is in is no stranger: such failures are counted
    /// apart, for the account, and neither ask nor fill what is counted for all behind the same address.
    pub(super) fn own(user_id: &str) -> Self {
        Self { is_own: true, ..Self::new(format!("own {user_id}"), None) }
    }

    /// Passes the gate of the account, for as long as this guess lives; answers whether others were checked meanwhile.
    /// Refuses with `passwords.busy`.
    pub(super) async fn pass(&self, gates: &Gates) -> Result<bool> {
        let Passed { permit, has_waited } = gates.pass(&self.account).await?;
        // One guess is checked once.
        let _ = self.permit.set(permit);
        Ok(has_waited)
    }

    fn lane_key(&self, cx: &Cx) -> String {
        let network = rate_limits::network(&cx.request.ip);
        rate_limits::key(
            "lane",
            &format!("{} {}", self.account, self.known_device.as_ref().unwrap_or(&network)),
        )
    }

    fn account_key(&self) -> String {
        rate_limits::key("account", &self.account)
    }
}

fn address_key(cx: &Cx) -> String {
    rate_limits::key("passwords.address", &rate_limits::network(&cx.request.ip))
}

fn address_limit(cx: &Cx) -> Limit {
    Limit::per_minute(cx.config.sign_in.address_burst, cx.config.sign_in.address_per_minute)
}

/// Refuses with `rate_limits.too_many` while this guesser must wait. Returns how many failures there are to
/// forget once the right password is given, here or from anywhere.
pub(super) async fn check(tx: &mut Tx, cx: &Cx, guess: &Guess) -> Result<i64> {
    let lane = store::find_failures(tx, &guess.lane_key(cx)).await?;
    let account = store::find_failures(tx, &guess.account_key()).await?;
    let until = |failures: &Option<Failures>| failures.as_ref().map_or(0, |it| it.blocked_until_ms);
    let mut until_ms = until(&lane);
    if guess.known_device.is_none() {
        until_ms = until_ms.max(until(&account));
    }
    if until_ms > cx.now_ms {
        return Err(too_many(until_ms - cx.now_ms).into());
    }
    if guess.known_device.is_none() && !guess.is_own {
        rate_limits::check(tx, &address_key(cx), address_limit(cx), cx.now_ms).await?;
    }
    let recent = [lane, account].into_iter().flatten().filter(|it| it.last_at_ms >= cx.now_ms - FORGOTTEN_MS);
    Ok(recent.map(|it| it.count).max().unwrap_or_default())
}

/// The rows that are counted for a guesser.
#[derive(Clone, Debug)]
pub struct GuessKeys {
    /// For the account together with where the guesser is; in `password_failures`.
    pub lane: String,
    /// For the account from anywhere; in `password_failures`.
    pub account: String,
    /// For the network; in `rate_limits`.
    pub address: String,
}

/// The rows that are counted for a guesser.
pub fn guess_keys(cx: &Cx, guess: &Guess) -> GuessKeys {
    GuessKeys { lane: guess.lane_key(cx), account: guess.account_key(), address: address_key(cx) }
}

/// The latest of the failures that are counted for a guesser; the times in milliseconds since the Unix epoch.
#[derive(Clone, Copy, Debug)]
pub struct LastFailure {
    /// When it was.
    pub at_ms: Option<i64>,
    /// Until when the guesser must wait.
    pub blocked_until_ms: Option<i64>,
}

/// Whether there is anything to wait for or to forget: then [`verify`](super::verify) is to be asked. The
/// bucket of the network is told by when it is full again.
pub fn holds_up(cx: &Cx, last: &LastFailure, address_full_at_ms: Option<i64>) -> bool {
    let is_recent = last.at_ms.is_some_and(|at_ms| at_ms >= cx.now_ms - FORGOTTEN_MS);
    let is_blocked = last.blocked_until_ms.is_some_and(|until_ms| until_ms > cx.now_ms);
    is_recent || is_blocked || rate_limits::is_empty(address_full_at_ms, address_limit(cx), cx.now_ms)
}

/// Until when an account is locked for everybody who is not known to it; none if there were no failures.
pub(super) async fn locked_until(tx: &mut Tx, user_id: &str) -> Result<Option<i64>> {
    let failures = store::find_failures(tx, &rate_limits::key("account", user_id)).await?;
    Ok(failures.map(|it| it.blocked_until_ms))
}

/// Forgets the failures that lock an account. Whoever made them still waits.
pub(super) async fn unlock(tx: &mut Tx, user_id: &str) -> Result<()> {
    store::delete_failures(tx, &rate_limits::key("account", user_id)).await
}

/// Counts a failure, and begins the delay or the lock-out that follows from it.
pub(super) async fn fail(tx: &mut Tx, cx: &Cx, guess: &Guess) -> Result<()> {
    let forget_before_ms = cx.now_ms - FORGOTTEN_MS;
    let lane = guess.lane_key(cx);
    let failures = store::set_failed(tx, &lane, cx.now_ms, forget_before_ms).await?;
    let over = failures - i64::from(cx.config.sign_in.delay_after_failures);
    if over >= 0 {
        // One second, then two, four, eight …
        let delay_ms = 1_000 << over.min(20);
        let longest_ms = i64::from(cx.config.sign_in.delay_max_seconds) * 1_000;
        store::set_blocked_until(tx, &lane, cx.now_ms + delay_ms.min(longest_ms), None).await?;
    }

    // Counted without the lock-out too: the owner is told of many failures from anywhere (RL-05).
    let lockout: Lockout = settings::get(tx).await?;
    let config = &cx.config.sign_in;
    let account = guess.account_key();
    let lock_ms = i64::from(lockout.minutes.unwrap_or(config.lockout_minutes)) * 60_000;
    let period_ms = lockout.period_minutes.map_or(lock_ms, |minutes| i64::from(minutes) * 60_000);
    let failures = store::set_failed(tx, &account, cx.now_ms, cx.now_ms - period_ms).await?;
    let enabled = lockout.enabled.unwrap_or(config.lockout_enabled);
    if enabled && failures >= i64::from(lockout.attempts.unwrap_or(config.lockout_attempts)) {
        store::set_blocked_until(tx, &account, cx.now_ms + lock_ms, Some(&guess.account)).await?;
    }
    if guess.is_own {
        return Ok(());
    }
    // The bucket of the address may just have become empty; this failure counts all the same.
    match rate_limits::take(tx, &address_key(cx), address_limit(cx), cx.now_ms).await {
        Err(error) if error.refusal().is_none() => Err(error),
        _ => Ok(()),
    }
}

/// Forgets the failures of whoever gave the right password.
pub(super) async fn succeed(tx: &mut Tx, cx: &Cx, guess: &Guess) -> Result<()> {
    store::delete_failures(tx, &guess.lane_key(cx)).await?;
    store::delete_failures(tx, &guess.account_key()).await
}

/// Those of these users whom the lock-out or an administrator keeps locked now.
pub async fn locked_of(tx: &mut Tx, now_ms: i64, ids: &[&str]) -> Result<HashSet<String>> {
    let mut locked = store::list_locked(tx, now_ms, LOCKED_FEW + 1).await?;
    if locked.len() > usize::try_from(LOCKED_FEW).unwrap_or_default() {
        let ids = serde_json::to_string(ids).map_err(|cause| Error::fault("writing JSON", cause))?;
        locked = store::list_locked_of(tx, now_ms, &ids).await?;
    }
    Ok(locked.into_iter().filter(|id| ids.contains(&id.as_str())).collect())
}

/// Ids of the users whom the lock-out or an administrator keeps locked now; at most `limit` of each.
pub async fn locked(tx: &mut Tx, now_ms: i64, limit: i64) -> Result<Vec<String>> {
    store::list_locked(tx, now_ms, limit).await
}
