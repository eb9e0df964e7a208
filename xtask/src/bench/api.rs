//! A session- or token-checked request, beside a bare server that returns the same bytes.

use std::net::SocketAddr;
use std::process::Stdio;
use std::time::Duration;

use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};

use super::bare::Canned;
use super::client::{Answer, Connection, get};
use super::load::{Load, keep_asking};
use super::report::{Promise, Report, median};
use super::world::World;
use crate::Result;

const PATH: &str = "/api/users/loggedin";
const CONNECTIONS: usize = 64;
const ROUND: Duration = Duration::from_secs(3);
const USERS: u32 = 10_000;

/// Measures in rounds: session, bare, token, bare.
pub(super) async fn measure(world: &World, report: &mut Report, rounds: usize) -> Result<()> {
    let server = world.demo(&world.scratch("api"), USERS).await?;
    let (address, id) = (server.address, server.id()?);
    let login = server.logins()?.pop().ok_or("the demo names no users")?;
    let by_session = get(address, PATH, &[&server.cookie(&login).await?]);
    let by_token = get(address, PATH, &[&server.bearer(&login).await?]);
    let example = Connection::open(address).await?.ask(&by_token).await?;
    if example.status != 200 {
        return Err(format!("{PATH} answers {}", example.status).into());
    }
    let bare = Bare::start(&example).await?;

    let (mut session, mut token, mut ratios) = (Vec::new(), Vec::new(), [Vec::new(), Vec::new()]);
    let mut bares = Vec::new();
    // One round to warm up, not counted.
    for round in 0..=rounds {
        for (number, request) in [&by_session, &by_token].into_iter().enumerate() {
            let ours = keep_asking(id, address, request, CONNECTIONS, ROUND, 200).await?;
            // The same request, because a long token takes time to read for whoever reads it.
            let theirs = keep_asking(bare.id()?, bare.address, request, CONNECTIONS, ROUND, 200).await?;
            if round > 0 {
                ratios[number].push(ours.per_second / theirs.per_second);
                if number == 0 { &mut session } else { &mut token }.push(ours);
                bares.push(theirs);
            }
        }
    }
    let [session_ratios, token_ratios] = ratios;
    tell(report, "session", &session, Some(session_ratios));
    tell(report, "token", &token, Some(token_ratios));
    tell(report, "bare", &bares, None);
    let cpu = |loads: &[Load]| median(loads.iter().map(|load| load.cpu_ms).collect());
    // Less promised than the others, but what holds on a busy machine, too.
    report.tell("session: CPU a request to bare", cpu(&session) / cpu(&bares), "");
    report.tell("token: CPU a request to bare", cpu(&token) / cpu(&bares), "");
    server.stop().await
}

fn tell(report: &mut Report, who: &str, loads: &[Load], ratios: Option<Vec<f64>>) {
    let middle = |of: fn(&Load) -> f64| median(loads.iter().map(of).collect());
    report.tell(&format!("{who}: requests a second"), middle(|load| load.per_second), "1/s");
    let (cpu, p99) = (middle(|load| load.cpu_ms), middle(|load| load.p99_ms));
    if let Some(ratios) = ratios {
        report.check(&format!("{who}: requests a second to bare"), median(ratios), "", Promise::AtLeast(0.6));
        report.check(&format!("{who}: CPU a request"), cpu, "ms", Promise::AtMost(0.10));
        report.check(&format!("{who}: p99 at {CONNECTIONS} connections"), p99, "ms", Promise::AtMost(5.0));
    } else {
        report.tell(&format!("{who}: CPU a request"), cpu, "ms");
        report.tell(&format!("{who}: p99 at {CONNECTIONS} connections"), p99, "ms");
    }
    report.tell(&format!("{who}: p50 at {CONNECTIONS} connections"), middle(|load| load.p50_ms), "ms");
    report.tell(&format!("{who}: CPU of the client a request"), middle(|load| load.own_cpu_ms), "ms");
}

/// The bare server in its own process; killed when dropped.
struct Bare {
    child: Child,
    address: SocketAddr,
}

impl Bare {
    /// Starts one that answers what `example` was.
    async fn start(example: &Answer) -> Result<Self> {
        // These two it makes itself.
        let own = |name: &str| ["content-length", "date"].iter().any(|own| name.eq_ignore_ascii_case(own));
        let headers = example.head.lines().skip(1).filter_map(|line| line.split_once(':'));
        let headers = headers.filter(|(name, _)| !own(name));
        let headers = headers.map(|(name, value)| (name.to_owned(), value.trim().to_owned())).collect();
        let canned = Canned { path: PATH.to_owned(), headers, body: example.text() };
        let mut child = Command::new(std::env::current_exe()?)
            .args(["bench", "--bare-server", &serde_json::to_string(&canned)?])
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()?;
        let output = child.stdout.take().ok_or("the bare server says nothing")?;
        let port = BufReader::new(output).lines().next_line().await?.ok_or("the bare server says nothing")?;
        Ok(Self { child, address: SocketAddr::from(([127, 0, 0, 1], port.trim().parse()?)) })
    }

    fn id(&self) -> Result<u32> {
        Ok(self.child.id().ok_or("the bare server has ended")?)
    }
}
