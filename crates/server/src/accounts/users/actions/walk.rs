//! Walking the list of users in its order: page by page if every filter fits many, and everybody for exports and
//! bulk acts.

use seatwarden_base::{
    Result,
    db::{Engine, Tx},
};

use super::{
    super::{
        listing::{COUNTED_MAX, Key, LAST_TEXT, ListQuery, Listed, Order, PAGE, Part},
        store::{found::Found, list},
    },
    browse::Count,
    json_list,
    lookup::{Few, Lookup, Place, WIDE_MAX, to_i64},
};
use crate::cx::Cx;

/// After how many users that were looked at without filling a page the filters are counted further.
const WALKED_MAX: usize = 250;
/// How many users a walk reads at once at most.
pub(super) const STEP_MAX: usize = 2_000;

/// A page by walking the list, with one more user if there is one; backwards they come in reverse.
pub(super) async fn page_by_walk(
    lookup: &Lookup,
    tx: &mut Tx,
    from: Option<Place>,
    is_back: bool,
    filters: usize,
) -> Result<(Vec<Listed>, Count)> {
    let is_first = from.is_none();
    let mut walk = Walk::new(lookup, from.clone(), lookup.is_down != is_back);
    let (mut found, mut looked_at, mut step, mut is_counted) = (Vec::new(), 0, PAGE + 1, false);
    while let Some(users) = walk.next(tx, step).await? {
        looked_at += users.len();
        found.extend(lookup.keep(tx, users).await?);
        if found.len() > PAGE {
            break;
        }
        if looked_at >= WALKED_MAX && !is_counted {
            is_counted = true;
            let whole_walk = (looked_at * (PAGE + 1)).checked_div(found.len()).unwrap_or(WIDE_MAX);
            // If so few fit one of the filters, reading them all is the shorter way.
            if let (Some(few), _) = lookup.smallest(tx, whole_walk.min(WIDE_MAX)).await? {
                if lookup.order == Order::UserName && lookup.sieve.is_beginning_only() {
                    let is_down = lookup.is_down != is_back;
                    let users = first_of(tx, &few, is_down, from).await?;
                    return Ok((users, Count { known: few.len(), more: false }));
                }
                let users = lookup.sorted(tx, &few).await?;
                return Ok(lookup.cut(users, from.as_ref(), is_back));
            }
        }
        step = (step * 4).min(STEP_MAX);
    }
    found.truncate(PAGE + 1);
    let is_whole = is_first && found.len() <= PAGE;
    let known = if filters == 1 && !is_whole { COUNTED_MAX } else { found.len() };
    Ok((found, Count { known, more: !is_whole }))
}

/// The users of a page of all who were found, in the order of user names: the database sorts them, so that not all are
/// read.
async fn first_of(tx: &mut Tx, found: &Found, is_down: bool, from: Option<Place>) -> Result<Vec<Listed>> {
    let users = match tx.engine() {
        Engine::Sqlite => json_list(&found.places)?,
        Engine::Postgres => json_list(&found.ids)?,
    };
    let place = match from {
        Some((_, Key::Text(name), id)) => (name, id),
        _ => ((if is_down { LAST_TEXT } else { "" }).to_owned(), String::new()),
    };
    list::list_first_of(tx, &users, is_down, (&place.0, &place.1), to_i64(PAGE + 1)).await
}

/// A way through the list in its order.
struct Walk {
    is_down: bool,
    order: Order,
    place: (Key, String),
    /// Parts still to be walked, one after the other; none if the order has none.
    parts: Option<std::vec::IntoIter<Part>>,
    part: Option<Part>,
    /// No key is as large as this one.
    below: Option<Key>,
    is_over: bool,
}

