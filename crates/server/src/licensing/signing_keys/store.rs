//! SQL of the tables `signing_keys`, `signer_statements`, `bulletins`, `revoked_files`, `signed_papers`,
//! `signing_key_notices` and `signer_revocations_asked`.

use seatwarden_base::{
    Error, Result,
    db::{Row, Tx},
};
use seatwarden_license_file::Numbers;

use super::model::{Asked, KeyRole, Paper, SigningKey, Statement};

fn key(row: &Row) -> Result<SigningKey> {
    let role: String = row.get(1)?;
    Ok(SigningKey {
        kid: row.get(0)?,
        role: KeyRole::of_word(&role),
        public_key: row.get(2)?,
        created_at_ms: row.get(3)?,
        revoked_at_ms: row.get(4)?,
    })
}

fn number(value: i64) -> Result<u64> {
    u64::try_from(value).map_err(|cause| Error::fault("reading the number of a bulletin", cause))
}

fn column(value: u64) -> Result<i64> {
    i64::try_from(value).map_err(|cause| Error::fault("writing the number of a bulletin", cause))
}

fn statement(row: &Row) -> Result<Statement> {
    Ok(Statement {
        id: row.get(0)?,
        kid: row.get(1)?,
        root_kid: row.get(2)?,
        compact: row.get(3)?,
        valid_from_ms: row.get(4)?,
        valid_until_ms: row.get(5)?,
        numbers: Numbers { first: number(row.get(6)?)?, last: number(row.get(7)?)? },
    })
}

/// All keys of a role, the newest first.
pub(super) async fn list_keys(tx: &mut Tx, role: KeyRole, limit: i64) -> Result<Vec<SigningKey>> {
    let rows = tx
        .sql(
            "select kid, role, public_key, created_at_ms, revoked_at_ms from signing_keys where role = $1 \
             order by created_at_ms desc, kid limit $2",
        )
        .bind(role.word())
        .bind(limit)
        .all()
        .await?;
    rows.iter().map(key).collect()
}

/// The key with this id.
pub(super) async fn find_key(tx: &mut Tx, kid: &str) -> Result<Option<SigningKey>> {
    let row = tx
        .sql("select kid, role, public_key, created_at_ms, revoked_at_ms from signing_keys where kid = $1")
        .bind(kid)
        .first()
        .await?;
    row.as_ref().map(key).transpose()
}

/// Adds a key, unless it is there.
pub(super) async fn insert_key(tx: &mut Tx, key: &SigningKey) -> Result<()> {
    tx.sql(
        "insert into signing_keys (kid, role, public_key, created_at_ms) values ($1, $2, $3, $4) \
         on conflict (kid) do nothing",
    )
    .bind(key.kid.as_str())
    .bind(key.role.word())
    .bind(key.public_key.as_str())
    .bind(key.created_at_ms)
    .run()
    .await?;
    Ok(())
}

/// Lets whoever else changes keys or bulletins wait until the transaction ends.
pub(super) async fn set_locked(tx: &mut Tx) -> Result<()> {
    tx.sql("update signing_keys set version = version + 1 where kid = (select min(kid) from signing_keys)")
        .run()
        .await?;
    Ok(())
}

/// Notes when keys were revoked, if they were not before.
pub(super) async fn set_revoked(tx: &mut Tx, kid: &str, now_ms: i64) -> Result<()> {
    tx.sql("update signing_keys set revoked_at_ms = coalesce(revoked_at_ms, $2) where kid = $1")
        .bind(kid)
        .bind(now_ms)
        .run()
        .await?;
    Ok(())
}

/// Statements that end later than this, the one that began last first.
pub(super) async fn list_statements(tx: &mut Tx, after_ms: i64, limit: i64) -> Result<Vec<Statement>> {
    let rows = tx
        .sql(
            "select id, kid, root_kid, compact, valid_from_ms, valid_until_ms, bulletin_first, bulletin_last \
             from signer_statements where valid_until_ms > $1 order by valid_from_ms desc, id desc limit $2",
        )
        .bind(after_ms)
        .bind(limit)
        .all()
        .await?;
    rows.iter().map(statement).collect()
}

