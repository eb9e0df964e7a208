//! What can go wrong: we say no, a file is refused, the license server says no, it cannot be reached, or we break.

use std::{borrow::Cow, fmt};

use seatwarden_license_file::Refused;
use serde::{Deserialize, Serialize};

/// What every fallible function here returns.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why something did not happen. Nothing in it is secret.
#[derive(Debug)]
pub enum Error {
    /// An expected "no" of this machine. The code is stable; the values fill its text.
    No(No),
    /// A file is refused.
    File(Refused),
    /// The license server said no.
    Server(Box<Problem>),
    /// The license server was not reached.
    Unreachable(Unreachable),
    /// A breakdown.
    Fault {
        /// What we were doing.
        doing: &'static str,
        /// Why it failed.
        cause: String,
    },
}

/// An expected "no" of this machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct No {
    /// `activate.reason`; never changes once released.
    pub code: &'static str,
    /// What fills the text, by name.
    pub values: Vec<(&'static str, String)>,
}

/// A "no" without values yet.
pub(crate) const fn no(code: &'static str) -> No {
    No { code, values: Vec::new() }
}

impl No {
    /// The same with a value for its text.
    #[must_use]
    pub(crate) fn with(mut self, name: &'static str, value: impl fmt::Display) -> Self {
        self.values.push((name, value.to_string()));
        self
    }
}

impl From<No> for Error {
    fn from(no: No) -> Self {
        Self::No(no)
    }
}

impl From<Refused> for Error {
    fn from(refused: Refused) -> Self {
        Self::File(refused)
    }
}

/// Who holds a slot of a license that is full.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Slot {
    /// The name of the server.
    pub name: String,
    /// The number of the slot.
    pub slot: Option<i64>,
    /// `online`, `offline` or `voucher`.
    pub mode: String,
    /// When it was heard of last, RFC 3339.
    pub last_seen: String,
    /// When the slot is free by itself, RFC 3339.
    pub frees_at: Option<String>,
}

/// One of several packages that could be meant.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Choice {
    /// The code to name it by.
    pub code: String,
    /// Its name.
    pub name: String,
}

/// The license server said no: a problem document (RFC 9457).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Problem {
    /// The status of the answer.
    pub status: u16,
    /// The stable code: `LIMIT_ACTIVATIONS`, `CREDENTIALS_INVALID`.
    pub code: String,
    /// The sentence for people, in the language that was asked for.
    pub detail: String,
    /// What they can do next.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
    /// The sentence by which people know it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub legacy_message: Option<String>,
    /// Who holds the slots.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub slots: Vec<Slot>,
    /// Which packages could be meant.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub packages: Vec<Choice>,
    /// Words for what can be done.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub actions: Vec<String>,
    /// How long to wait, in seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retry_after_seconds: Option<u64>,
}

/// The code of a full license.
pub const LIMIT_ACTIVATIONS: &str = "LIMIT_ACTIVATIONS";

/// What stood between this machine and the license server.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Hurdle {
    /// The name of the server is not known.
    Name,
    /// Nobody answers at its address.
    Connection,
    /// The proxy lets nobody through, or is not there.
    Proxy,
    /// The certificate is not one that this machine trusts.
    Certificate,
    /// The answer took too long.
    Time,
    /// Something else answered: a page, a redirect, a gateway.
    Stranger,
}

/// The license server was not reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreachable {
    /// What stood between.
    pub hurdle: Hurdle,
    /// The host that was to be reached.
    pub host: String,
    /// What the system says.
    pub why: String,
}

impl Unreachable {
    /// The stable code.
    pub const fn code(&self) -> &'static str {
        match self.hurdle {
            Hurdle::Name => "activate.unreachable_name",
            Hurdle::Connection => "activate.unreachable_connection",
            Hurdle::Proxy => "activate.unreachable_proxy",
            Hurdle::Certificate => "activate.unreachable_certificate",
            Hurdle::Time => "activate.unreachable_time",
            Hurdle::Stranger => "activate.unreachable_stranger",
        }
    }
}

impl Error {
    /// A breakdown.
    pub(crate) fn fault(doing: &'static str, cause: impl fmt::Display) -> Self {
        Self::Fault { doing, cause: cause.to_string() }
    }

    /// The stable code.
    pub fn code(&self) -> Cow<'_, str> {
        match self {
            Self::No(no) => no.code.into(),
            Self::File(refused) => refused.code().into(),
            Self::Server(problem) => problem.code.as_str().into(),
            Self::Unreachable(unreachable) => unreachable.code().into(),
            Self::Fault { .. } => "activate.fault".into(),
        }
    }

    /// Whether the license server was not reached, so that files are the way.
    pub const fn is_unreachable(&self) -> bool {
        matches!(self, Self::Unreachable(_))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::No(no) => {
                out.write_str(no.code)?;
                no.values.iter().try_for_each(|(name, value)| write!(out, ", {name}: {value}"))
            }
            Self::File(refused) => write!(out, "{}: {refused}", refused.code()),
            Self::Server(problem) => write!(out, "{}: {}", problem.code, problem.detail),
            Self::Unreachable(unreachable) => {
                write!(out, "{}: {}: {}", unreachable.code(), unreachable.host, unreachable.why)
            }
            Self::Fault { doing, cause } => write!(out, "{doing}: {cause}"),
        }
    }
}

impl std::error::Error for Error {}
