//! SQL of the tables `users_acts` and `users_acts_roles`.

use seatwarden_base::{
    Error, Result,
    db::{Engine, Row, Tx},
};
use serde::{Serialize, de::DeserializeOwned};

use super::super::actions::{Act, ActState, LongAct};
use crate::text::KeptRefusal;

const INSERT_GIVEN_SQLITE: &str = "insert into users_acts_roles (act_id, user_id, before_id, after_id) \
    select cast($1 as text), json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]') from json_each($2)";
const INSERT_GIVEN_POSTGRES: &str = "insert into users_acts_roles (act_id, user_id, before_id, after_id) \
    select cast($1 as text), given ->> 0, given ->> 1, given ->> 2 \
    from jsonb_array_elements(cast(cast($2 as text) as jsonb)) as all_given (given)";
const GIVEN_TO_SQLITE: &str = "select user_id, before_id, after_id from users_acts_roles \
    where act_id = $1 and user_id in (select value from json_each($2))";
const GIVEN_TO_POSTGRES: &str = "select user_id, before_id, after_id from users_acts_roles where act_id = $1 \
    and user_id = any(array(select jsonb_array_elements_text(cast(cast($2 as text) as jsonb))))";

fn json<T: Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|cause| Error::fault("keeping an act on users", cause))
}

fn of_json<T: DeserializeOwned>(text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(|cause| Error::fault("reading an act on users", cause))
}

fn act(row: &Row) -> Result<LongAct> {
    let (word, target): (String, String) = (row.get(3)?, row.get(4)?);
    let why: Option<String> = row.get(13)?;
    Ok(LongAct {
        id: row.get(0)?,
        actor_id: row.get(1)?,
        actor_name: row.get(2)?,
        act: Act::read(&word, &target, &target)?,
        ids: of_json(&row.get::<String>(5)?)?,
        total: row.get(6)?,
        position: row.get(7)?,
        changed: row.get(8)?,
        unchanged: row.get(9)?,
        refused: row.get(10)?,
        reasons: of_json(&row.get::<String>(11)?)?,
        state: ActState::of_word(&row.get::<String>(12)?),
        why: why.map(|why| of_json(&why)).transpose()?,
        created_at_ms: row.get(14)?,
        is_whole: row.get(15)?,
    })
}

/// Adds an act, as far as it is.
pub(in super::super) async fn insert(tx: &mut Tx, act: &LongAct) -> Result<()> {
    tx.sql(
        "insert into users_acts (id, actor_id, actor_name, act, target, ids, total, position, changed, unchanged, \
         refused, reasons, state, why, created_at_ms, is_whole) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)",
    )
    .bind(act.id.as_str())
    .bind(act.actor_id.as_deref())
    .bind(act.actor_name.as_str())
    .bind(act.act.word())
    .bind(act.act.target())
    .bind(json(&act.ids)?)
    .bind(act.total)
    .bind(act.position)
    .bind(act.changed)
    .bind(act.unchanged)
    .bind(act.refused)
    .bind(json(&act.reasons)?)
    .bind(act.state.word())
    .bind(act.why.as_ref().map(json).transpose()?)
    .bind(act.created_at_ms)
    .bind(act.is_whole)
    .run()
    .await?;
    Ok(())
}

/// An act.
pub(in super::super) async fn find(tx: &mut Tx, id: &str) -> Result<Option<LongAct>> {
    let row = tx
        .sql(
            "select id, actor_id, actor_name, act, target, ids, total, position, changed, unchanged, refused, \
             reasons, state, why, created_at_ms, is_whole from users_acts where id = $1",
        )
        .bind(id)
        .first()
        .await?;
    row.as_ref().map(act).transpose()
}

/// The latest acts, newest first, without their users.
pub(in super::super) async fn list(tx: &mut Tx, limit: i64) -> Result<Vec<LongAct>> {
    let rows = tx
        .sql(
            "select id, actor_id, actor_name, act, target, '[]', total, position, changed, unchanged, refused, '[]', \
             state, why, created_at_ms, is_whole from users_acts order by created_at_ms desc, id desc limit $1",
        )
        .bind(limit)
        .all()
        .await?;
    rows.iter().map(act).collect()
}

