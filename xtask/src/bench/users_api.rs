//! Users over the API: the list with roles and groups at 1,000,000 users, and 1,000 users made at once with their
//! passwords while others sign in; both on both databases.

use std::process::Stdio;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader, Lines};
use tokio::process::{Child, ChildStdin, ChildStdout, Command};

use super::client::{Connection, get, post};
use super::load::keep_asking;
use super::report::{Promise, Report, median, percentile, real};
use super::users_list;
use super::world::{Server, World};
use crate::Result;
use crate::postgres::{Cluster, Durability};

const USERS: u32 = 1_000_000;
const LIST: &str = "/api/v1/users?limit=50&expand=role,groups";
const BULK: &str = "/api/v1/users/bulk";
const CONNECTIONS: usize = 16;
const ROUND: Duration = Duration::from_secs(5);
/// How many users one call makes.
const AT_ONCE: usize = 1_000;
/// How often somebody signs in meanwhile.
const SIGN_IN_EVERY: Duration = Duration::from_millis(300);
/// How long sign-ins are watched while nothing else happens.
const QUIET: Duration = Duration::from_secs(15);
/// How many passwords a thread of the yardstick hashes.
const HASHED: usize = 150;

/// Measures the list at a million users on both databases.
pub(super) async fn measure_list(world: &World, report: &mut Report, rounds: usize) -> Result<()> {
    for engine in ["SQLite", "PostgreSQL"] {
        let cluster = if engine == "SQLite" { None } else { Some(Cluster::start(Durability::Full)?) };
        let data = match &cluster {
            None => world.kept.join(format!("users-list-{USERS}")),
            Some(_) => world.scratch("users-api"),
        };
        let server = users_list::prepare(world, &data, USERS, cluster.as_ref()).await?;
        let measured = list(&server, report, rounds, engine).await;
        server.stop().await?;
        measured?;
    }
    Ok(())
}

async fn list(server: &Server, report: &mut Report, rounds: usize, engine: &str) -> Result<()> {
    let request = get(server.address, LIST, &[&server.bearer(&admin(server)?).await?]);
    let example = Connection::open(server.address).await?.ask(&request).await?;
    let users: Value = serde_json::from_slice(&example.body)?;
    let first = users.get(0).ok_or("the list is empty")?;
    if users.as_array().map(Vec::len) != Some(50)
        || first["role"]["name"].is_null()
        || first["groups"][0]["name"].is_null()
    {
        return Err(format!("{LIST} does not answer 50 users with role and groups").into());
    }
    let (mut p50s, mut p99s, mut per_second, mut cpu) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    // One round to warm up, not counted.
    for round in 0..=rounds {
        let load = keep_asking(server.id()?, server.address, &request, CONNECTIONS, ROUND, 200).await?;
        if round > 0 {
            p50s.push(load.p50_ms);
            p99s.push(load.p99_ms);
            per_second.push(load.per_second);
            cpu.push(load.cpu_ms);
        }
    }
    let name = |what: &str| format!("{engine}: {what}");
    report.tell(&name("50 of a million, requests a second"), median(per_second), "1/s");
    report.tell(&name("50 of a million, CPU a request"), median(cpu), "ms");
    report.tell(&name("50 of a million, p50"), median(p50s), "ms");
    report.check(&name("50 of a million, p99"), median(p99s), "ms", Promise::AtMost(20.0));
    Ok(())
}

fn admin(server: &Server) -> Result<super::world::Login> {
    let mut logins = server.logins()?.into_iter();
    Ok(logins.find(|login| login.email.starts_with("admin@")).ok_or("the demo has no admin")?)
}

/// Measures making 1,000 users with passwords on both databases.
pub(super) async fn measure_bulk(world: &World, report: &mut Report, rounds: usize) -> Result<()> {
    for engine in ["SQLite", "PostgreSQL"] {
        let cluster = if engine == "SQLite" { None } else { Some(Cluster::start(Durability::Full)?) };
        let data = world.scratch(&format!("users-bulk-{engine}"));
        let server = world.demo_on(&data, 0, cluster.as_ref().map(Cluster::url)).await?;
        let measured = bulk(&server, report, rounds, engine).await;
        server.stop().await?;
        measured?;
    }
    Ok(())
}

