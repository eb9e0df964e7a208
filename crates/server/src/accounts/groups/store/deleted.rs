//! SQL of the tables `deleted_groups` and `deleted_group_members`, and what keeps a group from being deleted.

use seatwarden_base::{
    Error, Result,
    db::{Row, Tx},
};
use serde_json::Value;

use super::super::model::DeletedGroup;
use crate::text::name_key;

fn deleted(row: &Row) -> Result<DeletedGroup> {
    Ok(DeletedGroup {
        id: row.get(0)?,
        name: row.get(1)?,
        members: row.get(2)?,
        deleted_by: row.get(3)?,
        deleted_at_ms: row.get(4)?,
        ends_at_ms: row.get(5)?,
    })
}

/// Whether anything uses a group: it has members, is inside or around another, or something is shared with it. Reads
/// `object_shares`.
pub(in super::super) async fn find_use(tx: &mut Tx, id: &str) -> Result<bool> {
    let row = tx
        .sql(
            "select 1 where exists (select 1 from group_members where group_id = $1) \
             or exists (select 1 from group_subgroups where group_id = $1) \
             or exists (select 1 from group_subgroups where subgroup_id = $1) \
             or exists (select 1 from object_shares where party_id = $1 and party_kind = 'group')",
        )
        .bind(id)
        .first()
        .await?;
    Ok(row.is_some())
}

/// Moves the next members of a group after one, by id, to those of deleted groups: at most `limit`. The last of them; none at
/// the end.
pub(in super::super) async fn move_members(
    tx: &mut Tx,
    group_id: &str,
    after: &str,
    limit: i64,
) -> Result<Option<String>> {
    let row = tx
        .sql(
            "select max(user_id) from (select user_id from group_members where group_id = $1 and user_id > $2 \
             order by user_id limit $3) as next",
        )
        .bind(group_id)
        .bind(after)
        .bind(limit)
        .one()
        .await?;
    let Some(last) = row.get::<Option<String>>(0)? else { return Ok(None) };
    tx.sql(
        "insert into deleted_group_members (group_id, user_id) select group_id, user_id from group_members \
         where group_id = $1 and user_id > $2 and user_id <= $3 on conflict do nothing",
    )
    .bind(group_id)
    .bind(after)
    .bind(last.as_str())
    .run()
    .await?;
    // Not whoever came in between the two.
    tx.sql(
        "delete from group_members where group_id = $1 and user_id > $2 and user_id <= $3 and exists (\
         select 1 from deleted_group_members d where d.group_id = $1 and d.user_id = group_members.user_id)",
    )
    .bind(group_id)
    .bind(after)
    .bind(last.as_str())
    .run()
    .await?;
    Ok(Some(last))
}

/// Keeps the members that a group still has; how many are kept by then.
pub(in super::super) async fn keep_members(tx: &mut Tx, group_id: &str) -> Result<i64> {
    tx.sql(
        "insert into deleted_group_members (group_id, user_id) \
         select group_id, user_id from group_members where group_id = $1 on conflict do nothing",
    )
    .bind(group_id)
    .run()
    .await?;
    let row =
        tx.sql("select count(*) from deleted_group_members where group_id = $1").bind(group_id).one().await?;
    row.get(0)
}

