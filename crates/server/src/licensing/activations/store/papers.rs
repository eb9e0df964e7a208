//! SQL of the tables `offline_requests`, `vouchers`, `activation_codes` and `reset_events`.

use seatwarden_base::{Result, db::Tx};

/// Something that came by file and was answered.
pub(crate) struct Paper<'a> {
    pub(crate) package_id: &'a str,
    pub(crate) digest: &'a str,
    pub(crate) kind: &'static str,
    pub(crate) activation_id: &'a str,
    pub(crate) text: &'a str,
    pub(crate) user_id: Option<&'a str>,
}

/// The activation that a file was about.
pub(crate) async fn find_paper(tx: &mut Tx, package_id: &str, digest: &str) -> Result<Option<String>> {
    let row = tx
        .sql("select activation_id from offline_requests where package_id = $1 and digest = $2")
        .bind(package_id)
        .bind(digest)
        .first()
        .await?;
    row.map(|row| row.get(0)).transpose()
}

/// Keeps a file and its answer; false if it is kept already.
pub(crate) async fn insert_paper(tx: &mut Tx, paper: &Paper<'_>, now_ms: i64) -> Result<bool> {
    let written = tx
        .sql(
            "insert into offline_requests (package_id, digest, kind, activation_id, text, user_id, at_ms) \
             values ($1, $2, $3, $4, $5, $6, $7) on conflict (package_id, digest) do nothing",
        )
        .bind(paper.package_id)
        .bind(paper.digest)
        .bind(paper.kind)
        .bind(paper.activation_id)
        .bind(paper.text)
        .bind(paper.user_id)
        .bind(now_ms)
        .run()
        .await?;
    Ok(written == 1)
}

/// An offline key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voucher {
    /// What it is for, in the words of whoever asked for it.
    pub label: String,
    /// The activation that holds its slot.
    pub activation_id: String,
    /// Id of the license file.
    pub file_id: String,
    /// When it was issued, in milliseconds since the Unix epoch.
    pub issued_at_ms: i64,
    /// Until when it is to be installed.
    pub install_until_ms: i64,
}

/// The offline key with this label.
pub(crate) async fn find_voucher(tx: &mut Tx, package_id: &str, label_key: &str) -> Result<Option<Voucher>> {
    let row = tx
        .sql(
            "select label, activation_id, file_id, issued_at_ms, install_until_ms from vouchers \
             where package_id = $1 and label_key = $2",
        )
        .bind(package_id)
        .bind(label_key)
        .first()
        .await?;
    row.map(|row| {
        Ok(Voucher {
            label: row.get(0)?,
            activation_id: row.get(1)?,
            file_id: row.get(2)?,
            issued_at_ms: row.get(3)?,
            install_until_ms: row.get(4)?,
        })
    })
    .transpose()
}

/// The offline keys of a package that hold a slot, by label.
pub(crate) async fn list_vouchers(tx: &mut Tx, package_id: &str, limit: i64) -> Result<Vec<Voucher>> {
    let rows = tx
        .sql(
            "select v.label, v.activation_id, v.file_id, v.issued_at_ms, v.install_until_ms from vouchers v \
             join activations a on a.id = v.activation_id and a.over_at_ms is null \
             where v.package_id = $1 order by v.label_key limit $2",
        )
        .bind(package_id)
        .bind(limit)
        .all()
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Voucher {
                label: row.get(0)?,
                activation_id: row.get(1)?,
                file_id: row.get(2)?,
                issued_at_ms: row.get(3)?,
                install_until_ms: row.get(4)?,
            })
        })
        .collect()
}

/// Writes the offline key with this label, in the place of the one before.
pub(crate) async fn set_voucher(
    tx: &mut Tx,
    package_id: &str,
    label_key: &str,
    voucher: &Voucher,
) -> Result<()> {
    tx.sql(
        "insert into vouchers (package_id, label_key, label, activation_id, file_id, issued_at_ms, install_until_ms) \
         values ($1, $2, $3, $4, $5, $6, $7) on conflict (package_id, label_key) do update set \
         label = excluded.label, activation_id = excluded.activation_id, file_id = excluded.file_id, \
         issued_at_ms = excluded.issued_at_ms, install_until_ms = excluded.install_until_ms",
    )
    .bind(package_id)
    .bind(label_key)
    .bind(voucher.label.as_str())
    .bind(voucher.activation_id.as_str())
    .bind(voucher.file_id.as_str())
    .bind(voucher.issued_at_ms)
    .bind(voucher.install_until_ms)
    .run()
    .await?;
    Ok(())
}

/// Adds an activation code.
pub(crate) async fn insert_code(
    tx: &mut Tx,
    code_hash: &str,
    (package_id, user_id): (&str, &str),
    (now_ms, expires_at_ms): (i64, i64),
) -> Result<()> {
    tx.sql(
        "insert into activation_codes (code_hash, package_id, user_id, created_at_ms, expires_at_ms) \
         values ($1, $2, $3, $4, $5)",
    )
    .bind(code_hash)
    .bind(package_id)
    .bind(user_id)
    .bind(now_ms)
    .bind(expires_at_ms)
    .run()
    .await?;
    Ok(())
}

