//! What a role is and what it allows: the one place that answers "may they?".

use seatwarden_base::{Kind, Refusal, Result};

use super::{Proof, SignedIn};

/// The caller's role does not allow this.
pub const NOT_ALLOWED: Refusal = Refusal::new(Kind::Forbidden, "roles.not_allowed");
/// A role that may more than the caller's own cannot be given or touched by the caller.
pub const BEYOND_OWN_ROLE: Refusal = Refusal::new(Kind::Forbidden, "roles.beyond_own");
/// The token's scope does not allow this.
pub const NOT_IN_SCOPE: Refusal = Refusal::new(Kind::Forbidden, "roles.not_in_scope");

/// A token that may less than its user is not enough: the deed would give away all that an account may.
pub const NEEDS_FULL_SCOPE: Refusal = Refusal::new(Kind::Forbidden, "roles.needs_full_scope");
/// The password was not given in this session for a while, and this needs it.
pub const CONFIRM_FIRST: Refusal = Refusal::new(Kind::Forbidden, "sessions.confirm_first");

/// The trial withholds everything about users.
pub const TRIAL_USERS: Refusal = Refusal::new(Kind::Forbidden, "roles.trial_users");
/// The trial withholds the configuration of the system.
pub const TRIAL_SYSTEM: Refusal = Refusal::new(Kind::Forbidden, "roles.trial_system");
/// The trial takes no files.
pub const TRIAL_FILES: Refusal = Refusal::new(Kind::Forbidden, "roles.trial_files");

/// The license ended, so nobody else is let in; value `date`.
pub const LICENSE_ADDING: Refusal = Refusal::new(Kind::Forbidden, "roles.license_adding");
/// The license ended, so nothing is changed; value `date`.
pub const LICENSE_CHANGING: Refusal = Refusal::new(Kind::Forbidden, "roles.license_changing");
/// The license ended, so scripts change nothing; value `date`.
pub const LICENSE_SCRIPTS: Refusal = Refusal::new(Kind::Forbidden, "roles.license_scripts");

/// What an installation as a whole allows, whatever the roles say: one profile of denials for pages and both versions
/// of the API. The Online Trial withholds something from everybody but the Sys. Admin, a license that ended from
/// everybody.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    /// Whether this is an Online Trial.
    pub is_trial: bool,
    /// What the license stops.
    pub license: Stopped,
}

/// What a license that ended stops.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stopped {
    /// Nobody else is let in.
    pub adding: bool,
    /// Nothing is changed.
    pub changing: bool,
    /// Scripts change nothing.
    pub scripts: bool,
}

impl Profile {
    /// Refuses what is withheld from this person; `by_script` if a script asks on their behalf.
    pub(super) fn allow(self, base: BaseRole, permission: Permission, by_script: bool) -> Option<Refusal> {
        let trial = (self.is_trial && base != BaseRole::Super).then(|| of_trial(permission)).flatten();
        trial.or_else(|| self.stopped(permission, by_script))
    }

    /// What the license stops. Signing in, looking, exporting, one's own account, switching users off and deleting
    /// them, security and the license itself never stop.
    fn stopped(self, permission: Permission, by_script: bool) -> Option<Refusal> {
        match permission {
            Permission::AddUsers if self.license.adding => Some(LICENSE_ADDING),
            Permission::ManageGroups | Permission::ManageRoles | Permission::ManageFeatures
                if self.license.changing =>
            {
                Some(LICENSE_CHANGING)
            }
            Permission::AddUsers
            | Permission::ManageGroups
            | Permission::ManageRoles
            | Permission::ManageFeatures
            | Permission::ManageOwnership
            | Permission::ManageMail
                if self.license.scripts && by_script =>
            {
                Some(LICENSE_SCRIPTS)
            }
            _ => None,
        }
    }

    /// Refuses files from this person if they are withheld.
    pub(super) fn allow_files(self, base: BaseRole) -> Result<()> {
        if self.is_trial && base != BaseRole::Super { Err(TRIAL_FILES.into()) } else { Ok(()) }
    }
}

