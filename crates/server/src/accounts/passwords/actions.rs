//! Setting, checking and changing passwords, for every room that needs one.

use std::sync::Mutex;

use data_encoding::{BASE32_NOPAD, HEXLOWER};
use ring::digest;
use seatwarden_base::{Kind, Refusal, Result, db::Tx, secret::Secret};
use serde_json::json;

use super::{
    blocklist::Blocklist,
    context::{Context, WordKind},
    gates::Gates,
    guesses,
    hash_pool::{Arena, HashPool, Turn},
    held::{Confirmed, hold_own},
    legacy_md5::{BAD_HASH, Md5Hex},
    model::ChosenPolicy,
    organisation_rule::OrganisationRule,
    records::Records,
    rules::{self, Policy, RuleState},
    scheme::Hasher,
    store::{self, StoredPassword},
    stored::{Scheme, Stored},
};
use crate::{
    accounts::{
        api_tokens,
        notices::{self, Notice},
        one_time_links,
        sessions::{self, Started},
    },
    common::{audit, settings},
    cx::{Cx, LegacyPart, Permission, Person, Proof},
};

pub(super) use super::guesses::Guess;

/// The current password is not right.
pub const WRONG_CURRENT: Refusal = Refusal::new(Kind::Invalid, "passwords.wrong_current");
/// The two new passwords differ.
pub const NOT_THE_SAME: Refusal = Refusal::new(Kind::Invalid, "passwords.not_the_same").on("repeat_password");
/// The new password is the old one.
pub(super) const SAME_AS_OLD: Refusal =
    Refusal::new(Kind::Invalid, "passwords.same_as_old").on("new_password");
/// The organisation manages this user's password.
pub const BY_ORGANISATION: Refusal = Refusal::new(Kind::Conflict, "passwords.by_organisation");
/// Passwords given as md5 are switched off here.
pub(super) const MD5_OFF: Refusal = Refusal::new(Kind::Forbidden, "passwords.md5_off").on("hash");

const DAY_MS: i64 = 24 * 3_600_000;

/// Hashes and checks passwords: the threads and the parameters.
pub struct Passwords {
    /// The threads.
    pub pool: HashPool,
    /// Where those wait who check passwords of the same account.
    pub gates: Gates,
    /// Parameters and peppers.
    pub hasher: Hasher,
    /// Common and breached passwords, and those that the operator forbids.
    pub blocklist: Blocklist,
    /// The organisation's rule as it was last read: reading it anew costs more than checking with it.
    pub organisation: Mutex<Option<OrganisationRule>>,
    /// How many passwords are kept by each scheme.
    pub records: Records,
}

/// Whose password it is, for the rule that it must not be made of their own names.
#[derive(Clone, Copy, Debug, Default)]
pub struct About<'a> {
    /// E-mail address.
    pub email: &'a str,
    /// User name.
    pub user_name: &'a str,
    /// First name.
    pub first_name: &'a str,
    /// Last name.
    pub last_name: &'a str,
}

impl<'a> About<'a> {
    /// About this person.
    pub fn person(person: &'a Person) -> Self {
        Self {
            email: &person.email,
            user_name: &person.user_name,
            first_name: &person.first_name,
            last_name: &person.last_name,
        }
    }
}

/// A password that was checked and hashed, ready to be stored.
#[derive(Clone, Debug)]
pub struct Prepared {
    stored: Stored,
    /// Whether its owner must choose another at the next sign-in.
    pub must_change: bool,
    expires_at_ms: Option<i64>,
}

/// A right password, and what remains to be done about it.
#[derive(Clone, Debug)]
pub struct Verified {
    /// Whether another must be chosen before anything else.
    pub must_change: bool,
    /// Whether it has run out.
    pub expired: bool,
    /// Since when an administrator keeps the account locked, in milliseconds since the Unix epoch.
    pub locked_at_ms: Option<i64>,
    /// How many wrong passwords were given before this one, here or from anywhere.
    pub failures: i64,
    guess: Guess,
    old: String,
    expires_at_ms: Option<i64>,
    /// The end that it had as long as nobody used it; none if it has none of that sort, or is past it.
    unless_used: Option<i64>,
    upgraded: Option<Stored>,
}

