//! The layer around every request: hosts, limits, headers, error bodies, languages.

use axum::body::Body;
use bytes::Bytes;
use serde_json::json;

use crate::{
    accounts::users,
    cx::BaseRole,
    testing::{PASSWORD, TestServer, email_of},
};

#[tokio::test]
async fn every_page_has_the_security_headers() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(BaseRole::Consumer).await;

    for path in ["/login", "/", "/profile/password", "/nowhere", "/forgot-password"] {
        let page = browser.get(path).await;
        let policy = page.header("content-security-policy");
        for word in ["default-src 'none'", "frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'"]
        {
            assert!(policy.contains(word), "{path}: {policy}");
        }
        assert!(!policy.contains("unsafe"), "{path}: {policy}");
        assert_eq!(page.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(page.header("x-frame-options"), "DENY", "{path}");
        assert_eq!(page.header("cache-control"), "no-store", "{path}");
        assert_eq!(page.header("cross-origin-opener-policy"), "same-origin", "{path}");
        assert_eq!(page.header("strict-transport-security"), "", "{path}: never over plain HTTP");
        assert!(!page.says("<style") && !page.says(" style=") && !page.says("onclick="), "{path}");
    }
    server.finish().await;
}

#[tokio::test]
async fn over_tls_the_browser_is_told_to_stay_there() {
    let server = TestServer::start().await;

    for path in ["/login", "/api/users"] {
        let answer = server.request("GET", path).over_tls().send().await;
        assert!(answer.header("strict-transport-security").starts_with("max-age=63072000"), "{path}");
    }
    server.finish().await;
}

#[tokio::test]
async fn an_answer_of_the_api_has_the_headers_of_the_original() {
    let server = TestServer::start().await;
    let token = server.token_of(BaseRole::Admin).await;

    let answer = server.request("GET", "/api/users").bearer(&token).send().await;

    assert_eq!(answer.header("content-type"), "application/json; charset=utf-8");
    assert_eq!(answer.header("cache-control"), "private, no-cache, no-store, must-revalidate");
    assert_eq!(answer.header("x-powered-by"), "");
    assert_eq!(answer.header("access-control-allow-origin"), "");
    server.finish().await;
}

#[tokio::test]
async fn every_answer_has_an_id_of_its_own() {
    let server = TestServer::start().await;

    let one = server.request("GET", "/login").send().await.header("x-request-id").to_owned();
    let other = server.request("GET", "/api/users").send().await.header("x-request-id").to_owned();

    assert!(one.len() == 24 && one.bytes().all(|byte| byte.is_ascii_hexdigit()), "{one}");
    assert_ne!(one, other);
    server.finish().await;
}

#[tokio::test]
async fn a_request_for_another_host_is_refused_on_every_face() {
    let server = TestServer::start().await;

    for path in ["/login", "/api/users", "/api/v1/authentication/login"] {
        for host in ["evil.example", "localhost.evil.example", "", "localhost:x", "user@localhost"] {
            let answer = server.request("GET", path).header("host", host).send().await;
            assert_eq!(answer.status, 400, "{path} {host}");
            assert!(!answer.says("evil.example"), "{path} {host}");
        }
        let twice = server.request("GET", path).another_header("host", "localhost:8081").send().await;
        let none = server.request("GET", path).without("host").send().await;
        assert_eq!((twice.status, none.status), (400, 400), "{path}");
    }
    assert_eq!(server.request("GET", "/healthz").header("host", "evil.example").send().await.status, 200);
    server.finish().await;
}

#[tokio::test]
async fn what_the_configuration_allows_is_a_host_of_ours() {
    let server =
        TestServer::start_with(|config| config.server.allowed_hosts = vec!["seats.example.com".into()]).await;

    let answer = server.request("GET", "/login").header("host", "Seats.Example.com:443").send().await;

    assert_eq!(answer.status, 200);
    server.finish().await;
}

