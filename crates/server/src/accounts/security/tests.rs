//! What the policies promise.

mod concerned;
mod of_custom_roles;
mod of_roles;
mod patterns;
mod wrong_kinds;

use serde_json::{Value, json};

use crate::{
    common::settings,
    cx::{BUILT_IN, BaseRole},
    testing::{Answer, Browser, DAY_MS, HOUR_MS, MINUTE_MS, NEW_PASSWORD, PASSWORD, TestServer, email_of},
    web::Embedding,
};

const API: &str = "/api/v1/security";
const PASSWORDS: &str = "/admin/security";
const LOCKOUT: &str = "/admin/security/lockout";
const SESSIONS: &str = "/admin/security/sessions";
const EMBEDDING: &str = "/admin/security/embedding";
const API_ACCESS: &str = "/admin/security/api-access";
const ADMIN: BaseRole = BaseRole::Admin;

async fn change(server: &TestServer, body: Value) -> Answer {
    let token = server.token_of(ADMIN).await;
    server.request("PATCH", API).bearer(&token).json(&body).send().await
}

async fn taken(server: &TestServer, body: Value) -> Value {
    let answer = change(server, body).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    answer.json()
}

async fn change_password(browser: &mut Browser<'_>, new: &str) -> Answer {
    let fields = [("current_password", PASSWORD), ("new_password", new), ("repeat_password", new)];
    browser.submit("/profile/password", &fields).await
}

#[tokio::test]
async fn the_pages_are_open_to_administrators_only() {
    let server = TestServer::start().await;

    for role in BUILT_IN {
        let may = matches!(role, BaseRole::Super | BaseRole::Admin);
        let mut browser = server.browser_of(role).await;
        for page in [PASSWORDS, LOCKOUT, SESSIONS, EMBEDDING, API_ACCESS] {
            assert_eq!(browser.get(page).await.status, if may { 200 } else { 403 }, "{role:?} {page}");
        }
        let token = server.token_of(role).await;
        let api = server.request("GET", API).bearer(&token).send().await;
        assert_eq!(api.status, if may { 200 } else { 403 }, "{role:?}");
    }
    server.finish().await;
}

