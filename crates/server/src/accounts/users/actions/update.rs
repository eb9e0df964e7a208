//! Changing users: by whoever manages them, and by themselves.

use seatwarden_base::{
    Error, Kind, Refusal, Refused, Result,
    db::{Engine, Tx},
};
use serde_json::{Map, Value, json};

use super::{
    super::{
        model::{
            CHANGED_MEANWHILE, Credential, EMAIL_TAKEN, LAST_SYSADMIN, LICENSE_ACCOUNT, NAME_IS_ADDRESS,
            NOT_ACTIVE, NOT_YOURSELF, NOTHING_TO_LOCK, NewUser, OWN_ROLE, OwnPatch, Personal,
            SERVICE_ACCOUNT, SSO_PASSWORD, SYSADMIN_EMAIL_TAKEN, SYSADMIN_ONLY, User, UserPatch, check_email,
            check_name, check_user_name, name_key,
        },
        store,
    },
    MUST_CHANGE, PASSWORD_SET, access, address, blame_role, check_ui_settings,
    create::prepare,
    fill_groups, find_in, keys, language, service, shown,
};
use crate::{
    accounts::{
        api_tokens, groups,
        notices::{self, Notice},
        one_time_links::{self, Purpose},
        passwords::{self, Prepared, hash_pool::Turn},
        roles,
        seats::{self, Change, Seat},
        sessions,
    },
    common::audit,
    cx::{BaseRole, Caller, Cx, Origin, Permission, Person, Role},
    text::Language,
};

/// The language is not one of those we speak.
const UNKNOWN_LANGUAGE: Refusal = Refusal::new(Kind::Invalid, "users.unknown_language").on("language");

/// Changes a user. Refuses with the rule it would break; nothing is changed then.
pub async fn update(cx: &Cx, key: &str, mut patch: UserPatch) -> Result<User> {
    cx.require(Permission::ChangeUsers)?;
    if !patch.only_switches_off() {
        cx.require_scripts()?;
    }
    check_ui_settings(patch.ui_settings.as_deref())?;
    let mut reading = cx.db.read().await?;
    let before = find_in(&mut reading, key).await?;
    let mut password = match &patch.credential {
        None => None,
        Some(credential) => {
            let about = NewUser {
                email: before.person.email.clone(),
                user_name: before.person.user_name.clone(),
                first_name: before.person.first_name.clone(),
                last_name: before.person.last_name.clone(),
                ..NewUser::default()
            };
            let mut refused = Refused::default();
            let password = refused.take(prepare(cx, &about, credential, Turn::Next).await)?;
            if password.is_none() {
                refused.take(apply_names(&mut before.person.clone(), &patch))?;
            }
            refused.end()?;
            password
        }
    };
    let is_own = cx.person().is_ok_and(|caller| caller.id == before.person.id);
    if let (Some(password), true, Some(Credential::Password(_))) = (&mut password, is_own, &patch.credential)
    {
        // Nobody else gave it.
        password.must_change = false;
    }
    patch.must_change &= !(is_own && password.is_some());

    let mut tx = cx.db.write().await?;
    let after = update_in(&mut tx, cx, &before.person.id, &patch, password).await?;
    tx.commit().await?;
    cx.jobs.nudge();
    Ok(after)
}

/// What a user would be like with other values, inside another action. Refuses as [`update`] does, but for names
/// that are taken and seats that are not there.
pub async fn rehearse(tx: &mut Tx, cx: &Cx, before: &User, patch: &UserPatch) -> Result<User> {
    require_over(cx, &before.person)?;
    if patch.tag.is_some_and(|tag| tag != before.tag()) {
        return Err(CHANGED_MEANWHILE.into());
    }
    check_patch(cx, &before.person, patch)?;
    let mut after = before.clone();
    apply(tx, &mut after, patch).await?;
    if patch.send_link && !after.person.active {
        return Err(NOT_ACTIVE.into());
    }
    if patch.credential.is_some() || address::is_other(&before.person, &after.person) {
        require_proof_over(cx, &before.person.id, &before.person.role)?;
    }
    if after.person.role.id != before.person.role.id {
        let is_of_sysadmin = [before, &after].iter().any(|it| it.person.role.base == BaseRole::Super);
        if !is_of_sysadmin && cx.person().is_ok_and(|caller| caller.id == before.person.id) {
            return Err(OWN_ROLE.into());
        }
        require_proof_over(cx, "", &after.person.role)?;
    }
    if after.person.role.base != BaseRole::Super {
        cx.require_reach(&after.person.role)?;
    }
    Ok(after)
}

