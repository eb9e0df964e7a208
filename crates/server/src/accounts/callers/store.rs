//! SQL of the tables `callers`, `caller_calls` and `caller_parts`. Reads `users` and `roles`.

use seatwarden_base::{
    Result,
    db::{Row, Tx},
};

use super::{
    gather::Seen,
    model::{Call, Caller, CallerKind, Filter, PartUse},
};
use crate::{
    cx::{LegacyPart, person_columns},
    text::part_pattern,
};

/// Longest search, in characters; the rest is cut off.
const SEARCH_MAX: usize = 100;

/// The statement that reads callers, up to which of them; the old ways are those used since `$1`.
macro_rules! callers {
    ($which:literal) => {
        concat!(
            "select u.id, u.email, u.user_name, u.first_name, u.last_name, u.active, u.origin, u.language, \
             u.created_at_ms, u.updated_at_ms, u.last_login_at_ms, u.last_activity_at_ms, u.version, \
             r.id, r.name, r.display_name, r.base_name, r.granted, r.withdrawn, \
             c.id, c.kind, c.token_id, c.token_name, c.ip, c.user_agent, c.calls, c.first_seen_at_ms, \
             c.last_seen_at_ms, c.off_at_ms, \
             (select cast(coalesce(sum(part), 0) as bigint) from caller_parts \
             where caller_id = c.id and last_seen_at_ms >= $1) as parts \
             from callers c join users u on u.id = c.user_id join roles r on r.id = u.role_id ",
            $which
        )
    };
}

fn caller(row: &Row) -> Result<Caller> {
    let kind: String = row.get(20)?;
    Ok(Caller {
        person: person_columns(row, 0)?,
        id: row.get(19)?,
        kind: CallerKind::of_word(&kind)?,
        token_id: row.get(21)?,
        token_name: row.get(22)?,
        ip: row.get(23)?,
        user_agent: row.get(24)?,
        calls: row.get(25)?,
        first_seen_at_ms: row.get(26)?,
        last_seen_at_ms: row.get(27)?,
        off_at_ms: row.get(28)?,
        parts: LegacyPart::of_bits(row.get(29)?),
    })
}

/// Callers that fit, those seen last first; the old ways that they used since a time.
pub(super) async fn list(tx: &mut Tx, filter: &Filter, limit: i64, since_ms: i64) -> Result<Vec<Caller>> {
    let (before_ms, before_id) = filter.after.as_ref().map_or((i64::MAX, ""), |(at, id)| (*at, id.as_str()));
    let rows = tx
        .sql(callers!(
            "where (c.last_seen_at_ms < $2 or c.last_seen_at_ms = $2 and c.id < $3) \
             and (cast($5 as text) is null or c.kind = cast($5 as text)) \
             and (not $6 or exists (select 1 from caller_parts p where p.caller_id = c.id \
             and p.last_seen_at_ms >= $1)) \
             and (not $7 or c.off_at_ms is not null) \
             and (cast($8 as text) is null or c.search_text like cast($8 as text) escape '!') \
             order by c.last_seen_at_ms desc, c.id desc limit $4"
        ))
        .bind(since_ms)
        .bind(before_ms)
        .bind(before_id)
        .bind(limit)
        .bind(filter.kind.map(CallerKind::word))
        .bind(filter.legacy)
        .bind(filter.off)
        .bind(pattern(&filter.search))
        .all()
        .await?;
    rows.iter().map(caller).collect()
}

/// What `like` looks for; none for nothing.
fn pattern(search: &str) -> Option<String> {
    let text: String = search.trim().chars().take(SEARCH_MAX).collect();
    (!text.is_empty()).then(|| part_pattern(&text))
}

/// The caller with this id.
pub(super) async fn find(tx: &mut Tx, id: &str, since_ms: i64) -> Result<Option<Caller>> {
    let row = tx.sql(callers!("where c.id = $2")).bind(since_ms).bind(id).first().await?;
    row.as_ref().map(caller).transpose()
}

/// What a caller asked for, the last first.
pub(super) async fn list_calls(tx: &mut Tx, id: &str, limit: i64) -> Result<Vec<Call>> {
    let rows = tx
        .sql(
            "select method, route, calls, last_seen_at_ms from caller_calls where caller_id = $1 \
             order by last_seen_at_ms desc, route, method limit $2",
        )
        .bind(id)
        .bind(limit)
        .all()
        .await?;
    let call = |row: &Row| {
        Ok(Call { method: row.get(0)?, route: row.get(1)?, calls: row.get(2)?, last_seen_at_ms: row.get(3)? })
    };
    rows.iter().map(call).collect()
}

/// The old ways that a caller used, the last first.
pub(super) async fn list_parts(tx: &mut Tx, id: &str) -> Result<Vec<PartUse>> {
    let rows = tx
        .sql(
            "select part, calls, last_seen_at_ms from caller_parts where caller_id = $1 \
             order by last_seen_at_ms desc, part",
        )
        .bind(id)
        .all()
        .await?;
    let mut parts = Vec::new();
    for row in &rows {
        // A bit that means nothing any more is passed over.
        if let Some(part) = LegacyPart::of_bits(row.get(0)?).first() {
            parts.push(PartUse { part: *part, calls: row.get(1)?, last_seen_at_ms: row.get(2)? });
        }
    }
    Ok(parts)
}

