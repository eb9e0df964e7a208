//! Groups that were deleted: the list of them, bringing one back, and the end of the time for it.

use seatwarden_base::{Error, Result, db::Tx, jobs};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{
    super::{
        model::{
            DeletedGroup, GROUPS_MAX, Group, GroupKind, TOO_MANY, UNDO_DAYS, UNKNOWN_DELETED, UnderWay,
            check_name,
        },
        store::{self, deleted},
    },
    change::refuse_id_of_other,
    delete::{LOOK_AGAIN_MS, STEP},
    nesting::refuse_nesting,
    require_over,
    shorten::shorten_later,
    shown,
};
use crate::{
    accounts::roles,
    common::audit,
    cx::{Cx, Permission},
    text::part_pattern,
};

const DAY_MS: i64 = 24 * 3_600_000;
/// How many deleted groups a page shows.
const PAGE_SIZE: usize = 50;
/// How many are removed for good in one run.
const FORGET_MAX: i64 = 500;

/// What it takes to bring a group back, but its members, which have a table of their own.
#[derive(Deserialize, Serialize)]
struct Record {
    role_id: Option<String>,
    language: Option<String>,
    session_minutes: Option<i64>,
    excluded_from_sharing: bool,
    theme: String,
    created_at_ms: i64,
    /// Ids of the groups directly inside.
    inside: Vec<String>,
    /// Ids of the groups directly around.
    around: Vec<String>,
}

/// Keeps a group that is about to be deleted, inside that action, with how many members are kept and who deletes it.
pub(super) async fn keep(
    tx: &mut Tx,
    cx: &Cx,
    group: &Group,
    (members, deleted_by): (i64, &str),
) -> Result<()> {
    let ids = |groups: Vec<(String, String)>| groups.into_iter().map(|(id, _)| id).collect();
    let record = Record {
        role_id: group.role.as_ref().map(|role| role.id.clone()),
        language: group.language.clone(),
        session_minutes: group.session_minutes,
        excluded_from_sharing: group.excluded_from_sharing,
        theme: group.theme.clone(),
        created_at_ms: group.created_at_ms,
        inside: ids(store::list_subgroups(tx, &group.id).await?),
        around: ids(store::list_around(tx, &group.id).await?),
    };
    let record =
        serde_json::to_string(&record).map_err(|cause| Error::fault("keeping a deleted group", cause))?;
    let kept = DeletedGroup {
        id: group.id.clone(),
        name: group.name.clone(),
        members,
        deleted_by: deleted_by.to_owned(),
        deleted_at_ms: cx.now_ms,
        ends_at_ms: cx.now_ms + UNDO_DAYS * DAY_MS,
    };
    deleted::insert(tx, &kept, &record).await
}

/// Deleted groups that can be brought back, last deleted first, after a place in that order; and the place where
/// the next page begins, if there is one.
pub async fn list_deleted(
    cx: &Cx,
    search: &str,
    after: Option<(i64, String)>,
) -> Result<(Vec<DeletedGroup>, Option<(i64, String)>)> {
    cx.require(Permission::ManageGroups)?;
    let (at_ms, id) = after.unwrap_or((i64::MAX, String::new()));
    let limit = i64::try_from(PAGE_SIZE + 1).unwrap_or(i64::MAX);
    let mut tx = cx.db.read().await?;
    let mut groups = deleted::list(&mut tx, &part_pattern(search), (at_ms, &id), cx.now_ms, limit).await?;
    let more = groups.len() > PAGE_SIZE;
    groups.truncate(PAGE_SIZE);
    let next = groups.last().filter(|_| more).map(|group| (group.deleted_at_ms, group.id.clone()));
    Ok((groups, next))
}

/// A deleted group; refuses with `groups.unknown_deleted`.
pub async fn find_deleted(cx: &Cx, id: &str) -> Result<DeletedGroup> {
    cx.require(Permission::ManageGroups)?;
    let mut tx = cx.db.read().await?;
    deleted::find(&mut tx, id, cx.now_ms).await?.ok_or_else(|| UNKNOWN_DELETED.into())
}

/// Brings a deleted group back: what it gave, its members as far as they are still there, and its place inside and
/// around other groups as far as the rules still allow. Many members come back some at a time, before which nothing else is
/// done to the group; if the server ends meanwhile, a job ends it. `other_name` is for a group whose name another has by now;
/// empty keeps the name. Refuses with `groups.unknown_deleted`, `groups.name_taken`, `groups.bad_name`,
/// `groups.reserved_name`, `groups.too_many`, or with `roles.beyond_own` if the group makes people more than the caller is.
pub async fn bring_back(cx: &Cx, id: &str, other_name: &str) -> Result<Group> {
    cx.require(Permission::ManageGroups)?;
    let mut tx = cx.db.write().await?;
    let group = begin(&mut tx, cx, id, other_name).await?;
    if group.under_way.is_none() {
        deleted::insert_members(&mut tx, id, "", STEP).await?;
        settle(&mut tx, cx, &group).await?;
    }
    tx.commit().await?;
    if group.under_way.is_some() {
        end(cx, id).await?;
    }
    cx.jobs.nudge();
    Ok(Group { under_way: None, ..group })
}

