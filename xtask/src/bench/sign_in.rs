//! A sign-in over the API, beside the bare hash.

use std::process::Stdio;
use std::time::Instant;

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader, Lines};
use tokio::process::{Child, ChildStdin, ChildStdout, Command};

use super::client::Connection;
use super::report::{Promise, Report, median, real};
use super::world::{Login, Server, World};
use crate::Result;

/// How many sign-ins a round takes: so many that the hundredths of a second in which Linux counts are no part of the
/// figure.
const COUNT: usize = 200;
const AT_ONCE: usize = 4;

/// Measures in rounds: bare hash, sign-ins one after the other, bare hash on as many threads as the server
/// hashes with, sign-ins four at once.
pub(super) async fn measure(world: &World, report: &mut Report, rounds: usize) -> Result<()> {
    let server = world.demo(&world.scratch("sign-in"), 0).await?;
    let logins = server.logins()?;
    // As many as the server takes by itself.
    let threads = std::thread::available_parallelism()?.get().min(4);
    let (mut bare, mut bare_wide) = (Hash::start(1)?, Hash::start(threads)?);
    let (mut lone, mut many) = (Side::default(), Side::default());
    for round in 0..=rounds {
        let hash = bare.run().await?;
        let (cpu, per_second) = sign_in(&server, &logins, 1).await?;
        let wide = bare_wide.run().await?;
        let (wide_cpu, wide_per_second) = sign_in(&server, &logins, AT_ONCE).await?;
        // The first warms up.
        if round > 0 {
            lone.add(hash, cpu, per_second);
            many.add(wide, wide_cpu, wide_per_second);
        }
    }
    lone.tell(report, "one after the other");
    many.tell(report, &format!("{AT_ONCE} at once"));
    server.stop().await
}

/// Signs in from some connections at once; gives CPU time of the server a sign-in in milliseconds, and
/// sign-ins a second.
async fn sign_in(server: &Server, logins: &[Login], at_once: usize) -> Result<(f64, f64)> {
    let before = server.cpu_ms()?;
    let began = Instant::now();
    let each = COUNT / at_once;
    let local = tokio::task::LocalSet::new();
    let tasks: Vec<_> = (0..at_once)
        .map(|task| {
            let request = server.sign_in_request(&logins[task % logins.len()]);
            let address = server.address;
            local.spawn_local(async move {
                let mut connection = Connection::open(address).await?;
                for _ in 0..each {
                    let status = connection.status(&request).await?;
                    if status != 200 {
                        return Err(format!("a sign-in was answered {status}").into());
                    }
                }
                Result::Ok(())
            })
        })
        .collect();
    local.await;
    for task in tasks {
        task.await??;
    }
    let count = real(each * at_once);
    Ok(((server.cpu_ms()? - before) / count, count / began.elapsed().as_secs_f64()))
}

#[derive(Default)]
struct Side {
    hashes: Vec<f64>,
    sign_ins: Vec<f64>,
    ratios: Vec<f64>,
    per_second: Vec<f64>,
}

impl Side {
    fn add(&mut self, hash: f64, sign_in: f64, per_second: f64) {
        self.hashes.push(hash);
        self.sign_ins.push(sign_in);
        self.ratios.push(sign_in / hash);
        self.per_second.push(per_second);
    }

    fn tell(self, report: &mut Report, how: &str) {
        report.tell(&format!("{how}: CPU of the bare hash"), median(self.hashes), "ms");
        report.tell(&format!("{how}: CPU of a sign-in"), median(self.sign_ins), "ms");
        let name = format!("{how}: sign-in to bare hash");
        report.check(&name, median(self.ratios), "", Promise::AtMost(1.1));
        report.tell(&format!("{how}: sign-ins a second"), median(self.per_second), "1/s");
    }
}

/// The bare hash in its own process; ends when dropped.
struct Hash {
    _child: Child,
    go: ChildStdin,
    times: Lines<BufReader<ChildStdout>>,
}

impl Hash {
    fn start(threads: usize) -> Result<Self> {
        let mut child = Command::new(std::env::current_exe()?)
            .args(["bench", "--bare-hash", &threads.to_string(), &(COUNT / threads).to_string()])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()?;
        let go = child.stdin.take().ok_or("the bare hash takes no input")?;
        let times = child.stdout.take().ok_or("the bare hash says nothing")?;
        Ok(Self { _child: child, go, times: BufReader::new(times).lines() })
    }

    /// CPU time of one hash, in milliseconds.
    async fn run(&mut self) -> Result<f64> {
        self.go.write_all(b"\n").await?;
        self.go.flush().await?;
        Ok(self.times.next_line().await?.ok_or("the bare hash has ended")?.trim().parse()?)
    }
}
