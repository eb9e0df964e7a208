//! Telling that nobody renews the license, because the machine that holds it is not heard of.

use seatwarden_activate::{Author, Holding};
use seatwarden_base::Result;

use super::{super::model::UNHEARD, take_up::take_up};
use crate::{
    common::settings::{self, Versioned},
    cx::Cx,
    license::InForce,
};

/// Writes down that the machine that holds the license is silent, if two thirds of the lease are over, this machine does not
/// hold it (`held` is what lies here), and nobody told of a trouble: whoever holds it renews earlier, or tells why not. What
/// the next renewal brings takes it away again.
pub(in super::super) async fn tell_unheard(cx: &Cx, held: Option<&Holding>) -> Result<()> {
    let is_ours =
        |license: &InForce| held.and_then(Holding::device).is_some_and(|key| key.kid() == license.device);
    if !is_silent(cx, &cx.in_force()) || is_ours(&cx.in_force()) {
        return Ok(());
    }
    let known: Versioned<InForce> = settings::get_versioned(&mut cx.db.read().await?).await?;
    // The agent of another node may have told it, or the license may have been renewed.
    if !is_silent(cx, &known.value) || is_ours(&known.value) {
        return Ok(());
    }
    let (t, license) = (cx.text(), &known.value);
    let signed_at = license.leased_at.map(|at| t.date(at.ms())).unwrap_or_default();
    let why = t.license_utilization_unheard(license.machine.as_str(), signed_at);
    let seen = InForce {
        trouble: UNHEARD.to_owned(),
        trouble_told: [why, t.license_utilization_unheard_next()],
        trouble_since_ms: cx.now_ms,
        ..license.clone()
    };
    match take_up(cx, &known, seen, &Author::default()).await {
        Err(error) if error.is(&settings::CHANGED_MEANWHILE) => Ok(()),
        done => done.map(drop),
    }
}

fn is_silent(cx: &Cx, license: &InForce) -> bool {
    let (Some(from), Some(until)) = (license.leased_at, license.lease_until) else { return false };
    let over = license.now(cx.now_ms).seconds().saturating_sub(from.seconds());
    let whole = until.seconds().saturating_sub(from.seconds());
    license.ended.is_none() && license.trouble.is_empty() && over >= whole / 3 * 2
}
