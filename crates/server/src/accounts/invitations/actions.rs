//! Accepting an invitation. Sending one belongs to the act that makes the user.

use seatwarden_base::Result;

use crate::{
    accounts::{
        one_time_links::{self, Purpose},
        password_reset::NewPassword,
        passwords::{self, About, NOT_THE_SAME},
        users::{self, User},
    },
    common::audit,
    cx::Cx,
};

/// Looks at an invitation without using it up; says whom it invites.
pub async fn look(cx: &Cx, token: &str) -> Result<User> {
    let mut tx = cx.db.read().await?;
    let link = one_time_links::look(&mut tx, cx, token, &[Purpose::Invitation]).await?;
    users::find_in(&mut tx, &link.user_id).await
}

/// Chooses the first password; from then on the user can sign in. A refused password uses nothing up.
pub async fn accept(cx: &Cx, token: &str, typed: &NewPassword) -> Result<()> {
    let mut reading = cx.db.read().await?;
    let link = one_time_links::look(&mut reading, cx, token, &[Purpose::Invitation]).await?;
    let user = users::find_in(&mut reading, &link.user_id).await?;
    if typed.new != typed.repeat {
        return Err(NOT_THE_SAME.into());
    }
    let prepared = passwords::prepare(cx, &typed.new, &About::person(&user.person), "new_password").await?;

    let mut tx = cx.db.write().await?;
    // The seat comes first, in the order in which every act locks.
    users::activate(&mut tx, cx, &user.person.id).await?;
    one_time_links::take(&mut tx, cx, &link).await?;
    passwords::set(&mut tx, cx, &user.person.id, prepared).await?;
    let event = audit::Event::user("invitations.accept", &user.person.id);
    audit::record_as(&mut tx, cx, event, Some(&user.person.id), &user.person.email).await?;
    tx.commit().await
}
