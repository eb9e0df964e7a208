//! A filled installation in a process of its own: started, killed, restarted, gone at the end.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use serde::Deserialize;
use tempfile::TempDir;

use crate::{
    database::{Engine, PostgresDatabase, sqlite_text},
    disk::SmallDisk,
    eventually,
    process::Process,
    seatwarden,
};

/// Somebody who can sign in.
#[derive(Clone, Debug, Deserialize)]
pub struct Person {
    /// The role's name.
    pub role: String,
    /// The address, which is the user name as well.
    pub email: String,
    /// The password.
    pub password: String,
}

/// Somebody who gets into the license server beside the demo, and where.
#[derive(Clone, Debug, Deserialize)]
pub struct Entrance {
    /// Address of the first page.
    pub url: String,
    /// The address, which is the user name as well.
    pub email: String,
    /// The password.
    pub password: String,
}

/// What the server writes when it is ready.
#[derive(Clone, Debug, Deserialize)]
pub struct Ready {
    /// Address of the pages and the API.
    pub url: String,
    /// The same over TLS, if asked for.
    pub tls_url: Option<String>,
    /// The Sys. Admin.
    pub sysadmin: Person,
    /// One user of every other role.
    pub users: Vec<Person>,
    /// The secret that signs `x-api-key`.
    pub api_key: String,
    /// Address of the mails that were kept instead of sent.
    pub inbox_url: String,
    /// Address of the metrics.
    pub metrics_url: String,
    /// Process id of the server.
    pub process_id: u32,
    /// Address of the license server.
    pub vendor_url: String,
    /// A license account.
    pub portal: Entrance,
    /// Somebody of the license server's staff.
    pub issuer: Entrance,
    /// Somebody else of the staff, who approves.
    pub issuer_second: Entrance,
    /// The license account of the demo's own installations.
    pub license: Entrance,
    /// The installation without a network, and its Sys. Admin.
    pub offline: Entrance,
}

/// Everything that outlives one process: data directory and database.
struct Ground {
    folder: TempDir,
    postgres: Option<PostgresDatabase>,
    disk: Option<SmallDisk>,
    log_filter: &'static str,
}

impl Ground {
    async fn new(engine: Engine, log_filter: &'static str) -> Arc<Self> {
        let postgres = match engine {
            Engine::Sqlite => None,
            Engine::Postgres => Some(PostgresDatabase::create().await),
        };
        Arc::new(Self { folder: tempfile::tempdir().unwrap(), postgres, disk: None, log_filter })
    }

    /// A file database on a disk of its own.
    fn on_small_disk() -> Arc<Self> {
        let folder = tempfile::tempdir().unwrap();
        let disk = Some(SmallDisk::mount(&folder.path().join("disk")));
        Arc::new(Self { folder, postgres: None, disk, log_filter: "debug" })
    }

    /// The binary with these arguments, where it sees the data.
    fn command(&self, fill: impl FnOnce(&mut std::process::Command)) -> std::process::Command {
        let mut command = seatwarden();
        fill(&mut command);
        match &self.disk {
            Some(disk) => disk.seen_by(&command),
            None => command,
        }
    }

    fn data_dir(&self) -> PathBuf {
        let disk = self.disk.as_ref().map_or("", |_| "disk");
        self.folder.path().join(disk).join("data")
    }

    /// Where a node logs to: the disk of its data.
    fn log(&self, node: u32) -> PathBuf {
        let name = format!("node-{node}.log");
        match &self.disk {
            Some(disk) => disk.seen_from_outside(&name),
            None => self.folder.path().join(name),
        }
    }
}

/// A running demo.
pub struct Demo {
    // Before the ground: the process ends before its database is dropped.
    process: Process,
    ready: Ready,
    node: u32,
    arguments: Vec<String>,
    ground: Arc<Ground>,
}

impl Demo {
    /// Starts a demo on an empty database.
    pub async fn start(engine: Engine) -> Self {
        Self::start_with(engine, &[]).await
    }

    /// Starts a demo with more arguments: `--tls`.
    pub async fn start_with(engine: Engine, arguments: &[&str]) -> Self {
        let arguments = arguments.iter().map(ToString::to_string).collect();
        Self::on(Ground::new(engine, "debug").await, 1, arguments).await
    }

    /// Starts a demo that logs everything it can.
    pub async fn start_talkative(engine: Engine) -> Self {
        Self::on(Ground::new(engine, "trace").await, 1, Vec::new()).await
    }

    /// Starts a demo on a disk that can be made full.
    pub async fn start_on_small_disk() -> Self {
        Self::on(Ground::on_small_disk(), 1, Vec::new()).await
    }

    /// The disk of a demo that was started on a small one.
    pub fn disk(&self) -> &SmallDisk {
        self.ground.disk.as_ref().expect("the demo was started on a small disk")
    }

    /// Starts two nodes at the same time on an empty database.
    pub async fn start_two(engine: Engine) -> (Self, Self) {
        let ground = Ground::new(engine, "debug").await;
        let first = Self::on(ground.clone(), 1, Vec::new());
        let second = Self::on(ground, 2, Vec::new());
        futures_util::future::join(first, second).await
    }

    /// Starts a second node on the same data and the same database.
    pub async fn beside(&self) -> Self {
        Self::on(self.ground.clone(), self.node + 1, self.arguments.clone()).await
    }

