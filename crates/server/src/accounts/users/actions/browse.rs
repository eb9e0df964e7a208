//! The list of users, page by page: search, filters and order.
//!
//! Two ways lead to a page. If some filter alone fits few users, all of them are read and sorted here. If
//! each fits many, the list is walked in its order, and the page is full soon. See docs/decisions/0013-search.md.

use std::collections::HashSet;

use seatwarden_base::{Error, Result, db::Tx};

use super::super::{
    listing::{
        COUNTED_MAX, DAY_MS, Key, LAST_TEXT, ListQuery, Listed, Order, PAGE, Page, Search, Sieve, State,
    },
    store::{list, search},
};
use crate::{
    accounts::{
        api_tokens,
        groups::{self, GroupKind, Member, Named},
        passwords, roles,
        seats::Seat,
    },
    cx::{BaseRole, Cx, Permission, Role},
};

/// After how many users that were looked at in vain a walk is given up for a wider look at the filters.
const WALKED_MAX: usize = 4_000;
/// How many users are read and sorted at most when a walk was in vain.
const WIDE_MAX: usize = 20_000;
/// How many users a walk reads at once at most.
pub(super) const STEP_MAX: usize = 2_000;

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
    pub role: Option<Role>,
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
    pub roles: Vec<Role>,
}

/// A page of the list.
pub async fn browse(cx: &Cx, query: &ListQuery) -> Result<Listing> {
    cx.require(Permission::ListUsers)?;
    let mut tx = cx.db.read().await?;
    let lookup = Lookup::new(cx, &mut tx, query).await?;
    let from = lookup.place(&mut tx, &query.page).await?;
    let is_back = matches!(query.page, Page::Before(_)) && from.is_some();
    let few = lookup.few(&mut tx, COUNTED_MAX).await?;
    let (mut found, count) = match few {
        Few::Users(users) => lookup.cut(users, from.as_ref(), is_back),
        Few::TooMany { filters } => lookup.walk(&mut tx, from.clone(), is_back, filters).await?,
    };
    let is_more = found.len() > PAGE;
    found.truncate(PAGE);
    if is_back {
        found.reverse();
    }
    let (has_previous, has_next) = if is_back { (is_more, true) } else { (from.is_some(), is_more) };
    let cursor = |user: Option<&Listed>| user.map(|user| cursor_of(user, query.order));
    let previous = cursor(found.first()).filter(|_| has_previous).map(Page::Before);
    let next = cursor(found.last()).filter(|_| has_next).map(Page::After);
    let count = if lookup.is_everybody() { everybody(&mut tx).await? } else { count };
    let users = lookup.show(&mut tx, found).await?;
    Ok(Listing { users, count, previous, next, roles: lookup.roles })
}

async fn everybody(tx: &mut Tx) -> Result<Count> {
    let most = i64::try_from(COUNTED_MAX).unwrap_or(i64::MAX);
    let counted = usize::try_from(list::count(tx, None, most + 1).await?).unwrap_or_default();
    Ok(Count { known: counted.min(COUNTED_MAX), more: counted > COUNTED_MAX })
}

/// The name of a user's place in an order. The id alone would lose a place in time when its user comes back.
fn cursor_of(user: &Listed, order: Order) -> String {
    match user.key(order) {
        Key::Number(number) => format!("{}.{number}", user.id),
        Key::Text(_) => user.id.clone(),
    }
}

/// A place in an order: the role's rank (0 unless sorted by it), the key, the id.
type Place = (usize, Key, String);

/// What the filters, taken one by one, fit.
pub(super) enum Few {
    /// Some filter fits few: everybody who fits all filters, in their order.
    Users(Vec<Listed>),
    /// Every filter fits many; how many filters there are.
    TooMany {
        /// Their number.
        filters: usize,
    },
}

/// A query made ready to be looked up.
pub(super) struct Lookup {
    order: Order,
    is_down: bool,
    sieve: Sieve,
    now_ms: i64,
    pub(super) roles: Vec<Role>,
}

