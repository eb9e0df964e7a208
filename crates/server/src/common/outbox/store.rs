//! The SQL of the table `mails`.

use seatwarden_base::{
    Result,
    db::{Row, Tx},
};

use super::model::{MailState, NewMail, Queued};

/// Adds a mail that waits.
pub(super) async fn insert(tx: &mut Tx, mail: &NewMail<'_>, id: &str, now_ms: i64) -> Result<()> {
    tx.sql(
        "insert into mails (id, kind, to_address, to_name, language, subject, text_body, html_body, state,
                            attempts, created_at_ms, user_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8, 'waiting', 0, $9, $10)",
    )
    .bind(id)
    .bind(mail.kind)
    .bind(mail.to_address)
    .bind(mail.to_name)
    .bind(mail.language)
    .bind(mail.subject)
    .bind(mail.text)
    .bind(mail.html)
    .bind(now_ms)
    .bind(mail.user_id)
    .run()
    .await?;
    Ok(())
}

/// The mail with this id.
pub(super) async fn find(tx: &mut Tx, id: &str) -> Result<Option<Queued>> {
    let row = tx
        .sql(
            "select id, kind, to_address, to_name, language, subject, text_body, html_body, state, attempts,
                    created_at_ms, sent_at_ms, last_error, user_id
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
    })
}

/// Mails newest first, before a moment and id; of one state unless it is empty, to addresses that fit a `like`
/// pattern in lower case with `!` as the escape.
pub(super) async fn list_before(
    tx: &mut Tx,
    state: &str,
    pattern: &str,
    before: (i64, &str),
    limit: i64,
) -> Result<Vec<Queued>> {
    let rows = tx
        .sql(
            "select id, kind, to_address, to_name, language, subject, '', '', state, attempts,
                    created_at_ms, sent_at_ms, last_error, user_id
             from mails where (created_at_ms, id) < ($1, $2) and ($3 = '' or state = $3)
             and lower(to_address) like $4 escape '!'
             order by created_at_ms desc, id desc limit $5",
        )
        .bind(before.0)
        .bind(before.1)
        .bind(state)
        .bind(pattern)
        .bind(limit)
        .all()
        .await?;
    rows.iter().map(queued).collect()
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

/// It failed for good; the bodies go.
pub(super) async fn set_failed(tx: &mut Tx, id: &str, error: &str) -> Result<()> {
    tx.sql(
        "update mails set state = 'failed', attempts = attempts + 1, last_error = $2, text_body = '',
                          html_body = ''
         where id = $1 and state = 'waiting'",
    )
    .bind(id)
    .bind(error)
    .run()
    .await?;
    Ok(())
}

/// Whatever waits since before `before_ms` has failed; the bodies go. Answers how many.
pub(super) async fn set_stale_failed(tx: &mut Tx, before_ms: i64) -> Result<u64> {
    tx.sql(
        "update mails set state = 'failed', text_body = '', html_body = '',
                          last_error = coalesce(last_error, 'waited too long')
         where state = 'waiting' and created_at_ms < $1",
    )
    .bind(before_ms)
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
