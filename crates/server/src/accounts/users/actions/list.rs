//! Listing and counting users for the API; the page is in `browse`.

use seatwarden_base::{Error, Result, db::Tx};

use super::{
    super::{
        listing::{COUNTED_MAX, Listed, PART_MIN, Search},
        model::{Filter, User, name_key},
        store,
    },
    browse::read,
    member,
};
use crate::{
    accounts::groups::{self, Member},
    cx::{Cx, Permission},
    text::part_pattern,
};

/// How many users a streamed list reads at once.
const STEP: i64 = 500;
const STEP_USERS: usize = 500;
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
    let search = filter.search.as_deref().map(name_key);
    let mut tx = cx.db.read().await?;
    let few = match &search {
        Some(search) => few(&mut tx, search).await?,
        None => None,
    };
    let after = (after.0.as_str(), after.1.as_str());
    let mut users = if let Some(few) = few {
        let is_after = |user: &&Listed| (name_key(&user.user_name).as_str(), user.id.as_str()) > after;
        let ids: Vec<&str> =
            few.iter().filter(is_after).take(STEP_USERS).map(|user| user.id.as_str()).collect();
        let ids = serde_json::to_string(&ids).map_err(|cause| Error::fault("writing JSON", cause))?;
        store::list::list_whole_of_ids(&mut tx, &ids).await?
    } else {
        let pattern = search.as_deref().map(part_pattern);
        let id = search.as_deref().unwrap_or_default();
        store::list::list_after_name(&mut tx, pattern.as_deref(), id, after, STEP).await?
    };
    let place = |user: &User| (name_key(&user.person.user_name), user.person.id.clone());
    let Some(last) = users.last().map(place) else { return Ok(None) };
    let members: Vec<Member<'_>> = users.iter().map(|user| member(&user.person)).collect();
    let groups = groups::of_users(&mut tx, &members).await?;
    for (user, groups) in users.iter_mut().zip(groups) {
        user.groups = groups.into_iter().map(|group| group.id).collect();
    }
    Ok(Some((users, last)))
}

/// Everybody who fits a search, in the order of user names, if the index says that they are few.
async fn few(tx: &mut Tx, search: &str) -> Result<Option<Vec<Listed>>> {
    let search = Search::Part(search.to_owned());
    let Search::Part(text) = &search else { return Ok(None) };
    if text.chars().count() < PART_MIN {
        return Ok(None);
    }
    let most = i64::try_from(COUNTED_MAX).unwrap_or(i64::MAX);
    let mut ids = store::search::list(tx, text, most + 1).await?;
    if ids.len() > COUNTED_MAX {
        return Ok(None);
    }
    ids.push(text.clone());
    let mut users = read(tx, &ids).await?;
    users.retain(|user| search.fits(user));
    users.sort_by_cached_key(|user| (name_key(&user.user_name), user.id.clone()));
    Ok(Some(users))
}

/// How many users fit a search.
pub async fn count(cx: &Cx, search: Option<&str>) -> Result<i64> {
    cx.require(Permission::ListUsers)?;
    let mut tx = cx.db.read().await?;
    let search = search.map(name_key);
    if let Some(search) = &search
        && let Some(few) = few(&mut tx, search).await?
    {
        return Ok(i64::try_from(few.len()).unwrap_or(i64::MAX));
    }
    store::list::count(&mut tx, search.as_deref().map(part_pattern).as_deref(), COUNT_MAX).await
}