impl Verified {
    /// Whether there is anything to write.
    pub const fn needs_settling(&self) -> bool {
        self.upgraded.is_some() || self.failures > 0
    }

    /// The version of the password, and when it runs out, in milliseconds since the Unix epoch; none if it gets a
    /// better stored form now.
    pub fn version(&self) -> Option<([u8; 32], Option<i64>)> {
        self.upgraded.is_none().then(|| (version_of(&self.old), self.expires_at_ms))
    }

    /// What will be stored once [`settle`] is through, for the transaction that relies on it.
    fn confirmed(&self, field: &'static str) -> Confirmed {
        let (stored, expires_at_ms) = match &self.upgraded {
            None => (&self.old, self.expires_at_ms),
            Some(stored) => (&stored.text, self.expires_at_ms.filter(|_| self.unless_used.is_none())),
        };
        Confirmed { version: version_of(stored), expires_at_ms, field }
    }
}

/// The version of a stored password: another if it was set anew, even to the same.
pub fn version_of(stored: &str) -> [u8; 32] {
    let mut version = [0; 32];
    version.copy_from_slice(digest::digest(&digest::SHA256, stored.as_bytes()).as_ref());
    version
}

/// The rules for new passwords as they stand now.
pub async fn policy(tx: &mut Tx, cx: &Cx) -> Result<Policy> {
    let chosen: ChosenPolicy = settings::get(tx).await?;
    chosen.over(&cx.config.passwords, &cx.passwords.organisation)
}

/// The words a password must not be made of.
pub(super) fn context(cx: &Cx, about: &About<'_>) -> Context {
    Context::new()
        .with(WordKind::Product, "seatwarden")
        .with(WordKind::Product, &cx.config.server.installation_name)
        .with_base_url(cx.public_url())
        .with_email(about.email)
        .with(WordKind::UserName, about.user_name)
        .with(WordKind::Name, about.first_name)
        .with(WordKind::Name, about.last_name)
}

/// Checks a new password against the rules and hashes it. The refusal names the rule and is blamed on
/// `field`. Slow: never inside a transaction.
pub async fn prepare(cx: &Cx, password: &Secret, about: &About<'_>, field: &'static str) -> Result<Prepared> {
    let policy = policy(&mut cx.db.read().await?, cx).await?;
    rules::check(&policy, &cx.passwords.blocklist, password, &context(cx, about), field)?;
    let stored = hash(cx, password, Turn::Next).await?;
    Ok(Prepared { stored, must_change: false, expires_at_ms: None })
}

/// The same for a password that somebody else gives: its owner chooses another at the next sign-in in a browser, if the
/// rules want that (PW-10).
pub async fn prepare_given(cx: &Cx, password: &Secret, about: &About<'_>, turn: Turn) -> Result<Prepared> {
    let chosen = check_given(cx, password, about).await?;
    let stored = hash(cx, password, turn).await?;
    Ok(Prepared { stored, must_change: chosen.replaces_given(&cx.config.passwords), expires_at_ms: None })
}

/// Only checks a password that somebody else gives against the rules, and says what was chosen of them.
pub async fn check_given(cx: &Cx, password: &Secret, about: &About<'_>) -> Result<ChosenPolicy> {
    let chosen: ChosenPolicy = settings::get(&mut cx.db.read().await?).await?;
    let policy = chosen.over(&cx.config.passwords, &cx.passwords.organisation)?;
    rules::check(&policy, &cx.passwords.blocklist, password, &context(cx, about), "password")?;
    Ok(chosen)
}

async fn hash(cx: &Cx, password: &Secret, turn: Turn) -> Result<Stored> {
    let (app, password) = (cx.app().clone(), password.clone());
    let hash = move |arena: &mut Arena| app.passwords.hasher.hash(arena, &app.random, &password);
    cx.passwords.pool.run_in_turn(turn, hash).await?
}

