//! Users as API clients ask for them: by ids, by exact values, or everybody in some order, however many.

use std::collections::{HashMap, HashSet};

use seatwarden_base::{
    Result,
    db::{NUL_IN_TEXT, Tx},
};

use super::{
    super::{
        listing::{COUNTED_MAX, Key, LAST_TEXT, ListQuery, Listed, Order},
        model::{User, name_key},
        sieve::{PART_MIN, Search},
        store,
    },
    json_list,
    lookup::{Lookup, read, read_in_order, to_i64},
    member,
    walk::Everybody,
};
use crate::{
    accounts::groups::{self, GroupKind, Member, Named},
    cx::{Cx, Permission},
    text::search_key,
};

/// Which users are wanted; what is not given does not matter.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// Search, filters and order, as a page would ask for them.
    pub query: ListQuery,
    /// Whether the order was asked for: then it counts for ids as well.
    pub is_sorted: bool,
    /// Only those with these ids, in their order.
    pub ids: Option<Vec<String>>,
    /// Only who has this address, whatever its case.
    pub email: Option<String>,
    /// Only who has this user name, whatever its case.
    pub user_name: Option<String>,
    /// Only those with this first name, whatever its case.
    pub first_name: Option<String>,
    /// Only those with this last name, whatever its case.
    pub last_name: Option<String>,
    /// Only those who may sign in, or may not.
    pub active: Option<bool>,
    /// Only members of one of these groups, by id.
    pub groups: Vec<String>,
    /// How many to pass over.
    pub skip: u64,
    /// How many at most.
    pub limit: Option<u64>,
}

impl Selection {
    /// Whether nothing but the order, where it begins and where it ends was asked for.
    fn is_everybody(&self) -> bool {
        let names = [&self.email, &self.user_name, &self.first_name, &self.last_name];
        self.query.is_everybody()
            && self.ids.is_none()
            && names.into_iter().all(Option::is_none)
            && self.active.is_none()
            && self.groups.is_empty()
    }

    /// The query with a search that everybody fits who has the wanted names, so that an index finds them.
    fn narrowed(&self) -> ListQuery {
        let mut query = self.query.clone();
        let names = [&self.first_name, &self.last_name].into_iter().flatten();
        let longest = names.map(|name| name_key(name)).max_by_key(|name| name.chars().count());
        if let Some(name) = longest.filter(|name| query.search.is_empty() && Search::is_part(name)) {
            query.search = name;
        }
        query
    }
}

/// A user with the names of the groups.
#[derive(Clone, Debug)]
pub struct Selected {
    /// The user, with the ids of the groups.
    pub user: User,
    /// The groups, derived ones first.
    pub groups: Vec<Named>,
}

/// A selection on its way to the client.
pub struct Selecting {
    cx: Cx,
    wanted: Selection,
    source: Source,
    /// A search too short for the index: any part of the names and the address.
    part: Option<Search>,
    skip: u64,
    left: Option<u64>,
}

enum Source {
    These(std::vec::IntoIter<Listed>),
    Everybody(Box<Everybody>),
    /// Everybody in the order of user names, as most clients ask: read whole, from a place on.
    InOrder {
        place: (String, String),
        is_down: bool,
    },
}

impl Source {
    /// Everybody, from a place on if there is one.
    async fn everybody(cx: &Cx, tx: &mut Tx, query: &ListQuery, from: Option<(Key, String)>) -> Result<Self> {
        if query.order != Order::UserName {
            return Ok(Self::Everybody(Box::new(Everybody::new(cx, tx, query, from).await?)));
        }
        let is_down = query.is_down;
        let place = match from {
            Some((Key::Text(name), id)) => (name, id),
            _ => ((if is_down { LAST_TEXT } else { "" }).to_owned(), String::new()),
        };
        Ok(Self::InOrder { place, is_down })
    }
}

/// How many users are read at once.
const STEP: usize = 500;

