//! One act on many users: first a forecast in numbers, then the act itself, some users in one transaction.

use seatwarden_base::{Error, Kind, Refusal, Result, db::Tx};
use serde_json::json;

use super::{
    super::{
        listing::Listed,
        model::{EMAIL_TAKEN, LAST_OWNER, NOT_INVITED, UNKNOWN, UNKNOWN_DELETED, UserPatch},
    },
    access::invite_again_in,
    bring_back::{OtherNames, bring_back_in},
    chosen::{Chosen, Crowd},
    delete::delete_in,
    find_in,
    former::read_with_former,
    lookup::read_in_order,
    rules::{Rules, rules_of},
    update::{require_over, update_in},
};
use crate::{
    accounts::{
        groups,
        ownership::{self, Together},
        passwords, seats, sessions,
    },
    common::audit,
    cx::{Cx, Permission, Role},
};

/// How many users are changed in one transaction.
pub(super) const STEP: usize = 100;
/// How many of those who are left out are named.
pub(super) const NAMED_MAX: usize = 100;

/// There is no such act.
pub(in super::super) const UNKNOWN_ACT: Refusal = Refusal::new(Kind::Invalid, "users.unknown_act").on("act");
/// The role was not said.
const CHOOSE_ROLE: Refusal = Refusal::new(Kind::Invalid, "users.choose_role").on("role");
/// The group was not said.
const CHOOSE_GROUP: Refusal = Refusal::new(Kind::Invalid, "users.choose_group").on("group");
/// Those who are chosen by now are not those of the forecast.
pub(in super::super) const OTHERS_BY_NOW: Refusal = Refusal::new(Kind::Conflict, "users.others_by_now");

/// The word of giving the roles of before an act back.
pub(in super::super) const TAKE_BACK: &str = "take_back";
/// The word of bringing those back whom an act deleted.
pub(in super::super) const BRING_BACK: &str = "bring_back";

/// Whether an act of this word takes another one back, which then stands for whom it is about.
pub(in super::super) fn is_way_back(word: &str) -> bool {
    [TAKE_BACK, BRING_BACK].contains(&word)
}

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
    /// Delete them. What they own stays, under the name of a former user.
    Delete,
    /// Give them the roles back that they had before another act, by its id.
    TakeBack(String),
    /// Bring those back whom another act deleted, by its id.
    BringBack(String),
}

impl Act {
    /// The words of all acts.
    pub const WORDS: [&'static str; 10] = [
        "role",
        "join",
        "leave",
        "activate",
        "deactivate",
        "invite",
        "end_sessions",
        "delete",
        TAKE_BACK,
        BRING_BACK,
    ];

    /// The act of a form: its word, and the role or group that goes with it; for the way back of an act, the id of that one
    /// stands for the role. Refuses with `users.choose_role` and `users.choose_group` if that one is not said.
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
            "delete" => Self::Delete,
            TAKE_BACK => Self::TakeBack(role.to_owned()),
            BRING_BACK => Self::BringBack(role.to_owned()),
            _ => return Err(UNKNOWN_ACT),
        })
    }

    /// The role, group or act that it is about; empty if it is about none.
    pub fn target(&self) -> &str {
        match self {
            Self::ChangeRole(target)
            | Self::JoinGroup(target)
            | Self::LeaveGroup(target)
            | Self::TakeBack(target)
            | Self::BringBack(target) => target,
            Self::Activate | Self::Deactivate | Self::Invite | Self::EndSessions | Self::Delete => "",
        }
    }

    /// The act that takes this one back, by its id; none if there is no way back.
    pub fn way_back(&self, id: &str) -> Option<Self> {
        match self {
            Self::ChangeRole(_) | Self::TakeBack(_) => Some(Self::TakeBack(id.to_owned())),
            Self::Delete => Some(Self::BringBack(id.to_owned())),
            Self::JoinGroup(_)
            | Self::LeaveGroup(_)
            | Self::Activate
            | Self::Deactivate
            | Self::Invite
            | Self::EndSessions
            | Self::BringBack(_) => None,
        }
    }

    /// What whoever asks for it must be allowed.
    pub const fn permission(&self) -> Permission {
        match self {
            Self::Invite => Permission::AddUsers,
            Self::Delete | Self::BringBack(_) => Permission::DeleteUsers,
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
            Self::Delete => "delete",
            Self::TakeBack(_) => TAKE_BACK,
            Self::BringBack(_) => BRING_BACK,
        }
    }
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
    /// What those own together whom it deletes; nothing for another act.
    pub owned: Together,
    /// Whether some of those whom it deletes may still sign in, so that there is a milder way.
    pub is_some_active: bool,
    /// Who was given another role, or deleted: user, role before, role after, which is empty of whom it deleted.
    pub(super) given: Vec<[String; 3]>,
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

