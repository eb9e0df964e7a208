//! Asking for the mail, and choosing a new password through it.

use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use seatwarden_base::{Result, db::Tx, jobs, secret::Secret};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::model::{Asked, NewPassword};
use crate::{
    accounts::{
        api_tokens,
        notices::{self, Notice},
        one_time_links::{self, Link, NOT_VALID, Purpose},
        passwords::{self, About, NOT_THE_SAME},
        recovery_codes,
        users::{self, User},
    },
    common::{
        audit,
        rate_limits::{self, Limit},
    },
    cx::{Cx, Origin, Person},
};

/// Links that lead to a new password.
const PURPOSES: [Purpose; 3] = [Purpose::PasswordReset, Purpose::Rescue, Purpose::Handover];
/// Mails to one address: three, then one every 80 minutes (RL-02).
const PER_ACCOUNT: Limit = Limit { burst: 3, interval_ms: 80 * 60_000 };

/// Codes typed from one network: thirty, then one every ten seconds. Each try takes one of them, whether there is a code to be
/// tried or not, so that both cost the same.
const CODES_PER_NETWORK: Limit = Limit { burst: 30, interval_ms: 10_000 };

fn per_address(cx: &Cx) -> Limit {
    Limit::per_minute(cx.config.password_reset.address_burst, cx.config.password_reset.address_per_minute)
}

/// Asks for a mail to an address. Known or unknown, the request does the same and only the same: it
/// leaves a job, which finds out whether there is anybody to write to (RL-04).
pub async fn ask(cx: &Cx, email: &str) -> Result<Asked> {
    let email = users::check_email(email)?;
    let request_token = BASE64URL_NOPAD.encode(&cx.random().bytes::<24>()?);
    let mut tx = cx.db.write().await?;
    let address = rate_limits::key("password_reset.address", &rate_limits::network(&cx.request.ip));
    rate_limits::take(&mut tx, &address, per_address(cx), cx.now_ms).await?;
    let job = MailJob {
        email,
        request_hash: HEXLOWER.encode(&one_time_links::hash(&request_token, "")),
        language: cx.language.code().to_owned(),
    };
    jobs::enqueue(&mut tx, MAIL_JOB, &job, cx.now_ms, cx.new_id()?).await?;
    let event = audit::Event::user("password_reset.ask", "");
    audit::record_as(&mut tx, cx, event, None, "anonymous").await?;
    tx.commit().await?;
    cx.jobs.nudge();
    Ok(Asked { request_token: Secret::new(request_token) })
}

/// The kind of the job that writes the mail.
pub const MAIL_JOB: &str = "password_reset.mail";

/// What the job needs to know. The hash is of the token that the asking browser keeps.
#[derive(Debug, Serialize, Deserialize)]
pub struct MailJob {
    email: String,
    request_hash: String,
    language: String,
}

impl MailJob {
    /// Code of the language in which the mail was asked for.
    pub fn language(&self) -> &str {
        &self.language
    }
}

/// Writes the mail, if there is anybody to write to. Running twice writes a second mail whose link ends
/// the first: harmless.
pub async fn mail(cx: &Cx, job: &MailJob) -> Result<()> {
    let mut tx = cx.db.write().await?;
    let account = rate_limits::key("password_reset.account", &users::name_key(&job.email));
    match rate_limits::take(&mut tx, &account, PER_ACCOUNT, cx.now_ms).await {
        Err(error) if error.refusal().is_none() => return Err(error),
        // Beyond the limit nothing is sent, and the mails of before still work.
        Err(_) => return Ok(()),
        Ok(()) => {}
    }
    // A user name is not an address, even where it signs in.
    let person = users::person(&mut tx, &job.email).await?;
    let person = person.filter(|person| users::name_key(&person.email) == users::name_key(&job.email));
    if let Some(person) = person {
        let request_hash = HEXLOWER.decode(job.request_hash.as_bytes()).unwrap_or_default();
        mail_to(&mut tx, cx, &person, &request_hash).await?;
    }
    tx.commit().await?;
    cx.jobs.nudge();
    Ok(())
}

