//! SQL of the table `expiry_notices`.

use seatwarden_base::{Result, db::Tx};

/// Notes that a mail is sent; false if it was before.
pub(super) async fn insert(
    tx: &mut Tx,
    package_id: &str,
    ends_at_ms: i64,
    days: i64,
    now_ms: i64,
) -> Result<bool> {
    let inserted = tx
        .sql(
            "insert into expiry_notices (package_id, ends_at_ms, days, sent_at_ms) values ($1, $2, $3, $4) \
             on conflict (package_id, ends_at_ms, days) do nothing",
        )
        .bind(package_id)
        .bind(ends_at_ms)
        .bind(days)
        .bind(now_ms)
        .run()
        .await?;
    Ok(inserted == 1)
}
