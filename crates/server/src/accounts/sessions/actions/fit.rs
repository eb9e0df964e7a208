//! Sessions that live by limits which changed under them: of the user's role, or of their groups. What is shorter stays.

use seatwarden_base::{Result, db::Tx};

use super::{
    super::{
        limits::{Life, limits},
        store::{self, manage, shorten},
    },
    manage::end_beyond,
};
use crate::{
    accounts::groups::{self, Shorten},
    common::audit,
    cx::Cx,
};

const MINUTE_MS: i64 = 60_000;
/// How many users are taken in one transaction.
const STEP: usize = 100;

/// Shortens a user's sessions to what their role and groups say now, and ends the oldest beyond the number of the role,
/// inside the action that changed either. The session that asks is the last to end.
pub async fn fit(tx: &mut Tx, cx: &Cx, user_id: &str) -> Result<()> {
    let event = fit_in(tx, cx, user_id).await?;
    audit::record_all(tx, cx, event.into_iter().collect()).await
}

/// The same, and the event that is to be recorded.
async fn fit_in(tx: &mut Tx, cx: &Cx, user_id: &str) -> Result<Option<audit::Event>> {
    if !store::find_has_any(tx, user_id).await? {
        return Ok(None);
    }
    let limits = limits(tx, cx).await?;
    let held = store::find_role(tx, user_id).await?;
    let of_groups_ms = groups::session_minutes_of(tx, user_id).await?.map(|minutes| minutes * MINUTE_MS);
    for remembered in [false, true] {
        let Life { idle_ms, life_ms } = limits.life(&held, remembered);
        let idle_ms = of_groups_ms.map_or(idle_ms, |of_groups_ms| idle_ms.min(of_groups_ms));
        shorten::set_shorter_of_user(tx, user_id, remembered, (idle_ms, life_ms)).await?;
    }
    end_beyond(tx, cx, user_id, limits.at_once(&held)).await
}

/// The same for everybody whom a change of a group concerns, step by step so that nobody waits for it. Called by a job;
/// running twice changes nothing more.
pub async fn fit_all(cx: &Cx, shorten: &Shorten) -> Result<()> {
    for part in shorten.users.chunks(STEP) {
        fit_each(cx, part).await?;
    }
    let Some(group_id) = &shorten.group else { return Ok(()) };
    let mut after = String::new();
    loop {
        let limit = i64::try_from(STEP).unwrap_or(i64::MAX);
        let users = manage::list_users_in(&mut cx.db.read().await?, group_id, &after, limit).await?;
        let Some(last) = users.last().cloned() else { return Ok(()) };
        fit_each(cx, &users).await?;
        after = last;
    }
}

async fn fit_each(cx: &Cx, users: &[String]) -> Result<()> {
    let mut tx = cx.db.write().await?;
    let mut events = Vec::new();
    for user_id in users {
        events.extend(fit_in(&mut tx, cx, user_id).await?);
    }
    audit::record_all(&mut tx, cx, events).await?;
    tx.commit().await
}
