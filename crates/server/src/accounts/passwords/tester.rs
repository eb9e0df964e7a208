//! For whoever is about to change the policy: what a password would meet, and whom the change concerns.

use seatwarden_base::{Result, secret::Secret};

use super::{
    About, ChosenPolicy,
    actions::{context, policy},
    rules::{self, RuleState},
    store,
};
use crate::cx::{Cx, Permission};

/// Up to how many users are counted.
pub const AFFECTED_MAX: i64 = 2_000;

/// Whom another policy concerns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Concerned {
    /// It asks no more of passwords than the one that stands.
    Nobody,
    /// It may refuse what that one lets through.
    Users(Affected),
}

/// How many users another policy concerns; each number is at most one above [`AFFECTED_MAX`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Affected {
    /// Passwords that stay valid until they are changed.
    pub with_password: i64,
    /// Of those, imported as md5 and judged at the first sign-in.
    pub md5: i64,
    /// Of those, to be changed at the next sign-in.
    pub must_change: i64,
    /// Users who choose their first password under the new rules.
    pub without_password: i64,
}

/// Counts whom another policy concerns. Stored passwords cannot be read, so that nobody can say which of them break a rule;
/// those that have run out are not counted.
pub async fn affected(cx: &Cx, chosen: &ChosenPolicy) -> Result<Concerned> {
    cx.require(Permission::ManageSecurity)?;
    let mut tx = cx.db.read().await?;
    let standing = policy(&mut tx, cx).await?;
    let wanted = chosen.over(&cx.config.passwords, &cx.passwords.organisation)?;
    if !wanted.asks_more_than(&standing) {
        return Ok(Concerned::Nobody);
    }
    Ok(Concerned::Users(Affected {
        with_password: store::count_living(&mut tx, cx.now_ms, AFFECTED_MAX + 1).await?,
        md5: store::count_md5(&mut tx, cx.now_ms, AFFECTED_MAX + 1).await?,
        must_change: store::count_must_change(&mut tx, cx.now_ms, AFFECTED_MAX + 1).await?,
        without_password: store::count_without(&mut tx, AFFECTED_MAX + 1).await?,
    }))
}

/// Which rules of a policy a password meets; nothing of it is kept.
pub async fn try_with(cx: &Cx, chosen: &ChosenPolicy, password: &Secret) -> Result<Vec<RuleState>> {
    cx.require(Permission::ManageSecurity)?;
    let policy = chosen.over(&cx.config.passwords, &cx.passwords.organisation)?;
    let about = cx.person().map(About::person).unwrap_or_default();
    rules::strength(&policy, &cx.passwords.blocklist, password, &context(cx, &about))
}
