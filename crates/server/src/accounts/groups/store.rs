//! SQL of the tables `groups`, `group_members` and `group_subgroups`.

pub(super) mod deleted;
mod nesting;
pub(super) mod of_many;
mod people;

use seatwarden_base::{
    OnTaken, Result,
    db::{Engine, Row, Tx},
};

use super::model::{Group, GroupKind, NAME_TAKEN, Named, UnderWay};
pub(super) use nesting::{
    count_inside, count_levels_around, count_levels_inside, delete_subgroup, insert_subgroup, list_around,
    list_subgroups, set_nesting,
};
pub(super) use people::{
    find_person, list_administrators, list_everybody, list_inside, list_invited, list_members, list_suggested,
};

use crate::{
    cx::{BaseRole, Permissions, Role},
    text::{id_and_name, name_key},
};

/// The statement that lists groups, up to which of them: each with how many members it has (up to 2,001) and how
/// many groups are inside. Reads `users` and `roles` for the members of the derived ones.
macro_rules! listed {
    ($which:literal) => {
        concat!(
            "select g.id, g.name, g.kind, g.language, g.session_minutes, g.excluded_from_sharing, g.theme, \
             g.created_at_ms, g.updated_at_ms, g.version, r.id, r.name, r.display_name, r.base_name, r.granted, \
             r.withdrawn, g.under_way, case g.kind \
             when 'everyone' then (select count(*) from (select 1 from users limit 2001) as c) \
             when 'admins' then (select count(*) from (select 1 from users u join roles x on x.id = u.role_id \
             where x.base_name in ('super', 'admin', 'dataAdmin') limit 2001) as c) \
             else (select count(*) from (select 1 from group_members m where m.group_id = g.id limit 2001) as c) end, \
             (select count(*) from group_subgroups s where s.group_id = g.id) \
             from groups g left join roles r on r.id = g.role_id ",
            $which
        )
    };
}

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
    .bind(name_key(name))
    .bind(kind.word())
    .bind(now_ms)
    .run()
    .await?;
    Ok(())
}

/// Adds a group. Refuses with `groups.name_taken`.
pub(super) async fn insert(tx: &mut Tx, group: &Group) -> Result<()> {
    tx.sql(
        "insert into groups (id, name, name_key, kind, language, created_at_ms, updated_at_ms, role_id, \
         session_minutes, excluded_from_sharing, theme) \
         values ($1, $2, $3, 'plain', $4, $5, $5, $6, $7, $8, $9)",
    )
    .bind(group.id.as_str())
    .bind(group.name.as_str())
    .bind(name_key(&group.name))
    .bind(group.language.as_deref())
    .bind(group.created_at_ms)
    .bind(group.role.as_ref().map(|role| role.id.as_str()))
    .bind(group.session_minutes)
    .bind(group.excluded_from_sharing)
    .bind(group.theme.as_str())
    .run()
    .await
    .on_taken("groups_name_key_key", NAME_TAKEN)?;
    Ok(())
}

const LOCK_SQLITE: &str = "select id from groups where id = $1";
const LOCK_POSTGRES: &str = "select id from groups where id = $1 for update";

/// Lets nobody else use, change or delete a group until the transaction ends; false if it is gone. On SQLite the one writer
/// is enough for the first.
pub(super) async fn lock(tx: &mut Tx, id: &str) -> Result<bool> {
    let text = if tx.engine() == Engine::Sqlite { LOCK_SQLITE } else { LOCK_POSTGRES };
    Ok(tx.sql(text).bind(id).first().await?.is_some())
}

const LOCK_IN_USE_POSTGRES: &str = "select name, under_way from groups where id = $1 for key share";

/// Lets nobody delete a group, or begin to, until the transaction ends, as a foreign key does; its name and what is under
/// way with it, none if it is gone. For PostgreSQL.
pub(super) async fn lock_in_use(tx: &mut Tx, id: &str) -> Result<Option<(String, Option<UnderWay>)>> {
    let row = tx.sql(LOCK_IN_USE_POSTGRES).bind(id).first().await?;
    row.map(|row| Ok((row.get(0)?, under_way(&row, 1)?))).transpose()
}