/// In each round the bare hash, then sign-ins alone, then sign-ins while 1,000 users are made.
async fn bulk(server: &Server, report: &mut Report, rounds: usize, engine: &str) -> Result<()> {
    let admin = admin(server)?;
    let bearer = server.bearer(&admin).await?;
    // Somebody else, because a user's hundredth sign-in ends the first one's token.
    let person = server.logins()?.pop().ok_or("the demo names no users")?;
    // As many threads as the server hashes with by itself.
    let threads = thread::available_parallelism()?.get().min(4);
    let mut bare = Hash::start(threads)?;
    let (mut ratios, mut rates, mut quiet, mut meanwhile) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for round in 0..=rounds {
        let bare_rate = bare.per_second().await?;
        let watch = SignIns::start(server, &person);
        tokio::time::sleep(QUIET).await;
        let alone = watch.end()?;
        let watch = SignIns::start(server, &person);
        let began = Instant::now();
        let body = users_to_make(round).to_string();
        let headers = ["Content-Type: application/json", bearer.as_str()];
        let answer =
            Connection::open(server.address).await?.ask(&post(server.address, BULK, &headers, &body)).await?;
        let rate = real(AT_ONCE) / began.elapsed().as_secs_f64();
        let during = watch.end()?;
        if answer.status != 201 {
            return Err(format!("{BULK} answers {}: {}", answer.status, answer.text()).into());
        }
        // The first warms up.
        if round > 0 {
            ratios.push(rate / bare_rate);
            rates.push(rate);
            quiet.extend(alone);
            meanwhile.extend(during);
        }
    }
    let name = |what: &str| format!("{engine}: {what}");
    report.tell(&name("1,000 with passwords, users a second"), median(rates), "1/s");
    report.check(&name("1,000 with passwords, to bare hash"), median(ratios), "", Promise::AtLeast(0.85));
    let (quiet, meanwhile) = (percentile(&mut quiet, 99), percentile(&mut meanwhile, 99));
    report.tell(&name("sign-in alone, p99"), quiet, "ms");
    report.tell(&name("sign-in meanwhile, p99"), meanwhile, "ms");
    report.check(&name("sign-in meanwhile, to alone"), meanwhile / quiet, "times", Promise::AtMost(5.0));
    Ok(())
}

fn users_to_make(round: usize) -> Value {
    (0..AT_ONCE)
        .map(|number| {
            json!({
                "email": format!("bulk{round}-{number}@bench.example"), "firstName": "Bulk", "lastName": "Made",
                "password": format!("copper lantern {round} meadow {number}"),
            })
        })
        .collect()
}

/// Somebody who signs in again and again, on a thread of their own, so that nothing holds up the clock.
struct SignIns {
    done: Arc<AtomicBool>,
    thread: thread::JoinHandle<std::result::Result<Vec<f64>, String>>,
}

impl SignIns {
    fn start(server: &Server, login: &super::world::Login) -> Self {
        let done = Arc::new(AtomicBool::new(false));
        let (seen, request, address) = (Arc::clone(&done), server.sign_in_request(login), server.address);
        let thread =
            thread::spawn(move || watch(address, &request, &seen).map_err(|trouble| trouble.to_string()));
        Self { done, thread }
    }

    /// The times of the sign-ins, in milliseconds.
    fn end(self) -> Result<Vec<f64>> {
        self.done.store(true, Ordering::SeqCst);
        Ok(self.thread.join().map_err(|_| "the sign-ins broke off")??)
    }
}

#[tokio::main(flavor = "current_thread")]
async fn watch(address: std::net::SocketAddr, request: &[u8], done: &AtomicBool) -> Result<Vec<f64>> {
    let mut connection = Connection::open(address).await?;
    let mut times = Vec::new();
    while !done.load(Ordering::SeqCst) {
        let began = Instant::now();
        let status = connection.status(request).await?;
        if status != 200 {
            return Err(format!("a sign-in was answered {status}").into());
        }
        times.push(began.elapsed().as_secs_f64() * 1e3);
        tokio::time::sleep(SIGN_IN_EVERY.saturating_sub(began.elapsed())).await;
    }
    Ok(times)
}

/// The bare hash in its own process; ends when dropped.
struct Hash {
    _child: Child,
    go: ChildStdin,
    times: Lines<BufReader<ChildStdout>>,
    count: usize,
}

impl Hash {
    fn start(threads: usize) -> Result<Self> {
        let mut child = Command::new(std::env::current_exe()?)
            .args(["bench", "--bare-hash", &threads.to_string(), &HASHED.to_string()])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()?;
        let go = child.stdin.take().ok_or("the bare hash takes no input")?;
        let times = child.stdout.take().ok_or("the bare hash says nothing")?;
        Ok(Self { _child: child, go, times: BufReader::new(times).lines(), count: threads * HASHED })
    }

    /// Hashes a second on all threads together, by the clock.
    async fn per_second(&mut self) -> Result<f64> {
        let began = Instant::now();
        self.go.write_all(b"\n").await?;
        self.go.flush().await?;
        self.times.next_line().await?.ok_or("the bare hash has ended")?;
        Ok(real(self.count) / began.elapsed().as_secs_f64())
    }
}
