//! What a user is, and the rules for names and addresses.

use ring::digest;
use seatwarden_base::{Kind, Refusal, Result, secret::Secret};
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

pub use crate::text::name_key;
use crate::{
    accounts::ownership::Counts,
    cx::{Origin, Person},
    text::{hidden_letter, is_hidden, is_international, search_key, undirected},
};

/// There is no such user.
pub const UNKNOWN: Refusal = Refusal::new(Kind::NotFound, "users.unknown");
/// Another user has this e-mail address or user name.
pub const EMAIL_TAKEN: Refusal = Refusal::new(Kind::Conflict, "users.email_taken").on("email");
/// Another user has the address that the Sys. Admin is to get; a page does all of it in one step.
pub(super) const SYSADMIN_EMAIL_TAKEN: Refusal =
    Refusal::new(Kind::Conflict, "users.sysadmin_email_taken").on("email");
/// The address cannot be one.
pub(super) const BAD_EMAIL: Refusal = Refusal::new(Kind::Invalid, "users.bad_email").on("email");
/// The user name is empty, too long or has control characters.
pub(super) const BAD_USER_NAME: Refusal = Refusal::new(Kind::Invalid, "users.bad_user_name").on("userName");
/// Nobody calls themselves by somebody else's address.
pub(super) const NAME_IS_ADDRESS: Refusal =
    Refusal::new(Kind::Invalid, "users.name_is_address").on("userName");
/// A first or last name is too long or has control characters.
pub(super) const BAD_NAME: Refusal = Refusal::new(Kind::Invalid, "users.bad_name");
/// A language is no locale; value `text`.
pub(super) const BAD_LANGUAGE: Refusal = Refusal::new(Kind::Invalid, "users.bad_language").on("language");
/// A field that must be there is missing.
pub(super) const MISSING: Refusal = Refusal::new(Kind::Invalid, "users.missing_field");
/// Users cannot be listed in this order; value `name`.
pub(super) const BAD_SORT: Refusal = Refusal::new(Kind::Invalid, "users.bad_sort").on("sort");
/// There are no tokens of this kind; value `kind`.
pub(super) const UNKNOWN_KIND: Refusal = Refusal::new(Kind::NotFound, "users.unknown_kind").on("kind");
/// What is to be a role is neither an id nor a name of one; value `name`.
pub(super) const BAD_ROLE: Refusal = Refusal::new(Kind::Invalid, "users.bad_role").on("roleId");
/// There is a Sys. Admin already, and there is only ever one.
pub const ONE_SYSADMIN: Refusal = Refusal::new(Kind::Conflict, "users.one_sysadmin").on("roleId");
/// The Sys. Admin cannot be deleted, deactivated or given another role.
pub const LAST_SYSADMIN: Refusal = Refusal::new(Kind::Conflict, "users.last_sysadmin");
/// An organisation keeps an owner.
pub(super) const LAST_OWNER: Refusal = Refusal::new(Kind::Conflict, "users.last_owner");
/// The act is not running any more.
pub(super) const ACT_OVER: Refusal = Refusal::new(Kind::Conflict, "users.act_over");
/// Somebody stopped the act; value `name`.
pub(super) const STOPPED_BY: Refusal = Refusal::new(Kind::Conflict, "users.act_stopped");
/// Only the Sys. Admin may change the Sys. Admin.
pub(super) const SYSADMIN_ONLY: Refusal = Refusal::new(Kind::Forbidden, "users.sysadmin_only");
/// What destroys something is only done once the user's name was typed.
pub(super) const NAME_NOT_TYPED: Refusal =
    Refusal::new(Kind::Invalid, "users.name_not_typed").on("typedName");
/// There is no such act on many users, or not any more.
pub(super) const UNKNOWN_ACT_DONE: Refusal = Refusal::new(Kind::NotFound, "users.unknown_act_done");
/// There is no such deleted user, or the time to bring them back is over.
pub const UNKNOWN_DELETED: Refusal = Refusal::new(Kind::NotFound, "users.unknown_deleted");
/// Too many users in one call.
pub(super) const TOO_MANY: Refusal = Refusal::new(Kind::TooLarge, "users.too_many");
/// Too many users with a password in one call; value `maximum`.
pub(super) const TOO_MANY_PASSWORDS: Refusal = Refusal::new(Kind::TooLarge, "users.too_many_passwords");
/// The same address or user name occurs twice in one list.
pub(super) const TWICE: Refusal = Refusal::new(Kind::Conflict, "users.twice_in_list").on("email");
/// The interface settings are larger than we keep.
pub(super) const SETTINGS_TOO_LARGE: Refusal = Refusal::new(Kind::TooLarge, "users.settings_too_large");