/// Begins to select users.
pub async fn select(cx: &Cx, mut wanted: Selection) -> Result<Selecting> {
    cx.require(Permission::ListUsers)?;
    let texts = [&wanted.email, &wanted.user_name, &wanted.first_name, &wanted.last_name];
    let lists = wanted.ids.iter().flatten().chain([&wanted.query.search]);
    if texts.into_iter().flatten().chain(lists).any(|text| text.contains('\0')) {
        return Err(NUL_IN_TEXT.into());
    }
    let search = search_key(&wanted.query.search);
    let is_short = !search.is_empty() && search.chars().count() < PART_MIN;
    let part = is_short.then(|| Search::part(search));
    if part.is_some() {
        wanted.query.search.clear();
    }
    let mut tx = cx.db.read().await?;
    let is_everybody = part.is_none() && wanted.is_everybody();
    let from = if is_everybody { pass_over(&mut tx, &mut wanted).await? } else { None };
    let source = match few(&mut tx, &wanted).await? {
        None if is_everybody => Source::everybody(cx, &mut tx, &wanted.query, from).await?,
        Some(users) if wanted.query.is_everybody() && !wanted.is_sorted => Source::These(users.into_iter()),
        Some(users) => these(cx, &mut tx, &wanted.query, users, wanted.is_sorted).await?,
        None => match members(&mut tx, &wanted.groups).await? {
            Some(users) => these(cx, &mut tx, &wanted.query, users, true).await?,
            None => Source::Everybody(Box::new(Everybody::new(cx, &mut tx, &wanted.narrowed(), None).await?)),
        },
    };
    let (skip, left) = (wanted.skip, wanted.limit);
    Ok(Selecting { cx: cx.clone(), wanted, source, part, skip, left })
}

/// Passes over who is to be skipped, of everybody, where an index alone knows how: reading them takes seconds for a million.
/// Answers the place to go on from.
async fn pass_over(tx: &mut Tx, wanted: &mut Selection) -> Result<Option<(Key, String)>> {
    let (order, is_down) = (wanted.query.order, wanted.query.is_down);
    if wanted.skip == 0 || matches!(order, Order::Role | Order::State | Order::Origin) {
        return Ok(None);
    }
    let count = i64::try_from(wanted.skip).unwrap_or(i64::MAX);
    let place = store::list::find_place_after(tx, order, is_down, count).await?;
    if place.is_none() {
        wanted.limit = Some(0);
    }
    wanted.skip = 0;
    Ok(place)
}

/// The users whom ids or exact names fit, if such are given.
async fn few(tx: &mut Tx, wanted: &Selection) -> Result<Option<Vec<Listed>>> {
    let ids = if let Some(ids) = &wanted.ids {
        ids.clone()
    } else {
        let Some(name) = wanted.email.as_ref().or(wanted.user_name.as_ref()) else { return Ok(None) };
        store::find_id_by_name(tx, &name_key(name)).await?.into_iter().collect()
    };
    Ok(Some(read_in_order(tx, &ids).await?))
}

/// Those of `users` who fit the query, in its order if that was asked for.
async fn these(
    cx: &Cx,
    tx: &mut Tx,
    query: &ListQuery,
    users: Vec<Listed>,
    is_sorted: bool,
) -> Result<Source> {
    let lookup = Lookup::new(cx, tx, query).await?;
    let mut users = lookup.keep(tx, users).await?;
    if is_sorted {
        lookup.order(&mut users);
    }
    Ok(Source::These(users.into_iter()))
}

/// Everybody who can be in one of these groups, if those are few; in no order.
async fn members(tx: &mut Tx, group_ids: &[String]) -> Result<Option<Vec<Listed>>> {
    if group_ids.is_empty() {
        return Ok(None);
    }
    let mut ids = HashSet::new();
    for group_id in group_ids {
        if groups::find_in(tx, group_id).await?.kind != GroupKind::Plain {
            return Ok(None);
        }
        ids.extend(groups::ids_inside(tx, group_id, to_i64(COUNTED_MAX + 1)).await?);
        if ids.len() > COUNTED_MAX {
            return Ok(None);
        }
    }
    Ok(Some(read(tx, &ids.into_iter().collect::<Vec<_>>()).await?))
}

