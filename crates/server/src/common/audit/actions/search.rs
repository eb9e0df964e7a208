//! Reading the trail: one's own, a user's, everybody's.

use std::collections::{BTreeSet, HashMap};

use seatwarden_base::{Error, Result, db::Tx};
use serde_json::json;

use super::super::{
    model::{PAGE_SIZE, Page, Recorded, Search, UNKNOWN_EVENT, UNKNOWN_USER},
    store::{self, Range},
};
use super::record;
use crate::{
    common::audit::{Event, clip},
    cx::{Cx, Permission},
    text::{Text, id_key, is_id, name_key},
    web::Pieces,
};

/// How many events a search for a text looks through before it asks whether to go on.
const LOOKED_THROUGH_MAX: i64 = 20_000;
/// How many events a file gets at once.
const STEP: i64 = 1_000;
/// Events are written in the order of their places, but their times were taken a little earlier, by clocks
/// that may differ: places this near to a moment are looked at one by one.
const ABOUT: i64 = 1_000;

/// The caller's own trail: what they did and what happened to them, newest first. From where and with what others did it
/// is not told.
pub async fn of_person(cx: &Cx, before_sequence: Option<i64>) -> Result<Page> {
    let own_id = &cx.person()?.id;
    let search = Search { user_id: own_id.clone(), ..Search::default() };
    let mut tx = cx.db.read().await?;
    let mut page = page(&mut tx, &search, before_sequence.unwrap_or(i64::MAX), PAGE_SIZE).await?;
    let by_others =
        |event: &&mut Recorded| event.actor_id.as_ref().is_some_and(|actor_id| actor_id != own_id);
    for event in page.events.iter_mut().filter(by_others) {
        event.ip.clear();
        event.user_agent.clear();
    }
    Ok(page)
}

/// What happened to one thing, newest first, inside another action that asked who may see it. `subject_id` is an id
/// that nothing else has.
pub async fn of_subject(tx: &mut Tx, subject_id: &str, before_sequence: Option<i64>) -> Result<Page> {
    let search = Search { text: subject_id.to_owned(), ..Search::default() };
    page(tx, &search, before_sequence.unwrap_or(i64::MAX), PAGE_SIZE).await
}

/// Acts of these two sorts that others did to a user, oldest first, inside another action.
pub async fn by_others(tx: &mut Tx, user_id: &str, events: [&str; 2]) -> Result<Vec<Recorded>> {
    store::list_by_others(tx, user_id, events).await
}

/// Tokens that others made for a user, oldest first, inside another action.
pub async fn tokens_by_others(tx: &mut Tx, user_id: &str) -> Result<Vec<Recorded>> {
    // An id has no signs that mean something in a pattern.
    let pattern = format!("%\"user\":\"{user_id}\"%");
    store::list_tokens_by_others(tx, user_id, &pattern).await
}

/// What happened to things of these sorts, newest first, inside another action that asked who may see it; with a text
/// as a search takes it, unless it is empty.
pub async fn of_kinds(
    tx: &mut Tx,
    subject_kinds: [&str; 8],
    text: &str,
    before_sequence: Option<i64>,
) -> Result<Page> {
    let last = store::find_head(tx).await?.map_or(0, |(last, _)| last);
    let end = before_sequence.unwrap_or(i64::MAX).min(last + 1);
    let first = (end - LOOKED_THROUGH_MAX).max(1);
    let pattern = (!text.is_empty()).then(|| pattern(text));
    let range = Range {
        first,
        end,
        from_ms: i64::MIN,
        to_ms: i64::MAX,
        pattern: pattern.as_deref(),
        whole: text,
        limit: PAGE_SIZE + 1,
    };
    let mut events = store::list_of_kinds(tx, subject_kinds, &range).await?;
    if i64::try_from(events.len()).is_ok_and(|found| found > PAGE_SIZE) {
        events.pop();
        return Ok(Page { before_sequence: events.last().map(|event| event.sequence), events });
    }
    Ok(Page { before_sequence: (first > 1).then_some(first), events })
}

/// Events that fit, newest first, before a place in the chain. Refuses with `audit.unknown_user` and
/// `audit.unknown_event`.
pub async fn search(cx: &Cx, search: &Search, before_sequence: Option<i64>, limit: i64) -> Result<Page> {
    cx.require(Permission::ReadAudit)?;
    let mut tx = cx.db.read().await?;
    require_event(&mut tx, &search.event).await?;
    let search = of_user(&mut tx, search.clone()).await?;
    page(&mut tx, &search, before_sequence.unwrap_or(i64::MAX), limit.clamp(1, STEP)).await
}

/// Refuses with `audit.unknown_event` what is no kind of event: nothing found would be taken for nothing done. What older
/// versions recorded is known as long as it stands in the trail.
async fn require_event(tx: &mut Tx, event: &str) -> Result<()> {
    // PostgreSQL takes no NUL; no event is called so.
    let is_known = event.is_empty()
        || Text::knows_event(event)
        || !event.contains('\0') && store::find_is_recorded(tx, event).await?;
    if is_known { Ok(()) } else { Err(UNKNOWN_EVENT.with("name", clip(event)).into()) }
}