/// Writes down what is being done to a group in steps; none at the end.
pub(super) async fn set_under_way(tx: &mut Tx, id: &str, under_way: Option<UnderWay>) -> Result<()> {
    let word = under_way.map(UnderWay::word);
    tx.sql("update groups set under_way = $2 where id = $1").bind(id).bind(word).run().await?;
    Ok(())
}

/// Writes everything an edit can change, unless somebody else changed the group meanwhile. Returns whether
/// it was written. Refuses with `groups.name_taken`.
pub(super) async fn set(tx: &mut Tx, group: &Group, now_ms: i64) -> Result<bool> {
    let changed = tx
        .sql(
            "update groups set name = $2, name_key = $3, language = $4, role_id = $5, session_minutes = $6, \
             excluded_from_sharing = $7, theme = $8, updated_at_ms = $9, version = version + 1 \
             where id = $1 and version = $10",
        )
        .bind(group.id.as_str())
        .bind(group.name.as_str())
        .bind(name_key(&group.name))
        .bind(group.language.as_deref())
        .bind(group.role.as_ref().map(|role| role.id.as_str()))
        .bind(group.session_minutes)
        .bind(group.excluded_from_sharing)
        .bind(group.theme.as_str())
        .bind(now_ms)
        .bind(group.version)
        .run()
        .await
        .on_taken("groups_name_key_key", NAME_TAKEN)?;
    Ok(changed == 1)
}

/// The group with this id or name. Reads `roles` for the role it gives.
pub(super) async fn find(tx: &mut Tx, id_or_name: &str) -> Result<Option<Group>> {
    let (id, name) = id_and_name(id_or_name);
    let row = tx
        .sql(
            "select g.id, g.name, g.kind, g.language, g.session_minutes, g.excluded_from_sharing, g.theme, \
             g.created_at_ms, g.updated_at_ms, g.version, r.id, r.name, r.display_name, r.base_name, r.granted, \
             r.withdrawn, g.under_way from groups g left join roles r on r.id = g.role_id \
             where g.id = $1 or g.name_key = $2 order by g.id = $1 desc limit 1",
        )
        .bind(id)
        .bind(name)
        .first()
        .await?;
    row.as_ref().map(group).transpose()
}

/// Groups after a place in the order of names, at most `limit`, with the counts of `listed!`.
pub(super) async fn list_by_name(
    tx: &mut Tx,
    pattern: Option<&str>,
    after: (&str, &str),
    limit: i64,
) -> Result<Vec<(Group, i64, i64)>> {
    let rows = tx
        .sql(listed!(
            "where (g.name_key, g.id) > ($1, $2) \
             and (cast($3 as text) is null or g.name_key like cast($3 as text) escape '!' or g.id = $4) \
             order by g.name_key, g.id limit $5"
        ))
        .bind(after.0)
        .bind(after.1)
        .bind(pattern)
        .bind(pattern.map(|pattern| pattern.trim_matches('%').to_owned()).unwrap_or_default())
        .bind(limit)
        .all()
        .await?;
    rows.iter().map(listed).collect()
}

/// Like [`list_by_name`], last changed first, before a place in that order.
pub(super) async fn list_by_change(
    tx: &mut Tx,
    pattern: Option<&str>,
    before: (i64, &str),
    limit: i64,
) -> Result<Vec<(Group, i64, i64)>> {
    let rows = tx
        .sql(listed!(
            "where (g.updated_at_ms, g.id) < ($1, $2) \
             and (cast($3 as text) is null or g.name_key like cast($3 as text) escape '!' or g.id = $4) \
             order by g.updated_at_ms desc, g.id desc limit $5"
        ))
        .bind(before.0)
        .bind(before.1)
        .bind(pattern)
        .bind(pattern.map(|pattern| pattern.trim_matches('%').to_owned()).unwrap_or_default())
        .bind(limit)
        .all()
        .await?;
    rows.iter().map(listed).collect()
}

