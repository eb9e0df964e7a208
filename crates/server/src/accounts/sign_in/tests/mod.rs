//! What signing in promises.

mod guessing;

use serde_json::{Value, json};

use crate::{
    accounts::users::{self, Credential, NewUser, UserPatch},
    cx::{BaseRole, Origin},
    testing::{Answer, DAY_MS, MINUTE_MS, NEW_PASSWORD, PASSWORD, TestServer, email_of, md5_of, new_user},
};

const WRONG: &str = "That user name or password is not right.";
const LOGIN: &str = "/api/v1/authentication/login";

async fn login(server: &TestServer, name: &str, password: &str, ip: &str) -> Answer {
    let body = json!({ "username": name, "password": password });
    server.request("POST", LOGIN).from(ip).json(&body).send().await
}

async fn fail(server: &TestServer, times: usize, ip: &str) {
    for _ in 0..times {
        let answer = login(server, &email_of(BaseRole::Admin), "not the password", ip).await;
        assert_eq!(answer.status, 401, "{}", answer.body);
    }
}

async fn add_with_md5(server: &TestServer, email: &str, password: &str) -> users::User {
    let credential = Credential::Md5(md5_of(password).into());
    server.add(NewUser { credential, ..new_user(email, "consumer") }).await
}

#[tokio::test]
async fn one_signs_in_by_address_and_by_user_name_in_any_case() {
    let server = TestServer::start().await;
    server.add(NewUser { user_name: "Grace".into(), ..new_user("hopper@people.example", "consumer") }).await;

    for name in ["hopper@people.example", "Hopper@People.Example", "grace", " GRACE "] {
        let mut browser = server.browser();
        let answer = browser.sign_in(name, PASSWORD).await;
        assert_eq!((answer.status, answer.location()), (303, "/"), "{name}");
        assert!(browser.get("/").await.says("Welcome, Grace Hopper"), "{name}");
    }
    server.finish().await;
}

