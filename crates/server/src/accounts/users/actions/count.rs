//! Counting users for the API; lists are in `select` and `browse`.

use seatwarden_base::{Result, db::Tx};

use super::{
    super::{
        listing::{COUNTED_MAX, Listed},
        model::name_key,
        sieve::{PART_MIN, Search},
        store,
    },
    lookup::read_found,
};
use crate::{
    cx::{Cx, Permission},
    text::{part_pattern, search_key},
};

/// Up to how many users are counted exactly.
const COUNT_MAX: i64 = 10_000_000;

/// Everybody who fits a search, in the order of user names, if the index says that they are few.
async fn few(tx: &mut Tx, search: &str) -> Result<Option<Vec<Listed>>> {
    let search = Search::part(search.to_owned());
    let Search::Part { text, turned } = &search else { return Ok(None) };
    if text.chars().count() < PART_MIN {
        return Ok(None);
    }
    let most = i64::try_from(COUNTED_MAX).unwrap_or(i64::MAX);
    let found = store::found::of_part(tx, text, turned.as_deref(), most + 1).await?;
    if found.len() > COUNTED_MAX {
        return Ok(None);
    }
    let mut users = read_found(tx, &found).await?;
    users.retain(|user| search.fits(user));
    users.sort_by_cached_key(|user| (name_key(&user.user_name), user.id.clone()));
    users.dedup_by(|one, other| one.id == other.id);
    Ok(Some(users))
}

/// How many users fit a search.
pub async fn count(cx: &Cx, search: Option<&str>) -> Result<i64> {
    cx.require(Permission::ListUsers)?;
    let mut tx = cx.db.read().await?;
    let search = search.map(search_key);
    if let Some(search) = &search
        && let Some(few) = few(&mut tx, search).await?
    {
        return Ok(i64::try_from(few.len()).unwrap_or(i64::MAX));
    }
    store::list::count(&mut tx, search.as_deref().map(part_pattern).as_deref(), COUNT_MAX).await
}