impl Lookup {
    pub(super) async fn new(cx: &Cx, tx: &mut Tx, query: &ListQuery) -> Result<Self> {
        let all = roles::list(tx).await?;
        let mut bases: Option<Vec<BaseRole>> = query
            .seat
            .map(|seat| all.iter().map(|role| role.base).filter(|base| Seat::of(*base) == seat).collect());
        let mut group = None;
        if let Some(asked) = &query.group {
            let asked = groups::find_in(tx, asked).await?;
            match asked.kind {
                GroupKind::Plain => group = Some(asked.id),
                GroupKind::Everyone => {}
                GroupKind::Admins => {
                    let admins = |base: &BaseRole| {
                        base.is_admin() && bases.as_ref().is_none_or(|it| it.contains(base))
                    };
                    bases = Some(all.iter().map(|role| role.base).filter(admins).collect());
                }
            }
        }
        let fits = |role: &&Role| {
            query.role.as_ref().is_none_or(|id| *id == role.id || *id == role.name)
                && bases.as_ref().is_none_or(|bases| bases.contains(&role.base))
        };
        let is_by_role = query.role.is_some() || bases.is_some();
        let roles = is_by_role.then(|| all.iter().filter(fits).map(|role| role.id.clone()).collect());
        let mut sieve = Sieve {
            search: Search::of(&query.search),
            roles,
            group,
            state: query.state,
            origin: query.origin,
            idle_since_ms: query.idle_days.map(|days| cx.now_ms - i64::from(days) * DAY_MS),
            only: None,
        };
        if query.state == Some(State::Locked) {
            sieve.only =
                Some(passwords::locked(tx, cx.now_ms, to_i64(WIDE_MAX)).await?.into_iter().collect());
        }
        if let Search::Token(text) = &sieve.search {
            let holders = api_tokens::holders(tx, text, to_i64(WIDE_MAX)).await?.into_iter();
            sieve.only = Some(match sieve.only.take() {
                None => holders.collect(),
                Some(only) => holders.filter(|id| only.contains(id)).collect(),
            });
        }
        Ok(Self { order: query.order, is_down: query.is_down, sieve, now_ms: cx.now_ms, roles: all })
    }

    fn is_everybody(&self) -> bool {
        let Sieve { search, roles, group, state, origin, idle_since_ms, only } = &self.sieve;
        *search == Search::None
            && roles.is_none()
            && group.is_none()
            && state.is_none()
            && origin.is_none()
            && idle_since_ms.is_none()
            && only.is_none()
    }

    fn rank(&self, user: &Listed) -> usize {
        if self.order != Order::Role {
            return 0;
        }
        self.roles.iter().position(|role| role.id == user.role_id).unwrap_or(self.roles.len())
    }

    fn place_of(&self, user: &Listed) -> Place {
        (self.rank(user), user.key(self.order), user.id.clone())
    }

    /// Where a page begins or ends; nowhere if its user is gone.
    async fn place(&self, tx: &mut Tx, page: &Page) -> Result<Option<Place>> {
        let (Page::After(cursor) | Page::Before(cursor)) = page else { return Ok(None) };
        if let Some((id, number)) = cursor.split_once('.') {
            return Ok(number.parse().ok().map(|number| (0, Key::Number(number), id.to_owned())));
        }
        let user = read(tx, std::slice::from_ref(cursor)).await?.pop();
        let is_number = matches!(self.order, Order::LastActive | Order::Created);
        Ok(user.filter(|_| !is_number).map(|user| self.place_of(&user)))
    }

    /// Everybody who fits, if some filter alone fits at most `most`.
    pub(super) async fn few(&self, tx: &mut Tx, most: usize) -> Result<Few> {
        let (smallest, filters) = self.smallest(tx, most).await?;
        let Some(ids) = smallest else { return Ok(Few::TooMany { filters }) };
        let users = read(tx, &ids).await?;
        let mut users = self.keep(tx, users).await?;
        users.sort_by_cached_key(|user| self.place_of(user));
        if self.is_down {
            users.reverse();
        }
        Ok(Few::Users(users))
    }

