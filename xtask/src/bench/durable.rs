//! Durable writes a second, through the database door alone.

use tokio::process::Command;

use super::report::{Promise, Report, median};
use super::world::World;
use crate::Result;
use crate::runner::cargo;

const SECONDS: &str = "4";

/// Runs the example `durable_writes` of the base crate with one task and with 64.
pub(super) async fn measure(world: &World, report: &mut Report, rounds: usize) -> Result<()> {
    let arguments =
        ["build", "--release", "--quiet", "--package", "seatwarden-base", "--example", "durable_writes"];
    if !Command::new(cargo()).args(arguments).current_dir(&world.root).status().await?.success() {
        return Err("the example could not be built".into());
    }
    let (mut lone, mut many) = (Vec::new(), Vec::new());
    for _ in 0..rounds {
        lone.push(run(world, "1").await?);
        many.push(run(world, "64").await?);
    }
    let middle = |rounds: &[String], name: &str| -> Result<f64> {
        let figures = rounds.iter().map(|line| figure(line, name).ok_or("the example names no figures"));
        Ok(median(figures.collect::<std::result::Result<_, _>>()?))
    };
    report.tell("1 task: writes a second", middle(&lone, "actions_per_second")?, "1/s");
    let per_second = middle(&many, "actions_per_second")?;
    report.check("64 tasks: writes a second", per_second, "1/s", Promise::AtLeast(6_000.0));
    report.tell("64 tasks: CPU a write", middle(&many, "cpu_us_per_action")? / 1e3, "ms");
    report.tell("64 tasks: p99", middle(&many, "p99_us")? / 1e3, "ms");
    report.tell("64 tasks: writes a commit", middle(&many, "actions_per_commit")?, "");
    Ok(())
}

async fn run(world: &World, tasks: &str) -> Result<String> {
    let program = world.target.join("release/examples/durable_writes");
    let output = Command::new(program).args([tasks, SECONDS]).arg(&world.kept).output().await?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned().into());
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

fn figure(line: &str, name: &str) -> Option<f64> {
    let word = line.split_whitespace().find_map(|word| word.strip_prefix(name)?.strip_prefix('='))?;
    word.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_found_by_name() {
        assert_eq!(figure("tasks=64 p99_us=120 p50_us=3", "p50_us"), Some(3.0));
        assert_eq!(figure("tasks=64", "p50_us"), None);
    }
}
