//! Reset Activations, releasing one server, and what else people do to slots.

use seatwarden_base::{Result, db::Tx};
use serde_json::json;

use super::{
    super::{
        model::{
            DESTROYED_A_YEAR_MAX, Fate, IS_OFFLINE, IS_ONLINE, Mode, PAGE, Preview, RELEASE_TOO_SOON,
            RESET_TOO_SOON, SLOTLESS_MAX, ServerState, ServerView, TOO_MANY_DESTROYED, UNKNOWN_SERVER,
            YEAR_MS, fates,
        },
        store::{self, Event},
    },
    earlier, hand,
    look::usage_in,
};
use crate::{
    common::audit,
    cx::{Cx, Permission},
    licensing::packages::{self, Package, Right},
};

/// How long must be between two resets: a lease. Without it, more servers than twice the limit could run at once.
pub const fn reactivation_gap_ms(package: &Package) -> i64 {
    package.terms.lease_ms()
}

/// From when on so many servers more may run without a slot; none if they may now. At most as many as the license
/// allows do so at a time: otherwise more than twice as many could run at once.
pub(super) async fn crowded_until_ms(
    tx: &mut Tx,
    cx: &Cx,
    package: &Package,
    more: i64,
) -> Result<Option<i64>> {
    let slotless = store::list_slotless(tx, &package.id, cx.now_ms, SLOTLESS_MAX).await?;
    let running = i64::try_from(slotless.len()).unwrap_or(i64::MAX);
    let too_many = running + more.min(package.terms.limits.servers) - package.terms.limits.servers;
    let last = usize::try_from(too_many).unwrap_or_default().checked_sub(1);
    Ok(last.and_then(|last| slotless.get(last).or(slotless.last())).copied())
}

/// From when on the activations can be reset without the vendor; none if it is now.
async fn possible_at_ms(tx: &mut Tx, cx: &Cx, package: &Package) -> Result<Option<i64>> {
    let gap_ends_at_ms = package.last_reset_at_ms.map(|at_ms| at_ms + reactivation_gap_ms(package));
    let (.., running) = store::count(tx, &package.id, cx.now_ms).await?;
    let crowded_until_ms = crowded_until_ms(tx, cx, package, running).await?;
    Ok(gap_ends_at_ms.max(crowded_until_ms).filter(|at_ms| *at_ms > cx.now_ms))
}

/// What a reset would do now to each server. For the owners of the package and the vendor's staff.
pub async fn preview(cx: &Cx, key: &str) -> Result<Preview> {
    let mut tx = cx.db.read().await?;
    let package = packages::find_in(&mut tx, key).await?;
    packages::require_right(&mut tx, cx, &package, Right::Own).await?;
    preview_in(&mut tx, cx, &package).await
}

async fn preview_in(tx: &mut Tx, cx: &Cx, package: &Package) -> Result<Preview> {
    let usage = usage_in(tx, cx, package).await?;
    let servers = store::list(tx, &package.id, "", PAGE).await?;
    let shown = i64::try_from(servers.len()).unwrap_or(i64::MAX);
    let (all, wanting) =
        if shown < PAGE { (shown, 0) } else { store::count_servers(tx, &package.id, cx.now_ms).await? };
    let more = (all - shown).max(0);
    let of_shown = servers
        .iter()
        .filter(|it| it.is_live(cx.now_ms) || (it.slot_no.is_some() && it.mode != Mode::Online));
    let others = (wanting - i64::try_from(of_shown.count()).unwrap_or(i64::MAX)).max(0);
    let fates: Vec<Fate> = fates(&servers, others, package.terms.limits.servers, cx.now_ms);
    let mut servers: Vec<(ServerView, Fate)> = servers.into_iter().zip(fates).collect();
    let released = store::list_released(tx, &package.id, cx.now_ms, "", PAGE - shown.min(PAGE)).await?;
    servers.extend(released.into_iter().map(|server| (server, Fate::Ends)));
    Ok(Preview {
        used_before: usage.used,
        used_after: usage.offline,
        possible_at_ms: possible_at_ms(tx, cx, package).await?,
        servers,
        more,
    })
}