    async fn on(ground: Arc<Ground>, node: u32, arguments: Vec<String>) -> Self {
        let ready_file = ground.folder.path().join(format!("ready-{node}.json"));
        std::fs::remove_file(&ready_file).ok();
        let command = ground.command(|command| {
            command.args(["demo", "--address", "127.0.0.1:0", "--data-dir"]).arg(ground.data_dir());
            command.arg("--ready-file").arg(&ready_file).args(&arguments);
            if let Some(database) = &ground.postgres {
                command.args(["--postgres", database.url()]);
            }
            // Everything that is ever logged is looked through for secrets.
            command.env("SEATWARDEN_SERVER__LOG_FILTER", ground.log_filter);
        });
        let mut process = Process::start(command, &ground.log(node));
        let ready = eventually("the server to be ready", async || {
            process.must_run();
            serde_json::from_slice(&std::fs::read(&ready_file).ok()?).ok()
        })
        .await;
        Self { process, ready, node, arguments, ground }
    }

    /// Addresses and credentials.
    pub fn ready(&self) -> &Ready {
        &self.ready
    }

    /// Address of the pages and the API, without a slash at the end.
    pub fn url(&self) -> &str {
        &self.ready.url
    }

    /// The user of a role, by the role's name.
    pub fn user(&self, role: &str) -> &Person {
        let found = self.ready.users.iter().find(|user| user.role == role);
        found.unwrap_or_else(|| panic!("no user has the role {role}: {:?}", self.ready.users))
    }

    /// The data directory.
    pub fn data_dir(&self) -> PathBuf {
        self.ground.data_dir()
    }

    /// Everything the server logged so far, under all its restarts.
    pub fn log(&self) -> String {
        self.process.log()
    }

    /// Everything the server printed for the person who started it.
    pub fn printed(&self) -> String {
        self.process.printed()
    }

    /// The process, to be sent signals.
    pub fn process(&mut self) -> &mut Process {
        &mut self.process
    }

    /// Starts again what ended or was killed, on the same data; the port is another one.
    pub async fn restart(self) -> Self {
        let (ground, node, arguments) = (self.ground.clone(), self.node, self.arguments.clone());
        drop(self);
        Self::on(ground, node, arguments).await
    }

    /// The first column of the first row of a statement on the server's database.
    pub async fn text_in_database(&self, sql: &str) -> Option<String> {
        match &self.ground.postgres {
            Some(database) => database.text(sql).await,
            None => sqlite_text(&self.data_dir().join("seatwarden.db"), sql),
        }
    }

    /// Runs another command of the binary beside the server, or after it, on the same data.
    pub fn command(&self, arguments: &[&str]) -> std::process::Output {
        let mut command = self.ground.command(|command| {
            command.args(arguments).arg("--data-dir").arg(self.data_dir());
            if let Some(database) = &self.ground.postgres {
                command.env("SEATWARDEN_DATABASE__URL", database.url());
            }
        });
        command.output().unwrap()
    }

    /// Panics unless the audit trail is whole.
    pub fn must_have_a_whole_audit_trail(&self) {
        let output = self.command(&["audit", "verify"]);
        let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert!(output.status.success(), "`audit verify` ended with {}:\n{out}{err}", output.status);
    }
}

/// `seatwarden serve` on an empty data directory.
pub struct Serve {
    process: Process,
    url: String,
    folder: TempDir,
}

impl Serve {
    /// Starts a production server and waits until it answers.
    pub async fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (process, url) = Self::spawn(folder.path()).await;
        Self { process, url, folder }
    }

    async fn spawn(folder: &Path) -> (Process, String) {
        let log = folder.join("serve.log");
        std::fs::remove_file(&log).ok();
        let mut command = seatwarden();
        command.args(["serve", "--address", "127.0.0.1:0", "--data-dir"]).arg(folder.join("data"));
        command.env("SEATWARDEN_SERVER__LOG_FORMAT", "json");
        let mut process = Process::start(command, &log);
        let url = eventually("the server to be ready", async || {
            process.must_run();
            let log = process.log();
            let ready = log.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
            ready
                .filter(|line| line["message"] == "ready")
                .find_map(|line| Some(line["url"].as_str()?.to_owned()))
        })
        .await;
        (process, url)
    }

    /// Ends the server and starts it again on the same data.
    pub async fn restart(self) -> Self {
        let Self { mut process, folder, .. } = self;
        assert!(process.end("TERM").await.success());
        let (process, url) = Self::spawn(folder.path()).await;
        Self { process, url, folder }
    }

    /// Address of the pages and the API.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Everything said since the last start.
    pub fn log(&self) -> String {
        self.process.log()
    }

    /// The set-up secret that was printed at the last start, if one was.
    pub fn setup_secret(&self) -> Option<String> {
        let is_secret = |word: &str| {
            let groups: Vec<&str> = word.split('-').collect();
            groups.len() == 4
                && groups.iter().all(|it| it.len() == 5 && it.chars().all(|c| c.is_ascii_alphanumeric()))
        };
        self.log().split_whitespace().find(|word| is_secret(word)).map(str::to_owned)
    }

    /// Runs another command of the binary on the same data; the address is the running server's.
    pub fn command(&self, arguments: &[&str]) -> std::process::Output {
        let address = self.url.replace("http://localhost:", "127.0.0.1:");
        let mut command = seatwarden();
        command.args(arguments).arg("--data-dir").arg(self.folder.path().join("data"));
        command.env("SEATWARDEN_SERVER__ADDRESS", address).output().unwrap()
    }
}
