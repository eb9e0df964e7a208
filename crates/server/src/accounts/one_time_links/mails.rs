//! The mails that carry links.

use seatwarden_base::{Result, db::Tx};

use super::{actions::Made, model::Purpose};
use crate::{
    accounts::notices::{self, Letter},
    common::outbox::{MailKind, MailSwitch},
    cx::{Cx, Person},
    text::Text,
};

/// The mail to somebody who said that they forgot their password.
const ASKED_FOR: MailKind = MailKind::new("password_reset.mail", MailSwitch::PasswordRecovery);

/// Which mail carries a link. An address is not changed without its mails, and an account whose password was ended is lost
/// without the mail that leads to a new one, so those have no switch.
pub(super) const fn kind(purpose: Purpose) -> MailKind {
    match purpose {
        Purpose::PasswordReset | Purpose::Rescue => MailKind::new("password_reset.mail", MailSwitch::Always),
        Purpose::Invitation => MailKind::new("invitations.mail", MailSwitch::Invitations),
        Purpose::EmailConfirm => MailKind::new("email_change.confirm_mail", MailSwitch::Always),
        Purpose::EmailUndo => MailKind::new("email_change.undo_mail", MailSwitch::Always),
        Purpose::Handover => MailKind::new("sysadmin_transfer.account_mail", MailSwitch::Always),
    }
}

/// Queues the mail that carries a link. Those about an address go to that address; the one with the Sys. Admin's account
/// says who gave it.
pub(super) async fn queue(
    tx: &mut Tx,
    cx: &Cx,
    purpose: Purpose,
    person: &Person,
    payload: Option<&str>,
    made: &Made,
) -> Result<()> {
    let to_address = match purpose {
        Purpose::EmailConfirm | Purpose::EmailUndo => payload.unwrap_or(&person.email),
        _ => &person.email,
    };
    notices::send(tx, cx, person, to_address, |t| with_link(cx, t, purpose, person, payload, made)).await
}

fn with_link(
    cx: &Cx,
    t: Text,
    purpose: Purpose,
    person: &Person,
    payload: Option<&str>,
    made: &Made,
) -> Letter {
    let house = cx.config.server.installation_name.clone();
    let url = made.url.reveal().to_owned();
    let payload = payload.unwrap_or_default().to_owned();
    let code = (!made.code.is_empty()).then(|| {
        let digits = made.code.reveal();
        let minutes = cx.config.password_reset.code_minutes;
        (t.one_time_links_code(minutes), format!("{} {}", &digits[..4], &digits[4..]))
    });
    let (subject, lead, button, after) = match purpose {
        Purpose::PasswordReset | Purpose::Rescue => (
            t.one_time_links_reset_subject(house.clone()),
            t.one_time_links_reset_lead(house),
            t.one_time_links_reset_button(),
            t.one_time_links_reset_after(cx.config.password_reset.link_minutes),
        ),
        Purpose::Invitation => (
            t.one_time_links_invitation_subject(house.clone()),
            t.one_time_links_invitation_lead(house, person.user_name.clone()),
            t.one_time_links_invitation_button(),
            t.one_time_links_invitation_after(cx.config.invitations.link_hours),
        ),
        Purpose::EmailConfirm => (
            t.one_time_links_confirm_subject(house.clone()),
            t.one_time_links_confirm_lead(payload, house),
            t.one_time_links_confirm_button(),
            t.one_time_links_confirm_after(),
        ),
        Purpose::EmailUndo => (
            t.one_time_links_undo_subject(house.clone()),
            t.one_time_links_undo_lead(house),
            t.one_time_links_undo_button(),
            t.one_time_links_undo_after(),
        ),
        Purpose::Handover => (
            t.one_time_links_handover_subject(house.clone()),
            t.one_time_links_handover_lead(payload, house, person.user_name.clone()),
            t.one_time_links_handover_button(),
            t.one_time_links_handover_after(cx.config.invitations.link_hours),
        ),
    };
    Letter {
        // Only who asks for the mail in a browser has a code to type there.
        kind: if made.code.is_empty() { kind(purpose) } else { ASKED_FOR },
        subject,
        paragraphs: vec![lead],
        button: Some((button, url)),
        code,
        after: vec![after],
        secret_ends_at_ms: Some(cx.now_ms + purpose.life_ms(&cx.config)),
    }
}
