//! SQL of the table `rate_limits`.

use seatwarden_base::{Result, db::Tx};

/// When a bucket is full again, in milliseconds since the Unix epoch.
pub(super) async fn find(tx: &mut Tx, key: &str) -> Result<Option<i64>> {
    let row = tx.sql("select full_at_ms from rate_limits where key = $1").bind(key).brief().first().await?;
    row.map(|row| row.get(0)).transpose()
}

/// Takes one try; false if the bucket is empty.
pub(super) async fn set_taken(
    tx: &mut Tx,
    key: &str,
    now_ms: i64,
    interval_ms: i64,
    span_ms: i64,
) -> Result<bool> {
    let row = tx
        .sql(
            "insert into rate_limits (key, full_at_ms) \
             values ($1, cast($2 as bigint) + cast($3 as bigint)) \
             on conflict (key) do update set full_at_ms = cast($3 as bigint) + \
             case when rate_limits.full_at_ms > $2 then rate_limits.full_at_ms else cast($2 as bigint) end \
             where rate_limits.full_at_ms - cast($2 as bigint) + cast($3 as bigint) <= cast($4 as bigint) \
             returning full_at_ms",
        )
        .bind(key)
        .bind(now_ms)
        .bind(interval_ms)
        .bind(span_ms)
        .first()
        .await?;
    Ok(row.is_some())
}

/// Removes buckets that are full again.
pub(super) async fn delete_full(tx: &mut Tx, now_ms: i64) -> Result<u64> {
    tx.sql("delete from rate_limits where full_at_ms < $1").bind(now_ms).run().await
}
