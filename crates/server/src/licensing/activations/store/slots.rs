//! SQL about slots: the table `free_slots`, and who holds none.

use seatwarden_base::{
    Result,
    db::{Tx, Value},
};

/// Until when each server may run that holds no slot now: since a reset, since it was released, or since another machine
/// took its place. The soonest first.
pub(in super::super) async fn list_slotless(
    tx: &mut Tx,
    package_id: &str,
    now_ms: i64,
    limit: i64,
) -> Result<Vec<i64>> {
    let rows = tx
        .sql(
            "select max(a.lease_until_ms) from activations a where a.package_id = $1 and a.slot_no is null \
             and a.lease_until_ms > $2 and (a.over_at_ms is null or a.state = 'released') \
             group by a.server_id union all select e.until_ms from earlier_files e where e.package_id = $1 \
             and e.is_elsewhere and e.until_ms > $2 order by 1 limit $3",
        )
        .bind(package_id)
        .bind(now_ms)
        .bind(limit)
        .all()
        .await?;
    rows.iter().map(|row| row.get(0)).collect()
}

/// The highest number that a slot ever had, and how many slots above the cap are held.
pub(in super::super) async fn count_above(tx: &mut Tx, package_id: &str, cap: i64) -> Result<(i64, i64)> {
    let row = tx
        .sql(
            "select coalesce((select slot_no from activations where package_id = $1 and slot_no is not null \
             order by slot_no desc limit 1), 0), coalesce((select slot_no from free_slots where package_id = $1 \
             order by slot_no desc limit 1), 0), (select count(*) from activations where package_id = $1 \
             and slot_no > $2)",
        )
        .bind(package_id)
        .bind(cap)
        .one()
        .await?;
    let (held, free): (i64, i64) = (row.get(0)?, row.get(1)?);
    Ok((held.max(free), row.get(2)?))
}

/// The lowest numbers, up to the cap, of slots that were held once and are free.
pub(in super::super) async fn list_free(
    tx: &mut Tx,
    package_id: &str,
    cap: i64,
    limit: i64,
) -> Result<Vec<i64>> {
    let rows = tx
        .sql(
            "select slot_no from free_slots where package_id = $1 and slot_no <= $2 order by slot_no limit $3",
        )
        .bind(package_id)
        .bind(cap)
        .bind(limit)
        .all()
        .await?;
    rows.iter().map(|row| row.get(0)).collect()
}

/// Takes numbers out of the free ones.
pub(in super::super) async fn delete_free(tx: &mut Tx, package_id: &str, slots: &[i64]) -> Result<()> {
    let rows = slots.iter().map(|slot| vec![Value::from(package_id), Value::from(*slot)]).collect();
    tx.sql("delete from free_slots where package_id = $1 and slot_no = $2").each(rows).await?;
    Ok(())
}

/// Puts a number to the free ones.
pub(in super::super) async fn insert_free(tx: &mut Tx, package_id: &str, slot_no: i64) -> Result<()> {
    tx.sql(
        "insert into free_slots (package_id, slot_no) values ($1, $2) on conflict (package_id, slot_no) do nothing",
    )
    .bind(package_id)
    .bind(slot_no)
    .run()
    .await?;
    Ok(())
}

/// Frees the slots of all servers of a package that have a network; they run on. Answers how many.
pub(in super::super) async fn set_carried(tx: &mut Tx, package_id: &str) -> Result<u64> {
    tx.sql(
        "insert into free_slots (package_id, slot_no) select package_id, slot_no from activations \
         where package_id = $1 and slot_no is not null and mode = 'online' \
         on conflict (package_id, slot_no) do nothing",
    )
    .bind(package_id)
    .run()
    .await?;
    tx.sql(
        "update activations set state = 'carried', slot_no = null \
         where package_id = $1 and slot_no is not null and mode = 'online'",
    )
    .bind(package_id)
    .run()
    .await
}

/// Takes the slot from a live activation of a package that is locked; where it stands is written next.
pub(in super::super) async fn set_slotless(tx: &mut Tx, id: &str) -> Result<()> {
    tx.sql("update activations set state = 'displaced', slot_no = null where id = $1").bind(id).run().await?;
    Ok(())
}
