//! Power cuts: nothing that was acknowledged is lost, and the server comes back by itself.

use std::sync::{
    Arc, Mutex,
    atomic::{AtomicU32, Ordering},
};

use reqwest::Method;
use seatwarden_e2e::{
    database::Engine,
    demo::{Demo, Person},
    eventually,
    http::Http,
};

const ROUNDS: u32 = 4;

/// What the server has said yes to, by one client.
#[derive(Default)]
struct Acknowledged {
    /// The cookie of the session that began last.
    session: Option<String>,
    /// The first name that was saved last; one more may be stored that was never answered.
    name: Option<String>,
    /// What was sent last, answered or not.
    sent: Option<String>,
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_acknowledged_write_is_lost_when_the_server_is_killed_on_sqlite() {
    survives(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_acknowledged_write_is_lost_when_the_server_is_killed_on_postgresql() {
    survives(Engine::Postgres).await;
}

async fn survives(engine: Engine) {
    let mut demo = Demo::start(engine).await;
    let mut written = 0;
    for round in 1..=ROUNDS {
        let done = Arc::new(AtomicU32::new(0));
        let clients: Vec<_> = demo
            .ready()
            .users
            .clone()
            .into_iter()
            .map(|person| {
                let kept = Arc::new(Mutex::new(Acknowledged::default()));
                let work = client(demo.url().to_owned(), person.clone(), round, kept.clone(), done.clone());
                (person, kept, tokio::spawn(work))
            })
            .collect();
        // In the middle of the work, not before or after it; each round a little later.
        eventually("some writes", async || (done.load(Ordering::Relaxed) >= 10 + 7 * round).then_some(()))
            .await;
        demo.process().kill();
        written += done.load(Ordering::Relaxed);

        let mut kept = Vec::new();
        for (person, acknowledged, work) in clients {
            work.await.unwrap();
            kept.push((person, acknowledged));
        }
        demo = demo.restart().await;
        for (person, acknowledged) in kept {
            let acknowledged = std::mem::take(&mut *acknowledged.lock().unwrap());
            must_be_there(&demo, &person, &acknowledged).await;
        }
        demo.must_have_a_whole_audit_trail();
    }
    assert!(written >= 10 * ROUNDS, "only {written} writes in all rounds");
    // It also ends as it should.
    assert!(demo.process().end("TERM").await.success());
    demo.must_have_a_whole_audit_trail();
}

/// Signs in and changes the name, over and over, until the server is gone.
async fn client(
    url: String,
    person: Person,
    round: u32,
    kept: Arc<Mutex<Acknowledged>>,
    done: Arc<AtomicU32>,
) {
    for turn in 0.. {
        if work(&url, &person, &format!("Round {round} turn {turn}"), &kept, &done).await.is_err() {
            return;
        }
    }
}

async fn work(
    url: &str,
    person: &Person,
    name: &str,
    kept: &Mutex<Acknowledged>,
    done: &AtomicU32,
) -> Result<(), reqwest::Error> {
    let http = Http::browser(url);
    let get = |path| http.try_send(http.request(Method::GET, path));
    let csrf = get("/login").await?.csrf();
    let fields = [("csrf", csrf.as_str()), ("username", &person.email), ("password", &person.password)];
    let entered = http.try_send(http.request(Method::POST, "/login").form(&fields)).await?.must_lead_to("/");
    let session = entered.cookie("seatwarden-local").map(str::to_owned);
    kept.lock().unwrap().session = session;
    done.fetch_add(1, Ordering::Relaxed);

    for step in 0..3 {
        let name = format!("{name} step {step}");
        let csrf = get("/profile/personal-information").await?.must_be(200).csrf();
        kept.lock().unwrap().sent = Some(name.clone());
        let fields = [
            ("csrf", csrf.as_str()),
            ("first_name", &name),
            ("last_name", "Kept"),
            ("user_name", &person.email),
        ];
        let saved =
            http.try_send(http.request(Method::POST, "/profile/personal-information").form(&fields)).await?;
        saved.must_lead_to("/profile/personal-information?done=saved");
        kept.lock().unwrap().name = Some(name);
        done.fetch_add(1, Ordering::Relaxed);
    }
    Ok(())
}

async fn must_be_there(demo: &Demo, person: &Person, acknowledged: &Acknowledged) {
    if let Some(session) = &acknowledged.session {
        let script = Http::script(demo.url());
        let request = script
            .request(Method::GET, "/profile/sessions")
            .header("cookie", format!("seatwarden-local={session}"));
        let answer = script.send(request).await;
        assert_eq!(answer.status, 200, "an acknowledged session of {} is gone", person.email);
    }
    let script = Http::script(demo.url());
    let token = script.bearer(person).await;
    let stored = script.get_as("/api/users/loggedin", &token).await.must_be(200).json();
    let stored = stored["firstName"].as_str().map(str::to_owned);
    if acknowledged.name.is_some() {
        let fits = stored == acknowledged.name || stored == acknowledged.sent;
        assert!(fits, "{}: stored {stored:?}, acknowledged {:?}", person.email, acknowledged.name);
    }
}

#[tokio::test]
async fn a_mail_that_was_promised_is_written_after_the_server_was_killed() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let mut demo = Demo::start(engine).await;
        let person = demo.user("consumer").clone();
        let http = Http::browser(demo.url());
        http.submit("/forgot-password", "/forgot-password", &[("email", &person.email)]).await.must_be(303);
        demo.process().kill();

        let demo = demo.restart().await;

        // It is still to be sent, or is sent already; who was told that it comes will get it.
        let mails = "SELECT CAST(COUNT(*) AS TEXT) FROM mails WHERE kind = 'password_reset.mail'";
        let jobs =
            "SELECT CAST(COUNT(*) AS TEXT) FROM jobs WHERE kind = 'password_reset.mail' AND state <> 'dead'";
        let (mails, jobs) = (demo.text_in_database(mails).await, demo.text_in_database(jobs).await);
        assert!(
            mails.as_deref() != Some("0") || jobs.as_deref() != Some("0"),
            "the promised mail is forgotten on {engine:?}"
        );
    }
}
