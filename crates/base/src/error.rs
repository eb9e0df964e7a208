//! The two kinds of errors: a refusal (we say no) and a fault (we broke).
//! How they look to a person or a script is decided by the faces, not here.

use std::{error::Error as StdError, fmt, iter, mem};

/// What every fallible function of the house returns.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why something did not happen.
#[derive(Debug)]
pub enum Error {
    /// An expected "no", with a stable code that scripts may rely on.
    Refusal(Box<Refusal>),
    /// A breakdown; the reader gets an incident number, the log gets the cause.
    Fault(Box<Fault>),
}

/// What sort of "no" a refusal is. Each face maps it to its own status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The input breaks a rule (HTTP 422 on v1).
    Invalid,
    /// The request cannot be read at all (HTTP 400).
    Malformed,
    /// Nobody is signed in, or the credential is wrong (HTTP 401).
    Unauthenticated,
    /// The caller is known but may not do this (HTTP 403).
    Forbidden,
    /// The thing does not exist, or must look as if it did not (HTTP 404).
    NotFound,
    /// The thing exists but this method does not apply to it (HTTP 405).
    MethodNotAllowed,
    /// Another state of affairs stands against it (HTTP 409).
    Conflict,
    /// The request comes in more slowly than we wait (HTTP 408).
    Slow,
    /// The request is larger than we read (HTTP 413).
    TooLarge,
    /// Too many tries; come back later (HTTP 429).
    TooMany,
    /// We are at our limit right now; come back soon (HTTP 503).
    Busy,
}

/// An expected "no".
///
/// The text a person reads is looked up by the code in the message files:
/// `sessions.not_found` is the message `sessions-not_found`, and its attribute
/// `.next` says what to do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// `room.reason`; never changes once released.
    pub code: &'static str,
    /// What sort of "no" it is.
    pub kind: Kind,
    /// The form field or body key that is to blame, if one is.
    pub field: Option<&'static str>,
    /// Values for the placeholders of the text, by name.
    pub values: Vec<(&'static str, String)>,
    /// How long to wait before trying again, in seconds.
    pub retry_after_seconds: Option<u64>,
    /// What else of the same call breaks a rule. This refusal decides the answer, they are told beside it.
    pub also: Vec<Refusal>,
}

impl Refusal {
    /// A refusal without field and values; the form in which rooms keep them as constants.
    pub const fn new(kind: Kind, code: &'static str) -> Self {
        Self { code, kind, field: None, values: Vec::new(), retry_after_seconds: None, also: Vec::new() }
    }

    /// The same refusal, blamed on a field.
    #[must_use]
    pub const fn on(mut self, field: &'static str) -> Self {
        self.field = Some(field);
        self
    }

    /// The same refusal with a value for a placeholder of its text.
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "callers hand over numbers and texts alike")]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.values.push((name, value.to_string()));
        self
    }

    /// The value of this name, if it has one.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.values.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
    }

    /// The place in the list and what names the element that is refused, if it is one of a list.
    pub fn element(&self) -> Option<(usize, &str)> {
        Some((self.value(ELEMENT_INDEX)?.parse().ok()?, self.value(ELEMENT)?))
    }

    /// This one, and what else of the same call breaks a rule.
    pub fn all(&self) -> impl Iterator<Item = &Self> {
        iter::once(self).chain(&self.also)
    }

    /// The same refusal with a time to wait.
    #[must_use]
    pub const fn retry_after(mut self, seconds: u64) -> Self {
        self.retry_after_seconds = Some(seconds);
        self
    }
}

/// The values of a refusal that say which element of a list it is about.
const ELEMENT: &str = "element";
const ELEMENT_INDEX: &str = "element_index";
/// How much of what names an element is said back, in characters.
const ELEMENT_MAX: usize = 254;

/// Gathers what is refused of one call, so that whoever sent it hears of everything at once.
#[derive(Debug, Default)]
pub struct Refused(Option<Box<Refusal>>);

