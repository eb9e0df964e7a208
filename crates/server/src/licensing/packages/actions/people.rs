//! License users: the accounts that activate a package beside the owners of its organisation.

use seatwarden_base::{Result, db::Tx};
use serde_json::json;

use super::{
    super::{
        model::{LicenseUser, NO_MEMBER, Package, TOO_MANY_USERS, USERS_MAX},
        store,
    },
    Right, find_in, person_right, require_right,
};
use crate::{
    common::audit,
    cx::{Cx, Permission},
    licensing::organisations::{self, Sight},
    text::name_key,
};

/// The license users of a package, for whoever may see it.
pub async fn license_users(cx: &Cx, key: &str) -> Result<Vec<LicenseUser>> {
    let mut tx = cx.db.read().await?;
    let package = find_in(&mut tx, key).await?;
    require_right(&mut tx, cx, &package, Right::See).await?;
    let sight = if cx.may(Permission::LicensesRead) { Sight::Staff } else { Sight::Customer };
    let mut users = store::list_users(&mut tx, &package.id, sight, USERS_MAX).await?;
    if sight == Sight::Customer {
        users.extend(store::list_withheld(&mut tx, &package.id, USERS_MAX).await?);
        users.sort_by_key(|user| name_key(&user.email));
    }
    Ok(users)
}

/// Shows the customer a withheld address as a license user of a package, inside another action
/// ([`organisations::withhold_member`]). Refuses with `packages.too_many_users`.
pub async fn withhold_license_user(tx: &mut Tx, cx: &Cx, package: &Package, member_id: &str) -> Result<()> {
    require_right(tx, cx, package, Right::Own).await?;
    // Held while they are counted.
    store::find_locked(tx, &package.id).await?;
    if store::count_users(tx, &package.id).await? >= USERS_MAX {
        return Err(TOO_MANY_USERS.with("maximum", USERS_MAX).into());
    }
    if store::insert_withheld(tx, &package.id, member_id, cx.now_ms).await? {
        let event = audit::Event::new("packages.add_user", "package", &package.id);
        let email = organisations::shown_address(tx, &package.organisation_id, member_id).await?;
        let after = json!({ "user": member_id, "email": email, "withheld": true });
        audit::record(tx, cx, event.after(after)).await?;
    }
    Ok(())
}

/// Lets a member of the organisation activate the package. For its owners and the vendor's staff; again changes
/// nothing. Refuses with `packages.no_member` or `packages.too_many_users`.
pub async fn add_license_user(cx: &Cx, key: &str, user_id: &str) -> Result<()> {
    let mut tx = cx.db.write().await?;
    let package = find_in(&mut tx, key).await?;
    add_license_user_in(&mut tx, cx, &package, user_id).await?;
    tx.commit().await
}

/// The same inside another action: one that makes the account, or makes it a member, first.
pub async fn add_license_user_in(tx: &mut Tx, cx: &Cx, package: &Package, user_id: &str) -> Result<()> {
    require_right(tx, cx, package, Right::Own).await?;
    if person_right(tx, package, user_id).await?.is_none() {
        return Err(NO_MEMBER.into());
    }
    // Held while they are counted.
    store::find_locked(tx, &package.id).await?;
    if store::count_users(tx, &package.id).await? >= USERS_MAX {
        return Err(TOO_MANY_USERS.with("maximum", USERS_MAX).into());
    }
    if store::insert_user(tx, &package.id, user_id, cx.now_ms).await? {
        let event = audit::Event::new("packages.add_user", "package", &package.id);
        let email = organisations::shown_address(tx, &package.organisation_id, user_id).await?;
        audit::record(tx, cx, event.after(json!({ "user": user_id, "email": email }))).await?;
    }
    Ok(())
}

/// Lets an account act for an organisation no longer, and takes it off all licenses of that; what runs goes on. For its
/// owners, the vendor's staff, and everybody about themselves. Refuses as [`organisations::remove_member`] does.
pub async fn remove_member(cx: &Cx, organisation_id: &str, user_id: &str) -> Result<()> {
    let mut tx = cx.db.write().await?;
    organisations::remove_member(&mut tx, cx, organisation_id, user_id).await?;
    store::delete_user_of(&mut tx, organisation_id, user_id).await?;
    tx.commit().await
}

/// Lets an account activate the package no longer; what runs goes on. For its owners and the vendor's staff. Refuses
/// with `packages.no_member` if it was no license user.
pub async fn remove_license_user(cx: &Cx, key: &str, user_id: &str) -> Result<()> {
    let mut tx = cx.db.write().await?;
    let package = find_in(&mut tx, key).await?;
    require_right(&mut tx, cx, &package, Right::Own).await?;
    let is_gone = store::delete_user(&mut tx, &package.id, user_id).await?
        || store::delete_withheld(&mut tx, &package.id, user_id).await?;
    if !is_gone {
        return Err(NO_MEMBER.into());
    }
    let event = audit::Event::new("packages.remove_user", "package", &package.id);
    let email = organisations::shown_address(&mut tx, &package.organisation_id, user_id).await?;
    audit::record(&mut tx, cx, event.before(json!({ "user": user_id, "email": email }))).await?;
    tx.commit().await
}
