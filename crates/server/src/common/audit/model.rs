//! What an audit event is, and how events are chained.

use ring::digest;
use seatwarden_base::{Kind, Refusal};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::common::settings::Setting;

/// Nobody has this name or address.
pub(super) const UNKNOWN_USER: Refusal = Refusal::new(Kind::NotFound, "audit.unknown_user").on("user");

/// There is no event of this name; value `name`.
pub(super) const UNKNOWN_EVENT: Refusal = Refusal::new(Kind::Malformed, "audit.unknown_event").on("event");

/// How many characters of one text an event keeps.
pub(super) const TEXT_MAX: usize = 300;
/// How many events one page of a trail shows.
pub(super) const PAGE_SIZE: i64 = 50;

/// Something that happened, as an action reports it.
#[derive(Clone, Debug)]
pub struct Event {
    /// `room.verb`, the same word as the operation.
    pub name: &'static str,
    /// What sort of thing it happened to: `user`, `session`, `api_token`, …
    pub subject_kind: &'static str,
    /// Id of that thing.
    pub subject_id: String,
    /// What was, without secrets.
    pub before: Option<Value>,
    /// What is now, without secrets.
    pub after: Option<Value>,
}

impl Event {
    /// An event without values.
    pub fn new(name: &'static str, subject_kind: &'static str, subject_id: &str) -> Self {
        Self { name, subject_kind, subject_id: clip(subject_id), before: None, after: None }
    }

    /// An event about a user.
    pub fn user(name: &'static str, user_id: &str) -> Self {
        Self::new(name, "user", user_id)
    }

    /// The same event with the values before it.
    #[must_use]
    pub fn before(mut self, before: Value) -> Self {
        self.before = Some(before);
        self
    }

    /// The same event with the values after it.
    #[must_use]
    pub fn after(mut self, after: Value) -> Self {
        self.after = Some(after);
        self
    }
}

/// An event as it stands in the trail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// Place in the chain, from 1 without gaps.
    pub sequence: i64,
    /// When, in milliseconds since the Unix epoch.
    pub at_ms: i64,
    /// `room.verb`.
    pub event: String,
    /// Id of the user who did it, if it was a user.
    pub actor_id: Option<String>,
    /// Name of who did it, as it was then: an e-mail address, `host:rescue`, `anonymous`.
    pub actor_name: String,
    /// Id of the user in whose place it was done.
    pub on_behalf_of: Option<String>,
    /// What sort of thing it happened to.
    pub subject_kind: String,
    /// Id of that thing.
    pub subject_id: String,
    /// JSON of what was.
    pub before_json: Option<String>,
    /// JSON of what is now.
    pub after_json: Option<String>,
    /// Address of the client.
    pub ip: String,
    /// Its `User-Agent`.
    pub user_agent: String,
    /// Id of the request.
    pub request_id: String,
}

/// One page of a trail, newest first.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// The events.
    pub events: Vec<Recorded>,
    /// Where the next, older page begins, if there is one.
    pub before_sequence: Option<i64>,
}

/// Which events a search wants; what is empty does not matter.
#[derive(Clone, Debug, Default)]
pub struct Search {
    /// One kind of event: `users.create`.
    pub event: String,
    /// Id of a user who did it, or to whom it happened.
    pub user_id: String,
    /// Part of the actor's name or of the values; or the whole id of a subject or request, or an address.
    pub text: String,
    /// Not before this moment, in milliseconds since the Unix epoch.
    pub from_ms: Option<i64>,
    /// Before this moment, in milliseconds since the Unix epoch.
    pub to_ms: Option<i64>,
}

/// How far back the chain was proved, and when; kept so that pages can show it without walking.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Proof {
    /// When it was walked, in milliseconds since the Unix epoch; none if it never was.
    pub at_ms: Option<i64>,
    /// How many events stood as they were written.
    pub events: i64,
    /// The first event that did not fit, if there was one.
    pub broken_at: Option<i64>,
}

impl Setting for Proof {
    const KEY: &'static str = "audit.proof";
}

/// What can be said of a chain with so many events as it has now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChainState {
    /// It was never walked.
    NotProved,
    /// Every event stands as it was written.
    Whole,
    /// Those that the last walk met do; others were written since, and nobody has walked them yet.
    WholeSoFar,
    /// An event does not fit.
    Broken,
}

impl ChainState {
    /// The word in the API.
    pub const fn word(self) -> &'static str {
        match self {
            Self::NotProved => "notProved",
            Self::Whole => "whole",
            Self::WholeSoFar => "wholeSoFar",
            Self::Broken => "broken",
        }
    }

    /// The words that there are.
    pub const WORDS: [&'static str; 4] =
        [Self::NotProved.word(), Self::Whole.word(), Self::WholeSoFar.word(), Self::Broken.word()];
}

impl Proof {
    /// What this proof says of a chain of `count` events.
    pub fn state(&self, count: i64) -> ChainState {
        match (self.at_ms, self.broken_at) {
            (None, _) => ChainState::NotProved,
            (Some(_), Some(_)) => ChainState::Broken,
            (Some(_), None) if self.events >= count => ChainState::Whole,
            (Some(_), None) => ChainState::WholeSoFar,
        }
    }
}

/// What walking the chain found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// All events stand as they were written; how many.
    Whole {
        /// Number of events.
        events: i64,
    },
    /// The chain is broken at this event.
    Broken {
        /// Sequence of the first event that does not fit.
        sequence: i64,
    },
}

impl Recorded {
    /// The hash of this event: SHA-256 over the hash before it and every field, each with its length
    /// in front, so that no two different events give the same bytes.
    pub fn hash(&self, previous: &[u8]) -> [u8; 32] {
        let mut context = digest::Context::new(&digest::SHA256);
        context.update(previous);
        context.update(&self.sequence.to_be_bytes());
        context.update(&self.at_ms.to_be_bytes());
        let texts = [
            Some(self.event.as_str()),
            self.actor_id.as_deref(),
            Some(self.actor_name.as_str()),
            self.on_behalf_of.as_deref(),
            Some(self.subject_kind.as_str()),
            Some(self.subject_id.as_str()),
            self.before_json.as_deref(),
            self.after_json.as_deref(),
            Some(self.ip.as_str()),
            Some(self.user_agent.as_str()),
            Some(self.request_id.as_str()),
        ];
        for text in texts {
            let length = text.map_or(u64::MAX, |text| text.len() as u64);
            context.update(&length.to_be_bytes());
            context.update(text.unwrap_or_default().as_bytes());
        }
        let mut hash = [0; 32];
        hash.copy_from_slice(context.finish().as_ref());
        hash
    }
}

/// At most 300 characters, without control characters, so that one event stays one line anywhere.
pub fn clip(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_control()).take(TEXT_MAX).collect()
}
