//! The list of users, page by page: search, filters and order.
//!
//! Two ways lead to a page. If some filter alone fits few users, all of them are read and sorted here. If
//! each fits many, the list is walked in its order, and the page is full soon. See docs/decisions/0013-search.md.

use std::sync::Arc;

use seatwarden_base::{Result, db::Tx};

use super::{
    super::{
        listing::{COUNTED_MAX, Key, ListQuery, Listed, Order, PAGE, Page},
        store::list,
    },
    lookup::{Few, Lookup},
    walk::page_by_walk,
};
use crate::{
    accounts::{groups::Named, roles, seats},
    cx::{Cx, Permission, Role},
};

/// How many users fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// At least so many.
    pub known: usize,
    /// Whether there may be more.
    pub more: bool,
}

/// One user of a page.
#[derive(Clone, Debug)]
pub struct Shown {
    /// The user.
    pub user: Listed,
    /// The role; none if it was removed this moment.
    pub role: Option<Arc<Role>>,
    /// The groups, derived ones first.
    pub groups: Vec<Named>,
    /// Whether too many wrong passwords hold them up now.
    pub locked: bool,
}

/// A page of the list.
#[derive(Clone, Debug)]
pub struct Listing {
    /// The users in their order.
    pub users: Vec<Shown>,
    /// How many fit.
    pub count: Count,
    /// The page before, if there is one.
    pub previous: Option<Page>,
    /// The page after, if there is one.
    pub next: Option<Page>,
    /// All roles, strongest first.
    pub roles: Vec<Arc<Role>>,
}

impl Listing {
    /// A list that nobody fits.
    pub const fn nobody() -> Self {
        let count = Count { known: 0, more: false };
        Self { users: Vec::new(), count, previous: None, next: None, roles: Vec::new() }
    }
}

/// A page of the list.
pub async fn browse(cx: &Cx, query: &ListQuery) -> Result<Listing> {
    cx.require(Permission::ListUsers)?;
    let mut tx = cx.db.read().await?;
    let (lookup, found) = if let Some(mut lookup) = Lookup::of_everybody(cx, query) {
        // Side by side, because on PostgreSQL most of the time goes by on the way there and back.
        let roles = async { roles::list(&mut cx.db.read().await?).await };
        let (all, count, found) =
            tokio::try_join!(roles, everybody(cx), Turned::new(&lookup, &mut tx, &query.page))?;
        lookup.roles = shared(all);
        (lookup, Turned { count, ..found })
    } else {
        let lookup = Lookup::new(cx, &mut tx, query).await?;
        let mut found = Turned::new(&lookup, &mut tx, &query.page).await?;
        if query.is_everybody() {
            found.count = everybody(cx).await?;
        }
        (lookup, found)
    };
    let Turned { mut users, count, is_back, has_place } = found;
    let is_more = users.len() > PAGE;
    users.truncate(PAGE);
    if is_back {
        users.reverse();
    }
    let (has_previous, has_next) = if is_back { (is_more, true) } else { (has_place, is_more) };
    let cursor = |user: Option<&Listed>| user.map(|user| cursor_of(user, query.order));
    let previous = cursor(users.first()).filter(|_| has_previous).map(Page::Before);
    let next = cursor(users.last()).filter(|_| has_next).map(Page::After);
    let users = lookup.show(cx, users).await?;
    Ok(Listing { users, count, previous, next, roles: lookup.roles })
}

/// The users of a page, with one more if there is one.
struct Turned {
    users: Vec<Listed>,
    count: Count,
    /// Whether they come in reverse.
    is_back: bool,
    /// Whether the page begins somewhere in the list.
    has_place: bool,
}

impl Turned {
    async fn new(lookup: &Lookup, tx: &mut Tx, page: &Page) -> Result<Self> {
        let from = lookup.place(tx, page).await?;
        let has_place = from.is_some();
        let is_back = matches!(page, Page::Before(_)) && has_place;
        let (users, count) = match lookup.few(tx, COUNTED_MAX).await? {
            Few::Users(users) => lookup.cut(users, from.as_ref(), is_back),
            Few::TooMany { filters } => page_by_walk(lookup, tx, from, is_back, filters).await?,
        };
        Ok(Self { users, count, is_back, has_place })
    }
}

async fn everybody(cx: &Cx) -> Result<Count> {
    let most = i64::try_from(COUNTED_MAX).unwrap_or(i64::MAX);
    // Who holds a seat is counted already, and counting thousands anew costs as much as the page.
    let mut counted = seats::holders(cx).await?;
    if counted <= most {
        counted = list::count(&mut cx.db.read().await?, None, most + 1).await?;
    }
    let counted = usize::try_from(counted).unwrap_or_default();
    Ok(Count { known: counted.min(COUNTED_MAX), more: counted > COUNTED_MAX })
}

/// Roles that a page full of users have in common.
pub(super) fn shared(roles: Vec<Role>) -> Vec<Arc<Role>> {
    roles.into_iter().map(Arc::new).collect()
}

/// The name of a user's place in an order. The id alone would lose a place in time when its user comes back.
fn cursor_of(user: &Listed, order: Order) -> String {
    match user.key(order) {
        Key::Number(number) => format!("{}.{number}", user.id),
        Key::Text(_) => user.id.clone(),
    }
}
