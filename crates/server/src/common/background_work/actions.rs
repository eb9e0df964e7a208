//! Looking at what failed, and trying it again.

use seatwarden_base::{
    Kind, Refusal, Result,
    jobs::{self, Counts, DeadJob},
};

use crate::{
    common::{audit, outbox},
    cx::{Cx, Permission},
};

/// There is no work with this id that failed.
pub(super) const NOT_FAILED: Refusal = Refusal::new(Kind::NotFound, "background_work.not_failed");
/// It is a mail, which the outbox retries.
pub(super) const IS_MAIL: Refusal = Refusal::new(Kind::Conflict, "background_work.is_mail");

/// How much failed work is listed.
pub(super) const SHOWN_MAX: u32 = 200;

/// Whether a job sends a mail: the outbox alone knows whether that can be done again.
pub(super) fn is_mail(job: &DeadJob) -> bool {
    job.kind == outbox::SEND
}

/// How much work there is, and what was given up last, newest first.
pub(super) async fn look(cx: &Cx) -> Result<(Counts, Vec<DeadJob>)> {
    cx.require(Permission::ManageSecurity)?;
    let mut tx = cx.db.read().await?;
    Ok((jobs::counts(&mut tx).await?, jobs::list_dead(&mut tx, SHOWN_MAX).await?))
}

/// Gives failed work all its tries again. Refuses with `background_work.not_failed` or `background_work.is_mail`.
pub(super) async fn retry(cx: &Cx, id: &str) -> Result<()> {
    cx.require(Permission::ManageSecurity)?;
    let mut tx = cx.db.write().await?;
    let job = jobs::find_dead(&mut tx, id).await?.ok_or(NOT_FAILED)?;
    if is_mail(&job) {
        return Err(IS_MAIL.into());
    }
    if !jobs::revive(&mut tx, id, cx.now_ms).await? {
        return Err(NOT_FAILED.into());
    }
    let event = audit::Event::new("background_work.retry", "job", id);
    audit::record(&mut tx, cx, event.after(serde_json::json!({ "kind": job.kind }))).await?;
    tx.commit().await?;
    cx.jobs.nudge();
    Ok(())
}
