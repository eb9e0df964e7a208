//! Which groups users are in.

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

/// Ids of the groups of each user, the derived ones first. The answer has the order of the question.
pub async fn of_users(tx: &mut Tx, users: &[(&str, BaseRole)]) -> Result<Vec<Vec<String>>> {
    let derived = store::list_derived(tx).await?;
    let mut all = Vec::with_capacity(users.len());
    for (user_id, role) in users {
        let mut groups: Vec<String> = derived
            .iter()
            .filter(|(_, kind)| *kind == GroupKind::Everyone || role.is_admin())
            .map(|(id, _)| id.clone())
            .collect();
        groups.extend(store::list_of_user(tx, user_id).await?);
        all.push(groups);
    }
    Ok(all)
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
