//! Deleting groups. No user is ever deleted with one.

use seatwarden_base::{
    Result,
    db::{Engine, Tx},
    jobs,
};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{
    super::{
        model::{AT_ONCE_MAX, COUNT_MAX, Group, TOO_MANY_AT_ONCE, UNKNOWN, UnderWay},
        store,
    },
    bring_back::keep,
    find_own, shown,
};
use crate::{
    common::audit,
    cx::{Caller, Cx, Permission},
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
    let group = find_own(&mut tx, cx, key).await?;
    let names = |groups: Vec<(String, String)>| groups.into_iter().map(|(_, name)| name).collect();
    Ok(Effect {
        members: store::count_members(&mut tx, &group.id, COUNT_MAX + 1).await?,
        came_in: store::count_came_in(&mut tx, &group.id, COUNT_MAX + 1).await?,
        inside: names(store::list_subgroups(&mut tx, &group.id).await?),
        around: names(store::list_around(&mut tx, &group.id).await?),
        group,
    })
}

/// Deletes groups, all or none, by id or name; answers their ids. Of a group with many members these leave first, some at a
/// time, while it takes nobody; if the server ends meanwhile, a job ends it. Whoever deletes such a group once more helps.
/// For 30 days they can be brought back. Whoever came in by one keeps the role as their own. Refuses with `groups.unknown`, `groups.derived` or `groups.being_brought_back`.
pub async fn delete(cx: &Cx, keys: &[String]) -> Result<Vec<String>> {
    cx.require(Permission::ManageGroups)?;
    if keys.len() > AT_ONCE_MAX {
        return Err(TOO_MANY_AT_ONCE.with("maximum", AT_ONCE_MAX).into());
    }
    let mut tx = cx.db.write().await?;
    let mut groups: Vec<Group> = Vec::with_capacity(keys.len());
    for (index, key) in keys.iter().enumerate() {
        let group = find_own(&mut tx, cx, key).await.map_err(|error| error.of_element(index, key))?;
        if group.under_way == Some(UnderWay::BringBack) {
            group.require_settled()?;
        }
        if !groups.iter().any(|known| known.id == group.id) {
            groups.push(group);
        }
    }
    let large = begin(&mut tx, cx, &groups).await?;
    if !large.is_empty() {
        tx.commit().await?;
        for group_id in &large {
            move_members(cx, group_id).await?;
        }
        tx = cx.db.write().await?;
    }
    let deleted = groups.iter().map(|group| group.id.clone()).collect();
    // In one order, so that two deletions do not wait for each other.
    groups.sort_by(|one, other| one.id.cmp(&other.id));
    for group in &groups {
        if store::lock(&mut tx, &group.id).await? {
            delete_one(&mut tx, cx, group, &name_of(cx)).await?;
        } else if large.is_empty() {
            // Somebody else was faster.
            return Err(UNKNOWN.into());
        }
        // Else the job may have been faster while the members left.
    }
    tx.commit().await?;
    Ok(deleted)
}

/// The kind of the job that ends the deletion of a group with many members if the server ended before it did.
pub const DELETE: &str = "groups.delete";

/// How many members a group loses in one transaction: a million in one would hold SQLite's one writer for seconds (3.1 s of
/// processor time, measured).
pub(super) const STEP: i64 = 5_000;
/// After how long the job looks whether the deletion has ended, in milliseconds.
pub(super) const LOOK_AGAIN_MS: i64 = 60_000;

/// The payload of [`DELETE`].
#[derive(Debug, Deserialize, Serialize)]
pub struct DeleteJob {
    group_id: String,
    deleted_by: String,
}

