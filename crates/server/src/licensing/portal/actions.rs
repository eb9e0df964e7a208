//! What the portal does with several rooms at once.

use axum::body::Bytes;
use seatwarden_base::Result;

use super::picture;
use crate::{
    accounts::users,
    common::rate_limits::{self, Limit},
    cx::{Cx, Origin, Permission, Person},
    licensing::{
        organisations::{self, MemberRole},
        packages::{self, Right},
        sign_up::{self, NewAccount},
    },
    text::is_same_address,
};

/// Add User to License: somebody may activate the package from now on. An account is made if there is none, and mailed
/// its password; who acts for the organisation already just gets the package. For the owners and the vendor's staff.
/// Owners get the same answer, and see the same, for an address that nobody knows, for that of a license account of
/// another customer, and for that of somebody who is no license account, which then acts for nobody. Answers whether somebody is mailed. Refuses as [`packages::add_license_user`] and [`organisations::add_member`] do.
pub(super) async fn add_user(cx: &Cx, package: &str, new: &NewAccount<'_>) -> Result<bool> {
    let email = users::check_email(new.email)?;
    let new = NewAccount { email: &email, ..*new };
    let mut reading = cx.db.read().await?;
    let package = packages::find_in(&mut reading, package).await?;
    packages::require_right(&mut reading, cx, &package, Right::Own).await?;
    drop(reading);
    let password = sign_up::generate(cx).await?;
    let mut tx = cx.db.write().await?;
    let organisation = &package.organisation_id;
    // A user name that looks like an address cannot become an account either, and must not be told from one that can.
    let is_theirs =
        |person: &Person| person.origin == Origin::License && is_same_address(&person.email, &email);
    let known = match users::person(&mut tx, &email).await? {
        Some(person) if !is_theirs(&person) && !cx.may(Permission::LicensesManage) => {
            let (id, is_new) = sign_up::withhold(&mut tx, cx, organisation, &new, &person).await?;
            packages::withhold_license_user(&mut tx, cx, &package, &id).await?;
            tx.commit().await?;
            cx.jobs.nudge();
            return Ok(is_new);
        }
        Some(person) if is_same_address(&person.email, &email) => {
            organisations::role_in(&mut tx, organisation, &person.id).await?.map(|_| person)
        }
        _ => None,
    };
    let is_mailed = known.is_none();
    let person = match known {
        Some(person) => person,
        None => sign_up::add_to(&mut tx, cx, organisation, &new, MemberRole::LicenseUser, password).await?,
    };
    packages::add_license_user_in(&mut tx, cx, &package, &person.id).await?;
    tx.commit().await?;
    cx.jobs.nudge();
    Ok(is_mailed)
}

/// How often somebody has a still of the camera read: two a second, and some more at once.
const STILLS: Limit = Limit::per_minute(40, 130);
/// The largest still, in bytes.
const STILL_BYTES_MAX: usize = 512 * 1024;

/// What the code in a still of the camera says; none if there is none, or if another picture is read at this moment: the
/// next still comes at once. For license accounts. Refuses with `rate_limits.too_many`, or with `portal.no_code` if it is
/// larger than the stills of our page.
pub(super) async fn scan(cx: &Cx, still: Bytes) -> Result<Option<String>> {
    let bucket = rate_limits::key("portal.scan", &cx.person()?.id);
    let mut tx = cx.db.write().await?;
    rate_limits::take(&mut tx, &bucket, STILLS, cx.now_ms).await?;
    tx.commit().await?;
    if still.len() > STILL_BYTES_MAX {
        return Err(picture::no_code().into());
    }
    Ok(picture::read_if_idle(still.as_ref().into()).await)
}
