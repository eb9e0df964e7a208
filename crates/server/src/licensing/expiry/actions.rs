//! Finding licenses that end soon, and telling both sides.

use seatwarden_base::{Result, db::Tx};
use serde_json::json;

use super::{model::due, store};
use crate::{
    accounts::{
        notices::{self, Letter},
        users,
    },
    common::{
        audit,
        outbox::{MailKind, MailSwitch},
    },
    cx::{Cx, Permission, Person},
    licensing::{
        organisations::{self, MemberRole},
        packages::{self, Package, State},
    },
};

const MAIL: MailKind = MailKind::new("expiry.mail", MailSwitch::LicensesEnding);

/// How many of the staff are mailed at most.
const STAFF_MAX: i64 = 50;

/// Mails the owners of every license that ends in 90, 30, 14, 7 days or one, and the vendor's staff who may renew it; each
/// once.
/// Called several times a day; running again mails nothing twice.
pub async fn tell(cx: &Cx) -> Result<()> {
    if !cx.config.license_server.enabled {
        return Ok(());
    }
    let mut after = String::new();
    loop {
        let (found, next) = packages::list(cx, "", &after).await?;
        for package in &found {
            tell_of(cx, package).await?;
        }
        match next {
            Some(next) => after = next,
            None => return Ok(()),
        }
    }
}

async fn tell_of(cx: &Cx, package: &Package) -> Result<()> {
    let Some(ends_at_ms) = package.terms.valid_until_ms.filter(|_| package.terms.state == State::Active)
    else {
        return Ok(());
    };
    let Some(days) = due(ends_at_ms, cx.now_ms) else { return Ok(()) };
    let mut tx = cx.db.write().await?;
    if !store::insert(&mut tx, &package.id, ends_at_ms, days, cx.now_ms).await? {
        return Ok(());
    }
    let organisation = organisations::find_in(&mut tx, &package.organisation_id).await?;
    for member in organisations::members_in(&mut tx, &organisation.id).await? {
        if member.role == MemberRole::Owner && member.active {
            let person = users::find_in(&mut tx, &member.user_id).await?.person;
            mail(&mut tx, cx, &person, package, (ends_at_ms, &organisation.name, "/portal")).await?;
        }
    }
    for person in users::who_may(&mut tx, Permission::LicensesManage, STAFF_MAX).await? {
        let path = format!("/issuer/packages/{}", package.code);
        mail(&mut tx, cx, &person, package, (ends_at_ms, &organisation.name, &path)).await?;
    }
    let event = audit::Event::new("expiry.tell", "package", &package.id);
    audit::record(&mut tx, cx, event.after(json!({ "days": days }))).await?;
    tx.commit().await?;
    cx.jobs.nudge();
    Ok(())
}

async fn mail(
    tx: &mut Tx,
    cx: &Cx,
    person: &Person,
    package: &Package,
    (ends_at_ms, organisation, path): (i64, &str, &str),
) -> Result<()> {
    let name = package.terms.name.clone();
    notices::send(tx, cx, person, &person.email, |t| Letter {
        kind: MAIL,
        subject: t.expiry_subject(name.clone(), t.date(ends_at_ms)),
        paragraphs: vec![t.expiry_lead(
            name,
            package.code.clone(),
            organisation.to_owned(),
            t.date(ends_at_ms),
        )],
        button: Some((t.expiry_button(), format!("{}{path}", cx.public_url()))),
        code: None,
        after: vec![t.expiry_after(package.terms.grace_days)],
        secret_ends_at_ms: None,
    })
    .await
}
