//! From start to the first answer, and memory at idle; also with a million users.

use std::path::Path;
use std::time::{Duration, Instant};

use super::client::{Connection, get};
use super::process;
use super::report::{Promise, Report, median};
use super::world::{Server, World};
use crate::Result;

const MILLION: u32 = 1_000_000;
const IDLE: Duration = Duration::from_secs(2);
const FIRST_ANSWER_MAX: Duration = Duration::from_secs(30);
/// How long to wait before asking again whether the server is there.
const STEP: Duration = Duration::from_micros(500);

/// Starts the server again and again on a small installation and on a large one.
pub(super) async fn measure(world: &World, report: &mut Report, rounds: usize) -> Result<()> {
    let small = world.scratch("start");
    world.demo(&small, 0).await?.stop().await?;
    side(world, report, rounds, &small, "a few users", (50.0, 20.0)).await?;

    let large = world.kept.join("million");
    let made = world.kept.join("million.made");
    if !made.exists() {
        eprintln!("making a million users, once …");
        let _ = std::fs::remove_dir_all(&large);
        world.demo(&large, MILLION).await?.stop().await?;
        std::fs::write(&made, "")?;
    }
    side(world, report, rounds, &large, "a million users", (150.0, 40.0)).await
}

async fn side(
    world: &World,
    report: &mut Report,
    rounds: usize,
    data: &Path,
    what: &str,
    (start_max_ms, memory_max_mib): (f64, f64),
) -> Result<()> {
    let (mut starts, mut memories) = (Vec::new(), Vec::new());
    for round in 0..=rounds {
        let began = Instant::now();
        let server = world.serve(data)?;
        first_answer(&server).await?;
        let took = began.elapsed().as_secs_f64() * 1e3;
        // The first reads the file from the disk.
        if round > 0 {
            starts.push(took);
            tokio::time::sleep(IDLE).await;
            memories.push(process::memory(server.id()?)?.now_mib);
        }
        server.stop().await?;
    }
    let start_name = format!("{what}: first answer after");
    report.check(&start_name, median(starts), "ms", Promise::AtMost(start_max_ms));
    let memory_name = format!("{what}: memory at idle");
    report.check(&memory_name, median(memories), "MiB", Promise::AtMost(memory_max_mib));
    Ok(())
}

async fn first_answer(server: &Server) -> Result<()> {
    let request = get(server.address, "/healthz", &[]);
    let until = Instant::now() + FIRST_ANSWER_MAX;
    while Instant::now() < until {
        // It may listen before it answers; the connection then simply waits.
        if let Ok(mut connection) = Connection::open(server.address).await {
            let status = connection.status(&request).await?;
            return if status == 200 { Ok(()) } else { Err(format!("/healthz answers {status}").into()) };
        }
        tokio::time::sleep(STEP).await;
    }
    Err("the server does not answer".into())
}
