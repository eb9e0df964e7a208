//! SQL of the tables `imports` and `import_parts`.

use seatwarden_base::{
    Error, Result,
    db::{Engine, Row, Tx},
};
use serde::{Serialize, de::DeserializeOwned};

use super::model::{Counts, Import, State};

const LATER_POSTGRES: &str = "select set_config('synchronous_commit', 'off', true)";
const ANALYZE_POSTGRES: &str = "analyze users, sign_in_names, passwords, group_members";

/// The statement that reads imports, up to which of them.
macro_rules! imports {
    ($which:literal) => {
        concat!(
            "select id, name, actor_id, actor_name, state, heads, columns, options, row_count, position, added, \
             changed, unchanged, wrong, undone, why, created_at_ms, applied_at_ms, version, made_groups, over_api from imports ",
            $which
        )
    };
}

fn from_json<T: DeserializeOwned>(text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(|cause| Error::fault("reading an import", cause))
}

fn to_json(value: &impl Serialize) -> Result<String> {
    serde_json::to_string(value).map_err(|cause| Error::fault("writing an import", cause))
}

fn import(row: &Row) -> Result<Import> {
    let (state, heads, columns): (String, String, String) = (row.get(4)?, row.get(5)?, row.get(6)?);
    let (options, why): (String, Option<String>) = (row.get(7)?, row.get(15)?);
    Ok(Import {
        id: row.get(0)?,
        name: row.get(1)?,
        actor_id: row.get(2)?,
        actor_name: row.get(3)?,
        state: State::of_word(&state),
        heads: from_json(&heads)?,
        columns: from_json(&columns)?,
        options: from_json(&options)?,
        rows: row.get(8)?,
        position: row.get(9)?,
        counts: Counts([row.get(10)?, row.get(11)?, row.get(12)?, row.get(13)?]),
        undone: row.get(14)?,
        why: why.as_deref().map(from_json).transpose()?,
        created_at_ms: row.get(16)?,
        applied_at_ms: row.get(17)?,
        version: row.get(18)?,
        made_groups: from_json(&row.get::<String>(19)?)?,
        over_api: row.get(20)?,
    })
}

/// Adds an import whose rows are still to come.
pub(super) async fn insert(tx: &mut Tx, import: &Import) -> Result<()> {
    tx.sql(
        "insert into imports (id, name, actor_id, actor_name, state, heads, columns, options, row_count, position, \
         created_at_ms, over_api) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, $10, $11)",
    )
    .bind(import.id.as_str())
    .bind(import.name.as_str())
    .bind(import.actor_id.as_deref())
    .bind(import.actor_name.as_str())
    .bind(import.state.word())
    .bind(to_json(&import.heads)?)
    .bind(to_json(&import.columns)?)
    .bind(to_json(&import.options)?)
    .bind(import.rows)
    .bind(import.created_at_ms)
    .bind(import.over_api)
    .run()
    .await?;
    Ok(())
}

/// The import with this id.
pub(super) async fn find(tx: &mut Tx, id: &str) -> Result<Option<Import>> {
    tx.sql(imports!("where id = $1")).bind(id).first().await?.as_ref().map(import).transpose()
}

/// Imports before a moment, and of one moment before an id; newest first.
pub(super) async fn list(tx: &mut Tx, (at_ms, id): (i64, &str), limit: i64) -> Result<Vec<Import>> {
    let rows = tx
        .sql(imports!("where (created_at_ms, id) < ($1, $2) order by created_at_ms desc, id desc limit $3"))
        .bind(at_ms)
        .bind(id)
        .bind(limit)
        .all()
        .await?;
    rows.iter().map(import).collect()
}

/// Ids of the imports that a job works on.
pub(super) async fn list_running(tx: &mut Tx, limit: i64) -> Result<Vec<String>> {
    let rows = tx
        .sql("select id from imports where state in ('checking', 'applying', 'undoing') order by id limit $1")
        .bind(limit)
        .all()
        .await?;
    rows.iter().map(|row| row.get(0)).collect()
}

/// Imports whose applying or taking back was stopped, and that somebody began to apply before a moment.
pub(super) async fn list_stopped(tx: &mut Tx, applied_before_ms: i64, limit: i64) -> Result<Vec<Import>> {
    let rows = tx
        .sql(imports!("where (state = 'stopped' or state = 'applied' and why is not null) and applied_at_ms < $1 order by id limit $2"))
        .bind(applied_before_ms)
        .bind(limit)
        .all()
        .await?;
    rows.iter().map(import).collect()
}

