//! What the cells of a row say, each by itself.

use std::collections::{HashMap, HashSet};

use seatwarden_base::{Refusal, Result, secret::Secret};

use super::super::{
    columns::{Columns, Field, yes_or_no},
    model::{BAD_ACTIVE, BAD_LANGUAGE, Import, Options, Row, Verdict},
};
use crate::{
    accounts::{
        passwords,
        users::{Credential, NewUser},
    },
    cx::{Cx, Origin, Role},
    text::{Language, Text, is_locale, name_key},
};

/// The roles by every spelling: id, API name, and the name that people see, in each language.
pub(super) fn spelled(roles: Vec<Role>) -> HashMap<String, Role> {
    let mut spelled = HashMap::new();
    for role in roles.into_iter().rev() {
        for language in Language::ALL {
            let name = Text::new(language).role_name(&role.name, &role.display_name);
            spelled.insert(name_key(&name), role.clone());
        }
        for name in [&role.display_name, &role.name, &role.id] {
            spelled.insert(name_key(name), role.clone());
        }
    }
    spelled
}

/// What exports call those who are not people of our own: the words for scripts, and those of each language.
pub(super) fn elsewhere() -> HashSet<String> {
    let mut words: HashSet<String> =
        [Origin::Sso, Origin::Service, Origin::License].into_iter().map(|it| name_key(it.word())).collect();
    for t in Language::ALL.into_iter().map(Text::new) {
        let spelled =
            [t.users_list_origin_sso(), t.users_list_origin_service(), t.users_list_origin_license()];
        words.extend(spelled.iter().map(|word| name_key(word)));
    }
    words
}

/// What a new user signs in with.
pub(super) fn credential(columns: &Columns, options: Options, row: &Row, active: Option<bool>) -> Credential {
    let given = |text: &'_ str| Some(text.to_owned()).filter(|text| !text.is_empty());
    match (given(columns.password(row)), given(columns.cell(&row.cells, Field::Hash))) {
        (Some(password), _) => Credential::Password(Secret::from(password)),
        (None, Some(md5)) => Credential::Md5(Secret::from(md5)),
        (None, None) if options.invites && active != Some(false) => Credential::Invited,
        (None, None) => Credential::None,
    }
}

/// Whether a row that the dry run found right mails somebody.
pub(super) fn is_mailed(import: &Import, row: &Row) -> bool {
    let active = yes_or_no(import.columns.cell(&row.cells, Field::Active));
    let is_invited =
        || matches!(credential(&import.columns, import.options, row, active), Credential::Invited);
    row.verdict == Some(Verdict::Add) && is_invited()
}

/// Whether the user may sign in, as the cell says; none if it is empty. Refuses with `import.bad_active`.
pub(super) fn active(text: &str) -> Result<Option<bool>, Refusal> {
    match (text.is_empty(), yes_or_no(text)) {
        (true, _) => Ok(None),
        (false, None) => Err(BAD_ACTIVE.with("text", text)),
        (false, yes) => Ok(yes),
    }
}

/// The language in the cell; none if it is empty. Refuses with `import.bad_language`.
pub(super) fn language(text: &str) -> Result<Option<String>, Refusal> {
    match (text.is_empty(), is_locale(text)) {
        (true, _) => Ok(None),
        (false, true) => Ok(Some(text.to_owned())),
        (false, false) => Err(BAD_LANGUAGE.with("text", text)),
    }
}

/// The rules of passwords, without the slow hashing.
pub(super) async fn check_credential(cx: &Cx, new: &NewUser) -> Result<()> {
    match &new.credential {
        Credential::Md5(md5) => passwords::check_md5(cx, md5).map(drop),
        Credential::Password(password) => {
            let about = passwords::About {
                email: &new.email,
                user_name: &new.user_name,
                first_name: &new.first_name,
                last_name: &new.last_name,
            };
            let rules = passwords::strength(cx, password, &about).await?;
            match rules.into_iter().find(|rule| !rule.met) {
                Some(rule) => Err(rule.refusal.on("password").into()),
                None => Ok(()),
            }
        }
        Credential::Invited | Credential::None => Ok(()),
    }
}
