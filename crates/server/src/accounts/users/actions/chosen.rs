//! Whom an act on many users is about, read some at a time.

use ring::digest;
use seatwarden_base::{Kind, Refusal, Result, db::Tx};

use super::{
    super::{
        listing::{BULK_MAX, ListQuery, Listed, TOO_MANY_AT_ONCE},
        store::acts,
    },
    bulk::Act,
    former::read_with_former,
    lookup::{read_in_order, to_i64},
    walk::{Everybody, STEP_MAX},
};
use crate::cx::Cx;

/// Nobody was chosen.
pub(in super::super) const NOBODY_CHOSEN: Refusal = Refusal::new(Kind::Invalid, "users.nobody_chosen");
/// The act gave nobody another role and deleted nobody, or it is forgotten by now.
const NOTHING_TO_TAKE_BACK: Refusal = Refusal::new(Kind::Conflict, "users.nothing_to_take_back");

/// Whom an act is done to.
#[derive(Clone, Debug)]
pub enum Chosen {
    /// The users with these ids.
    These(Vec<String>),
    /// Everybody who fits at the time it is done.
    Fitting(Box<ListQuery>),
    /// Those whose role another act changed, by its id.
    GivenBy(String),
    /// Those whom another act deleted, by its id.
    DeletedBy(String),
}

impl Chosen {
    /// Whom an act is about that takes another one back; none if it takes none back.
    pub(in super::super) fn of_way_back(act: &Act) -> Option<Self> {
        match act {
            Act::TakeBack(of) => Some(Self::GivenBy(of.clone())),
            Act::BringBack(of) => Some(Self::DeletedBy(of.clone())),
            _ => None,
        }
    }
}

/// Those who were chosen, some at a time: a hundred thousand users are not kept in memory.
pub(super) struct Crowd {
    source: Source,
    seen: usize,
    /// The sum of a number for each of them.
    sum: u64,
}

enum Source {
    These(std::vec::IntoIter<String>),
    /// Deleted or not.
    Former(std::vec::IntoIter<String>),
    Fitting(Box<Everybody>),
}

impl Crowd {
    /// Refuses with `users.nobody_chosen`, or with `users.nothing_to_take_back` if the act that is to be taken back gave
    /// nobody a role and deleted nobody, or that is forgotten.
    pub(super) async fn new(cx: &Cx, tx: &mut Tx, chosen: &Chosen) -> Result<Self> {
        let source = match chosen {
            Chosen::These(ids) if ids.is_empty() => return Err(NOBODY_CHOSEN.into()),
            Chosen::These(ids) => Source::These(ids.clone().into_iter()),
            Chosen::GivenBy(act_id) | Chosen::DeletedBy(act_id) => {
                let ids = acts::list_given(tx, act_id, to_i64(BULK_MAX)).await?;
                if ids.is_empty() {
                    return Err(NOTHING_TO_TAKE_BACK.into());
                }
                let is_former = matches!(chosen, Chosen::DeletedBy(_));
                if is_former { Source::Former(ids.into_iter()) } else { Source::These(ids.into_iter()) }
            }
            Chosen::Fitting(query) => Source::Fitting(Box::new(Everybody::new(cx, tx, query, None).await?)),
        };
        Ok(Self { source, seen: 0, sum: 0 })
    }

    /// The next of them, none at the end; a step may be empty. Refuses with `users.too_many_at_once`.
    pub(super) async fn next(&mut self, tx: &mut Tx) -> Result<Option<Vec<Listed>>> {
        let users = match &mut self.source {
            Source::These(ids) => {
                let ids: Vec<String> = ids.take(STEP_MAX).collect();
                if ids.is_empty() { None } else { Some(read_in_order(tx, &ids).await?) }
            }
            Source::Former(ids) => {
                let ids: Vec<String> = ids.take(STEP_MAX).collect();
                if ids.is_empty() { None } else { Some(read_with_former(tx, &ids).await?) }
            }
            Source::Fitting(everybody) => everybody.next(tx, STEP_MAX).await?,
        };
        for user in users.iter().flatten() {
            self.seen += 1;
            self.sum = self.sum.wrapping_add(number_of(&user.id));
        }
        if self.seen > BULK_MAX { Err(TOO_MANY_AT_ONCE.with("maximum", BULK_MAX).into()) } else { Ok(users) }
    }

    /// See [`super::Forecast::fingerprint`]; of those who were read so far.
    pub(super) fn fingerprint(&self) -> String {
        format!("{}-{:x}", self.seen, self.sum)
    }
}

/// A number that stands for an id.
fn number_of(id: &str) -> u64 {
    let digest = digest::digest(&digest::SHA256, id.as_bytes());
    digest.as_ref().iter().take(8).fold(0, |number, byte| (number << 8) | u64::from(*byte))
}
