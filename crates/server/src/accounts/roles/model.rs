//! The rules of roles that are not permissions; those are in `cx/permissions.rs`.

use seatwarden_base::{Kind, Refusal};

use crate::{
    cx::{BaseRole, Permission, Permissions, Role, Standing},
    text::{check_visible, hidden_letter, picture},
};

/// There is no such role.
pub const UNKNOWN: Refusal = Refusal::new(Kind::NotFound, "roles.unknown").on("roleId");
/// A built-in role can be neither changed nor deleted.
pub const BUILT_IN_STAYS: Refusal = Refusal::new(Kind::Conflict, "roles.built_in");
/// Another role is called so.
pub const NAME_TAKEN: Refusal = Refusal::new(Kind::Conflict, "roles.name_taken").on("displayName");
/// The name looks like that of a built-in role, in other letters; value `name`.
pub(super) const LOOKS_BUILT_IN: Refusal =
    Refusal::new(Kind::Conflict, "roles.looks_built_in").on("displayName");
/// The name is empty, too long, or has characters that cannot be seen.
pub(super) const BAD_NAME: Refusal = Refusal::new(Kind::Invalid, "roles.bad_name").on("displayName");
/// The description is too long or has characters that cannot be seen.
pub(super) const BAD_DESCRIPTION: Refusal =
    Refusal::new(Kind::Invalid, "roles.bad_description").on("description");
/// The base never leaves this permission open.
pub const FIXED: Refusal = Refusal::new(Kind::Invalid, "roles.fixed");
/// There is only ever one Sys. Admin, so no other role stands on that one.
pub(super) const BASE_NOT_OPEN: Refusal = Refusal::new(Kind::Invalid, "roles.base_not_open").on("base");
/// As many custom roles as there can be.
pub(super) const TOO_MANY: Refusal = Refusal::new(Kind::Conflict, "roles.too_many").on("displayName");
/// Somebody else changed the role between reading and writing.
pub const CHANGED_MEANWHILE: Refusal = Refusal::new(Kind::Conflict, "roles.changed_meanwhile");
/// Groups give this role to those who come in by them.
pub const GIVEN_BY_GROUPS: Refusal = Refusal::new(Kind::Conflict, "roles.given_by_groups");
/// More users have the role than are moved at once.
pub(super) const TOO_MANY_USERS: Refusal = Refusal::new(Kind::Conflict, "roles.too_many_users");

/// A manifest, or a part of one, is no JSON object, or stands too deep.
pub(super) const BAD_MANIFEST: Refusal = Refusal::new(Kind::Invalid, "roles.bad_manifest").on("manifest");
/// A manifest is longer than is kept.
pub(super) const MANIFEST_TOO_LARGE: Refusal =
    Refusal::new(Kind::TooLarge, "roles.manifest_too_large").on("manifest");
/// A role's manifest has no such part.
pub(super) const UNKNOWN_PART: Refusal = Refusal::new(Kind::NotFound, "roles.unknown_part");

/// How much of a manifest is kept, in bytes.
pub(super) const MANIFEST_MAX: usize = 32 * 1024;
/// How many custom roles there can be.
pub(super) const CUSTOM_MAX: i64 = 200;
/// Longest name of a role, in characters.
pub(super) const NAME_MAX: usize = 60;
/// Longest description, in characters.
pub(super) const DESCRIPTION_MAX: usize = 300;
/// Up to how many users are counted; one more means "more than that".
pub(super) const COUNT_MAX: i64 = 2_000;
/// How many users are moved to the base at once when their role is deleted: each of them is told in the audit log.
pub(super) const MOVED_MAX: i64 = 2_000;
/// The API name of the role of license accounts, which no custom role can have.
pub(super) const LICENSE_ACCOUNT: &str = "licenseAccount";
/// What the API names of custom roles begin with (contract part 7).
pub(super) const CUSTOM_PREFIX: &str = "custom_";

/// What a custom role says about a permission.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Choice {
    /// Whatever the base says.
    #[default]
    AsBase,
    /// Allowed.
    Allow,
    /// Not allowed.
    Deny,
}

impl Choice {
    /// All choices.
    pub const ALL: [Self; 3] = [Self::AsBase, Self::Allow, Self::Deny];

