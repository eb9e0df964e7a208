//! SQL of the tables `servers`, `server_parts` and `activations`; slots are in `store/slots.rs`, the rest in
//! `store/papers.rs` and `store/earlier.rs`.

mod earlier;
mod papers;
mod slots;

use seatwarden_base::{
    Result,
    db::{Row, Tx, Value},
};

pub(super) use earlier::{
    Earlier, delete_earlier, delete_ended_earlier, find_earlier, find_elsewhere, forgive_elsewhere,
    insert_earlier, list_earlier, list_elsewhere, move_earlier, set_here,
};
pub use papers::Voucher;
pub(super) use papers::{
    Event, Paper, count_codes, count_events, delete_old_codes, delete_waiting_codes, find_code, find_paper,
    find_receipt, find_voucher, has_ended_since, insert_code, insert_event, insert_paper, list_vouchers,
    set_code_unused, set_code_used, set_voucher,
};
pub(super) use slots::{
    count_above, delete_free, insert_free, list_free, list_slotless, set_carried, set_slotless,
};

use super::model::{Mode, ServerState, ServerView};

macro_rules! servers {
    ($which:literal) => {
        concat!(
            "select s.id, s.package_id, s.name, s.device_key, s.version, s.first_seen_at_ms, s.last_seen_at_ms, \
             s.last_ip, s.cloned_at_ms, s.parts, s.salt, a.id, a.user_id, a.user_name, a.mode, a.state, a.slot_no, \
             a.epoch, a.charged_at_ms, a.lease_until_ms, a.counter, a.last_request, a.file_id from servers s ",
            $which
        )
    };
}

fn read(row: &Row) -> Result<ServerView> {
    let (mode, state): (String, String) = (row.get(14)?, row.get(15)?);
    Ok(ServerView {
        id: row.get(0)?,
        package_id: row.get(1)?,
        name: row.get(2)?,
        device_key: row.get(3)?,
        version: row.get(4)?,
        first_seen_at_ms: row.get(5)?,
        last_seen_at_ms: row.get(6)?,
        last_ip: row.get(7)?,
        cloned_at_ms: row.get(8)?,
        parts: row.get(9)?,
        salt: row.get(10)?,
        activation_id: row.get(11)?,
        user_id: row.get(12)?,
        user_name: row.get(13)?,
        mode: Mode::of_word(&mode),
        state: ServerState::of_word(&state),
        slot_no: row.get(16)?,
        epoch: row.get(17)?,
        charged_at_ms: row.get(18)?,
        lease_until_ms: row.get(19)?,
        counter: row.get(20)?,
        last_request: row.get(21)?,
        file_id: row.get(22)?,
    })
}

/// A server that was seen before, and what it holds now if it holds anything.
pub(super) struct Known {
    pub(super) server_id: String,
    pub(super) live: Option<ServerView>,
}

fn read_known(row: &Row) -> Result<Known> {
    let live = if row.get::<Option<String>>(11)?.is_some() { Some(read(row)?) } else { None };
    Ok(Known { server_id: row.get(0)?, live })
}

fn read_all_known(rows: &[Option<Row>]) -> Result<Vec<Option<Known>>> {
    rows.iter().map(|row| row.as_ref().map(read_known).transpose()).collect()
}

/// The servers of a package with these keys, in their order.
pub(super) async fn find_known(
    tx: &mut Tx,
    package_id: &str,
    device_keys: &[&str],
) -> Result<Vec<Option<Known>>> {
    let rows = device_keys.iter().map(|key| vec![Value::from(*key), package_id.into()]).collect();
    let found = tx
        .sql(servers!(
            "left join activations a on a.server_id = s.id and a.over_at_ms is null \
             where s.device_key = $1 and s.package_id = $2"
        ))
        .first_of_each(rows)
        .await?;
    read_all_known(&found)
}

/// The servers of a package that share enough of their parts (at most six) with these machines to be the same, in
/// their order.
pub(super) async fn find_same_machines(
    tx: &mut Tx,
    package_id: &str,
    machines: &[&[String]],
) -> Result<Vec<Option<Known>>> {
    let rows = machines.iter().map(|parts| {
        let part = |at: usize| Value::from(parts.get(at).map_or("", String::as_str));
        std::iter::once(package_id.into()).chain((0..6).map(part)).collect()
    });
    let found = tx
        .sql(servers!(
            "left join activations a on a.server_id = s.id and a.over_at_ms is null where s.id = \
             (select p.server_id from server_parts p join servers o on o.id = p.server_id \
             where p.package_id = $1 and p.part in ($2, $3, $4, $5, $6, $7) \
             group by p.server_id, o.needed having count(*) >= o.needed order by count(*) desc, p.server_id limit 1)"
        ))
        .first_of_each(rows.collect())
        .await?;
    read_all_known(&found)
}

