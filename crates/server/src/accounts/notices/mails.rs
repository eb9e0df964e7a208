//! What each notice says, and what to do if it was somebody else.

use seatwarden_base::{Error, Result, db::Tx};

use super::{
    letter::{self, Letter},
    model::{Notice, TokenChange},
};
use crate::{
    accounts::feature_management::{self, ProfileTab},
    common::outbox::{MailKind, MailSwitch},
    cx::{Cx, Origin, Person},
    text::Text,
};

const NEW_DEVICE: MailKind = MailKind::new("sign_in.new_device_mail", MailSwitch::SignIns);
const FAILURES: MailKind = MailKind::new("sign_in.failures_mail", MailSwitch::SignIns);
/// An address is not changed without its mails, so those have no switch.
const EMAIL_WILL_CHANGE: MailKind = MailKind::new("email_change.asked_mail", MailSwitch::Always);
const EMAIL_TAKEN: MailKind = MailKind::new("users.email_taken_mail", MailSwitch::Always);
const EMAIL_GIVEN: MailKind = MailKind::new("users.email_given_mail", MailSwitch::Always);
const ORGANISATION: MailKind =
    MailKind::new("password_reset.organisation_mail", MailSwitch::PasswordRecovery);
const PASSWORD_SET: MailKind = MailKind::new("users.password_set_mail", MailSwitch::PasswordChanges);
const PASSWORD_CHANGED: MailKind = MailKind::new("passwords.changed_mail", MailSwitch::PasswordChanges);
/// The Sys. Admin has nobody above who would notice, so these have no switch.
const CODES_MADE: MailKind = MailKind::new("recovery_codes.made_mail", MailSwitch::Always);
const CODE_USED: MailKind = MailKind::new("recovery_codes.used_mail", MailSwitch::Always);
const TOKEN_CHANGED: MailKind = MailKind::new("api_tokens.changed_mail", MailSwitch::ApiTokens);

/// Queues the mail of a notice. A mailbox that cannot be written to, or a full queue, is logged and stops
/// nothing: nobody is kept out of their account because a mail about it does not leave.
pub async fn tell(tx: &mut Tx, cx: &Cx, person: &Person, notice: Notice<'_>) -> Result<()> {
    if person.origin == Origin::Service {
        return Ok(());
    }
    let page_url = page_url(tx, cx, notice).await?;
    match letter::send(tx, cx, person, &person.email, |t| letter_of(cx, t, notice, page_url)).await {
        Err(Error::Refusal(refusal)) => {
            tracing::warn!(user = %person.id, why = refusal.code, "a notice could not be queued");
            Ok(())
        }
        told => told,
    }
}

/// Where in My Profile the receiver sees to it; none while that is switched off, because a mail leads to no page that is not
/// there.
async fn page_url(tx: &mut Tx, cx: &Cx, notice: Notice<'_>) -> Result<Option<String>> {
    let (tab, path) = match notice {
        Notice::NewDevice { .. } | Notice::ManyFailures { .. } => (ProfileTab::Sessions, "/profile/sessions"),
        Notice::Token { .. } => (ProfileTab::ApiToken, "/profile/api-token"),
        _ => return Ok(None),
    };
    let switches = feature_management::user_profile_in(tx).await?;
    Ok(switches.shows(tab).then(|| format!("{}{path}", cx.public_url())))
}

fn letter_of(cx: &Cx, t: Text, notice: Notice<'_>, page_url: Option<String>) -> Letter {
    match notice {
        Notice::NewDevice { browser, system } => {
            let house = house(cx);
            let lead = t.notices_new_device_lead(house.clone());
            let letter = plain(NEW_DEVICE, t.notices_new_device_subject(house), lead, String::new());
            signed_in(cx, t, letter, (browser, system), page_url)
        }
        Notice::ManyFailures { failures, browser, system } => {
            let house = house(cx);
            let lead = t.notices_failures_lead(failures, house.clone());
            let letter = plain(FAILURES, t.notices_failures_subject(house), lead, String::new());
            signed_in(cx, t, letter, (browser, system), page_url)
        }
        Notice::Token { change, name } => token(cx, t, (change, name), page_url),
        Notice::RecoveryCodesMade { browser, system } => {
            let house = house(cx);
            let lead = t.notices_recovery_made(house.clone());
            let letter = plain(CODES_MADE, t.notices_recovery_subject(house), lead, String::new());
            recovery(cx, t, letter, (browser, system))
        }
        Notice::RecoveryCodeUsed { left, browser, system } => {
            let house = house(cx);
            let lead = t.notices_recovery_used(house.clone());
            let mut letter = plain(CODE_USED, t.notices_recovery_subject(house), lead, String::new());
            letter.paragraphs.push(t.recovery_codes_left(left));
            recovery(cx, t, letter, (browser, system))
        }
        Notice::PasswordChanged
        | Notice::PasswordSet
        | Notice::EmailWillChange { .. }
        | Notice::EmailTaken { .. }
        | Notice::EmailGiven
        | Notice::ResetByOrganisation => about_password_or_address(cx, t, notice),
    }
}

