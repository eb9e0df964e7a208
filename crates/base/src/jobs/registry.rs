//! Who runs which kind of job, and how: handlers, their context and their policy.

use std::{collections::HashMap, fmt, future::Future, pin::Pin, sync::Arc};

use serde::de::DeserializeOwned;

use crate::{Error, Kind, Result, clock::Clock, db::Db, random::Random};

/// What a handler gets.
#[derive(Clone, Debug)]
pub struct JobContext {
    /// The job's id, the same for every try.
    pub id: String,
    /// Which try this is, from 1.
    pub attempt: i64,
    /// How many tries there are.
    pub attempts_max: i64,
    /// When this try began, in milliseconds since the Unix epoch.
    pub now_ms: i64,
    /// The database; a handler opens its own transactions.
    pub db: Db,
    /// The clock, for a handler that takes its time.
    pub clock: Clock,
    /// The source of ids.
    pub random: Random,
    pub(super) payload: String,
}

impl JobContext {
    /// What was given to `enqueue`. A payload that cannot be read fails the job for good.
    pub fn payload<T: DeserializeOwned>(&self) -> Result<T, JobError> {
        serde_json::from_str(&self.payload)
            .map_err(|error| JobError::Permanent(format!("the payload cannot be read: {error}")))
    }

    /// Whether the job is dead if this try fails.
    pub const fn is_last_attempt(&self) -> bool {
        self.attempt >= self.attempts_max
    }
}

/// Why a try failed. The text is kept and shown to operators: no secret in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JobError {
    /// Worth another try.
    Temporary(String),
    /// Not worth one: the job is dead at once.
    Permanent(String),
}

/// What a handler answers.
pub type JobResult = Result<(), JobError>;

impl fmt::Display for JobError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Temporary(why) | Self::Permanent(why) => out.write_str(why),
        }
    }
}

impl From<Error> for JobError {
    /// A fault or a busy database may pass; any other "no" will be the same next time.
    fn from(error: Error) -> Self {
        match &error {
            Error::Refusal(refusal) if !matches!(refusal.kind, Kind::Busy | Kind::TooMany) => {
                Self::Permanent(error.to_string())
            }
            _ => Self::Temporary(error.to_string()),
        }
    }
}

/// How jobs of one kind are run.
#[derive(Clone, Debug)]
pub struct Policy {
    /// The pause after the first failed try, in milliseconds; it doubles with every further one.
    pub pause_first_ms: i64,
    /// The longest pause, in milliseconds.
    pub pause_most_ms: i64,
    /// A try that takes longer is cut off and counts as failed, in milliseconds.
    pub run_max_ms: u64,
    /// Set for a periodic job: the pause between the end of a run and the next one, in milliseconds.
    /// It exists once for all nodes, runs with an empty payload, and is never dead: when its tries are
    /// used up, the error stays and the next period starts afresh.
    pub every_ms: Option<i64>,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            pause_first_ms: 30_000,
            pause_most_ms: 60 * 60 * 1000,
            run_max_ms: 10 * 60 * 1000,
            every_ms: None,
        }
    }
}

impl Policy {
    /// A job that comes back `every_ms` milliseconds.
    pub fn every(every_ms: i64) -> Self {
        Self { every_ms: Some(every_ms.max(1_000)), ..Self::default() }
    }
}

pub(super) type Run =
    Arc<dyn Fn(JobContext) -> Pin<Box<dyn Future<Output = JobResult> + Send>> + Send + Sync>;

#[derive(Clone)]
pub(super) struct Handler {
    pub(super) policy: Policy,
    pub(super) run: Run,
}

/// All kinds of jobs this program can run.
#[derive(Clone, Default)]
pub struct Registry(HashMap<&'static str, Handler>);

impl fmt::Debug for Registry {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_set().entries(self.0.keys()).finish()
    }
}

impl Registry {
    /// Jobs of `kind` are run by `handler`. The last one registered for a kind counts.
    pub fn add<F, R>(&mut self, kind: &'static str, policy: Policy, handler: F)
    where
        F: Fn(JobContext) -> R + Send + Sync + 'static,
        R: Future<Output = JobResult> + Send + 'static,
    {
        let run: Run = Arc::new(move |context| Box::pin(handler(context)));
        self.0.insert(kind, Handler { policy, run });
    }

    /// All kinds there are, for the reference.
    pub fn kinds(&self) -> impl Iterator<Item = &'static str> {
        self.0.keys().copied()
    }

    pub(super) fn find(&self, kind: &str) -> Option<&Handler> {
        self.0.get(kind)
    }

    pub(super) fn periodic(&self) -> impl Iterator<Item = (&'static str, i64)> {
        self.0.iter().filter_map(|(kind, handler)| Some((*kind, handler.policy.every_ms?)))
    }
}
