//! The sorts of API tokens.

/// Which sort of API token it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// The single token of My Profile.
    Profile,
    /// From the API's login call.
    SignIn,
    /// One of the user's named tokens.
    Named,
}

impl TokenKind {
    /// The word in the table.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Profile => "profile",
            Self::SignIn => "sign_in",
            Self::Named => "named",
        }
    }

    /// The kind of a word in the table.
    pub fn of_word(word: &str) -> Self {
        match word {
            "profile" => Self::Profile,
            "sign_in" => Self::SignIn,
            _ => Self::Named,
        }
    }
}
