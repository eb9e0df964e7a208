//! Where things are, and the servers that are started, asked and stopped.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

use serde_json::Value;
use tokio::process::{Child, Command};

use super::client::{Connection, form_text, get, post};
use super::process;
use crate::Result;

/// How long a server may take to be ready: with a million users to make, minutes.
const READY_MAX: Duration = Duration::from_secs(15 * 60);
/// How long a server may take to stop.
const STOP_MAX: Duration = Duration::from_secs(30);

/// The top folder of the workspace.
pub(super) fn root() -> Result<PathBuf> {
    let manifest = std::env::var_os("CARGO_MANIFEST_DIR").ok_or("start this with `cargo xtask`")?;
    Ok(Path::new(&manifest).parent().ok_or("this tool has lost its workspace")?.to_path_buf())
}

/// The folder that cargo builds in.
pub(super) fn target(root: &Path) -> Result<PathBuf> {
    crate::runner::target_folder(root)
}

/// Folders and the program that is measured.
pub(super) struct World {
    /// The top folder of the workspace.
    pub(super) root: PathBuf,
    /// The folder that cargo builds in.
    pub(super) target: PathBuf,
    /// The server, optimised.
    pub(super) program: PathBuf,
    /// Where prepared installations are kept from run to run.
    pub(super) kept: PathBuf,
    scratch: tempfile::TempDir,
}

impl World {
    /// Finds everything. The scratch folder is on the disk that is built on, because memory disks make
    /// durable writes look free.
    pub(super) fn prepare() -> Result<Self> {
        let root = root()?;
        let target = target(&root)?;
        let kept = target.join("bench");
        std::fs::create_dir_all(&kept)?;
        let program = target.join("release/seatwarden");
        if !program.is_file() {
            return Err("the server is not built; leave --no-build away".into());
        }
        let scratch = tempfile::tempdir_in(&kept)?;
        Ok(Self { root, target, program, kept, scratch })
    }

    /// A new place in the scratch folder.
    pub(super) fn scratch(&self, name: &str) -> PathBuf {
        self.scratch.path().join(name)
    }

    fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        for (name, _) in std::env::vars_os() {
            if name.to_string_lossy().starts_with("SEATWARDEN_") {
                command.env_remove(name);
            }
        }
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).kill_on_drop(true);
        command
    }

    /// Starts a demo in `data` and waits until it is ready.
    pub(super) async fn demo(&self, data: &Path, users: u32) -> Result<Server> {
        self.demo_on(data, users, None).await
    }

    /// The same on a PostgreSQL database, if its URL is given.
    pub(super) async fn demo_on(&self, data: &Path, users: u32, postgres: Option<&str>) -> Result<Server> {
        let ready_file = data.with_extension("ready.json");
        let _ = std::fs::remove_file(&ready_file);
        let mut command = self.command();
        command.args(["demo", "--address", "127.0.0.1:0", "--users", &users.to_string(), "--data-dir"]);
        command.arg(data).arg("--ready-file").arg(&ready_file);
        if let Some(url) = postgres {
            command.args(["--postgres", url]);
        }
        let mut child = command.spawn()?;
        let until = Instant::now() + READY_MAX;
        while !ready_file.exists() {
            if let Some(status) = child.try_wait()? {
                return Err(format!("the server ended at once: {status}").into());
            }
            if Instant::now() > until {
                return Err("the server was not ready in time".into());
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        let ready: Value = serde_json::from_slice(&std::fs::read(&ready_file)?)?;
        let url = ready["url"].as_str().unwrap_or_default();
        let port = url.rsplit(':').next().unwrap_or_default().parse()?;
        Ok(Server { child, address: SocketAddr::from(([127, 0, 0, 1], port)), ready })
    }

    /// Starts the server for production in `data`; does not wait.
    pub(super) fn serve(&self, data: &Path) -> Result<Server> {
        self.serve_with(data, &[])
    }

    /// The same with more variables of the environment.
    pub(super) fn serve_with(&self, data: &Path, variables: &[(&str, &str)]) -> Result<Server> {
        let port = std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let address = SocketAddr::from(([127, 0, 0, 1], port));
        let mut command = self.command();
        command.envs(variables.iter().copied());
        command.args(["serve", "--address", &address.to_string(), "--data-dir"]).arg(data);
        Ok(Server { child: command.spawn()?, address, ready: Value::Null })
    }
}

/// A server that runs; killed when dropped.
pub(super) struct Server {
    child: Child,
    /// Where it listens.
    pub(super) address: SocketAddr,
    /// What a demo says of itself when it is ready.
    ready: Value,
}

/// A person who can sign in.
#[derive(Clone, Debug)]
pub(super) struct Login {
    /// The e-mail address.
    pub(super) email: String,
    /// The password.
    pub(super) password: String,
}

impl Server {
    /// The process.
    pub(super) fn id(&self) -> Result<u32> {
        Ok(self.child.id().ok_or("the server has ended")?)
    }

    /// Waits until it answers.
    pub(super) async fn answers(&mut self) -> Result<()> {
        let until = Instant::now() + READY_MAX;
        while Connection::open(self.address).await.is_err() {
            if let Some(status) = self.child.try_wait()? {
                return Err(format!("the server ended at once: {status}").into());
            }
            if Instant::now() > until {
                return Err("the server was not ready in time".into());
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        Ok(())
    }

    /// CPU time so far, in milliseconds.
    pub(super) fn cpu_ms(&self) -> Result<f64> {
        process::cpu_ms(self.id()?)
    }

    /// Everybody of the demo who can sign in.
    pub(super) fn logins(&self) -> Result<Vec<Login>> {
        let users = self.ready["users"].as_array().ok_or("the demo names no users")?;
        let login = |user: &Value| {
            let text = |name: &str| user[name].as_str().map(str::to_owned);
            Some(Login { email: text("email")?, password: text("password")? })
        };
        Ok(users.iter().chain([&self.ready["sysadmin"]]).filter_map(login).collect())
    }

    /// The key of the demo that signs an `x-api-key`.
    pub(super) fn api_key(&self) -> Result<&str> {
        Ok(self.ready["api_key"].as_str().ok_or("the demo tells no key")?)
    }

    /// The request that signs in over the API.
    pub(super) fn sign_in_request(&self, login: &Login) -> Vec<u8> {
        let body = serde_json::json!({ "username": login.email, "password": login.password }).to_string();
        post(self.address, "/api/v1/authentication/login", &["Content-Type: application/json"], &body)
    }

    /// Signs in over the API; gives the header line with the token.
    pub(super) async fn bearer(&self, login: &Login) -> Result<String> {
        let mut connection = Connection::open(self.address).await?;
        let answer = connection.ask(&self.sign_in_request(login)).await?;
        let json: Value = serde_json::from_slice(&answer.body)?;
        let token = json["access_token"].as_str().ok_or("the sign-in gave no token")?;
        Ok(format!("Authorization: Bearer {token}"))
    }

    /// Signs in over the page; gives the header line with the session's cookie.
    pub(super) async fn cookie(&self, login: &Login) -> Result<String> {
        let mut connection = Connection::open(self.address).await?;
        let page = connection.ask(&get(self.address, "/login", &[])).await?;
        let text = page.text();
        let csrf =
            between(&text, "name=\"csrf\" value=\"", "\"").ok_or("the sign-in page has no csrf field")?;
        let cookies: Vec<_> = page.headers("set-cookie").filter_map(|line| line.split(';').next()).collect();
        let own = format!("Cookie: {}", cookies.join("; "));
        let body = format!(
            "username={}&password={}&csrf={}",
            form_text(&login.email),
            form_text(&login.password),
            form_text(csrf)
        );
        let headers = ["Content-Type: application/x-www-form-urlencoded", &own];
        let answer = connection.ask(&post(self.address, "/login", &headers, &body)).await?;
        let session = answer.headers("set-cookie").find(|line| line.starts_with("seatwarden-local="));
        let session = session.and_then(|line| line.split(';').next());
        let session = session.ok_or_else(|| format!("the sign-in page answered {}", answer.status))?;
        Ok(format!("Cookie: {session}"))
    }

    /// Asks it to stop and waits until it has.
    pub(super) async fn stop(mut self) -> Result<()> {
        let id = self.id()?.to_string();
        Command::new("kill").args(["-TERM", &id]).status().await?;
        tokio::time::timeout(STOP_MAX, self.child.wait()).await.map_err(|_| "the server does not stop")??;
        Ok(())
    }
}

/// The text between two marks.
pub(super) fn between<'a>(text: &'a str, before: &str, after: &str) -> Option<&'a str> {
    text.split_once(before)?.1.split_once(after).map(|(wanted, _)| wanted)
}