/// Refuses, with `passwords.same_as_old`, to replace a password that must be replaced by itself. Slow: never inside a
/// transaction.
pub async fn require_another(cx: &Cx, user_id: &str, new: &Secret) -> Result<()> {
    let found = store::find(&mut cx.db.read().await?, user_id).await?;
    let Some(found) = found.filter(|found| found.must_change) else { return Ok(()) };
    let (app, typed, stored) = (cx.app().clone(), new.clone(), read(&found)?);
    let compare = move |arena: &mut Arena| app.passwords.hasher.verify(arena, Some(&stored), &typed);
    let is_same = cx.passwords.pool.run(compare).await??.ok;
    if is_same { Err(SAME_AS_OLD.into()) } else { Ok(()) }
}

/// Makes up a password that must be replaced at the first sign-in in a browser and that runs out at a time, in
/// milliseconds since the Unix epoch. Nobody chose it, so no rule is asked. Slow: never inside a transaction.
pub async fn generate(cx: &Cx, expires_at_ms: i64) -> Result<(Secret, Prepared)> {
    // Four groups of four letters: easy to type off a mail, impossible to guess.
    let letters = BASE32_NOPAD.encode(&cx.random().bytes::<10>()?).to_lowercase();
    let password = Secret::new([&letters[..4], &letters[4..8], &letters[8..12], &letters[12..16]].join("-"));
    let stored = hash(cx, &password, Turn::Next).await?;
    Ok((password, Prepared { stored, must_change: true, expires_at_ms: Some(expires_at_ms) }))
}

/// Hashes a password that is good elsewhere and is taken over as it is: no rule is asked. Slow: never inside a
/// transaction.
pub async fn copy(cx: &Cx, password: &Secret) -> Result<Prepared> {
    let stored = hash(cx, password, Turn::Next).await?;
    Ok(Prepared { stored, must_change: false, expires_at_ms: None })
}

/// Takes over a password that another program of ours hashed: a PHC string of Argon2id without a pepper. Refuses with
/// `passwords.bad_hash`.
pub fn adopt(cx: &Cx, hash: &str) -> Result<Prepared> {
    let stored = cx.passwords.hasher.adopt(hash)?.ok_or(BAD_HASH)?;
    Ok(Prepared { stored, must_change: false, expires_at_ms: None })
}

/// Which rules a password being typed meets already; nothing of it is kept.
pub async fn strength(cx: &Cx, password: &Secret, about: &About<'_>) -> Result<Vec<RuleState>> {
    let mut reading = cx.db.read().await?;
    let policy = policy(&mut reading, cx).await?;
    rules::strength(&policy, &cx.passwords.blocklist, password, &context(cx, about))
}

/// Wraps a password that came as md5 (MD-01..MD-06): it runs out unless it is used, and one that is known
/// to be weak must be changed at the first sign-in.
pub async fn prepare_md5(cx: &Cx, md5: &Secret, turn: Turn) -> Result<Prepared> {
    cx.request.legacy.note(LegacyPart::Md5Hash);
    let digits = check_md5(cx, md5)?;
    let chosen: ChosenPolicy = settings::get(&mut cx.db.read().await?).await?;
    let must_change =
        cx.passwords.blocklist.knows_md5(&digits) || chosen.replaces_given(&cx.config.passwords);
    let app = cx.app().clone();
    let wrap = move |arena: &mut Arena| app.passwords.hasher.wrap_md5(arena, &app.random, &digits);
    let stored = cx.passwords.pool.run_in_turn(turn, wrap).await??;
    let days = i64::from(cx.config.passwords.md5_expiry_days);
    let expires_at_ms = (days > 0).then_some(cx.now_ms + days * DAY_MS);
    Ok(Prepared { stored, must_change, expires_at_ms })
}

/// The digits of an md5, if such passwords may be brought in.
pub fn check_md5(cx: &Cx, md5: &Secret) -> Result<Md5Hex> {
    if !cx.config.passwords.md5_import_allowed {
        return Err(MD5_OFF.into());
    }
    Md5Hex::parse(md5.reveal()).map_err(|_| BAD_HASH.on("hash").into())
}

