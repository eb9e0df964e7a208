//! Sessions that see the pages as another user does: for how long, and that it ends for good.

use std::sync::Arc;

use seatwarden_base::{Result, db::Tx};
use serde_json::json;

use super::super::store;
use crate::{
    common::audit,
    cx::{BaseRole, Caller, Cx, Permission, Person, Proof},
    known::Known,
};

/// Lets a session see the pages as a user until a moment in milliseconds since the Unix epoch, or no longer.
pub async fn set_view(tx: &mut Tx, session_id: &str, view: Option<(&str, i64)>) -> Result<()> {
    store::set_view(tx, session_id, view).await
}

/// Whether somebody may look as another.
fn may_look_as(holder: &Person, person: &Person) -> bool {
    let role = &holder.role;
    holder.active
        && person.active
        && role.may.has(Permission::ViewAsUsers)
        && role.covers(&person.role)
        && role.may != person.role.may
        && person.role.base != BaseRole::Super
}

/// The user whom the holder of a session looks as, and until when: looked at anew with each request, so that
/// it ends with the time, and as soon as either is deactivated or the holder may no longer do it.
pub(super) async fn viewed(cx: &Cx, known: &Known) -> Result<Option<(Person, i64)>> {
    let Some((user_id, until_ms)) = &known.view else { return Ok(None) };
    if *until_ms <= cx.now_ms {
        return Ok(None);
    }
    let person = store::find_viewed(&mut cx.db.read().await?, user_id).await?;
    let Some(person) = person else { return Ok(None) };
    if may_look_as(&known.signed_in.person, &person) {
        return Ok(Some((person, *until_ms)));
    }
    end_now(cx, known, &person).await?;
    Ok(None)
}

/// Ends for good what the first request finds to be no longer allowed: a role that is given back does not begin it anew.
async fn end_now(cx: &Cx, known: &Known, person: &Person) -> Result<()> {
    let Proof::Session { id, .. } = &known.signed_in.proof else { return Ok(()) };
    let holder = cx.clone().with_caller(Caller::User(Arc::clone(&known.signed_in)));
    let mut tx = cx.db.write().await?;
    if store::delete_view(&mut tx, id, &person.id).await? {
        // Not what the request is about: that it was done must not count as done for its idempotency key.
        audit::record_together(&mut tx, vec![(&holder, ended(person))]).await?;
    }
    tx.commit().await
}

/// Ends for good what a change of a user's role, or of whether they may sign in, no longer allows: that they look as
/// somebody, and that somebody looks as them. Inside the action that changed it.
pub async fn end_views(tx: &mut Tx, cx: &Cx, user_id: &str) -> Result<()> {
    let mut events = Vec::new();
    for view in store::list_views_of(tx, user_id, cx.now_ms).await? {
        let holder = store::find_viewed(tx, &view.holder).await?;
        let person = store::find_viewed(tx, &view.person).await?;
        let (Some(holder), Some(person)) = (holder, person) else { continue };
        if !may_look_as(&holder, &person) && store::delete_view(tx, &view.session, &view.person).await? {
            events.push(ended(&person));
        }
    }
    audit::record_all(tx, cx, events).await
}

fn ended(person: &Person) -> audit::Event {
    let told = json!({ "viewedName": person.display_name(), "viewedEmail": person.email });
    audit::Event::user("view_as.end", &person.id).after(told)
}
