//! 500 sign-ins at once, and everybody else meanwhile.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use super::client::{Answer, Connection, get};
use super::process;
use super::report::{Promise, Report, median, percentile, real};
use super::world::{Server, World};
use crate::Result;

const AT_ONCE: usize = 500;
/// How often the others ask, each of the two pages in turn.
const EVERY: Duration = Duration::from_millis(5);

/// Lets waves of sign-ins loose on a new server, one wave a round.
pub(super) async fn measure(world: &World, report: &mut Report, rounds: usize) -> Result<()> {
    let server = world.demo(&world.scratch("flood"), 0).await?;
    let logins = server.logins()?;
    let cookie = server.cookie(&logins[0]).await?;
    let requests: Vec<_> =
        (0..AT_ONCE).map(|at| server.sign_in_request(&logins[at % logins.len()])).collect();
    let address = server.address;
    let others = vec![get(address, "/login", &[]), get(address, "/api/users/loggedin", &[&cookie])];

    let (mut taken, mut busy, mut silent, mut p50s, mut p99s) = (0, 0, 0, Vec::new(), Vec::new());
    let mut walls = Vec::new();
    for _ in 0..rounds {
        let watch = Watch::start(address, others.clone());
        let began = Instant::now();
        let answers = wave(&server, &requests).await?;
        walls.push(began.elapsed().as_secs_f64());
        let mut times = watch.end()?;
        p50s.push(percentile(&mut times, 50));
        p99s.push(percentile(&mut times, 99));
        for answer in answers {
            match answer.status {
                200 => taken += 1,
                503 if answer.header("retry-after").is_some() => busy += 1,
                503 => silent += 1,
                other => return Err(format!("a sign-in was answered {other}").into()),
            }
        }
    }
    let each = |count: i32| f64::from(count) / real(rounds);
    report.tell("sign-ins taken a wave", each(taken), "");
    report.tell("sign-ins refused as busy a wave", each(busy), "");
    report.check("refusals without Retry-After", f64::from(silent), "", Promise::AtMost(0.0));
    report.check("somebody is refused", f64::from(busy), "", Promise::AtLeast(1.0));
    // 200 MB are 190.7 MiB.
    let peak_mib = process::memory(server.id()?)?.peak_mib;
    report.check("memory at most", peak_mib, "MiB", Promise::AtMost(190.0));
    report.tell("time of a wave", median(walls), "s");
    report.tell("others: p50", median(p50s), "ms");
    report.check("others: p99", median(p99s), "ms", Promise::AtMost(50.0));
    server.stop().await
}

/// All sign-ins at once, each on its own connection, all connected before the first is sent.
async fn wave(server: &Server, requests: &[Vec<u8>]) -> Result<Vec<Answer>> {
    let mut open = Vec::with_capacity(requests.len());
    for _ in requests {
        open.push(Connection::open(server.address).await?);
    }
    let local = tokio::task::LocalSet::new();
    let tasks: Vec<_> = open
        .into_iter()
        .zip(requests)
        .map(|(mut connection, request)| {
            let request = request.clone();
            local.spawn_local(async move { connection.ask(&request).await })
        })
        .collect();
    local.await;
    let mut answers = Vec::with_capacity(tasks.len());
    for task in tasks {
        answers.push(task.await??);
    }
    Ok(answers)
}

/// The others, on a thread of their own, so that the wave does not hold up the clock.
struct Watch {
    done: Arc<AtomicBool>,
    thread: thread::JoinHandle<std::result::Result<Vec<f64>, String>>,
}

impl Watch {
    fn start(address: SocketAddr, requests: Vec<Vec<u8>>) -> Self {
        let done = Arc::new(AtomicBool::new(false));
        let seen = Arc::clone(&done);
        let thread =
            thread::spawn(move || watch(address, &requests, &seen).map_err(|error| error.to_string()));
        Self { done, thread }
    }

    /// The times of the answers, in milliseconds.
    fn end(self) -> Result<Vec<f64>> {
        self.done.store(true, Ordering::SeqCst);
        Ok(self.thread.join().map_err(|_| "the watch broke off")??)
    }
}

/// Asks at fixed moments; the time to an answer counts from the moment it was due, so that a server that
/// stops answering cannot hide it.
#[tokio::main(flavor = "current_thread")]
async fn watch(address: SocketAddr, requests: &[Vec<u8>], done: &AtomicBool) -> Result<Vec<f64>> {
    let mut connection = Connection::open(address).await?;
    let mut times = Vec::new();
    let mut due = Instant::now();
    for request in requests.iter().cycle() {
        if done.load(Ordering::SeqCst) {
            break;
        }
        due += EVERY;
        tokio::time::sleep_until(due.into()).await;
        let asked = Instant::now().max(due);
        let status = connection.status(request).await?;
        if status != 200 {
            return Err(format!("another request was answered {status}").into());
        }
        // The timer of the client wakes up to a millisecond late; that is not the server's.
        let late = asked - due;
        let counted = if late > Duration::from_millis(2) { due } else { asked };
        times.push(counted.elapsed().as_secs_f64() * 1e3);
    }
    Ok(times)
}
