//! What service accounts promise.

use serde_json::json;

use super::super::{NewService, create_service};
use crate::{
    cx::BaseRole,
    testing::{Answer, HOUR_MS, Script, TestServer, assert_refused, email_of},
};

const ADMIN: BaseRole = BaseRole::Admin;
const API: &str = "/api/v1/users/service-accounts";

/// A call with an `x-api-key`, which gives the password with it.
async fn call(server: &TestServer, method: &str, path: &str, body: serde_json::Value) -> Answer {
    let key = server.x_api_key(ADMIN).await;
    server.request(method, path).header("x-api-key", &key).json(&body).send().await
}

/// A service account, and its id.
async fn service(server: &TestServer, name: &str) -> String {
    let answer = call(server, "POST", API, json!({ "name": name, "role": "dataAdmin" })).await;
    assert_eq!(answer.status, 201, "{}", answer.body);
    answer.json()["_id"].as_str().unwrap().to_owned()
}

async fn token(server: &TestServer, id: &str) -> Answer {
    let wanted = json!({ "name": "sync", "scope": "users:read", "days": 30 });
    call(server, "POST", &format!("/api/v1/users/{id}/tokens"), wanted).await
}

#[tokio::test]
async fn a_service_account_takes_no_seat_and_gets_no_mail() {
    let server = TestServer::start_with(|config| config.seats.administrators = 4).await;
    let before = server.number("select administrators from seat_counters").await;

    let id = service(&server, "Nightly sync").await;
    token(&server, &id).await;

    assert_eq!(server.number("select administrators from seat_counters").await, before);
    assert!(crate::accounts::seats::check(&server.host()).await.unwrap(), "a count anew agrees");
    server.run_jobs().await;
    assert_eq!(server.number("select count(*) from mails where to_address like '%service.invalid'").await, 0);
    // Deactivating frees none, deleting neither.
    for (method, body) in
        [("PATCH", json!({ "active": false })), ("PATCH", json!({ "active": true })), ("DELETE", json!({}))]
    {
        let answer = call(&server, method, &format!("/api/v1/users/{id}"), body).await;
        assert!(answer.status < 300, "{}", answer.body);
        assert_eq!(server.number("select administrators from seat_counters").await, before);
    }
    server.finish().await;
}

#[tokio::test]
async fn only_named_tokens_with_their_scope_open_it() {
    let server = TestServer::start().await;
    let id = service(&server, "Nightly sync").await;
    let email = "nightly-sync@service.invalid";

    let made = token(&server, &id).await;

    assert_eq!(made.status, 201, "{}", made.body);
    let token = made.json()["token"].as_str().unwrap().to_owned();
    let as_service = |method: &'static str, path: &'static str| {
        server.request(method, path).bearer(&token).json(&json!({})).send()
    };
    let me = as_service("GET", "/api/v1/users/loggedin").await;
    assert_eq!((me.status, &me.json()["email"]), (200, &json!(email)));
    assert_eq!(as_service("GET", "/api/v1/users").await.status, 200);
    assert_eq!(as_service("POST", "/api/v1/users").await.status, 403);
    assert_ne!(as_service("GET", "/api/v1/authentication/tokens/api").await.status, 200);
    let login = json!({ "username": email, "password": crate::testing::PASSWORD });
    assert_eq!(server.request("POST", "/api/v1/authentication/login").json(&login).send().await.status, 401);
    for (path, patch) in [
        ("/api/v1/users", json!({ "password": "violet kettle orbit 41" })),
        ("/api/users", json!({ "hash": crate::testing::md5_of("x") })),
    ] {
        let answer = server.request("PATCH", &format!("{path}/{id}")).bearer(&server.token_of(ADMIN).await);
        let answer = answer.json(&patch).send().await;
        if path == "/api/users" {
            assert_eq!(answer.status, 409, "{}", answer.body);
            continue;
        }
        assert_eq!((answer.status, &answer.json()["code"]), (409, &json!("users.service_account")));
    }
    server.finish().await;
}

