//! Which groups users are in.

use std::collections::HashMap;

use seatwarden_base::{Error, Result, db::Tx};

use super::{
    model::{CHOICES_MAX, CROWD_GROUPS, DERIVED, GroupKind, Named, OF_USER_MAX, UNKNOWN},
    store,
};
use crate::{
    cx::{BaseRole, Cx},
    text::Language,
};

/// Makes Everyone and Admins.
pub async fn make_built_in(tx: &mut Tx, cx: &Cx) -> Result<()> {
    for (kind, name) in DERIVED {
        store::insert_derived(tx, &cx.new_id()?, kind, name, cx.now_ms).await?;
    }
    Ok(())
}

/// A user, for the question which groups they are in.
#[derive(Clone, Copy, Debug)]
pub struct Member<'a> {
    /// Id of the user.
    pub id: &'a str,
    /// The user's role, which decides on the derived groups.
    pub role: BaseRole,
}

/// Ids of the groups of a user, the derived ones first.
pub async fn of_user(tx: &mut Tx, user: Member<'_>) -> Result<Vec<String>> {
    let derived = store::list_derived(tx).await?;
    let mut groups = derived_of(&derived, user);
    groups.extend(store::list_of_user(tx, user.id).await?);
    Ok(groups)
}

/// The groups of each of these users, the derived ones first, then by name. The answer has the order of
/// the question; one look-up, however many users.
pub async fn of_users(tx: &mut Tx, users: &[Member<'_>]) -> Result<Vec<Vec<Named>>> {
    let derived = store::list_derived(tx).await?;
    let ids: Vec<&str> = users.iter().map(|user| user.id).collect();
    let ids = serde_json::to_string(&ids).map_err(|cause| Error::fault("writing JSON", cause))?;
    let mut stored: HashMap<String, Vec<Named>> = HashMap::new();
    for (user_id, group) in store::list_of_users(tx, &ids).await? {
        stored.entry(user_id).or_default().push(group);
    }
    let mut of = |user: &Member<'_>| {
        let mut groups = derived_named(&derived, *user);
        groups.extend(stored.remove(user.id).unwrap_or_default());
        groups
    };
    Ok(users.iter().map(&mut of).collect())
}

/// Which users are in a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Members {
    /// These; at most as many as were asked for.
    Stored(Vec<String>),
    /// Everybody.
    Everyone,
    /// Everybody whose role is an administrator's.
    Admins,
}

/// Who is in a group, by its id or name; at most `limit` ids. Refuses with `groups.unknown`.
pub async fn members(tx: &mut Tx, group: &str, limit: i64) -> Result<Members> {
    let (id, kind) = store::find(tx, group).await?.ok_or(UNKNOWN)?;
    Ok(match kind {
        GroupKind::Plain => Members::Stored(store::list_members(tx, &id, limit).await?),
        GroupKind::Everyone => Members::Everyone,
        GroupKind::Admins => Members::Admins,
    })
}

/// Groups to choose from, by name: the first of them, and the one with the id `chosen`.
pub async fn choices(tx: &mut Tx, chosen: &str) -> Result<Vec<(Named, GroupKind)>> {
    store::list_names(tx, chosen, CHOICES_MAX).await
}

/// Puts a user into a plain group, by its id or name. Refuses with `groups.unknown`.
pub async fn join(tx: &mut Tx, group: &str, user_id: &str) -> Result<()> {
    let id = plain(tx, group).await?;
    store::insert_member(tx, &id, user_id).await
}

/// Takes a user out of a plain group. Refuses with `groups.unknown`.
pub async fn leave(tx: &mut Tx, group: &str, user_id: &str) -> Result<bool> {
    let id = plain(tx, group).await?;
    store::delete_member(tx, &id, user_id).await
}

async fn plain(tx: &mut Tx, group: &str) -> Result<String> {
    match store::find(tx, group).await? {
        Some((id, GroupKind::Plain)) => Ok(id),
        _ => Err(UNKNOWN.into()),
    }
}

/// Puts the users `first` to `last` of a crowd into some groups, which are made if need be.
pub async fn join_crowd(tx: &mut Tx, cx: &Cx, first: i64, last: i64) -> Result<()> {
    for (name, every, rest) in CROWD_GROUPS {
        store::insert_plain(tx, &cx.new_id()?, name, cx.now_ms).await?;
        let id = plain(tx, name).await?;
        store::insert_crowd(tx, &id, *every, *rest, (first, last)).await?;
    }
    Ok(())
}

fn derived_of(derived: &[(Named, GroupKind)], user: Member<'_>) -> Vec<String> {
    derived_named(derived, user).into_iter().map(|group| group.id).collect()
}

fn derived_named(derived: &[(Named, GroupKind)], user: Member<'_>) -> Vec<Named> {
    let belongs = |kind: GroupKind| kind == GroupKind::Everyone || user.role.is_admin();
    derived.iter().filter(|(_, kind)| belongs(*kind)).map(|(group, _)| group.clone()).collect()
}

/// The language that a user's groups give to those who chose none.
pub async fn language_of(cx: &Cx, user_id: &str) -> Result<Option<Language>> {
    let mut tx = cx.db.read().await?;
    Ok(store::find_language(&mut tx, user_id).await?.as_deref().and_then(Language::parse))
}

/// Makes the user a member of exactly these groups, given by id or name. Derived groups are passed over:
/// clients send them along (contract part 6.3). Refuses with `groups.unknown`.
pub async fn set_members_of(tx: &mut Tx, user_id: &str, groups: &[String]) -> Result<()> {
    store::delete_of_user(tx, user_id).await?;
    for group in groups.iter().take(OF_USER_MAX) {
        let (id, kind) = store::find(tx, group).await?.ok_or(UNKNOWN)?;
        if kind == GroupKind::Plain {
            store::insert_member(tx, &id, user_id).await?;
        }
    }
    Ok(())
}
