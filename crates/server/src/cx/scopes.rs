//! What a token may do, out of what its user may do: words along the rooms, one to look and one to change.

use super::Permission;

/// Defines the scopes from one table: bit, word, what it allows in every call, and what it allows only in calls that
/// change nothing.
macro_rules! scopes {
    ($($(#[$doc:meta])* $name:ident = $bit:literal $word:literal [$($always:ident)*] [$($looking:ident)*];)*) => {
        /// One thing that a token may be made for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Scope { $($(#[$doc])* $name = $bit),* }

        impl Scope {
            /// All scopes, widest first, then by room.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The word in the table and in the API.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$name => $word),* }
            }

            /// What it allows in every call, and what only in calls that change nothing.
            const fn grants(self) -> (&'static [Permission], &'static [Permission]) {
                match self {
                    $(Self::$name => (&[$(Permission::$always),*], &[$(Permission::$looking),*])),*
                }
            }
        }
    };
}

scopes! {
    /// Everything the user may.
    Full = 0 "full" [] [];
    /// See one's own account; of it, every other scope tells who one is.
    OwnAccount = 1 "account:read" [] [];
    /// Change one's own account: names, language, sessions, tokens that may no more than this one; not the password.
    ChangeAccount = 2 "account:write" [ChangeOwnAccount] [];
    /// Look at users.
    ReadUsers = 3 "users:read" [ListUsers ReadGroups] [];
    /// Look at users and change them, also which groups they are in; groups themselves take `groups:write`.
    ManageUsers = 4 "users:write" [ListUsers AddUsers ChangeUsers DeleteUsers ReadGroups] [];
    /// Look at groups and roles.
    ReadGroups = 5 "groups:read" [ReadGroups] [ManageRoles];
    /// Make and change groups and roles.
    ManageGroups = 6 "groups:write" [ReadGroups ManageGroups ManageRoles] [];
    /// See who is signed in.
    ReadSessions = 7 "sessions:read" [] [ManageSessions];
    /// End sessions.
    ManageSessions = 8 "sessions:write" [ManageSessions] [];
    /// See who owns what.
    ReadOwnership = 9 "ownership:read" [ReadOwnership] [];
    /// Register what people own, and hand it over.
    ManageOwnership = 10 "ownership:write" [ReadOwnership ManageOwnership] [];
    /// See which parts are switched on.
    ReadFeatures = 11 "features:read" [] [ManageFeatures];
    /// Switch parts on and off.
    ManageFeatures = 12 "features:write" [ManageFeatures] [];
    /// See the policies, the scripts that call, and background work.
    ReadSecurity = 13 "security:read" [] [ManageSecurity];
    /// Change the policies.
    ManageSecurity = 14 "security:write" [ManageSecurity] [];
    /// See the mail server, the switches of mails, and the log of deliveries.
    ReadMail = 15 "mail:read" [] [ManageMail];
    /// Change how mails are sent, and retry those that failed.
    ManageMail = 16 "mail:write" [ManageMail] [];
    /// See the license of this installation and its seats.
    ReadLicense = 17 "license:read" [ReadSeats] [ManageLicense];
    /// Change the license of this installation, and give it back.
    ManageLicense = 18 "license:write" [ReadSeats ManageLicense] [];
    /// Read the audit trail of everybody.
    ReadAudit = 19 "audit:read" [ReadAudit] [];
    /// See customers, packages, servers and signing keys of a license server.
    ReadLicensing = 20 "licensing:read" [LicensesRead] [LicensesManage LicensesApprove];
    /// Issue and change packages, add customers, publish releases. Approving what somebody else asked for is left to people.
    ManageLicensing = 21 "licensing:write" [LicensesRead LicensesManage] [];
}

impl Scope {
    /// The scope of a word.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|scope| scope.word() == word)
    }

    /// Whether it allows this, in a call that changes something or not.
    pub fn allows(self, permission: Permission, is_change: bool) -> bool {
        let (always, looking) = self.grants();
        match (self, permission) {
            (Self::Full, _) | (_, Permission::ReadOwnAccount) => true,
            _ => always.contains(&permission) || (!is_change && looking.contains(&permission)),
        }
    }

    /// Whether it reaches the user's own account, in a call that changes something or not.
    pub const fn reaches_own_account(self, is_change: bool) -> bool {
        matches!(self, Self::Full | Self::ChangeAccount) || (!is_change && matches!(self, Self::OwnAccount))
    }

    /// Whether it means anything to somebody who may do this.
    pub fn is_for(self, may: impl Fn(Permission) -> bool) -> bool {
        let (always, looking) = self.grants();
        matches!(self, Self::Full | Self::OwnAccount) || always.iter().chain(looking).copied().any(may)
    }
}