    /// The ids of the filter that fits fewest, if it fits at most `most`, and how many filters there are.
    async fn smallest(&self, tx: &mut Tx, most: usize) -> Result<(Option<Vec<String>>, usize)> {
        let limit = to_i64(most + 1);
        let sieve = &self.sieve;
        let mut smallest: Option<Vec<String>> =
            sieve.only.as_ref().map(|only| only.iter().cloned().collect());
        let mut filters = usize::from(smallest.is_some());
        // The first that fits next to nobody is as good as any other.
        let is_done = |ids: &Option<Vec<String>>| ids.as_ref().is_some_and(|ids| ids.len() <= PAGE);
        let mut take = |ids: Vec<String>| {
            filters += 1;
            if ids.len() <= most && smallest.as_ref().is_none_or(|known| known.len() > ids.len()) {
                smallest = Some(ids);
            }
            is_done(&smallest)
        };
        let mut done = match &sieve.search {
            Search::None | Search::Token(_) => false,
            Search::Beginning(text) => take(list::list_ids_of_beginning(tx, text, limit).await?),
            Search::Part(text) => {
                let mut ids = search::list(tx, text, limit).await?;
                ids.push(text.clone());
                take(ids)
            }
        };
        if let Some(group) = sieve.group.as_ref().filter(|_| !done) {
            done = take(groups::ids_inside(tx, group, limit).await?);
        }
        if let Some(roles) = sieve.roles.as_ref().filter(|_| !done) {
            let mut ids = Vec::new();
            for role in roles {
                if ids.len() <= most {
                    ids.extend(list::list_ids_of_role(tx, role, limit).await?);
                }
            }
            done = take(ids);
        }
        let state = sieve.state.filter(|state| !done && *state != State::Locked);
        if let Some(state) = state {
            let (active, invited) = (state == State::Active, state == State::Invited);
            done = take(list::list_ids_of_state(tx, active, invited, limit).await?);
        }
        if let Some(since_ms) = sieve.idle_since_ms.filter(|_| !done) {
            done = take(list::list_ids_idle(tx, since_ms, limit).await?);
        }
        if let Some(origin) = sieve.origin.filter(|_| !done) {
            take(list::list_ids_of_origin(tx, origin, limit).await?);
        }
        Ok((smallest, filters))
    }

    /// Those of `users` who fit.
    async fn keep(&self, tx: &mut Tx, mut users: Vec<Listed>) -> Result<Vec<Listed>> {
        users.retain(|user| self.sieve.fits(user));
        let Some(group) = self.sieve.group.as_ref().filter(|_| !users.is_empty()) else { return Ok(users) };
        let ids: Vec<&str> = users.iter().map(|user| user.id.as_str()).collect();
        let inside = groups::inside_of(tx, group, &ids).await?;
        users.retain(|user| inside.contains(&user.id));
        Ok(users)
    }

