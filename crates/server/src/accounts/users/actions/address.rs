//! What follows when somebody is given another address by hand: who hears of it, and what ends.

use seatwarden_base::{Result, db::Tx};

use super::{
    super::{model::CHANGED_MEANWHILE, store},
    find_in,
    update::hold,
};
use crate::{
    accounts::{
        api_tokens,
        notices::{self, Notice},
        one_time_links::{self, Purpose},
        passwords, sessions,
    },
    cx::{BaseRole, Caller, Cx, Origin, Person, Proof},
    text::is_same_address,
};

/// The caller's own account, which nobody else changes until the transaction ends: for what passes all of it on. Refuses
/// with `users.changed_meanwhile` if the account is not the one any more that the caller was recognised by.
pub async fn hold_own(tx: &mut Tx, cx: &Cx) -> Result<Person> {
    let id = &cx.person()?.id;
    hold(tx, id).await?;
    let person = find_in(tx, id).await?.person;
    require_unmoved(tx, cx, &person).await?;
    Ok(person)
}

/// Of several calls at once that give the caller's own account another address, the first is done: the others asked for it
/// while the account had the address of before, and what they signed in with may have ended with it. Refuses them with
/// `users.changed_meanwhile`. The row of the user is locked already.
pub(super) async fn require_unmoved(tx: &mut Tx, cx: &Cx, now: &Person) -> Result<()> {
    let Caller::User(signed_in) = &cx.caller else { return Ok(()) };
    let lives = match &signed_in.proof {
        Proof::Session { id, .. } => sessions::exists(tx, id).await?,
        Proof::Token { id, .. } => api_tokens::exists(tx, id).await?,
        Proof::ApiKey | Proof::Job { .. } => true,
    };
    let is_unmoved = signed_in.person.id != now.id || !is_other(&signed_in.person, now);
    if lives && is_unmoved { Ok(()) } else { Err(CHANGED_MEANWHILE.into()) }
}

/// Whether mails now go elsewhere. Another spelling of the same address is none.
pub(super) fn is_other(before: &Person, after: &Person) -> bool {
    !is_same_address(&before.email, &after.email)
}

/// Tells the old and the new address (RL-05), and ends the links that were mailed to the old one: its reader may be
/// a stranger by now. Who is invited gets the invitation again. The Sys. Admin, and whoever changed the own address
/// here, have nobody above who would mend it: their old address gets the way back, for a week, and of the Sys. Admin
/// every other session and token of the login call ends. Whom somebody else moves is where they belong: no way back of
/// an earlier change moves them again. Does nothing if the address is the same.
pub(super) async fn changed(tx: &mut Tx, cx: &Cx, before: &Person, after: &Person) -> Result<()> {
    if !is_other(before, after) || after.origin == Origin::Service {
        return Ok(());
    }
    one_time_links::end_all(tx, &after.id).await?;
    let is_sysadmin = before.role.base == BaseRole::Super;
    let is_own = cx.person().is_ok_and(|caller| caller.id == after.id);
    if is_sysadmin || is_own {
        one_time_links::send(tx, cx, Purpose::EmailUndo, before, Some(&before.email)).await?;
    } else {
        one_time_links::end_undo_of(tx, &after.id).await?;
        notices::tell(tx, cx, before, Notice::EmailTaken { email: &after.email }).await?;
    }
    if is_sysadmin {
        passwords::sign_out_others(tx, cx, &after.id).await?;
    }
    if store::find_invited_at(tx, &after.id).await?.is_some() {
        return one_time_links::send(tx, cx, Purpose::Invitation, after, None).await;
    }
    notices::tell(tx, cx, after, Notice::EmailGiven).await
}
