//! One user as an administrator sees them, and what keeps them in or out: sessions, tokens, invitations.

use std::collections::HashMap;

use seatwarden_base::{Refusal, Result, db::Tx};
use serde_json::{Value, json};

use super::{
    super::{
        model::{AT_ONCE_MAX, LOOKALIKE, MIXED_SCRIPTS, NOT_INVITED, TOO_MANY, User, check_email, name_key},
        store,
    },
    find_in,
    update::{hold, require_over},
};
use crate::{
    accounts::{
        api_tokens::{self, ApiToken},
        groups,
        one_time_links::{self, Purpose},
        passwords::{self, Lock},
        roles::{self, Why},
        seats::{self, Seat},
        sessions::{self, Session},
    },
    common::{audit, outbox::MailState},
    cx::{BaseRole, Cx, Origin, Permission, Person, Proof, Role},
    text::{mixed_letters, picture},
};

/// How many administrators a new address is compared with.
const COMPARED_MAX: i64 = 1_000;

/// A user with all that the user's page shows.
pub struct Look {
    /// The user.
    pub user: User,
    /// The groups the user was put into.
    pub groups: Vec<groups::Named>,
    /// What keeps the user from signing in, if anything does.
    pub lock: Option<Lock>,
    /// Whether there is a password that could be locked or changed.
    pub has_password: bool,
    /// Since when the invitation is open, in milliseconds since the Unix epoch.
    pub invited_at_ms: Option<i64>,
    /// Until when its link works; none if it is over.
    pub invited_until_ms: Option<i64>,
    /// How far the mail of the invitation is; none if none is open.
    pub invitation_mail: Option<MailState>,
    /// Living sessions, last used first.
    pub sessions: Vec<Session>,
    /// Living tokens.
    pub api_tokens: Vec<ApiToken>,
    /// Why the role is what it is.
    pub why: Why,
    /// What makes the address suspicious: scripts may give one that nobody looked at twice.
    pub doubts: Vec<Refusal>,
    /// Whether the caller may change the user.
    pub may_change: bool,
    /// Whether the caller may delete the user, but for whom nobody deletes.
    pub may_delete: bool,
}

impl Look {
    /// Whether this is the Sys. Admin.
    pub fn is_sysadmin(&self) -> bool {
        self.user.person.role.base == BaseRole::Super
    }

    /// Whether the user signs in with a password of their own, which an invitation lets them choose.
    pub fn can_be_invited(&self) -> bool {
        is_invitable(self.user.person.origin)
    }
}

/// One user, by id, user name or address. Refuses with `users.unknown`.
pub async fn look(cx: &Cx, key: &str) -> Result<Look> {
    cx.require(Permission::ListUsers)?;
    let mut tx = cx.db.read().await?;
    let user = find_in(&mut tx, key).await?;
    let id = user.person.id.clone();
    let invited_at_ms = store::find_invited_at(&mut tx, &id).await?;
    let invited_until_ms = match invited_at_ms {
        Some(_) => one_time_links::open_until_ms(&mut tx, cx, &id, Purpose::Invitation).await?,
        None => None,
    };
    let invitation_mail = match invited_at_ms {
        Some(at_ms) => one_time_links::mail_state(&mut tx, &id, Purpose::Invitation, at_ms).await?,
        None => None,
    };
    Ok(Look {
        groups: groups::names_of_user(&mut tx, &id).await?,
        lock: passwords::lock_of(&mut tx, cx, &id).await?,
        has_password: passwords::exists(&mut tx, &id).await?,
        invited_at_ms,
        invited_until_ms,
        invitation_mail,
        sessions: sessions::of_user(&mut tx, cx, &id).await?,
        api_tokens: api_tokens::of_user(&mut tx, cx, &id).await?,
        why: roles::effective(&mut tx, &id).await?.1,
        doubts: Lookalikes::read(&mut tx).await?.doubts(&user.person.email, &id),
        may_change: cx.may(Permission::ChangeUsers) && require_over(cx, &user.person).is_ok(),
        may_delete: cx.may(Permission::DeleteUsers) && require_over(cx, &user.person).is_ok(),
        user,
    })
}