/// Why the Online Trial withholds a permission, if it does.
const fn of_trial(permission: Permission) -> Option<Refusal> {
    match permission {
        Permission::ReadOwnAccount | Permission::ChangeOwnAccount | Permission::ReadSeats => None,
        Permission::ListUsers
        | Permission::AddUsers
        | Permission::ChangeUsers
        | Permission::DeleteUsers
        | Permission::ViewAsUsers
        | Permission::ReadGroups
        | Permission::ManageGroups
        | Permission::ManageRoles
        | Permission::ManageSessions
        | Permission::ReadOwnership
        | Permission::ManageOwnership => Some(TRIAL_USERS),
        Permission::ManageFeatures
        | Permission::ManageSecurity
        | Permission::ManageMail
        | Permission::ReadAudit
        | Permission::ManageSysAdmin
        | Permission::LicensesRead
        | Permission::LicensesManage
        | Permission::LicensesApprove
        | Permission::ManageLicense => Some(TRIAL_SYSTEM),
    }
}

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

    /// The spellings of built-in roles that clients use, without case, spaces and dots (contract part 7).
    pub const SPELLINGS: [(&'static str, Self); 13] = [
        ("super", Self::Super),
        ("sysadmin", Self::Super),
        ("systemadmin", Self::Super),
        ("systemadministrator", Self::Super),
        ("admin", Self::Admin),
        ("dataadmin", Self::DataAdmin),
        ("datadesigner", Self::DataDesigner),
        ("contributor", Self::Contributor),
        ("contributer", Self::Contributor),
        ("designer", Self::Contributor),
        ("dashboarddesigner", Self::Contributor),
        ("consumer", Self::Consumer),
        ("viewer", Self::Consumer),
    ];

    /// The API name of a role in any of the spellings that clients use (contract part 7): the API name,
    /// the display name, the aliases of client libraries, and the slip `contributer`. Case, spaces
    /// and dots do not matter.
    pub fn spelled(text: &str) -> Option<Self> {
        let plain: String = text
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .map(|letter| letter.to_ascii_lowercase())
            .collect();
        Self::SPELLINGS.into_iter().find(|(spelling, _)| *spelling == plain).map(|(_, role)| role)
    }

    /// Whether the role belongs to the derived group Admins.
    pub const fn is_admin(self) -> bool {
        matches!(self, Self::Super | Self::Admin | Self::DataAdmin)
    }
}

/// What a built-in role says about a permission, and whether a custom role on it may say otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Allowed, and no custom role takes it away.
    Always,
    /// Allowed, unless a custom role takes it away.
    Allow,
    /// Not allowed, unless a custom role gives it.
    Deny,
    /// Not allowed, and no custom role gives it.
    Never,
}

