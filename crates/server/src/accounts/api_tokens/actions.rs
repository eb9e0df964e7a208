//! Making, recognising, rotating and revoking tokens.

use std::sync::{Arc, LazyLock};

use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use seatwarden_base::{Error, Result, db::Tx, secret::Secret};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{
    model::{
        ApiToken, BAD_EXPIRY, BAD_NAME, BAD_OVERLAP, BAD_SCOPE, BEYOND_OWN_SCOPE, CALLERS_MAX, Created,
        DAYS_MAX, HINT_LENGTH, Kind, NAME_MAX, NAMED_ONLY, NOT_BY_NAMED, NOT_FOUND, NOT_ROTATABLE, NewToken,
        PREFIX, SIGN_IN_TOKENS_MAX, TOO_MANY, TokenCaller, is_named_token, new_named_token, secret_hash,
    },
    store::{self, NewRow},
};
use crate::{
    accounts::{
        notices::{self, Notice, TokenChange},
        one_time_links, sessions,
    },
    common::audit,
    cx::{Cx, Origin, Permission, Person, Proof, Scopes, SignedIn},
    keys::Keys,
    known::Known,
    used::{LAG_MS, Thing, Use},
};

const DAY_MS: i64 = 24 * 3_600_000;
const MINUTE_MS: i64 = 60_000;
/// How long an old token works on beside its successor at most: 90 days.
const OVERLAP_HOURS_MAX: i64 = 24 * 90;
/// Longest signed token we read, in bytes.
const SIGNED_MAX: usize = 4_096;

/// What a signed token says (contract part 2.2). `apiSecret` is the id of its row.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Claims {
    user: String,
    #[serde(rename = "apiSecret")]
    api_secret: String,
    iat: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    exp: Option<i64>,
}

fn sign(cx: &Cx, key_id: &str, claims: &Claims) -> Result<Secret> {
    let key = cx.keys.tokens.with_id(key_id).ok_or(NOT_FOUND)?;
    let header = Header { kid: Some(key_id.to_owned()), ..Header::new(Algorithm::HS256) };
    jsonwebtoken::encode(&header, claims, &EncodingKey::from_secret(key))
        .map(Secret::new)
        .map_err(|cause| Error::fault("signing a token", cause))
}

/// The claims of a signed token. The algorithm is ours, whatever the token says (JW-01); its end is
/// checked by its row.
pub(crate) fn read(keys: &Keys, token: &str) -> Option<Claims> {
    if token.len() > SIGNED_MAX {
        return None;
    }
    let header = jsonwebtoken::decode_header(token).ok()?;
    let key = keys.tokens.with_id(header.kid.as_deref()?)?;
    jsonwebtoken::decode::<Claims>(token, &DecodingKey::from_secret(key), &RULES).ok().map(|data| data.claims)
}

static RULES: LazyLock<Validation> = LazyLock::new(|| {
    let mut rules = Validation::new(Algorithm::HS256);
    rules.required_spec_claims.clear();
    rules.validate_exp = false;
    rules.validate_aud = false;
    rules
});

/// Who holds this bearer token, if it lives and its user is active.
pub async fn identify(cx: &Cx, token: &str) -> Result<Option<Arc<SignedIn>>> {
    let hash = secret_hash(token);
    // The state first: what is committed during the look-up makes another one.
    let state = cx.db.state();
    let known = if let Some(known) = cx.known_tokens.get(&hash, state) {
        known
    } else {
        let Some(known) = find(cx, token, &hash).await? else { return Ok(None) };
        cx.known_tokens.put(hash, state, &known);
        known
    };
    if !known.lives_at(cx.now_ms) {
        return Ok(None);
    }
    if let Proof::Token { id, .. } = &known.signed_in.proof
        && known.seen_at_ms.is_none_or(|at_ms| cx.now_ms - at_ms >= LAG_MS)
    {
        cx.used.note(Thing::ApiToken, id, Use::of(cx, &known.signed_in.person.id));
    }
    Ok(Some(known.signed_in))
}

async fn find(cx: &Cx, token: &str, hash: &[u8; 32]) -> Result<Option<Known>> {
    let mut tx = cx.db.read().await?;
    if is_named_token(token) {
        return Ok(store::find_named(&mut tx, hash).await?.map(|found| found.known));
    }
    let Some(claims) = read(&cx.keys, token) else { return Ok(None) };
    let found = store::find(&mut tx, &claims.api_secret).await?;
    let is_same = |found: &store::Found| {
        found.known.signed_in.person.id == claims.user && found.created_at_ms / 1000 == claims.iat
    };
    Ok(found.filter(is_same).map(|found| found.known))
}

