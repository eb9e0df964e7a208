//! Runs the steps of a chore one after the other, shows what they print, and tells at the end how it went.
//!
//! A failed step does not keep the next from running: one run reports everything that is wrong.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{ExitCode, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use tokio::io::{AsyncBufReadExt, AsyncRead, BufReader};
use tokio::process::{Child, Command};

use crate::Result;
use crate::stop::Stop;
use crate::summary::Tally;

/// No step may take longer; a step that hangs is ended and has failed.
const STEP_MAX: Duration = Duration::from_secs(45 * 60);
/// How long a command that was asked to stop may take until it is killed.
const STOP_MAX: Duration = Duration::from_secs(10);
/// How long to wait for the last lines of a command that has ended but left somebody holding its output.
const LAST_LINES_MAX: Duration = Duration::from_secs(5);

/// Runs steps and remembers how they ended.
pub(crate) struct Runner {
    /// The top folder of the workspace.
    pub(crate) root: PathBuf,
    /// The folder that cargo builds in.
    pub(crate) target: PathBuf,
    /// Whether somebody asked to stop.
    pub(crate) stop: Stop,
    done: Vec<Done>,
    tally: Arc<Mutex<Tally>>,
}

struct Done {
    name: String,
    took: Duration,
    trouble: Option<String>,
}

impl Runner {
    /// A runner for the workspace that this tool was built from.
    pub(crate) fn new() -> Result<Self> {
        let manifest = std::env::var_os("CARGO_MANIFEST_DIR").ok_or("start this with `cargo xtask`")?;
        let root = Path::new(&manifest).parent().ok_or("this tool has lost its workspace")?.to_path_buf();
        let target = target_folder(&root)?;
        Ok(Self { root, target, stop: Stop::listen()?, done: Vec::new(), tally: Arc::default() })
    }

    /// A command that starts in the top folder and sees no setting of the server from the outside.
    pub(crate) fn command(&self, program: impl AsRef<Path>) -> Command {
        let mut command = Command::new(program.as_ref());
        command.current_dir(&self.root);
        for (name, _) in std::env::vars_os() {
            if name.to_string_lossy().starts_with("SEATWARDEN_") {
                command.env_remove(name);
            }
        }
        command
    }

    /// `cargo` with these arguments, words split at blanks.
    pub(crate) fn cargo(&self, arguments: &str) -> Command {
        let mut command = self.command(cargo());
        command.args(arguments.split_whitespace());
        command
    }

    /// Runs the command as a step; says whether it went well.
    pub(crate) async fn step(&mut self, name: &str, command: Command) -> bool {
        let begun = Self::begin(name);
        let trouble = self.execute(command).await.err().map(|trouble| trouble.to_string());
        self.end(name, begun, trouble)
    }

    /// Runs a piece of our own work as a step; hands on what it made.
    pub(crate) fn own_step<T>(&mut self, name: &str, work: impl FnOnce() -> Result<T>) -> Option<T> {
        let begun = Self::begin(name);
        let outcome = if self.stop.is_requested() { Err("stopped".into()) } else { work() };
        let (made, trouble) = match outcome {
            Ok(made) => (Some(made), None),
            Err(trouble) => (None, Some(trouble.to_string())),
        };
        self.end(name, begun, trouble);
        made
    }