/// Defines the permissions from one table: the number of its bit in the table `roles` (never used again for
/// another), its word in the API, and what each built-in role says, strongest role first.
macro_rules! permissions {
    ($($(#[$doc:meta])* $name:ident = $bit:literal $word:literal [$($standing:ident)*];)*) => {
        /// Something a role may or may not do.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Permission { $($(#[$doc])* $name = $bit),* }

        impl Permission {
            /// All permissions, in the order in which the editor of roles shows them.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The word in the API.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$name => $word),* }
            }

            const fn standings(self) -> [Standing; 6] {
                match self { $(Self::$name => [$(Standing::$standing),*]),* }
            }
        }
    };
}

permissions! {
    /// See one's own account.
    ReadOwnAccount = 0 "account.read" [Always Always Always Always Always Always];
    /// Change one's own account: My Profile.
    ChangeOwnAccount = 1 "account.change" [Always Allow Allow Allow Allow Allow];
    /// See other users, their sessions and tokens.
    ListUsers = 2 "users.read" [Always Allow Allow Deny Deny Never];
    /// Add and invite users, singly and by import.
    AddUsers = 3 "users.add" [Always Allow Deny Deny Never Never];
    /// Change users, lock and unlock them, end their sessions and tokens.
    ChangeUsers = 4 "users.change" [Always Allow Deny Deny Never Never];
    /// Delete users and bring them back.
    DeleteUsers = 5 "users.delete" [Always Allow Deny Never Never Never];
    /// See the pages as another user sees them.
    ViewAsUsers = 6 "users.view_as" [Always Allow Never Never Never Never];
    /// See groups and who is in them.
    ReadGroups = 7 "groups.read" [Always Allow Allow Deny Deny Never];
    /// Make, change and delete groups.
    ManageGroups = 8 "groups.manage" [Always Allow Deny Deny Never Never];
    /// Make, change and delete custom roles.
    ManageRoles = 9 "roles.manage" [Always Allow Never Never Never Never];
    /// See who is signed in, and end sessions.
    ManageSessions = 10 "sessions.manage" [Always Allow Deny Never Never Never];
    /// See who owns what.
    ReadOwnership = 11 "ownership.read" [Always Allow Allow Deny Deny Never];
    /// Register what people own, and hand it over.
    ManageOwnership = 12 "ownership.manage" [Always Allow Deny Deny Never Never];
    /// See how many seats are used, and by whom.
    ReadSeats = 13 "seats.read" [Always Allow Allow Deny Never Never];
    /// Switch parts of the product on and off.
    ManageFeatures = 14 "features.manage" [Always Allow Never Never Never Never];
    /// Change the rules of passwords, sessions, embedding and API access.
    ManageSecurity = 15 "security.manage" [Always Allow Never Never Never Never];
    /// Change how mail is sent, and see what was sent.
    ManageMail = 16 "mail.manage" [Always Allow Never Never Never Never];
    /// Read the audit trail of everybody.
    ReadAudit = 17 "audit.read" [Always Allow Deny Never Never Never];
    /// Change the Sys. Admin's user, and hand the role over.
    ManageSysAdmin = 18 "sysadmin.manage" [Always Never Never Never Never Never];
    /// See customers, their packages, servers and signing keys: staff of a license server.
    LicensesRead = 19 "licenses.read" [Always Allow Deny Never Never Never];
    /// Issue, renew and change packages, add customers, publish releases.
    LicensesManage = 20 "licenses.manage" [Always Allow Deny Never Never Never];
    /// Approve what somebody else of the staff asked for: higher limits, revoking, keys.
    LicensesApprove = 21 "licenses.approve" [Always Allow Deny Never Never Never];
    /// See the license of this installation, change it, and give it back.
    ManageLicense = 22 "license.manage" [Always Deny Never Never Never Never];
}

impl Permission {
    /// What a built-in role says about it.
    pub const fn standing(self, base: BaseRole) -> Standing {
        let [super_, admin, data_admin, data_designer, contributor, consumer] = self.standings();
        match base {
            BaseRole::Super => super_,
            BaseRole::Admin => admin,
            BaseRole::DataAdmin => data_admin,
            BaseRole::DataDesigner => data_designer,
            BaseRole::Contributor => contributor,
            BaseRole::Consumer => consumer,
        }
    }

    /// The permission of a word.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|permission| permission.word() == word)
    }
}

/// A set of permissions: one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Permissions(u32);

impl Permissions {
    /// The set of a number in the table `roles`; bits that mean nothing are passed over.
    pub fn of_bits(bits: i64) -> Self {
        let known = Permission::ALL.iter().copied().collect::<Self>();
        Self(u32::try_from(bits).unwrap_or_default() & known.0)
    }

    /// The number for the table `roles`.
    pub const fn bits(self) -> i64 {
        self.0 as i64
    }

    /// Whether a permission is in the set.
    pub const fn has(self, permission: Permission) -> bool {
        self.0 & (1 << permission as u32) != 0
    }

    /// Whether everything in `other` is in this set too.
    pub const fn covers(self, other: Self) -> bool {
        other.0 & !self.0 == 0
    }