/// Stops an act that is under way; whether it was.
pub(in super::super) async fn set_stopped(tx: &mut Tx, id: &str, why: &KeptRefusal) -> Result<bool> {
    let written = tx
        .sql("update users_acts set state = 'stopped', why = $2 where id = $1 and state = 'running'")
        .bind(id)
        .bind(json(why)?)
        .run()
        .await?;
    Ok(written == 1)
}

/// Writes how far an act is, unless it was further already; whether it was written.
pub(in super::super) async fn set(tx: &mut Tx, before: &LongAct, after: &LongAct) -> Result<bool> {
    let written = tx
        .sql(
            "update users_acts set position = $3, changed = $4, unchanged = $5, refused = $6, reasons = $7, \
             state = $8, why = $9 where id = $1 and position = $2 and state = 'running'",
        )
        .bind(before.id.as_str())
        .bind(before.position)
        .bind(after.position)
        .bind(after.changed)
        .bind(after.unchanged)
        .bind(after.refused)
        .bind(json(&after.reasons)?)
        .bind(after.state.word())
        .bind(after.why.as_ref().map(json).transpose()?)
        .run()
        .await?;
    Ok(written == 1)
}

/// Ids of acts that are under way, at most `limit`.
pub(in super::super) async fn list_running(tx: &mut Tx, limit: i64) -> Result<Vec<String>> {
    let rows = tx.sql("select id from users_acts where state = 'running' limit $1").bind(limit).all().await?;
    rows.iter().map(|row| row.get(0)).collect()
}

/// Removes acts that began before a moment, whatever became of them.
pub(in super::super) async fn delete_old(tx: &mut Tx, before_ms: i64) -> Result<u64> {
    tx.sql("delete from users_acts where created_at_ms < $1 and state <> 'running'")
        .bind(before_ms)
        .run()
        .await
}

/// Keeps whom an act gave another role, or deleted: user, role before, role after, which is empty of whom it deleted. They go
/// with the act.
pub(in super::super) async fn insert_given(tx: &mut Tx, act_id: &str, given: &[[String; 3]]) -> Result<()> {
    let text = if tx.engine() == Engine::Sqlite { INSERT_GIVEN_SQLITE } else { INSERT_GIVEN_POSTGRES };
    tx.sql(text).bind(act_id).bind(json(&given)?).run().await?;
    Ok(())
}

/// Whom an act gave another role, or deleted, at most `limit`.
pub(in super::super) async fn list_given(tx: &mut Tx, act_id: &str, limit: i64) -> Result<Vec<String>> {
    let rows = tx
        .sql("select user_id from users_acts_roles where act_id = $1 order by user_id limit $2")
        .bind(act_id)
        .bind(limit)
        .all()
        .await?;
    rows.iter().map(|row| row.get(0)).collect()
}

/// The same of these users (a list in JSON), with the role before and the one after.
pub(in super::super) async fn list_given_to(
    tx: &mut Tx,
    act_id: &str,
    user_ids: &str,
) -> Result<Vec<[String; 3]>> {
    let text = if tx.engine() == Engine::Sqlite { GIVEN_TO_SQLITE } else { GIVEN_TO_POSTGRES };
    let rows = tx.sql(text).bind(act_id).bind(user_ids).all().await?;
    rows.iter().map(|row| Ok([row.get(0)?, row.get(1)?, row.get(2)?])).collect()
}

/// The roles, by id, that people had before an act.
pub(in super::super) async fn list_roles_before(tx: &mut Tx, act_id: &str) -> Result<Vec<String>> {
    let rows = tx
        .sql("select distinct before_id from users_acts_roles where act_id = $1 limit 1000")
        .bind(act_id)
        .all()
        .await?;
    rows.iter().map(|row| row.get(0)).collect()
}
