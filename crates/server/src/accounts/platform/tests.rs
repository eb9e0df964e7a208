//! What is promised to clients of the platform that look for more than accounts.

use serde_json::{Value, json};

use crate::{
    cx::BaseRole,
    testing::{TestServer, email_of},
};

async fn ask(server: &TestServer, token: &str, method: &str, path: &str, body: Value) -> (u16, Value) {
    let mut request = server.request(method, path).bearer(token);
    if !body.is_null() {
        request = request.json(&body);
    }
    let answer = request.send().await;
    let json = if answer.body.is_empty() { Value::Null } else { answer.json() };
    (answer.status, json)
}

#[tokio::test]
async fn one_answer_says_all_that_a_page_of_the_platform_needs_at_its_start() {
    let server = TestServer::start().await;
    let token = server.token_of(BaseRole::Contributor).await;

    let (status, globals) = ask(&server, &token, "GET", "/api/globals", Value::Null).await;

    assert_eq!(status, 200);
    let user = &globals["user"];
    assert_eq!(
        (&user["email"], &user["baseRoleName"], &user["tenant"]["name"]),
        (&json!(email_of(BaseRole::Contributor)), &json!("contributor"), &json!("system"))
    );
    assert_eq!(user["groupsName"][0]["name"], "Everyone");
    assert_eq!(user["roleManifest"]["base"]["isContributor"], true);
    assert_eq!(globals["props"]["licenseState"], "valid");
    let features = globals["features"].as_array().unwrap();
    let profile = features.iter().find(|feature| feature["key"] == "userProfile").unwrap();
    assert_eq!((&profile["active"], &profile["tabs"]["apiToken"]), (&json!(true), &json!(true)));
    assert!(!globals.to_string().contains("\"error"), "a client takes that for a failure");
    server.finish().await;
}

#[tokio::test]
async fn what_means_nothing_here_is_kept_as_it_was_sent_and_forgotten_again() {
    let server = TestServer::start().await;
    let admin = server.token_of(BaseRole::Admin).await;
    let viewer = server.token_of(BaseRole::Consumer).await;
    let branding = json!({ "brandName": "House", "logo": { "large": "data:…" } });
    assert_eq!(ask(&server, &viewer, "GET", "/api/branding", Value::Null).await.0, 404);

    let kept = ask(&server, &admin, "POST", "/api/branding", branding.clone()).await;

    assert_eq!(kept, (200, branding.clone()));
    assert_eq!(ask(&server, &viewer, "GET", "/api/branding", Value::Null).await, (200, branding.clone()));
    assert_eq!(ask(&server, &viewer, "POST", "/api/branding", branding).await.0, 403);
    assert_eq!(ask(&server, &admin, "POST", "/api/branding", json!([])).await.0, 422);
    let large = json!({ "logo": "x".repeat(300_000) });
    assert_eq!(ask(&server, &admin, "POST", "/api/branding", large).await.0, 413);
    assert_eq!(ask(&server, &admin, "DELETE", "/api/branding", Value::Null).await.0, 204);
    assert_eq!(ask(&server, &admin, "GET", "/api/branding", Value::Null).await.0, 404);
    assert_eq!(ask(&server, &admin, "GET", "/api/v1/settings/ui", Value::Null).await, (200, json!({})));
    let proxy = json!({ "enabled": true, "ip": "192.0.2.7", "port": 3128, "password": "hidden" });
    let (_, proxy) = ask(&server, &admin, "PUT", "/api/settings/proxy", proxy).await;
    assert_eq!(proxy, json!({ "enabled": true, "ip": "192.0.2.7", "port": 3128 }));
    assert!(!server.events_named("platform.keep").await.is_empty());
    server.finish().await;
}

#[tokio::test]
async fn data_servers_are_listed_once_each() {
    let server = TestServer::start().await;
    let admin = server.token_of(BaseRole::Admin).await;
    let path = "/api/v1/authentication/server_access";
    let data = json!({ "serverName": "data.example", "name": "Data" });
    let (status, made) = ask(&server, &admin, "POST", path, data.clone()).await;
    assert_eq!((status, &made["serverName"]), (200, &json!("data.example")));

    assert_eq!(ask(&server, &admin, "POST", path, data).await.0, 400);
    let one = format!("{path}/{}", made["_id"].as_str().unwrap());
    let (_, renamed) = ask(&server, &admin, "PATCH", &one, json!({ "name": "Other" })).await;
    assert_eq!(renamed["name"], "Other");
    assert_eq!(ask(&server, &admin, "DELETE", &one, json!({})).await.0, 200);
    assert_eq!(ask(&server, &admin, "DELETE", &one, json!({})).await.0, 404);
    assert_eq!(ask(&server, &admin, "GET", path, Value::Null).await, (200, json!([])));
    server.finish().await;
}

#[tokio::test]
async fn a_web_access_token_is_refused_in_json_that_clients_read() {
    let server = TestServer::start().await;
    let token = json!({ "webAccessToken": "a.b.c.d.e" });

    let answer = server.request("POST", "/api/v1/wat/sessionToken").json(&token).send().await;

    assert_eq!(answer.error(), (0, 404));
    assert!(answer.header("content-type").contains("application/json"));
    server.finish().await;
}
