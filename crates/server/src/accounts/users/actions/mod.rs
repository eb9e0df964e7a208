//! What can be done with users, one file a verb. Pages, API and commands all come here. Here is what
//! the verbs share, and finding one user.

mod access;
mod address;
mod arrive;
mod bring_back;
mod browse;
mod bulk;
mod chosen;
mod count;
mod create;
mod delete;
mod export;
mod former;
mod hands;
mod invite;
mod long_act;
mod lookup;
mod rules;
mod search_form;
mod select;
mod service;
mod sysadmin;
mod update;
mod views;
mod walk;

use std::collections::{HashMap, HashSet};

use seatwarden_base::{Error, Refusal, Result, db::Tx};
use serde::Serialize;
use serde_json::{Value, json};

use super::{
    model::{
        BAD_LANGUAGE, BAD_ROLE, EMAIL_TAKEN, SETTINGS_TOO_LARGE, UI_SETTINGS_MAX, UNKNOWN, User, name_key,
        search_text,
    },
    store::{self, Keys},
};
use crate::{
    accounts::{
        groups::{self, Member},
        roles,
    },
    cx::{Cx, Permission, Person},
    text::{id_key, is_id, is_locale, is_same_address, other_spellings},
};

pub use access::{
    Ends, Look, Lookalikes, cancel_invitation, check_lookalike, end_access, end_own_access, end_session,
    end_sessions, invite_again, look, revoke_token, roles_within_reach,
};
pub(super) use access::{end_everybodys_access, invite_all_again};
pub use address::hold_own;
pub use arrive::take_role;
pub(super) use bring_back::bring_back_each;
pub use bring_back::{OtherNames, bring_back, count_given, find_deleted, forget_deleted, list_deleted};
pub use browse::{Count, Listing, Shown, browse};
pub use bulk::{Act, Forecast, forecast};
pub(super) use bulk::{BRING_BACK, OTHERS_BY_NOW, TAKE_BACK, UNKNOWN_ACT, is_way_back};
pub use chosen::Chosen;
#[cfg(test)]
pub(super) use chosen::NOBODY_CHOSEN;
pub use count::count;
pub(super) use create::check;
pub use create::{check_new, create, create_all_in, create_crowd, create_in, prepare};
pub(super) use delete::foresee_deleting;
pub use delete::{delete, delete_in, delete_leaver, foresee_leaving, leaver};
pub use export::{Export, export};
pub use hands::in_one_hand;
pub(super) use invite::{enqueue as invite_later, invite_waiting};
pub use long_act::{
    ACT, ActState, Begun, LongAct, begin_act, clean_acts, find_act, list_acts, resume_acts, stop_act,
};
pub(super) use long_act::{ActStep, go_on_later, require_any_act, step_act, take_back, way_back};
pub use search_form::renew_search_texts;
pub use select::{Selected, Selecting, Selection, select};
pub use service::{NewService, create_service, create_token, rotate_token};
pub use sysadmin::{administrators, pass_sysadmin, sysadmin, who_may};
pub use update::OtherAddress;
pub(super) use update::merge_ui_settings;
pub use update::{
    activate, change_own, change_own_email, change_sysadmin, give_other_address, personal, rehearse,
    require_proof_over, require_whole, set_language, set_seen, set_signed_in, update, update_in,
};
pub(super) use views::may_delete_shared;
pub use views::{change_view, delete_view, save_view, views};

/// The user with this id, user name or e-mail address; refuses with `users.unknown`.
pub async fn find(cx: &Cx, key: &str) -> Result<User> {
    cx.require(Permission::ListUsers)?;
    let mut tx = cx.db.read().await?;
    find_in(&mut tx, key).await
}

/// Like [`find`], inside another action and without asking for permission.
pub async fn find_in(tx: &mut Tx, key: &str) -> Result<User> {
    let mut found = store::find(tx, &id_key(key)).await?;
    if found.is_none()
        && !is_id(key)
        && let Some(id) = store::find_id_by_name(tx, &name_key(key)).await?
    {
        found = store::find(tx, &id).await?;
    }
    let mut user = found.ok_or(UNKNOWN)?;
    fill_groups(tx, &mut user).await?;
    Ok(user)
}

