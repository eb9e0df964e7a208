//! The activation application against the real server: how long its status takes from a cold start of the program, and a
//! round trip of an activation. It is made with a one-time code, so that no password is hashed on the way.

use std::collections::BTreeMap;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use seatwarden_activate::{Connection, Credentials, Installation, Trust, Wish, machine::Place};
use seatwarden_license_file::PrivateKey;
use serde_json::Value;

use super::report::{Promise, Report, median, percentile};
use super::world::{Server, World};
use super::{activations, client};
use crate::Result;

/// How often a round activates, and asks for the status.
const TIMES: usize = 20;
const STATUS_MAX_MS: f64 = 20.0;
const ROUND_TRIP_MAX_MS: f64 = 60.0;

/// Measures both on SQLite.
pub(super) async fn measure(world: &World, report: &mut Report, rounds: usize) -> Result<()> {
    let data = world.scratch("activate");
    let login = activations::prepare(world, &data, None).await?;
    let server = activations::start(world, &data, None).await?;
    let token = server.bearer(&login).await?;
    let pinned = data.join("license-roots");
    pin(&data.join("roots"), &pinned)?;
    let program = world.target.join("release/seatwarden-activate");
    let (mut trips, mut statuses) = (Vec::new(), Vec::new());
    for number in 0..rounds * TIMES {
        let code = code(&server, &token).await?;
        let folder = data.join(format!("installation-{number}"));
        let here = installation(&server, &folder.join("license"), &pinned, number)?;
        let took = tokio::task::spawn_blocking(move || trip(&here, code)).await??;
        trips.push(took);
        statuses.push(status(&program, &folder, &pinned, number)?);
    }
    report.tell("activation, slowest of a hundred", percentile(&mut trips.clone(), 99), "ms");
    report.check(
        "activation without the hash of a password",
        median(trips),
        "ms",
        Promise::AtMost(ROUND_TRIP_MAX_MS),
    );
    report.check(
        "status, from the start of the program",
        median(statuses),
        "ms",
        Promise::AtMost(STATUS_MAX_MS),
    );
    server.stop().await
}

/// Writes the public halves of the roots as an administrator would.
fn pin(roots: &Path, file: &Path) -> Result<()> {
    let mut keys = String::new();
    for name in ["root-current.key", "root-standby.key"] {
        let text = std::fs::read_to_string(roots.join(name))?;
        let seed = text.split_whitespace().last().unwrap_or_default();
        keys.push_str(&PrivateKey::parse(seed)?.public().to_string());
        keys.push('\n');
    }
    std::fs::write(file, keys)?;
    Ok(std::fs::set_permissions(file, std::fs::Permissions::from_mode(0o644))?)
}

async fn code(server: &Server, token: &str) -> Result<String> {
    let mut connection = client::Connection::open(server.address).await?;
    let path = "/api/v1/licensing/packages/BENCH/codes";
    let headers = [token, "Content-Type: application/json"];
    let answer = connection.ask(&client::post(server.address, path, &headers, "{}")).await?;
    let body: Value = serde_json::from_slice(&answer.body)?;
    Ok(body["code"].as_str().ok_or_else(|| format!("no code: {}", answer.text()))?.to_owned())
}

fn installation(server: &Server, folder: &Path, roots: &Path, number: usize) -> Result<Installation> {
    let connection = Connection {
        server_url: format!("http://{}", server.address),
        proxy: "none".to_owned(),
        ..Connection::default()
    };
    let trust = Trust::of_this_program(Some(roots))?;
    let mut here = Installation::here(folder, trust, "", connection);
    here.place =
        Place { root: "/".into(), environment: BTreeMap::new(), machine_id: format!("bench-{number}") };
    Ok(here)
}

fn trip(here: &Installation, code: String) -> std::result::Result<f64, seatwarden_activate::Error> {
    let wish = Wish { credentials: Credentials::Code(code.into()), package: None, leaves_sysadmin: false };
    let began = Instant::now();
    here.activate(&wish)?;
    Ok(began.elapsed().as_secs_f64() * 1e3)
}

fn status(program: &Path, data: &Path, roots: &Path, number: usize) -> Result<f64> {
    let mut command = Command::new(program);
    command
        .args(["status", "--json", "--data-dir"])
        .arg(data)
        .env("SEATWARDEN_LICENSE__ROOTS_FILE", roots)
        .env("SEATWARDEN_LICENSE__MACHINE_ID", format!("bench-{number}"))
        .stdin(Stdio::null())
        .stdout(Stdio::null());
    let began = Instant::now();
    let ended = command.status()?;
    let took = began.elapsed().as_secs_f64() * 1e3;
    if ended.success() { Ok(took) } else { Err(format!("status ended with {ended}").into()) }
}
