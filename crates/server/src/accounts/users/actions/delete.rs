//! Deleting users.

use seatwarden_base::Result;

use super::{
    super::{
        model::{AT_ONCE_MAX, LAST_SYSADMIN, TOO_MANY, UNKNOWN, User},
        store,
    },
    find_in, shown,
    update::require_over,
};
use crate::{
    accounts::seats::{self, Change},
    common::audit,
    cx::{BaseRole, Cx, Permission},
};

/// Deletes users, all or none, by id, user name or address. Refuses with `users.unknown` or
/// `users.last_sysadmin`.
pub async fn delete(cx: &Cx, keys: &[String]) -> Result<Vec<String>> {
    cx.require(Permission::DeleteUsers)?;
    if keys.len() > AT_ONCE_MAX {
        return Err(TOO_MANY.with("maximum", AT_ONCE_MAX).into());
    }
    let mut tx = cx.db.write().await?;
    seats::hold(&mut tx).await?;
    let mut users: Vec<User> = Vec::with_capacity(keys.len());
    for key in keys {
        let user = find_in(&mut tx, key).await?;
        if user.person.role.base == BaseRole::Super {
            return Err(LAST_SYSADMIN.into());
        }
        require_over(cx, &user.person)?;
        if users.iter().any(|other| other.person.id == user.person.id) {
            return Err(UNKNOWN.into());
        }
        users.push(user);
    }
    let freed = |user: &User| Change::of(Some(&user.person), None);
    let change = users.iter().fold(Change::default(), |all, user| all.and(freed(user)));
    seats::take(&mut tx, cx, change).await?;
    let mut deleted = Vec::with_capacity(keys.len());
    for user in users {
        store::delete(&mut tx, &user.person.id).await?;
        let event = audit::Event::user("users.delete", &user.person.id).before(shown(&user));
        audit::record(&mut tx, cx, event).await?;
        deleted.push(user.person.id);
    }
    tx.commit().await?;
    Ok(deleted)
}