/// Gives a user a password, inside another action. Every link that could set one ends.
pub async fn set(tx: &mut Tx, cx: &Cx, user_id: &str, new: Prepared) -> Result<()> {
    let password = StoredPassword {
        scheme: new.stored.scheme.name().to_owned(),
        stored: new.stored.text,
        must_change: new.must_change,
        expires_at_ms: new.expires_at_ms,
        set_at_ms: cx.now_ms,
        locked_at_ms: None,
    };
    store::set(tx, user_id, &password).await?;
    one_time_links::end_all(tx, user_id).await
}

/// Makes a user's password run out now, inside another action: whoever knows it must choose another by mail.
pub async fn expire(tx: &mut Tx, cx: &Cx, user_id: &str) -> Result<()> {
    store::set_expiry(tx, user_id, cx.now_ms).await
}

/// Demands another password at a user's next sign-in, inside another action. Returns whether they have one now.
pub async fn demand_another(tx: &mut Tx, user_id: &str) -> Result<bool> {
    store::set_must_change(tx, user_id).await
}

/// Why a user cannot sign in although the password may be right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lock {
    /// Too many wrong passwords; ends by itself.
    Guessing {
        /// When, in milliseconds since the Unix epoch.
        until_ms: i64,
    },
    /// An administrator did it.
    Administrator {
        /// Since when, in milliseconds since the Unix epoch.
        since_ms: i64,
    },
}

/// What keeps a user from signing in, if anything does.
pub async fn lock_of(tx: &mut Tx, cx: &Cx, user_id: &str) -> Result<Option<Lock>> {
    if let Some(since_ms) = store::find(tx, user_id).await?.and_then(|found| found.locked_at_ms) {
        return Ok(Some(Lock::Administrator { since_ms }));
    }
    let until_ms = guesses::locked_until(tx, user_id).await?;
    Ok(until_ms.filter(|until_ms| *until_ms > cx.now_ms).map(|until_ms| Lock::Guessing { until_ms }))
}

/// Locks a user who has a password, inside another action; every session ends.
pub async fn lock(tx: &mut Tx, cx: &Cx, user_id: &str) -> Result<()> {
    store::set_locked(tx, user_id, Some(cx.now_ms)).await?;
    sign_out_everywhere(tx, user_id).await
}

/// Unlocks a user inside another action, whoever or whatever locked them.
pub async fn unlock(tx: &mut Tx, user_id: &str) -> Result<()> {
    store::set_locked(tx, user_id, None).await?;
    guesses::unlock(tx, user_id).await
}

/// Whether a user ever had a password.
pub async fn exists(tx: &mut Tx, user_id: &str) -> Result<bool> {
    Ok(store::find(tx, user_id).await?.is_some())
}

/// Ends every session of a user and every token of the login call, inside another action; also the session
/// that asks for it, whose cookie may be in other hands as well.
pub async fn sign_out_everywhere(tx: &mut Tx, user_id: &str) -> Result<()> {
    sessions::end_all_of(tx, user_id, None).await?;
    api_tokens::end_of_sign_in(tx, user_id).await
}

/// The same, but the user's own session that asks for it goes on.
pub async fn sign_out_elsewhere(tx: &mut Tx, cx: &Cx, user_id: &str) -> Result<()> {
    sessions::end_all_of(tx, user_id, own_session(cx, user_id)).await?;
    api_tokens::end_of_sign_in(tx, user_id).await
}

/// The same, but the user's own session or token that asks for it goes on.
pub async fn sign_out_others(tx: &mut Tx, cx: &Cx, user_id: &str) -> Result<()> {
    sessions::end_all_of(tx, user_id, own_session(cx, user_id)).await?;
    api_tokens::end_of_other_sign_ins(tx, cx, user_id).await
}

/// The user's own session that asks, if one does.
fn own_session<'a>(cx: &'a Cx, user_id: &str) -> Option<&'a str> {
    match cx.signed_in().map(|signed_in| (&signed_in.person.id, &signed_in.proof)) {
        Ok((id, Proof::Session { id: session_id, .. })) if id == user_id => Some(session_id),
        _ => None,
    }
}