/// Hands out a token inside the API's login call.
pub async fn issue_for_sign_in(tx: &mut Tx, cx: &Cx, person: &Person) -> Result<Secret> {
    let days = i64::from(cx.config.api_tokens.login_token_days);
    let expires_at_ms = (days > 0).then_some(cx.now_ms + days * DAY_MS);
    let token = insert_signed(tx, cx, person, Kind::SignIn, expires_at_ms).await?;
    store::delete_beyond(tx, &person.id, Kind::SignIn, SIGN_IN_TOKENS_MAX).await?;
    Ok(token)
}

async fn insert_signed(
    tx: &mut Tx,
    cx: &Cx,
    person: &Person,
    kind: Kind,
    expires_at_ms: Option<i64>,
) -> Result<Secret> {
    let id = cx.new_id()?;
    let key_id = cx.keys.tokens.newest_id();
    let row = NewRow {
        id: &id,
        user_id: &person.id,
        kind,
        name: "",
        scope: Scopes::FULL,
        secret_hash: None,
        hint: "",
        key_id: Some(key_id),
        now_ms: cx.now_ms,
        expires_at_ms,
        made_by: None,
    };
    store::insert(tx, &row).await?;
    sign(cx, key_id, &claims(&person.id, &id, cx.now_ms, expires_at_ms))
}

fn claims(user_id: &str, id: &str, created_at_ms: i64, expires_at_ms: Option<i64>) -> Claims {
    Claims {
        user: user_id.to_owned(),
        api_secret: id.to_owned(),
        iat: created_at_ms / 1000,
        exp: expires_at_ms.map(|at_ms| at_ms / 1000),
    }
}

/// The single token of the caller's My Profile, if there is one. It can be shown at any time, by signing
/// the same claims again.
pub async fn profile_token(cx: &Cx) -> Result<Option<(ApiToken, Secret)>> {
    cx.require_own_eyes()?;
    profile_token_in(&mut cx.db.read().await?, cx).await
}

async fn profile_token_in(tx: &mut Tx, cx: &Cx) -> Result<Option<(ApiToken, Secret)>> {
    let person = cx.person()?;
    let tokens = store::list(tx, &person.id, Kind::Profile, cx.now_ms).await?;
    let Some(token) = tokens.into_iter().next() else { return Ok(None) };
    let key_id = store::find_key_id(tx, &token.id).await?.unwrap_or_default();
    let shown = claims(&person.id, &token.id, token.created_at_ms, token.expires_at_ms);
    // A signing key that is gone means that the token no longer works, so there is none to show.
    Ok(sign(cx, &key_id, &shown).ok().map(|secret| (token, secret)))
}

/// A service account has named tokens only: each has a scope and can have an end.
fn require_no_service(cx: &Cx) -> Result<()> {
    if cx.person()?.origin == Origin::Service { Err(NAMED_ONLY.into()) } else { Ok(()) }
}

/// Whoever found a named token must not get another for it that has no end and no name to revoke it by.
fn require_not_named(cx: &Cx) -> Result<()> {
    match &cx.signed_in()?.proof {
        Proof::Token { kind: Kind::Named, .. } => Err(NOT_BY_NAMED.into()),
        _ => Ok(()),
    }
}

