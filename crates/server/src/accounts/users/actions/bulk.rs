//! One act on many users: first a forecast in numbers, then the act itself, some users in one transaction.

use std::collections::HashSet;

use ring::digest;
use seatwarden_base::{Error, Kind, Refusal, Result, db::Tx};
use serde_json::json;

use super::{
    super::{
        listing::{BULK_MAX, ListQuery, Listed, State, TOO_MANY_AT_ONCE},
        model::{
            LAST_SYSADMIN, LICENSE_ACCOUNT, NOT_INVITED, ONE_SYSADMIN, SYSADMIN_ONLY, UNKNOWN, UserPatch,
        },
    },
    access::{invite_again_in, is_invitable},
    find_in,
    lookup::read_in_order,
    update::{require_over, require_proof_over, update_in},
    walk::{Everybody, STEP_MAX},
};
use crate::{
    accounts::{
        groups::{self, GroupKind},
        passwords, roles,
        seats::{self, Seat},
        sessions,
    },
    common::audit,
    cx::{BEYOND_OWN_ROLE, BaseRole, Caller, Cx, Origin, Permission, Role},
};

/// How many users are changed in one transaction.
pub(super) const STEP: usize = 100;
/// How many of those who are left out are named.
pub(super) const NAMED_MAX: usize = 100;

/// There is no such act.
const UNKNOWN_ACT: Refusal = Refusal::new(Kind::Invalid, "users.unknown_act").on("act");
/// The role was not said.
const CHOOSE_ROLE: Refusal = Refusal::new(Kind::Invalid, "users.choose_role").on("role");
/// The group was not said.
const CHOOSE_GROUP: Refusal = Refusal::new(Kind::Invalid, "users.choose_group").on("group");
/// Nobody was chosen.
pub(in super::super) const NOBODY_CHOSEN: Refusal = Refusal::new(Kind::Invalid, "users.nobody_chosen");
/// The user has not accepted the invitation yet.
const STILL_INVITED: Refusal = Refusal::new(Kind::Conflict, "users.still_invited");
/// Those who are chosen by now are not those of the forecast.
pub(in super::super) const OTHERS_BY_NOW: Refusal = Refusal::new(Kind::Conflict, "users.others_by_now");
/// Nobody does this to themselves together with others.
const NOT_ONESELF: Refusal = Refusal::new(Kind::Conflict, "users.not_oneself");

/// What is to be done with each user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// Give them this role, by id or name.
    ChangeRole(String),
    /// Put them into this group, by id.
    JoinGroup(String),
    /// Take them out of this group, by id.
    LeaveGroup(String),
    /// Let them sign in.
    Activate,
    /// Let them sign in no more.
    Deactivate,
    /// Mail the invitation once more.
    Invite,
    /// End their sessions, in browsers and over the API.
    EndSessions,
}

impl Act {
    /// The act of a form: its word, and the role or group that goes with it. Refuses with
    /// `users.choose_role` and `users.choose_group` if that one is not said.
    pub fn read(word: &str, role: &str, group: &str) -> Result<Self, Refusal> {
        Ok(match word {
            "role" if role.is_empty() => return Err(CHOOSE_ROLE),
            "role" => Self::ChangeRole(role.to_owned()),
            "join" | "leave" if group.is_empty() => return Err(CHOOSE_GROUP),
            "join" => Self::JoinGroup(group.to_owned()),
            "leave" => Self::LeaveGroup(group.to_owned()),
            "activate" => Self::Activate,
            "deactivate" => Self::Deactivate,
            "invite" => Self::Invite,
            "end_sessions" => Self::EndSessions,
            _ => return Err(UNKNOWN_ACT),
        })
    }

    /// The role or group that it is about; empty if it is about none.
    pub fn target(&self) -> &str {
        match self {
            Self::ChangeRole(target) | Self::JoinGroup(target) | Self::LeaveGroup(target) => target,
            Self::Activate | Self::Deactivate | Self::Invite | Self::EndSessions => "",
        }
    }

