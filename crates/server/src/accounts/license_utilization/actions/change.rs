//! Changing the license of the installation: over the network, by files that people carry, and giving it back.

use seatwarden_activate::{
    Activated, Credentials, GivenBack, Installation, Installed, Requested, Wish, doctor::Report,
};
use seatwarden_base::{Result, secret::Secret};
use zeroize::Zeroizing;

use super::{
    super::model::{ELSEWHERE, NO_KEY, NOT_ACTIVATED, NOTHING_GIVEN},
    follow::{Foreseen, Tried, follow, follow_after},
};
use crate::{
    accounts::{
        passwords, sessions,
        users::{self, UserPatch},
    },
    cx::{Cx, Permission},
    license::Difference,
};

/// The longest text of a key or an answer, in bytes.
const TEXT_MAX: usize = 256 * 1024;

/// Who activates, as typed.
#[derive(Clone, Debug, Default)]
pub struct Account {
    /// The e-mail address of the license account.
    pub email: String,
    /// Its password, which goes to the license server and nowhere else.
    pub password: Secret,
    /// A one-time code from the portal, instead of both.
    pub code: Secret,
    /// The code of the package, if the account has several.
    pub package: String,
}

/// Activates this installation over the network, or changes its license. Refuses as the license server does, and with
/// `sessions.confirm_first` unless the password was given in this browser a short while ago.
pub async fn change(cx: &Cx, account: &Account) -> Result<Activated> {
    cx.require(Permission::ManageLicense)?;
    sessions::require_confirmed_in_browser(cx)?;
    activate(cx, account).await
}

/// The same for whoever proved otherwise that they may: the set-up secret, or the host.
pub async fn activate(cx: &Cx, account: &Account) -> Result<Activated> {
    require_here(cx)?;
    let code = account.code.reveal().trim();
    let credentials = if !code.is_empty() {
        Credentials::Code(Zeroizing::new(code.to_owned()))
    } else if !account.email.trim().is_empty() && !account.password.reveal().is_empty() {
        Credentials::Password {
            email: account.email.trim().to_owned(),
            password: Zeroizing::new(account.password.reveal().to_owned()),
        }
    } else {
        return Err(NOTHING_GIVEN.into());
    };
    let package = Some(account.package.trim().to_owned()).filter(|package| !package.is_empty());
    let wish = Wish { credentials, package, leaves_sysadmin: false };
    let activated = cx.license_hand.act(cx, move |installation| installation.activate(&wish)).await?;
    follow_after(cx, Some(Tried::default()), Foreseen::Nothing).await?;
    Ok(activated)
}

/// Installs what somebody carried here: a key, the answer to a request, the next license, a bulletin. Refuses with
/// `sessions.confirm_first` unless the password was given in this browser a short while ago.
pub async fn install(cx: &Cx, text: &str) -> Result<Installed> {
    cx.require(Permission::ManageLicense)?;
    sessions::require_confirmed_in_browser(cx)?;
    require_here(cx)?;
    if text.trim().is_empty() || text.len() > TEXT_MAX {
        return Err(NO_KEY.into());
    }
    let text = text.to_owned();
    let installed = cx.license_hand.act(cx, move |installation| installation.install(&text)).await?;
    follow(cx).await?;
    Ok(installed)
}

/// Makes the file by which this machine asks for a license, to be carried to the portal.
pub async fn request(cx: &Cx, package: &str) -> Result<Requested> {
    cx.require(Permission::ManageLicense)?;
    require_here(cx)?;
    let package = Some(package.trim().to_owned()).filter(|package| !package.is_empty());
    cx.license_hand.act(cx, move |installation| installation.request(package.as_deref())).await
}

/// Renews now. Refuses as the license server does.
pub async fn renew(cx: &Cx) -> Result<()> {
    cx.require(Permission::ManageLicense)?;
    require_activated(cx)?;
    let renewed = cx.license_hand.act(cx, Installation::renew).await?;
    let tried = Tried { is_clone_suspected: renewed.is_clone_suspected, ..Tried::default() };
    follow_after(cx, Some(tried), Foreseen::Nothing).await?;
    Ok(())
}

/// What renewing would change. Nothing is changed by it, here or at the license server.
pub async fn foresee(cx: &Cx) -> Result<Vec<Difference>> {
    cx.require(Permission::ManageLicense)?;
    require_activated(cx)?;
    let foreseen = cx.license_hand.act(cx, Installation::foresee_renewal).await?;
    Ok(foreseen.changes.iter().map(Difference::of_change).collect())
}

/// Gives the license back over the network: the slot is free at once, or when the last file that was given for this
/// machine ends. The caller's own password is asked again; without one
/// it must have been given in this browser a short while ago.
pub async fn sign_out(cx: &Cx, own_password: Option<&Secret>) -> Result<GivenBack> {
    give_back_with(cx, own_password, Installation::deactivate).await
}

/// Gives the license back without a network: the receipt frees the slot when it is handed in. The caller's own password
/// is asked again.
pub async fn give_back(cx: &Cx, own_password: Option<&Secret>) -> Result<GivenBack> {
    give_back_with(cx, own_password, Installation::give_back).await
}

async fn give_back_with(
    cx: &Cx,
    own_password: Option<&Secret>,
    how: fn(&Installation) -> seatwarden_activate::Result<GivenBack>,
) -> Result<GivenBack> {
    cx.require(Permission::ManageLicense)?;
    require_here(cx)?;
    match own_password {
        Some(password) => passwords::confirm_own(cx, password, "current_password").await.map(drop)?,
        None => sessions::require_confirmed_in_browser(cx)?,
    }
    let given_back = cx.license_hand.act(cx, how).await?;
    follow(cx).await?;
    Ok(given_back)
}

/// What stands between this machine and the license server.
pub async fn diagnose(cx: &Cx) -> Result<Report> {
    cx.require(Permission::ManageLicense)?;
    cx.license_hand.act(cx, |installation| Ok(installation.doctor())).await
}

/// Deactivates a user to free the seat.
pub async fn free_seat(cx: &Cx, user_id: &str) -> Result<()> {
    let patch = UserPatch { active: Some(false), ..UserPatch::default() };
    users::update(cx, user_id, patch).await.map(drop)
}

fn require_activated(cx: &Cx) -> Result<()> {
    if !cx.in_force().is_activated() {
        return Err(NOT_ACTIVATED.into());
    }
    require_here(cx)
}

/// Refuses if the license lies on another machine.
fn require_here(cx: &Cx) -> Result<()> {
    let license = cx.in_force();
    if license.device.is_empty() || license.ended.is_some() {
        return Ok(());
    }
    let ours = cx.license_hand.folder().device_key().ok().flatten().map(|key| key.public().kid());
    if ours.as_deref() == Some(license.device.as_str()) {
        return Ok(());
    }
    // Whose machine is gone for good activates a new one once the license there has ended.
    if license.standing(cx.now_ms).is_some_and(|standing| standing.ends_at > license.now(cx.now_ms))
        && ours.is_some()
    {
        return Err(ELSEWHERE.with("machine", &license.machine).into());
    }
    Ok(())
}
