//! SQL of the table `recovery_codes`.

use seatwarden_base::{Result, db::Tx};

/// How many codes of a user are still unused.
pub(super) async fn count_left(tx: &mut Tx, user_id: &str) -> Result<i64> {
    tx.sql("select count(*) from recovery_codes where user_id = $1 and used_at_ms is null")
        .bind(user_id)
        .one()
        .await?
        .get(0)
}

/// Removes the whole set of a user; returns how many codes it had.
pub(super) async fn delete_of(tx: &mut Tx, user_id: &str) -> Result<u64> {
    tx.sql("delete from recovery_codes where user_id = $1").bind(user_id).run().await
}

/// Adds a code.
pub(super) async fn insert(tx: &mut Tx, user_id: &str, code_hash: &[u8], now_ms: i64) -> Result<()> {
    tx.sql("insert into recovery_codes (code_hash, user_id, created_at_ms) values ($1, $2, $3)")
        .bind(code_hash)
        .bind(user_id)
        .bind(now_ms)
        .run()
        .await?;
    Ok(())
}

/// Whose unused code this is.
pub(super) async fn find_user_id(tx: &mut Tx, code_hash: &[u8]) -> Result<Option<String>> {
    let row = tx
        .sql("select user_id from recovery_codes where code_hash = $1 and used_at_ms is null")
        .bind(code_hash)
        .first()
        .await?;
    row.map(|row| row.get(0)).transpose()
}

/// Uses a code up; false if somebody was faster.
pub(super) async fn set_used(tx: &mut Tx, code_hash: &[u8], now_ms: i64) -> Result<bool> {
    let changed = tx
        .sql("update recovery_codes set used_at_ms = $2 where code_hash = $1 and used_at_ms is null")
        .bind(code_hash)
        .bind(now_ms)
        .run()
        .await?;
    Ok(changed == 1)
}
