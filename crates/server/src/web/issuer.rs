//! What the staff of a license server sees: its pages and their menu. The pages themselves are in their rooms.

use super::{
    Section, View,
    parts::{Icon, Tone},
};
use crate::{
    cx::{Cx, Permission},
    text::Text,
};

/// A page of the staff.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IssuerPage {
    /// The organisations.
    Customers,
}

impl IssuerPage {
    /// All pages, in the order of the menu.
    const ALL: &[Self] = &[Self::Customers];

    /// Where it is.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Customers => "/issuer",
        }
    }

    /// What one must be allowed to open it.
    pub const fn permission(self) -> Permission {
        match self {
            Self::Customers => Permission::LicensesRead,
        }
    }

    const fn icon(self) -> Icon {
        match self {
            Self::Customers => Icon::Groups,
        }
    }

    fn label(self, t: Text) -> String {
        match self {
            Self::Customers => t.issuer_customers(),
        }
    }
}

/// A view of a page of the staff, or of one below it: with the menu, and what was just done if anything was.
pub fn view(cx: &Cx, page: IssuerPage, title: String, done: Option<String>) -> View<'_> {
    let t = cx.text();
    let links = IssuerPage::ALL
        .iter()
        .filter(|other| cx.may(other.permission()))
        .map(|other| (other.label(t), other.path(), *other == page, other.icon()))
        .collect();
    View::new(cx, title)
        .section(Section::Issuer)
        .side(t.web_issuer(), links)
        .toast(done.map(|text| (Tone::Success, text)))
}
