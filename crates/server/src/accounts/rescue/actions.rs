//! Making the one-time link on the host.

use seatwarden_base::{Kind, Refusal, Result, secret::Secret};

use crate::{
    accounts::{
        one_time_links::{self, Purpose},
        users,
    },
    common::audit,
    cx::Cx,
};

/// Nobody has set this installation up yet.
pub const NO_SYSADMIN: Refusal = Refusal::new(Kind::NotFound, "rescue.no_sysadmin");

/// Makes a link on which the Sys. Admin chooses a new password, and says whose account it opens. Older
/// rescue links end.
pub async fn rescue(cx: &Cx) -> Result<(String, Secret)> {
    let mut tx = cx.db.write().await?;
    let sysadmin = users::sysadmin(&mut tx).await?.ok_or(NO_SYSADMIN)?;
    let made = one_time_links::make(&mut tx, cx, Purpose::Rescue, &sysadmin.id, "").await?;
    audit::record(&mut tx, cx, audit::Event::user("rescue.make_link", &sysadmin.id)).await?;
    tx.commit().await?;
    Ok((sysadmin.email, made.url))
}
