//! Recording events, and proving the chain.

use seatwarden_base::{
    Result,
    db::{Db, Tx},
};

use super::{
    model::{Event, Proof, Recorded, Verdict, clip},
    store,
};
use crate::{
    common::{idempotency, settings},
    cx::{Caller, Cx, Permission},
};

mod search;

pub(super) use search::names_of_subjects;
pub use search::{by_others, of_kinds, of_person, of_subject, search, tokens_by_others};
pub(super) use search::{require_known, write_all};

/// How many events the proof reads at once.
const VERIFY_STEP: i64 = 1_000;

/// Makes the beginning of the chain, if there is none yet.
pub async fn begin_chain(tx: &mut Tx) -> Result<()> {
    store::insert_head(tx).await
}

/// Records an event in the transaction of the act. Call it last: it holds the chain until the commit.
pub async fn record(tx: &mut Tx, cx: &Cx, event: Event) -> Result<()> {
    record_all(tx, cx, vec![event]).await
}

/// Like [`record`], for the events of one act on many: they follow each other in the chain.
pub async fn record_all(tx: &mut Tx, cx: &Cx, events: Vec<Event>) -> Result<()> {
    if events.is_empty() {
        return Ok(());
    }
    // Nearly every act ends here, in its own transaction.
    idempotency::acted(tx, cx).await?;
    append(tx, events.into_iter().map(|event| Act::of_caller(cx, event)).collect()).await
}

/// Like [`record`], for acts of different callers that share a transaction. Whoever puts them together has asked
/// [`idempotency::acted`] for each.
pub async fn record_together(tx: &mut Tx, acts: Vec<(&Cx, Event)>) -> Result<()> {
    append(tx, acts.into_iter().map(|(cx, event)| Act::of_caller(cx, event)).collect()).await
}

/// Records an event whose actor is only just being found out: a sign-in, a link from a mail.
pub async fn record_as(
    tx: &mut Tx,
    cx: &Cx,
    event: Event,
    actor_id: Option<&str>,
    actor_name: &str,
) -> Result<()> {
    idempotency::acted(tx, cx).await?;
    append(tx, vec![Act { cx, event, actor_id: actor_id.map(str::to_owned), actor_name: clip(actor_name) }])
        .await
}

/// An event, who did it, and in which request.
struct Act<'a> {
    cx: &'a Cx,
    event: Event,
    actor_id: Option<String>,
    actor_name: String,
}

impl<'a> Act<'a> {
    fn of_caller(cx: &'a Cx, event: Event) -> Self {
        let (actor_id, actor_name) = match &cx.caller {
            Caller::User(signed_in) => {
                (Some(signed_in.holder().id.clone()), signed_in.holder().email.clone())
            }
            Caller::Anonymous => (None, "anonymous".to_owned()),
            Caller::Host(what) => match &cx.request.asked_by {
                Some((id, name)) => (Some(id.clone()), name.clone()),
                None => (None, format!("host:{what}")),
            },
        };
        Self { cx, event, actor_id, actor_name }
    }

    fn at(self, sequence: i64) -> Recorded {
        let Self { cx, event, actor_id, actor_name } = self;
        Recorded {
            sequence,
            at_ms: cx.now_ms,
            event: event.name.to_owned(),
            actor_id,
            actor_name,
            on_behalf_of: cx.viewer().and(cx.person().ok()).map(|person| person.id.clone()),
            subject_kind: event.subject_kind.to_owned(),
            subject_id: event.subject_id,
            before_json: event.before.map(|value| value.to_string()),
            after_json: event.after.map(|value| value.to_string()),
            ip: cx.request.ip.clone(),
            user_agent: cx.request.user_agent.clone(),
            request_id: cx.request.id.clone(),
        }
    }
}

async fn append(tx: &mut Tx, acts: Vec<Act<'_>>) -> Result<()> {
    if acts.is_empty() {
        return Ok(());
    }
    let count = i64::try_from(acts.len()).unwrap_or(i64::MAX);
    let (last, mut hash) = store::set_last_sequence(tx, count).await?;
    let mut recorded = Vec::with_capacity(acts.len());
    for (sequence, act) in (last - count + 1..).zip(acts) {
        let event = act.at(sequence);
        hash = event.hash(&hash).to_vec();
        recorded.push((event, hash.clone()));
    }
    store::insert(tx, recorded).await?;
    store::set_head_hash(tx, &hash).await
}

/// Walks the whole chain and says whether every event stands as it was written.
pub async fn verify(db: &Db) -> Result<Verdict> {
    let mut tx = db.read().await?;
    // The end is read first: events written while we walk come after it and are left for the next walk.
    let Some((last, end)) = store::find_head(&mut tx).await? else {
        return Ok(Verdict::Broken { sequence: 1 });
    };
    let mut sequence = 0;
    let mut hash = Vec::new();
    while sequence < last {
        let step = store::list_after(&mut tx, sequence, VERIFY_STEP.min(last - sequence)).await?;
        if step.is_empty() {
            return Ok(Verdict::Broken { sequence: sequence + 1 });
        }
        for (event, stored) in step {
            let expected = event.hash(&hash);
            if event.sequence != sequence + 1 || stored != expected {
                return Ok(Verdict::Broken { sequence: sequence + 1 });
            }
            sequence = event.sequence;
            hash = stored;
        }
    }
    if hash == end { Ok(Verdict::Whole { events: last }) } else { Ok(Verdict::Broken { sequence: last }) }
}

/// Walks the whole chain and keeps what was found for [`proof`].
pub async fn prove(db: &Db, now_ms: i64) -> Result<()> {
    let proof = match verify(db).await? {
        Verdict::Whole { events } => Proof { at_ms: Some(now_ms), events, broken_at: None },
        Verdict::Broken { sequence } => {
            tracing::error!(sequence, "the audit chain is broken");
            Proof { at_ms: Some(now_ms), events: sequence - 1, broken_at: Some(sequence) }
        }
    };
    let mut tx = db.write().await?;
    settings::set(&mut tx, &proof, now_ms).await?;
    tx.commit().await
}

/// What the last walk along the chain found, and how many events there are now.
pub async fn proof(cx: &Cx) -> Result<(Proof, i64)> {
    cx.require(Permission::ReadAudit)?;
    let mut tx = cx.db.read().await?;
    let last = store::find_head(&mut tx).await?.map_or(0, |(last, _)| last);
    Ok((settings::get(&mut tx).await?, last))
}
