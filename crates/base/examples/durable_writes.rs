//! How many durable actions per second the SQLite writer gives, and what one costs in CPU.
//!
//! `durable_writes [TASKS [SECONDS [DIRECTORY]]]`; one action is begin, two reads, two writes, commit. With
//! `SEATWARDEN_BENCH_POSTGRES` set to a URL it measures that database instead (table `bench_sessions`).
#![expect(clippy::print_stdout, reason = "the figures are the product of this program")]

use std::{
    env, fs,
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use seatwarden_base::{
    Error, Result,
    db::{Db, Engine, Migration, Options},
    secret::Secret,
};

const SCHEMA: &str = "
create table bench_sessions (
    token_hash bytea primary key,
    user_id bigint not null,
    seen_at_ms bigint not null,
    agent text not null
);
create index bench_sessions_user_id_index on bench_sessions (user_id);
";

#[tokio::main]
async fn main() -> Result<()> {
    let mut arguments = env::args().skip(1);
    let tasks = arguments.next().and_then(|word| word.parse().ok()).unwrap_or(64);
    let seconds = arguments.next().and_then(|word| word.parse().ok()).unwrap_or(5);
    let directory = arguments.next().map_or_else(env::temp_dir, PathBuf::from);
    let path = directory.join(format!("durable-writes-{}.sqlite", std::process::id()));
    let db = Db::open(match env::var("SEATWARDEN_BENCH_POSTGRES") {
        Ok(url) => Options::postgres(Secret::new(url), 8),
        Err(_) => Options::sqlite(&path),
    })
    .await?;
    db.migrate(&[Migration { version: 1, name: "bench", sql: SCHEMA }], 0).await?;

    let cpu_before = cpu_seconds();
    let began = Instant::now();
    let times = run(&db, tasks, began + Duration::from_secs(seconds)).await?;
    let (wall, cpu) = (began.elapsed().as_secs_f64(), cpu_seconds() - cpu_before);

    report(tasks, wall, cpu, times, &db);
    let is_file = db.engine() == Engine::Sqlite;
    db.close().await;
    if is_file {
        fs::remove_file(&path).map_err(|error| Error::fault("tidying up", error))?;
    }
    Ok(())
}

/// Runs actions from `tasks` tasks until `until`; gives the time each took, in microseconds.
async fn run(db: &Db, tasks: u64, until: Instant) -> Result<Vec<u128>> {
    let all = Arc::new(Mutex::new(Vec::new()));
    let mut running = Vec::new();
    for task in 0..tasks {
        let (db, all) = (db.clone(), Arc::clone(&all));
        running.push(tokio::spawn(async move {
            let mut own = Vec::new();
            while Instant::now() < until {
                let began = Instant::now();
                let number = (task << 32) | own.len() as u64;
                action(&db, i64::try_from(number).unwrap_or_default()).await?;
                own.push(began.elapsed().as_micros());
            }
            all.lock().unwrap_or_else(PoisonError::into_inner).append(&mut own);
            Ok::<_, Error>(())
        }));
    }
    for task in running {
        task.await.map_err(|error| Error::fault("waiting for a task", error))??;
    }
    Ok(std::mem::take(&mut *all.lock().unwrap_or_else(PoisonError::into_inner)))
}

async fn action(db: &Db, number: i64) -> Result<()> {
    let mut token = [0; 32];
    token[..8].copy_from_slice(&number.wrapping_mul(0x9e37_79b9_7f4a_7c15_u64.cast_signed()).to_le_bytes());
    token[8..16].copy_from_slice(&i64::from(std::process::id()).to_le_bytes());
    let mut tx = db.write().await?;
    tx.sql("select count(*) from bench_sessions where user_id = $1").bind(number).one().await?;
    tx.sql("insert into bench_sessions (token_hash, user_id, seen_at_ms, agent) values ($1, $2, $3, $4)")
        .bind(&token)
        .bind(number)
        .bind(0_i64)
        .bind("Mozilla/5.0 (X11; Linux x86_64)")
        .run()
        .await?;
    tx.sql("update bench_sessions set seen_at_ms = $1 where token_hash = $2")
        .bind(1_i64)
        .bind(&token)
        .run()
        .await?;
    tx.sql("select user_id from bench_sessions where token_hash = $1").bind(&token).first().await?;
    tx.commit().await
}

#[expect(clippy::cast_precision_loss, reason = "figures for people")]
fn report(tasks: u64, wall: f64, cpu: f64, mut times: Vec<u128>, db: &Db) {
    times.sort_unstable();
    let count = times.len().max(1);
    let at = |percent: usize| times.get(count * percent / 100).copied().unwrap_or_default();
    let figures = db.figures();
    println!(
        "tasks={tasks} actions={count} actions_per_second={:.0} cpu_us_per_action={:.1} p50_us={} p99_us={} \
         actions_per_commit={:.1} group_max={}",
        count as f64 / wall,
        cpu * 1e6 / count as f64,
        at(50),
        at(99),
        figures.actions_committed as f64 / figures.groups_committed.max(1) as f64,
        figures.group_actions_max,
    );
}

/// CPU time of this process so far, user and system, in seconds; 0 where `/proc` does not tell. Linux counts
/// it in hundredths of a second.
fn cpu_seconds() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after_name = stat.rsplit(')').next().unwrap_or_default();
    let ticks: f64 =
        after_name.split_whitespace().skip(11).take(2).filter_map(|word| word.parse::<f64>().ok()).sum();
    ticks / 100.0
}
