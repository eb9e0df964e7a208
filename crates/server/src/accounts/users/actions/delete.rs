//! Deleting users. Nobody's content is lost by it, and for 30 days nobody is gone for good.

use seatwarden_base::{Error, Result, db::Tx};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{
    super::{
        model::{
            DELETED_MAX, DeletedUser, LAST_OWNER, LAST_SYSADMIN, Leaver, NAME_NOT_TYPED, NOT_YOURSELF,
            TOO_MANY, UNDO_DAYS, User, name_key,
        },
        store::{self, kept::Kept},
    },
    FILL_STEP, find_each, find_in, keys, shown, sysadmin,
    update::require_over,
};
use crate::{
    accounts::{
        api_tokens, groups,
        ownership::{self, Effect, Fate, Fates, OTHERS_BY_NOW, ObjectKind},
        passwords,
        seats::{self, Change},
        sessions,
    },
    common::audit,
    cx::{BaseRole, Caller, Cx, Origin, Permission, Person},
    text::id_key,
};

const DAY_MS: i64 = 24 * 3_600_000;

/// Deletes users, all or none, by id, user name or address; whoever is named twice is deleted once. What they own stays,
/// under the name of a former user. Refuses with `users.unknown` or `users.last_sysadmin`, and says of which one.
pub async fn delete(cx: &Cx, keys: &[String]) -> Result<Vec<String>> {
    cx.require(Permission::DeleteUsers)?;
    if keys.len() > DELETED_MAX {
        return Err(TOO_MANY.with("maximum", DELETED_MAX).into());
    }
    let mut tx = cx.db.write().await?;
    let deleted = delete_in(&mut tx, cx, keys).await?;
    tx.commit().await?;
    Ok(deleted)
}

/// What [`delete`] would end of each of them, and what they own. Changes nothing and refuses as it does.
pub(in super::super) async fn foresee_deleting(cx: &Cx, keys: &[String]) -> Result<Vec<Leaver>> {
    cx.require(Permission::DeleteUsers)?;
    if keys.len() > DELETED_MAX {
        return Err(TOO_MANY.with("maximum", DELETED_MAX).into());
    }
    let mut tx = cx.db.read().await?;
    let mut leavers = Vec::with_capacity(keys.len());
    for user in find_each(&mut tx, keys).await? {
        let person = user.person.clone();
        leavers.push(leaver_of(&mut tx, cx, user).await.map_err(|error| of_key(error, keys, &person))?);
    }
    Ok(leavers)
}

/// Like [`delete`], inside another action that has recorded no event yet.
pub async fn delete_in(tx: &mut Tx, cx: &Cx, keys: &[String]) -> Result<Vec<String>> {
    seats::hold(tx).await?;
    let users = find_each(tx, keys).await?;
    let (mut events, mut freed) = (Vec::with_capacity(users.len()), Change::default());
    for user in &users {
        require_deletable(cx, user).map_err(|error| of_key(error, keys, &user.person))?;
        freed = freed.and(Change::of(Some(&user.person), None));
    }
    for part in users.chunks(FILL_STEP) {
        let ids: Vec<&str> = part.iter().map(|user| user.person.id.as_str()).collect();
        let mut groups = groups::direct_of_many(tx, &ids).await?;
        for user in part {
            let groups = groups.remove(&user.person.id).unwrap_or_default();
            let groups = groups.into_iter().map(|group| group.id).collect();
            let deleted = delete_one(tx, cx, user, groups, &Fates::default()).await;
            events.push(deleted.map_err(|error| of_key(error, keys, &user.person))?.0);
        }
    }
    audit::record_all(tx, cx, events).await?;
    seats::take(tx, cx, freed).await?;
    Ok(users.into_iter().map(|user| user.person.id).collect())
}

/// The same error, of the one among these keys that names the user.
fn of_key(error: Error, keys: &[String], person: &Person) -> Error {
    let names = [name_key(&person.email), name_key(&person.user_name)];
    match keys.iter().position(|key| id_key(key) == person.id || names.contains(&name_key(key))) {
        Some(at) => error.of_element(at, &keys[at]),
        None => error,
    }
}

