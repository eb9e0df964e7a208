//! What follows when somebody is given another address by hand: who hears of it, and what ends.

use seatwarden_base::{Result, db::Tx};

use super::super::store;
use crate::{
    accounts::{
        notices::{self, Notice},
        one_time_links::{self, Purpose},
        passwords,
    },
    cx::{BaseRole, Cx, Origin, Person},
    text::is_same_address,
};

/// Whether mails now go elsewhere. Another spelling of the same address is none.
pub(super) fn is_other(before: &Person, after: &Person) -> bool {
    !is_same_address(&before.email, &after.email)
}

/// Tells the old and the new address (RL-05), and ends the links that were mailed to the old one: its reader may be
/// a stranger by now. Who is invited gets the invitation again. The Sys. Admin, and whoever changed the own address
/// here, have nobody above who would mend it: their old address gets the way back, for a week, and of the Sys. Admin
/// every other session ends. Does nothing if the address is the same.
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
        notices::tell(tx, cx, before, Notice::EmailTaken { email: &after.email }).await?;
    }
    if is_sysadmin {
        passwords::sign_out_elsewhere(tx, cx, &after.id).await?;
    }
    if store::find_invited_at(tx, &after.id).await?.is_some() {
        return one_time_links::send(tx, cx, Purpose::Invitation, after, None).await;
    }
    notices::tell(tx, cx, after, Notice::EmailGiven).await
}