    /// What whoever asks for it must be allowed.
    pub const fn permission(&self) -> Permission {
        match self {
            Self::Invite => Permission::AddUsers,
            _ => Permission::ChangeUsers,
        }
    }

    /// The word in a form, and in the texts.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::ChangeRole(_) => "role",
            Self::JoinGroup(_) => "join",
            Self::LeaveGroup(_) => "leave",
            Self::Activate => "activate",
            Self::Deactivate => "deactivate",
            Self::Invite => "invite",
            Self::EndSessions => "end_sessions",
        }
    }
}

/// Whom it is done to.
#[derive(Clone, Debug)]
pub enum Chosen {
    /// The users with these ids.
    These(Vec<String>),
    /// Everybody who fits at the time it is done.
    Fitting(Box<ListQuery>),
}

/// How many of those whom it changes are named.
const SHOWN_MAX: usize = 10;

/// What an act will do, or did.
#[derive(Clone, Debug, Default)]
pub struct Forecast {
    /// How many users were looked at.
    pub all: usize,
    /// How many it changes.
    pub changed: usize,
    /// How many are so already.
    pub unchanged: usize,
    /// How many are left out.
    pub refused: usize,
    /// Why the first of those are left out: user name and reason.
    pub reasons: Vec<(String, Refusal)>,
    /// The names of the first of those that it changes.
    pub names: Vec<String>,
    /// Whom it is about, in few letters; other users give others, whatever their order.
    pub fingerprint: String,
}

impl Forecast {
    /// Counts further users on.
    pub(super) fn add(&mut self, more: Self) {
        self.all += more.all;
        self.changed += more.changed;
        self.unchanged += more.unchanged;
        self.refused += more.refused;
        self.reasons.extend(more.reasons);
        self.reasons.truncate(NAMED_MAX);
    }

    fn refuse(&mut self, user_name: &str, why: Refusal) {
        self.refused += 1;
        if self.reasons.len() < NAMED_MAX {
            self.reasons.push((user_name.to_owned(), why));
        }
    }
}

/// Says what an act would do, and does nothing. Refuses with `users.too_many_at_once` beyond [`BULK_MAX`].
pub async fn forecast(cx: &Cx, act: &Act, chosen: &Chosen) -> Result<Forecast> {
    require_act(cx, act)?;
    let mut tx = cx.db.read().await?;
    let rules = rules_of(cx, &mut tx, act).await?;
    let mut forecast = Forecast::default();
    let mut free = seats::free(&mut tx, cx).await?;
    let mut lacking: [Option<Refusal>; 3] = [None, None, None];
    let mut crowd = Crowd::new(cx, &mut tx, chosen).await?;
    while let Some(users) = crowd.next(&mut tx).await? {
        forecast.all += users.len();
        let inside = rules.inside(&mut tx, &users).await?;
        for user in &users {
            match rules.verdict(cx, act, user, inside.contains(&user.id)) {
                Ok(true) => match rules.take_seat(act, user, &mut free) {
                    Ok(()) => {
                        forecast.changed += 1;
                        if forecast.names.len() < SHOWN_MAX {
                            forecast.names.push(user.user_name.clone());
                        }
                    }
                    Err(full) => {
                        let why = match &lacking[full as usize] {
                            Some(why) => why.clone(),
                            None => match seats::refusal(&mut tx, cx, full).await? {
                                Error::Refusal(why) => lacking[full as usize].insert(*why).clone(),
                                fault @ Error::Fault(_) => return Err(fault),
                            },
                        };
                        forecast.refuse(&user.user_name, why);
                    }
                },
                Ok(false) => forecast.unchanged += 1,
                Err(why) => forecast.refuse(&user.user_name, why),
            }
        }
    }
    forecast.fingerprint = crowd.fingerprint();
    Ok(forecast)
}

