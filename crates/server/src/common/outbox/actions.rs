//! What other rooms do with the outbox: queue a mail.

use seatwarden_base::{Result, db::Tx, jobs, random::Random};

use super::{
    jobs::{ATTEMPTS_MAX, SEND, SendMail},
    model::NewMail,
    store,
};

/// Writes the mail and the job that sends it, and answers the mail's id. It leaves soon after `tx` is
/// committed; nudge the worker then. Refuses with [`super::BAD_ADDRESS`] or, with too many jobs waiting,
/// [`jobs::QUEUE_FULL`].
pub async fn queue(tx: &mut Tx, mail: &NewMail<'_>, now_ms: i64, random: &Random) -> Result<String> {
    let id = random.id(now_ms)?;
    mail.check(&id)?;
    store::insert(tx, mail, &id, now_ms).await?;
    let job = jobs::NewJob {
        id: &id,
        kind: SEND,
        created_at_ms: now_ms,
        run_at_ms: now_ms,
        attempts_max: ATTEMPTS_MAX,
        unique_key: None,
    };
    jobs::enqueue_job(tx, &job, &SendMail { mail_id: id.clone() }).await?;
    Ok(id)
}
