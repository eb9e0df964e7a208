//! Deleting groups. No user is ever deleted with one.

use seatwarden_base::{
    Result,
    db::{Engine, Tx},
};
use serde_json::json;

use super::{
    super::{
        model::{AT_ONCE_MAX, COUNT_MAX, Group, TOO_MANY_AT_ONCE},
        store,
    },
    bring_back::keep,
    find_open, shown,
};
use crate::{
    common::audit,
    cx::{Cx, Permission},
};

/// What follows from deleting a group.
#[derive(Clone, Debug)]
pub struct Effect {
    /// The group.
    pub group: Group,
    /// How many members it has itself; 2,001 stands for more than 2,000.
    pub members: i64,
    /// How many users have their role because they came in by it; they keep it. 2,001 as above.
    pub came_in: i64,
    /// Names of the groups directly inside; they stay.
    pub inside: Vec<String>,
    /// Names of the groups that it is directly inside of; its members leave them.
    pub around: Vec<String>,
}

/// What would follow from deleting a group. Refuses with `groups.unknown` or `groups.derived`.
pub async fn effect(cx: &Cx, key: &str) -> Result<Effect> {
    cx.require(Permission::ManageGroups)?;
    let mut tx = cx.db.read().await?;
    let group = find_open(&mut tx, cx, key).await?;
    let names = |groups: Vec<(String, String)>| groups.into_iter().map(|(_, name)| name).collect();
    Ok(Effect {
        members: store::count_members(&mut tx, &group.id, COUNT_MAX + 1).await?,
        came_in: store::count_came_in(&mut tx, &group.id, COUNT_MAX + 1).await?,
        inside: names(store::list_subgroups(&mut tx, &group.id).await?),
        around: names(store::list_around(&mut tx, &group.id).await?),
        group,
    })
}

/// Deletes groups, all or none, by id or name; answers their ids. For 30 days they can be brought back. Whoever came
/// in by one keeps the role as their own. Refuses with `groups.unknown` or `groups.derived`.
pub async fn delete(cx: &Cx, keys: &[String]) -> Result<Vec<String>> {
    cx.require(Permission::ManageGroups)?;
    if keys.len() > AT_ONCE_MAX {
        return Err(TOO_MANY_AT_ONCE.with("maximum", AT_ONCE_MAX).into());
    }
    let mut tx = cx.db.write().await?;
    let mut groups: Vec<Group> = Vec::with_capacity(keys.len());
    for key in keys {
        let group = find_open(&mut tx, cx, key).await?;
        if !groups.iter().any(|known| known.id == group.id) {
            groups.push(group);
        }
    }
    let mut deleted = Vec::with_capacity(groups.len());
    for group in groups {
        delete_one(&mut tx, cx, &group).await?;
        deleted.push(group.id);
    }
    tx.commit().await?;
    Ok(deleted)
}

async fn delete_one(tx: &mut Tx, cx: &Cx, group: &Group) -> Result<()> {
    let members = store::count_members(tx, &group.id, i64::MAX).await?;
    keep(tx, cx, group, members).await?;
    store::delete(tx, &group.id).await?;
    let mut before = shown(group);
    before["members"] = json!(members);
    let event = audit::Event::new("groups.delete", "group", &group.id).before(before);
    audit::record(tx, cx, event).await
}

/// Deletes a group inside another action, unless somebody uses it: it has members, is nested either way, has something
/// shared with it, or was changed since it was made. Refuses as [`delete`] does, before anything is written.
pub async fn delete_unused(tx: &mut Tx, cx: &Cx, id: &str) -> Result<()> {
    cx.require(Permission::ManageGroups)?;
    if tx.engine() == Engine::Postgres {
        // Whoever begins to use it waits from here on. On SQLite the one writer is enough.
        store::lock(tx, id).await?;
    }
    let group = find_open(tx, cx, id).await?;
    if group.version > 1 || store::deleted::find_use(tx, id).await? {
        return Ok(());
    }
    delete_one(tx, cx, &group).await
}
