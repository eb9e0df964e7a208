//! Nobody learns from the door who has an account here.

use std::time::Duration;

use seatwarden_e2e::{
    database::Engine,
    demo::Demo,
    http::{Answer, Http},
};

/// What of an answer may differ from one to the next without saying anything.
fn told(answer: &Answer, typed: &str) -> (u16, String, Vec<String>) {
    let mut body = answer.body.replace(typed, "…");
    for mark in ["name=\"csrf\" value=\"", "\"requestId\":\""] {
        while let Some((before, rest)) = body.split_once(mark) {
            let (_, after) = rest.split_once('"').unwrap();
            body = format!("{before}{after}");
        }
    }
    let mut names: Vec<String> = answer.headers.keys().map(ToString::to_string).collect();
    names.sort();
    (answer.status, body, names)
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

/// Same order of magnitude: a hash that is left out would be a hundred times faster.
fn must_be_alike(known: Vec<Duration>, unknown: Vec<Duration>) {
    let (known, unknown) = (median(known), median(unknown));
    let (short, long) = (known.min(unknown), known.max(unknown));
    assert!(long < short * 5 + Duration::from_millis(20), "known {known:?}, unknown {unknown:?}");
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_name_get_the_same_page_after_the_same_work() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let demo = Demo::start(engine).await;
        let (mut known_times, mut unknown_times) = (Vec::new(), Vec::new());
        // Below the number that delays an account.
        let people: Vec<String> = demo.ready().users.iter().map(|user| user.email.clone()).collect();
        for (turn, known) in people.iter().enumerate() {
            let unknown = format!("nobody-{turn}@demo.example");
            let yes = Http::browser(demo.url()).try_sign_in(known, "wrong-password-1").await;
            let no = Http::browser(demo.url()).try_sign_in(&unknown, "wrong-password-1").await;
            assert_eq!(yes.status, 401);
            assert_eq!(told(&yes, known), told(&no, &unknown));
            known_times.push(yes.took);
            unknown_times.push(no.took);
        }
        must_be_alike(known_times, unknown_times);
    }
}

#[tokio::test]
async fn the_login_call_tells_no_more() {
    let demo = Demo::start(Engine::Sqlite).await;
    let script = Http::script(demo.url());
    let known = &demo.user("admin").email;

    let mut answers = Vec::new();
    for name in [known.as_str(), "nobody@demo.example", "", "' OR 1=1 --"] {
        let fields = [("username", name), ("password", "wrong-password-1")];
        let answer = script.post("/api/v1/authentication/login", &fields).await.must_be(401);
        answers.push(told(&answer, "\u{0}"));
    }

    assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:#?}");
}

#[tokio::test]
async fn an_unknown_account_is_held_back_like_a_known_one() {
    let demo = Demo::start(Engine::Sqlite).await;
    let script = Http::script(demo.url());
    let mut series = Vec::new();
    for name in [demo.user("admin").email.as_str(), "nobody@demo.example"] {
        let mut statuses = Vec::new();
        for _ in 0..7 {
            let answer = script
                .post("/api/v1/authentication/login", &[("username", name), ("password", "wrong")])
                .await;
            statuses.push((answer.status, !answer.header("retry-after").is_empty()));
        }
        series.push(statuses);
    }

    assert_eq!(series[0], series[1]);
    assert_eq!(series[0][6], (429, true), "{series:?}");
}

#[tokio::test]
async fn asking_for_a_mail_is_answered_the_same_for_everybody() {
    let demo = Demo::start(Engine::Sqlite).await;
    let known = &demo.user("admin").email;
    let unknown = "nobody@demo.example";
    let mut answers = Vec::new();
    for address in [known.as_str(), unknown] {
        let browser = Http::browser(demo.url());
        let asked = browser.submit("/forgot-password", "/forgot-password", &[("email", address)]).await;
        let asked = asked.must_lead_to("/forgot-password/sent");
        let sent = browser.get("/forgot-password/sent").await.must_be(200);
        // A code is asked for, and refused, the same way.
        let fields = [
            ("code", "00000000"),
            ("new_password", "violet-harbour-teapot-91"),
            ("repeat_password", "violet-harbour-teapot-91"),
        ];
        let code = browser.submit("/forgot-password/sent", "/recover-password", &fields).await;
        answers.push((told(&asked, address), told(&sent, address), told(&code, address), asked.took));
    }

    let (yes, no) = (&answers[0], &answers[1]);
    assert_eq!(yes.0, no.0);
    assert_eq!(yes.1, no.1);
    assert_eq!(yes.2, no.2);
    assert!((400..500).contains(&yes.2.0), "a made-up code was answered with {}", yes.2.0);
    must_be_alike(vec![yes.3], vec![no.3]);
}
