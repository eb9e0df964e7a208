//! What can be done with users. Pages, API and commands all come here.

use std::collections::HashSet;

use seatwarden_base::{Error, Kind, Refusal, Result, db::Tx};
use serde_json::{Value, json};

use super::{
    model::{
        AT_ONCE_MAX, Credential, EMAIL_TAKEN, Filter, LAST_SYSADMIN, MISSING, Names, NewUser,
        SETTINGS_TOO_LARGE, SYSADMIN_ONLY, TOO_MANY, TWICE, UI_SETTINGS_MAX, UNKNOWN, User, UserPatch,
        check_email, check_name, check_user_name, name_key, search_text,
    },
    store::{self, Keys},
};
use crate::{
    accounts::{
        groups::{self, Member},
        one_time_links::{self, Purpose},
        passwords::{self, Prepared},
        roles,
    },
    common::audit,
    cx::{BaseRole, Caller, Cx, Origin, Permission, Person},
    text::Language,
};

/// Somebody else changed the user between our reading and our writing.
const CHANGED_MEANWHILE: Refusal = Refusal::new(Kind::Conflict, "users.changed_meanwhile");
/// How many users a streamed list reads at once.
const STEP: i64 = 500;
/// Up to how many users are counted exactly.
const COUNT_MAX: i64 = 10_000_000;

/// The user with this id, user name or e-mail address; refuses with `users.unknown`.
pub async fn find(cx: &Cx, key: &str) -> Result<User> {
    cx.require(Permission::ListUsers)?;
    let mut tx = cx.db.read().await?;
    find_in(&mut tx, key).await
}

/// Like [`find`], inside another action and without asking for permission.
pub async fn find_in(tx: &mut Tx, key: &str) -> Result<User> {
    let mut found = store::find(tx, key).await?;
    if found.is_none()
        && let Some(id) = store::find_id_by_name(tx, &name_key(key)).await?
    {
        found = store::find(tx, &id).await?;
    }
    let mut user = found.ok_or(UNKNOWN)?;
    fill_groups(tx, &mut user).await?;
    Ok(user)
}

/// The person whom this name signs in, if there is one. For rooms that must not tell whether there is.
pub async fn person(tx: &mut Tx, name: &str) -> Result<Option<Person>> {
    match store::find_id_by_name(tx, &name_key(name)).await? {
        Some(id) => Ok(store::find(tx, &id).await?.map(|user| user.person)),
        None => Ok(None),
    }
}

/// The Sys. Admin, once there is one.
pub async fn sysadmin(tx: &mut Tx) -> Result<Option<Person>> {
    match store::find_sysadmin_id(tx).await? {
        Some(id) => Ok(store::find(tx, &id).await?.map(|user| user.person)),
        None => Ok(None),
    }
}

/// The users that fit, in the order of their user names. Meant for short lists; see [`list_step`].
pub async fn list(cx: &Cx, filter: &Filter) -> Result<Vec<User>> {
    let mut after = (String::new(), String::new());
    let mut users = Vec::new();
    while let Some((step, next)) = list_step(cx, filter, &after).await? {
        users.extend(step);
        after = next;
    }
    Ok(users)
}

/// The next users of a list that may be very long, with the place where they end; none at the end.
pub async fn list_step(
    cx: &Cx,
    filter: &Filter,
    after: &(String, String),
) -> Result<Option<(Vec<User>, (String, String))>> {
    cx.require(Permission::ListUsers)?;
    let pattern = filter.search.as_deref().map(pattern);
    let mut tx = cx.db.read().await?;
    let mut users = store::list_after_name(&mut tx, pattern.as_deref(), (&after.0, &after.1), STEP).await?;
    let place = |user: &User| (name_key(&user.person.user_name), user.person.id.clone());
    let Some((first, last)) = users.first().map(place).zip(users.last().map(place)) else { return Ok(None) };
    let members: Vec<Member<'_>> = users.iter().map(|user| member(&user.person)).collect();
    let ends = ((first.0.as_str(), first.1.as_str()), (last.0.as_str(), last.1.as_str()));
    let groups = groups::of_page(&mut tx, &members, ends.0, ends.1).await?;
    for (user, groups) in users.iter_mut().zip(groups) {
        user.groups = groups;
    }
    Ok(Some((users, last)))
}

/// How many users fit a search.
pub async fn count(cx: &Cx, search: Option<&str>) -> Result<i64> {
    cx.require(Permission::ListUsers)?;
    let mut tx = cx.db.read().await?;
    store::count(&mut tx, search.map(pattern).as_deref(), COUNT_MAX).await
}

/// `like` pattern for a part of the text, with `!` as the escape.
fn pattern(search: &str) -> String {
    let mut pattern = String::from("%");
    for letter in name_key(search).chars() {
        if matches!(letter, '%' | '_' | '!') {
            pattern.push('!');
        }
        pattern.push(letter);
    }
    pattern.push('%');
    pattern
}

