//! SQL of the tables `users`, `sign_in_names` and `the_sysadmin`: one user. In `store/` are the list, what finds a
//! part of a name, crowds for measuring, kept views, and those who were deleted.

use seatwarden_base::{
    Error, OnTaken, Refusal, Result,
    db::{Row, Tx},
};

use super::model::{EMAIL_TAKEN, ONE_SYSADMIN, User};
use crate::cx::{BaseRole, Origin, person_columns};

/// The statement that reads users whole, up to which of them. Reads `passwords` for whether it must be changed.
macro_rules! users {
    ($which:literal) => {
        concat!(
            "select u.id, u.email, u.user_name, u.first_name, u.last_name, u.active, u.origin, u.language, \
             u.created_at_ms, u.updated_at_ms, u.last_login_at_ms, u.last_activity_at_ms, u.version, \
             r.id, r.name, r.display_name, r.base_name, r.granted, r.withdrawn, u.ui_settings, \
             (select p.must_change from passwords p where p.user_id = u.id), u.invited_at_ms \
             from users u join roles r on r.id = u.role_id ",
            $which
        )
    };
}

const LOCK_POSTGRES: &str = "select id from users where id = $1 for update";

pub(super) mod acts;
pub(super) mod crowd;
pub(super) mod deleted;
pub(super) mod found;
pub(super) mod kept;
pub(super) mod list;
pub(super) mod search;
pub(super) mod views;

fn user(row: &Row) -> Result<User> {
    Ok(User {
        person: person_columns(row, 0)?,
        ui_settings: row.get(19)?,
        must_change_password: row.get::<Option<bool>>(20)?.unwrap_or(false),
        invited_at_ms: row.get(21)?,
        groups: Vec::new(),
    })
}

/// The user with this id.
pub(super) async fn find(tx: &mut Tx, id: &str) -> Result<Option<User>> {
    let row = tx.sql(users!("where u.id = $1")).bind(id).brief().first().await?;
    row.as_ref().map(user).transpose()
}

/// Lets nobody else change a user, or add something that names them, until the transaction ends. For PostgreSQL, where a
/// row that names another locks it.
pub(super) async fn lock(tx: &mut Tx, id: &str) -> Result<()> {
    tx.sql(LOCK_POSTGRES).bind(id).first().await?;
    Ok(())
}

/// Id of the user whom this name signs in.
pub(super) async fn find_id_by_name(tx: &mut Tx, name_key: &str) -> Result<Option<String>> {
    let row = tx
        .sql("select user_id from sign_in_names where name_key = $1")
        .bind(name_key)
        .brief()
        .first()
        .await?;
    row.map(|row| row.get(0)).transpose()
}

/// Id of the Sys. Admin.
pub(super) async fn find_sysadmin_id(tx: &mut Tx) -> Result<Option<String>> {
    let row = tx.sql("select id from users where is_sysadmin").first().await?;
    row.map(|row| row.get(0)).transpose()
}

/// Ids of the Sys. Admin and the Admins who may sign in.
pub(super) async fn list_administrator_ids(tx: &mut Tx, limit: i64) -> Result<Vec<String>> {
    let rows = tx
        .sql(
            "select u.id from users u join roles r on r.id = u.role_id where u.active \
             and r.base_name in ('super', 'admin') and u.origin not in ('service', 'license') \
             order by u.created_at_ms, u.id limit $1",
        )
        .bind(limit)
        .all()
        .await?;
    rows.iter().map(|row| row.get(0)).collect()
}

/// Adds users with the names that sign them in; they stand in their list from `first` on. Refuses with
/// `users.email_taken` or `users.one_sysadmin`.
pub(super) async fn insert_all(tx: &mut Tx, first: usize, users: Vec<(&User, Keys)>) -> Result<()> {
    let rows = users.iter().map(|(user, keys)| {
        let person = &user.person;
        vec![
            person.id.as_str().into(),
            person.email.as_str().into(),
            keys.email.as_str().into(),
            person.user_name.as_str().into(),
            keys.user_name.as_str().into(),
            person.first_name.as_str().into(),
            person.last_name.as_str().into(),
            person.role.id.as_str().into(),
            (person.role.base == BaseRole::Super).into(),
            person.active.into(),
            person.origin.word().into(),
            person.language.as_deref().into(),
            user.ui_settings.as_str().into(),
            keys.search_text.as_str().into(),
            person.created_at_ms.into(),
            keys.full_name.as_str().into(),
            user.invited_at_ms.into(),
            keys.last_name.as_str().into(),
        ]
    });
    tx.sql(
        "insert into users (id, email, email_key, user_name, user_name_key, first_name, last_name, role_id, \
         is_sysadmin, active, origin, language, ui_settings, search_text, created_at_ms, updated_at_ms, \
         full_name_key, invited_at_ms, last_name_key) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $15, $16, $17, $18)",
    )
    .each(rows.collect())
    .await
    .on_taken("users_is_sysadmin_key", ONE_SYSADMIN)?;
    for (user, _) in users.iter().filter(|(user, _)| user.person.role.base == BaseRole::Super) {
        insert_the_sysadmin(tx, &user.person.id).await?;
    }
    let names: Vec<_> = users.iter().map(|(user, keys)| (user.person.id.as_str(), keys)).collect();
    if !insert_names(tx, &names).await? {
        let (at, refusal) = taken(tx, &names).await?;
        let email = users.get(at).map_or("", |(user, _)| user.person.email.as_str());
        return Err(Error::from(refusal).of_element(first + at, email));
    }
    search::insert_missing(tx).await
}

