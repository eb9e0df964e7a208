//! The rules of the house as tests: cheap scans of our own sources. Every scan is a function over sources,
//! so that a made-up bad sample proves that it bites.

mod arguments;
mod documents;
mod layers;
mod rooms;
mod source;
pub(crate) mod statements;
mod texts;

use source::Source;

/// Fails the test with every violation on its own line.
fn assert_tidy(violations: &[String]) {
    assert!(violations.is_empty(), "\n{}\n", violations.join("\n"));
}

/// Fails the test unless exactly so many violations were found.
fn assert_bites(violations: &[String], expected: usize) {
    assert_eq!(violations.len(), expected, "\n{}\n", violations.join("\n"));
}

/// A made-up source file.
fn sample(path: &str, text: &str) -> Source {
    Source::new(path, text)
}
