//! Calls with an `Idempotency-Key`, and power cuts in the middle of them: nothing is done twice, and what was answered is
//! answered alike.

use std::{
    collections::BTreeMap,
    sync::{
        Arc, Mutex,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};

use reqwest::Method;
use seatwarden_e2e::{
    database::Engine,
    demo::Demo,
    eventually,
    http::{Answer, Http},
    within,
};
use serde_json::json;

const ROUNDS: u32 = 3;
const CLIENTS: u32 = 6;
/// A call that ended before its act is begun anew after the longest time that a request may take, 40 seconds.
const PATIENCE: Duration = Duration::from_secs(90);

/// What was sent, by title: the body of its answer, if there was one. The title is the key as well.
type Sent = Arc<Mutex<BTreeMap<String, Option<String>>>>;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_call_with_a_key_is_done_once_however_often_the_server_is_killed_on_sqlite() {
    killed(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_call_with_a_key_is_done_once_however_often_the_server_is_killed_on_postgresql() {
    killed(Engine::Postgres).await;
}

async fn killed(engine: Engine) {
    let mut demo = Demo::start(engine).await;
    let sent = Sent::default();
    for round in 1..=ROUNDS {
        let done = Arc::new(AtomicU32::new(0));
        let token = bearer(&demo).await;
        let clients: Vec<_> = (0..CLIENTS)
            .map(|client| {
                let name = format!("round {round} client {client}");
                tokio::spawn(work(demo.url().to_owned(), token.clone(), name, sent.clone(), done.clone()))
            })
            .collect();
        eventually("some calls", async || (done.load(Ordering::Relaxed) >= 20 + 11 * round).then_some(()))
            .await;
        demo.process().kill();
        for client in clients {
            client.await.unwrap();
        }
        demo = demo.restart().await;
    }

    // Whoever got no answer asks again until there is one; whoever got one gets the same.
    let token = bearer(&demo).await;
    let sent = std::mem::take(&mut *sent.lock().unwrap());
    let unanswered = sent.values().filter(|answer| answer.is_none()).count();
    let http = Http::script(demo.url());
    for (title, before) in &sent {
        let answer = within(PATIENCE, async || {
            let answer = make(&http, &token, title).await.unwrap();
            let is_in_flight = answer.status == 409 && answer.json()["code"] == "idempotency.in_flight";
            if is_in_flight {
                assert_ne!(answer.header("retry-after"), "");
                tokio::time::sleep(Duration::from_millis(500)).await;
            }
            (!is_in_flight).then_some(answer)
        });
        let answer = answer.await.unwrap_or_else(|| panic!("`{title}` stays in flight"));
        match before {
            Some(before) => {
                assert_eq!((answer.status, &answer.body), (201, before), "{title}");
                assert_eq!(answer.header("idempotency-replayed"), "true", "{title}");
            }
            None if answer.status == 409 => assert_eq!(answer.json()["code"], "idempotency.answer_lost"),
            None => assert_eq!(answer.status, 201, "{title}: {}", answer.body),
        }
    }

    let folders = http.get_as("/api/v1/folders", &token).await.must_be(200).json();
    let mut made: BTreeMap<&str, u32> = BTreeMap::new();
    for folder in folders.as_array().unwrap() {
        *made.entry(folder["name"].as_str().unwrap()).or_default() += 1;
    }
    for title in sent.keys() {
        assert_eq!(made.get(title.as_str()), Some(&1), "`{title}` was made another number of times");
    }
    let cut_off = ROUNDS * CLIENTS;
    assert!(sent.len() > 60 && unanswered <= cut_off as usize, "{unanswered} of {} unanswered", sent.len());
    demo.must_have_a_whole_audit_trail();
}

async fn bearer(demo: &Demo) -> String {
    Http::script(demo.url()).bearer(demo.user("admin")).await
}

/// Makes a folder, for which no name is ever taken: done twice, there are two.
async fn make(http: &Http, token: &str, title: &str) -> Result<Answer, reqwest::Error> {
    let request = http
        .request(Method::POST, "/api/v1/folders")
        .bearer_auth(token)
        .header("idempotency-key", title.replace(' ', "-"))
        .json(&json!({ "name": title }));
    http.try_send(request).await
}

/// Makes folders until the server is gone.
async fn work(url: String, token: String, name: String, sent: Sent, done: Arc<AtomicU32>) {
    let http = Http::script(&url);
    for turn in 0.. {
        let title = format!("{name} turn {turn}");
        sent.lock().unwrap().insert(title.clone(), None);
        match make(&http, &token, &title).await {
            Ok(answer) => {
                let body = answer.must_be(201).body;
                sent.lock().unwrap().insert(title, Some(body));
                done.fetch_add(1, Ordering::Relaxed);
            }
            Err(_) => return,
        }
    }
}
