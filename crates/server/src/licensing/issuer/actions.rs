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

/// How many customers a page shows.
pub(super) const PAGE: usize = 50;
/// A page of customers, each with how many accounts it has; and behind which name and id the next page begins.
pub(super) type Customers = (Vec<(Organisation, i64)>, Option<(String, String)>);

/// A page of customers by name, from the one after this name and id on. For the vendor's staff.
pub(super) async fn customers(cx: &Cx, search: &str, after: (&str, &str)) -> Result<Customers> {
    let mut found = organisations::list(cx, search, after).await?;
    let next = (found.len() > PAGE)
        .then(|| found.get(PAGE - 1).map(|(last, _)| (last.name.clone(), last.id.clone())))
        .flatten();
    found.truncate(PAGE);
    Ok((found, next))
}

/// The same from the customer after this id on; answers the id behind which the next page begins.
pub(super) async fn customers_after(
    cx: &Cx,
    search: &str,
    after: &str,
) -> Result<(Vec<(Organisation, i64)>, Option<String>)> {
    let name = if after.is_empty() { String::new() } else { organisations::find(cx, after).await?.name };
    let (found, next) = customers(cx, search, (&name, after)).await?;
    Ok((found, next.map(|(_, id)| id)))
}

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
