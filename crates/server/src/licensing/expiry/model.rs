//! When mails are sent.

const DAY_MS: i64 = 24 * 3_600_000;
/// How many days before the end, the first mail first.
pub(super) const DAYS: [i64; 5] = [90, 30, 14, 7, 1];

/// Which mail is due at a moment: that of the nearest mark that was passed; none before the first, and after the end.
pub(super) fn due(ends_at_ms: i64, now_ms: i64) -> Option<i64> {
    let left_ms = ends_at_ms - now_ms;
    if left_ms <= 0 {
        return None;
    }
    DAYS.into_iter().rev().find(|days| left_ms <= days * DAY_MS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_mark_counts() {
        let end = 1_000 * DAY_MS;
        for (before, expected) in [
            (91, None),
            (90, Some(90)),
            (31, Some(90)),
            (30, Some(30)),
            (8, Some(14)),
            (7, Some(7)),
            (1, Some(1)),
            (0, None),
        ] {
            assert_eq!(due(end, end - before * DAY_MS), expected, "{before}");
        }
        assert_eq!(due(end, end - 1), Some(1));
    }
}
