//! The old ways in which a script asks, noted on the way of its request, so that an administrator sees what to change
//! about it before an old way ends.

use std::sync::atomic::{AtomicU32, Ordering};

/// Defines the old ways from one table: the number of its bit in the database (never used again for another) and its
/// word in the API.
macro_rules! parts {
    ($($(#[$doc:meta])* $name:ident = $bit:literal $word:literal;)*) => {
        /// An old way of asking, for which there is a better one.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum LegacyPart { $($(#[$doc])* $name = $bit),* }

        impl LegacyPart {
            /// All of them.
            pub const ALL: [Self; [$($bit),*].len()] = [$(Self::$name),*];

            /// The word in the API.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$name => $word),* }
            }
        }
    };
}

parts! {
    /// The header `x-api-key`, which carries the user's password.
    XApiKey = 0 "x-api-key";
    /// A token of the login call: the script keeps the user's password.
    SignInToken = 1 "login-token";
    /// The single token of the profile, which may all that its user may.
    ProfileToken = 2 "profile-token";
    /// A call of v0.9.
    VersionZeroNine = 3 "v0.9";
    /// A password given as md5.
    Md5Hash = 4 "md5-hash";
    /// The login call with a form.
    FormLogin = 5 "form-login";
    /// Two slashes for one, or one at the end.
    Slashes = 6 "slashes";
    /// A switch in a body that is a text: `"true"`.
    TextSwitch = 7 "text-switch";
    /// A parameter in the query that the call does not have.
    UnknownParameter = 8 "unknown-parameter";
}

impl LegacyPart {
    /// Its bit.
    pub const fn bit(self) -> u32 {
        1 << self as u32
    }

    /// The old ways of a number in the database; bits that mean nothing are passed over.
    pub fn of_bits(bits: i64) -> Vec<Self> {
        Self::ALL.into_iter().filter(|part| bits & i64::from(part.bit()) != 0).collect()
    }
}

/// The old ways of one request.
#[derive(Debug, Default)]
pub struct LegacyParts(AtomicU32);

impl LegacyParts {
    /// Notes that the request uses an old way.
    pub fn note(&self, part: LegacyPart) {
        self.0.fetch_or(part.bit(), Ordering::Relaxed);
    }

    /// All of them, as bits.
    pub fn bits(&self) -> u32 {
        self.0.load(Ordering::Relaxed)
    }
}

impl Clone for LegacyParts {
    fn clone(&self) -> Self {
        Self(AtomicU32::new(self.bits()))
    }
}
