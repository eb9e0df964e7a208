//! Deleting custom roles.

use seatwarden_base::{Result, jobs};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{
    super::{
        model::{GIVEN_BY_GROUPS, MOVED_MAX, TOO_MANY_USERS},
        store,
    },
    change::shown,
    find_custom, named,
};
use crate::{
    common::audit,
    cx::{Cx, Permission},
};

/// The kind of the job that drops the limits of sessions that a deleted role had. Their room is below this one.
pub const FORGET_LIMITS: &str = "roles.forget_limits";

/// A role that is gone, for that job.
#[derive(Debug, Deserialize, Serialize)]
pub struct Forgotten {
    /// Its id, which no other role ever gets.
    pub id: String,
    /// Its name in the API.
    pub name: String,
}

/// Deletes a custom role; those who have it get its base, which counts as the same kind of seat. Answers how
/// many. Refuses with `roles.given_by_groups` while a group gives it, with `roles.too_many_users` while more
/// have it than are moved at once, with `roles.beyond_own` if the base may more than the caller, and without the proof that
/// giving the base takes (`roles.needs_full_scope`, `sessions.confirm_first`) if those who have it may more by it.
pub async fn delete(cx: &Cx, key: &str) -> Result<u64> {
    cx.require(Permission::ManageRoles)?;
    let mut tx = cx.db.write().await?;
    let found = find_custom(&mut tx, cx, key).await?;
    // Held before it is read: no group begins to give it, and nobody gets it, from here on.
    store::lock(&mut tx, &found.role.id).await?;
    let details = find_custom(&mut tx, cx, &found.role.id).await?;
    let base = named(&mut tx, details.role.base.name()).await?;
    cx.require_reach(&base)?;
    if details.groups > 0 {
        return Err(GIVEN_BY_GROUPS.with("count", details.groups).into());
    }
    let users = store::list_user_ids(&mut tx, &details.role.id, MOVED_MAX + 1).await?;
    if i64::try_from(users.len()).is_ok_and(|count| count > MOVED_MAX) {
        return Err(TOO_MANY_USERS.with("maximum", MOVED_MAX).into());
    }
    if details.raises_when_deleted() {
        cx.require_whole()?;
    }
    // The base may allow more than the role did.
    store::renew_sign_ins(&mut tx, &details.role.id).await?;
    let moved = store::set_role_of_users(&mut tx, &details.role.id, &base.id, cx.now_ms).await?;
    let (was, is) = (json!({ "role": details.role.name }), json!({ "role": base.name }));
    let told = |id: &String| audit::Event::user("users.update", id).before(was.clone()).after(is.clone());
    audit::record_all(&mut tx, cx, users.iter().map(told).collect()).await?;
    store::delete(&mut tx, &details.role.id).await?;
    let gone = Forgotten { id: details.role.id.clone(), name: details.role.name.clone() };
    jobs::enqueue(&mut tx, FORGET_LIMITS, &gone, cx.now_ms, cx.new_id()?).await?;
    let mut before = shown(&details);
    before["users"] = json!(moved);
    let event = audit::Event::new("roles.delete", "role", &details.role.id).before(before);
    audit::record(&mut tx, cx, event).await?;
    tx.commit().await?;
    cx.jobs.nudge();
    Ok(moved)
}
