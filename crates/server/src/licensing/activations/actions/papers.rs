//! What goes by hand: requests of machines without a network, offline keys, and receipts of returns.

use seatwarden_base::{Result, db::Tx};
use seatwarden_license_file::{Kind, armor};
use serde_json::json;

use super::{
    super::{
        model::{
            BAD_LABEL, COUNTER_BEHIND, DEVICE_MISMATCH, FILE_REPLACED, FILE_UNREADABLE, INSTALL_MS,
            KEY_NOT_BOUND, LABEL_MAX, Mode, RETURNED_A_YEAR_MAX, ServerState, ServerView, TAKEOVER_TOO_SOON,
            TOO_MANY_RETURNED, UNKNOWN_SERVER, YEAR_MS,
        },
        paper::{self, Wish},
        store::{self, Earlier, Paper, Voucher},
    },
    activate::{ask, wanted},
    earlier,
    reset::{OFFLINE_RETURN, end, note_return},
    slots::charge,
};
use crate::{
    common::audit,
    cx::{Cx, Permission},
    licensing::{
        packages::{self, Package, Right},
        signing_keys,
    },
    text::{check_visible, name_key},
};

/// A key that any machine may install once.
#[derive(Clone, Debug)]
pub struct OfflineKey {
    /// With what it was made.
    pub package: Package,
    /// The slot it holds.
    pub server: ServerView,
    /// Until when it must be installed, in milliseconds since the Unix epoch.
    pub install_until_ms: i64,
    /// The key, in armor.
    pub text: String,
}

/// Answers the request that somebody carried from a machine without a network: it takes a slot, and the answer is the
/// license file, in armor. The same request gets the same answer. For whoever may activate the package. Refuses as
/// activating over the network does.
pub async fn submit_request(cx: &Cx, key: Option<&str>, text: &str) -> Result<(ServerView, String)> {
    let wish = paper::read_request(text)?;
    paper::check_ready(cx).await?;
    let mut tx = cx.db.write().await?;
    let package = held(&mut tx, cx, key.or(wish.package.as_deref())).await?;
    let server = match store::find_paper(&mut tx, &package.id, &wish.digest).await? {
        Some(activation_id) => {
            let server = store::find_activation(&mut tx, &activation_id).await?.ok_or(UNKNOWN_SERVER)?;
            // What was released or given back since does not come back by an old request.
            if server.last_request != wish.digest || !server.is_live(cx.now_ms) || server.slot_no.is_none() {
                return Err(FILE_REPLACED.into());
            }
            server
        }
        None => match take(&mut tx, cx, &package, wish).await {
            // That somebody tried is known afterwards.
            Err(error) if error.is(&TAKEOVER_TOO_SOON) => {
                tx.commit().await?;
                return Err(error);
            }
            taken => taken?,
        },
    };
    tx.commit().await?;
    let license = paper::license(cx, &package, &server, None).await?;
    note(cx, &server, &license).await?;
    let answer = paper::carried(&package, &server, &license);
    Ok((server, answer))
}

/// Remembers a file that is carried away, before anybody has it. Whoever asks again gets another one, which is
/// remembered too.
async fn note(cx: &Cx, server: &ServerView, license: &str) -> Result<()> {
    let mut tx = cx.db.write().await?;
    signing_keys::note_paper(&mut tx, cx, license, &server.file_id, server.lease_until_ms).await?;
    tx.commit().await
}

async fn take(tx: &mut Tx, cx: &Cx, package: &Package, wish: Wish) -> Result<ServerView> {
    let (digest, compact) = (wish.digest.clone(), wish.compact.clone());
    let asked = [ask(cx, package, wish, Mode::Offline)?];
    let server = charge(tx, package, &asked).await?.pop().ok_or(UNKNOWN_SERVER)??.server;
    let [asked] = asked;
    let kept = Paper {
        package_id: &package.id,
        digest: &digest,
        kind: "request",
        activation_id: &server.activation_id,
        text: &compact,
        user_id: asked.user.0.as_deref(),
    };
    store::insert_paper(tx, &kept, cx.now_ms).await?;
    Ok(server)
}

/// The package, held, for whoever may activate it.
async fn held(tx: &mut Tx, cx: &Cx, key: Option<&str>) -> Result<Package> {
    let id = wanted(tx, cx, key).await?.id;
    packages::lock(tx, &id).await
}