async fn fill_groups(tx: &mut Tx, user: &mut User) -> Result<()> {
    user.groups = groups::of_user(tx, member(&user.person)).await?;
    Ok(())
}

fn member(person: &Person) -> Member<'_> {
    Member { id: &person.id, role: person.role.base }
}

/// Adds users, all or none. Refuses with the first rule that one of them breaks.
pub async fn create(cx: &Cx, new: Vec<NewUser>) -> Result<Vec<User>> {
    cx.require(Permission::ManageUsers)?;
    if new.len() > AT_ONCE_MAX {
        return Err(TOO_MANY.with("maximum", AT_ONCE_MAX).into());
    }
    let mut names = HashSet::new();
    let mut prepared = Vec::with_capacity(new.len());
    for user in new {
        let checked = check_new(user)?;
        for name in HashSet::from([name_key(&checked.email), name_key(&checked.user_name)]) {
            if !names.insert(name) {
                return Err(TWICE.into());
            }
        }
        // Hashing is slow, so it is done before the transaction begins.
        let password = prepare(cx, &checked, &checked.credential).await?;
        prepared.push((checked, password));
    }

    let mut tx = cx.db.write().await?;
    let mut created = Vec::with_capacity(prepared.len());
    for (user, password) in prepared {
        let mut user = create_in(&mut tx, cx, user, password).await?;
        fill_groups(&mut tx, &mut user).await?;
        created.push(user);
    }
    tx.commit().await?;
    cx.jobs.nudge();
    Ok(created)
}

async fn prepare(cx: &Cx, user: &NewUser, credential: &Credential) -> Result<Option<Prepared>> {
    let about = passwords::About {
        email: &user.email,
        user_name: &user.user_name,
        first_name: &user.first_name,
        last_name: &user.last_name,
    };
    match credential {
        Credential::Password(password) => {
            passwords::prepare(cx, password, &about, "password").await.map(Some)
        }
        Credential::Md5(md5) => passwords::prepare_md5(cx, md5).await.map(Some),
        Credential::Invited | Credential::None => Ok(None),
    }
}

/// Checks what can be checked of a new user without the database.
pub fn check_new(new: NewUser) -> Result<NewUser> {
    if new.email.trim().is_empty() {
        return Err(MISSING.on("email").with("name", "email").into());
    }
    let email = check_email(&new.email)?;
    let user_name =
        if new.user_name.trim().is_empty() { email.clone() } else { check_user_name(&new.user_name)? };
    check_ui_settings(new.ui_settings.as_deref())?;
    Ok(NewUser {
        first_name: check_name(&new.first_name, "firstName")?,
        last_name: check_name(&new.last_name, "lastName")?,
        email,
        user_name,
        ..new
    })
}

fn check_ui_settings(json: Option<&str>) -> Result<()> {
    if json.is_some_and(|json| json.len() > UI_SETTINGS_MAX) {
        return Err(SETTINGS_TOO_LARGE.into());
    }
    Ok(())
}

fn keys(person: &Person) -> Keys {
    Keys {
        email: name_key(&person.email),
        user_name: name_key(&person.user_name),
        search_text: search_text(&person.email, &person.user_name, &person.first_name, &person.last_name),
    }
}

/// Adds one checked user inside another action; the audit event and the invitation go with it.
pub async fn create_in(tx: &mut Tx, cx: &Cx, new: NewUser, password: Option<Prepared>) -> Result<User> {
    let role = if new.role.is_empty() { BaseRole::Consumer.name() } else { &new.role };
    let role = roles::named(tx, role).await?;
    let invited = matches!(new.credential, Credential::Invited);
    let user = User {
        person: Person {
            id: cx.new_id()?,
            email: new.email,
            user_name: new.user_name,
            first_name: new.first_name,
            last_name: new.last_name,
            role,
            active: new.active.unwrap_or(true) && !invited,
            origin: new.origin.unwrap_or(Origin::Local),
            language: language(new.language),
            created_at_ms: cx.now_ms,
            updated_at_ms: cx.now_ms,
            last_login_at_ms: None,
            last_activity_at_ms: None,
            version: 1,
        },
        groups: Vec::new(),
        ui_settings: new.ui_settings.unwrap_or_else(|| "{}".to_owned()),
        must_change_password: password.as_ref().is_some_and(|password| password.must_change),
    };
    store::insert(tx, &user, &keys(&user.person)).await?;
    if !new.groups.is_empty() {
        groups::set_members_of(tx, &user.person.id, &new.groups).await?;
    }
    if let Some(password) = password {
        passwords::set(tx, cx, &user.person.id, password).await?;
    }
    if invited {
        one_time_links::send(tx, cx, Purpose::Invitation, &user.person, None).await?;
    }
    audit::record(tx, cx, audit::Event::user("users.create", &user.person.id).after(shown(&user))).await?;
    Ok(user)
}

