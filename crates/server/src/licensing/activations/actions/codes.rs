//! Codes that activate once, so that nobody types a password on a server.

use data_encoding::{BASE32_NOPAD, HEXLOWER};
use ring::digest;
use seatwarden_base::{Result, secret::Secret};
use serde_json::json;

use super::super::{
    model::{CODE_MS, CODES_MAX, TOO_MANY_CODES},
    store,
};
use crate::{
    common::audit,
    cx::Cx,
    licensing::packages::{self, Right},
};

/// A code that was made; nobody can read it again.
#[derive(Clone, Debug)]
pub struct Code {
    /// What is typed on the server.
    pub code: Secret,
    /// Until when it can be used, in milliseconds since the Unix epoch.
    pub expires_at_ms: i64,
}

/// The stored form of a code, however its groups were typed.
pub(super) fn hash_of(code: &str) -> String {
    let plain: String = code
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .take(64)
        .map(|letter| letter.to_ascii_uppercase())
        .collect();
    HEXLOWER.encode(digest::digest(&digest::SHA256, plain.as_bytes()).as_ref())
}

/// How many codes of a package wait to be used. For whoever may activate it.
pub async fn waiting_codes(cx: &Cx, key: &str) -> Result<i64> {
    let mut tx = cx.db.read().await?;
    let package = packages::find_in(&mut tx, key).await?;
    packages::require_right(&mut tx, cx, &package, Right::Activate).await?;
    store::count_codes(&mut tx, &package.id, cx.now_ms).await
}

/// Withdraws the codes of a package that wait to be used; what a code activated stays. For whoever may activate it.
/// Answers how many.
pub async fn withdraw_codes(cx: &Cx, key: &str) -> Result<u64> {
    let mut tx = cx.db.write().await?;
    let package = packages::find_in(&mut tx, key).await?;
    packages::require_right(&mut tx, cx, &package, Right::Activate).await?;
    let withdrawn = store::delete_waiting_codes(&mut tx, &package.id).await?;
    let event = audit::Event::new("activations.withdraw_codes", "package", &package.id);
    audit::record(&mut tx, cx, event.after(json!({ "codes": withdrawn }))).await?;
    tx.commit().await?;
    Ok(withdrawn)
}

/// Makes a code that activates one server of a package within a week. For whoever may activate it themselves. Refuses
/// with `activations.too_many_codes`.
pub async fn make_code(cx: &Cx, key: &str) -> Result<Code> {
    let user_id = cx.person()?.id.clone();
    let text = BASE32_NOPAD.encode(&cx.random().bytes::<13>()?);
    let groups: Vec<&str> = [0, 5, 10, 15].into_iter().filter_map(|at| text.get(at..at + 5)).collect();
    let code = Code { code: Secret::new(groups.join("-")), expires_at_ms: cx.now_ms + CODE_MS };
    let mut tx = cx.db.write().await?;
    let package = packages::find_in(&mut tx, key).await?;
    packages::require_right(&mut tx, cx, &package, Right::Activate).await?;
    if store::count_codes(&mut tx, &package.id, cx.now_ms).await? >= CODES_MAX {
        return Err(TOO_MANY_CODES.with("maximum", CODES_MAX).into());
    }
    let times = (cx.now_ms, code.expires_at_ms);
    store::insert_code(&mut tx, &hash_of(code.code.reveal()), (&package.id, &user_id), times).await?;
    let event = audit::Event::new("activations.make_code", "package", &package.id);
    audit::record(&mut tx, cx, event.after(json!({ "user": user_id }))).await?;
    tx.commit().await?;
    Ok(code)
}
