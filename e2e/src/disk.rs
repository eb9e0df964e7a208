//! A disk that can be made full and free again, under a running server.

use std::{
    io::{BufRead, BufReader, Write},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

/// Size of the disk, in MiB: several times what a demo needs.
const SIZE_MIB: u32 = 32;

/// A small disk of its own: a file system in memory that only processes in its name space see. Where the
/// system does not let us make one, a limit on the size of files stands in for it.
pub struct SmallDisk {
    place: PathBuf,
    // Its name space lasts as long as this process, which ends with the test.
    keeper: Option<Child>,
}

impl SmallDisk {
    /// Makes a disk and mounts it on the empty folder `place`.
    pub fn mount(place: &Path) -> Self {
        std::fs::create_dir_all(place).unwrap();
        let script = "mount -t tmpfs -o size=\"$2\"m,mode=700 small \"$1\" && echo mounted && exec cat";
        let keeper = Command::new("unshare")
            .args(["--map-root-user", "--mount", "sh", "-c", script, "sh"])
            .arg(place)
            .arg(SIZE_MIB.to_string())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn();
        Self { place: place.to_owned(), keeper: keeper.ok().and_then(mounted) }
    }

    /// Whether it is a disk, and not only a limit.
    pub fn is_real(&self) -> bool {
        self.keeper.is_some()
    }

    /// The same command for a process that sees this disk.
    pub fn seen_by(&self, command: &Command) -> Command {
        let mut wrapped;
        if let Some(keeper) = &self.keeper {
            wrapped = Command::new("nsenter");
            wrapped.args(["--user", "--mount", "--preserve-credentials", "--target"]);
            wrapped.arg(keeper.id().to_string()).arg("--");
        } else {
            wrapped = Command::new("sh");
            // Whoever writes too much gets an error, not a signal.
            wrapped.args(["-c", "trap '' XFSZ; exec \"$@\"", "sh"]);
        }
        wrapped.arg(command.get_program()).args(command.get_args());
        for (name, value) in command.get_envs() {
            match value {
                Some(value) => wrapped.env(name, value),
                None => wrapped.env_remove(name),
            };
        }
        wrapped
    }

    /// Takes all space that is left, under the server with this process id.
    pub fn fill(&self, server: u32) {
        let Some(file) = self.ballast() else { return limit(server, "4096:") };
        let mut file = std::fs::File::create(file).unwrap();
        for size in [1 << 16, 1 << 12, 1] {
            while file.write_all(&vec![0; size]).is_ok() {}
        }
    }

    /// Gives it back.
    pub fn free(&self, server: u32) {
        match self.ballast() {
            Some(file) => std::fs::remove_file(file).unwrap(),
            None => limit(server, "unlimited:"),
        }
    }

    fn ballast(&self) -> Option<PathBuf> {
        self.keeper.as_ref().map(|_| self.seen_from_outside("ballast"))
    }

    /// The way to a file on the disk for those who do not see the disk.
    pub fn seen_from_outside(&self, name: &str) -> PathBuf {
        let Some(keeper) = &self.keeper else { return self.place.join(name) };
        let place = self.place.strip_prefix("/").unwrap();
        Path::new("/proc").join(keeper.id().to_string()).join("root").join(place).join(name)
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        if let Some(keeper) = &mut self.keeper {
            keeper.kill().ok();
            keeper.wait().ok();
        }
    }
}

/// The process, if it could mount its disk.
fn mounted(mut keeper: Child) -> Option<Child> {
    let mut line = String::new();
    BufReader::new(keeper.stdout.take()?).read_line(&mut line).ok()?;
    if line.trim() == "mounted" {
        return Some(keeper);
    }
    keeper.wait().ok();
    None
}

/// Limits the size of the files that a process writes, in bytes.
fn limit(process: u32, size: &str) {
    let status = Command::new("prlimit")
        .args(["--pid", &process.to_string(), &format!("--fsize={size}")])
        .status()
        .expect("prlimit is there");
    assert!(status.success(), "the limit could not be set");
}
