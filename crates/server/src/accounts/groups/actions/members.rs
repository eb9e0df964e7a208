//! Who is in a group: listing, suggesting, adding, removing.

use std::collections::{HashMap, HashSet};

use seatwarden_base::{Error, Result, db::Tx};
use serde_json::json;

use super::{
    super::{
        model::{
            AT_ONCE_MAX, COUNT_MAX, Group, GroupKind, Named, PAGE_ROWS, SUGGESTED_MAX, TOO_MANY_AT_ONCE,
            UNKNOWN_MEMBER,
        },
        store,
    },
    Member, find_in, find_open, hold,
    list::Page,
    nesting::count_inside_in,
    of_many::of_users,
    shorten::shorten_later,
};
use crate::{
    common::audit,
    cx::{BEYOND_OWN_ROLE, Cx, Permission, Person},
    text::{name_key, part_pattern, search_key},
};

/// How many members are read at once for the API.
const MEMBERS_STEP: i64 = 500;

/// What became of people who were to be members.
#[derive(Clone, Debug, Default)]
pub struct Added {
    /// Ids of those who came in, or whom the group lost.
    pub done: Vec<String>,
    /// How many were so already.
    pub already: usize,
    /// What fits nobody.
    pub unknown: Vec<String>,
    /// Addresses of those whose role may more than the caller's; they were left as they are.
    pub beyond: Vec<String>,
}

impl Added {
    /// Whether it could not be done with some of them.
    pub fn leaves_some(&self) -> bool {
        !self.unknown.is_empty() || !self.beyond.is_empty()
    }
}

/// Which members of a group are wanted.
#[derive(Clone, Copy, Debug, Default)]
pub struct WantedMembers<'a> {
    /// Part of user name, address, first or last name; empty for all.
    pub search: &'a str,
    /// Where the page before ended, as its [`Page::next`] said; empty for the first.
    pub after: &'a str,
    /// Whether to take in the members of the groups inside, each once.
    pub inside: bool,
}

/// Members of a group, in the order in which their accounts were made.
pub async fn members(cx: &Cx, key: &str, wanted: WantedMembers<'_>) -> Result<Page<Person>> {
    cx.require(Permission::ReadGroups)?;
    let WantedMembers { search, after, inside } = wanted;
    let pattern = (!search.trim().is_empty()).then(|| part_pattern(&search_key(search)));
    let pattern = pattern.as_deref();
    let mut tx = cx.db.read().await?;
    let group = find_in(&mut tx, key).await?;
    let (mut items, total) = if inside {
        let items = store::list_inside(&mut tx, &group.id, pattern, after, PAGE_ROWS + 1).await?;
        (items, count_inside_in(&mut tx, &[&group.id]).await?.into_values().sum())
    } else {
        let items = store::list_members(&mut tx, &group.id, pattern, after, PAGE_ROWS + 1).await?;
        (items, store::count_members(&mut tx, &group.id, COUNT_MAX + 1).await?)
    };
    let shown = usize::try_from(PAGE_ROWS).unwrap_or_default();
    let more = items.len() > shown;
    items.truncate(shown);
    let next = items.last().filter(|_| more).map(|person| person.id.clone());
    Ok(Page { items, next, total })
}

/// Ids of those whose invitation is open, among people on a page.
pub async fn invited_among(cx: &Cx, people: &[Person]) -> Result<HashSet<String>> {
    cx.require(Permission::ReadGroups)?;
    let ids: Vec<&str> = people.iter().filter(|it| !it.active).map(|it| it.id.as_str()).collect();
    if ids.is_empty() {
        return Ok(HashSet::new());
    }
    let ids = json!(ids).to_string();
    Ok(store::list_invited(&mut cx.db.read().await?, &ids).await?.into_iter().collect())
}

/// Up to 20 users outside of the group whose user name, address, first or last name begins so.
pub async fn suggest(cx: &Cx, key: &str, beginning: &str) -> Result<Vec<Person>> {
    cx.require(Permission::ManageGroups)?;
    let first = name_key(beginning);
    if first.is_empty() {
        return Ok(Vec::new());
    }
    let end = format!("{first}{}", char::MAX);
    let mut tx = cx.db.read().await?;
    let group = find_in(&mut tx, key).await?;
    store::list_suggested(&mut tx, &group.id, (&first, &end), SUGGESTED_MAX).await
}

/// Adds users to a group by id, user name or address. Whoever cannot be added is told of, the others are
/// added. Refuses with `groups.derived`, `groups.being_deleted`, or with `roles.beyond_own` for a group that makes
/// people more than the caller is.
pub async fn add_members(cx: &Cx, key: &str, who: &[String]) -> Result<Added> {
    change(cx, key, who, true).await
}

/// Removes users from a group, as [`add_members`] adds them.
pub async fn remove_members(cx: &Cx, key: &str, who: &[String]) -> Result<Added> {
    change(cx, key, who, false).await
}

