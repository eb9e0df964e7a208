//! Those whom an act on many deleted, as users of a list, and who of them can come back.

use std::collections::{HashMap, HashSet};

use seatwarden_base::{Kind, Refusal, Result, db::Tx};

use super::{
    super::{
        listing::Listed,
        model::{EMAIL_TAKEN, UNDO_DAYS},
        store::{self, Keys},
    },
    bring_back::{OtherNames, names, read_record, role_of},
    delete::Record,
    json_list, keys_of,
    lookup::read,
};
use crate::{
    accounts::roles,
    cx::{Cx, Origin, Role},
};

/// The time in which the user could be brought back is over; value `days`.
const UNDO_OVER: Refusal = Refusal::new(Kind::Conflict, "users.undo_over");
/// The user came back since, and was deleted by something else.
const DELETED_AGAIN: Refusal = Refusal::new(Kind::Conflict, "users.deleted_again");

/// Who of some users can come back, by id: whether they change by it, or why they cannot.
pub(super) type Returns = HashMap<String, Result<bool, Refusal>>;

/// The users with these ids, deleted or not, in their order. Whoever is gone for good is there without a role, and with
/// their id for a name.
pub(super) async fn read_with_former(tx: &mut Tx, ids: &[String]) -> Result<Vec<Listed>> {
    let mut known: HashMap<String, Listed> =
        read(tx, ids).await?.into_iter().map(|user| (user.id.clone(), user)).collect();
    let roles = roles::list(tx).await?;
    for (id, record) in store::deleted::list_records(tx, &json_list(ids)?).await? {
        let user = former(&id, read_record(&record)?, &roles)?;
        known.insert(id, user);
    }
    Ok(ids.iter().map(|id| known.remove(id).unwrap_or_else(|| gone(id))).collect())
}

/// A deleted user as they were, under the names with which they come back.
fn former(id: &str, record: Record, roles: &[Role]) -> Result<Listed> {
    let (email, user_name) = names(&record, &OtherNames::default())?;
    let role_id = role_of(roles, &record)?.id.clone();
    Ok(Listed {
        email,
        user_name,
        role_id,
        first_name: record.first_name,
        last_name: record.last_name,
        active: record.active,
        origin: Origin::of_word(&record.origin),
        ..gone(id)
    })
}

fn gone(id: &str) -> Listed {
    Listed {
        id: id.to_owned(),
        email: String::new(),
        user_name: id.to_owned(),
        first_name: String::new(),
        last_name: String::new(),
        role_id: String::new(),
        active: false,
        invited: false,
        origin: Origin::Local,
        language: None,
        created_at_ms: 0,
        updated_at_ms: 0,
        last_activity_at_ms: None,
        full_name_key: String::new(),
        last_name_key: String::new(),
    }
}

/// Who of these, as [`read_with_former`] read them, can be brought back from an act that deleted them.
pub(super) async fn returns(tx: &mut Tx, cx: &Cx, act_id: &str, users: &[Listed]) -> Result<Returns> {
    let ids: Vec<&str> = users.iter().map(|user| user.id.as_str()).collect();
    let ends = store::deleted::list_ends(tx, &json_list(&ids)?).await?;
    let ends: HashMap<&str, (Option<&str>, i64)> =
        ends.iter().map(|(id, by, at_ms)| (id.as_str(), (by.as_deref(), *at_ms))).collect();
    let waiting: Vec<(&Listed, Keys)> = users
        .iter()
        .filter(|user| ends.contains_key(user.id.as_str()))
        .map(|user| (user, keys_of(&user.email, &user.user_name, &user.first_name, &user.last_name)))
        .collect();
    let held = held(tx, waiting.iter().map(|(_, keys)| keys)).await?;
    let taken: HashMap<&str, Refusal> =
        waiting.iter().filter_map(|(user, keys)| Some((user.id.as_str(), taken(keys, &held)?))).collect();
    let of = |user: &Listed| match (ends.get(user.id.as_str()), taken.get(user.id.as_str())) {
        (None, _) if user.role_id.is_empty() => Err(UNDO_OVER.with("days", UNDO_DAYS)),
        (None, _) => Ok(false),
        (Some((by, _)), _) if *by != Some(act_id) => Err(DELETED_AGAIN),
        (Some((_, ends_at_ms)), _) if *ends_at_ms <= cx.now_ms => Err(UNDO_OVER.with("days", UNDO_DAYS)),
        (Some(_), Some(taken)) => Err(taken.clone()),
        (Some(_), None) => Ok(true),
    };
    Ok(users.iter().map(|user| (user.id.clone(), of(user))).collect())
}

/// Refuses with `users.email_taken` if somebody has one of these names.
pub(super) async fn require_free(tx: &mut Tx, keys: &Keys) -> Result<()> {
    let held = held(tx, std::iter::once(keys)).await?;
    taken(keys, &held).map_or(Ok(()), |refusal| Err(refusal.into()))
}

/// Which of these names sign somebody in.
async fn held(tx: &mut Tx, keys: impl Iterator<Item = &Keys>) -> Result<HashSet<String>> {
    let names: Vec<&str> = keys.flat_map(Keys::names).collect();
    if names.is_empty() {
        return Ok(HashSet::new());
    }
    let found = store::list::list_ids_of_names(tx, &json_list(&names)?).await?;
    Ok(found.into_iter().map(|(name, _)| name).collect())
}

fn taken(keys: &Keys, held: &HashSet<String>) -> Option<Refusal> {
    if held.contains(&keys.email) {
        return Some(EMAIL_TAKEN.with("what", "email"));
    }
    if held.contains(&keys.user_name) {
        return Some(EMAIL_TAKEN.on("userName").with("what", "userName"));
    }
    keys.names().any(|name| held.contains(name)).then_some(EMAIL_TAKEN)
}