#[tokio::test]
async fn every_refused_sign_in_costs_one_hash_whoever_is_named() {
    let server = TestServer::start().await;
    server.add(NewUser { active: Some(false), ..new_user("inactive@people.example", "consumer") }).await;
    server.add(NewUser { origin: Some(Origin::Sso), ..new_user("sso@people.example", "consumer") }).await;
    let invited =
        NewUser { credential: Credential::Invited, ..new_user("invited@people.example", "consumer") };
    server.add(invited).await;
    add_with_md5(&server, "old@people.example", PASSWORD).await;
    let hashed = || server.app.passwords.pool.figures().done;

    let names = ["admin", "nobody", "inactive", "sso", "invited", "old"];
    for (number, name) in names.map(|name| format!("{name}@people.example")).iter().enumerate() {
        let before = hashed();
        let answer = login(&server, name, "not the password", &format!("198.51.{number}.1")).await;
        assert_eq!((answer.status, hashed() - before), (401, 1), "{name}");
    }
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_an_inactive_and_an_sso_user_get_the_same_refusal() {
    let server = TestServer::start().await;
    server.add(NewUser { active: Some(false), ..new_user("inactive@people.example", "consumer") }).await;
    server.add(NewUser { origin: Some(Origin::Sso), ..new_user("sso@people.example", "consumer") }).await;
    let cases = [
        (email_of(BaseRole::Admin), "not the password"),
        ("nobody@people.example".to_owned(), PASSWORD),
        ("inactive@people.example".to_owned(), PASSWORD),
        ("sso@people.example".to_owned(), PASSWORD),
    ];

    let mut bodies = Vec::new();
    for (name, password) in &cases {
        let page = server.browser().sign_in(name, password).await;
        assert_eq!(page.status, 401, "{name}");
        assert!(page.says(WRONG) && page.cookie("seatwarden-local").is_empty(), "{name}");
        assert!(page.cookie("device-local").is_empty(), "{name}");
        let api = login(&server, name, password, "198.51.100.8").await;
        assert_eq!(api.error(), (5001, 401), "{name}");
        let mut body = api.json();
        body["requestId"] = Value::Null;
        bodies.push(body);
    }

    assert!(bodies.iter().all(|body| *body == bodies[0]), "{bodies:#?}");
    assert_eq!(server.events_named("sign_in.fail").await.len(), 8);
    server.finish().await;
}

#[tokio::test]
async fn the_typed_name_stays_on_the_page_and_the_password_does_not() {
    let server = TestServer::start().await;

    let page = server.browser().sign_in("typed <name>", "typed-secret").await;

    assert!(page.says("typed &lt;name&gt;") && !page.says("typed-secret"));
    server.finish().await;
}

#[tokio::test]
async fn a_password_that_is_known_to_be_weak_leads_to_choosing_another_before_anything_else() {
    let server = TestServer::start().await;
    add_with_md5(&server, "weak@people.example", "password1").await;
    let mut browser = server.browser();

    let answer = browser.sign_in("weak@people.example", "password1").await;

    assert!(answer.location().starts_with("/recover-password/"), "{}", answer.location());
    assert!(answer.cookie("seatwarden-local").is_empty());
    assert!(!browser.is_signed_in().await);
    let path = answer.location().to_owned();
    let chosen =
        browser.submit(&path, &[("new_password", NEW_PASSWORD), ("repeat_password", NEW_PASSWORD)]).await;
    assert_eq!(chosen.location(), "/login?done=password", "{}", chosen.body);
    assert_eq!(browser.sign_in("weak@people.example", "password1").await.status, 401);
    assert_eq!(browser.sign_in("weak@people.example", NEW_PASSWORD).await.location(), "/");
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn a_password_that_somebody_else_gave_is_replaced_at_the_next_sign_in_if_the_rules_say_so() {
    let server = TestServer::start().await;
    let token = server.token_of(BaseRole::Super).await;
    let send = async |method: &str, path: &str, body: Value| {
        let answer = server.request(method, path).bearer(&token).json(&body).send().await;
        assert!(answer.status < 300, "{path}: {}", answer.body);
        answer.json()
    };
    let give = json!({ "email": "before@people.example", "password": NEW_PASSWORD });
    send("POST", "/api/v1/users", give).await;
    let shown = send("PATCH", "/api/v1/security", json!({ "passwords": { "replaceGiven": true } })).await;
    let give = json!([{ "email": "given@people.example", "password": NEW_PASSWORD }]);
    let added = send("POST", "/api/users", give).await;
    let set = json!({ "password": NEW_PASSWORD });
    let changed = send("PUT", &format!("/api/users/{}", server.id_of(BaseRole::Consumer)), set.clone()).await;
    let own = send("PUT", &format!("/api/users/{}", server.id_of(BaseRole::Super)), set).await;

    assert_eq!(shown["passwords"]["effective"]["replaceGiven"], true);
    assert_eq!(added[0][0]["changePasswordState"], true);
    assert_eq!(
        (&changed["changePasswordState"], &own["changePasswordState"]),
        (&json!(true), &json!(false)),
        "one's own password is given by nobody else"
    );
    let lands = async |name: &str| {
        server.browser().sign_in(name, NEW_PASSWORD).await.location().split('/').nth(1).unwrap().to_owned()
    };
    assert_eq!(lands("before@people.example").await, "");
    assert_eq!(lands("given@people.example").await, "recover-password");
    assert_eq!(lands(&email_of(BaseRole::Consumer)).await, "recover-password");
    let script = login(&server, "given@people.example", NEW_PASSWORD, "198.51.100.8").await;
    assert_eq!(script.status, 200, "scripts go on: {}", script.body);
    server.finish().await;
}

#[tokio::test]
async fn an_md5_record_becomes_a_better_one_at_the_first_sign_in() {
    const SCHEME: &str = "select scheme from passwords where user_id = $1";
    let server = TestServer::start().await;
    let user = add_with_md5(&server, "old@people.example", PASSWORD).await;
    assert_eq!(server.text(SCHEME, &user.person.id).await, "md5>argon2id");

    let first = server.browser().sign_in("old@people.example", PASSWORD).await;
    let second = server.browser().sign_in("old@people.example", PASSWORD).await;

    assert_eq!((first.location(), second.location()), ("/", "/"));
    assert_eq!(server.text(SCHEME, &user.person.id).await, "argon2id");
    let upgrades = server.events_named("passwords.upgrade").await;
    assert_eq!(upgrades.len(), 1);
    assert_eq!(upgrades[0].subject_id, user.person.id);
    server.finish().await;
}

#[tokio::test]
async fn an_upgraded_record_never_runs_out() {
    let server = TestServer::start().await;
    add_with_md5(&server, "old@people.example", PASSWORD).await;
    server.browser().sign_in("old@people.example", PASSWORD).await;

    server.advance(200 * DAY_MS);

    assert_eq!(server.browser().sign_in("old@people.example", PASSWORD).await.location(), "/");
    server.finish().await;
}

#[tokio::test]
async fn an_md5_record_that_nobody_used_in_time_needs_a_reset() {
    let server = TestServer::start().await;
    add_with_md5(&server, "old@people.example", PASSWORD).await;
    server.advance(90 * DAY_MS);

    let page = server.browser().sign_in("old@people.example", PASSWORD).await;
    let wrong = server.browser().sign_in("old@people.example", "not the password").await;

    assert_eq!(page.status, 401);
    assert!(page.says("This password has run out."));
    assert!(wrong.says(WRONG), "only who knows the password learns that it has run out");
    server.finish().await;
}

#[tokio::test]
async fn the_md5_itself_is_no_password() {
    let server = TestServer::start().await;
    add_with_md5(&server, "old@people.example", PASSWORD).await;

    let answer = login(&server, "old@people.example", &md5_of(PASSWORD), "203.0.113.9").await;

    assert_eq!(answer.error(), (5001, 401));
    server.finish().await;
}

#[tokio::test]
async fn the_login_call_takes_every_form_that_clients_send() {
    let server = TestServer::start().await;
    let name = email_of(BaseRole::Admin);
    let json = json!({ "username": name, "password": PASSWORD, "strategy": "local", "localeId": "en-US" });
    let form = [("username", name.as_str()), ("password", PASSWORD), ("localeId", "en-US")];
    let percent = format!("username={}&password={}", name.replace('@', "%40"), PASSWORD.replace(' ', "%20"));
    let requests = [
        server.request("POST", LOGIN).json(&json),
        server.request("POST", LOGIN).form(&form),
        server
            .request("POST", LOGIN)
            .header("content-type", "application/x-www-form-urlencoded")
            .text(&percent),
        server.request("POST", LOGIN).form(&[]).text(&json.to_string()),
        server.request("POST", LOGIN).text(&json.to_string()),
        server.request("POST", "//api/v1/authentication/login/").json(&json),
    ];

    for request in requests {
        let answer = request.send().await;
        assert_eq!(answer.status, 200, "{}", answer.body);
        assert_eq!(answer.json()["success"], true);
        let token = answer.json()["access_token"].as_str().unwrap().to_owned();
        let me = server.request("GET", "/api/users/loggedin").bearer(&token).send().await;
        assert_eq!(me.json()["email"], name.as_str());
    }
    server.finish().await;
}

#[tokio::test]
async fn nonsense_at_the_login_call_is_refused_in_our_own_words() {
    let server = TestServer::start().await;
    let long = json!({ "username": "x".repeat(2_000), "password": "y" }).to_string();
    for (body, status) in
        [("{", 400), ("{\"username\": 7}", 400), ("[]", 401), ("", 401), ("\u{0}", 401), (&long, 401)]
    {
        let answer = server.request("POST", LOGIN).text(body).send().await;
        assert_eq!(answer.error().1, status, "{body:.40}: {}", answer.body);
    }
    let nul = json!({ "username": "a\u{0}b", "password": "c\u{0}d" });
    assert!(server.request("POST", LOGIN).json(&nul).send().await.status < 500);
    server.finish().await;
}

#[tokio::test]
async fn signing_out_over_the_api_ends_the_presented_token_alone() {
    let server = TestServer::start().await;
    let (one, other) = (server.token_of(BaseRole::Admin).await, server.token_of(BaseRole::Admin).await);

    let path = "/api/v1/authentication/logout?targetDevice=";
    let out = server.request("GET", path).bearer(&one).send().await;

    assert_eq!(out.status, 200);
    let dead = server.request("GET", "/api/users/loggedin").bearer(&one).send().await;
    let alive = server.request("GET", "/api/users/loggedin").bearer(&other).send().await;
    assert_eq!((dead.error(), alive.status), ((5002, 401), 200));
    server.finish().await;
}

#[tokio::test]
async fn signing_out_ends_the_session_and_not_only_its_cookie() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(BaseRole::Consumer).await;
    let stolen = browser.cookie("seatwarden-local").to_owned();

    let out = browser.submit_to("/", "/logout", &[]).await;

    assert_eq!((out.status, out.location()), (303, "/login?done=signed-out"));
    assert!(!out.header("clear-site-data").is_empty());
    assert_eq!(browser.cookie("seatwarden-local"), "");
    browser.set_cookie("seatwarden-local", &stolen);
    assert!(!browser.is_signed_in().await);
    server.finish().await;
}

#[tokio::test]
async fn nothing_is_signed_out_by_a_link() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(BaseRole::Consumer).await;

    assert_eq!(browser.get("/logout").await.status, 405);

    assert!(browser.is_signed_in().await);
    server.finish().await;
}