/// The roles that the caller may give, strongest first; that of the Sys. Admin is never among them.
pub async fn roles_within_reach(cx: &Cx) -> Result<Vec<Role>> {
    let mut tx = cx.db.read().await?;
    let mut roles = roles::list(&mut tx).await?;
    roles.retain(|role| role.base != BaseRole::Super && cx.require_reach(role).is_ok());
    Ok(roles)
}

/// What makes an address suspicious, if anything does: a person must look at it twice (RC-04). `user_id` is
/// whose address it is to be; empty for somebody new.
pub async fn check_lookalike(cx: &Cx, email: &str, user_id: &str) -> Result<Option<Refusal>> {
    cx.require(Permission::ListUsers)?;
    Ok(Lookalikes::read(&mut cx.db.read().await?).await?.find(email, user_id))
}

/// The addresses of the administrators, whose likes are suspicious.
#[derive(Debug)]
pub struct Lookalikes(HashMap<String, Vec<(String, String)>>);

impl Lookalikes {
    /// Reads them once, for any number of comparisons.
    pub async fn read(tx: &mut Tx) -> Result<Self> {
        let mut by_picture: HashMap<String, Vec<(String, String)>> = HashMap::new();
        for (id, email) in store::list_administrators(tx, COMPARED_MAX).await? {
            by_picture.entry(picture(&email)).or_default().push((id, email));
        }
        Ok(Self(by_picture))
    }

    /// What makes an address suspicious, as [`check_lookalike`] says.
    pub fn find(&self, email: &str, user_id: &str) -> Option<Refusal> {
        self.doubts(email, user_id).into_iter().next()
    }

    /// All that makes an address suspicious: letters that do not belong, and whose it looks like.
    fn doubts(&self, email: &str, user_id: &str) -> Vec<Refusal> {
        let Ok(email) = check_email(email) else { return Vec::new() };
        let mut doubts = Vec::new();
        let strangers = mixed_letters(&email);
        if !strangers.is_empty() {
            let letters: Vec<String> = strangers
                .iter()
                .take(5)
                .map(|letter| format!("{letter} (U+{:04X})", u32::from(*letter)))
                .collect();
            doubts.push(MIXED_SCRIPTS.with("letters", letters.join(", ")));
        }
        doubts.extend(self.other_like(&email, user_id).map(|other| LOOKALIKE.with("other", other)));
        doubts
    }

    /// The address of another administrator that gives the same picture.
    fn other_like(&self, email: &str, user_id: &str) -> Option<&String> {
        let key = name_key(email);
        let mut alike = self.0.get(&picture(email))?.iter();
        alike.find(|(id, other)| id != user_id && name_key(other) != key).map(|(_, other)| other)
    }

    /// Says in the details of an event what is suspicious about an address: scripts are not asked twice, as people are,
    /// so what they did can be found.
    pub(super) fn tell(&self, email: &str, user_id: &str, told: &mut Value) {
        if !mixed_letters(email).is_empty() {
            told[MIXED] = json!(true);
        }
        if let Some(other) = self.other_like(email, user_id) {
            told[LOOKS_LIKE] = json!(other);
        }
    }
}

/// In the details of an event: the address mixes letters of several alphabets.
const MIXED: &str = "mixedScripts";
/// In the details of an event: the administrator's address that the user's looks like.
const LOOKS_LIKE: &str = "looksLike";

/// Says what is suspicious about an address that was just changed; nothing if it was not.
pub(super) async fn tell_of_change(
    tx: &mut Tx,
    before: &Person,
    after: &Person,
    told: &mut Value,
) -> Result<()> {
    if before.email != after.email {
        Lookalikes::read(tx).await?.tell(&after.email, &after.id, told);
    }
    Ok(())
}

/// A user whom the caller may change, inside an action.
pub(super) async fn theirs(tx: &mut Tx, cx: &Cx, key: &str) -> Result<User> {
    let user = find_in(tx, key).await?;
    require_over(cx, &user.person)?;
    Ok(user)
}