fn house(cx: &Cx) -> String {
    cx.config.server.installation_name.clone()
}

fn plain(kind: MailKind, subject: String, lead: String, after: String) -> Letter {
    Letter {
        kind,
        subject,
        paragraphs: vec![lead],
        button: None,
        code: None,
        after: vec![after],
        secret_ends_at_ms: None,
    }
}

fn about_password_or_address(cx: &Cx, t: Text, notice: Notice<'_>) -> Letter {
    let house = house(cx);
    match notice {
        Notice::EmailWillChange { email } => plain(
            EMAIL_WILL_CHANGE,
            t.notices_email_will_change_subject(house.clone()),
            t.notices_email_will_change_lead(house, email.to_owned()),
            t.notices_email_will_change_after(),
        ),
        Notice::EmailTaken { email } => plain(
            EMAIL_TAKEN,
            t.notices_email_changed_subject(house.clone()),
            t.notices_email_taken_lead(house, email.to_owned()),
            t.notices_email_taken_after(),
        ),
        Notice::EmailGiven => plain(
            EMAIL_GIVEN,
            t.notices_email_changed_subject(house.clone()),
            t.notices_email_given_lead(house),
            t.notices_email_given_after(),
        ),
        Notice::ResetByOrganisation => plain(
            ORGANISATION,
            t.one_time_links_reset_subject(house),
            t.profile_sso_password(),
            t.notices_organisation_after(),
        ),
        Notice::PasswordSet => plain(
            PASSWORD_SET,
            t.notices_password_changed_subject(house.clone()),
            t.notices_password_set_lead(house),
            t.notices_password_set_after(),
        ),
        _ => plain(
            PASSWORD_CHANGED,
            t.notices_password_changed_subject(house.clone()),
            t.notices_password_changed_lead(house),
            t.notices_password_changed_after(),
        ),
    }
}

/// Adds from where and when, the way to one's sessions, and the way back for whoever is shut out.
fn signed_in(
    cx: &Cx,
    t: Text,
    letter: Letter,
    (browser, system): (&str, &str),
    page_url: Option<String>,
) -> Letter {
    let device = match (browser, system) {
        ("", "") => t.profile_device_unknown(),
        (only, "") | ("", only) => only.to_owned(),
        (browser, system) => t.profile_device_on(browser.to_owned(), system.to_owned()),
    };
    let ip = cx.request.ip.clone();
    let from = match cx.places.of(&ip, t.language()) {
        Some(place) if !place.is_empty() => format!("{ip}, {place}"),
        _ => ip,
    };
    let mut paragraphs = letter.paragraphs;
    paragraphs.extend([
        t.notices_device(device),
        t.notices_address(from),
        t.notices_time(t.date_time(cx.now_ms)),
    ]);
    let after =
        if page_url.is_some() { t.notices_sign_in_after() } else { t.notices_sign_in_after_without_page() };
    Letter {
        paragraphs,
        button: page_url.map(|url| (t.notices_sessions_button(), url)),
        after: vec![after, t.notices_shut_out(forgot_url(cx))],
        ..letter
    }
}

/// As [`signed_in`], with the way to other codes.
fn recovery(cx: &Cx, t: Text, letter: Letter, device: (&str, &str)) -> Letter {
    Letter {
        button: Some((t.recovery_codes_make(), format!("{}/profile/recovery-codes", cx.public_url()))),
        after: vec![t.notices_recovery_after(), t.notices_recovery_shut_out(forgot_url(cx))],
        ..signed_in(cx, t, letter, device, None)
    }
}

fn forgot_url(cx: &Cx) -> String {
    format!("{}/forgot-password", cx.public_url())
}

fn token(cx: &Cx, t: Text, (change, name): (TokenChange, &str), page_url: Option<String>) -> Letter {
    let (house, name) = (house(cx), name.to_owned());
    let subject = t.notices_token_subject(house.clone());
    let lead = match change {
        TokenChange::Made => t.notices_token_made(name, house),
        TokenChange::Rotated => t.notices_token_rotated(name, house),
        TokenChange::Revoked => t.notices_token_revoked(name, house),
        TokenChange::Renewed => t.notices_token_renewed(house),
    };
    let after =
        if page_url.is_some() { t.notices_token_after() } else { t.notices_token_after_without_page() };
    Letter {
        button: page_url.map(|url| (t.notices_tokens_button(), url)),
        after: vec![after, t.notices_shut_out(forgot_url(cx))],
        ..plain(TOKEN_CHANGED, subject, lead, String::new())
    }
}
