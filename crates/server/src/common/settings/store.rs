//! SQL of the table `settings`.

use seatwarden_base::{Result, db::Tx};

/// The JSON under a key, and its version.
pub(super) async fn find(tx: &mut Tx, key: &str) -> Result<Option<(String, i64)>> {
    let row = tx.sql("select value, version from settings where key = $1").bind(key).brief().first().await?;
    row.map(|row| Ok((row.get(0)?, row.get(1)?))).transpose()
}

/// Holds the row of a key until the transaction ends. If nothing is there yet, `usual` stands there with version 0.
pub(super) async fn hold(tx: &mut Tx, key: &str, usual: &str, now_ms: i64) -> Result<()> {
    tx.sql(
        "insert into settings (key, value, updated_at_ms, version) values ($1, $2, $3, 0) \
         on conflict (key) do update set version = settings.version",
    )
    .bind(key)
    .bind(usual)
    .bind(now_ms)
    .run()
    .await?;
    Ok(())
}

/// Puts JSON under a key.
pub(super) async fn set(tx: &mut Tx, key: &str, value: &str, now_ms: i64) -> Result<()> {
    tx.sql(
        "insert into settings (key, value, updated_at_ms) values ($1, $2, $3) \
         on conflict (key) do update set value = excluded.value, updated_at_ms = excluded.updated_at_ms, \
         version = settings.version + 1",
    )
    .bind(key)
    .bind(value)
    .bind(now_ms)
    .run()
    .await?;
    Ok(())
}

/// Puts JSON under a key whose version is this one, 0 if nothing is there yet. Returns whether it was.
pub(super) async fn set_if(tx: &mut Tx, key: &str, value: &str, version: i64, now_ms: i64) -> Result<bool> {
    let written = tx
        .sql(
            "insert into settings (key, value, updated_at_ms) values ($1, $2, $3) \
             on conflict (key) do update set value = excluded.value, updated_at_ms = excluded.updated_at_ms, \
             version = settings.version + 1 where settings.version = $4",
        )
        .bind(key)
        .bind(value)
        .bind(now_ms)
        .bind(version)
        .run()
        .await?;
    Ok(written == 1)
}
