//! Making a set of codes, and coming back with one of them.

use seatwarden_base::{Result, db::Tx, secret::Secret};

use super::{
    model::{BY_CODE, CODES, PutOff, REMIND_DAYS, WRONG, hash, new_code},
    store,
};
use crate::{
    accounts::{
        notices::{self, Notice},
        one_time_links::{self, Purpose},
        passwords,
        sessions::Device,
        users,
    },
    common::{
        audit,
        rate_limits::{self, Limit},
        settings,
    },
    cx::{BaseRole, Cx, NOT_ALLOWED, Permission, Person},
};

/// Tries per network: ten, then one a minute.
const PER_ADDRESS: Limit = Limit { burst: 10, interval_ms: 60_000 };

/// How many of the caller's codes are unused.
pub async fn left(cx: &Cx) -> Result<i64> {
    let mut tx = cx.db.read().await?;
    store::count_left(&mut tx, &cx.person()?.id).await
}

/// Whether the reader is a Sys. Admin without codes who did not put the reminder off this week.
pub(super) async fn must_remind(cx: &Cx) -> Result<bool> {
    let person = cx.person()?;
    if person.role.base != BaseRole::Super || !person.origin.has_password() || cx.require_own_eyes().is_err()
    {
        return Ok(false);
    }
    let mut tx = cx.db.read().await?;
    let put_off: PutOff = settings::get(&mut tx).await?;
    let is_quiet = put_off.user_id == person.id && cx.now_ms < put_off.until_ms;
    Ok(!is_quiet && store::count_left(&mut tx, &person.id).await? == 0)
}

/// Puts the reminder off for [`REMIND_DAYS`] days.
pub(super) async fn put_off(cx: &Cx) -> Result<()> {
    cx.require(Permission::ManageSysAdmin)?;
    let user_id = cx.person()?.id.clone();
    let mut tx = cx.db.write().await?;
    let put_off = PutOff { user_id: user_id.clone(), until_ms: cx.now_ms + REMIND_DAYS * 24 * 3_600_000 };
    settings::set(&mut tx, &put_off, cx.now_ms).await?;
    audit::record(&mut tx, cx, audit::Event::user("recovery_codes.put_off", &user_id)).await?;
    tx.commit().await
}

/// Makes a new set for the caller, who gives the password again; the older set is dead. The codes are
/// known at this moment only. The owner is told: whoever else made them would have a way in that outlives the password. Refuses with
/// `roles.not_allowed` whoever is not the Sys. Admin, `passwords.wrong_current`, or `sessions.ended` if the caller's session
/// or token has ended meanwhile.
pub async fn make(cx: &Cx, current_password: &Secret) -> Result<Vec<Secret>> {
    cx.require(Permission::ManageSysAdmin)?;
    let user_id = cx.person()?.id.clone();
    let confirmed = passwords::confirm_own(cx, current_password, "current_password").await?;
    let mut tx = cx.db.write().await?;
    passwords::hold_own(&mut tx, cx, &confirmed).await?;
    // The role may have been passed on meanwhile.
    let person = users::find_in(&mut tx, &user_id).await?.person;
    if person.role.base != BaseRole::Super {
        return Err(NOT_ALLOWED.into());
    }
    store::delete_of(&mut tx, &user_id).await?;
    let mut codes = Vec::with_capacity(CODES);
    for _ in 0..CODES {
        let code = new_code(cx.random())?;
        store::insert(&mut tx, &user_id, &hash(&code), cx.now_ms).await?;
        codes.push(Secret::new(code));
    }
    let Device { browser, system, .. } = Device::of(&cx.request.user_agent);
    let notice = Notice::RecoveryCodesMade { browser: &browser, system: &system };
    notices::tell(&mut tx, cx, &person, notice).await?;
    audit::record(&mut tx, cx, audit::Event::user("recovery_codes.make", &user_id)).await?;
    tx.commit().await?;
    cx.jobs.nudge();
    Ok(codes)
}

/// Uses a code up and opens the page on which a new password is chosen: its path. The owner is told. Refuses with
/// `recovery_codes.wrong`.
pub async fn use_code(cx: &Cx, code: &str) -> Result<String> {
    let code_hash = hash(code);
    let mut tx = cx.db.write().await?;
    let address = rate_limits::key("recovery_codes.address", &rate_limits::network(&cx.request.ip));
    rate_limits::take(&mut tx, &address, PER_ADDRESS, cx.now_ms).await?;
    // Codes of whoever is not the Sys. Admin any more open nothing.
    let Some(person) = holder(&mut tx, &code_hash).await?.filter(|it| it.role.base == BaseRole::Super) else {
        let event = audit::Event::user("recovery_codes.fail", "");
        audit::record_as(&mut tx, cx, event, None, "anonymous").await?;
        // The try is spent.
        tx.commit().await?;
        return Err(WRONG.into());
    };
    if !store::set_used(&mut tx, &code_hash, cx.now_ms).await? {
        return Err(WRONG.into());
    }
    let made = one_time_links::make(&mut tx, cx, Purpose::Rescue, &person.id, BY_CODE).await?;
    let left = store::count_left(&mut tx, &person.id).await?;
    let Device { browser, system, .. } = Device::of(&cx.request.user_agent);
    let notice = Notice::RecoveryCodeUsed { left, browser: &browser, system: &system };
    notices::tell(&mut tx, cx, &person, notice).await?;
    let event = audit::Event::user("recovery_codes.use", &person.id);
    audit::record_as(&mut tx, cx, event, Some(&person.id), &person.email).await?;
    tx.commit().await?;
    cx.jobs.nudge();
    Ok(made.path(cx))
}

/// Whose unused code this is. Nobody changes them until the transaction ends: the user is locked before what is theirs.
async fn holder(tx: &mut Tx, code_hash: &[u8]) -> Result<Option<Person>> {
    let Some(user_id) = store::find_user_id(tx, code_hash).await? else { return Ok(None) };
    one_time_links::hold_user(tx, &user_id).await?;
    Ok(Some(users::find_in(tx, &user_id).await?.person))
}

/// Ends every code of a user inside another action; returns how many there were.
pub async fn end_all_of(tx: &mut Tx, user_id: &str) -> Result<u64> {
    store::delete_of(tx, user_id).await
}
