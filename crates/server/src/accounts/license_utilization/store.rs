//! SQL of the tables `license_changes` and `license_notices`.

use seatwarden_activate::{Author, Who};
use seatwarden_base::{Error, Result, db::Tx};

use super::model::{Change, ChangeKind, WHO_ALL, who_word};
use crate::license::Difference;

/// Adds an entry to the history, with what the license said from then on, as JSON.
pub(super) async fn insert(tx: &mut Tx, change: &Change, license_id: &str, license_json: &str) -> Result<()> {
    let differences =
        serde_json::to_string(&change.differences).map_err(|cause| Error::fault("writing JSON", cause))?;
    tx.sql(
        "insert into license_changes (id, at_ms, kind, package_code, package_name, revision, license_id, \
         license_json, differences_json, by_name, by_kind) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
    )
    .bind(change.id.as_str())
    .bind(change.at_ms)
    .bind(change.kind.word())
    .bind(change.package_code.as_str())
    .bind(change.package_name.as_str())
    .bind(change.revision)
    .bind(license_id)
    .bind(license_json)
    .bind(differences.as_str())
    .bind(change.by.name.as_str())
    .bind(who_word(change.by.who))
    .run()
    .await?;
    Ok(())
}

/// The history, newest first.
pub(super) async fn list(tx: &mut Tx, limit: i64) -> Result<Vec<Change>> {
    let rows = tx
        .sql(
            "select id, at_ms, kind, package_code, package_name, revision, differences_json, by_name, \
             by_kind \
             from license_changes order by at_ms desc, id desc limit $1",
        )
        .bind(limit)
        .all()
        .await?;
    rows.iter()
        .map(|row| {
            let kind: String = row.get(2)?;
            let differences: String = row.get(6)?;
            Ok(Change {
                id: row.get(0)?,
                at_ms: row.get(1)?,
                kind: ChangeKind::of_word(&kind).unwrap_or(ChangeKind::Changed),
                package_code: row.get(3)?,
                package_name: row.get(4)?,
                revision: row.get(5)?,
                differences: serde_json::from_str::<Vec<Difference>>(&differences)
                    .map_err(|cause| Error::fault("reading the history of the license", cause))?,
                by: Author { name: row.get(7)?, who: who_of_word(&row.get::<String>(8)?) },
            })
        })
        .collect()
}

fn who_of_word(word: &str) -> Who {
    WHO_ALL.into_iter().find(|who| who_word(*who) == word).unwrap_or_default()
}

/// Remembers that something was told; false if it was told before.
pub(super) async fn insert_notice(tx: &mut Tx, id: &str, now_ms: i64) -> Result<bool> {
    let inserted = tx
        .sql("insert into license_notices (id, told_at_ms) values ($1, $2) on conflict (id) do nothing")
        .bind(id)
        .bind(now_ms)
        .run()
        .await?;
    Ok(inserted == 1)
}
