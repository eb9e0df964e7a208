//! A server that runs asks for its next lease.

use seatwarden_base::{Result, db::Tx};
use serde_json::json;

use super::{
    super::{
        mails,
        model::{
            AHEAD_MAX, DEVICE_MISMATCH, FILE_UNREADABLE, LIMIT, Mode, ServerState, ServerView,
            UNKNOWN_SERVER, VOUCHER_USED,
        },
        paper::{self, Next},
        store::{self, Earlier},
    },
    activate::check_clock,
    earlier,
    reset::end,
    slots::{full, numbers, part_rows, refusal_of, running_on, until_ms},
};
use crate::{
    common::{audit, idempotency},
    cx::Cx,
    licensing::{
        packages::{self, Package},
        signing_keys,
    },
};

/// How many packages one key may be activated with.
const OF_KEY_MAX: i64 = 20;

/// What a renewal led to.
#[derive(Clone, Debug)]
pub struct Renewed {
    /// The package.
    pub package: Package,
    /// The server.
    pub server: ServerView,
    /// The next lease.
    pub lease: String,
    /// The license file, if the package says something else by now, or a signer was revoked.
    pub license: Option<String>,
    /// Why there was no slot for it, if that is so: it runs until its lease ends. The text says what to do.
    pub displaced: Option<seatwarden_base::Refusal>,
}

/// Renews the lease of a server. One that a reset left without a slot takes one, if one is free; else it runs until its
/// lease ends. The same renewal sent again is answered alike. An old counter means that two machines hold one key: both
/// run on, and the owner is told. Refuses with what stands against the license or the request.
pub async fn renew(cx: &Cx, text: &str) -> Result<Renewed> {
    let next = paper::read_renewal(text)?;
    check_clock(cx, next.made_at_ms)?;
    let mut reading = cx.db.read().await?;
    let server = match known(&mut reading, &next).await {
        Ok(server) => server,
        Err(error) => {
            let elsewhere = store::find_elsewhere(&mut reading, &next.device_key).await?;
            drop(reading);
            if let Some(file) = elsewhere {
                shown_again(cx, &file).await?;
            }
            return Err(error);
        }
    };
    let package = packages::find_in(&mut reading, &server.package_id).await?;
    drop(reading);
    if let Some(refusal) = refusal_of(&package.terms, cx.now_ms, false) {
        return Err(refusal.into());
    }
    if server.last_request == next.digest {
        let is_displaced = server.state == ServerState::Displaced;
        return answer(cx, package, server, &next, is_displaced.then_some(LIMIT)).await;
    }
    let is_drifted = compared(&server, &next)?;
    let is_plain = server.state == ServerState::Charged
        && server.mode == Mode::Online
        && server.slot_no.is_some_and(|slot| slot <= package.terms.limits.servers)
        && next.counter == server.counter
        && !is_drifted;
    if is_plain && let Some(renewed) = plainly(cx, &package, &server, &next).await? {
        return answer(cx, package, renewed, &next, None).await;
    }
    let (package, server, displaced) = with_care(cx, &server, &next).await?;
    answer(cx, package, server, &next, displaced).await
}

/// A machine runs on whose place another one with the same name took: the owners are told.
async fn shown_again(cx: &Cx, file: &Earlier) -> Result<()> {
    let mut tx = cx.db.write().await?;
    let package = packages::lock(&mut tx, &file.package_id).await?;
    let Some(server) = store::find_activation(&mut tx, &file.activation_id).await? else { return Ok(()) };
    earlier::suspect(&mut tx, cx, &package, &server).await?;
    tx.commit().await
}

/// What a renewal would lead to.
#[derive(Clone, Debug)]
pub struct Foreseen {
    /// The package, as the next license file would tell it.
    pub package: Package,
    /// Until when the lease would last, in milliseconds since the Unix epoch.
    pub lease_until_ms: i64,
    /// Whether the server has a slot, or would take one.
    pub has_slot: bool,
}

/// What the renewal of a server would lead to. Nothing is changed, and its counter does not count. Refuses as [`renew`]
/// does.
pub async fn foresee(cx: &Cx, text: &str) -> Result<Foreseen> {
    let next = paper::read_renewal(text)?;
    check_clock(cx, next.made_at_ms)?;
    let mut reading = cx.db.read().await?;
    let server = known(&mut reading, &next).await?;
    let package = packages::find_in(&mut reading, &server.package_id).await?;
    let (used, ..) = store::count(&mut reading, &package.id, cx.now_ms).await?;
    drop(reading);
    if let Some(refusal) = refusal_of(&package.terms, cx.now_ms, false) {
        return Err(refusal.into());
    }
    compared(&server, &next)?;
    let maximum = package.terms.limits.servers;
    let has_slot = server.slot_no.map_or(used < maximum, |slot| slot <= maximum);
    let (_, lease_until_ms) = running_on(&package.terms, Mode::Online, &server, cx.now_ms);
    Ok(Foreseen { package, lease_until_ms, has_slot })
}

