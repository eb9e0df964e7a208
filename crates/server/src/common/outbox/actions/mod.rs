//! What other rooms do with the outbox, and what administrators choose about mail.

pub(super) mod export;
pub(super) mod retry;

use seatwarden_base::{
    Kind, Refusal, Result,
    db::Tx,
    jobs,
    mail::{Mail, SendError, message_id},
    random::Random,
    secret::Secret,
};
use serde_json::json;

use super::{
    jobs::{ATTEMPTS_MAX, SEND, SendMail},
    kinds::{MailKind, MailSwitches},
    model::{BAD_ADDRESS, MailServer, MailState, NO_WAY_OUT, NewMail, Queued, SWITCHED_OFF, refused},
    route::SEALED_FOR,
    store,
};
use crate::{
    common::{
        audit,
        settings::{self, Versioned},
    },
    cx::{Caller, Cx, Permission},
    text::part_pattern,
};

/// Somebody else changed the settings between our reading and our writing.
const CHANGED_MEANWHILE: Refusal = Refusal::new(Kind::Conflict, "outbox.changed_meanwhile");
/// The mail server did not take the mail; value `cause`.
const NOT_TAKEN: Refusal = Refusal::new(Kind::Conflict, "outbox.not_taken");
/// Only the Sys. Admin chooses the mail server.
pub(super) const SERVER_IS_SYSADMINS: Refusal = Refusal::new(Kind::Forbidden, "outbox.server_is_sysadmins");
/// This installation keeps its mails instead of sending them.
pub(super) const KEPT_HERE: Refusal = Refusal::new(Kind::Conflict, "outbox.kept_here");

/// Writes the mail and the job that sends it, and answers the mail's id; none if an administrator switched
/// such mails off, which is noted in the log of deliveries. It leaves soon
/// after `tx` is committed; nudge the worker then. Refuses with [`super::BAD_ADDRESS`] or, with too many jobs
/// waiting, [`jobs::QUEUE_FULL`].
pub async fn queue(tx: &mut Tx, mail: &NewMail<'_>, now_ms: i64, random: &Random) -> Result<Option<String>> {
    let switches: MailSwitches = settings::get(tx).await?;
    let id = random.id(now_ms)?;
    mail.check(&id)?;
    if !switches.allow(mail.kind) {
        store::insert_off(tx, mail, &id, now_ms).await?;
        return Ok(None);
    }
    store::insert(tx, mail, &id, now_ms).await?;
    send_by_job(tx, &id, &id, now_ms).await?;
    Ok(Some(id))
}

async fn send_by_job(tx: &mut Tx, mail_id: &str, job_id: &str, now_ms: i64) -> Result<()> {
    let job = jobs::NewJob {
        id: job_id,
        kind: SEND,
        created_at_ms: now_ms,
        run_at_ms: now_ms,
        attempts_max: ATTEMPTS_MAX,
        unique_key: None,
    };
    jobs::enqueue_job(tx, &job, &SendMail { mail_id: mail_id.to_owned() }).await?;
    Ok(())
}

/// Refuses with [`SWITCHED_OFF`] or [`super::NO_WAY_OUT`] if a mail of this kind would not leave: for a deed that is worth
/// nothing without it. A command on the host cannot tell which way out the server beside it has; its mails wait for that.
pub async fn require_leaving(tx: &mut Tx, cx: &Cx, kind: MailKind) -> Result<()> {
    let switches: MailSwitches = settings::get(tx).await?;
    if !switches.allow(kind) {
        return Err(SWITCHED_OFF.into());
    }
    if matches!(cx.caller, Caller::Host(_)) || !cx.mail_route.leads_nowhere(&settings::get(tx).await?) {
        return Ok(());
    }
    Err(NO_WAY_OUT.into())
}

/// Forgets the text of failed mails of one kind to a user: what they carry was taken back.
pub async fn forget_of(tx: &mut Tx, user_id: &str, kind: MailKind) -> Result<()> {
    store::set_forgotten_of(tx, user_id, kind.word()).await
}

