//! The whole story of signing in, for every face.

use seatwarden_base::{Refusal, Result, db::Tx, secret::Secret};
use serde_json::json;

use super::{
    device_cookie::Devices,
    model::{LOCKED, RESET_NEEDED, TYPED_MAX, WRONG},
};
use crate::{
    accounts::{
        api_tokens,
        notices::{self, Notice},
        one_time_links::{self, Purpose},
        passwords::{self, Guess, Verified},
        sessions::{self, Device, Started},
        users::{self, User},
    },
    common::audit,
    cx::{Cx, Person},
};

/// What somebody typed at the door.
pub struct SignIn {
    /// User name or e-mail address.
    pub name: String,
    /// The password.
    pub password: Secret,
    /// Whether to stay signed in after the browser is closed.
    pub remember: bool,
    /// What the browser says of itself.
    pub devices: Devices,
}

/// What the right password led to.
pub enum Entered {
    /// A session began.
    SignedIn(SignedInNow),
    /// A new password must be chosen before anything else.
    ChoosePassword {
        /// Path of the page for it; it carries a one-time token.
        path: String,
    },
}

/// Somebody just signed in.
pub struct SignedInNow {
    /// Who it is.
    pub person: Box<Person>,
    /// The session that began.
    pub session: Started,
    /// The cookie by which the browser is known from now on.
    pub device_cookie: String,
}

/// Signs in with a browser session. Refuses with `sign_in.wrong`, whatever was wrong, after the same
/// work. If the password must be changed first, no session begins; the way to a new one is opened.
pub async fn in_browser(cx: &Cx, typed: &SignIn) -> Result<Entered> {
    let (person, verified) = check(cx, typed).await?;
    if verified.must_change {
        return choose_first(cx, &person, &verified).await;
    }

    let mut tx = cx.db.write().await?;
    // First, because it holds the user: of several sign-ins at once each must see the sessions of the others, or there
    // would be more than there may be.
    users::set_signed_in(&mut tx, cx, &person.id).await?;
    let session = sessions::start(&mut tx, cx, &person.id, typed.remember).await?;
    let told_of_failures = settle(&mut tx, cx, &person, &verified).await?;
    let told_of_device = tell_of_device(&mut tx, cx, &person, &verified, &typed.devices).await?;
    let event = audit::Event::user("sign_in.succeed", &person.id);
    let event = event.after(json!({ "session": session.id, "by": "password", "remember": typed.remember }));
    audit::record_as(&mut tx, cx, event, Some(&person.id), &person.email).await?;
    tx.commit().await?;
    nudge_if(cx, told_of_failures || told_of_device);

    let device_cookie = typed.devices.with_account(&cx.keys, &person.id, cx.new_id()?);
    Ok(Entered::SignedIn(SignedInNow { person: Box::new(person), session, device_cookie }))
}

async fn choose_first(cx: &Cx, person: &Person, verified: &Verified) -> Result<Entered> {
    let mut tx = cx.db.write().await?;
    // First, in the order in which every act locks: the user, then what is theirs.
    one_time_links::hold_user(&mut tx, &person.id).await?;
    let told = settle(&mut tx, cx, person, verified).await?;
    let made = one_time_links::make(&mut tx, cx, Purpose::Rescue, &person.id, "").await?;
    let event = audit::Event::user("sign_in.must_change", &person.id);
    audit::record_as(&mut tx, cx, event, Some(&person.id), &person.email).await?;
    tx.commit().await?;
    nudge_if(cx, told);
    Ok(Entered::ChoosePassword { path: made.path(cx) })
}

/// Signs in over the API and hands out a bearer token; with it a session for a client that keeps cookies, if it is
/// one. That a password should be changed holds up nobody here, but there is no session then: only a person in a
/// browser can choose another.
pub async fn for_api(
    cx: &Cx,
    typed: &SignIn,
    keeps_cookies: bool,
) -> Result<(User, Secret, Option<Started>)> {
    let (person, verified) = check(cx, typed).await?;

    let mut tx = cx.db.write().await?;
    users::set_signed_in(&mut tx, cx, &person.id).await?;
    let token = api_tokens::issue_for_sign_in(&mut tx, cx, &person).await?;
    let begins = keeps_cookies && !verified.must_change;
    let session = if begins { Some(sessions::start(&mut tx, cx, &person.id, false).await?) } else { None };
    let told = settle(&mut tx, cx, &person, &verified).await?;
    let event = audit::Event::user("sign_in.succeed", &person.id).after(json!({ "by": "api" }));
    audit::record_as(&mut tx, cx, event, Some(&person.id), &person.email).await?;
    // Where everything was just written it is at hand; after the commit it would have to be read again.
    let user = users::find_in(&mut tx, &person.id).await?;
    tx.commit().await?;
    nudge_if(cx, told);
    Ok((user, token, session))
}

/// Checks the name and password inside an `x-api-key`. Only what changes something is written: the
/// first such use that upgrades an old hash. With the person, the version of the password that was found right and
/// when that runs out, in milliseconds since the Unix epoch; none if it is another by now.
pub async fn by_api_key(
    cx: &Cx,
    name: &str,
    password: &Secret,
) -> Result<(Person, Option<([u8; 32], Option<i64>)>)> {
    let typed = SignIn {
        name: name.to_owned(),
        password: password.clone(),
        remember: false,
        devices: Devices::default(),
    };
    let (person, verified) = check(cx, &typed).await?;
    if verified.needs_settling() {
        let mut tx = cx.db.write().await?;
        let told = settle(&mut tx, cx, &person, &verified).await?;
        tx.commit().await?;
        nudge_if(cx, told);
    }
    Ok((person, verified.version()))
}

