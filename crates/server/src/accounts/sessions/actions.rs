//! Beginning, recognising and ending sessions.

mod export;
mod fit;
mod foresee;
mod forget;
mod manage;
mod view;

use std::sync::Arc;

use data_encoding::BASE64URL_NOPAD;
use seatwarden_base::{Result, db::Tx, secret::Secret};
use serde_json::json;

use super::{
    limits::{Life, limits},
    model::{ENDED, NOT_FOUND, Session, Started, token_hash},
    store::{self, NewSession},
};
use crate::{
    accounts::groups,
    common::audit,
    cx::{Caller, Cx, Proof, SignedIn, Viewer},
    used::{LAG_MS, Thing, Use},
};

const MINUTE_MS: i64 = 60_000;
/// The most sessions a user can have, whatever is chosen.
const PER_USER_MAX: i64 = 1_000;

pub(super) use export::{Export, export};
pub use fit::{fit, fit_all};
pub use foresee::would_end;
pub use forget::forget_limits;
pub use manage::{
    APPLY_LIMITS, Count, apply_limits, apply_limits_later, count_living, count_of_user, end_all_of_role,
    list, revoke, revoke_all_but_mine, revoke_all_of,
};
pub(super) use manage::{COUNT_MAX, Offered, WINDOW, count_fitting, offered_roles};
use view::viewed;
pub use view::{end_views, set_view};

fn new_token(cx: &Cx) -> Result<String> {
    Ok(BASE64URL_NOPAD.encode(&cx.random().bytes::<32>()?))
}

/// Begins a session inside a sign-in; the oldest ones beyond the maximum of the user's role end. Unused it lives as long
/// as the administrator says, or as the shortest of the limits of the user's groups.
pub async fn start(tx: &mut Tx, cx: &Cx, user_id: &str, remember: bool) -> Result<Started> {
    let limits = limits(tx, cx).await?;
    let remember = remember && !limits.session_only_cookie;
    let held = store::find_role(tx, user_id).await?;
    let Life { idle_ms, life_ms } = limits.life(&held, remember);
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
    store::delete_beyond(tx, user_id, limits.at_once(&held), &id).await?;
    Ok(Started { id, token: Secret::new(token), max_age_seconds: remember.then_some(life_ms / 1000) })
}

/// Who holds this token, if it is a living session of an active user.
pub async fn identify(cx: &Cx, token: &str) -> Result<Option<Arc<SignedIn>>> {
    if token.len() != 43 {
        return Ok(None);
    }
    let hash = token_hash(token);
    // The state first: what is committed during the look-up makes another one.
    let state = cx.db.state();
    let known = if let Some(known) = cx.known_sessions.get(&hash, state) {
        known
    } else {
        let Some(known) = store::find(&mut cx.db.read().await?, &hash).await? else { return Ok(None) };
        cx.known_sessions.put(hash, state, &known);
        known
    };
    if !known.lives_at(cx.now_ms) {
        return Ok(None);
    }
    let lag_ms = known.idle_ms.map_or(LAG_MS, |idle_ms| LAG_MS.min(idle_ms / 4));
    if let Proof::Session { id, .. } = &known.signed_in.proof
        && !cx.request.is_background
        && known.seen_at_ms.is_none_or(|seen_at_ms| cx.now_ms - seen_at_ms >= lag_ms)
    {
        cx.used.note(Thing::Session, id, Use::of(cx, &known.signed_in.person.id));
    }
    Ok(Some(match viewed(cx, &known).await? {
        None => known.signed_in,
        Some((person, until_ms)) => {
            let holder = SignedIn::clone(&known.signed_in);
            let viewer = Some(Viewer { person: holder.person, until_ms });
            Arc::new(SignedIn { viewer, language: holder.language, ..SignedIn::new(person, holder.proof) })
        }
    }))
}

/// Whether a session was not ended since its holder was recognised, inside another action.
pub async fn exists(tx: &mut Tx, session_id: &str) -> Result<bool> {
    store::find_exists(tx, session_id).await
}

/// The living sessions of a user, last used first, for whoever looks after them. The caller asks for
/// permission.
pub async fn of_user(tx: &mut Tx, cx: &Cx, user_id: &str) -> Result<Vec<Session>> {
    store::list_of_user(tx, user_id, cx.now_ms, PER_USER_MAX).await
}

/// Ends one session of a user inside another action. Refuses with `sessions.not_found`.
pub async fn end_of(tx: &mut Tx, user_id: &str, session_id: &str) -> Result<()> {
    if store::delete(tx, user_id, session_id).await? { Ok(()) } else { Err(NOT_FOUND.into()) }
}

/// The caller's living sessions, last used first.
pub async fn mine(cx: &Cx) -> Result<Vec<Session>> {
    let person = cx.person()?;
    let mut tx = cx.db.read().await?;
    store::list_of_user(&mut tx, &person.id, cx.now_ms, PER_USER_MAX).await
}

/// Ends one of the caller's own sessions, whatever their role lets them change: it only takes power away, and is what
/// somebody does whose session is in other hands. Refuses with `sessions.not_found`.
pub async fn end(cx: &Cx, session_id: &str) -> Result<()> {
    cx.require_own_account()?;
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
    store::delete(&mut tx, &signed_in.holder().id, id).await?;
    audit::record(&mut tx, cx, audit::Event::new("sessions.sign_out", "session", id)).await?;
    tx.commit().await
}

/// Ends the caller's sessions but the one that asks, whatever their role lets them change, as [`end`] does; returns how
/// many ended.
pub async fn end_others(cx: &Cx) -> Result<u64> {
    cx.require_own_account()?;
    let signed_in = cx.signed_in()?;
    let keep = match &signed_in.proof {
        Proof::Session { id, .. } => id.clone(),
        Proof::Token { .. } | Proof::ApiKey | Proof::Job { .. } => String::new(),
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
/// caller has no browser session. Refuses with `sessions.ended` if it has ended meanwhile.
pub async fn confirm(tx: &mut Tx, cx: &Cx) -> Result<Option<Started>> {
    let Proof::Session { id, .. } = &cx.signed_in()?.proof else { return Ok(None) };
    let token = new_token(cx)?;
    let set = store::set_token(tx, id, &token_hash(&token), cx.now_ms).await?.ok_or(ENDED)?;
    Ok(Some(started(cx, id, token, set)))
}

fn started(cx: &Cx, id: &str, token: String, (remembered, expires_at_ms): (bool, i64)) -> Started {
    let max_age_seconds = remembered.then_some((expires_at_ms - cx.now_ms) / 1000);
    Started { id: id.to_owned(), token: Secret::new(token), max_age_seconds }
}

/// Makes every session of a user get a new token at its next page, inside the action that changed what the
/// user may do (SE-01), and lets none live on that the limits of another role forbid.
pub async fn renew_all_of(tx: &mut Tx, cx: &Cx, user_id: &str) -> Result<()> {
    store::set_must_renew(tx, user_id).await?;
    end_views(tx, cx, user_id).await?;
    fit(tx, cx, user_id).await
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
    cx.clone().with_caller(Caller::User(Arc::new(SignedIn { proof, ..SignedIn::clone(signed_in) })))
}

/// Refuses with `sessions.confirm_first` unless the password was given in this session a short while ago
/// (SE-05). The legacy `x-api-key` gives it with every call; a bearer token never does.
pub fn require_confirmed(cx: &Cx) -> Result<()> {
    cx.require_confirmed()
}

/// The same for what scripts may do as well with what they hold: only a browser is asked.
pub fn require_confirmed_in_browser(cx: &Cx) -> Result<()> {
    cx.require_confirmed_in_browser()
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
