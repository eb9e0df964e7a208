//! Adding users, with or without a password.

use std::collections::{HashMap, HashSet};

use futures_util::{StreamExt, TryStreamExt, stream};
use seatwarden_base::{Error, Refused, Result, db::Tx};
use serde_json::json;

use super::{
    super::{
        model::{
            ADDED_MAX, Credential, MISSING, NewUser, PASSWORDS_MAX, TOO_MANY, TOO_MANY_PASSWORDS, TWICE,
            UNKNOWN, User, check_email, check_name, check_user_name, name_key,
        },
        store,
    },
    PASSWORD_SET,
    access::Lookalikes,
    blame_role, check_ui_settings, fill_groups_of_all,
    invite::invite,
    keys, language, shown,
    update::require_proof_over,
};
use crate::{
    accounts::{
        groups,
        passwords::{self, Prepared, hash_pool::Turn},
        roles,
        seats::{self, Change, Seat},
    },
    common::audit,
    cx::{BUILT_IN, BaseRole, Cx, Origin, Permission, Person, Role},
};

/// How many users are written at once.
const INSERT_STEP: usize = 1_000;

/// Adds users, all or none. Refuses the first of them who breaks a rule, and says which one it is.
pub async fn create(cx: &Cx, new: Vec<NewUser>) -> Result<Vec<User>> {
    cx.require(Permission::AddUsers)?;
    if new.len() > ADDED_MAX {
        return Err(TOO_MANY.with("maximum", ADDED_MAX).into());
    }
    let has_password =
        |user: &&NewUser| matches!(user.credential, Credential::Password(_) | Credential::Md5(_));
    if new.iter().filter(has_password).count() > PASSWORDS_MAX {
        return Err(TOO_MANY_PASSWORDS.with("maximum", PASSWORDS_MAX).into());
    }
    let mut names = HashSet::new();
    let mut checked = Vec::with_capacity(new.len());
    for (index, user) in new.into_iter().enumerate() {
        let email = user.email.clone();
        let user = match check_new(user.clone()) {
            Ok(user) => user,
            Err(error) => {
                let whole = check(cx, &user).await.err().unwrap_or(error);
                return Err(whole.of_element(index, &email));
            }
        };
        for name in HashSet::from([name_key(&user.email), name_key(&user.user_name)]) {
            if !names.insert(name) {
                return Err(Error::from(TWICE).of_element(index, &email));
            }
        }
        checked.push(user);
    }
    // Hashing is slow, so it is done before the transaction begins.
    let passwords = prepare_all(cx, &checked).await?;

    let mut tx = cx.db.write().await?;
    let created = create_all_in(&mut tx, cx, checked.into_iter().zip(passwords).collect()).await?;
    tx.commit().await?;
    cx.jobs.nudge();
    Ok(created)
}

/// The passwords of new users, on all threads that hash. Those of many leave the way to sign-ins.
async fn prepare_all(cx: &Cx, users: &[NewUser]) -> Result<Vec<Option<Prepared>>> {
    let turn = if users.len() > 1 { Turn::WhenFree } else { Turn::Next };
    let one = async |(index, user): (usize, &NewUser)| {
        prepare(cx, user, &user.credential, turn).await.map_err(|error| error.of_element(index, &user.email))
    };
    let each: Vec<_> = users.iter().enumerate().map(one).collect();
    stream::iter(each).buffered(cx.passwords.pool.at_once()).try_collect().await
}

/// Makes a credential ready for a user of these names: checks it by the rules and hashes it, which is slow. None
/// for one without a password.
pub async fn prepare(
    cx: &Cx,
    user: &NewUser,
    credential: &Credential,
    turn: Turn,
) -> Result<Option<Prepared>> {
    let about = about(user);
    match credential {
        Credential::Password(password) => {
            passwords::prepare_given(cx, password, &about, turn).await.map(Some)
        }
        Credential::Md5(md5) => passwords::prepare_md5(cx, md5, turn).await.map(Some),
        Credential::Invited | Credential::None => Ok(None),
    }
}

/// What a password of this user must not contain.
fn about(user: &NewUser) -> passwords::About<'_> {
    passwords::About {
        email: &user.email,
        user_name: &user.user_name,
        first_name: &user.first_name,
        last_name: &user.last_name,
    }
}

