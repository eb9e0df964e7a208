//! Two servers on one PostgreSQL, and two processes on one SQLite file.

use reqwest::Method;
use seatwarden_e2e::{
    database::Engine,
    demo::Demo,
    http::{Http, value_after},
};

#[tokio::test]
async fn two_servers_that_start_at_once_on_an_empty_database_become_one_installation() {
    let (first, second) = Demo::start_two(Engine::Postgres).await;

    assert_eq!(first.ready().api_key, second.ready().api_key);
    for node in [&first, &second] {
        // What either wrote into its ready file is true on both.
        Http::browser(first.url()).sign_in(&node.ready().sysadmin).await;
        Http::browser(second.url()).sign_in(&node.ready().sysadmin).await;
    }
    let script = Http::script(second.url());
    let token = script.bearer(&first.ready().sysadmin).await;
    assert_eq!(script.get_as("/api/users/count", &token).await.must_be(200).json()["count"], 6);
    first.must_have_a_whole_audit_trail();
}

#[tokio::test]
async fn what_ends_on_one_server_is_over_on_the_other_at_once() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        what_ends_on_one_server(engine).await;
    }
}

async fn what_ends_on_one_server(engine: Engine) {
    let demo = Demo::start(engine).await;
    let beside = demo.beside().await;
    let person = demo.user("contributor");
    let here = Http::browser(demo.url());
    here.sign_in(person).await;
    let there = Http::browser(beside.url());
    let cookie = there.sign_in(person).await.cookie("seatwarden-local").unwrap().to_owned();
    // A session of the one is a session of the other.
    let carried = async |base: &str| {
        let http = Http::script(base);
        let request = http
            .request(Method::GET, "/profile/sessions")
            .header("cookie", format!("seatwarden-local={cookie}"));
        http.send(request).await
    };
    carried(demo.url()).await.must_be(200);
    carried(beside.url()).await.must_be(200);

    let sessions = here.get("/profile/sessions").await.must_be(200);
    let other = sessions
        .body
        .split("<tr")
        .skip(1)
        .find(|row| row.contains("/end\"") && !row.contains("badge"))
        .unwrap();
    let id = value_after(other, "action=\"/profile/sessions/").unwrap();
    here.submit("/profile/sessions", &format!("/profile/sessions/{id}"), &[]).await.must_be(303);

    // Not a second later: the very next request.
    let next = there.get("/profile/personal-information").await.must_be(303);
    assert!(next.location().starts_with("/login"), "{}", next.location());
    carried(demo.url()).await.must_be(303);
}

#[tokio::test]
async fn a_token_renewed_on_one_server_is_dead_on_the_other_at_once() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        a_token_renewed(engine).await;
    }
}

async fn a_token_renewed(engine: Engine) {
    let demo = Demo::start(engine).await;
    let beside = demo.beside().await;
    let browser = Http::browser(demo.url());
    browser.sign_in(demo.user("contributor")).await;
    let page = browser.get("/profile/api-token").await.must_be(200).body;
    let (_, field) = page.split_once("id=\"field-api_token\"").unwrap();
    let old = value_after(field, "value=\"").unwrap();
    let there = Http::script(beside.url());
    there.get_as("/api/users/loggedin", &old).await.must_be(200);

    browser
        .submit("/profile/api-token", "/profile/api-token/renew", &[("confirmed", "yes")])
        .await
        .must_be(303);

    there.get_as("/api/users/loggedin", &old).await.must_be(401);
}

#[tokio::test]
async fn wrong_passwords_are_counted_together() {
    let demo = Demo::start(Engine::Postgres).await;
    let beside = demo.beside().await;
    let email = &demo.user("consumer").email;
    let nodes = [Http::script(demo.url()), Http::script(beside.url())];

    let mut statuses = Vec::new();
    for turn in 0..8 {
        let fields = [("username", email.as_str()), ("password", "wrong")];
        statuses.push(nodes[turn % 2].post("/api/v1/authentication/login", &fields).await.status);
    }

    assert_eq!(statuses[..5], [401; 5], "{statuses:?}");
    assert_eq!(statuses[5..], [429; 3], "the delay holds on both: {statuses:?}");
}

#[tokio::test]
async fn a_user_switched_off_on_one_server_is_refused_by_the_other_at_the_next_request() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let demo = Demo::start(engine).await;
        let beside = demo.beside().await;
        let (here, there) = (Http::script(demo.url()), Http::script(beside.url()));
        let admin = here.bearer(&demo.ready().sysadmin).await;
        let person = demo.user("contributor");
        let token = there.bearer(person).await;
        let own = there.get_as("/api/users/loggedin", &token).await.must_be(200).json();
        let path = format!("/api/users/{}", own["_id"].as_str().unwrap());
        let change = async |what: serde_json::Value| {
            let request = here.request(Method::PATCH, &path).bearer_auth(&admin).json(&what);
            here.send(request).await.must_be(200);
        };

        change(serde_json::json!({ "firstName": "Renamed" })).await;
        let renamed = there.get_as("/api/users/loggedin", &token).await.must_be(200).json();
        change(serde_json::json!({ "active": false })).await;

        assert_eq!(renamed["firstName"], "Renamed");
        there.get_as("/api/users/loggedin", &token).await.must_be(401);
    }
}
