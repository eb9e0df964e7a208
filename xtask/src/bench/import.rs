//! Importing 100,000 users without passwords, 10,000 wrong rows among them, on both databases; also as a workbook
//! would be sent: over the API, checked, applied, looked at.

use std::time::Instant;

use serde_json::Value;

use super::client::{Connection, get, post};
use super::process;
use super::report::{Promise, Report};
use super::world::{Login, Server, World};
use crate::Result;
use crate::postgres::{Cluster, Durability};

const ROWS: usize = 100_000;
/// Every so many rows one is wrong.
const WRONG_EVERY: usize = 10;
const SECONDS_MAX: f64 = 20.0;
const MEMORY_MAX_MIB: f64 = 150.0;

/// Measures both databases.
pub(super) async fn measure(world: &World, report: &mut Report) -> Result<()> {
    let table = table();
    for engine in ["SQLite", "PostgreSQL"] {
        let cluster = if engine == "SQLite" { None } else { Some(Cluster::start(Durability::Full)?) };
        let data = world.scratch(&format!("import-{engine}"));
        let url = cluster.as_ref().map(Cluster::url);
        let demo = world.demo_on(&data, 0, url).await?;
        let logins = demo.logins()?;
        demo.stop().await?;
        // A demo is four servers in one process; what is promised is the memory of one.
        let variables: Vec<_> = url.map(|url| ("SEATWARDEN_DATABASE__URL", url)).into_iter().collect();
        let mut server = world.serve_with(&data, &variables)?;
        server.answers().await?;
        let done = side(&server, &logins, report, engine, &table).await;
        server.stop().await?;
        done?;
    }
    Ok(())
}

fn table() -> String {
    let mut table = "email,userName,firstName,lastName,role,groups\n".to_owned();
    for number in 0..ROWS {
        let at = if number % WRONG_EVERY == 3 { "" } else { "@import.example" };
        let role = if number % 200 == 0 { "Designer" } else { "Viewer" };
        let line = format!("person{number}{at},person{number},Ada {number},Lovelace,{role},Everyone\n");
        table.push_str(&line);
    }
    table
}

async fn side(
    server: &Server,
    logins: &[Login],
    report: &mut Report,
    engine: &str,
    table: &str,
) -> Result<()> {
    let admin =
        logins.iter().find(|login| login.email.starts_with("admin@")).ok_or("the demo has no admin")?;
    let token = server.bearer(admin).await?;
    let mut calls = Calls { connection: Connection::open(server.address).await?, server, token };

    let began = Instant::now();
    let import = calls.post("/api/v1/imports?name=bench.csv", "text/csv", table).await?;
    report.tell(&format!("{engine}: reading the file"), began.elapsed().as_secs_f64(), "s");
    let here = format!("/api/v1/imports/{}", import["id"].as_str().ok_or("the import has no id")?);
    let wish = r#"{"options": {"invites": false}}"#;
    let (checked, seconds) = calls.run(&here, "check", wish, "checked").await?;
    report.tell(&format!("{engine}: dry run"), seconds, "s");
    let (applied, seconds) = calls.run(&here, "apply", "", "applied").await?;
    report.check(&format!("{engine}: applying"), seconds, "s", Promise::AtMost(SECONDS_MAX));
    let peak = process::memory(server.id()?)?.peak_mib;
    report.check(&format!("{engine}: memory at most"), peak, "MiB", Promise::AtMost(MEMORY_MAX_MIB));
    for import in [checked, applied] {
        let (add, wrong) = (import["counts"]["add"].as_u64(), import["counts"]["wrong"].as_u64());
        let wanted = (ROWS - ROWS / WRONG_EVERY, ROWS / WRONG_EVERY);
        if (add, wrong) != (Some(wanted.0 as u64), Some(wanted.1 as u64)) {
            return Err(format!("{add:?} rows to add and {wrong:?} wrong").into());
        }
    }
    let (again, seconds) = calls.again(table, wish).await?;
    report.tell(&format!("{engine}: dry run of the same file again"), seconds, "s");
    let unchanged = again["counts"]["unchanged"].as_u64();
    if unchanged != Some((ROWS - ROWS / WRONG_EVERY) as u64) {
        return Err(format!("{unchanged:?} rows are unchanged the second time").into());
    }
    Ok(())
}

struct Calls<'a> {
    connection: Connection,
    server: &'a Server,
    token: String,
}

impl Calls<'_> {
    async fn post(&mut self, path: &str, kind: &str, body: &str) -> Result<Value> {
        let kind = format!("Content-Type: {kind}");
        let request = post(self.server.address, path, &[&self.token, &kind], body);
        let answer = self.connection.ask(&request).await?;
        if answer.status / 100 != 2 {
            return Err(format!("{path} answers {}: {}", answer.status, answer.text()).into());
        }
        Ok(serde_json::from_slice(&answer.body)?)
    }

    /// Begins a step and waits for its end; the import and the time in seconds.
    async fn run(&mut self, here: &str, step: &str, wish: &str, state: &str) -> Result<(Value, f64)> {
        let began = Instant::now();
        self.post(&format!("{here}/{step}"), "application/json", wish).await?;
        loop {
            let answer = self.connection.ask(&get(self.server.address, here, &[&self.token])).await?;
            let import: Value = serde_json::from_slice(&answer.body)?;
            if import["state"] == state {
                return Ok((import, began.elapsed().as_secs_f64()));
            }
            if import["state"] == "stopped" {
                return Err(format!("the import was stopped: {import}").into());
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
    }

    async fn again(&mut self, table: &str, wish: &str) -> Result<(Value, f64)> {
        let import = self.post("/api/v1/imports", "text/csv", table).await?;
        let here = format!("/api/v1/imports/{}", import["id"].as_str().ok_or("the import has no id")?);
        self.run(&here, "check", wish, "checked").await
    }
}