/// Deletes one user, and does with each kind of what they own what was decided. To take anything out of the
/// register, the user's name must be typed. With the fingerprint of [`foresee_leaving`] only if they own the same still:
/// refuses with `ownership.others_by_now` otherwise. Refuses with `users.name_not_typed`, `ownership.unknown_user`,
/// `ownership.same_owner`, and as [`delete`] does. Answers who is gone, and the ids of the transfers that it began: those can be
/// handed back.
pub async fn delete_leaver(
    cx: &Cx,
    key: &str,
    fates: &Fates,
    (typed_name, seen): (&str, Option<&str>),
) -> Result<(User, Vec<String>)> {
    cx.require(Permission::DeleteUsers)?;
    let mut tx = cx.db.write().await?;
    seats::hold(&mut tx).await?;
    let user = find_in(&mut tx, key).await?;
    require_deletable(cx, &user)?;
    require_typed(&user.person, fates, typed_name)?;
    if let Some(seen) = seen {
        let effects = ownership::foresee(&mut tx, cx, &user.person, fates).await?;
        if ownership::fingerprint(&effects) != seen {
            return Err(OTHERS_BY_NOW.into());
        }
    }
    seats::take(&mut tx, cx, Change::of(Some(&user.person), None)).await?;
    let groups = groups::direct_of(&mut tx, &user.person.id).await?;
    let (event, transfers) = delete_one(&mut tx, cx, &user, groups, fates).await?;
    audit::record(&mut tx, cx, event).await?;
    tx.commit().await?;
    cx.jobs.nudge();
    Ok((user, transfers))
}

/// What destroys something is only done once the user's name was typed.
fn require_typed(person: &Person, fates: &Fates, typed_name: &str) -> Result<()> {
    let typed = name_key(typed_name);
    let names = [person.display_name(), person.user_name.clone(), person.email.clone()];
    if fates.removes() && !names.iter().any(|name| name_key(name) == typed) {
        return Err(NAME_NOT_TYPED.with("name", person.display_name()).into());
    }
    Ok(())
}

/// What deleting a user would end, and what they own. Refuses as [`delete`] does.
pub async fn leaver(cx: &Cx, key: &str) -> Result<Leaver> {
    cx.require(Permission::DeleteUsers)?;
    leaver_in(&mut cx.db.read().await?, cx, key).await
}

async fn leaver_in(tx: &mut Tx, cx: &Cx, key: &str) -> Result<Leaver> {
    let user = find_in(tx, key).await?;
    leaver_of(tx, cx, user).await
}

async fn leaver_of(tx: &mut Tx, cx: &Cx, user: User) -> Result<Leaver> {
    require_deletable(cx, &user)?;
    require_other_owner(tx, &user.person).await?;
    let id = &user.person.id;
    Ok(Leaver {
        owned: ownership::counts_of(tx, id).await?,
        sessions: sessions::count_of(tx, cx, id).await?,
        tokens: api_tokens::count_of(tx, cx, id).await?,
        user,
    })
}

/// What [`delete_leaver`] would end, and do with each kind of what the user owns. Changes nothing and refuses as it does.
pub async fn foresee_leaving(
    cx: &Cx,
    key: &str,
    fates: &Fates,
    typed_name: &str,
) -> Result<(Leaver, Vec<Effect>)> {
    cx.require(Permission::DeleteUsers)?;
    let mut tx = cx.db.read().await?;
    let leaver = leaver_in(&mut tx, cx, key).await?;
    require_typed(&leaver.user.person, fates, typed_name)?;
    let effects = ownership::foresee(&mut tx, cx, &leaver.user.person, fates).await?;
    Ok((leaver, effects))
}

fn require_deletable(cx: &Cx, user: &User) -> Result<()> {
    if user.person.role.base == BaseRole::Super {
        return Err(LAST_SYSADMIN.into());
    }
    if cx.person().is_ok_and(|caller| caller.id == user.person.id) {
        // Nobody could undo it who was deleted with it.
        return Err(NOT_YOURSELF.into());
    }
    require_over(cx, &user.person)
}

/// Refuses with `users.last_owner` if an organisation of a license server would be left without an owner.
async fn require_other_owner(tx: &mut Tx, person: &Person) -> Result<()> {
    if person.origin != Origin::License {
        return Ok(());
    }
    match store::kept::find_only_owned(tx, &person.id).await? {
        Some(name) => Err(LAST_OWNER.with("name", name).into()),
        None => Ok(()),
    }
}

/// Everything it takes to bring a user back, but what signs somebody in: sessions and tokens end for good.
#[derive(Deserialize, Serialize)]
pub(super) struct Record {
    pub(super) email: String,
    pub(super) user_name: String,
    pub(super) first_name: String,
    pub(super) last_name: String,
    pub(super) role_id: String,
    pub(super) role_name: String,
    pub(super) active: bool,
    pub(super) origin: String,
    pub(super) language: Option<String>,
    pub(super) ui_settings: String,
    pub(super) created_at_ms: i64,
    pub(super) last_login_at_ms: Option<i64>,
    pub(super) last_activity_at_ms: Option<i64>,
    pub(super) groups: Vec<String>,
    pub(super) password: Option<passwords::Kept>,
    /// The group by which they have their role, if they have it so.
    #[serde(default)]
    pub(super) role_group_id: Option<String>,
    /// What the database removes together with the user.
    #[serde(default)]
    pub(super) kept: Kept,
    /// How many objects went to new owners.
    #[serde(default)]
    pub(super) given: i64,
}

