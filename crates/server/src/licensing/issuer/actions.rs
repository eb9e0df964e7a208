//! What the staff does with several rooms at once.

use seatwarden_base::Result;

use crate::{
    accounts::users,
    cx::{Cx, Permission},
    licensing::{
        organisations::{self, MemberRole, Organisation},
        sign_up::{self, NewAccount},
    },
};

/// Adds a customer: an organisation and the account of its owner, who is mailed. Refuses with the rule that is broken.
pub(super) async fn add_customer(
    cx: &Cx,
    organisation: &str,
    owner: &NewAccount<'_>,
) -> Result<Organisation> {
    cx.require(Permission::LicensesManage)?;
    let email = users::check_email(owner.email)?;
    let owner = NewAccount { email: &email, ..*owner };
    let password = sign_up::generate(cx).await?;
    let mut tx = cx.db.write().await?;
    let organisation = organisations::create_in(&mut tx, cx, organisation).await?;
    sign_up::add_to(&mut tx, cx, &organisation.id, &owner, MemberRole::Owner, password).await?;
    tx.commit().await?;
    cx.jobs.nudge();
    Ok(organisation)
}
