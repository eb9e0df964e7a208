//! How long a job pauses after a try that failed.

use super::registry::Policy;
use crate::{Result, random::Random};

/// The pause after try number `attempt` (from 1), in milliseconds: the policy's first pause, doubled with
/// every try up to its longest one, and spread by a fifth to both sides so that jobs which failed
/// together do not come back together.
pub(super) fn pause_ms(policy: &Policy, attempt: i64, random: &Random) -> Result<i64> {
    let doublings = u32::try_from(attempt - 1).unwrap_or(0).min(40);
    let pause_ms = policy.pause_first_ms.saturating_mul(1_i64 << doublings).min(policy.pause_most_ms);
    let draw = i64::from(u16::from_be_bytes(random.bytes()?));
    let fifth_ms = pause_ms / 5;
    Ok(pause_ms - fifth_ms + 2 * fifth_ms * draw / i64::from(u16::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn policy() -> Policy {
        Policy { pause_first_ms: 1_000, pause_most_ms: 60_000, ..Policy::default() }
    }

    #[test]
    fn every_pause_is_about_twice_the_one_before_until_the_longest() {
        let random = Random::seeded(7);

        for (attempt, expected_ms) in [(1, 1_000), (2, 2_000), (3, 4_000), (7, 60_000), (90, 60_000)] {
            let pause_ms = pause_ms(&policy(), attempt, &random).unwrap();

            let around = expected_ms * 4 / 5..=expected_ms * 6 / 5;
            assert!(around.contains(&pause_ms), "try {attempt} paused {pause_ms} ms");
        }
    }

    #[test]
    fn jobs_that_failed_together_come_back_apart() {
        let random = Random::seeded(7);

        let pauses: std::collections::BTreeSet<_> =
            (0..20).map(|_| pause_ms(&policy(), 5, &random).unwrap()).collect();

        assert!(pauses.len() > 15, "{pauses:?}");
    }
}
