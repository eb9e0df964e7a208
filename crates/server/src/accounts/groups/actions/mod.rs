//! What can be done with groups, one file a verb. Here is what the verbs share, and what other rooms ask
//! about a user's groups.

mod bring_back;
mod change;
mod delete;
mod export;
mod list;
mod members;
mod nesting;
mod of_many;
mod shorten;

use std::collections::HashMap;

use seatwarden_base::{
    Error, Refusal, Result,
    db::{Engine, Tx},
};
use serde_json::{Value, json};

use super::{
    model::{
        ALL_USERS, DERIVED, DERIVED_NAMES, Group, GroupKind, Named, OF_USER_MAX, TOO_MANY_OF_USER, UNKNOWN,
    },
    store,
};
use crate::{
    common::audit::clip,
    cx::{BaseRole, Cx, Permission, Role},
    text::{Language, name_key},
    web::RESOURCE,
};

pub use bring_back::{
    BRING_BACK, BringBackJob, bring_back, end_bringing_back, find_deleted, forget_deleted, list_deleted,
};
#[cfg(test)]
pub(super) use bring_back::{begin as begin_bringing_back, put_back_some};
pub use change::{create, create_in, update};
pub use delete::{DELETE, DeleteJob, Effect, delete, delete_unused, effect, end_deletion};
#[cfg(test)]
pub(super) use delete::{begin as begin_deletion, move_some};
pub(super) use export::{Export, Exported, export};
pub use list::{Listed, Page, Wanted, existing, list};
pub use members::{
    Added, WantedMembers, add_members, invited_among, members, members_after, remove_members, suggest,
};
pub(super) use members::{change_all_members, count_exactly};
pub use nesting::{Nest, add_subgroup, count_inside, nest, remove_subgroup};
pub use of_many::{
    Choices, Known, called, choices, direct_of_many, ids_inside, inside_of, join, join_crowd, join_many,
    leave, of_users,
};
pub use shorten::{SHORTEN, Shorten};

/// Makes Everyone and Admins.
pub async fn make_built_in(tx: &mut Tx, cx: &Cx) -> Result<()> {
    for (kind, name) in DERIVED_NAMES {
        store::insert_derived(tx, &cx.new_id()?, kind, name, cx.now_ms).await?;
    }
    Ok(())
}

/// The group with this id or name; refuses with `groups.unknown`.
pub async fn find(cx: &Cx, key: &str) -> Result<Group> {
    cx.require(Permission::ReadGroups)?;
    let mut tx = cx.db.read().await?;
    find_in(&mut tx, key).await
}

/// Like [`find`], inside another action and without asking for permission. What the platform calls all users of the
/// one tenant is Everyone, unless a group is called so (contract part 6.3).
pub async fn find_in(tx: &mut Tx, key: &str) -> Result<Group> {
    let mut found = store::find(tx, key).await?;
    if found.is_none() && name_key(key) == name_key(ALL_USERS) {
        found = store::find(tx, GroupKind::Everyone.word()).await?;
    }
    found.ok_or_else(|| UNKNOWN.into())
}

/// Of several groups that a user is to be in, the one that there is not.
fn unknown(key: &str) -> Refusal {
    UNKNOWN.on("groups").with("which", "named").with(RESOURCE, clip(key))
}

/// A group that the caller may change the members of. Refuses with `groups.derived`, `groups.being_deleted`, or with
/// `roles.beyond_own` if it makes people more than the caller is.
async fn find_open(tx: &mut Tx, cx: &Cx, key: &str) -> Result<Group> {
    let group = find_own(tx, cx, key).await?;
    group.require_settled()?;
    Ok(group)
}

/// The same, of a group that may be on its way out.
async fn find_own(tx: &mut Tx, cx: &Cx, key: &str) -> Result<Group> {
    let group = find_in(tx, key).await?;
    if group.kind != GroupKind::Plain {
        return Err(DERIVED.into());
    }
    require_over(cx, &group)?;
    Ok(group)
}

/// Nobody touches a group that makes people more than they are themselves; a group that makes them administrators, no
/// script whose token may less than its user.
pub fn require_over(cx: &Cx, group: &Group) -> Result<()> {
    group.role.as_ref().map_or(Ok(()), |role| require_to_give(cx, role))
}

/// Whether the caller may give a role by a group.
fn require_to_give(cx: &Cx, role: &Role) -> Result<()> {
    if role.base.is_admin() {
        cx.require_full_scope()?;
    }
    cx.require_reach(role)
}

/// A group as the audit trail shows it.
fn shown(group: &Group) -> Value {
    json!({
        "name": group.name, "role": group.role.as_ref().map(|role| &role.name), "language": group.language,
        "sessionMinutes": group.session_minutes, "excludedFromSharing": group.excluded_from_sharing,
        "theme": group.theme,
    })
}

/// A user, for the question which groups they are in.
#[derive(Clone, Copy, Debug)]
pub struct Member<'a> {
    /// Id of the user.
    pub id: &'a str,
    /// The user's role, which decides on the derived groups.
    pub role: BaseRole,
}

/// Ids of the groups of a user, the derived ones first. Groups that only contain another of them are not
/// among them: what is listed here can be sent back as it is.
pub async fn of_user(tx: &mut Tx, user: Member<'_>) -> Result<Vec<String>> {
    let derived = store::list_derived(tx).await?;
    let mut groups = derived_of(&derived, user);
    groups.extend(store::list_of_user(tx, user.id).await?);
    Ok(groups)
}

/// Ids of the groups that a user was put into, without those that follow from something else.
pub async fn direct_of(tx: &mut Tx, user_id: &str) -> Result<Vec<String>> {
    store::list_of_user(tx, user_id).await
}

