//! What is to be handed over, and what that would do: asked first, done afterwards. Pure, as `model.rs` is.

use std::collections::BTreeMap;

use ring::digest::{Context, SHA256};
use seatwarden_base::{Kind, Refusal};

use super::model::{Effect, Fate, Filter, Keeps, ObjectKind, Owner};

/// Other objects match by now than those of the forecast.
pub const OTHERS_BY_NOW: Refusal = Refusal::new(Kind::Conflict, "ownership.others_by_now");
/// More objects fit the list than are handed over together; value `maximum`.
pub(super) const TOO_MANY_FIT: Refusal = Refusal::new(Kind::TooLarge, "ownership.too_many_fit").on("objects");
/// The transfer is not done yet, so that nobody knows what it moves.
pub(super) const STILL_RUNNING: Refusal = Refusal::new(Kind::Conflict, "ownership.still_running");
/// The transfer handed nothing over: it took objects out, or put them back.
pub(super) const NOT_HANDED_OVER: Refusal = Refusal::new(Kind::Conflict, "ownership.not_handed_over");
/// Nothing of it can change hands.
pub(super) const NOTHING_LEFT: Refusal = Refusal::new(Kind::Conflict, "ownership.nothing_left");
/// The receiver does not own the object any more; value `name`, who does.
pub(super) const PASSED_ON: Refusal = Refusal::new(Kind::Conflict, "ownership.passed_on");
/// Whoever had the object before was deleted; value `name`.
pub(super) const OWNER_GONE: Refusal = Refusal::new(Kind::Conflict, "ownership.owner_gone");

/// Most objects that are handed over together because they fit the list.
pub(super) const FITTING_MAX: usize = 10_000;
/// How many objects, and how many owners, a forecast names.
const NAMED_MAX: usize = 10;
/// How many of those that are left out a forecast names, with the reason.
const REASONS_MAX: usize = 100;

/// What is to be handed over.
#[derive(Clone, Debug)]
pub enum Scope {
    /// Everything of an owner, or all of one kind.
    Of {
        /// Id, user name or address; of somebody deleted the id or the name.
        from: String,
        /// One kind only.
        kind: Option<ObjectKind>,
    },
    /// Objects that were chosen one by one, by id, whoever owns them.
    These(Vec<String>),
    /// Whatever fits the list, whoever owns it, at most 10,000.
    Fitting(Filter),
    /// What a transfer, by id, moved and its receiver still owns, to whoever had it before.
    Back(String),
}

/// An order to hand over.
#[derive(Clone, Debug)]
pub struct Wish {
    /// What.
    pub scope: Scope,
    /// To whom: id, user name or address. Means nothing for [`Scope::Back`].
    pub to: String,
    /// What the former owners keep.
    pub keeps: Keeps,
}

/// What a [`Wish`] would do.
#[derive(Clone, Debug, Default)]
pub struct Forecast {
    /// How many objects it is about.
    pub all: i64,
    /// How many change hands.
    pub changed: i64,
    /// How many are the receiver's already.
    pub unchanged: i64,
    /// How many are left out.
    pub refused: i64,
    /// Why the first of those are left out: title and reason.
    pub reasons: Vec<(String, Refusal)>,
    /// How many of each kind change hands.
    pub counts: BTreeMap<ObjectKind, i64>,
    /// The titles of the first of those that change hands.
    pub names: Vec<String>,
    /// The first of those who give.
    pub givers: Vec<Owner>,
    /// Whether there are further givers.
    pub has_more_givers: bool,
    /// The first of those who get something.
    pub receivers: Vec<Owner>,
    /// Whether there are further receivers.
    pub has_more_receivers: bool,
    /// What the former owners keep.
    pub keeps: Keeps,
    /// What it is about, in few letters; other objects give others.
    pub fingerprint: String,
}

/// An object that a transfer moved, with where it is now.
#[derive(Clone, Debug)]
pub struct MovedObject {
    /// Its place in the feed.
    pub sequence: i64,
    /// Our id.
    pub id: String,
    /// What sort of thing it is.
    pub kind: ObjectKind,
    /// The id that the platform gave it.
    pub external_id: String,
    /// What people called it then.
    pub title: String,
    /// Who had it.
    pub from: Owner,
    /// Whether whoever had it can have it again: there, and not switched off.
    pub(super) can_return: bool,
    /// Id of who got it.
    pub(super) to_id: Option<String>,
    /// Whose it is now; none if it is not registered any more.
    pub now: Option<Owner>,
}

