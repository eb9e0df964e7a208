//! Asking for an account, and making it.

use std::sync::Arc;

use seatwarden_base::{Result, db::Tx, jobs, secret::Secret};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{
    mails,
    model::{CLOSED, SignUp},
};
use crate::{
    accounts::{
        passwords::{self, About, Prepared},
        roles,
        users::{self, Credential, NewUser},
    },
    common::{
        audit, outbox,
        rate_limits::{self, Limit},
    },
    cx::{Caller, Cx, NOT_ALLOWED, Origin, Person, RequestFacts},
    licensing::organisations::{self, MemberRole},
    text::is_same_address,
};

/// Mails to one address: three, then one every 80 minutes, as for forgotten passwords (RL-02).
const PER_ACCOUNT: Limit = Limit { burst: 3, interval_ms: 80 * 60_000 };

fn per_address(cx: &Cx) -> Limit {
    let set = &cx.config.license_server;
    Limit::per_minute(set.sign_up_address_burst, set.sign_up_address_per_minute)
}

/// Asks for an account. Known or unknown, the request does the same and only the same: it leaves a job, which finds
/// out whether there is an account already (RL-04). Refuses with `sign_up.closed` where nobody may sign up alone,
/// and with `outbox.switched_off` where no mails leave: nobody would ever know the password.
pub async fn ask(cx: &Cx, typed: &SignUp) -> Result<()> {
    if !cx.config.license_server.sign_up_enabled {
        return Err(CLOSED.into());
    }
    let organisation = organisations::check_name(&typed.organisation)?;
    let user = users::check_new(NewUser {
        email: typed.email.clone(),
        first_name: typed.first_name.clone(),
        last_name: typed.last_name.clone(),
        ..NewUser::default()
    })?;
    let mut tx = cx.db.write().await?;
    let address = rate_limits::key("sign_up.address", &rate_limits::network(&cx.request.ip));
    rate_limits::take(&mut tx, &address, per_address(cx), cx.now_ms).await?;
    outbox::require_leaving(&mut tx, cx, mails::WELCOME).await?;
    let job = MakeJob {
        email: user.email,
        first_name: user.first_name,
        last_name: user.last_name,
        organisation,
        language: cx.language.code().to_owned(),
    };
    jobs::enqueue(&mut tx, MAKE_JOB, &job, cx.now_ms, cx.new_id()?).await?;
    let event = audit::Event::user("sign_up.ask", "");
    audit::record_as(&mut tx, cx, event, None, "anonymous").await?;
    tx.commit().await?;
    cx.jobs.nudge();
    Ok(())
}

/// The kind of the job that makes the account.
pub const MAKE_JOB: &str = "sign_up.make";

/// What the job needs to know.
#[derive(Debug, Serialize, Deserialize)]
pub struct MakeJob {
    email: String,
    first_name: String,
    last_name: String,
    organisation: String,
    language: String,
}

impl MakeJob {
    /// Code of the language in which somebody signed up.
    pub fn language(&self) -> &str {
        &self.language
    }
}