/// The single token of the caller, made if there is none yet; the others go on. For clients that ask for it and
/// have no page to make it on. Refuses with `sessions.confirm_first` if it must be made, with `roles.not_allowed`, also
/// for tokens that may less than their user, and with `api_tokens.not_by_named` to whoever comes with a named token.
pub async fn first_profile_token(cx: &Cx) -> Result<(ApiToken, Secret)> {
    cx.require(Permission::ChangeOwnAccount)?;
    require_no_service(cx)?;
    require_not_named(cx)?;
    if let Some(known) = profile_token(cx).await? {
        return Ok(known);
    }
    sessions::require_confirmed_in_browser(cx)?;
    let days = i64::from(cx.config.api_tokens.legacy_token_days);
    let expires_at_ms = (days > 0).then_some(cx.now_ms + days * DAY_MS);
    let person = cx.person()?;
    let mut tx = cx.db.write().await?;
    one_time_links::hold_user(&mut tx, &person.id).await?;
    if let Some(known) = profile_token_in(&mut tx, cx).await? {
        // Another call made it a moment ago, and it is there once this one is through as well.
        tx.commit().await?;
        return Ok(known);
    }
    let secret = insert_signed(&mut tx, cx, person, Kind::Profile, expires_at_ms).await?;
    let mut tokens = store::list(&mut tx, &person.id, Kind::Profile, cx.now_ms).await?;
    let token = tokens.pop().ok_or(NOT_FOUND)?;
    let event = audit::Event::new("api_tokens.create", "api_token", &token.id);
    let after = json!({ "profile": true, "scope": token.scope.words(), "expires_at_ms": expires_at_ms });
    audit::record(&mut tx, cx, event.after(after)).await?;
    tell(&mut tx, cx, TokenChange::Renewed, "").await?;
    tx.commit().await?;
    cx.jobs.nudge();
    Ok((token, secret))
}

/// Makes the single token anew; every older one, those of the login call included, is dead at once
/// (contract part 2.8). The owner is told. Refuses with `sessions.confirm_first`, and with `api_tokens.not_by_named` to
/// whoever comes with a named token.
pub async fn renew_profile_token(cx: &Cx) -> Result<(ApiToken, Secret)> {
    cx.require(Permission::ChangeOwnAccount)?;
    require_no_service(cx)?;
    require_not_named(cx)?;
    // A script may renew with the token it holds (contract part 2.4); it ends with that.
    sessions::require_confirmed_in_browser(cx)?;
    let mut tx = cx.db.write().await?;
    let renewed = renew_profile_token_of(&mut tx, cx, cx.person()?).await?;
    tell(&mut tx, cx, TokenChange::Renewed, "").await?;
    tx.commit().await?;
    cx.jobs.nudge();
    Ok(renewed)
}

/// Like [`renew_profile_token`], inside another action and without a word to the owner.
pub async fn renew_profile_token_of(tx: &mut Tx, cx: &Cx, person: &Person) -> Result<(ApiToken, Secret)> {
    let days = i64::from(cx.config.api_tokens.legacy_token_days);
    let expires_at_ms = (days > 0).then_some(cx.now_ms + days * DAY_MS);
    store::delete_of_kind(tx, &person.id, Kind::Profile).await?;
    store::delete_of_kind(tx, &person.id, Kind::SignIn).await?;
    let secret = insert_signed(tx, cx, person, Kind::Profile, expires_at_ms).await?;
    let mut tokens = store::list(tx, &person.id, Kind::Profile, cx.now_ms).await?;
    let token = tokens.pop().ok_or(NOT_FOUND)?;
    audit::record(tx, cx, audit::Event::new("api_tokens.renew", "api_token", &token.id)).await?;
    Ok((token, secret))
}

/// The caller's named tokens, newest first.
pub async fn mine(cx: &Cx) -> Result<Vec<ApiToken>> {
    cx.require_own_account()?;
    cx.require_own_eyes()?;
    let mut tx = cx.db.read().await?;
    store::list(&mut tx, &cx.person()?.id, Kind::Named, cx.now_ms).await
}

/// Whether the caller may make a token that may do this. In a browser the password was given a short while ago, else
/// it refuses with `sessions.confirm_first`; a token makes only what may no more than itself, else it refuses with
/// `api_tokens.beyond_own_scope`.
fn require_maker(cx: &Cx, scope: Scopes) -> Result<()> {
    match &cx.signed_in()?.proof {
        Proof::Token { scope: own, .. } if own.covers(scope) => Ok(()),
        Proof::Token { .. } => Err(BEYOND_OWN_SCOPE.into()),
        Proof::Session { .. } | Proof::ApiKey | Proof::Job { .. } => sessions::require_confirmed(cx),
    }
}

/// Refuses with `sessions.confirm_first` unless the password was given a short while ago: in this browser, or by a script
/// that signed in with it.
pub async fn require_confirmed(tx: &mut Tx, cx: &Cx) -> Result<()> {
    if let Ok(signed_in) = cx.signed_in()
        && let Proof::Token { id, kind: Kind::SignIn, .. } = &signed_in.proof
    {
        let window_ms = i64::from(cx.config.sessions.confirm_minutes) * MINUTE_MS;
        let tokens = store::list(tx, &signed_in.person.id, Kind::SignIn, cx.now_ms).await?;
        if tokens.iter().any(|token| token.id == *id && cx.now_ms - token.created_at_ms < window_ms) {
            return Ok(());
        }
    }
    sessions::require_confirmed(cx)
}

