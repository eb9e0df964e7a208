//! What the legacy `x-api-key` promises.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::json;

use crate::{
    accounts::{setup::Installed, users::NewUser},
    cx::{BaseRole, Origin},
    testing::{Answer, MINUTE_MS, NEW_PASSWORD, PASSWORD, TestServer, email_of, md5_of, new_user},
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
async fn a_key_holds_only_within_the_times_that_it_says_itself() {
    let server = TestServer::start().await;
    let installed = Installed::read(&server.host()).await.unwrap().x_api_key;
    let secret = jsonwebtoken::EncodingKey::from_secret(installed.reveal().as_bytes());
    let now = server.now_ms() / 1_000;
    for (more, status) in [
        (json!({ "exp": now + 60, "nbf": now }), 200),
        (json!({ "exp": now }), 401),
        (json!({ "exp": now - 3_600 }), 401),
        (json!({ "nbf": now + 1 }), 401),
        (json!({ "exp": "soon" }), 401),
    ] {
        let mut claims = json!({ "iat": now, "email": email_of(ADMIN), "password": PASSWORD });
        claims.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        let key = jsonwebtoken::encode(&jsonwebtoken::Header::default(), &claims, &secret).unwrap();
        assert_eq!(ask(&server, &key).await.status, status, "{more}");
    }
    let key = json!({ "iat": now, "email": email_of(ADMIN), "password": PASSWORD, "exp": now + 60 });
    let key = jsonwebtoken::encode(&jsonwebtoken::Header::default(), &key, &secret).unwrap();
    assert_eq!(ask(&server, &key).await.status, 200);
    server.advance(MINUTE_MS);
    assert_eq!(ask(&server, &key).await.status, 401, "what is known of a key ends with it");
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

/// How many passwords were hashed so far.
fn hashes(server: &TestServer) -> u64 {
    server.app.passwords.pool.figures().done
}

#[tokio::test]
async fn a_key_that_was_good_costs_no_hash_for_a_minute_however_often_it_is_signed() {
    let server = TestServer::start().await;
    let now = server.now_ms() / 1_000;
    assert_eq!(ask(&server, &server.x_api_key(ADMIN).await).await.status, 200);
    let before = hashes(&server);

    for later in 1..6 {
        let key = server.x_api_key_of(&email_of(ADMIN), PASSWORD, now + later).await;
        assert_eq!(ask(&server, &key).await.status, 200);
        // Whatever else is written meanwhile.
        server.sql("update users set last_name = 'Other' where email_key = 'consumer@people.example'").await;
    }

    assert_eq!(hashes(&server), before);
    server.advance(MINUTE_MS);
    assert_eq!(ask(&server, &server.x_api_key(ADMIN).await).await.status, 200);
    assert_eq!(hashes(&server), before + 1);
    server.finish().await;
}

#[tokio::test]
async fn a_key_that_was_good_is_refused_at_once_when_anything_it_rests_on_changes() {
    const CHANGES: [&str; 9] = [
        "update users set active = false where email_key = 'admin@people.example'",
        "update users set origin = 'sso' where email_key = 'admin@people.example'",
        "delete from sign_in_names where name_key = 'admin@people.example'",
        "update passwords set locked_at_ms = 1 where user_id = (select id from users where email_key = 'admin@people.example')",
        "update passwords set expires_at_ms = 1 where user_id = (select id from users where email_key = 'admin@people.example')",
        "update passwords set stored = (select stored from passwords p join users u on u.id = p.user_id where u.email_key = 'other@people.example'), set_at_ms = 2 where user_id = (select id from users where email_key = 'admin@people.example')",
        "delete from passwords where user_id = (select id from users where email_key = 'admin@people.example')",
        "insert into settings (key, value, updated_at_ms) values ('api_v09.access', '{\"enabled\":false}', 1)",
        "update settings set value = replace(value, '\"x_api_key\":\"', '\"x_api_key\":\"00'), version = version + 1 where key = 'setup.installation'",
    ];
    for change in CHANGES {
        let server = TestServer::start().await;
        let credential = crate::accounts::users::Credential::Password(NEW_PASSWORD.to_owned().into());
        server.add(NewUser { credential, ..new_user("other@people.example", "consumer") }).await;
        let key = server.x_api_key(ADMIN).await;
        assert_eq!(ask(&server, &key).await.status, 200);
        assert_eq!(ask(&server, &key).await.status, 200);

        assert_eq!(server.sql(change).await, 1, "{change}");

        assert_eq!(ask(&server, &key).await.status, 401, "{change}");
        server.finish().await;
    }
}

#[tokio::test]
async fn a_key_that_was_good_carries_the_role_that_its_user_has_now() {
    let server = TestServer::start().await;
    let key = server.x_api_key(ADMIN).await;
    let list = || server.request("GET", "/api/users").header("x-api-key", &key).send();
    assert_eq!(list().await.status, 200);

    server
        .sql("update users set role_id = (select id from roles where name = 'consumer') where email_key = 'admin@people.example'")
        .await;

    assert_eq!(list().await.status, 403);
    server.finish().await;
}

#[tokio::test]
async fn guessing_holds_up_a_key_that_was_good_too_but_not_from_another_network() {
    let server = TestServer::start().await;
    let good = server.x_api_key(ADMIN).await;
    let from = |ip: &'static str, key: String| {
        let request = server.request("GET", "/api/users/loggedin").header("x-api-key", &key).from(ip);
        async move { request.send().await.status }
    };
    assert_eq!(from("192.0.2.1", good.clone()).await, 200);
    assert_eq!(from("192.0.2.9", good.clone()).await, 200);
    let wrong = server.x_api_key_of(&email_of(ADMIN), "not the password", server.now_ms() / 1_000).await;

    for _ in 0..5 {
        assert_eq!(from("192.0.2.1", wrong.clone()).await, 401);
    }

    assert_eq!(from("192.0.2.1", good.clone()).await, 429);
    assert_eq!(from("192.0.2.9", good).await, 200);
    server.finish().await;
}

#[tokio::test]
async fn keys_that_were_not_signed_here_are_held_up_and_good_ones_are_not() {
    let server = TestServer::start_with(|config| config.sign_in.address_burst = 3).await;
    let good = server.x_api_key(ADMIN).await;
    let bad = format!("{}x", &good[..good.len() - 2]);

    let answers = [ask(&server, &bad).await, ask(&server, &bad).await, ask(&server, &bad).await];
    let held_up = ask(&server, &bad).await;

    assert!(answers.iter().all(|answer| answer.status == 401));
    assert_eq!((held_up.status, held_up.header("retry-after")), (429, "6"));
    assert_eq!(ask(&server, &good).await.status, 200);
    server.finish().await;
}