/// Lets nobody else change a user until the transaction ends, from before the user is read. On SQLite the one writer is
/// enough.
pub(super) async fn hold(tx: &mut Tx, id: &str) -> Result<()> {
    if tx.engine() == Engine::Sqlite { Ok(()) } else { store::lock(tx, id).await }
}

/// The same for a patch: what it leaves is written back as it was read. If the tag is to be compared, nobody puts the user
/// into a group or takes them out either: it must still be right when something is written.
async fn hold_for(tx: &mut Tx, id: &str, patch: &UserPatch) -> Result<()> {
    if tx.engine() == Engine::Sqlite {
        return Ok(());
    }
    // The ledger of seats comes first, in the order in which every act locks.
    if patch.role.is_some() || patch.active.is_some() || patch.credential.is_some() {
        seats::hold(tx).await?;
    }
    hold(tx, id).await?;
    if patch.tag.is_some() { groups::lock_memberships_of(tx, id).await } else { Ok(()) }
}

/// What becomes of the invitation of a user who has one: it ends, or they are among the invited no longer because somebody
/// activated them. By the link those may still choose a password.
async fn settle_invitation(tx: &mut Tx, after: &mut User, ends: bool) -> Result<()> {
    if ends {
        end_invitation(tx, after).await?;
    } else if after.person.active {
        after.invited_at_ms = None;
        store::set_invited_at(tx, &after.person.id, None).await?;
    }
    Ok(())
}

