//! What a transfer is: what it does, how far it is, and the changes that it makes.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Keeps, ObjectKind};

/// What a transfer does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// Gives objects to somebody else.
    HandOver,
    /// Takes objects out of the register, as long as their owner can be brought back.
    Remove,
    /// Puts such objects back.
    Restore,
}

impl What {
    const ALL: [Self; 3] = [Self::HandOver, Self::Remove, Self::Restore];

    /// The word in the table and in the API.
    pub const fn word(self) -> &'static str {
        match self {
            Self::HandOver => "hand_over",
            Self::Remove => "remove",
            Self::Restore => "restore",
        }
    }

    /// What a word in the table means.
    pub(in super::super) fn of_word(word: &str) -> Self {
        Self::ALL.into_iter().find(|what| what.word() == word).unwrap_or(Self::HandOver)
    }

    /// The name of the audit event of one object.
    pub(in super::super) const fn event(self) -> &'static str {
        match self {
            Self::HandOver => "ownership.transfer",
            Self::Remove => "ownership.remove",
            Self::Restore => "ownership.restore",
        }
    }
}

/// How far a transfer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Objects are being moved.
    Running,
    /// All are moved.
    Done,
    /// Ended early: the receiver is gone, or the owner is back.
    Stopped,
}

impl State {
    const ALL: [Self; 3] = [Self::Running, Self::Done, Self::Stopped];

    /// The word in the table and in the API.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Done => "done",
            Self::Stopped => "stopped",
        }
    }

    /// The state of a word in the table.
    pub(in super::super) fn of_word(word: &str) -> Self {
        Self::ALL.into_iter().find(|state| state.word() == word).unwrap_or(Self::Stopped)
    }
}

/// A transfer and how far it is.
#[derive(Clone, Debug)]
pub struct Transfer {
    /// Its id.
    pub id: String,
    /// What it does.
    pub what: What,
    /// Whose objects; none if they were of several owners, or nobody looked.
    pub from_user_id: Option<String>,
    /// What the giver is called.
    pub from_name: String,
    /// Who gets them.
    pub to_user_id: Option<String>,
    /// What the receiver is called.
    pub to_name: String,
    /// One kind only.
    pub kind: Option<ObjectKind>,
    /// What the former owner keeps.
    pub keeps: Keeps,
    /// Id of who did it.
    pub actor_id: Option<String>,
    /// Who did it.
    pub actor_name: String,
    /// How far it is.
    pub state: State,
    /// How many objects there were to move.
    pub total: i64,
    /// How many are moved.
    pub moved: i64,
    /// How many of each kind are moved.
    pub counts: BTreeMap<String, i64>,
    /// When it began, in milliseconds since the Unix epoch.
    pub created_at_ms: i64,
    /// When it ended, in milliseconds since the Unix epoch.
    pub finished_at_ms: Option<i64>,
    /// Id of the transfer that it takes back.
    pub back_of: Option<String>,
    /// What it looked for, if it is about whatever fitted a list.
    pub(in super::super) search: Option<String>,
    /// How far its steps came, if it goes object by object.
    pub(in super::super) place: Option<String>,
}

/// One object that changed hands, as the platform reads it.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Change {
    /// Its place in the feed; grows, with gaps at most.
    pub sequence: i64,
    /// Id of the transfer.
    pub transfer_id: String,
    /// `hand_over`, `remove` or `restore`.
    pub what: String,
    /// Our id of the object.
    pub object_id: String,
    /// What sort of thing it is.
    pub kind: String,
    /// The platform's id of it.
    pub external_id: String,
    /// What people call it.
    pub title: String,
    /// Id of the former owner.
    pub from: String,
    /// Id of the new owner.
    pub to: Option<String>,
    /// What the former owner keeps.
    pub previous_owner_keeps: String,
    /// When, in milliseconds since the Unix epoch.
    #[serde(skip)]
    pub at_ms: i64,
}
