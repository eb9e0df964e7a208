//! The mails about the role: to whoever gives it and whoever gets it.

use seatwarden_base::{Result, db::Tx};

use super::model::OFFER_DAYS;
use crate::{
    accounts::notices::{self, Letter},
    common::outbox::{MailKind, MailSwitch},
    cx::{Cx, Person},
    text::Text,
    web::admin::AdminPage,
};

/// The role is not passed on behind anybody's back, so these have no switch.
const fn kind(word: &'static str) -> MailKind {
    MailKind::new(word, MailSwitch::Always)
}

/// What somebody is told.
#[derive(Clone, Copy)]
pub(super) enum Told<'a> {
    /// The role is offered to them.
    Offered { by: &'a Person },
    /// They offered the role; told too, because it may have been somebody else in their session.
    OfferSent { to: &'a Person },
    /// The offer to them was taken back.
    Withdrawn { by: &'a Person },
    /// Their offer was declined.
    Declined { by: &'a Person },
    /// The role is no longer theirs.
    Passed { to: &'a Person },
    /// The role is theirs now.
    Received { from: &'a Person },
}

/// Queues a mail about the role.
pub(super) async fn tell(tx: &mut Tx, cx: &Cx, person: &Person, told: Told<'_>) -> Result<()> {
    notices::send(tx, cx, person, &person.email, |t| letter(cx, t, told)).await
}

fn letter(cx: &Cx, t: Text, told: Told<'_>) -> Letter {
    let house = cx.config.server.installation_name.clone();
    let name = |person: &Person| format!("{} ({})", person.display_name(), person.email);
    let (word, lead) = match told {
        Told::Offered { by } => (
            "sysadmin_transfer.offered_mail",
            t.sysadmin_transfer_mail_offered(name(by), house.clone(), OFFER_DAYS),
        ),
        Told::OfferSent { to } => (
            "sysadmin_transfer.offer_sent_mail",
            t.sysadmin_transfer_mail_offer_sent(house.clone(), name(to)),
        ),
        Told::Withdrawn { by } => {
            ("sysadmin_transfer.withdrawn_mail", t.sysadmin_transfer_mail_withdrawn(name(by), house.clone()))
        }
        Told::Declined { by } => {
            ("sysadmin_transfer.declined_mail", t.sysadmin_transfer_mail_declined(name(by), house.clone()))
        }
        Told::Passed { to } => {
            ("sysadmin_transfer.passed_mail", t.sysadmin_transfer_mail_passed(house.clone(), name(to)))
        }
        Told::Received { from } => {
            ("sysadmin_transfer.received_mail", t.sysadmin_transfer_mail_received(house.clone(), name(from)))
        }
    };
    let leads_there = matches!(told, Told::Offered { .. } | Told::OfferSent { .. } | Told::Received { .. });
    let url = format!("{}{}", cx.public_url(), AdminPage::SysAdmin.path());
    let after = match told {
        Told::OfferSent { .. } | Told::Passed { .. } => vec![t.sysadmin_transfer_mail_not_you()],
        _ => Vec::new(),
    };
    Letter {
        kind: kind(word),
        subject: t.sysadmin_transfer_mail_subject(house),
        paragraphs: vec![lead],
        button: leads_there.then(|| (t.sysadmin_transfer_mail_button(), url)),
        code: None,
        after,
        secret_ends_at_ms: None,
    }
}
