//! The agent: looks at the folder of the license once a minute, renews at half of the lease, and tells administrators
//! what will change before it does. A lost license server stops nothing before the date that was signed.

use std::{collections::BTreeSet, ops::Range};

use seatwarden_activate::{self as activate, Holding, Installation};
use seatwarden_base::Result;
use seatwarden_license_file::{Time, digest};

use super::{
    actions::{Foreseen, Tried, follow_after, tell_due, tell_unheard},
    model::TELL_AHEAD_MS,
};
use crate::{
    cx::Cx,
    license::{Difference, Ended, Next},
};

/// How often the folder is looked at, in milliseconds.
pub const LOOK_EVERY_MS: u64 = 60_000;
/// How long is waited after the first failure, in milliseconds; after each further one twice as long.
const WAIT_MS: i64 = 5 * 60_000;
/// The longest wait between two tries, in milliseconds.
const WAIT_MAX_MS: i64 = 6 * 3_600_000;
/// What has less left than this is renewed whatever it takes away, in milliseconds.
const URGENT_MS: i64 = 36 * 3_600_000;

/// What the agent of one node remembers between two looks.
#[derive(Debug, Default)]
pub struct Agent {
    /// What was told already.
    told: BTreeSet<String>,
    failures: u32,
    not_before_ms: i64,
}

impl Agent {
    /// Looks once: takes up what lies in the folder, renews what is due, tells what must be told.
    pub async fn look(&mut self, cx: &Cx) -> Result<()> {
        // What another node wrote is known here within the minute, also without requests.
        cx.license.get(cx).await?;
        let held = follow_after(cx, None, Foreseen::AsBefore).await?;
        match &held {
            Some(held) if self.is_due(cx, held) => self.renew(cx, held).await?,
            _ => tell_unheard(cx, held.as_ref()).await?,
        }
        tell_due(cx, &mut self.told).await?;
        Ok(())
    }

    /// Whether the lease of this machine is to be renewed now. What came by hand is renewed by hand, unless its signer was
    /// revoked: then nothing works until another file is here.
    fn is_due(&self, cx: &Cx, held: &Holding) -> bool {
        let license = cx.in_force();
        let is_ours = held.device().is_some_and(|key| key.kid() == license.device);
        if !is_ours || !cx.license_hand.has_server() || cx.now_ms < self.not_before_ms {
            return false;
        }
        if held.needs_new_file() {
            return license.ended != Some(Ended::GivenBack);
        }
        if license.ended.is_some() {
            return false;
        }
        let Some(lease) = &held.lease else { return held.has_lost_lease() };
        held.lasts().is_some_and(|lasts| held.clock.now >= due_at(&lasts, &lease.claims.device))
    }

    async fn renew(&mut self, cx: &Cx, held: &Holding) -> Result<()> {
        if held.has_lost_lease() {
            tracing::warn!(
                "the lease of the license is missing or damaged here; the license server is asked for another"
            );
        }
        let foreseen = cx.license_hand.try_act(cx, Installation::foresee_renewal).await?;
        let tried = match foreseen {
            Err(error) => Err(error),
            Ok(foreseen) => {
                let differences = foreseen.changes.iter().map(Difference::of_change).collect();
                if let Some(next) = announced(cx, held, differences) {
                    // They are told first; it comes a day later.
                    self.failures = 0;
                    self.not_before_ms = next.from_ms;
                    follow_after(cx, Some(Tried::default()), Foreseen::Next(next)).await?;
                    return Ok(());
                }
                cx.license_hand.try_act(cx, Installation::renew).await?
            }
        };
        let tried = match tried {
            Ok(renewed) => {
                self.failures = 0;
                self.not_before_ms = 0;
                tracing::info!(until = %renewed.lease.lease_until, "the license was renewed");
                Tried { is_clone_suspected: renewed.is_clone_suspected, ..Tried::default() }
            }
            Err(error) => {
                self.failures = self.failures.saturating_add(1);
                self.not_before_ms = cx.now_ms + wait_ms(self.failures, &held_device(held));
                tracing::warn!(%error, "the license could not be renewed; it is tried again");
                let (why, next) = activate::Text::new(cx.language).of_error(&error);
                Tried {
                    trouble: error.code().into_owned(),
                    told: [why, next.unwrap_or_default()],
                    is_clone_suspected: cx.in_force().is_clone_suspected,
                }
            }
        };
        // What was foreseen has come, unless the renewal failed.
        let foreseen = if tried.trouble.is_empty() { Foreseen::Nothing } else { Foreseen::AsBefore };
        follow_after(cx, Some(tried), foreseen).await?;
        Ok(())
    }
}

fn held_device(held: &Holding) -> String {
    held.device().map(|key| key.kid()).unwrap_or_default()
}

/// What must be told before it comes; none if nothing is taken away, or it was told long enough ago, or there is no time.
fn announced(cx: &Cx, held: &Holding, differences: Vec<Difference>) -> Option<Next> {
    if !differences.iter().any(Difference::takes_away) {
        return None;
    }
    // A lease that was lost here still counts as it was written down.
    let lasts =
        if held.has_lost_lease() { cx.in_force().lease_until } else { held.lasts().map(|lasts| lasts.end) };
    if lasts?.ms().saturating_sub(held.clock.now.ms()) < URGENT_MS {
        return None;
    }
    let known = cx.in_force().next.clone().filter(|next| next.differences == differences);
    match known {
        Some(next) if next.from_ms <= cx.now_ms => None,
        Some(next) => Some(next),
        None => Some(Next { from_ms: cx.now_ms + TELL_AHEAD_MS, differences }),
    }
}

/// A number between 0 and 255 that differs from machine to machine, so that not all of them call at once.
fn jitter(device: &str) -> i64 {
    let hash = digest(device.as_bytes());
    hash.bytes().fold(0_u8, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte)).into()
}

/// Half of the time that the newest word of the vendor lasts, and up to a tenth of it more.
fn due_at(lasts: &Range<Time>, device: &str) -> Time {
    let whole = lasts.end.seconds().saturating_sub(lasts.start.seconds()).max(0);
    lasts.start.plus_seconds(whole / 2 + whole / 10 * jitter(device) / 256)
}

/// Twice as long after each failure, and up to a quarter more.
fn wait_ms(failures: u32, device: &str) -> i64 {
    let wait = WAIT_MS.saturating_mul(1_i64 << failures.saturating_sub(1).min(10)).min(WAIT_MAX_MS);
    wait + wait / 4 * jitter(device) / 256
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lease_is_renewed_between_half_and_six_tenths_of_it() {
        let lasts = Time::from_seconds(0)..Time::from_seconds(7 * 86_400);
        for device in ["a", "b", "c", "d"] {
            let due = due_at(&lasts, device).seconds();
            assert!((302_400..=362_880).contains(&due), "{due}");
        }
        assert_ne!(due_at(&lasts, "a"), due_at(&lasts, "b"));
    }

    #[test]
    fn the_wait_doubles_and_never_grows_beyond_some_hours() {
        assert!((300_000..=375_000).contains(&wait_ms(1, "a")));
        assert!(wait_ms(2, "a") > wait_ms(1, "a"));
        assert!(wait_ms(u32::MAX, "a") <= WAIT_MAX_MS + WAIT_MAX_MS / 4);
    }
}
