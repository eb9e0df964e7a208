//! Forms are taken from our own pages only, and lead to our own pages only.

use crate::{
    cx::BaseRole,
    testing::{NEW_PASSWORD, PASSWORD, TestServer, email_of},
};

/// A browser, and the fields of a good change of password in it.
const FIELDS: [(&str, &str); 3] =
    [("current_password", PASSWORD), ("new_password", NEW_PASSWORD), ("repeat_password", NEW_PASSWORD)];

#[tokio::test]
async fn a_form_from_another_site_is_refused_even_with_the_right_secret() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(BaseRole::Consumer).await;
    let csrf = browser.get("/profile/password").await.csrf().unwrap();
    let fields = [FIELDS.as_slice(), &[("csrf", csrf.as_str())]].concat();

    for (name, value) in [
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
        ("origin", "https://evil.example"),
        ("origin", "https://localhost:8081"),
        ("origin", "null"),
    ] {
        let request = browser.request("POST", "/profile/password").header(name, value).form(&fields);
        let refused = request.send().await;
        assert!(
            refused.status == 403 && refused.says("web.cross_site"),
            "{name}: {value}: {}",
            refused.status
        );
    }
    assert_eq!(server.browser().sign_in(&email_of(BaseRole::Consumer), PASSWORD).await.status, 303);
    server.finish().await;
}

#[tokio::test]
async fn a_get_that_changes_something_is_not_taken_from_another_site() {
    let server = TestServer::start().await;
    let browser = server.browser_of(BaseRole::Admin).await;
    let ask = async |path: &str, site: &str| {
        browser.request("GET", path).header("sec-fetch-site", site).send().await.status
    };

    assert_eq!(ask("/api/v1/authentication/tokens/api", "cross-site").await, 403);
    assert_eq!(ask("/api/v1/authentication/logout_all", "cross-site").await, 403);
    assert_eq!(ask("/api/v1/authentication/tokens/api", "same-origin").await, 200);
    assert_eq!(ask("/api/v1/authentication/logout", "cross-site").await, 403);
    server.finish().await;
}

#[tokio::test]
async fn a_call_with_a_cookie_must_say_that_it_is_json() {
    let server = TestServer::start().await;
    let browser = server.browser_of(BaseRole::Admin).await;
    let body = r#"{"email":"made@people.example"}"#;
    let send = async |kind: &str| {
        let request = browser.request("POST", "/api/v1/users").text(body);
        request.header("content-type", kind).send().await
    };

    for kind in
        ["text/plain", "TEXT/plain;charset=utf-8", "application/x-www-form-urlencoded", "multipart/form-data"]
    {
        let refused = send(kind).await;
        assert!(refused.status == 400 && refused.says("web.json_wanted"), "{kind}: {}", refused.body);
    }
    assert_eq!(send("application/json").await.status, 201);
    server.finish().await;
}

#[tokio::test]
async fn a_form_without_the_secret_of_this_session_is_refused() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(BaseRole::Consumer).await;
    let own = browser.get("/profile/password").await.csrf().unwrap();
    let others = server.browser_of(BaseRole::Consumer).await.get("/profile/password").await.csrf().unwrap();
    let anonymous = server.browser().get("/login").await.csrf().unwrap();
    assert_ne!(own, others);

    for csrf in ["", "x", &others, &anonymous, &own[1..]] {
        let fields = [FIELDS.as_slice(), &[("csrf", csrf)]].concat();
        let refused = browser.request("POST", "/profile/password").form(&fields).send().await;
        assert!(refused.status == 403 && refused.says("web.form_expired"), "{csrf}: {}", refused.status);
    }
    let without = browser.request("POST", "/profile/password").form(&FIELDS).send().await;
    assert_eq!(without.status, 403);
    server.finish().await;
}

