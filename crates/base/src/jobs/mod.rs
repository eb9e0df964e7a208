//! Jobs: work that is done later, kept in the database and run by a worker of any node.
//!
//! A job is written in the transaction of the deed that asks for it ([`enqueue`]), so it exists exactly
//! if the deed does. It may run twice (a node can die between the work and the note that it is done):
//! every handler is idempotent. A try that fails is repeated later, with growing pauses; after the last
//! one the job is dead and stays in the table with its error until it is revived or cleaned away.

mod backoff;
mod config;
mod registry;
mod run;
mod store;
#[cfg(test)]
mod tests;
mod worker;

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use serde::Serialize;
use tokio::sync::Notify;

pub use config::JobsConfig;
pub use registry::{JobContext, JobError, JobResult, Policy, Registry};
pub use worker::Worker;

use crate::{Error, Kind, Refusal, Result, db::Tx};

/// Too many jobs wait already; come back later.
pub const QUEUE_FULL: Refusal = Refusal::new(Kind::Busy, "jobs.queue_full").retry_after(60);

/// How many jobs may wait; one more is refused with [`QUEUE_FULL`].
pub const QUEUE_MAX: i64 = 50_000;
/// How often a job is tried unless it says otherwise.
pub const ATTEMPTS_MAX: i64 = 10;
/// Longest id of a job, in bytes.
pub const ID_LENGTH_MAX: usize = 64;
/// Longest kind of a job, in bytes.
pub const KIND_LENGTH_MAX: usize = 64;
/// Longest unique key of a job, in bytes.
pub const UNIQUE_KEY_LENGTH_MAX: usize = 128;
/// Largest payload, in bytes of JSON.
pub const PAYLOAD_BYTES_MAX: usize = 64 * 1024;
/// How much of an error is kept, in characters.
pub const ERROR_LENGTH_MAX: usize = 500;

/// What there is to say about a new job beside its payload.
#[derive(Clone, Debug)]
pub struct NewJob<'a> {
    /// Its id; see [`crate::random::Random::id`].
    pub id: &'a str,
    /// `room.verb`; the name its handler is registered under.
    pub kind: &'a str,
    /// Now, in milliseconds since the Unix epoch.
    pub created_at_ms: i64,
    /// It does not run before this moment.
    pub run_at_ms: i64,
    /// How often it may be tried, at least once.
    pub attempts_max: i64,
    /// If set, the job exists once under this name until it is done or dead.
    pub unique_key: Option<&'a str>,
}

/// Writes a job that runs as soon as `at_ms` has come and `tx` is committed, tried up to
/// [`ATTEMPTS_MAX`] times. Refuses with [`QUEUE_FULL`]. Call [`Jobs::nudge`] after the commit.
pub async fn enqueue(
    tx: &mut Tx,
    kind: &str,
    payload: &impl Serialize,
    at_ms: i64,
    id: impl AsRef<str>,
) -> Result<()> {
    let job = NewJob {
        id: id.as_ref(),
        kind,
        created_at_ms: at_ms,
        run_at_ms: at_ms,
        attempts_max: ATTEMPTS_MAX,
        unique_key: None,
    };
    enqueue_job(tx, &job, payload).await.map(|_| ())
}

/// Writes a job. Answers whether it is new: with a unique key it may exist already, and then nothing
/// changes. Refuses with [`QUEUE_FULL`] if it has no unique key and too many wait.
pub async fn enqueue_job(tx: &mut Tx, job: &NewJob<'_>, payload: &impl Serialize) -> Result<bool> {
    let payload = serde_json::to_string(payload).map_err(|error| Error::fault("writing a job", error))?;
    let short = job.id.len() <= ID_LENGTH_MAX
        && job.kind.len() <= KIND_LENGTH_MAX
        && job.unique_key.is_none_or(|key| key.len() <= UNIQUE_KEY_LENGTH_MAX)
        && payload.len() <= PAYLOAD_BYTES_MAX;
    if !short {
        return Err(Error::fault("writing a job", "its id, kind, unique key or payload is too long"));
    }
    if job.unique_key.is_some() {
        return store::insert_unique(tx, job, &payload).await;
    }
    if store::insert(tx, job, &payload).await? { Ok(true) } else { Err(QUEUE_FULL.into()) }
}

/// The line to the worker of this process. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Jobs(Arc<Line>);

#[derive(Debug, Default)]
struct Line {
    nudged: Notify,
    stopping: AtomicBool,
}

impl Jobs {
    /// Wakes the worker: something was committed that it may want to do now. Costs next to nothing,
    /// also when nothing is there.
    pub fn nudge(&self) {
        self.0.nudged.notify_one();
    }

    /// Tells the worker to begin nothing more and to end when what runs has finished.
    pub fn stop(&self) {
        self.0.stopping.store(true, Ordering::SeqCst);
        self.0.nudged.notify_one();
    }

    fn is_stopping(&self) -> bool {
        self.0.stopping.load(Ordering::SeqCst)
    }

    async fn nudged(&self) {
        self.0.nudged.notified().await;
    }
}

/// What the table holds, for the metrics.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Jobs that wait, due or not, periodic ones included.
    pub waiting: i64,
    /// Jobs that run on some node.
    pub running: i64,
    /// Jobs that failed for good.
    pub dead: i64,
}

/// A job that failed for good.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeadJob {
    /// Its id.
    pub id: String,
    /// `room.verb`.
    pub kind: String,
    /// How often it was tried.
    pub attempts: i64,
    /// Why the last try failed.
    pub last_error: Option<String>,
    /// When it was written, in milliseconds since the Unix epoch.
    pub created_at_ms: i64,
    /// When it was given up, in milliseconds since the Unix epoch.
    pub finished_at_ms: i64,
}

/// How many jobs are in which state.
pub async fn counts(tx: &mut Tx) -> Result<Counts> {
    store::counts(tx).await
}

/// The jobs that were given up last, newest first, at most `limit`.
pub async fn list_dead(tx: &mut Tx, limit: u32) -> Result<Vec<DeadJob>> {
    store::list_dead(tx, i64::from(limit)).await
}

/// The dead job with this id.
pub async fn find_dead(tx: &mut Tx, id: &str) -> Result<Option<DeadJob>> {
    store::find_dead(tx, id).await
}

/// Gives a dead job all its tries again, beginning now. Answers whether there was one with this id.
/// Call [`Jobs::nudge`] after the commit.
pub async fn revive(tx: &mut Tx, id: &str, now_ms: i64) -> Result<bool> {
    store::set_revived(tx, id, now_ms).await
}

/// One printable line of at most [`ERROR_LENGTH_MAX`] characters.
fn error_line(text: &str) -> String {
    text.chars().take(ERROR_LENGTH_MAX).map(|c| if c.is_control() { ' ' } else { c }).collect()
}
