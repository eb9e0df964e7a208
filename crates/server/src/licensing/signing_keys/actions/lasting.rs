//! What outlasts a signer: the files that people carried away, and the mails that another signer is needed soon.

use seatwarden_base::{Result, db::Tx};
use seatwarden_license_file::{Bulletin, compact, digest};
use serde_json::json;

use super::super::{
    kept,
    model::{Kept, Paper, REMEMBERED_MS, TOLD_MAX, bad_file, due},
    store,
};
use crate::{
    accounts::{
        notices::{self, Letter},
        users,
    },
    common::{
        audit,
        outbox::{MailKind, MailSwitch},
    },
    cx::{Cx, Permission, Person},
};

const MAIL: MailKind = MailKind::new("signing_keys.mail", MailSwitch::Always);

/// Notes a license file that people carry away, inside the action that hands it out: if its signer is stolen one day, a
/// bulletin can keep it.
pub async fn note_paper(tx: &mut Tx, cx: &Cx, file: &str, file_id: &str, until_ms: i64) -> Result<()> {
    let kid = compact::kid(file).map_err(bad_file)?;
    let paper = Paper {
        digest: digest(file.as_bytes()),
        file_id: file_id.to_owned(),
        signed_at_ms: cx.now_ms,
        until_ms,
    };
    store::insert_paper(tx, &paper, &kid).await
}

/// The files of a signer that a bulletin would keep: those that people carried away and that have not ended. For the
/// operator.
pub async fn papers_to_keep(cx: &Cx, kid: &str) -> Result<Kept> {
    cx.require(Permission::LicensesApprove)?;
    let mut tx = cx.db.read().await?;
    let kept = kept::read(&mut tx, cx).await?;
    let others = kept.revocations.bulletin().map_or(0, |bulletin| {
        let others = bulletin.signers.iter().filter(|signer| signer.kid != kid);
        others.map(|signer| signer.keep.len()).sum::<usize>()
    });
    let room = Bulletin::KEEP_MAX.saturating_sub(others);
    let papers = store::list_papers(&mut tx, kid, cx.now_ms, ALL_MAX).await?;
    let (fit, beyond) = papers.split_at(papers.len().min(room));
    Ok(Kept {
        digests: fit.iter().map(|paper| paper.digest.clone()).collect(),
        beyond: beyond.iter().map(|paper| paper.file_id.clone()).collect(),
    })
}

/// How many files of a signer are looked at.
const ALL_MAX: i64 = 10_000;

/// When the last signer that may sign ends, with its id; none while none may. For the vendor's staff.
pub async fn end(cx: &Cx) -> Result<Option<(String, i64)>> {
    cx.require(Permission::LicensesRead)?;
    Ok(last(&*cx.signing_keys.get(cx).await?))
}

fn last(kept: &kept::Kept) -> Option<(String, i64)> {
    let ends =
        kept.signers.iter().map(|signer| (signer.kid().to_owned(), signer.statement().valid_until.ms()));
    ends.max_by_key(|(_, until_ms)| *until_ms)
}

/// Mails whoever may approve when the last signer ends in 30, 14, 7 days or one, and when it has ended; each once.
/// While another signer takes over, nobody has to do anything, and nobody is mailed.
pub async fn tell(cx: &Cx) -> Result<()> {
    if !cx.config.license_server.enabled {
        return Ok(());
    }
    let mut tx = cx.db.write().await?;
    let mut newest = last(&kept::read(&mut tx, cx).await?);
    if newest.is_none() {
        // Those that ended are read no more; the newest statement of all tells when that was.
        let ended = store::list_statements(&mut tx, 0, 1).await?;
        newest = ended.into_iter().next().map(|statement| (statement.kid, statement.valid_until_ms));
    }
    let Some((kid, ends_at_ms)) = newest else { return Ok(()) };
    let Some(days) = due(ends_at_ms, cx.now_ms) else { return Ok(()) };
    if !store::insert_notice(&mut tx, &kid, ends_at_ms, days, cx.now_ms).await? {
        return Ok(());
    }
    for person in users::who_may(&mut tx, Permission::LicensesApprove, TOLD_MAX).await? {
        mail(&mut tx, cx, &person, ends_at_ms, days).await?;
    }
    let event = audit::Event::new("signing_keys.tell", "signing_key", &kid);
    audit::record(&mut tx, cx, event.after(json!({ "days": days }))).await?;
    tx.commit().await?;
    cx.jobs.nudge();
    Ok(())
}

async fn mail(tx: &mut Tx, cx: &Cx, person: &Person, ends_at_ms: i64, days: i64) -> Result<()> {
    notices::send(tx, cx, person, &person.email, |t| Letter {
        kind: MAIL,
        subject: if days == 0 {
            t.signing_keys_mail_ended_subject()
        } else {
            t.signing_keys_mail_subject(t.date(ends_at_ms))
        },
        paragraphs: vec![if days == 0 {
            t.signing_keys_mail_ended_lead()
        } else {
            t.signing_keys_mail_lead(t.date(ends_at_ms))
        }],
        button: Some((t.signing_keys_mail_button(), format!("{}/issuer/keys", cx.public_url()))),
        code: None,
        after: vec![t.signing_keys_mail_after()],
        secret_ends_at_ms: None,
    })
    .await
}

/// Forgets files that ended long ago. Called by the daily cleaning.
pub async fn clean(tx: &mut Tx, now_ms: i64) -> Result<u64> {
    store::delete_old_papers(tx, now_ms - REMEMBERED_MS).await
}
