//! What a group is, and its limits.

use seatwarden_base::{Kind, Refusal};

use crate::{
    cx::Role,
    text::{Language, check_visible, hidden_letter, name_key, picture},
};

/// There is no such group.
pub const UNKNOWN: Refusal = Refusal::new(Kind::NotFound, "groups.unknown").on("groups");
/// `expand` names something that is not there (contract part 1.5, code 202).
pub(super) const UNKNOWN_EXPAND: Refusal = Refusal::new(Kind::NotFound, "groups.unknown_expand").on("expand");
/// Somebody who is to come into a group, or to leave it, is not there (code 2001); value `name`.
pub(super) const UNKNOWN_MEMBER: Refusal = Refusal::new(Kind::NotFound, "groups.unknown_member").on("users");
/// Nobody calls a group so; values `name`, and `names` of groups that have it in theirs, or `none`. For pages, where
/// names are typed.
pub const UNKNOWN_NAME: Refusal = Refusal::new(Kind::Invalid, "groups.unknown_name").on("groups");
/// There is no such deleted group, or the time to bring it back is over.
pub const UNKNOWN_DELETED: Refusal = Refusal::new(Kind::NotFound, "groups.unknown_deleted");
/// Another group has this name.
pub const NAME_TAKEN: Refusal = Refusal::new(Kind::Conflict, "groups.name_taken").on("name");
/// A name looks like that of Everyone or Admins, in other letters; value `name`.
pub(super) const LOOKS_BUILT_IN: Refusal = Refusal::new(Kind::Conflict, "groups.looks_built_in").on("name");
/// A path that names a group by this would lead elsewhere; value `name`.
pub(super) const RESERVED_NAME: Refusal = Refusal::new(Kind::Conflict, "groups.reserved_name").on("name");
/// A name is empty, too long, or has characters that cannot be seen.
pub(super) const BAD_NAME: Refusal = Refusal::new(Kind::Invalid, "groups.bad_name").on("name");
/// What releases of the platform with several tenants call everybody in one of them.
pub(super) const ALL_USERS: &str = "All users in system";
/// Everyone and Admins cannot be renamed, deleted or given members: who is in them follows from the users.
pub const DERIVED: Refusal = Refusal::new(Kind::Conflict, "groups.derived");
/// The group has many members and is being deleted: it takes nobody and changes no more; value `name`.
pub const BEING_DELETED: Refusal = Refusal::new(Kind::Conflict, "groups.being_deleted");
/// The group has many members, and not all of them are back yet; value `name`.
pub const BEING_BROUGHT_BACK: Refusal = Refusal::new(Kind::Conflict, "groups.being_brought_back");
/// Somebody else changed the group between reading and writing.
pub const CHANGED_MEANWHILE: Refusal = Refusal::new(Kind::Conflict, "groups.changed_meanwhile");
/// The limit for sessions is not a number of minutes in range.
pub(super) const BAD_MINUTES: Refusal =
    Refusal::new(Kind::Invalid, "groups.bad_minutes").on("sessionMinutes");
/// We do not speak the language.
pub(super) const BAD_LANGUAGE: Refusal = Refusal::new(Kind::Invalid, "groups.bad_language").on("language");
/// The name of a theme is too long or has characters that cannot be seen.
pub(super) const BAD_THEME: Refusal = Refusal::new(Kind::Invalid, "groups.bad_theme").on("theme");
/// There is only ever one Sys. Admin, so no group makes any.
pub(super) const NO_SYSADMIN: Refusal = Refusal::new(Kind::Invalid, "groups.no_sysadmin").on("role");
/// As many groups as there can be.
pub(super) const TOO_MANY: Refusal = Refusal::new(Kind::Conflict, "groups.too_many");
/// More in one call than is taken.
pub(super) const TOO_MANY_AT_ONCE: Refusal = Refusal::new(Kind::TooLarge, "groups.too_many_at_once");
/// More groups than one user may be in.
pub(super) const TOO_MANY_OF_USER: Refusal =
    Refusal::new(Kind::Invalid, "groups.too_many_of_user").on("groups");
/// A group cannot contain itself, not even through others.
pub(super) const CIRCLE: Refusal = Refusal::new(Kind::Conflict, "groups.circle").on("subgroup");
/// Groups would be inside each other too deep.
pub(super) const TOO_DEEP: Refusal = Refusal::new(Kind::Conflict, "groups.too_deep").on("subgroup");
/// As many groups are inside as can be.
pub(super) const TOO_MANY_INSIDE: Refusal =
    Refusal::new(Kind::Conflict, "groups.too_many_inside").on("subgroup");