/// Checks a password. Without a user the same work is done on a dummy (ST-05). None if it is wrong; the
/// caller then records the failure. Refuses with `rate_limits.too_many` while the guesser must wait, and
/// with `passwords.busy` when too many are being checked.
pub async fn verify(
    cx: &Cx,
    guess: &Guess,
    user_id: Option<&str>,
    password: &Secret,
) -> Result<Option<Verified>> {
    let mut reading = cx.db.read().await?;
    let mut failures = guesses::check(&mut reading, cx, guess).await?;
    if guess.pass(&cx.passwords.gates).await? {
        // What those before led to counts for this one too.
        failures = guesses::check(&mut reading, cx, guess).await?;
    }
    let found = store::find(&mut reading, user_id.unwrap_or_default()).await?;
    let stored = found.as_ref().map(read).transpose()?;

    let (app, typed, asked) = (cx.app().clone(), password.clone(), stored.clone());
    let work = move |arena: &mut Arena| -> Result<_> {
        let hasher = &app.passwords.hasher;
        let verdict = hasher.verify(arena, asked.as_ref(), &typed)?;
        let upgraded = if verdict.ok && verdict.needs_rehash {
            Some(hasher.hash(arena, &app.random, &typed)?)
        } else {
            None
        };
        Ok((verdict.ok, upgraded))
    };
    let (right, upgraded) = cx.passwords.pool.run(work).await??;
    let (Some(found), true) = (found, right) else { return Ok(None) };

    let was_md5 = stored.is_some_and(|stored| stored.scheme == Scheme::Md5Argon2id);
    // The first sign-in after an import is the first moment the password itself can be judged (MD-05).
    let is_weak = was_md5 && {
        let policy = policy(&mut reading, cx).await?;
        rules::check(&policy, &cx.passwords.blocklist, password, &Context::new(), "password").is_err()
    };
    Ok(Some(Verified {
        must_change: found.must_change || is_weak,
        locked_at_ms: found.locked_at_ms,
        expired: found.expires_at_ms.is_some_and(|at_ms| at_ms <= cx.now_ms),
        unless_used: found.expires_at_ms.filter(|at_ms| was_md5 && *at_ms > cx.now_ms),
        failures,
        guess: guess.clone(),
        old: found.stored,
        expires_at_ms: found.expires_at_ms,
        upgraded,
    }))
}

fn read(found: &StoredPassword) -> Result<Stored> {
    Ok(Stored { scheme: Scheme::from_name(&found.scheme)?, text: found.stored.clone() })
}

/// Counts a wrong password, inside the action that records it.
pub async fn fail(tx: &mut Tx, cx: &Cx, guess: &Guess) -> Result<()> {
    guesses::fail(tx, cx, guess).await
}

/// Does what remains after a right password: forgets failures, and stores it anew if its stored form is
/// old (ST-03, MD-03). One that came as md5 no longer runs out; any other end, and a demand for another password, stays.
pub async fn settle(tx: &mut Tx, cx: &Cx, person: &Person, verified: &Verified) -> Result<()> {
    if verified.failures > 0 {
        guesses::succeed(tx, cx, &verified.guess).await?;
    }
    let Some(stored) = &verified.upgraded else { return Ok(()) };
    let scheme = stored.scheme.name();
    let anew = store::Anew {
        old: &verified.old,
        stored: &stored.text,
        scheme,
        must_change: verified.must_change,
        unless_used: verified.unless_used,
    };
    if store::set_stored(tx, &person.id, &anew).await? {
        let event = audit::Event::user("passwords.upgrade", &person.id).after(json!({ "scheme": scheme }));
        audit::record_as(tx, cx, event, Some(&person.id), &person.email).await?;
    }
    Ok(())
}

