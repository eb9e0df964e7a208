//! Which groups users are in.

use std::collections::HashMap;

use seatwarden_base::{Result, db::Tx};

use super::{
    model::{DERIVED, GroupKind, OF_USER_MAX, UNKNOWN},
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

/// Ids of the groups of each of these users, who follow each other in the order of user names; `first` and
/// `last` are the name key and id of the first and the last. The answer has the order of the question.
pub async fn of_page(
    tx: &mut Tx,
    users: &[Member<'_>],
    first: (&str, &str),
    last: (&str, &str),
) -> Result<Vec<Vec<String>>> {
    let derived = store::list_derived(tx).await?;
    let mut stored: HashMap<String, Vec<String>> = HashMap::new();
    for (user_id, group_id) in store::list_of_range(tx, first, last).await? {
        stored.entry(user_id).or_default().push(group_id);
    }
    let of = |user: &Member<'_>| {
        let mut groups = derived_of(&derived, *user);
        groups.extend(stored.get(user.id).into_iter().flatten().cloned());
        groups
    };
    Ok(users.iter().map(of).collect())
}

fn derived_of(derived: &[(String, GroupKind)], user: Member<'_>) -> Vec<String> {
    let belongs = |kind: GroupKind| kind == GroupKind::Everyone || user.role.is_admin();
    derived.iter().filter(|(_, kind)| belongs(*kind)).map(|(id, _)| id.clone()).collect()
}

/// The language that a user's groups give to those who chose none: of their own groups the one whose name
/// comes first, then Admins, then Everyone.
pub async fn language_of(tx: &mut Tx, user: Member<'_>) -> Result<Option<Language>> {
    let found = store::find_language(tx, user.id, user.role.is_admin()).await?;
    Ok(found.as_deref().and_then(Language::parse))
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
