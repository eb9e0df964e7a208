//! What the portal does with several rooms at once.

use seatwarden_base::Result;

use crate::{
    accounts::users,
    cx::Cx,
    licensing::{
        organisations::{self, MemberRole},
        packages::{self, Right},
        sign_up::{self, NewAccount},
    },
};

/// Add User to License: somebody may activate the package from now on. An account is made if there is none, and mailed
/// its password; who acts for the organisation already just gets the package. For the owners and the vendor's staff.
/// Answers whether somebody is mailed. Refuses as [`packages::add_license_user`] and [`organisations::add_member`] do.
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
    let known = match users::with_address(&mut tx, &email).await? {
        Some(person) => organisations::role_in(&mut tx, organisation, &person.id).await?.map(|_| person),
        None => None,
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