/// Lets nobody else take a user out of a group until the transaction ends, on PostgreSQL. Who holds the row of the user as
/// well also keeps others from putting them into one.
pub async fn lock_memberships_of(tx: &mut Tx, user_id: &str) -> Result<()> {
    store::lock_of_user(tx, user_id).await
}

/// Puts a user who is brought back into those of these groups that still are there, and among those who come back with one
/// that is deleted itself.
pub async fn put_back(tx: &mut Tx, user_id: &str, group_ids: &[String]) -> Result<()> {
    for id in group_ids.iter().take(OF_USER_MAX) {
        let group = store::find(tx, id).await?.filter(|group| group.kind == GroupKind::Plain);
        let Some(group) = group else {
            store::deleted::insert_member(tx, id, user_id).await?;
            continue;
        };
        match hold(tx, &group).await {
            Ok(()) => store::insert_member(tx, id, user_id).await.map(drop)?,
            // On its way out.
            Err(Error::Refusal(_)) => {}
            Err(fault) => return Err(fault),
        }
    }
    Ok(())
}

/// A group that something is to be shared with: as [`find_in`], and nobody deletes it, or begins to, until the
/// transaction ends. Refuses with `groups.unknown` or `groups.being_deleted`.
pub async fn hold_in(tx: &mut Tx, key: &str) -> Result<()> {
    let group = find_in(tx, key).await?;
    hold(tx, &group).await
}

/// Lets nobody delete a group that was found, or begin to, until the transaction ends; refuses as [`hold_in`] does.
async fn hold(tx: &mut Tx, group: &Group) -> Result<()> {
    group.require_settled()?;
    // On SQLite the one writer is enough.
    if tx.engine() == Engine::Postgres { hold_id(tx, &group.id).await } else { Ok(()) }
}

/// The same error, blamed on a field if it is a refusal.
fn blamed_on(error: Error, field: &'static str) -> Error {
    match error {
        Error::Refusal(refusal) => refusal.on(field).into(),
        fault @ Error::Fault(_) => fault,
    }
}

async fn hold_id(tx: &mut Tx, id: &str) -> Result<()> {
    let (name, under_way) = store::lock_in_use(tx, id).await?.ok_or(UNKNOWN)?;
    under_way.map_or(Ok(()), |under_way| Err(under_way.refusal(&name).into()))
}

fn derived_of(derived: &[(String, GroupKind)], user: Member<'_>) -> Vec<String> {
    let belongs = |kind: GroupKind| kind == GroupKind::Everyone || user.role.is_admin();
    derived.iter().filter(|(_, kind)| belongs(*kind)).map(|(id, _)| id.clone()).collect()
}

/// The roles that groups give, by the group's id.
pub async fn roles(tx: &mut Tx) -> Result<HashMap<String, Role>> {
    Ok(store::list_roles(tx).await?.into_iter().collect())
}

/// Ids and names of the groups that users can be put into, by name; at most `limit`.
pub async fn list_plain(tx: &mut Tx, limit: i64) -> Result<Vec<(String, String)>> {
    store::list_plain(tx, limit).await
}

/// The groups that a user was put into, by name.
pub async fn names_of_user(tx: &mut Tx, user_id: &str) -> Result<Vec<Named>> {
    store::list_names_of_user(tx, user_id).await
}

/// The language that a user's groups give to those who chose none. The nearest group wins: the user's own
/// groups before those around them, then Admins, then Everyone; of equally near ones that whose name comes
/// first.
pub async fn language_of(tx: &mut Tx, user_id: &str) -> Result<Option<Language>> {
    let found = store::find_language(tx, user_id).await?;
    Ok(found.as_deref().and_then(Language::parse))
}

/// The shortest limit for sessions, in minutes, of all groups that a user is in, those around them included.
pub async fn session_minutes_of(tx: &mut Tx, user_id: &str) -> Result<Option<i64>> {
    store::find_session_minutes(tx, user_id).await
}

/// Refuses more groups than one user may be in, with `groups.too_many_of_user`.
pub fn check_number(groups: &[String]) -> Result<()> {
    if groups.len() > OF_USER_MAX {
        return Err(TOO_MANY_OF_USER.with("maximum", OF_USER_MAX).into());
    }
    Ok(())
}

/// Makes the user a member of exactly these groups, given by id or name; writes only what differs, and
/// answers how many memberships that were. Derived groups are passed over: clients send them along (contract part 6.3).
/// Refuses with `groups.unknown`, with `groups.being_deleted` if one of them to be entered is, or with `roles.beyond_own` if a group to be entered or left makes people more than the caller is.
pub async fn set_members_of(tx: &mut Tx, cx: &Cx, user_id: &str, groups: &[String]) -> Result<usize> {
    check_number(groups)?;
    let mut left = store::list_of_user(tx, user_id).await?;
    let mut written = 0;
    for key in groups {
        if let Some(known) = left.iter().position(|id| id == key) {
            left.swap_remove(known);
            continue;
        }
        let named = |error: Error| if error.is(&UNKNOWN) { unknown(key).into() } else { error };
        let group = find_in(tx, key).await.map_err(named)?;
        if let Some(known) = left.iter().position(|id| *id == group.id) {
            left.swap_remove(known);
        } else if group.kind == GroupKind::Plain {
            require_over(cx, &group)?;
            hold(tx, &group).await.map_err(|error| blamed_on(error, "groups"))?;
            written += usize::from(store::insert_member(tx, &group.id, user_id).await?);
        }
    }
    for id in &left {
        require_over(cx, &find_in(tx, id).await?)?;
        written += usize::from(store::delete_member(tx, id, user_id).await?);
    }
    Ok(written)
}
