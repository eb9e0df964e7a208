//! Reading, changing and resetting the policies, and the legacy key.

use seatwarden_base::{Error, Result, db::Tx, secret::Secret};
use serde::Serialize;
use serde_json::{Value, json};

use super::model::{
    BAD_KEY, Change, Changes, Group, OVERLAP_DAYS_MAX, OWN_KEY_MAX, OWN_KEY_MIN, Policies, SHOWN_BEFORE,
    difference, within,
};
use crate::{
    accounts::{roles, sessions, setup},
    common::{
        audit,
        settings::{self, CHANGED_MEANWHILE, Versioned},
    },
    cx::{Cx, Permission, Role},
    text::is_id,
};

/// All policies as they stand.
pub async fn read(cx: &Cx) -> Result<Policies> {
    cx.require(Permission::ManageSecurity)?;
    let mut tx = cx.db.read().await?;
    Ok(Policies {
        passwords: settings::get_versioned(&mut tx).await?,
        lockout: settings::get_versioned(&mut tx).await?,
        sessions: settings::get_versioned(&mut tx).await?,
        embedding: settings::get_versioned(&mut tx).await?,
        api_access: settings::get_versioned(&mut tx).await?,
        roles: roles::list(&mut tx).await?,
    })
}

/// Changes groups together, all or none; each that differs from before is an event with what differs. New
/// session limits hold for living sessions too, if they are lower. Refuses with `settings.changed_meanwhile`
/// if somebody was faster, and with what is wrong with a value.
pub async fn save(cx: &Cx, changes: Changes) -> Result<()> {
    change(cx, |_| Ok(changes)).await
}

/// Like [`save`], with changes that are made of what stands: nobody else changes it in between.
pub(super) async fn change(cx: &Cx, changes: impl FnOnce(&Policies) -> Result<Changes>) -> Result<()> {
    cx.require(Permission::ManageSecurity)?;
    let mut tx = cx.db.write().await?;
    let now_ms = cx.now_ms;
    let stored = Policies {
        passwords: settings::get_to_change(&mut tx, now_ms).await?,
        lockout: settings::get_to_change(&mut tx, now_ms).await?,
        sessions: settings::get_to_change(&mut tx, now_ms).await?,
        embedding: settings::get_to_change(&mut tx, now_ms).await?,
        api_access: settings::get_to_change(&mut tx, now_ms).await?,
        roles: roles::list(&mut tx).await?,
    };
    let mut changes = changes(&stored)?;
    if let Some(sessions) = &mut changes.sessions {
        let is_gone = |key: &str| is_id(key) && !stored.roles.iter().any(|role| role.id == key);
        let limits = &mut sessions.value.roles;
        limits.retain(|key, _| !is_gone(key));
        // A role that was just deleted keeps its own until a job drops them, and tells of it.
        let kept = stored.sessions.value.roles.iter().filter(|(key, _)| is_gone(key));
        limits.extend(kept.map(|(key, of_role)| (key.clone(), *of_role)));
    }
    let roles = &stored.roles;
    let sessions = set(&mut tx, cx, (&stored.sessions, roles), changes.sessions).await?;
    if sessions.is_some() {
        sessions::apply_limits_later(&mut tx, cx).await?;
    }
    let events = [
        set(&mut tx, cx, (&stored.passwords, roles), changes.passwords).await?,
        set(&mut tx, cx, (&stored.lockout, roles), changes.lockout).await?,
        sessions,
        set(&mut tx, cx, (&stored.embedding, roles), changes.embedding).await?,
        set(&mut tx, cx, (&stored.api_access, roles), changes.api_access).await?,
    ];
    for event in events.into_iter().flatten() {
        audit::record(&mut tx, cx, event).await?;
    }
    tx.commit().await?;
    cx.embedding.forget();
    cx.jobs.nudge();
    Ok(())
}

/// Writes a group; the event to be recorded, if anything changed.
async fn set<G: Group>(
    tx: &mut Tx,
    cx: &Cx,
    (before, roles): (&Versioned<G>, &[Role]),
    change: Option<Change<G>>,
) -> Result<Option<audit::Event>> {
    let Some(change) = change else { return Ok(None) };
    let after = change.value.checked(&cx.config, cx.is_secure())?;
    if before.version != change.version {
        return Err(CHANGED_MEANWHILE.into());
    }
    if before.value == after {
        return Ok(None);
    }
    after.check_new(&before.value)?;
    settings::set_if(tx, &after, change.version, cx.now_ms).await?;
    let (was, is) = difference(&value_of(&before.value.told(roles))?, &value_of(&after.told(roles))?);
    Ok(Some(audit::Event::new("security.change", "setting", G::WORD).before(was).after(is)))
}

pub(super) fn value_of(setting: &impl Serialize) -> Result<Value> {
    serde_json::to_value(setting).map_err(|cause| Error::fault("writing a setting", cause))
}

/// Tells the legacy key that the installation began with. Refuses with `security.shown_before`.
pub async fn show_key(cx: &Cx) -> Result<Secret> {
    cx.require(Permission::ManageSecurity)?;
    sessions::require_confirmed_in_browser(cx)?;
    let mut tx = cx.db.write().await?;
    let key = setup::show_x_api_key(&mut tx, cx).await?.ok_or(SHOWN_BEFORE)?;
    audit::record(&mut tx, cx, audit::Event::new("security.show_key", "x_api_key", "")).await?;
    tx.commit().await?;
    Ok(key)
}

/// Makes a new legacy key and tells it, this once; the one before works for so many days more. Refuses with
/// `security.out_of_range` beyond 365 days.
pub async fn rotate_key(cx: &Cx, overlap_days: u32) -> Result<Secret> {
    cx.require(Permission::ManageSecurity)?;
    sessions::require_confirmed_in_browser(cx)?;
    within(Some(overlap_days), &(0..=OVERLAP_DAYS_MAX), "overlapDays")?;
    let mut tx = cx.db.write().await?;
    let key = setup::rotate_x_api_key(&mut tx, cx, overlap_days).await?;
    let event = audit::Event::new("security.rotate_key", "x_api_key", "");
    audit::record(&mut tx, cx, event.after(json!({ "overlapDays": overlap_days }))).await?;
    tx.commit().await?;
    Ok(key)
}

/// Puts a legacy key of the caller's own in the place of the one before, which ends. Refuses with `security.bad_key`.
pub(super) async fn set_key(cx: &Cx, key: &Secret) -> Result<()> {
    cx.require(Permission::ManageSecurity)?;
    sessions::require_confirmed_in_browser(cx)?;
    let is_hex = key.reveal().bytes().all(|byte| byte.is_ascii_hexdigit());
    if !is_hex || !(OWN_KEY_MIN..=OWN_KEY_MAX).contains(&key.reveal().len()) {
        return Err(BAD_KEY.with("minimum", OWN_KEY_MIN).with("maximum", OWN_KEY_MAX).into());
    }
    let mut tx = cx.db.write().await?;
    setup::set_x_api_key(&mut tx, cx, key).await?;
    let event = audit::Event::new("security.set_key", "x_api_key", "");
    audit::record(&mut tx, cx, event).await?;
    tx.commit().await
}
