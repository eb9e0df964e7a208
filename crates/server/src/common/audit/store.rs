//! SQL of the tables `audit_events` and `audit_head`.

use std::collections::HashMap;

use seatwarden_base::{
    Result,
    db::{Engine, Row, Statement, Tx},
};

use super::model::Recorded;

/// Id of the user whom a name or address signs in. Reads `sign_in_names`.
pub(super) async fn find_user_id(tx: &mut Tx, name_key: &str) -> Result<Option<String>> {
    let row = tx.sql("select user_id from sign_in_names where name_key = $1").bind(name_key).first().await?;
    row.map(|row| row.get(0)).transpose()
}

const NAMES_SQLITE: &str = "select id, user_name from users where id in (select value from json_each($1))";
const NAMES_POSTGRES: &str = "select id, user_name from users \
    where id = any(array(select jsonb_array_elements_text(cast(cast($1 as text) as jsonb))))";

/// The names of the users with these ids (a list in JSON) who are still there, by id. Reads `users`.
pub(super) async fn list_user_names(tx: &mut Tx, ids: &str) -> Result<HashMap<String, String>> {
    let text = if tx.engine() == Engine::Sqlite { NAMES_SQLITE } else { NAMES_POSTGRES };
    let rows = tx.sql(text).bind(ids).all().await?;
    rows.into_iter().map(|mut row| Ok((row.take(0)?, row.take(1)?))).collect()
}

/// Makes the row that holds the end of the chain.
pub(super) async fn insert_head(tx: &mut Tx) -> Result<()> {
    tx.sql("insert into audit_head (id, sequence, hash) values (1, 0, $1) on conflict (id) do nothing")
        .bind(Vec::new())
        .run()
        .await?;
    Ok(())
}

/// Takes the next places in the chain, and with them the lock on the chain until the transaction ends.
/// Returns the last of them and the hash before the first.
pub(super) async fn set_last_sequence(tx: &mut Tx, count: i64) -> Result<(i64, Vec<u8>)> {
    let row = tx
        .sql("update audit_head set sequence = sequence + $1 where id = 1 returning sequence, hash")
        .bind(count)
        .brief()
        .one()
        .await?;
    Ok((row.get(0)?, row.get(1)?))
}

/// Moves the end of the chain.
pub(super) async fn set_head_hash(tx: &mut Tx, hash: &[u8]) -> Result<()> {
    tx.sql("update audit_head set hash = $1 where id = 1").bind(hash).brief().run().await?;
    Ok(())
}

/// The end of the chain: its last place and hash. None only if somebody took it away.
pub(super) async fn find_head(tx: &mut Tx) -> Result<Option<(i64, Vec<u8>)>> {
    let row = tx.sql("select sequence, hash from audit_head where id = 1").first().await?;
    row.map(|row| Ok((row.get(0)?, row.get(1)?))).transpose()
}

/// Adds events, each with its hash.
pub(super) async fn insert(tx: &mut Tx, events: Vec<(Recorded, Vec<u8>)>) -> Result<()> {
    let rows = events.into_iter().map(|(event, hash)| {
        vec![
            event.sequence.into(),
            event.at_ms.into(),
            event.event.into(),
            event.actor_id.into(),
            event.actor_name.into(),
            event.on_behalf_of.into(),
            event.subject_kind.into(),
            event.subject_id.into(),
            event.before_json.into(),
            event.after_json.into(),
            event.ip.into(),
            event.user_agent.into(),
            event.request_id.into(),
            hash.into(),
        ]
    });
    tx.sql(
        "insert into audit_events (sequence, at_ms, event, actor_id, actor_name, on_behalf_of, \
         subject_kind, subject_id, before_json, after_json, ip, user_agent, request_id, hash) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
    )
    .brief()
    .each(rows.collect())
    .await?;
    Ok(())
}

/// Events after a place in the chain, in order, each with its hash.
pub(super) async fn list_after(tx: &mut Tx, sequence: i64, limit: i64) -> Result<Vec<(Recorded, Vec<u8>)>> {
    let rows = tx
        .sql(
            "select sequence, at_ms, event, actor_id, actor_name, on_behalf_of, subject_kind, subject_id, \
             before_json, after_json, ip, user_agent, request_id, hash \
             from audit_events where sequence > $1 order by sequence limit $2",
        )
        .bind(sequence)
        .bind(limit)
        .all()
        .await?;
    rows.iter().map(|row| Ok((recorded(row)?, row.get(13)?))).collect()
}

/// The statement that lists events of a [`Range`], up to which of them and in which order.
macro_rules! matching {
    ($which:literal) => {
        concat!(
            "select sequence, at_ms, event, actor_id, actor_name, on_behalf_of, subject_kind, subject_id, \
             before_json, after_json, ip, user_agent, request_id \
             from audit_events where sequence >= $1 and sequence < $2 and at_ms >= $3 and at_ms < $4 and \
             (cast($5 as text) is null or lower(actor_name) like cast($5 as text) escape '!' \
             or subject_id = $6 or request_id = $6 or ip = $6 \
             or lower(coalesce(before_json, '')) like cast($5 as text) escape '!' \
             or lower(coalesce(after_json, '')) like cast($5 as text) escape '!') ",
            $which
        )
    };
}

/// Which part of the chain is looked through, and what for.
pub(super) struct Range<'a> {
    /// From this place on.
    pub(super) first: i64,
    /// Before this place.
    pub(super) end: i64,
    pub(super) from_ms: i64,
    pub(super) to_ms: i64,
    /// `like` pattern in lower case, with `!` as the escape; none finds all.
    pub(super) pattern: Option<&'a str>,
    /// The same text as a whole: an id or an address.
    pub(super) whole: &'a str,
    pub(super) limit: i64,
}