/// Puts all of these users into a group, or takes all of them out, or none; answers their ids, whether they were in it
/// before or not. Refuses with `groups.unknown_member` or `roles.beyond_own` if that cannot be done with one of them,
/// and as [`add_members`] does.
pub(in super::super) async fn change_all_members(
    cx: &Cx,
    key: &str,
    who: &[String],
    adds: bool,
) -> Result<Vec<String>> {
    let asked = {
        cx.require(Permission::ManageGroups)?;
        check_count(who)?;
        let mut tx = cx.db.read().await?;
        let (people, outcome) = look_up(&mut tx, cx, who).await?;
        if let Some(name) = outcome.unknown.first() {
            let unknown = Error::from(UNKNOWN_MEMBER.with("name", name));
            return Err(match who.iter().position(|one| one == name) {
                Some(index) => unknown.of_element(index, name),
                None => unknown,
            });
        }
        if !outcome.beyond.is_empty() {
            return Err(BEYOND_OWN_ROLE.into());
        }
        people.into_iter().map(|person| person.id).collect::<Vec<_>>()
    };
    change(cx, key, &asked, adds).await?;
    Ok(asked)
}

fn check_count(who: &[String]) -> Result<()> {
    if who.len() > AT_ONCE_MAX { Err(TOO_MANY_AT_ONCE.with("maximum", AT_ONCE_MAX).into()) } else { Ok(()) }
}

async fn change(cx: &Cx, key: &str, who: &[String], adds: bool) -> Result<Added> {
    cx.require(Permission::ManageGroups)?;
    check_count(who)?;
    // Looking up so many people takes a while, so it is done before the transaction begins.
    let mut reading = cx.db.read().await?;
    let (people, mut outcome) = look_up(&mut reading, cx, who).await?;

    let mut tx = cx.db.write().await?;
    let group = find_open(&mut tx, cx, key).await?;
    hold(&mut tx, &group).await?;
    for person in people {
        let changed = if adds {
            store::insert_member(&mut tx, &group.id, &person.id).await?
        } else {
            store::delete_member(&mut tx, &group.id, &person.id).await?
        };
        if changed {
            outcome.done.push(person.id);
        } else {
            outcome.already += 1;
        }
    }
    if outcome.done.is_empty() {
        return Ok(outcome);
    }
    let (of_group, of_person) =
        if adds { ("groups.add_members", "groups.join") } else { ("groups.remove_members", "groups.leave") };
    let told = json!({ "name": group.name, "users": outcome.done.len() });
    let mut events = vec![audit::Event::new(of_group, "group", &group.id).after(told)];
    // Each finds it in their own trail.
    let whereto = json!({ "group": group.id, "name": group.name });
    let told_each = |id: &String| audit::Event::user(of_person, id).after(whereto.clone());
    events.extend(outcome.done.iter().map(told_each));
    audit::record_all(&mut tx, cx, events).await?;
    if adds {
        shorten_later(&mut tx, cx, &group.id, &outcome.done).await?;
    }
    tx.commit().await?;
    cx.jobs.nudge();
    Ok(outcome)
}

async fn look_up(tx: &mut Tx, cx: &Cx, who: &[String]) -> Result<(Vec<Person>, Added)> {
    let mut people: Vec<Person> = Vec::with_capacity(who.len());
    let mut outcome = Added::default();
    for key in who {
        match store::find_person(tx, key).await? {
            None => outcome.unknown.push(key.clone()),
            Some(person) if cx.require_reach(&person.role).is_err() => outcome.beyond.push(person.email),
            Some(person) => people.push(person),
        }
    }
    people.sort_by(|one, other| one.id.cmp(&other.id));
    people.dedup_by(|one, other| one.id == other.id);
    Ok((people, outcome))
}

/// How many members each of these groups has itself, however many that are, by id. Looks through all of them, so it is
/// for those who ask for it.
pub(in super::super) async fn count_exactly(cx: &Cx, groups: &[Group]) -> Result<HashMap<String, i64>> {
    cx.require(Permission::ReadGroups)?;
    let plain: Vec<&str> =
        groups.iter().filter(|group| group.kind == GroupKind::Plain).map(|group| group.id.as_str()).collect();
    let ids = serde_json::to_string(&plain).map_err(|cause| Error::fault("writing JSON", cause))?;
    let mut tx = cx.db.read().await?;
    let mut counts: HashMap<String, i64> =
        store::count_members_of(&mut tx, &ids).await?.into_iter().collect();
    for group in groups {
        let count = match group.kind {
            GroupKind::Plain => continue,
            GroupKind::Everyone => store::count_everybody(&mut tx).await?,
            GroupKind::Admins => store::count_administrators(&mut tx).await?,
        };
        counts.insert(group.id.clone(), count);
    }
    Ok(counts)
}

/// Members of a group, derived ones included, in the order of their ids after one of them, each with the groups they
/// are in; for the API, which shows them all.
pub async fn members_after(cx: &Cx, group: &Group, after_id: &str) -> Result<Vec<(Person, Vec<Named>)>> {
    cx.require(Permission::ReadGroups)?;
    let mut tx = cx.db.read().await?;
    let people = match group.kind {
        GroupKind::Plain => store::list_members(&mut tx, &group.id, None, after_id, MEMBERS_STEP).await,
        GroupKind::Everyone => store::list_everybody(&mut tx, after_id, MEMBERS_STEP).await,
        GroupKind::Admins => store::list_administrators(&mut tx, after_id, MEMBERS_STEP).await,
    }?;
    let members: Vec<Member<'_>> =
        people.iter().map(|person| Member { id: &person.id, role: person.role.base }).collect();
    let groups = of_users(&mut tx, &members).await?;
    Ok(people.into_iter().zip(groups).collect())
}
