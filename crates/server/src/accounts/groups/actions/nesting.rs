//! Groups inside of groups: no circles, a bounded depth, a bounded number.

use std::collections::HashMap;

use seatwarden_base::{Result, db::Tx};
use serde_json::json;

use super::{
    super::{
        model::{
            CIRCLE, COUNT_MAX, DERIVED, GroupKind, INSIDE_MAX, LEVELS_MAX, READ_MAX, TOO_DEEP,
            TOO_MANY_INSIDE, UNKNOWN,
        },
        store,
    },
    blamed_on, find_in, find_open, hold,
    shorten::shorten_later,
};
use crate::{
    common::audit,
    cx::{Cx, Permission},
};

/// The groups directly inside of one, and directly around it: ids and names, by name.
#[derive(Clone, Debug)]
pub struct Nest {
    /// The groups inside; their members count as members.
    pub inside: Vec<(String, String)>,
    /// The groups around; they count this one's members as theirs.
    pub around: Vec<(String, String)>,
}

/// What is directly inside of a group, and around it.
pub async fn nest(cx: &Cx, key: &str) -> Result<Nest> {
    cx.require(Permission::ReadGroups)?;
    let mut tx = cx.db.read().await?;
    let group = find_in(&mut tx, key).await?;
    Ok(Nest {
        inside: store::list_subgroups(&mut tx, &group.id).await?,
        around: store::list_around(&mut tx, &group.id).await?,
    })
}

/// How many users each of these groups has together with the groups inside, by the group's id, each user counted once;
/// 2,001 stands for more than 2,000. One look-up, however many groups.
pub async fn count_inside(cx: &Cx, ids: &[&str]) -> Result<HashMap<String, i64>> {
    cx.require(Permission::ReadGroups)?;
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    count_inside_in(&mut cx.db.read().await?, ids).await
}

/// The same inside another action.
pub(super) async fn count_inside_in(tx: &mut Tx, ids: &[&str]) -> Result<HashMap<String, i64>> {
    let counted = store::count_inside(tx, ids, (READ_MAX, COUNT_MAX + 1)).await?;
    Ok(counted.into_iter().collect())
}

/// Puts a group inside of another, both by id or name. Refuses with `groups.unknown`, `groups.derived`,
/// `groups.being_deleted`, `groups.circle`, `groups.too_deep` or `groups.too_many_inside`. Nothing happens if it is inside already.
pub async fn add_subgroup(cx: &Cx, key: &str, subgroup: &str) -> Result<()> {
    cx.require(Permission::ManageGroups)?;
    let mut tx = cx.db.write().await?;
    store::set_nesting(&mut tx).await?;
    let group = find_open(&mut tx, cx, key).await?;
    let inner = store::find(&mut tx, subgroup).await?.ok_or(UNKNOWN.on("subgroup"))?;
    if inner.kind != GroupKind::Plain {
        return Err(DERIVED.on("subgroup").into());
    }
    hold(&mut tx, &group).await?;
    hold(&mut tx, &inner).await.map_err(|error| blamed_on(error, "subgroup"))?;
    refuse_nesting(&mut tx, &group.id, &inner.id).await?;
    if !store::insert_subgroup(&mut tx, &group.id, &inner.id).await? {
        return Ok(());
    }
    let event = audit::Event::new("groups.add_subgroup", "group", &group.id);
    audit::record(&mut tx, cx, event.after(json!({ "name": group.name, "inside": inner.name }))).await?;
    shorten_later(&mut tx, cx, &inner.id, &[]).await?;
    tx.commit().await?;
    cx.jobs.nudge();
    Ok(())
}

/// Refuses what may not be nested: `groups.circle`, `groups.too_deep` or `groups.too_many_inside`. Whoever asks holds
/// the nesting.
pub(super) async fn refuse_nesting(tx: &mut Tx, outer_id: &str, inner_id: &str) -> Result<()> {
    let (above, is_circle) = store::count_levels_around(tx, outer_id, inner_id).await?;
    if is_circle {
        return Err(CIRCLE.into());
    }
    if above + 1 + store::count_levels_inside(tx, inner_id).await? >= LEVELS_MAX {
        return Err(TOO_DEEP.with("maximum", LEVELS_MAX).into());
    }
    // One that is there already takes no place more.
    let there = store::list_subgroups(tx, outer_id).await?;
    let there = there.iter().filter(|(id, _)| id != inner_id).count();
    if i64::try_from(there).unwrap_or(INSIDE_MAX) >= INSIDE_MAX {
        return Err(TOO_MANY_INSIDE.with("maximum", INSIDE_MAX).into());
    }
    Ok(())
}

/// Takes a group out of another; neither is deleted. Nothing happens if it is not inside.
pub async fn remove_subgroup(cx: &Cx, key: &str, subgroup: &str) -> Result<()> {
    cx.require(Permission::ManageGroups)?;
    let mut tx = cx.db.write().await?;
    let group = find_open(&mut tx, cx, key).await?;
    let inner = find_in(&mut tx, subgroup).await?;
    inner.require_settled()?;
    if !store::delete_subgroup(&mut tx, &group.id, &inner.id).await? {
        return Ok(());
    }
    let event = audit::Event::new("groups.remove_subgroup", "group", &group.id);
    audit::record(&mut tx, cx, event.before(json!({ "name": group.name, "inside": inner.name }))).await?;
    tx.commit().await
}
