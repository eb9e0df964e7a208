//! Activations and renewals a second on one license, over HTTP against the real server, and whether a million of them
//! in the store make the next one slower. A machine's request is signed before it is timed; who asks is known by a
//! token, as for every script that activates more than one server.

use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use seatwarden_license_file::{Part, PartKind, PrivateKey, Renewal, Request, Time, VERSION, sign_by_device};
use serde_json::{Value, json};
use tokio::process::Command;
use tokio::task::LocalSet;

use super::client::{Connection, post};
use super::report::{Promise, Report, median, percentile, real};
use super::world::{Login, Server, World};
use crate::Result;
use crate::postgres::{Cluster, Durability};

const CLIENTS: usize = 64;
const ROUND: Duration = Duration::from_secs(4);
/// How many requests are ready for a second of a round; more than any machine answers.
const READY_A_SECOND: usize = 8_000;
const FEW: u32 = 10_000;
const MANY: u32 = 1_000_000;
const TABLE: &str = "organisation,code,name,type,servers,valid_from,administrators,designers,viewers\n\
    Bench,BENCH,Bench,perpetual,2000000,2020-01-01,none,none,none\n";

/// Measures both databases, then SQLite with ten thousand and with a million activations in the store.
pub(super) async fn measure(world: &World, report: &mut Report, rounds: usize) -> Result<()> {
    for engine in ["SQLite", "PostgreSQL"] {
        let cluster = if engine == "SQLite" { None } else { Some(Cluster::start(Durability::Full)?) };
        let url = cluster.as_ref().map(Cluster::url);
        let data = world.scratch(&format!("activations-{engine}"));
        let login = prepare(world, &data, url).await?;
        let server = start(world, &data, url).await?;
        let token = server.bearer(&login).await?;
        let (mut charged, mut renewed) = (Vec::new(), Vec::new());
        for round in 0..rounds {
            charged.push(activations(&server, &token, round).await?);
            renewed.push(renewals(&server, &token, round).await?);
        }
        let (least, renewals_least) =
            if engine == "SQLite" { (2_000.0, Some(3_000.0)) } else { (500.0, None) };
        let middle = |of: &[Poured]| median(of.iter().map(|poured| poured.per_second).collect());
        report.check(
            &format!("{engine}: activations a second"),
            middle(&charged),
            "1/s",
            Promise::AtLeast(least),
        );
        let name = format!("{engine}: renewals a second");
        match renewals_least {
            Some(least) => report.check(&name, middle(&renewed), "1/s", Promise::AtLeast(least)),
            None => report.tell(&name, middle(&renewed), "1/s"),
        }
        let p99 = median(charged.iter().map(|poured| poured.p99_ms).collect());
        report.tell(&format!("{engine}: p99 of an activation"), p99, "ms");
        server.stop().await?;
    }
    crowded(world, report, rounds).await
}

/// The time of an activation with few and with many in the store.
async fn crowded(world: &World, report: &mut Report, rounds: usize) -> Result<()> {
    let mut middles = Vec::new();
    for count in [FEW, MANY] {
        let data = world.scratch(&format!("activations-{count}"));
        let login = prepare(world, &data, None).await?;
        fill(&data, count)?;
        let server = start(world, &data, None).await?;
        let token = server.bearer(&login).await?;
        // One round to warm up, not counted.
        let mut times = Vec::new();
        for round in 0..=rounds {
            let poured = activations(&server, &token, round).await?;
            if round > 0 {
                times.push(poured.p99_ms);
            }
        }
        server.stop().await?;
        let middle = median(times);
        report.tell(&format!("p99 with {count} activations in the store"), middle, "ms");
        middles.push(middle);
    }
    if let [few, many] = middles[..] {
        report.check("p99 with many to p99 with few", many / few, "", Promise::AtMost(2.0));
    }
    Ok(())
}