/// An empty locale is none; anything else is kept as clients send it, up to 35 characters (BCP 47).
fn language(locale: Option<String>) -> Option<String> {
    locale.filter(|locale| {
        !locale.is_empty()
            && locale.len() <= 35
            && locale.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
    })
}

/// A user as the audit trail shows it: everything but secrets.
fn shown(user: &User) -> Value {
    let person = &user.person;
    json!({
        "email": person.email, "userName": person.user_name, "firstName": person.first_name,
        "lastName": person.last_name, "role": person.role.name, "active": person.active,
        "language": person.language, "groups": user.groups,
    })
}

/// Changes a user. Refuses with the rule it would break; nothing is changed then.
pub async fn update(cx: &Cx, key: &str, patch: UserPatch) -> Result<User> {
    cx.require(Permission::ManageUsers)?;
    check_ui_settings(patch.ui_settings.as_deref())?;
    let mut reading = cx.db.read().await?;
    let before = find_in(&mut reading, key).await?;
    let password = match &patch.credential {
        None => None,
        Some(credential) => {
            let about = NewUser {
                email: before.person.email.clone(),
                user_name: before.person.user_name.clone(),
                first_name: before.person.first_name.clone(),
                last_name: before.person.last_name.clone(),
                ..NewUser::default()
            };
            prepare(cx, &about, credential).await?
        }
    };

    let mut tx = cx.db.write().await?;
    let before = find_in(&mut tx, &before.person.id).await?;
    require_over(cx, &before.person)?;
    let mut after = before.clone();
    apply(&mut tx, &mut after, &patch).await?;
    if !store::set(&mut tx, &after, &keys(&after.person), cx.now_ms).await? {
        return Err(CHANGED_MEANWHILE.into());
    }
    if let Some(groups) = &patch.groups {
        groups::set_members_of(&mut tx, &after.person.id, groups).await?;
    }
    fill_groups(&mut tx, &mut after).await?;
    if let Some(password) = password {
        after.must_change_password = password.must_change;
        passwords::set(&mut tx, cx, &after.person.id, password).await?;
        passwords::sign_out_everywhere(&mut tx, cx, &after.person.id).await?;
    } else if before.person.active && !after.person.active {
        passwords::sign_out_everywhere(&mut tx, cx, &after.person.id).await?;
    }
    let event = audit::Event::user("users.update", &after.person.id);
    audit::record(&mut tx, cx, event.before(shown(&before)).after(shown(&after))).await?;
    tx.commit().await?;
    after.person.version += 1;
    after.person.updated_at_ms = cx.now_ms;
    Ok(after)
}

/// Only the Sys. Admin (and the operator) changes the Sys. Admin.
fn require_over(cx: &Cx, person: &Person) -> Result<()> {
    if person.role.base != BaseRole::Super || matches!(cx.caller, Caller::Host(_)) {
        return Ok(());
    }
    cx.require(Permission::ManageSysAdmin).map_err(|_| Error::from(SYSADMIN_ONLY))
}

async fn apply(tx: &mut Tx, user: &mut User, patch: &UserPatch) -> Result<()> {
    let was_sysadmin = user.person.role.base == BaseRole::Super;
    let person = &mut user.person;
    if let Some(email) = &patch.email {
        person.email = check_email(email)?;
    }
    if let Some(name) = &patch.user_name {
        person.user_name = check_user_name(name)?;
    }
    if let Some(name) = &patch.first_name {
        person.first_name = check_name(name, "firstName")?;
    }
    if let Some(name) = &patch.last_name {
        person.last_name = check_name(name, "lastName")?;
    }
    if let Some(locale) = &patch.language {
        person.language = language(Some(locale.clone()));
    }
    if let Some(active) = patch.active {
        person.active = active;
    }
    if let Some(role) = &patch.role {
        person.role = roles::named(tx, role).await?;
    }
    if let Some(json) = &patch.ui_settings {
        user.ui_settings.clone_from(json);
    }
    if was_sysadmin && (person.role.base != BaseRole::Super || !person.active) {
        return Err(LAST_SYSADMIN.into());
    }
    Ok(())
}

/// Deletes users, all or none, by id, user name or address. Refuses with `users.unknown` or
/// `users.last_sysadmin`.
pub async fn delete(cx: &Cx, keys: &[String]) -> Result<Vec<String>> {
    cx.require(Permission::ManageUsers)?;
    if keys.len() > AT_ONCE_MAX {
        return Err(TOO_MANY.with("maximum", AT_ONCE_MAX).into());
    }
    let mut tx = cx.db.write().await?;
    let mut deleted = Vec::with_capacity(keys.len());
    for key in keys {
        let user = find_in(&mut tx, key).await?;
        if user.person.role.base == BaseRole::Super {
            return Err(LAST_SYSADMIN.into());
        }
        store::delete(&mut tx, &user.person.id).await?;
        let event = audit::Event::user("users.delete", &user.person.id).before(shown(&user));
        audit::record(&mut tx, cx, event).await?;
        deleted.push(user.person.id);
    }
    tx.commit().await?;
    Ok(deleted)
}

