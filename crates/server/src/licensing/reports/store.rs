//! SQL of the reports: reads `activations`, `servers`, `packages` and `organisations`.

use seatwarden_base::{Result, db::Tx};

/// How many servers began to count from one moment on, before another.
pub(super) async fn count_activations(tx: &mut Tx, from_ms: i64, to_ms: i64) -> Result<i64> {
    tx.sql("select count(*) from activations where charged_at_ms >= $1 and charged_at_ms < $2")
        .bind(from_ms)
        .bind(to_ms)
        .one()
        .await?
        .get(0)
}

/// How many slots each package has given, by the package's id; those that gave one at least.
pub(super) async fn list_used(tx: &mut Tx) -> Result<Vec<(String, i64)>> {
    let rows = tx
        .sql("select package_id, count(*) from activations where slot_no is not null group by package_id")
        .all()
        .await?;
    rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}

/// The names of all customers, by id.
pub(super) async fn list_names(tx: &mut Tx) -> Result<Vec<(String, String)>> {
    let rows = tx.sql("select id, name from organisations").all().await?;
    rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}

/// A server that counts although its lease has ended.
pub(super) struct Lapsed {
    pub(super) server: String,
    pub(super) package: String,
    pub(super) organisation: String,
    pub(super) last_seen_at_ms: i64,
    pub(super) lease_until_ms: i64,
    pub(super) activated_by: String,
}

/// Servers with a network that count although their lease ended before this moment, the longest ended first.
pub(super) async fn list_lapsed(tx: &mut Tx, now_ms: i64, limit: i64) -> Result<Vec<Lapsed>> {
    let rows = tx
        .sql(
            "select s.name, p.code, o.name, s.last_seen_at_ms, a.lease_until_ms, a.user_name from activations a \
             join servers s on s.id = a.server_id join packages p on p.id = a.package_id \
             join organisations o on o.id = p.organisation_id \
             where a.slot_no is not null and a.lease_until_ms < $1 and a.mode = 'online' \
             order by a.lease_until_ms, a.id limit $2",
        )
        .bind(now_ms)
        .bind(limit)
        .all()
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Lapsed {
                server: row.get(0)?,
                package: row.get(1)?,
                organisation: row.get(2)?,
                last_seen_at_ms: row.get(3)?,
                lease_until_ms: row.get(4)?,
                activated_by: row.get(5)?,
            })
        })
        .collect()
}