/// The users whom any of these names sign in, by name; each as [`User`], but without groups. For acts on many.
pub async fn find_all_by_name(tx: &mut Tx, name_keys: &[String]) -> Result<HashMap<String, User>> {
    // PostgreSQL takes no NUL, not even inside of JSON; nobody has such a name.
    let name_keys: Vec<&String> = name_keys.iter().filter(|key| !key.contains('\0')).collect();
    let mut found = HashMap::new();
    for part in name_keys.chunks(FILL_STEP) {
        let names = store::list::list_ids_of_names(tx, &json_list(part)?).await?;
        let mut ids: Vec<&str> = names.iter().map(|(_, id)| id.as_str()).collect();
        ids.sort_unstable();
        ids.dedup();
        let users = store::list::list_whole_of_ids(tx, &json_list(&ids)?).await?;
        let users: HashMap<&str, &User> = users.iter().map(|user| (user.person.id.as_str(), user)).collect();
        for (name, id) in &names {
            if let Some(user) = users.get(id.as_str()) {
                found.insert(name.clone(), (*user).clone());
            }
        }
    }
    Ok(found)
}

/// The person whom this name signs in, if there is one. For rooms that must not tell whether there is.
pub async fn person(tx: &mut Tx, name: &str) -> Result<Option<Person>> {
    match store::find_id_by_name(tx, &name_key(name)).await? {
        Some(id) => Ok(store::find(tx, &id).await?.map(|user| user.person)),
        None => Ok(None),
    }
}

/// The person whose own address this is, if there is one. A user name is not an address, even where it looks like one
/// and signs in: whoever is given something by their address must be who reads its mail.
pub async fn with_address(tx: &mut Tx, email: &str) -> Result<Option<Person>> {
    let found = person(tx, email).await?;
    Ok(found.filter(|person| is_same_address(&person.email, email)))
}

/// Whether a name is still free for this user; for pages that ask before they write.
pub async fn name_is_free(tx: &mut Tx, name: &str, for_user_id: &str) -> Result<()> {
    for key in [vec![name_key(name)], other_spellings(name)].concat() {
        if store::find_id_by_name(tx, &key).await?.is_some_and(|id| id != for_user_id) {
            return Err(EMAIL_TAKEN.with("what", "email").into());
        }
    }
    Ok(())
}

/// Since when a user's invitation is open, in milliseconds since the Unix epoch; none if there is none.
pub async fn invited_at_ms(tx: &mut Tx, user_id: &str) -> Result<Option<i64>> {
    store::find_invited_at(tx, user_id).await
}

/// Of how many users more is looked up at once.
const FILL_STEP: usize = 1_000;

/// The users with these ids, user names or addresses, in their order and each once. Refuses with `users.unknown`, and
/// says which one it is.
async fn find_each(tx: &mut Tx, keys: &[String]) -> Result<Vec<User>> {
    let (mut found, mut seen) = (Vec::with_capacity(keys.len()), HashSet::new());
    let sent = keys;
    let unknown = |at: usize| Error::from(UNKNOWN).of_element(at, sent.get(at).map_or("", String::as_str));
    let keys: Vec<String> = keys.iter().map(|key| id_key(key)).collect();
    for (step, part) in keys.chunks(FILL_STEP).enumerate() {
        let first = step * FILL_STEP;
        // PostgreSQL takes no NUL, not even inside of JSON; nobody is called so.
        if let Some(at) = part.iter().position(|key| key.contains('\0')) {
            return Err(unknown(first + at));
        }
        let by_id = store::list::list_whole_of_ids(tx, &json_list(part)?).await?;
        let by_id: HashMap<&str, &User> = by_id.iter().map(|user| (user.person.id.as_str(), user)).collect();
        let is_name = |key: &&String| !is_id(key) && !by_id.contains_key(key.as_str());
        let names: Vec<String> = part.iter().filter(is_name).map(|key| name_key(key)).collect();
        let by_name = if names.is_empty() { HashMap::new() } else { find_all_by_name(tx, &names).await? };
        for (at, key) in part.iter().enumerate() {
            let other = || by_name.get(&name_key(key)).filter(|_| !is_id(key));
            let user = by_id.get(key.as_str()).copied().or_else(other);
            let user = user.ok_or_else(|| unknown(first + at))?;
            if seen.insert(user.person.id.clone()) {
                found.push(user.clone());
            }
        }
    }
    fill_groups_of_all(tx, &mut found).await?;
    Ok(found)
}

