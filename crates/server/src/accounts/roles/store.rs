//! SQL of the table `roles`.

use seatwarden_base::{
    Result,
    db::{Engine, Row, Tx},
};

use super::model::{Beside, Details, Why};
use crate::{
    cx::{BaseRole, Permissions, Role},
    text::{id_key, is_id},
};

/// All roles, strongest first; at most 1,000.
pub(super) async fn list(tx: &mut Tx) -> Result<Vec<Role>> {
    let rows = tx
        .sql(
            "select id, name, display_name, base_name, granted, withdrawn from roles \
             order by rank, case when name = base_name then 0 else 1 end, name limit 1000",
        )
        .brief()
        .all()
        .await?;
    rows.iter().map(role).collect()
}

/// The role with this id or API name.
pub(super) async fn find(tx: &mut Tx, id_or_name: &str) -> Result<Option<Role>> {
    let row = tx
        .sql("select id, name, display_name, base_name, granted, withdrawn from roles where id = $1 or name = $2")
        .bind(id_key(id_or_name))
        .bind(if is_id(id_or_name) { "" } else { id_or_name })
        .first()
        .await?;
    row.as_ref().map(role).transpose()
}

/// All roles with what their pages show, strongest first. Reads `users` and `groups` to count who has them
/// (up to 2,001) and which groups give them.
pub(super) async fn list_detailed(tx: &mut Tx) -> Result<Vec<Details>> {
    let rows = tx
        .sql(
            "select r.id, r.name, r.display_name, r.base_name, r.granted, r.withdrawn, r.description, r.version, \
             (select count(*) from (select 1 from users u where u.role_id = r.id limit 2001) as c), \
             (select count(*) from groups g where g.role_id = r.id) \
             from roles r order by r.rank, case when r.name = r.base_name then 0 else 1 end, r.name limit 1000",
        )
        .all()
        .await?;
    rows.iter().map(details).collect()
}

/// The role with this id or API name, as [`list_detailed`] shows it.
pub(super) async fn find_detailed(tx: &mut Tx, id_or_name: &str) -> Result<Option<Details>> {
    let row = tx
        .sql(
            "select r.id, r.name, r.display_name, r.base_name, r.granted, r.withdrawn, r.description, r.version, \
             (select count(*) from (select 1 from users u where u.role_id = r.id limit 2001) as c), \
             (select count(*) from groups g where g.role_id = r.id) \
             from roles r where r.id = $1 or r.name = $1",
        )
        .bind(id_or_name)
        .first()
        .await?;
    row.as_ref().map(details).transpose()
}

/// What stands beside each role, by id.
pub(super) async fn list_beside(tx: &mut Tx) -> Result<Vec<(String, Beside)>> {
    let rows = tx
        .sql(
            "select r.id, r.description, coalesce(m.manifest, '') from roles r \
             left join role_manifests m on m.role_id = r.id limit 1000",
        )
        .all()
        .await?;
    rows.iter()
        .map(|row| Ok((row.get(0)?, Beside { description: row.get(1)?, manifest: row.get(2)? })))
        .collect()
}

/// What is kept of a role's manifest.
pub(super) async fn find_manifest(tx: &mut Tx, role_id: &str) -> Result<Option<String>> {
    let row = tx.sql("select manifest from role_manifests where role_id = $1").bind(role_id).first().await?;
    row.map(|row| row.get(0)).transpose()
}

/// Keeps what is not ours of a role's manifest.
pub(super) async fn set_manifest(tx: &mut Tx, role_id: &str, manifest: &str, now_ms: i64) -> Result<()> {
    tx.sql(
        "insert into role_manifests (role_id, manifest, updated_at_ms) values ($1, $2, $3) \
         on conflict (role_id) do update set manifest = excluded.manifest, updated_at_ms = excluded.updated_at_ms",
    )
    .bind(role_id)
    .bind(manifest)
    .bind(now_ms)
    .run()
    .await?;
    Ok(())
}

/// Adds a built-in role unless it is there.
pub(super) async fn insert_built_in(tx: &mut Tx, id: &str, base: BaseRole, rank: i64) -> Result<()> {
    tx.sql(
        "insert into roles (id, name, display_name, base_name, rank) values ($1, $2, $3, $2, $4) \
         on conflict (name) do nothing",
    )
    .bind(id)
    .bind(base.name())
    .bind(base.display_name())
    .bind(rank)
    .run()
    .await?;
    Ok(())
}

/// Adds a custom role with the rank of its base; false if its API name is taken.
pub(super) async fn insert(tx: &mut Tx, details: &Details, now_ms: i64) -> Result<bool> {
    let inserted = tx
        .sql(
            "insert into roles (id, name, display_name, base_name, description, rank, granted, withdrawn, \
             updated_at_ms) select cast($1 as text), cast($2 as text), cast($3 as text), b.name, \
             cast($5 as text), b.rank, cast($6 as bigint), cast($7 as bigint), cast($8 as bigint) \
             from roles b where b.name = $4 on conflict (name) do nothing",
        )
        .bind(details.role.id.as_str())
        .bind(details.role.name.as_str())
        .bind(details.role.display_name.as_str())
        .bind(details.role.base.name())
        .bind(details.description.as_str())
        .bind(details.granted.bits())
        .bind(details.withdrawn.bits())
        .bind(now_ms)
        .run()
        .await?;
    Ok(inserted == 1)
}

