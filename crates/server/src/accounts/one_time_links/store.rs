//! SQL of the table `one_time_links`.

use seatwarden_base::{
    Result,
    db::{Engine, Row, Tx},
};

use super::model::{CODE_TRIES_MAX, Link, NOT_VALID, Purpose};

const HOLD_USER_POSTGRES: &str = "select id from users where id = $1 for update";

/// Lets nobody else change this user, or add something that names them, until the transaction ends. On SQLite the one
/// writer is enough.
pub(super) async fn hold_user(tx: &mut Tx, user_id: &str) -> Result<()> {
    if tx.engine() == Engine::Postgres {
        tx.sql(HOLD_USER_POSTGRES).bind(user_id).first().await?;
    }
    Ok(())
}

/// A link to be stored; hashes only.
pub(super) struct NewLink<'a> {
    pub(super) id: &'a str,
    pub(super) purpose: Purpose,
    pub(super) user_id: &'a str,
    pub(super) token_hash: &'a [u8],
    pub(super) code_hash: Option<&'a [u8]>,
    pub(super) code_expires_at_ms: Option<i64>,
    pub(super) request_hash: Option<&'a [u8]>,
    pub(super) payload: &'a str,
    pub(super) now_ms: i64,
    pub(super) expires_at_ms: i64,
}

/// Adds a link.
pub(super) async fn insert(tx: &mut Tx, link: &NewLink<'_>) -> Result<()> {
    tx.sql(
        "insert into one_time_links (id, purpose, user_id, token_hash, code_hash, code_expires_at_ms, \
         request_hash, payload, created_at_ms, expires_at_ms) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    )
    .bind(link.id)
    .bind(link.purpose.word())
    .bind(link.user_id)
    .bind(link.token_hash)
    .bind(link.code_hash)
    .bind(link.code_expires_at_ms)
    .bind(link.request_hash)
    .bind(link.payload)
    .bind(link.now_ms)
    .bind(link.expires_at_ms)
    .run()
    .await?;
    Ok(())
}

/// The unused, living link of a token.
pub(super) async fn find(tx: &mut Tx, token_hash: &[u8], now_ms: i64) -> Result<Option<Link>> {
    let row = tx
        .sql(
            "select id, purpose, user_id, payload, expires_at_ms from one_time_links \
             where token_hash = $1 and used_at_ms is null and expires_at_ms > $2",
        )
        .bind(token_hash)
        .bind(now_ms)
        .first()
        .await?;
    row.as_ref().map(link).transpose()
}

/// When the last unused, living link of a purpose of a user ends.
pub(super) async fn find_open_until(
    tx: &mut Tx,
    user_id: &str,
    purpose: Purpose,
    now_ms: i64,
) -> Result<Option<i64>> {
    tx.sql(
        "select max(expires_at_ms) from one_time_links where user_id = $1 and purpose = $2 and used_at_ms is null \
         and expires_at_ms > $3",
    )
    .bind(user_id)
    .bind(purpose.word())
    .bind(now_ms)
    .one()
    .await?
    .get(0)
}

/// Takes one try at the code of what this browser asked for: the link, its code's hash. None if there
/// is nothing left to try.
pub(super) async fn set_tried(
    tx: &mut Tx,
    request_hash: &[u8],
    now_ms: i64,
) -> Result<Option<(Link, Vec<u8>)>> {
    let row = tx
        .sql(
            "update one_time_links set code_tries = code_tries + 1 where request_hash = $1 \
             and used_at_ms is null and expires_at_ms > $2 and code_expires_at_ms > $2 and code_tries < $3 \
             returning id, purpose, user_id, payload, expires_at_ms, code_hash",
        )
        .bind(request_hash)
        .bind(now_ms)
        .bind(CODE_TRIES_MAX)
        .first()
        .await?;
    row.map(|row| Ok((link(&row)?, row.get(5)?))).transpose()
}

/// Uses a link up; false if somebody was faster.
pub(super) async fn set_used(tx: &mut Tx, id: &str, now_ms: i64) -> Result<bool> {
    let changed = tx
        .sql("update one_time_links set used_at_ms = $2 where id = $1 and used_at_ms is null and expires_at_ms > $2")
        .bind(id)
        .bind(now_ms)
        .run()
        .await?;
    Ok(changed == 1)
}

/// Ends the unused links of one purpose of a user.
pub(super) async fn delete_of(tx: &mut Tx, user_id: &str, purpose: Purpose) -> Result<()> {
    tx.sql("delete from one_time_links where user_id = $1 and purpose = $2 and used_at_ms is null")
        .bind(user_id)
        .bind(purpose.word())
        .run()
        .await?;
    Ok(())
}

/// Ends every unused link of a user but those that undo a change of address.
pub(super) async fn delete_of_user(tx: &mut Tx, user_id: &str) -> Result<()> {
    tx.sql(
        "delete from one_time_links where user_id = $1 and used_at_ms is null and purpose <> 'email_undo'",
    )
    .bind(user_id)
    .run()
    .await?;
    Ok(())
}

/// Ends the unused links of a user that undo a change of address and end after this moment.
pub(super) async fn delete_undo_after(tx: &mut Tx, user_id: &str, expires_at_ms: i64) -> Result<()> {
    tx.sql(
        "delete from one_time_links where user_id = $1 and used_at_ms is null and purpose = 'email_undo' \
         and expires_at_ms > $2",
    )
    .bind(user_id)
    .bind(expires_at_ms)
    .run()
    .await?;
    Ok(())
}

/// Removes links that ended before.
pub(super) async fn delete_ended(tx: &mut Tx, before_ms: i64) -> Result<u64> {
    tx.sql("delete from one_time_links where expires_at_ms < $1").bind(before_ms).run().await
}

fn link(row: &Row) -> Result<Link> {
    let purpose: String = row.get(1)?;
    Ok(Link {
        id: row.get(0)?,
        purpose: Purpose::of_word(&purpose).ok_or(NOT_VALID)?,
        user_id: row.get(2)?,
        payload: row.get(3)?,
        expires_at_ms: row.get(4)?,
    })
}
