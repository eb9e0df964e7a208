//! `cargo xtask fuzz`: every parser that strangers can reach under libFuzzer, for a while. It needs a nightly
//! toolchain and cargo-fuzz, which are no part of the house's tests: those run the same targets on their
//! seeds, on stable.

use std::path::Path;
use std::process::ExitCode;

use crate::runner::Runner;
use crate::{Result, install};

/// How long one target runs, in seconds.
const SECONDS: u64 = 60;
/// How long one input may take, in seconds.
const INPUT_SECONDS_MAX: u64 = 10;
/// The longest input, in bytes.
const INPUT_BYTES_MAX: u64 = 4_096;

#[derive(Debug, PartialEq, Eq)]
struct Wish {
    seconds: u64,
    targets: Vec<String>,
}

impl Wish {
    fn parse(arguments: &[String], known: &[String]) -> Result<Self> {
        let mut wish = Self { seconds: SECONDS, targets: Vec::new() };
        let mut arguments = arguments.iter();
        while let Some(argument) = arguments.next() {
            if argument == "--seconds" {
                let seconds = arguments.next().and_then(|seconds| seconds.parse().ok());
                wish.seconds = seconds.filter(|seconds| *seconds > 0).ok_or("--seconds needs a number")?;
            } else if known.contains(argument) {
                wish.targets.push(argument.clone());
            } else {
                return Err(format!("there is no target `{argument}`; there are {}", known.join(", ")).into());
            }
        }
        if wish.targets.is_empty() {
            wish.targets = known.to_vec();
        }
        Ok(wish)
    }
}

/// Runs the targets that the arguments name, all if they name none; fails if one finds something.
pub(crate) async fn run(arguments: &[String]) -> Result<ExitCode> {
    let mut runner = Runner::new()?;
    let wish = Wish::parse(arguments, &targets(&runner.root)?)?;
    if install::find_program("cargo-fuzz").is_none() {
        return Err("cargo-fuzz is missing; `cargo install cargo-fuzz --locked` and \
                    `rustup toolchain install nightly` get what is needed"
            .into());
    }
    for target in &wish.targets {
        let corpus = format!("fuzz/corpus/{target}");
        std::fs::create_dir_all(runner.root.join(&corpus))?;
        // `cargo` of the toolchain that runs this cannot become another's.
        let mut command = runner.command("rustup");
        command.args(["run", "nightly", "cargo", "fuzz", "run", target, &corpus]);
        command.arg(format!("fuzz/seeds/{target}")).arg("--");
        command.arg(format!("-max_total_time={}", wish.seconds));
        command.arg(format!("-timeout={INPUT_SECONDS_MAX}")).arg(format!("-max_len={INPUT_BYTES_MAX}"));
        runner.step(&format!("fuzz: {target}"), command).await;
    }
    Ok(runner.finish(false))
}

/// The names of all targets, in order.
fn targets(root: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(root.join("fuzz/fuzz_targets"))? {
        let path = entry?.path();
        names.extend(path.file_stem().map(|name| name.to_string_lossy().into_owned()));
    }
    names.sort();
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(arguments: &[&str]) -> Result<Wish> {
        let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        Wish::parse(&words(arguments), &words(&["cookies", "query"]))
    }

    #[test]
    fn without_names_every_target_runs_for_a_minute() {
        let targets = vec!["cookies".to_owned(), "query".to_owned()];

        assert_eq!(parse(&[]).unwrap(), Wish { seconds: 60, targets });
    }

    #[test]
    fn a_target_and_a_time_can_be_chosen() {
        let wish = parse(&["query", "--seconds", "5"]).unwrap();

        assert_eq!(wish, Wish { seconds: 5, targets: vec!["query".to_owned()] });
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        for wrong in [&["cookie"][..], &["--seconds"], &["--seconds", "0"], &["--seconds", "long"]] {
            assert!(parse(wrong).is_err(), "{wrong:?}");
        }
    }
}