#[tokio::test]
async fn a_link_in_a_mail_begins_with_our_address_whatever_the_request_said() {
    let server =
        TestServer::start_with(|config| config.server.allowed_hosts = vec!["other.example".into()]).await;
    let mut browser = server.browser();
    let page = browser.get("/forgot-password").await;
    let csrf = page.csrf().unwrap();
    let fields = [("email", &*email_of(BaseRole::Admin)), ("csrf", &csrf)];

    let request = browser.request("POST", "/forgot-password").header("host", "other.example");
    let answer = request.header("x-forwarded-host", "evil.example").form(&fields).send().await;
    server.run_jobs().await;

    assert_eq!(answer.status, 303, "{}", answer.body);
    assert!(server.mail_to(&email_of(BaseRole::Admin)).link().starts_with("/recover-password/"));
    server.finish().await;
}

#[tokio::test]
async fn a_body_beyond_the_limit_is_refused_whether_its_size_was_told_or_not() {
    let server = TestServer::start_with(|config| config.server.body_limit_bytes = 10_000).await;
    let token = server.token_of(BaseRole::Admin).await;
    let stream = || {
        let chunks = (0..20).map(|_| Ok::<_, std::io::Error>(Bytes::from(vec![b' '; 1_000])));
        Body::from_stream(futures_util::stream::iter(chunks))
    };

    for path in ["/api/groups", "/api/v1/authentication/login", "/login"] {
        let told = server.request("POST", path).bearer(&token).text(&" ".repeat(10_001)).send().await;
        let untold = server.request("POST", path).bearer(&token).body(stream()).send().await;
        assert_eq!((told.status, untold.status), (413, 413), "{path}: {}", untold.body);
    }
    server.finish().await;
}

#[tokio::test]
async fn a_body_that_does_not_come_is_the_clients_slowness_and_the_connection_ends() {
    let server = TestServer::start_with(|config| config.server.request_timeout_seconds = 1).await;
    let begun = || {
        let first = futures_util::stream::iter([Ok::<_, std::io::Error>(Bytes::from_static(b"{"))]);
        Body::from_stream(futures_util::StreamExt::chain(first, futures_util::stream::pending()))
    };

    for path in ["/api/v1/authentication/login", "/login"] {
        let answer = server.request("POST", path).body(begun()).send().await;
        assert_eq!((answer.status, answer.header("connection")), (408, "close"), "{path}: {}", answer.body);
    }
    server.finish().await;
}

#[tokio::test]
async fn only_who_may_change_users_sends_a_long_list_of_them() {
    let server = TestServer::start_with(|config| config.server.body_limit_bytes = 10_000).await;
    let admin = server.token_of(BaseRole::Admin).await;
    let viewer = server.token_of(BaseRole::Consumer).await;
    let list = format!("[\"{}\"]", "a".repeat(20_000));

    for path in ["/api/users/delete", "/api/v1/users/bulk"] {
        let send = || server.request("POST", path).text(&list).header("content-type", "application/json");
        assert_ne!(send().bearer(&admin).send().await.status, 413, "{path}");
        assert_eq!(send().bearer(&viewer).send().await.status, 413, "{path}");
        assert_eq!(send().send().await.status, 413, "{path}");
    }
    server.finish().await;
}

#[tokio::test]
async fn the_address_of_the_client_is_believed_only_from_a_trusted_proxy() {
    let server =
        TestServer::start_with(|config| config.server.trusted_proxies = vec!["10.0.0.0/8".into()]).await;
    let fail = async |peer: &str, forwarded: &str| {
        let body = json!({ "username": "x", "password": "y" });
        let request = server.request("POST", "/api/v1/authentication/login").from(peer);
        request.header("x-forwarded-for", forwarded).json(&body).send().await;
        server.events_named("sign_in.fail").await.pop().unwrap().ip
    };

    assert_eq!(fail("10.0.0.1", "203.0.113.1").await, "203.0.113.1");
    assert_eq!(fail("10.0.0.1", "1.2.3.4, 203.0.113.2, 10.9.9.9").await, "203.0.113.2");
    assert_eq!(fail("10.0.0.1", "nonsense").await, "10.0.0.1");
    assert_eq!(fail("198.51.100.1", "203.0.113.3").await, "198.51.100.1");
    assert_eq!(fail("::ffff:198.51.100.2", "").await, "198.51.100.2");
    server.finish().await;
}

