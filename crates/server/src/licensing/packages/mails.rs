//! The mail about a change that waits no more.

use seatwarden_base::{Result, db::Tx};

use super::model::{ChangeRequest, Package};
use crate::{
    accounts::{
        notices::{self, Letter},
        users,
    },
    common::outbox::{MailKind, MailSwitch},
    cx::Cx,
};

const OVERTAKEN: MailKind = MailKind::new("packages.overtaken_mail", MailSwitch::Always);

/// Tells whoever asked for a change that another one overtook it, and who made that. Nobody is told of a change that was
/// asked for on the host, or by an account that is gone or off.
pub(super) async fn overtaken(
    tx: &mut Tx,
    cx: &Cx,
    package: &Package,
    request: &ChangeRequest,
    by: &str,
) -> Result<()> {
    let Some(author_id) = &request.author_id else { return Ok(()) };
    let person = match users::find_in(tx, author_id).await {
        Ok(user) if user.person.active => user.person,
        Ok(_) => return Ok(()),
        Err(error) if error.refusal().is_some() => return Ok(()),
        Err(error) => return Err(error),
    };
    let name = || package.terms.name.clone();
    notices::send(tx, cx, &person, &person.email, |t| Letter {
        kind: OVERTAKEN,
        subject: t.packages_mail_overtaken_subject(name()),
        paragraphs: vec![
            t.packages_mail_overtaken(name(), package.code.clone(), by.to_owned()),
            t.packages_mail_overtaken_wish(request.reason.clone()),
        ],
        button: Some((
            t.packages_mail_overtaken_button(),
            format!("{}/issuer/packages/{}", cx.public_url(), package.id),
        )),
        code: None,
        after: vec![t.packages_mail_overtaken_after()],
        secret_ends_at_ms: None,
    })
    .await
}
