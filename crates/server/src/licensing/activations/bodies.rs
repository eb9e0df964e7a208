//! JSON of activations that faces share.

use serde_json::{Value, json};

use super::{
    actions::{Activated, Foreseen, OfflineKey, Renewed},
    model::{Displaced, LEGACY_MESSAGE, Preview, ServerView, Usage},
    store::Voucher,
};
use crate::{cx::Cx, licensing::packages::bodies as packages, text::rfc3339};

/// Who holds a slot, for somebody who got none.
pub fn slot(server: &ServerView) -> Value {
    json!({
        "server": server.id, "name": server.name, "slot": server.slot_no, "mode": server.mode.word(),
        "lastSeen": rfc3339(server.last_seen_at_ms), "freesAt": server.frees_at_ms().map(rfc3339),
    })
}

/// A server.
pub fn server(server: &ServerView, now_ms: i64) -> Value {
    json!({
        "id": server.id, "name": server.name, "version": server.version, "mode": server.mode.word(),
        "state": server.state.word(), "slot": server.slot_no, "counts": server.slot_no.is_some(),
        "why": server.why(now_ms).word(), "countedSince": rfc3339(server.charged_at_ms),
        "freesAt": server.frees_at_ms().map(rfc3339), "leaseUntil": rfc3339(server.lease_until_ms),
        "firstSeen": rfc3339(server.first_seen_at_ms), "lastSeen": rfc3339(server.last_seen_at_ms),
        "lastAddress": server.last_ip, "user": server.user_name, "license": server.file_id,
        "cloneSuspectedAt": server.cloned_at_ms.map(rfc3339),
    })
}

/// A machine whose place another one took.
pub fn displaced(one: &Displaced) -> Value {
    json!({
        "server": one.server_id, "name": one.name, "mode": one.mode.word(), "license": one.file_id,
        "since": rfc3339(one.since_ms), "until": rfc3339(one.until_ms),
    })
}

/// How many servers count.
pub fn usage(usage: &Usage) -> Value {
    json!({
        "maximum": usage.maximum, "used": usage.used, "left": (usage.maximum - usage.used).max(0),
        "offline": usage.offline, "uncounted": usage.uncounted,
    })
}

/// What was activated.
pub fn activated(activated: &Activated, now_ms: i64) -> Value {
    json!({
        "license": activated.license, "lease": activated.lease, "new": activated.is_new,
        "tookOver": activated.took_over, "server": server(&activated.server, now_ms),
        "package": packages::package(&activated.package, now_ms),
    })
}

/// What was renewed. A server that runs without a slot gets the sentence that people know, and what to do.
pub fn renewed(cx: &Cx, renewed: &Renewed) -> Value {
    let mut warnings = Vec::new();
    if renewed.server.cloned_at_ms.is_some() {
        warnings.push("CLONE_SUSPECTED");
    }
    let mut body = json!({
        "lease": renewed.lease, "license": renewed.license, "displaced": renewed.displaced.is_some(),
        "server": server(&renewed.server, cx.now_ms), "warnings": warnings,
        "standing": renewed.package.terms.standing(cx.now_ms).word(),
    });
    if let Some(refusal) = &renewed.displaced {
        let (message, next) = cx.text().refusal(refusal);
        body["code"] = json!("LIMIT_ACTIVATIONS");
        body["legacy_message"] = json!(LEGACY_MESSAGE);
        body["detail"] = json!(message);
        body["next"] = json!(next);
    }
    body
}

/// What a renewal would lead to.
pub fn foreseen(foreseen: &Foreseen, now_ms: i64) -> Value {
    json!({
        "package": packages::package(&foreseen.package, now_ms), "leaseUntil": rfc3339(foreseen.lease_until_ms),
        "slot": foreseen.has_slot,
    })
}

/// What a reset does.
pub fn preview(preview: &Preview, now_ms: i64) -> Value {
    let servers: Vec<Value> = preview
        .servers
        .iter()
        .map(|(one, fate)| {
            let mut shown = server(one, now_ms);
            shown["fate"] = json!(fate.word());
            shown
        })
        .collect();
    json!({
        "usedBefore": preview.used_before, "usedAfter": preview.used_after,
        "possibleAt": preview.possible_at_ms.map(rfc3339), "servers": servers,
        "moreCount": preview.more,
    })
}

/// An offline key that was made just now.
pub fn offline_key(key: &OfflineKey) -> Value {
    json!({
        "key": key.text, "label": key.server.name, "package": key.package.code, "slot": key.server.slot_no,
        "installUntil": rfc3339(key.install_until_ms), "renewBy": rfc3339(key.server.lease_until_ms),
    })
}

/// An offline key that holds a slot.
pub fn voucher(voucher: &Voucher) -> Value {
    json!({
        "label": voucher.label, "license": voucher.file_id, "issuedAt": rfc3339(voucher.issued_at_ms),
        "installUntil": rfc3339(voucher.install_until_ms),
    })
}
