//! Making the Sys. Admin.

mod api_key;
mod licensed;
mod prepare;

use data_encoding::{BASE32_NOPAD, HEXLOWER};
use ring::digest;
use seatwarden_base::{Result, secret::Secret};
use subtle::ConstantTimeEq;

use super::model::{ALREADY, Installation, NewSysAdmin, WRONG_SECRET};
use crate::{
    accounts::{
        passwords::{self, About, NOT_THE_SAME, Prepared},
        users::{self, Credential, NewUser},
    },
    common::{
        audit,
        rate_limits::{self, Limit},
        settings,
    },
    cx::{BaseRole, Cx, Person},
};

pub use api_key::{Installed, rotate_x_api_key, set_x_api_key, show_x_api_key};
pub use licensed::{activate, take_up_first_sysadmin};
pub use prepare::{MIGRATIONS, Opening, check_secrets, open_first_page, open_or_take_up, prepare};

/// Tries at the set-up secret per network: ten, then one a minute.
const PER_ADDRESS: Limit = Limit { burst: 10, interval_ms: 60_000 };

/// A new secret: 100 random bits as four groups of five letters and digits.
fn new_secret(cx: &Cx) -> Result<Secret> {
    let text = BASE32_NOPAD.encode(&cx.random().bytes::<13>()?);
    let groups: Vec<&str> = (0..4).map(|group| &text[group * 5..group * 5 + 5]).collect();
    Ok(Secret::new(groups.join("-")))
}

/// The stored form of the secret, however its groups were typed.
fn secret_hash(secret: &str) -> String {
    let plain: String = secret
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .take(64)
        .map(|letter| letter.to_ascii_uppercase())
        .collect();
    HEXLOWER.encode(digest::digest(&digest::SHA256, plain.as_bytes()).as_ref())
}

/// Whether the installation still waits for its Sys. Admin.
pub async fn is_open(cx: &Cx) -> Result<bool> {
    let mut tx = cx.db.read().await?;
    let installation: Installation = settings::get(&mut tx).await?;
    Ok(!installation.secret_hash.is_empty())
}

/// Makes the Sys. Admin with the secret from the console, which is used up by it. Refuses with
/// `setup.already`, `setup.wrong_secret`, or the rule of names and passwords that is broken.
pub async fn make_sysadmin(cx: &Cx, new: &NewSysAdmin) -> Result<Person> {
    if !is_open(cx).await? {
        return Err(ALREADY.into());
    }
    check_secret(cx, &new.secret).await?;
    if new.password != new.repeat {
        return Err(NOT_THE_SAME.into());
    }
    let user = users::check_new(NewUser {
        email: new.email.clone(),
        first_name: new.first_name.clone(),
        last_name: new.last_name.clone(),
        role: BaseRole::Super.name().to_owned(),
        credential: Credential::None,
        ..NewUser::default()
    })?;
    let about = About {
        email: &user.email,
        user_name: &user.user_name,
        first_name: &user.first_name,
        last_name: &user.last_name,
    };
    let password = passwords::prepare(cx, &new.password, &about, "password").await?;
    finish(cx, user, password, "setup.make_sysadmin").await
}

/// The one transaction by which there is a Sys. Admin, and no second one. Refuses with `setup.already`.
async fn finish(cx: &Cx, user: NewUser, password: Prepared, event: &'static str) -> Result<Person> {
    let mut tx = cx.db.write().await?;
    let mut installation: Installation = settings::get(&mut tx).await?;
    if installation.secret_hash.is_empty() {
        return Err(ALREADY.into());
    }
    installation.secret_hash = String::new();
    settings::set(&mut tx, &installation, cx.now_ms).await?;
    let sysadmin = users::create_in(&mut tx, cx, user, Some(password)).await?.person;
    let event = audit::Event::user(event, &sysadmin.id);
    audit::record_as(&mut tx, cx, event, Some(&sysadmin.id), &sysadmin.email).await?;
    tx.commit().await?;
    Ok(sysadmin)
}

async fn check_secret(cx: &Cx, secret: &Secret) -> Result<()> {
    let mut tx = cx.db.write().await?;
    let address = rate_limits::key("setup.address", &rate_limits::network(&cx.request.ip));
    rate_limits::take(&mut tx, &address, PER_ADDRESS, cx.now_ms).await?;
    tx.commit().await?;
    let mut reading = cx.db.read().await?;
    let installation: Installation = settings::get(&mut reading).await?;
    let given = secret_hash(secret.reveal());
    let right = bool::from(given.as_bytes().ct_eq(installation.secret_hash.as_bytes()));
    if right { Ok(()) } else { Err(WRONG_SECRET.into()) }
}

/// Remembers at which address the server is reached, so that `seatwarden rescue` knows it too.
pub async fn remember_url(cx: &Cx) -> Result<()> {
    if Installed::read(cx).await?.url == cx.public_url() {
        return Ok(());
    }
    let mut tx = cx.db.write().await?;
    let mut installation: Installation = settings::get(&mut tx).await?;
    cx.public_url().clone_into(&mut installation.url);
    settings::set(&mut tx, &installation, cx.now_ms).await?;
    tx.commit().await
}

/// Ends the set-up without its page, where the Sys. Admin was made by other means: the demo.
pub async fn close(cx: &Cx) -> Result<()> {
    let mut tx = cx.db.write().await?;
    let mut installation: Installation = settings::get(&mut tx).await?;
    installation.secret_hash = String::new();
    settings::set(&mut tx, &installation, cx.now_ms).await?;
    tx.commit().await
}