/// Whether the caller may do this to anybody at all. After the license has ended, scripts only take access away.
pub(super) fn require_act(cx: &Cx, act: &Act) -> Result<()> {
    cx.require(act.permission())?;
    if matches!(act, Act::Deactivate | Act::EndSessions) { Ok(()) } else { cx.require_scripts() }
}

/// Holds the ledger of seats if the act may take or free some. It comes before the first event.
pub(super) async fn hold_seats(tx: &mut Tx, act: &Act) -> Result<()> {
    if matches!(act, Act::ChangeRole(_) | Act::Activate | Act::Deactivate) {
        seats::hold(tx).await?;
    }
    Ok(())
}

/// Does it to these users, inside a transaction that holds the seats. They are read again: somebody may have changed
/// them since they were chosen.
pub(super) async fn apply_to(
    tx: &mut Tx,
    cx: &Cx,
    act: &Act,
    rules: &Rules,
    ids: &[String],
    done: &mut Forecast,
) -> Result<()> {
    let users = read_in_order(tx, ids).await?;
    let inside = rules.inside(tx, &users).await?;
    done.all += ids.len();
    for user in users {
        match rules.verdict(cx, act, &user, inside.contains(&user.id)) {
            Ok(true) => match change(tx, cx, act, &user.id).await {
                Ok(()) => done.changed += 1,
                // Refused before anything of this user was written.
                Err(Error::Refusal(why)) if is_about_one(&why) => {
                    done.refuse(&user.user_name, *why);
                }
                Err(other) => return Err(other),
            },
            Ok(false) => done.unchanged += 1,
            Err(why) => done.refuse(&user.user_name, why),
        }
    }
    Ok(())
}

/// Whether a refusal is about one user alone, and comes before anything of them is written.
fn is_about_one(why: &Refusal) -> bool {
    [seats::NONE_LEFT.code, NOT_INVITED.code, UNKNOWN.code].contains(&why.code)
}

/// Those who were chosen, some at a time: a hundred thousand users are not kept in memory.
struct Crowd {
    source: Source,
    seen: usize,
    /// The sum of a number for each of them.
    sum: u64,
}

enum Source {
    These(std::vec::IntoIter<String>),
    Fitting(Box<Everybody>),
}

impl Crowd {
    /// Refuses with `users.nobody_chosen`.
    async fn new(cx: &Cx, tx: &mut Tx, chosen: &Chosen) -> Result<Self> {
        let source = match chosen {
            Chosen::These(ids) if ids.is_empty() => return Err(NOBODY_CHOSEN.into()),
            Chosen::These(ids) => Source::These(ids.clone().into_iter()),
            Chosen::Fitting(query) => Source::Fitting(Box::new(Everybody::new(cx, tx, query, None).await?)),
        };
        Ok(Self { source, seen: 0, sum: 0 })
    }

    /// The next of them, none at the end; a step may be empty. Refuses with `users.too_many_at_once`.
    async fn next(&mut self, tx: &mut Tx) -> Result<Option<Vec<Listed>>> {
        let users = match &mut self.source {
            Source::These(ids) => {
                let ids: Vec<String> = ids.take(STEP_MAX).collect();
                if ids.is_empty() { None } else { Some(read_in_order(tx, &ids).await?) }
            }
            Source::Fitting(everybody) => everybody.next(tx, STEP_MAX).await?,
        };
        for user in users.iter().flatten() {
            self.seen += 1;
            self.sum = self.sum.wrapping_add(number_of(&user.id));
        }
        if self.seen > BULK_MAX { Err(TOO_MANY_AT_ONCE.with("maximum", BULK_MAX).into()) } else { Ok(users) }
    }
}

impl Crowd {
    /// See [`Forecast::fingerprint`]; of those who were read so far.
    fn fingerprint(&self) -> String {
        format!("{}-{:x}", self.seen, self.sum)
    }
}