/// Checks the caller's own password before something that only its owner may do (SE-05). What is written on the strength of
/// it asks [`hold_own`](super::hold_own) whether it still holds. Refuses with `passwords.wrong_current`, blamed on `field`.
pub async fn confirm_own(cx: &Cx, password: &Secret, field: &'static str) -> Result<Confirmed> {
    let person = cx.person()?;
    if !person.origin.has_password() {
        return Err(BY_ORGANISATION.into());
    }
    let guess = Guess::own(&person.id);
    let verified = verify(cx, &guess, Some(&person.id), password).await?;
    let mut tx = cx.db.write().await?;
    if let Some(verified) = &verified {
        settle(&mut tx, cx, person, verified).await?;
    } else {
        guesses::fail(&mut tx, cx, &guess).await?;
        audit::record(&mut tx, cx, audit::Event::user("passwords.confirm_fail", &person.id)).await?;
    }
    tx.commit().await?;
    verified.map(|verified| verified.confirmed(field)).ok_or_else(|| WRONG_CURRENT.on(field).into())
}

/// Checks the caller's own password once more, for what needs it given a short while ago (SE-05). The session
/// gets a new token, which is returned for its cookie; none if the caller has no browser session. Refuses as
/// [`confirm_own`] does, and with `sessions.ended` if the session has ended meanwhile.
pub async fn confirm_session(cx: &Cx, password: &Secret, field: &'static str) -> Result<Option<Started>> {
    confirm_own(cx, password, field).await?;
    let mut tx = cx.db.write().await?;
    let token = sessions::confirm(&mut tx, cx).await?;
    audit::record(&mut tx, cx, audit::Event::user("passwords.confirm", &cx.person()?.id)).await?;
    tx.commit().await?;
    Ok(token)
}

/// The fields of the Password tab.
#[derive(Clone, Debug)]
pub struct Change {
    /// The password so far.
    pub current: Secret,
    /// The new one.
    pub new: Secret,
    /// The new one again.
    pub repeat: Secret,
    /// Whether the user's other sessions end.
    pub end_others: bool,
    /// Whether the user's API tokens end.
    pub end_tokens: bool,
}

/// Changes the caller's own password. The caller's session gets a new token, which is returned for its
/// cookie; every other session, with every other token of the login call, and every API token, ends if that was chosen. A
/// mail tells the owner. Refuses with `roles.needs_full_scope` a token that may less than its user: it would outlive what it
/// is made for; and as [`hold_own`] does whoever was shut out meanwhile. A password that must be set, at the sign-in or by a
/// link, comes through another door and needs no permission.
pub async fn change_own(cx: &Cx, change: &Change) -> Result<Option<Started>> {
    cx.require(Permission::ChangeOwnAccount)?;
    let person = cx.person()?.clone();
    cx.require_full_scope()?;
    if !person.origin.has_password() {
        return Err(BY_ORGANISATION.into());
    }
    if change.new != change.repeat {
        return Err(NOT_THE_SAME.into());
    }
    let confirmed = confirm_own(cx, &change.current, "current_password").await?;
    if change.new == change.current {
        return Err(SAME_AS_OLD.into());
    }
    let prepared = prepare(cx, &change.new, &About::person(&person), "new_password").await?;

    let mut tx = cx.db.write().await?;
    hold_own(&mut tx, cx, &confirmed).await?;
    set(&mut tx, cx, &person.id, prepared).await?;
    if change.end_others {
        // A script goes on as a browser does.
        sign_out_others(&mut tx, cx, &person.id).await?;
    }
    let ended = if change.end_tokens { api_tokens::end_all_of(&mut tx, &person.id).await? } else { 0 };
    let token = sessions::confirm(&mut tx, cx).await?;
    notices::tell(&mut tx, cx, &person, Notice::PasswordChanged).await?;
    let event = audit::Event::user("passwords.change", &person.id);
    audit::record(
        &mut tx,
        cx,
        event.after(json!({ "ended_others": change.end_others, "ended_tokens": ended })),
    )
    .await?;
    tx.commit().await?;
    cx.jobs.nudge();
    Ok(token)
}

/// Removes counters of failures that are forgotten. Called by the daily cleaning.
pub async fn clean(tx: &mut Tx, now_ms: i64) -> Result<u64> {
    store::delete_old_failures(tx, now_ms - 2 * DAY_MS).await
}

/// A name that nobody has, as the account of a guess: its hash, so that it is kept nowhere.
pub fn unknown_account(name_key: &str) -> String {
    HEXLOWER.encode(&digest::digest(&digest::SHA256, name_key.as_bytes()).as_ref()[..16])
}
