//! A throw-away PostgreSQL: its own cluster in a temporary folder, on a free port of this machine, gone at the end.

use std::fmt::Write as _;
use std::io::Read as _;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

use tempfile::TempDir;

use crate::stop::Stop;
use crate::{Result, install};

/// Folders of clusters start like this, so that a later run finds those whose owner was killed.
const PREFIX: &str = "seatwarden-postgres-";
/// Another program may take the free port before PostgreSQL does.
const START_TRIES: u32 = 3;
/// Settings of every cluster. Tests open many small pools at once.
const SETTINGS: &str = "-c max_connections=400 -c shared_buffers=64MB -c log_min_messages=warning";
/// A test does not care whether its rows survive a power cut.
const CARELESS: &str = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off";

/// What a cluster promises about a commit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Durability {
    /// Nothing; fast. For tests.
    None,
    /// What an operator's server promises. For measurements.
    Full,
}

/// A running cluster; dropping it stops the server and deletes its files.
pub(crate) struct Cluster {
    folder: TempDir,
    programs: PathBuf,
    url: String,
}

impl Cluster {
    /// Makes and starts a cluster with the database `seatwarden`, owned by the superuser `seatwarden`.
    ///
    /// Its default collation is English, not byte order, so that a query that relies on byte order without
    /// saying so is found. Blocks for about two seconds.
    pub(crate) fn start(durability: Durability) -> Result<Self> {
        let programs = install::postgres_programs().ok_or("PostgreSQL is not installed")?;
        sweep(&programs);
        let folder = tempfile::Builder::new().prefix(PREFIX).tempdir()?;
        let password = random_password()?;
        std::fs::write(folder.path().join("password"), &password)?;
        std::fs::write(folder.path().join("owner"), std::process::id().to_string())?;
        if install::is_root() {
            finished(Command::new("chown").args(["-R", "postgres:"]).arg(folder.path()))?;
        }
        let mut cluster = Self { folder, programs, url: String::new() };
        cluster.init()?;
        let port = cluster.listen(durability)?;
        let mut create = cluster.program("createdb");
        create
            .args(["-p", &port.to_string(), "-U", "seatwarden", "-h"])
            .arg(cluster.path())
            .arg("seatwarden");
        finished(&mut create)?;
        cluster.url = format!("postgres://seatwarden:{password}@127.0.0.1:{port}/seatwarden");
        Ok(cluster)
    }

    /// Where the cluster answers, password included.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn init(&self) -> Result<()> {
        let arguments = "--no-sync --username=seatwarden --encoding=UTF8 --locale=C.UTF-8 --locale-provider=icu \
                         --icu-locale=en --auth-local=trust --auth-host=password --pwfile=password -D data";
        finished(self.program("initdb").args(arguments.split_whitespace()))
    }

    /// Starts the server on a free port and says which one it is.
    fn listen(&self, durability: Durability) -> Result<u16> {
        let socket = self.path().display();
        let careless = if durability == Durability::None { CARELESS } else { "" };
        let mut trouble = String::new();
        for _ in 0..START_TRIES {
            let port = TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port();
            let options = format!("-h 127.0.0.1 -p {port} -k '{socket}' {SETTINGS} {careless}");
            let mut start = self.program("pg_ctl");
            start.args(["start", "-w", "-t", "60", "-D", "data", "-l", "log", "-o", &options]);
            match finished(&mut start) {
                Ok(()) => return Ok(port),
                Err(error) => trouble = error.to_string(),
            }
        }
        let log = std::fs::read_to_string(self.path().join("log")).unwrap_or_default();
        Err(format!("{trouble}\n{log}").into())
    }

    /// A program of PostgreSQL that will run in the cluster's folder.
    fn program(&self, name: &str) -> Command {
        as_postgres(&self.programs.join(name), self.path())
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        stop(&self.programs, self.path());
    }
}

/// `cargo xtask postgres`: keeps a cluster running until it is asked to stop.
pub(crate) async fn run(arguments: &[String]) -> Result<ExitCode> {
    let durability = match arguments {
        [] => Durability::None,
        [only] if only == "--durable" => Durability::Full,
        _ => return Err("the only argument of `postgres` is `--durable`".into()),
    };
    let mut stop = Stop::listen()?;
    let cluster = Cluster::start(durability)?;
    println!("{}", cluster.url());
    eprintln!("Ctrl-C stops the server and deletes its data");
    stop.requested().await;
    Ok(ExitCode::SUCCESS)
}

/// PostgreSQL refuses to run as root; its Debian package brings the user `postgres`.
fn as_postgres(program: &Path, folder: &Path) -> Command {
    let mut command = if install::is_root() {
        let mut command = Command::new("runuser");
        command.args(["-u", "postgres", "--"]).arg(program);
        command
    } else {
        Command::new(program)
    };
    // The user `postgres` may not be able to enter the current folder.
    command.current_dir(folder);
    command
}

fn stop(programs: &Path, folder: &Path) {
    if folder.join("data/postmaster.pid").exists() {
        let mut command = as_postgres(&programs.join("pg_ctl"), folder);
        if let Err(trouble) = finished(command.args(["stop", "-m", "immediate", "-w", "-D", "data"])) {
            eprintln!("PostgreSQL was not stopped: {trouble}");
        }
    }
}

/// Stops and deletes the clusters of runs that were killed before they could do it.
fn sweep(programs: &Path) {
    let Ok(entries) = std::fs::read_dir(std::env::temp_dir()) else { return };
    for entry in entries.flatten() {
        if entry.file_name().to_string_lossy().starts_with(PREFIX) && is_orphan(&entry.path()) {
            stop(programs, &entry.path());
            std::fs::remove_dir_all(entry.path()).ok();
        }
    }
}

/// Whether the process that made the cluster is gone. Without a process table to look at, nobody is.
fn is_orphan(folder: &Path) -> bool {
    let Ok(owner) = std::fs::read_to_string(folder.join("owner")) else { return false };
    Path::new("/proc/self").exists()
        && owner.parse::<u32>().is_ok()
        && !Path::new("/proc").join(owner).exists()
}

/// 128 bits from the system, as lower case hexadecimal.
fn random_password() -> Result<String> {
    let mut bytes = [0_u8; 16];
    std::fs::File::open("/dev/urandom")?.read_exact(&mut bytes)?;
    let mut password = String::new();
    for byte in bytes {
        write!(password, "{byte:02x}")?;
    }
    Ok(password)
}

/// Runs a command to its end; its output is shown only if it fails.
fn finished(command: &mut Command) -> Result<()> {
    let output = command.stdin(Stdio::null()).output().map_err(|error| format!("{command:?}: {error}"))?;
    if output.status.success() {
        return Ok(());
    }
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    Err(format!("{command:?} ended with {}\n{out}{err}", output.status).into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cluster_is_an_orphan_only_when_its_owner_is_gone() {
        let folder = tempfile::tempdir().unwrap();
        assert!(!is_orphan(folder.path()));

        std::fs::write(folder.path().join("owner"), std::process::id().to_string()).unwrap();
        assert!(!is_orphan(folder.path()));

        // Above the largest process id that Linux hands out.
        std::fs::write(folder.path().join("owner"), "4194305").unwrap();
        assert!(is_orphan(folder.path()));
    }

    #[test]
    fn passwords_differ_and_need_no_escaping_in_a_url() {
        let (first, second) = (random_password().unwrap(), random_password().unwrap());

        assert_ne!(first, second);
        assert_eq!(first.len(), 32);
        assert!(first.bytes().all(|byte| byte.is_ascii_hexdigit()));
    }
}
