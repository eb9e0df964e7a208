//! Noting calls, writing them down, and what administrators do with callers.

use std::{collections::HashSet, sync::Arc};

use seatwarden_base::{Result, db::Tx};
use serde_json::json;

use super::{
    gather::{MarkOf, Noted},
    model::{
        CALLERS_MAX, CALLS_SHOWN_MAX, Call, Caller, CallerKind, Filter, OF_USER_MAX, OFF_MAX, PARTS_TOLD_MS,
        Page, PartUse, TOO_MANY_OFF, UNKNOWN,
    },
    store,
};
use crate::{
    app::App,
    common::audit,
    cx::{self, Cx, LegacyPart, Permission, Proof, TokenKind},
};

/// How many callers a page has at most.
const LIMIT_MAX: i64 = 200;

/// Notes an API call that was answered, in memory. Browsers are no callers.
pub fn note(cx: &Cx, method: &'static str) {
    let request = &cx.request;
    let Some(mark) = mark(cx) else { return };
    let by = match mark.kind {
        CallerKind::ApiKey => Some(LegacyPart::XApiKey),
        CallerKind::Token(TokenKind::SignIn) => Some(LegacyPart::SignInToken),
        CallerKind::Token(TokenKind::Profile) => Some(LegacyPart::ProfileToken),
        CallerKind::Token(TokenKind::Named) => None,
    };
    let parts = request.legacy.bits() | by.map_or(0, LegacyPart::bit);
    let route = request.route.get().map_or("", |route| route);
    cx.callers.note(&Noted { mark, method, route, parts, at_ms: cx.now_ms });
}

/// Who calls; none if it is no script, or nobody.
fn mark(cx: &Cx) -> Option<MarkOf<'_>> {
    let (kind, user_id, token_id) = match &cx.caller {
        cx::Caller::User(signed_in) => {
            let user_id = signed_in.person.id.as_str();
            match &signed_in.proof {
                Proof::Token { kind: TokenKind::SignIn, .. } => {
                    (CallerKind::Token(TokenKind::SignIn), user_id, "")
                }
                Proof::Token { kind, id, .. } => (CallerKind::Token(*kind), user_id, id.as_str()),
                Proof::ApiKey => (CallerKind::ApiKey, user_id, ""),
                Proof::Session { .. } | Proof::Job { .. } => return None,
            }
        }
        // The call that hands out a token belongs to the script that uses it next.
        cx::Caller::Anonymous => {
            (CallerKind::Token(TokenKind::SignIn), cx.request.signed_in_as.get()?.as_str(), "")
        }
        cx::Caller::Host(_) => return None,
    };
    let (ip, user_agent) = (cx.request.ip.as_str(), cx.request.user_agent.as_str());
    Some(MarkOf { kind, user_id, token_id, ip, user_agent })
}

/// Whether an administrator switched off whoever calls. Nodes that did not change it themselves know it within a
/// second.
pub async fn is_off(cx: &Cx) -> Result<bool> {
    let Some(mark) = mark(cx) else { return Ok(false) };
    let off = match cx.callers.off(cx.now_ms) {
        Ok(off) => off,
        Err(forgotten) => {
            let mut tx = cx.db.read().await?;
            let ids: HashSet<String> = store::list_off(&mut tx, OFF_MAX).await?.into_iter().collect();
            let ids = Arc::new(ids);
            cx.callers.keep_off(forgotten, Arc::clone(&ids), cx.now_ms);
            ids
        }
    };
    Ok(!off.is_empty() && off.contains(&mark.to_mark().id()))
}

/// Writes down what was gathered, and forgets callers beyond the maximum.
pub async fn write(app: &App) -> Result<()> {
    let seen = app.callers.take();
    if seen.is_empty() {
        return Ok(());
    }
    let mut tx = app.db.write().await?;
    store::insert_all(&mut tx, &seen).await?;
    let users: HashSet<&str> = seen.iter().map(|seen| seen.mark.user_id.as_str()).collect();
    for user_id in users {
        store::delete_of_user_beyond(&mut tx, user_id, OF_USER_MAX).await?;
    }
    store::delete_beyond(&mut tx, CALLERS_MAX).await?;
    tx.commit().await
}

/// Callers that fit, those seen last first.
pub async fn list(cx: &Cx, filter: &Filter) -> Result<Page> {
    cx.require(Permission::ManageSecurity)?;
    let limit = filter.limit.clamp(1, LIMIT_MAX);
    let mut tx = cx.db.read().await?;
    let mut callers = store::list(&mut tx, filter, limit + 1, cx.now_ms - PARTS_TOLD_MS).await?;
    let more = callers.len() > usize::try_from(limit).unwrap_or(usize::MAX);
    if more {
        callers.pop();
    }
    let next = callers.last().filter(|_| more).map(|last| (last.last_seen_at_ms, last.id.clone()));
    Ok(Page { callers, next })
}

/// A caller with what it called and the old ways it used, the last first. Refuses with `callers.unknown`.
pub async fn find(cx: &Cx, id: &str) -> Result<(Caller, Vec<Call>, Vec<PartUse>)> {
    cx.require(Permission::ManageSecurity)?;
    let mut tx = cx.db.read().await?;
    let caller = one(&mut tx, cx, id).await?;
    let calls = store::list_calls(&mut tx, id, CALLS_SHOWN_MAX).await?;
    let parts = store::list_parts(&mut tx, id).await?;
    Ok((caller, calls, parts))
}

async fn one(tx: &mut Tx, cx: &Cx, id: &str) -> Result<Caller> {
    store::find(tx, id, cx.now_ms - PARTS_TOLD_MS).await?.ok_or_else(|| UNKNOWN.into())
}

/// Switches a caller off, or on again. Refuses with `callers.unknown`, `roles.beyond_own` or
/// `callers.too_many_off`.
pub async fn set_off(cx: &Cx, id: &str, off: bool) -> Result<()> {
    cx.require(Permission::ManageSecurity)?;
    let mut tx = cx.db.write().await?;
    let caller = one(&mut tx, cx, id).await?;
    cx.require_reach(&caller.person.role)?;
    if caller.off_at_ms.is_some() == off {
        return Ok(());
    }
    if off && store::count_off(&mut tx).await? >= OFF_MAX {
        return Err(TOO_MANY_OFF.with("maximum", OFF_MAX).into());
    }
    store::set_off(&mut tx, id, off.then_some(cx.now_ms)).await?;
    let name = if off { "callers.switch_off" } else { "callers.switch_on" };
    let about = json!({
        "user": caller.person.id, "kind": caller.kind.word(), "address": caller.ip,
        "user_agent": caller.user_agent,
    });
    audit::record(&mut tx, cx, audit::Event::new(name, "caller", id).after(about)).await?;
    tx.commit().await?;
    cx.callers.forget_off();
    Ok(())
}
