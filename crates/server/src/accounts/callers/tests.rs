//! What the room of callers promises.

use serde_json::{Value, json};

use super::gather::{CALLS_MAX, GATHERED_MAX};
use crate::{
    accounts::{api_tokens::NewToken, users::NewUser},
    cx::{BUILT_IN, BaseRole, Caller, Proof, SignedIn},
    testing::{DAY_MS, MINUTE_MS, PASSWORD, SECOND_MS, TestServer, email_of, md5_of, new_user},
};

const API: &str = "/api/v1/callers";

/// A named token of the sample administrator.
async fn named_token(server: &TestServer, name: &str) -> String {
    let person =
        crate::accounts::users::find(&server.host(), server.id_of(BaseRole::Admin)).await.unwrap().person;
    let proof = Proof::Session {
        id: String::new(),
        token_hash: [0; 32],
        confirmed_at_ms: server.now_ms(),
        must_renew: false,
    };
    let cx = server.cx().with_caller(Caller::User(std::sync::Arc::new(SignedIn::new(person, proof))));
    let new = NewToken { name: name.into(), scope: "full".into(), days: 30 };
    crate::accounts::api_tokens::create(&cx, &new).await.unwrap().token.reveal().to_owned()
}

/// The callers that fit, as another administrator sees them over the API.
async fn callers(server: &TestServer, query: &str) -> Vec<Value> {
    server.write_used().await;
    let mut browser = server.browser_of(BaseRole::Super).await;
    let answer = browser.get(&format!("{API}{query}")).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    answer.json()["items"].as_array().unwrap().clone()
}

