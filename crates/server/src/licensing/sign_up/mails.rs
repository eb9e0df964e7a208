//! The mails of signing up.

use seatwarden_base::{Result, db::Tx, secret::Secret};

use crate::{
    accounts::notices::{self, Letter},
    common::outbox::{MailKind, MailSwitch},
    cx::{Cx, Person},
};

/// Nobody else knows the password, so the account is worth nothing without this mail.
pub(super) const WELCOME: MailKind = MailKind::new("sign_up.welcome_mail", MailSwitch::Always);
const KNOWN: MailKind = MailKind::new("sign_up.known_mail", MailSwitch::Always);
const ADDED: MailKind = MailKind::new("sign_up.added_mail", MailSwitch::Always);
const WITHHELD: MailKind = MailKind::new("sign_up.withheld_mail", MailSwitch::Always);

/// Where people sign in.
const LOGIN: &str = "/login";
/// Where a forgotten password is replaced.
const FORGOTTEN: &str = "/forgot-password";

fn house(cx: &Cx) -> String {
    cx.config.server.installation_name.clone()
}

fn url(cx: &Cx, path: &str) -> String {
    format!("{}{path}", cx.public_url())
}

/// Welcomes a new account: address, generated password, and where to sign in. The name of an organisation is only there
/// if somebody with an account chose it: what a stranger types is no text for a mail of ours.
pub(super) async fn welcome(
    tx: &mut Tx,
    cx: &Cx,
    person: &Person,
    organisation: Option<&str>,
    password: &Secret,
) -> Result<()> {
    let hours = cx.config.license_server.welcome_password_hours;
    notices::send(tx, cx, person, &person.email, |t| Letter {
        kind: WELCOME,
        subject: t.sign_up_welcome_subject(house(cx)),
        paragraphs: vec![
            match organisation {
                Some(organisation) => t.sign_up_welcome_lead(house(cx), organisation.to_owned()),
                None => t.sign_up_welcome_own_lead(house(cx)),
            },
            t.sign_up_welcome_address(person.email.clone()),
        ],
        button: Some((t.sign_up_welcome_button(), url(cx, LOGIN))),
        code: Some((t.sign_up_welcome_password(), password.reveal().to_owned())),
        after: vec![t.sign_up_welcome_use(), t.sign_up_welcome_after(hours)],
        secret_ends_at_ms: Some(cx.now_ms + i64::from(hours) * 3_600_000),
    })
    .await
}

/// Tells whoever signs up again that there is an account already.
pub(super) async fn known_already(tx: &mut Tx, cx: &Cx, person: &Person) -> Result<()> {
    notices::send(tx, cx, person, &person.email, |t| Letter {
        kind: KNOWN,
        subject: t.sign_up_known_subject(house(cx)),
        paragraphs: vec![t.sign_up_known_lead(house(cx))],
        button: Some((t.sign_up_known_button(), url(cx, FORGOTTEN))),
        code: None,
        after: vec![t.sign_up_known_after()],
        secret_ends_at_ms: None,
    })
    .await
}

/// Tells an account that it now acts for an organisation.
pub(super) async fn added(tx: &mut Tx, cx: &Cx, person: &Person, organisation: &str) -> Result<()> {
    notices::send(tx, cx, person, &person.email, |t| Letter {
        kind: ADDED,
        subject: t.sign_up_added_subject(organisation.to_owned()),
        paragraphs: vec![t.sign_up_added_lead(organisation.to_owned(), house(cx))],
        button: Some((t.sign_up_welcome_button(), url(cx, LOGIN))),
        code: None,
        after: Vec::new(),
        secret_ends_at_ms: None,
    })
    .await
}

/// Tells somebody who is no license account that a customer added their address, and that nothing came of it.
pub(super) async fn withheld(tx: &mut Tx, cx: &Cx, person: &Person, organisation: &str) -> Result<()> {
    notices::send(tx, cx, person, &person.email, |t| Letter {
        kind: WITHHELD,
        subject: t.sign_up_withheld_subject(organisation.to_owned()),
        paragraphs: vec![t.sign_up_withheld_lead(organisation.to_owned(), house(cx))],
        button: None,
        code: None,
        after: vec![t.sign_up_withheld_after()],
        secret_ends_at_ms: None,
    })
    .await
}
