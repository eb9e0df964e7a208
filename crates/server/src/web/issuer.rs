//! What the staff of a license server sees: its pages and their menu. The pages themselves are in their rooms.

use super::{
    Section, View,
    parts::{Icon, Tone},
};
use crate::{cx::Cx, text::Text};

/// A page of the staff.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IssuerPage {
    /// The organisations.
    Customers,
    /// What waits for a second person.
    Changes,
    /// Versions of the platform.
    Releases,
    /// Dashboards to begin with.
    SampleDashboards,
    /// With what license files are signed.
    Keys,
}

impl IssuerPage {
    /// All pages, in the order of the menu.
    const ALL: &[Self] =
        &[Self::Customers, Self::Changes, Self::Releases, Self::SampleDashboards, Self::Keys];

    /// Where it is.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Customers => "/issuer",
            Self::Changes => "/issuer/changes",
            Self::Releases => "/issuer/releases",
            Self::SampleDashboards => "/issuer/sample-dashboards",
            Self::Keys => "/issuer/keys",
        }
    }

    const fn icon(self) -> Icon {
        match self {
            Self::Customers => Icon::Groups,
            Self::Changes => Icon::Check,
            Self::Releases => Icon::Download,
            Self::SampleDashboards => Icon::Folder,
            Self::Keys => Icon::Key,
        }
    }

    fn label(self, t: Text) -> String {
        match self {
            Self::Customers => t.issuer_customers(),
            Self::Changes => t.issuer_changes(),
            Self::Releases => t.issuer_releases(),
            Self::SampleDashboards => t.sample_dashboards_title(),
            Self::Keys => t.issuer_keys(),
        }
    }
}

/// A view of a page of the staff, or of one below it: with the menu, and what was just done if anything was.
pub fn view(cx: &Cx, page: IssuerPage, title: String, done: Option<String>) -> View<'_> {
    let t = cx.text();
    let links = IssuerPage::ALL
        .iter()
        .map(|other| (other.label(t), other.path(), *other == page, other.icon()))
        .collect();
    View::new(cx, title)
        .section(Section::Issuer)
        .side(t.web_issuer(), links)
        .toast(done.map(|text| (Tone::Success, text)))
}