/// Makes the account and its organisation, and writes the welcome mail; whoever has an account is told so instead.
/// Running twice tells the new account that it is there already: harmless.
pub async fn make(cx: &Cx, job: &MakeJob) -> Result<()> {
    let new = NewAccount {
        email: &job.email,
        first_name: &job.first_name,
        last_name: &job.last_name,
        language: Some(&job.language),
    };
    // Hashing is slow, so it is done before the transaction begins, and whether or not it is needed.
    let (password, prepared) = generate(cx).await?;
    let mut tx = cx.db.write().await?;
    let account = rate_limits::key("sign_up.account", &users::name_key(&job.email));
    match rate_limits::take(&mut tx, &account, PER_ACCOUNT, cx.now_ms).await {
        Err(error) if error.refusal().is_none() => return Err(error),
        // Beyond the limit nothing is made or sent.
        Err(_) => return Ok(()),
        Ok(()) => {}
    }
    match users::person(&mut tx, &job.email).await? {
        // A user name is not an address, even where it signs in.
        Some(person) if users::name_key(&person.email) == users::name_key(&job.email) => {
            mails::known_already(&mut tx, cx, &person).await?;
        }
        Some(_) => return Ok(()),
        None => {
            outbox::require_leaving(&mut tx, cx, mails::WELCOME).await?;
            let organisation = organisations::create_signed_up(&mut tx, cx, &job.organisation).await?;
            let person = insert(&mut tx, cx, &new, prepared).await?;
            organisations::add_member(&mut tx, cx, &organisation.id, &person.id, MemberRole::Owner).await?;
            mails::welcome(&mut tx, cx, &person, None, &password).await?;
        }
    }
    tx.commit().await?;
    cx.jobs.nudge();
    Ok(())
}

/// A license account to be made.
#[derive(Clone, Copy, Debug, Default)]
pub struct NewAccount<'a> {
    /// The address; it is the user name as well.
    pub email: &'a str,
    /// May be empty.
    pub first_name: &'a str,
    /// May be empty.
    pub last_name: &'a str,
    /// The language of the mail and the pages.
    pub language: Option<&'a str>,
}

/// A password for a welcome mail. Slow: never inside a transaction.
pub async fn generate(cx: &Cx) -> Result<(Secret, Prepared)> {
    let hours = i64::from(cx.config.license_server.welcome_password_hours);
    passwords::generate(cx, cx.now_ms + hours * 3_600_000).await
}

async fn insert(tx: &mut Tx, cx: &Cx, new: &NewAccount<'_>, password: Prepared) -> Result<Person> {
    let role = roles::license_account(tx, cx).await?;
    let user = users::check_new(NewUser {
        email: new.email.to_owned(),
        first_name: new.first_name.to_owned(),
        last_name: new.last_name.to_owned(),
        role: role.id,
        language: new.language.map(str::to_owned),
        credential: Credential::None,
        active: Some(true),
        origin: Some(Origin::License),
        ..NewUser::default()
    })?;
    Ok(users::create_in(tx, &as_host(cx)?, user, Some(password)).await?.person)
}

/// Nobody's own role reaches to making license accounts; whoever asks was asked for permission before, and the trail
/// names them.
fn as_host(cx: &Cx) -> Result<Cx> {
    let mut host = Cx::host(cx.app().clone(), "sign_up")?;
    host.now_ms = cx.now_ms;
    let asked_by = match &cx.caller {
        Caller::User(signed_in) => {
            let holder = signed_in.holder();
            Some((holder.id.clone(), holder.email.clone()))
        }
        Caller::Anonymous | Caller::Host(_) => None,
    };
    host.request = Arc::new(RequestFacts { asked_by, ..(*cx.request).clone() });
    Ok(host)
}

/// Makes a customer with an account that has a password of the operator's choice, which need not be replaced: for the
/// demo. An organisation of that name is taken as it is, and so is an account; it only gets the password.
pub async fn make_customer(
    cx: &Cx,
    organisation: &str,
    new: &NewAccount<'_>,
    role: MemberRole,
    password: &Secret,
) -> Result<()> {
    if !matches!(cx.caller, Caller::Host(_)) {
        return Err(NOT_ALLOWED.into());
    }
    let about = About { email: new.email, ..About::default() };
    let prepared = passwords::prepare(cx, password, &about, "password").await?;
    let mut tx = cx.db.write().await?;
    if let Some(person) = users::person(&mut tx, new.email).await? {
        passwords::set(&mut tx, cx, &person.id, prepared).await?;
        return tx.commit().await;
    }
    let person = insert(&mut tx, cx, new, prepared).await?;
    let organisation = match organisations::named(&mut tx, organisation).await? {
        Some(organisation) => organisation,
        None => organisations::create_in(&mut tx, cx, organisation).await?,
    };
    organisations::add_member(&mut tx, cx, &organisation.id, &person.id, role).await?;
    tx.commit().await
}