/// Like [`update`], inside another action, with the password already made ready.
pub async fn update_in(
    tx: &mut Tx,
    cx: &Cx,
    id: &str,
    patch: &UserPatch,
    password: Option<Prepared>,
) -> Result<User> {
    hold_for(tx, id, patch).await?;
    let before = find_in(tx, id).await?;
    let mut after = rehearse(tx, cx, &before, patch).await?;
    if before.person.role.base == BaseRole::Super && address::is_other(&before.person, &after.person) {
        address::require_unmoved(tx, cx, &before.person).await?;
    }
    // Whoever was only invited can sign in once they have a password (contract part 3.3).
    let arrives = password.is_some() && before.invited_at_ms.is_some() && patch.active.is_none();
    after.person.active |= arrives;
    settle_seat(tx, cx, &before.person, &after.person).await?;
    if before.invited_at_ms.is_some() && !after.person.active {
        require_seat_of_invited(tx, cx, &before.person, &after.person).await?;
    }
    let written = store::set(tx, &after, &keys(&after.person), cx.now_ms).await;
    if !written.map_err(|error| with_way_out(error, &before.person, &after.person))? {
        return Err(CHANGED_MEANWHILE.into());
    }
    if after.person.role.id != before.person.role.id {
        // Whoever is given a role by hand keeps it, whatever their groups say.
        store::set_role_group(tx, &after.person.id, None).await?;
    }
    if let Some(groups) = &patch.groups
        && groups::set_members_of(tx, cx, &after.person.id, groups).await? > 0
    {
        sessions::fit(tx, cx, &after.person.id).await?;
    }
    fill_groups(tx, &mut after).await?;
    // Clients send back whole users as they read them: only who asks for nothing else takes the invitation back.
    let uninvites = !before.person.active && patch.active == Some(false) && patch.only_switches_off();
    if before.invited_at_ms.is_some() {
        settle_invitation(tx, &mut after, uninvites || password.is_some()).await?;
    }
    let is_password_set = password.is_some();
    if let Some(mut password) = password {
        password.must_change |= patch.must_change;
        after.must_change_password = password.must_change;
        passwords::set(tx, cx, &after.person.id, password).await?;
        passwords::sign_out_elsewhere(tx, cx, &after.person.id).await?;
        password_was_set(tx, cx, &after.person).await?;
    } else if patch.must_change {
        after.must_change_password = passwords::demand_another(tx, &after.person.id).await?;
    }
    if !is_password_set && before.person.active && !after.person.active {
        passwords::sign_out_elsewhere(tx, cx, &after.person.id).await?;
        // Nor does anybody choose a password for later with a link of before.
        one_time_links::end_all(tx, id).await?;
        sessions::end_views(tx, cx, id).await?;
    }
    if before.person.role != after.person.role {
        sessions::renew_all_of(tx, cx, &after.person.id).await?;
        api_tokens::end_of_sign_in(tx, &after.person.id).await?;
    }
    address::changed(tx, cx, &before.person, &after.person).await?;
    set_access(tx, cx, &after.person, patch).await?;
    let event = audit::Event::user("users.update", &after.person.id);
    let mut told = shown(&after);
    access::tell_of_change(tx, &before.person, &after.person, &mut told).await?;
    if is_password_set {
        told[PASSWORD_SET] = json!(true);
    }
    if after.must_change_password && !before.must_change_password {
        told[MUST_CHANGE] = json!(true);
    }
    audit::record(tx, cx, event.before(shown(&before)).after(told)).await?;
    record_access(tx, cx, &after.person.id, patch).await?;
    if before.invited_at_ms.is_some() && uninvites {
        audit::record(tx, cx, audit::Event::user("users.cancel_invitation", id)).await?;
    }
    after.person.version += 1;
    after.person.updated_at_ms = cx.now_ms;
    Ok(after)
}

async fn end_invitation(tx: &mut Tx, user: &mut User) -> Result<()> {
    user.invited_at_ms = None;
    store::set_invited_at(tx, &user.person.id, None).await?;
    one_time_links::end_all(tx, &user.person.id).await
}

/// Whoever gives the Sys. Admin an address that somebody else has hears of the page that does it all in one step.
fn with_way_out(error: Error, before: &Person, after: &Person) -> Error {
    let wants_address = before.role.base == BaseRole::Super && address::is_other(before, after);
    let is_address =
        error.refusal().is_some_and(|it| it.code == EMAIL_TAKEN.code && it.field == EMAIL_TAKEN.field);
    if wants_address && is_address { SYSADMIN_EMAIL_TAKEN.into() } else { error }
}

/// Refuses what does not depend on the values: an old version, and shutting oneself out.
fn check_patch(cx: &Cx, before: &Person, patch: &UserPatch) -> Result<()> {
    if patch.version.is_some_and(|version| version != before.version) {
        return Err(CHANGED_MEANWHILE.into());
    }
    let wants_password = patch.credential.is_some() || patch.send_link || patch.locked == Some(true);
    if before.origin == Origin::Service && wants_password {
        return Err(SERVICE_ACCOUNT.into());
    }
    if let Some(email) = &patch.email {
        service::check_address(before.origin, email)?;
    }
    if before.origin == Origin::Sso && (patch.credential.is_some() || patch.send_link) {
        return Err(SSO_PASSWORD.into());
    }
    let ends_access = patch.active == Some(false) || patch.locked == Some(true);
    let is_own = matches!(&cx.caller, Caller::User(signed_in) if signed_in.person.id == before.id);
    match (ends_access, before.role.base) {
        (true, BaseRole::Super) => Err(LAST_SYSADMIN.into()),
        (true, _) if is_own => Err(NOT_YOURSELF.into()),
        _ => Ok(()),
    }
}