#[tokio::test]
async fn a_session_begins_with_a_token_of_our_own_whatever_cookie_was_there() {
    let server = TestServer::start().await;
    let planted = "A".repeat(43);
    let mut browser = server.browser();
    browser.set_cookie("seatwarden-local", &planted);

    browser.sign_in(&email_of(BaseRole::Consumer), PASSWORD).await;

    assert_ne!(browser.cookie("seatwarden-local"), planted);
    assert_eq!(browser.cookie("seatwarden-local").len(), 43);
    server.finish().await;
}

#[tokio::test]
async fn a_page_that_needs_somebody_leads_to_sign_in_and_back() {
    let server = TestServer::start().await;
    let mut browser = server.browser();

    let asked = browser.get("/profile/sessions").await;

    assert_eq!((asked.status, asked.location()), (303, "/login?return_to=%2Fprofile%2Fsessions"));
    let page = browser.get(asked.location()).await;
    assert!(page.says("name=\"return_to\" value=\"/profile/sessions\""));
    let fields = [
        ("username", &*email_of(BaseRole::Consumer)),
        ("password", PASSWORD),
        ("return_to", "/profile/sessions"),
    ];
    assert_eq!(browser.submit("/login", &fields).await.location(), "/profile/sessions");
    assert_eq!(browser.get("/login?return_to=/profile").await.location(), "/profile");
    server.finish().await;
}

