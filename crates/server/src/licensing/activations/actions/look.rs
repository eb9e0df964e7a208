//! Looking at what counts.

use seatwarden_base::{Result, db::Tx};

use super::super::{
    model::{Displaced, Mode, PAGE, SLOTLESS_MAX, ServerView, UNKNOWN_SERVER, Usage},
    paper,
    store::{self, Voucher},
};
use crate::{
    cx::Cx,
    licensing::packages::{self, Package, Right},
};

/// The servers of a package that hold something or may run still, by the age of their activation, from the one after this
/// activation on; for whoever may see the package.
pub async fn servers(cx: &Cx, key: &str, after: &str) -> Result<Vec<ServerView>> {
    let mut tx = cx.db.read().await?;
    let package = seen(&mut tx, cx, key).await?;
    let mut servers = store::list(&mut tx, &package.id, after, PAGE).await?;
    servers.extend(store::list_released(&mut tx, &package.id, cx.now_ms, after, PAGE).await?);
    servers.sort_by(|one, other| one.activation_id.cmp(&other.activation_id));
    servers.truncate(usize::try_from(PAGE).unwrap_or(usize::MAX));
    Ok(servers)
}

/// The machines of a package whose places others took and that may run still, the soonest to end first; for whoever may
/// see the package.
pub async fn displaced(cx: &Cx, key: &str) -> Result<Vec<Displaced>> {
    let mut tx = cx.db.read().await?;
    let package = seen(&mut tx, cx, key).await?;
    let found = store::list_elsewhere(&mut tx, &package.id, cx.now_ms, PAGE).await?;
    let shown = found.into_iter().map(|file| Displaced {
        mode: match file.is_offline {
            _ if file.device_key.starts_with(paper::VOUCHER_KEY) => Mode::Voucher,
            true => Mode::Offline,
            false => Mode::Online,
        },
        server_id: file.server_id,
        name: file.name,
        file_id: file.file_id,
        since_ms: file.since_ms,
        until_ms: file.until_ms,
    });
    Ok(shown.collect())
}

/// One server of a package, for whoever may see the package. Refuses with `activations.unknown_server`.
pub async fn server(cx: &Cx, key: &str, server_id: &str) -> Result<ServerView> {
    let mut tx = cx.db.read().await?;
    let package = seen(&mut tx, cx, key).await?;
    store::find(&mut tx, &package.id, server_id).await?.ok_or_else(|| UNKNOWN_SERVER.into())
}

/// How many servers count, for whoever may see the package.
pub async fn usage(cx: &Cx, key: &str) -> Result<Usage> {
    let mut tx = cx.db.read().await?;
    let package = seen(&mut tx, cx, key).await?;
    usage_in(&mut tx, cx, &package).await
}

pub(super) async fn usage_in(tx: &mut Tx, cx: &Cx, package: &Package) -> Result<Usage> {
    let (used, offline, _) = store::count(tx, &package.id, cx.now_ms).await?;
    let slotless = store::list_slotless(tx, &package.id, cx.now_ms, SLOTLESS_MAX).await?;
    let uncounted = i64::try_from(slotless.len()).unwrap_or(i64::MAX);
    Ok(Usage { maximum: package.terms.limits.servers, used, offline, uncounted })
}

/// The offline keys of a package that hold a slot, for whoever may see it.
pub async fn offline_keys(cx: &Cx, key: &str) -> Result<Vec<Voucher>> {
    let mut tx = cx.db.read().await?;
    let package = seen(&mut tx, cx, key).await?;
    store::list_vouchers(&mut tx, &package.id, PAGE).await
}

async fn seen(tx: &mut Tx, cx: &Cx, key: &str) -> Result<Package> {
    let package = packages::find_in(tx, key).await?;
    packages::require_right(tx, cx, &package, Right::See).await?;
    Ok(package)
}

/// What a server holds, told to whoever has its license file: its package, and itself. Refuses with the rule that the
/// file breaks, or with `activations.unknown_server`.
pub async fn status(cx: &Cx, file_id: &str) -> Result<(Package, ServerView)> {
    let mut tx = cx.db.read().await?;
    let file_id = paper::checked_file_id(file_id)?;
    let server = store::find_by_file(&mut tx, &file_id).await?.ok_or(UNKNOWN_SERVER)?;
    Ok((packages::find_in(&mut tx, &server.package_id).await?, server))
}

/// The activation from which on the next page of servers begins; none if this was the last page.
pub(in super::super) fn next_after(servers: &[ServerView]) -> Option<&str> {
    let full = usize::try_from(PAGE).unwrap_or(usize::MAX);
    servers.get(full.saturating_sub(1)).map(|last| last.activation_id.as_str())
}