/// Resets the activations of a package: the counter is 0 again, but for what runs without a network. Whoever runs goes
/// on, and takes a slot at the next renewal if one is free. For the owners and the vendor's staff; refuses with
/// `activations.reset_too_soon` less than a lease after the last one, unless the staff says `overrides`, which is
/// recorded. Answers what it did.
pub async fn reset(cx: &Cx, key: &str, overrides: bool) -> Result<Preview> {
    let mut tx = cx.db.write().await?;
    let id = packages::find_in(&mut tx, key).await?.id;
    let package = packages::lock(&mut tx, &id).await?;
    packages::require_right(&mut tx, cx, &package, Right::Own).await?;
    let too_soon = possible_at_ms(&mut tx, cx, &package).await?;
    if let Some(at_ms) = too_soon {
        if !overrides {
            return Err(RESET_TOO_SOON.with("when", cx.text().date_time(at_ms)).into());
        }
        cx.require(Permission::LicensesManage)?;
    }
    let done = preview_in(&mut tx, cx, &package).await?;
    // The history names a thousand of them at most; the count is that of all.
    let carried_count = store::set_carried(&mut tx, &package.id).await?;
    packages::mark_reset(&mut tx, cx, &package).await?;
    if too_soon.is_some() {
        store::forgive_elsewhere(&mut tx, &package.id).await?;
    }
    let carried: Vec<&str> = done
        .servers
        .iter()
        .filter(|(server, _)| server.state == ServerState::Charged && server.mode == Mode::Online)
        .map(|(server, _)| server.id.as_str())
        .collect();
    let kind = if too_soon.is_some() { "override" } else { "reset" };
    keep(&mut tx, cx, &package, kind, (done.used_before, done.used_after), &carried).await?;
    let name = if too_soon.is_some() { "activations.override" } else { "activations.reset" };
    let event = audit::Event::new(name, "package", &package.id);
    let event = event.before(json!({ "used": done.used_before }));
    audit::record(
        &mut tx,
        cx,
        event.after(json!({ "used": done.used_after, "carriedCount": carried_count, "carried": carried })),
    )
    .await?;
    tx.commit().await?;
    Ok(done)
}

async fn keep(
    tx: &mut Tx,
    cx: &Cx,
    package: &Package,
    kind: &'static str,
    used: (i64, i64),
    servers: &[&str],
) -> Result<()> {
    let (user_id, user_name) = hand(cx);
    let (id, servers) = (cx.new_id()?, json!(servers).to_string());
    let by = (user_id.as_deref(), user_name.as_str());
    let event = Event { id: &id, package_id: &package.id, kind, user: by, used, servers: &servers };
    store::insert_event(tx, &event, cx.now_ms).await
}

/// Frees the slot of one server that has a network. It runs until its lease ends. For the owners and the vendor's
/// staff. Refuses with `activations.release_too_soon` if as many servers run without a slot as the license allows, with
/// `activations.unknown_server`, or with `activations.is_offline` if it cannot be told.
pub async fn release(cx: &Cx, key: &str, server_id: &str) -> Result<()> {
    let mut tx = cx.db.write().await?;
    let (package, server) = owned(&mut tx, cx, key, server_id).await?;
    if server.mode != Mode::Online {
        return Err(IS_OFFLINE.into());
    }
    let more = i64::from(server.slot_no.is_some() && server.is_live(cx.now_ms));
    if let Some(at_ms) = crowded_until_ms(&mut tx, cx, &package, more).await?.filter(|_| more > 0) {
        return Err(RELEASE_TOO_SOON.with("when", cx.text().date_time(at_ms)).into());
    }
    end(&mut tx, cx, &package, &server, ServerState::Released).await?;
    tx.commit().await
}