/// Ends one session of a user. Refuses with `sessions.not_found`.
pub async fn end_session(cx: &Cx, key: &str, session_id: &str) -> Result<()> {
    cx.require(Permission::ChangeUsers)?;
    let mut tx = cx.db.write().await?;
    let user = theirs(&mut tx, cx, key).await?;
    sessions::end_of(&mut tx, &user.person.id, session_id).await?;
    let event = audit::Event::user("users.end_session", &user.person.id);
    audit::record(&mut tx, cx, event.after(json!({ "session": session_id }))).await?;
    tx.commit().await
}

/// Ends all sessions of a user but the one that asks; returns how many.
pub async fn end_sessions(cx: &Cx, key: &str) -> Result<u64> {
    cx.require(Permission::ChangeUsers)?;
    let own = match cx.signed_in().map(|signed_in| &signed_in.proof) {
        Ok(Proof::Session { id, .. }) => Some(id.as_str()),
        _ => None,
    };
    let mut tx = cx.db.write().await?;
    let user = theirs(&mut tx, cx, key).await?;
    let ended = sessions::end_all_of(&mut tx, &user.person.id, own).await?;
    let event = audit::Event::user("users.end_sessions", &user.person.id);
    audit::record(&mut tx, cx, event.after(json!({ "ended": ended }))).await?;
    tx.commit().await?;
    Ok(ended)
}

/// Ends one token of a user at once. Refuses with `api_tokens.not_found`.
pub async fn revoke_token(cx: &Cx, key: &str, token_id: &str) -> Result<()> {
    cx.require(Permission::ChangeUsers)?;
    let mut tx = cx.db.write().await?;
    let user = theirs(&mut tx, cx, key).await?;
    api_tokens::end_of(&mut tx, &user.person.id, token_id).await?;
    let event = audit::Event::user("users.revoke_token", &user.person.id);
    audit::record(&mut tx, cx, event.after(json!({ "token": token_id }))).await?;
    tx.commit().await
}

/// Mails the invitation again, which ends the link of the one before. Refuses with `users.not_invited` if the
/// user has a password already, or with `seats.none_left` if nobody could accept it now.
pub async fn invite_again(cx: &Cx, key: &str) -> Result<()> {
    cx.require(Permission::AddUsers)?;
    let mut tx = cx.db.write().await?;
    let user = theirs(&mut tx, cx, key).await?;
    invite_again_in(&mut tx, cx, &user).await?;
    tx.commit().await?;
    cx.jobs.nudge();
    Ok(())
}

/// Mails several invitations again, all or none. Refuses as [`invite_again`] does, and says of which one.
pub(in super::super) async fn invite_all_again(cx: &Cx, keys: &[String]) -> Result<()> {
    cx.require(Permission::AddUsers)?;
    let mut tx = cx.db.write().await?;
    let mut users: Vec<(String, usize, User)> = Vec::with_capacity(keys.len());
    for (index, key) in keys.iter().enumerate() {
        let user = theirs(&mut tx, cx, key).await.map_err(|error| error.of_element(index, key))?;
        if users.iter().all(|(id, ..)| *id != user.person.id) {
            users.push((user.person.id.clone(), index, user));
        }
    }
    // In one order, whoever does it, and before anything else is locked: so no two wait for each other.
    users.sort_unstable_by(|(one, ..), (other, ..)| one.cmp(other));
    for (id, ..) in &users {
        hold(&mut tx, id).await?;
    }
    for (_, index, user) in &users {
        let invited = invite_again_in(&mut tx, cx, user).await;
        invited.map_err(|error| error.of_element(*index, &keys[*index]))?;
    }
    tx.commit().await?;
    cx.jobs.nudge();
    Ok(())
}

