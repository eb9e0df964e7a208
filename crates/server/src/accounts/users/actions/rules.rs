//! What decides on each user of an act on many: whether it changes them, or why they are left out.

use std::collections::{HashMap, HashSet};

use seatwarden_base::{Kind, Refusal, Result, db::Tx};

use super::{
    super::{
        listing::{Listed, State},
        model::{LAST_SYSADMIN, LICENSE_ACCOUNT, NOT_INVITED, ONE_SYSADMIN, SYSADMIN_ONLY},
        store::acts,
    },
    access::is_invitable,
    bulk::Act,
    former::{Returns, returns},
    json_list,
    update::{require_proof_over, require_whole},
};
use crate::{
    accounts::{
        groups::{self, GroupKind},
        roles,
        seats::Seat,
    },
    cx::{BEYOND_OWN_ROLE, BaseRole, Caller, Cx, Origin, Permission, Role},
};

/// The user has not accepted the invitation yet.
const STILL_INVITED: Refusal = Refusal::new(Kind::Conflict, "users.still_invited");
/// The user has another role by now than the act gave.
const OTHER_ROLE_BY_NOW: Refusal = Refusal::new(Kind::Conflict, "users.other_role_by_now");
/// Nobody does this to themselves together with others.
const NOT_ONESELF: Refusal = Refusal::new(Kind::Conflict, "users.not_oneself");

/// What decides on each user. Refuses with `roles.unknown`, `users.one_sysadmin`, `groups.unknown`, `groups.derived`,
/// `groups.being_deleted` or `roles.beyond_own`.
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
                return Err(groups::DERIVED.on("group").into());
            }
            groups::require_over(cx, &group)?;
            group.require_settled()?;
            Some(group.id)
        }
        _ => None,
    };
    let roles = roles::list(tx).await?;
    if let Act::TakeBack(act_id) | Act::BringBack(act_id) = act {
        for id in acts::list_roles_before(tx, act_id).await? {
            match roles.iter().find(|role| role.id == id) {
                Some(role) => require_proof_over(cx, "", role)?,
                // Whoever comes back has another one instead.
                None if matches!(act, Act::BringBack(_)) => require_whole(cx)?,
                None => {}
            }
        }
    }
    Ok(Rules { roles, role, group, act: act.clone() })
}

/// What decides on each user.
pub(super) struct Rules {
    roles: Vec<Role>,
    role: Option<Role>,
    group: Option<String>,
    act: Act,
}

/// What has to be known of some users beside themselves.
pub(super) struct Facts {
    /// Who is in the group that the act is about.
    inside: HashSet<String>,
    /// Whom the act that is taken back gave a role: the one before and that one, by id of the user.
    given: HashMap<String, (String, String)>,
    /// Who of those whom another act deleted can come back.
    returns: Returns,
}

impl Rules {
    pub(super) async fn facts(&self, tx: &mut Tx, cx: &Cx, users: &[Listed]) -> Result<Facts> {
        let (mut given, mut comes_back) = (HashMap::new(), Returns::new());
        match &self.act {
            Act::TakeBack(act_id) => {
                let ids: Vec<&str> = users.iter().map(|user| user.id.as_str()).collect();
                for [user_id, before, after] in acts::list_given_to(tx, act_id, &json_list(&ids)?).await? {
                    given.insert(user_id, (before, after));
                }
            }
            Act::BringBack(act_id) => comes_back = returns(tx, cx, act_id, users).await?,
            _ => {}
        }
        Ok(Facts { inside: self.inside(tx, users).await?, given, returns: comes_back })
    }

    /// The role that a user is given; none if the act gives none, or if there is no such role any more.
    pub(super) fn given(&self, user: &Listed, facts: &Facts) -> Option<&Role> {
        let Some((before, _)) = facts.given.get(&user.id) else { return self.role.as_ref() };
        self.roles.iter().find(|role| role.id == *before)
    }

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
    pub(super) fn take_seat(
        &self,
        act: &Act,
        user: &Listed,
        facts: &Facts,
        free: &mut [Option<i64>; 3],
    ) -> Result<(), Seat> {
        let of = |role: Option<&Role>| role.map(|role| Seat::of(role.base));
        let own = of(self.roles.iter().find(|role| role.id == user.role_id));
        let next = of(self.given(user, facts));
        // One must be free now; it is taken when the invitation is accepted.
        let wanted = match act {
            Act::Invite => own,
            Act::ChangeRole(_) | Act::TakeBack(_) if user.state() == State::Invited && next != own => next,
            _ => None,
        };
        if let Some(seat) = wanted.filter(|_| user.origin.takes_seat()) {
            return if free[seat as usize] == Some(0) { Err(seat) } else { Ok(()) };
        }
        let (freed, taken) = match act {
            _ if !user.origin.takes_seat() => (None, None),
            Act::ChangeRole(_) | Act::TakeBack(_) if user.active => (own, next),
            Act::Activate => (None, own),
            Act::BringBack(_) if user.active => (None, own),
            Act::Deactivate | Act::Delete if user.active => (own, None),
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
    pub(super) fn verdict(&self, cx: &Cx, act: &Act, user: &Listed, facts: &Facts) -> Result<bool, Refusal> {
        // Of whoever is back already, or cannot be, the role does not matter.
        if let Act::BringBack(_) = act {
            match facts.returns.get(&user.id) {
                Some(Ok(true)) => {}
                Some(other) => return other.clone(),
                None => return Ok(false),
            }
        }
        let role = self.roles.iter().find(|role| role.id == user.role_id).ok_or(roles::UNKNOWN)?;
        let is_sysadmin = role.base == BaseRole::Super;
        if is_sysadmin && !matches!(cx.caller, Caller::Host(_)) && !cx.may(Permission::ManageSysAdmin) {
            return Err(SYSADMIN_ONLY);
        }
        if !is_sysadmin && cx.require_reach(role).is_err() {
            return Err(BEYOND_OWN_ROLE);
        }
        let is_own = cx.person().is_ok_and(|person| person.id == user.id);
        let inside = facts.inside.contains(&user.id);
        let state = user.state();
        match act {
            Act::TakeBack(_) => self.verdict_on_return(cx, user, is_own, facts),
            Act::ChangeRole(_) if self.role.as_ref().is_some_and(|new| new.id == role.id) => Ok(false),
            Act::ChangeRole(_) if user.origin == Origin::License => Err(LICENSE_ACCOUNT),
            Act::ChangeRole(_) | Act::Deactivate | Act::Delete if is_sysadmin => Err(LAST_SYSADMIN),
            Act::ChangeRole(_) | Act::Deactivate | Act::EndSessions | Act::Delete if is_own => {
                Err(NOT_ONESELF)
            }
            Act::ChangeRole(_) | Act::EndSessions | Act::Delete | Act::BringBack(_) => Ok(true),
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

    /// The same of somebody who is to have the role of before an act again. Whoever has another one by now than that act
    /// gave keeps it.
    fn verdict_on_return(
        &self,
        cx: &Cx,
        user: &Listed,
        is_own: bool,
        facts: &Facts,
    ) -> Result<bool, Refusal> {
        let Some((before, after)) = facts.given.get(&user.id) else { return Ok(false) };
        if user.role_id == *before {
            return Ok(false);
        }
        if user.role_id != *after {
            return Err(OTHER_ROLE_BY_NOW);
        }
        let role = self.given(user, facts).ok_or(roles::UNKNOWN)?;
        if cx.require_reach(role).is_err() {
            return Err(BEYOND_OWN_ROLE);
        }
        if is_own { Err(NOT_ONESELF) } else { Ok(true) }
    }
}