fn parts(caller: &Value) -> Vec<&str> {
    caller["legacy"].as_array().unwrap().iter().map(|part| part["part"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn each_credential_address_and_program_is_a_caller_with_what_it_called() {
    let server = TestServer::start().await;
    let token = named_token(&server, "nightly sync").await;
    for (ip, agent, path) in [
        ("192.0.2.1", "sync/1", "/api/v1/users"),
        ("192.0.2.1", "sync/1", "/api/v1/users/nobody"),
        ("192.0.2.1", "sync/1", "/api/v1/users/nobody-else"),
        ("192.0.2.2", "sync/1", "/api/v1/users"),
        ("192.0.2.1", "other/2", "/api/v1/nothing"),
    ] {
        server.request("GET", path).bearer(&token).from(ip).header("user-agent", agent).send().await;
        server.advance(SECOND_MS);
    }

    let found = callers(&server, "").await;

    let told: Vec<_> = found
        .iter()
        .map(|caller| (caller["address"].as_str().unwrap(), caller["userAgent"].as_str().unwrap()))
        .collect();
    assert_eq!(told, [("192.0.2.1", "other/2"), ("192.0.2.2", "sync/1"), ("192.0.2.1", "sync/1")]);
    assert_eq!((&found[2]["tokenName"], &found[2]["calls"]), (&json!("nightly sync"), &json!(3)));
    assert_eq!(parts(&found[2]), Vec::<&str>::new());
    let path = format!("{API}/{}", found[2]["id"].as_str().unwrap());
    let one = server.browser_of(BaseRole::Super).await.get(&path).await.json();
    let routes = one["routes"].as_array().unwrap();
    assert_eq!((&routes[0]["route"], &routes[0]["calls"]), (&json!("/api/v1/users/{user}"), &json!(2)));
    assert_eq!((&routes[1]["route"], &routes[1]["method"]), (&json!("/api/v1/users"), &json!("GET")));
    server.finish().await;
}

#[tokio::test]
async fn old_ways_are_told_with_what_to_change() {
    let server = TestServer::start().await;
    let key = server.x_api_key(BaseRole::Admin).await;
    let new = json!([{ "email": "md5@people.example", "firstName": "A", "lastName": "B", "roleName": "viewer",
        "hash": md5_of(PASSWORD) }]);
    server.request("POST", "/api//users/").header("x-api-key", &key).json(&new).send().await;
    let form = [("username", email_of(BaseRole::Admin)), ("password", PASSWORD.to_owned())];
    let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let login = server.request("POST", "/api/v1/authentication/login").form(&form).send().await;
    let token = login.json()["access_token"].as_str().unwrap().to_owned();
    server.request("GET", "/api/v1/users").bearer(&token).send().await;

    let by_key = callers(&server, "?kind=api_key").await;
    let by_login = callers(&server, "?kind=sign_in").await;

    assert_eq!(parts(&by_key[0]), ["x-api-key", "v0.9", "md5-hash", "slashes"]);
    assert!(by_key[0]["legacy"][0]["advice"].as_str().unwrap().contains("Authorization: Bearer"));
    assert_eq!(by_login.len(), 1);
    assert_eq!((&by_login[0]["calls"], parts(&by_login[0])), (&json!(2), vec!["login-token", "form-login"]));
    assert_eq!(callers(&server, "?legacy=true").await.len(), 2);
    server.advance(31 * DAY_MS);
    assert_eq!(callers(&server, "?legacy=true").await.len(), 0);
    server.finish().await;
}

#[tokio::test]
async fn a_script_that_signs_in_at_each_run_is_one_caller() {
    let server = TestServer::start().await;
    for _ in 0..3 {
        let token = server.token_of(BaseRole::Admin).await;
        server.request("GET", "/api/v1/users").bearer(&token).send().await;
        server.advance(MINUTE_MS);
    }

    let found = callers(&server, "").await;

    assert_eq!((found.len(), &found[0]["calls"]), (1, &json!(6)));
    server.finish().await;
}

#[tokio::test]
async fn a_caller_that_is_switched_off_is_refused_and_told_why_until_it_is_on_again() {
    let server = TestServer::start().await;
    let token = named_token(&server, "sync").await;
    let ask = |agent: &'static str| {
        server.request("GET", "/api/v1/users").bearer(&token).header("user-agent", agent).send()
    };
    assert_eq!(ask("sync/1").await.status, 200);
    let id = callers(&server, "").await[0]["id"].as_str().unwrap().to_owned();
    let mut browser = server.browser_of(BaseRole::Super).await;

    let page = browser.get(&format!("/admin/callers/{id}")).await;
    let form = [("csrf", page.csrf().unwrap()), ("off", "yes".to_owned())];
    let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let path = format!("/admin/callers/{id}/switch");
    let request = browser.request("POST", &path).header("sec-fetch-site", "same-origin").form(&form);
    assert_eq!(browser.send(request).await.status, 303);

    let refused = ask("sync/1").await;
    assert_eq!((refused.status, &refused.json()["code"]), (403, &json!("callers.switched_off")));
    assert!(refused.says("Ask an administrator to switch it on again"), "{}", refused.body);
    assert_eq!(ask("other/1").await.status, 200);
    assert_eq!(callers(&server, "?off=true").await.len(), 1);
    assert_eq!(server.events_named("callers.switch_off").await.len(), 1);
    let token_of_super = server.token_of(BaseRole::Super).await;
    let on = server
        .request("PATCH", &format!("{API}/{id}"))
        .bearer(&token_of_super)
        .json(&json!({ "off": false }));
    assert_eq!(on.send().await.json()["off"], json!(false));
    assert_eq!(ask("sync/1").await.status, 200);
    assert_eq!(server.events_named("callers.switch_on").await.len(), 1);
    server.finish().await;
}

#[tokio::test]
async fn a_switch_set_on_another_node_counts_within_a_second() {
    let server = TestServer::start().await;
    let token = named_token(&server, "sync").await;
    let ask = || server.request("GET", "/api/v1/users").bearer(&token).send();
    assert_eq!(ask().await.status, 200);
    server.write_used().await;

    server.sql("update callers set off_at_ms = 1").await;

    server.advance(SECOND_MS);
    assert_eq!(ask().await.status, 403);
    server.finish().await;
}

#[tokio::test]
async fn the_pages_are_open_to_administrators_only_and_nobody_switches_beyond_their_reach() {
    let server = TestServer::start().await;
    let token = server.token_of(BaseRole::Super).await;
    server.request("GET", "/api/v1/users").bearer(&token).send().await;
    let id = callers(&server, "").await[0]["id"].as_str().unwrap().to_owned();

    for role in BUILT_IN {
        let may = matches!(role, BaseRole::Super | BaseRole::Admin);
        let mut browser = server.browser_of(role).await;
        for path in ["/admin/callers".to_owned(), format!("/admin/callers/{id}"), API.to_owned()] {
            assert_eq!(browser.get(&path).await.status, if may { 200 } else { 403 }, "{role:?} {path}");
        }
    }
    let token = server.token_of(BaseRole::Admin).await;
    let off = server
        .request("PATCH", &format!("{API}/{id}"))
        .bearer(&token)
        .json(&json!({ "off": true }))
        .send()
        .await;
    assert_eq!((off.status, &off.json()["code"]), (403, &json!("roles.beyond_own")));
    server.finish().await;
}

#[tokio::test]
async fn callers_are_found_by_user_token_address_and_program_and_stand_on_one_page_each() {
    let server = TestServer::start().await;
    let token = named_token(&server, "Nightly 100% sync").await;
    for number in 0..5 {
        let agent = format!("Robot/{number}");
        server.request("GET", "/api/v1/users").bearer(&token).header("user-agent", &agent).send().await;
        server.advance(SECOND_MS);
    }

    for (search, found) in [
        ("robot/3", 1),
        ("NIGHTLY+100%25", 5),
        ("admin@people", 5),
        ("198.51.100.7", 5),
        ("%25", 5),
        ("nobody", 0),
    ] {
        assert_eq!(callers(&server, &format!("?search={search}")).await.len(), found, "{search}");
    }
    let mut seen = Vec::new();
    let mut browser = server.browser_of(BaseRole::Super).await;
    let mut after = String::new();
    loop {
        let page = browser.get(&format!("{API}?limit=2&after={after}")).await.json();
        seen.extend(page["items"].as_array().unwrap().iter().map(|caller| caller["userAgent"].clone()));
        let Some(next) = page["next"].as_str() else { break };
        after = next.to_owned();
    }
    assert_eq!(seen, ["Robot/4", "Robot/3", "Robot/2", "Robot/1", "Robot/0"]);
    for wrong in ["?after=x", "?kind=robot"] {
        assert!(matches!(browser.get(&format!("{API}{wrong}")).await.status, 400 | 422));
    }
    assert!(browser.get("/admin/callers?search=robot").await.says("Robot/4"));
    server.finish().await;
}

#[tokio::test]
async fn what_is_gathered_and_kept_has_its_limits() {
    let server = TestServer::start().await;
    let token = named_token(&server, "sync").await;
    for number in 0..210 {
        let agent = format!("a/{number}");
        server.request("GET", "/api/v1/users/count").bearer(&token).header("user-agent", &agent).send().await;
        server.advance(1);
    }
    server.write_used().await;

    assert_eq!(server.number("select count(*) from callers").await, 200);
    assert_eq!(server.number("select count(*) from callers where user_agent = 'a/0'").await, 0);
    const { assert!(GATHERED_MAX <= 10_000 && CALLS_MAX <= 1_000) };
    server.finish().await;
}

#[tokio::test]
async fn a_user_who_is_gone_has_no_callers() {
    let server = TestServer::start().await;
    let user = server.add(NewUser { ..new_user("gone@people.example", "admin") }).await;
    let key = server.x_api_key_of("gone@people.example", PASSWORD, server.now_ms() / 1_000).await;
    server.request("GET", "/api/users/loggedin").header("x-api-key", &key).send().await;

    crate::accounts::users::delete(&server.host(), std::slice::from_ref(&user.person.id)).await.unwrap();
    server.write_used().await;

    assert_eq!(server.number("select count(*) from callers").await, 0);
    server.finish().await;
}

#[tokio::test]
async fn switches_that_are_texts_and_parameters_that_a_call_does_not_have_are_told_as_old_ways() {
    let server = TestServer::start().await;
    let token = named_token(&server, "script").await;
    let user = |number: u8, active: Value| json!([{ "email": format!("new{number}@people.example"), "firstName": "A", "active": active }]);
    let ask = async |agent: &str, path: &str, body: Option<Value>| {
        let method = if body.is_some() { "POST" } else { "GET" };
        let request = server.request(method, path).bearer(&token).header("user-agent", agent);
        let request = if let Some(body) = &body { request.json(body) } else { request };
        assert!(request.send().await.status < 300, "{path}");
    };
    ask("plain", "/api/v1/users/bulk", Some(user(1, json!(true)))).await;
    ask("plain", "/api/v1/users?limit=1&expand=groups,role", None).await;
    ask("texts", "/api/v1/users/bulk", Some(user(2, json!("true")))).await;
    ask("compose", "/api/v1/users?trc=sdk-cli", None).await;

    for (agent, told) in
        [("plain", vec![]), ("texts", vec!["text-switch"]), ("compose", vec!["unknown-parameter"])]
    {
        let found = callers(&server, &format!("?search={agent}")).await;
        assert_eq!(parts(&found[0]), told, "{agent}");
    }
    server.finish().await;
}

#[tokio::test]
async fn a_page_of_callers_leads_to_the_next_one_in_its_body_and_in_its_head() {
    let server = TestServer::start().await;
    let token = named_token(&server, "script").await;
    for agent in ["one", "two", "three"] {
        server
            .request("GET", "/api/v1/users/loggedin")
            .bearer(&token)
            .header("user-agent", agent)
            .send()
            .await;
        server.advance(SECOND_MS);
    }
    server.write_used().await;
    let mut browser = server.browser_of(BaseRole::Super).await;

    let first = browser.get(&format!("{API}?limit=2&search=script")).await;

    let next = first.json()["next"].as_str().unwrap().to_owned();
    let link = first.header("link").to_owned();
    assert_eq!(link, format!("<{API}?limit=2&search=script&after={next}>; rel=\"next\""));
    let address = link[1..].split('>').next().unwrap();
    let last = browser.get(address).await;
    assert_eq!((last.json()["items"].as_array().unwrap().len(), &last.json()["next"]), (1, &Value::Null));
    assert_eq!(last.header("link"), format!("<{API}?limit=2&search=script>; rel=\"first\""));
    server.finish().await;
}

#[tokio::test]
async fn a_refusal_of_our_own_call_is_a_problem_by_its_type_and_one_of_the_platforms_only_if_asked_for() {
    let server = TestServer::start().await;
    let token = server.token_of(BaseRole::Admin).await;
    let kind = async |path: &str, accept: &str| {
        let answer = server.request("GET", path).bearer(&token).header("accept", accept).send().await;
        assert_eq!(answer.status, 404, "{path}");
        assert_eq!(answer.error().1, 404, "the body is the same");
        answer.header("content-type").to_owned()
    };

    assert_eq!(kind("/api/v1/callers/none", "*/*").await, "application/problem+json");
    assert_eq!(kind("/api/v1/users/nobody@x.example", "*/*").await, "application/json; charset=utf-8");
    let wish = "application/problem+json, application/json";
    assert_eq!(kind("/api/v1/users/nobody@x.example", wish).await, "application/problem+json");
    assert_eq!(kind("/api/users/nobody", wish).await, "application/json; charset=utf-8");
    server.finish().await;
}