/// Keeps a group that is about to be deleted, with the record to bring it back; its members are kept by then.
pub(in super::super) async fn insert(tx: &mut Tx, group: &DeletedGroup, record: &str) -> Result<()> {
    tx.sql(
        "insert into deleted_groups (id, name, name_key, members, record, deleted_by, deleted_at_ms, ends_at_ms) \
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(group.id.as_str())
    .bind(group.name.as_str())
    .bind(name_key(&group.name))
    .bind(group.members)
    .bind(record)
    .bind(group.deleted_by.as_str())
    .bind(group.deleted_at_ms)
    .bind(group.ends_at_ms)
    .run()
    .await?;
    Ok(())
}

/// Deleted groups before a moment, last deleted first. `pattern` is looked for in their names.
pub(in super::super) async fn list(
    tx: &mut Tx,
    pattern: &str,
    (before_ms, before_id): (i64, &str),
    now_ms: i64,
    limit: i64,
) -> Result<Vec<DeletedGroup>> {
    let rows = tx
        .sql(
            "select id, name, members, deleted_by, deleted_at_ms, ends_at_ms from deleted_groups \
             where (deleted_at_ms, id) < ($1, $2) and ends_at_ms > $3 and name_key like $4 escape '!' \
             order by deleted_at_ms desc, id desc limit $5",
        )
        .bind(before_ms)
        .bind(before_id)
        .bind(now_ms)
        .bind(pattern)
        .bind(limit)
        .all()
        .await?;
    rows.iter().map(deleted).collect()
}

/// A deleted group that can still be brought back.
pub(in super::super) async fn find(tx: &mut Tx, id: &str, now_ms: i64) -> Result<Option<DeletedGroup>> {
    let row = tx
        .sql(
            "select id, name, members, deleted_by, deleted_at_ms, ends_at_ms from deleted_groups \
             where id = $1 and ends_at_ms > $2",
        )
        .bind(id)
        .bind(now_ms)
        .first()
        .await?;
    row.as_ref().map(deleted).transpose()
}

/// Takes a deleted group out: its name and its record; none if somebody was faster, or the time is over. Its members
/// stay for [`insert_members`].
pub(in super::super) async fn delete_record(
    tx: &mut Tx,
    id: &str,
    now_ms: i64,
) -> Result<Option<(String, String)>> {
    let row = tx
        .sql("delete from deleted_groups where id = $1 and ends_at_ms > $2 returning name, record")
        .bind(id)
        .bind(now_ms)
        .first()
        .await?;
    row.map(|row| Ok((row.get(0)?, row.get(1)?))).transpose()
}

/// How many members of a deleted group are kept, up to a maximum.
pub(in super::super) async fn count_members(tx: &mut Tx, id: &str, maximum: i64) -> Result<i64> {
    let row = tx
        .sql("select count(*) from (select 1 from deleted_group_members where group_id = $1 limit $2) as found")
        .bind(id)
        .bind(maximum)
        .one()
        .await?;
    row.get(0)
}

/// Puts the next kept members after one, by id, back into a group, as far as they still are users: at most `limit`. Whoever
/// is deleted comes back with it later. The last of them; none at the end.
pub(in super::super) async fn insert_members(
    tx: &mut Tx,
    id: &str,
    after: &str,
    limit: i64,
) -> Result<Option<String>> {
    let Some(last) = find_step_end(tx, id, after, limit).await? else { return Ok(None) };
    tx.sql(
        "insert into group_members (group_id, user_id) select m.group_id, m.user_id \
         from deleted_group_members m join users u on u.id = m.user_id \
         where m.group_id = $1 and m.user_id > $2 and m.user_id <= $3 on conflict do nothing",
    )
    .bind(id)
    .bind(after)
    .bind(last.as_str())
    .run()
    .await?;
    insert_for_deleted(tx, id, after, &last).await?;
    delete_between(tx, id, after, &last).await?;
    Ok(Some(last))
}

/// Notes a group in the records of those of its kept members who are deleted themselves. Writes `deleted_users`, whose room
/// uses this one.
async fn insert_for_deleted(tx: &mut Tx, id: &str, after: &str, last: &str) -> Result<()> {
    let rows = tx
        .sql(
            "select d.id, d.record from deleted_group_members m join deleted_users d on d.id = m.user_id \
             where m.group_id = $1 and m.user_id > $2 and m.user_id <= $3",
        )
        .bind(id)
        .bind(after)
        .bind(last)
        .all()
        .await?;
    for row in rows {
        let (user_id, record): (String, String) = (row.get(0)?, row.get(1)?);
        let mut record: Value =
            serde_json::from_str(&record).map_err(|cause| Error::fault("reading a deleted user", cause))?;
        let Some(groups) = record["groups"].as_array_mut() else { continue };
        if groups.iter().all(|group| group.as_str() != Some(id)) {
            groups.push(id.into());
            tx.sql("update deleted_users set record = $2 where id = $1")
                .bind(user_id)
                .bind(record.to_string())
                .run()
                .await?;
        }
    }
    Ok(())
}

/// Adds somebody who was a member of a group to those that come back with it, if it is deleted.
pub(in super::super) async fn insert_member(tx: &mut Tx, id: &str, user_id: &str) -> Result<()> {
    let added = tx
        .sql(
            "insert into deleted_group_members (group_id, user_id) select id, cast($2 as text) from deleted_groups \
             where id = $1 on conflict do nothing",
        )
        .bind(id)
        .bind(user_id)
        .run()
        .await?;
    if added == 1 {
        tx.sql("update deleted_groups set members = members + 1 where id = $1").bind(id).run().await?;
    }
    Ok(())
}

/// Forgets the next kept members after one, by id: at most `limit`. The last of them; none at the end.
pub(in super::super) async fn delete_members(
    tx: &mut Tx,
    id: &str,
    after: &str,
    limit: i64,
) -> Result<Option<String>> {
    let last = find_step_end(tx, id, after, limit).await?;
    if let Some(last) = &last {
        delete_between(tx, id, after, last).await?;
    }
    Ok(last)
}

async fn find_step_end(tx: &mut Tx, id: &str, after: &str, limit: i64) -> Result<Option<String>> {
    let row = tx
        .sql(
            "select max(user_id) from (select user_id from deleted_group_members \
             where group_id = $1 and user_id > $2 order by user_id limit $3) as next",
        )
        .bind(id)
        .bind(after)
        .bind(limit)
        .one()
        .await?;
    row.get(0)
}

async fn delete_between(tx: &mut Tx, id: &str, after: &str, last: &str) -> Result<()> {
    tx.sql("delete from deleted_group_members where group_id = $1 and user_id > $2 and user_id <= $3")
        .bind(id)
        .bind(after)
        .bind(last)
        .run()
        .await?;
    Ok(())
}

/// Ids of those that can no longer be brought back.
pub(in super::super) async fn list_ended(tx: &mut Tx, now_ms: i64, limit: i64) -> Result<Vec<String>> {
    let rows = tx
        .sql("select id from deleted_groups where ends_at_ms <= $1 order by ends_at_ms limit $2")
        .bind(now_ms)
        .bind(limit)
        .all()
        .await?;
    rows.iter().map(|row| row.get(0)).collect()
}

/// Removes a deleted group for good, and what was shared with it, once its members are forgotten; false if somebody was
/// faster.
pub(in super::super) async fn delete(tx: &mut Tx, id: &str) -> Result<bool> {
    tx.sql("delete from object_shares where party_id = $1 and party_kind = 'group'").bind(id).run().await?;
    Ok(tx.sql("delete from deleted_groups where id = $1").bind(id).run().await? == 1)
}
