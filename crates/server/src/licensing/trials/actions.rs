//! Signing a grant at the license server, and taking one at the trial instance.

use seatwarden_base::{Result, db::Tx};

use super::{
    model::{BAD_GRANT, CLOSED, Grant},
    store,
};
use crate::{
    accounts::{
        sessions::{self, Started},
        users::{self, Credential, NewUser},
    },
    common::audit,
    cx::{BaseRole, Cx, Origin},
};

/// A grant for the caller, and where it is posted; none where no trial instance is set up.
pub fn grant(cx: &Cx) -> Result<Option<(String, String)>> {
    let set = &cx.config.license_server;
    let person = cx.person()?;
    cx.require_own_eyes()?;
    if set.trial_url.is_empty() || set.trial_secret.is_empty() {
        return Ok(None);
    }
    let names = (person.first_name.as_str(), person.last_name.as_str());
    let grant = Grant::new(&person.email, names, cx.new_id()?, cx.now_ms).sign(&set.trial_secret)?;
    Ok(Some((format!("{}/trial/enter", set.trial_url.trim_end_matches('/')), grant)))
}

/// Somebody came in by a grant.
pub struct Entered {
    /// The session that began.
    pub session: Started,
}

/// Takes a grant at the trial instance: the person is signed in, and added at the first time. They may what an Admin
/// may, but for what the trial withholds. Refuses with `trials.closed` or `trials.bad_grant`.
pub async fn enter(cx: &Cx, text: &str) -> Result<Entered> {
    if !cx.config.trial.enabled {
        return Err(CLOSED.into());
    }
    let grant = Grant::read(text, &cx.config.trial.secret, cx.now_ms)?;
    let mut tx = cx.db.write().await?;
    if !store::insert(&mut tx, &grant.jti, grant.exp * 1_000).await? {
        return Err(BAD_GRANT.into());
    }
    let person = match users::person(&mut tx, &grant.email).await? {
        Some(person) if person.origin == Origin::Sso && person.active => person,
        // Whoever runs the instance signs in with a password.
        Some(_) => return Err(BAD_GRANT.into()),
        None => {
            let new = users::check_new(NewUser {
                email: grant.email,
                first_name: grant.first_name,
                last_name: grant.last_name,
                role: BaseRole::Admin.name().to_owned(),
                credential: Credential::None,
                active: Some(true),
                origin: Some(Origin::Sso),
                ..NewUser::default()
            })?;
            let mut host = Cx::host(cx.app().clone(), "trial")?;
            host.now_ms = cx.now_ms;
            users::create_in(&mut tx, &host, new, None).await?.person
        }
    };
    let session = sessions::start(&mut tx, cx, &person.id, false).await?;
    users::set_signed_in(&mut tx, cx, &person.id).await?;
    let event = audit::Event::user("trials.enter", &person.id);
    audit::record_as(&mut tx, cx, event, Some(&person.id), &person.email).await?;
    tx.commit().await?;
    Ok(Entered { session })
}

/// Forgets grants that have run out. Called by the daily cleaning.
pub async fn clean(tx: &mut Tx, now_ms: i64) -> Result<u64> {
    store::delete_ended(tx, now_ms).await
}