/// What servers with this key hold, in every package.
pub(super) async fn list_by_key(tx: &mut Tx, device_key: &str, limit: i64) -> Result<Vec<ServerView>> {
    let rows = tx
        .sql(servers!(
            "join activations a on a.server_id = s.id and a.over_at_ms is null where s.device_key = $1 \
             order by s.package_id limit $2"
        ))
        .brief()
        .bind(device_key)
        .bind(limit)
        .all()
        .await?;
    rows.iter().map(read).collect()
}

/// What the server with this license file holds.
pub(super) async fn find_by_file(tx: &mut Tx, file_id: &str) -> Result<Option<ServerView>> {
    let row = tx
        .sql(servers!(
            "join activations a on a.server_id = s.id where a.file_id = $1 and a.over_at_ms is null \
             order by a.id limit 1"
        ))
        .brief()
        .bind(file_id)
        .first()
        .await?;
    row.as_ref().map(read).transpose()
}

/// What a server of a package holds.
pub(super) async fn find(tx: &mut Tx, package_id: &str, server_id: &str) -> Result<Option<ServerView>> {
    let row = tx
        .sql(servers!(
            "join activations a on a.server_id = s.id and a.over_at_ms is null \
             where s.id = $1 and s.package_id = $2"
        ))
        .bind(server_id)
        .bind(package_id)
        .first()
        .await?;
    row.as_ref().map(read).transpose()
}

/// What an activation is, over or not.
pub(super) async fn find_activation(tx: &mut Tx, id: &str) -> Result<Option<ServerView>> {
    let row =
        tx.sql(servers!("join activations a on a.server_id = s.id where a.id = $1")).bind(id).first().await?;
    row.as_ref().map(read).transpose()
}

/// The servers of a package that hold something, by the age of their activation, from the one after this on.
pub(super) async fn list(tx: &mut Tx, package_id: &str, after: &str, limit: i64) -> Result<Vec<ServerView>> {
    let rows = tx
        .sql(servers!(
            "join activations a on a.server_id = s.id where a.package_id = $1 and a.over_at_ms is null \
             and a.id > $2 order by a.id limit $3"
        ))
        .bind(package_id)
        .bind(after)
        .bind(limit)
        .all()
        .await?;
    rows.iter().map(read).collect()
}

/// The servers of a package that were released and may run still, in the same order.
pub(super) async fn list_released(
    tx: &mut Tx,
    package_id: &str,
    now_ms: i64,
    after: &str,
    limit: i64,
) -> Result<Vec<ServerView>> {
    let rows = tx
        .sql(servers!(
            "join activations a on a.server_id = s.id where a.package_id = $1 and a.slot_no is null \
             and a.lease_until_ms > $2 and a.state = 'released' and a.id > $3 order by a.id limit $4"
        ))
        .bind(package_id)
        .bind(now_ms)
        .bind(after)
        .bind(limit)
        .all()
        .await?;
    rows.iter().map(read).collect()
}

/// The holders of slots that are free soonest.
pub(super) async fn list_holders(tx: &mut Tx, package_id: &str, limit: i64) -> Result<Vec<ServerView>> {
    let rows = tx
        .sql(servers!(
            "join activations a on a.server_id = s.id where a.package_id = $1 and a.slot_no is not null \
             order by a.lease_until_ms limit $2"
        ))
        .bind(package_id)
        .bind(limit)
        .all()
        .await?;
    rows.iter().map(read).collect()
}

/// How many slots are held, how many of them without a network, and how many are held by servers that have one and may
/// run now.
pub(super) async fn count(tx: &mut Tx, package_id: &str, now_ms: i64) -> Result<(i64, i64, i64)> {
    let row = tx
        .sql(
            "select (select count(*) from activations where package_id = $1 and slot_no is not null), \
             (select count(*) from activations where package_id = $1 and slot_no is not null \
             and mode <> 'online'), (select count(*) from activations where package_id = $1 \
             and slot_no is not null and mode = 'online' and lease_until_ms > $2)",
        )
        .bind(package_id)
        .bind(now_ms)
        .one()
        .await?;
    Ok((row.get(0)?, row.get(1)?, row.get(2)?))
}