/// Writes everything an edit can change, unless somebody else changed the role meanwhile. Returns whether it
/// was written.
pub(super) async fn set(tx: &mut Tx, details: &Details, now_ms: i64) -> Result<bool> {
    let changed = tx
        .sql(
            "update roles set display_name = $2, description = $3, granted = $4, withdrawn = $5, \
             updated_at_ms = $6, version = version + 1 where id = $1 and version = $7",
        )
        .bind(details.role.id.as_str())
        .bind(details.role.display_name.as_str())
        .bind(details.description.as_str())
        .bind(details.granted.bits())
        .bind(details.withdrawn.bits())
        .bind(now_ms)
        .bind(details.version)
        .run()
        .await?;
    Ok(changed == 1)
}

/// Removes a role that nobody has.
pub(super) async fn delete(tx: &mut Tx, id: &str) -> Result<()> {
    tx.sql("delete from roles where id = $1").bind(id).run().await?;
    Ok(())
}

/// Ids of the users who have a role, up to a maximum. Reads `users`.
pub(super) async fn list_user_ids(tx: &mut Tx, id: &str, maximum: i64) -> Result<Vec<String>> {
    let rows = tx
        .sql("select id from users where role_id = $1 order by id limit $2")
        .bind(id)
        .bind(maximum)
        .all()
        .await?;
    rows.iter().map(|row| row.get(0)).collect()
}

const LOCK_POSTGRES: &str = "select id from roles where id = $1 for update";

/// Lets nobody else change a role until the transaction ends, on PostgreSQL.
pub(super) async fn lock(tx: &mut Tx, id: &str) -> Result<()> {
    if tx.engine() == Engine::Postgres {
        tx.sql(LOCK_POSTGRES).bind(id).first().await?;
    }
    Ok(())
}

/// Gives everybody who has a role another one; answers how many. Writes `users` as a foreign key would that
/// could say "on delete set the base".
pub(super) async fn set_role_of_users(tx: &mut Tx, from_id: &str, to_id: &str, now_ms: i64) -> Result<u64> {
    tx.sql("update users set role_id = $2, updated_at_ms = $3, version = version + 1 where role_id = $1")
        .bind(from_id)
        .bind(to_id)
        .bind(now_ms)
        .run()
        .await
}

/// Gives every session of those who have a role a new token at its next page, and ends what scripts signed in with (SE-01).
/// Writes `sessions` and `api_tokens`, whose rooms use this one.
pub(super) async fn renew_sign_ins(tx: &mut Tx, role_id: &str) -> Result<()> {
    tx.sql(
        "update sessions set must_renew = true where user_id in (select id from users where role_id = $1)",
    )
    .bind(role_id)
    .run()
    .await?;
    tx.sql(
        "delete from api_tokens where kind = 'sign_in' \
         and user_id in (select id from users where role_id = $1)",
    )
    .bind(role_id)
    .run()
    .await?;
    Ok(())
}

/// Why a user has their role. Reads `users` and `groups`.
pub(super) async fn find_why(tx: &mut Tx, user_id: &str) -> Result<Why> {
    let row = tx
        .sql("select g.id, g.name from users u join groups g on g.id = u.role_group_id where u.id = $1")
        .bind(user_id)
        .first()
        .await?;
    match row {
        Some(row) => Ok(Why::Group { id: row.get(0)?, name: row.get(1)? }),
        None => Ok(Why::Own),
    }
}

/// The role of a user. Reads `users`.
pub(super) async fn find_of_user(tx: &mut Tx, user_id: &str) -> Result<Option<Role>> {
    let row = tx
        .sql(
            "select r.id, r.name, r.display_name, r.base_name, r.granted, r.withdrawn \
             from users u join roles r on r.id = u.role_id where u.id = $1",
        )
        .bind(user_id)
        .first()
        .await?;
    row.as_ref().map(role).transpose()
}

fn details(row: &Row) -> Result<Details> {
    Ok(Details {
        role: role(row)?,
        granted: Permissions::of_bits(row.get(4)?),
        withdrawn: Permissions::of_bits(row.get(5)?),
        description: row.get(6)?,
        version: row.get(7)?,
        users: row.get(8)?,
        groups: row.get(9)?,
    })
}

fn role(row: &Row) -> Result<Role> {
    let base: String = row.get(3)?;
    let base = BaseRole::named(&base).unwrap_or(BaseRole::Consumer);
    let (granted, withdrawn) = (row.get(4)?, row.get(5)?);
    Ok(Role {
        id: row.get(0)?,
        name: row.get(1)?,
        display_name: row.get(2)?,
        base,
        may: Permissions::of_role(base, Permissions::of_bits(granted), Permissions::of_bits(withdrawn)),
    })
}