/// Makes an installation with people and one license; answers the login of the staff.
pub(super) async fn prepare(world: &World, data: &Path, postgres: Option<&str>) -> Result<Login> {
    let demo = world.demo_on(data, 0, postgres).await?;
    let logins = demo.logins()?;
    let login = logins.into_iter().find(|login| login.email.starts_with("admin@")).ok_or("no admin")?;
    demo.stop().await?;
    let (table, roots) = (data.join("licenses.csv"), data.join("roots"));
    std::fs::write(&table, TABLE)?;
    command(world, data, postgres, &["license", "keys", "init", "--folder"], &roots).await?;
    command(world, data, postgres, &["license", "import"], &table).await?;
    Ok(login)
}

/// Runs a command of the server on its host.
async fn command(
    world: &World,
    data: &Path,
    postgres: Option<&str>,
    words: &[&str],
    path: &Path,
) -> Result<()> {
    let mut command = Command::new(&world.program);
    command.args(words).arg(path).arg("--data-dir").arg(data).envs(variables(postgres));
    let output = command.stdin(Stdio::null()).output().await?;
    if output.status.success() {
        Ok(())
    } else {
        Err(String::from_utf8_lossy(&output.stderr).into_owned().into())
    }
}

fn variables(postgres: Option<&str>) -> Vec<(&'static str, &str)> {
    let mut variables = vec![
        ("SEATWARDEN_LICENSE_SERVER__ENABLED", "true"),
        ("SEATWARDEN_LICENSE_SERVER__ADDRESS_CALLS_PER_MINUTE", "0"),
        ("SEATWARDEN_MAIL__TRANSPORT", "none"),
    ];
    variables.extend(postgres.map(|url| ("SEATWARDEN_DATABASE__URL", url)));
    variables
}

pub(super) async fn start(world: &World, data: &Path, postgres: Option<&str>) -> Result<Server> {
    let mut server = world.serve_with(data, &variables(postgres))?;
    server.answers().await?;
    Ok(server)
}

/// Puts activations into the store of a server that does not run.
fn fill(data: &Path, count: u32) -> Result<()> {
    let database = rusqlite::Connection::open(data.join("seatwarden.db"))?;
    let far = 4_000_000_000_000_i64;
    let numbers =
        format!("with recursive n(i) as (select 1 union all select i + 1 from n where i < {count})");
    let package = "(select id from packages where code = 'BENCH')";
    database.execute_batch(&format!(
        "begin; \
         insert into servers (id, package_id, name, device_key, parts, needed, salt, version, first_seen_at_ms, \
         last_seen_at_ms, last_ip) {numbers} select printf('%024x', i), {package}, 'old ' || i, 'key ' || i, '[]', 2, \
         'salt', '1', 0, 0, '' from n; \
         insert into server_parts (package_id, part, server_id) {numbers} \
         select {package}, 'os_machine_id:' || i, printf('%024x', i) from n; \
         insert into server_parts (package_id, part, server_id) {numbers} \
         select {package}, 'product_uuid:' || i, printf('%024x', i) from n; \
         insert into activations (id, package_id, server_id, user_name, mode, state, slot_no, slot_cap, epoch, \
         charged_at_ms, lease_until_ms, counter, last_request, file_id) {numbers} select printf('a%023x', i), {package}, \
         printf('%024x', i), '', 'online', 'charged', i, 2000000, 0, 0, {far}, 0, '', 'f' || i from n; \
         commit; analyze;"
    ))?;
    Ok(())
}

/// A machine that nobody saw before.
fn machine(number: usize) -> PrivateKey {
    let mut seed = [3; 32];
    for (place, byte) in seed.iter_mut().zip(number.to_le_bytes()) {
        *place = byte;
    }
    PrivateKey::from_seed(&seed)
}

fn parts(number: usize) -> Vec<Part> {
    [PartKind::OsMachineId, PartKind::ProductUuid, PartKind::RootVolume]
        .map(|kind| Part::new("bench", kind, &format!("machine {number}")))
        .into()
}

#[expect(clippy::disallowed_methods, reason = "a machine outside of the server has no other clock")]
fn now() -> Result<Time> {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH)?;
    Ok(Time::from_seconds(i64::try_from(since.as_secs())?))
}

