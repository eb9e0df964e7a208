//! Users who were deleted: the list of them, bringing one back, and the end of the time for it.

use seatwarden_base::{Error, Refusal, Result, db::Tx};
use serde_json::json;

use super::{
    super::{
        model::{
            DeletedUser, EMAIL_TAKEN, TOO_MANY, UNKNOWN_DELETED, User, check_email, check_user_name, name_key,
        },
        store,
    },
    chosen::NOBODY_CHOSEN,
    delete::Record,
    fill_groups,
    former::require_free,
    keys, service, shown,
    update::require_proof_over,
};
use crate::{
    accounts::{
        groups, ownership, passwords, roles,
        seats::{self, Change},
    },
    common::audit,
    cx::{Cx, Origin, Permission, Person, Role},
    text::{part_pattern, search_key},
};

/// How many deleted users a page shows.
const PAGE_SIZE: usize = 50;
/// How many are brought back in one call.
const BACK_MAX: usize = 500;
/// How many are removed for good in one run.
const FORGET_MAX: i64 = 500;

/// Deleted users who can be brought back, last deleted first, after a place in that order; and the place where
/// the next page begins, if there is one.
pub async fn list_deleted(
    cx: &Cx,
    search: &str,
    after: Option<(i64, String)>,
) -> Result<(Vec<DeletedUser>, Option<(i64, String)>)> {
    cx.require(Permission::DeleteUsers)?;
    let (at_ms, id) = after.unwrap_or((i64::MAX, String::new()));
    let limit = i64::try_from(PAGE_SIZE + 1).unwrap_or(i64::MAX);
    let mut tx = cx.db.read().await?;
    let pattern = part_pattern(&search_key(search));
    let mut users = store::deleted::list(&mut tx, &pattern, (at_ms, &id), cx.now_ms, limit).await?;
    let more = users.len() > PAGE_SIZE;
    users.truncate(PAGE_SIZE);
    let next = users.last().filter(|_| more).map(|user| (user.deleted_at_ms, user.id.clone()));
    Ok((users, next))
}

/// A deleted user; refuses with `users.unknown_deleted`.
pub async fn find_deleted(cx: &Cx, id: &str) -> Result<DeletedUser> {
    cx.require(Permission::DeleteUsers)?;
    let mut tx = cx.db.read().await?;
    store::deleted::find(&mut tx, id, cx.now_ms).await?.ok_or_else(|| UNKNOWN_DELETED.into())
}

/// How many objects of a deleted user went to new owners when they were deleted; refuses with `users.unknown_deleted`.
pub async fn count_given(cx: &Cx, id: &str) -> Result<i64> {
    cx.require(Permission::DeleteUsers)?;
    let mut tx = cx.db.read().await?;
    let record = store::deleted::find_record(&mut tx, id, cx.now_ms).await?.ok_or(UNKNOWN_DELETED)?;
    Ok(read_record(&record)?.given)
}

pub(super) fn read_record(record: &str) -> Result<Record> {
    serde_json::from_str(record).map_err(|cause| Error::fault("reading a deleted user", cause))
}

/// Another address and user name for a user who is brought back while somebody else has theirs; empty ones
/// stay as they were.
#[derive(Clone, Debug, Default)]
pub struct OtherNames {
    /// Another address.
    pub email: String,
    /// Another user name; follows the address if it was the address.
    pub user_name: String,
}

/// Brings a deleted user back: names, role, groups, language, password, views, what a license account acts for, and what
/// they own as far as nobody got it meanwhile. Sessions, tokens and invitations stay ended. Refuses with `users.unknown_deleted`, `users.email_taken`,
/// `seats.none_left`, or the rule that another name breaks.
pub async fn bring_back(cx: &Cx, id: &str, other: &OtherNames) -> Result<User> {
    cx.require(Permission::DeleteUsers)?;
    // The permission is that of taking access away, which scripts may for ever; this gives it back.
    cx.require_scripts()?;
    let mut tx = cx.db.write().await?;
    let (user, event) = bring_back_in(&mut tx, cx, id, other).await?;
    audit::record(&mut tx, cx, event).await?;
    tx.commit().await?;
    cx.jobs.nudge();
    Ok(user)
}

/// The role in which a deleted user comes back. A custom one may be gone; then its base is as close as it gets.
pub(super) fn role_of<'a>(roles: &'a [Role], record: &Record) -> Result<&'a Role, Refusal> {
    let of = |fits: &dyn Fn(&Role) -> bool| roles.iter().find(|role| fits(role));
    let found = of(&|role| role.id == record.role_id).or_else(|| of(&|role| role.name == record.role_name));
    found.ok_or(roles::UNKNOWN)
}

