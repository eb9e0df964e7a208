//! A query of the list made ready to be looked up: who fits it, and which of its filters fits fewest.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use seatwarden_base::{Result, db::Tx};

use super::{
    super::{
        listing::{DAY_MS, Key, ListQuery, Listed, Order, PAGE, Page, Part, State},
        sieve::{Search, Sieve},
        store::{
            found::{self, Found},
            list,
        },
    },
    browse::{Count, Shown, shared},
    json_list,
};
use crate::{
    accounts::{
        api_tokens,
        groups::{self, GroupKind, Member, Named},
        passwords, roles,
        seats::Seat,
    },
    cx::{BaseRole, Cx, Role},
};

/// How many users are read and sorted at most when a walk was in vain.
pub(super) const WIDE_MAX: usize = 20_000;

/// A place in an order: the rank of the part (0 if the order has none), the key, the id.
pub(super) type Place = (usize, Key, String);

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
    pub(super) order: Order,
    pub(super) is_down: bool,
    pub(super) sieve: Sieve,
    now_ms: i64,
    pub(super) roles: Vec<Arc<Role>>,
    /// The parts of the order, one after the other; none if it has none.
    pub(super) parts: Vec<Part>,
}

impl Lookup {
    /// A query that everybody fits, in an order without parts, which needs no look at the database; else none. The roles
    /// are still to be put in.
    pub(super) fn of_everybody(cx: &Cx, query: &ListQuery) -> Option<Self> {
        if !query.is_everybody() || matches!(query.order, Order::Role | Order::State | Order::Origin) {
            return None;
        }
        let (order, is_down, now_ms) = (query.order, query.is_down, cx.now_ms);
        let (roles, parts) = (Vec::new(), Vec::new());
        Some(Self { order, is_down, sieve: Sieve::default(), now_ms, roles, parts })
    }

