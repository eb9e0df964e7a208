//! Making, mailing and redeeming links.

use data_encoding::BASE64URL_NOPAD;
use seatwarden_base::{Result, db::Tx, secret::Secret};
use subtle::ConstantTimeEq;

use super::{
    mails,
    model::{Link, NOT_VALID, Purpose, WRONG_CODE, code_digits, hash},
    store::{self, NewLink},
};
use crate::{
    common::outbox::{self, MailState},
    cx::{Cx, Person},
};

/// A link that was just made; the only moment its secrets are known.
pub struct Made {
    /// Absolute address of the link's page.
    pub url: Secret,
    /// The typed alternative: eight digits. Empty if the link has none.
    pub code: Secret,
}

impl Made {
    /// Path of the link's page, for a browser that is here already.
    pub fn path(&self, cx: &Cx) -> String {
        let url = self.url.reveal();
        url.strip_prefix(cx.public_url()).unwrap_or(url).to_owned()
    }
}

/// Lets nobody else change a user, or add something that names them, until the transaction ends: for whoever ends what there
/// is of a user and puts something in its place. Whatever is theirs is locked after it.
pub async fn hold_user(tx: &mut Tx, user_id: &str) -> Result<()> {
    store::hold_user(tx, user_id).await
}

/// Makes a link, ends the older ones of its purpose (but those that take a change of address back), and queues the mail that carries it. `payload` is
/// the address that `EmailConfirm` and `EmailUndo` are about, both of which are mailed to the address in question; of
/// `Handover` it is who gave the account.
pub async fn send(
    tx: &mut Tx,
    cx: &Cx,
    purpose: Purpose,
    person: &Person,
    payload: Option<&str>,
) -> Result<()> {
    let made = make(tx, cx, purpose, &person.id, payload.unwrap_or_default()).await?;
    mails::queue(tx, cx, purpose, person, payload, &made).await
}

/// Refuses with `outbox.switched_off` or `outbox.no_way_out` if [`send`] would mail nothing: ask before something ends that
/// only the link brings back.
pub async fn require_leaving(tx: &mut Tx, cx: &Cx, purpose: Purpose) -> Result<()> {
    outbox::require_leaving(tx, cx, mails::kind(purpose)).await
}

/// Like [`send`] for a forgotten password: the link gets a typed code that works in the browser whose
/// token has this hash (RC-02).
pub async fn send_with_code(tx: &mut Tx, cx: &Cx, person: &Person, request_hash: &[u8]) -> Result<()> {
    let made = make_with(tx, cx, Purpose::PasswordReset, &person.id, "", Some(request_hash)).await?;
    mails::queue(tx, cx, Purpose::PasswordReset, person, None, &made).await
}

/// Makes a link without mailing it.
pub async fn make(tx: &mut Tx, cx: &Cx, purpose: Purpose, user_id: &str, payload: &str) -> Result<Made> {
    make_with(tx, cx, purpose, user_id, payload, None).await
}

async fn make_with(
    tx: &mut Tx,
    cx: &Cx,
    purpose: Purpose,
    user_id: &str,
    payload: &str,
    request_hash: Option<&[u8]>,
) -> Result<Made> {
    // Whoever took an account over must not end the owner's way back by changing the address once more.
    if purpose != Purpose::EmailUndo {
        // Of two at once the second must see what the first made, or both would live.
        hold_user(tx, user_id).await?;
        end_other_of(tx, user_id, purpose).await?;
    }
    let id = cx.new_id()?;
    let token = BASE64URL_NOPAD.encode(&cx.random().bytes::<32>()?);
    let code = match request_hash {
        None => String::new(),
        Some(_) => format!("{:08}", u64::from_be_bytes(cx.random().bytes()?) % 100_000_000),
    };
    let code_hash = request_hash.map(|_| hash(&code, &id));
    let link = NewLink {
        id: &id,
        purpose,
        user_id,
        token_hash: &hash(&token, ""),
        code_hash: code_hash.as_deref(),
        code_expires_at_ms: request_hash
            .map(|_| cx.now_ms + i64::from(cx.config.password_reset.code_minutes) * 60_000),
        request_hash,
        payload,
        now_ms: cx.now_ms,
        expires_at_ms: cx.now_ms + purpose.life_ms(&cx.config),
    };
    store::insert(tx, &link).await?;
    let url = format!("{}{}{token}", cx.public_url(), purpose.path());
    Ok(Made { url: Secret::new(url), code: Secret::new(code) })
}