/// Locks, unlocks and mails the link, as the patch asks for.
async fn set_access(tx: &mut Tx, cx: &Cx, person: &Person, patch: &UserPatch) -> Result<()> {
    match patch.locked {
        Some(true) if !passwords::exists(tx, &person.id).await? => return Err(NOTHING_TO_LOCK.into()),
        Some(true) => passwords::lock(tx, cx, &person.id).await?,
        Some(false) => passwords::unlock(tx, &person.id).await?,
        None => {}
    }
    if patch.send_link {
        one_time_links::require_leaving(tx, cx, Purpose::PasswordReset).await?;
        one_time_links::send(tx, cx, Purpose::PasswordReset, person, None).await?;
    }
    Ok(())
}

async fn record_access(tx: &mut Tx, cx: &Cx, id: &str, patch: &UserPatch) -> Result<()> {
    match patch.locked {
        Some(true) => audit::record(tx, cx, audit::Event::user("users.lock", id)).await?,
        Some(false) => audit::record(tx, cx, audit::Event::user("users.unlock", id)).await?,
        None => {}
    }
    if patch.send_link {
        audit::record(tx, cx, audit::Event::user("users.send_link", id)).await?;
    }
    Ok(())
}

/// Takes and frees what the change asks for. Whatever changes a user comes through here before it writes: the
/// version of the user then tells whether the seat was still theirs.
pub(super) async fn settle_seat(tx: &mut Tx, cx: &Cx, before: &Person, after: &Person) -> Result<()> {
    if before.origin == Origin::License && before.role.id != after.role.id {
        return Err(LICENSE_ACCOUNT.into());
    }
    let change = Change::of(Some(before), Some(after));
    if change.is_none() { Ok(()) } else { seats::take(tx, cx, change).await }
}

/// Whoever is invited takes a seat only by accepting, but there must be one, as when they were invited.
async fn require_seat_of_invited(tx: &mut Tx, cx: &Cx, before: &Person, after: &Person) -> Result<()> {
    let (was, is) = (Seat::of(before.role.base), Seat::of(after.role.base));
    if was == is || !after.origin.takes_seat() { Ok(()) } else { seats::require_free(tx, cx, is).await }
}

/// The owner is told. After an administrator's doing the API tokens end as well: whoever took the account
/// over may have made some.
async fn password_was_set(tx: &mut Tx, cx: &Cx, person: &Person) -> Result<()> {
    if cx.person().is_ok_and(|caller| caller.id == person.id) {
        return notices::tell(tx, cx, person, Notice::PasswordChanged).await;
    }
    api_tokens::end_all_of(tx, &person.id).await?;
    notices::tell(tx, cx, person, Notice::PasswordSet).await
}

/// Refuses what gives somebody the caller's own account, or one that manages others, without proof: a token needs every
/// scope, because all that the account may would be reached through it, and a browser the password of a short while ago
/// (SE-05).
pub fn require_proof_over(cx: &Cx, id: &str, role: &Role) -> Result<()> {
    let is_own = cx.person().is_ok_and(|caller| caller.id == id);
    if is_own || role.reaches_others() {
        require_whole(cx)?;
    }
    Ok(())
}

/// The proof that [`require_proof_over`] asks for.
pub fn require_whole(cx: &Cx) -> Result<()> {
    cx.require_whole()
}

/// Refuses to touch somebody whose role may more than the caller's; of the Sys. Admin with words of its own.
pub(super) fn require_over(cx: &Cx, person: &Person) -> Result<()> {
    if person.role.base != BaseRole::Super || matches!(cx.caller, Caller::Host(_)) {
        return cx.require_reach(&person.role);
    }
    cx.require(Permission::ManageSysAdmin).map_err(|_| Error::from(SYSADMIN_ONLY))
}

