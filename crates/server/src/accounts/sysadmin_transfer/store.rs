//! SQL of the table `sysadmin_offers`.

use seatwarden_base::{
    Result,
    db::{Row, Tx},
};

use super::model::Offer;

fn offer(row: &Row) -> Result<Offer> {
    Ok(Offer { from_user_id: row.get(0)?, to_user_id: row.get(1)?, expires_at_ms: row.get(2)? })
}

/// The open offer, if there is one.
pub(super) async fn find(tx: &mut Tx, now_ms: i64) -> Result<Option<Offer>> {
    let row = tx
        .sql("select from_user_id, to_user_id, expires_at_ms from sysadmin_offers where slot = 1 and expires_at_ms > $1")
        .bind(now_ms)
        .first()
        .await?;
    row.as_ref().map(offer).transpose()
}

/// Opens an offer; false if another one is open.
pub(super) async fn insert(tx: &mut Tx, id: &str, offer: &Offer, now_ms: i64) -> Result<bool> {
    let added = tx
        .sql(
            "insert into sysadmin_offers (slot, id, from_user_id, to_user_id, created_at_ms, expires_at_ms) \
             values (1, $1, $2, $3, $4, $5) on conflict (slot) do update set id = excluded.id, \
             from_user_id = excluded.from_user_id, to_user_id = excluded.to_user_id, \
             created_at_ms = excluded.created_at_ms, expires_at_ms = excluded.expires_at_ms \
             where sysadmin_offers.expires_at_ms <= $4",
        )
        .bind(id)
        .bind(offer.from_user_id.as_str())
        .bind(offer.to_user_id.as_str())
        .bind(now_ms)
        .bind(offer.expires_at_ms)
        .run()
        .await?;
    Ok(added == 1)
}

/// Takes the open offer that this user made or got; none if somebody was faster, or it has run out.
pub(super) async fn delete_of(tx: &mut Tx, user_id: &str, now_ms: i64) -> Result<Option<Offer>> {
    let row = tx
        .sql(
            "delete from sysadmin_offers where slot = 1 and expires_at_ms > $2 \
             and (from_user_id = $1 or to_user_id = $1) returning from_user_id, to_user_id, expires_at_ms",
        )
        .bind(user_id)
        .bind(now_ms)
        .first()
        .await?;
    row.as_ref().map(offer).transpose()
}

/// Ends whatever offer there is.
pub(super) async fn delete(tx: &mut Tx) -> Result<()> {
    tx.sql("delete from sysadmin_offers where slot = 1").run().await?;
    Ok(())
}