/// How many groups fit a search, up to a maximum.
pub(super) async fn count(tx: &mut Tx, pattern: Option<&str>, maximum: i64) -> Result<i64> {
    let row = tx
        .sql(
            "select count(*) from (select 1 from groups where cast($1 as text) is null \
             or name_key like cast($1 as text) escape '!' limit $2) as found",
        )
        .bind(pattern)
        .bind(maximum)
        .one()
        .await?;
    row.get(0)
}

/// Removes a group; memberships go with it, users stay.
pub(super) async fn delete(tx: &mut Tx, id: &str) -> Result<()> {
    tx.sql("delete from groups where id = $1").bind(id).run().await?;
    Ok(())
}

/// Ids of the derived groups.
pub(super) async fn list_derived(tx: &mut Tx) -> Result<Vec<(String, GroupKind)>> {
    let rows = tx
        .sql("select id, kind from groups where kind <> 'plain' order by name_key limit 10")
        .brief()
        .all()
        .await?;
    rows.iter()
        .map(|row| {
            let kind: String = row.get(1)?;
            Ok((row.get(0)?, GroupKind::of_word(&kind)))
        })
        .collect()
}

/// Ids of the plain groups of a user.
pub(super) async fn list_of_user(tx: &mut Tx, user_id: &str) -> Result<Vec<String>> {
    let rows = tx
        .sql("select group_id from group_members where user_id = $1 order by group_id")
        .bind(user_id)
        .brief()
        .all()
        .await?;
    rows.iter().map(|row| row.get(0)).collect()
}

const LOCK_OF_USER_POSTGRES: &str =
    "select group_id from group_members where user_id = $1 order by group_id for update";

/// Lets nobody else take a user out of a group until the transaction ends. For PostgreSQL.
pub(super) async fn lock_of_user(tx: &mut Tx, user_id: &str) -> Result<()> {
    tx.sql(LOCK_OF_USER_POSTGRES).bind(user_id).all().await?;
    Ok(())
}

/// Ids and names of the plain groups that users can be put into, by name.
pub(super) async fn list_plain(tx: &mut Tx, limit: i64) -> Result<Vec<(String, String)>> {
    let rows = tx
        .sql(
            "select id, name from groups where kind = 'plain' and under_way is null \
             order by name_key limit $1",
        )
        .bind(limit)
        .all()
        .await?;
    rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}

/// The plain groups of a user, by name.
pub(super) async fn list_names_of_user(tx: &mut Tx, user_id: &str) -> Result<Vec<Named>> {
    let rows = tx
        .sql(
            "select g.id, g.name, g.under_way from group_members m join groups g on g.id = m.group_id \
             where m.user_id = $1 order by g.name_key limit 1000",
        )
        .bind(user_id)
        .all()
        .await?;
    let named = |row: &Row| Ok(Named { id: row.get(0)?, name: row.get(1)?, under_way: under_way(row, 2)? });
    rows.iter().map(named).collect()
}

/// The language of the groups of a user `u` with a role `r`, as a query in brackets: of those nearest to the user (their
/// own before the groups around them) that whose name comes first; then Admins (for an administrator), then Everyone.
/// Groups are looked up one by one, because SQLite would read all of them for a join.
macro_rules! group_language {
    () => {
        "(with recursive mine (id, level) as (select group_id, 0 from group_members where user_id = u.id \
         union select s.group_id, m.level + 1 from group_subgroups s join mine m on m.id = s.subgroup_id \
         where m.level < 8) \
         select language from (\
         select (select g.language from groups g where g.id = m.id) as language, \
         (select g.name_key from groups g where g.id = m.id) as name_key, m.level as place from mine m \
         union all select language, name_key, case kind when 'admins' then 10 else 11 end from groups \
         where kind <> 'plain' and (kind = 'everyone' or r.base_name in ('super', 'admin', 'dataAdmin'))) as found \
         where language is not null order by place, name_key limit 1)"
    };
}
pub(in crate::accounts) use group_language;