#[tokio::test]
async fn nobody_is_signed_in_by_a_form_that_another_browser_was_shown() {
    let server = TestServer::start().await;
    let attackers = server.browser().get("/login").await.csrf().unwrap();
    let name = email_of(BaseRole::Consumer);
    let fields = [("username", name.as_str()), ("password", PASSWORD), ("csrf", &attackers)];

    let mut victim = server.browser();
    let without_cookie = victim.request("POST", "/login").form(&fields).send().await;
    victim.get("/login").await;
    let with_cookie = victim.request("POST", "/login").form(&fields).send().await;

    assert_eq!((without_cookie.status, with_cookie.status), (403, 403));
    server.finish().await;
}

#[tokio::test]
async fn every_form_that_changes_something_is_guarded() {
    let server = TestServer::start().await;
    let browser = server.browser_of(BaseRole::Super).await;

    for path in [
        "/login",
        "/logout",
        "/setup",
        "/forgot-password",
        "/recover-password",
        "/recover-password/x",
        "/invitation/x",
        "/confirm-email/x",
        "/undo-email/x",
        "/recovery-code",
        "/theme",
        "/language",
        "/profile/personal-information",
        "/profile/email",
        "/profile/preferences",
        "/profile/password",
        "/profile/password/check",
        "/profile/api-token",
        "/profile/api-token/renew",
        "/profile/api-token/x/rotate",
        "/profile/api-token/x/revoke",
        "/profile/sessions/x/end",
        "/profile/sessions/end-others",
        "/profile/recovery-codes",
    ] {
        let refused = browser.request("POST", path).form(&[("email", "x@people.example")]).send().await;
        assert!(refused.status == 403 && refused.says("web.form_expired"), "{path}: {}", refused.status);
    }
    server.finish().await;
}

#[tokio::test]
async fn nonsense_in_place_of_a_form_is_refused() {
    let server = TestServer::start().await;
    let browser = server.browser_of(BaseRole::Consumer).await;

    for body in ["%", "=&=&=", "a=%ff", "{\"csrf\":\"x\"}", "\u{0}", &"a=b&".repeat(10_000)] {
        let answer = browser.request("POST", "/profile/preferences").text(body).send().await;
        assert!((400..500).contains(&answer.status), "{body:.20}: {}", answer.status);
    }
    server.finish().await;
}

#[tokio::test]
async fn theme_and_language_are_kept_and_lead_back_to_where_one_was() {
    let server = TestServer::start().await;
    let mut browser = server.browser();

    let theme =
        browser.submit_to("/login", "/theme", &[("theme", "dark"), ("back", "/forgot-password")]).await;
    let language = browser.submit_to("/login", "/language", &[("language", "he"), ("back", "/login")]).await;

    assert_eq!((theme.location(), language.location()), ("/forgot-password", "/login"));
    let page = browser.get("/login").await;
    assert!(page.says("lang=\"he\"") && page.says("data-theme=\"dark\""), "{:.300}", page.body);
    server.finish().await;
}

#[tokio::test]
async fn no_choice_leads_to_another_site() {
    let server = TestServer::start().await;
    let mut browser = server.browser();

    for back in ["https://evil.example", "//evil.example", "/\\evil.example", "\\\\evil.example", ""] {
        let theme = browser.submit_to("/login", "/theme", &[("theme", "dark"), ("back", back)]).await;
        let language = browser.submit_to("/login", "/language", &[("language", "en"), ("back", back)]).await;
        assert_eq!((theme.location(), language.location()), ("/", "/"), "{back}");
    }
    server.finish().await;
}

#[tokio::test]
async fn a_theme_that_is_none_is_as_the_system_says() {
    let server = TestServer::start().await;
    let mut browser = server.browser();

    let chosen =
        browser.submit_to("/login", "/theme", &[("theme", "x; Domain=evil"), ("back", "/login")]).await;

    assert!(!chosen.cookie("theme").contains("evil"), "{}", chosen.cookie("theme"));
    server.finish().await;
}