/// Events of any kind, newest first.
pub(super) async fn list_matching(tx: &mut Tx, range: &Range<'_>) -> Result<Vec<Recorded>> {
    let asked = tx.sql(matching!("order by sequence desc limit $7"));
    in_range(asked, range).all().await?.iter().map(recorded).collect()
}

/// Whether anything of this kind was ever recorded.
pub(super) async fn find_is_recorded(tx: &mut Tx, event: &str) -> Result<bool> {
    let found = tx.sql("select 1 from audit_events where event = $1 limit 1").bind(event).first().await?;
    Ok(found.is_some())
}

/// Events of one kind, newest first.
pub(super) async fn list_of_event(tx: &mut Tx, event: &str, range: &Range<'_>) -> Result<Vec<Recorded>> {
    let asked = tx.sql(matching!("and event = $8 order by sequence desc limit $7"));
    in_range(asked, range).bind(event).all().await?.iter().map(recorded).collect()
}

/// Events about things of these sorts, newest first.
pub(super) async fn list_of_kinds(
    tx: &mut Tx,
    subject_kinds: [&str; 8],
    range: &Range<'_>,
) -> Result<Vec<Recorded>> {
    let asked = tx.sql(matching!(
        "and subject_kind in ($8, $9, $10, $11, $12, $13, $14, $15) order by sequence desc limit $7"
    ));
    let mut asked = in_range(asked, range);
    for kind in subject_kinds {
        asked = asked.bind(kind);
    }
    asked.all().await?.iter().map(recorded).collect()
}

/// Events that a person did or that happened to them, newest first; of one kind unless `event` is empty.
pub(super) async fn list_of_person(
    tx: &mut Tx,
    user_id: &str,
    event: &str,
    range: &Range<'_>,
) -> Result<Vec<Recorded>> {
    let about =
        tx.sql(matching!("and subject_id = $8 and ($9 = '' or event = $9) order by sequence desc limit $7"));
    let mut rows = in_range(about, range).bind(user_id).bind(event).all().await?;
    let by_them =
        tx.sql(matching!("and actor_id = $8 and ($9 = '' or event = $9) order by sequence desc limit $7"));
    rows.extend(in_range(by_them, range).bind(user_id).bind(event).all().await?);
    let mut theirs: Vec<Recorded> = rows.iter().map(recorded).collect::<Result<_>>()?;
    theirs.sort_by_key(|event| std::cmp::Reverse(event.sequence));
    theirs.dedup_by_key(|event| event.sequence);
    theirs.truncate(usize::try_from(range.limit).unwrap_or_default());
    Ok(theirs)
}

/// Acts of these two sorts that others did to a user, in order.
pub(super) async fn list_by_others(tx: &mut Tx, user_id: &str, events: [&str; 2]) -> Result<Vec<Recorded>> {
    let rows = tx
        .sql(
            "select sequence, at_ms, event, actor_id, actor_name, on_behalf_of, subject_kind, subject_id, \
             before_json, after_json, ip, user_agent, request_id from audit_events \
             where subject_id = $1 and subject_kind = 'user' and actor_id is not null and actor_id <> $1 \
             and event in ($2, $3) order by sequence",
        )
        .bind(user_id)
        .bind(events[0])
        .bind(events[1])
        .all()
        .await?;
    rows.iter().map(recorded).collect()
}

/// Tokens that others made for a user, in order; `pattern` finds the user in what such an event says.
pub(super) async fn list_tokens_by_others(
    tx: &mut Tx,
    user_id: &str,
    pattern: &str,
) -> Result<Vec<Recorded>> {
    let rows = tx
        .sql(
            "select sequence, at_ms, event, actor_id, actor_name, on_behalf_of, subject_kind, subject_id, \
             before_json, after_json, ip, user_agent, request_id from audit_events \
             where event in ('api_tokens.create', 'api_tokens.rotate') and actor_id is not null \
             and actor_id <> $1 and after_json like $2 order by sequence",
        )
        .bind(user_id)
        .bind(pattern)
        .all()
        .await?;
    rows.iter().map(recorded).collect()
}

fn in_range<'a>(asked: Statement<'a>, range: &Range<'_>) -> Statement<'a> {
    asked
        .bind(range.first)
        .bind(range.end)
        .bind(range.from_ms)
        .bind(range.to_ms)
        .bind(range.pattern)
        .bind(range.whole)
        .bind(range.limit)
}

/// When the event at a place happened; none if there is no such place.
pub(super) async fn find_at_ms(tx: &mut Tx, sequence: i64) -> Result<Option<i64>> {
    let row = tx.sql("select at_ms from audit_events where sequence = $1").bind(sequence).first().await?;
    row.map(|row| row.get(0)).transpose()
}

fn recorded(row: &Row) -> Result<Recorded> {
    Ok(Recorded {
        sequence: row.get(0)?,
        at_ms: row.get(1)?,
        event: row.get(2)?,
        actor_id: row.get(3)?,
        actor_name: row.get(4)?,
        on_behalf_of: row.get(5)?,
        subject_kind: row.get(6)?,
        subject_id: row.get(7)?,
        before_json: row.get(8)?,
        after_json: row.get(9)?,
        ip: row.get(10)?,
        user_agent: row.get(11)?,
        request_id: row.get(12)?,
    })
}
