//! Power cuts while servers are activated: one slot for each machine, however often it asks, and never one too many.

use std::sync::{
    Arc,
    atomic::{AtomicU32, Ordering},
};

use reqwest::Method;
use seatwarden_e2e::{
    database::Engine,
    demo::{Demo, Person},
    eventually,
    http::Http,
};
use seatwarden_license_file::{Part, PartKind, PrivateKey, Request, Time, VERSION, sign_by_device};
use serde_json::{Value, json};

const MACHINES: u8 = 64;
const LIMIT: usize = 40;
const ROUNDS: u32 = 3;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_machine_holds_one_slot_after_the_server_was_killed_on_sqlite() {
    survives(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_machine_holds_one_slot_after_the_server_was_killed_on_postgresql() {
    survives(Engine::Postgres).await;
}

async fn survives(engine: Engine) {
    let mut demo = Demo::start(engine).await;
    for round in 1..=ROUNDS {
        let code = format!("KILLED-{round}");
        let token = staff(&demo).await;
        issue(&demo, &token, &code).await;
        let granted = Arc::new(AtomicU32::new(0));
        let asked: Vec<_> = (0..MACHINES).map(|number| request(round, number)).collect();
        let asking: Vec<_> = asked
            .iter()
            .map(|request| {
                let (url, token) = (demo.ready().vendor_url.clone(), token.clone());
                let (body, granted) = (body(&code, request), granted.clone());
                tokio::spawn(async move {
                    let http = Http::script(&url);
                    let call = http.request(Method::POST, PATH).bearer_auth(&token).json(&body);
                    let answer = http.try_send(call).await.ok()?;
                    granted.fetch_add(u32::from(answer.status == 201), Ordering::Relaxed);
                    Some(answer.json()["server"]["id"].as_str()?.to_owned())
                })
            })
            .collect();
        // In the middle of the work, each round a little later.
        let is_begun = async || (granted.load(Ordering::Relaxed) >= round * 3).then_some(());
        eventually("some activations", is_begun).await;
        demo.process().kill();
        let mut told = Vec::new();
        for task in asking {
            told.push(task.await.unwrap());
        }

        demo = demo.restart().await;

        let token = staff(&demo).await;
        let again = all_again(&demo, &token, &code, &asked).await;
        for (before, after) in told.iter().zip(&again) {
            assert!(
                before.is_none() || before == after,
                "an acknowledged slot is gone: {before:?} {after:?}"
            );
        }
        assert_eq!(again.iter().flatten().count(), LIMIT);
        let shown = get(&demo, &token, &format!("/api/v1/licensing/packages/{code}/servers")).await;
        let items = shown["items"].as_array().unwrap();
        let names: std::collections::BTreeSet<_> =
            items.iter().map(|server| server["name"].as_str()).collect();
        assert_eq!((items.len(), names.len(), &shown["usage"]["used"]), (LIMIT, LIMIT, &json!(LIMIT)));
    }
}

const PATH: &str = "/api/v1/licensing/activate";

fn body(code: &str, request: &str) -> Value {
    json!({ "package": code, "request": request })
}

/// Every machine sends what it sent before, and once more.
async fn all_again(demo: &Demo, token: &str, code: &str, asked: &[String]) -> Vec<Option<String>> {
    let http = Http::script(&demo.ready().vendor_url);
    let mut servers = Vec::new();
    for request in asked.iter().chain(asked) {
        let call = http.request(Method::POST, PATH).bearer_auth(token).json(&body(code, request));
        let answer = http.send(call).await;
        if answer.status == 409 {
            assert_eq!(answer.json()["legacy_message"], "Your license has exceeded its user limit");
            servers.push(None);
        } else {
            assert!(answer.status / 100 == 2, "{}", answer.body);
            servers.push(answer.json()["server"]["id"].as_str().map(str::to_owned));
        }
    }
    let second = servers.split_off(asked.len());
    assert_eq!(servers, second);
    servers
}

/// A token of the vendor's staff.
async fn staff(demo: &Demo) -> String {
    let issuer = &demo.ready().issuer;
    let person =
        Person { role: String::new(), email: issuer.email.clone(), password: issuer.password.clone() };
    Http::script(&demo.ready().vendor_url).bearer(&person).await
}

async fn get(demo: &Demo, token: &str, path: &str) -> Value {
    Http::script(&demo.ready().vendor_url).get_as(path, token).await.must_be(200).json()
}

async fn issue(demo: &Demo, token: &str, code: &str) {
    let known = get(demo, token, "/api/v1/licensing/packages").await;
    let package = json!({
        "organisation": known["items"][0]["organisation"], "code": code, "name": code, "type": "perpetual",
        "limits": { "servers": LIMIT }, "reason": "a test",
        "seats": { "administrators": null, "designers": null, "viewers": null },
    });
    let http = Http::script(&demo.ready().vendor_url);
    let call = http.request(Method::POST, "/api/v1/licensing/packages").bearer_auth(token).json(&package);
    http.send(call).await.must_be(201);
}

/// What a machine sends, the same each time.
#[expect(clippy::disallowed_methods, reason = "a machine outside of the server has no other clock")]
pub(crate) fn request(round: u32, number: u8) -> String {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
    let name = format!("machine {round} {number}");
    let mut seed = [9; 32];
    seed[0] = number;
    seed[1] = u8::try_from(round).unwrap();
    let request = Request {
        version: VERSION,
        id: format!("request-{number}"),
        made_at: Time::from_seconds(i64::try_from(now.as_secs()).unwrap()),
        package: None,
        name: name.clone(),
        program: "1.0.0".to_owned(),
        salt: "salt".to_owned(),
        parts: [PartKind::OsMachineId, PartKind::RootVolume]
            .map(|kind| Part::new("salt", kind, &name))
            .into(),
    };
    sign_by_device(&PrivateKey::from_seed(&seed), &request).unwrap()
}
