//! Beginning a call under a key, marking its act, and keeping its answer.

use seatwarden_base::{Error, Result, db::Tx, secret::Secret};

use super::{
    model::{
        ANSWER_LOST, ANSWER_MAX, Answer, BAD_KEY, Begun, GRACE_MS, IN_FLIGHT, KEPT_MS, KEY_MAX, OF_USER_MAX,
        OTHER_REQUEST, Run, TOO_MANY, hash,
    },
    store::{self, Found},
};
use crate::cx::{Cx, Proof};

/// What answers are sealed for.
const SEALED_FOR: &str = "idempotency";

/// Begins a call of the caller under a key; `request` is all that makes it another one. Refuses with
/// `idempotency.bad_key`, `idempotency.other_request`, `idempotency.in_flight`, `idempotency.answer_lost` or
/// `idempotency.too_many`.
pub async fn begin(cx: &Cx, key: &[u8], request: &[&[u8]]) -> Result<Begun> {
    if key.is_empty() || key.len() > KEY_MAX || !key.iter().all(u8::is_ascii_graphic) {
        return Err(BAD_KEY.with("maximum", KEY_MAX).into());
    }
    let run = Run {
        user_id: cx.person()?.id.clone(),
        key_hash: hash(&[key, authority(cx)?.as_bytes()]),
        id: cx.new_id()?,
    };
    // With a key of ours, because there may be a password in it that many guesses would find.
    let request_hash = cx.keys.tag("idempotency", hash(request).as_bytes());
    let times = (cx.now_ms, cx.now_ms + KEPT_MS, cx.now_ms - longest_ms(cx));
    let mut tx = cx.db.write().await?;
    if store::count_of_user(&mut tx, &run.user_id, cx.now_ms).await? >= OF_USER_MAX {
        return Err(TOO_MANY.with("maximum", OF_USER_MAX).into());
    }
    if store::insert(&mut tx, &run, &request_hash, times).await? {
        tx.commit().await?;
        return Ok(Begun::New(run));
    }
    match store::find(&mut tx, &run, cx.now_ms).await? {
        Some(found) if found.request_hash != request_hash => Err(OTHER_REQUEST.into()),
        Some(found) => known(cx, &found).map(Begun::Done),
        // It was forgotten at this very moment.
        None => Err(IN_FLIGHT.into()),
    }
}

/// What the caller may with what they hold. An answer, which may have a secret in it, is told again only to whoever may as
/// much as when it was given: under another role, or with a token of another scope, the same key is another one.
fn authority(cx: &Cx) -> Result<String> {
    let signed_in = cx.signed_in()?;
    let proof = match &signed_in.proof {
        Proof::Session { .. } => "session".to_owned(),
        Proof::Token { scope, .. } => scope.words(),
        Proof::ApiKey => "x-api-key".to_owned(),
        Proof::Job { .. } => "job".to_owned(),
    };
    let role = &signed_in.person.role;
    Ok(format!("{} {} {proof}", role.id, role.may.bits()))
}

/// How long a call may run, in milliseconds.
fn longest_ms(cx: &Cx) -> i64 {
    i64::from(cx.config.server.request_timeout_seconds) * 1_000 + GRACE_MS
}

fn known(cx: &Cx, found: &Found) -> Result<Answer> {
    match (found.status, &found.sealed) {
        (Some(status), Some(sealed)) => {
            let kept = cx.keys.seals.open(SEALED_FOR, sealed)?;
            // One of an earlier version is the body alone.
            let (headers, body) = serde_json::from_str(kept.reveal())
                .unwrap_or_else(|_| (Vec::new(), kept.reveal().to_owned()));
            Ok(Answer { status: u16::try_from(status).unwrap_or(200), headers, body: Secret::new(body) })
        }
        (None, _) if cx.now_ms - found.started_at_ms <= longest_ms(cx) => Err(IN_FLIGHT.into()),
        _ => Err(ANSWER_LOST.into()),
    }
}

/// Marks the act of this request as done, inside its own transaction: whatever happens to the answer, it is not done
/// again. Refuses with `idempotency.in_flight` if the same call was begun anew meanwhile. Nothing for a request
/// without a key.
pub async fn acted(tx: &mut Tx, cx: &Cx) -> Result<()> {
    match cx.request.idempotent.get() {
        Some(run) if !store::set_acted(tx, run).await? => Err(IN_FLIGHT.into()),
        _ => Ok(()),
    }
}

/// Keeps the answer of a call that went well. One that did not, and changed nothing, may be tried again under the
/// same key.
pub async fn finish(cx: &Cx, run: &Run, answer: Option<&Answer>) -> Result<()> {
    let sealed = match answer {
        Some(answer) if answer.body.reveal().len() <= ANSWER_MAX => {
            let kept = serde_json::to_string(&(&answer.headers, answer.body.reveal()))
                .map_err(|cause| Error::fault("keeping an answer", cause))?;
            Some(cx.keys.seals.seal(SEALED_FOR, &Secret::new(kept), cx.random())?)
        }
        _ => None,
    };
    let mut tx = cx.db.write().await?;
    match answer {
        Some(answer) => store::set_answer(&mut tx, run, answer.status.into(), sealed.as_deref()).await?,
        None => store::delete_unless_acted(&mut tx, run).await?,
    }
    tx.commit().await
}

/// Removes keys that are over. Called by the daily cleaning.
pub async fn clean(tx: &mut Tx, now_ms: i64) -> Result<u64> {
    store::delete_over(tx, now_ms).await
}