/// A number that stands for an id.
fn number_of(id: &str) -> u64 {
    let digest = digest::digest(&digest::SHA256, id.as_bytes());
    digest.as_ref().iter().take(8).fold(0, |number, byte| (number << 8) | u64::from(*byte))
}

/// Ids of those who were chosen. Refuses as [`forecast`] does, and with `users.others_by_now` if
/// these are not those with the fingerprint `seen`.
pub(super) async fn prepare(
    cx: &Cx,
    tx: &mut Tx,
    act: &Act,
    chosen: &Chosen,
    seen: Option<&str>,
) -> Result<Vec<String>> {
    rules_of(cx, tx, act).await?;
    let mut ids = Vec::new();
    let mut crowd = Crowd::new(cx, tx, chosen).await?;
    while let Some(users) = crowd.next(tx).await? {
        ids.extend(users.into_iter().map(|user| user.id));
    }
    if seen.is_some_and(|seen| seen != crowd.fingerprint()) {
        return Err(OTHERS_BY_NOW.into());
    }
    Ok(ids)
}

/// What decides on each user. Refuses with `roles.unknown`, `users.one_sysadmin`, `groups.unknown`, `groups.derived` or
/// `roles.beyond_own`.
pub(super) async fn rules_of(cx: &Cx, tx: &mut Tx, act: &Act) -> Result<Rules> {
    let role = match act {
        Act::ChangeRole(role) => Some(roles::named(tx, role).await?),
        _ => None,
    };
    if let Some(role) = &role {
        cx.require_reach(role)?;
        if role.base == BaseRole::Super {
            return Err(ONE_SYSADMIN.on("role").into());
        }
        require_proof_over(cx, "", role)?;
    }
    let group = match act {
        Act::JoinGroup(group) | Act::LeaveGroup(group) => {
            let group = groups::find_in(tx, group).await?;
            if group.kind != GroupKind::Plain {
                return Err(groups::DERIVED.into());
            }
            groups::require_over(cx, &group)?;
            Some(group.id)
        }
        _ => None,
    };
    Ok(Rules { roles: roles::list(tx).await?, role, group })
}

/// What decides on each user.
pub(super) struct Rules {
    roles: Vec<Role>,
    role: Option<Role>,
    group: Option<String>,
}

impl Rules {
    /// Ids of those who are in the group that the act is about.
    async fn inside(&self, tx: &mut Tx, users: &[Listed]) -> Result<HashSet<String>> {
        let Some(group) = &self.group else { return Ok(HashSet::new()) };
        let members: Vec<groups::Member<'_>> =
            users.iter().map(|user| groups::Member { id: &user.id, role: BaseRole::Consumer }).collect();
        let groups = groups::of_users(tx, &members).await?;
        let is_in = |groups: &Vec<groups::Named>| groups.iter().any(|it| it.id == *group);
        Ok(users
            .iter()
            .zip(&groups)
            .filter(|(_, groups)| is_in(groups))
            .map(|(user, _)| user.id.clone())
            .collect())
    }

    /// Moves what the act takes and frees of the seats that are free; or which seat it lacks.
    fn take_seat(&self, act: &Act, user: &Listed, free: &mut [Option<i64>; 3]) -> Result<(), Seat> {
        let of = |role: Option<&Role>| role.map(|role| Seat::of(role.base));
        let own = of(self.roles.iter().find(|role| role.id == user.role_id));
        if let (Act::Invite, Some(seat), true) = (act, own, user.origin.takes_seat()) {
            // One must be free now; it is taken when the invitation is accepted.
            return if free[seat as usize] == Some(0) { Err(seat) } else { Ok(()) };
        }
        let (freed, taken) = match act {
            _ if !user.origin.takes_seat() => (None, None),
            Act::ChangeRole(_) if user.active => (own, of(self.role.as_ref())),
            Act::Activate => (None, own),
            Act::Deactivate if user.active => (own, None),
            _ => (None, None),
        };
        if freed == taken {
            return Ok(());
        }
        if let Some((seat, left)) = taken.and_then(|seat| Some((seat, free[seat as usize].as_mut()?))) {
            *left = if *left > 0 { *left - 1 } else { return Err(seat) };
        }
        if let Some(left) = freed.and_then(|seat| free[seat as usize].as_mut()) {
            *left += 1;
        }
        Ok(())
    }

