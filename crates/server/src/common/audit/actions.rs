//! Recording events, reading one's own trail, proving the chain.

use seatwarden_base::{Result, db::Tx};

use super::{
    model::{Event, PAGE_SIZE, Page, Recorded, Verdict, clip},
    store,
};
use crate::cx::{Caller, Cx, Permission};

/// How many events the proof reads at once.
const VERIFY_STEP: i64 = 1_000;

/// Makes the beginning of the chain, if there is none yet.
pub async fn begin_chain(tx: &mut Tx) -> Result<()> {
    store::insert_head(tx).await
}

/// Records an event in the transaction of the act. Call it last: it holds the chain until the commit.
pub async fn record(tx: &mut Tx, cx: &Cx, event: Event) -> Result<()> {
    let (actor_id, actor_name) = match &cx.caller {
        Caller::User(signed_in) => (Some(signed_in.holder().id.clone()), signed_in.holder().email.clone()),
        Caller::Anonymous => (None, "anonymous".to_owned()),
        Caller::Host(what) => (None, format!("host:{what}")),
    };
    append(tx, cx, event, actor_id, actor_name).await
}

/// Records an event whose actor is only just being found out: a sign-in, a link from a mail.
pub async fn record_as(
    tx: &mut Tx,
    cx: &Cx,
    event: Event,
    actor_id: Option<&str>,
    actor_name: &str,
) -> Result<()> {
    append(tx, cx, event, actor_id.map(str::to_owned), clip(actor_name)).await
}

async fn append(
    tx: &mut Tx,
    cx: &Cx,
    event: Event,
    actor_id: Option<String>,
    actor_name: String,
) -> Result<()> {
    let (sequence, previous) = store::set_next_sequence(tx).await?;
    let recorded = Recorded {
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
    };
    let hash = recorded.hash(&previous);
    store::insert(tx, &recorded, &hash).await?;
    store::set_head_hash(tx, &hash).await
}

/// The caller's own trail: what they did and what happened to them, newest first.
pub async fn of_person(cx: &Cx, before_sequence: Option<i64>) -> Result<Page> {
    page_of(cx, &cx.person()?.id, before_sequence).await
}

/// The trail of a user: what they did and what happened to them, newest first.
pub async fn of_user(cx: &Cx, user_id: &str, before_sequence: Option<i64>) -> Result<Page> {
    cx.require(Permission::ReadAudit)?;
    page_of(cx, user_id, before_sequence).await
}

async fn page_of(cx: &Cx, user_id: &str, before_sequence: Option<i64>) -> Result<Page> {
    let mut tx = cx.db.read().await?;
    let before = before_sequence.unwrap_or(i64::MAX);
    let mut events = store::list_of_person(&mut tx, user_id, before, PAGE_SIZE + 1).await?;
    let more = events.len() > usize::try_from(PAGE_SIZE).unwrap_or(usize::MAX);
    if more {
        events.pop();
    }
    let before_sequence = events.last().filter(|_| more).map(|event| event.sequence);
    Ok(Page { events, before_sequence })
}

/// Walks the whole chain and says whether every event stands as it was written.
pub async fn verify(cx: &Cx) -> Result<Verdict> {
    let mut tx = cx.db.read().await?;
    // The end is read first: events written while we walk come after it and are left for the next walk.
    let (last, end) = store::find_head(&mut tx).await?;
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
