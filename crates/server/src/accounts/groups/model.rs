//! What a group is.

use seatwarden_base::{Kind, Refusal};

/// There is no such group.
pub const UNKNOWN: Refusal = Refusal::new(Kind::NotFound, "groups.unknown").on("groups");

/// How many groups one user may be in.
pub(super) const OF_USER_MAX: usize = 1_000;

/// A group by its id and name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// 24 hex digits.
    pub id: String,
    /// As typed.
    pub name: String,
}

/// Whether a group's members are stored or derived.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GroupKind {
    /// Members are stored.
    Plain,
    /// Every user is a member.
    Everyone,
    /// Every user with an administrator's role is a member.
    Admins,
}

impl GroupKind {
    /// The word in the table.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Everyone => "everyone",
            Self::Admins => "admins",
        }
    }

    /// The kind of a word in the table.
    pub fn of_word(word: &str) -> Self {
        match word {
            "everyone" => Self::Everyone,
            "admins" => Self::Admins,
            _ => Self::Plain,
        }
    }
}

/// The derived groups and their names in the API (contract part 6.3).
pub(super) const DERIVED: [(GroupKind, &str); 2] =
    [(GroupKind::Everyone, "Everyone"), (GroupKind::Admins, "Admins")];

/// How many groups a list to choose from shows.
pub(super) const CHOICES_MAX: i64 = 200;

/// The groups of a crowd: name, and which users by the rest of their number.
pub(super) const CROWD_GROUPS: &[(&str, i64, i64)] = &[
    ("Field Sales", 4, 1),
    ("Finance", 10, 3),
    ("Research", 20, 7),
    ("Warehouse North", 50, 11),
    ("Board", 5_000, 42),
];
