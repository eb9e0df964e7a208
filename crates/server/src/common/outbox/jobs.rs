//! Sending one mail, and forgetting old ones.

use seatwarden_base::{
    Result,
    db::Db,
    jobs::{ERROR_LENGTH_MAX, JobContext, JobError, JobResult, Policy, Registry},
    mail::{Mail, SendError, message_id},
};
use serde::{Deserialize, Serialize};
use tracing::info;

use super::{
    actions::retry,
    model::{MailState, Queued},
    route::{Opened, Route},
    store,
};

/// The job that sends one mail.
pub const SEND: &str = "outbox.send";
/// The job that forgets old mails.
pub const CLEAN: &str = "outbox.clean";
/// How often a mail is tried; with the pauses of its policy that is about three hours.
pub(super) const ATTEMPTS_MAX: i64 = 10;
/// How many days a mail may wait before it is given up whatever its job says.
pub const WAIT_DAYS_MAX: i64 = 3;
/// How many days the text of a failed mail is kept, sealed, so that it can be retried.
pub const TEXT_DAYS: i64 = 7;
/// How many days the note that a mail was sent, or was not, is kept.
pub const KEEP_DAYS: i64 = 90;

const DAY_MS: i64 = 24 * 60 * 60 * 1000;
const CLEAN_EVERY_MS: i64 = 60 * 60 * 1000;
const CLEAN_BATCH: i64 = 1_000;
/// Each holds up to two bodies while it is sealed.
const STALE_BATCH: i64 = 50;
const CLEAN_ROUNDS: usize = 1_000;

/// The payload of [`SEND`].
#[derive(Debug, Deserialize, Serialize)]
pub(super) struct SendMail {
    pub(super) mail_id: String,
}

/// Makes the worker send mails by `route`.
pub fn register(registry: &mut Registry, route: Route) {
    let policy = Policy { pause_first_ms: 30_000, pause_most_ms: 60 * 60 * 1000, ..Policy::default() };
    let cleaned = route.clone();
    registry.add(SEND, policy, move |context| {
        let route = route.clone();
        async move { deliver(&route, &context).await }
    });
    registry.add(CLEAN, Policy::every(CLEAN_EVERY_MS), move |context| {
        let route = cleaned.clone();
        async move { clean(&route, context).await }
    });
}

/// Sends the mail unless an earlier run of the job did, and notes how it went.
async fn deliver(route: &Route, context: &JobContext) -> JobResult {
    let SendMail { mail_id } = context.payload()?;
    let mut tx = context.db.read().await?;
    let found = store::find(&mut tx, &mail_id).await?;
    let Some(queued) = found.filter(|queued| queued.state == MailState::Waiting) else {
        return Ok(());
    };
    let opened = route.open(&mut tx).await?;
    drop(tx);
    let (kind, kept) = (queued.kind.clone(), queued.clone());
    match opened.transport.send(&compose(&opened, queued)).await {
        Ok(delivered) => {
            info!(mail = %mail_id, %kind, answer = %delivered.answer, "a mail was sent");
            note_sent(&context.db, &mail_id, context.clock.now_ms()).await?;
            Ok(())
        }
        Err(SendError::Temporary(why)) if !context.is_last_attempt() => {
            note_tried(&context.db, &mail_id, &bounded(&why)).await?;
            Err(JobError::Temporary(why))
        }
        Err(SendError::Temporary(why) | SendError::Permanent(why)) => {
            let sealed = retry::seal(route.seals(), &context.random, &kept)?;
            note_failed(context, &mail_id, &bounded(&why), &sealed).await?;
            Err(JobError::Permanent(why))
        }
    }
}

fn compose(opened: &Opened, queued: Queued) -> Mail {
    Mail {
        to: queued.to_address,
        to_name: queued.to_name,
        from: opened.config.from.clone(),
        from_name: opened.config.from_name.clone(),
        subject: queued.subject,
        text: queued.text,
        html: queued.html,
        language: queued.language,
        kind: queued.kind,
        message_id: message_id(&queued.id, opened.config.domain()),
    }
}

async fn note_sent(db: &Db, mail_id: &str, now_ms: i64) -> Result<()> {
    let mut tx = db.write().await?;
    store::set_sent(&mut tx, mail_id, now_ms).await?;
    tx.commit().await
}

async fn note_tried(db: &Db, mail_id: &str, why: &str) -> Result<()> {
    let mut tx = db.write().await?;
    store::set_tried(&mut tx, mail_id, why).await?;
    tx.commit().await
}

async fn note_failed(
    context: &JobContext,
    mail_id: &str,
    why: &str,
    sealed: &(String, String),
) -> Result<()> {
    let mut tx = context.db.write().await?;
    store::set_failed(&mut tx, mail_id, (why, 1), sealed, context.clock.now_ms()).await?;
    tx.commit().await
}

/// Gives up what has waited too long, such as a mail whose job died with its node, forgets the text of what failed
/// a week ago, and removes old notes.
async fn clean(route: &Route, context: JobContext) -> JobResult {
    for _ in 0..CLEAN_ROUNDS {
        let mut tx = context.db.write().await?;
        let stale = store::list_stale(&mut tx, context.now_ms - WAIT_DAYS_MAX * DAY_MS, STALE_BATCH).await?;
        for mail in &stale {
            let why = mail.last_error.as_deref().unwrap_or("waited too long");
            let sealed = retry::seal(route.seals(), &context.random, mail)?;
            store::set_failed(&mut tx, &mail.id, (why, 0), &sealed, context.now_ms).await?;
        }
        tx.commit().await?;
        if stale.len() < usize::try_from(STALE_BATCH).unwrap_or_default() {
            break;
        }
    }
    let mut tx = context.db.write().await?;
    store::set_forgotten(&mut tx, context.now_ms - TEXT_DAYS * DAY_MS, context.now_ms).await?;
    tx.commit().await?;
    for _ in 0..CLEAN_ROUNDS {
        let mut tx = context.db.write().await?;
        let deleted = store::delete_old(&mut tx, context.now_ms - KEEP_DAYS * DAY_MS, CLEAN_BATCH).await?;
        tx.commit().await?;
        if deleted < CLEAN_BATCH.unsigned_abs() {
            break;
        }
    }
    Ok(())
}

fn bounded(why: &str) -> String {
    why.chars().take(ERROR_LENGTH_MAX).collect()
}
