//! What administrators do with everybody's sessions.

use seatwarden_base::{Result, db::Tx, jobs};
use serde_json::json;

use super::super::{
    limits::limits,
    model::{Filter, NOT_FOUND, Page, UNKNOWN_USER, Wanted},
    store::{
        self,
        manage::{self, Place, Walk},
        shorten::{self, Kind},
    },
};
use crate::{
    accounts::roles,
    common::audit,
    cx::{Cx, Permission, Person, Proof, Role},
};

/// How many sessions a page shows at most.
const LIMIT_MAX: i64 = 200;
/// Up to how many sessions are counted.
pub(in super::super) const COUNT_MAX: i64 = 2_000;
/// How many sessions are looked at for a page of those that fit a search, and to count them.
pub(in super::super) const WINDOW: i64 = 10_000;
/// How many sessions, or users, the job takes at once.
const STEP: i64 = 2_000;

/// Living sessions that fit, those used last first; fewer than the limit, with a next page, if few of those looked at fit.
/// Refuses with `roles.unknown`.
pub async fn list(cx: &Cx, filter: &Filter) -> Result<Page> {
    cx.require(Permission::ManageSessions)?;
    let limit = filter.limit.clamp(1, LIMIT_MAX);
    let (before_ms, before_id) = match &filter.after {
        Some((seen_at_ms, id)) => (*seen_at_ms, id.as_str()),
        None => (i64::MAX, ""),
    };
    let place = Place { now_ms: cx.now_ms, before_ms, before_id, limit: limit + 1 };
    let mut tx = cx.db.read().await?;
    let role = match filter.role.as_str() {
        "" => None,
        role => Some(roles::named(&mut tx, role).await?.id),
    };
    let role_id = role.as_deref();
    let wanted = Wanted::of(&filter.search);
    let few = match &wanted {
        Wanted::Name(name) if manage::find_are_few_named(&mut tx, name, role_id).await? => {
            Some(manage::list_of_named(&mut tx, name, role_id, &place).await?)
        }
        Wanted::Address(address) if manage::find_are_few_at(&mut tx, address).await? => {
            Some(manage::list_at(&mut tx, address, role_id, &place).await?)
        }
        Wanted::All => match role_id {
            Some(role_id) if manage::find_are_few_with_role(&mut tx, role_id).await? => {
                Some(manage::list_of_role(&mut tx, role_id, &place).await?)
            }
            _ => None,
        },
        _ => None,
    };
    let is_all = role_id.is_none() && wanted == Wanted::All;
    // What many have is soon found; what they have none of is not looked for among all.
    let until = match &few {
        None if !is_all => manage::find_last_of(&mut tx, &place, WINDOW).await?,
        _ => None,
    };
    let until_place = until.as_ref().map(|(at_ms, id)| (*at_ms, id.as_str()));
    let mut sessions = match few {
        Some(sessions) => sessions,
        None => manage::list(&mut tx, &Walk { until: until_place, ..wanted.walk(role_id) }, &place).await?,
    };
    let more = sessions.len() > usize::try_from(limit).unwrap_or(usize::MAX);
    if !more {
        return Ok(Page { sessions, is_cut: until.is_some(), next: until });
    }
    sessions.pop();
    let next = sessions.last().map(|last| (last.session.seen_at_ms, last.session.id.clone()));
    Ok(Page { sessions, next, is_cut: false })
}

/// The roles that a list of sessions can be about.
pub(in super::super) struct Offered {
    /// All of them, custom ones too, strongest first.
    pub(in super::super) roles: Vec<Role>,
    /// The one that was asked for.
    pub(in super::super) chosen: Option<Role>,
}

/// The roles to choose from, and the one that `asked` names, if it names any. Refuses with `roles.unknown`.
pub(in super::super) async fn offered_roles(cx: &Cx, asked: &str) -> Result<Offered> {
    cx.require(Permission::ManageSessions)?;
    let mut tx = cx.db.read().await?;
    let chosen = if asked.is_empty() { None } else { Some(roles::named(&mut tx, asked).await?) };
    Ok(Offered { roles: roles::list(&mut tx).await?, chosen })
}