/// How many servers hold an activation, and how many of them hold or want a slot: they may run, or have no network.
pub(super) async fn count_servers(tx: &mut Tx, package_id: &str, now_ms: i64) -> Result<(i64, i64)> {
    let row = tx
        .sql(
            "select count(*), coalesce(sum(case when lease_until_ms > $2 or (slot_no is not null \
             and mode <> 'online') then 1 else 0 end), 0) from activations \
             where package_id = $1 and over_at_ms is null",
        )
        .bind(package_id)
        .bind(now_ms)
        .one()
        .await?;
    Ok((row.get(0)?, row.get(1)?))
}

/// Slots whose lease or file has ended: id of the activation, of the server, and the number.
pub(super) async fn list_lapsed(
    tx: &mut Tx,
    package_id: &str,
    before_ms: i64,
    limit: i64,
) -> Result<Vec<(String, String, i64)>> {
    let rows = tx
        .sql(
            "select id, server_id, slot_no from activations where package_id = $1 and slot_no is not null \
             and lease_until_ms <= $2 order by lease_until_ms limit $3",
        )
        .bind(package_id)
        .bind(before_ms)
        .bind(limit)
        .all()
        .await?;
    rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).collect()
}

/// Ends an activation whose lease or file has ended before this time; false if it was renewed meanwhile.
pub(super) async fn set_expired(tx: &mut Tx, id: &str, before_ms: i64, now_ms: i64) -> Result<bool> {
    let changed = tx
        .sql(
            "update activations set state = 'expired', slot_no = null, over_at_ms = $3 \
             where id = $1 and over_at_ms is null and lease_until_ms <= $2",
        )
        .bind(id)
        .bind(before_ms)
        .bind(now_ms)
        .run()
        .await?;
    Ok(changed == 1)
}

/// Packages with something that ended before this time: for the cleaning.
pub(super) async fn list_packages_to_sweep(tx: &mut Tx, before_ms: i64, limit: i64) -> Result<Vec<String>> {
    let rows = tx
        .sql(
            "select distinct package_id from activations where over_at_ms is null and lease_until_ms <= $1 \
             order by package_id limit $2",
        )
        .bind(before_ms)
        .bind(limit)
        .all()
        .await?;
    rows.iter().map(|row| row.get(0)).collect()
}

/// Live activations of a package, slot or not, that ended before this time.
pub(super) async fn list_over(
    tx: &mut Tx,
    package_id: &str,
    before_ms: i64,
    limit: i64,
) -> Result<Vec<(String, Option<i64>)>> {
    let rows = tx
        .sql(
            "select id, slot_no from activations where package_id = $1 and over_at_ms is null \
             and lease_until_ms <= $2 order by id limit $3",
        )
        .bind(package_id)
        .bind(before_ms)
        .bind(limit)
        .all()
        .await?;
    rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}

/// Adds servers; each with what stands in its columns.
pub(super) async fn insert_servers(tx: &mut Tx, rows: Vec<Vec<Value>>) -> Result<()> {
    tx.sql(
        "insert into servers (id, package_id, name, device_key, parts, needed, salt, version, first_seen_at_ms, \
         last_seen_at_ms, last_ip) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
    )
    .each(rows)
    .await?;
    Ok(())
}

/// Adds parts of fingerprints: package, part, server.
pub(super) async fn insert_parts(tx: &mut Tx, rows: Vec<Vec<Value>>) -> Result<()> {
    tx.sql("insert into server_parts (package_id, part, server_id) values ($1, $2, $3) on conflict (package_id, part, server_id) do nothing")
        .each(rows)
        .await?;
    Ok(())
}

/// Forgets the parts of a server.
pub(super) async fn delete_parts(tx: &mut Tx, server_id: &str) -> Result<()> {
    tx.sql("delete from server_parts where server_id = $1").bind(server_id).run().await?;
    Ok(())
}

/// Adds activations that hold a slot; each with what stands in its columns. The database itself refuses a number that
/// is held, or above the cap.
pub(super) async fn insert_activations(tx: &mut Tx, rows: Vec<Vec<Value>>) -> Result<()> {
    tx.sql(
        "insert into activations (id, package_id, server_id, user_id, user_name, mode, state, slot_no, slot_cap, \
         epoch, charged_at_ms, lease_until_ms, counter, last_request, file_id) \
         values ($1, $2, $3, $4, $5, $6, 'charged', $7, $8, $9, $10, $11, $12, $13, $14)",
    )
    .each(rows)
    .await?;
    Ok(())
}