/// Makes a deleted group anew, without its members. One with too many of them for one transaction is closed until they are
/// back, and the job for them is written.
pub(in super::super) async fn begin(tx: &mut Tx, cx: &Cx, id: &str, other_name: &str) -> Result<Group> {
    store::set_nesting(tx).await?;
    let (name, record) = deleted::delete_record(tx, id, cx.now_ms).await?.ok_or(UNKNOWN_DELETED)?;
    let record: Record =
        serde_json::from_str(&record).map_err(|cause| Error::fault("reading a deleted group", cause))?;
    if store::count(tx, None, GROUPS_MAX).await? >= GROUPS_MAX {
        return Err(TOO_MANY.with("maximum", GROUPS_MAX).into());
    }
    // A custom role may be gone; then the group gives none.
    let role = match &record.role_id {
        Some(role_id) => match roles::named(tx, role_id).await {
            Err(Error::Refusal(_)) => None,
            found => Some(found?),
        },
        None => None,
    };
    let group = Group {
        id: id.to_owned(),
        name: if other_name.trim().is_empty() { name } else { check_name(other_name)? },
        kind: GroupKind::Plain,
        role,
        language: record.language,
        session_minutes: record.session_minutes,
        excluded_from_sharing: record.excluded_from_sharing,
        theme: record.theme,
        created_at_ms: record.created_at_ms,
        updated_at_ms: cx.now_ms,
        version: 1,
        under_way: (deleted::count_members(tx, id, STEP + 1).await? > STEP).then_some(UnderWay::BringBack),
    };
    // A name that it had may be the id of a group that was made since.
    refuse_id_of_other(tx, id, &group.name).await?;
    require_over(cx, &group)?;
    store::insert(tx, &group).await?;
    for inner in &record.inside {
        nest_again(tx, id, inner).await?;
    }
    for outer in &record.around {
        nest_again(tx, outer, id).await?;
    }
    if group.under_way.is_some() {
        store::set_under_way(tx, id, group.under_way).await?;
        let job = jobs::NewJob {
            id: &cx.new_id()?,
            kind: BRING_BACK,
            created_at_ms: cx.now_ms,
            run_at_ms: cx.now_ms + LOOK_AGAIN_MS,
            attempts_max: jobs::ATTEMPTS_MAX,
            unique_key: None,
        };
        jobs::enqueue_job(tx, &job, &BringBackJob { group_id: id.to_owned() }).await?;
    }
    Ok(group)
}

/// The kind of the job that puts the members back into a group that has many, if the server ended before it did.
pub const BRING_BACK: &str = "groups.bring_back";

/// The payload of [`BRING_BACK`].
#[derive(Debug, Deserialize, Serialize)]
pub struct BringBackJob {
    group_id: String,
}

/// Puts the members back into a group that is being brought back, for its job.
pub async fn end_bringing_back(cx: &Cx, job: &BringBackJob) -> Result<()> {
    end(cx, &job.group_id).await
}

/// Puts the members back, some in a transaction, and opens the group with the last one. Somebody else may do the same.
async fn end(cx: &Cx, id: &str) -> Result<()> {
    let mut after = Some(String::new());
    while let Some(last) = after {
        after = put_back_some(cx, id, &last).await?;
    }
    let mut tx = cx.db.write().await?;
    if store::lock(&mut tx, id).await?
        && let Some(group) = find_begun(&mut tx, id).await?
    {
        settle(&mut tx, cx, &group).await?;
    }
    tx.commit().await?;
    cx.jobs.nudge();
    Ok(())
}

/// Puts the next members after one, by id, back into a group that is being brought back; the last of them, none at the end.
pub(in super::super) async fn put_back_some(cx: &Cx, id: &str, after: &str) -> Result<Option<String>> {
    let mut tx = cx.db.write().await?;
    if find_begun(&mut tx, id).await?.is_none() {
        return Ok(None);
    }
    let last = deleted::insert_members(&mut tx, id, after, STEP).await?;
    tx.commit().await?;
    Ok(last)
}

/// A group that is on its way back.
async fn find_begun(tx: &mut Tx, id: &str) -> Result<Option<Group>> {
    let found = store::find(tx, id).await?;
    Ok(found.filter(|group| group.id == id && group.under_way == Some(UnderWay::BringBack)))
}

/// The end of bringing a group back: its event, and the shorter sessions of its members.
async fn settle(tx: &mut Tx, cx: &Cx, group: &Group) -> Result<()> {
    if group.under_way.is_some() {
        store::set_under_way(tx, &group.id, None).await?;
    }
    shorten_later(tx, cx, &group.id, &[]).await?;
    let mut after = shown(group);
    after["members"] = json!(store::count_members(tx, &group.id, i64::MAX).await?);
    audit::record(tx, cx, audit::Event::new("groups.bring_back", "group", &group.id).after(after)).await
}

/// Puts a group inside of another once more, if both are there and the rules still allow it.
async fn nest_again(tx: &mut Tx, outer_id: &str, inner_id: &str) -> Result<()> {
    for id in [outer_id, inner_id] {
        if store::find(tx, id).await?.is_none_or(|group| group.id != id || group.under_way.is_some()) {
            return Ok(());
        }
    }
    match refuse_nesting(tx, outer_id, inner_id).await {
        Ok(()) => store::insert_subgroup(tx, outer_id, inner_id).await.map(drop),
        Err(Error::Refusal(_)) => Ok(()),
        Err(fault) => Err(fault),
    }
}

/// Removes for good what can no longer be brought back, one group in a transaction after its members, of whom some are
/// forgotten at a time. Called by a job.
pub async fn forget_deleted(cx: &Cx) -> Result<()> {
    cx.require(Permission::ManageGroups)?;
    let ended = deleted::list_ended(&mut cx.db.read().await?, cx.now_ms, FORGET_MAX).await?;
    for id in ended {
        let mut after = Some(String::new());
        while let Some(last) = after {
            let mut tx = cx.db.write().await?;
            after = deleted::delete_members(&mut tx, &id, &last, STEP).await?;
            tx.commit().await?;
        }
        let mut tx = cx.db.write().await?;
        if deleted::delete(&mut tx, &id).await? {
            audit::record(&mut tx, cx, audit::Event::new("groups.forget", "group", &id)).await?;
        }
        tx.commit().await?;
    }
    Ok(())
}
