//! `cargo xtask test`: every test, on both databases, against the real binary; and what they need, installed.

use std::process::ExitCode;

use tokio::process::Command;

use crate::Result;
use crate::install::{self, Need};
use crate::postgres::{Cluster, Durability};
use crate::runner::{Runner, cargo};

/// The tests that one call runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Sqlite,
    Postgres,
    EndToEnd,
}

#[derive(Debug, PartialEq, Eq)]
struct Wish {
    parts: Vec<Part>,
    filter: Vec<String>,
}

impl Wish {
    fn parse(arguments: &[String]) -> Result<Self> {
        let (parts, filter) = match arguments {
            [flag, part, filter @ ..] if flag == "--only" => {
                let part = match part.as_str() {
                    "sqlite" => Part::Sqlite,
                    "postgres" => Part::Postgres,
                    "e2e" => Part::EndToEnd,
                    other => {
                        return Err(format!("`--only` takes sqlite, postgres or e2e, not `{other}`").into());
                    }
                };
                (vec![part], filter)
            }
            filter => (vec![Part::Sqlite, Part::Postgres, Part::EndToEnd], filter),
        };
        match filter.iter().find(|word| word.starts_with('-')) {
            Some(unknown) => Err(format!("`test` knows no argument `{unknown}`").into()),
            None => Ok(Self { parts, filter: filter.to_vec() }),
        }
    }

    fn needs(&self) -> Vec<Need> {
        let mut needs = Vec::new();
        if self.parts != [Part::Sqlite] {
            needs.push(Need::Postgres);
        }
        if self.parts.contains(&Part::EndToEnd) {
            needs.extend([Need::Browser, Need::Python, Need::Node, Need::Lines]);
        }
        needs
    }
}

/// Runs the tests that the arguments name: all, or those of one part; only those whose name has the filter.
pub(crate) async fn run(arguments: &[String]) -> Result<ExitCode> {
    let wish = Wish::parse(arguments)?;
    let mut runner = Runner::new()?;
    let counts_file = runner.target.join("test-counts.txt");
    std::fs::remove_file(&counts_file).ok();

    // What can run without the missing programs still runs; the step that failed here fails the whole call.
    install::programs(&mut runner, &wish.needs()).await;
    let cluster = if wish.needs().contains(&Need::Postgres) {
        runner.own_step("start PostgreSQL", || Cluster::start(Durability::None))
    } else {
        None
    };
    let postgres = cluster.as_ref().map(Cluster::url);
    for part in &wish.parts {
        match (part, postgres) {
            (Part::Sqlite, _) => workspace_tests(&mut runner, &wish.filter, None).await,
            (Part::Postgres, Some(url)) => workspace_tests(&mut runner, &wish.filter, Some(url)).await,
            (Part::EndToEnd, Some(url)) => end_to_end_tests(&mut runner, &wish.filter, url).await,
            (Part::Postgres, None) => not_run(&mut runner, "tests on PostgreSQL"),
            (Part::EndToEnd, None) => not_run(&mut runner, "tests from end to end"),
        }
    }
    drop(cluster);

    let code = runner.finish(true);
    std::fs::write(counts_file, format!("{}\n", runner.tally()))?;
    Ok(code)
}

async fn workspace_tests(runner: &mut Runner, filter: &[String], postgres: Option<&str>) {
    let mut command = tests(runner, "--workspace --exclude seatwarden-e2e", filter);
    match postgres {
        None => {
            command.env("SEATWARDEN_TEST_DATABASE", "sqlite");
            runner.step("tests on SQLite", command).await;
        }
        Some(url) => {
            command.env("SEATWARDEN_TEST_DATABASE", "postgres").env("SEATWARDEN_TEST_POSTGRES", url);
            runner.step("tests on PostgreSQL", command).await;
        }
    }
}

async fn end_to_end_tests(runner: &mut Runner, filter: &[String], postgres: &str) {
    let python = install::python(runner).await;
    let node = install::node(runner).await;
    let build = runner.cargo("build --package seatwarden");
    let is_built = runner.step("build the binary", build).await;
    let driver = install::find_program("chromedriver");
    let (Some(python), Some(node), Some(driver), true) = (python, node, driver, is_built) else {
        return not_run(runner, "tests from end to end");
    };
    let mut command = tests(runner, "--package seatwarden-e2e", filter);
    command
        .env("SEATWARDEN_E2E_BINARY", runner.target.join("debug/seatwarden"))
        .env("SEATWARDEN_E2E_POSTGRES", postgres)
        .env("SEATWARDEN_E2E_PYTHON", python)
        .env("SEATWARDEN_E2E_NODE", node)
        .env("SEATWARDEN_E2E_CHROMEDRIVER", driver);
    runner.step("tests from end to end", command).await;
}

/// A part that could not run is a failure, never a silence.
fn not_run(runner: &mut Runner, name: &str) {
    runner.own_step::<()>(name, || Err("not run, because of what failed before".into()));
}

/// The test runner for these packages: nextest where it is installed, else `cargo test`.
fn tests(runner: &Runner, packages: &str, filter: &[String]) -> Command {
    let mut command = if has_nextest() {
        runner.cargo("nextest run --no-fail-fast --no-tests=fail")
    } else {
        runner.cargo("test --no-fail-fast")
    };
    command.args(packages.split_whitespace());
    if !filter.is_empty() {
        command.arg("--").args(filter);
    }
    command
}

fn has_nextest() -> bool {
    let output = std::process::Command::new(cargo()).args(["nextest", "--version"]).output();
    output.is_ok_and(|output| output.status.success())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(arguments: &[&str]) -> Result<Wish> {
        Wish::parse(&arguments.iter().map(ToString::to_string).collect::<Vec<_>>())
    }

    #[test]
    fn without_arguments_everything_runs_and_needs_everything() {
        let wish = parse(&[]).unwrap();

        assert_eq!(wish.parts, [Part::Sqlite, Part::Postgres, Part::EndToEnd]);
        assert_eq!(wish.needs(), [Need::Postgres, Need::Browser, Need::Python, Need::Node, Need::Lines]);
    }

    #[test]
    fn sqlite_alone_needs_nothing_from_outside() {
        let wish = parse(&["--only", "sqlite", "sessions"]).unwrap();

        assert_eq!(wish, Wish { parts: vec![Part::Sqlite], filter: vec!["sessions".to_owned()] });
        assert_eq!(wish.needs(), []);
    }

    #[test]
    fn unknown_words_are_refused() {
        assert!(parse(&["--only", "oracle"]).is_err());
        assert!(parse(&["--onyl", "sqlite"]).is_err());
        assert!(parse(&["--only"]).is_err());
    }
}