/// For how long a deleted group can be brought back, in days.
pub(super) const UNDO_DAYS: i64 = 30;
/// How many groups there can be.
pub(super) const GROUPS_MAX: i64 = 20_000;
/// How many groups one user may be in.
pub(super) const OF_USER_MAX: usize = 1_000;
/// How many groups may be directly inside of one.
pub(super) const INSIDE_MAX: i64 = 200;
/// How many levels of groups there may be, the outermost included. Statements of `store.rs` that climb
/// through levels have the same number.
pub(super) const LEVELS_MAX: i64 = 8;
/// How many groups one call makes or deletes, and how many members one call adds or removes.
pub(super) const AT_ONCE_MAX: usize = 2_000;
/// Longest name of a group or a theme, in characters.
pub(super) const NAME_MAX: usize = 100;
/// Longest limit for sessions: 30 days, in minutes.
pub(super) const MINUTES_MAX: i64 = 43_200;
/// How many rows a page shows, and up to how many are counted.
pub(super) const PAGE_ROWS: i64 = 50;
/// Up to how many members are counted; one more means "more than that".
pub(super) const COUNT_MAX: i64 = 2_000;
/// How many memberships are read at first to count those of a group with the groups inside: who is in several of these is
/// read several times and counted once. Where so many do not tell, all are read.
pub(super) const READ_MAX: i64 = 4_000;
/// How many people are suggested at most.
pub(super) const SUGGESTED_MAX: i64 = 20;

/// A group by its id and name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// 24 hex digits.
    pub id: String,
    /// As typed.
    pub name: String,
    /// What is done to it in steps; none for nearly all.
    pub under_way: Option<UnderWay>,
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

/// What is done to a group in steps, because it has many members. Until the end nothing else is done to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnderWay {
    /// It is being deleted.
    Delete,
    /// It is being brought back.
    BringBack,
}

impl UnderWay {
    /// The word in the table.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Delete => "delete",
            Self::BringBack => "bring_back",
        }
    }

    /// What a word in the table stands for.
    pub fn of_word(word: &str) -> Option<Self> {
        [Self::Delete, Self::BringBack].into_iter().find(|it| it.word() == word)
    }

    /// Why nothing else is done to the group meanwhile.
    pub(super) fn refusal(self, name: &str) -> Refusal {
        match self {
            Self::Delete => BEING_DELETED.with("name", name),
            Self::BringBack => BEING_BROUGHT_BACK.with("name", name),
        }
    }
}

/// The derived groups and their names in the API (contract part 6.3).
pub(super) const DERIVED_NAMES: [(GroupKind, &str); 2] =
    [(GroupKind::Everyone, "Everyone"), (GroupKind::Admins, "Admins")];

/// How many groups are told of that have the text in their names which somebody typed.
pub(super) const SIMILAR_MAX: i64 = 20;
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

/// A group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// 24 hex digits.
    pub id: String,
    /// As typed.
    pub name: String,
    /// Whether members are stored.
    pub kind: GroupKind,
    /// What users get who are made automatically because of this group; none leaves it to the server.
    pub role: Option<Role>,
    /// The locale of members who chose none.
    pub language: Option<String>,
    /// After how many minutes without use a member's session ends; none follows the server.
    pub session_minutes: Option<i64>,
    /// Whether the group is left out where things are shared.
    pub excluded_from_sharing: bool,
    /// Name of the design that the platform shows its members; empty for the usual one.
    pub theme: String,
    /// When it was made, in milliseconds since the Unix epoch.
    pub created_at_ms: i64,
    /// When it was last changed, in milliseconds since the Unix epoch.
    pub updated_at_ms: i64,
    /// Grows with each change.
    pub version: i64,
    /// What is being done to it in steps.
    pub under_way: Option<UnderWay>,
}

impl Group {
    /// Refuses to change a group, or to put anybody into it, while it is being deleted or brought back.
    pub fn require_settled(&self) -> Result<(), Refusal> {
        self.under_way.map_or(Ok(()), |under_way| Err(under_way.refusal(&self.name)))
    }
}

/// A group that was deleted and can still be brought back.
#[derive(Clone, Debug)]
pub struct DeletedGroup {
    /// The id it had, and has again if it is brought back.
    pub id: String,
    /// The name it had; another group may have it now.
    pub name: String,
    /// How many members it had.
    pub members: i64,
    /// Who deleted it.
    pub deleted_by: String,
    /// When, in milliseconds since the Unix epoch.
    pub deleted_at_ms: i64,
    /// Until when it can be brought back, in milliseconds since the Unix epoch.
    pub ends_at_ms: i64,
}