/// Writes all that changes about an import, if nobody else did since it was read. Returns whether it was
/// written; the row is held until the commit.
pub(super) async fn set(tx: &mut Tx, before: &Import, after: &Import) -> Result<bool> {
    let written = tx
        .sql(
            "update imports set actor_id = $2, actor_name = $3, state = $4, heads = $5, columns = $6, options = $7, \
             row_count = $8, position = $9, added = $10, changed = $11, unchanged = $12, wrong = $13, undone = $14, \
             why = $15, applied_at_ms = $16, version = $17 \
             where id = $1 and version = $18 and state = $19 and position = $20",
        )
        .bind(after.id.as_str())
        .bind(after.actor_id.as_deref())
        .bind(after.actor_name.as_str())
        .bind(after.state.word())
        .bind(to_json(&after.heads)?)
        .bind(to_json(&after.columns)?)
        .bind(to_json(&after.options)?)
        .bind(after.rows)
        .bind(after.position)
        .bind(after.counts.0[0])
        .bind(after.counts.0[1])
        .bind(after.counts.0[2])
        .bind(after.counts.0[3])
        .bind(after.undone)
        .bind(after.why.as_ref().map(to_json).transpose()?)
        .bind(after.applied_at_ms)
        .bind(after.version)
        .bind(before.version)
        .bind(before.state.word())
        .bind(before.position)
        .run()
        .await?;
    Ok(written == 1)
}

/// The import as it is now, if it is still at the step and the part at which it was read: held until the commit, so that
/// nobody else works on the part meanwhile.
pub(super) async fn hold(tx: &mut Tx, import: &Import) -> Result<Option<Import>> {
    let held = tx
        .sql(
            "update imports set position = position where id = $1 and version = $2 and state = $3 and position = $4",
        )
        .bind(import.id.as_str())
        .bind(import.version)
        .bind(import.state.word())
        .bind(import.position)
        .run()
        .await?;
    if held == 1 { find(tx, &import.id).await } else { Ok(None) }
}

/// Keeps which groups an import made. [`set`] leaves that as it is.
pub(super) async fn set_made_groups(tx: &mut Tx, id: &str, groups: &[String]) -> Result<()> {
    tx.sql("update imports set made_groups = $2 where id = $1")
        .bind(id)
        .bind(to_json(&groups)?)
        .run()
        .await?;
    Ok(())
}

/// Lets the commit of a part be durable a moment later (PostgreSQL): whatever a crash takes back goes together
/// with the place in the import, and is done again. The commits of others, and the last one, wait as always.
pub(super) async fn commit_later(tx: &mut Tx) -> Result<()> {
    if tx.engine() == Engine::Postgres {
        tx.sql(LATER_POSTGRES).one().await?;
    }
    Ok(())
}

/// Tells PostgreSQL how many rows there are now, so that it looks users up by their indexes; by itself it
/// notices a minute later. Nothing on SQLite, whose plans do not depend on it.
pub(super) async fn count_anew(tx: &mut Tx) -> Result<()> {
    if tx.engine() == Engine::Postgres {
        tx.sql(ANALYZE_POSTGRES).run().await?;
    }
    Ok(())
}

/// Removes an import with its rows.
pub(super) async fn delete(tx: &mut Tx, id: &str) -> Result<bool> {
    Ok(tx.sql("delete from imports where id = $1").bind(id).run().await? == 1)
}

/// Removes imports that were uploaded before `before_ms` and never applied, and those that were applied before
/// `applied_before_ms`.
pub(super) async fn delete_old(tx: &mut Tx, before_ms: i64, applied_before_ms: i64) -> Result<u64> {
    tx.sql(
        "delete from imports where created_at_ms < $1 and (applied_at_ms is null or applied_at_ms < $2) \
         and state not in ('applying', 'undoing')",
    )
    .bind(before_ms)
    .bind(applied_before_ms)
    .run()
    .await
}

/// Writes a part, new or again.
pub(super) async fn set_part(
    tx: &mut Tx,
    import_id: &str,
    number: i64,
    sealed: &str,
    counts: Counts,
) -> Result<()> {
    tx.sql(
        "insert into import_parts (import_id, number, sealed, added, changed, unchanged, wrong) \
         values ($1, $2, $3, $4, $5, $6, $7) on conflict (import_id, number) do update set sealed = excluded.sealed, \
         added = excluded.added, changed = excluded.changed, unchanged = excluded.unchanged, wrong = excluded.wrong",
    )
    .bind(import_id)
    .bind(number)
    .bind(sealed)
    .bind(counts.0[0])
    .bind(counts.0[1])
    .bind(counts.0[2])
    .bind(counts.0[3])
    .run()
    .await?;
    Ok(())
}

/// A part, still sealed.
pub(super) async fn find_part(tx: &mut Tx, import_id: &str, number: i64) -> Result<Option<String>> {
    let row = tx
        .sql("select sealed from import_parts where import_id = $1 and number = $2")
        .bind(import_id)
        .bind(number)
        .first()
        .await?;
    row.map(|row| row.get(0)).transpose()
}

/// The number of the first part from `number` on that has rows with the verdict of this place in
/// [`super::model::Verdict::ALL`]; any rows for 4.
pub(super) async fn find_part_with(
    tx: &mut Tx,
    import_id: &str,
    number: i64,
    verdict: i64,
) -> Result<Option<i64>> {
    let row = tx
        .sql(
            "select number from import_parts where import_id = $1 and number >= $2 and case cast($3 as bigint) when 0 then added \
             when 1 then changed when 2 then unchanged when 3 then wrong else 1 end > 0 order by number limit 1",
        )
        .bind(import_id)
        .bind(number)
        .bind(verdict)
        .first()
        .await?;
    row.map(|row| row.get(0)).transpose()
}