/// How many sessions live, up to a maximum.
pub async fn count_living(cx: &Cx, maximum: i64) -> Result<i64> {
    cx.require(Permission::ManageSessions)?;
    let mut tx = cx.db.read().await?;
    manage::count_living(&mut tx, cx.now_ms, maximum).await
}

/// How many sessions fit, as a page of them says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// At least so many.
    pub known: i64,
    /// Whether there may be more.
    pub more: bool,
}

/// How many living sessions fit what a page was asked for, up to [`COUNT_MAX`]. With a search, only those used last
/// are looked at, so that no count takes longer than its page. Refuses with `roles.unknown`.
pub(in super::super) async fn count_fitting(cx: &Cx, filter: &Filter, page: &Page) -> Result<Count> {
    cx.require(Permission::ManageSessions)?;
    let shown = i64::try_from(page.sessions.len()).unwrap_or(i64::MAX);
    if filter.after.is_none() && page.next.is_none() {
        return Ok(Count { known: shown, more: false });
    }
    let mut tx = cx.db.read().await?;
    let wanted = Wanted::of(&filter.search);
    if filter.role.is_empty() && matches!(wanted, Wanted::All) {
        let living = manage::count_living(&mut tx, cx.now_ms, COUNT_MAX + 1).await?;
        return Ok(Count { known: living.min(COUNT_MAX), more: living > COUNT_MAX });
    }
    let role = match filter.role.as_str() {
        "" => None,
        role => Some(roles::named(&mut tx, role).await?.id),
    };
    let walk = wanted.walk(role.as_deref());
    let living = manage::count_living(&mut tx, cx.now_ms, WINDOW + 1).await?;
    let fitting = manage::count_fitting(&mut tx, &walk, cx.now_ms, (WINDOW, COUNT_MAX + 1)).await?;
    Ok(Count { known: fitting.min(COUNT_MAX).max(shown), more: fitting > COUNT_MAX || living > WINDOW })
}

/// A user whose sessions may be ended, and how many they have. Refuses with `sessions.unknown_user` and
/// `roles.beyond_own`.
pub async fn count_of_user(cx: &Cx, user_id: &str) -> Result<(Person, i64)> {
    cx.require(Permission::ManageSessions)?;
    let mut tx = cx.db.read().await?;
    let person = within_reach(&mut tx, cx, user_id).await?;
    let count = manage::count_of(&mut tx, user_id, cx.now_ms).await?;
    Ok((person, count))
}

async fn within_reach(tx: &mut Tx, cx: &Cx, user_id: &str) -> Result<Person> {
    let person = manage::find_person(tx, user_id).await?.ok_or(UNKNOWN_USER)?;
    cx.require_reach(&person.role)?;
    Ok(person)
}

/// Ends a session of anybody within reach. Refuses with `sessions.not_found` and `roles.beyond_own`.
pub async fn revoke(cx: &Cx, session_id: &str) -> Result<()> {
    cx.require(Permission::ManageSessions)?;
    let mut tx = cx.db.write().await?;
    let user_id = manage::find_user_id(&mut tx, session_id).await?.ok_or(NOT_FOUND)?;
    within_reach(&mut tx, cx, &user_id).await?;
    if !store::delete(&mut tx, &user_id, session_id).await? {
        return Err(NOT_FOUND.into());
    }
    let event = audit::Event::user("sessions.revoke", &user_id).before(json!({ "session": session_id }));
    audit::record(&mut tx, cx, event).await?;
    tx.commit().await
}

/// Ends every session of a user within reach but the one that asks; returns how many. Refuses with
/// `sessions.unknown_user` and `roles.beyond_own`.
pub async fn revoke_all_of(cx: &Cx, user_id: &str) -> Result<u64> {
    cx.require(Permission::ManageSessions)?;
    let mut tx = cx.db.write().await?;
    within_reach(&mut tx, cx, user_id).await?;
    let ended = store::delete_of_user(&mut tx, user_id, own(cx)).await?;
    let event = audit::Event::user("sessions.revoke_user", user_id).after(json!({ "ended": ended }));
    audit::record(&mut tx, cx, event).await?;
    tx.commit().await?;
    Ok(ended)
}

/// Ends every session of the users with a role but the one that asks, inside another action; returns how many.
pub async fn end_all_of_role(tx: &mut Tx, cx: &Cx, role_id: &str) -> Result<u64> {
    manage::delete_of_role(tx, role_id, own(cx)).await
}