#[tokio::test]
async fn an_unknown_address_and_a_wrong_method_are_said_on_every_face() {
    let server = TestServer::start().await;
    let page = server.request("GET", "/nowhere").send().await;
    let v09 = server.request("GET", "/api/nowhere").send().await;
    let v1 = server.request("GET", "/api/v1/nowhere").send().await;

    assert!(page.status == 404 && page.says("There is no such page.") && page.says("<html"));
    assert_eq!((v09.error(), v1.error()), ((0, 404), (0, 404)));
    for (path, method, allowed) in [
        ("/login", "DELETE", "GET,HEAD,POST"),
        ("/logout", "GET", "POST"),
        ("/api/users", "PUT", "GET,HEAD,POST"),
        ("/api/users/delete", "PUT", "POST"),
        ("/api/v1/authentication/login", "GET", "POST"),
    ] {
        let answer = server.request(method, path).send().await;
        assert_eq!((answer.status, answer.header("allow")), (405, allowed), "{method} {path}");
        assert!(answer.says("not for what you asked of it"), "{}", answer.body);
    }
    for (path, above) in [("/logout", "/"), ("/admin/users/import/1/apply", "/admin/users/import/1")] {
        let visit = server.request("GET", path).header("sec-fetch-mode", "navigate").send().await;
        assert_eq!((visit.status, visit.location()), (303, above), "{path}");
    }
    for method in ["TRACE", "CONNECT", "PROPFIND"] {
        let status = server.request(method, "/login").send().await.status;
        assert_eq!(status, 405, "{method}");
    }
    server.finish().await;
}

#[tokio::test]
async fn an_error_of_v1_is_a_problem_document_with_the_original_body_inside() {
    let server = TestServer::start().await;
    let body = json!({ "username": "x", "password": "y" });

    let answer = server.request("POST", "/api/v1/authentication/login").json(&body).send().await;

    let problem = answer.json();
    assert_eq!(problem["type"], "urn:seatwarden:refusal:sign_in.wrong");
    assert_eq!((&problem["code"], &problem["status"]), (&json!("sign_in.wrong"), &json!(401)));
    assert_eq!(problem["requestId"], answer.header("x-request-id"));
    let original = &problem["error"];
    assert_eq!((&original["code"], &original["status"]), (&json!(5001), &json!(401)));
    assert_eq!(original["message"], problem["detail"]);
    assert_eq!(original["httpMessage"], "Unauthorized");
    server.finish().await;
}

#[tokio::test]
async fn an_error_of_v09_is_the_original_body_and_nothing_else() {
    let server = TestServer::start().await;

    let answer = server.request("GET", "/api/users").send().await;

    let body = answer.json();
    assert_eq!(body.as_object().unwrap().len(), 1);
    let mut keys: Vec<&String> = body["error"].as_object().unwrap().keys().collect();
    keys.sort();
    assert_eq!(keys, ["code", "httpMessage", "message", "status"]);
    assert_eq!(answer.header("content-type"), "application/json; charset=utf-8");
    server.finish().await;
}

#[tokio::test]
async fn what_cannot_be_read_is_refused_in_our_own_words() {
    let server = TestServer::start().await;
    let token = server.token_of(BaseRole::Admin).await;
    let mut browser = server.browser_of(BaseRole::Consumer).await;

    let query = browser.get("/profile/activity?before=abc").await;
    let path = browser.get("/recover-password/%ff").await;
    let api = server.request("GET", "/api/users/%ff").bearer(&token).send().await;

    assert!(query.status == 400 && query.says("A part of this address cannot be read."), "{}", query.body);
    assert!(path.status == 400 && path.says("A part of this address cannot be read."), "{}", path.body);
    assert_eq!(api.error(), (0, 400));
    server.finish().await;
}