/// The language of a user's groups, if one of them has one. Reads `users` and `roles`.
pub(super) async fn find_language(tx: &mut Tx, user_id: &str) -> Result<Option<String>> {
    let row = tx
        .sql(concat!(
            "select ",
            group_language!(),
            " from users u join roles r on r.id = u.role_id where u.id = $1"
        ))
        .bind(user_id)
        .first()
        .await?;
    row.map_or(Ok(None), |row| row.get(0))
}

/// The shortest limit for sessions, in minutes, of all groups that a user is in, those around them included.
/// Reads `users` and `roles` for the derived ones.
pub(super) async fn find_session_minutes(tx: &mut Tx, user_id: &str) -> Result<Option<i64>> {
    let row = tx
        .sql(
            "with recursive mine (id) as (select group_id from group_members where user_id = $1 \
             union select s.group_id from group_subgroups s join mine m on m.id = s.subgroup_id) \
             select min(g.session_minutes) from groups g where g.session_minutes is not null \
             and (g.kind = 'everyone' or g.id in (select id from mine) or g.kind = 'admins' and exists (\
             select 1 from users u join roles r on r.id = u.role_id \
             where u.id = $1 and r.base_name in ('super', 'admin', 'dataAdmin')))",
        )
        .bind(user_id)
        .brief()
        .one()
        .await?;
    row.get(0)
}

/// The shortest limit for sessions, in minutes, of a group and those around it.
pub(super) async fn find_minutes_around(tx: &mut Tx, group_id: &str) -> Result<Option<i64>> {
    let row = tx
        .sql(
            "with recursive around (id) as (select cast($1 as text) \
             union select s.group_id from group_subgroups s join around a on a.id = s.subgroup_id) \
             select min(session_minutes) from groups where id in (select id from around)",
        )
        .bind(group_id)
        .one()
        .await?;
    row.get(0)
}

/// Takes a user out of a group; false if they were not in it.
pub(super) async fn delete_member(tx: &mut Tx, group_id: &str, user_id: &str) -> Result<bool> {
    let deleted = tx
        .sql("delete from group_members where group_id = $1 and user_id = $2")
        .bind(group_id)
        .bind(user_id)
        .run()
        .await?;
    Ok(deleted == 1)
}

/// Puts users into groups: pairs of group and user. Those who are in it, or gone, are passed over; how many
/// were put in.
pub(super) async fn insert_members(tx: &mut Tx, pairs: Vec<(&str, &str)>) -> Result<u64> {
    let rows = pairs.into_iter().map(|(group_id, user_id)| vec![group_id.into(), user_id.into()]);
    tx.sql(
        "insert into group_members (group_id, user_id) select cast($1 as text), id from users where id = $2 \
         on conflict do nothing",
    )
    .each(rows.collect())
    .await
}

/// Puts one user into a group; false if nothing changed.
pub(super) async fn insert_member(tx: &mut Tx, group_id: &str, user_id: &str) -> Result<bool> {
    Ok(insert_members(tx, vec![(group_id, user_id)]).await? == 1)
}

/// How many members a group has itself, up to a maximum.
pub(super) async fn count_members(tx: &mut Tx, group_id: &str, maximum: i64) -> Result<i64> {
    let row = tx
        .sql("select count(*) from (select 1 from group_members where group_id = $1 limit $2) as found")
        .bind(group_id)
        .bind(maximum)
        .one()
        .await?;
    row.get(0)
}

const COUNTS_SQLITE: &str = "select group_id, count(*) from group_members \
    where group_id in (select value from json_each($1)) group by group_id";
const COUNTS_POSTGRES: &str = "select group_id, count(*) from group_members \
    where group_id = any(array(select jsonb_array_elements_text(cast(cast($1 as text) as jsonb)))) group by group_id";