/// Refuses if there is no file at all.
pub(in super::super) fn require_file(text: &str) -> Result<()> {
    if text.is_empty() { Err(FILE_UNREADABLE.with("why", "license_file.nothing").into()) } else { Ok(()) }
}

/// The label of an offline key without blanks around. Refuses with `activations.bad_label`.
pub(in super::super) fn check_label(label: &str) -> Result<String> {
    check_visible(label, LABEL_MAX)
        .filter(|label| !label.is_empty())
        .ok_or_else(|| BAD_LABEL.with("maximum", LABEL_MAX).into())
}

/// Makes an offline key: a license file that any machine may install within 30 days. It holds a slot from now on. Again
/// for the same label, it takes the place of the one before, and no further slot. For whoever may activate the package.
/// Refuses with `activations.bad_label`, or as activating does.
pub async fn offline_key(cx: &Cx, key: Option<&str>, label: &str) -> Result<OfflineKey> {
    let label = check_label(label)?;
    let label_key = name_key(&label);
    paper::check_ready(cx).await?;
    let mut tx = cx.db.write().await?;
    let package = held(&mut tx, cx, key).await?;
    let before = match store::find_voucher(&mut tx, &package.id, &label_key).await? {
        Some(voucher) => store::find_activation(&mut tx, &voucher.activation_id).await?,
        None => None,
    };
    // A machine that was seen with the key before keeps it; whoever reissues the label means that very slot.
    let device_key = before
        .filter(|server| server.slot_no.is_some())
        .map_or_else(|| format!("{}{label_key}", paper::VOUCHER_KEY), |server| server.device_key);
    let wish = Wish {
        digest: cx.new_id()?,
        compact: String::new(),
        device_key,
        made_at_ms: cx.now_ms,
        package: None,
        name: label.clone(),
        version: String::new(),
        parts: Vec::new(),
        needed: 1,
        parts_json: "[]".to_owned(),
        salt: String::new(),
    };
    let asked = [ask(cx, &package, wish, Mode::Voucher)?];
    let granted = charge(&mut tx, &package, &asked).await?.pop().ok_or(UNKNOWN_SERVER)??;
    let server = granted.server;
    let install_until_ms = (cx.now_ms + INSTALL_MS).min(server.lease_until_ms);
    let voucher = Voucher {
        label,
        activation_id: server.activation_id.clone(),
        file_id: server.file_id.clone(),
        issued_at_ms: cx.now_ms,
        install_until_ms,
    };
    store::set_voucher(&mut tx, &package.id, &label_key, &voucher).await?;
    let event = audit::Event::new("activations.offline_key", "package", &package.id);
    audit::record(&mut tx, cx, event.after(json!({ "label": voucher.label, "slot": server.slot_no })))
        .await?;
    tx.commit().await?;
    let license = paper::license(cx, &package, &server, Some(install_until_ms)).await?;
    note(cx, &server, &license).await?;
    let text = paper::carried(&package, &server, &license);
    Ok(OfflineKey { package, server, install_until_ms, text })
}

