//! What calls with an `Idempotency-Key` promise.

use serde_json::{Value, json};

use super::{ANSWER_MAX, Answer, Begun, actions};
use crate::{
    common::audit,
    cx::{BaseRole, Cx},
    testing::{Answer as Response, DAY_MS, SECOND_MS, TestServer, assert_refused},
};

const ADMIN: BaseRole = BaseRole::Admin;

fn user(email: &str) -> Value {
    json!({ "email": email, "firstName": "Grace", "lastName": "Hopper", "roleName": "viewer" })
}

async fn add(server: &TestServer, token: &str, key: &str, body: &Value) -> Response {
    let request = server.request("POST", "/api/v1/users").bearer(token).header("idempotency-key", key);
    request.json(body).send().await
}

/// A context as the middleware sees it.
async fn cx(server: &TestServer) -> Cx {
    server.cx_as(ADMIN).await
}

async fn begin(cx: &Cx, key: &str) -> Begun {
    actions::begin(cx, key.as_bytes(), &[b"/path", b"body"]).await.unwrap()
}

#[tokio::test]
async fn the_same_call_is_done_once_and_answered_alike() {
    let server = TestServer::start().await;
    let token = server.token_of(ADMIN).await;

    let first = add(&server, &token, "k-1", &user("one@people.example")).await;
    let again = add(&server, &token, "k-1", &user("one@people.example")).await;

    assert_eq!((first.status, again.status), (201, 201));
    assert_eq!(first.body, again.body);
    assert_eq!((first.header("idempotency-replayed"), again.header("idempotency-replayed")), ("", "true"));
    assert_eq!((first.header("etag").is_empty(), first.header("etag")), (false, again.header("etag")));
    assert_eq!(
        server.events_named("users.create").await.iter().filter(|event| event.actor_id.is_some()).count(),
        1
    );
    server.finish().await;
}

#[tokio::test]
async fn another_request_with_the_same_key_is_refused_and_another_user_may_have_the_key() {
    let server = TestServer::start().await;
    let token = server.token_of(ADMIN).await;
    add(&server, &token, "k-1", &user("one@people.example")).await;

    let other = add(&server, &token, "k-1", &user("two@people.example")).await;
    let elsewhere = server
        .request("POST", "/api/v1/groups")
        .bearer(&token)
        .header("idempotency-key", "k-1")
        .json(&user("one@people.example"))
        .send()
        .await;
    let other_user =
        add(&server, &server.token_of(BaseRole::Super).await, "k-1", &user("two@people.example")).await;

    assert_eq!((other.status, &other.json()["code"]), (422, &json!("idempotency.other_request")));
    assert_eq!(elsewhere.status, 422);
    assert_eq!(other_user.status, 201);
    server.finish().await;
}

#[tokio::test]
async fn a_refused_call_may_be_tried_again_with_the_same_key() {
    let server = TestServer::start().await;
    let token = server.token_of(ADMIN).await;
    let used_address = user(&crate::testing::email_of(BaseRole::Consumer));

    let refused = add(&server, &token, "k-1", &used_address).await;
    let good = add(&server, &token, "k-1", &user("new@people.example")).await;

    assert_eq!((refused.status, good.status), (400, 201));
    server.finish().await;
}

#[tokio::test]
async fn a_bad_key_is_refused_and_no_key_is_no_matter() {
    let server = TestServer::start().await;
    let token = server.token_of(ADMIN).await;

    for bad in ["", "a b", &"x".repeat(256)] {
        let answer = add(&server, &token, bad, &user("one@people.example")).await;
        assert_eq!((answer.status, &answer.json()["code"]), (400, &json!("idempotency.bad_key")), "{bad}");
    }
    assert_eq!(server.number("select count(*) from idempotency_keys").await, 0);
    server.finish().await;
}