    /// What a role allows: its base, with what a custom role gives and takes away, within what the base
    /// leaves open.
    pub fn of_role(base: BaseRole, granted: Self, withdrawn: Self) -> Self {
        let allowed = |permission: &Permission| match permission.standing(base) {
            Standing::Always => true,
            Standing::Never => false,
            Standing::Allow => !withdrawn.has(*permission),
            Standing::Deny => granted.has(*permission) && !withdrawn.has(*permission),
        };
        Permission::ALL.iter().copied().filter(allowed).collect()
    }
}

impl FromIterator<Permission> for Permissions {
    fn from_iter<I: IntoIterator<Item = Permission>>(permissions: I) -> Self {
        Self(permissions.into_iter().fold(0, |bits, permission| bits | 1 << permission as u32))
    }
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
    /// What it allows, all told.
    pub may: Permissions,
}

impl Role {
    /// Whether it has a way to the accounts of others: a base of administrators, or changing users. Nobody gives it without
    /// proof.
    pub fn reaches_others(&self) -> bool {
        self.base.is_admin() || self.may.has(Permission::ChangeUsers)
    }

    /// Whether it is at least as strong as another one: it allows all of that, and its base is no weaker. The base
    /// counts beside what it allows here, because the platform goes by it: a Data Admin is an administrator there.
    pub fn covers(&self, other: &Self) -> bool {
        self.may.covers(other.may) && self.base <= other.base
    }
}

/// Refuses unless this user, with what they hold, may do this, in a call that changes something or not.
pub(super) fn require(signed_in: &SignedIn, permission: Permission, is_change: bool) -> Result<()> {
    if !signed_in.person.role.may.has(permission) {
        return Err(NOT_ALLOWED.into());
    }
    match &signed_in.proof {
        Proof::Token { scope, .. } if !scope.allows(permission, is_change) => Err(NOT_IN_SCOPE.into()),
        _ => Ok(()),
    }
}

/// Refuses unless what this user holds reaches their own account, in a call that changes something or not.
pub(super) fn require_own_account(signed_in: &SignedIn, is_change: bool) -> Result<()> {
    match &signed_in.proof {
        Proof::Token { scope, .. } if !scope.reach_own_account(is_change) => Err(NOT_IN_SCOPE.into()),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_custom_role_gives_and_takes_only_what_its_base_leaves_open() {
        let all: Permissions = Permission::ALL.iter().copied().collect();
        let none = Permissions::default();
        for base in BUILT_IN {
            let (least, usual, most) = (
                Permissions::of_role(base, none, all),
                Permissions::of_role(base, none, none),
                Permissions::of_role(base, all, none),
            );
            for permission in Permission::ALL.iter().copied() {
                let found = (least.has(permission), usual.has(permission), most.has(permission));
                let right = match permission.standing(base) {
                    Standing::Always => (true, true, true),
                    Standing::Allow => (false, true, true),
                    Standing::Deny => (false, false, true),
                    Standing::Never => (false, false, false),
                };
                assert_eq!(found, right, "{base:?} {permission:?}");
            }
            assert!(usual.covers(least) && most.covers(usual), "{base:?}");
        }
    }

    #[test]
    fn each_permission_has_a_bit_and_a_word_of_its_own() {
        let all: Permissions = Permission::ALL.iter().copied().collect();
        assert_eq!(all.bits().count_ones() as usize, Permission::ALL.len());
        for permission in Permission::ALL {
            assert_eq!(Permission::of_word(permission.word()), Some(*permission));
        }
        assert_eq!(Permissions::of_bits(-1), Permissions::default());
        assert_eq!(Permissions::of_bits(i64::from(u32::MAX)), all);
    }

    #[test]
    fn a_stronger_role_covers_a_weaker_one() {
        let may = |base| Permissions::of_role(base, Permissions::default(), Permissions::default());
        assert!(BUILT_IN.windows(2).all(|pair| may(pair[0]).covers(may(pair[1]))));
    }
}