/// Ends every session of everybody within reach but the one that asks; returns how many.
pub async fn revoke_all_but_mine(cx: &Cx) -> Result<u64> {
    cx.require(Permission::ManageSessions)?;
    let mut tx = cx.db.write().await?;
    let mut ended = 0;
    for role in roles::list(&mut tx).await? {
        if cx.require_reach(&role).is_ok() {
            ended += manage::delete_of_role(&mut tx, &role.id, own(cx)).await?;
        }
    }
    let event = audit::Event::new("sessions.revoke_all", "session", "").after(json!({ "ended": ended }));
    audit::record(&mut tx, cx, event).await?;
    tx.commit().await?;
    Ok(ended)
}

/// Id of the session that asks; empty if it is none.
fn own(cx: &Cx) -> &str {
    match cx.signed_in().map(|signed_in| &signed_in.proof) {
        Ok(Proof::Session { id, .. }) => id,
        _ => "",
    }
}

impl Wanted {
    /// The same as a walk through sessions of users with a role.
    pub(super) fn walk<'a>(&'a self, role_id: Option<&'a str>) -> Walk<'a> {
        let (name, address) = match self {
            Self::Name(name) => (Some(name.as_str()), None),
            Self::Address(address) => (None, Some(address.as_str())),
            Self::All => (None, None),
        };
        Walk { role_id, name, address, until: None }
    }
}

/// Ends the oldest sessions of a user beyond so many, that of the caller last. Answers the event that is to be recorded.
pub(super) async fn end_beyond(
    tx: &mut Tx,
    cx: &Cx,
    user_id: &str,
    at_once: i64,
) -> Result<Option<audit::Event>> {
    let ended = store::delete_beyond(tx, user_id, at_once, own(cx)).await?;
    let event = || audit::Event::user("sessions.end_beyond", user_id).after(json!({ "ended": ended }));
    Ok((ended > 0).then(event))
}

/// The kind of the job that shortens living sessions.
pub const APPLY_LIMITS: &str = "sessions.apply_limits";

/// Has living sessions shortened to new limits, inside the action that sets those. Nudge the worker after the
/// commit.
pub async fn apply_limits_later(tx: &mut Tx, cx: &Cx) -> Result<()> {
    jobs::enqueue(tx, APPLY_LIMITS, &json!({}), cx.now_ms, cx.new_id()?).await
}

/// Shortens the sessions between two ids, those of each kind of role to what it has.
async fn shorten_between(tx: &mut Tx, cx: &Cx, between: (&str, &str)) -> Result<()> {
    let limits = limits(tx, cx).await?;
    let own_ids = limits.own_ids();
    for role in roles::list(tx).await? {
        let Some(key) = limits.kind(&role) else { continue };
        for remembered in [false, true] {
            let life = limits.life(&(&role).into(), remembered);
            let kind = Kind { key, own_ids: &own_ids };
            shorten::set_shorter(tx, between, kind, remembered, (life.idle_ms, life.life_ms)).await?;
        }
    }
    Ok(())
}

/// Shortens living sessions to the limits that hold now, and ends those beyond the number per user: step by
/// step, so that nobody waits for it. What is shorter stays as it is. Running twice changes nothing more.
pub async fn apply_limits(cx: &Cx) -> Result<()> {
    let mut after = String::new();
    loop {
        let mut tx = cx.db.write().await?;
        let Some(until) = manage::find_step_end(&mut tx, &after, STEP).await? else { break };
        shorten_between(&mut tx, cx, (&after, &until)).await?;
        tx.commit().await?;
        after = until;
    }
    let mut after = String::new();
    loop {
        let mut tx = cx.db.write().await?;
        let limits = limits(&mut tx, cx).await?;
        let users = manage::list_users_beyond(&mut tx, &after, limits.fewest_at_once(), STEP / 10).await?;
        let Some(last) = users.last().cloned() else { return Ok(()) };
        let mut events = Vec::new();
        for user_id in &users {
            let held = store::find_role(&mut tx, user_id).await?;
            events.extend(end_beyond(&mut tx, cx, user_id, limits.at_once(&held)).await?);
        }
        audit::record_all(&mut tx, cx, events).await?;
        tx.commit().await?;
        after = last;
    }
}
