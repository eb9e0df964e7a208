//! What versions and quotas promise: `ETag`, `If-None-Match`, `If-Match`, `RateLimit`.

use serde_json::json;

use crate::{
    cx::BaseRole,
    testing::{MINUTE_MS, TestServer},
};

const ADMIN: BaseRole = BaseRole::Admin;

#[tokio::test]
async fn what_a_client_has_already_is_not_sent_again() {
    let server = TestServer::start().await;
    let token = server.token_of(ADMIN).await;
    server.request("POST", "/api/v1/groups").bearer(&token).json(&json!({ "name": "Sales" })).send().await;

    for path in [
        &format!("/api/v1/users/{}", server.id_of(BaseRole::Consumer)),
        "/api/v1/groups/Sales",
        "/api/v1/features",
        "/api/v1/security",
    ] {
        let first = server.request("GET", path).bearer(&token).send().await;
        let tag = first.header("etag").to_owned();
        assert!(tag.starts_with("\"v"), "{path}: {tag}");

        let again = server.request("GET", path).bearer(&token).header("if-none-match", &tag).send().await;
        let weak = format!("\"x\", W/{tag}");
        let weak = server.request("GET", path).bearer(&token).header("if-none-match", &weak).send().await;
        let other =
            server.request("GET", path).bearer(&token).header("if-none-match", "\"v0-0\"").send().await;

        assert_eq!(
            (again.status, again.body.as_str(), again.header("etag")),
            (304, "", tag.as_str()),
            "{path}"
        );
        assert_eq!((weak.status, other.status), (304, 200), "{path}");
    }
    server.finish().await;
}

#[tokio::test]
async fn a_change_made_from_an_old_version_is_refused() {
    let server = TestServer::start().await;
    let token = server.token_of(ADMIN).await;
    server.request("POST", "/api/v1/groups").bearer(&token).json(&json!({ "name": "Sales" })).send().await;
    let user = format!("/api/v1/users/{}", server.id_of(BaseRole::Consumer));
    for (path, change) in [
        (user.as_str(), [json!({ "firstName": "A" }), json!({ "firstName": "B" })]),
        ("/api/v1/groups/Sales", [json!({ "language": "de-DE" }), json!({ "language": "fr-FR" })]),
        (
            "/api/v1/security",
            [json!({ "lockout": { "attempts": 10 } }), json!({ "lockout": { "attempts": 11 } })],
        ),
        (
            "/api/v1/settings/login_lockout",
            [json!({ "maxFailedAttempts": 12 }), json!({ "maxFailedAttempts": 13 })],
        ),
        (
            "/api/v1/features",
            [
                json!({ "features": { "userProfile.password": false } }),
                json!({ "features": { "userProfile.password": true } }),
            ],
        ),
    ] {
        let [one, two] = change;
        let tag = server.request("GET", path).bearer(&token).send().await.header("etag").to_owned();
        let patch = |tag: &str, body| {
            server.request("PATCH", path).bearer(&token).header("if-match", tag).json(body).send()
        };

        let first = patch(&tag, &one).await;
        let late = patch(&tag, &two).await;
        let newer = patch(first.header("etag"), &two).await;

        assert_eq!((first.status, late.status), (200, 412), "{path}: {} {}", first.body, late.body);
        assert!(late.json()["code"].as_str().unwrap().ends_with(".changed_meanwhile"), "{}", late.body);
        assert_eq!(late.json()["status"], 412);
        assert_eq!(newer.status, 200, "{path}: {}", newer.body);
        assert_eq!(patch("\"nonsense\"", &one).await.status, 412, "{path}");
        assert_eq!(patch("*", &one).await.status, 200, "{path}");
    }
    server.finish().await;
}