#[tokio::test]
async fn nobody_is_led_to_another_site_after_signing_in() {
    let server = TestServer::start().await;
    for target in ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)"] {
        let mut browser = server.browser();
        let fields =
            [("username", &*email_of(BaseRole::Consumer)), ("password", PASSWORD), ("return_to", target)];

        assert_eq!(browser.submit("/login", &fields).await.location(), "/", "{target}");
        let again = browser.get(&format!("/login?return_to={target}")).await;
        assert_eq!(again.location(), "/", "{target}");
    }
    server.finish().await;
}

#[tokio::test]
async fn the_cookies_of_a_sign_in_over_tls_are_for_tls_and_this_host_alone() {
    let server = TestServer::start().await;
    let mut browser = server.browser().over_tls();

    let answer = browser.sign_in(&email_of(BaseRole::Consumer), PASSWORD).await;

    for name in ["__Host-seatwarden", "__Host-device"] {
        let line = answer.cookie(name);
        for word in ["; Path=/", "; HttpOnly", "; SameSite=Lax", "; Secure"] {
            assert!(line.contains(word), "{line}");
        }
        assert!(!line.contains("Domain"), "{line}");
    }
    assert!(browser.is_signed_in().await);
    server.finish().await;
}

#[tokio::test]
async fn the_old_addresses_of_the_sign_in_pages_lead_to_the_new_ones() {
    let server = TestServer::start().await;
    let mut browser = server.browser();

    assert_eq!(browser.get("/app/account/login").await.location(), "/login");
    assert_eq!(browser.get("/app/account/forgotpass").await.location(), "/forgot-password");
    server.finish().await;
}

