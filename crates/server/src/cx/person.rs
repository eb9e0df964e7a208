//! What every request knows of its user.

use seatwarden_base::{Result, db::Row};

use super::{BaseRole, Permissions, Role};

/// Where a user comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Made here; the password is ours.
    Local,
    /// From Single Sign On; the password is the organisation's.
    Sso,
    /// A service account: the user of scripts, who has no password and takes no seat.
    Service,
    /// A license account: a customer who signed up at the vendor's license server. The password is ours, and no seat
    /// is taken.
    License,
}

impl Origin {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Local, Self::Sso, Self::Service, Self::License];

    /// The word in the table.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Local => "local",
            Self::Sso => "sso",
            Self::Service => "service",
            Self::License => "license",
        }
    }

    /// The origin of a word in the table.
    pub fn of_word(word: &str) -> Self {
        match word {
            "sso" => Self::Sso,
            "service" => Self::Service,
            "license" => Self::License,
            _ => Self::Local,
        }
    }

    /// Whether the password is kept here.
    pub const fn has_password(self) -> bool {
        matches!(self, Self::Local | Self::License)
    }

    /// Whether such a user takes a seat while active.
    pub const fn takes_seat(self) -> bool {
        matches!(self, Self::Local | Self::Sso)
    }
}

/// What every request knows of its user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// 24 hex digits.
    pub id: String,
    /// As typed.
    pub email: String,
    /// As typed.
    pub user_name: String,
    /// May be empty.
    pub first_name: String,
    /// May be empty.
    pub last_name: String,
    /// The role.
    pub role: Role,
    /// Whether the user may sign in.
    pub active: bool,
    /// Where the user comes from.
    pub origin: Origin,
    /// The locale the user chose, like `de-DE`; none follows group and server.
    pub language: Option<String>,
    /// When the user was made, in milliseconds since the Unix epoch.
    pub created_at_ms: i64,
    /// When the user was last changed, in milliseconds since the Unix epoch.
    pub updated_at_ms: i64,
    /// Last sign-in, in milliseconds since the Unix epoch.
    pub last_login_at_ms: Option<i64>,
    /// Last use of anything, in milliseconds since the Unix epoch.
    pub last_activity_at_ms: Option<i64>,
    /// Grows with each change.
    pub version: i64,
}

impl Person {
    /// First and last name, or the user name if there is neither.
    pub fn display_name(&self) -> String {
        let full = format!("{} {}", self.first_name, self.last_name);
        let full = full.trim();
        if full.is_empty() { self.user_name.clone() } else { full.to_owned() }
    }

    /// One or two letters for the user icon.
    pub fn initials(&self) -> String {
        let first = self.first_name.trim().chars().next().or_else(|| self.user_name.chars().next());
        let last = self.last_name.trim().chars().next();
        first.into_iter().chain(last).flat_map(char::to_uppercase).collect()
    }
}

/// Reads a person from 19 columns that begin at `at`, those of `users u` and `roles r` in this order:
/// `u.id, u.email, u.user_name, u.first_name, u.last_name, u.active, u.origin, u.language, u.created_at_ms,
/// u.updated_at_ms, u.last_login_at_ms, u.last_activity_at_ms, u.version, r.id, r.name, r.display_name,
/// r.base_name, r.granted, r.withdrawn`. Rooms that look a caller up join these two tables.
pub fn person_columns(row: &Row, at: usize) -> Result<Person> {
    let origin: String = row.get(at + 6)?;
    let base: String = row.get(at + 16)?;
    let base = BaseRole::named(&base).unwrap_or(BaseRole::Consumer);
    let (granted, withdrawn) = (row.get(at + 17)?, row.get(at + 18)?);
    Ok(Person {
        id: row.get(at)?,
        email: row.get(at + 1)?,
        user_name: row.get(at + 2)?,
        first_name: row.get(at + 3)?,
        last_name: row.get(at + 4)?,
        active: row.get(at + 5)?,
        origin: Origin::of_word(&origin),
        language: row.get(at + 7)?,
        created_at_ms: row.get(at + 8)?,
        updated_at_ms: row.get(at + 9)?,
        last_login_at_ms: row.get(at + 10)?,
        last_activity_at_ms: row.get(at + 11)?,
        version: row.get(at + 12)?,
        role: Role {
            id: row.get(at + 13)?,
            name: row.get(at + 14)?,
            display_name: row.get(at + 15)?,
            base,
            may: Permissions::of_role(base, Permissions::of_bits(granted), Permissions::of_bits(withdrawn)),
        },
    })
}