/// A server that was released counts again: what it ran with since is over.
pub(super) async fn set_replaced(tx: &mut Tx, server_id: &str) -> Result<()> {
    tx.sql(
        "update activations set state = 'replaced' where server_id = $1 and slot_no is null and state = 'released'",
    )
    .bind(server_id)
    .run()
    .await?;
    Ok(())
}

/// Moves an activation to another server of its package.
pub(super) async fn set_server_of(tx: &mut Tx, id: &str, server_id: &str) -> Result<()> {
    tx.sql("update activations set server_id = $2 where id = $1").bind(id).bind(server_id).run().await?;
    Ok(())
}

/// Writes what a server says of itself.
pub(super) async fn set_server(tx: &mut Tx, server: &ServerView, needed: i64) -> Result<()> {
    tx.sql(
        "update servers set name = $2, device_key = $3, parts = $4, needed = $5, salt = $6, version = $7, \
         last_seen_at_ms = $8, last_ip = $9, cloned_at_ms = $10 where id = $1",
    )
    .bind(server.id.as_str())
    .bind(server.name.as_str())
    .bind(server.device_key.as_str())
    .bind(server.parts.as_str())
    .bind(needed)
    .bind(server.salt.as_str())
    .bind(server.version.as_str())
    .bind(server.last_seen_at_ms)
    .bind(server.last_ip.as_str())
    .bind(server.cloned_at_ms)
    .run()
    .await?;
    Ok(())
}

/// Writes that a server was heard of, and since when it seems to be two.
pub(super) async fn set_seen(tx: &mut Tx, server: &ServerView) -> Result<()> {
    tx.sql(
        "update servers set version = $2, last_seen_at_ms = $3, last_ip = $4, cloned_at_ms = $5 where id = $1",
    )
    .bind(server.id.as_str())
    .bind(server.version.as_str())
    .bind(server.last_seen_at_ms)
    .bind(server.last_ip.as_str())
    .bind(server.cloned_at_ms)
    .run()
    .await?;
    Ok(())
}

/// Writes where a live activation stands; the package is locked.
pub(super) async fn set_activation(tx: &mut Tx, server: &ServerView, cap: i64) -> Result<bool> {
    let changed = tx
        .sql(
            "update activations set mode = $2, state = $3, slot_no = $4, slot_cap = $5, epoch = $6, \
             lease_until_ms = $7, counter = $8, last_request = $9, file_id = $10 \
             where id = $1 and over_at_ms is null",
        )
        .bind(server.activation_id.as_str())
        .bind(server.mode.word())
        .bind(server.state.word())
        .bind(server.slot_no)
        .bind(server.slot_no.map(|slot| slot.max(cap)))
        .bind(server.epoch)
        .bind(server.lease_until_ms)
        .bind(server.counter)
        .bind(server.last_request.as_str())
        .bind(server.file_id.as_str())
        .run()
        .await?;
    Ok(changed == 1)
}

/// Renews the lease of an activation that holds a slot, if it still does and nobody renewed it meanwhile. Needs no lock
/// on the package: nobody gets or loses a slot by it.
pub(super) async fn set_renewed(tx: &mut Tx, server: &ServerView, counter_before: i64) -> Result<bool> {
    let changed = tx
        .sql(
            "update activations set lease_until_ms = $2, counter = $3, last_request = $4, file_id = $5 \
             where id = $1 and state = 'charged' and counter = $6",
        )
        .bind(server.activation_id.as_str())
        .bind(server.lease_until_ms)
        .bind(server.counter)
        .bind(server.last_request.as_str())
        .bind(server.file_id.as_str())
        .bind(counter_before)
        .run()
        .await?;
    Ok(changed == 1)
}

/// Ends a live activation; false if somebody did already.
pub(super) async fn set_over(tx: &mut Tx, id: &str, state: ServerState, now_ms: i64) -> Result<bool> {
    let changed = tx
        .sql(
            "update activations set state = $2, slot_no = null, over_at_ms = $3 \
             where id = $1 and over_at_ms is null",
        )
        .bind(id)
        .bind(state.word())
        .bind(now_ms)
        .run()
        .await?;
    Ok(changed == 1)
}