/// Says that the machine of a server without a network is gone for good, which frees its slot. Possible a few times a
/// year; every file that was given for the slot is named in the bulletins from then on. For the owners and the vendor's staff. Refuses with
/// `activations.too_many_destroyed`, `activations.is_online` or `activations.unknown_server`.
pub async fn declare_destroyed(cx: &Cx, key: &str, server_id: &str) -> Result<()> {
    let mut tx = cx.db.write().await?;
    let (package, server) = owned(&mut tx, cx, key, server_id).await?;
    if server.mode == Mode::Online {
        return Err(IS_ONLINE.into());
    }
    let since_ms = cx.now_ms - YEAR_MS;
    let so_far = store::count_events(&mut tx, &package.id, ServerState::Destroyed.word(), since_ms).await?;
    if so_far >= DESTROYED_A_YEAR_MAX && !cx.may(Permission::LicensesManage) {
        return Err(TOO_MANY_DESTROYED.with("maximum", DESTROYED_A_YEAR_MAX).into());
    }
    end(&mut tx, cx, &package, &server, ServerState::Destroyed).await?;
    let earlier = store::list_earlier(&mut tx, &server.activation_id, cx.now_ms).await?;
    earlier::revoke(&mut tx, cx, &server, &earlier).await?;
    tx.commit().await
}

/// Says that a server whose key two machines seemed to hold is one machine. For the owners and the vendor's staff.
pub async fn resolve_clone(cx: &Cx, key: &str, server_id: &str) -> Result<()> {
    let mut tx = cx.db.write().await?;
    let (package, server) = owned(&mut tx, cx, key, server_id).await?;
    store::set_seen(&mut tx, &ServerView { cloned_at_ms: None, ..server.clone() }).await?;
    let event = audit::Event::new("activations.resolve_clone", "package", &package.id);
    audit::record(&mut tx, cx, event.after(json!({ "server": server.id, "name": server.name }))).await?;
    tx.commit().await
}

async fn owned(tx: &mut Tx, cx: &Cx, key: &str, server_id: &str) -> Result<(Package, ServerView)> {
    let id = packages::find_in(tx, key).await?.id;
    let package = packages::lock(tx, &id).await?;
    packages::require_right(tx, cx, &package, Right::Own).await?;
    let server = store::find(tx, &package.id, server_id).await?.ok_or(UNKNOWN_SERVER)?;
    Ok((package, server))
}

/// Records a file that was given back though its slot stays held: by the machine that runs, or by another file.
pub(super) async fn note_return(tx: &mut Tx, cx: &Cx, package: &Package, server: &ServerView) -> Result<()> {
    let used = usage_in(tx, cx, package).await?.used;
    keep(tx, cx, package, OFFLINE_RETURN, (used, used), &[&server.id]).await?;
    let event = audit::Event::new("activations.return", "package", &package.id);
    let is = json!({ "server": server.id, "name": server.name, "slot": server.slot_no, "mode": server.mode.word() });
    audit::record(tx, cx, event.after(is)).await
}

/// The event of a machine without a network that gave its license back.
pub(super) const OFFLINE_RETURN: &str = "offline_return";

/// Ends an activation of a package that is locked, frees its slot, and records who did it.
pub(super) async fn end(
    tx: &mut Tx,
    cx: &Cx,
    package: &Package,
    server: &ServerView,
    state: ServerState,
) -> Result<()> {
    let before = usage_in(tx, cx, package).await?.used;
    if !store::set_over(tx, &server.activation_id, state, cx.now_ms).await? {
        return Err(UNKNOWN_SERVER.into());
    }
    if let Some(slot) = server.slot_no {
        store::insert_free(tx, &package.id, slot).await?;
    }
    let after = before - i64::from(server.slot_no.is_some());
    let (kind, name) = match state {
        ServerState::Returned if server.mode != Mode::Online => (OFFLINE_RETURN, "activations.return"),
        ServerState::Returned => ("return", "activations.return"),
        ServerState::Destroyed => ("destroyed", "activations.declare_destroyed"),
        _ => ("release", "activations.release"),
    };
    keep(tx, cx, package, kind, (before, after), &[&server.id]).await?;
    let event = audit::Event::new(name, "package", &package.id);
    let was = json!({ "server": server.id, "name": server.name, "slot": server.slot_no, "mode": server.mode.word() });
    audit::record(tx, cx, event.before(was)).await
}
