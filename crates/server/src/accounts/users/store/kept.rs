//! SQL of what the database removes together with a user, and what a user who is brought back gets again. Of the tables
//! of other rooms (`memberships`, `license_users`, `activation_codes`, `trial_visitors`) it moves whole rows in and out,
//! and knows nothing of what they mean.

use seatwarden_base::{
    Result,
    db::{Row, Tx},
};
use serde::{Deserialize, Serialize};

use super::super::model::LICENSE_USERS_MAX;

/// The rows of a user in tables of others, as the record of a deleted user keeps them.
#[derive(Default, Deserialize, Serialize)]
#[serde(default)]
pub(in super::super) struct Kept {
    views: Vec<View>,
    memberships: Vec<Membership>,
    licenses: Vec<License>,
    codes: Vec<ActivationCode>,
    visits: Option<Visitor>,
}

#[derive(Deserialize, Serialize)]
struct View {
    id: String,
    name: String,
    name_key: String,
    query: String,
    shared: bool,
    created_at_ms: i64,
    updated_at_ms: i64,
    /// Whether the view itself says whose it was when it is handed on; of those deleted long ago it does not.
    #[serde(default)]
    is_marked: bool,
}

#[derive(Deserialize, Serialize)]
struct Membership {
    organisation_id: String,
    role: String,
    created_at_ms: i64,
    added_email: String,
    added_name: String,
}

#[derive(Deserialize, Serialize)]
struct License {
    package_id: String,
    added_at_ms: i64,
}

#[derive(Deserialize, Serialize)]
struct ActivationCode {
    code_hash: String,
    package_id: String,
    created_at_ms: i64,
    expires_at_ms: i64,
    used_at_ms: Option<i64>,
    used_by_key: String,
}

#[derive(Deserialize, Serialize)]
struct Visitor {
    first_at_ms: i64,
    last_at_ms: i64,
    visits: i64,
}

impl Kept {
    /// Ids and names of the views that others see as well.
    pub(in super::super) fn shared_views(&self) -> impl Iterator<Item = (&str, &str)> {
        self.views.iter().filter(|view| view.shared).map(|view| (view.id.as_str(), view.name.as_str()))
    }
}

/// What is kept of any user: their views.
pub(in super::super) async fn find(tx: &mut Tx, user_id: &str) -> Result<Kept> {
    let rows = tx
        .sql(
            "select id, name, name_key, query, shared, created_at_ms, updated_at_ms from user_views \
             where owner_id = $1 order by id",
        )
        .bind(user_id)
        .all()
        .await?;
    Ok(Kept { views: rows.iter().map(view).collect::<Result<_>>()?, ..Kept::default() })
}

/// What is kept of a license account beside: whom it acts for, which licenses it activates, and with which codes.
pub(in super::super) async fn fill_of_license_account(
    tx: &mut Tx,
    user_id: &str,
    kept: &mut Kept,
) -> Result<()> {
    let rows = tx
        .sql(
            "select organisation_id, role, created_at_ms, added_email, added_name from memberships \
             where user_id = $1 order by organisation_id",
        )
        .bind(user_id)
        .all()
        .await?;
    kept.memberships = rows.iter().map(membership).collect::<Result<_>>()?;
    let rows = tx
        .sql("select package_id, added_at_ms from license_users where user_id = $1 order by package_id")
        .bind(user_id)
        .all()
        .await?;
    let license = |row: &Row| Ok(License { package_id: row.get(0)?, added_at_ms: row.get(1)? });
    kept.licenses = rows.iter().map(license).collect::<Result<_>>()?;
    let rows = tx
        .sql(
            "select code_hash, package_id, created_at_ms, expires_at_ms, used_at_ms, used_by_key \
             from activation_codes where user_id = $1 order by code_hash",
        )
        .bind(user_id)
        .all()
        .await?;
    kept.codes = rows.iter().map(code).collect::<Result<_>>()?;
    let row = tx
        .sql("select first_at_ms, last_at_ms, visits from trial_visitors where user_id = $1")
        .bind(user_id)
        .first()
        .await?;
    kept.visits = row.as_ref().map(visits).transpose()?;
    Ok(())
}