/// The same search with the id of a user who was given by name or address. An id is taken as it is, so that those who
/// were deleted are found as well. Refuses with `audit.unknown_user`.
async fn of_user(tx: &mut Tx, search: Search) -> Result<Search> {
    let key = search.user_id.trim();
    let user_id = match key {
        "" => String::new(),
        id if is_id(id) => id_key(id),
        // PostgreSQL takes no NUL; nobody is called so.
        name if name.contains('\0') => return Err(UNKNOWN_USER.into()),
        name => store::find_user_id(tx, &name_key(name)).await?.ok_or(UNKNOWN_USER)?,
    };
    Ok(Search { user_id, ..search })
}

/// Refuses as [`search`] does, before an answer is begun that cannot be taken back.
pub(in super::super) async fn require_known(cx: &Cx, search: &Search) -> Result<()> {
    cx.require(Permission::ReadAudit)?;
    let mut tx = cx.db.read().await?;
    require_event(&mut tx, &search.event).await?;
    of_user(&mut tx, search.clone()).await.map(drop)
}

/// The names that the users have now to whom these events happened, by id; of those who are still there.
pub(in super::super) async fn names_of_subjects(
    cx: &Cx,
    events: &[Recorded],
) -> Result<HashMap<String, String>> {
    cx.require(Permission::ReadAudit)?;
    let about_users = events.iter().filter(|recorded| recorded.subject_kind == "user");
    let ids: BTreeSet<&str> = about_users.map(|recorded| recorded.subject_id.as_str()).collect();
    let ids = serde_json::to_string(&ids).map_err(|cause| Error::fault("writing JSON", cause))?;
    store::list_user_names(&mut cx.db.read().await?, &ids).await
}

/// Sends every event that fits through `line`, newest first, and records that somebody took them along.
pub(in super::super) async fn write_all(
    cx: Cx,
    search: Search,
    pieces: Pieces,
    line: impl Fn(&mut Vec<u8>, &Recorded) + Send,
) -> Result<()> {
    cx.require(Permission::ReadAudit)?;
    let mut tx = cx.db.write().await?;
    require_event(&mut tx, &search.event).await?;
    let search = of_user(&mut tx, search).await?;
    let asked = json!({
        "event": search.event, "user": search.user_id, "text": search.text,
        "fromMs": search.from_ms, "toMs": search.to_ms,
    });
    record(&mut tx, &cx, Event::new("audit.export", "audit", "").after(asked)).await?;
    tx.commit().await?;
    let mut before = Some(i64::MAX);
    while let Some(end) = before {
        let mut tx = cx.db.read().await?;
        let found = page(&mut tx, &search, end, STEP).await?;
        drop(tx);
        let mut piece = Vec::new();
        for event in &found.events {
            line(&mut piece, event);
        }
        if !pieces.send(piece).await {
            return Ok(());
        }
        before = found.before_sequence;
    }
    Ok(())
}

async fn page(tx: &mut Tx, search: &Search, before: i64, limit: i64) -> Result<Page> {
    let last = store::find_head(tx).await?.map_or(0, |(last, _)| last);
    let from_ms = search.from_ms.unwrap_or(i64::MIN);
    let to_ms = search.to_ms.unwrap_or(i64::MAX);
    let oldest = match search.from_ms {
        Some(at_ms) => (place_of(tx, at_ms, last).await? - ABOUT).max(1),
        None => 1,
    };
    let newest = match search.to_ms {
        Some(at_ms) => place_of(tx, at_ms, last).await? + ABOUT,
        None => last + 1,
    };
    let end = before.min(newest).min(last + 1);
    let is_text = !search.text.is_empty();
    let first = if is_text { (end - LOOKED_THROUGH_MAX).max(oldest) } else { oldest };
    let pattern = is_text.then(|| pattern(&search.text));
    let range = Range {
        first,
        end,
        from_ms,
        to_ms,
        pattern: pattern.as_deref(),
        whole: &search.text,
        limit: limit + 1,
    };
    let mut events = match (search.user_id.as_str(), search.event.as_str()) {
        ("", "") => store::list_matching(tx, &range).await?,
        ("", event) => store::list_of_event(tx, event, &range).await?,
        (user_id, event) => store::list_of_person(tx, user_id, event, &range).await?,
    };
    let more = i64::try_from(events.len()).is_ok_and(|found| found > limit);
    if more {
        events.pop();
        return Ok(Page { before_sequence: events.last().map(|event| event.sequence), events });
    }
    // Nothing more in this part of the chain; older parts were not looked at yet.
    Ok(Page { before_sequence: (first > oldest).then_some(first), events })
}

/// The place of the first event not before a moment, found by halving; places have no gaps.
async fn place_of(tx: &mut Tx, at_ms: i64, last: i64) -> Result<i64> {
    let (mut low, mut high) = (1, last + 1);
    while low < high {
        let middle = low + (high - low) / 2;
        match store::find_at_ms(tx, middle).await? {
            Some(found) if found < at_ms => low = middle + 1,
            _ => high = middle,
        }
    }
    Ok(low)
}

/// `like` pattern for a part of the text, with `!` as the escape.
fn pattern(text: &str) -> String {
    let mut pattern = String::from("%");
    for letter in text.to_lowercase().chars() {
        if matches!(letter, '%' | '_' | '!') {
            pattern.push('!');
        }
        pattern.push(letter);
    }
    pattern.push('%');
    pattern
}
