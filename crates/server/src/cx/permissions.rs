//! What a role is and what it allows: the one place that answers "may they?".

use seatwarden_base::{Kind, Refusal, Result};

use super::{Proof, SignedIn};

/// The caller's role does not allow this.
pub const NOT_ALLOWED: Refusal = Refusal::new(Kind::Forbidden, "roles.not_allowed");
/// The token's scope does not allow this.
pub const NOT_IN_SCOPE: Refusal = Refusal::new(Kind::Forbidden, "roles.not_in_scope");

/// A built-in role; custom roles stand on one (contract part 7).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum BaseRole {
    /// Sys. Admin: exactly one.
    Super,
    /// Admin.
    Admin,
    /// Data Admin.
    DataAdmin,
    /// Data Designer.
    DataDesigner,
    /// Dashboard Designer.
    Contributor,
    /// Viewer.
    Consumer,
}

/// The built-in roles, strongest first.
pub const BUILT_IN: [BaseRole; 6] = [
    BaseRole::Super,
    BaseRole::Admin,
    BaseRole::DataAdmin,
    BaseRole::DataDesigner,
    BaseRole::Contributor,
    BaseRole::Consumer,
];

impl BaseRole {
    /// The name in the API.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Super => "super",
            Self::Admin => "admin",
            Self::DataAdmin => "dataAdmin",
            Self::DataDesigner => "dataDesigner",
            Self::Contributor => "contributor",
            Self::Consumer => "consumer",
        }
    }

    /// `displayName` in the API; clients compare it to the letter (contract part 7).
    pub const fn display_name(self) -> &'static str {
        match self {
            Self::Super => "Sys. Admin",
            Self::Admin => "Admin",
            Self::DataAdmin => "Data Admin",
            Self::DataDesigner => "Data Designer",
            Self::Contributor => "Designer",
            Self::Consumer => "Viewer",
        }
    }

    /// The role of an API name.
    pub fn named(name: &str) -> Option<Self> {
        BUILT_IN.into_iter().find(|role| role.name() == name)
    }

    /// The API name of a role in any of the spellings that clients use (contract part 7): the API name,
    /// the display name, the aliases of client libraries, and the slip `contributer`. Case, spaces
    /// and dots do not matter.
    pub fn spelled(text: &str) -> Option<Self> {
        let plain: String = text
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .map(|letter| letter.to_ascii_lowercase())
            .collect();
        Some(match plain.as_str() {
            "super" | "sysadmin" | "systemadmin" | "systemadministrator" => Self::Super,
            "admin" => Self::Admin,
            "dataadmin" => Self::DataAdmin,
            "datadesigner" => Self::DataDesigner,
            "contributor" | "contributer" | "designer" | "dashboarddesigner" => Self::Contributor,
            "consumer" | "viewer" => Self::Consumer,
            _ => return None,
        })
    }

    /// Whether the role may do this.
    pub const fn allows(self, permission: Permission) -> bool {
        match permission {
            Permission::ReadOwnAccount | Permission::ChangeOwnAccount => true,
            Permission::ListUsers | Permission::ManageUsers | Permission::ReadAudit => {
                matches!(self, Self::Super | Self::Admin)
            }
            Permission::ManageSysAdmin => matches!(self, Self::Super),
        }
    }

    /// Whether the role belongs to the derived group Admins.
    pub const fn is_admin(self) -> bool {
        matches!(self, Self::Super | Self::Admin | Self::DataAdmin)
    }
}

/// Something a role may or may not do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Permission {
    /// See one's own account.
    ReadOwnAccount,
    /// Change one's own account.
    ChangeOwnAccount,
    /// See other users.
    ListUsers,
    /// Add, change and delete users.
    ManageUsers,
    /// Change the Sys. Admin's user.
    ManageSysAdmin,
    /// Read the audit trail of everybody.
    ReadAudit,
}

/// A role as it stands in the database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// 24 hex digits; differs from installation to installation.
    pub id: String,
    /// Name in the API.
    pub name: String,
    /// The name people see.
    pub display_name: String,
    /// The built-in role it stands on.
    pub base: BaseRole,
}

/// What a token may do, out of what its user may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Everything the user may.
    Full,
    /// Look at users, change nothing.
    ReadUsers,
    /// Look at users and change them.
    ManageUsers,
    /// See one's own account only.
    OwnAccount,
}

impl Scope {
    /// All scopes, widest first.
    pub const ALL: [Self; 4] = [Self::Full, Self::ManageUsers, Self::ReadUsers, Self::OwnAccount];

    /// The word in the table and in the API.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::ReadUsers => "users:read",
            Self::ManageUsers => "users:write",
            Self::OwnAccount => "account:read",
        }
    }

    /// The scope of a word.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|scope| scope.word() == word)
    }

    /// Whether a token of this scope may do this.
    pub const fn allows(self, permission: Permission) -> bool {
        match self {
            Self::Full => true,
            Self::ManageUsers => {
                matches!(
                    permission,
                    Permission::ReadOwnAccount | Permission::ListUsers | Permission::ManageUsers
                )
            }
            Self::ReadUsers => matches!(permission, Permission::ReadOwnAccount | Permission::ListUsers),
            Self::OwnAccount => matches!(permission, Permission::ReadOwnAccount),
        }
    }
}

/// Refuses unless this user, with what they hold, may do this.
pub(super) fn require(signed_in: &SignedIn, permission: Permission) -> Result<()> {
    if !signed_in.person.role.base.allows(permission) {
        return Err(NOT_ALLOWED.into());
    }
    match &signed_in.proof {
        Proof::Token { scope, .. } if !scope.allows(permission) => Err(NOT_IN_SCOPE.into()),
        _ => Ok(()),
    }
}