/// Puts the names of a patch into their places, and refuses with all rules that they break.
fn apply_names(person: &mut Person, patch: &UserPatch) -> Result<()> {
    let mut refused = Refused::default();
    if let Some(email) = &patch.email {
        person.email = refused.take(check_email(email))?;
    }
    if let Some(name) = &patch.first_name {
        person.first_name = refused.take(check_name(name, "firstName"))?;
    }
    if let Some(name) = &patch.last_name {
        person.last_name = refused.take(check_name(name, "lastName"))?;
    }
    if let Some(name) = &patch.user_name {
        person.user_name = refused.take(check_user_name(name))?;
    }
    refused.end()
}

pub(super) async fn apply(tx: &mut Tx, user: &mut User, patch: &UserPatch) -> Result<()> {
    let was_sysadmin = user.person.role.base == BaseRole::Super;
    let person = &mut user.person;
    apply_names(person, patch)?;
    if let Some(locale) = &patch.language {
        person.language = language(Some(locale.clone()))?;
    }
    if let Some(active) = patch.active {
        person.active = active;
    }
    if let Some(role) = &patch.role {
        person.role = roles::named(tx, role).await.map_err(|error| blame_role(error, role))?;
    }
    if let Some(json) = &patch.ui_settings {
        user.ui_settings.clone_from(json);
    }
    if was_sysadmin && (person.role.base != BaseRole::Super || !person.active) {
        return Err(LAST_SYSADMIN.into());
    }
    Ok(())
}

/// Changes the caller's own names, language, or both, in one transaction; what the patch leaves out stays as it is then.
/// Answers the account. Names need the permission; the language is everybody's choice. Refuses the rule that a name breaks,
/// a name that another user has, and a language that is not spoken here.
pub async fn change_own(cx: &Cx, patch: &OwnPatch) -> Result<Person> {
    cx.require_own_account()?;
    if patch.has_names() {
        cx.require(Permission::ChangeOwnAccount)?;
    }
    let language = patch.language.as_deref();
    if language.is_some_and(|locale| !locale.is_empty() && Language::parse(locale).is_none()) {
        return Err(UNKNOWN_LANGUAGE.into());
    }
    let id = cx.person()?.id.clone();
    let mut tx = cx.db.write().await?;
    hold(&mut tx, &id).await?;
    if patch.has_names() {
        if let Some(user_name) = &patch.user_name {
            check_own_user_name(&find_in(&mut tx, &id).await?.person, user_name)?;
        }
        let names = UserPatch {
            first_name: patch.first_name.clone(),
            last_name: patch.last_name.clone(),
            user_name: patch.user_name.clone(),
            ..UserPatch::default()
        };
        change_own_in(&mut tx, cx, &id, "profile.change_names", &names).await?;
    }
    if patch.language.is_some() {
        let language = UserPatch { language: patch.language.clone(), ..UserPatch::default() };
        change_own_in(&mut tx, cx, &id, "profile.change_language", &language).await?;
    }
    let person = find_in(&mut tx, &id).await?.person;
    tx.commit().await?;
    Ok(person)
}

/// Refuses the address of somebody else as a user name: who is looked for by that address would find this user.
fn check_own_user_name(person: &Person, user_name: &str) -> Result<()> {
    let is_own = [&person.user_name, &person.email].iter().any(|own| name_key(own) == name_key(user_name));
    if is_own || check_email(user_name).is_err() { Ok(()) } else { Err(NAME_IS_ADDRESS.into()) }
}

/// Changes the caller's own language; an empty locale follows group, server and browser.
pub async fn set_language(cx: &Cx, locale: &str) -> Result<()> {
    change_own(cx, &OwnPatch { language: Some(locale.to_owned()), ..OwnPatch::default() }).await.map(|_| ())
}

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
    hold_for(tx, id, patch).await?;
    let before = find_in(tx, id).await?;
    let mut after = before.clone();
    apply(tx, &mut after, patch).await?;
    settle_seat(tx, cx, &before.person, &after.person).await?;
    if !store::set(tx, &after, &keys(&after.person), cx.now_ms).await? {
        return Err(CHANGED_MEANWHILE.into());
    }
    let mut told = shown(&after);
    access::tell_of_change(tx, &before.person, &after.person, &mut told).await?;
    let event = audit::Event::user(event, id).before(shown(&before)).after(told);
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