/// The activation that a renewal is about: by the machine's key; else by its file, for an offline key that is used over
/// the network for the first time.
async fn known(tx: &mut Tx, next: &Next) -> Result<ServerView> {
    let mut mine = store::list_by_key(tx, &next.device_key, OF_KEY_MAX).await?;
    if let Some(at) = mine.iter().position(|server| server.file_id == next.license) {
        return Ok(mine.swap_remove(at));
    }
    let of_file = store::find_by_file(tx, &next.license).await?;
    match (of_file, mine.into_iter().next()) {
        // An offline key counts for the machine that has it installed, whatever that machine held before.
        (Some(server), _) if server.device_key.starts_with(paper::VOUCHER_KEY) => Ok(server),
        (_, Some(first)) => Ok(first),
        (None, None) => Err(UNKNOWN_SERVER.into()),
        (Some(server), None) if server.mode == Mode::Voucher => Err(VOUCHER_USED.into()),
        (Some(_), None) => Err(DEVICE_MISMATCH.into()),
    }
}

/// Whether the machine has changed a little since it was activated. Refuses another machine, and a counter that no
/// server can have given.
fn compared(server: &ServerView, next: &Next) -> Result<bool> {
    if next.counter > server.counter.saturating_add(AHEAD_MAX) {
        return Err(FILE_UNREADABLE.with("why", "license_file.claim").into());
    }
    let paper::Compared { is_same, is_drifted } = paper::compare(server, next);
    if is_same || paper::is_unbound(server) { Ok(is_drifted) } else { Err(DEVICE_MISMATCH.into()) }
}

/// A server as it is after its renewal.
fn renewed(cx: &Cx, package: &Package, server: &ServerView, next: &Next) -> ServerView {
    ServerView {
        version: next.version.clone(),
        last_seen_at_ms: cx.now_ms,
        last_ip: cx.request.ip.clone(),
        lease_until_ms: until_ms(&package.terms, server.mode, cx.now_ms).max(server.lease_until_ms),
        // One that is ahead was renewed by a server that was set back since; it believes no lower number.
        counter: server.counter.max(next.counter).saturating_add(1),
        last_request: next.digest.clone(),
        ..server.clone()
    }
}

/// The usual renewal: nobody gets or loses a slot, so the package is not held. None if somebody was faster. That a
/// server was here stands in its row; the trail of acts would drown in it.
async fn plainly(cx: &Cx, package: &Package, server: &ServerView, next: &Next) -> Result<Option<ServerView>> {
    let after = with_file(cx, package, renewed(cx, package, server, next), next)?;
    let mut tx = cx.db.write().await?;
    if !store::set_renewed(&mut tx, &after, server.counter).await? {
        return Ok(None);
    }
    store::set_seen(&mut tx, &after).await?;
    idempotency::acted(&mut tx, cx).await?;
    tx.commit().await?;
    Ok(Some(after))
}

/// A new id for the file if the package says something else than the installed one. A machine that uses an offline key
/// and did not tell its salt keeps that key: no file can be bound to it.
fn with_file(cx: &Cx, package: &Package, server: ServerView, next: &Next) -> Result<ServerView> {
    let is_newest = paper::revision_of(&next.license) == Some(package.revision);
    if (is_newest || server.salt.is_empty()) && server.file_id == next.license {
        return Ok(server);
    }
    Ok(ServerView { file_id: paper::file_id(&cx.new_id()?, package.revision), ..server })
}

/// Every other renewal: with the package held, and recorded.
async fn with_care(
    cx: &Cx,
    seen: &ServerView,
    next: &Next,
) -> Result<(Package, ServerView, Option<seatwarden_base::Refusal>)> {
    let mut tx = cx.db.write().await?;
    let package = packages::lock(&mut tx, &seen.package_id).await?;
    let before = store::find(&mut tx, &package.id, &seen.id).await?.ok_or(UNKNOWN_SERVER)?;
    // Another machine may have been faster with the same offline key.
    let is_bound_now = before.device_key != next.device_key;
    if is_bound_now && !before.device_key.starts_with(paper::VOUCHER_KEY) {
        return Err(VOUCHER_USED.into());
    }
    let is_drifted = compared(&before, next)?;
    let is_cloned = next.counter < before.counter;
    let mut after = renewed(cx, &package, &before, next);
    let (mode, lease_until_ms) = running_on(&package.terms, Mode::Online, &before, cx.now_ms);
    after.mode = mode;
    let mut bound_until_ms = 0;
    if is_bound_now {
        (after, bound_until_ms) = bound(&mut tx, cx, &package, after, next).await?;
    }
    if is_cloned {
        after.cloned_at_ms = before.cloned_at_ms.or(Some(cx.now_ms));
    }
    let (slot_no, displaced) = place(&mut tx, cx, &package, &before).await?;
    after.slot_no = slot_no;
    if displaced.is_some() {
        after.state = ServerState::Displaced;
        after.lease_until_ms = before.lease_until_ms;
    } else {
        after.state = ServerState::Charged;
        after.epoch = package.reset_epoch;
        after.lease_until_ms = lease_until_ms.max(bound_until_ms);
        after = with_file(cx, &package, after, next)?;
    }
    if after.file_id != before.file_id {
        let had = ServerView { device_key: after.device_key.clone(), ..before.clone() };
        earlier::keep(&mut tx, cx, &had, false).await?;
    }
    if is_drifted || is_bound_now {
        after.parts.clone_from(&next.parts_json);
        store::delete_parts(&mut tx, &after.id).await?;
        store::insert_parts(&mut tx, part_rows(&package.id, &after.id, &next.parts)).await?;
    }
    if !store::set_activation(&mut tx, &after, package.terms.limits.servers).await? {
        return Err(UNKNOWN_SERVER.into());
    }
    store::set_server(&mut tx, &after, next.needed).await?;
    record(&mut tx, cx, &package, &before, &after).await?;
    if is_cloned && before.cloned_at_ms.is_none() {
        mails::clone_suspected(&mut tx, cx, &package, &after).await?;
    }
    tx.commit().await?;
    cx.jobs.nudge();
    Ok((package, after, displaced))
}