fn view(row: &Row) -> Result<View> {
    Ok(View {
        id: row.get(0)?,
        name: row.get(1)?,
        name_key: row.get(2)?,
        query: row.get(3)?,
        shared: row.get(4)?,
        created_at_ms: row.get(5)?,
        updated_at_ms: row.get(6)?,
        is_marked: true,
    })
}

fn visits(row: &Row) -> Result<Visitor> {
    Ok(Visitor { first_at_ms: row.get(0)?, last_at_ms: row.get(1)?, visits: row.get(2)? })
}

fn membership(row: &Row) -> Result<Membership> {
    Ok(Membership {
        organisation_id: row.get(0)?,
        role: row.get(1)?,
        created_at_ms: row.get(2)?,
        added_email: row.get(3)?,
        added_name: row.get(4)?,
    })
}

fn code(row: &Row) -> Result<ActivationCode> {
    Ok(ActivationCode {
        code_hash: row.get(0)?,
        package_id: row.get(1)?,
        created_at_ms: row.get(2)?,
        expires_at_ms: row.get(3)?,
        used_at_ms: row.get(4)?,
        used_by_key: row.get(5)?,
    })
}

/// Gives the view of somebody who is being deleted to somebody else, who keeps it for them, or for whom they kept it
/// themselves; false if they have one of this name.
pub(in super::super) async fn set_view_owner(
    tx: &mut Tx,
    view_id: &str,
    owner_id: &str,
    (name, name_key): (&str, &str),
) -> Result<bool> {
    let changed = tx
        .sql(
            "update user_views set heir_of = coalesce(heir_of, owner_id), owner_id = $2, name = $3, name_key = $4 \
             where id = $1 and not exists (select 1 from user_views o where o.owner_id = $2 and o.name_key = $4)",
        )
        .bind(view_id)
        .bind(owner_id)
        .bind(name)
        .bind(name_key)
        .run()
        .await?;
    Ok(changed == 1)
}

/// Gives a user who is brought back what was kept, as far as what it belongs to is still there.
pub(in super::super) async fn insert(tx: &mut Tx, user_id: &str, kept: &Kept) -> Result<()> {
    for view in &kept.views {
        insert_view(tx, user_id, view).await?;
    }
    for it in &kept.memberships {
        tx.sql(
            "insert into memberships (organisation_id, user_id, role, created_at_ms, added_email, added_name) \
             select id, $2, $3, $4, $5, $6 from organisations where id = $1 \
             on conflict (organisation_id, user_id) do nothing",
        )
        .bind(it.organisation_id.as_str())
        .bind(user_id)
        .bind(it.role.as_str())
        .bind(it.created_at_ms)
        .bind(it.added_email.as_str())
        .bind(it.added_name.as_str())
        .run()
        .await?;
    }
    for it in &kept.licenses {
        insert_license(tx, user_id, it).await?;
    }
    for it in &kept.codes {
        insert_code(tx, user_id, it).await?;
    }
    if let Some(it) = &kept.visits {
        tx.sql(
            "insert into trial_visitors (user_id, first_at_ms, last_at_ms, visits) values ($1, $2, $3, $4) \
             on conflict (user_id) do nothing",
        )
        .bind(user_id)
        .bind(it.first_at_ms)
        .bind(it.last_at_ms)
        .bind(it.visits)
        .run()
        .await?;
    }
    Ok(())
}