/// Says what an act would do, and does nothing. Refuses with `users.too_many_at_once` beyond
/// [`super::super::listing::BULK_MAX`].
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
        let facts = rules.facts(&mut tx, cx, &users).await?;
        let mut leavers = Vec::new();
        for user in &users {
            match rules.verdict(cx, act, user, &facts) {
                Ok(true) => match rules.take_seat(act, user, &facts, &mut free) {
                    Ok(()) => {
                        forecast.changed += 1;
                        if *act == Act::Delete {
                            leavers.push(user.id.as_str());
                            forecast.is_some_active |= user.active;
                        }
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
        forecast.owned.count_on(&mut tx, &leavers).await?;
    }
    forecast.fingerprint = crowd.fingerprint();
    Ok(forecast)
}

/// Whether the caller may do this to anybody at all. After the license has ended, scripts only take access away.
pub(super) fn require_act(cx: &Cx, act: &Act) -> Result<()> {
    cx.require(act.permission())?;
    let takes_away = matches!(act, Act::Deactivate | Act::EndSessions | Act::Delete);
    if takes_away { Ok(()) } else { cx.require_scripts() }
}

/// Holds the ledger of seats if the act may take or free some, and the register of what is owned if owners go or come. It
/// comes before the first event.
pub(super) async fn hold(tx: &mut Tx, act: &Act) -> Result<()> {
    match act {
        Act::Activate | Act::Deactivate | Act::ChangeRole(_) | Act::TakeBack(_) => seats::hold(tx).await,
        Act::Delete | Act::BringBack(_) => {
            seats::hold(tx).await?;
            ownership::hold(tx).await
        }
        Act::JoinGroup(_) | Act::LeaveGroup(_) | Act::Invite | Act::EndSessions => Ok(()),
    }
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
    let users = match act {
        Act::BringBack(_) => read_with_former(tx, ids).await?,
        _ => read_in_order(tx, ids).await?,
    };
    let facts = rules.facts(tx, cx, &users).await?;
    let mut events = Vec::new();
    done.all += ids.len();
    for user in users {
        match rules.verdict(cx, act, &user, &facts) {
            Ok(true) => match change(tx, cx, act, &user, rules.given(&user, &facts)).await {
                Ok(event) => {
                    events.extend(event);
                    done.changed += 1;
                    match rules.given(&user, &facts) {
                        Some(role) => done.given.push([user.id, user.role_id, role.id.clone()]),
                        None if *act == Act::Delete => {
                            done.given.push([user.id, user.role_id, String::new()]);
                        }
                        None => {}
                    }
                }
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
    audit::record_all(tx, cx, events).await
}

/// Whether a refusal is about one user alone, and comes before anything of them is written.
fn is_about_one(why: &Refusal) -> bool {
    let known = [
        seats::NONE_LEFT,
        NOT_INVITED,
        UNKNOWN,
        LAST_OWNER,
        EMAIL_TAKEN,
        UNKNOWN_DELETED,
        groups::BEING_DELETED,
    ];
    known.iter().any(|known| known.code == why.code)
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

/// Does the act to one user; with the event, if it is yet to be recorded.
async fn change(
    tx: &mut Tx,
    cx: &Cx,
    act: &Act,
    user: &Listed,
    role: Option<&Role>,
) -> Result<Option<audit::Event>> {
    let id = &user.id;
    let patch = match act {
        Act::ChangeRole(_) | Act::TakeBack(_) => {
            UserPatch { role: role.map(|role| role.id.clone()), ..UserPatch::default() }
        }
        Act::Activate => UserPatch { active: Some(true), ..UserPatch::default() },
        Act::Deactivate => UserPatch { active: Some(false), ..UserPatch::default() },
        Act::Delete => {
            return delete_in(tx, cx, &[id.to_owned()]).await.map(|_| None).map_err(Error::alone);
        }
        // Its event comes after the names of all: whoever changes an address takes the name first, and then the trail.
        Act::BringBack(_) => {
            let (_, event) = bring_back_in(tx, cx, id, &OtherNames::default()).await?;
            return Ok(Some(event));
        }
        other => return change_around(tx, cx, other, id).await.map(|()| None),
    };
    update_in(tx, cx, id, &patch, None).await.map(|_| None)
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
