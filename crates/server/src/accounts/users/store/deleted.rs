//! SQL of the table `deleted_users`, and of what only a user who is brought back needs in `users`.

use seatwarden_base::{
    Result,
    db::{Engine, Row, Tx},
};

use super::{super::model::DeletedUser, search::Renewed};

const RECORDS_SQLITE: &str =
    "select id, record from deleted_users where id in (select value from json_each($1))";
const RECORDS_POSTGRES: &str = "select id, record from deleted_users \
    where id = any(array(select jsonb_array_elements_text(cast(cast($1 as text) as jsonb))))";
const ENDS_SQLITE: &str =
    "select id, act_id, ends_at_ms from deleted_users where id in (select value from json_each($1))";
const ENDS_POSTGRES: &str = "select id, act_id, ends_at_ms from deleted_users \
    where id = any(array(select jsonb_array_elements_text(cast(cast($1 as text) as jsonb))))";
const SET_ACT_SQLITE: &str =
    "update deleted_users set act_id = $1 where id in (select value from json_each($2))";
const SET_ACT_POSTGRES: &str = "update deleted_users set act_id = $1 \
    where id = any(array(select jsonb_array_elements_text(cast(cast($2 as text) as jsonb))))";

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

/// The records of those of these users (a list in JSON) who are deleted, by id, whether or not their time is over.
pub(in super::super) async fn list_records(tx: &mut Tx, ids: &str) -> Result<Vec<(String, String)>> {
    let text = if tx.engine() == Engine::Sqlite { RECORDS_SQLITE } else { RECORDS_POSTGRES };
    let rows = tx.sql(text).bind(ids).all().await?;
    rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}

/// Of those of these users (a list in JSON) who are deleted: the act that deleted them, if it was one on many, and until
/// when they can be brought back.
pub(in super::super) async fn list_ends(
    tx: &mut Tx,
    ids: &str,
) -> Result<Vec<(String, Option<String>, i64)>> {
    let text = if tx.engine() == Engine::Sqlite { ENDS_SQLITE } else { ENDS_POSTGRES };
    let rows = tx.sql(text).bind(ids).all().await?;
    rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).collect()
}

/// Remembers which act on many deleted these users (a list in JSON).
pub(in super::super) async fn set_act(tx: &mut Tx, act_id: &str, ids: &str) -> Result<()> {
    let text = if tx.engine() == Engine::Sqlite { SET_ACT_SQLITE } else { SET_ACT_POSTGRES };
    tx.sql(text).bind(act_id).bind(ids).run().await?;
    Ok(())
}

/// How many of those whom an act deleted can still be brought back.
pub(in super::super) async fn count_of_act(tx: &mut Tx, act_id: &str, now_ms: i64) -> Result<i64> {
    let row = tx
        .sql("select count(*) from deleted_users where act_id = $1 and ends_at_ms > $2")
        .bind(act_id)
        .bind(now_ms)
        .one()
        .await?;
    row.get(0)
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

/// Ids and search texts after an id, in the order of ids.
pub(in super::super) async fn list_search_texts(
    tx: &mut Tx,
    after_id: &str,
    limit: i64,
) -> Result<Vec<(String, String)>> {
    let rows = tx
        .sql("select id, search_text from deleted_users where id > $1 order by id limit $2")
        .bind(after_id)
        .bind(limit)
        .all()
        .await?;
    rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}

/// Changes search texts.
pub(in super::super) async fn set_search_texts(tx: &mut Tx, texts: Vec<Renewed>) -> Result<()> {
    tx.sql("update deleted_users set search_text = $3 where id = $1 and search_text = $2")
        .each(texts.into_iter().map(Renewed::values).collect())
        .await?;
    Ok(())
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

/// Takes a deleted user out, for good or because they come back; whether they were there.
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