/// Lets an invited user sign in, inside the act of accepting.
pub async fn activate(tx: &mut Tx, cx: &Cx, user_id: &str) -> Result<()> {
    let patch = UserPatch { active: Some(true), ..UserPatch::default() };
    change_own_in(tx, cx, user_id, "users.activate", &patch).await?;
    store::set_invited_at(tx, user_id, None).await
}

/// What becomes of a user whose address, or name, somebody else gets.
#[derive(Clone, Copy, Debug)]
pub struct OtherAddress<'a> {
    /// What somebody else gets.
    pub freed: &'a str,
    /// Their other address.
    pub email: &'a str,
    /// Their other user name, if the one they have is their address or `freed`.
    pub user_name: &'a str,
    /// Whether they are switched off.
    pub deactivates: bool,
}

/// Gives a user another address inside another action that may do so. Refuses with `users.email_taken`.
pub async fn give_other_address(tx: &mut Tx, cx: &Cx, user_id: &str, to: &OtherAddress<'_>) -> Result<()> {
    let before = find_in(tx, user_id).await?.person;
    let name = name_key(&before.user_name);
    let follows = name == name_key(&before.email) || name == name_key(to.freed);
    let patch = UserPatch {
        email: Some(to.email.to_owned()),
        user_name: follows.then(|| to.user_name.to_owned()),
        active: to.deactivates.then_some(false),
        ..UserPatch::default()
    };
    change_own_in(tx, cx, user_id, "users.update", &patch).await
}

/// What of an account is its holder's own, for whoever gives it back.
pub async fn personal(tx: &mut Tx, user_id: &str) -> Result<Personal> {
    let User { person, ui_settings, .. } = find_in(tx, user_id).await?;
    Ok(Personal {
        email: person.email,
        user_name: person.user_name,
        first_name: person.first_name,
        last_name: person.last_name,
        choices: Some((person.language, ui_settings)),
    })
}

/// Gives the Sys. Admin's account to another person inside another action: whatever was the one's own is the other's. An
/// empty user name is the address. Refuses with the rule that one of them breaks.
pub async fn change_sysadmin(tx: &mut Tx, cx: &Cx, user_id: &str, to: &Personal) -> Result<()> {
    let (language, ui_settings) = to.choices.clone().unzip();
    let patch = UserPatch {
        email: Some(to.email.clone()),
        user_name: Some(if to.user_name.is_empty() { &to.email } else { &to.user_name }.clone()),
        first_name: Some(to.first_name.clone()),
        last_name: Some(to.last_name.clone()),
        language: language.map(Option::unwrap_or_default),
        ui_settings,
        ..UserPatch::default()
    };
    change_own_in(tx, cx, user_id, "users.update", &patch).await
}

/// Merges values into the caller's own settings of the platform's interface; a null takes one away. Refuses with
/// `users.settings_too_large`. Nothing is recorded: it is what somebody clicked away.
pub(in super::super) async fn merge_ui_settings(
    cx: &Cx,
    given: Map<String, Value>,
) -> Result<Map<String, Value>> {
    cx.require_own_account()?;
    let id = cx.person()?.id.clone();
    let mut tx = cx.db.write().await?;
    hold(&mut tx, &id).await?;
    let user = find_in(&mut tx, &id).await?;
    let mut settings: Map<String, Value> = serde_json::from_str(&user.ui_settings).unwrap_or_default();
    for (name, value) in given {
        if value.is_null() {
            settings.remove(&name);
        } else {
            settings.insert(name, value);
        }
    }
    let json = Value::Object(settings.clone()).to_string();
    check_ui_settings(Some(&json))?;
    store::set_ui_settings(&mut tx, &id, &json).await?;
    tx.commit().await?;
    Ok(settings)
}