/// Closes those of these groups that have too many members for one transaction, and writes the job for each; their ids.
pub(in super::super) async fn begin(tx: &mut Tx, cx: &Cx, groups: &[Group]) -> Result<Vec<String>> {
    let mut large = Vec::new();
    for group in groups {
        if group.under_way == Some(UnderWay::Delete) {
            large.push(group.id.clone());
            continue;
        }
        let is_small = store::count_members(tx, &group.id, STEP + 1).await? <= STEP
            && store::count_came_in(tx, &group.id, STEP + 1).await? <= STEP;
        // From the lock on whoever joins it on PostgreSQL has done so, or waits to be refused.
        if is_small || !store::lock(tx, &group.id).await? {
            continue;
        }
        store::set_under_way(tx, &group.id, Some(UnderWay::Delete)).await?;
        let job = jobs::NewJob {
            id: &cx.new_id()?,
            kind: DELETE,
            created_at_ms: cx.now_ms,
            run_at_ms: cx.now_ms + LOOK_AGAIN_MS,
            attempts_max: jobs::ATTEMPTS_MAX,
            unique_key: None,
        };
        let payload = DeleteJob { group_id: group.id.clone(), deleted_by: name_of(cx) };
        jobs::enqueue_job(tx, &job, &payload).await?;
        large.push(group.id.clone());
    }
    Ok(large)
}

/// Moves the members of a group to where those of deleted groups are kept, and lets go of who came in by it, some in a
/// transaction.
async fn move_members(cx: &Cx, group_id: &str) -> Result<()> {
    let mut after = Some(String::new());
    while let Some(last) = after {
        after = move_some(cx, group_id, &last).await?;
    }
    while let_go_of_some(cx, group_id).await? {}
    Ok(())
}

async fn let_go_of_some(cx: &Cx, group_id: &str) -> Result<bool> {
    let mut tx = cx.db.write().await?;
    if find_begun(&mut tx, group_id).await?.is_none() {
        return Ok(false);
    }
    let done = store::set_role_own(&mut tx, group_id, STEP).await?;
    tx.commit().await?;
    Ok(done > 0)
}

/// Moves the next members after one, by id; the last of them, none at the end.
pub(in super::super) async fn move_some(cx: &Cx, group_id: &str, after: &str) -> Result<Option<String>> {
    let mut tx = cx.db.write().await?;
    if find_begun(&mut tx, group_id).await?.is_none() {
        return Ok(None);
    }
    let last = store::deleted::move_members(&mut tx, group_id, after, STEP).await?;
    tx.commit().await?;
    Ok(last)
}

/// Ends a deletion that was begun, for its job. One that has ended is left alone, and so is a group that was brought back
/// since.
pub async fn end_deletion(cx: &Cx, job: &DeleteJob) -> Result<()> {
    let id = job.group_id.as_str();
    move_members(cx, id).await?;
    let mut tx = cx.db.write().await?;
    if store::lock(&mut tx, id).await?
        && let Some(group) = find_begun(&mut tx, id).await?
    {
        delete_one(&mut tx, cx, &group, &job.deleted_by).await?;
    }
    tx.commit().await
}

/// A group that is on its way out.
async fn find_begun(tx: &mut Tx, id: &str) -> Result<Option<Group>> {
    let found = store::find(tx, id).await?;
    Ok(found.filter(|group| group.id == id && group.under_way == Some(UnderWay::Delete)))
}

async fn delete_one(tx: &mut Tx, cx: &Cx, group: &Group, deleted_by: &str) -> Result<()> {
    let members = store::deleted::keep_members(tx, &group.id).await?;
    keep(tx, cx, group, (members, deleted_by)).await?;
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
    let group = find_own(tx, cx, id).await?;
    if group.version > 1 || group.under_way.is_some() || store::deleted::find_use(tx, id).await? {
        return Ok(());
    }
    delete_one(tx, cx, &group, &name_of(cx)).await
}

/// What whoever deletes a group is called.
fn name_of(cx: &Cx) -> String {
    match &cx.caller {
        Caller::User(signed_in) => signed_in.person.email.clone(),
        Caller::Host(what) => format!("host:{what}"),
        Caller::Anonymous => String::new(),
    }
}
