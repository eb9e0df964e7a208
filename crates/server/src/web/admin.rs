//! Admin: its pages, their menu, and who may open each. The pages themselves are in their rooms.

use axum::{Router, routing::get};

use super::{
    NOT_FOUND, Section, View, WebResult,
    parts::{Icon, Tone},
    see_other,
};
use crate::{
    cx::{Cx, Permission, Person},
    text::Text,
};

/// A page of Admin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AdminPage {
    /// The people.
    Users,
    /// Sets of people.
    Groups,
    /// What people may do.
    Roles,
    /// Who is signed in.
    Sessions,
    /// Which parts are switched on.
    FeatureManagement,
    /// The rules of passwords, sessions, embedding and API access.
    Security,
    /// The scripts that call the API.
    Callers,
    /// Who owns what.
    Ownership,
    /// The one role that nobody else has, and handing it over.
    SysAdmin,
    /// How mails leave, and what became of them.
    Email,
    /// What the server does beside requests.
    BackgroundWork,
    /// What the license gives, and what of it is used.
    License,
    /// Who did what to whom.
    Audit,
}

impl AdminPage {
    /// All pages, in the order of the menu.
    const ALL: &[Self] = &[
        Self::Users,
        Self::Groups,
        Self::Roles,
        Self::Sessions,
        Self::Ownership,
        Self::SysAdmin,
        Self::FeatureManagement,
        Self::Security,
        Self::Callers,
        Self::Email,
        Self::BackgroundWork,
        Self::License,
        Self::Audit,
    ];

    /// Where it is.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Users => "/admin/users",
            Self::Groups => "/admin/groups",
            Self::Roles => "/admin/roles",
            Self::Sessions => "/admin/sessions",
            Self::FeatureManagement => "/admin/feature-management",
            Self::Security => "/admin/security",
            Self::Callers => "/admin/callers",
            Self::Ownership => "/admin/ownership",
            Self::SysAdmin => "/admin/sysadmin",
            Self::Email => "/admin/email",
            Self::BackgroundWork => "/admin/background-work",
            Self::License => "/admin/license",
            Self::Audit => "/admin/audit",
        }
    }

    /// What one must be allowed to open it.
    pub const fn permission(self) -> Permission {
        match self {
            Self::Users => Permission::ListUsers,
            Self::Groups => Permission::ReadGroups,
            Self::Roles => Permission::ManageRoles,
            Self::Sessions => Permission::ManageSessions,
            Self::FeatureManagement => Permission::ManageFeatures,
            Self::Security | Self::Callers | Self::BackgroundWork => Permission::ManageSecurity,
            Self::Ownership => Permission::ReadOwnership,
            Self::SysAdmin => Permission::ManageSysAdmin,
            Self::Email => Permission::ManageMail,
            Self::License => Permission::ReadSeats,
            Self::Audit => Permission::ReadAudit,
        }
    }

    const fn icon(self) -> Icon {
        match self {
            Self::Users => Icon::Users,
            Self::Groups => Icon::Groups,
            Self::Roles => Icon::Shield,
            Self::Sessions => Icon::Devices,
            Self::FeatureManagement => Icon::Sliders,
            Self::Security => Icon::Lock,
            Self::Callers => Icon::Script,
            Self::Ownership => Icon::Folder,
            Self::SysAdmin => Icon::Key,
            Self::Email => Icon::Mail,
            Self::BackgroundWork => Icon::Clock,
            Self::License => Icon::License,
            Self::Audit => Icon::Activity,
        }
    }

    fn label(self, t: Text) -> String {
        match self {
            Self::Users => t.web_admin_users(),
            Self::Groups => t.web_admin_groups(),
            Self::Roles => t.web_admin_roles(),
            Self::Sessions => t.web_admin_sessions(),
            Self::FeatureManagement => t.web_admin_feature_management(),
            Self::Security => t.web_admin_security(),
            Self::Callers => t.web_admin_callers(),
            Self::Ownership => t.web_admin_ownership(),
            Self::SysAdmin => t.web_admin_sysadmin(),
            Self::Email => t.web_admin_email(),
            Self::BackgroundWork => t.web_admin_background_work(),
            Self::License => t.web_admin_license(),
            Self::Audit => t.web_admin_audit(),
        }
    }

    fn all_of(cx: &Cx) -> impl Iterator<Item = Self> {
        Self::ALL
            .iter()
            .copied()
            .filter(|page| cx.may(page.permission()) || cx.is_withheld(page.permission()))
    }
}

/// `/admin` leads to the first page that is open to the reader.
pub(super) fn router() -> Router {
    Router::new().route("/admin", get(first))
}

async fn first(cx: Cx) -> WebResult {
    cx.person()?;
    Ok(see_other(AdminPage::all_of(&cx).next().ok_or(NOT_FOUND)?.path()))
}

/// Whether the reader may open any page of Admin.
pub fn is_open_to(cx: &Cx) -> bool {
    AdminPage::all_of(cx).next().is_some()
}

/// Whether a path leads to a page of Admin, or below one, that this person may not open.
pub fn is_closed_to(path: &str, person: &Person) -> bool {
    AdminPage::ALL.iter().any(|page| {
        let below = path.strip_prefix(page.path());
        below.is_some_and(|below| below.is_empty() || below.starts_with(['/', '?']))
            && !person.role.may.has(page.permission())
    })
}

/// A view of a page of Admin, or of one below it: with the menu, and what was just done if anything was.
pub fn view(cx: &Cx, page: AdminPage, title: String, done: Option<String>) -> View<'_> {
    let t = cx.text();
    let links = AdminPage::all_of(cx)
        .map(|other| (other.label(t), other.path(), other == page, other.icon()))
        .collect();
    View::new(cx, title)
        .section(Section::Admin)
        .side(t.web_admin(), links)
        .toast(done.map(|text| (Tone::Success, text)))
}