#[tokio::test]
async fn while_the_first_call_runs_the_second_is_refused() {
    let server = TestServer::start().await;
    let cx = cx(&server).await;

    assert!(matches!(begin(&cx, "k-1").await, Begun::New(_)));

    let second = actions::begin(&cx, b"k-1", &[b"/path", b"body"]).await;
    assert_refused(second.map(|_| ()), &super::model::IN_FLIGHT);
    server.finish().await;
}

#[tokio::test]
async fn a_call_that_was_cut_off_before_its_act_is_done_anew_and_one_cut_off_after_it_never_is() {
    let server = TestServer::start().await;
    let first = cx(&server).await;
    let Begun::New(_) = begin(&first, "before").await else { panic!("not new") };
    let Begun::New(run) = begin(&first, "after").await else { panic!("not new") };
    first.request.idempotent.set(run).unwrap();
    let mut tx = server.app.db.write().await.unwrap();
    audit::record(&mut tx, &first, audit::Event::new("users.create", "user", "x")).await.unwrap();
    tx.commit().await.unwrap();

    server.advance(60 * SECOND_MS);
    let later = cx(&server).await;

    assert!(matches!(begin(&later, "before").await, Begun::New(_)));
    let after = actions::begin(&later, b"after", &[b"/path", b"body"]).await;
    assert_refused(after.map(|_| ()), &super::model::ANSWER_LOST);
    server.finish().await;
}

#[tokio::test]
async fn an_act_whose_call_was_taken_over_is_rolled_back() {
    let server = TestServer::start().await;
    let frozen = cx(&server).await;
    let Begun::New(run) = begin(&frozen, "k-1").await else { panic!("not new") };
    frozen.request.idempotent.set(run).unwrap();
    server.advance(60 * SECOND_MS);
    let Begun::New(_) = begin(&cx(&server).await, "k-1").await else { panic!("not new") };

    let mut tx = server.app.db.write().await.unwrap();
    let acted = audit::record(&mut tx, &frozen, audit::Event::new("users.create", "user", "x")).await;

    assert_refused(acted, &super::model::IN_FLIGHT);
    drop(tx);
    server.finish().await;
}

#[tokio::test]
async fn answers_are_sealed_kept_for_a_day_and_not_beyond_their_size() {
    let server = TestServer::start().await;
    let token = server.token_of(ADMIN).await;
    add(&server, &token, "k-1", &user("one@people.example")).await;
    let sealed = server.text("select sealed from idempotency_keys where key_hash <> $1", "").await;
    assert!(!sealed.is_empty() && !sealed.contains("people.example"));
    let cx = cx(&server).await;
    let Begun::New(run) = begin(&cx, "large").await else { panic!("not new") };
    let large = Answer {
        status: 201,
        headers: Vec::new(),
        body: seatwarden_base::secret::Secret::new("x".repeat(ANSWER_MAX + 1)),
    };
    actions::finish(&cx, &run, Some(&large)).await.unwrap();

    let lost = actions::begin(&cx, b"large", &[b"/path", b"body"]).await;

    assert_refused(lost.map(|_| ()), &super::model::ANSWER_LOST);
    server.advance(DAY_MS);
    server.run_periodic_jobs().await;
    assert_eq!(server.number("select count(*) from idempotency_keys").await, 0);
    server.finish().await;
}

#[tokio::test]
async fn an_answer_is_told_again_only_to_whoever_may_as_much() {
    let server = TestServer::start().await;
    let whole = server.token_of(ADMIN).await;
    let make = async |token: &str| {
        let request = server.request("POST", "/api/v1/account/tokens").bearer(token);
        let request = request.header("idempotency-key", "k-1");
        request.json(&json!({ "name": "sync", "scope": "audit:read", "days": 1 })).send().await
    };
    let first = make(&whole).await;
    let narrow = first.json()["token"].as_str().unwrap_or_default().to_owned();

    let (again, other) = (make(&whole).await, make(&narrow).await);

    assert_eq!((first.status, again.body == first.body), (201, true), "{}", first.body);
    assert!(other.status == 403 && !other.says(&narrow), "{}", other.body);
    server.finish().await;
}
