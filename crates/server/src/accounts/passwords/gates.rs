//! How many guess at one account at the same moment. A wrong password is counted when it was checked; without a gate, all
//! that are tried at once would be checked before the first of them is counted (WB-07).

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError, Weak},
    time::Duration,
};

use seatwarden_base::Result;
use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore},
    time::timeout,
};

use super::hash_pool::BUSY;

/// How many passwords of one account are checked at once by a node: as many as keep a few hashing threads at work, and
/// fewer than what makes a guesser wait.
const AT_ONCE: usize = 4;
/// How many may wait at all gates together; more are told to come again.
const WAITING_MAX: usize = 64;
/// How long one waits at most.
const WAIT_MAX: Duration = Duration::from_secs(5);
/// From how many on the gates nobody stands at are forgotten.
const KEPT: usize = 256;

/// The gates, one for each account that somebody is guessing at.
#[derive(Debug)]
pub struct Gates {
    of_accounts: Mutex<HashMap<String, Weak<Semaphore>>>,
    waiting: Arc<Semaphore>,
}

/// The right to check one password of an account; over when it is dropped, which is after the result was counted.
pub(super) struct Passed {
    pub(super) permit: OwnedSemaphorePermit,
    /// Whether others were checked meanwhile, so that what was read before may be old.
    pub(super) has_waited: bool,
}

impl Default for Gates {
    fn default() -> Self {
        Self { of_accounts: Mutex::default(), waiting: Arc::new(Semaphore::new(WAITING_MAX)) }
    }
}

impl Gates {
    /// Passes the gate of an account. Refuses with [`BUSY`] if too many wait already, or it takes too long.
    pub(super) async fn pass(&self, account: &str) -> Result<Passed> {
        let gate = self.of(account);
        if let Ok(permit) = Arc::clone(&gate).try_acquire_owned() {
            return Ok(Passed { permit, has_waited: false });
        }
        let Ok(_waiting) = self.waiting.try_acquire() else { return Err(BUSY.into()) };
        match timeout(WAIT_MAX, gate.acquire_owned()).await {
            Ok(Ok(permit)) => Ok(Passed { permit, has_waited: true }),
            _ => Err(BUSY.into()),
        }
    }

    fn of(&self, account: &str) -> Arc<Semaphore> {
        let mut gates = self.of_accounts.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(gate) = gates.get(account).and_then(Weak::upgrade) {
            return gate;
        }
        if gates.len() >= KEPT {
            gates.retain(|_, gate| gate.strong_count() > 0);
        }
        let gate = Arc::new(Semaphore::new(AT_ONCE));
        gates.insert(account.to_owned(), Arc::downgrade(&gate));
        gate
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn only_a_few_pass_at_once_and_only_at_the_same_gate() {
        let gates = Gates::default();
        let mut passed = Vec::new();
        for _ in 0..AT_ONCE {
            passed.push(gates.pass("a").await.unwrap());
        }
        assert!(passed.iter().all(|passed| !passed.has_waited));
        assert!(!gates.pass("b").await.unwrap().has_waited);

        let next = tokio::spawn({
            let gate = gates.of("a");
            async move { gate.acquire_owned().await.is_ok() }
        });
        assert!(gates.of("a").try_acquire().is_err());
        passed.pop();
        assert!(next.await.unwrap());
    }

    #[tokio::test]
    async fn whoever_finds_too_many_waiting_is_told_to_come_again() {
        let gates = Gates::default();
        let _all = Arc::clone(&gates.waiting).acquire_many_owned(u32::try_from(WAITING_MAX).unwrap()).await;
        let mut passed = Vec::new();
        for _ in 0..AT_ONCE {
            passed.push(gates.pass("a").await.unwrap());
        }
        assert!(gates.pass("a").await.is_err_and(|error| error.is(&BUSY)));
    }

    #[test]
    fn gates_that_nobody_stands_at_are_forgotten() {
        let gates = Gates::default();
        for number in 0..10 * KEPT {
            drop(gates.of(&number.to_string()));
        }
        assert!(gates.of_accounts.lock().unwrap().len() <= KEPT);
    }
}