/// Somebody else changed the user between our reading and our writing.
pub const CHANGED_MEANWHILE: Refusal = Refusal::new(Kind::Conflict, "users.changed_meanwhile");
/// Nobody changes their own role: who gave the last rights away by mistake could not take them back.
pub(super) const OWN_ROLE: Refusal = Refusal::new(Kind::Conflict, "users.own_role").on("role");
/// Nobody locks or deactivates themselves.
pub const NOT_YOURSELF: Refusal = Refusal::new(Kind::Conflict, "users.not_yourself");
/// A service account has no password.
pub(super) const SERVICE_ACCOUNT: Refusal = Refusal::new(Kind::Conflict, "users.service_account");
/// Whoever cannot sign in gets no link to a new password.
pub(super) const NOT_ACTIVE: Refusal = Refusal::new(Kind::Conflict, "users.not_active");
/// Without a password there is nothing that a lock could keep shut.
pub(super) const NOTHING_TO_LOCK: Refusal = Refusal::new(Kind::Conflict, "users.nothing_to_lock");
/// The password of a user from Single Sign On is the organisation's (S5).
pub(super) const SSO_PASSWORD: Refusal = Refusal::new(Kind::Conflict, "users.sso_password").on("password");
/// A license account has the role that it was made with, and no other.
pub(super) const LICENSE_ACCOUNT: Refusal =
    Refusal::new(Kind::Conflict, "users.license_account").on("roleId");
/// There is no invitation to send again or to cancel.
pub const NOT_INVITED: Refusal = Refusal::new(Kind::Conflict, "users.not_invited");
/// The address looks like that of an administrator; a person must look twice.
pub(super) const LOOKALIKE: Refusal = Refusal::new(Kind::Invalid, "users.lookalike").on("email");
/// The address mixes letters that look alike in several alphabets; a person must look twice.
pub(super) const MIXED_SCRIPTS: Refusal = Refusal::new(Kind::Invalid, "users.mixed_scripts").on("email");

/// Longest first or last name, in characters.
pub const NAME_MAX: usize = 100;
/// Longest user name or e-mail address, in characters (RFC 5321 allows 254 for an address).
pub(super) const SIGN_IN_NAME_MAX: usize = 254;
/// Most users in one call that ends what they have, or mails them.
pub(super) const AT_ONCE_MAX: usize = 1_000;
/// Most users in one call that adds, or that asks about addresses.
pub(super) const ADDED_MAX: usize = 20_000;
/// Most users with a password in one call that adds: so many are hashed while a client still waits.
pub(super) const PASSWORDS_MAX: usize = 1_000;
/// How many accounts activate one license at most, beside the owners of its organisation.
pub const LICENSE_USERS_MAX: i64 = 500;
/// Most users in one call that deletes.
pub(super) const DELETED_MAX: usize = 5_000;
/// For how long a deleted user can be brought back, in days.
pub const UNDO_DAYS: i64 = 30;
/// Largest interface settings of one user, in bytes of JSON.
pub(super) const UI_SETTINGS_MAX: usize = 65_536;

/// A person with all that the API shows of a user.
#[derive(Clone, Debug)]
pub struct User {
    /// The person.
    pub person: Person,
    /// Ids of the groups, derived ones first.
    pub groups: Vec<String>,
    /// Free JSON of the platform's interface.
    pub ui_settings: String,
    /// Whether the password must be changed at the next sign-in.
    pub must_change_password: bool,
    /// Since when their invitation is open, in milliseconds since the Unix epoch.
    pub invited_at_ms: Option<i64>,
}

impl User {
    /// The version that the API's tags say: that of the user, and below it what groups the user is in, which change
    /// without the user. It grows with the user's version.
    pub fn tag(&self) -> i64 {
        let mut groups: Vec<&str> = self.groups.iter().map(String::as_str).collect();
        groups.sort_unstable();
        let hash = digest::digest(&digest::SHA256, groups.concat().as_bytes());
        let below = hash.as_ref().iter().take(3).fold(0, |below, byte| below << 8 | i64::from(*byte));
        self.person.version << 24 | below
    }
}

