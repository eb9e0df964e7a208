//! A process that is killed loses nothing it has acknowledged.

use std::{
    env,
    io::{BufRead, BufReader, Write},
    process::{Command, Stdio},
};

use seatwarden_base::{
    db::{Db, EngineOptions, Options},
    secret::Secret,
};

use crate::{add, ids, things};

const CHILD: &str = "SEATWARDEN_TEST_CHILD";
const FIRST: &str = "SEATWARDEN_TEST_CHILD_FIRST";

#[tokio::test]
async fn what_a_killed_process_acknowledged_is_there_afterwards() {
    let test = things().await;
    let address = match &test.options.engine {
        EngineOptions::Sqlite { path } => path.display().to_string(),
        EngineOptions::Postgres { url, .. } => url.reveal().to_owned(),
    };
    test.db.close().await;
    for round in 0..4_i64 {
        let mut child = Command::new(env::current_exe().unwrap())
            .args(["--exact", "crashing::the_process_that_is_killed", "--test-threads", "1"])
            .env(CHILD, &address)
            .env(FIRST, (round * 1_000_000).to_string())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut acknowledged = Vec::new();
        for line in BufReader::new(child.stdout.take().unwrap()).lines() {
            // The last line may have been cut off by the kill; every whole one counts.
            if let Some(id) = line.unwrap().strip_prefix("done ").and_then(|id| id.strip_suffix('.')) {
                acknowledged.push(id.parse::<i64>().unwrap());
            }
            if acknowledged.len() == 200 {
                child.kill().unwrap();
            }
        }
        child.wait().unwrap();

        let db = Db::open(test.options.clone()).await.unwrap();
        let there = ids(&db).await;
        db.close().await;

        assert!(acknowledged.len() >= 200, "the process ended by itself");
        assert!(
            acknowledged.iter().all(|id| there.binary_search(id).is_ok()),
            "an acknowledged write is lost"
        );
    }
}

/// Not a promise of its own: the other process of the test above. Without its variable it has nothing to do.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_process_that_is_killed() {
    let Ok(address) = env::var(CHILD) else { return };
    let first: i64 = env::var(FIRST).unwrap().parse().unwrap();
    let options = if address.starts_with("postgres") {
        Options::postgres(Secret::new(address), 4)
    } else {
        Options::sqlite(address)
    };
    let db = Db::open(options).await.unwrap();
    let mut tasks = Vec::new();
    for task in 0..8 {
        let db = db.clone();
        tasks.push(tokio::spawn(async move {
            for number in 0..100_000 {
                let id = first + task * 100_000 + number;
                add(&db, id).await.unwrap();
                writeln!(std::io::stdout(), "done {id}.").unwrap();
            }
        }));
    }
    for task in tasks {
        task.await.unwrap();
    }
}
