//! `cargo xtask lint`: everything about the code that can be said without running it.

use std::path::PathBuf;
use std::process::ExitCode;

use crate::runner::Runner;
use crate::{Result, install, links};

/// The version of cargo-deny that the house is checked with.
const CARGO_DENY: &str = "0.20.2";

/// Runs all checks; takes no arguments.
pub(crate) async fn run(arguments: &[String]) -> Result<ExitCode> {
    if !arguments.is_empty() {
        return Err("`lint` takes no arguments".into());
    }
    let mut runner = Runner::new()?;

    let format = runner.cargo("fmt --all --check");
    runner.step("formatting", format).await;
    let clippy = runner.cargo("clippy --workspace --all-targets -- -D warnings");
    runner.step("clippy", clippy).await;
    let mut documentation = runner.cargo("doc --no-deps --workspace");
    documentation.env("RUSTDOCFLAGS", "-Dwarnings");
    runner.step("documentation", documentation).await;
    dependencies(&mut runner).await;
    let root = runner.root.clone();
    runner.own_step("links and paths in documents", || links::check(&root));

    Ok(runner.finish(false))
}

/// Licenses, sources and banned crates. Security notices need the network and are not part of this.
async fn dependencies(runner: &mut Runner) {
    let Some(deny) = cargo_deny(runner).await else { return };
    // A build fetches only the crates of this system; the check reads those of every system.
    let fetch = runner.cargo("fetch --locked");
    runner.step("fetch all dependencies", fetch).await;
    let mut check = runner.command(deny);
    check.args(["--offline", "check", "--hide-inclusion-graph", "bans", "licenses", "sources"]);
    runner.step("dependencies", check).await;
}

/// cargo-deny from the search path, or our own build of it, made once and kept under the target folder.
async fn cargo_deny(runner: &mut Runner) -> Option<PathBuf> {
    let folder = runner.target.join("tools").join(format!("cargo-deny-{CARGO_DENY}"));
    let own = folder.join("bin/cargo-deny");
    if let Some(found) = own.exists().then(|| own.clone()).or_else(|| install::find_program("cargo-deny")) {
        return Some(found);
    }
    // Unoptimised: it runs for seconds, and the optimised build takes minutes more.
    let mut install = runner.cargo("install cargo-deny --locked --debug --version");
    install.arg(CARGO_DENY).arg("--root").arg(folder);
    runner.step("install: cargo-deny", install).await.then_some(own)
}
