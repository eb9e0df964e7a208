//! Who may open which part of My Profile, whatever Feature Management says.

use seatwarden_base::Result;

use crate::{
    accounts::feature_management::{self, OFF, ProfileTab, UserProfile},
    cx::{BaseRole, Cx, Origin, Person},
    web::NOT_FOUND,
};

/// The switches as they are for one reader.
#[derive(Clone, Copy, Debug)]
pub(super) struct Open {
    switches: UserProfile,
    keeps_password: bool,
    is_sysadmin: bool,
}

impl Open {
    fn of(person: &Person, switches: UserProfile) -> Self {
        Self {
            switches,
            // A license account signs in with its password at every installation, so it can always change it (S24).
            keeps_password: person.origin == Origin::License,
            // Without recovery codes, a Sys. Admin who lost everything needs the host.
            is_sysadmin: person.role.base == BaseRole::Super,
        }
    }

    /// The tabs that are open, in their order.
    pub(super) fn tabs(self) -> impl Iterator<Item = ProfileTab> {
        ProfileTab::ALL.into_iter().filter(move |tab| self.shows(*tab))
    }

    fn shows(self, tab: ProfileTab) -> bool {
        self.switches.shows(tab) || (self.keeps_password && tab == ProfileTab::Password)
    }

    /// Whether one's own trail is open.
    pub(super) const fn shows_activity(self) -> bool {
        self.switches.active || self.is_sysadmin
    }

    /// Whether recovery codes are made here.
    pub(super) const fn shows_recovery_codes(self) -> bool {
        self.is_sysadmin
    }
}

/// What is open to the reader. Refuses unless somebody is signed in.
pub(super) async fn look(cx: &Cx) -> Result<Open> {
    Ok(Open::of(cx.person()?, feature_management::user_profile(cx).await?))
}

/// Refuses with `feature_management.off` unless the tab is open to the reader.
pub(super) async fn require(cx: &Cx, tab: ProfileTab) -> Result<Open> {
    let open = look(cx).await?;
    if !open.shows(tab) {
        feature_management::require_tab(cx, tab).await?;
    }
    Ok(open)
}

/// Refuses with `feature_management.off` unless one's own trail is open.
pub(super) async fn require_activity(cx: &Cx) -> Result<Open> {
    let open = look(cx).await?;
    if open.shows_activity() { Ok(open) } else { Err(OFF.into()) }
}

/// Refuses as if they were not there unless recovery codes are open: nobody else ever has them.
pub(super) async fn require_recovery_codes(cx: &Cx) -> Result<Open> {
    let open = look(cx).await?;
    if open.shows_recovery_codes() { Ok(open) } else { Err(NOT_FOUND.into()) }
}