#[tokio::test]
async fn a_new_policy_holds_for_the_next_password_and_is_audited_with_what_changed() {
    let server = TestServer::start().await;
    let mut admin = server.browser_of(ADMIN).await;
    let mut viewer = server.browser_of(BaseRole::Consumer).await;
    let fields = [
        ("version", "0"),
        ("minimum_length", "12"),
        ("organisation_regex", "[0-9]$"),
        ("organisation_message", "It ends with a digit."),
    ];

    let saved = admin.submit(PASSWORDS, &fields).await;

    assert_eq!(saved.location(), format!("{PASSWORDS}?done=saved"));
    assert!(change_password(&mut viewer, "bad kettle").await.says("at least 12 characters"));
    assert!(change_password(&mut viewer, "copper lantern meadow").await.says("It ends with a digit."));
    assert_eq!(change_password(&mut viewer, NEW_PASSWORD).await.status, 303);
    let events = server.events_named("security.change").await;
    assert_eq!((events.len(), events[0].subject_id.as_str()), (1, "passwords"));
    let before = r#"{"minimumLength":null,"organisationMessage":"","organisationRegex":""}"#;
    assert_eq!(events[0].before_json.as_deref(), Some(before));
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn a_password_can_be_tried_against_rules_that_are_not_saved_yet_and_is_kept_nowhere() {
    let server = TestServer::start().await;
    let mut admin = server.browser_of(ADMIN).await;
    let tried = "zanzibar quilt seven";
    let fields = [("act", "try"), ("version", "0"), ("minimum_length", "40"), ("password", tried)];

    let by_button = admin.submit(PASSWORDS, &fields).await;
    let live = admin.submit_to(PASSWORDS, "/admin/security/try-password", &fields).await;
    let affected = admin.submit(PASSWORDS, &[("act", "affected"), ("minimum_length", "40")]).await;

    for answer in [&by_button, &live] {
        assert_eq!(answer.status, 200);
        assert!(answer.says("At least 40 characters") && answer.says("data-met=\"no\""), "{}", answer.body);
        assert!(!answer.says(tried));
    }
    assert_eq!(by_button.field("field-minimum_length").as_deref(), Some("40"), "what was typed stays");
    assert!(affected.says("Have a password and keep it") && affected.says("6 users"));
    assert!(server.events_named("security.change").await.is_empty());
    assert_eq!(admin.get("/admin/security/try-password?password=x").await.status, 405);
    server.finish().await;
}

#[tokio::test]
async fn the_second_of_two_administrators_is_shown_what_stands_there_now() {
    let server = TestServer::start().await;
    let mut first = server.browser_of(ADMIN).await;
    let mut second = server.browser_of(BaseRole::Super).await;
    let fields = |attempts: &'static str, version: &'static str| {
        [("version", version), ("enabled", "on"), ("attempts", attempts), ("minutes", "10")]
    };
    first.submit(LOCKOUT, &fields("5", "0")).await;

    let refused = second.submit(LOCKOUT, &fields("7", "0")).await;
    let again = second.submit(LOCKOUT, &fields("7", "1")).await;

    assert_eq!(refused.status, 409);
    assert!(refused.says("Number of failed login attempts before lockout: 5"), "{}", refused.body);
    assert_eq!(refused.field("field-attempts").as_deref(), Some("7"));
    assert_eq!(again.status, 303);
    server.finish().await;
}

#[tokio::test]
async fn the_lock_out_of_the_page_holds_at_the_door_and_can_be_reset() {
    let server = TestServer::start().await;
    let mut admin = server.browser_of(ADMIN).await;
    let fields = [("version", "0"), ("enabled", "on"), ("attempts", "2"), ("minutes", "30")];
    admin.submit(LOCKOUT, &fields).await;

    for ip in ["203.0.113.1", "203.0.113.2"] {
        server.browser().at(ip).sign_in(&email_of(BaseRole::Consumer), "wrong").await;
    }
    let locked = server.browser().at("203.0.113.3").sign_in(&email_of(BaseRole::Consumer), PASSWORD).await;
    admin.submit(LOCKOUT, &[("version", "1"), ("act", "reset")]).await;

    assert_eq!(locked.status, 429);
    assert_eq!(admin.get(LOCKOUT).await.field("field-attempts").as_deref(), Some("20"));
    server.finish().await;
}

#[tokio::test]
async fn lower_session_limits_shorten_living_sessions_and_higher_ones_do_not_lengthen_them() {
    let server = TestServer::start().await;
    let mut viewer = server.browser_of(BaseRole::Consumer).await;
    let mut admin = server.browser_of(BaseRole::DataAdmin).await;
    let limits =
        json!({ "sessions": { "roles": { "dataAdmin": { "idleMinutes": 15 } }, "absoluteHours": 2 } });
    taken(&server, limits).await;
    server.run_jobs().await;

    server.advance(20 * MINUTE_MS);
    assert!(viewer.is_signed_in().await, "only data admins are idle for 15 minutes at most");
    assert!(!admin.is_signed_in().await);
    taken(&server, json!({ "sessions": { "absoluteHours": 48, "idleMinutes": 1440 } })).await;
    server.run_jobs().await;
    server.write_used().await;
    for _ in 0..4 {
        server.advance(25 * MINUTE_MS);
        viewer.get("/").await;
        server.write_used().await;
    }

    assert!(!viewer.is_signed_in().await, "after two hours it ends all the same");
    server.finish().await;
}

#[tokio::test]
async fn fewer_sessions_per_user_end_those_used_longest_ago() {
    let server = TestServer::start().await;
    let mut browsers = Vec::new();
    for _ in 0..3 {
        browsers.push(server.browser_of(BaseRole::Consumer).await);
        server.advance(MINUTE_MS);
    }

    taken(&server, json!({ "sessions": { "perUserMax": 1 } })).await;
    server.run_jobs().await;

    let mut alive = Vec::new();
    for browser in &mut browsers {
        alive.push(browser.is_signed_in().await);
    }
    assert_eq!(alive, [false, false, true]);
    server.finish().await;
}

#[tokio::test]
async fn with_session_only_cookies_nobody_is_remembered() {
    let server = TestServer::start().await;
    let remembered = [("username", "consumer@people.example"), ("password", PASSWORD), ("remember_me", "on")];
    let mut before = server.browser();
    assert!(before.submit("/login", &remembered).await.cookie("seatwarden-local").contains("Max-Age"));

    taken(&server, json!({ "sessions": { "sessionOnlyCookie": true } })).await;
    server.run_jobs().await;

    let mut browser = server.browser();
    assert!(!browser.get("/login").await.says("Remember Me"));
    assert!(!browser.submit("/login", &remembered).await.cookie("seatwarden-local").contains("Max-Age"));
    server.advance(DAY_MS + HOUR_MS);
    assert!(!before.is_signed_in().await, "one that was remembered lives no longer than others");
    server.finish().await;
}

#[tokio::test]
async fn session_limits_that_make_no_sense_are_refused() {
    let server = TestServer::start().await;

    for (limits, code) in [
        (json!({ "idleMinutes": 0 }), "security.out_of_range"),
        (json!({ "idleMinutes": 600, "absoluteHours": 1 }), "security.idle_too_long"),
        (json!({ "roles": { "king": { "idleMinutes": 5 } } }), "security.unknown_role"),
        (json!({ "roles": { "king": null } }), "security.unknown_role"),
        (json!({ "roles": { "Admin": { "idleMinutes": 5 } } }), "security.unknown_role"),
        (json!({ "roles": { "admin": { "idleMinutes": 0 } } }), "security.out_of_range"),
        (json!({ "roles": { "admin": { "perUserMax": 1_001 } } }), "security.out_of_range"),
        (
            json!({ "roles": { "admin": { "idleMinutes": 5, "maxSessions": 2 } } }),
            "sessions.roles.admin.maxSessions",
        ),
        (json!({ "colour": 5 }), "security.unknown_name"),
    ] {
        let refused = change(&server, json!({ "sessions": limits })).await;
        assert!(refused.status == 422 && refused.says(code), "{code}: {}", refused.body);
    }
    let mut admin = server.browser_of(ADMIN).await;
    let refused = admin.submit(SESSIONS, &[("version", "0"), ("idle_minutes", "many")]).await;
    assert!(refused.status == 422 && refused.field("field-idle_minutes").as_deref() == Some("many"));
    server.finish().await;
}

#[tokio::test]
async fn nobody_may_embed_our_pages_until_an_administrator_names_them() {
    let server = TestServer::start().await;
    let mut admin = server.browser_of(ADMIN).await;
    let before = server.browser().get("/login").await;
    let typed = "https://portal.example\n*.intra.example";

    let preview = [("act", "preview"), ("version", "0"), ("frame_ancestors", typed)];
    let preview = admin.submit(EMBEDDING, &preview).await;
    admin.submit(EMBEDDING, &[("version", "0"), ("frame_ancestors", typed)]).await;

    let after = server.browser().get("/login").await;
    let own =
        [admin.get(PASSWORDS).await, admin.get("/profile/preferences").await, admin.get("/issuer").await];
    assert!(before.header("content-security-policy").ends_with("frame-ancestors 'none'"));
    assert_eq!(before.header("x-frame-options"), "DENY");
    let ancestors = "frame-ancestors &#39;self&#39; https://portal.example https://*.intra.example";
    assert!(preview.says(&ancestors.replace("&#39;", "'")) || preview.says(ancestors), "{}", preview.body);
    assert!(after.header("content-security-policy").ends_with(&ancestors.replace("&#39;", "'")));
    assert_eq!(after.header("x-frame-options"), "");
    for own in own {
        assert!(own.header("content-security-policy").ends_with("'none'"), "only the way in is embedded");
        assert_eq!(own.header("x-frame-options"), "DENY");
    }
    server.finish().await;
}

#[tokio::test]
async fn what_another_node_changed_holds_within_a_second() {
    let server = TestServer::start().await;
    let mut browser = server.browser();
    browser.get("/login").await;

    let mut tx = server.app.db.write().await.unwrap();
    let embedding = Embedding { frame_ancestors: vec!["*".to_owned()], ..Embedding::default() };
    settings::set(&mut tx, &embedding, server.now_ms()).await.unwrap();
    tx.commit().await.unwrap();
    server.advance(settings::CACHED_MS);

    assert!(browser.get("/login").await.header("content-security-policy").ends_with("frame-ancestors *"));
    server.finish().await;
}

#[tokio::test]
async fn scripts_of_named_origins_may_call_the_api_and_no_others() {
    let server = TestServer::start().await;
    let token = server.token_of(ADMIN).await;
    let ask = |method: &'static str, origin: &'static str| {
        let request = server.request(method, "/api/users/loggedin").bearer(&token).header("origin", origin);
        request.header("access-control-request-method", "GET").send()
    };
    assert_eq!(ask("GET", "https://app.example").await.header("access-control-allow-origin"), "");

    taken(&server, json!({ "embedding": { "corsOrigins": ["https://app.example"] } })).await;

    let answer = ask("GET", "https://app.example").await;
    assert_eq!(answer.header("access-control-allow-origin"), "https://app.example");
    assert_eq!(answer.header("access-control-allow-credentials"), "");
    assert_eq!(answer.header("vary"), "Origin");
    let preflight = ask("OPTIONS", "https://app.example").await;
    assert_eq!((preflight.status, preflight.header("access-control-max-age")), (204, "60"));
    let known = preflight.header("access-control-allow-headers").to_owned();
    for name in ["internal", "initialiser", "x-xsrf-token", "x-sisense-origin", "if-match", "idempotency-key"]
    {
        assert!(known.contains(name), "{known}");
    }
    let asked = server.request("OPTIONS", "/api/v1/users").header("origin", "https://app.example");
    let asked = asked.header("access-control-request-method", "PATCH");
    let asked = asked.header("access-control-request-headers", "x-own,If-Match").send().await;
    assert_eq!((asked.status, asked.header("access-control-allow-headers")), (204, "x-own, if-match"));
    for name in ["etag", "link", "location", "retry-after", "ratelimit"] {
        assert!(answer.header("access-control-expose-headers").contains(name), "{name}");
    }
    assert_eq!(ask("GET", "https://app.example.evil").await.header("access-control-allow-origin"), "");
    assert_eq!(ask("OPTIONS", "https://evil.example").await.header("access-control-allow-origin"), "");
    let any = json!({ "embedding": { "corsOrigins": ["*"], "corsCredentials": true } });
    assert!(change(&server, any).await.says("web.any_with_cookies"));
    server.finish().await;
}

#[tokio::test]
async fn embedded_pages_keep_their_cookies_and_their_guard_against_forgery() {
    let server =
        TestServer::start_with(|config| config.server.public_url = "https://localhost:8081".into()).await;
    let mut tx = server.app.db.write().await.unwrap();
    let embedding = Embedding {
        frame_ancestors: vec!["https://portal.example".to_owned()],
        cross_site_cookies: true,
        ..Embedding::default()
    };
    settings::set(&mut tx, &embedding, server.now_ms()).await.unwrap();
    tx.commit().await.unwrap();
    let mut browser = server.browser().over_tls();

    let signed_in = browser.sign_in(&email_of(ADMIN), PASSWORD).await;
    let own_form = browser.submit("/profile/preferences", &[("language", "de-DE")]).await;
    let csrf = browser.get("/profile/preferences").await.csrf().unwrap();
    let forged = browser
        .request("POST", "/profile/preferences")
        .header("sec-fetch-site", "cross-site")
        .header("origin", "https://portal.example")
        .form(&[("csrf", &csrf), ("language", "fr-FR")]);
    let forged = browser.send(forged).await;
    let call = browser
        .request("PATCH", API)
        .header("sec-fetch-site", "cross-site")
        .header("content-type", "text/plain")
        .text(r#"{"lockout":{"enabled":false}}"#);
    let call = browser.send(call).await;

    let cookie = signed_in.cookie("__Host-seatwarden");
    assert!(cookie.contains("SameSite=None") && cookie.contains("Secure"), "{cookie}");
    assert_eq!(own_form.status, 303);
    assert_eq!((forged.status, call.status), (403, 403), "{}", call.body);
    server.finish().await;
}

#[tokio::test]
async fn cross_site_cookies_are_refused_without_tls() {
    let server = TestServer::start().await;

    let refused = change(&server, json!({ "embedding": { "crossSiteCookies": true } })).await;

    assert!(refused.status == 422 && refused.says("web.cookies_need_tls"));
    server.finish().await;
}

#[tokio::test]
async fn the_legacy_key_is_switched_off_and_limited_in_age_at_once() {
    let server = TestServer::start().await;
    let key = server.x_api_key(ADMIN).await;
    let old = server.x_api_key_of(&email_of(ADMIN), PASSWORD, 1_514_764_800).await;
    let status = async |key: &str| {
        server.request("GET", "/api/users/loggedin").header("x-api-key", key).send().await.status
    };

    taken(&server, json!({ "apiAccess": { "iatWindowSeconds": 300 } })).await;
    assert_eq!((status(&key).await, status(&old).await), (200, 401));
    taken(&server, json!({ "apiAccess": { "enabled": false } })).await;
    assert_eq!(status(&key).await, 401);
    let back = taken(&server, json!({ "apiAccess": { "enabled": null, "iatWindowSeconds": null } })).await;

    assert_eq!((status(&key).await, status(&old).await), (200, 200));
    assert_eq!(back["apiAccess"]["chosen"], json!({ "enabled": null, "iatWindowSeconds": null }));
    server.finish().await;
}

#[tokio::test]
async fn the_legacy_key_is_told_once_and_the_one_before_works_for_a_while() {
    let server = TestServer::start().await;
    let mut admin = server.browser_of(ADMIN).await;
    let with_old = server.x_api_key(ADMIN).await;
    let status = async |key: &str| {
        server.request("GET", "/api/users/loggedin").header("x-api-key", key).send().await.status
    };

    let shown = admin.submit_to(API_ACCESS, "/admin/security/api-access/show-key", &[]).await;
    let twice = admin.submit_to(API_ACCESS, "/admin/security/api-access/show-key", &[]).await;
    let rotate = "/admin/security/api-access/rotate";
    let asked = admin.submit_to(API_ACCESS, rotate, &[("overlap_days", "7")]).await;
    let fields = [("overlap_days", "7"), ("confirmed", "yes")];
    let rotated = admin.submit_to(API_ACCESS, rotate, &fields).await;
    let with_new = server.x_api_key(ADMIN).await;

    assert_eq!((shown.status, twice.status, asked.status, rotated.status), (200, 409, 200, 200));
    let (first, second) =
        (shown.field("field-x_api_key").unwrap(), rotated.field("field-x_api_key").unwrap());
    assert!(first.len() == 64 && second.len() == 64 && first != second);
    assert!(!admin.get(API_ACCESS).await.says(&second), "no page shows it again");
    assert_eq!((status(&with_old).await, status(&with_new).await), (200, 200));
    server.advance(7 * DAY_MS);
    assert_eq!((status(&with_old).await, status(&with_new).await), (401, 200));
    let told = server.events().await.iter().any(|event| {
        [&event.before_json, &event.after_json].into_iter().flatten().any(|json| json.contains(&second))
    });
    assert!(!told, "the trail does not hold the key");
    server.finish().await;
}

#[tokio::test]
async fn the_last_use_of_the_legacy_key_is_shown() {
    let server = TestServer::start().await;
    let key = server.x_api_key(ADMIN).await;
    let mut admin = server.browser_of(ADMIN).await;
    assert!(admin.get(API_ACCESS).await.says("Not yet"));

    server.request("GET", "/api/users/loggedin").header("x-api-key", &key).send().await;
    server.write_used().await;

    let page = admin.get(API_ACCESS).await;
    assert!(page.says("script/1.0") && page.says(server.id_of(ADMIN)), "{}", page.body);
    server.finish().await;
}

#[tokio::test]
async fn all_groups_of_one_call_change_or_none() {
    let server = TestServer::start().await;

    let refused =
        change(&server, json!({ "lockout": { "attempts": 5 }, "passwords": { "minimumLength": 2 } })).await;
    let stale = change(&server, json!({ "lockout": { "attempts": 5, "version": 3 } })).await;
    let unknown = change(&server, json!({ "doors": {} })).await;
    let after = taken(&server, json!({ "passwords": { "minimumLength": 10 } })).await;

    assert_eq!((refused.status, stale.status, unknown.status), (422, 409, 422));
    assert_eq!(after["lockout"]["effective"]["attempts"], 20);
    assert_eq!(after["passwords"]["effective"]["minimumLength"], 10);
    assert_eq!(after["passwords"]["version"], 1);
    server.finish().await;
}

#[tokio::test]
async fn the_legacy_key_is_told_once_over_the_api_made_anew_replaced_and_ended() {
    let server = TestServer::start().await;
    let token = server.token_of(ADMIN).await;
    let ask = async |method: &str, path: &str, body: Value| {
        server.request(method, path).bearer(&token).json(&body).send().await
    };
    let (api, generate) = ("/api/settings/api", "/api/settings/api/generate");
    let works = async |key: &str| {
        let claims =
            json!({ "iat": server.now_ms() / 1_000, "email": email_of(ADMIN), "password": PASSWORD });
        let signing = jsonwebtoken::EncodingKey::from_secret(key.as_bytes());
        let signed = jsonwebtoken::encode(&jsonwebtoken::Header::default(), &claims, &signing).unwrap();
        server.request("GET", "/api/users/loggedin").header("x-api-key", &signed).send().await.status == 200
    };
    let key = |answer: &Answer| answer.json()["apiKey"].as_str().unwrap().to_owned();

    let first = key(&ask("GET", api, json!({})).await);

    assert!(works(&first).await);
    assert_eq!(ask("GET", api, json!({})).await.status, 404);
    let second = key(&ask("GET", generate, json!({})).await);
    assert!(works(&second).await && !works(&first).await);
    let own = "0123456789abcdef0123456789ABCDEF";
    assert_eq!(ask("POST", api, json!({ "apiKey": "short" })).await.status, 422);
    assert_eq!(key(&ask("POST", api, json!({ "apiKey": own })).await), own);
    assert!(works(own).await && !works(&second).await);
    assert_eq!(server.request("GET", API).bearer(&token).send().await.json()["apiAccess"]["keyIsWeak"], true);
    assert!(server.browser_of(ADMIN).await.get(API_ACCESS).await.says("shorter than those made here"));
    assert_eq!(ask("DELETE", api, json!({})).await.status, 200);
    assert!(!works(own).await && !works("").await);
    assert_eq!(ask("GET", api, json!({})).await.status, 404);
    server.finish().await;
}

#[tokio::test]
async fn no_link_makes_a_new_legacy_key() {
    let server = TestServer::start().await;
    let browser = server.browser_of(ADMIN).await;
    let ask = async |headers: &[(&'static str, &str)]| {
        let request = browser.request("GET", "/api/settings/api/generate");
        headers.iter().fold(request, |request, (name, value)| request.header(name, value)).send().await
    };

    for headers in [
        &[("sec-fetch-site", "cross-site"), ("sec-fetch-mode", "navigate")][..],
        // A link in a mail, or typed into the address bar.
        &[("sec-fetch-site", "none"), ("sec-fetch-mode", "navigate")],
        &[("sec-fetch-site", "same-origin"), ("sec-fetch-mode", "navigate")],
        // Over plain HTTP browsers do not say where a link was.
        &[],
    ] {
        assert_eq!(ask(headers).await.status, 403, "{headers:?}");
    }
    assert_eq!(server.events_named("security.rotate_key").await.len(), 0);

    assert_eq!(ask(&[("sec-fetch-site", "same-origin"), ("sec-fetch-mode", "cors")]).await.status, 200);
    assert_eq!(ask(&[("x-xsrf-token", "as the cookie")]).await.status, 200);
    assert_eq!(server.events_named("security.rotate_key").await.len(), 2);
    server.finish().await;
}

#[tokio::test]
async fn settings_that_a_script_reads_and_sends_back_are_taken() {
    let server = TestServer::start().await;
    let token = server.token_of(ADMIN).await;
    for path in ["/api/v1/settings/system", "/api/settings/sso", "/api/v1/settings/globalization"] {
        let read = server.request("GET", path).bearer(&token).send().await.json();
        let sent = server.request("POST", path).bearer(&token).json(&read).send().await;
        assert_eq!((sent.status, sent.json()), (200, read), "{path}");
    }
    let cors =
        json!({ "webServer": { "cors": { "enabled": "true", "allowedOrigins": ["https://app.example/"] } } });
    let sent = server.request("POST", "/api/settings/system").bearer(&token).json(&cors).send().await;
    assert_eq!(sent.json()["webServer"]["cors"]["allowedOrigins"], json!(["https://app.example"]));
    let from_there = || {
        let request = server.request("GET", "/api/auth/isauth/").header("origin", "https://app.example");
        async { request.send().await.header("access-control-allow-credentials").to_owned() }
    };
    assert_eq!(from_there().await, "true", "named origins may use cookies");
    taken(&server, json!({ "embedding": { "corsCredentials": false } })).await;
    server.request("POST", "/api/settings/system").bearer(&token).json(&cors).send().await;
    assert_eq!(from_there().await, "", "sending the same back changes nothing");
    let any = json!({ "webServer": { "cors": { "enabled": true, "allowedOrigins": ["*"] } } });
    let sent = server.request("POST", "/api/settings/system").bearer(&token).json(&any).send().await;
    assert_eq!((sent.status, from_there().await.as_str()), (200, ""), "everybody never");
    for (path, body, status) in [
        ("/api/v1/settings/sso", json!({ "enabled": "true", "loginUrl": "https://idp.example" }), 400),
        ("/api/settings/globalization", json!({ "language": "de-DE" }), 409),
    ] {
        let refused = server.request("POST", path).bearer(&token).json(&body).send().await;
        assert_eq!(refused.status, status, "{path}");
    }
    server.finish().await;
}

#[tokio::test]
async fn the_time_in_which_failures_count_together_is_kept_as_it_was_sent_and_counts() {
    let server = TestServer::start_with(|config| config.sign_in.delay_after_failures = 1_000).await;
    let token = server.token_of(ADMIN).await;
    let path = "/api/v1/settings/login_lockout";
    let sent = json!({
        "enabled": true, "maxFailedAttempts": 3, "failedAttemptsPeriod": 2, "lockoutPeriod": 60,
    });

    let answer = server.request("PATCH", path).bearer(&token).json(&sent).send().await;
    let misspelt = json!({ "maxFailedAttempt": 5 });
    let misspelt = server.request("PATCH", path).bearer(&token).json(&misspelt).send().await;

    assert_eq!((answer.status, answer.json()), (200, sent.clone()));
    assert!(misspelt.status == 422 && misspelt.says("maxFailedAttempt"), "{}", misspelt.body);
    assert_eq!(server.request("GET", path).bearer(&token).send().await.json(), sent);
    let name = email_of(BaseRole::Consumer);
    for _ in 0..4 {
        assert_eq!(server.browser().sign_in(&name, "wrong").await.status, 401);
        server.advance(3 * MINUTE_MS);
    }
    assert_eq!(server.browser().sign_in(&name, PASSWORD).await.status, 303, "they were too far apart");
    taken(&server, json!({ "lockout": { "periodMinutes": null } })).await;
    let shown = server.request("GET", path).bearer(&token).send().await.json();
    assert_eq!(shown["failedAttemptsPeriod"], 60, "as long as a lock");
    let page = server.browser_of(ADMIN).await.get(LOCKOUT).await;
    assert_eq!(page.field("field-period_minutes").as_deref(), Some("60"));
    server.finish().await;
}

#[tokio::test]
async fn every_wrong_number_is_named_at_once_and_stands_at_its_field() {
    let server = TestServer::start().await;
    let mut admin = server.browser_of(ADMIN).await;
    let fields = [("version", "0"), ("attempts", "0"), ("minutes", "many"), ("period_minutes", "-1")];

    let lockout = admin.submit(LOCKOUT, &fields).await;
    let of_role = admin.submit(SESSIONS, &[("version", "0"), ("role_admin_idle", "-5")]).await;

    assert_eq!((lockout.status, of_role.status), (422, 422), "{}", of_role.body);
    for name in ["attempts", "minutes", "period_minutes"] {
        assert!(lockout.says(&format!("href=\"#field-{name}\"")), "{name}: {}", lockout.body);
    }
    assert_eq!(lockout.body.matches("aria-invalid").count(), 3, "{}", lockout.body);
    assert!(lockout.says("before lockout: This must be"), "{}", lockout.body);
    assert!(of_role.says("href=\"#field-role_admin_idle\""), "{}", of_role.body);
    assert_eq!(of_role.field("field-role_admin_idle").as_deref(), Some("-5"));
    server.finish().await;
}