/// Wakes whoever sends mails if there is one to be sent. Nearly all sign-ins send none, and waking somebody for nothing
/// costs as much as writing the sign-in down.
fn nudge_if(cx: &Cx, told: bool) {
    if told {
        cx.jobs.nudge();
    }
}

/// Does what remains after the right password; its owner is told if many wrong ones came before (RL-05). Returns whether
/// a mail waits to be sent.
async fn settle(tx: &mut Tx, cx: &Cx, person: &Person, verified: &Verified) -> Result<bool> {
    passwords::settle(tx, cx, person, verified).await?;
    if !had_many_failures(cx, verified) {
        return Ok(false);
    }
    let Device { browser, system, .. } = Device::of(&cx.request.user_agent);
    let failures = verified.failures;
    notices::tell(tx, cx, person, Notice::ManyFailures { failures, browser: &browser, system: &system })
        .await?;
    Ok(true)
}

/// As many as make a guesser wait.
fn had_many_failures(cx: &Cx, verified: &Verified) -> bool {
    verified.failures >= i64::from(cx.config.sign_in.delay_after_failures)
}

/// Tells the owner of a browser that never signed in to this account, unless it is the first sign-in of all,
/// or the mail about wrong passwords says it already (RL-05). Programs have no such mark: they get no mail. Returns
/// whether a mail waits to be sent.
async fn tell_of_device(
    tx: &mut Tx,
    cx: &Cx,
    person: &Person,
    verified: &Verified,
    devices: &Devices,
) -> Result<bool> {
    let is_known = devices.known_for(&cx.keys, &person.id).is_some();
    if is_known || person.last_login_at_ms.is_none() || had_many_failures(cx, verified) {
        return Ok(false);
    }
    let Device { browser, system, .. } = Device::of(&cx.request.user_agent);
    notices::tell(tx, cx, person, Notice::NewDevice { browser: &browser, system: &system }).await?;
    Ok(true)
}

/// Finds the person and checks the password. Known and unknown names cost the same work and get the same
/// refusal (RL-04, ST-05).
async fn check(cx: &Cx, typed: &SignIn) -> Result<(Person, Verified)> {
    // Nobody has such a name or password, and the database need not hear of it.
    let cannot_be = |text: &str| text.len() > TYPED_MAX || text.contains('\0');
    if cannot_be(&typed.name) || cannot_be(typed.password.reveal()) {
        return Err(WRONG.into());
    }
    let mut tx = cx.db.read().await?;
    let person = users::person(&mut tx, &typed.name).await?;
    let may = person.as_ref().filter(|person| person.active && person.origin.has_password());
    let guess = guess(cx, typed, person.as_ref());
    let verified =
        passwords::verify(cx, &guess, may.map(|person| person.id.as_str()), &typed.password).await?;
    match (person, verified) {
        (Some(person), Some(verified)) if verified.locked_at_ms.is_some() => {
            refuse(cx, Some(&person), LOCKED).await
        }
        (Some(person), Some(verified)) if verified.expired => refuse(cx, Some(&person), RESET_NEEDED).await,
        (Some(person), Some(verified)) => Ok((person, verified)),
        (person, _) => {
            fail(cx, &guess, person.as_ref(), &typed.name).await?;
            Err(WRONG.into())
        }
    }
}

fn guess(cx: &Cx, typed: &SignIn, person: Option<&Person>) -> Guess {
    if let Some(person) = person {
        Guess::new(person.id.clone(), typed.devices.known_for(&cx.keys, &person.id))
    } else {
        let account = passwords::unknown_account(&users::name_key(&typed.name));
        Guess::new(account, None)
    }
}

async fn fail(cx: &Cx, guess: &Guess, person: Option<&Person>, typed_name: &str) -> Result<()> {
    let mut tx = cx.db.write().await?;
    passwords::fail(&mut tx, cx, guess).await?;
    // An unknown name is not kept: people type their passwords into the wrong field.
    let (subject, name) = match person {
        Some(person) => (person.id.as_str(), person.email.as_str()),
        None => ("", "anonymous"),
    };
    let event = audit::Event::user("sign_in.fail", subject);
    let event = event.after(json!({ "known": person.is_some(), "name_length": typed_name.chars().count() }));
    audit::record_as(&mut tx, cx, event, None, name).await?;
    tx.commit().await
}

async fn refuse<T>(cx: &Cx, person: Option<&Person>, refusal: Refusal) -> Result<T> {
    let mut tx = cx.db.write().await?;
    let subject = person.map_or("", |person| person.id.as_str());
    let event = audit::Event::user("sign_in.refuse", subject).after(json!({ "why": refusal.code }));
    audit::record_as(&mut tx, cx, event, None, person.map_or("anonymous", |person| &person.email)).await?;
    tx.commit().await?;
    Err(refusal.into())
}

/// Signs the caller's browser out.
pub async fn sign_out(cx: &Cx) -> Result<()> {
    sessions::end_current(cx).await
}