    fn members<'a>(&self, users: &'a [Listed]) -> Vec<Member<'a>> {
        let base = |user: &Listed| self.role(user).map_or(BaseRole::Consumer, |role| role.base);
        users.iter().map(|user| Member { id: &user.id, role: base(user) }).collect()
    }

    pub(super) fn role(&self, user: &Listed) -> Option<&Role> {
        self.roles.iter().find(|role| role.id == user.role_id)
    }

    /// A page of users who are all there, with one more if there is one; backwards they come in reverse.
    fn cut(&self, mut users: Vec<Listed>, from: Option<&Place>, is_back: bool) -> (Vec<Listed>, Count) {
        let count = Count { known: users.len(), more: false };
        let is_down = self.is_down != is_back;
        if is_back {
            users.reverse();
        }
        if let Some(from) = from {
            users.retain(
                |user| if is_down { self.place_of(user) < *from } else { self.place_of(user) > *from },
            );
        }
        users.truncate(PAGE + 1);
        (users, count)
    }

    /// A page by walking the list, with one more user if there is one; backwards they come in reverse.
    async fn walk(
        &self,
        tx: &mut Tx,
        from: Option<Place>,
        is_back: bool,
        filters: usize,
    ) -> Result<(Vec<Listed>, Count)> {
        let is_first = from.is_none();
        let mut walk = Walk::new(self, from.clone(), self.is_down != is_back);
        let (mut found, mut looked_at, mut step) = (Vec::new(), 0, PAGE + 1);
        while let Some(users) = walk.next(tx, step).await? {
            looked_at += users.len();
            found.extend(self.keep(tx, users).await?);
            if found.len() > PAGE {
                break;
            }
            if looked_at >= WALKED_MAX && step < WIDE_MAX {
                if let Few::Users(users) = self.few(tx, WIDE_MAX).await? {
                    return Ok(self.cut(users, from.as_ref(), is_back));
                }
                // From here on there is nothing but to walk on.
                step = WIDE_MAX;
            } else if step < STEP_MAX {
                step = (step * 4).min(STEP_MAX);
            }
        }
        found.truncate(PAGE + 1);
        let is_whole = is_first && found.len() <= PAGE;
        let known = if filters == 1 && !is_whole { COUNTED_MAX } else { found.len() };
        Ok((found, Count { known, more: !is_whole }))
    }

    /// What the page shows of users beside themselves.
    pub(super) async fn show(&self, tx: &mut Tx, users: Vec<Listed>) -> Result<Vec<Shown>> {
        if users.is_empty() {
            return Ok(Vec::new());
        }
        let groups = groups::of_users(tx, &self.members(&users)).await?;
        let locked: HashSet<String> =
            passwords::locked(tx, self.now_ms, to_i64(WIDE_MAX)).await?.into_iter().collect();
        let show = |(user, groups): (Listed, Vec<Named>)| Shown {
            role: self.role(&user).cloned(),
            groups,
            locked: locked.contains(&user.id),
            user,
        };
        Ok(users.into_iter().zip(groups).map(show).collect())
    }
}

/// A way through the list in its order.
struct Walk {
    is_down: bool,
    order: Order,
    place: (Key, String),
    /// Ids of the roles still to be walked, one after the other; none if roles do not matter.
    roles: Option<std::vec::IntoIter<String>>,
    role: Option<String>,
    /// All keys begin so.
    beginning: Option<String>,
    /// No key is as large as this one.
    below: Option<Key>,
    is_over: bool,
}

impl Walk {
    fn new(lookup: &Lookup, from: Option<Place>, is_down: bool) -> Self {
        let (order, sieve) = (lookup.order, &lookup.sieve);
        // Sorted by what the search looks at, those who fit stand together.
        let beginning = match (&sieve.search, order) {
            (Search::Beginning(text), Order::UserName | Order::Email) => Some(text.clone()),
            _ => None,
        };
        let below = sieve.idle_since_ms.filter(|_| order == Order::LastActive).map(Key::Number);
        let start = match (&beginning, &below) {
            (Some(text), _) if is_down => Key::Text(format!("{text}{LAST_TEXT}")),
            (Some(text), _) => Key::Text(text.clone()),
            (None, Some(below)) if is_down => below.clone(),
            (None, _) => Key::end(order, is_down),
        };
        let mut roles: Option<Vec<String>> = match (order, &sieve.roles) {
            (Order::Role, fit) => {
                let ids = lookup.roles.iter().map(|role| role.id.clone());
                Some(ids.filter(|id| fit.as_ref().is_none_or(|fit| fit.contains(id))).collect())
            }
            (Order::UserName, Some(fit)) if fit.len() == 1 => Some(fit.iter().cloned().collect()),
            _ => None,
        };
        if let (Some(roles), true, Order::Role) = (roles.as_mut(), is_down, order) {
            roles.reverse();
        }
        let mut place = (start, String::new());
        if let Some((rank, key, id)) = from {
            // A place from before the filter was set may lie outside of it.
            let is_further = if is_down { key < place.0 } else { key > place.0 };
            if let (Some(roles), Order::Role) = (roles.as_mut(), order) {
                let rank_of =
                    |id: &String| lookup.roles.iter().position(|role| role.id == *id).unwrap_or_default();
                roles.retain(|id| if is_down { rank_of(id) <= rank } else { rank_of(id) >= rank });
            }
            if is_further || order == Order::Role {
                place = (key, id);
            }
        }
        let mut roles = roles.map(Vec::into_iter);
        let role = roles.as_mut().and_then(Iterator::next);
        let is_over = roles.is_some() && role.is_none();
        Self { is_down, order, place, roles, role, beginning, below, is_over }
    }