/// How many members each of these groups (a list of ids in JSON) has itself; those without any are left out.
pub(super) async fn count_members_of(tx: &mut Tx, ids: &str) -> Result<Vec<(String, i64)>> {
    let text = if tx.engine() == Engine::Sqlite { COUNTS_SQLITE } else { COUNTS_POSTGRES };
    tx.sql(text).bind(ids).all().await?.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}

/// How many users there are. Reads `users`.
pub(super) async fn count_everybody(tx: &mut Tx) -> Result<i64> {
    tx.sql("select count(*) from users").one().await?.get(0)
}

/// How many users have a role of an administrator. Reads `users` and `roles`.
pub(super) async fn count_administrators(tx: &mut Tx) -> Result<i64> {
    tx.sql(
        "select count(*) from users where role_id in (select id from roles \
         where base_name in ('super', 'admin', 'dataAdmin'))",
    )
    .one()
    .await?
    .get(0)
}

/// The role that each group gives, by the group's id. Reads `roles`.
pub(super) async fn list_roles(tx: &mut Tx) -> Result<Vec<(String, Role)>> {
    let rows = tx
        .sql(
            "select g.id, r.id, r.name, r.display_name, r.base_name, r.granted, r.withdrawn \
             from groups g join roles r on r.id = g.role_id",
        )
        .all()
        .await?;
    let found = rows.iter().map(|row| Ok(role(row, 1)?.map(|role| (row.get(0), role))));
    let found: Result<Vec<_>> = found.collect();
    found?.into_iter().flatten().map(|(id, role)| Ok((id?, role))).collect()
}

/// How many users have their role because they came in by this group. Reads `users`.
pub(super) async fn count_came_in(tx: &mut Tx, group_id: &str, maximum: i64) -> Result<i64> {
    let row = tx
        .sql("select count(*) from (select 1 from users where role_group_id = $1 limit $2) as found")
        .bind(group_id)
        .bind(maximum)
        .one()
        .await?;
    row.get(0)
}

/// Lets users keep their role as their own who came in by this group, at most `limit`; how many did. Writes `users`, as the
/// group's end does for whoever is left.
pub(super) async fn set_role_own(tx: &mut Tx, group_id: &str, limit: i64) -> Result<u64> {
    tx.sql(
        "update users set role_group_id = null \
         where id in (select id from users where role_group_id = $1 limit $2)",
    )
    .bind(group_id)
    .bind(limit)
    .run()
    .await
}

fn listed(row: &Row) -> Result<(Group, i64, i64)> {
    Ok((group(row)?, row.get(17)?, row.get(18)?))
}

fn group(row: &Row) -> Result<Group> {
    let kind: String = row.get(2)?;
    Ok(Group {
        id: row.get(0)?,
        name: row.get(1)?,
        kind: GroupKind::of_word(&kind),
        language: row.get(3)?,
        session_minutes: row.get(4)?,
        excluded_from_sharing: row.get(5)?,
        theme: row.get(6)?,
        created_at_ms: row.get(7)?,
        updated_at_ms: row.get(8)?,
        version: row.get(9)?,
        role: role(row, 10)?,
        under_way: under_way(row, 16)?,
    })
}

fn under_way(row: &Row, at: usize) -> Result<Option<UnderWay>> {
    let word: Option<String> = row.get(at)?;
    Ok(word.as_deref().and_then(UnderWay::of_word))
}

fn role(row: &Row, at: usize) -> Result<Option<Role>> {
    let Some(id) = row.get(at)? else { return Ok(None) };
    let base: String = row.get(at + 3)?;
    let base = BaseRole::named(&base).unwrap_or(BaseRole::Consumer);
    let (granted, withdrawn) = (row.get(at + 4)?, row.get(at + 5)?);
    Ok(Some(Role {
        id,
        name: row.get(at + 1)?,
        display_name: row.get(at + 2)?,
        base,
        may: Permissions::of_role(base, Permissions::of_bits(granted), Permissions::of_bits(withdrawn)),
    }))
}
