//! Beginning, recognising and ending sessions.

use std::sync::Arc;

use data_encoding::BASE64URL_NOPAD;
use seatwarden_base::{Result, db::Tx, secret::Secret};
use serde_json::json;

use super::{
    model::{CONFIRM_FIRST, NOT_FOUND, Session, Started, token_hash},
    store::{self, NewSession},
};
use crate::{
    accounts::groups,
    common::audit,
    cx::{Caller, Cx, Proof, SignedIn},
    used::{LAG_MS, Thing, Use},
};

const MINUTE_MS: i64 = 60_000;
const HOUR_MS: i64 = 60 * MINUTE_MS;
const DAY_MS: i64 = 24 * HOUR_MS;

fn new_token(cx: &Cx) -> Result<String> {
    Ok(BASE64URL_NOPAD.encode(&cx.random().bytes::<32>()?))
}

/// Begins a session inside a sign-in; the oldest ones beyond the maximum per user end. Unused it lives as long
/// as the configuration says, or as the shortest of the limits of the user's groups.
pub async fn start(tx: &mut Tx, cx: &Cx, user_id: &str, remember: bool) -> Result<Started> {
    let limits = &cx.config.sessions;
    let (idle_ms, life_ms) = if remember {
        (i64::from(limits.remember_idle_days) * DAY_MS, i64::from(limits.remember_absolute_days) * DAY_MS)
    } else {
        (i64::from(limits.idle_minutes) * MINUTE_MS, i64::from(limits.absolute_hours) * HOUR_MS)
    };
    let of_groups = groups::session_minutes_of(tx, user_id).await?;
    let idle_ms = of_groups.map_or(idle_ms, |minutes| idle_ms.min(minutes * MINUTE_MS));
    let id = cx.new_id()?;
    let token = new_token(cx)?;
    let session = NewSession {
        id: &id,
        token_hash: &token_hash(&token),
        user_id,
        now_ms: cx.now_ms,
        idle_ms,
        expires_at_ms: cx.now_ms + life_ms,
        remembered: remember,
        ip: &cx.request.ip,
        user_agent: &cx.request.user_agent,
    };
    store::insert(tx, &session).await?;
    store::delete_beyond(tx, user_id, i64::from(limits.per_user_max)).await?;
    Ok(Started { id, token: Secret::new(token), max_age_seconds: remember.then_some(life_ms / 1000) })
}

/// Who holds this token, if it is a living session of an active user.
pub async fn identify(cx: &Cx, token: &str) -> Result<Option<SignedIn>> {
    if token.len() != 43 {
        return Ok(None);
    }
    let hash = token_hash(token);
    let mut tx = cx.db.read().await?;
    let Some(found) = store::find(&mut tx, &hash, cx.now_ms).await? else { return Ok(None) };
    if !found.person.active || found.seen_at_ms + found.idle_ms <= cx.now_ms {
        return Ok(None);
    }
    if cx.now_ms - found.seen_at_ms >= LAG_MS.min(found.idle_ms / 4) {
        cx.used.note(Thing::Session, &found.id, Use::of(cx, &found.person.id));
    }
    let proof = Proof::Session {
        id: found.id,
        token_hash: hash,
        confirmed_at_ms: found.confirmed_at_ms,
        must_renew: found.must_renew,
    };
    Ok(Some(SignedIn { person: found.person, proof }))
}

/// The caller's living sessions, last used first.
pub async fn mine(cx: &Cx) -> Result<Vec<Session>> {
    let person = cx.person()?;
    let mut tx = cx.db.read().await?;
    store::list_of_user(&mut tx, &person.id, cx.now_ms, i64::from(cx.config.sessions.per_user_max)).await
}

/// Ends one of the caller's own sessions. Refuses with `sessions.not_found`.
pub async fn end(cx: &Cx, session_id: &str) -> Result<()> {
    let user_id = cx.person()?.id.clone();
    let mut tx = cx.db.write().await?;
    if !store::delete(&mut tx, &user_id, session_id).await? {
        return Err(NOT_FOUND.into());
    }
    audit::record(&mut tx, cx, audit::Event::new("sessions.end", "session", session_id)).await?;
    tx.commit().await
}

/// Ends the session of the caller itself: signing out.
pub async fn end_current(cx: &Cx) -> Result<()> {
    let signed_in = cx.signed_in()?;
    let Proof::Session { id, .. } = &signed_in.proof else { return Ok(()) };
    let mut tx = cx.db.write().await?;
    store::delete(&mut tx, &signed_in.person.id, id).await?;
    audit::record(&mut tx, cx, audit::Event::new("sessions.sign_out", "session", id)).await?;
    tx.commit().await
}

