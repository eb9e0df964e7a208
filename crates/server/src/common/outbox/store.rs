//! The SQL of the table `mails`.

use seatwarden_base::{
    Result,
    db::{Row, Tx},
    mail::Mail,
};

use super::model::{MailState, NewMail, Queued};

/// Adds a mail that waits.
pub(super) async fn insert(tx: &mut Tx, mail: &NewMail<'_>, id: &str, now_ms: i64) -> Result<()> {
    tx.sql(
        "insert into mails (id, kind, to_address, to_name, language, subject, text_body, html_body, state,
                            attempts, created_at_ms, user_id, secret_ends_at_ms)
         values ($1, $2, $3, $4, $5, $6, $7, $8, 'waiting', 0, $9, $10, $11)",
    )
    .bind(id)
    .bind(mail.kind.word())
    .bind(mail.to_address)
    .bind(mail.short_name())
    .bind(mail.language)
    .bind(mail.subject)
    .bind(mail.text)
    .bind(mail.html)
    .bind(now_ms)
    .bind(mail.user_id)
    .bind(mail.secret_ends_at_ms)
    .run()
    .await?;
    Ok(())
}

/// Notes a mail whose switch is off, without its bodies.
pub(super) async fn insert_off(tx: &mut Tx, mail: &NewMail<'_>, id: &str, now_ms: i64) -> Result<()> {
    tx.sql(
        "insert into mails (id, kind, to_address, to_name, language, subject, text_body, html_body, state,
                            attempts, created_at_ms, user_id, switched_off)
         values ($1, $2, $3, $4, $5, $6, '', '', 'failed', 0, $7, $8, true)",
    )
    .bind(id)
    .bind(mail.kind.word())
    .bind(mail.to_address)
    .bind(mail.short_name())
    .bind(mail.language)
    .bind(mail.subject)
    .bind(now_ms)
    .bind(mail.user_id)
    .run()
    .await?;
    Ok(())
}

/// Notes a mail that went past the queue, without its bodies: that it was taken, or why not.
pub(super) async fn insert_past_queue(
    tx: &mut Tx,
    mail: &Mail,
    id: &str,
    now_ms: i64,
    error: Option<&str>,
) -> Result<()> {
    let sent_at_ms = error.is_none().then_some(now_ms);
    tx.sql(
        "insert into mails (id, kind, to_address, language, subject, text_body, html_body, state, attempts,
                            created_at_ms, sent_at_ms, last_error, failed_at_ms)
         values ($1, $2, $3, $4, $5, '', '', $6, 1, $7, $8, $9, $10)",
    )
    .bind(id)
    .bind(mail.kind.as_str())
    .bind(mail.to.as_str())
    .bind(mail.language.as_str())
    .bind(mail.subject.as_str())
    .bind(if error.is_none() { MailState::Sent.word() } else { MailState::Failed.word() })
    .bind(now_ms)
    .bind(sent_at_ms)
    .bind(error)
    .bind(error.map(|_| now_ms))
    .run()
    .await?;
    Ok(())
}

/// The mail with this id.
pub(super) async fn find(tx: &mut Tx, id: &str) -> Result<Option<Queued>> {
    let row = tx
        .sql(
            "select id, kind, to_address, to_name, language, subject, text_body, html_body,
                    case when switched_off then 'off' else state end, attempts, created_at_ms, sent_at_ms,
                    last_error, user_id, secret_ends_at_ms, text_body <> ''
             from mails where id = $1",
        )
        .bind(id)
        .first()
        .await?;
    row.map(|row| queued(&row)).transpose()
}

fn queued(row: &Row) -> Result<Queued> {
    Ok(Queued {
        id: row.get(0)?,
        kind: row.get(1)?,
        to_address: row.get(2)?,
        to_name: row.get(3)?,
        language: row.get(4)?,
        subject: row.get(5)?,
        text: row.get(6)?,
        html: row.get(7)?,
        state: MailState::from_word(&row.get::<String>(8)?)?,
        attempts: row.get(9)?,
        created_at_ms: row.get(10)?,
        sent_at_ms: row.get(11)?,
        last_error: row.get(12)?,
        user_id: row.get(13)?,
        secret_ends_at_ms: row.get(14)?,
        has_text: row.get(15)?,
    })
}

