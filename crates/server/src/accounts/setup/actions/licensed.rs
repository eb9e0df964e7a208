//! The Sys. Admin who comes with the license: the credentials of the license account, copied as a hash. From then on the
//! two passwords have nothing to do with each other.

use seatwarden_base::{Error, Result, secret::Secret};

use super::{check_secret, finish, is_open};
use crate::{
    accounts::{
        license_utilization::{self, Account},
        passwords::{self, Prepared},
        setup::ALREADY,
        users::{self, Credential, NewUser},
    },
    cx::{BaseRole, Cx, Person},
};

/// Activates this installation with the license account, and makes the Sys. Admin with the same e-mail address and
/// password. Whoever does it reads the console, as for any other Sys. Admin: a license account of somebody else must not
/// take a new installation over. Refuses with `setup.already`, `setup.wrong_secret`, or as the license server does; then
/// nothing was made, and the same again goes on where it ended.
pub async fn activate(cx: &Cx, secret: &Secret, account: &Account) -> Result<Person> {
    if !is_open(cx).await? {
        return Err(ALREADY.into());
    }
    check_secret(cx, secret).await?;
    let user = licensed_user(&account.email)?;
    license_utilization::activate(cx, account).await?;
    let password = passwords::copy(cx, &account.password).await?;
    finish(cx, user, password, "setup.activate").await
}

fn licensed_user(email: &str) -> Result<NewUser> {
    let user = users::check_new(NewUser {
        email: email.trim().to_owned(),
        role: BaseRole::Super.name().to_owned(),
        credential: Credential::None,
        ..NewUser::default()
    })?;
    Ok(user)
}

/// Takes up the first Sys. Admin that an activation without a database left in the folder of the license. If there is
/// one already, it stays as it is, and what was left is removed. Asked again, it does nothing. Answers who was made.
pub async fn take_up_first_sysadmin(cx: &Cx) -> Result<Option<Person>> {
    if !cx.license_hand.exists() {
        return Ok(None);
    }
    let Some(first) = cx.license_hand.act(cx, |installation| installation.folder.first_sysadmin()).await?
    else {
        return Ok(None);
    };
    let adopted = passwords::adopt(cx, &first.password_hash);
    let made = match make_first(cx, &first.email, adopted).await {
        Ok(person) => Some(person),
        // One that is there already is never overwritten; one that cannot be made is not tried for ever.
        Err(Error::Refusal(refusal)) => {
            tracing::warn!(why = refusal.code, "the Sys. Admin of the license was not made");
            None
        }
        Err(fault) => return Err(fault),
    };
    if let Some(person) = &made {
        tracing::info!(user = %person.id, "the license made the Sys. Admin");
    }
    cx.license_hand.act(cx, |installation| installation.folder.write()?.drop_first_sysadmin()).await?;
    Ok(made)
}

async fn make_first(cx: &Cx, email: &str, password: Result<Prepared>) -> Result<Person> {
    if !is_open(cx).await? {
        return Err(ALREADY.into());
    }
    finish(cx, licensed_user(email)?, password?, "setup.activate").await
}
