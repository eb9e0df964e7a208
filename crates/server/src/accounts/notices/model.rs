//! What users are told of.

/// Something that its owner must hear of.
#[derive(Clone, Copy, Debug)]
pub enum Notice<'a> {
    /// The password was changed.
    PasswordChanged,
    /// An administrator set another password; sessions and API tokens ended.
    PasswordSet,
    /// Somebody asked to change the address.
    EmailWillChange {
        /// The new address.
        email: &'a str,
    },
    /// An administrator gave the account another address; told to the one that it had.
    EmailTaken {
        /// The new address.
        email: &'a str,
    },
    /// An administrator gave the account this address; told to that address.
    EmailGiven,
    /// The password is managed by the organisation.
    ResetByOrganisation,
    /// Somebody signed in with a browser that was not known for this account.
    NewDevice {
        /// What the browser calls itself, like `Firefox`; empty if it does not say.
        browser: &'a str,
        /// What it runs on, like `Windows`; empty if it does not say.
        system: &'a str,
    },
    /// Somebody gave the right password after many wrong ones.
    ManyFailures {
        /// How many wrong ones.
        failures: i64,
        /// As for [`Notice::NewDevice`].
        browser: &'a str,
        /// As for [`Notice::NewDevice`].
        system: &'a str,
    },
    /// A new set of recovery codes was made, and the older one ended.
    RecoveryCodesMade {
        /// As for [`Notice::NewDevice`].
        browser: &'a str,
        /// As for [`Notice::NewDevice`].
        system: &'a str,
    },
    /// Somebody came with a recovery code, and can choose a password.
    RecoveryCodeUsed {
        /// How many unused ones are left.
        left: i64,
        /// As for [`Notice::NewDevice`].
        browser: &'a str,
        /// As for [`Notice::NewDevice`].
        system: &'a str,
    },
    /// An API token was made or ended.
    Token {
        /// What happened to it.
        change: TokenChange,
        /// What its owner calls it; the single token of My Profile has no name.
        name: &'a str,
    },
}

/// What happened to an API token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenChange {
    /// A named token was made.
    Made,
    /// A named token has a successor.
    Rotated,
    /// A named token no longer works.
    Revoked,
    /// The single token of My Profile was made, and an older one ended.
    Renewed,
}