/// The statement that lists mails before a moment and id and not before another, from one more condition on.
macro_rules! mails_before {
    ($which:literal) => {
        concat!(
            "select id, kind, to_address, to_name, language, subject, '', '',
                    case when switched_off then 'off' else state end, attempts, created_at_ms, sent_at_ms,
                    last_error, user_id, secret_ends_at_ms, text_body <> ''
             from mails where (created_at_ms, id) < ($1, $2) and (created_at_ms, id) >= ($3, $4)
             and ($5 = '' or case when switched_off then 'off' else state end = $5)
             and lower(to_address) like $6 escape '!' ",
            $which
        )
    };
}

// The few that wait or failed have an index of their own; what is switched off stands as failed.
const BEFORE: &str = mails_before!("order by created_at_ms desc, id desc limit $7");
const BEFORE_WAITING: &str =
    mails_before!("and state = 'waiting' order by created_at_ms desc, id desc limit $7");
const BEFORE_FAILED: &str =
    mails_before!("and state = 'failed' order by created_at_ms desc, id desc limit $7");
const LAST_OF: &str = "select created_at_ms, id from mails where (created_at_ms, id) < ($1, $2) \
    order by created_at_ms desc, id desc limit 1 offset $3";
const LAST_OF_WAITING: &str = "select created_at_ms, id from mails where state = 'waiting' and (created_at_ms, id) < ($1, $2) \
    order by created_at_ms desc, id desc limit 1 offset $3";
const LAST_OF_FAILED: &str = "select created_at_ms, id from mails where state = 'failed' and (created_at_ms, id) < ($1, $2) \
    order by created_at_ms desc, id desc limit 1 offset $3";

/// Mails newest first, before a moment and id and not before another; of one state unless it is none, to addresses that
/// fit a `like` pattern in lower case with `!` as the escape.
pub(super) async fn list_before(
    tx: &mut Tx,
    state: Option<MailState>,
    pattern: &str,
    (before, until): ((i64, &str), (i64, &str)),
    limit: i64,
) -> Result<Vec<Queued>> {
    let text = match state {
        None | Some(MailState::Sent) => BEFORE,
        Some(MailState::Waiting) => BEFORE_WAITING,
        Some(MailState::Failed | MailState::Off) => BEFORE_FAILED,
    };
    let rows = tx
        .sql(text)
        .bind(before.0)
        .bind(before.1)
        .bind(until.0)
        .bind(until.1)
        .bind(state.map_or("", MailState::word))
        .bind(pattern)
        .bind(limit)
        .all()
        .await?;
    rows.iter().map(queued).collect()
}

/// The last of the so many mails that are looked at for a state, from a moment and id back; none if there are fewer.
pub(super) async fn find_last_of(
    tx: &mut Tx,
    state: Option<MailState>,
    before: (i64, &str),
    count: i64,
) -> Result<Option<(i64, String)>> {
    let text = match state {
        None | Some(MailState::Sent) => LAST_OF,
        Some(MailState::Waiting) => LAST_OF_WAITING,
        Some(MailState::Failed | MailState::Off) => LAST_OF_FAILED,
    };
    let row = tx.sql(text).bind(before.0).bind(before.1).bind(count - 1).first().await?;
    row.map(|row| Ok((row.get(0)?, row.get(1)?))).transpose()
}

/// The relay has it; the bodies go.
pub(super) async fn set_sent(tx: &mut Tx, id: &str, now_ms: i64) -> Result<()> {
    tx.sql(
        "update mails set state = 'sent', attempts = attempts + 1, sent_at_ms = $2, last_error = null,
                          text_body = '', html_body = ''
         where id = $1 and state = 'waiting'",
    )
    .bind(id)
    .bind(now_ms)
    .run()
    .await?;
    Ok(())
}

/// It failed and will be tried again.
pub(super) async fn set_tried(tx: &mut Tx, id: &str, error: &str) -> Result<()> {
    tx.sql("update mails set attempts = attempts + 1, last_error = $2 where id = $1 and state = 'waiting'")
        .bind(id)
        .bind(error)
        .run()
        .await?;
    Ok(())
}