fn request(server: &Server, token: &str, number: usize) -> Result<Vec<u8>> {
    let request = Request {
        version: VERSION,
        id: format!("request-{number}"),
        made_at: now()?,
        package: None,
        name: format!("machine {number}"),
        program: "1.0.0".to_owned(),
        salt: "bench".to_owned(),
        parts: parts(number),
    };
    let signed = sign_by_device(&machine(number), &request)?;
    let body = json!({ "package": "BENCH", "request": signed }).to_string();
    Ok(post(server.address, "/api/v1/licensing/activate", &[token, "Content-Type: application/json"], &body))
}

fn renewal(server: &Server, number: usize, license: &str, counter: u64) -> Result<Vec<u8>> {
    let renewal = Renewal {
        version: VERSION,
        id: format!("renewal-{counter}"),
        made_at: now()?,
        license: license.to_owned(),
        counter,
        bulletin: 0,
        parts: parts(number),
        salt: None,
        program: "1.0.0".to_owned(),
    };
    let body = json!({ "renewal": sign_by_device(&machine(number), &renewal)? }).to_string();
    Ok(post(server.address, "/api/v1/licensing/renew", &["Content-Type: application/json"], &body))
}

/// The first number of the machines of a round.
const fn first(round: usize) -> usize {
    (round + 1) * 1_000_000
}

async fn activations(server: &Server, token: &str, round: usize) -> Result<Poured> {
    let each = READY_A_SECOND * usize::try_from(ROUND.as_secs())? / CLIENTS;
    let mut lines = Vec::with_capacity(CLIENTS);
    for client in 0..CLIENTS {
        let numbers = (0..each).map(|at| first(round) + client * each + at);
        lines.push(numbers.map(|number| request(server, token, number)).collect::<Result<Vec<_>>>()?);
    }
    pour(server, lines, 201).await
}

async fn renewals(server: &Server, token: &str, round: usize) -> Result<Poured> {
    let each = READY_A_SECOND * usize::try_from(ROUND.as_secs())? / CLIENTS;
    let mut lines = Vec::with_capacity(CLIENTS);
    for client in 0..CLIENTS {
        let number = first(round) + 900_000 + client;
        let answer = Connection::open(server.address).await?.ask(&request(server, token, number)?).await?;
        let activated: Value = serde_json::from_slice(&answer.body)?;
        let license = activated["server"]["license"].as_str().ok_or("no license")?.to_owned();
        let counters = 0..u64::try_from(each)?;
        let line = counters.map(|counter| renewal(server, number, &license, counter));
        lines.push(line.collect::<Result<Vec<_>>>()?);
    }
    pour(server, lines, 200).await
}

/// What a round gave.
struct Poured {
    per_second: f64,
    p99_ms: f64,
}

/// Sends each line over a connection of its own, one request after the other, until the time is over.
async fn pour(server: &Server, lines: Vec<Vec<Vec<u8>>>, status: u16) -> Result<Poured> {
    let local = LocalSet::new();
    let mut open = Vec::with_capacity(lines.len());
    for line in lines {
        open.push((Connection::open(server.address).await?, line));
    }
    let began = Instant::now();
    let until = began + ROUND;
    let pouring: Vec<_> = open
        .into_iter()
        .map(|(connection, line)| local.spawn_local(pour_one(connection, line, until, status)))
        .collect();
    local.await;
    let wall = began.elapsed().as_secs_f64();
    let mut times = Vec::new();
    for task in pouring {
        times.append(&mut task.await??);
    }
    Ok(Poured { per_second: real(times.len()) / wall, p99_ms: percentile(&mut times, 99) })
}

async fn pour_one(
    mut connection: Connection,
    line: Vec<Vec<u8>>,
    until: Instant,
    status: u16,
) -> Result<Vec<f64>> {
    let mut times = Vec::with_capacity(line.len());
    for request in line {
        let before = Instant::now();
        if before >= until {
            break;
        }
        let answer = connection.ask(&request).await?;
        if answer.status != status {
            return Err(format!("status {} instead of {status}: {}", answer.status, answer.text()).into());
        }
        times.push(before.elapsed().as_secs_f64() * 1e3);
    }
    Ok(times)
}