/// Lets somebody act for an organisation: makes the account if there is none, and mails them. For owners of the
/// organisation and the vendor's staff. Refuses as adding a member does, and with
/// `outbox.switched_off` if no mail with the password would leave.
pub async fn invite(
    cx: &Cx,
    organisation_id: &str,
    new: &NewAccount<'_>,
    role: MemberRole,
) -> Result<Person> {
    let email = users::check_email(new.email)?;
    let new = NewAccount { email: &email, ..*new };
    {
        let mut reading = cx.db.read().await?;
        organisations::require_owner(&mut reading, cx, organisation_id).await?;
    }
    let prepared = generate(cx).await?;
    let mut tx = cx.db.write().await?;
    organisations::require_owner(&mut tx, cx, organisation_id).await?;
    let person = add_to(&mut tx, cx, organisation_id, &new, role, prepared).await?;
    tx.commit().await?;
    cx.jobs.nudge();
    Ok(person)
}

/// What [`invite`] does, inside another action that asked who may; with a password that was generated before.
pub async fn add_to(
    tx: &mut Tx,
    cx: &Cx,
    organisation_id: &str,
    new: &NewAccount<'_>,
    role: MemberRole,
    (password, prepared): (Secret, Prepared),
) -> Result<Person> {
    let organisation = organisations::find_in(tx, organisation_id).await?;
    // What is asked of whoever is new is asked of everybody: the answer must not tell who is.
    outbox::require_leaving(tx, cx, mails::WELCOME).await?;
    let name = checked_name(new)?;
    let known = users::with_address(tx, new.email).await?;
    let person = match &known {
        Some(person) => person.clone(),
        None => insert(tx, cx, new, prepared).await?,
    };
    organisations::add_member(tx, cx, organisation_id, &person.id, role).await?;
    if known.is_some() {
        organisations::note_added_as(tx, organisation_id, &person.id, (new.email, &name)).await?;
        mails::added(tx, cx, &person, &organisation.name).await?;
    } else {
        mails::welcome(tx, cx, &person, Some(&organisation.name), &password).await?;
    }
    let event = audit::Event::user("sign_up.invite", &person.id);
    audit::record(tx, cx, event.after(json!({ "organisation": organisation_id, "known": known.is_some() })))
        .await?;
    Ok(person)
}

/// First and last name as they were typed. Refuses as making an account with them does.
fn checked_name(new: &NewAccount<'_>) -> Result<String> {
    let typed = users::check_new(NewUser {
        email: new.email.to_owned(),
        first_name: new.first_name.to_owned(),
        last_name: new.last_name.to_owned(),
        ..NewUser::default()
    })?;
    Ok(format!("{} {}", typed.first_name, typed.last_name).trim().to_owned())
}

/// Does for an address what [`add_to`] does for one that nobody knows, as far as the customer sees: it signs in this
/// person, who is no license account or has another address, and acts for nobody by it. Whoever reads its mail is told.
/// Answers its id, and whether it is new. Refuses as [`add_to`] does.
pub async fn withhold(
    tx: &mut Tx,
    cx: &Cx,
    organisation_id: &str,
    new: &NewAccount<'_>,
    person: &Person,
) -> Result<(String, bool)> {
    if let Some(id) = organisations::withheld_in(tx, organisation_id, new.email).await? {
        return Ok((id, false));
    }
    outbox::require_leaving(tx, cx, mails::WELCOME).await?;
    let name = checked_name(new)?;
    let organisation = organisations::find_in(tx, organisation_id).await?;
    let id = organisations::withhold_member(tx, cx, organisation_id, new.email, &name).await?;
    if is_same_address(&person.email, new.email) {
        mails::withheld(tx, cx, person, &organisation.name).await?;
    }
    Ok((id, true))
}