/// Makes a named token for the caller, who is told by mail. One that a token makes ends with it, and no later. Refuses
/// as `require_maker` does, and what is wrong with name, scope or end.
pub async fn create(cx: &Cx, new: &NewToken) -> Result<Created> {
    cx.require(Permission::ChangeOwnAccount)?;
    require_maker(cx, Scopes::of_words(&new.scope).ok_or(BAD_SCOPE)?)?;
    let mut tx = cx.db.write().await?;
    let created = create_of(&mut tx, cx, cx.person()?, new).await?;
    tx.commit().await?;
    cx.jobs.nudge();
    Ok(created)
}

/// Makes a named token of a user, inside another action, which asks for permission. Refuses what is wrong with its
/// name, scope or end.
pub async fn create_of(tx: &mut Tx, cx: &Cx, person: &Person, new: &NewToken) -> Result<Created> {
    let name = new.name.trim();
    if name.is_empty() || name.chars().count() > NAME_MAX || name.chars().any(char::is_control) {
        return Err(BAD_NAME.with("maximum", NAME_MAX).into());
    }
    let scope = Scopes::of_words(&new.scope).ok_or(BAD_SCOPE)?;
    if !(0..=DAYS_MAX).contains(&new.days) {
        return Err(BAD_EXPIRY.with("maximum", DAYS_MAX).into());
    }
    let expires_at_ms = (new.days > 0).then_some(cx.now_ms + new.days * DAY_MS);
    let created = insert_named(tx, cx, person, (name, scope, expires_at_ms), None).await?;
    notices::tell(tx, cx, person, Notice::Token { change: TokenChange::Made, name }).await?;
    let event = audit::Event::new("api_tokens.create", "api_token", &created.id);
    let mut after = json!({ "name": name, "scope": scope.words(), "expires_at_ms": expires_at_ms });
    told_whose(cx, person, &mut after);
    audit::record(tx, cx, event.after(after)).await?;
    Ok(created)
}

/// Says whose token it is, if it is not the caller's own.
fn told_whose(cx: &Cx, person: &Person, after: &mut serde_json::Value) {
    if cx.person().map_or(true, |own| own.id != person.id) {
        after["user"] = json!(person.id);
    }
}

/// The token of the same user that the caller holds, if it is one, and when it ends: what it makes ends with it.
async fn maker(tx: &mut Tx, cx: &Cx, person: &Person) -> Result<(Option<String>, Option<i64>)> {
    let Ok(signed_in) = cx.signed_in() else { return Ok((None, None)) };
    match &signed_in.proof {
        Proof::Token { id, .. } if signed_in.person.id == person.id => {
            Ok((Some(id.clone()), store::find_end(tx, id).await?))
        }
        _ => Ok((None, None)),
    }
}

/// Adds a token, which may take the place of another. One that was replaced is not counted while it still works, so that
/// whoever has all that they may have can rotate each of them once.
async fn insert_named(
    tx: &mut Tx,
    cx: &Cx,
    person: &Person,
    (name, scope, expires_at_ms): (&str, Scopes, Option<i64>),
    replaced_id: Option<&str>,
) -> Result<Created> {
    // So that those that there are can be counted.
    one_time_links::hold_user(tx, &person.id).await?;
    let maximum = cx.config.api_tokens.per_user_max;
    let tokens = store::list(tx, &person.id, Kind::Named, cx.now_ms).await?;
    let is_counted =
        |token: &&ApiToken| token.replaced_by.is_none() && Some(token.id.as_str()) != replaced_id;
    let most = usize::try_from(maximum).unwrap_or(usize::MAX);
    if tokens.iter().filter(is_counted).count() >= most || tokens.len() >= most.saturating_mul(2) {
        return Err(TOO_MANY.with("maximum", maximum).into());
    }
    let (made_by, latest_ms) = maker(tx, cx, person).await?;
    let expires_at_ms = [expires_at_ms, latest_ms].into_iter().flatten().min();
    let id = cx.new_id()?;
    let token = new_named_token(cx.random())?;
    let row = NewRow {
        id: &id,
        user_id: &person.id,
        kind: Kind::Named,
        name,
        scope,
        secret_hash: Some(&secret_hash(&token)),
        hint: &token[..HINT_LENGTH],
        key_id: None,
        now_ms: cx.now_ms,
        expires_at_ms,
        made_by: made_by.as_deref(),
    };
    store::insert(tx, &row).await?;
    Ok(Created { id, token: Secret::new(token) })
}

