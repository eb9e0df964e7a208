//! Checking an `x-api-key`: from memory if it was good a moment ago and nothing changed since, else with all that
//! a sign-in costs.

use std::sync::Arc;

use seatwarden_base::{Refusal, Result};

use super::{
    access::ApiAccess,
    key::{BAD_KEY, Claims, Reader, SWITCHED_OFF},
    store::{self, Facts},
    warm::{Good, Key},
};
use crate::{
    accounts::{
        passwords::{self, Guess, LastFailure},
        setup::Installed,
        sign_in, users,
    },
    common::{
        rate_limits::{self, Limit},
        settings,
    },
    cx::{Cx, Proof, SignedIn},
};

/// Who is behind an `x-api-key` header. Refuses with `api_v09.bad_key`, `api_v09.key_off`, or while the guesser
/// must wait.
pub async fn identify(cx: &Cx, header: &str) -> Result<Arc<SignedIn>> {
    let known = known(cx, header).await?;
    // On the heap, because it is rare and large: a whole sign-in.
    let signed_in = if let Some(known) = known { known } else { Box::pin(check(cx, header)).await? };
    cx.used.note_api_key(cx, &signed_in.person.id);
    Ok(signed_in)
}

/// The caller, if the same name and password were right a moment ago from the same network, and nothing that
/// could change the answer has changed.
async fn known(cx: &Cx, header: &str) -> Result<Option<Arc<SignedIn>>> {
    // The state first: what is committed during the look-up makes another one.
    let state = cx.db.state();
    let Some(reader) = cx.api_keys.reader() else { return Ok(None) };
    let Ok(claims) = reader.read(header, cx.now_ms) else { return Ok(None) };
    let key = key(cx, &claims);
    let Some(good) = cx.api_keys.get(&key, cx.now_ms) else { return Ok(None) };
    let expired = good.expires_at_ms.is_some_and(|at_ms| at_ms <= cx.now_ms);
    if expired || !reader.is_in_time(&claims, cx.now_ms) {
        return Ok(None);
    }
    if state.is_some() && good.state == state && reader.state == state {
        return Ok(Some(good.signed_in));
    }
    let guess = Guess::new(good.signed_in.person.id.clone(), None);
    let keys = passwords::guess_keys(cx, &guess);
    let mut tx = cx.db.read().await?;
    let facts = store::find(&mut tx, &users::name_key(&claims.email), &keys).await?;
    let Some(facts) = facts.filter(|facts| still_holds(cx, &reader, &good, facts)) else {
        return Ok(None);
    };
    let good = Good { state, signed_in: Arc::new(SignedIn::new(facts.person, Proof::ApiKey)), ..good };
    cx.api_keys.confirm(key, &good, &reader);
    Ok(Some(good.signed_in))
}

/// Whether a sign-in with the same name and password would be let in, as the hash has not changed.
fn still_holds(cx: &Cx, reader: &Reader, good: &Good, facts: &Facts) -> bool {
    let person = &facts.person;
    let last = LastFailure { at_ms: facts.failed_at_ms, blocked_until_ms: facts.blocked_until_ms };
    person.id == good.signed_in.person.id
        && person.active
        && person.origin.has_password()
        && facts.locked_at_ms.is_none()
        && facts.expires_at_ms == good.expires_at_ms
        && passwords::version_of(&facts.stored) == good.version
        && (facts.access_version, facts.installation_version) == reader.versions
        && !passwords::holds_up(cx, &last, facts.address_full_at_ms)
}

/// Checks a key with all that a sign-in costs, and keeps it if it was good.
async fn check(cx: &Cx, header: &str) -> Result<Arc<SignedIn>> {
    let state = cx.db.state();
    let reader = Arc::new(reader(cx).await?);
    let claims = match reader.read(header, cx.now_ms) {
        Ok(claims) if reader.is_in_time(&claims, cx.now_ms) => claims,
        _ => return Err(wrong(cx).await?.into()),
    };
    let (person, good) = sign_in::by_api_key(cx, &claims.email, &claims.password)
        .await
        .map_err(|error| if error.is(&sign_in::WRONG) { BAD_KEY.into() } else { error })?;
    let signed_in = Arc::new(SignedIn::new(person, Proof::ApiKey));
    if let Some((version, expires_at_ms)) = good {
        let good = Good { signed_in: signed_in.clone(), version, expires_at_ms, state, at_ms: cx.now_ms };
        cx.api_keys.put(key(cx, &claims), good, reader);
    }
    Ok(signed_in)
}

fn key(cx: &Cx, claims: &Claims) -> Key {
    cx.api_keys.key(&rate_limits::network(&cx.request.ip), claims)
}

/// What keys are read with now. Refuses with `api_v09.key_off`.
async fn reader(cx: &Cx) -> Result<Reader> {
    let state = cx.db.state();
    let mut tx = cx.db.read().await?;
    let access = settings::get_versioned::<ApiAccess>(&mut tx).await?;
    if !access.value.is_enabled(&cx.config.x_api_key) {
        return Err(SWITCHED_OFF.into());
    }
    let installed = Installed::read(cx).await?;
    let window_seconds = access.value.window_seconds(&cx.config.x_api_key);
    Ok(Reader::new(&installed, window_seconds, (access.version, installed.version), state))
}

/// Counts a key that was not signed here, or not now: the network it came from gets no further than so many.
async fn wrong(cx: &Cx) -> Result<Refusal> {
    let limit = Limit::per_minute(cx.config.sign_in.address_burst, cx.config.sign_in.address_per_minute);
    let bucket = rate_limits::key("api_v09.address", &rate_limits::network(&cx.request.ip));
    // Looked at first, so that one who goes on asking makes nobody else wait for the writer.
    let mut reading = cx.db.read().await?;
    let taken = match rate_limits::check(&mut reading, &bucket, limit, cx.now_ms).await {
        Ok(()) => {
            let mut tx = cx.db.write().await?;
            let taken = rate_limits::take(&mut tx, &bucket, limit, cx.now_ms).await;
            tx.commit().await?;
            taken
        }
        refused => refused,
    };
    taken.map(|()| BAD_KEY)
}
