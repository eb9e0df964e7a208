//! SQL of the table `deleted_users`, and of what only a user who is brought back needs in `users`.

use seatwarden_base::{
    Result,
    db::{Row, Tx},
};

use super::super::model::DeletedUser;

fn deleted(row: &Row) -> Result<DeletedUser> {
    Ok(DeletedUser {
        id: row.get(0)?,
        email: row.get(1)?,
        user_name: row.get(2)?,
        display_name: row.get(3)?,
        deleted_by: row.get(4)?,
        deleted_at_ms: row.get(5)?,
        ends_at_ms: row.get(6)?,
    })
}

/// Keeps a user who is being deleted, with the record to bring them back.
pub(in super::super) async fn insert(
    tx: &mut Tx,
    user: &DeletedUser,
    search_text: &str,
    record: &str,
) -> Result<()> {
    tx.sql(
        "insert into deleted_users (id, email, user_name, display_name, search_text, record, deleted_by, \
         deleted_at_ms, ends_at_ms) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    )
    .bind(user.id.as_str())
    .bind(user.email.as_str())
    .bind(user.user_name.as_str())
    .bind(user.display_name.as_str())
    .bind(search_text)
    .bind(record)
    .bind(user.deleted_by.as_str())
    .bind(user.deleted_at_ms)
    .bind(user.ends_at_ms)
    .run()
    .await?;
    Ok(())
}

/// A deleted user who can still be brought back.
pub(in super::super) async fn find(tx: &mut Tx, id: &str, now_ms: i64) -> Result<Option<DeletedUser>> {
    let row = tx
        .sql(
            "select id, email, user_name, display_name, deleted_by, deleted_at_ms, ends_at_ms from deleted_users \
             where id = $1 and ends_at_ms > $2",
        )
        .bind(id)
        .bind(now_ms)
        .first()
        .await?;
    row.as_ref().map(deleted).transpose()
}

/// The record of a deleted user who can still be brought back.
pub(in super::super) async fn find_record(tx: &mut Tx, id: &str, now_ms: i64) -> Result<Option<String>> {
    let row = tx
        .sql("select record from deleted_users where id = $1 and ends_at_ms > $2")
        .bind(id)
        .bind(now_ms)
        .first()
        .await?;
    row.map(|row| row.get(0)).transpose()
}

/// Takes the record of a deleted user out; none if somebody was faster, or the time is over.
pub(in super::super) async fn delete_record(tx: &mut Tx, id: &str, now_ms: i64) -> Result<Option<String>> {
    let row = tx
        .sql("delete from deleted_users where id = $1 and ends_at_ms > $2 returning record")
        .bind(id)
        .bind(now_ms)
        .first()
        .await?;
    row.map(|row| row.get(0)).transpose()
}

/// Deleted users before a moment, last deleted first. `pattern` is looked for in names and address.
pub(in super::super) async fn list(
    tx: &mut Tx,
    pattern: &str,
    (before_ms, before_id): (i64, &str),
    now_ms: i64,
    limit: i64,
) -> Result<Vec<DeletedUser>> {
    let rows = tx
        .sql(
            "select id, email, user_name, display_name, deleted_by, deleted_at_ms, ends_at_ms from deleted_users \
             where (deleted_at_ms, id) < ($1, $2) and ends_at_ms > $3 \
             and search_text like $4 escape '!' \
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

/// Ids of those who can no longer be brought back.
pub(in super::super) async fn list_ended(tx: &mut Tx, now_ms: i64, limit: i64) -> Result<Vec<String>> {
    let rows = tx
        .sql("select id from deleted_users where ends_at_ms <= $1 order by ends_at_ms limit $2")
        .bind(now_ms)
        .bind(limit)
        .all()
        .await?;
    rows.iter().map(|row| row.get(0)).collect()
}

/// Removes a deleted user for good.
pub(in super::super) async fn delete(tx: &mut Tx, id: &str) -> Result<bool> {
    Ok(tx.sql("delete from deleted_users where id = $1").bind(id).run().await? == 1)
}

/// Remembers of a user who is brought back when they were last here.
pub(in super::super) async fn set_past(
    tx: &mut Tx,
    id: &str,
    last_login_at_ms: Option<i64>,
    last_activity_at_ms: Option<i64>,
    now_ms: i64,
) -> Result<()> {
    tx.sql(
        "update users set last_login_at_ms = $2, last_activity_at_ms = $3, updated_at_ms = $4 where id = $1",
    )
    .bind(id)
    .bind(last_login_at_ms)
    .bind(last_activity_at_ms)
    .bind(now_ms)
    .run()
    .await?;
    Ok(())
}
