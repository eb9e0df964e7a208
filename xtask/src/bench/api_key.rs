//! The legacy `x-api-key`, beside a bearer token of the same user. A script signs each of its calls; here one
//! signature is sent again and again, because the server has to read it each time all the same.

use std::time::Duration;

use jsonwebtoken::{EncodingKey, Header};
use serde_json::json;

use super::client::{Connection, get};
use super::load::{Load, keep_asking};
use super::report::{Promise, Report, median};
use super::world::{Login, Server, World};
use crate::Result;
use crate::postgres::{Cluster, Durability};

const PATH: &str = "/api/users/loggedin";
const CONNECTIONS: usize = 16;
const ROUND: Duration = Duration::from_secs(3);
const USERS: u32 = 10_000;

/// Measures in rounds, token and key, on both databases.
pub(super) async fn measure(world: &World, report: &mut Report, rounds: usize) -> Result<()> {
    let server = world.demo(&world.scratch("api-key"), USERS).await?;
    on(server, "SQLite", report, rounds).await?;
    let cluster = Cluster::start(Durability::Full)?;
    let server = world.demo_on(&world.scratch("api-key-postgres"), USERS, Some(cluster.url())).await?;
    on(server, "PostgreSQL", report, rounds).await
}

async fn on(server: Server, database: &str, report: &mut Report, rounds: usize) -> Result<()> {
    let (address, id) = (server.address, server.id()?);
    let login = server.logins()?.pop().ok_or("the demo names no users")?;
    let by_token = get(address, PATH, &[&server.bearer(&login).await?]);
    let by_key = get(address, PATH, &[&signed(&server, &login)?]);
    let example = Connection::open(address).await?.ask(&by_key).await?;
    if example.status != 200 {
        return Err(format!("{PATH} answers {} to an x-api-key", example.status).into());
    }

    let (mut tokens, mut keys, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
    // One round to warm up, not counted.
    for round in 0..=rounds {
        let token = keep_asking(id, address, &by_token, CONNECTIONS, ROUND, 200).await?;
        let key = keep_asking(id, address, &by_key, CONNECTIONS, ROUND, 200).await?;
        if round > 0 {
            ratios.push(key.per_second / token.per_second);
            tokens.push(token);
            keys.push(key);
        }
    }
    let middle = |loads: &[Load], of: fn(&Load) -> f64| median(loads.iter().map(of).collect());
    let name = |what: &str| format!("{database}: {what}");
    report.tell(&name("token: requests a second"), middle(&tokens, |load| load.per_second), "1/s");
    report.tell(&name("key: requests a second"), middle(&keys, |load| load.per_second), "1/s");
    report.tell(&name("token: CPU a request"), middle(&tokens, |load| load.cpu_ms), "ms");
    report.tell(&name("key: CPU a request"), middle(&keys, |load| load.cpu_ms), "ms");
    report.tell(&name("key: p99"), middle(&keys, |load| load.p99_ms), "ms");
    report.check(&name("key: requests a second to token"), median(ratios), "", Promise::AtLeast(0.5));
    server.stop().await
}

/// The header line that a script of this user sends.
fn signed(server: &Server, login: &Login) -> Result<String> {
    // Unless a window is set, the time inside is not checked.
    let claims = json!({ "iat": 1_514_764_800, "email": login.email, "password": login.password });
    let key = EncodingKey::from_secret(server.api_key()?.as_bytes());
    Ok(format!("x-api-key: {}", jsonwebtoken::encode(&Header::default(), &claims, &key)?))
}
