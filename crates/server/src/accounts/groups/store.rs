//! SQL of the tables `groups` and `group_members`.

use seatwarden_base::{
    Result,
    db::{Engine, Tx},
};

use super::model::{GroupKind, Named};

/// Adds a derived group unless it is there.
pub(super) async fn insert_derived(
    tx: &mut Tx,
    id: &str,
    kind: GroupKind,
    name: &str,
    now_ms: i64,
) -> Result<()> {
    tx.sql(
        "insert into groups (id, name, name_key, kind, created_at_ms, updated_at_ms) \
         values ($1, $2, $3, $4, $5, $5) on conflict (name_key) do nothing",
    )
    .bind(id)
    .bind(name)
    .bind(name.to_lowercase())
    .bind(kind.word())
    .bind(now_ms)
    .run()
    .await?;
    Ok(())
}

/// Id and kind of the group with this id or name (`key` is the name in lower case).
pub(super) async fn find(tx: &mut Tx, id_or_name: &str) -> Result<Option<(String, GroupKind)>> {
    let row = tx
        .sql("select id, kind from groups where id = $1 or name_key = $2 limit 1")
        .bind(id_or_name)
        .bind(id_or_name.to_lowercase())
        .first()
        .await?;
    row.map(|row| {
        let kind: String = row.get(1)?;
        Ok((row.get(0)?, GroupKind::of_word(&kind)))
    })
    .transpose()
}

/// The derived groups.
pub(super) async fn list_derived(tx: &mut Tx) -> Result<Vec<(Named, GroupKind)>> {
    let rows = tx
        .sql("select id, name, kind from groups where kind <> 'plain' order by name_key limit 10")
        .all()
        .await?;
    rows.iter()
        .map(|row| {
            let kind: String = row.get(2)?;
            Ok((Named { id: row.get(0)?, name: row.get(1)? }, GroupKind::of_word(&kind)))
        })
        .collect()
}

const OF_USERS_SQLITE: &str = "select m.user_id, g.id, g.name from group_members m join groups g on g.id = m.group_id \
    where m.user_id in (select value from json_each($1)) order by g.name_key";
const OF_USERS_POSTGRES: &str = "select m.user_id, g.id, g.name from group_members m join groups g on g.id = m.group_id \
    where m.user_id = any(array(select jsonb_array_elements_text(cast(cast($1 as text) as jsonb)))) order by g.name_key";

/// Every stored membership of these users, as user, group and its name: one look-up for a page of users.
/// `ids` is a list in JSON.
pub(super) async fn list_of_users(tx: &mut Tx, ids: &str) -> Result<Vec<(String, Named)>> {
    let text = if tx.engine() == Engine::Sqlite { OF_USERS_SQLITE } else { OF_USERS_POSTGRES };
    let rows = tx.sql(text).bind(ids).all().await?;
    rows.iter().map(|row| Ok((row.get(0)?, Named { id: row.get(1)?, name: row.get(2)? }))).collect()
}

/// The first groups by name, and besides the one with this id.
pub(super) async fn list_names(tx: &mut Tx, and_id: &str, limit: i64) -> Result<Vec<(Named, GroupKind)>> {
    let rows = tx
        .sql(
            "select id, name, kind from (select id, name, kind, name_key from groups order by name_key limit $2) as first \
             union select id, name, kind from groups where id = $1 order by name",
        )
        .bind(and_id)
        .bind(limit)
        .all()
        .await?;
    rows.iter()
        .map(|row| {
            let kind: String = row.get(2)?;
            Ok((Named { id: row.get(0)?, name: row.get(1)? }, GroupKind::of_word(&kind)))
        })
        .collect()
}

/// Ids of the stored members of a group; at most `limit`.
pub(super) async fn list_members(tx: &mut Tx, group_id: &str, limit: i64) -> Result<Vec<String>> {
    let rows = tx
        .sql("select user_id from group_members where group_id = $1 limit $2")
        .bind(group_id)
        .bind(limit)
        .all()
        .await?;
    rows.iter().map(|row| row.get(0)).collect()
}

/// Puts some of a crowd of numbered users into a plain group.
pub(super) async fn insert_crowd(
    tx: &mut Tx,
    group_id: &str,
    every: i64,
    rest: i64,
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

/// Adds a plain group unless its name is taken.
pub(super) async fn insert_plain(tx: &mut Tx, id: &str, name: &str, now_ms: i64) -> Result<()> {
    tx.sql(
        "insert into groups (id, name, name_key, kind, created_at_ms, updated_at_ms) \
         values ($1, $2, $3, 'plain', $4, $4) on conflict (name_key) do nothing",
    )
    .bind(id)
    .bind(name)
    .bind(name.to_lowercase())
    .bind(now_ms)
    .run()
    .await?;
    Ok(())
}

/// Takes a user out of a group; returns whether they were in it.
pub(super) async fn delete_member(tx: &mut Tx, group_id: &str, user_id: &str) -> Result<bool> {
    let deleted = tx
        .sql("delete from group_members where group_id = $1 and user_id = $2")
        .bind(group_id)
        .bind(user_id)
        .run()
        .await?;
    Ok(deleted == 1)
}

/// Ids of the plain groups of a user.
pub(super) async fn list_of_user(tx: &mut Tx, user_id: &str) -> Result<Vec<String>> {
    let rows = tx
        .sql("select group_id from group_members where user_id = $1 order by group_id")
        .bind(user_id)
        .all()
        .await?;
    rows.iter().map(|row| row.get(0)).collect()
}

/// The language of a user's groups; of several, that of the group whose name comes first.
pub(super) async fn find_language(tx: &mut Tx, user_id: &str) -> Result<Option<String>> {
    let row = tx
        .sql(
            "select g.language from group_members m join groups g on g.id = m.group_id \
             where m.user_id = $1 and g.language is not null order by g.name_key limit 1",
        )
        .bind(user_id)
        .point()
        .await?;
    row.map(|row| row.get(0)).transpose()
}

/// Takes a user out of every group.
pub(super) async fn delete_of_user(tx: &mut Tx, user_id: &str) -> Result<()> {
    tx.sql("delete from group_members where user_id = $1").bind(user_id).run().await?;
    Ok(())
}

/// Puts a user into a group.
pub(super) async fn insert_member(tx: &mut Tx, group_id: &str, user_id: &str) -> Result<()> {
    tx.sql("insert into group_members (group_id, user_id) values ($1, $2) on conflict do nothing")
        .bind(group_id)
        .bind(user_id)
        .run()
        .await?;
    Ok(())
}
