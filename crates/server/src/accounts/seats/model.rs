//! Which role takes which seat, and how an act changes what is taken.

use seatwarden_base::{Kind, Refusal};

use crate::cx::{BaseRole, Person};

/// There are not enough seats left; its text says how many there are and who could free one.
pub const NONE_LEFT: Refusal = Refusal::new(Kind::Conflict, "seats.none_left").on("roleId");
/// The same for somebody who must not know about others: whoever accepts an invitation.
pub const NONE_FREE: Refusal = Refusal::new(Kind::Conflict, "seats.none_free");

/// How many of those who could free a seat are named.
pub(super) const NAMED_MAX: i64 = 3;
/// How many dormant holders of a seat are listed.
pub(super) const DORMANT_MAX: i64 = 20;
/// Among how many roles they are looked for.
pub(super) const ROLES_MAX: usize = 20;

/// A kind of seat (product behaviour 2.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seat {
    /// Sys. Admin, Admin, Data Admin.
    Administrators,
    /// Data Designer, Designer.
    Designers,
    /// Viewer.
    Viewers,
}

impl Seat {
    /// All kinds, in the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::Administrators, Self::Designers, Self::Viewers];

    /// The seat of a role; a custom role takes that of its base.
    pub const fn of(base: BaseRole) -> Self {
        match base {
            BaseRole::Super | BaseRole::Admin | BaseRole::DataAdmin => Self::Administrators,
            BaseRole::DataDesigner | BaseRole::Contributor => Self::Designers,
            BaseRole::Consumer => Self::Viewers,
        }
    }

    /// The word in the API.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Administrators => "administrators",
            Self::Designers => "designers",
            Self::Viewers => "viewers",
        }
    }
}

/// The seat that a person takes: none unless they are active. A service account is no person, and a license account
/// is a customer.
pub fn held(person: &Person) -> Option<Seat> {
    (person.active && person.origin.takes_seat()).then(|| Seat::of(person.role.base))
}

/// What an act takes and frees, all told; in the order of [`Seat::ALL`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Change(pub(super) [i64; 3]);

impl Change {
    /// The change from one state of a person to another; `None` if they are not there before or after.
    pub fn of(before: Option<&Person>, after: Option<&Person>) -> Self {
        let mut change = Self::default();
        change.add(before.and_then(held), -1);
        change.add(after.and_then(held), 1);
        change
    }

    /// So many new holders of one kind of seat.
    pub fn of_many(seat: Seat, count: i64) -> Self {
        let mut change = Self::default();
        change.add(Some(seat), count);
        change
    }

    /// Both changes together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        let mut both = self.0;
        for (sum, more) in both.iter_mut().zip(other.0) {
            *sum += more;
        }
        Self(both)
    }

    /// How many seats of a kind are taken; fewer than none if they are freed.
    pub const fn of_seat(self, seat: Seat) -> i64 {
        self.0[seat as usize]
    }

    /// Whether everybody keeps their seat.
    pub fn is_none(self) -> bool {
        self == Self::default()
    }

    const fn add(&mut self, seat: Option<Seat>, count: i64) {
        if let Some(seat) = seat {
            self.0[seat as usize] += count;
        }
    }
}

/// How many seats of a kind are taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taken {
    /// Which.
    pub seat: Seat,
    /// How many are taken.
    pub used: i64,
    /// How many there are; none if there is no limit. May be below `used` after it was lowered.
    pub limit: Option<i64>,
}

impl Taken {
    /// How many more are taken than there are.
    pub fn over(&self) -> i64 {
        self.limit.map_or(0, |limit| (self.used - limit).max(0))
    }
}