/// How many codes of a package can still be used.
pub(crate) async fn count_codes(tx: &mut Tx, package_id: &str, now_ms: i64) -> Result<i64> {
    tx.sql(
        "select count(*) from activation_codes where package_id = $1 and expires_at_ms > $2 and used_at_ms is null",
    )
    .bind(package_id)
    .bind(now_ms)
    .one()
    .await?
    .get(0)
}

/// A code that is not over.
pub(crate) struct FoundCode {
    pub(crate) package_id: String,
    pub(crate) user_id: String,
    /// The device key that used it; empty if none did.
    pub(crate) used_by: String,
    pub(crate) used_at_ms: Option<i64>,
}

/// A code that is not over.
pub(crate) async fn find_code(tx: &mut Tx, code_hash: &str, now_ms: i64) -> Result<Option<FoundCode>> {
    let row = tx
        .sql(
            "select package_id, user_id, used_by_key, used_at_ms from activation_codes \
             where code_hash = $1 and expires_at_ms > $2",
        )
        .bind(code_hash)
        .bind(now_ms)
        .first()
        .await?;
    row.map(|row| {
        Ok(FoundCode {
            package_id: row.get(0)?,
            user_id: row.get(1)?,
            used_by: row.get(2)?,
            used_at_ms: row.get(3)?,
        })
    })
    .transpose()
}

/// Whether what a machine held in a package has ended since a time: released, given back, or run out.
pub(crate) async fn has_ended_since(
    tx: &mut Tx,
    package_id: &str,
    device_key: &str,
    since_ms: i64,
) -> Result<bool> {
    let row = tx
        .sql(
            "select 1 from activations a join servers s on s.id = a.server_id where s.device_key = $1 \
             and s.package_id = $2 and a.over_at_ms >= $3 limit 1",
        )
        .bind(device_key)
        .bind(package_id)
        .bind(since_ms)
        .first()
        .await?;
    Ok(row.is_some())
}

/// Uses a code up; false if another machine did.
pub(crate) async fn set_code_used(
    tx: &mut Tx,
    code_hash: &str,
    device_key: &str,
    now_ms: i64,
) -> Result<bool> {
    let changed = tx
        .sql(
            "update activation_codes set used_at_ms = coalesce(used_at_ms, $3), used_by_key = $2 \
             where code_hash = $1 and (used_at_ms is null or used_by_key = $2)",
        )
        .bind(code_hash)
        .bind(device_key)
        .bind(now_ms)
        .run()
        .await?;
    Ok(changed == 1)
}

/// Lets a code be used again that gave this device nothing.
pub(crate) async fn set_code_unused(tx: &mut Tx, code_hash: &str, device_key: &str) -> Result<()> {
    tx.sql(
        "update activation_codes set used_at_ms = null, used_by_key = '' \
         where code_hash = $1 and used_by_key = $2",
    )
    .bind(code_hash)
    .bind(device_key)
    .run()
    .await?;
    Ok(())
}

/// Removes the codes of a package that wait to be used.
pub(crate) async fn delete_waiting_codes(tx: &mut Tx, package_id: &str) -> Result<u64> {
    tx.sql("delete from activation_codes where package_id = $1 and used_at_ms is null")
        .bind(package_id)
        .run()
        .await
}

/// Removes codes that are over.
pub(crate) async fn delete_old_codes(tx: &mut Tx, now_ms: i64) -> Result<u64> {
    tx.sql("delete from activation_codes where expires_at_ms <= $1").bind(now_ms).run().await
}

/// Something that somebody did to slots.
pub(crate) struct Event<'a> {
    pub(crate) id: &'a str,
    pub(crate) package_id: &'a str,
    pub(crate) kind: &'static str,
    pub(crate) user: (Option<&'a str>, &'a str),
    pub(crate) used: (i64, i64),
    pub(crate) servers: &'a str,
}

/// Keeps what somebody did.
pub(crate) async fn insert_event(tx: &mut Tx, event: &Event<'_>, now_ms: i64) -> Result<()> {
    tx.sql(
        "insert into reset_events (id, package_id, kind, at_ms, user_id, user_name, used_before, used_after, servers) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    )
    .bind(event.id)
    .bind(event.package_id)
    .bind(event.kind)
    .bind(now_ms)
    .bind(event.user.0)
    .bind(event.user.1)
    .bind(event.used.0)
    .bind(event.used.1)
    .bind(event.servers)
    .run()
    .await?;
    Ok(())
}

/// How often something was done since a time.
pub(crate) async fn count_events(tx: &mut Tx, package_id: &str, kind: &str, since_ms: i64) -> Result<i64> {
    tx.sql("select count(*) from reset_events where package_id = $1 and kind = $2 and at_ms > $3")
        .bind(package_id)
        .bind(kind)
        .bind(since_ms)
        .one()
        .await?
        .get(0)
}

/// The activation that a receipt freed.
pub(crate) async fn find_receipt(tx: &mut Tx, digest: &str) -> Result<Option<String>> {
    let row = tx
        .sql("select activation_id from offline_requests where digest = $1 and kind = 'receipt' limit 1")
        .bind(digest)
        .first()
        .await?;
    row.map(|row| row.get(0)).transpose()
}
