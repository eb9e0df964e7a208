//! SQL of the table `settings`.

use seatwarden_base::{Result, db::Tx};

/// The JSON under a key.
pub(super) async fn find(tx: &mut Tx, key: &str) -> Result<Option<String>> {
    let row = tx.sql("select value from settings where key = $1").bind(key).first().await?;
    row.map(|row| row.get(0)).transpose()
}

/// Puts JSON under a key.
pub(super) async fn set(tx: &mut Tx, key: &str, value: &str, now_ms: i64) -> Result<()> {
    tx.sql(
        "insert into settings (key, value, updated_at_ms) values ($1, $2, $3) \
         on conflict (key) do update set value = excluded.value, updated_at_ms = excluded.updated_at_ms",
    )
    .bind(key)
    .bind(value)
    .bind(now_ms)
    .run()
    .await?;
    Ok(())
}