/// Takes the receipt of a machine that gave its license back, which frees its slot unless another file that was given
/// for it works still: then it is held until that ends. Handed in twice it changes nothing.
/// Whoever brings it needs no account: the machine signed it. For an offline key that no machine was seen with anybody
/// could have signed it, so only who may activate the package hands that in. A copy of a machine may run on without
/// anybody seeing it, so such files are named in the bulletins, and there are only so many a year. Refuses with
/// `activations.unknown_server`, `activations.device_mismatch`, `activations.key_not_bound`,
/// `activations.file_replaced`,
/// `activations.counter_behind` or `activations.too_many_returned`.
pub async fn return_receipt(cx: &Cx, text: &str) -> Result<ServerView> {
    let receipt = paper::read_return(text)?;
    let mut tx = cx.db.write().await?;
    if let Some(id) = store::find_receipt(&mut tx, &receipt.digest).await? {
        return store::find_activation(&mut tx, &id).await?.ok_or_else(|| UNKNOWN_SERVER.into());
    }
    let (package_id, activation_id) = match store::find_by_file(&mut tx, &receipt.license).await? {
        Some(found) => (found.package_id, found.activation_id),
        None => store::find_earlier(&mut tx, &receipt.license, cx.now_ms)
            .await?
            .map(|file| (file.package_id, file.activation_id))
            .ok_or(UNKNOWN_SERVER)?,
    };
    let package = packages::lock(&mut tx, &package_id).await?;
    let server = store::find_activation(&mut tx, &activation_id).await?.ok_or(UNKNOWN_SERVER)?;
    let server = store::find(&mut tx, &package.id, &server.id).await?.ok_or(UNKNOWN_SERVER)?;
    let given = store::list_earlier(&mut tx, &server.activation_id, cx.now_ms).await?;
    let earlier = given.iter().find(|file| file.file_id == receipt.license).cloned();
    let key = earlier.as_ref().map_or(&server.device_key, |file| &file.device_key).clone();
    let counter = earlier.as_ref().map_or(server.counter, |file| file.counter);
    let is_unbound = key.starts_with(paper::VOUCHER_KEY);
    if is_unbound {
        let may = packages::require_right(&mut tx, cx, &package, Right::Activate).await;
        may.map_err(|error| if error.refusal().is_some() { KEY_NOT_BOUND.into() } else { error })?;
    } else if key != receipt.device_key {
        return Err(DEVICE_MISMATCH.into());
    }
    if earlier.is_none() && server.file_id != receipt.license {
        return Err(FILE_REPLACED.into());
    }
    if receipt.counter <= counter {
        let is_renewed = server.mode == Mode::Online && earlier.is_none();
        return Err(if is_renewed { COUNTER_BEHIND } else { FILE_REPLACED }.into());
    }
    let kept = Paper {
        package_id: &package.id,
        digest: &receipt.digest,
        kind: "receipt",
        activation_id: &server.activation_id,
        text: &receipt.compact,
        user_id: None,
    };
    // Whatever else the same machine was given is gone from it with its key.
    let is_covered =
        |file: &Earlier| file.file_id == receipt.license || (!is_unbound && file.device_key == key);
    let (covered, others): (Vec<_>, Vec<_>) = given.into_iter().partition(is_covered);
    let is_current = earlier.is_none();
    if (is_current && server.mode != Mode::Online) || covered.iter().any(|file| file.is_offline) {
        allow_return(&mut tx, cx, &package).await?;
    }
    store::insert_paper(&mut tx, &kept, cx.now_ms).await?;
    let gone = if is_current { server.clone() } else { ServerView { mode: Mode::Online, ..server.clone() } };
    earlier::revoke(&mut tx, cx, &gone, &covered).await?;
    let server = settle(&mut tx, cx, &package, server, is_current, &others).await?;
    tx.commit().await?;
    Ok(server)
}

/// What becomes of a slot for which a file was given back: it is free once no other works. Until then it is held, and
/// whoever brought the receipt sees until when.
async fn settle(
    tx: &mut Tx,
    cx: &Cx,
    package: &Package,
    server: ServerView,
    is_current: bool,
    others: &[Earlier],
) -> Result<ServerView> {
    if !is_current && !server.file_id.is_empty() {
        note_return(tx, cx, package, &server).await?;
        return Ok(server);
    }
    let holding = others.iter().filter(|file| file.is_offline && server.slot_no.is_some());
    let Some(until_ms) = holding.map(|file| file.until_ms).max() else {
        end(tx, cx, package, &server, ServerState::Returned).await?;
        return Ok(ServerView { state: ServerState::Returned, slot_no: None, ..server });
    };
    note_return(tx, cx, package, &server).await?;
    let mode = if server.mode == Mode::Voucher { Mode::Voucher } else { Mode::Offline };
    let (file_id, last_request) = (String::new(), String::new());
    let server = ServerView { mode, lease_until_ms: until_ms, file_id, last_request, ..server };
    store::set_activation(tx, &server, package.terms.limits.servers).await?;
    Ok(server)
}

/// Refuses one more machine without a network that gives its license back than a year allows; staff may take it.
async fn allow_return(tx: &mut Tx, cx: &Cx, package: &Package) -> Result<()> {
    let maximum = RETURNED_A_YEAR_MAX.max(package.terms.limits.servers);
    let so_far = store::count_events(tx, &package.id, OFFLINE_RETURN, cx.now_ms - YEAR_MS).await?;
    if so_far >= maximum && !cx.may(Permission::LicensesManage) {
        return Err(TOO_MANY_RETURNED.with("maximum", maximum).into());
    }
    Ok(())
}

/// Answers the question of a machine about the time, in armor, for one whose clock once was far ahead. Anybody may carry
/// it; the answer is for the machine that signed the question.
pub async fn tell_time(cx: &Cx, text: &str) -> Result<String> {
    let answer = paper::clock_answer(cx, text).await?;
    Ok(armor::wrap(Kind::ClockAnswer, &answer, &[]))
}