/// Makes a successor for one of the caller's named tokens; the old one works for `overlap_hours` more,
/// so that every script can be moved without a gap. The owner is told. Refuses like [`create`].
pub async fn rotate(cx: &Cx, id: &str, overlap_hours: i64) -> Result<Created> {
    cx.require(Permission::ChangeOwnAccount)?;
    let mut tx = cx.db.write().await?;
    let tokens = store::list(&mut tx, &cx.person()?.id, Kind::Named, cx.now_ms).await?;
    let old = tokens.into_iter().find(|token| token.id == id).ok_or(NOT_FOUND)?;
    require_maker(cx, old.scope)?;
    let created = rotate_of(&mut tx, cx, cx.person()?, id, overlap_hours).await?;
    tx.commit().await?;
    cx.jobs.nudge();
    Ok(created)
}

/// Like [`rotate`], for a token of a user, inside another action, which asks for permission.
pub async fn rotate_of(
    tx: &mut Tx,
    cx: &Cx,
    person: &Person,
    id: &str,
    overlap_hours: i64,
) -> Result<Created> {
    if !(0..=OVERLAP_HOURS_MAX).contains(&overlap_hours) {
        return Err(BAD_OVERLAP.with("maximum", OVERLAP_HOURS_MAX).into());
    }
    let tokens = store::list(tx, &person.id, Kind::Named, cx.now_ms).await?;
    let old = tokens.into_iter().find(|token| token.id == id).ok_or(NOT_FOUND)?;
    if old.replaced_by.is_some() {
        return Err(NOT_ROTATABLE.into());
    }
    let life_ms = old.expires_at_ms.map(|at_ms| at_ms - old.created_at_ms);
    let expires_at_ms = life_ms.map(|life_ms| cx.now_ms + life_ms);
    let created = insert_named(tx, cx, person, (&old.name, old.scope, expires_at_ms), Some(id)).await?;
    let old_ends_at_ms = cx.now_ms + overlap_hours * 3_600_000;
    if !store::set_replaced(tx, id, &created.id, old_ends_at_ms).await? {
        return Err(Error::raced("rotating a token", "somebody else rotated or ended it meanwhile"));
    }
    store::set_made_by(tx, id, &created.id).await?;
    let notice = Notice::Token { change: TokenChange::Rotated, name: &old.name };
    notices::tell(tx, cx, person, notice).await?;
    let event = audit::Event::new("api_tokens.rotate", "api_token", id);
    let mut after = json!({ "replaced_by": created.id, "old_ends_at_ms": old_ends_at_ms });
    told_whose(cx, person, &mut after);
    audit::record(tx, cx, event.after(after)).await?;
    Ok(created)
}

/// Ends one of the caller's tokens at once, whatever their role lets them change: it only takes power away. The owner of a
/// named one is told. Refuses with `api_tokens.not_found`.
pub async fn revoke(cx: &Cx, id: &str) -> Result<()> {
    cx.require_own_account()?;
    end_own(cx, id).await
}

async fn end_own(cx: &Cx, id: &str) -> Result<()> {
    let user_id = cx.person()?.id.clone();
    let mut tx = cx.db.write().await?;
    let (kind, name) = store::delete(&mut tx, &user_id, id).await?.ok_or(NOT_FOUND)?;
    // The others end when a script signs out, or when the single token is made anew, which is told.
    if kind == Kind::Named {
        tell(&mut tx, cx, TokenChange::Revoked, &name).await?;
    }
    audit::record(&mut tx, cx, audit::Event::new("api_tokens.revoke", "api_token", id)).await?;
    tx.commit().await?;
    cx.jobs.nudge();
    Ok(())
}

async fn tell(tx: &mut Tx, cx: &Cx, change: TokenChange, name: &str) -> Result<()> {
    notices::tell(tx, cx, cx.person()?, Notice::Token { change, name }).await
}

