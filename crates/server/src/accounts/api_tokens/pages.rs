//! How pages offer and name what a token may do; the pages themselves are in My Profile and in Users.

use std::collections::BTreeMap;

use maud::{Markup, html};
use seatwarden_base::Refusal;

use crate::{
    cx::{Permission, Scope, Scopes},
    text::Text,
    web::{
        field_error,
        parts::{checkbox, select},
    },
};

/// What the fields of single scopes are called: `scope.users:read`.
const PREFIX: &str = "scope.";

/// The scopes that a form asks for, as words divided by spaces: those that were ticked, else what its list says. So
/// whoever ticks something never gets more than that.
pub fn chosen(listed: &str, ticked: &BTreeMap<String, String>) -> String {
    let words: Vec<&str> = ticked.keys().filter_map(|name| name.strip_prefix(PREFIX)).collect();
    if words.is_empty() { listed.to_owned() } else { words.join(" ") }
}

/// The fields that choose scopes, of which `words` are chosen now; only those that mean something to somebody who may
/// do `may`.
pub fn scope_fields(
    t: Text,
    words: &str,
    may: impl Fn(Permission) -> bool,
    refusal: Option<&Refusal>,
) -> Markup {
    let now: Vec<&str> = words.split_ascii_whitespace().collect();
    let is_full = now.contains(&Scope::Full.word());
    let parts = Scope::ALL.iter().copied().filter(|scope| *scope != Scope::Full && scope.is_for(&may));
    html! {
        (select("scope", t.profile_token_scope()).error(field_error(t, refusal, "scope")).hint(t.profile_scope_hint())
            .option(Scope::Full.word(), t.profile_scope_full())
            .option("", t.profile_scope_chosen())
            .value(if is_full { Scope::Full.word() } else { "" }))
        div.switches {
            @for scope in parts {
                (checkbox(&format!("{PREFIX}{}", scope.word()), scope_name(t, scope))
                    .checked(now.contains(&scope.word())))
            }
        }
    }
}

/// What a token may do, in plain words.
pub fn scope_words(t: Text, scopes: Scopes) -> String {
    scopes.all().map(|scope| scope_name(t, scope)).collect::<Vec<_>>().join(", ")
}

fn scope_name(t: Text, scope: Scope) -> String {
    match scope {
        Scope::Full => t.profile_scope_full(),
        Scope::OwnAccount => t.profile_scope_own_account(),
        Scope::ChangeAccount => t.profile_scope_change_account(),
        Scope::ReadUsers => t.profile_scope_read_users(),
        Scope::ManageUsers => t.profile_scope_manage_users(),
        Scope::ReadGroups => t.profile_scope_read_groups(),
        Scope::ManageGroups => t.profile_scope_manage_groups(),
        Scope::ReadSessions => t.profile_scope_read_sessions(),
        Scope::ManageSessions => t.profile_scope_manage_sessions(),
        Scope::ReadOwnership => t.profile_scope_read_ownership(),
        Scope::ManageOwnership => t.profile_scope_manage_ownership(),
        Scope::ReadFeatures => t.profile_scope_read_features(),
        Scope::ManageFeatures => t.profile_scope_manage_features(),
        Scope::ReadSecurity => t.profile_scope_read_security(),
        Scope::ManageSecurity => t.profile_scope_manage_security(),
        Scope::ReadMail => t.profile_scope_read_mail(),
        Scope::ManageMail => t.profile_scope_manage_mail(),
        Scope::ReadLicense => t.profile_scope_read_license(),
        Scope::ManageLicense => t.profile_scope_manage_license(),
        Scope::ReadAudit => t.profile_scope_read_audit(),
        Scope::ReadLicensing => t.profile_scope_read_licensing(),
        Scope::ManageLicensing => t.profile_scope_manage_licensing(),
    }
}