/// Like [`bring_back`], inside another action; the event is yet to be recorded. What is refused is refused before anything is
/// written.
pub(super) async fn bring_back_in(
    tx: &mut Tx,
    cx: &Cx,
    id: &str,
    other: &OtherNames,
) -> Result<(User, audit::Event)> {
    // The ledger of seats comes first, in the order in which every act locks; nobody else brings anybody back meanwhile.
    seats::hold(tx).await?;
    let record = store::deleted::find_record(tx, id, cx.now_ms).await?.ok_or(UNKNOWN_DELETED)?;
    let record = read_record(&record)?;
    let mut user = returning(tx, cx, id, &record, other).await?;
    let keys = keys(&user.person);
    require_free(tx, &keys).await?;
    seats::take(tx, cx, Change::of(None, Some(&user.person))).await?;
    let raced = |cause| Error::raced("bringing a user back", cause);
    if !store::deleted::delete(tx, id).await? {
        return Err(raced("the user was removed for good meanwhile"));
    }
    store::insert_all(tx, 0, vec![(&user, keys)])
        .await
        .map_err(|error| if error.is(&EMAIL_TAKEN) { raced("a name was taken meanwhile") } else { error })?;
    let past = (record.last_login_at_ms, record.last_activity_at_ms);
    store::deleted::set_past(tx, id, past.0, past.1, cx.now_ms).await?;
    groups::put_back(tx, id, &record.groups).await?;
    let is_same_role = user.person.role.id == record.role_id;
    if let Some(group) = record.role_group_id.as_deref().filter(|_| is_same_role) {
        store::kept::set_role_group(tx, id, group).await?;
    }
    store::kept::insert(tx, id, &record.kept).await?;
    if let Some(password) = &record.password {
        passwords::put_back(tx, id, password).await?;
    }
    fill_groups(tx, &mut user).await?;
    ownership::come_back(tx, cx, &user.person).await?;
    let event = audit::Event::user("users.bring_back", id).after(shown(&user));
    Ok((user, event))
}

/// A deleted user as they come back, as yet without groups. Refuses what the caller may not give back, and the rule that
/// another name breaks.
async fn returning(tx: &mut Tx, cx: &Cx, id: &str, record: &Record, other: &OtherNames) -> Result<User> {
    let role = role_of(&roles::list(tx).await?, record)?.clone();
    cx.require_reach(&role)?;
    require_proof_over(cx, id, &role)?;
    let (email, user_name) = names(record, other)?;
    let origin = Origin::of_word(&record.origin);
    service::check_address(origin, &email)?;
    Ok(User {
        person: Person {
            id: id.to_owned(),
            email,
            user_name,
            first_name: record.first_name.clone(),
            last_name: record.last_name.clone(),
            role,
            active: record.active,
            origin,
            language: record.language.clone(),
            created_at_ms: record.created_at_ms,
            updated_at_ms: cx.now_ms,
            last_login_at_ms: record.last_login_at_ms,
            last_activity_at_ms: record.last_activity_at_ms,
            version: 1,
        },
        groups: Vec::new(),
        ui_settings: record.ui_settings.clone(),
        must_change_password: false,
        // The link of the invitation ended for good, and nobody is mailed another one without being asked for it.
        invited_at_ms: None,
    })
}

/// Brings several deleted users back, each one by itself. Answers how many are back, and whom [`bring_back`] refused, by
/// name, and why. Refuses with `users.nobody_chosen` and `users.too_many`.
pub(in super::super) async fn bring_back_each(
    cx: &Cx,
    ids: &[String],
) -> Result<(usize, Vec<(String, Refusal)>)> {
    cx.require(Permission::DeleteUsers)?;
    if ids.is_empty() {
        return Err(NOBODY_CHOSEN.into());
    }
    if ids.len() > BACK_MAX {
        return Err(TOO_MANY.with("maximum", BACK_MAX).into());
    }
    let (mut back, mut refused) = (0, Vec::new());
    for id in ids {
        // Whoever is back already was brought back by somebody else, or by the same click.
        let name = match find_deleted(cx, id).await {
            Err(Error::Refusal(_)) => continue,
            user => user?.display_name,
        };
        match bring_back(cx, id, &OtherNames::default()).await {
            Ok(_) => back += 1,
            Err(Error::Refusal(why)) => refused.push((name, *why)),
            Err(fault) => return Err(fault),
        }
    }
    Ok((back, refused))
}

/// Address and user name with which a deleted user comes back.
pub(super) fn names(record: &Record, other: &OtherNames) -> Result<(String, String)> {
    let email = if other.email.trim().is_empty() { record.email.clone() } else { check_email(&other.email)? };
    let follows = name_key(&record.user_name) == name_key(&record.email);
    let user_name = match (other.user_name.trim(), follows) {
        ("", true) => email.clone(),
        ("", false) => record.user_name.clone(),
        (name, _) => check_user_name(name)?,
    };
    Ok((email, user_name))
}

/// Removes for good whose time is over, a few at a time so that nobody waits. Called by a job.
pub async fn forget_deleted(cx: &Cx) -> Result<()> {
    cx.require(Permission::DeleteUsers)?;
    let mut reading = cx.db.read().await?;
    let ended = store::deleted::list_ended(&mut reading, cx.now_ms, FORGET_MAX).await?;
    drop(reading);
    for id in ended {
        loop {
            let mut tx = cx.db.write().await?;
            let is_all = ownership::forget(&mut tx, &id).await?;
            if is_all && store::deleted::delete(&mut tx, &id).await? {
                let event = audit::Event::user("users.forget", &id);
                audit::record(&mut tx, cx, event.after(json!({}))).await?;
            }
            tx.commit().await?;
            if is_all {
                break;
            }
        }
    }
    Ok(())
}