    /// The next users, at most `limit`; none at the end.
    async fn next(&mut self, tx: &mut Tx, limit: usize) -> Result<Option<Vec<Listed>>> {
        if self.is_over {
            return Ok(None);
        }
        let Some(role) = self.role.clone() else {
            let place = (&self.place.0, self.place.1.as_str());
            let users = list::list_from(tx, self.order, self.is_down, place, to_i64(limit)).await?;
            self.is_over = users.len() < limit;
            return Ok(self.take(users));
        };
        let mut users = Vec::new();
        let mut role = Some(role);
        while let Some(id) = role.clone().filter(|_| users.len() < limit) {
            let Key::Text(name) = &self.place.0 else { break };
            let rest = limit - users.len();
            let more = list::list_of_role(tx, &id, self.is_down, (name, &self.place.1), to_i64(rest)).await?;
            if more.len() < rest {
                role = self.roles.as_mut().and_then(Iterator::next);
                self.place = (Key::end(Order::UserName, self.is_down), String::new());
            } else if let Some(last) = more.last() {
                self.place = (last.key(self.order), last.id.clone());
            }
            users.extend(more);
        }
        self.is_over = role.is_none();
        self.role = role;
        Ok(Some(users).filter(|users| !users.is_empty()))
    }

    /// Remembers the place, and leaves away what lies behind the end.
    fn take(&mut self, mut users: Vec<Listed>) -> Option<Vec<Listed>> {
        if let Some(last) = users.last() {
            self.place = (last.key(self.order), last.id.clone());
        }
        let (beginning, below, order) = (self.beginning.as_deref(), self.below.as_ref(), self.order);
        let is_inside = |user: &Listed| {
            let key = user.key(order);
            let begins = match (&key, beginning) {
                (Key::Text(text), Some(beginning)) => text.starts_with(beginning),
                _ => true,
            };
            begins && below.is_none_or(|below| key < *below)
        };
        if users.last().is_some_and(|user| !is_inside(user)) {
            self.is_over = true;
            users.retain(is_inside);
        }
        Some(users).filter(|users| !users.is_empty())
    }
}

/// Everybody who fits, some at a time, for exports and bulk acts.
pub(super) struct Everybody {
    pub(super) lookup: Lookup,
    sorted: Option<std::vec::IntoIter<Listed>>,
    walk: Walk,
}

impl Everybody {
    pub(super) async fn new(cx: &Cx, tx: &mut Tx, query: &ListQuery) -> Result<Self> {
        let lookup = Lookup::new(cx, tx, query).await?;
        let sorted = match lookup.few(tx, COUNTED_MAX).await? {
            Few::Users(users) => Some(users.into_iter()),
            Few::TooMany { .. } => None,
        };
        let walk = Walk::new(&lookup, None, lookup.is_down);
        Ok(Self { lookup, sorted, walk })
    }

    /// The next users, of at most `limit` that are looked at, none at the end; a step may be empty.
    pub(super) async fn next(&mut self, tx: &mut Tx, limit: usize) -> Result<Option<Vec<Listed>>> {
        let limit = limit.min(STEP_MAX);
        if let Some(sorted) = &mut self.sorted {
            let step: Vec<Listed> = sorted.take(limit).collect();
            return Ok(Some(step).filter(|step| !step.is_empty()));
        }
        match self.walk.next(tx, limit).await? {
            Some(users) => Ok(Some(self.lookup.keep(tx, users).await?)),
            None => Ok(None),
        }
    }
}

/// The users with these ids, in no order; those who are gone are left away.
pub(super) async fn read(tx: &mut Tx, ids: &[String]) -> Result<Vec<Listed>> {
    let ids = serde_json::to_string(ids).map_err(|cause| Error::fault("writing JSON", cause))?;
    list::list_of_ids(tx, &ids).await
}

fn to_i64(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
