//! The one thread that writes. It serves one transaction at a time, each in a savepoint, and makes whole
//! groups of them durable with one commit; nobody is told "done" before that commit.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Arc, Mutex, MutexGuard, PoisonError, atomic::Ordering::Relaxed},
    time::{Duration, Instant},
};

use super::{
    connection::Lite,
    desk::{Command, Desk, Next, Reply},
    queue::Queue,
};
use crate::{
    Error, Result,
    db::{BUSY, FULL, figures::Counts},
};

/// A group is committed after this many actions at the latest.
const GROUP_ACTIONS_MAX: u64 = 256;

/// The writer: the only connection that writes, shared with whoever is being served, and the line of those who want it.
#[derive(Debug)]
pub(super) struct Writer {
    pub(super) lite: Arc<Mutex<Lite>>,
    pub(super) line: Arc<Queue<Arc<Desk>>>,
    pub(super) counts: Arc<Counts>,
    pub(super) idle_limit: Duration,
    /// A group is committed as soon as an action ends this long after it began.
    pub(super) group_limit: Duration,
    /// Released into the open group, not yet durable.
    pub(super) released: Vec<Arc<Desk>>,
    /// Being served.
    pub(super) current: Option<Arc<Desk>>,
}

/// What is left of the group after an action.
#[derive(PartialEq, Eq)]
enum Group {
    Open,
    /// The database has rolled back the whole group, or must.
    Lost,
    /// The same, because the disk is full.
    Full,
}

impl Writer {
    /// Serves until the line is closed and empty, then folds the write-ahead log into the file.
    pub(super) fn run(mut self) {
        while let Some(first) = self.line.pop() {
            if catch_unwind(AssertUnwindSafe(|| self.group(first))).is_err() {
                self.lose(|| fault("the writer panicked"));
            }
        }
        let folded = self.lite().script("pragma optimize; pragma wal_checkpoint(truncate)");
        if let Err(error) = folded {
            tracing::warn!(%error, "the write-ahead log could not be folded into the file");
        }
    }

    /// For one call only: whoever keeps it and asks for it again waits for itself.
    fn lite(&self) -> MutexGuard<'_, Lite> {
        self.lite.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn control(&self, word: &'static str) -> Result<()> {
        self.lite().control(word)
    }

    fn is_idle(&self) -> bool {
        self.lite().is_idle()
    }

    fn reply(&self, command: Command) -> Result<Reply> {
        let mut lite = self.lite();
        match command {
            Command::Statement(ask) => lite.ask(&ask).map(Reply::Answer),
            Command::Each(batch) => lite.each(&batch).map(Reply::Answer),
            Command::FirstOfEach(batch) => lite.first_of_each(&batch).map(Reply::Answer),
            Command::Script(text) => lite.script(&text).map(|()| Reply::Done),
            Command::Lost(why) => Err(why),
            Command::Commit => Ok(Reply::Done),
        }
    }

    /// One group: from the first action to the commit.
    fn group(&mut self, first: Arc<Desk>) {
        if let Err(error) = self.begin() {
            if error.is(&BUSY) {
                Counts::up(&self.counts.busy_refusals);
            }
            first.finish(Err(error));
            return;
        }
        let began = Instant::now();
        let mut next = Some(first);
        let mut actions = 0;
        while let Some(desk) = next {
            if !desk.is_left() {
                match self.action(&desk) {
                    Group::Open => {}
                    Group::Lost => {
                        return self.lose(|| fault("the database gave up the group of transactions"));
                    }
                    Group::Full => return self.lose(|| FULL.into()),
                }
            }
            actions += 1;
            let is_full = actions >= GROUP_ACTIONS_MAX || began.elapsed() >= self.group_limit;
            next = if is_full { None } else { self.line.try_pop() };
        }
        if let Err(error) = self.control("commit") {
            tracing::error!(%error, "a group of transactions could not be committed");
            let is_full = error.is(&FULL);
            return self.lose(|| if is_full { FULL.into() } else { fault("the commit failed") });
        }
        self.acknowledge();
    }

    fn begin(&mut self) -> Result<()> {
        if !self.is_idle() {
            // Only after a rollback that failed; the file may have recovered since.
            self.control("rollback")?;
        }
        self.control("begin immediate")
    }

    /// Serves one action to its end. Returns with its savepoint gone.
    fn action(&mut self, desk: &Arc<Desk>) -> Group {
        if let Err(error) = self.control("savepoint action") {
            desk.finish(Err(error));
            return self.group_left();
        }
        self.current = Some(Arc::clone(desk));
        desk.put(Ok(Reply::Granted));
        let group = self.serve(desk);
        self.current = None;
        group
    }

    fn serve(&mut self, desk: &Arc<Desk>) -> Group {
        loop {
            let reply = match desk.next(self.idle_limit, self.line.len() > 0) {
                Next::Command(Command::Commit) => return self.release(desk),
                Next::Command(command) => self.reply(command),
                Next::Left => {
                    Counts::up(&self.counts.actions_rolled_back);
                    return self.roll_back();
                }
                Next::Expired => {
                    Counts::up(&self.counts.actions_expired);
                    tracing::warn!(
                        limit_ms = self.idle_limit.as_millis(),
                        "a write transaction was held idle too long and has been rolled back"
                    );
                    return self.roll_back();
                }
            };
            if self.is_idle() {
                let lost = reply.err().unwrap_or_else(|| fault("the statement ended the transaction"));
                let group = if lost.is(&FULL) { Group::Full } else { Group::Lost };
                desk.finish(Err(lost));
                return group;
            }
            desk.put(reply);
        }
    }

    /// The action is done: it becomes part of the group, and is told so after the commit.
    fn release(&mut self, desk: &Arc<Desk>) -> Group {
        if let Err(error) = self.control("release action") {
            desk.finish(Err(error));
            return self.roll_back();
        }
        self.released.push(Arc::clone(desk));
        Group::Open
    }

    /// Takes back what the action did, and nothing else.
    fn roll_back(&mut self) -> Group {
        let undone = self.control("rollback to action").and_then(|()| self.control("release action"));
        if undone.is_err() { Group::Lost } else { self.group_left() }
    }

    fn group_left(&self) -> Group {
        if self.is_idle() { Group::Lost } else { Group::Open }
    }

    /// The group is durable.
    fn acknowledge(&mut self) {
        if self.released.is_empty() {
            return;
        }
        let actions = self.released.len() as u64;
        self.counts.actions_committed.fetch_add(actions, Relaxed);
        self.counts.group_actions_max.fetch_max(actions, Relaxed);
        Counts::up(&self.counts.groups_committed);
        for desk in self.released.drain(..) {
            desk.finish(Ok(Reply::Done));
        }
    }

    /// The group is gone: everybody in it is told.
    fn lose(&mut self, why: impl Fn() -> Error) {
        if !self.is_idle()
            && let Err(error) = self.control("rollback")
        {
            tracing::error!(%error, "a group of transactions could not be rolled back");
        }
        self.counts.actions_lost.fetch_add(self.released.len() as u64, Relaxed);
        for desk in self.released.drain(..).chain(self.current.take()) {
            desk.finish(Err(why()));
        }
    }
}

fn fault(why: &'static str) -> Error {
    Error::fault("writing", why)
}
