//! Groups of many users at once: a page of a list, a crowd.

use seatwarden_base::{
    Result,
    db::{Engine, Row, Tx},
};

use super::{
    super::model::{GroupKind, Named},
    under_way,
};

/// Up to so many bytes of ids, those of a page, are looked up without a detour over another thread.
const BRIEF_BYTES: usize = 4_096;

const OF_USERS_SQLITE: &str = "select m.user_id, g.id, g.name, g.kind, g.name_key, g.under_way from group_members m \
    join groups g on g.id = m.group_id where m.user_id in (select value from json_each($1)) \
    union all select null, id, name, kind, name_key, under_way from groups where kind <> 'plain' order by name_key";
const OF_USERS_POSTGRES: &str = "select m.user_id, g.id, g.name, g.kind, g.name_key, g.under_way from group_members m \
    join groups g on g.id = m.group_id \
    where m.user_id = any(array(select jsonb_array_elements_text(cast(cast($1 as text) as jsonb)))) \
    union all select null, id, name, kind, name_key, under_way from groups where kind <> 'plain' order by name_key";
const INSIDE_SQLITE: &str = "with recursive inside (id) as (select cast($1 as text) \
    union select s.subgroup_id from group_subgroups s join inside i on i.id = s.group_id) \
    select m.user_id from group_members m where m.user_id in (select value from json_each($2)) \
    and m.group_id in (select id from inside)";
const INSIDE_POSTGRES: &str = "with recursive inside (id) as (select cast($1 as text) \
    union select s.subgroup_id from group_subgroups s join inside i on i.id = s.group_id) \
    select m.user_id from group_members m \
    where m.user_id = any(array(select jsonb_array_elements_text(cast(cast($2 as text) as jsonb)))) \
    and m.group_id in (select id from inside)";

/// Every stored membership of these users, as user, group and kind, and every derived group, without a user; by name. One
/// look-up for a page of users. `ids` is a list in JSON.
pub(in super::super) async fn list_of_users(
    tx: &mut Tx,
    ids: &str,
) -> Result<Vec<(Option<String>, Named, GroupKind)>> {
    let text = if tx.engine() == Engine::Sqlite { OF_USERS_SQLITE } else { OF_USERS_POSTGRES };
    let rows = tx.sql(text).bind(ids).brief_if(ids.len() <= BRIEF_BYTES).all().await?;
    let read = |mut row: Row| -> Result<_> {
        let kind: String = row.take(3)?;
        let under_way = under_way(&row, 5)?;
        let named = Named { id: row.take(1)?, name: row.take(2)?, under_way };
        Ok((row.take(0)?, named, GroupKind::of_word(&kind)))
    };
    rows.into_iter().map(read).collect()
}

/// Those of these users (a list of ids in JSON) who are in a group, or in a group inside of it.
pub(in super::super) async fn list_inside_of(tx: &mut Tx, group_id: &str, ids: &str) -> Result<Vec<String>> {
    let text = if tx.engine() == Engine::Sqlite { INSIDE_SQLITE } else { INSIDE_POSTGRES };
    tx.sql(text).bind(group_id).bind(ids).all().await?.iter().map(|row| row.get(0)).collect()
}

/// Ids of the members of a group and of those inside of it; at most `limit`.
pub(in super::super) async fn list_ids_inside(
    tx: &mut Tx,
    group_id: &str,
    limit: i64,
) -> Result<Vec<String>> {
    let rows = tx
        .sql(
            "with recursive inside (id) as (select cast($1 as text) \
             union select s.subgroup_id from group_subgroups s join inside i on i.id = s.group_id) \
             select distinct m.user_id from inside i join group_members m on m.group_id = i.id limit $2",
        )
        .bind(group_id)
        .bind(limit)
        .all()
        .await?;
    rows.iter().map(|row| row.get(0)).collect()
}

/// Names of groups whose key is like a pattern, at most `limit`, without those on their way out.
pub(in super::super) async fn list_like(tx: &mut Tx, pattern: &str, limit: i64) -> Result<Vec<String>> {
    let rows = tx
        .sql(
            "select name from groups where name_key like $1 escape '!' and under_way is null \
             order by name_key limit $2",
        )
        .bind(pattern)
        .bind(limit)
        .all()
        .await?;
    rows.iter().map(|row| row.get(0)).collect()
}

/// The first groups by name, without those on their way out.
pub(in super::super) async fn list_names(tx: &mut Tx, limit: i64) -> Result<Vec<(Named, GroupKind)>> {
    let rows = tx
        .sql("select id, name, kind from groups where under_way is null order by name_key limit $1")
        .bind(limit)
        .brief()
        .all()
        .await?;
    rows.iter()
        .map(|row| {
            let kind: String = row.get(2)?;
            let named = Named { id: row.get(0)?, name: row.get(1)?, under_way: None };
            Ok((named, GroupKind::of_word(&kind)))
        })
        .collect()
}

/// Adds a plain group unless its name is taken.
pub(in super::super) async fn insert_named(
    tx: &mut Tx,
    id: &str,
    (name, name_key): (&str, &str),
    now_ms: i64,
) -> Result<()> {
    tx.sql(
        "insert into groups (id, name, name_key, kind, created_at_ms, updated_at_ms) \
         values ($1, $2, $3, 'plain', $4, $4) on conflict (name_key) do nothing",
    )
    .bind(id)
    .bind(name)
    .bind(name_key)
    .bind(now_ms)
    .run()
    .await?;
    Ok(())
}

/// Puts those of a crowd of numbered users into a group whose number leaves `rest` when divided by `every`.
pub(in super::super) async fn insert_crowd(
    tx: &mut Tx,
    group_id: &str,
    (every, rest): (i64, i64),
    (first, last): (i64, i64),
) -> Result<()> {
    tx.sql(
        "with recursive crowd (number) as (select cast($1 as bigint) union all \
         select number + 1 from crowd where number < cast($2 as bigint)) \
         insert into group_members (group_id, user_id) select cast($3 as text), \
         substr('000000000000000000000000' || cast(number as text), length(cast(number as text)) + 1) \
         from crowd where number % cast($4 as bigint) = cast($5 as bigint) on conflict do nothing",
    )
    .bind(first)
    .bind(last)
    .bind(group_id)
    .bind(every)
    .bind(rest)
    .run()
    .await?;
    Ok(())
}