/// How a new user will sign in.
#[derive(Clone, Debug, Default)]
pub enum Credential {
    /// A password given in clear.
    Password(Secret),
    /// The unsalted md5 of a password, as old scripts send it (contract part 4).
    Md5(Secret),
    /// None yet; an invitation is mailed.
    #[default]
    Invited,
    /// None yet, and no mail: the caller takes care.
    None,
}

/// A user to be made.
#[derive(Clone, Debug, Default)]
pub struct NewUser {
    /// Required.
    pub email: String,
    /// The address if empty.
    pub user_name: String,
    /// May be empty.
    pub first_name: String,
    /// May be empty.
    pub last_name: String,
    /// Id or any spelling; Viewer if empty.
    pub role: String,
    /// Ids or names.
    pub groups: Vec<String>,
    /// A locale like `de-DE`.
    pub language: Option<String>,
    /// How they sign in.
    pub credential: Credential,
    /// Whether they may sign in; a user without a password is active once the invitation is accepted.
    pub active: Option<bool>,
    /// Where they come from.
    pub origin: Option<Origin>,
    /// Free JSON.
    pub ui_settings: Option<String>,
    /// Whether the password that is given must be changed at the first sign-in, whatever the policy says.
    pub must_change: bool,
}

/// What is to be changed; `None` stays as it is.
#[derive(Clone, Debug, Default)]
pub struct UserPatch {
    /// New address.
    pub email: Option<String>,
    /// New user name.
    pub user_name: Option<String>,
    /// New first name.
    pub first_name: Option<String>,
    /// New last name.
    pub last_name: Option<String>,
    /// New role, by id or any spelling.
    pub role: Option<String>,
    /// The whole set of groups.
    pub groups: Option<Vec<String>>,
    /// New locale; an empty one clears it.
    pub language: Option<String>,
    /// New password or md5.
    pub credential: Option<Credential>,
    /// May sign in or not.
    pub active: Option<bool>,
    /// Locked by an administrator or not; unlocking also forgets wrong passwords.
    pub locked: Option<bool>,
    /// Whether a link by which the user chooses a new password is mailed.
    pub send_link: bool,
    /// Free JSON.
    pub ui_settings: Option<String>,
    /// Whether another password is demanded at the next sign-in, if there is one.
    pub must_change: bool,
    /// The version that was looked at; another one refuses with `users.changed_meanwhile`.
    pub version: Option<i64>,
    /// The same with the groups, as [`User::tag`] says it.
    pub tag: Option<i64>,
}

impl UserPatch {
    /// Whether it does nothing but end somebody's access.
    pub fn only_switches_off(&self) -> bool {
        let others = [
            self.email.is_some(),
            self.user_name.is_some(),
            self.first_name.is_some(),
            self.last_name.is_some(),
            self.role.is_some(),
            self.groups.is_some(),
            self.language.is_some(),
            self.credential.is_some(),
            self.send_link,
            self.ui_settings.is_some(),
            self.must_change,
        ];
        !others.contains(&true) && self.active != Some(true) && self.locked != Some(false)
    }
}

/// What somebody changes about themselves; what is none stays.
#[derive(Clone, Debug, Default)]
pub struct OwnPatch {
    /// First name, may be empty.
    pub first_name: Option<String>,
    /// Last name, may be empty.
    pub last_name: Option<String>,
    /// User name.
    pub user_name: Option<String>,
    /// Locale; an empty one follows group, server and browser.
    pub language: Option<String>,
}

impl OwnPatch {
    /// Whether it changes a name.
    pub const fn has_names(&self) -> bool {
        self.first_name.is_some() || self.last_name.is_some() || self.user_name.is_some()
    }
}

/// What of an account is its holder's own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Personal {
    /// Address.
    pub email: String,
    /// User name.
    pub user_name: String,
    /// First name, may be empty.
    pub first_name: String,
    /// Last name, may be empty.
    pub last_name: String,
    /// The language they chose, and their settings of the platform's interface as JSON; none leaves both as they are.
    pub choices: Option<(Option<String>, String)>,
}

/// A user who was deleted and can still be brought back.
#[derive(Clone, Debug)]
pub struct DeletedUser {
    /// The id they had, and have again if they are brought back.
    pub id: String,
    /// The address they had; others may have it now.
    pub email: String,
    /// The user name they had; others may have it now.
    pub user_name: String,
    /// What people called them.
    pub display_name: String,
    /// Who deleted them.
    pub deleted_by: String,
    /// When, in milliseconds since the Unix epoch.
    pub deleted_at_ms: i64,
    /// Until when they can be brought back, in milliseconds since the Unix epoch.
    pub ends_at_ms: i64,
}