    /// Prints how every step ended, then the tests' counts alone on the last line if `counts` is wanted.
    pub(crate) fn finish(&self, counts: bool) -> ExitCode {
        println!("\n== summary");
        for done in &self.done {
            let verdict = if done.trouble.is_some() { "FAILED" } else { "ok" };
            println!("{verdict:>6} {:>7.1} s  {}", done.took.as_secs_f64(), done.name);
        }
        for done in &self.done {
            if let Some(trouble) = &done.trouble {
                println!("FAILED {}: {trouble}", done.name);
            }
        }
        if counts {
            println!("{}", self.tally());
        }
        let good = self.done.iter().all(|done| done.trouble.is_none()) && self.tally().failed == 0;
        if good { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }

    /// The tests counted so far.
    pub(crate) fn tally(&self) -> Tally {
        *self.tally.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn begin(name: &str) -> Instant {
        println!("\n== {name}");
        Instant::now()
    }

    fn end(&mut self, name: &str, begun: Instant, trouble: Option<String>) -> bool {
        let took = begun.elapsed();
        let good = trouble.is_none();
        match &trouble {
            None => println!("== ok after {:.1} s", took.as_secs_f64()),
            Some(trouble) => println!("== FAILED after {:.1} s: {trouble}", took.as_secs_f64()),
        }
        self.done.push(Done { name: name.to_owned(), took, trouble });
        good
    }

    async fn execute(&mut self, mut command: Command) -> Result<()> {
        if self.stop.is_requested() {
            return Err("stopped".into());
        }
        // A group of its own, so that all of it can be stopped and so that a Ctrl-C reaches it once, from here.
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).process_group(0);
        let program = command.as_std().get_program().to_string_lossy().into_owned();
        let mut child = command.spawn().map_err(|error| format!("cannot start `{program}`: {error}"))?;
        let readers = [
            child.stdout.take().map(|pipe| tokio::spawn(show(pipe, std::io::stdout(), self.tally.clone()))),
            child.stderr.take().map(|pipe| tokio::spawn(show(pipe, std::io::stderr(), self.tally.clone()))),
        ];
        let status = tokio::select! {
            status = child.wait() => status?,
            () = self.stop.requested() => {
                end_group(&mut child).await?;
                return Err("stopped".into());
            }
            () = tokio::time::sleep(STEP_MAX) => {
                end_group(&mut child).await?;
                return Err(format!("not done after {} minutes", STEP_MAX.as_secs() / 60).into());
            }
        };
        for reader in readers.into_iter().flatten() {
            let abort = reader.abort_handle();
            if tokio::time::timeout(LAST_LINES_MAX, reader).await.is_err() {
                abort.abort();
            }
        }
        if status.success() { Ok(()) } else { Err(format!("`{program}` ended with {status}").into()) }
    }
}

/// The cargo that runs this tool.
pub(crate) fn cargo() -> PathBuf {
    std::env::var_os("CARGO").map_or_else(|| PathBuf::from("cargo"), PathBuf::from)
}

/// Passes on what a command prints and counts the tests it reports.
async fn show(pipe: impl AsyncRead + Unpin, mut to: impl Write, tally: Arc<Mutex<Tally>>) {
    let mut lines = BufReader::new(pipe);
    let mut line = Vec::new();
    while matches!(lines.read_until(b'\n', &mut line).await, Ok(length) if length > 0) {
        if let Some(counts) = Tally::of_line(&String::from_utf8_lossy(&line)) {
            *tally.lock().unwrap_or_else(PoisonError::into_inner) += counts;
        }
        // A terminal that went away is no reason to let the command block on a full pipe.
        to.write_all(&line).and_then(|()| to.flush()).ok();
        line.clear();
    }
}

/// Asks a command and everything it started to stop, and kills what does not.
async fn end_group(child: &mut Child) -> Result<()> {
    let Some(id) = child.id() else { return Ok(()) };
    let group = format!("-{id}");
    Command::new("kill").args(["-INT", "--", &group]).status().await?;
    if tokio::time::timeout(STOP_MAX, child.wait()).await.is_err() {
        Command::new("kill").args(["-KILL", "--", &group]).status().await?;
        child.wait().await?;
    }
    Ok(())
}

/// The folder that cargo builds in.
pub(crate) fn target_folder(root: &Path) -> Result<PathBuf> {
    let output = std::process::Command::new(cargo())
        .args(["metadata", "--no-deps", "--format-version", "1"])
        .current_dir(root)
        .stderr(Stdio::inherit())
        .output()?;
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout)?;
    let folder = metadata["target_directory"].as_str().ok_or("cargo names no target folder")?;
    Ok(PathBuf::from(folder))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn runner() -> Runner {
        let root = std::env::temp_dir();
        let stop = Stop::listen().unwrap();
        Runner { target: root.clone(), root, stop, done: Vec::new(), tally: Arc::default() }
    }

    fn shell(runner: &Runner, script: &str) -> Command {
        let mut command = runner.command("sh");
        command.args(["-c", script]);
        command
    }

    #[tokio::test]
    async fn a_failed_step_is_remembered_and_the_next_one_runs() {
        let mut runner = runner();

        let first = shell(&runner, "exit 3");
        assert!(!runner.step("first", first).await);
        let second = shell(&runner, "true");
        assert!(runner.step("second", second).await);

        assert_eq!(runner.done.len(), 2);
        assert_eq!(format!("{:?}", runner.finish(true)), format!("{:?}", ExitCode::FAILURE));
    }

    #[tokio::test]
    async fn counts_of_both_streams_are_added() {
        let mut runner = runner();

        let script =
            "echo 'test result: ok. 2 passed; 0 failed'; echo 'Summary [1s] 1 test run: 1 passed' >&2";
        let command = shell(&runner, script);
        runner.step("tests", command).await;

        assert_eq!(runner.tally(), Tally { passed: 3, failed: 0 });
        assert_eq!(format!("{:?}", runner.finish(true)), format!("{:?}", ExitCode::SUCCESS));
    }

    #[tokio::test]
    async fn a_program_that_is_not_there_is_a_failed_step() {
        let mut runner = runner();

        let command = runner.command("seatwarden-has-no-such-program");
        assert!(!runner.step("missing", command).await);
    }

    #[tokio::test]
    async fn the_commands_see_no_setting_of_a_server() {
        let mut runner = runner();

        let command = shell(&runner, "! env | grep -q '^SEATWARDEN_'");
        assert!(runner.step("environment", command).await);
    }
}
