//! SQL that reads users as members of groups, with their roles: tables `users`, `roles`, `sign_in_names` and
//! `group_members`.

use seatwarden_base::{
    Result,
    db::{Engine, Tx},
};

use crate::{
    cx::{Person, person_columns},
    text::id_and_name,
};

const INVITED_SQLITE: &str =
    "select id from users where invited_at_ms is not null and id in (select value from json_each($1))";
const INVITED_POSTGRES: &str = "select id from users where invited_at_ms is not null \
    and id = any(array(select jsonb_array_elements_text(cast(cast($1 as text) as jsonb))))";

/// The statement that reads people, from which of them on.
macro_rules! people {
    ($from:literal) => {
        concat!(
            "select u.id, u.email, u.user_name, u.first_name, u.last_name, u.active, u.origin, u.language, \
             u.created_at_ms, u.updated_at_ms, u.last_login_at_ms, u.last_activity_at_ms, u.version, \
             r.id, r.name, r.display_name, r.base_name, r.granted, r.withdrawn ",
            $from
        )
    };
}

/// Members of the group itself after a place in the order of their ids: a key that stays fast in groups of
/// any size. Reads `users` and `roles`.
pub(in super::super) async fn list_members(
    tx: &mut Tx,
    group_id: &str,
    pattern: Option<&str>,
    after_id: &str,
    limit: i64,
) -> Result<Vec<Person>> {
    let rows = tx
        .sql(people!(
            "from group_members m join users u on u.id = m.user_id join roles r on r.id = u.role_id \
             where m.group_id = $1 and m.user_id > $2 \
             and (cast($3 as text) is null or u.search_text like cast($3 as text) escape '!') \
             order by m.user_id limit $4"
        ))
        .bind(group_id)
        .bind(after_id)
        .bind(pattern)
        .bind(limit)
        .all()
        .await?;
    rows.iter().map(|row| person_columns(row, 0)).collect()
}

/// Like [`list_members`], with the members of all groups inside; without a search only those of the page are
/// looked up.
pub(in super::super) async fn list_inside(
    tx: &mut Tx,
    group_id: &str,
    pattern: Option<&str>,
    after_id: &str,
    limit: i64,
) -> Result<Vec<Person>> {
    let rows = tx
        .sql(people!(
            "from (select distinct user_id from group_members where group_id in (\
             with recursive inside (id) as (select cast($1 as text) \
             union select s.subgroup_id from group_subgroups s join inside i on i.id = s.group_id) \
             select id from inside) and user_id > $2 order by user_id \
             limit case when cast($3 as text) is null then $4 else 9223372036854775807 end) m \
             join users u on u.id = m.user_id join roles r on r.id = u.role_id \
             where cast($3 as text) is null or u.search_text like cast($3 as text) escape '!' \
             order by u.id limit $4"
        ))
        .bind(group_id)
        .bind(after_id)
        .bind(pattern)
        .bind(limit)
        .all()
        .await?;
    rows.iter().map(|row| person_columns(row, 0)).collect()
}

/// The user with this id, or whom this name signs in. Reads `users`, `roles` and `sign_in_names`.
pub(in super::super) async fn find_person(tx: &mut Tx, id_or_name: &str) -> Result<Option<Person>> {
    let (id, name) = id_and_name(id_or_name);
    let row = tx
        .sql(people!(
            "from users u join roles r on r.id = u.role_id \
             where u.id in (select cast($1 as text) union all select user_id from sign_in_names where name_key = $2) \
             order by u.id = $1 desc limit 1"
        ))
        .bind(id)
        .bind(name)
        .first()
        .await?;
    row.as_ref().map(|row| person_columns(row, 0)).transpose()
}

/// Users outside of a group whose user name, address, first or last name begins so (from `first` to before `end`): each has
/// an index. Reads `users`, `roles` and `sign_in_names`.
pub(in super::super) async fn list_suggested(
    tx: &mut Tx,
    group_id: &str,
    (first, end): (&str, &str),
    limit: i64,
) -> Result<Vec<Person>> {
    let rows = tx
        .sql(people!(
            "from (select distinct user_id from (select user_id from sign_in_names \
             where name_key >= $1 and name_key < $2 order by name_key limit 500) as found \
             union select id from (select id from users where full_name_key >= $1 and full_name_key < $2 \
             order by full_name_key limit 500) as first \
             union select id from (select id from users where last_name_key >= $1 and last_name_key < $2 \
             order by last_name_key limit 500) as last) n \
             join users u on u.id = n.user_id join roles r on r.id = u.role_id \
             where not exists (select 1 from group_members m where m.group_id = $3 and m.user_id = u.id) \
             order by u.user_name_key, u.id limit $4"
        ))
        .bind(first)
        .bind(end)
        .bind(group_id)
        .bind(limit)
        .all()
        .await?;
    rows.iter().map(|row| person_columns(row, 0)).collect()
}

/// Of some users (ids as a list in JSON) those whose invitation is open. Reads `users`.
pub(in super::super) async fn list_invited(tx: &mut Tx, ids: &str) -> Result<Vec<String>> {
    let text = if tx.engine() == Engine::Sqlite { INVITED_SQLITE } else { INVITED_POSTGRES };
    tx.sql(text).bind(ids).all().await?.iter().map(|row| row.get(0)).collect()
}

/// Everybody after a place in the order of ids: the members of Everyone.
pub(in super::super) async fn list_everybody(tx: &mut Tx, after_id: &str, limit: i64) -> Result<Vec<Person>> {
    let rows = tx
        .sql(people!("from users u join roles r on r.id = u.role_id where u.id > $1 order by u.id limit $2"))
        .bind(after_id)
        .bind(limit)
        .all()
        .await?;
    rows.iter().map(|row| person_columns(row, 0)).collect()
}

/// Those with a role of an administrator after a place in the order of ids: the members of Admins.
pub(in super::super) async fn list_administrators(
    tx: &mut Tx,
    after_id: &str,
    limit: i64,
) -> Result<Vec<Person>> {
    let rows = tx
        .sql(people!(
            "from roles r cross join users u where u.role_id = r.id \
             and r.base_name in ('super', 'admin', 'dataAdmin') and u.id > $1 order by u.id limit $2"
        ))
        .bind(after_id)
        .bind(limit)
        .all()
        .await?;
    rows.iter().map(|row| person_columns(row, 0)).collect()
}
