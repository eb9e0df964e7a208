//! Lists of users that administrators keep, for themselves or for all administrators.

use seatwarden_base::{Result, db::Tx};
use serde_json::json;

use super::super::{
    listing::{
        BAD_VIEW_NAME, ListQuery, Page, SavedView, TOO_MANY_VIEWS, UNKNOWN_VIEW, VIEW_NAME_MAX,
        VIEW_QUERY_MAX, VIEWS_MAX,
    },
    model::{check_user_name, name_key},
    store,
};
use crate::{
    common::audit,
    cx::{Cx, Permission},
};

/// How many views are shown: one's own and those that others share.
const SHOWN_MAX: i64 = 500;

/// The caller's own views and those that others share, by name.
pub async fn views(cx: &Cx) -> Result<Vec<SavedView>> {
    cx.require(Permission::ListUsers)?;
    let mut tx = cx.db.read().await?;
    store::views::list(&mut tx, &cx.person()?.id, SHOWN_MAX).await
}

/// Keeps what a list shows under a name. Refuses with `users.bad_view_name`, `users.view_name_taken` or
/// `users.too_many_views`.
pub async fn save_view(cx: &Cx, name: &str, query: &ListQuery, shared: bool) -> Result<()> {
    cx.require(Permission::ListUsers)?;
    let query = query.address(&Page::First);
    if query.len() > VIEW_QUERY_MAX {
        return Err(BAD_VIEW_NAME.with("maximum", VIEW_NAME_MAX).into());
    }
    let person = cx.person()?;
    let view = SavedView {
        id: cx.new_id()?,
        owner_id: person.id.clone(),
        name: check_name(name)?,
        query,
        shared,
        owner_name: person.user_name.clone(),
    };
    let mut tx = cx.db.write().await?;
    if store::views::count(&mut tx, &person.id).await? >= i64::try_from(VIEWS_MAX).unwrap_or(i64::MAX) {
        return Err(TOO_MANY_VIEWS.with("maximum", VIEWS_MAX).into());
    }
    store::views::insert(&mut tx, &view, &name_key(&view.name), cx.now_ms).await?;
    audit::record(&mut tx, cx, event("users.save_view", &view).after(shown(&view))).await?;
    tx.commit().await
}

/// Gives one of the caller's own views another name, and shares it or not.
pub async fn change_view(cx: &Cx, id: &str, name: &str, shared: bool) -> Result<()> {
    cx.require(Permission::ListUsers)?;
    let name = check_name(name)?;
    let mut tx = cx.db.write().await?;
    let before = own(&mut tx, cx, id).await?;
    let after = SavedView { name, shared, ..before.clone() };
    store::views::set(&mut tx, &after, &name_key(&after.name), cx.now_ms).await?;
    let event = event("users.change_view", &after).before(shown(&before)).after(shown(&after));
    audit::record(&mut tx, cx, event).await?;
    tx.commit().await
}

/// Removes one of the caller's own views, or, for the Sys. Admin, one that somebody shares.
pub async fn delete_view(cx: &Cx, id: &str) -> Result<()> {
    cx.require(Permission::ListUsers)?;
    let mut tx = cx.db.write().await?;
    let view = match own(&mut tx, cx, id).await {
        Err(error) if error.is(&UNKNOWN_VIEW) && may_delete_shared(cx) => {
            store::views::find_shared(&mut tx, id).await?.ok_or(UNKNOWN_VIEW)?
        }
        view => view?,
    };
    store::views::delete(&mut tx, &view.id).await?;
    let mut told = shown(&view);
    told["owner"] = json!(view.owner_id);
    audit::record(&mut tx, cx, event("users.delete_view", &view).before(told)).await?;
    tx.commit().await
}

/// Whether the caller may remove what others share: who manages everybody.
pub(in super::super) fn may_delete_shared(cx: &Cx) -> bool {
    cx.may(Permission::ManageSysAdmin)
}

async fn own(tx: &mut Tx, cx: &Cx, id: &str) -> Result<SavedView> {
    Ok(store::views::find(tx, &cx.person()?.id, id).await?.ok_or(UNKNOWN_VIEW)?)
}

fn check_name(name: &str) -> Result<String> {
    let short = name.trim().chars().count() <= VIEW_NAME_MAX;
    let name = check_user_name(name).ok().filter(|_| short);
    Ok(name.ok_or_else(|| BAD_VIEW_NAME.with("maximum", VIEW_NAME_MAX))?)
}

fn event(name: &'static str, view: &SavedView) -> audit::Event {
    audit::Event::new(name, "user_view", &view.id)
}

fn shown(view: &SavedView) -> serde_json::Value {
    json!({ "name": view.name, "query": view.query, "shared": view.shared })
}
