//! The one Sys. Admin: who it is, and passing the role on without a moment in which there is none or two.

use seatwarden_base::{Result, db::Tx};

use super::{
    super::{
        model::{CHANGED_MEANWHILE, LAST_SYSADMIN},
        store,
    },
    find_in, keys,
};
use crate::{
    accounts::{
        roles,
        seats::{self, Change},
    },
    cx::{BaseRole, Cx, Permission, Person},
};

/// The Sys. Admin, once there is one.
pub async fn sysadmin(tx: &mut Tx) -> Result<Option<Person>> {
    match store::find_sysadmin_id(tx).await? {
        Some(id) => Ok(store::find(tx, &id).await?.map(|user| user.person)),
        None => Ok(None),
    }
}

/// Active users of our own who may do something, at most so many: whoever has to be told.
pub async fn who_may(tx: &mut Tx, permission: Permission, limit: i64) -> Result<Vec<Person>> {
    let mut people = Vec::new();
    for role in roles::list(tx).await?.iter().filter(|role| role.may.has(permission)) {
        for id in store::list_active_of_role(tx, &role.id, limit).await? {
            people.extend(store::find(tx, &id).await?.map(|user| user.person));
        }
    }
    people.truncate(usize::try_from(limit).unwrap_or_default());
    Ok(people)
}

/// How many administrators are told of something.
const ADMINISTRATORS_MAX: i64 = 50;

/// The Sys. Admin and the Admins, for mails that are for all of them; fifty at most.
pub async fn administrators(tx: &mut Tx) -> Result<Vec<Person>> {
    let mut found = Vec::new();
    for id in store::list_administrator_ids(tx, ADMINISTRATORS_MAX).await? {
        found.extend(store::find(tx, &id).await?.map(|user| user.person));
    }
    Ok(found)
}

/// Makes another user the Sys. Admin and the one so far an Admin, inside the action that both agreed to. Refuses
/// with `users.changed_meanwhile` if either is not what they were, with `users.last_sysadmin` if the new one may
/// not sign in, and with `seats.none_left` if no seat of an administrator is left for them. Both as they were before.
pub async fn pass_sysadmin(tx: &mut Tx, cx: &Cx, from_id: &str, to_id: &str) -> Result<(Person, Person)> {
    // The ledger of seats comes first, in the order in which every act locks.
    seats::hold(tx).await?;
    // Whoever unties the row goes first; another who would do the same finds it tied to somebody else.
    if !store::delete_the_sysadmin(tx, from_id).await? {
        return Err(CHANGED_MEANWHILE.into());
    }
    let (from, to) = (find_in(tx, from_id).await?, find_in(tx, to_id).await?);
    if from.person.role.base != BaseRole::Super || from_id == to_id {
        return Err(CHANGED_MEANWHILE.into());
    }
    if !to.person.active {
        return Err(LAST_SYSADMIN.into());
    }
    let (mut old, mut new) = (from.clone(), to.clone());
    old.person.role = roles::named(tx, BaseRole::Admin.name()).await?;
    new.person.role = roles::named(tx, BaseRole::Super.name()).await?;
    let change = Change::of(Some(&from.person), Some(&old.person));
    seats::take(tx, cx, change.and(Change::of(Some(&to.person), Some(&new.person)))).await?;
    for user in [&old, &new] {
        if !store::set(tx, user, &keys(&user.person), cx.now_ms).await? {
            return Err(CHANGED_MEANWHILE.into());
        }
        // Both have their roles by hand from now on, whatever their groups say.
        store::set_role_group(tx, &user.person.id, None).await?;
    }
    store::insert_the_sysadmin(tx, to_id).await?;
    Ok((from.person, to.person))
}
