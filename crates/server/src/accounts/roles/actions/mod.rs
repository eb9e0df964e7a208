//! What can be done with roles, one file a verb. Here is making the built-in ones and looking roles up.

mod change;
mod delete;
mod platform;

use seatwarden_base::{Error, Refusal, Result, db::Tx};

use super::{
    model::{BUILT_IN_STAYS, Details, LICENSE_ACCOUNT, UNKNOWN, Why},
    store,
};
use crate::{
    cx::{BUILT_IN, BaseRole, Cx, Permission, Permissions, Role},
    text::name_key,
    web::RESOURCE,
};

pub use change::{create, diff, diff_of_new, update};
pub use delete::{FORGET_LIMITS, Forgotten, delete};
pub use platform::{Edit, beside, create_wished, edit_manifest, read_manifest, update_wished};

/// What people see as the role of license accounts.
const LICENSE_ACCOUNT_SHOWN: &str = "License Account";
/// How much is told of the name of a role that is not there, in characters.
const NAMED_MAX: usize = 100;

/// All roles, strongest first.
pub async fn list(tx: &mut Tx) -> Result<Vec<Role>> {
    store::list(tx).await
}

/// The role with this id, API name or other spelling, or the custom role that people call so; refuses with
/// `roles.unknown`.
pub async fn named(tx: &mut Tx, text: &str) -> Result<Role> {
    if let Some(role) = store::find(tx, text).await? {
        return Ok(role);
    }
    if let Some(spelled) = BaseRole::spelled(text) {
        return store::find(tx, spelled.name()).await?.ok_or_else(|| unknown(text).into());
    }
    let wanted = name_key(text);
    let all = store::list(tx).await?;
    all.into_iter().find(|role| name_key(&role.display_name) == wanted).ok_or_else(|| unknown(text).into())
}

/// Refuses a role, and says how it was named: a call may have named it in its body.
fn unknown(text: &str) -> Refusal {
    UNKNOWN.with(RESOURCE, text.chars().take(NAMED_MAX).collect::<String>())
}

/// The same error, blamed on another field if it says that there is no such role.
pub fn blame(error: Error, field: &'static str) -> Error {
    match error {
        Error::Refusal(refusal) if refusal.code == UNKNOWN.code => refusal.on(field).into(),
        other => other,
    }
}

/// Makes the six built-in roles, each with an id of this installation's own.
pub async fn make_built_in(tx: &mut Tx, cx: &Cx) -> Result<()> {
    for (rank, base) in (0..).zip(BUILT_IN) {
        store::insert_built_in(tx, &cx.new_id()?, base, rank).await?;
    }
    Ok(())
}

/// The role of license accounts: it stands on Viewer and allows nothing but the own account. Made when it is first
/// needed.
pub async fn license_account(tx: &mut Tx, cx: &Cx) -> Result<Role> {
    if let Some(role) = store::find(tx, LICENSE_ACCOUNT).await? {
        return Ok(role);
    }
    let viewer = named(tx, BaseRole::Consumer.name()).await?;
    let role = Role {
        id: cx.new_id()?,
        name: LICENSE_ACCOUNT.to_owned(),
        display_name: LICENSE_ACCOUNT_SHOWN.to_owned(),
        ..viewer
    };
    let details = Details {
        role,
        description: String::new(),
        granted: Permissions::default(),
        withdrawn: Permissions::default(),
        version: 1,
        users: 0,
        groups: 0,
    };
    store::insert(tx, &details, cx.now_ms).await?;
    // Another node may have been faster.
    store::find(tx, LICENSE_ACCOUNT).await?.ok_or_else(|| UNKNOWN.into())
}

/// All roles with all that their pages show, strongest first.
pub async fn list_detailed(cx: &Cx) -> Result<Vec<Details>> {
    cx.require(Permission::ManageRoles)?;
    let mut tx = cx.db.read().await?;
    store::list_detailed(&mut tx).await
}

/// A role with all that its page shows, by id or API name; refuses with `roles.unknown`.
pub async fn details(cx: &Cx, key: &str) -> Result<Details> {
    cx.require(Permission::ManageRoles)?;
    let mut tx = cx.db.read().await?;
    store::find_detailed(&mut tx, key).await?.ok_or_else(|| UNKNOWN.into())
}

/// The role that holds for a user at this moment, and why. Whoever was made by hand keeps the role that was
/// given, whatever their groups say; whoever was made automatically has the role of the group they came in
/// by, until somebody gives them another. Refuses with `roles.unknown` if there is no such user.
pub async fn effective(tx: &mut Tx, user_id: &str) -> Result<(Role, Why)> {
    let role = store::find_of_user(tx, user_id).await?.ok_or(UNKNOWN)?;
    Ok((role, store::find_why(tx, user_id).await?))
}

/// A custom role; refuses with `roles.unknown`, `roles.built_in`, or `roles.beyond_own` if it may more than
/// the caller.
async fn find_custom(tx: &mut Tx, cx: &Cx, key: &str) -> Result<Details> {
    let details = store::find_detailed(tx, key).await?.ok_or(UNKNOWN)?;
    if details.is_built_in() {
        return Err(BUILT_IN_STAYS.into());
    }
    cx.require_reach(&details.role)?;
    Ok(details)
}