/// Checks a new user by every rule that looks at no other user, and refuses with all that they break.
pub(in super::super) async fn check(cx: &Cx, new: &NewUser) -> Result<()> {
    let mut refused = Refused::default();
    refused.take(check_new(new.clone()))?;
    if let Credential::Password(password) = &new.credential {
        refused.take(passwords::check_given(cx, password, &about(new)).await)?;
    }
    refused.end()
}

/// Checks the names of a new user, and refuses with all rules that they break.
pub fn check_new(new: NewUser) -> Result<NewUser> {
    let mut refused = Refused::default();
    let email = if new.email.trim().is_empty() {
        Err(MISSING.on("email").with("name", "email"))
    } else {
        check_email(&new.email)
    };
    let email = refused.take(email)?;
    let first_name = refused.take(check_name(&new.first_name, "firstName"))?;
    let last_name = refused.take(check_name(&new.last_name, "lastName"))?;
    let user_name = if new.user_name.trim().is_empty() {
        email.clone()
    } else {
        refused.take(check_user_name(&new.user_name))?
    };
    refused.take(check_ui_settings(new.ui_settings.as_deref()))?;
    refused.end()?;
    Ok(NewUser { email, user_name, first_name, last_name, ..new })
}

/// Adds one checked user inside another action, as [`create_all_in`] does.
pub async fn create_in(tx: &mut Tx, cx: &Cx, new: NewUser, password: Option<Prepared>) -> Result<User> {
    let mut made = create_all_in(tx, cx, vec![(new, password)]).await.map_err(Error::alone)?;
    made.pop().ok_or_else(|| UNKNOWN.into())
}

/// Adds checked users inside another action; the audit events and the invitations go with it. Refuses with the
/// first rule that one of them breaks; the transaction can then only be dropped.
pub async fn create_all_in(tx: &mut Tx, cx: &Cx, all: Vec<(NewUser, Option<Prepared>)>) -> Result<Vec<User>> {
    let mut known = Known::default();
    let mut made = Vec::with_capacity(all.len());
    for (index, (new, password)) in all.into_iter().enumerate() {
        let named = new.email.clone();
        let one = make(tx, cx, &mut known, new, password).await;
        made.push(one.map_err(|error| error.of_element(index, &named))?);
    }
    take_seats(tx, cx, &made).await?;
    // Some at a time: what puts them into the index of names takes the square of how many are new.
    for (step, part) in made.chunks(INSERT_STEP).enumerate() {
        let users = part.iter().map(|made| (&made.user, keys(&made.user.person))).collect();
        store::insert_all(tx, step * INSERT_STEP, users).await?;
    }
    let places = made.iter().flat_map(|made| made.groups.iter().map(|id| (id.as_str(), made.id())));
    groups::join_many(tx, places.collect()).await?;
    let mut with_password = HashSet::new();
    for made in &mut made {
        if let Some(password) = made.password.take() {
            passwords::set(tx, cx, &made.user.person.id, password).await?;
            with_password.insert(made.user.person.id.clone());
        }
    }
    let invited: Vec<&Person> =
        made.iter().filter(|made| made.is_invited).map(|made| &made.user.person).collect();
    invite(tx, cx, &invited).await?;
    let mut users: Vec<User> = made.into_iter().map(|made| made.user).collect();
    fill_groups_of_all(tx, &mut users).await?;
    let lookalikes = Lookalikes::read(tx).await?;
    let event = |user: &User| {
        let mut after = shown(user);
        lookalikes.tell(&user.person.email, &user.person.id, &mut after);
        if with_password.contains(&user.person.id) {
            after[PASSWORD_SET] = json!(true);
        }
        audit::Event::user("users.create", &user.person.id).after(after)
    };
    audit::record_all(tx, cx, users.iter().map(event).collect()).await?;
    Ok(users)
}

/// What new users name, each looked up once.
#[derive(Default)]
struct Known {
    roles: HashMap<String, Role>,
    groups: groups::Known,
}