/// It failed for good, by a last try if `tries` is 1; the bodies stay sealed as `(text, html)`.
pub(super) async fn set_failed(
    tx: &mut Tx,
    id: &str,
    (error, tries): (&str, i64),
    (text, html): &(String, String),
    now_ms: i64,
) -> Result<()> {
    tx.sql(
        "update mails set state = 'failed', attempts = attempts + $6, last_error = $2, text_body = $3,
                          html_body = $4, failed_at_ms = $5
         where id = $1 and state = 'waiting'",
    )
    .bind(id)
    .bind(error)
    .bind(text.as_str())
    .bind(html.as_str())
    .bind(now_ms)
    .bind(tries)
    .run()
    .await?;
    Ok(())
}

/// Mails that wait since before `before_ms`, with their bodies.
pub(super) async fn list_stale(tx: &mut Tx, before_ms: i64, limit: i64) -> Result<Vec<Queued>> {
    let rows = tx
        .sql(
            "select id, kind, to_address, to_name, language, subject, text_body, html_body, state, attempts,
                    created_at_ms, sent_at_ms, last_error, user_id, secret_ends_at_ms, text_body <> ''
             from mails where state = 'waiting' and coalesce(retried_at_ms, created_at_ms) < $1
             order by created_at_ms limit $2",
        )
        .bind(before_ms)
        .bind(limit)
        .all()
        .await?;
    rows.iter().map(queued).collect()
}

/// Mails that failed, the oldest first, with their bodies.
pub(super) async fn list_failed(tx: &mut Tx, limit: i64) -> Result<Vec<Queued>> {
    let rows = tx
        .sql(
            "select id, kind, to_address, to_name, language, subject, text_body, html_body, state, attempts,
                    created_at_ms, sent_at_ms, last_error, user_id, secret_ends_at_ms, text_body <> ''
             from mails where state = 'failed' and not switched_off and text_body <> ''
             order by created_at_ms, id limit $1",
        )
        .bind(limit)
        .all()
        .await?;
    rows.iter().map(queued).collect()
}

/// It waits again, with its bodies `(text, html)`.
pub(super) async fn set_retried(
    tx: &mut Tx,
    id: &str,
    (text, html): (&str, &str),
    now_ms: i64,
) -> Result<()> {
    tx.sql(
        "update mails set state = 'waiting', last_error = null, text_body = $2, html_body = $3,
                          retried_at_ms = $4, failed_at_ms = null
         where id = $1 and state = 'failed'",
    )
    .bind(id)
    .bind(text)
    .bind(html)
    .bind(now_ms)
    .run()
    .await?;
    Ok(())
}

/// How far the newest mail of one kind to a user since a moment is.
pub(super) async fn find_state_of(
    tx: &mut Tx,
    user_id: &str,
    kind: &str,
    since_ms: i64,
) -> Result<Option<MailState>> {
    let row = tx
        .sql(
            "select state from mails where user_id = $1 and kind = $2 and created_at_ms >= $3 \
             order by created_at_ms desc, id desc limit 1",
        )
        .bind(user_id)
        .bind(kind)
        .bind(since_ms)
        .first()
        .await?;
    row.map(|row| MailState::from_word(row.get::<String>(0)?.as_str())).transpose()
}

/// The bodies of failed mails of one kind to a user go.
pub(super) async fn set_forgotten_of(tx: &mut Tx, user_id: &str, kind: &str) -> Result<()> {
    tx.sql(
        "update mails set text_body = '', html_body = ''
         where state = 'failed' and user_id = $1 and kind = $2 and text_body <> ''",
    )
    .bind(user_id)
    .bind(kind)
    .run()
    .await?;
    Ok(())
}

/// The bodies of what failed before `before_ms` go, and of what holds a secret that ended before `now_ms`.
pub(super) async fn set_forgotten(tx: &mut Tx, before_ms: i64, now_ms: i64) -> Result<u64> {
    tx.sql(
        "update mails set text_body = '', html_body = ''
         where state = 'failed' and text_body <> '' and (failed_at_ms < $1 or secret_ends_at_ms <= $2)",
    )
    .bind(before_ms)
    .bind(now_ms)
    .run()
    .await
}

/// Removes up to `limit` mails that do not wait and are from before `before_ms`; answers how many.
pub(super) async fn delete_old(tx: &mut Tx, before_ms: i64, limit: i64) -> Result<u64> {
    tx.sql(
        "delete from mails where id in (
             select id from mails where created_at_ms < $1 and state <> 'waiting'
             order by created_at_ms limit $2
         )",
    )
    .bind(before_ms)
    .bind(limit)
    .run()
    .await
}