    /// Whether the act changes this user, or why it may not.
    fn verdict(&self, cx: &Cx, act: &Act, user: &Listed, inside: bool) -> Result<bool, Refusal> {
        let role = self.roles.iter().find(|role| role.id == user.role_id).ok_or(roles::UNKNOWN)?;
        let is_sysadmin = role.base == BaseRole::Super;
        if is_sysadmin && !matches!(cx.caller, Caller::Host(_)) && !cx.may(Permission::ManageSysAdmin) {
            return Err(SYSADMIN_ONLY);
        }
        if !is_sysadmin && cx.require_reach(role).is_err() {
            return Err(BEYOND_OWN_ROLE);
        }
        let is_own = cx.person().is_ok_and(|person| person.id == user.id);
        let state = user.state();
        match act {
            Act::ChangeRole(_) if self.role.as_ref().is_some_and(|new| new.id == role.id) => Ok(false),
            Act::ChangeRole(_) if user.origin == Origin::License => Err(LICENSE_ACCOUNT),
            Act::ChangeRole(_) | Act::Deactivate if is_sysadmin => Err(LAST_SYSADMIN),
            Act::ChangeRole(_) | Act::Deactivate | Act::EndSessions if is_own => Err(NOT_ONESELF),
            Act::ChangeRole(_) | Act::EndSessions => Ok(true),
            Act::JoinGroup(_) => Ok(!inside),
            Act::LeaveGroup(_) => Ok(inside),
            Act::Activate if state == State::Invited => Err(STILL_INVITED),
            Act::Activate => Ok(state == State::Inactive),
            // Of who is invited, the invitation ends.
            Act::Deactivate => Ok(matches!(state, State::Active | State::Invited)),
            Act::Invite if state == State::Invited && is_invitable(user.origin) => Ok(true),
            Act::Invite => Err(NOT_INVITED),
        }
    }
}

async fn change(tx: &mut Tx, cx: &Cx, act: &Act, id: &str) -> Result<()> {
    let patch = match act {
        Act::ChangeRole(role) => UserPatch { role: Some(role.clone()), ..UserPatch::default() },
        Act::Activate => UserPatch { active: Some(true), ..UserPatch::default() },
        Act::Deactivate => UserPatch { active: Some(false), ..UserPatch::default() },
        other => return change_around(tx, cx, other, id).await,
    };
    update_in(tx, cx, id, &patch, None).await.map(drop)
}

/// What changes something about a user, but not the user.
async fn change_around(tx: &mut Tx, cx: &Cx, act: &Act, id: &str) -> Result<()> {
    let user = find_in(tx, id).await?;
    require_over(cx, &user.person)?;
    let event = match act {
        Act::JoinGroup(group) => {
            if groups::join(tx, cx, group, id).await? {
                sessions::fit(tx, cx, id).await?;
            }
            "users.join_group"
        }
        Act::LeaveGroup(group) => {
            groups::leave(tx, cx, group, id).await?;
            "users.leave_group"
        }
        Act::Invite => return invite_again_in(tx, cx, &user).await,
        _ => {
            passwords::sign_out_everywhere(tx, id).await?;
            "users.end_sessions"
        }
    };
    let mut event = audit::Event::user(event, id);
    if let Act::JoinGroup(_) | Act::LeaveGroup(_) = act {
        let after = find_in(tx, id).await?;
        event = event.before(json!({ "groups": user.groups })).after(json!({ "groups": after.groups }));
    }
    audit::record(tx, cx, event).await
}
