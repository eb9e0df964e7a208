//! What is wrong with what is held, and how an installation stands in one word.

/// Something that is wrong, or will be soon. The code is stable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// `activate.trouble_…`, or the code of a refused file.
    pub code: &'static str,
    /// How bad it is.
    pub weight: Weight,
    /// What fills the text, by name.
    pub values: Vec<(&'static str, String)>,
}

/// How bad a trouble is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// It works, and somebody should look.
    Warning,
    /// There is no license that counts.
    Invalid,
}

/// How an installation stands, in one word and one exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// All works.
    Good,
    /// All works, or nearly all: somebody should look.
    Warning,
    /// The grace is over.
    Limited,
    /// There is no license that counts.
    Invalid,
}

impl Verdict {
    /// The exit code: 0 good, 1 warning or grace, 2 limited, 3 invalid.
    pub const fn exit_code(self) -> u8 {
        match self {
            Self::Good => 0,
            Self::Warning => 1,
            Self::Limited => 2,
            Self::Invalid => 3,
        }
    }

    /// The word in JSON.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Warning => "warning",
            Self::Limited => "limited",
            Self::Invalid => "invalid",
        }
    }
}
