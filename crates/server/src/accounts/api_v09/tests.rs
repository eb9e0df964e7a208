//! What the legacy `x-api-key` promises.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use crate::{
    accounts::users::NewUser,
    cx::{BaseRole, Origin},
    testing::{Answer, PASSWORD, TestServer, email_of, md5_of, new_user},
};

const ADMIN: BaseRole = BaseRole::Admin;

async fn ask(server: &TestServer, key: &str) -> Answer {
    server.request("GET", "/api/users/loggedin").header("x-api-key", key).send().await
}

#[tokio::test]
async fn a_key_signed_with_name_and_password_opens_the_api() {
    let server = TestServer::start().await;
    let key = server.x_api_key(ADMIN).await;

    let me = ask(&server, &key).await;
    let quoted = ask(&server, &utf8_percent_encode(&key, NON_ALPHANUMERIC).to_string()).await;

    assert_eq!(me.json()["email"], email_of(ADMIN).as_str());
    assert_eq!(quoted.status, 200);
    server.finish().await;
}

#[tokio::test]
async fn a_key_opens_no_page() {
    let server = TestServer::start().await;
    let key = server.x_api_key(ADMIN).await;

    let page = server.request("GET", "/profile").header("x-api-key", &key).send().await;

    assert_eq!(page.status, 303);
    server.finish().await;
}

#[tokio::test]
async fn a_key_is_refused_where_it_is_switched_off() {
    let server = TestServer::start_with(|config| config.x_api_key.enabled = false).await;

    let answer = ask(&server, &server.x_api_key(ADMIN).await).await;

    assert_eq!(answer.status, 401);
    assert!(answer.says("The legacy x-api-key is switched off here."));
    server.finish().await;
}

#[tokio::test]
async fn a_key_of_any_age_works_unless_a_window_is_set() {
    let server = TestServer::start().await;
    let old = server.x_api_key_of(&email_of(ADMIN), PASSWORD, 1_514_764_800).await;
    assert_eq!(ask(&server, &old).await.status, 200);
    server.finish().await;

    let server = TestServer::start_with(|config| config.x_api_key.iat_window_seconds = 300).await;
    let now = server.now_ms() / 1_000;
    for (signed_at, status) in
        [(now, 200), (now - 300, 200), (now + 300, 200), (now - 301, 401), (now + 301, 401)]
    {
        let key = server.x_api_key_of(&email_of(ADMIN), PASSWORD, signed_at).await;
        assert_eq!(ask(&server, &key).await.status, status, "{}", signed_at - now);
    }
    for signed_at in [i64::MIN, i64::MAX] {
        let key = server.x_api_key_of(&email_of(ADMIN), PASSWORD, signed_at).await;
        assert_eq!(ask(&server, &key).await.status, 401);
    }
    server.finish().await;
}

#[tokio::test]
async fn everything_wrong_gets_the_same_refusal() {
    let server = TestServer::start().await;
    server.add(NewUser { active: Some(false), ..new_user("inactive@people.example", "admin") }).await;
    server.add(NewUser { origin: Some(Origin::Sso), ..new_user("sso@people.example", "admin") }).await;
    let now = server.now_ms() / 1_000;
    let good = server.x_api_key(ADMIN).await;
    let keys = [
        server.x_api_key_of(&email_of(ADMIN), "not the password", now).await,
        server.x_api_key_of(&email_of(ADMIN), &md5_of(PASSWORD), now).await,
        server.x_api_key_of("nobody@people.example", PASSWORD, now).await,
        server.x_api_key_of("inactive@people.example", PASSWORD, now).await,
        server.x_api_key_of("sso@people.example", PASSWORD, now).await,
        format!("{}x", &good[..good.len() - 2]),
        "nonsense".to_owned(),
        String::new(),
    ];

    for key in keys {
        let answer = ask(&server, &key).await;
        assert_eq!(answer.error(), (5002, 401), "{key}");
        assert!(answer.says("This x-api-key does not work here."), "{}", answer.body);
    }
    server.finish().await;
}

#[tokio::test]
async fn guessing_through_the_key_is_held_up_like_guessing_at_the_door() {
    let server = TestServer::start().await;
    let now = server.now_ms() / 1_000;
    for _ in 0..5 {
        let wrong = server.x_api_key_of(&email_of(ADMIN), "not the password", now).await;
        assert_eq!(ask(&server, &wrong).await.status, 401);
    }

    let held_up = ask(&server, &server.x_api_key(ADMIN).await).await;

    assert_eq!((held_up.status, held_up.header("retry-after")), (429, "1"));
    server.finish().await;
}

#[tokio::test]
async fn a_good_key_writes_nothing() {
    let server = TestServer::start().await;
    let before = server.events().await.len();

    for _ in 0..3 {
        ask(&server, &server.x_api_key(ADMIN).await).await;
    }

    assert_eq!(server.events().await.len(), before);
    server.finish().await;
}

#[tokio::test]
async fn the_password_behind_an_md5_signs_a_key_and_its_record_becomes_a_better_one() {
    let server = TestServer::start().await;
    let credential = crate::accounts::users::Credential::Md5(md5_of(PASSWORD).into());
    let user = server.add(NewUser { credential, ..new_user("old@people.example", "admin") }).await;
    let now = server.now_ms() / 1_000;

    let answer = ask(&server, &server.x_api_key_of("old@people.example", PASSWORD, now).await).await;

    assert_eq!(answer.status, 200);
    let scheme = server.text("select scheme from passwords where user_id = $1", &user.person.id).await;
    assert_eq!(scheme, "argon2id");
    server.finish().await;
}
