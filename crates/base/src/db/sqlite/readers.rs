//! The connections that read: threads with a common line, and a few for look-ups on the caller's thread.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Mutex, PoisonError, TryLockError,
        atomic::{AtomicUsize, Ordering::Relaxed},
    },
    time::{Duration, Instant},
};

use tokio::sync::oneshot;

use super::{connection::Lite, queue::Queue};
use crate::{
    Error, Result,
    db::{
        Described, State,
        tx::{Answer, Ask},
    },
};

/// A piece of work for a reader thread.
#[derive(Debug)]
pub(super) enum Job {
    Ask(Ask, oneshot::Sender<Result<Answer>>),
    Describe(String, oneshot::Sender<Result<Described>>),
}

/// Works through the line until it is closed and empty.
pub(super) fn run(mut lite: Lite, queue: &Queue<Job>) {
    while let Some(job) = queue.pop() {
        // A panic drops the sender: the caller gets a fault, the thread goes on.
        if catch_unwind(AssertUnwindSafe(|| work(&mut lite, job))).is_err() {
            tracing::error!("a reader panicked");
        }
    }
}

fn work(lite: &mut Lite, job: Job) {
    match job {
        // Whoever has gone away meanwhile needs no answer.
        Job::Ask(ask, reply) if !reply.is_closed() => drop(reply.send(lite.ask(&ask))),
        Job::Describe(sql, reply) => drop(reply.send(lite.describe(&sql))),
        Job::Ask(..) => (),
    }
}

/// Connections for look-ups that run where they are asked.
#[derive(Debug)]
pub(super) struct Points {
    all: Vec<Mutex<Option<Lite>>>,
    /// The place of the one that answered last. It is asked first: a server with little to do keeps one connection warm,
    /// not all of them.
    last: AtomicUsize,
    /// Tells in which state the database is. One for all, because the numbers of two connections differ.
    watch: Mutex<Watch>,
}

/// For how long nobody asks again whether another process has committed. A command beside the server takes longer to end
/// after its commit.
const LOOK_AGAIN: Duration = Duration::from_millis(1);

/// The connection that is asked for the state, and what it said last.
#[derive(Debug)]
struct Watch {
    lite: Option<Lite>,
    last: Option<(Instant, State)>,
}

impl Watch {
    /// The state of a database to which this process has committed `own` groups by now. The number of the file is asked for
    /// again at once after a commit of our own, because it changes with these, too.
    fn state(&mut self, own: u64) -> Option<State> {
        if let Some((at, state)) = self.last
            && state.own == own
            && at.elapsed() < LOOK_AGAIN
        {
            return Some(state);
        }
        let at = Instant::now();
        let state = State { own, version: self.lite.as_ref()?.data_version().ok()? };
        self.last = Some((at, state));
        Some(state)
    }

    /// Lets the connection go.
    fn take(&mut self) -> Option<Lite> {
        self.last = None;
        self.lite.take()
    }
}

impl Points {
    pub(super) fn new(all: Vec<Lite>, watch: Lite) -> Self {
        Self {
            all: all.into_iter().map(|lite| Mutex::new(Some(lite))).collect(),
            last: AtomicUsize::new(0),
            watch: Mutex::new(Watch { lite: Some(watch), last: None }),
        }
    }

    /// The state of the database, to which this process has committed `own` groups, unless it does not answer.
    pub(super) fn state(&self, own: u64) -> Option<State> {
        self.watch.lock().unwrap_or_else(PoisonError::into_inner).state(own)
    }

    /// Runs `ask` at once, or gives it back if no connection is free.
    pub(super) fn ask(&self, ask: Ask) -> Result<Result<Answer>, Ask> {
        let first = self.last.load(Relaxed);
        for step in 0..self.all.len() {
            let place = (first + step) % self.all.len();
            let mut lite = match self.all[place].try_lock() {
                Ok(lite) => lite,
                Err(TryLockError::Poisoned(poisoned)) => poisoned.into_inner(),
                Err(TryLockError::WouldBlock) => continue,
            };
            if let Some(lite) = lite.as_mut() {
                if place != first {
                    self.last.store(place, Relaxed);
                }
                return Ok(lite.ask(&ask));
            }
        }
        Err(ask)
    }

    /// Closes the connections; waits for the look-ups that run.
    pub(super) fn close(&self) {
        drop(self.watch.lock().unwrap_or_else(PoisonError::into_inner).take());
        for lite in &self.all {
            drop(lite.lock().unwrap_or_else(PoisonError::into_inner).take());
        }
    }
}

/// The answer of a reader thread.
pub(super) async fn answer<T>(reply: oneshot::Receiver<Result<T>>) -> Result<T> {
    reply.await.unwrap_or_else(|_| Err(Error::fault("reading", "the reader went away")))
}
