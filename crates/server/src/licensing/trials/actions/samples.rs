//! What a trial instance has to show: a few people, and what they own. Made when the first visitor comes in.

use seatwarden_base::{Error, Result};

use crate::{
    accounts::{
        ownership::{self, NewObject, ObjectKind},
        users::{self, Credential, NewUser},
    },
    cx::{BaseRole, Cx},
};

/// The sample people: role, address, first and last name. The addresses are those kept for examples (RFC 2606).
const PEOPLE: [(BaseRole, &str, &str, &str); 3] = [
    (BaseRole::DataDesigner, "florence@sample.example", "Florence", "Nightingale"),
    (BaseRole::Contributor, "charles@sample.example", "Charles", "Minard"),
    (BaseRole::Consumer, "mary@sample.example", "Mary", "Somerville"),
];
/// What they own: which of them, kind, id on the platform, title.
const OWNED: [(usize, ObjectKind, &str, &str); 8] = [
    (0, ObjectKind::DataModel, "sample-orders", "Orders"),
    (0, ObjectKind::DataModel, "sample-customers", "Customers"),
    (0, ObjectKind::Notebook, "sample-forecast", "Forecast"),
    (1, ObjectKind::Folder, "sample-sales", "Sales"),
    (1, ObjectKind::Dashboard, "sample-region", "Sales by region"),
    (1, ObjectKind::Dashboard, "sample-pipeline", "Pipeline"),
    (1, ObjectKind::Dashboard, "sample-churn", "Churn"),
    (1, ObjectKind::Report, "sample-monday", "Monday report"),
];

/// Makes the samples, unless they are there. They need not be: whoever comes in is let in without them, too.
pub(super) async fn furnish(host: &Cx) -> Result<()> {
    match make(host).await {
        Err(Error::Refusal(refusal)) => {
            tracing::warn!(why = refusal.code, "the samples of the trial instance could not be made");
            Ok(())
        }
        made => made,
    }
}

async fn make(host: &Cx) -> Result<()> {
    let mut tx = host.db.write().await?;
    for (role, email, first_name, last_name) in PEOPLE {
        if users::person(&mut tx, email).await?.is_some() {
            return Ok(());
        }
        let new = users::check_new(NewUser {
            email: email.to_owned(),
            first_name: first_name.to_owned(),
            last_name: last_name.to_owned(),
            role: role.name().to_owned(),
            credential: Credential::None,
            active: Some(true),
            ..NewUser::default()
        })?;
        users::create_in(&mut tx, host, new, None).await?;
    }
    tx.commit().await?;
    let objects = OWNED.iter().filter_map(|(of, kind, external_id, title)| {
        let (_, owner, ..) = PEOPLE.get(*of)?;
        Some(NewObject {
            kind: kind.word().to_owned(),
            external_id: (*external_id).to_owned(),
            title: (*title).to_owned(),
            owner: (*owner).to_owned(),
            ..NewObject::default()
        })
    });
    ownership::register(host, objects.collect()).await.map(drop)
}
