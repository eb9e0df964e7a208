//! What the database has done so far, in numbers.

use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

/// A look at the counters of the database, for the metrics. All count from the start of the process.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// Write transactions that wait for the writer now (SQLite).
    pub writes_waiting: u64,
    /// Reads that wait for a reader now (SQLite), or callers that wait for a connection (PostgreSQL).
    pub reads_waiting: u64,
    /// Connections that are open now.
    pub connections: u64,
    /// Write transactions acknowledged as durable.
    pub actions_committed: u64,
    /// Write transactions rolled back by their owner.
    pub actions_rolled_back: u64,
    /// Write transactions rolled back because their owner held them idle too long (SQLite).
    pub actions_expired: u64,
    /// Write transactions that were released, then lost because the group did not become durable (SQLite).
    pub actions_lost: u64,
    /// Commits of the database itself; fewer than `actions_committed` if actions were grouped.
    pub groups_committed: u64,
    /// The most actions in one group so far (SQLite).
    pub group_actions_max: u64,
    /// Callers refused as busy.
    pub busy_refusals: u64,
    /// Reads answered.
    pub reads: u64,
    /// Point look-ups answered on the caller's own thread (SQLite).
    pub points_inline: u64,
}

/// The counters behind [`Figures`].
#[derive(Debug, Default)]
pub(super) struct Counts {
    pub(super) actions_committed: AtomicU64,
    pub(super) actions_rolled_back: AtomicU64,
    pub(super) actions_expired: AtomicU64,
    pub(super) actions_lost: AtomicU64,
    pub(super) groups_committed: AtomicU64,
    pub(super) group_actions_max: AtomicU64,
    pub(super) busy_refusals: AtomicU64,
    pub(super) reads: AtomicU64,
    pub(super) points_inline: AtomicU64,
}

impl Counts {
    /// Adds one.
    pub(super) fn up(counter: &AtomicU64) {
        counter.fetch_add(1, Relaxed);
    }

    /// The counters as they stand; the caller adds what only it knows.
    pub(super) fn figures(&self) -> Figures {
        Figures {
            writes_waiting: 0,
            reads_waiting: 0,
            connections: 0,
            actions_committed: self.actions_committed.load(Relaxed),
            actions_rolled_back: self.actions_rolled_back.load(Relaxed),
            actions_expired: self.actions_expired.load(Relaxed),
            actions_lost: self.actions_lost.load(Relaxed),
            groups_committed: self.groups_committed.load(Relaxed),
            group_actions_max: self.group_actions_max.load(Relaxed),
            busy_refusals: self.busy_refusals.load(Relaxed),
            reads: self.reads.load(Relaxed),
            points_inline: self.points_inline.load(Relaxed),
        }
    }
}
