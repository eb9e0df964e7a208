//! The portal of a license server: its pages and their menu. The pages themselves are in their rooms.

use seatwarden_base::Result;

use super::{
    NOT_FOUND, Section, View,
    parts::{Icon, Tone},
};
use crate::{
    cx::{Cx, Origin, Person},
    text::Text,
};

/// A page of the portal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PortalPage {
    /// What was bought, and where it runs.
    MyLicense,
    /// Who acts for the organisation.
    Users,
    /// Files for machines without a network.
    Offline,
    /// Versions of the platform.
    Downloads,
    /// Dashboards to begin with.
    SampleDashboards,
    /// The Online Trial.
    Trial,
    /// What the license account did, and what happened to it.
    History,
    /// The license account.
    Account,
    /// How to reach the vendor.
    Contact,
}

impl PortalPage {
    /// All pages, in the order of the menu.
    const ALL: &[Self] = &[
        Self::MyLicense,
        Self::Users,
        Self::Offline,
        Self::Downloads,
        Self::SampleDashboards,
        Self::Trial,
        Self::History,
        Self::Account,
        Self::Contact,
    ];

    /// Where it is.
    pub const fn path(self) -> &'static str {
        match self {
            Self::MyLicense => "/portal",
            Self::Users => "/portal/users",
            Self::Offline => "/portal/offline",
            Self::Downloads => "/portal/downloads",
            Self::SampleDashboards => "/portal/sample-dashboards",
            Self::Trial => "/portal/trial",
            Self::History => "/portal/history",
            Self::Account => "/portal/account",
            Self::Contact => "/portal/contact",
        }
    }

    const fn icon(self) -> Icon {
        match self {
            Self::MyLicense => Icon::Key,
            Self::Users => Icon::Users,
            Self::Offline => Icon::QrCode,
            Self::Downloads => Icon::Download,
            Self::SampleDashboards => Icon::Folder,
            Self::Trial => Icon::Devices,
            Self::History => Icon::Clock,
            Self::Account => Icon::User,
            Self::Contact => Icon::Mail,
        }
    }

    fn label(self, t: Text) -> String {
        match self {
            Self::MyLicense => t.portal_my_license(),
            Self::Users => t.portal_users(),
            Self::Offline => t.portal_offline(),
            Self::Downloads => t.downloads_title(),
            Self::SampleDashboards => t.sample_dashboards_title(),
            Self::Trial => t.trials_title(),
            Self::History => t.portal_history(),
            Self::Account => t.portal_account(),
            Self::Contact => t.portal_contact(),
        }
    }
}

/// The license account that opens a page of the portal. Refuses whoever is signed in as something else as if there
/// were no such page.
pub fn license_account(cx: &Cx) -> Result<&Person> {
    let person = cx.person()?;
    if person.origin == Origin::License { Ok(person) } else { Err(NOT_FOUND.into()) }
}

/// A view of a page of the portal, or of one below it: with the menu, and what was just done if anything was.
pub fn view(cx: &Cx, page: PortalPage, title: String, done: Option<String>) -> View<'_> {
    let t = cx.text();
    let links = PortalPage::ALL
        .iter()
        .map(|other| (other.label(t), other.path(), *other == page, other.icon()))
        .collect();
    View::new(cx, title)
        .section(Section::Portal)
        .side(t.web_portal(), links)
        .toast(done.map(|text| (Tone::Success, text)))
}
