//! Whether what proved the caller's own account still does when something is written on the strength of it.

use seatwarden_base::{Result, db::Tx};

use super::{WRONG_CURRENT, store, version_of};
use crate::{
    accounts::{
        api_tokens, one_time_links,
        sessions::{self, ENDED},
    },
    cx::{Cx, Proof},
};

/// The caller's own password, as it was when it was found right.
#[derive(Clone, Copy, Debug)]
pub struct Confirmed {
    pub(super) version: [u8; 32],
    pub(super) expires_at_ms: Option<i64>,
    /// Where it was typed.
    pub(super) field: &'static str,
}

/// Lets nobody else change the caller's account until the transaction ends, and makes sure that it is still the caller's:
/// checking a password is slow, and meanwhile an administrator or the owner may have shut out whoever asks. Refuses with
/// `sessions.ended` if the session or token is gone, and with `passwords.wrong_current` if the password is another by now.
pub async fn hold_own(tx: &mut Tx, cx: &Cx, confirmed: &Confirmed) -> Result<()> {
    let signed_in = cx.signed_in()?;
    one_time_links::hold_user(tx, &signed_in.person.id).await?;
    let lives = match &signed_in.proof {
        Proof::Session { id, .. } => sessions::exists(tx, id).await?,
        Proof::Token { id, .. } => api_tokens::exists(tx, id).await?,
        Proof::ApiKey | Proof::Job { .. } => true,
    };
    if !lives {
        return Err(ENDED.into());
    }
    let is_same = store::find(tx, &signed_in.person.id).await?.is_some_and(|found| {
        version_of(&found.stored) == confirmed.version && found.expires_at_ms == confirmed.expires_at_ms
    });
    if is_same { Ok(()) } else { Err(WRONG_CURRENT.on(confirmed.field).into()) }
}