/// The forms of a user's names that are compared and searched.
pub(super) struct Keys {
    pub(super) email: String,
    pub(super) user_name: String,
    /// Other spellings of the address and the user name, which nobody else may have.
    pub(super) other_names: Vec<String>,
    pub(super) full_name: String,
    pub(super) last_name: String,
    pub(super) search_text: String,
}

impl Keys {
    /// All that signs the user in.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        let names = [&self.email, &self.user_name].into_iter().chain(&self.other_names);
        names.map(String::as_str)
    }
}

/// Whether every name was free.
async fn insert_names(tx: &mut Tx, users: &[(&str, &Keys)]) -> Result<bool> {
    let mut rows = Vec::with_capacity(2 * users.len());
    for (user_id, keys) in users {
        let user_id = *user_id;
        rows.push(vec![keys.email.as_str().into(), user_id.into()]);
        // Mostly the user name is the address.
        if keys.user_name != keys.email {
            rows.push(vec![keys.user_name.as_str().into(), user_id.into()]);
        }
        rows.extend(keys.other_names.iter().map(|name| vec![name.as_str().into(), user_id.into()]));
    }
    let wanted = rows.len() as u64;
    let written = tx
        .sql(
            "insert into sign_in_names (name_key, user_id) values ($1, $2) on conflict (name_key) do nothing",
        )
        .each(rows)
        .await?;
    Ok(written == wanted)
}

/// The first of these users of whom a name is somebody else's, and which name that is.
async fn taken(tx: &mut Tx, users: &[(&str, &Keys)]) -> Result<(usize, Refusal)> {
    for (at, (user_id, keys)) in users.iter().enumerate() {
        for name in keys.names() {
            if find_id_by_name(tx, name).await?.is_some_and(|id| id != *user_id) {
                let refusal = match name {
                    name if name == keys.email => EMAIL_TAKEN.with("what", "email"),
                    name if name == keys.user_name => EMAIL_TAKEN.on("userName").with("what", "userName"),
                    _ => EMAIL_TAKEN,
                };
                return Ok((at, refusal));
            }
        }
    }
    Ok((0, EMAIL_TAKEN))
}

/// Writes everything an edit can change, unless somebody else changed the user meanwhile. Returns
/// whether it was written. Refuses with `users.email_taken` or `users.one_sysadmin`.
pub(super) async fn set(tx: &mut Tx, user: &User, keys: &Keys, now_ms: i64) -> Result<bool> {
    let person = &user.person;
    let is_found_otherwise = search::find_other(tx, &person.id, &keys.search_text).await?;
    let changed = tx
        .sql(
            "update users set email = $2, email_key = $3, user_name = $4, user_name_key = $5, first_name = $6, \
             last_name = $7, role_id = $8, is_sysadmin = $9, active = $10, language = $11, ui_settings = $12, \
             search_text = $13, updated_at_ms = $14, version = version + 1, full_name_key = $16, \
             last_name_key = $17 \
             where id = $1 and version = $15",
        )
        .bind(person.id.as_str())
        .bind(person.email.as_str())
        .bind(keys.email.as_str())
        .bind(person.user_name.as_str())
        .bind(keys.user_name.as_str())
        .bind(person.first_name.as_str())
        .bind(person.last_name.as_str())
        .bind(person.role.id.as_str())
        .bind(person.role.base == BaseRole::Super)
        .bind(person.active)
        .bind(person.language.as_deref())
        .bind(user.ui_settings.as_str())
        .bind(keys.search_text.as_str())
        .bind(now_ms)
        .bind(person.version)
        .bind(keys.full_name.as_str())
        .bind(keys.last_name.as_str())
        .run()
        .await
        .on_taken("users_is_sysadmin_key", ONE_SYSADMIN)?;
    if changed == 0 {
        return Ok(false);
    }
    tx.sql("delete from sign_in_names where user_id = $1").bind(person.id.as_str()).run().await?;
    let names = [(person.id.as_str(), keys)];
    if !insert_names(tx, &names).await? {
        return Err(taken(tx, &names).await?.1.into());
    }
    if is_found_otherwise {
        search::set(tx, &person.id).await?;
    }
    Ok(true)
}