/// Like [`invite_again`], inside another action that found the user to be within the caller's reach. What it refuses, it
/// refuses before it writes.
pub(super) async fn invite_again_in(tx: &mut Tx, cx: &Cx, user: &User) -> Result<()> {
    // They may be accepting the invitation at this moment.
    hold(tx, &user.person.id).await?;
    let person = &find_in(tx, &user.person.id).await?.person;
    if !is_invitable(person.origin) || person.active || passwords::exists(tx, &person.id).await? {
        return Err(NOT_INVITED.into());
    }
    if person.origin.takes_seat() {
        seats::require_free(tx, cx, Seat::of(person.role.base)).await?;
    }
    store::set_invited_at(tx, &person.id, Some(cx.now_ms)).await?;
    one_time_links::send(tx, cx, Purpose::Invitation, person, None).await?;
    audit::record(tx, cx, audit::Event::user("users.invite", &person.id)).await
}

/// Whether users from there choose a password of their own.
pub(super) const fn is_invitable(origin: Origin) -> bool {
    matches!(origin, Origin::Local | Origin::License)
}

/// Ends the invitation; its link works no longer, and none is mailed again by itself. Refuses with
/// `users.not_invited`.
pub async fn cancel_invitation(cx: &Cx, key: &str) -> Result<()> {
    cx.require(Permission::AddUsers)?;
    let mut tx = cx.db.write().await?;
    let user = theirs(&mut tx, cx, key).await?;
    hold(&mut tx, &user.person.id).await?;
    if store::find_invited_at(&mut tx, &user.person.id).await?.is_none() {
        return Err(NOT_INVITED.into());
    }
    store::set_invited_at(&mut tx, &user.person.id, None).await?;
    one_time_links::end_all(&mut tx, &user.person.id).await?;
    audit::record(&mut tx, cx, audit::Event::user("users.cancel_invitation", &user.person.id)).await?;
    tx.commit().await
}

/// What of a user's access ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ends {
    /// Sessions and API tokens.
    Everything,
    /// API tokens.
    Tokens,
}

/// Ends the access that users have now, by id, user name or address; they can sign in again. All or none.
pub async fn end_access(cx: &Cx, keys: &[String], ends: Ends) -> Result<()> {
    cx.require(Permission::ChangeUsers)?;
    if keys.len() > AT_ONCE_MAX {
        return Err(TOO_MANY.with("maximum", AT_ONCE_MAX).into());
    }
    let mut tx = cx.db.write().await?;
    for key in keys {
        let user = theirs(&mut tx, cx, key).await?;
        end_in(&mut tx, cx, &user.person.id, ends).await?;
    }
    tx.commit().await
}

/// Ends every session and API token of everybody within reach, but those that ask for it. Refuses without
/// the permissions to end either.
pub(in super::super) async fn end_everybodys_access(cx: &Cx) -> Result<()> {
    cx.require(Permission::ManageSessions)?;
    cx.require(Permission::ChangeUsers)?;
    let mut tx = cx.db.write().await?;
    let (mut ended_sessions, mut ended_tokens) = (0, 0);
    for role in roles::list(&mut tx).await? {
        if cx.require_reach(&role).is_ok() {
            ended_sessions += sessions::end_all_of_role(&mut tx, cx, &role.id).await?;
            ended_tokens += api_tokens::end_all_of_role(&mut tx, cx, &role.id).await?;
        }
    }
    let event = audit::Event::new("users.end_everybodys_access", "user", "");
    let told = json!({ "sessions": ended_sessions, "tokens": ended_tokens });
    audit::record(&mut tx, cx, event.after(told)).await?;
    tx.commit().await
}

/// Ends every session and token of the caller, those that ask for it included.
pub async fn end_own_access(cx: &Cx) -> Result<()> {
    cx.require_own_account()?;
    let mut tx = cx.db.write().await?;
    end_in(&mut tx, cx, &cx.person()?.id, Ends::Everything).await?;
    tx.commit().await
}

async fn end_in(tx: &mut Tx, cx: &Cx, user_id: &str, ends: Ends) -> Result<()> {
    if ends == Ends::Everything {
        sessions::end_all_of(tx, user_id, None).await?;
    }
    let tokens = api_tokens::end_all_of(tx, user_id).await?;
    let event = audit::Event::user("users.end_access", user_id);
    audit::record(tx, cx, event.after(json!({ "sessions": ends == Ends::Everything, "tokens": tokens })))
        .await
}
