//! Listing groups, page by page.

use seatwarden_base::Result;

use super::super::{
    model::{COUNT_MAX, Group, PAGE_ROWS, Sort},
    store,
};
use crate::{
    cx::{Cx, Permission},
    text::{name_key, part_pattern},
};

/// How many groups a page has at most.
pub(super) const LIMIT_MAX: i64 = 200;

/// Which groups are wanted.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Part of the name, or the whole id; empty for all.
    pub search: String,
    /// In which order.
    pub sort: Sort,
    /// Where the page before ended, as its [`Page::next`] said; empty for the first.
    pub after: String,
    /// How many at most; 50 if none, never more than `LIMIT_MAX`.
    pub limit: Option<i64>,
}

/// A group as the list shows it.
#[derive(Clone, Debug)]
pub struct Listed {
    /// The group.
    pub group: Group,
    /// How many members it has itself; 2,001 stands for more than 2,000.
    pub members: i64,
    /// How many groups are directly inside.
    pub inside: i64,
}

/// A page of a list.
#[derive(Clone, Debug)]
pub struct Page<T> {
    /// The rows.
    pub items: Vec<T>,
    /// Where the next page begins; none at the end.
    pub next: Option<String>,
    /// How many there are in all; 2,001 stands for more than 2,000.
    pub total: i64,
}

/// The groups that fit. Members are counted in the same look-up, so a page costs one query.
pub async fn list(cx: &Cx, wanted: &Wanted) -> Result<Page<Listed>> {
    cx.require(Permission::ReadGroups)?;
    let limit = wanted.limit.unwrap_or(PAGE_ROWS).clamp(1, LIMIT_MAX);
    let pattern = (!wanted.search.trim().is_empty()).then(|| part_pattern(&wanted.search));
    let pattern = pattern.as_deref();
    let mut tx = cx.db.read().await?;
    let (place, id) = wanted.after.rsplit_once('.').unwrap_or_default();
    let mut rows = match wanted.sort {
        Sort::Name => store::list_by_name(&mut tx, pattern, (place, id), limit + 1).await?,
        Sort::Changed => {
            let place = (place.parse().unwrap_or(i64::MAX), id);
            store::list_by_change(&mut tx, pattern, place, limit + 1).await?
        }
    };
    let more = rows.len() > usize::try_from(limit).unwrap_or(usize::MAX);
    rows.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    let next = rows.last().filter(|_| more).map(|(group, ..)| match wanted.sort {
        Sort::Name => format!("{}.{}", name_key(&group.name), group.id),
        Sort::Changed => format!("{}.{}", group.updated_at_ms, group.id),
    });
    let total = store::count(&mut tx, pattern, COUNT_MAX + 1).await?;
    let items = rows.into_iter().map(|(group, members, inside)| Listed { group, members, inside });
    Ok(Page { items: items.collect(), next, total })
}

/// Those of these names that groups have.
pub async fn existing(cx: &Cx, names: &[String]) -> Result<Vec<String>> {
    cx.require(Permission::ReadGroups)?;
    let mut tx = cx.db.read().await?;
    let mut existing = Vec::new();
    for name in names {
        let group = store::find(&mut tx, name).await?;
        existing.extend(group.map(|group| group.name).filter(|found| name_key(found) == name_key(name)));
    }
    Ok(existing)
}
