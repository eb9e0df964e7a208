//! Brings the schema up to date: a numbered series, applied once each, in one transaction.

use ring::digest;

use super::{Db, Engine, Tx, text};
use crate::{Error, Kind, Refusal, Result};

/// The database was made by a newer version of the product; it is left untouched. The values `database`
/// and `program` are the highest versions each knows.
pub const NEWER: Refusal = Refusal::new(Kind::Conflict, "database.newer");

/// PostgreSQL's number for the lock that lets one node migrate at a time ("seatward" in ASCII).
const LOCK: &str = "select pg_advisory_xact_lock(8315159439856464484)";

const CREATE: &str = "create table if not exists schema_migrations (
    version bigint primary key,
    name text not null,
    checksum text not null,
    applied_at_ms bigint not null
)";

/// One step of the schema. Once released it never changes.
#[derive(Clone, Copy, Debug)]
pub struct Migration {
    /// Its number; steps are applied in this order.
    pub version: i64,
    /// What it does, for people who look into the table.
    pub name: &'static str,
    /// Its statements. Lines between `-- sqlite only` or `-- postgres only` and `-- end` are for one
    /// database; ` collate "C"` is dropped on SQLite. No rule may be deferred to the commit.
    pub sql: &'static str,
}

struct Applied {
    version: i64,
    name: String,
    checksum: String,
}

pub(super) async fn migrate(db: &Db, series: &[Migration], now_ms: i64) -> Result<()> {
    let mut series: Vec<&Migration> = series.iter().collect();
    series.sort_by_key(|migration| migration.version);
    // A fault here most likely means that there is no table yet; if not, the steps below meet it again.
    if let Ok(applied) = find_applied(&mut db.read().await?).await
        && missing(&series, &applied)?.is_empty()
    {
        return Ok(());
    }
    let mut tx = db.write().await?;
    if db.engine() == Engine::Postgres {
        tx.script("set local statement_timeout = 0; set local lock_timeout = 0".to_owned()).await?;
        tx.script(LOCK.to_owned()).await?;
    }
    tx.script(CREATE.to_owned()).await?;
    let applied = find_applied(&mut tx).await?;
    for migration in missing(&series, &applied)? {
        tracing::info!(version = migration.version, name = migration.name, "applying a migration");
        tx.script(text::migration_for(db.engine(), migration.sql)).await?;
        tx.sql(
            "insert into schema_migrations (version, name, checksum, applied_at_ms) values ($1, $2, $3, $4)",
        )
        .bind(migration.version)
        .bind(migration.name)
        .bind(checksum(migration.sql))
        .bind(now_ms)
        .run()
        .await?;
    }
    tx.commit().await?;
    if db.engine() == Engine::Sqlite {
        // The pages that were made are still in memory, and will not be asked for soon.
        let mut tx = db.write().await?;
        tx.script("pragma shrink_memory".to_owned()).await?;
        tx.commit().await?;
    }
    Ok(())
}

async fn find_applied(tx: &mut Tx) -> Result<Vec<Applied>> {
    let rows = tx.sql("select version, name, checksum from schema_migrations order by version").all().await?;
    rows.iter()
        .map(|row| Ok(Applied { version: row.get(0)?, name: row.get(1)?, checksum: row.get(2)? }))
        .collect()
}

/// The steps not yet applied. Refuses if the database is ahead; a fault if what was applied differs.
fn missing<'a>(series: &[&'a Migration], applied: &[Applied]) -> Result<Vec<&'a Migration>> {
    let newest = series.last().map_or(0, |migration| migration.version);
    if let Some(last) = applied.last().filter(|last| last.version > newest) {
        return Err(NEWER.with("database", last.version).with("program", newest).into());
    }
    for done in applied {
        let known = series.iter().find(|migration| migration.version == done.version);
        if known.is_none_or(|migration| checksum(migration.sql) != done.checksum) {
            let what = format!("{} {} is not the one that was applied", done.version, done.name);
            return Err(Error::fault("comparing the migrations", what));
        }
    }
    let is_applied = |version| applied.iter().any(|done| done.version == version);
    Ok(series.iter().copied().filter(|migration| !is_applied(migration.version)).collect())
}

/// SHA-256 of the text, in hex; line ends count as one character on every system.
fn checksum(sql: &str) -> String {
    let text = sql.replace("\r\n", "\n");
    data_encoding::HEXLOWER.encode(digest::digest(&digest::SHA256, text.as_bytes()).as_ref())
}
