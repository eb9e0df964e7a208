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
    /// Trial licenses, and who went to the Online Trial.
    Trials,
    /// What the staff wants to know of all licenses together.
    Reports,
    /// Versions of the platform.
    Releases,
    /// Dashboards to begin with.
    SampleDashboards,
    /// With what license files are signed.
    Keys,
    /// Who did what.
    History,
}

impl IssuerPage {
    /// All pages, in the order of the menu.
    const ALL: &[Self] = &[
        Self::Customers,
        Self::Changes,
        Self::Trials,
        Self::Reports,
        Self::Releases,
        Self::SampleDashboards,
        Self::Keys,
        Self::History,
    ];

    /// Where it is.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Customers => "/issuer",
            Self::Changes => "/issuer/changes",
            Self::Trials => "/issuer/trials",
            Self::Reports => "/issuer/reports",
            Self::Releases => "/issuer/releases",
            Self::SampleDashboards => "/issuer/sample-dashboards",
            Self::Keys => "/issuer/keys",
            Self::History => "/issuer/history",
        }
    }

    const fn icon(self) -> Icon {
        match self {
            Self::Customers => Icon::Groups,
            Self::Changes => Icon::Check,
            Self::Trials => Icon::Devices,
            Self::Reports => Icon::Activity,
            Self::Releases => Icon::Download,
            Self::SampleDashboards => Icon::Folder,
            Self::Keys => Icon::Key,
            Self::History => Icon::Clock,
        }
    }

    fn label(self, t: Text) -> String {
        match self {
            Self::Customers => t.issuer_customers(),
            Self::Changes => t.issuer_changes(),
            Self::Trials => t.issuer_trials(),
            Self::Reports => t.issuer_reports(),
            Self::Releases => t.issuer_releases(),
            Self::SampleDashboards => t.sample_dashboards_title(),
            Self::Keys => t.issuer_keys(),
            Self::History => t.issuer_history(),
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
