//! Trial licenses: packages of the type trial, which are extended or become paid ones.

use seatwarden_base::Result;

use super::super::model::{BAD_DAYS, EXTEND_DAYS_MAX, NO_TRIAL, STILL_TRIAL};
use crate::{
    cx::{Cx, Permission},
    licensing::packages::{self, Change, Changed, Environment, Kind, Package},
};

const DAY_MS: i64 = 24 * 3_600_000;

/// A trial license. For the vendor's staff. Refuses with `packages.unknown`, or with `trials.no_trial`.
pub async fn trial(cx: &Cx, key: &str) -> Result<Package> {
    cx.require(Permission::LicensesRead)?;
    let package = packages::find(cx, key).await?;
    if package.terms.kind == Kind::Trial { Ok(package) } else { Err(NO_TRIAL.into()) }
}

/// Gives a trial so many days more: after its end, or from now on if it has ended. For the vendor's staff. Refuses with
/// `trials.no_trial` or `trials.bad_days`, or as changing a package does.
pub async fn extend(cx: &Cx, key: &str, days: i64, reason: &str) -> Result<Changed> {
    cx.require(Permission::LicensesManage)?;
    let package = trial(cx, key).await?;
    if !(1..=EXTEND_DAYS_MAX).contains(&days) {
        return Err(BAD_DAYS.with("maximum", EXTEND_DAYS_MAX).into());
    }
    let ends_at_ms = package.terms.valid_until_ms.unwrap_or(cx.now_ms).max(cx.now_ms);
    let wish = Change { valid_until_ms: Some(Some(ends_at_ms + days * DAY_MS)), ..Change::default() };
    packages::change(cx, &package.id, Some(package.revision), wish, reason).await
}

/// Makes a paid license of a trial: a subscription for production, unless the change says otherwise. Its code stays, so
/// that the servers that run go on. More of what is counted waits for a second person, as always. For the vendor's
/// staff. Refuses with `trials.no_trial` or `trials.still_trial`, or as changing a package does.
pub async fn convert(cx: &Cx, key: &str, wish: Change, reason: &str) -> Result<Changed> {
    cx.require(Permission::LicensesManage)?;
    let package = trial(cx, key).await?;
    let kind = wish.kind.unwrap_or(Kind::Subscription);
    if kind == Kind::Trial {
        return Err(STILL_TRIAL.into());
    }
    let is_for_trying = package.terms.environment == Environment::Trial;
    let environment = wish.environment.or(is_for_trying.then_some(Environment::Production));
    let wish = Change { kind: Some(kind), environment, ..wish };
    packages::change(cx, &package.id, Some(package.revision), wish, reason).await
}
