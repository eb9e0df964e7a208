//! A program of the test's own, whose outputs go to two files; gone when it is dropped.

use std::{
    fs::OpenOptions,
    path::{Path, PathBuf},
    process::{Child, Command, ExitStatus, Stdio},
};

use crate::eventually;

/// A running program.
pub struct Process {
    child: Child,
    log: PathBuf,
    name: String,
}

impl Process {
    /// Starts a program; its standard error is appended to `log`, its standard output to a file beside it.
    pub fn start(mut command: Command, log: &Path) -> Self {
        let name = command.get_program().to_string_lossy().into_owned();
        let open = |path: &Path| OpenOptions::new().create(true).append(true).open(path).unwrap();
        let child = command
            .stdin(Stdio::null())
            .stdout(open(&log.with_extension("out")))
            .stderr(open(log))
            .spawn()
            .unwrap_or_else(|error| panic!("{name} does not start: {error}"));
        Self { child, log: log.to_owned(), name }
    }

    /// The process id.
    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// Everything on the standard error so far.
    pub fn log(&self) -> String {
        String::from_utf8_lossy(&std::fs::read(&self.log).unwrap()).into_owned()
    }

    /// Everything on the standard output so far.
    pub fn printed(&self) -> String {
        let file = self.log.with_extension("out");
        String::from_utf8_lossy(&std::fs::read(file).unwrap()).into_owned()
    }

    /// How the program ended, if it did.
    pub fn ended(&mut self) -> Option<ExitStatus> {
        self.child.try_wait().unwrap()
    }

    /// Panics if the program ended.
    pub fn must_run(&mut self) {
        if let Some(status) = self.ended() {
            panic!("{} ended early with {status}:\n{}", self.name, self.log());
        }
    }

    /// Kills the program, as a power cut would (SIGKILL), and waits until it is gone.
    pub fn kill(&mut self) {
        self.child.kill().ok();
        self.child.wait().unwrap();
    }

    /// Sends a signal by name: `INT`, `TERM`.
    pub fn signal(&self, name: &str) {
        let status = Command::new("kill").args(["-s", name, &self.id().to_string()]).status().unwrap();
        assert!(status.success(), "signal {name} could not be sent");
    }

    /// Sends a signal and waits until the program has ended by itself.
    pub async fn end(&mut self, signal: &str) -> ExitStatus {
        self.signal(signal);
        eventually("the end of the program", async || self.child.try_wait().unwrap()).await
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        if matches!(self.child.try_wait(), Ok(None)) {
            self.kill();
        }
        if std::thread::panicking() {
            eprintln_tail(&self.name, &self.log());
        }
    }
}

/// A test that failed shows what the server said last.
#[expect(clippy::print_stderr, reason = "this is read by whoever looks at a failed test")]
fn eprintln_tail(name: &str, log: &str) {
    let lines: Vec<&str> = log.lines().collect();
    let tail = &lines[lines.len().saturating_sub(30)..];
    eprintln!("---- last lines of {name} ----\n{}", tail.join("\n"));
}
