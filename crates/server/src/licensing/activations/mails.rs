//! The mail about a key that two machines seem to hold.

use seatwarden_base::{Result, db::Tx};

use super::model::ServerView;
use crate::{
    accounts::{
        notices::{self, Letter},
        users,
    },
    common::outbox::{MailKind, MailSwitch},
    cx::Cx,
    licensing::{
        organisations::{self, MemberRole},
        packages::Package,
    },
};

const CLONE: MailKind = MailKind::new("activations.clone_mail", MailSwitch::Always);

/// Tells every owner of the organisation.
pub(super) async fn clone_suspected(
    tx: &mut Tx,
    cx: &Cx,
    package: &Package,
    server: &ServerView,
) -> Result<()> {
    for member in organisations::members_in(tx, &package.organisation_id).await? {
        if member.role != MemberRole::Owner || !member.active {
            continue;
        }
        let person = users::find_in(tx, &member.user_id).await?.person;
        let url = format!("{}/portal", cx.public_url());
        notices::send(tx, cx, &person, &person.email, |t| Letter {
            kind: CLONE,
            subject: t.activations_mail_clone_subject(server.name.clone()),
            paragraphs: vec![
                t.activations_mail_clone(server.name.clone(), package.terms.name.clone()),
                t.activations_mail_clone_next(),
            ],
            button: Some((t.activations_mail_clone_button(), url.clone())),
            code: None,
            after: Vec::new(),
            secret_ends_at_ms: None,
        })
        .await?;
    }
    Ok(())
}
