//! The list of users at 10,000 and at 1,000,000 users, on both databases: every order, deep pages, searches for
//! none, one, a thousand and all, and filters. The whole page is measured, as a browser asks for it.

use std::path::Path;
use std::time::Instant;

use super::client::{Connection, get};
use super::report::{Promise, Report, median, percentile, real};
use super::world::{Server, World, between};
use crate::Result;
use crate::postgres::{Cluster, Durability};

const SMALL: u32 = 10_000;
const LARGE: u32 = 1_000_000;
/// How often each page is asked for in one round.
const ASKED: usize = 40;
/// How often the page is asked for whose CPU time is measured, because it is counted in hundredths of a second.
const ASKED_FOR_CPU: usize = 1_000;
const P99_MAX_MS: f64 = 50.0;
const GROWTH_MAX: f64 = 2.0;

/// A page and its times in milliseconds.
struct Timed {
    name: &'static str,
    times: Vec<f64>,
}

/// Measures both databases in both sizes.
pub(super) async fn measure(world: &World, report: &mut Report, rounds: usize) -> Result<()> {
    for engine in ["SQLite", "PostgreSQL"] {
        let small = side(world, report, rounds, engine, SMALL).await?;
        let large = side(world, report, rounds, engine, LARGE).await?;
        for (mut small, mut large) in small.into_iter().zip(large) {
            let name = format!("{engine}: {}", large.name);
            report.tell(&format!("{name}, p99 at 10,000"), percentile(&mut small.times, 99), "ms");
            let p99 = percentile(&mut large.times, 99);
            report.check(&format!("{name}, p99"), p99, "ms", Promise::AtMost(P99_MAX_MS));
            let growth = median(large.times) / median(small.times);
            report.check(&format!("{name}, to 10,000"), growth, "times", Promise::AtMost(GROWTH_MAX));
        }
    }
    Ok(())
}

async fn side(
    world: &World,
    report: &mut Report,
    rounds: usize,
    engine: &str,
    users: u32,
) -> Result<Vec<Timed>> {
    eprintln!("  {engine} with {users} users …");
    let cluster = if engine == "SQLite" { None } else { Some(Cluster::start(Durability::Full)?) };
    let data = match &cluster {
        None => world.kept.join(format!("users-list-{users}")),
        Some(_) => world.scratch(&format!("users-list-{users}")),
    };
    let made = Instant::now();
    let server = prepare(world, &data, users, cluster.as_ref()).await?;
    report.tell(&format!("{engine}: made and ready, {users} users"), made.elapsed().as_secs_f64(), "s");
    let measured = pages(&server, report, rounds, engine, users).await;
    server.stop().await?;
    measured
}

/// A demo of that size. A SQLite file is kept for the next time, once it is whole.
pub(super) async fn prepare(
    world: &World,
    data: &Path,
    users: u32,
    cluster: Option<&Cluster>,
) -> Result<Server> {
    if let Some(cluster) = cluster {
        return world.demo_on(data, users, Some(cluster.url())).await;
    }
    let made = data.with_extension("made");
    let is_made = made.exists();
    if !is_made {
        let _ = std::fs::remove_dir_all(data);
    }
    let server = world.demo(data, if is_made { 0 } else { users }).await?;
    std::fs::write(&made, "")?;
    Ok(server)
}

async fn pages(
    server: &Server,
    report: &mut Report,
    rounds: usize,
    engine: &str,
    users: u32,
) -> Result<Vec<Timed>> {
    let logins = server.logins()?;
    let admin =
        logins.iter().find(|login| login.email.starts_with("admin@")).ok_or("the demo has no admin")?;
    let cookie = server.cookie(admin).await?;
    let mut connection = Connection::open(server.address).await?;
    let deep = format!("after={:024}", users / 2);
    let page = connection.ask(&get(server.address, &format!("/admin/users?{deep}"), &[&cookie])).await?;
    let page = page.text();
    let row = page.split("name=\"id\"").nth(1).ok_or("the deep page has no rows")?;
    let one = between(row, "<bdi>", "</bdi>").ok_or("the deep page names nobody")?.to_owned();
    // As many in either size: 974 and 936.
    let some = if users == LARGE { "lindqvist" } else { "ald" };
    let asked: Vec<(&'static str, String)> = vec![
        ("first page", String::new()),
        ("deep page", deep.clone()),
        ("by e-mail", "sort=email".into()),
        ("by name, downwards", "sort=name&desc=1".into()),
        ("by role", "sort=role".into()),
        ("by last activity, downwards", "sort=last_active&desc=1".into()),
        ("by creation", "sort=created".into()),
        ("by role, deep", format!("sort=role&{deep}")),
        ("by name, deep", format!("sort=name&{deep}")),
        ("search for none", "search=zzqqxx".into()),
        ("search for one", format!("search={one}")),
        ("search for a thousand", format!("search={some}&sort=last_active&desc=1")),
        ("search for all", "search=crowd.example&sort=email".into()),
        ("two letters", "search=wa".into()),
        ("seat of few", "seat=administrators&sort=created".into()),
        ("invited", "state=invited&sort=name".into()),
        ("idle for 90 days, longest last", "idle=90&sort=last_active&desc=1".into()),
        ("three filters", "state=active&origin=sso&seat=designers&sort=email".into()),
    ];
    let mut timed: Vec<Timed> = asked.iter().map(|(name, _)| Timed { name, times: Vec::new() }).collect();
    for round in 0..=rounds {
        for ((_, query), timed) in asked.iter().zip(&mut timed) {
            let request = get(server.address, &format!("/admin/users?{query}"), &[&cookie]);
            for _ in 0..ASKED {
                let began = Instant::now();
                let status = connection.status(&request).await?;
                if status != 200 {
                    return Err(format!("/admin/users?{query} answers {status}").into());
                }
                // The first round reads from the disk.
                if round > 0 {
                    timed.times.push(began.elapsed().as_secs_f64() * 1e3);
                }
            }
        }
    }
    if users == SMALL {
        let request = get(server.address, "/admin/users", &[&cookie]);
        let before = server.cpu_ms()?;
        let mut answers = Vec::new();
        for _ in 0..ASKED_FOR_CPU {
            let began = Instant::now();
            connection.status(&request).await?;
            answers.push(began.elapsed().as_secs_f64() * 1e3);
        }
        let cpu = (server.cpu_ms()? - before) / real(ASKED_FOR_CPU);
        report.check(&format!("{engine}: CPU of a page of 50"), cpu, "ms", Promise::AtMost(0.5));
        report.check(&format!("{engine}: a page of 50, p50"), median(answers), "ms", Promise::AtMost(1.5));
    }
    Ok(timed)
}
