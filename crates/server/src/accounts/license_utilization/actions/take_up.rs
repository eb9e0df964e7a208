//! What the folder of the license says comes into the database, and counts from then on at every door of every node.

use seatwarden_activate::Author;
use seatwarden_base::{Error, Result, db::Tx};
use seatwarden_license_file::Ability;
use serde_json::{Value, json};

use super::super::{
    model::{Change, ChangeKind, who_word},
    store,
};
use crate::{
    accounts::seats,
    common::{
        audit,
        settings::{self, Versioned},
    },
    cx::Cx,
    license::{InForce, differences, seats_of},
};

/// Writes down what the folder of the license says, and `by` whom, if it is not what stood there when it was looked at (`known`). The
/// limits of seats stand in the ledger with the same commit. Nobody who is in is shut out. Answers whether anything
/// changed. Refuses with `settings.changed_meanwhile` if somebody wrote since.
pub(in super::super) async fn take_up(
    cx: &Cx,
    known: &Versioned<InForce>,
    seen: InForce,
    by: &Author,
) -> Result<bool> {
    let before = &known.value;
    if *before == seen {
        return Ok(false);
    }
    let mut tx = cx.db.write().await?;
    settings::set_if(&mut tx, &seen, known.version, cx.now_ms).await?;
    seats::set_licensed(&mut tx, cx, seen.seats(), seen.stops_at_ms(&Ability::AddUsers)).await?;
    if let Some(kind) = ChangeKind::between(before, &seen) {
        remember(&mut tx, cx, kind, [before, &seen], by).await?;
    }
    let event = audit::Event::new(event_name(before, &seen), "license", &file_id(&seen));
    let mut after = shown(&seen);
    after["by"] = json!({ "who": who_word(by.who), "name": by.name });
    audit::record(&mut tx, cx, event.before(shown(before)).after(after)).await?;
    tx.commit().await?;
    refresh(cx).await?;
    Ok(true)
}

/// Makes this node go by what was just written.
async fn refresh(cx: &Cx) -> Result<()> {
    cx.license.forget();
    cx.license.get(cx).await?;
    Ok(())
}

async fn remember(
    tx: &mut Tx,
    cx: &Cx,
    kind: ChangeKind,
    [before, after]: [&InForce; 2],
    by: &Author,
) -> Result<()> {
    let Some(license) = &after.license else { return Ok(()) };
    let change = Change {
        id: cx.new_id()?,
        at_ms: cx.now_ms,
        kind,
        package_code: license.package.code.clone(),
        package_name: license.package.name.clone(),
        revision: i64::try_from(license.package.revision).unwrap_or(i64::MAX),
        differences: before.license.as_ref().map(|old| differences(old, license)).unwrap_or_default(),
        by: by.clone(),
    };
    let claims = serde_json::to_string(license).map_err(|cause| Error::fault("writing JSON", cause))?;
    store::insert(tx, &change, &license.id, &claims).await
}

fn file_id(license: &InForce) -> String {
    license.license.as_ref().map(|license| license.id.clone()).unwrap_or_default()
}

/// The event of the trail: what changed, the weightiest first.
fn event_name(before: &InForce, after: &InForce) -> &'static str {
    match ChangeKind::between(before, after) {
        Some(ChangeKind::Activated) => "license_utilization.activate",
        Some(ChangeKind::Changed) => "license_utilization.change",
        Some(ChangeKind::GivenBack) => "license_utilization.give_back",
        Some(ChangeKind::Revoked) => "license_utilization.revoke",
        Some(ChangeKind::Renewed) => "license_utilization.renew",
        Some(ChangeKind::LeaseReplaced) => "license_utilization.replace_lease",
        None if before.lease_lost_at_ms == 0 && after.lease_lost_at_ms > 0 => {
            "license_utilization.lose_lease"
        }
        None if before.leased_at != after.leased_at => "license_utilization.renew",
        None if before.next != after.next => "license_utilization.stage",
        None if before.clock != after.clock => "license_utilization.clock",
        None => "license_utilization.notice",
    }
}

/// What the trail keeps of it: everything but the file itself.
fn shown(license: &InForce) -> Value {
    let Some(file) = &license.license else { return json!({}) };
    json!({
        "license": file.id, "package": file.package.code, "revision": file.package.revision,
        "validUntil": file.valid_until, "seats": seats_of(file), "entitlements": file.entitlements,
        "limits": file.limits, "leaseUntil": license.lease_until, "next": license.next,
        "clock": license.clock, "trouble": license.trouble, "ended": license.ended,
        "displaced": license.is_displaced, "leaseLost": license.lease_lost_at_ms > 0, "cloneSuspected": license.is_clone_suspected,
    })
}