impl Known {
    async fn role(&mut self, tx: &mut Tx, name: &str) -> Result<Role> {
        if let Some(role) = self.roles.get(name) {
            return Ok(role.clone());
        }
        let role = roles::named(tx, name).await.map_err(|error| blame_role(error, name))?;
        self.roles.insert(name.to_owned(), role.clone());
        Ok(role)
    }
}

/// A user about to be inserted.
struct Made {
    user: User,
    /// Ids.
    groups: Vec<String>,
    password: Option<Prepared>,
    is_invited: bool,
}

impl Made {
    fn id(&self) -> &str {
        &self.user.person.id
    }
}

async fn make(
    tx: &mut Tx,
    cx: &Cx,
    known: &mut Known,
    new: NewUser,
    mut password: Option<Prepared>,
) -> Result<Made> {
    let role = if new.role.is_empty() { BaseRole::Consumer.name() } else { &new.role };
    let role = known.role(tx, role).await?;
    // A second Sys. Admin is refused below, in the words for that.
    if role.base != BaseRole::Super {
        cx.require_reach(&role)?;
    }
    require_proof_over(cx, "", &role)?;
    let groups = known.groups.open_ids(tx, cx, &new.groups).await?;
    let is_invited = matches!(new.credential, Credential::Invited);
    if let Some(password) = &mut password {
        password.must_change |= new.must_change;
    }
    let user = User {
        person: Person {
            id: cx.new_id()?,
            email: new.email,
            user_name: new.user_name,
            first_name: new.first_name,
            last_name: new.last_name,
            role,
            active: new.active.unwrap_or(true) && !is_invited,
            origin: new.origin.unwrap_or(Origin::Local),
            language: language(new.language)?,
            created_at_ms: cx.now_ms,
            updated_at_ms: cx.now_ms,
            last_login_at_ms: None,
            last_activity_at_ms: None,
            version: 1,
        },
        groups: Vec::new(),
        ui_settings: new.ui_settings.unwrap_or_else(|| "{}".to_owned()),
        must_change_password: password.as_ref().is_some_and(|password| password.must_change),
        invited_at_ms: is_invited.then_some(cx.now_ms),
    };
    Ok(Made { user, groups, password, is_invited })
}

/// Takes the seats of all of them. Somebody who is invited takes one only by accepting, but there must be one
/// to begin with.
async fn take_seats(tx: &mut Tx, cx: &Cx, all: &[Made]) -> Result<()> {
    let change =
        all.iter().fold(Change::default(), |sum, made| sum.and(Change::of(None, Some(&made.user.person))));
    seats::take(tx, cx, change).await?;
    for seat in Seat::ALL {
        if all.iter().any(|made| made.is_invited && Seat::of(made.user.person.role.base) == seat) {
            seats::require_free(tx, cx, seat).await?;
        }
    }
    Ok(())
}

/// Adds a crowd without passwords, numbered `first` to `last`, for looking at an installation of size. The
/// audit trail gets one event for all of them.
pub async fn create_crowd(tx: &mut Tx, cx: &Cx, first: u32, last: u32) -> Result<()> {
    cx.require(Permission::AddUsers)?;
    let mut role_ids: [String; 5] = Default::default();
    for (id, base) in role_ids.iter_mut().zip(&BUILT_IN[1..]) {
        *id = roles::named(tx, base.name()).await?.id;
    }
    let range = (first.into(), last.into());
    let before = store::crowd::list_active(tx, range).await?;
    store::crowd::insert(tx, range, &role_ids, cx.now_ms).await?;
    let after = store::crowd::list_active(tx, range).await?;
    let count = |all: &[(String, i64)], id: &String| {
        all.iter().find(|(role_id, _)| role_id == id).map_or(0, |(_, count)| *count)
    };
    let taken = role_ids.iter().zip(&BUILT_IN[1..]).fold(Change::default(), |taken, (id, base)| {
        taken.and(Change::of_many(Seat::of(*base), count(&after, id) - count(&before, id)))
    });
    seats::take(tx, cx, taken).await?;
    groups::join_crowd(tx, cx, range.0, range.1).await?;
    let event = audit::Event::new("users.create_crowd", "user", "");
    audit::record(tx, cx, event.after(json!({ "first": first, "last": last }))).await
}