/// Every living token of a user, for whoever looks after them; without their secrets. The caller asks for
/// permission.
pub async fn of_user(tx: &mut Tx, cx: &Cx, user_id: &str) -> Result<Vec<ApiToken>> {
    let mut tokens = Vec::new();
    for kind in [Kind::Profile, Kind::Named, Kind::SignIn] {
        tokens.extend(store::list(tx, user_id, kind, cx.now_ms).await?);
    }
    Ok(tokens)
}

/// Ends one token of a user inside another action. Refuses with `api_tokens.not_found`.
pub async fn end_of(tx: &mut Tx, user_id: &str, id: &str) -> Result<()> {
    if store::delete(tx, user_id, id).await?.is_some() { Ok(()) } else { Err(NOT_FOUND.into()) }
}

/// Ends the token that this call came with, and no other (contract part 16, point 8).
pub async fn end_presented(cx: &Cx) -> Result<()> {
    match &cx.signed_in()?.proof {
        Proof::Token { id, .. } => end_own(cx, &id.clone()).await,
        Proof::Session { .. } | Proof::ApiKey | Proof::Job { .. } => Ok(()),
    }
}

/// Whether a token was not ended since its holder was recognised, inside another action.
pub async fn exists(tx: &mut Tx, token_id: &str) -> Result<bool> {
    store::find_exists(tx, token_id).await
}

/// Like [`end_of_sign_in`], but the token that this call came with goes on, and with it what that one made and what made
/// that one.
pub async fn end_of_other_sign_ins(tx: &mut Tx, cx: &Cx, user_id: &str) -> Result<()> {
    let own = match cx.signed_in().map(|signed_in| &signed_in.proof) {
        Ok(Proof::Token { id, .. }) => id.as_str(),
        _ => "",
    };
    store::delete_of_sign_in(tx, user_id, own).await
}

/// Ends the tokens of the API's login call of a user inside another action; the others stay.
pub async fn end_of_sign_in(tx: &mut Tx, user_id: &str) -> Result<()> {
    store::delete_of_kind(tx, user_id, Kind::SignIn).await?;
    Ok(())
}

/// Ends every token of a user inside another action, named ones and the single one too; returns how many.
pub async fn end_all_of(tx: &mut Tx, user_id: &str) -> Result<u64> {
    store::delete_of_user(tx, user_id).await
}

/// Ends every token of the users with a role but the one that this call came with, inside another action; returns how
/// many.
pub async fn end_all_of_role(tx: &mut Tx, cx: &Cx, role_id: &str) -> Result<u64> {
    let own = match cx.signed_in().map(|signed_in| &signed_in.proof) {
        Ok(Proof::Token { id, .. }) => id.as_str(),
        _ => "",
    };
    store::delete_of_role(tx, role_id, own).await
}

/// Remembers that a token was used, and by whom.
pub async fn set_used(tx: &mut Tx, token_id: &str, at_ms: i64, ip: &str, agent: &str) -> Result<()> {
    store::set_used(tx, token_id, at_ms, ip, agent).await?;
    store::set_caller(tx, token_id, at_ms, ip, agent).await?;
    store::delete_callers_beyond(tx, token_id, CALLERS_MAX).await
}

/// Who used each of the caller's own tokens, the latest first; in the order of the tokens given.
pub async fn callers(cx: &Cx, tokens: &[ApiToken]) -> Result<Vec<Vec<TokenCaller>>> {
    let mut tx = cx.db.read().await?;
    let mut all = Vec::with_capacity(tokens.len());
    for token in tokens {
        all.push(store::list_callers(&mut tx, &token.id, CALLERS_MAX).await?);
    }
    Ok(all)
}

/// Removes tokens that ended more than 30 days ago. Called by the daily cleaning.
pub async fn clean(tx: &mut Tx, now_ms: i64) -> Result<u64> {
    store::delete_ended(tx, now_ms - 30 * DAY_MS).await
}

/// Ids of the users who hold a named token that begins with this text; at most `limit`. Without the
/// beginning that every named token has, nobody.
pub async fn holders(tx: &mut Tx, text: &str, limit: i64) -> Result<Vec<String>> {
    let shown: String = text.chars().take(HINT_LENGTH).collect();
    if !shown.starts_with(PREFIX) {
        return Ok(Vec::new());
    }
    store::list_holders(tx, &shown, &format!("{shown}\u{10ffff}"), limit).await
}

/// How many tokens of a user work.
pub async fn count_of(tx: &mut Tx, cx: &Cx, user_id: &str) -> Result<i64> {
    store::count_of_user(tx, user_id, cx.now_ms).await
}