    /// The word in forms.
    pub const fn word(self) -> &'static str {
        match self {
            Self::AsBase => "base",
            Self::Allow => "allow",
            Self::Deny => "deny",
        }
    }

    /// The choice of a word; whatever is no word leaves it to the base.
    pub fn of_word(word: &str) -> Self {
        Self::ALL.into_iter().find(|choice| choice.word() == word).unwrap_or_default()
    }
}

/// A role with all that its page shows.
#[derive(Clone, Debug)]
pub struct Details {
    /// The role.
    pub role: Role,
    /// What it is for.
    pub description: String,
    /// What it allows beyond its base, whatever the base says.
    pub granted: Permissions,
    /// What it does not allow, whatever the base says.
    pub withdrawn: Permissions,
    /// Grows with each change.
    pub version: i64,
    /// How many users have it; 2,001 stands for more than 2,000.
    pub users: i64,
    /// How many groups give it to those who come in by them.
    pub groups: i64,
}

impl Details {
    /// Whether it came with the product.
    pub fn is_built_in(&self) -> bool {
        self.role.name == self.role.base.name() || self.role.name == LICENSE_ACCOUNT
    }

    /// Whether deleting it gives those who have it a way to the accounts of others with more than they may now, as giving them
    /// its base would.
    pub fn raises_when_deleted(&self) -> bool {
        let none = Permissions::default();
        let base = Role { may: Permissions::of_role(self.role.base, none, none), ..self.role.clone() };
        self.users > 0 && base.reaches_others() && !self.role.may.covers(base.may)
    }

    /// What it says about a permission.
    pub fn choice(&self, permission: Permission) -> Choice {
        if self.withdrawn.has(permission) {
            Choice::Deny
        } else if self.granted.has(permission) {
            Choice::Allow
        } else {
            Choice::AsBase
        }
    }
}

/// What is to be known of a custom role.
#[derive(Clone, Debug, Default)]
pub struct RoleChange {
    /// What people call it.
    pub display_name: String,
    /// What it is for; may be empty.
    pub description: String,
    /// Where it differs from its base; what is not listed follows the base.
    pub choices: Vec<(Permission, Choice)>,
}

/// A custom role to be made.
#[derive(Clone, Debug, Default)]
pub struct NewRole {
    /// The built-in role it stands on, in any spelling.
    pub base: String,
    /// The rest.
    pub change: RoleChange,
}

/// What a client of the platform wants a role to be; what is not named stays.
#[derive(Clone, Debug, Default)]
pub struct Wish {
    /// What a new one is called in the API, if that is not to follow from what people call it.
    pub name: Option<String>,
    /// What people call it.
    pub display_name: Option<String>,
    /// What it is for.
    pub description: Option<String>,
    /// The built-in role that a new one stands on, in any spelling.
    pub base: Option<String>,
    /// What it allows, in the sections of the original.
    pub manifest: Option<serde_json::Value>,
}

/// What stands beside a role.
#[derive(Clone, Debug, Default)]
pub struct Beside {
    /// What it is for.
    pub description: String,
    /// What is kept of its manifest, as JSON; empty if nothing is.
    pub manifest: String,
}

/// What a change means for those who have the role.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diff {
    /// What they may from now on.
    pub gains: Vec<Permission>,
    /// What they may no longer.
    pub loses: Vec<Permission>,
    /// How many have the role; 2,001 stands for more than 2,000.
    pub users: i64,
    /// Whether it gives more to a role with a way to the accounts of others, which takes proof.
    pub needs_proof: bool,
}

impl Diff {
    /// The difference between two sets.
    pub(super) fn between(before: Permissions, after: Permissions, users: i64) -> Self {
        let only = |one: Permissions, other: Permissions| {
            Permission::ALL.iter().copied().filter(|it| one.has(*it) && !other.has(*it)).collect()
        };
        Self { gains: only(after, before), loses: only(before, after), users, needs_proof: false }
    }
}

/// Why somebody has their role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// It was given to them.
    Own,
    /// They were made automatically, and this group gave it.
    Group {
        /// Id of the group.
        id: String,
        /// Its name.
        name: String,
    },
}

/// A name without blanks around.
pub(super) fn check_name(name: &str) -> Result<String, Refusal> {
    if let Some(refusal) = hidden_letter(name) {
        return Err(refusal.on("displayName"));
    }
    let name = check_visible(name, NAME_MAX).filter(|name| !name.is_empty());
    name.ok_or_else(|| BAD_NAME.with("maximum", NAME_MAX))
}

