//! Beginning to look as somebody else, and stopping.

use seatwarden_base::Result;
use serde_json::{Value, json};

use super::model::{
    BAD_TIME, BROWSER_ONLY, EQUAL, INACTIVE, MINUTES_MAX, NO_REASON, REASON_MAX, SYSADMIN, YOURSELF,
};
use crate::{
    accounts::{sessions, users},
    common::audit,
    cx::{BaseRole, Cx, Permission, Person, Proof},
    text::check_visible,
};

/// Why and for how long.
#[derive(Clone, Debug)]
pub struct Wish {
    /// Required; kept in the audit trail.
    pub reason: String,
    /// At most [`MINUTES_MAX`].
    pub minutes: i64,
}

/// The user whom the caller may look as. Refuses with the rule that stands against it.
pub(super) async fn look(cx: &Cx, key: &str) -> Result<Person> {
    cx.require(Permission::ViewAsUsers)?;
    if !matches!(cx.signed_in()?.proof, Proof::Session { .. }) {
        return Err(BROWSER_ONLY.into());
    }
    let person = users::find(cx, key).await?.person;
    if person.id == cx.person()?.id {
        return Err(YOURSELF.into());
    }
    if person.role.base == BaseRole::Super {
        return Err(SYSADMIN.into());
    }
    cx.require_reach(&person.role)?;
    if cx.person()?.role.may == person.role.may {
        return Err(EQUAL.into());
    }
    if person.active { Ok(person) } else { Err(INACTIVE.into()) }
}

/// The reason as it is kept. Refuses one that says nothing or holds what nobody sees, and a time that is too long.
pub(super) fn check(wish: &Wish) -> Result<String> {
    let reason = check_visible(&wish.reason, REASON_MAX).filter(|reason| !reason.is_empty());
    let reason = reason.ok_or_else(|| NO_REASON.with("maximum", REASON_MAX))?;
    if !(1..=MINUTES_MAX).contains(&wish.minutes) {
        return Err(BAD_TIME.with("maximum", MINUTES_MAX).into());
    }
    Ok(reason)
}

/// Lets the caller's session see the pages as this user does, until the time is over. Refuses with
/// `sessions.confirm_first` unless the password was given a short while ago (SE-05).
pub async fn start(cx: &Cx, key: &str, wish: &Wish) -> Result<Person> {
    let person = look(cx, key).await?;
    let Proof::Session { id: session_id, .. } = &cx.signed_in()?.proof else {
        return Err(BROWSER_ONLY.into());
    };
    let reason = check(wish)?;
    sessions::require_confirmed(cx)?;
    let until_ms = cx.now_ms + wish.minutes * 60_000;
    let mut tx = cx.db.write().await?;
    sessions::set_view(&mut tx, session_id, Some((&person.id, until_ms))).await?;
    let event = audit::Event::user("view_as.start", &person.id);
    let mut told = viewed(&person);
    told["reason"] = json!(reason);
    told["minutes"] = json!(wish.minutes);
    told["session"] = json!(session_id);
    audit::record(&mut tx, cx, event.after(told)).await?;
    tx.commit().await?;
    Ok(person)
}

/// Ends it before its time. Returns the id of the user it was; none if the time was over already.
pub async fn stop(cx: &Cx) -> Result<Option<String>> {
    let signed_in = cx.signed_in()?;
    let Proof::Session { id: session_id, .. } = &signed_in.proof else { return Ok(None) };
    if signed_in.viewer.is_none() {
        return Ok(None);
    }
    let person = &signed_in.person;
    let mut tx = cx.db.write().await?;
    sessions::set_view(&mut tx, session_id, None).await?;
    let event = audit::Event::user("view_as.stop", &person.id).after(viewed(person));
    audit::record(&mut tx, cx, event).await?;
    tx.commit().await?;
    Ok(Some(person.id.clone()))
}

/// Who was looked at, in words: an event alone, read long after, says both names.
fn viewed(person: &Person) -> Value {
    json!({ "viewedName": person.display_name(), "viewedEmail": person.email })
}
