//! Listing and counting users.

use seatwarden_base::Result;

use super::{
    super::{
        model::{Filter, User, name_key},
        store,
    },
    member,
};
use crate::{
    accounts::groups::{self, Member},
    cx::{Cx, Permission},
    text::part_pattern,
};

/// How many users a streamed list reads at once.
const STEP: i64 = 500;
/// Up to how many users are counted exactly.
const COUNT_MAX: i64 = 10_000_000;

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
    let pattern = filter.search.as_deref().map(part_pattern);
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
    store::count(&mut tx, search.map(part_pattern).as_deref(), COUNT_MAX).await
}