/// What deleting a user would end.
#[derive(Clone, Debug)]
pub struct Leaver {
    /// The user.
    pub user: User,
    /// What they own.
    pub owned: Counts,
    /// In how many browsers they are signed in.
    pub sessions: i64,
    /// How many API tokens of theirs work.
    pub tokens: i64,
}

/// An address without blanks around, if it can be one: something, an @, something. Addresses without
/// a top-level domain are fine (`user@corp`).
pub fn check_email(email: &str) -> Result<String, Refusal> {
    let email: String = email.trim().nfc().collect();
    let good = email.chars().count() <= SIGN_IN_NAME_MAX
        && email
            .rsplit_once('@')
            .is_some_and(|(local, domain)| fits(local) && local.len() <= 64 && is_domain(domain));
    if good { Ok(email) } else { Err(BAD_EMAIL) }
}

fn fits(part: &str) -> bool {
    let is_wrong =
        |letter: char| letter.is_whitespace() || is_hidden(letter) || "\"<>(),:;\\[]@".contains(letter);
    !part.is_empty() && !part.chars().any(is_wrong)
}

/// Whether mail may go there. A domain in the letters of a language must have a spelling in DNS, or nobody can tell which
/// other domain it is.
fn is_domain(domain: &str) -> bool {
    let is_plain = |domain: &str| {
        fits(domain)
            && !domain.starts_with(['.', '-'])
            && !domain.ends_with(['.', '-'])
            && !domain.contains("..")
    };
    let has_spelling = || idna::domain_to_ascii(domain).is_ok_and(|ascii| is_plain(&ascii));
    is_plain(domain) && (!is_international(domain) || has_spelling())
}

/// A user name without blanks around.
pub(super) fn check_user_name(name: &str) -> Result<String, Refusal> {
    let name: String = name.trim().nfc().collect();
    if let Some(refusal) = hidden_letter(&name) {
        return Err(refusal.on("userName"));
    }
    let good = !name.is_empty() && name.chars().count() <= SIGN_IN_NAME_MAX;
    if good { Ok(name) } else { Err(BAD_USER_NAME) }
}

/// A first or last name without blanks around and marks of direction; may be empty.
pub(super) fn check_name(name: &str, field: &'static str) -> Result<String, Refusal> {
    let name = undirected(name);
    if let Some(refusal) = hidden_letter(&name) {
        return Err(refusal.on(field));
    }
    let good = name.chars().count() <= NAME_MAX;
    if good { Ok(name) } else { Err(BAD_NAME.on(field).with("maximum", NAME_MAX)) }
}

/// What the search looks through, as [`search_key`] has it. Whoever changes that counts `SEARCH_FORM` up.
pub(super) fn search_text(email: &str, user_name: &str, first_name: &str, last_name: &str) -> String {
    let mut text = search_key(email);
    for part in [user_name, &format!("{first_name} {last_name}")] {
        let part = search_key(part);
        if part != text {
            text.push('\n');
            text.push_str(&part);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_with_and_without_a_top_level_domain_are_addresses() {
        for good in ["ada@example.com", " ada@corp ", "a.b+c@x.co", "jürgen@müller.de", "o'neil@x.org"] {
            assert!(check_email(good).is_ok(), "{good}");
        }
    }

    #[test]
    fn what_cannot_be_an_address_is_refused() {
        let long = format!("{}@example.com", "a".repeat(65));
        for bad in [
            "",
            "ada",
            "@x",
            "ada@",
            "a b@x.org",
            "a@b@c",
            "a@x..y",
            "a@-x",
            "a\n@x.org",
            "<a@x>",
            &long,
            "a@xn--\u{fc}.org",
            "a@\u{ad}",
            "a@x\u{3002}\u{3002}y",
        ] {
            assert_eq!(check_email(bad), Err(BAD_EMAIL), "{bad}");
        }
    }

    #[test]
    fn names_compare_without_regard_to_case_blanks_and_composition() {
        assert_eq!(name_key(" ADA@Example.com"), "ada@example.com");
        assert_eq!(name_key("Ju\u{308}rgen"), name_key("JÜRGEN"));
    }
}