/// The link of a token, without using it up. Refuses with `one_time_links.not_valid`.
pub async fn look(tx: &mut Tx, cx: &Cx, token: &str, purposes: &[Purpose]) -> Result<Link> {
    if token.len() > 100 {
        return Err(NOT_VALID.into());
    }
    let link = store::find(tx, &hash(token, ""), cx.now_ms).await?.ok_or(NOT_VALID)?;
    if purposes.contains(&link.purpose) { Ok(link) } else { Err(NOT_VALID.into()) }
}

/// The link that this browser asked for, if the code is right. A wrong code costs a try, so the caller
/// commits in either case. The inner result is the verdict on the code.
pub async fn look_by_code(
    tx: &mut Tx,
    cx: &Cx,
    request_token: &str,
    code: &str,
) -> Result<Result<Link, seatwarden_base::Refusal>> {
    let Some((link, stored)) = store::set_tried(tx, &hash(request_token, ""), cx.now_ms).await? else {
        return Ok(Err(WRONG_CODE));
    };
    let given = hash(&code_digits(code), &link.id);
    let right = bool::from(given.ct_eq(&stored));
    Ok(if right { Ok(link) } else { Err(WRONG_CODE) })
}

/// Until when a user's unused link of a purpose works, in milliseconds since the Unix epoch; none if there is none.
pub async fn open_until_ms(tx: &mut Tx, cx: &Cx, user_id: &str, purpose: Purpose) -> Result<Option<i64>> {
    store::find_open_until(tx, user_id, purpose, cx.now_ms).await
}

/// Whether a user has an unused, living link of a purpose.
pub async fn is_open(tx: &mut Tx, cx: &Cx, user_id: &str, purpose: Purpose) -> Result<bool> {
    Ok(open_until_ms(tx, cx, user_id, purpose).await?.is_some())
}

/// How far the mail is that carries a user's newest link of a purpose, made since a moment.
pub async fn mail_state(
    tx: &mut Tx,
    user_id: &str,
    purpose: Purpose,
    since_ms: i64,
) -> Result<Option<MailState>> {
    outbox::state_of(tx, user_id, mails::kind(purpose), since_ms).await
}

/// Uses a link up, and holds its user: what it leads to and what ends it come one after the other. Refuses with
/// `one_time_links.not_valid` if somebody was faster.
pub async fn take(tx: &mut Tx, cx: &Cx, link: &Link) -> Result<()> {
    hold_user(tx, &link.user_id).await?;
    if store::set_used(tx, &link.id, cx.now_ms).await? { Ok(()) } else { Err(NOT_VALID.into()) }
}

/// Ends every unused link of a user but those that take a change of address back: after a new password none
/// may open the account again, and none but time and the owner end the way back to an old address.
pub async fn end_all(tx: &mut Tx, user_id: &str) -> Result<()> {
    store::delete_of_user(tx, user_id).await?;
    forget_mails(tx, user_id).await
}

/// A failed mail whose link was taken back is not retried.
async fn forget_mails(tx: &mut Tx, user_id: &str) -> Result<()> {
    for purpose in [Purpose::PasswordReset, Purpose::Invitation, Purpose::EmailConfirm, Purpose::Handover] {
        outbox::forget_of(tx, user_id, mails::kind(purpose)).await?;
    }
    Ok(())
}

/// Ends the unused links of one purpose of a user.
pub async fn end_other_of(tx: &mut Tx, user_id: &str, purpose: Purpose) -> Result<()> {
    store::delete_of(tx, user_id, purpose).await?;
    outbox::forget_of(tx, user_id, mails::kind(purpose)).await
}

/// Ends what `undo` makes meaningless: the user's other links, and what would undo a later change. What undoes
/// an earlier change stays: it belongs to an address that had the account before.
pub async fn end_later_than(tx: &mut Tx, undo: &Link) -> Result<()> {
    end_all(tx, &undo.user_id).await?;
    store::delete_undo_after(tx, &undo.user_id, undo.expires_at_ms).await
}

/// Ends what would take changes of a user's address back: whoever looks after the account gave it another one, and the
/// addresses of before may be a leaver's, or a thief's.
pub async fn end_undo_of(tx: &mut Tx, user_id: &str) -> Result<()> {
    end_other_of(tx, user_id, Purpose::EmailUndo).await
}

/// Removes links that ended more than 30 days ago. Called by the daily cleaning.
pub async fn clean(tx: &mut Tx, now_ms: i64) -> Result<u64> {
    store::delete_ended(tx, now_ms - 30 * 24 * 3_600_000).await
}