#[tokio::test]
async fn a_nul_in_any_text_is_refused_and_breaks_nothing() {
    let server = TestServer::start().await;
    let token = server.token_of(BaseRole::Admin).await;
    let mut browser = server.browser_of(BaseRole::Consumer).await;

    let names = [("first_name", "a\u{0}b"), ("last_name", ""), ("user_name", "x")];
    let page = browser.submit("/profile/personal-information", &names).await;
    let found = server.request("GET", "/api/users/a%00b").bearer(&token).send().await;
    let searched = server.request("GET", "/api/users?search=%00").bearer(&token).send().await;
    let body = json!([{ "email": "x@people.example", "userName": "a\u{0}b", "password": PASSWORD }]);
    let added = server.request("POST", "/api/users").bearer(&token).json(&body).send().await;
    let login = server.browser().sign_in("a\u{0}b", "c\u{0}d").await;

    for answer in [page, found, searched, added, login] {
        assert!((400..500).contains(&answer.status), "{} {}", answer.status, answer.body);
    }
    server.finish().await;
}

#[tokio::test]
async fn the_language_is_the_users_then_the_browsers_choice_then_the_servers_then_the_browsers_wish() {
    let shown = async |server: &TestServer, cookie: &str, wish: &str| {
        let mut request = server.request("GET", "/login").header("accept-language", wish);
        if !cookie.is_empty() {
            request = request.header("cookie", &format!("language={cookie}"));
        }
        request.send().await.header("content-language").to_owned()
    };
    let server = TestServer::start().await;
    assert_eq!(shown(&server, "", "").await, "en");
    assert_eq!(shown(&server, "", "fr-CA, de;q=0.9").await, "fr");
    assert_eq!(shown(&server, "", "tlh, he;q=0.1").await, "he");
    assert_eq!(shown(&server, "es", "fr").await, "es");
    assert_eq!(shown(&server, "nonsense", "fr").await, "fr");
    let mut browser = server.browser_of(BaseRole::Consumer).await;
    browser.submit("/profile/preferences", &[("language", "de-DE")]).await;
    browser.set_cookie("language", "es");
    assert_eq!(browser.get("/").await.header("content-language"), "de");
    server.finish().await;

    let server = TestServer::start_with(|config| config.server.language = "de".into()).await;
    assert_eq!(shown(&server, "", "fr").await, "de");
    assert_eq!(shown(&server, "es", "fr").await, "es");
    server.finish().await;
}

#[tokio::test]
async fn the_language_of_a_group_is_that_of_its_members_who_chose_none() {
    let server = TestServer::start().await;
    server
        .sql(
            "insert into groups (id, name, name_key, language, created_at_ms, updated_at_ms) \
             values ('0123456789abcdef01234567', 'Paris', 'paris', 'fr-FR', 0, 0)",
        )
        .await;
    let member = users::UserPatch { groups: Some(vec!["Paris".into()]), ..users::UserPatch::default() };
    users::update(&server.host(), server.id_of(BaseRole::Consumer), member).await.unwrap();
    let mut browser = server.browser_of(BaseRole::Consumer).await;

    assert_eq!(browser.get("/").await.header("content-language"), "fr");
    browser.submit("/profile/preferences", &[("language", "en-US")]).await;

    assert_eq!(browser.get("/").await.header("content-language"), "en");
    server.finish().await;
}

#[tokio::test]
async fn a_refusal_of_the_api_is_in_the_callers_language() {
    let server = TestServer::start().await;

    let answer = server.request("GET", "/api/users").header("accept-language", "en").send().await;

    assert_eq!(answer.json()["error"]["message"], "Sign in to go on.");
    server.finish().await;
}

#[tokio::test]
async fn the_probes_answer_without_a_caller() {
    let server = TestServer::start().await;

    for path in ["/healthz", "/readyz"] {
        assert_eq!(server.request("GET", path).send().await.status, 200, "{path}");
    }
    server.finish().await;
}
