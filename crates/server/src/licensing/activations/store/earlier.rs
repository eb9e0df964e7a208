//! SQL of the table `earlier_files`.

use seatwarden_base::{
    Result,
    db::{Row, Tx, Value},
};

/// A file that was given for a slot before the one that it has now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Earlier {
    /// Its id.
    pub(crate) file_id: String,
    /// Of which package.
    pub(crate) package_id: String,
    /// The activation for whose slot it was given.
    pub(crate) activation_id: String,
    /// The key of the machine that has it, or that of an offline key.
    pub(crate) device_key: String,
    /// Whether it cannot be called back over the network.
    pub(crate) is_offline: bool,
    /// Whether another machine than the one that counts may run by it.
    pub(crate) is_elsewhere: bool,
    /// How often that machine had renewed.
    pub(crate) counter: i64,
    /// Until when it works.
    pub(crate) until_ms: i64,
}

macro_rules! earlier {
    ($which:literal) => {
        concat!(
            "select file_id, package_id, activation_id, device_key, is_offline, is_elsewhere, counter, until_ms \
             from earlier_files where ",
            $which
        )
    };
}

fn read(row: &Row) -> Result<Earlier> {
    Ok(Earlier {
        file_id: row.get(0)?,
        package_id: row.get(1)?,
        activation_id: row.get(2)?,
        device_key: row.get(3)?,
        is_offline: row.get(4)?,
        is_elsewhere: row.get(5)?,
        counter: row.get(6)?,
        until_ms: row.get(7)?,
    })
}

/// Remembers a file whose place another one takes.
pub(crate) async fn insert_earlier(tx: &mut Tx, file: &Earlier, now_ms: i64) -> Result<()> {
    tx.sql(
        "insert into earlier_files (file_id, package_id, activation_id, device_key, is_offline, is_elsewhere, counter, \
         until_ms, replaced_at_ms) values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (file_id) do update set \
         is_elsewhere = excluded.is_elsewhere, counter = excluded.counter, until_ms = excluded.until_ms",
    )
    .bind(file.file_id.as_str())
    .bind(file.package_id.as_str())
    .bind(file.activation_id.as_str())
    .bind(file.device_key.as_str())
    .bind(file.is_offline)
    .bind(file.is_elsewhere)
    .bind(file.counter)
    .bind(file.until_ms)
    .bind(now_ms)
    .run()
    .await?;
    Ok(())
}

/// The earlier files of a slot that work still, the one that does longest first.
pub(crate) async fn list_earlier(tx: &mut Tx, activation_id: &str, now_ms: i64) -> Result<Vec<Earlier>> {
    let rows = tx
        .sql(earlier!("activation_id = $1 and until_ms > $2 order by until_ms desc, file_id"))
        .bind(activation_id)
        .bind(now_ms)
        .all()
        .await?;
    rows.iter().map(read).collect()
}

/// An earlier file that works still.
pub(crate) async fn find_earlier(tx: &mut Tx, file_id: &str, now_ms: i64) -> Result<Option<Earlier>> {
    let found = tx.sql(earlier!("file_id = $1 and until_ms > $2")).bind(file_id).bind(now_ms).first().await?;
    found.as_ref().map(read).transpose()
}

/// A file by which another machine may run than the one that has its place now.
pub(crate) struct Elsewhere {
    pub(crate) server_id: String,
    pub(crate) name: String,
    pub(crate) file_id: String,
    pub(crate) device_key: String,
    pub(crate) is_offline: bool,
    pub(crate) since_ms: i64,
    pub(crate) until_ms: i64,
}

/// The files of a package by which other machines may run than those that have their places now, the soonest to end
/// first. Reads `activations` and `servers` for the names.
pub(crate) async fn list_elsewhere(
    tx: &mut Tx,
    package_id: &str,
    now_ms: i64,
    limit: i64,
) -> Result<Vec<Elsewhere>> {
    let rows = tx
        .sql(
            "select s.id, s.name, e.file_id, e.device_key, e.is_offline, e.replaced_at_ms, e.until_ms \
             from earlier_files e join activations a on a.id = e.activation_id join servers s on s.id = a.server_id \
             where e.package_id = $1 and e.is_elsewhere and e.until_ms > $2 \
             order by e.until_ms, e.file_id limit $3",
        )
        .bind(package_id)
        .bind(now_ms)
        .bind(limit)
        .all()
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Elsewhere {
                server_id: row.get(0)?,
                name: row.get(1)?,
                file_id: row.get(2)?,
                device_key: row.get(3)?,
                is_offline: row.get(4)?,
                since_ms: row.get(5)?,
                until_ms: row.get(6)?,
            })
        })
        .collect()
}

/// What a machine has whose place another one with the same name took.
pub(crate) async fn find_elsewhere(tx: &mut Tx, device_key: &str) -> Result<Option<Earlier>> {
    let found = tx
        .sql(earlier!("device_key = $1 and is_elsewhere order by until_ms desc, file_id limit 1"))
        .bind(device_key)
        .first()
        .await?;
    found.as_ref().map(read).transpose()
}

/// The machine with these files is the one that counts again.
pub(crate) async fn set_here(
    tx: &mut Tx,
    activation_id: &str,
    files: impl Iterator<Item = &str>,
) -> Result<()> {
    let rows =
        files.map(|id| vec![Value::from(activation_id), Value::from(id), Value::from(false)]).collect();
    tx.sql("update earlier_files set is_elsewhere = $3 where activation_id = $1 and file_id = $2")
        .each(rows)
        .await?;
    Ok(())
}

/// What has a network and runs beside the slots of a package is not counted any more: the vendor's staff said so.
pub(crate) async fn forgive_elsewhere(tx: &mut Tx, package_id: &str) -> Result<()> {
    tx.sql("update earlier_files set is_elsewhere = $2 where package_id = $1 and is_elsewhere and not is_offline")
        .bind(package_id)
        .bind(false)
        .run()
        .await?;
    Ok(())
}

/// The files of one activation belong to another one from now on.
pub(crate) async fn move_earlier(tx: &mut Tx, activation_id: &str, to: &str) -> Result<()> {
    tx.sql("update earlier_files set activation_id = $2 where activation_id = $1")
        .bind(activation_id)
        .bind(to)
        .run()
        .await?;
    Ok(())
}

/// Forgets an earlier file.
pub(crate) async fn delete_earlier(tx: &mut Tx, file_id: &str) -> Result<()> {
    tx.sql("delete from earlier_files where file_id = $1").bind(file_id).run().await?;
    Ok(())
}

/// Forgets the files that have ended.
pub(crate) async fn delete_ended_earlier(tx: &mut Tx, now_ms: i64) -> Result<()> {
    tx.sql("delete from earlier_files where until_ms <= $1").bind(now_ms).run().await?;
    Ok(())
}
