//! `cargo xtask bench`: measures the server side by side with its yardsticks.

use std::process::ExitCode;

/// Runs the measurements that `arguments` name.
pub(crate) fn run(arguments: &[String]) -> ExitCode {
    eprintln!("error: there is nothing to measure yet (asked for: {arguments:?})");
    ExitCode::FAILURE
}