async fn record_of(
    tx: &mut Tx,
    user: &User,
    groups: Vec<String>,
    (kept, given): (Kept, i64),
) -> Result<String> {
    let person = user.person.clone();
    let record = Record {
        groups,
        kept,
        given,
        role_group_id: store::kept::find_role_group(tx, &person.id).await?,
        password: passwords::keep(tx, &person.id).await?,
        email: person.email,
        user_name: person.user_name,
        first_name: person.first_name,
        last_name: person.last_name,
        role_id: person.role.id,
        role_name: person.role.base.name().to_owned(),
        active: person.active,
        origin: person.origin.word().to_owned(),
        language: person.language,
        ui_settings: user.ui_settings.clone(),
        created_at_ms: person.created_at_ms,
        last_login_at_ms: person.last_login_at_ms,
        last_activity_at_ms: person.last_activity_at_ms,
    };
    serde_json::to_string(&record).map_err(|cause| Error::fault("keeping a deleted user", cause))
}

/// Deletes a user who is in these groups; the event is yet to be recorded. Answers the transfers that it began as well.
async fn delete_one(
    tx: &mut Tx,
    cx: &Cx,
    user: &User,
    groups: Vec<String>,
    fates: &Fates,
) -> Result<(audit::Event, Vec<String>)> {
    let person = &user.person;
    let deleted = DeletedUser {
        id: person.id.clone(),
        email: person.email.clone(),
        user_name: person.user_name.clone(),
        display_name: person.display_name(),
        deleted_by: match &cx.caller {
            Caller::User(signed_in) => signed_in.person.email.clone(),
            Caller::Host(what) => format!("host:{what}"),
            Caller::Anonymous => String::new(),
        },
        deleted_at_ms: cx.now_ms,
        ends_at_ms: cx.now_ms + UNDO_DAYS * DAY_MS,
    };
    let mut kept = store::kept::find(tx, &person.id).await?;
    if person.origin == Origin::License {
        store::kept::hold_owned(tx, &person.id).await?;
        require_other_owner(tx, person).await?;
        store::kept::fill_of_license_account(tx, &person.id, &mut kept).await?;
    }
    hand_on_views(tx, cx, person, &kept).await?;
    let owned = ownership::counts_of(tx, &person.id).await?;
    let is_given = |kind: ObjectKind| matches!(fates.of(kind), Fate::HandOver(_));
    let given = owned.iter().filter(|(kind, _)| is_given(*kind)).map(|(_, count)| count).sum();
    let record = record_of(tx, user, groups, (kept, given)).await?;
    store::deleted::insert(tx, &deleted, &keys(person).search_text, &record).await?;
    let transfers = ownership::leave(tx, cx, person, fates).await?;
    if !store::delete(tx, &person.id, person.version).await? {
        return Err(Error::raced("deleting a user", "somebody else changed the user meanwhile"));
    }
    let fate = |kind: ObjectKind| match fates.of(kind) {
        Fate::Keep => "kept".to_owned(),
        Fate::HandOver(to) => format!("to {to}"),
        Fate::Remove => "removed".to_owned(),
    };
    let owned: Vec<_> = owned
        .iter()
        .map(|(kind, count)| json!({ "kind": kind.word(), "count": count, "fate": fate(*kind) }))
        .collect();
    let event = audit::Event::user("users.delete", &person.id).before(shown(user));
    Ok((event.after(json!({ "owned": owned })), transfers))
}

/// Gives the views that other administrators see as well to whoever deletes their owner, or to the Sys. Admin.
async fn hand_on_views(tx: &mut Tx, cx: &Cx, person: &Person, kept: &Kept) -> Result<()> {
    let mut shared = kept.shared_views().peekable();
    if shared.peek().is_none() {
        return Ok(());
    }
    let deleter = match cx.person() {
        Ok(deleter) if deleter.id != person.id => store::find(tx, &deleter.id).await?.map(|user| user.person),
        _ => None,
    };
    let Some(heir) = (match deleter {
        Some(deleter) => Some(deleter),
        None => sysadmin(tx).await?,
    }) else {
        return Ok(());
    };
    for (id, name) in shared {
        let of_whom = format!("{name} ({})", person.user_name);
        for name in [name, &of_whom] {
            if store::kept::set_view_owner(tx, id, &heir.id, (name, &name_key(name))).await? {
                break;
            }
        }
    }
    Ok(())
}
