//! What an organisation is, and what each of its members may do.

use seatwarden_base::{Kind, Refusal};

use crate::text::{is_hidden, undirected};

/// There is no such organisation, or the caller has nothing to do with it.
pub const UNKNOWN: Refusal = Refusal::new(Kind::NotFound, "organisations.unknown");
/// Only an owner may do this.
pub const OWNERS_ONLY: Refusal = Refusal::new(Kind::Forbidden, "organisations.owners_only");
/// The name is empty, too long, or has characters that cannot be seen.
pub(super) const BAD_NAME: Refusal = Refusal::new(Kind::Invalid, "organisations.bad_name").on("organisation");
/// The account is in the organisation already.
pub(super) const MEMBER_ALREADY: Refusal =
    Refusal::new(Kind::Conflict, "organisations.member_already").on("email");
/// The account is not in the organisation.
pub(super) const NO_MEMBER: Refusal = Refusal::new(Kind::NotFound, "organisations.no_member");
/// An organisation keeps an owner.
pub(super) const LAST_OWNER: Refusal = Refusal::new(Kind::Conflict, "organisations.last_owner");
/// As many members as there can be.
pub(super) const TOO_MANY_MEMBERS: Refusal = Refusal::new(Kind::Conflict, "organisations.too_many_members");
/// Only a license account acts for an organisation.
pub(super) const NO_LICENSE_ACCOUNT: Refusal =
    Refusal::new(Kind::Conflict, "organisations.no_license_account").on("email");
/// Somebody else changed the organisation between reading and writing.
pub(super) const CHANGED_MEANWHILE: Refusal = Refusal::new(Kind::Conflict, "organisations.changed_meanwhile");

/// Longest name, in characters.
pub const NAME_MAX: usize = 100;
/// How many members an organisation has at most.
pub(super) const MEMBERS_MAX: i64 = 500;
/// For how many organisations one account acts at most.
pub const ORGANISATIONS_MAX: i64 = 50;
/// How many organisations a page of the list has.
pub(super) const PAGE: i64 = 50;

/// A customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// 24 hex digits.
    pub id: String,
    /// What it is called; not unique.
    pub name: String,
    /// In milliseconds since the Unix epoch.
    pub created_at_ms: i64,
    /// Grows with each change.
    pub version: i64,
    /// Whether somebody made it by signing up: anybody may choose the name of anybody.
    pub is_signed_up: bool,
}

/// What an account may do for an organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MemberRole {
    /// Everything: packages, servers, other members.
    Owner,
    /// Activate the packages they were added to.
    LicenseUser,
    /// Look.
    Viewer,
}

impl MemberRole {
    /// All of them, the strongest first.
    pub const ALL: [Self; 3] = [Self::Owner, Self::LicenseUser, Self::Viewer];

    /// The word in the table and in forms.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::LicenseUser => "license_user",
            Self::Viewer => "viewer",
        }
    }

    /// The role of a word; whatever is no word may look and no more.
    pub fn of_word(word: &str) -> Self {
        Self::ALL.into_iter().find(|role| role.word() == word).unwrap_or(Self::Viewer)
    }
}

/// An organisation that a person acts for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Membership {
    /// The organisation.
    pub organisation: Organisation,
    /// What the person may do there.
    pub role: MemberRole,
}

/// Who looks at the members of an organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sight {
    /// The vendor's staff and the server itself: everybody as they are.
    Staff,
    /// The customer: whoever has not signed in since is what was typed when they were added.
    Customer,
}

/// An account that acts for an organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// Id of the user.
    pub user_id: String,
    /// The e-mail address.
    pub email: String,
    /// First and last name; may be empty.
    pub name: String,
    /// What they may do.
    pub role: MemberRole,
    /// Whether they may sign in.
    pub active: bool,
    /// Last sign-in, in milliseconds since the Unix epoch.
    pub last_login_at_ms: Option<i64>,
}

/// The name of an organisation without blanks around and marks of direction.
pub fn check_name(name: &str) -> Result<String, Refusal> {
    let name = undirected(name);
    let good = !name.is_empty() && name.chars().count() <= NAME_MAX && !name.chars().any(is_hidden);
    if good { Ok(name) } else { Err(BAD_NAME.with("maximum", NAME_MAX)) }
}