/// Ids of those that are switched off.
pub(super) async fn list_off(tx: &mut Tx, limit: i64) -> Result<Vec<String>> {
    let rows =
        tx.sql("select id from callers where off_at_ms is not null limit $1").bind(limit).all().await?;
    rows.iter().map(|row| row.get(0)).collect()
}

/// How many are switched off.
pub(super) async fn count_off(tx: &mut Tx) -> Result<i64> {
    tx.sql("select count(*) from callers where off_at_ms is not null").one().await?.get(0)
}

/// Switches one off, or on.
pub(super) async fn set_off(tx: &mut Tx, id: &str, off_at_ms: Option<i64>) -> Result<()> {
    tx.sql("update callers set off_at_ms = $2 where id = $1").bind(id).bind(off_at_ms).run().await?;
    Ok(())
}

/// Adds what was gathered to what is there. A user who is gone has no callers.
pub(super) async fn insert_all(tx: &mut Tx, seen: &[Seen]) -> Result<()> {
    let ids: Vec<String> = seen.iter().map(|seen| seen.mark.id()).collect();
    let mut callers = Vec::with_capacity(seen.len());
    let (mut calls, mut parts) = (Vec::new(), Vec::new());
    for (id, seen) in ids.iter().zip(seen) {
        let mark = &seen.mark;
        callers.push(vec![
            id.as_str().into(),
            mark.kind.word().into(),
            mark.user_id.as_str().into(),
            mark.token_id.as_str().into(),
            mark.ip.as_str().into(),
            mark.user_agent.as_str().into(),
            mark.user_agent.to_lowercase().into(),
            seen.count.into(),
            seen.first_at_ms.into(),
            seen.last_at_ms.into(),
        ]);
        calls.extend(seen.calls.iter().map(|call| {
            vec![
                id.as_str().into(),
                call.method.into(),
                (&*call.route).into(),
                call.count.into(),
                call.last_at_ms.into(),
            ]
        }));
        let used = LegacyPart::ALL.iter().zip(seen.parts).filter(|(_, count)| *count > 0);
        parts.extend(used.map(|(part, count)| {
            vec![id.as_str().into(), i64::from(part.bit()).into(), count.into(), seen.last_at_ms.into()]
        }));
    }
    tx.sql(
        "insert into callers (id, kind, user_id, token_id, token_name, ip, user_agent, search_text, calls, \
         first_seen_at_ms, last_seen_at_ms) \
         select cast($1 as text), cast($2 as text), u.id, cast($4 as text), coalesce(t.name, ''), \
         cast($5 as text), cast($6 as text), \
         u.full_name_key || ' ' || u.user_name_key || ' ' || u.email_key || ' ' || lower(coalesce(t.name, '')) \
         || ' ' || cast($5 as text) || ' ' || cast($7 as text), \
         cast($8 as bigint), cast($9 as bigint), cast($10 as bigint) \
         from users u left join api_tokens t on t.id = $4 where u.id = $3 \
         on conflict (id) do update set token_name = excluded.token_name, search_text = excluded.search_text, \
         calls = callers.calls + excluded.calls, last_seen_at_ms = case \
         when excluded.last_seen_at_ms > callers.last_seen_at_ms then excluded.last_seen_at_ms \
         else callers.last_seen_at_ms end",
    )
    .each(callers)
    .await?;
    tx.sql(
        "insert into caller_calls (caller_id, method, route, calls, last_seen_at_ms) \
         select id, cast($2 as text), cast($3 as text), cast($4 as bigint), cast($5 as bigint) \
         from callers where id = $1 on conflict (caller_id, method, route) do update set \
         calls = caller_calls.calls + excluded.calls, last_seen_at_ms = excluded.last_seen_at_ms",
    )
    .each(calls)
    .await?;
    tx.sql(
        "insert into caller_parts (caller_id, part, calls, last_seen_at_ms) \
         select id, cast($2 as bigint), cast($3 as bigint), cast($4 as bigint) \
         from callers where id = $1 on conflict (caller_id, part) do update set \
         calls = caller_parts.calls + excluded.calls, last_seen_at_ms = excluded.last_seen_at_ms",
    )
    .each(parts)
    .await?;
    Ok(())
}

/// Forgets the callers of a user beyond the newest `keep`; those that are switched off stay.
pub(super) async fn delete_of_user_beyond(tx: &mut Tx, user_id: &str, keep: i64) -> Result<u64> {
    tx.sql(
        "delete from callers where off_at_ms is null and id in (select id from callers where user_id = $1 \
         order by last_seen_at_ms desc, id desc limit 10000 offset $2)",
    )
    .bind(user_id)
    .bind(keep)
    .run()
    .await
}

/// Forgets callers beyond the newest `keep`; those that are switched off stay.
pub(super) async fn delete_beyond(tx: &mut Tx, keep: i64) -> Result<u64> {
    tx.sql(
        "delete from callers where off_at_ms is null and id in (select id from callers \
         order by last_seen_at_ms desc, id desc limit 10000 offset $1)",
    )
    .bind(keep)
    .run()
    .await
}