/// What a token may do: one scope or several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scopes(u32);

impl Scopes {
    /// Everything the user may.
    pub const FULL: Self = Self(1 << Scope::Full as u32);
    /// See one's own account, and nothing else.
    pub const NARROWEST: Self = Self(1 << Scope::OwnAccount as u32);

    /// The scopes of words divided by spaces; none if there is no word, or one that is no scope.
    pub fn of_words(words: &str) -> Option<Self> {
        let mut bits = 0;
        for word in words.split_ascii_whitespace() {
            bits |= 1 << Scope::of_word(word)? as u32;
        }
        // With everything, the others say nothing.
        let is_full = bits & Self::FULL.0 != 0;
        (bits != 0).then_some(if is_full { Self::FULL } else { Self(bits) })
    }

    /// As [`Self::of_words`]; words that mean nothing here are the narrowest scope, never the widest.
    pub fn stored(words: &str) -> Self {
        Self::of_words(words).unwrap_or(Self::NARROWEST)
    }

    /// The words, divided by spaces.
    pub fn words(self) -> String {
        self.all().map(Scope::word).collect::<Vec<_>>().join(" ")
    }

    /// The scopes, in their order.
    pub fn all(self) -> impl Iterator<Item = Scope> {
        Scope::ALL.iter().copied().filter(move |scope| self.has(*scope))
    }

    /// Whether a scope is one of them.
    pub const fn has(self, scope: Scope) -> bool {
        self.0 & (1 << scope as u32) != 0
    }

    /// Whether a token with these may do this, in a call that changes something or not.
    pub fn allows(self, permission: Permission, is_change: bool) -> bool {
        self.all().any(|scope| scope.allows(permission, is_change))
    }

    /// Whether a token with these reaches its user's own account, in a call that changes something or not.
    pub fn reach_own_account(self, is_change: bool) -> bool {
        self.all().any(|scope| scope.reaches_own_account(is_change))
    }

    /// Whether everything that `other` allows is allowed by these too.
    pub fn covers(self, other: Self) -> bool {
        let all = Permission::ALL.iter().copied();
        let mut both = all.flat_map(|permission| [(permission, true), (permission, false)]);
        let own = |is_change| !other.reach_own_account(is_change) || self.reach_own_account(is_change);
        own(true)
            && own(false)
            && both.all(|(permission, is_change)| {
                !other.allows(permission, is_change) || self.allows(permission, is_change)
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_back_and_unknown_ones_are_the_narrowest() {
        for scope in Scope::ALL {
            assert_eq!(Scopes::of_words(scope.word()).unwrap().words(), scope.word());
        }
        let two = Scopes::of_words(" audit:read  users:read ").unwrap();
        assert_eq!(two.words(), "users:read audit:read");
        assert_eq!(Scopes::of_words("users:read full"), Some(Scopes::FULL));
        assert_eq!((Scopes::of_words(""), Scopes::of_words("users:read no")), (None, None));
        assert_eq!(Scopes::stored("no"), Scopes::NARROWEST);
    }

    #[test]
    fn a_scope_that_looks_changes_nothing() {
        for scope in Scope::ALL.iter().copied().filter(|scope| scope.word().ends_with(":read")) {
            for permission in Permission::ALL.iter().copied() {
                let word = permission.word();
                if scope.allows(permission, true) {
                    assert_eq!(word.rsplit('.').next(), Some("read"), "{} may do {word}", scope.word());
                }
            }
        }
    }

    #[test]
    fn only_wider_scopes_cover_narrower_ones() {
        let of = |words| Scopes::of_words(words).unwrap();
        assert!(Scopes::FULL.covers(of("users:write audit:read")));
        assert!(of("users:write").covers(of("users:read")) && !of("users:write").covers(of("groups:read")));
        assert!(of("sessions:write").covers(of("sessions:read")));
        assert!(!of("sessions:write").covers(of("account:read")));
        assert!(of("account:write").covers(of("account:read")));
        assert!(!of("sessions:read").covers(of("sessions:write")));
        assert!(!of("users:write").covers(Scopes::FULL) && !of("audit:read").covers(of("account:write")));
    }

    #[test]
    fn what_only_people_do_needs_the_full_scope() {
        for permission in [Permission::ManageSysAdmin, Permission::ViewAsUsers] {
            let those = Scope::ALL.iter().filter(|scope| scope.allows(permission, true));
            assert_eq!(those.copied().collect::<Vec<_>>(), [Scope::Full]);
        }
    }
}