/// How far the newest mail of one kind to a user since a moment is; none after 90 days, or if there was none.
pub async fn state_of(
    tx: &mut Tx,
    user_id: &str,
    kind: MailKind,
    since_ms: i64,
) -> Result<Option<MailState>> {
    store::find_state_of(tx, user_id, kind.word(), since_ms).await
}

/// The mail server that was chosen and the switches of mails.
pub(super) async fn choices(cx: &Cx) -> Result<(MailServer, Versioned<MailSwitches>)> {
    cx.require(Permission::ManageMail)?;
    let mut tx = cx.db.read().await?;
    Ok((settings::get(&mut tx).await?, settings::get_versioned(&mut tx).await?))
}

/// Refuses with `outbox.server_is_sysadmins` whoever does not choose the mail server.
pub(super) fn require_chooser(cx: &Cx) -> Result<()> {
    cx.require(Permission::ManageMail)?;
    Ok(cx.require(Permission::ManageSysAdmin).map_err(|_| SERVER_IS_SYSADMINS)?)
}

/// Chooses the mail server. `server.version` is the one that was looked at; without a new password the one
/// that is kept stays, as long as it goes to the same host. Only the Sys. Admin does it: whoever has the mail server reads
/// every link to a new password, that of the Sys. Admin too. Refuses with `outbox.server_is_sysadmins`,
/// `outbox.changed_meanwhile`, `outbox.kept_here`, or what [`super::model::refused`] says.
pub(super) async fn set_server(cx: &Cx, mut server: MailServer, password: Option<&Secret>) -> Result<()> {
    require_chooser(cx)?;
    if cx.mail_route.keeps_mails() {
        return Err(KEPT_HERE.into());
    }
    let mut tx = cx.db.write().await?;
    let Versioned { value: before, version } =
        settings::get_to_change::<MailServer>(&mut tx, cx.now_ms).await?;
    if before.version != server.version {
        return Err(CHANGED_MEANWHILE.into());
    }
    server.version += 1;
    server.sealed_password = match password {
        Some(password) => cx.keys.seals.seal(SEALED_FOR, password, cx.random())?,
        // A password given for one host is not handed to another.
        None if server.host == before.host && !server.user_name.is_empty() => before.sealed_password.clone(),
        None => String::new(),
    };
    server.check_parts(password)?;
    cx.mail_route.config_of(&server)?.check().map_err(|flaw| refused(flaw, &server))?;
    settings::set_if(&mut tx, &server, version, cx.now_ms).await?;
    let event = audit::Event::new("outbox.set_server", "setting", "outbox.server");
    audit::record(&mut tx, cx, event.before(shown(&before)).after(shown(&server))).await?;
    tx.commit().await
}

/// A mail server as the audit trail shows it: of the password, only whether there is one.
fn shown(server: &MailServer) -> serde_json::Value {
    json!({
        "way": server.way, "host": server.host, "port": server.port, "security": server.security,
        "userName": server.user_name, "hasPassword": !server.sealed_password.is_empty(),
        "fromAddress": server.from_address, "fromName": server.from_name,
    })
}

/// Changes which mails are sent, and answers all switches. `version` is the one that was looked at, if one was. Refuses
/// with `settings.changed_meanwhile`.
pub(super) async fn change_switches(
    cx: &Cx,
    version: Option<i64>,
    change: impl FnOnce(&mut MailSwitches),
) -> Result<MailSwitches> {
    cx.require(Permission::ManageMail)?;
    let mut tx = cx.db.write().await?;
    let before = settings::get_to_change::<MailSwitches>(&mut tx, cx.now_ms).await?;
    let mut after = before.value;
    change(&mut after);
    settings::set_if(&mut tx, &after, version.unwrap_or(before.version), cx.now_ms).await?;
    let event = audit::Event::new("outbox.set_switches", "setting", "outbox.switches");
    audit::record(&mut tx, cx, event.before(json!(before.value)).after(json!(after))).await?;
    tx.commit().await?;
    Ok(after)
}