/// A shared view comes back from whoever keeps it for them; one that was removed, or was not theirs, stays away.
async fn insert_view(tx: &mut Tx, user_id: &str, view: &View) -> Result<()> {
    if view.shared {
        tx.sql(
            "update user_views set owner_id = $2, name = $3, name_key = $4, heir_of = null where id = $1 \
             and coalesce(heir_of, $5) = $2",
        )
        .bind(view.id.as_str())
        .bind(user_id)
        .bind(view.name.as_str())
        .bind(view.name_key.as_str())
        .bind(if view.is_marked { "" } else { user_id })
        .run()
        .await?;
        return Ok(());
    }
    tx.sql(
        "insert into user_views (id, owner_id, name, name_key, query, shared, created_at_ms, updated_at_ms) \
         values ($1, $2, $3, $4, $5, false, $6, $7)",
    )
    .bind(view.id.as_str())
    .bind(user_id)
    .bind(view.name.as_str())
    .bind(view.name_key.as_str())
    .bind(view.query.as_str())
    .bind(view.created_at_ms)
    .bind(view.updated_at_ms)
    .run()
    .await?;
    Ok(())
}

/// The package is held while its license users are counted; where as many as there can be are by now, one more stays off.
async fn insert_license(tx: &mut Tx, user_id: &str, license: &License) -> Result<()> {
    tx.sql("update packages set revision = revision where id = $1")
        .bind(license.package_id.as_str())
        .run()
        .await?;
    tx.sql(
        "insert into license_users (package_id, user_id, added_at_ms) select id, $2, $3 from packages \
         where id = $1 and (select count(*) from license_users where package_id = $1) < $4 \
         on conflict (package_id, user_id) do nothing",
    )
    .bind(license.package_id.as_str())
    .bind(user_id)
    .bind(license.added_at_ms)
    .bind(LICENSE_USERS_MAX)
    .run()
    .await?;
    Ok(())
}

async fn insert_code(tx: &mut Tx, user_id: &str, code: &ActivationCode) -> Result<()> {
    tx.sql(
        "insert into activation_codes (code_hash, package_id, user_id, created_at_ms, expires_at_ms, used_at_ms, \
         used_by_key) select $1, id, $3, $4, $5, $6, $7 from packages where id = $2 \
         on conflict (code_hash) do nothing",
    )
    .bind(code.code_hash.as_str())
    .bind(code.package_id.as_str())
    .bind(user_id)
    .bind(code.created_at_ms)
    .bind(code.expires_at_ms)
    .bind(code.used_at_ms)
    .bind(code.used_by_key.as_str())
    .run()
    .await?;
    Ok(())
}

/// Holds the organisations that a user owns until the transaction ends, as whoever changes their members does. Writes
/// `organisations`.
pub(in super::super) async fn hold_owned(tx: &mut Tx, user_id: &str) -> Result<()> {
    tx.sql(
        "update organisations set version = version + 1 where id in \
         (select organisation_id from memberships where user_id = $1 and role = 'owner')",
    )
    .bind(user_id)
    .run()
    .await?;
    Ok(())
}

/// The name of an organisation that a user is the only owner of, if there is one. Reads `organisations`.
pub(in super::super) async fn find_only_owned(tx: &mut Tx, user_id: &str) -> Result<Option<String>> {
    let row = tx
        .sql(
            "select o.name from memberships m join organisations o on o.id = m.organisation_id \
             where m.user_id = $1 and m.role = 'owner' and not exists (select 1 from memberships other \
             where other.organisation_id = m.organisation_id and other.role = 'owner' and other.user_id <> $1) \
             order by o.name_key limit 1",
        )
        .bind(user_id)
        .first()
        .await?;
    row.map(|row| row.get(0)).transpose()
}

/// The group whose members get their role by it, if a user has theirs so.
pub(in super::super) async fn find_role_group(tx: &mut Tx, user_id: &str) -> Result<Option<String>> {
    let row = tx.sql("select role_group_id from users where id = $1").bind(user_id).first().await?;
    Ok(row.map(|row| row.get(0)).transpose()?.flatten())
}

/// Lets a user have their role by a group again, if the group is still there. Reads `groups`.
pub(in super::super) async fn set_role_group(tx: &mut Tx, user_id: &str, group_id: &str) -> Result<()> {
    tx.sql("update users set role_group_id = (select g.id from groups g where g.id = $2) where id = $1")
        .bind(user_id)
        .bind(group_id)
        .run()
        .await?;
    Ok(())
}