#[tokio::test]
async fn of_several_versions_one_that_is_current_is_enough() {
    let server = TestServer::start().await;
    let token = server.token_of(ADMIN).await;
    server.request("POST", "/api/v1/groups").bearer(&token).json(&json!({ "name": "Sales" })).send().await;
    let user = format!("/api/v1/users/{}", server.id_of(BaseRole::Consumer));
    for (path, change) in [
        (user.as_str(), json!({ "firstName": "A" })),
        ("/api/v1/groups/Sales", json!({ "language": "de-DE" })),
        ("/api/v1/security", json!({ "lockout": { "attempts": 10 } })),
        ("/api/v1/settings/login_lockout", json!({ "maxFailedAttempts": 12 })),
        ("/api/v1/features", json!({ "features": { "userProfile.password": false } })),
    ] {
        let tag = server.request("GET", path).bearer(&token).send().await.header("etag").to_owned();
        let patch = |tags: &str| {
            server.request("PATCH", path).bearer(&token).header("if-match", tags).json(&change).send()
        };
        let newest = "\"v9223372036854775807-0\"";

        let none = patch(&format!("\"x\", {newest}")).await;
        let one = patch(&format!("{newest}, {tag} , \"x\"")).await;
        let any = patch("\"x\", *").await;

        assert_eq!(
            (none.status, one.status, any.status),
            (412, 200, 200),
            "{path}: {} {}",
            none.body,
            one.body
        );
    }
    server.finish().await;
}

#[tokio::test]
async fn a_sign_in_changes_what_is_shown_and_no_version() {
    let server = TestServer::start().await;
    let token = server.token_of(ADMIN).await;
    let path = format!("/api/v1/users/{}", server.id_of(BaseRole::Consumer));
    let before = server.request("GET", &path).bearer(&token).send().await.header("etag").to_owned();

    server.browser_of(BaseRole::Consumer).await;

    let again = server.request("GET", &path).bearer(&token).header("if-none-match", &before).send().await;
    assert_eq!(again.status, 200);
    let change = json!({ "firstName": "New" });
    let request = server.request("PATCH", &path).bearer(&token).header("if-match", &before).json(&change);
    assert_eq!(request.send().await.status, 200);
    server.finish().await;
}

#[tokio::test]
async fn where_nobody_looks_at_if_match_it_is_refused() {
    let server = TestServer::start().await;
    let token = server.token_of(ADMIN).await;
    let path = format!("/api/v1/users/{}", server.id_of(BaseRole::Consumer));

    let answer = server.request("DELETE", &path).bearer(&token).header("if-match", "\"v1-0\"").send().await;

    assert_eq!((answer.status, &answer.json()["code"]), (400, &json!("web.if_match_not_here")));
    assert_eq!(server.request("GET", &path).bearer(&token).send().await.status, 200);
    server.finish().await;
}

#[tokio::test]
async fn a_script_is_told_what_is_left_of_its_calls_and_refused_beyond() {
    let server = TestServer::start_with(|config| config.api_tokens.calls_per_minute = 3).await;
    let token = server.token_of(ADMIN).await;
    let ask = || server.request("GET", "/api/v1/users/count").bearer(&token).send();

    let answers = [ask().await, ask().await, ask().await, ask().await];

    assert_eq!(answers[0].header("ratelimit-policy"), "\"calls\";q=3;w=60");
    // The tests begin five seconds after a full minute.
    assert_eq!(answers[0].header("ratelimit"), "\"calls\";r=2;t=55");
    assert_eq!(answers[2].header("ratelimit"), "\"calls\";r=0;t=55");
    assert_eq!((answers[3].status, answers[3].header("retry-after")), (429, "55"));
    assert_eq!(answers[3].header("ratelimit"), "\"calls\";r=0;t=55");
    let other = server.x_api_key(BaseRole::Super).await;
    let other = server.request("GET", "/api/users/loggedin").header("x-api-key", &other).send().await;
    assert_eq!((other.status, other.header("ratelimit")), (200, "\"calls\";r=2;t=55"));
    let page = server.browser_of(ADMIN).await.get("/api/v1/users/loggedin").await;
    assert_eq!((page.status, page.header("ratelimit")), (200, ""));
    server.advance(MINUTE_MS);
    assert_ne!(ask().await.status, 429);
    server.finish().await;
}
