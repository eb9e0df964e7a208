//! Reads how many tests passed and failed from the closing lines of the test runners.

use std::fmt;
use std::ops::AddAssign;

/// How many tests ran, and how they ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// Tests that kept their promise.
    pub(crate) passed: u64,
    /// Tests that broke it, ran out of time or could not be started.
    pub(crate) failed: u64,
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} passed, {} failed", self.passed, self.failed)
    }
}

impl Tally {
    /// The counts of a closing line of `cargo nextest` or `cargo test`; nothing for every other line.
    pub(crate) fn of_line(line: &str) -> Option<Self> {
        let plain = without_colours(line);
        let plain = plain.trim();
        if let Some(rest) = plain.strip_prefix("test result: ") {
            return Some(Self::of_parts(rest.split_once(". ")?.1, ';'));
        }
        let rest = plain.strip_prefix("Summary [")?;
        let (_, counts) = rest.split_once(" run: ")?;
        Some(Self::of_parts(&without_brackets(counts), ','))
    }

    fn of_parts(counts: &str, separator: char) -> Self {
        let mut tally = Self::default();
        for part in counts.split(separator) {
            let Some((number, word)) = part.trim().split_once(' ') else { continue };
            let Ok(number) = number.parse::<u64>() else { continue };
            match word.trim() {
                "passed" => tally.passed += number,
                "failed" | "timed out" | "exec failed" => tally.failed += number,
                _ => {}
            }
        }
        tally
    }
}

/// The text without terminal colour sequences (`ESC [ … letter`).
fn without_colours(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        if character == '\u{1b}' {
            characters.by_ref().skip(1).find(char::is_ascii_alphabetic);
        } else {
            plain.push(character);
        }
    }
    plain
}

/// The text without remarks in round brackets, which have commas of their own.
fn without_brackets(text: &str) -> String {
    let mut depth = 0_u32;
    let mut kept = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 => kept.push(character),
            _ => {}
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The counts of the line, passed and failed.
    fn counts(line: &str) -> Option<(u64, u64)> {
        Tally::of_line(line).map(|tally| (tally.passed, tally.failed))
    }

    #[test]
    fn the_closing_line_of_nextest_is_read() {
        let line = "     Summary [   0.012s] 7 tests run: 5 passed (1 flaky, 2 leaky), 2 failed, 3 skipped\n";

        assert_eq!(counts(line), Some((5, 2)));
    }

    #[test]
    fn a_single_test_and_an_early_end_are_read() {
        assert_eq!(counts("Summary [ 0.1s] 1 test run: 1 passed, 0 skipped"), Some((1, 0)));
        assert_eq!(counts("Summary [ 0.1s] 3/9 tests run: 2 passed, 1 failed, 0 skipped"), Some((2, 1)));
    }

    #[test]
    fn tests_that_hang_or_do_not_start_count_as_failed() {
        let line = "Summary [ 9.1s] 4 tests run: 1 passed, 1 failed, 1 timed out, 1 exec failed, 0 skipped";

        assert_eq!(counts(line), Some((1, 3)));
    }

    #[test]
    fn the_closing_line_of_cargo_test_is_read() {
        let good =
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.03s";
        let bad = "test result: FAILED. 2 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out";

        assert_eq!(counts(good), Some((12, 0)));
        assert_eq!(counts(bad), Some((2, 1)));
    }

    #[test]
    fn colours_do_not_hide_the_counts() {
        let line = "\u{1b}[32;1m     Summary\u{1b}[0m [   0.0s] \u{1b}[1m2\u{1b}[0m tests run: \u{1b}[1m2\u{1b}[0m \u{1b}[32;1mpassed\u{1b}[0m, 0 skipped";

        assert_eq!(counts(line), Some((2, 0)));
    }

    #[test]
    fn other_lines_count_nothing() {
        assert_eq!(counts("running 3 tests"), None);
        assert_eq!(counts("5 passed, 1 failed"), None);
        assert_eq!(counts("        PASS [   0.004s] xtask summary::tests::a"), None);
    }

    #[test]
    fn tallies_add_up_and_read_as_one_line() {
        let mut sum = Tally { passed: 1, failed: 0 };

        sum += Tally { passed: 2, failed: 3 };

        assert_eq!(sum.to_string(), "3 passed, 3 failed");
    }
}