/// An offline key that is used over the network for the first time, bound to the machine that uses it. One that was
/// activated with the package before stays the same server, and gives up what it held: one slot per machine. What it held
/// without a network counts for its slot from now on; until when is the second that is answered.
async fn bound(
    tx: &mut Tx,
    cx: &Cx,
    package: &Package,
    key: ServerView,
    next: &Next,
) -> Result<(ServerView, i64)> {
    let server = ServerView { device_key: next.device_key.clone(), salt: next.salt.clone(), ..key };
    let known = store::find_known(tx, &package.id, &[&next.device_key]).await?.pop().flatten();
    let Some(known) = known else { return Ok((server, 0)) };
    let mut until_ms = 0;
    if let Some(held) = known.live {
        if held.mode != Mode::Online {
            until_ms = held.lease_until_ms;
        }
        earlier::keep(tx, cx, &held, false).await?;
        store::move_earlier(tx, &held.activation_id, &server.activation_id).await?;
        end(tx, cx, package, &held, ServerState::Released).await?;
    }
    store::set_server_of(tx, &server.activation_id, &known.server_id).await?;
    Ok((ServerView { id: known.server_id, ..server }, until_ms))
}

/// Which slot a server holds after its renewal, and the refusal to show if it holds none.
async fn place(
    tx: &mut Tx,
    cx: &Cx,
    package: &Package,
    before: &ServerView,
) -> Result<(Option<i64>, Option<seatwarden_base::Refusal>)> {
    let cap = package.terms.limits.servers;
    if before.slot_no.is_some_and(|slot| slot <= cap) {
        return Ok((before.slot_no, None));
    }
    if let Some(held) = before.slot_no {
        // The number of servers was lowered. It goes on for the grace; after that it needs a slot below the cap.
        let is_grace =
            package.lowered_at_ms.is_some_and(|at_ms| cx.now_ms < at_ms + package.terms.grace_ms());
        if is_grace {
            return Ok((before.slot_no, None));
        }
        store::insert_free(tx, &package.id, held).await?;
        store::set_slotless(tx, &before.activation_id).await?;
    }
    match numbers(tx, package, 1, cx.now_ms).await?.pop() {
        Some(slot) => Ok((Some(slot), None)),
        None => Ok((None, Some(full(tx, package).await?))),
    }
}

async fn record(
    tx: &mut Tx,
    cx: &Cx,
    package: &Package,
    before: &ServerView,
    after: &ServerView,
) -> Result<()> {
    let name = match (before.state, after.state) {
        _ if after.cloned_at_ms.is_some() && before.cloned_at_ms.is_none() => "activations.clone",
        (ServerState::Carried | ServerState::Displaced, ServerState::Charged) => "activations.adopt",
        (ServerState::Charged | ServerState::Carried, ServerState::Displaced) => "activations.displace",
        _ => "activations.renew",
    };
    let event = audit::Event::new(name, "package", &package.id);
    let was = json!({ "server": before.id, "state": before.state.word(), "slot": before.slot_no });
    let is =
        json!({ "server": after.id, "name": after.name, "state": after.state.word(), "slot": after.slot_no });
    audit::record(tx, cx, event.before(was).after(is)).await
}

async fn answer(
    cx: &Cx,
    package: Package,
    server: ServerView,
    next: &Next,
    displaced: Option<seatwarden_base::Refusal>,
) -> Result<Renewed> {
    let lease = paper::lease(cx, &package, &server, displaced.is_some()).await?;
    // Nobody knows which signer a machine's file is of: while some are revoked, each renewal brings the file anew. For an
    // offline key that did not tell its salt there is none.
    let is_new = server.file_id != next.license
        || (!server.salt.is_empty() && signing_keys::has_revoked_signers(cx).await?);
    let license = if is_new && displaced.is_none() {
        paper::license_if_valid(cx, &package, &server).await?
    } else {
        None
    };
    Ok(Renewed { package, server, lease, license, displaced })
}