/// Changes the caller's own names.
pub async fn change_own_names(cx: &Cx, names: &Names) -> Result<()> {
    let patch = UserPatch {
        first_name: Some(names.first_name.clone()),
        last_name: Some(names.last_name.clone()),
        user_name: Some(names.user_name.clone()),
        ..UserPatch::default()
    };
    let id = cx.person()?.id.clone();
    let mut tx = cx.db.write().await?;
    change_own_in(&mut tx, cx, &id, "profile.change_names", &patch).await?;
    tx.commit().await
}

/// Changes the caller's own language; an empty locale follows group, server and browser.
pub async fn set_language(cx: &Cx, locale: &str) -> Result<()> {
    if !locale.is_empty() && Language::parse(locale).is_none() {
        return Err(UNKNOWN_LANGUAGE.into());
    }
    let id = cx.person()?.id.clone();
    let patch = UserPatch { language: Some(locale.to_owned()), ..UserPatch::default() };
    let mut tx = cx.db.write().await?;
    change_own_in(&mut tx, cx, &id, "profile.change_language", &patch).await?;
    tx.commit().await
}

/// The language is not one of those we speak.
const UNKNOWN_LANGUAGE: Refusal = Refusal::new(Kind::Invalid, "users.unknown_language").on("language");

/// Gives a user another address inside another action that proved it is theirs. If the user name was
/// the address, it follows. Refuses with `users.email_taken`.
pub async fn change_own_email(tx: &mut Tx, cx: &Cx, user_id: &str, email: &str) -> Result<()> {
    let before = find_in(tx, user_id).await?.person;
    let follows = name_key(&before.user_name) == name_key(&before.email);
    let patch = UserPatch {
        email: Some(email.to_owned()),
        user_name: follows.then(|| email.to_owned()),
        ..UserPatch::default()
    };
    change_own_in(tx, cx, user_id, "profile.change_email", &patch).await
}

async fn change_own_in(tx: &mut Tx, cx: &Cx, id: &str, event: &'static str, patch: &UserPatch) -> Result<()> {
    let before = find_in(tx, id).await?;
    let mut after = before.clone();
    apply(tx, &mut after, patch).await?;
    if !store::set(tx, &after, &keys(&after.person), cx.now_ms).await? {
        return Err(CHANGED_MEANWHILE.into());
    }
    let event = audit::Event::user(event, id).before(shown(&before)).after(shown(&after));
    match &cx.caller {
        Caller::Anonymous => {
            audit::record_as(tx, cx, event, Some(&before.person.id), &before.person.email).await
        }
        _ => audit::record(tx, cx, event).await,
    }
}

/// Remembers a sign-in, inside the sign-in.
pub async fn set_signed_in(tx: &mut Tx, cx: &Cx, user_id: &str) -> Result<()> {
    store::set_signed_in(tx, user_id, cx.now_ms).await
}

/// Remembers when a user last did something.
pub async fn set_seen(tx: &mut Tx, user_id: &str, at_ms: i64) -> Result<()> {
    store::set_seen(tx, user_id, at_ms).await
}

/// Whether a name is still free for this user; for pages that ask before they write.
pub async fn name_is_free(tx: &mut Tx, name: &str, for_user_id: &str) -> Result<()> {
    match store::find_id_by_name(tx, &name_key(name)).await? {
        Some(id) if id != for_user_id => Err(EMAIL_TAKEN.into()),
        _ => Ok(()),
    }
}

/// Lets an invited user sign in, inside the act of accepting.
pub async fn activate(tx: &mut Tx, cx: &Cx, user_id: &str) -> Result<()> {
    let patch = UserPatch { active: Some(true), ..UserPatch::default() };
    change_own_in(tx, cx, user_id, "users.activate", &patch).await
}

/// Adds a crowd of Viewers without a password, numbered `first` to `last`, for looking at an installation
/// of size. The audit trail gets one event for all of them.
pub async fn create_crowd(tx: &mut Tx, cx: &Cx, first: u32, last: u32) -> Result<()> {
    cx.require(Permission::ManageUsers)?;
    let role = roles::named(tx, BaseRole::Consumer.name()).await?;
    store::insert_crowd(tx, first.into(), last.into(), &role.id, cx.now_ms).await?;
    let event = audit::Event::new("users.create_crowd", "user", "");
    audit::record(tx, cx, event.after(json!({ "first": first, "last": last }))).await
}
