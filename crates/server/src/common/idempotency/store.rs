//! SQL of the table `idempotency_keys`.

use seatwarden_base::{Result, db::Tx};

use super::model::Run;

/// What is known of a key.
pub(super) struct Found {
    pub(super) request_hash: String,
    pub(super) status: Option<i64>,
    pub(super) sealed: Option<String>,
    pub(super) started_at_ms: i64,
}

/// The living key of a user.
pub(super) async fn find(tx: &mut Tx, run: &Run, now_ms: i64) -> Result<Option<Found>> {
    let row = tx
        .sql(
            "select request_hash, status, sealed, started_at_ms from idempotency_keys \
             where user_id = $1 and key_hash = $2 and expires_at_ms > $3",
        )
        .bind(run.user_id.as_str())
        .bind(run.key_hash.as_str())
        .bind(now_ms)
        .first()
        .await?;
    row.map(|row| {
        Ok(Found {
            request_hash: row.get(0)?,
            status: row.get(1)?,
            sealed: row.get(2)?,
            started_at_ms: row.get(3)?,
        })
    })
    .transpose()
}

/// How many living keys a user has.
pub(super) async fn count_of_user(tx: &mut Tx, user_id: &str, now_ms: i64) -> Result<i64> {
    tx.sql("select count(*) from idempotency_keys where user_id = $1 and expires_at_ms > $2")
        .bind(user_id)
        .bind(now_ms)
        .one()
        .await?
        .get(0)
}

/// Begins a run under a key that nobody used, that is over, or whose run began before `dead_before_ms` and came to
/// nothing. Returns whether it was so: of several who try at the same moment one begins.
pub(super) async fn insert(
    tx: &mut Tx,
    run: &Run,
    request_hash: &str,
    (now_ms, expires_at_ms, dead_before_ms): (i64, i64, i64),
) -> Result<bool> {
    let written = tx
        .sql(
            "insert into idempotency_keys (user_id, key_hash, request_hash, run, started_at_ms, expires_at_ms) \
             values ($1, $2, $3, $4, $5, $6) on conflict (user_id, key_hash) do update set \
             request_hash = excluded.request_hash, run = excluded.run, acted = false, status = null, \
             sealed = null, started_at_ms = excluded.started_at_ms, expires_at_ms = excluded.expires_at_ms \
             where idempotency_keys.expires_at_ms <= $5 or (idempotency_keys.status is null \
             and not idempotency_keys.acted and idempotency_keys.started_at_ms < $7 \
             and idempotency_keys.request_hash = excluded.request_hash)",
        )
        .bind(run.user_id.as_str())
        .bind(run.key_hash.as_str())
        .bind(request_hash)
        .bind(run.id.as_str())
        .bind(now_ms)
        .bind(expires_at_ms)
        .bind(dead_before_ms)
        .run()
        .await?;
    Ok(written == 1)
}

/// Remembers that the act of a run is about to be committed. False if another run took the key over meanwhile.
pub(super) async fn set_acted(tx: &mut Tx, run: &Run) -> Result<bool> {
    let changed = tx
        .sql("update idempotency_keys set acted = true where user_id = $1 and key_hash = $2 and run = $3")
        .bind(run.user_id.as_str())
        .bind(run.key_hash.as_str())
        .bind(run.id.as_str())
        .run()
        .await?;
    Ok(changed == 1)
}

/// Keeps the answer of a run.
pub(super) async fn set_answer(tx: &mut Tx, run: &Run, status: i64, sealed: Option<&str>) -> Result<()> {
    tx.sql(
        "update idempotency_keys set status = $4, sealed = $5 \
         where user_id = $1 and key_hash = $2 and run = $3",
    )
    .bind(run.user_id.as_str())
    .bind(run.key_hash.as_str())
    .bind(run.id.as_str())
    .bind(status)
    .bind(sealed)
    .run()
    .await?;
    Ok(())
}

/// Forgets a run that changed nothing.
pub(super) async fn delete_unless_acted(tx: &mut Tx, run: &Run) -> Result<()> {
    tx.sql("delete from idempotency_keys where user_id = $1 and key_hash = $2 and run = $3 and not acted")
        .bind(run.user_id.as_str())
        .bind(run.key_hash.as_str())
        .bind(run.id.as_str())
        .run()
        .await?;
    Ok(())
}

/// Removes keys that are over.
pub(super) async fn delete_over(tx: &mut Tx, now_ms: i64) -> Result<u64> {
    tx.sql("delete from idempotency_keys where expires_at_ms <= $1").bind(now_ms).run().await
}