#[tokio::test]
async fn a_sign_in_is_remembered_with_its_user() {
    let server = TestServer::start().await;
    let before = users::find(&server.host(), server.id_of(BaseRole::Consumer)).await.unwrap();
    server.advance(MINUTE_MS);

    server.browser_of(BaseRole::Consumer).await;

    let after = users::find(&server.host(), server.id_of(BaseRole::Consumer)).await.unwrap();
    assert_eq!(before.person.last_login_at_ms, None);
    assert_eq!(after.person.last_login_at_ms, Some(server.now_ms()));
    server.finish().await;
}

#[tokio::test]
async fn a_user_who_is_switched_off_is_out_at_once() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(BaseRole::Consumer).await;
    let token = server.token_of(BaseRole::Consumer).await;

    let off = UserPatch { active: Some(false), ..UserPatch::default() };
    users::update(&server.host(), server.id_of(BaseRole::Consumer), off).await.unwrap();

    assert!(!browser.is_signed_in().await);
    assert_eq!(server.request("GET", "/api/users/loggedin").bearer(&token).send().await.status, 401);
    assert_eq!(browser.sign_in(&email_of(BaseRole::Consumer), PASSWORD).await.status, 401);
    server.finish().await;
}

#[tokio::test]
async fn a_client_that_names_its_device_gets_the_cookies_of_a_session_too() {
    let server = TestServer::start().await;
    let typed = json!({ "username": email_of(BaseRole::Consumer), "password": PASSWORD });

    let plain = server.request("POST", LOGIN).json(&typed).send().await;
    let named = server.request("POST", LOGIN).header("x-device-id", "d1").json(&typed).send().await;

    assert_eq!((plain.cookie("seatwarden-local"), plain.cookie("XSRF-TOKEN")), ("", ""));
    assert_eq!(named.json()["success"], true);
    assert!(named.cookie("seatwarden-local").contains("HttpOnly"));
    let pair = |name: &str| named.cookie(name).split(';').next().unwrap().to_owned();
    let cookies = format!("{}; {}", pair("seatwarden-local"), pair("XSRF-TOKEN"));
    let echoed = pair("XSRF-TOKEN").replace("XSRF-TOKEN=", "");
    let ask = async |path: &str| {
        let request = server.request("GET", path).header("cookie", &cookies);
        request.header("x-xsrf-token", &echoed).send().await
    };
    let me = ask("/api/users/loggedin").await;
    assert_eq!((me.status, &me.json()["email"]), (200, &json!(email_of(BaseRole::Consumer))));
    assert_eq!(ask("/api/auth/logout").await.status, 200);
    assert_eq!(ask("/api/users/loggedin").await.status, 401);
    server.finish().await;
}
