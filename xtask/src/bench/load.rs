//! Many connections that ask the same again and again, from one thread.

use std::net::SocketAddr;
use std::rc::Rc;
use std::time::{Duration, Instant};

use tokio::task::LocalSet;

use super::client::Connection;
use super::process;
use super::report::{percentile, real};
use crate::Result;

/// What a load made of the server.
pub(super) struct Load {
    /// Answers a second.
    pub(super) per_second: f64,
    /// CPU time of the server per answer, in milliseconds.
    pub(super) cpu_ms: f64,
    /// CPU time of this client per answer, in milliseconds.
    pub(super) own_cpu_ms: f64,
    /// The middle of the times to an answer, in milliseconds.
    pub(super) p50_ms: f64,
    /// The time that 99 of 100 answers did not exceed, in milliseconds.
    pub(super) p99_ms: f64,
}

/// Asks `request` over `connections` connections at once for a while; every answer must have `status`.
/// `server` is the process whose CPU time is counted.
pub(super) async fn keep_asking(
    server: u32,
    address: SocketAddr,
    request: &[u8],
    connections: usize,
    time: Duration,
    status: u16,
) -> Result<Load> {
    let request: Rc<[u8]> = request.into();
    let mut open = Vec::with_capacity(connections);
    for _ in 0..connections {
        let mut connection = Connection::open(address).await?;
        connection.status(&request).await?;
        open.push(connection);
    }
    let (cpu_before, own_before) = (process::cpu_ms(server)?, process::cpu_ms(std::process::id())?);
    let began = Instant::now();
    let until = began + time;
    let local = LocalSet::new();
    let asking: Vec<_> = open
        .into_iter()
        .map(|connection| local.spawn_local(ask_until(connection, Rc::clone(&request), until, status)))
        .collect();
    local.await;
    let wall = began.elapsed().as_secs_f64();
    let cpu = process::cpu_ms(server)? - cpu_before;
    let own_cpu = process::cpu_ms(std::process::id())? - own_before;
    let mut times = Vec::new();
    for task in asking {
        times.append(&mut task.await?.map_err(|trouble| format!("under load: {trouble}"))?);
    }
    let count = real(times.len().max(1));
    Ok(Load {
        per_second: count / wall,
        cpu_ms: cpu / count,
        own_cpu_ms: own_cpu / count,
        p50_ms: percentile(&mut times, 50),
        p99_ms: percentile(&mut times, 99),
    })
}

/// The times of all answers, in milliseconds.
async fn ask_until(
    mut connection: Connection,
    request: Rc<[u8]>,
    until: Instant,
    status: u16,
) -> Result<Vec<f64>> {
    let mut times = Vec::new();
    let mut now = Instant::now();
    while now < until {
        let answered = connection.status(&request).await?;
        if answered != status {
            return Err(format!("status {answered} instead of {status}").into());
        }
        let then = Instant::now();
        times.push((then - now).as_secs_f64() * 1e3);
        now = then;
    }
    Ok(times)
}
