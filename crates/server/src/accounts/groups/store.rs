//! SQL of the tables `groups` and `group_members`.

use seatwarden_base::{Result, db::Tx};

use super::model::GroupKind;

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

/// Ids of the derived groups.
pub(super) async fn list_derived(tx: &mut Tx) -> Result<Vec<(String, GroupKind)>> {
    let rows =
        tx.sql("select id, kind from groups where kind <> 'plain' order by name_key limit 10").all().await?;
    rows.iter()
        .map(|row| {
            let kind: String = row.get(1)?;
            Ok((row.get(0)?, GroupKind::of_word(&kind)))
        })
        .collect()
}

/// Every membership of the users from one place to another in the order of user names, as user and group.
/// Reads `users` for that order: one look-up for a page of users instead of one for each.
pub(super) async fn list_of_range(
    tx: &mut Tx,
    first: (&str, &str),
    last: (&str, &str),
) -> Result<Vec<(String, String)>> {
    let rows = tx
        .sql(
            "select m.user_id, m.group_id from users u join group_members m on m.user_id = u.id \
             where (u.user_name_key, u.id) >= ($1, $2) and (u.user_name_key, u.id) <= ($3, $4) \
             order by m.user_id, m.group_id",
        )
        .bind(first.0)
        .bind(first.1)
        .bind(last.0)
        .bind(last.1)
        .all()
        .await?;
    rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
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

/// The language of a user's groups: of the plain ones that whose name comes first, then Admins (for an
/// administrator), then Everyone.
pub(super) async fn find_language(tx: &mut Tx, user_id: &str, is_admin: bool) -> Result<Option<String>> {
    let row = tx
        .sql(
            "select language from (\
             select g.language, g.name_key, 0 as place from group_members m join groups g on g.id = m.group_id \
             where m.user_id = $1 and g.language is not null \
             union all select language, name_key, case kind when 'admins' then 1 else 2 end from groups \
             where kind <> 'plain' and language is not null and (kind = 'everyone' or $2)) as found \
             order by place, name_key limit 1",
        )
        .bind(user_id)
        .bind(is_admin)
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