/// Adds a statement; false if it is there.
pub(super) async fn insert_statement(tx: &mut Tx, statement: &Statement, now_ms: i64) -> Result<bool> {
    let inserted = tx
        .sql(
            "insert into signer_statements (id, kid, root_kid, compact, valid_from_ms, valid_until_ms, \
             bulletin_first, bulletin_last, created_at_ms) values ($1, $2, $3, $4, $5, $6, $7, $8, $9) \
             on conflict (id) do nothing",
        )
        .bind(statement.id.as_str())
        .bind(statement.kid.as_str())
        .bind(statement.root_kid.as_str())
        .bind(statement.compact.as_str())
        .bind(statement.valid_from_ms)
        .bind(statement.valid_until_ms)
        .bind(column(statement.numbers.first)?)
        .bind(column(statement.numbers.last)?)
        .bind(now_ms)
        .run()
        .await?;
    Ok(inserted == 1)
}

/// The highest number that any signer may give or any bulletin has; zero if there is none.
pub(super) async fn find_highest_number(tx: &mut Tx) -> Result<u64> {
    let row = tx
        .sql(
            "select coalesce((select max(bulletin_last) from signer_statements), 0), \
             coalesce((select max(number) from bulletins), 0)",
        )
        .one()
        .await?;
    let (given, used): (i64, i64) = (row.get(0)?, row.get(1)?);
    number(given.max(used))
}

/// The highest number that this signer may give, or any signer that this root vouched for; zero if there is none.
pub(super) async fn find_last_number(tx: &mut Tx, kid: &str) -> Result<u64> {
    let row = tx
        .sql("select coalesce(max(bulletin_last), 0) from signer_statements where kid = $1 or root_kid = $1")
        .bind(kid)
        .one()
        .await?;
    number(row.get(0)?)
}

/// How many signers are prepared for which no root vouched yet.
pub(super) async fn count_prepared(tx: &mut Tx) -> Result<u64> {
    let row = tx
        .sql(
            "select count(*) from signing_keys where role = 'signer' \
             and kid not in (select kid from signer_statements)",
        )
        .one()
        .await?;
    number(row.get(0)?)
}

/// The newest bulletin, with its number.
pub(super) async fn find_bulletin(tx: &mut Tx) -> Result<Option<(u64, String)>> {
    let row = tx.sql("select number, compact from bulletins order by number desc limit 1").first().await?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some((number(row.get(0)?)?, row.get(1)?)))
}

/// Adds a bulletin.
pub(super) async fn insert_bulletin(
    tx: &mut Tx,
    bulletin: u64,
    compact: &str,
    kid: &str,
    issued_at_ms: i64,
) -> Result<()> {
    tx.sql("insert into bulletins (number, compact, kid, issued_at_ms) values ($1, $2, $3, $4)")
        .bind(column(bulletin)?)
        .bind(compact)
        .bind(kid)
        .bind(issued_at_ms)
        .run()
        .await?;
    Ok(())
}

/// Revokes a file until it would have ended anyway.
pub(super) async fn insert_revoked_file(tx: &mut Tx, id: &str, until_ms: i64, now_ms: i64) -> Result<()> {
    tx.sql(
        "insert into revoked_files (id, until_ms, created_at_ms) values ($1, $2, $3) \
         on conflict (id) do nothing",
    )
    .bind(id)
    .bind(until_ms)
    .bind(now_ms)
    .run()
    .await?;
    Ok(())
}

/// The files that must still be named, those first that would work longest.
pub(super) async fn list_revoked_files(tx: &mut Tx, now_ms: i64, limit: i64) -> Result<Vec<String>> {
    let rows = tx
        .sql("select id from revoked_files where until_ms > $1 order by until_ms desc, id limit $2")
        .bind(now_ms)
        .bind(limit)
        .all()
        .await?;
    rows.iter().map(|row| row.get(0)).collect()
}

/// Forgets files that have ended.
pub(super) async fn delete_ended_files(tx: &mut Tx, now_ms: i64) -> Result<()> {
    tx.sql("delete from revoked_files where until_ms <= $1").bind(now_ms).run().await?;
    Ok(())
}