    pub(super) async fn new(cx: &Cx, tx: &mut Tx, query: &ListQuery) -> Result<Self> {
        let all = shared(roles::list(tx).await?);
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
        let fits = |role: &&Arc<Role>| {
            query.role.as_ref().is_none_or(|id| *id == role.id || *id == role.name)
                && bases.as_ref().is_none_or(|bases| bases.contains(&role.base))
        };
        let is_by_role = query.role.is_some() || bases.is_some();
        let roles = is_by_role.then(|| all.iter().filter(fits).map(|role| role.id.clone()).collect());
        let mut sieve = Sieve {
            search: Search::of(&query.search),
            roles,
            is_by_seat: query.seat.is_some(),
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
        if query.unknown.is_some() {
            sieve.only = Some(HashSet::new());
        }
        if let Search::Token(text) = &sieve.search {
            let holders = api_tokens::holders(tx, text, to_i64(WIDE_MAX)).await?.into_iter();
            sieve.only = Some(match sieve.only.take() {
                None => holders.collect(),
                Some(only) => holders.filter(|id| only.contains(id)).collect(),
            });
        }
        let parts = Part::of_order(query.order, all.iter().map(|role| role.id.as_str()));
        let (order, is_down, now_ms) = (query.order, query.is_down, cx.now_ms);
        Ok(Self { order, is_down, sieve, now_ms, roles: all, parts })
    }

    fn rank(&self, user: &Listed) -> usize {
        let Some(part) = user.part(self.order) else { return 0 };
        self.parts.iter().position(|it| *it == part).unwrap_or(self.parts.len())
    }

    fn place_of(&self, user: &Listed) -> Place {
        (self.rank(user), user.key(self.order), user.id.clone())
    }

    /// Where a page begins or ends; nowhere if its user is gone.
    pub(super) async fn place(&self, tx: &mut Tx, page: &Page) -> Result<Option<Place>> {
        let (Page::After(cursor) | Page::Before(cursor)) = page else { return Ok(None) };
        if let Some((id, number)) = cursor.split_once('.') {
            return Ok(number.parse().ok().map(|number| (0, Key::Number(number), id.to_owned())));
        }
        let user = read(tx, std::slice::from_ref(cursor)).await?.pop();
        Ok(user.filter(|_| !self.order.is_by_time()).map(|user| self.place_of(&user)))
    }

    /// Everybody who fits, if some filter alone fits at most `most`.
    pub(super) async fn few(&self, tx: &mut Tx, most: usize) -> Result<Few> {
        match self.smallest(tx, most).await? {
            (Some(found), _) => Ok(Few::Users(self.sorted(tx, &found).await?)),
            (None, filters) => Ok(Few::TooMany { filters }),
        }
    }

    /// Those of the users found who fit, in their order.
    pub(super) async fn sorted(&self, tx: &mut Tx, found: &Found) -> Result<Vec<Listed>> {
        let users = read_found(tx, found).await?;
        let mut users = self.keep(tx, users).await?;
        self.order(&mut users);
        users.dedup_by(|one, other| one.id == other.id);
        Ok(users)
    }

    /// Puts users into the order of the query.
    pub(super) fn order(&self, users: &mut [Listed]) {
        users.sort_by_cached_key(|user| self.place_of(user));
        if self.is_down {
            users.reverse();
        }
    }

    /// Whom the filter finds that fits fewest, if it fits at most `most`, and how many filters there are.
    pub(super) async fn smallest(&self, tx: &mut Tx, most: usize) -> Result<(Option<Found>, usize)> {
        let limit = to_i64(most + 1);
        let sieve = &self.sieve;
        let mut smallest = sieve.only.as_ref().map(|only| Found::of_ids(only.iter().cloned().collect()));
        let mut filters = usize::from(smallest.is_some());
        // The first that fits next to nobody is as good as any other.
        let is_done = |found: &Option<Found>| found.as_ref().is_some_and(|found| found.len() <= PAGE);
        let mut take = |found: Found| {
            filters += 1;
            if found.len() <= most && smallest.as_ref().is_none_or(|known| known.len() > found.len()) {
                smallest = Some(found);
            }
            is_done(&smallest)
        };
        let mut done = match &sieve.search {
            Search::None | Search::Token(_) => false,
            Search::Beginning(text) => take(found::of_beginning(tx, text, limit).await?),
            Search::Part { text, turned } => take(found::of_part(tx, text, turned.as_deref(), limit).await?),
        };
        if let Some(group) = sieve.group.as_ref().filter(|_| !done) {
            done = take(Found::of_ids(groups::ids_inside(tx, group, limit).await?));
        }
        if let Some(roles) = sieve.roles.as_ref().filter(|_| !done) {
            let mut of_roles = Found::default();
            for role in roles {
                if of_roles.len() <= most {
                    of_roles.add(found::of_role(tx, role, limit).await?);
                }
            }
            done = take(of_roles);
        }
        let state = sieve.state.filter(|state| !done && *state != State::Locked);
        if let Some(state) = state {
            let (active, invited) = (state == State::Active, state == State::Invited);
            done = take(found::of_state(tx, active, invited, limit).await?);
        }
        if let Some(since_ms) = sieve.idle_since_ms.filter(|_| !done) {
            done = take(found::idle(tx, since_ms, limit).await?);
        }
        if let Some(origin) = sieve.origin.filter(|_| !done) {
            take(found::of_origin(tx, origin, limit).await?);
        }
        Ok((smallest, filters))
    }

    /// Those of `users` who fit.
    pub(super) async fn keep(&self, tx: &mut Tx, mut users: Vec<Listed>) -> Result<Vec<Listed>> {
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

    pub(super) fn role(&self, user: &Listed) -> Option<&Arc<Role>> {
        self.roles.iter().find(|role| role.id == user.role_id)
    }

    /// A page of users who are all there, with one more if there is one; backwards they come in reverse.
    pub(super) fn cut(
        &self,
        mut users: Vec<Listed>,
        from: Option<&Place>,
        is_back: bool,
    ) -> (Vec<Listed>, Count) {
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

    /// What the page shows of users beside themselves.
    pub(super) async fn show(&self, cx: &Cx, users: Vec<Listed>) -> Result<Vec<Shown>> {
        if users.is_empty() {
            return Ok(Vec::new());
        }
        let members = self.members(&users);
        // Side by side, because on PostgreSQL most of the time goes by on the way there and back.
        let groups = async { groups::of_users(&mut cx.db.read().await?, &members).await };
        let ids: Vec<&str> = users.iter().map(|user| user.id.as_str()).collect();
        let locked = async { passwords::locked_of(&mut cx.db.read().await?, self.now_ms, &ids).await };
        let (groups, locked) = tokio::try_join!(groups, locked)?;
        let show = |(user, groups): (Listed, Vec<Named>)| Shown {
            role: self.role(&user).cloned(),
            groups,
            locked: locked.contains(&user.id),
            user,
        };
        Ok(users.into_iter().zip(groups).map(show).collect())
    }
}

/// The users with these ids, in no order; those who are gone are left away.
pub(super) async fn read(tx: &mut Tx, ids: &[String]) -> Result<Vec<Listed>> {
    list::list_of_ids(tx, &json_list(ids)?).await
}

/// The same in the order of the ids.
pub(super) async fn read_in_order(tx: &mut Tx, ids: &[String]) -> Result<Vec<Listed>> {
    let found = read(tx, ids).await?;
    let mut by_id: HashMap<String, Listed> = found.into_iter().map(|user| (user.id.clone(), user)).collect();
    Ok(ids.iter().filter_map(|id| by_id.remove(id)).collect())
}

/// The users who were found, in no order; those who are gone are left away.
pub(super) async fn read_found(tx: &mut Tx, found: &Found) -> Result<Vec<Listed>> {
    let mut users = if found.places.is_empty() {
        Vec::new()
    } else {
        list::list_of_places(tx, &json_list(&found.places)?).await?
    };
    if !found.search_numbers.is_empty() {
        let numbers = json_list(&found.search_numbers)?;
        users.extend(list::list_of_search_numbers(tx, &numbers, found.search_numbers.len()).await?);
    }
    if !found.ids.is_empty() {
        users.extend(read(tx, &found.ids).await?);
    }
    Ok(users)
}

pub(super) fn to_i64(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