/// Remembers that a user has their role because they came in by a group, or that it is their own.
pub(super) async fn set_role_group(tx: &mut Tx, id: &str, group_id: Option<&str>) -> Result<()> {
    tx.sql("update users set role_group_id = $2 where id = $1").bind(id).bind(group_id).run().await?;
    Ok(())
}

/// Writes the settings of the platform's interface.
pub(super) async fn set_ui_settings(tx: &mut Tx, id: &str, json: &str) -> Result<()> {
    tx.sql("update users set ui_settings = $2 where id = $1").bind(id).bind(json).run().await?;
    Ok(())
}

/// Remembers a sign-in.
pub(super) async fn set_signed_in(tx: &mut Tx, id: &str, now_ms: i64) -> Result<()> {
    tx.sql("update users set last_login_at_ms = $2, last_activity_at_ms = $2 where id = $1")
        .bind(id)
        .bind(now_ms)
        .brief()
        .run()
        .await?;
    Ok(())
}

/// Remembers that a user did something.
pub(super) async fn set_seen(tx: &mut Tx, id: &str, now_ms: i64) -> Result<()> {
    tx.sql("update users set last_activity_at_ms = $2 where id = $1").bind(id).bind(now_ms).run().await?;
    Ok(())
}

/// Since when a user's invitation is open.
pub(super) async fn find_invited_at(tx: &mut Tx, id: &str) -> Result<Option<i64>> {
    let row = tx.sql("select invited_at_ms from users where id = $1").bind(id).first().await?;
    Ok(row.map(|row| row.get(0)).transpose()?.flatten())
}

/// Opens a user's invitation, or closes it.
pub(super) async fn set_invited_at(tx: &mut Tx, id: &str, at_ms: Option<i64>) -> Result<()> {
    tx.sql("update users set invited_at_ms = $2 where id = $1").bind(id).bind(at_ms).run().await?;
    Ok(())
}

/// Ids and addresses of those with a role of an administrator, at most `limit` of each role. Reads `roles`.
pub(super) async fn list_administrators(tx: &mut Tx, limit: i64) -> Result<Vec<(String, String)>> {
    let roles = tx
        .sql("select id from roles where base_name in ('super', 'admin', 'dataAdmin') limit 1000")
        .all()
        .await?;
    let mut found = Vec::new();
    for role in &roles {
        let role_id: String = role.get(0)?;
        // Role by role and in the order of an index: joined, both databases may look at every user.
        let rows = tx
            .sql("select id, email from users where role_id = $1 order by user_name_key, id limit $2")
            .bind(role_id)
            .bind(limit)
            .all()
            .await?;
        for row in &rows {
            found.push((row.get(0)?, row.get(1)?));
        }
    }
    Ok(found)
}

/// Removes a user, unless somebody else changed them meanwhile or they are the Sys. Admin; sessions, tokens,
/// passwords and memberships go with it. Returns whether the user was removed.
pub(super) async fn delete(tx: &mut Tx, id: &str, version: i64) -> Result<bool> {
    search::delete(tx, id).await?;
    let deleted = tx
        .sql("delete from users where id = $1 and version = $2 and not is_sysadmin")
        .bind(id)
        .bind(version)
        .run()
        .await?;
    Ok(deleted == 1)
}

/// Ties the Sys. Admin down: while this row is there, the database lets nobody delete the user or take the mark
/// away.
pub(super) async fn insert_the_sysadmin(tx: &mut Tx, user_id: &str) -> Result<()> {
    tx.sql("insert into the_sysadmin (slot, user_id) values (1, $1)").bind(user_id).run().await?;
    Ok(())
}

/// Unties the Sys. Admin, to tie another one in the same transaction. False if it is somebody else.
pub(super) async fn delete_the_sysadmin(tx: &mut Tx, user_id: &str) -> Result<bool> {
    let deleted =
        tx.sql("delete from the_sysadmin where slot = 1 and user_id = $1").bind(user_id).run().await?;
    Ok(deleted == 1)
}

/// The ids of users with a role who may sign in themselves, at most so many.
pub(super) async fn list_active_of_role(tx: &mut Tx, role_id: &str, limit: i64) -> Result<Vec<String>> {
    let rows = tx
        .sql("select id from users where role_id = $1 and active and origin <> $3 order by id limit $2")
        .bind(role_id)
        .bind(limit)
        .bind(Origin::Service.word())
        .all()
        .await?;
    rows.iter().map(|row| row.get(0)).collect()
}