#[tokio::test]
async fn a_rotated_token_works_as_long_as_was_chosen() {
    let server = TestServer::start().await;
    let id = service(&server, "Nightly sync").await;
    let first = token(&server, &id).await.json();
    let path = format!("/api/v1/users/{id}/tokens/{}/rotate", first["id"].as_str().unwrap());

    let second = call(&server, "POST", &path, json!({ "overlapHours": 24 })).await.json();

    let works = |token: &serde_json::Value| {
        let token = token["token"].as_str().unwrap().to_owned();
        let request = server.request("GET", "/api/v1/users/loggedin").bearer(&token);
        async move { request.send().await.status }
    };
    assert_eq!((works(&first).await, works(&second).await), (200, 200));
    server.advance(24 * HOUR_MS);
    assert_eq!((works(&first).await, works(&second).await), (401, 200));
    let list = call(&server, "GET", &format!("/api/v1/users/{id}/tokens"), json!({})).await.json();
    assert_eq!(list["items"].as_array().unwrap().len(), 1);
    assert!(!list.to_string().contains(second["token"].as_str().unwrap()));
    server.finish().await;
}

#[tokio::test]
async fn tokens_of_people_are_made_by_nobody_else_and_old_bearer_tokens_make_none() {
    let server = TestServer::start().await;

    let of_person = token(&server, server.id_of(BaseRole::Consumer)).await;
    let id = service(&server, "Nightly sync").await;
    let bearer = server.token_of(ADMIN).await;
    server.advance(HOUR_MS);
    let wanted = json!({ "name": "sync", "scope": "full", "days": 30 });
    let path = format!("/api/v1/users/{id}/tokens");
    let by_bearer = server.request("POST", &path).bearer(&bearer).json(&wanted).send().await;

    assert_eq!((of_person.status, &of_person.json()["code"]), (409, &json!("users.not_a_service")));
    assert_eq!(by_bearer.json()["code"], "sessions.confirm_first");
    server.finish().await;
}

#[tokio::test]
async fn nobody_gives_a_service_account_more_than_their_own_role() {
    let server = TestServer::start().await;
    let cx = server.cx_as(BaseRole::DataAdmin).await;

    let new = NewService { name: "x".into(), role: "viewer".into(), groups: Vec::new() };
    assert_refused(create_service(&cx, &new).await, &crate::cx::NOT_ALLOWED);
    let sysadmin = call(&server, "POST", API, json!({ "name": "x", "role": "super" })).await;
    assert_eq!(sysadmin.json()["code"], "users.one_sysadmin");
    let twice = [service(&server, "Same").await, String::new()];
    let again = call(&server, "POST", API, json!({ "name": "same" })).await;
    assert_eq!((twice[0].len(), again.json()["code"].as_str()), (24, Some("users.email_taken")));
    assert_eq!(
        call(&server, "POST", API, json!({ "name": " " })).await.json()["code"],
        "users.missing_field"
    );
    server.finish().await;
}

#[tokio::test]
async fn the_pages_add_one_list_it_and_make_its_tokens() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(ADMIN).await;
    let add = browser.get("/admin/users/new").await;
    assert!(add.says("Add service account"));
    let role = server.text("select id from roles where name = $1", "consumer").await;

    let added = browser
        .submit("/admin/users/new/service-account", &[("name", "Nightly sync"), ("role_id", &role)])
        .await;

    assert_eq!(added.status, 303, "{}", added.body);
    let tokens = added.location().split('?').next().unwrap().to_owned();
    let made = browser
        .submit_to(
            &tokens,
            &format!("{tokens}/new"),
            &[("name", "prod"), ("scope", "users:read"), ("days", "30")],
        )
        .await;
    assert!(made.says("swt_"), "{}", made.body);
    let list = browser.get("/admin/users?origin=service").await;
    assert!(list.says("nightly-sync@service.invalid") && !list.says(&email_of(BaseRole::Consumer)));
    server.finish().await;
}

