//! The chores of the house: `cargo xtask test`, `lint`, `fuzz`, `postgres`, `bench` and `start-order`.
//!
//! A chore prints what it does to the terminal and ends with an exit code: 0 only if all of it went well.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a chore talks to the terminal it runs in")]

mod bench;
mod fuzz;
mod install;
mod links;
mod lint;
mod postgres;
mod runner;
mod start_order;
mod stop;
mod summary;
mod test;

use std::process::ExitCode;

/// What a chore can end with; the text is for the person at the terminal.
pub(crate) type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

const USAGE: &str = "\
usage: cargo xtask <chore>

  test [--only sqlite|postgres|e2e] [filter]  install what is missing, then run the tests
  lint                                        formatting, clippy, documentation, dependencies, links
  fuzz [target…] [--seconds N]                hand random bytes to the parsers; needs nightly and cargo-fuzz
  postgres [--durable]                        run a throw-away PostgreSQL until Ctrl-C
  bench [name…] [--rounds N]                  measure the server beside its yardsticks
  start-order                                 find what a start runs, so that it lies together; needs valgrind";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some((chore, rest)) = arguments.split_first() else {
        eprintln!("{USAGE}");
        return ExitCode::FAILURE;
    };
    let outcome = match chore.as_str() {
        "bench" => return bench::run(rest),
        "fuzz" => in_runtime(fuzz::run(rest)),
        "help" | "--help" | "-h" => {
            println!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        "lint" => in_runtime(lint::run(rest)),
        "postgres" => in_runtime(postgres::run(rest)),
        "start-order" => in_runtime(start_order::run()),
        "test" => in_runtime(test::run(rest)),
        unknown => Err(format!("there is no chore `{unknown}`\n{USAGE}").into()),
    };
    outcome.unwrap_or_else(|trouble| {
        eprintln!("error: {trouble}");
        ExitCode::FAILURE
    })
}

/// Runs one chore to its end, on one thread.
fn in_runtime(chore: impl Future<Output = Result<ExitCode>>) -> Result<ExitCode> {
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(chore)
}