/// Sends a mail to `address` now, past queue and switches, notes it in the log of deliveries, and answers what the mail
/// server said. Refuses with
/// `outbox.bad_address` or, with what the mail server said, `outbox.not_taken`.
pub(super) async fn send_test(cx: &Cx, address: &str) -> Result<String> {
    cx.require(Permission::ManageMail)?;
    if !seatwarden_base::mail::is_address(address) {
        return Err(BAD_ADDRESS.into());
    }
    let opened = cx.mail_route.open(&mut cx.db.read().await?).await?;
    let t = cx.text();
    let house = cx.config.server.installation_name.clone();
    let text = t.outbox_test_mail(house.clone());
    let id = cx.new_id()?;
    let mail = Mail {
        to: address.to_owned(),
        to_name: None,
        from: opened.config.from.clone(),
        from_name: opened.config.from_name.clone(),
        subject: t.outbox_test_subject(house),
        html: maud::html! { (maud::DOCTYPE) html { body { p { (text) } } } }.into_string(),
        text,
        language: cx.language.code().to_owned(),
        kind: "outbox.test_mail".to_owned(),
        message_id: message_id(&id, opened.config.domain()),
    };
    let mut tx = cx.db.write().await?;
    let event = audit::Event::new("outbox.test", "mail", "").after(json!({ "email": address }));
    audit::record(&mut tx, cx, event).await?;
    tx.commit().await?;
    let sent = opened.transport.send(&mail).await.map_err(|error| match error {
        SendError::Temporary(cause) | SendError::Permanent(cause) => cause,
    });
    let mut tx = cx.db.write().await?;
    store::insert_past_queue(&mut tx, &mail, &id, cx.now_ms, sent.as_ref().err().map(String::as_str)).await?;
    tx.commit().await?;
    match sent {
        Ok(delivered) => Ok(delivered.answer),
        Err(cause) => Err(NOT_TAKEN.with("cause", cause).into()),
    }
}

/// Which mails the log of deliveries shows.
#[derive(Clone, Debug, Default)]
pub(super) struct DeliveryFilter {
    /// Part of the receiver's address.
    pub(super) address: String,
    /// One state; none for all.
    pub(super) state: Option<MailState>,
    /// Where the page begins: when the last one seen was queued, and its id.
    pub(super) before: Option<(i64, String)>,
}

/// One page of the log of deliveries.
#[derive(Default)]
pub(super) struct Deliveries {
    /// The mails, newest first.
    pub(super) mails: Vec<Queued>,
    /// Where the next page begins, if there is one: see [`DeliveryFilter::before`].
    pub(super) next: Option<(i64, String)>,
    /// Whether the page ends because [`LOOKED_AT_MAX`] mails were looked at.
    pub(super) is_cut: bool,
}

/// How many mails are looked at for one page. A part of an address has no index, and what nobody has would be looked for in
/// all mails of 90 days.
pub(super) const LOOKED_AT_MAX: i64 = 20_000;

/// Mails of the last 90 days, newest first, without their text, up to `limit`; fewer, with a next page, if few of those
/// looked at fit.
pub(super) async fn deliveries(cx: &Cx, filter: &DeliveryFilter, limit: i64) -> Result<Deliveries> {
    cx.require(Permission::ManageMail)?;
    let address: String = filter.address.chars().take(254).collect();
    let before = filter.before.as_ref().map_or((i64::MAX, ""), |(at_ms, id)| (*at_ms, id.as_str()));
    let mut tx = cx.db.read().await?;
    // Without a search these are their index from its beginning on, however long it is.
    let is_all = address.trim().is_empty() && matches!(filter.state, None | Some(MailState::Waiting));
    let until =
        if is_all { None } else { store::find_last_of(&mut tx, filter.state, before, LOOKED_AT_MAX).await? };
    let until_place = until.as_ref().map_or((i64::MIN, ""), |(at_ms, id)| (*at_ms, id.as_str()));
    let places = (before, until_place);
    let mut mails =
        store::list_before(&mut tx, filter.state, &part_pattern(&address), places, limit + 1).await?;
    let has_more = mails.len() > usize::try_from(limit).unwrap_or(usize::MAX);
    if has_more {
        mails.pop();
        let next = mails.last().map(|mail| (mail.created_at_ms, mail.id.clone()));
        return Ok(Deliveries { mails, next, is_cut: false });
    }
    Ok(Deliveries { mails, is_cut: until.is_some(), next: until })
}
