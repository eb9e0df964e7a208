//! Trying again what failed: the text of a failed mail is kept sealed for a while.

use seatwarden_base::{Result, db::Tx, jobs, random::Random, secret::Secret};
use serde_json::json;

use super::{
    super::{
        model::{MailState, NOT_FAILED, Queued, Retried, SECRET_ENDED, Stuck, TEXT_GONE},
        store,
    },
    send_by_job,
};
use crate::{
    common::audit,
    cx::{Cx, Permission},
    keys::Seals,
};

/// How many failed mails one call tries again.
pub(in super::super) const AGAIN_MAX: i64 = 1_000;
/// What the bodies of a failed mail are sealed for.
const SEALED_FOR: &str = "outbox.mail";

/// The text and the HTML of a mail, sealed.
pub(in super::super) fn seal(seals: &Seals, random: &Random, mail: &Queued) -> Result<(String, String)> {
    let sealed = |body: &str| match body {
        "" => Ok(String::new()),
        body => seals.seal(SEALED_FOR, &Secret::from(body.to_owned()), random),
    };
    Ok((sealed(&mail.text)?, sealed(&mail.html)?))
}

/// Tries one failed mail again. Refuses with `outbox.not_failed`, `outbox.text_gone` or `outbox.secret_ended`.
pub(in super::super) async fn retry(cx: &Cx, id: &str) -> Result<()> {
    cx.require(Permission::ManageMail)?;
    let mut tx = cx.db.write().await?;
    let found = store::find(&mut tx, id).await?.filter(|mail| mail.state == MailState::Failed);
    let mail = found.ok_or(NOT_FAILED)?;
    match mail.stuck(cx.now_ms) {
        Some(Stuck::TextGone) => return Err(TEXT_GONE.into()),
        Some(Stuck::SecretEnded) => return Err(SECRET_ENDED.into()),
        None => again(&mut tx, cx, &mail).await?,
    }
    audit::record(&mut tx, cx, audit::Event::new("outbox.retry", "mail", id)).await?;
    tx.commit().await?;
    cx.jobs.nudge();
    Ok(())
}

/// Tries every failed mail again that can be, the oldest first, at most [`AGAIN_MAX`]; says what became of them.
pub(in super::super) async fn retry_all(cx: &Cx) -> Result<Retried> {
    cx.require(Permission::ManageMail)?;
    let mut tx = cx.db.write().await?;
    let mut mails = store::list_failed(&mut tx, AGAIN_MAX + 1).await?;
    let most = usize::try_from(AGAIN_MAX).unwrap_or(usize::MAX);
    let mut retried = Retried { has_more: mails.len() > most, ..Retried::default() };
    mails.truncate(most);
    for mail in &mails {
        if mail.stuck(cx.now_ms).is_some() {
            retried.ended += 1;
        } else {
            again(&mut tx, cx, mail).await?;
            retried.again += 1;
        }
    }
    let event = audit::Event::new("outbox.retry_all", "mail", "");
    let after = json!({ "again": retried.again, "ended": retried.ended });
    audit::record(&mut tx, cx, event.after(after)).await?;
    tx.commit().await?;
    cx.jobs.nudge();
    Ok(retried)
}

async fn again(tx: &mut Tx, cx: &Cx, mail: &Queued) -> Result<()> {
    let opened = |sealed: &str| match sealed {
        "" => Ok(Secret::default()),
        sealed => cx.keys.seals.open(SEALED_FOR, sealed),
    };
    let (text, html) = (opened(&mail.text)?, opened(&mail.html)?);
    store::set_retried(tx, &mail.id, (text.reveal(), html.reveal()), cx.now_ms).await?;
    // The job of a mail that was given up for its age may be gone.
    if jobs::revive(tx, &mail.id, cx.now_ms).await? {
        return Ok(());
    }
    send_by_job(tx, &mail.id, &cx.new_id()?, cx.now_ms).await
}
