//! `cargo xtask bench`: measures the server side by side with its yardsticks, in one run on one machine, and
//! says which promises hold. Figures of different runs are not to be compared.

mod activate;
mod activations;
mod api;
mod api_key;
mod bare;
mod client;
mod durable;
mod flood;
mod import;
mod license_file;
mod load;
mod page;
mod process;
mod report;
mod secrecy;
mod sign_in;
mod start;
mod users_api;
mod users_list;
mod world;

use std::os::unix::process::CommandExt;
use std::process::{Command, ExitCode};

use crate::Result;
use crate::runner::cargo;
use report::Report;
use world::World;

const USAGE: &str = "\
usage: cargo xtask bench [name…] [--rounds N] [--no-build]

  session-api   a session- or token-checked request, beside a bare server that returns the same bytes
  api-key       the legacy x-api-key, beside a bearer token, on both databases
  sign-in       a sign-in over the API, beside the bare hash
  sign-in-secrecy
                whether the time of a refused sign-in tells who has an account
  flood         500 sign-ins at once, and everybody else meanwhile
  start         from start to the first answer, and memory at idle; also with a million users
  login-page    bytes and requests of the page
  durable       durable writes a second
  users-list    the list of users: pages, orders, searches and filters at 10,000 and 1,000,000 users, on both
                databases
  users-api     the list of the API with roles and groups at 1,000,000 users, on both databases
  users-bulk    1,000 users made with passwords by one call while others sign in, on both databases
  import        a list of 100,000 users, 10,000 of them wrong, on both databases
  license-file  reading a license file
  activations   activations and renewals a second on one license, on both databases; also with a million in the store
  activate      the activation application: its status from a cold start, and the round trip of an activation";

/// What can be measured, in the order of the report.
const NAMES: [&str; 15] = [
    "session-api",
    "api-key",
    "sign-in",
    "sign-in-secrecy",
    "flood",
    "start",
    "login-page",
    "durable",
    "users-list",
    "users-api",
    "users-bulk",
    "import",
    "license-file",
    "activations",
    "activate",
];

/// What was asked for.
#[derive(Debug, PartialEq, Eq)]
struct Asked {
    names: Vec<&'static str>,
    rounds: usize,
    build: bool,
}

/// Measures what `arguments` name, everything if they name nothing. Fails if a promise is broken.
pub(crate) fn run(arguments: &[String]) -> ExitCode {
    if let Some(code) = bare::run(arguments) {
        return code;
    }
    let asked = match asked(arguments) {
        Ok(asked) => asked,
        Err(trouble) => {
            eprintln!("error: {trouble}\n{USAGE}");
            return ExitCode::FAILURE;
        }
    };
    let outcome = if cfg!(debug_assertions) { again_optimised(&asked, arguments) } else { measure(&asked) };
    outcome.unwrap_or_else(|trouble| {
        eprintln!("error: {trouble}");
        ExitCode::FAILURE
    })
}

fn asked(arguments: &[String]) -> Result<Asked> {
    let mut asked = Asked { names: Vec::new(), rounds: 5, build: true };
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--rounds" => {
                let rounds = arguments.next().and_then(|rounds| rounds.parse().ok());
                asked.rounds =
                    rounds.filter(|rounds| (1..=1_000).contains(rounds)).ok_or("--rounds needs a number")?;
            }
            "--no-build" => asked.build = false,
            name => {
                let known = NAMES.iter().find(|known| **known == name);
                asked
                    .names
                    .push(known.ok_or_else(|| format!("there is nothing called `{name}` to measure"))?);
            }
        }
    }
    if asked.names.is_empty() {
        asked.names = NAMES.to_vec();
    }
    Ok(asked)
}

/// Builds the server and this tool with optimisation and becomes the optimised tool: an unoptimised client
/// would measure itself.
fn again_optimised(asked: &Asked, arguments: &[String]) -> Result<ExitCode> {
    let root = world::root()?;
    // One after the other, so that the server is built with its own features and no others.
    for package in ["seatwarden", "seatwarden-activate", "xtask"] {
        let mut build = Command::new(cargo());
        build.args(["build", "--release", "--quiet", "--package", package]).current_dir(&root);
        if asked.build && !build.status()?.success() {
            return Ok(ExitCode::FAILURE);
        }
    }
    let tool = world::target(&root)?.join("release/xtask");
    Err(Command::new(tool).arg("bench").args(arguments).exec().into())
}

#[tokio::main(flavor = "current_thread")]
async fn measure(asked: &Asked) -> Result<ExitCode> {
    let world = World::prepare()?;
    let mut report = Report::default();
    for name in &asked.names {
        eprintln!("measuring {name} …");
        report.topic(name);
        let rounds = asked.rounds;
        let measured = match *name {
            "session-api" => api::measure(&world, &mut report, rounds).await,
            "api-key" => api_key::measure(&world, &mut report, rounds).await,
            "sign-in" => sign_in::measure(&world, &mut report, rounds).await,
            "sign-in-secrecy" => secrecy::measure(&world, &mut report, rounds).await,
            "flood" => flood::measure(&world, &mut report, rounds).await,
            "start" => start::measure(&world, &mut report, rounds).await,
            "login-page" => page::measure(&world, &mut report).await,
            "license-file" => license_file::measure(&mut report, rounds),
            "activations" => activations::measure(&world, &mut report, rounds).await,
            "activate" => activate::measure(&world, &mut report, rounds).await,
            "import" => import::measure(&world, &mut report).await,
            "users-api" => users_api::measure_list(&world, &mut report, rounds).await,
            "users-bulk" => users_api::measure_bulk(&world, &mut report, rounds).await,
            "users-list" => users_list::measure(&world, &mut report, rounds).await,
            _ => durable::measure(&world, &mut report, rounds).await,
        };
        if let Err(trouble) = measured {
            eprintln!("error: {name}: {trouble}");
            report.broke_off(&trouble.to_string());
        }
    }
    print!("{}", report.table());
    let file = world.target.join("bench.json");
    std::fs::write(&file, report.json()?)?;
    println!("written to {}", file.display());
    Ok(if report.is_kept() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(words: &[&str]) -> Vec<String> {
        words.iter().map(|word| (*word).to_owned()).collect()
    }

    #[test]
    fn nothing_named_means_everything() {
        assert_eq!(asked(&[]).unwrap(), Asked { names: NAMES.to_vec(), rounds: 5, build: true });
    }

    #[test]
    fn names_and_rounds_can_be_chosen() {
        let asked = asked(&words(&["flood", "--rounds", "2", "start"])).unwrap();

        assert_eq!(asked, Asked { names: vec!["flood", "start"], rounds: 2, build: true });
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        for wrong in [&["speed"][..], &["--rounds"], &["--rounds", "0"], &["--rounds", "many"]] {
            assert!(asked(&words(wrong)).is_err(), "{wrong:?}");
        }
    }
}
