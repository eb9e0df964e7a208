//! What journeys against the real binary are written with: a running server, a browser, an HTTP client.
//!
//! A journey that cannot go on stops its test, so everything here panics and says what it waited for.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::missing_panics_doc,
    reason = "a journey that cannot go on must stop its test"
)]

pub mod browser;
pub mod database;
pub mod demo;
pub mod disk;
pub mod http;
pub mod inbox;
pub mod jwt;
pub mod lines;
pub mod process;

use std::{path::PathBuf, process::Command, time::Duration};

/// The longest that anything is waited for. Long, because two tests share two cores with a browser each.
pub const PATIENCE: Duration = Duration::from_secs(30);
/// How often a condition is looked at.
const LOOK_EVERY: Duration = Duration::from_millis(25);

/// What `cargo xtask test` hands to these tests. Panics if it is missing: a journey is never skipped.
pub fn given(name: &str) -> String {
    std::env::var(name)
        .unwrap_or_else(|_| panic!("{name} is not set; run these tests with `cargo xtask test --only e2e`"))
}

/// A program that `cargo xtask test` hands over.
pub fn given_program(name: &str) -> PathBuf {
    let path = PathBuf::from(given(name));
    assert!(path.is_file(), "{name} names {}, which is no file", path.display());
    path
}

/// The binary under test, with nothing in its environment that configures it.
pub fn seatwarden() -> Command {
    let mut command = Command::new(given_program("SEATWARDEN_E2E_BINARY"));
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("SEATWARDEN_") {
            command.env_remove(name);
        }
    }
    command.env("LC_ALL", "C.UTF-8");
    command
}

/// Waits until `look` finds something, and returns it; panics after [`PATIENCE`].
pub async fn eventually<T>(what: &str, look: impl AsyncFnMut() -> Option<T>) -> T {
    match within(PATIENCE, look).await {
        Some(found) => found,
        None => panic!("waited {} seconds in vain for {what}", PATIENCE.as_secs()),
    }
}

/// Waits until `look` finds something, at most so long.
pub async fn within<T>(patience: Duration, mut look: impl AsyncFnMut() -> Option<T>) -> Option<T> {
    let deadline = tokio::time::Instant::now() + patience;
    loop {
        if let Some(found) = look().await {
            return Some(found);
        }
        if tokio::time::Instant::now() > deadline {
            return None;
        }
        tokio::time::sleep(LOOK_EVERY).await;
    }
}