/// Notes a file that people carry away.
pub(super) async fn insert_paper(tx: &mut Tx, paper: &Paper, kid: &str) -> Result<()> {
    tx.sql(
        "insert into signed_papers (digest, kid, file_id, signed_at_ms, until_ms) values ($1, $2, $3, $4, $5) \
         on conflict (digest) do nothing",
    )
    .bind(paper.digest.as_str())
    .bind(kid)
    .bind(paper.file_id.as_str())
    .bind(paper.signed_at_ms)
    .bind(paper.until_ms)
    .run()
    .await?;
    Ok(())
}

/// The files of a signer that are still good and that no bulletin names, the last ones first.
pub(super) async fn list_papers(tx: &mut Tx, kid: &str, now_ms: i64, limit: i64) -> Result<Vec<Paper>> {
    let rows = tx
        .sql(
            "select digest, file_id, signed_at_ms, until_ms from signed_papers where kid = $1 and until_ms > $2 \
             and file_id not in (select id from revoked_files) order by signed_at_ms desc, digest limit $3",
        )
        .bind(kid)
        .bind(now_ms)
        .bind(limit)
        .all()
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Paper {
                digest: row.get(0)?,
                file_id: row.get(1)?,
                signed_at_ms: row.get(2)?,
                until_ms: row.get(3)?,
            })
        })
        .collect()
}

/// Whether a file that was noted has ended.
pub(super) async fn find_ended_paper(tx: &mut Tx, digest: &str, now_ms: i64) -> Result<bool> {
    let row = tx
        .sql("select 1 from signed_papers where digest = $1 and until_ms <= $2")
        .bind(digest)
        .bind(now_ms)
        .first()
        .await?;
    Ok(row.is_some())
}

/// Forgets files that ended before this moment.
pub(super) async fn delete_old_papers(tx: &mut Tx, before_ms: i64) -> Result<u64> {
    tx.sql("delete from signed_papers where until_ms < $1").bind(before_ms).run().await
}

/// Notes that a mail about the end of a signer is sent; false if it was before.
pub(super) async fn insert_notice(
    tx: &mut Tx,
    kid: &str,
    ends_at_ms: i64,
    days: i64,
    now_ms: i64,
) -> Result<bool> {
    let inserted = tx
        .sql(
            "insert into signing_key_notices (kid, ends_at_ms, days, sent_at_ms) values ($1, $2, $3, $4) \
             on conflict (kid, ends_at_ms, days) do nothing",
        )
        .bind(kid)
        .bind(ends_at_ms)
        .bind(days)
        .bind(now_ms)
        .run()
        .await?;
    Ok(inserted == 1)
}

/// The revocations that were asked for since a moment, the newest first.
pub(super) async fn list_asked(tx: &mut Tx, since_ms: i64) -> Result<Vec<Asked>> {
    let rows = tx
        .sql(
            "select kid, keeps_nothing, author_id, author_name, created_at_ms from signer_revocations_asked \
             where created_at_ms > $1 order by created_at_ms desc, kid limit 500",
        )
        .bind(since_ms)
        .all()
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Asked {
                kid: row.get(0)?,
                keeps_nothing: row.get::<i64>(1)? != 0,
                author_id: row.get(2)?,
                author: row.get(3)?,
                created_at_ms: row.get(4)?,
            })
        })
        .collect()
}

/// Notes that somebody asked for a revocation, in place of what was asked before.
pub(super) async fn insert_asked(tx: &mut Tx, asked: &Asked) -> Result<()> {
    delete_asked(tx, &asked.kid).await?;
    tx.sql(
        "insert into signer_revocations_asked (kid, keeps_nothing, author_id, author_name, created_at_ms) \
         values ($1, $2, $3, $4, $5)",
    )
    .bind(asked.kid.as_str())
    .bind(i64::from(asked.keeps_nothing))
    .bind(asked.author_id.as_deref())
    .bind(asked.author.as_str())
    .bind(asked.created_at_ms)
    .run()
    .await?;
    Ok(())
}

/// Forgets that somebody asked for a revocation.
pub(super) async fn delete_asked(tx: &mut Tx, kid: &str) -> Result<()> {
    tx.sql("delete from signer_revocations_asked where kid = $1").bind(kid).run().await?;
    Ok(())
}