#[tokio::test]
async fn it_never_gets_an_address_that_mail_reaches() {
    let server = TestServer::start().await;
    let id = service(&server, "Nightly sync").await;
    let path = format!("/api/v1/users/{id}");
    let email = "nightly-sync@service.invalid";

    let given = call(&server, "PATCH", &path, json!({ "email": "ada@people.example" })).await;
    let renamed = call(&server, "PATCH", &path, json!({ "email": email, "firstName": "Sync" })).await;
    let mut browser = server.browser_of(ADMIN).await;
    let page = browser.get(&format!("/admin/users/{id}")).await;
    let hidden = |name: &str| {
        let value = page.body.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap();
        value.split('"').next().unwrap().to_owned()
    };
    let (version, role) = (hidden("version"), renamed.json()["roleId"].as_str().unwrap().to_owned());
    let fields = [("first_name", "Nightly"), ("version", &version), ("role_id", &role)];
    let saved = browser.submit(&format!("/admin/users/{id}"), &fields).await;
    call(&server, "DELETE", &path, json!({})).await;
    let undo = format!("/api/v1/users/deleted/{id}/undo");
    let brought = call(&server, "POST", &undo, json!({ "email": "ada@people.example" })).await;
    let back = call(&server, "POST", &undo, json!({ "email": "other@service.invalid" })).await;

    for refused in [&given, &brought] {
        let told = refused.json();
        let told = (&told["code"], &told["field"]);
        assert_eq!((refused.status, told), (409, (&json!("users.service_account"), &json!("email"))));
    }
    assert_eq!((renamed.status, &renamed.json()["firstName"]), (200, &json!("Sync")));
    assert!(page.says(email) && page.field("field-email").is_none(), "the page offers none");
    assert_eq!(saved.status, 303, "{}", saved.body);
    assert_eq!((back.status, &back.json()["email"]), (200, &json!("other@service.invalid")));
    server.finish().await;
}

#[tokio::test]
async fn a_form_without_a_name_is_told_so_in_the_words_of_the_page() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(ADMIN).await;

    for name in ["", "  "] {
        let refused = browser.submit("/admin/users/new/service-account", &[("name", name)]).await;
        assert_eq!(refused.status, 422);
        assert!(refused.says("The service account has no name yet."), "{}", refused.body);
        assert!(!refused.says("send the request again"), "{}", refused.body);
    }
    assert_eq!(call(&server, "POST", API, json!({ "name": "" })).await.json()["code"], "users.missing_field");
    server.finish().await;
}

#[tokio::test]
async fn a_new_one_has_the_tag_that_its_first_change_is_compared_with() {
    let server = TestServer::start().await;
    let script = Script::of(&server, ADMIN).await;
    let made = script.send("POST", API, json!({ "name": "Nightly sync" })).await;
    let (id, tag) = (made.json()["_id"].as_str().unwrap().to_owned(), made.header("etag").to_owned());

    let path = format!("/api/v1/users/{id}");
    let changed = server.request("PATCH", &path).bearer(&script.token).header("if-match", &tag);
    let changed = changed.json(&json!({ "firstName": "Weekly sync" })).send().await;

    assert_eq!(changed.status, 200, "{}", changed.body);
    server.finish().await;
}

#[tokio::test]
async fn the_form_for_a_token_keeps_what_was_typed_when_it_is_refused() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(ADMIN).await;
    let made = Script::of(&server, ADMIN).await.send("POST", API, json!({ "name": "Nightly sync" })).await;
    let tokens = format!("/admin/users/{}/tokens", made.json()["_id"].as_str().unwrap());

    let long = "n".repeat(61);
    let typed = [("name", long.as_str()), ("scope", ""), ("scope.groups:read", "on"), ("days", "7")];
    let refused = browser.submit_to(&tokens, &format!("{tokens}/new"), &typed).await;

    assert_eq!(refused.field("field-name").as_deref(), Some(long.as_str()), "{}", refused.body);
    assert!(refused.says("value=\"7\" selected"), "{}", refused.body);
    server.finish().await;
}