async fn mail_to(tx: &mut Tx, cx: &Cx, person: &Person, request_hash: &[u8]) -> Result<()> {
    match (person.origin, person.active) {
        // Nobody reads mails to one.
        (Origin::Service, _) => return Ok(()),
        (Origin::Sso, _) => notices::tell(tx, cx, person, Notice::ResetByOrganisation).await?,
        (Origin::Local | Origin::License, true) => {
            one_time_links::send_with_code(tx, cx, person, request_hash).await?;
        }
        // A pending user gets the invitation again; one who was switched off gets nothing.
        (Origin::Local | Origin::License, false) if users::invited_at_ms(tx, &person.id).await?.is_none() => {
        }
        (Origin::Local | Origin::License, false) => {
            one_time_links::send(tx, cx, Purpose::Invitation, person, None).await?;
        }
    }
    audit::record(tx, cx, audit::Event::user("password_reset.mail", &person.id)).await
}

/// Looks at a link without using it up; says whose password it is about.
pub async fn look(cx: &Cx, token: &str) -> Result<User> {
    let mut tx = cx.db.read().await?;
    let link = one_time_links::look(&mut tx, cx, token, &PURPOSES).await?;
    holder(&mut tx, &link).await
}

/// Whose link it is. It opens nothing while they are switched off: whoever did that wants them kept out.
async fn holder(tx: &mut Tx, link: &Link) -> Result<User> {
    let user = users::find_in(tx, &link.user_id).await?;
    if user.person.active { Ok(user) } else { Err(NOT_VALID.into()) }
}

/// Chooses a new password through a link. A refused password uses nothing up.
pub async fn choose(cx: &Cx, token: &str, typed: &NewPassword) -> Result<()> {
    let mut reading = cx.db.read().await?;
    let link = one_time_links::look(&mut reading, cx, token, &PURPOSES).await?;
    let user = holder(&mut reading, &link).await?;
    let prepared = prepare(cx, &user.person, typed).await?;

    let mut tx = cx.db.write().await?;
    finish(&mut tx, cx, &link, &user.person, (prepared, typed.end_tokens)).await?;
    tx.commit().await?;
    cx.jobs.nudge();
    Ok(())
}

/// Chooses a new password with the code from the mail, in the browser that asked for it. Known or unknown, a try writes
/// something (RL-04). Refuses with `one_time_links.wrong_code`, or `rate_limits.too_many`.
pub async fn choose_by_code(cx: &Cx, request_token: &str, code: &str, typed: &NewPassword) -> Result<()> {
    let mut tx = cx.db.write().await?;
    let network = rate_limits::key("password_reset.codes", &rate_limits::network(&cx.request.ip));
    rate_limits::take(&mut tx, &network, CODES_PER_NETWORK, cx.now_ms).await?;
    let tried = one_time_links::look_by_code(&mut tx, cx, request_token, code).await?;
    // The try is spent before anything else, so that a refused password cannot be used to guess on.
    tx.commit().await?;
    let link = tried?;

    let mut reading = cx.db.read().await?;
    let user = holder(&mut reading, &link).await?;
    let prepared = prepare(cx, &user.person, typed).await?;
    let mut tx = cx.db.write().await?;
    finish(&mut tx, cx, &link, &user.person, (prepared, typed.end_tokens)).await?;
    tx.commit().await?;
    cx.jobs.nudge();
    Ok(())
}

async fn prepare(cx: &Cx, person: &Person, typed: &NewPassword) -> Result<passwords::Prepared> {
    if typed.new != typed.repeat {
        return Err(NOT_THE_SAME.into());
    }
    let prepared = passwords::prepare(cx, &typed.new, &About::person(person), "new_password").await?;
    passwords::require_another(cx, &person.id, &typed.new).await?;
    Ok(prepared)
}

async fn finish(
    tx: &mut Tx,
    cx: &Cx,
    link: &Link,
    person: &Person,
    (new, end_tokens): (passwords::Prepared, bool),
) -> Result<()> {
    one_time_links::take(tx, cx, link).await?;
    passwords::set(tx, cx, &person.id, new).await?;
    passwords::sign_out_everywhere(tx, &person.id).await?;
    let ended = if end_tokens { api_tokens::end_all_of(tx, &person.id).await? } else { 0 };
    // Somebody else who knew the password may have made codes too. Whoever holds one keeps the others.
    let ends_codes = end_tokens && link.payload != recovery_codes::BY_CODE;
    let ended_codes = if ends_codes { recovery_codes::end_all_of(tx, &person.id).await? } else { 0 };
    notices::tell(tx, cx, person, Notice::PasswordChanged).await?;
    let event = audit::Event::user("password_reset.choose", &person.id)
        .after(json!({ "ended_tokens": ended, "ended_codes": ended_codes }));
    audit::record_as(tx, cx, event, Some(&person.id), &person.email).await
}