impl Refused {
    /// What came of a try. Where it was refused, the default stands for it until [`Refused::end`] says so; a fault is
    /// passed on at once.
    pub fn take<T: Default, E: Into<Error>>(&mut self, tried: Result<T, E>) -> Result<T> {
        let mut refusal = match tried.map_err(Into::into) {
            Ok(value) => return Ok(value),
            Err(Error::Refusal(refusal)) => refusal,
            Err(fault) => return Err(fault),
        };
        match &mut self.0 {
            None => self.0 = Some(refusal),
            Some(first) => {
                let more = mem::take(&mut refusal.also);
                first.also.extend(iter::once(*refusal).chain(more));
            }
        }
        Ok(T::default())
    }

    /// Refuses if anything was: with what came first, the rest beside it.
    pub fn end(self) -> Result<()> {
        self.0.map_or(Ok(()), |refusal| Err(Error::Refusal(refusal)))
    }
}

/// A breakdown: something we did not expect.
#[derive(Debug)]
pub struct Fault {
    /// What we were doing, for the log.
    pub doing: &'static str,
    /// Why it failed. Never contains a secret.
    pub cause: Box<dyn StdError + Send + Sync>,
    /// The unique rule that was broken, if that is what happened: `table_column_key`.
    pub taken: Option<String>,
    /// Whether two transactions got into each other's way, or may have: the whole action, done again from its start,
    /// may well succeed, or be refused as it should.
    pub raced: bool,
}

impl Error {
    /// A fault from a foreign error.
    pub fn fault(doing: &'static str, cause: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self::Fault(Box::new(Fault { doing, cause: cause.into(), taken: None, raced: false }))
    }

    /// A fault that is none once the action is done again: what it had read was changed before it wrote.
    pub fn raced(doing: &'static str, cause: &'static str) -> Self {
        Self::Fault(Box::new(Fault { doing, cause: cause.into(), taken: None, raced: true }))
    }

    /// The refusal inside, if this is one.
    pub fn refusal(&self) -> Option<&Refusal> {
        match self {
            Self::Refusal(refusal) => Some(refusal),
            Self::Fault(_) => None,
        }
    }

    /// The same refusal, of one element of a list that was sent: its place, from 0, and what names it, never a secret. Whoever
    /// says it first knows best.
    #[must_use]
    pub fn of_element(self, index: usize, named: &str) -> Self {
        match self {
            Self::Refusal(refusal) if refusal.value(ELEMENT).is_none() => {
                let named: String = named.chars().take(ELEMENT_MAX).collect();
                refusal.with(ELEMENT_INDEX, index).with(ELEMENT, named).into()
            }
            other => other,
        }
    }

    /// The same refusal without a place in a list, for a call that is about one thing alone.
    #[must_use]
    pub fn alone(mut self) -> Self {
        if let Self::Refusal(refusal) = &mut self {
            refusal.values.retain(|(name, _)| ![ELEMENT, ELEMENT_INDEX].contains(name));
        }
        self
    }

    /// Whether the whole action may be done again, because another one got into its way.
    pub fn is_raced(&self) -> bool {
        matches!(self, Self::Fault(fault) if fault.raced)
    }

    /// Whether this is the refusal with the code of `other`.
    pub fn is(&self, other: &Refusal) -> bool {
        self.refusal().is_some_and(|refusal| refusal.code == other.code)
    }
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        Self::Refusal(Box::new(refusal))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refusal(refusal) => write!(out, "refused: {}", refusal.code),
            Self::Fault(fault) => write!(out, "{}: {}", fault.doing, fault.cause),
        }
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Refusal(_) => None,
            Self::Fault(fault) => Some(fault.cause.as_ref()),
        }
    }
}

/// Turns a broken unique rule of the database into a refusal.
pub trait OnTaken<T> {
    /// If the rule `key` (`table_column_key`) was broken, the error becomes `refusal`.
    fn on_taken(self, key: &str, refusal: Refusal) -> Result<T>;
}

impl<T> OnTaken<T> for Result<T> {
    fn on_taken(self, key: &str, refusal: Refusal) -> Self {
        match self {
            Err(Error::Fault(fault)) if fault.taken.as_deref() == Some(key) => Err(refusal.into()),
            other => other,
        }
    }
}
