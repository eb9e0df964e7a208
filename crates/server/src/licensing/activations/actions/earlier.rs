//! Files that were given for a slot before the one that it has now. What works goes on to count (decision 0034).

use seatwarden_base::{Refusal, Result, db::Tx};
use serde_json::json;

use super::{
    super::{
        mails,
        model::{Mode, ServerView, TAKEOVER_TOO_SOON},
        paper,
        store::{self, Earlier},
    },
    reset::crowded_until_ms,
};
use crate::{
    common::audit,
    cx::Cx,
    licensing::{packages::Package, signing_keys},
};

/// The file that a server has now, as an earlier one.
fn file_of(server: &ServerView, is_elsewhere: bool) -> Earlier {
    Earlier {
        file_id: server.file_id.clone(),
        package_id: server.package_id.clone(),
        activation_id: server.activation_id.clone(),
        device_key: server.device_key.clone(),
        is_offline: server.mode != Mode::Online,
        is_elsewhere,
        counter: server.counter,
        until_ms: server.lease_until_ms,
    }
}

/// Remembers what a server ran by until now, before it gets another file. If that may run on another machine, it counts
/// as one without a slot, of which there are as many as the license has; a machine that was set up anew is one of them.
/// Answers the refusal if there are as many already. Of one that comes back, and of one place that is taken again and
/// again, the owners are told.
pub(super) async fn replace(
    tx: &mut Tx,
    cx: &Cx,
    package: &Package,
    before: &ServerView,
    after: &mut ServerView,
) -> Result<Option<Refusal>> {
    let is_key_again = after.mode == Mode::Voucher || before.device_key.starts_with(paper::VOUCHER_KEY);
    let is_taken_over = before.device_key != after.device_key;
    if is_taken_over {
        after.cloned_at_ms = before.cloned_at_ms;
    }
    let earlier = store::list_earlier(tx, &before.activation_id, cx.now_ms).await?;
    let own = earlier.iter().filter(|file| is_taken_over && file.device_key == after.device_key);
    // One that was given back holds its slot for other files only.
    if before.file_id.is_empty() || !before.is_live(cx.now_ms) {
        store::set_here(tx, &before.activation_id, own.map(|file| file.file_id.as_str())).await?;
        return Ok(None);
    }
    let is_elsewhere = is_taken_over || is_key_again;
    if is_taken_over && !is_key_again && earlier.iter().any(|file| file.is_elsewhere) {
        suspect(tx, cx, package, before).await?;
        after.cloned_at_ms = before.cloned_at_ms.or(Some(cx.now_ms));
    }
    // One without a slot is counted already, and so is a machine that takes its place again.
    let is_counted = before.slot_no.is_none() || own.clone().any(|file| file.is_elsewhere);
    if is_elsewhere
        && !is_counted
        && let Some(at_ms) = crowded_until_ms(tx, cx, package, 1).await?
    {
        return Ok(Some(TAKEOVER_TOO_SOON.with("when", cx.text().date_time(at_ms))));
    }
    store::set_here(tx, &before.activation_id, own.map(|file| file.file_id.as_str())).await?;
    keep(tx, cx, before, is_elsewhere).await?;
    if is_taken_over && before.mode != Mode::Online {
        let named = (before.file_id.clone(), before.lease_until_ms);
        signing_keys::revoke_files_in(tx, cx, &[named]).await?;
    }
    Ok(None)
}

/// Remembers the file that a server has, if it cannot be called back or runs elsewhere.
pub(super) async fn keep(tx: &mut Tx, cx: &Cx, server: &ServerView, is_elsewhere: bool) -> Result<()> {
    if server.file_id.is_empty() || (server.mode == Mode::Online && !is_elsewhere) {
        return Ok(());
    }
    store::insert_earlier(tx, &file_of(server, is_elsewhere), cx.now_ms).await
}

/// Writes that two machines seem to be one server, and tells the owners, once.
pub(super) async fn suspect(tx: &mut Tx, cx: &Cx, package: &Package, server: &ServerView) -> Result<()> {
    if server.cloned_at_ms.is_some() {
        return Ok(());
    }
    let seen = ServerView { cloned_at_ms: Some(cx.now_ms), ..server.clone() };
    store::set_seen(tx, &seen).await?;
    let event = audit::Event::new("activations.clone", "package", &package.id);
    audit::record(tx, cx, event.after(json!({ "server": server.id, "name": server.name }))).await?;
    mails::clone_suspected(tx, cx, package, &seen).await
}

/// Names the files of an activation without a network in the next bulletin, and forgets that they were given.
pub(super) async fn revoke(tx: &mut Tx, cx: &Cx, server: &ServerView, files: &[Earlier]) -> Result<()> {
    let mut named: Vec<(String, i64)> = files
        .iter()
        .filter(|file| file.is_offline)
        .map(|file| (file.file_id.clone(), file.until_ms))
        .collect();
    if server.mode != Mode::Online && !server.file_id.is_empty() {
        named.push((server.file_id.clone(), server.lease_until_ms));
    }
    if !named.is_empty() {
        signing_keys::revoke_files_in(tx, cx, &named).await?;
    }
    for file in files {
        store::delete_earlier(tx, &file.file_id).await?;
    }
    Ok(())
}