/// The built-in role whose name, in any spelling, looks the same: `Viewer` with a Cyrillic letter.
pub(super) fn looks_built_in(name: &str) -> Option<BaseRole> {
    let plain =
        |text: &str| picture(text).chars().filter(|letter| letter.is_alphanumeric()).collect::<String>();
    let looks = plain(name);
    BaseRole::SPELLINGS.into_iter().find(|(spelling, _)| plain(spelling) == looks).map(|(_, role)| role)
}

/// A description; may be empty and have several lines.
pub(super) fn check_description(text: &str) -> Result<String, Refusal> {
    let lines: Option<Vec<String>> = text.lines().map(|line| check_visible(line, DESCRIPTION_MAX)).collect();
    let text = lines.map(|lines| lines.join("\n").trim().to_owned());
    text.filter(|text| text.chars().count() <= DESCRIPTION_MAX)
        .ok_or_else(|| BAD_DESCRIPTION.with("maximum", DESCRIPTION_MAX))
}

/// What the choices give and take away. Refuses with `roles.fixed` what the base never leaves open.
pub(super) fn granted_and_withdrawn(
    base: BaseRole,
    choices: &[(Permission, Choice)],
) -> Result<(Permissions, Permissions), Refusal> {
    let (mut granted, mut withdrawn) = (Vec::new(), Vec::new());
    for (permission, choice) in choices {
        match (permission.standing(base), choice) {
            (_, Choice::AsBase) | (Standing::Always, Choice::Allow) | (Standing::Never, Choice::Deny) => {}
            (Standing::Always, Choice::Deny) | (Standing::Never, Choice::Allow) => {
                return Err(FIXED.with("permission", permission.word()));
            }
            (_, Choice::Allow) => granted.push(*permission),
            (_, Choice::Deny) => withdrawn.push(*permission),
        }
    }
    Ok((granted.into_iter().collect(), withdrawn.into_iter().collect()))
}

/// The API name of a custom role: `custom_night_shift` for `Night shift`.
pub(super) fn api_name(called: &str) -> String {
    let mut name = CUSTOM_PREFIX.to_owned();
    // Whoever copies roles from elsewhere sends the whole name.
    let called = called.trim().strip_prefix(CUSTOM_PREFIX).unwrap_or_else(|| called.trim());
    for letter in called.chars().take(NAME_MAX) {
        if letter.is_ascii_alphanumeric() {
            name.push(letter.to_ascii_lowercase());
        } else if !name.ends_with('_') {
            name.push('_');
        }
    }
    let name = name.trim_end_matches('_');
    if name == CUSTOM_PREFIX.trim_end_matches('_') { format!("{CUSTOM_PREFIX}role") } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_custom_role_is_named_after_what_people_call_it() {
        assert_eq!(api_name("Night shift (EU)"), "custom_night_shift_eu");
        assert_eq!(api_name("צוות"), "custom_role");
        assert_eq!(api_name("custom_night_shift"), "custom_night_shift");
        assert_eq!(api_name(&"n".repeat(10_000)).len(), CUSTOM_PREFIX.len() + NAME_MAX);
    }

    #[test]
    fn what_the_base_never_leaves_open_cannot_be_chosen() {
        let wish = [(Permission::ManageMail, Choice::Allow)];
        assert_eq!(
            granted_and_withdrawn(BaseRole::Consumer, &wish).map_err(|refusal| refusal.code),
            Err(FIXED.code)
        );
        let wish = [(Permission::ReadOwnAccount, Choice::Deny)];
        assert_eq!(
            granted_and_withdrawn(BaseRole::Consumer, &wish).map_err(|refusal| refusal.code),
            Err(FIXED.code)
        );
    }

    #[test]
    fn a_diff_names_what_is_gained_and_what_is_lost() {
        let before = [Permission::ListUsers, Permission::AddUsers].into_iter().collect();
        let after = [Permission::ListUsers, Permission::ReadAudit].into_iter().collect();
        let diff = Diff::between(before, after, 3);
        assert_eq!((diff.gains, diff.loses), (vec![Permission::ReadAudit], vec![Permission::AddUsers]));
    }
}