/// What becomes of one object.
pub(super) enum Outcome {
    /// It changes hands.
    Changes,
    /// It is the receiver's already.
    Stays,
    /// It is left out.
    Refused(Refusal),
}

/// A forecast on its way.
pub(super) struct Tally {
    forecast: Forecast,
    digest: Context,
}

impl Tally {
    pub(super) fn new(keeps: Keeps) -> Self {
        Self { forecast: Forecast { keeps, ..Forecast::default() }, digest: Context::new(&SHA256) }
    }

    /// How many objects were looked at.
    pub(super) const fn all(&self) -> i64 {
        self.forecast.all
    }

    /// Notes an object (id, kind and title), who has it, and who gets it.
    pub(super) fn add(
        &mut self,
        (id, kind, title): (&str, ObjectKind, &str),
        (from, to): (&Owner, &Owner),
        outcome: Outcome,
    ) {
        let forecast = &mut self.forecast;
        forecast.all += 1;
        match outcome {
            Outcome::Stays => forecast.unchanged += 1,
            Outcome::Refused(why) => {
                forecast.refused += 1;
                if forecast.reasons.len() < REASONS_MAX {
                    forecast.reasons.push((title.to_owned(), why));
                }
            }
            Outcome::Changes => {
                for part in [id, "\n", &from.id, "\n", &to.id, "\n"] {
                    self.digest.update(part.as_bytes());
                }
                forecast.changed += 1;
                *forecast.counts.entry(kind).or_default() += 1;
                if forecast.names.len() < NAMED_MAX {
                    forecast.names.push(title.to_owned());
                }
                name(&mut forecast.givers, &mut forecast.has_more_givers, from);
                name(&mut forecast.receivers, &mut forecast.has_more_receivers, to);
            }
        }
    }

    /// Notes everything that an owner has of some kinds, with the titles of the newest of it, which has the id `newest`.
    pub(super) fn add_all(
        &mut self,
        counts: impl Iterator<Item = (ObjectKind, i64)>,
        (newest, titles): (&str, Vec<String>),
        (from, to): (&Owner, &Owner),
    ) {
        let forecast = &mut self.forecast;
        forecast.counts = counts.collect();
        forecast.changed = forecast.counts.values().sum();
        forecast.all = forecast.changed;
        forecast.names = titles;
        forecast.names.truncate(NAMED_MAX);
        forecast.givers.push(from.clone());
        forecast.receivers.push(to.clone());
        for part in [newest, "\n", &from.id, "\n", &to.id, "\n"] {
            self.digest.update(part.as_bytes());
        }
    }

    /// The forecast; `to` gets things even if nothing changes hands.
    pub(super) fn finish(self, to: Option<&Owner>) -> Forecast {
        let mut forecast = self.forecast;
        if forecast.receivers.is_empty() {
            forecast.receivers.extend(to.cloned());
        }
        forecast.fingerprint = short(forecast.changed, self.digest);
        forecast
    }
}

/// What so many objects are, in few letters.
fn short(count: i64, digest: Context) -> String {
    let digest = digest.finish();
    let number = digest.as_ref().iter().take(8).fold(0, |number, byte| (number << 8) | u64::from(*byte));
    format!("{count}-{number:x}")
}

/// What would become of everything that somebody owns, in few letters: other objects, fates or receivers give others.
pub fn fingerprint(effects: &[Effect]) -> String {
    let mut digest = Context::new(&SHA256);
    for effect in effects {
        let fate = match effect.fate {
            Fate::Keep => "keep",
            Fate::HandOver(_) => "hand_over",
            Fate::Remove => "remove",
        };
        let to = effect.to.as_ref().map_or("", |to| to.id.as_str());
        let count = effect.count.to_string();
        for part in [effect.kind.word(), count.as_str(), effect.newest.as_str(), fate, to] {
            digest.update(part.as_bytes());
            digest.update(b"\n");
        }
    }
    short(effects.iter().map(|effect| effect.count).sum(), digest)
}

/// Names another owner, if there is room for another name.
fn name(named: &mut Vec<Owner>, has_more: &mut bool, owner: &Owner) {
    if named.iter().any(|known| known.id == owner.id) {
        return;
    }
    if named.len() < NAMED_MAX {
        named.push(owner.clone());
    } else {
        *has_more = true;
    }
}