/// Ends the caller's sessions but the one that asks; returns how many ended.
pub async fn end_others(cx: &Cx) -> Result<u64> {
    let signed_in = cx.signed_in()?;
    let keep = match &signed_in.proof {
        Proof::Session { id, .. } => id.clone(),
        Proof::Token { .. } | Proof::ApiKey => String::new(),
    };
    let mut tx = cx.db.write().await?;
    let ended = store::delete_of_user(&mut tx, &signed_in.person.id, &keep).await?;
    let event = audit::Event::user("sessions.end_others", &signed_in.person.id);
    audit::record(&mut tx, cx, event.after(json!({ "ended": ended }))).await?;
    tx.commit().await?;
    Ok(ended)
}

/// Ends all sessions of a user inside another action; returns how many.
pub async fn end_all_of(tx: &mut Tx, user_id: &str, but_session_id: Option<&str>) -> Result<u64> {
    store::delete_of_user(tx, user_id, but_session_id.unwrap_or_default()).await
}

/// Gives the caller's session a new token after the password was given again (SE-01); none if the
/// caller has no browser session.
pub async fn confirm(tx: &mut Tx, cx: &Cx) -> Result<Option<Started>> {
    let Proof::Session { id, .. } = &cx.signed_in()?.proof else { return Ok(None) };
    let token = new_token(cx)?;
    let set = store::set_token(tx, id, &token_hash(&token), cx.now_ms).await?;
    Ok(set.map(|set| started(cx, id, token, set)))
}

fn started(cx: &Cx, id: &str, token: String, (remembered, expires_at_ms): (bool, i64)) -> Started {
    let max_age_seconds = remembered.then_some((expires_at_ms - cx.now_ms) / 1000);
    Started { id: id.to_owned(), token: Secret::new(token), max_age_seconds }
}

/// Makes every session of a user get a new token at its next page, inside the action that changed what the
/// user may do (SE-01).
pub async fn renew_all_of(tx: &mut Tx, user_id: &str) -> Result<()> {
    store::set_must_renew(tx, user_id).await
}

/// Gives the caller's session a new token if it waits for one; the old one is dead then. None if it does
/// not, or if another request was faster.
pub async fn renew(cx: &Cx) -> Result<Option<Started>> {
    let Caller::User(signed_in) = &cx.caller else { return Ok(None) };
    let Proof::Session { id, token_hash: old, must_renew: true, .. } = &signed_in.proof else {
        return Ok(None);
    };
    let token = new_token(cx)?;
    let mut tx = cx.db.write().await?;
    let set = store::set_renewed(&mut tx, id, old, &token_hash(&token)).await?;
    tx.commit().await?;
    Ok(set.map(|set| started(cx, id, token, set)))
}

/// The same request, with the new token of its session: its forms belong to that one.
#[must_use]
pub fn with_token(cx: &Cx, started: &Started, is_confirmed: bool) -> Cx {
    let Caller::User(signed_in) = &cx.caller else { return cx.clone() };
    let Proof::Session { confirmed_at_ms, .. } = signed_in.proof else { return cx.clone() };
    let proof = Proof::Session {
        id: started.id.clone(),
        token_hash: token_hash(started.token.reveal()),
        confirmed_at_ms: if is_confirmed { cx.now_ms } else { confirmed_at_ms },
        must_renew: false,
    };
    let person = signed_in.person.clone();
    cx.clone().with_caller(Caller::User(Arc::new(SignedIn { person, proof })))
}

/// Refuses with `sessions.confirm_first` unless the password was given in this session a short while ago
/// (SE-05). The legacy `x-api-key` gives it with every call; a bearer token never does.
pub fn require_confirmed(cx: &Cx) -> Result<()> {
    let window_ms = i64::from(cx.config.sessions.confirm_minutes) * MINUTE_MS;
    match &cx.signed_in()?.proof {
        Proof::Session { confirmed_at_ms, .. } if cx.now_ms - confirmed_at_ms < window_ms => Ok(()),
        Proof::ApiKey => Ok(()),
        Proof::Session { .. } | Proof::Token { .. } => Err(CONFIRM_FIRST.into()),
    }
}

/// Remembers that a session was used.
pub async fn set_seen(tx: &mut Tx, session_id: &str, at_ms: i64, ip: &str) -> Result<()> {
    store::set_seen(tx, session_id, at_ms, ip).await
}

/// Removes sessions that ended. Called by the daily cleaning.
pub async fn clean(tx: &mut Tx, now_ms: i64) -> Result<u64> {
    store::delete_ended(tx, now_ms).await
}

/// In how many browsers a user is signed in.
pub async fn count_of(tx: &mut Tx, cx: &Cx, user_id: &str) -> Result<i64> {
    store::count_of_user(tx, user_id, cx.now_ms).await
}
