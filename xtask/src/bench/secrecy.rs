//! Whether the time of a refused sign-in tells who has an account (ST-05): known, unknown, disabled and
//! single-sign-on users, one after the other, over and over.

use std::path::Path;
use std::time::{Duration, Instant};

use super::client::{Connection, post};
use super::report::{Promise, Report, median};
use super::world::{Server, World};
use crate::Result;

/// How often a round tries each name.
const TRIES: usize = 200;
/// Tries before anything counts.
const WARM_UP: usize = 20;
/// The largest difference between two medians, in percent of the smaller one (ST-05).
const DIFFERENCE_MAX: f64 = 5.0;
/// What everybody's password is not.
const WRONG: &str = "not-the-password-41";

/// Whose sign-in is tried.
const KINDS: [&str; 4] = ["known", "unknown", "disabled", "sso"];

/// Tries in rounds. Every try comes from another address, as the server is told by a proxy it trusts, so
/// that no limit of guesses gets in the way; the lock-out, which counts tries from everywhere, is off.
pub(super) async fn measure(world: &World, report: &mut Report, rounds: usize) -> Result<()> {
    let data = world.scratch("sign-in-secrecy");
    let variables = [
        ("SEATWARDEN_SERVER__TRUSTED_PROXIES", "127.0.0.1"),
        ("SEATWARDEN_SIGN_IN__LOCKOUT_ENABLED", "false"),
    ];
    let demo = world.demo(&data, 0).await?;
    add_people(&demo).await?;
    demo.stop().await?;
    sign_in_elsewhere(&data)?;
    // The demo itself is not configured.
    let mut server = world.serve_with(&data, &variables)?;
    server.answers().await?;
    let mut connection = Connection::open(server.address).await?;
    let mut times: [Vec<f64>; 4] = Default::default();
    for turn in 0..rounds * TRIES + WARM_UP {
        for place in 0..KINDS.len() {
            // Nobody always comes after the same one.
            let kind = (turn + place) % KINDS.len();
            let took = refused(&server, &mut connection, kind, turn).await?;
            if turn >= WARM_UP {
                times[kind].push(took.as_secs_f64() * 1_000.0);
            }
        }
    }
    tell(report, times);
    server.stop().await
}

fn tell(report: &mut Report, times: [Vec<f64>; 4]) {
    let count = times[0].len();
    let medians = times.map(median);
    for (kind, middle) in KINDS.iter().zip(medians) {
        report.tell(&format!("refused in the middle of {count}: {kind}"), middle, "ms");
    }
    let (least, most) = medians
        .iter()
        .fold((f64::MAX, 0.0_f64), |(least, most), middle| (least.min(*middle), most.max(*middle)));
    let difference = (most - least) / least * 100.0;
    report.check("largest difference of the medians", difference, "%", Promise::AtMost(DIFFERENCE_MAX));
}

/// A user that may sign in, one that is disabled, and one that signs in elsewhere. All have a password.
async fn add_people(server: &Server) -> Result<()> {
    let sysadmin = server.logins()?.pop().ok_or("the demo names nobody")?;
    let bearer = server.bearer(&sysadmin).await?;
    let people: Vec<_> = ["known", "disabled", "sso"]
        .iter()
        .map(|kind| {
            serde_json::json!({
                "email": email(kind), "roleName": "consumer", "password": "violet-harbour-teapot-91",
                "active": *kind != "disabled",
            })
        })
        .collect();
    let headers = ["Content-Type: application/json", bearer.as_str()];
    let body = serde_json::to_string(&people)?;
    let mut connection = Connection::open(server.address).await?;
    let answer = connection.ask(&post(server.address, "/api/users", &headers, &body)).await?;
    if answer.status != 200 {
        return Err(format!("adding people was answered {}: {}", answer.status, answer.text()).into());
    }
    Ok(())
}

/// Makes the third of them sign in elsewhere; no call does.
fn sign_in_elsewhere(data: &Path) -> Result<()> {
    let database = rusqlite::Connection::open(data.join("seatwarden.db"))?;
    let changed = database.execute("update users set origin = 'sso' where email = ?1", [email("sso")])?;
    if changed == 1 { Ok(()) } else { Err("the user of single sign-on is not there".into()) }
}

fn email(kind: &str) -> String {
    format!("{kind}@secrecy.example")
}

async fn refused(server: &Server, connection: &mut Connection, kind: usize, turn: usize) -> Result<Duration> {
    let name = match KINDS[kind] {
        "unknown" => email(&format!("un{turn:03}")),
        kind => email(kind),
    };
    let body = serde_json::json!({ "username": name, "password": WRONG }).to_string();
    let from = format!("X-Forwarded-For: 10.{kind}.{}.{}", turn / 256, turn % 256);
    let headers = ["Content-Type: application/json", from.as_str()];
    let request = post(server.address, "/api/v1/authentication/login", &headers, &body);
    let began = Instant::now();
    let status = connection.status(&request).await?;
    let took = began.elapsed();
    if status == 401 { Ok(took) } else { Err(format!("a wrong password was answered {status}").into()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn difference_is_kept(kinds: [f64; 4]) -> bool {
        let mut report = Report::default();
        tell(&mut report, kinds.map(|middle| vec![middle; 3]));
        report.is_kept()
    }

    #[test]
    fn one_kind_that_stands_out_breaks_the_promise() {
        assert!(difference_is_kept([20.0, 20.5, 20.9, 20.0]));
        assert!(!difference_is_kept([20.0, 20.0, 20.0, 21.1]));
        assert!(!difference_is_kept([20.0, 0.2, 20.0, 20.0]));
    }
}