/// What is to be changed of a group, or known of a new one; what is not given stays as it is.
#[derive(Clone, Debug, Default)]
pub struct GroupChange {
    /// Another name.
    pub name: Option<String>,
    /// The role of those who are made automatically, by id or any spelling; an empty one clears it.
    pub role: Option<String>,
    /// The same once more, for clients that send back both forms in which they read it: the one that differs from what
    /// the group gives counts, and `role` if both do.
    pub or_role: Option<String>,
    /// A locale; an empty one clears it.
    pub language: Option<String>,
    /// The limit for sessions in minutes, as typed; an empty one clears it.
    pub session_minutes: Option<String>,
    /// Whether the group is left out where things are shared.
    pub excluded_from_sharing: Option<bool>,
    /// Name of a design.
    pub theme: Option<String>,
    /// Whether it may come from another server: a locale that we do not speak, and the id of a role that is not here,
    /// are left away.
    pub may_be_foreign: bool,
}

/// In which order groups are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// By name.
    #[default]
    Name,
    /// Last changed first.
    Changed,
}

/// What stands in paths of the API where the id or the name of a group stands otherwise. In other letters, like `AD`, they
/// are names as any.
const RESERVED: [&str; 6] = ["ad", "allDirectories", "bulk", "byIds", "deleted", "validateName"];

/// A name without blanks around. Refuses what paths mean something else by with `groups.reserved_name`, and one that looks
/// like that of a derived group with `groups.looks_built_in`: whoever shares something with it would mistake it. That it is
/// the very name is for the database to refuse.
pub fn check_name(name: &str) -> Result<String, Refusal> {
    if let Some(refusal) = hidden_letter(name) {
        return Err(refusal.on("name"));
    }
    let looks_like = |own: &str| name_key(name) != name_key(own) && picture(name) == picture(own);
    if let Some((_, own)) = DERIVED_NAMES.iter().find(|(_, own)| looks_like(own)) {
        return Err(LOOKS_BUILT_IN.with("name", *own));
    }
    if RESERVED.contains(&name.trim()) {
        return Err(RESERVED_NAME.with("name", name.trim()));
    }
    let name = check_visible(name, NAME_MAX).filter(|name| !name.is_empty());
    name.ok_or_else(|| BAD_NAME.with("maximum", NAME_MAX))
}

/// The name of a theme; may be empty.
pub(super) fn check_theme(theme: &str) -> Result<String, Refusal> {
    check_visible(theme, NAME_MAX).ok_or_else(|| BAD_THEME.with("maximum", NAME_MAX))
}

/// A number of minutes; none if the text is empty.
pub(super) fn check_minutes(text: &str) -> Result<Option<i64>, Refusal> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let minutes = text.parse().ok().filter(|minutes| (1..=MINUTES_MAX).contains(minutes));
    minutes.map(Some).ok_or_else(|| BAD_MINUTES.with("maximum", MINUTES_MAX))
}

/// A locale that we speak; none if it is empty.
pub(super) fn check_language(locale: &str) -> Result<Option<String>, Refusal> {
    if locale.is_empty() {
        return Ok(None);
    }
    Language::parse(locale).map(|language| Some(language.locale().to_owned())).ok_or(BAD_LANGUAGE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_are_a_number_in_range_or_nothing() {
        assert_eq!(check_minutes(" "), Ok(None));
        assert_eq!(check_minutes(" 15 "), Ok(Some(15)));
        for bad in ["0", "-1", "1.5", "many", "43201"] {
            assert_eq!(check_minutes(bad).map_err(|refusal| refusal.code), Err(BAD_MINUTES.code), "{bad}");
        }
    }

    #[test]
    fn a_name_can_be_seen_and_is_not_too_long() {
        assert_eq!(check_name(" Sales "), Ok("Sales".to_owned()));
        for bad in ["", "  ", &"x".repeat(NAME_MAX + 1)] {
            assert_eq!(check_name(bad).map_err(|refusal| refusal.code), Err(BAD_NAME.code), "{bad}");
        }
        let hidden = check_name("a\u{200b}b").map_err(|refusal| (refusal.code, refusal.field));
        assert_eq!(hidden, Err(("web.hidden_letter", Some("name"))));
    }

    #[test]
    fn no_name_looks_like_that_of_a_derived_group() {
        for bad in ["\u{410}dmins", "Adm1ns", "Adrnins", "Ev\u{435}ryone", "\u{ff25}veryone", "Every0ne"] {
            let refused = check_name(bad).map_err(|refusal| refusal.code);
            assert_eq!(refused, Err(LOOKS_BUILT_IN.code), "{bad}");
        }
        for good in ["Admin team", "Every second one", "Администраторы"] {
            assert!(check_name(good).is_ok(), "{good}");
        }
    }
}
