//! SQL of the table `trial_grants`.

use seatwarden_base::{Result, db::Tx};

/// Notes that a grant was used; false if it was before.
pub(super) async fn insert(tx: &mut Tx, id: &str, expires_at_ms: i64) -> Result<bool> {
    let inserted = tx
        .sql("insert into trial_grants (id, expires_at_ms) values ($1, $2) on conflict (id) do nothing")
        .bind(id)
        .bind(expires_at_ms)
        .run()
        .await?;
    Ok(inserted == 1)
}

/// Forgets grants that have run out.
pub(super) async fn delete_ended(tx: &mut Tx, now_ms: i64) -> Result<u64> {
    tx.sql("delete from trial_grants where expires_at_ms < $1").bind(now_ms).run().await
}