impl Walk {
    fn new(lookup: &Lookup, from: Option<Place>, is_down: bool) -> Self {
        let (order, sieve) = (lookup.order, &lookup.sieve);
        // Who was never here stands first in this order and is told by their creation, which only the sieve sees.
        let below = sieve.idle_since_ms.filter(|_| order == Order::LastActive).map(Key::Number);
        let start = match &below {
            Some(below) if is_down => below.clone(),
            _ => Key::end(order, is_down),
        };
        let has_parts = !lookup.parts.is_empty();
        let mut parts: Option<Vec<(usize, Part)>> = match (order, &sieve.roles) {
            (Order::UserName, Some(fit)) if fit.len() == 1 => {
                Some(fit.iter().map(|id| (0, Part::Role(id.clone()))).collect())
            }
            (Order::UserName, None) if sieve.part_by_name().is_some() => {
                sieve.part_by_name().map(|part| vec![(0, part)])
            }
            _ => has_parts.then(|| lookup.parts.iter().cloned().enumerate().collect()),
        };
        if let Some(parts) = parts.as_mut() {
            parts.retain(|(_, part)| sieve.may_hold(part));
            if is_down {
                parts.reverse();
            }
        }
        let mut place = (start, String::new());
        if let Some((rank, key, id)) = from {
            // A place from before the filter was set may lie outside of it.
            let is_further = if is_down { key <= place.0 } else { key >= place.0 };
            if let Some(parts) = parts.as_mut().filter(|_| has_parts) {
                parts.retain(|(of, _)| if is_down { *of <= rank } else { *of >= rank });
            }
            if is_further || has_parts {
                place = (key, id);
            }
        }
        let parts = parts.map(|parts| parts.into_iter().map(|(_, part)| part).collect::<Vec<_>>());
        let mut parts = parts.map(Vec::into_iter);
        let part = parts.as_mut().and_then(Iterator::next);
        let is_over = parts.is_some() && part.is_none();
        Self { is_down, order, place, parts, part, below, is_over }
    }

    /// The next users, at most `limit`; none at the end.
    async fn next(&mut self, tx: &mut Tx, limit: usize) -> Result<Option<Vec<Listed>>> {
        if self.is_over {
            return Ok(None);
        }
        let Some(part) = self.part.clone() else {
            let place = (&self.place.0, self.place.1.as_str());
            let users = list::list_from(tx, self.order, self.is_down, place, to_i64(limit)).await?;
            self.is_over = users.len() < limit;
            return Ok(self.take(users));
        };
        let mut users = Vec::new();
        let mut part = Some(part);
        while let Some(of) = part.clone().filter(|_| users.len() < limit) {
            let Key::Text(name) = &self.place.0 else { break };
            let rest = limit - users.len();
            let more = list::list_of_part(tx, &of, self.is_down, (name, &self.place.1), to_i64(rest)).await?;
            if more.len() < rest {
                part = self.parts.as_mut().and_then(Iterator::next);
                self.place = (Key::end(Order::UserName, self.is_down), String::new());
            } else if let Some(last) = more.last() {
                self.place = (last.key(self.order), last.id.clone());
            }
            users.extend(more);
        }
        self.is_over = part.is_none();
        self.part = part;
        Ok(Some(users).filter(|users| !users.is_empty()))
    }

    /// Remembers the place, and leaves away what lies behind the end.
    fn take(&mut self, mut users: Vec<Listed>) -> Option<Vec<Listed>> {
        if let Some(last) = users.last() {
            self.place = (last.key(self.order), last.id.clone());
        }
        let (below, order) = (self.below.as_ref(), self.order);
        let is_inside = |user: &Listed| below.is_none_or(|below| user.key(order) < *below);
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
    /// Everybody who fits; from a place on, if there is one, which only an order without parts has.
    pub(super) async fn new(
        cx: &Cx,
        tx: &mut Tx,
        query: &ListQuery,
        from: Option<(Key, String)>,
    ) -> Result<Self> {
        let lookup = Lookup::new(cx, tx, query).await?;
        let sorted = match lookup.few(tx, COUNTED_MAX).await? {
            Few::Users(users) => Some(users.into_iter()),
            Few::TooMany { .. } => None,
        };
        let from = from.map(|(key, id)| (0, key, id));
        let walk = Walk::new(&lookup, from, lookup.is_down);
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