/// Many values as the one that a statement takes.
fn json_list<T: Serialize>(values: &[T]) -> Result<String> {
    serde_json::to_string(values).map_err(|cause| Error::fault("writing JSON", cause))
}

async fn fill_groups(tx: &mut Tx, user: &mut User) -> Result<()> {
    user.groups = groups::of_user(tx, member(&user.person)).await?;
    Ok(())
}

async fn fill_groups_of_all(tx: &mut Tx, users: &mut [User]) -> Result<()> {
    for part in users.chunks_mut(FILL_STEP) {
        let members: Vec<Member<'_>> = part.iter().map(|user| member(&user.person)).collect();
        let groups = groups::of_users(tx, &members).await?;
        for (user, groups) in part.iter_mut().zip(groups) {
            user.groups = groups.into_iter().map(|group| group.id).collect();
        }
    }
    Ok(())
}

fn member(person: &Person) -> Member<'_> {
    Member { id: &person.id, role: person.role.base }
}

/// The same error, if it says that there is no such role; of something that can be no id and is no name, another one.
fn blame_role(error: Error, key: &str) -> Error {
    if error.is(&roles::UNKNOWN) && !is_id(key) { BAD_ROLE.with("name", key).into() } else { error }
}

fn check_ui_settings(json: Option<&str>) -> Result<()> {
    if json.is_some_and(|json| json.len() > UI_SETTINGS_MAX) {
        return Err(SETTINGS_TOO_LARGE.into());
    }
    Ok(())
}

fn keys(person: &Person) -> Keys {
    keys_of(&person.email, &person.user_name, &person.first_name, &person.last_name)
}

fn keys_of(email: &str, user_name: &str, first_name: &str, last_name: &str) -> Keys {
    let search_text = search_text(email, user_name, first_name, last_name);
    let (email, user_name) = (name_key(email), name_key(user_name));
    let mut other_names = [other_spellings(&email), other_spellings(&user_name)].concat();
    other_names.sort_unstable();
    other_names.dedup();
    other_names.retain(|name| *name != email && *name != user_name);
    Keys {
        email,
        user_name,
        other_names,
        full_name: name_key(&format!("{first_name} {last_name}")),
        last_name: name_key(&format!("{last_name} {first_name}")),
        search_text,
    }
}

/// An empty locale is none; one that we do not speak is kept as clients send it, and what is no locale is refused with
/// `users.bad_language`.
fn language(locale: Option<String>) -> Result<Option<String>, Refusal> {
    match locale.filter(|locale| !locale.trim().is_empty()) {
        Some(locale) if !is_locale(&locale) => {
            let text: String = locale.chars().take(40).collect();
            Err(BAD_LANGUAGE.with("text", text))
        }
        locale => Ok(locale),
    }
}

/// Where an event tells that somebody set a password, which makes the account theirs as well.
const PASSWORD_SET: &str = "passwordSet";
/// Where an event tells that another password is demanded at the next sign-in.
const MUST_CHANGE: &str = "mustChangePassword";

/// A user as the audit trail shows it: everything but secrets.
fn shown(user: &User) -> Value {
    let person = &user.person;
    json!({
        "email": person.email, "userName": person.user_name, "firstName": person.first_name,
        "lastName": person.last_name, "role": person.role.name, "active": person.active,
        "language": person.language, "groups": user.groups,
    })
}
