//! SQL of the tables `releases`, `artifacts` and `downloads_taken`.

use std::collections::BTreeSet;

use seatwarden_base::{
    Result,
    db::{Row, Tx},
};

use super::model::{Artifact, Release, ReleaseState, What};

fn release(row: &Row) -> Result<Release> {
    let state: String = row.get(4)?;
    Ok(Release {
        id: row.get(0)?,
        version: row.get(1)?,
        notes: row.get(2)?,
        entitlement: row.get(3)?,
        state: ReleaseState::of_word(&state),
        published_at_ms: row.get(5)?,
        files: Vec::new(),
    })
}

fn artifact(row: &Row, at: usize) -> Result<Artifact> {
    Ok(Artifact {
        id: row.get(at)?,
        file_name: row.get(at + 1)?,
        size: row.get(at + 2)?,
        sha256: row.get(at + 3)?,
        signature: row.get(at + 4)?,
    })
}

/// Releases with their files, the newest version first; published ones only, unless all are wanted.
pub(super) async fn list(tx: &mut Tx, all: bool, limit: i64) -> Result<Vec<Release>> {
    let rows = tx
        .sql(
            "select id, version, notes, entitlement, state, published_at_ms from releases \
             where $1 or state = 'published' order by version_key desc limit $2",
        )
        .bind(all)
        .bind(limit)
        .all()
        .await?;
    let mut releases = rows.iter().map(release).collect::<Result<Vec<_>>>()?;
    for release in &mut releases {
        release.files = list_files(tx, &release.id).await?;
    }
    Ok(releases)
}

/// A release with its files.
pub(super) async fn find(tx: &mut Tx, id: &str) -> Result<Option<Release>> {
    let row = tx
        .sql("select id, version, notes, entitlement, state, published_at_ms from releases where id = $1")
        .bind(id)
        .first()
        .await?;
    let Some(row) = row else { return Ok(None) };
    let mut release = release(&row)?;
    release.files = list_files(tx, id).await?;
    Ok(Some(release))
}

/// A release with its files, by what sorts its version.
pub(super) async fn find_version(tx: &mut Tx, version_key: &str) -> Result<Option<Release>> {
    let row = tx.sql("select id from releases where version_key = $1").bind(version_key).first().await?;
    let Some(row) = row else { return Ok(None) };
    let id: String = row.get(0)?;
    find(tx, &id).await
}

/// The ids of all files.
pub(super) async fn list_file_ids(tx: &mut Tx) -> Result<BTreeSet<String>> {
    let rows = tx.sql("select id from artifacts").all().await?;
    rows.iter().map(|row| row.get(0)).collect()
}

/// Writes another signature of a file.
pub(super) async fn set_signature(tx: &mut Tx, file_id: &str, signature: &str) -> Result<()> {
    tx.sql("update artifacts set signature = $2 where id = $1").bind(file_id).bind(signature).run().await?;
    Ok(())
}

async fn list_files(tx: &mut Tx, release_id: &str) -> Result<Vec<Artifact>> {
    let rows = tx
        .sql(
            "select id, file_name, size, sha256, signature from artifacts where release_id = $1 \
             order by file_name limit 100",
        )
        .bind(release_id)
        .all()
        .await?;
    rows.iter().map(|row| artifact(row, 0)).collect()
}

/// A file with the id of its release.
pub(super) async fn find_file(tx: &mut Tx, id: &str) -> Result<Option<(String, Artifact)>> {
    let row = tx
        .sql("select release_id, id, file_name, size, sha256, signature from artifacts where id = $1")
        .bind(id)
        .first()
        .await?;
    row.map(|row| Ok((row.get(0)?, artifact(&row, 1)?))).transpose()
}

/// Adds a release; false if there is such a version.
pub(super) async fn insert(
    tx: &mut Tx,
    release: &Release,
    version_key: &str,
    author: &str,
    now_ms: i64,
) -> Result<bool> {
    let inserted = tx
        .sql(
            "insert into releases (id, version, version_key, notes, entitlement, state, author_name, created_at_ms) \
             values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (version_key) do nothing",
        )
        .bind(release.id.as_str())
        .bind(release.version.as_str())
        .bind(version_key)
        .bind(release.notes.as_str())
        .bind(release.entitlement.as_str())
        .bind(release.state.word())
        .bind(author)
        .bind(now_ms)
        .run()
        .await?;
    Ok(inserted == 1)
}

/// Adds a file; false if the release has one of that name.
pub(super) async fn insert_file(tx: &mut Tx, release_id: &str, file: &Artifact, now_ms: i64) -> Result<bool> {
    let inserted = tx
        .sql(
            "insert into artifacts (id, release_id, file_name, size, sha256, signature, created_at_ms) \
             values ($1, $2, $3, $4, $5, $6, $7) on conflict (release_id, file_name) do nothing",
        )
        .bind(file.id.as_str())
        .bind(release_id)
        .bind(file.file_name.as_str())
        .bind(file.size)
        .bind(file.sha256.as_str())
        .bind(file.signature.as_str())
        .bind(now_ms)
        .run()
        .await?;
    Ok(inserted == 1)
}

/// Puts a release into a state, if it is in another; the first time it is published counts. Returns whether it changed.
pub(super) async fn set_state(
    tx: &mut Tx,
    id: &str,
    from: ReleaseState,
    to: ReleaseState,
    now_ms: i64,
) -> Result<bool> {
    let changed = tx
        .sql(
            "update releases set state = $3, published_at_ms = coalesce(published_at_ms, $4), \
             row_version = row_version + 1 where id = $1 and state = $2",
        )
        .bind(id)
        .bind(from.word())
        .bind(to.word())
        .bind(now_ms)
        .run()
        .await?;
    Ok(changed == 1)
}

/// When a person began to take this of a file last.
pub(super) async fn find_taken(tx: &mut Tx, user_id: &str, file_id: &str, what: What) -> Result<Option<i64>> {
    let row = tx
        .sql("select began_at_ms from downloads_taken where user_id = $1 and file_id = $2 and what = $3")
        .bind(user_id)
        .bind(file_id)
        .bind(what.word())
        .first()
        .await?;
    row.map(|row| row.get(0)).transpose()
}

/// Notes that a person begins to take this of a file; false if they began after the moment `before_ms`.
pub(super) async fn set_taken(
    tx: &mut Tx,
    (user_id, file_id): (&str, &str),
    what: What,
    before_ms: i64,
    now_ms: i64,
) -> Result<bool> {
    let written = tx
        .sql(
            "insert into downloads_taken (user_id, file_id, what, began_at_ms) values ($1, $2, $3, $4) \
             on conflict (user_id, file_id, what) do update set began_at_ms = excluded.began_at_ms \
             where downloads_taken.began_at_ms <= $5",
        )
        .bind(user_id)
        .bind(file_id)
        .bind(what.word())
        .bind(now_ms)
        .bind(before_ms)
        .run()
        .await?;
    Ok(written == 1)
}