impl Selecting {
    /// The next users, none at the end; a step may be empty.
    pub async fn next(&mut self) -> Result<Option<Vec<Selected>>> {
        if self.left == Some(0) {
            return Ok(None);
        }
        let mut tx = self.cx.db.read().await?;
        let wanted = self.left.map_or(STEP, |left| {
            usize::try_from(left.saturating_add(self.skip)).unwrap_or(STEP).clamp(1, STEP)
        });
        if let Source::InOrder { place, is_down } = &mut self.source {
            let users =
                store::list::list_whole_from(&mut tx, *is_down, (&place.0, &place.1), to_i64(wanted)).await?;
            if let Some(last) = users.last() {
                *place = (name_key(&last.person.user_name), last.person.id.clone());
            }
            if users.len() < wanted {
                self.left = Some(0);
            } else if let Some(left) = &mut self.left {
                *left -= users.len() as u64;
            }
            return Ok(Some(with_groups(&mut tx, users).await?).filter(|users| !users.is_empty()));
        }
        let listed = match &mut self.source {
            Source::These(users) => {
                let step: Vec<Listed> = users.take(STEP).collect();
                Some(step).filter(|step| !step.is_empty())
            }
            Source::Everybody(everybody) => everybody.next(&mut tx, wanted).await?,
            Source::InOrder { .. } => None,
        };
        let Some(mut listed) = listed else { return Ok(None) };
        listed.retain(|user| self.fits(user));
        if self.wanted.groups.is_empty() {
            self.cut(&mut listed);
        }
        let mut selected = whole(&mut tx, &listed).await?;
        if !self.wanted.groups.is_empty() {
            let is_in = |group: &Named| self.wanted.groups.contains(&group.id);
            selected.retain(|it| it.groups.iter().any(is_in));
            self.cut(&mut selected);
        }
        Ok(Some(selected))
    }

    /// Whether nothing more comes.
    pub fn is_over(&self) -> bool {
        self.left == Some(0) || matches!(&self.source, Source::These(users) if users.len() == 0)
    }

    fn fits(&self, user: &Listed) -> bool {
        let wanted = &self.wanted;
        let is = |wanted: &Option<String>, has: &str| {
            wanted.as_ref().is_none_or(|wanted| name_key(wanted) == name_key(has))
        };
        is(&wanted.email, &user.email)
            && is(&wanted.user_name, &user.user_name)
            && is(&wanted.first_name, &user.first_name)
            && is(&wanted.last_name, &user.last_name)
            && self.part.as_ref().is_none_or(|part| part.fits(user))
            && wanted.active.is_none_or(|active| active == user.active)
    }

    /// Passes over what is to be skipped, and what is beyond the limit.
    fn cut<T>(&mut self, users: &mut Vec<T>) {
        let skipped = usize::try_from(self.skip).unwrap_or(usize::MAX).min(users.len());
        users.drain(..skipped);
        self.skip -= skipped as u64;
        if let Some(left) = &mut self.left {
            users.truncate(usize::try_from(*left).unwrap_or(usize::MAX));
            *left -= users.len() as u64;
        }
    }
}

/// The same users with everything that the API shows, in the same order.
async fn whole(tx: &mut Tx, listed: &[Listed]) -> Result<Vec<Selected>> {
    if listed.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<&str> = listed.iter().map(|user| user.id.as_str()).collect();
    let users = store::list::list_whole_of_ids(tx, &json_list(&ids)?).await?;
    let whole = with_groups(tx, users).await?;
    let mut by_id: HashMap<String, Selected> =
        whole.into_iter().map(|it| (it.user.person.id.clone(), it)).collect();
    Ok(ids.into_iter().filter_map(|id| by_id.remove(id)).collect())
}

/// These users with their groups.
async fn with_groups(tx: &mut Tx, users: Vec<User>) -> Result<Vec<Selected>> {
    if users.is_empty() {
        return Ok(Vec::new());
    }
    let members: Vec<Member<'_>> = users.iter().map(|user| member(&user.person)).collect();
    let groups = groups::of_users(tx, &members).await?;
    let whole = users.into_iter().zip(groups).map(|(mut user, groups)| {
        user.groups = groups.iter().map(|group| group.id.clone()).collect();
        Selected { user, groups }
    });
    Ok(whole.collect())
}
