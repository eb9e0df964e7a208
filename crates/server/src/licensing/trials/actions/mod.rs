//! Signing a grant at the license server, noting who uses it, and taking one at the trial instance.

mod licenses;
mod samples;

use seatwarden_base::{Result, db::Tx};
use serde_json::json;

pub use licenses::{convert, extend, trial};

use super::{
    model::{BAD_GRANT, CLOSED, Grant, VISITORS_PAGE, Visitors},
    store,
};
use crate::{
    accounts::{
        sessions::{self, Started},
        users::{self, Credential, NewUser},
    },
    common::audit,
    cx::{BaseRole, Cx, Origin, Permission},
    licensing::packages,
};

/// How many licenses an event names, in whose histories it stands.
const NOTED_MAX: usize = 50;

/// Where the trial instance takes grants; none where no trial instance is set up.
fn entrance(cx: &Cx) -> Option<String> {
    let set = &cx.config.license_server;
    let is_set = !set.trial_url.is_empty() && !set.trial_secret.is_empty();
    is_set.then(|| format!("{}/trial/enter", set.trial_url.trim_end_matches('/')))
}

/// Somebody in the portal sets out for the Online Trial with the grant of their page: notes it, and answers where the
/// browser takes the grant. Refuses with `trials.closed`, or with `trials.bad_grant` if the grant is another person's,
/// so that nobody is sent there by a page of a stranger.
pub async fn start(cx: &Cx, text: &str) -> Result<String> {
    let person = cx.person()?;
    cx.require_own_eyes()?;
    let entrance = entrance(cx).ok_or(CLOSED)?;
    let grant = Grant::read(text, &cx.config.license_server.trial_secret, cx.now_ms)?;
    if grant.email != person.email {
        return Err(BAD_GRANT.into());
    }
    let mine = packages::list_mine(cx).await?;
    let mine: Vec<&str> = mine.iter().map(|package| package.id.as_str()).take(NOTED_MAX).collect();
    let mut tx = cx.db.write().await?;
    store::set_visited(&mut tx, &person.id, cx.now_ms).await?;
    let event = audit::Event::new("trials.start", "license_account", &person.id);
    audit::record(&mut tx, cx, event.after(json!({ "packages": mine }))).await?;
    tx.commit().await?;
    Ok(entrance)
}

/// Who went to the Online Trial, the last one first, from the one after this place on. For the vendor's staff.
pub async fn visitors(cx: &Cx, after: Option<(i64, String)>) -> Result<Visitors> {
    cx.require(Permission::LicensesRead)?;
    let (at_ms, id) = after.unwrap_or((i64::MAX, String::new()));
    let mut tx = cx.db.read().await?;
    let mut items = store::list_visitors(&mut tx, (at_ms, &id), VISITORS_PAGE + 1).await?;
    let full = usize::try_from(VISITORS_PAGE).unwrap_or(usize::MAX);
    let is_more = items.len() > full;
    items.truncate(full);
    let next = items.last().filter(|_| is_more).map(|last| (last.last_at_ms, last.user_id.clone()));
    Ok(Visitors { items, next })
}

/// A grant for the caller, and where it is posted in the end; none where no trial instance is set up.
pub fn grant(cx: &Cx) -> Result<Option<(String, String)>> {
    let set = &cx.config.license_server;
    let person = cx.person()?;
    cx.require_own_eyes()?;
    let Some(entrance) = entrance(cx) else { return Ok(None) };
    let names = (person.first_name.as_str(), person.last_name.as_str());
    let portal = &cx.request.origin;
    let grant = Grant::new(portal, &person.email, names, cx.new_id()?, cx.now_ms).sign(&set.trial_secret)?;
    Ok(Some((entrance, grant)))
}

/// Somebody came in by a grant.
pub struct Entered {
    /// The session that began.
    pub session: Started,
}

/// Takes a grant at the trial instance: the person is signed in, and added at the first time. They may what an Admin
/// may, but for what the trial withholds. `origin` is what the browser says of the page that posted it. Refuses with
/// `trials.closed` or `trials.bad_grant`.
pub async fn enter(cx: &Cx, text: &str, origin: Option<&str>) -> Result<Entered> {
    if !cx.config.trial.enabled {
        return Err(CLOSED.into());
    }
    let grant = Grant::read(text, &cx.config.trial.secret, cx.now_ms)?;
    if !grant.is_from(origin) {
        return Err(BAD_GRANT.into());
    }
    let mut host = Cx::host(cx.app().clone(), "trial")?;
    host.now_ms = cx.now_ms;
    samples::furnish(&host).await?;
    let mut tx = cx.db.write().await?;
    if !store::insert(&mut tx, &grant.jti, grant.exp * 1_000).await? {
        return Err(BAD_GRANT.into());
    }
    let person = match users::with_address(&mut tx, &grant.email).await? {
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
