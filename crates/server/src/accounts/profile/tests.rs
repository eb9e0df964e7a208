//! What My Profile promises.

mod names;
mod password;
mod read_only;

use crate::{
    accounts::users,
    cx::BaseRole,
    testing::{TestServer, email_of, new_user},
};

const VIEWER: BaseRole = BaseRole::Consumer;

#[tokio::test]
async fn names_are_edited_and_saved_and_stand_on_every_page_at_once() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(VIEWER).await;
    let name = email_of(VIEWER);
    let fields = [("first_name", "Mary"), ("last_name", "Somerville"), ("user_name", name.as_str())];

    let saved = browser.submit("/profile/personal-information", &fields).await;

    assert_eq!(saved.location(), "/profile/personal-information?done=saved");
    let page = browser.get(saved.location()).await;
    assert!(page.says("Saved.") && page.says("Mary Somerville"));
    assert!(browser.get("/").await.says("Welcome, Mary Somerville"));
    server.finish().await;
}

#[tokio::test]
async fn a_refused_name_is_said_at_its_field_and_what_was_typed_stays() {
    let server = TestServer::start().await;
    server.add(users::NewUser { user_name: "taken".into(), ..new_user("t@people.example", "") }).await;
    let mut browser = server.browser_of(VIEWER).await;
    let long = "x".repeat(101);

    let taken = browser
        .submit(
            "/profile/personal-information",
            &[("first_name", "Typed"), ("last_name", ""), ("user_name", "taken")],
        )
        .await;
    let fields = [("first_name", long.as_str()), ("last_name", ""), ("user_name", "free")];
    let too_long = browser.submit("/profile/personal-information", &fields).await;

    assert_eq!((taken.status, too_long.status), (409, 422));
    assert!(taken.says("Another user has this user name."));
    assert!(taken.says("value=\"Typed\"") && taken.says("value=\"taken\""));
    assert!(too_long.says("A name has at most 100 characters"), "{}", too_long.body);
    let email = [("new_email", "no address"), ("current_password", "x")];
    let no_address = browser.submit_to("/profile/personal-information", "/profile/email", &email).await;
    for page in [&taken, &too_long, &no_address] {
        assert_eq!(
            page.body.matches("aria-invalid=\"true\"").count(),
            1,
            "one field is marked: {}",
            page.body
        );
        for part in page.body.split("href=\"#").skip(1).map(|rest| rest.split('"').next().unwrap()) {
            assert!(
                page.says(&format!("id=\"{part}\"")),
                "the summary leads to `{part}`, which is not there"
            );
        }
    }
    server.finish().await;
}

#[tokio::test]
async fn the_whole_interface_follows_the_chosen_language_at_once() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(VIEWER).await;

    browser.submit("/profile/preferences", &[("language", "he-IL")]).await;

    let page = browser.get("/profile/preferences").await;
    assert!(page.says("lang=\"he\"") && page.says("dir=\"rtl\""), "{}", page.body);
    assert_eq!(page.header("content-language"), "he");
    browser.submit("/profile/preferences", &[("language", "")]).await;
    assert!(browser.get("/profile/preferences").await.says("lang=\"en\""));
    server.finish().await;
}

#[tokio::test]
async fn a_language_that_is_not_spoken_here_is_refused() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(VIEWER).await;

    assert_eq!(browser.submit("/profile/preferences", &[("language", "tlh")]).await.status, 422);
    server.finish().await;
}

#[tokio::test]
async fn the_icon_of_the_user_menu_changes_while_my_profile_is_open() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(VIEWER).await;

    let home = browser.get("/").await;
    let profile = browser.get("/profile/personal-information").await;
    let activity = browser.get("/profile/activity").await;

    assert!(!home.says("data-profile-open"), "{}", home.body);
    assert!(profile.says("data-profile-open") && activity.says("data-profile-open"));
    server.finish().await;
}

#[tokio::test]
async fn activity_shows_ones_own_trail_and_nobody_elses() {
    let server = TestServer::start().await;
    server.browser_of(BaseRole::Admin).await;
    let mut browser = server.browser_of(VIEWER).await;

    let page = browser.get("/profile/activity").await;

    assert!(page.says("Signed in") && page.says("The user was added"));
    assert!(!page.says(&email_of(BaseRole::Admin)));
    server.finish().await;
}

#[tokio::test]
async fn a_long_trail_is_turned_over_page_by_page() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(VIEWER).await;
    for _ in 0..60 {
        browser.submit("/profile/preferences", &[("language", "en-US")]).await;
    }
    let count = |page: &str| page.matches("Changed the language").count();

    let first = browser.get("/profile/activity").await;
    let older = first.links().into_iter().find(|link| link.contains("before=")).unwrap();
    let second = browser.get(&older).await;

    assert_eq!((count(&first.body), count(&second.body)), (50, 10));
    assert!(!second.links().iter().any(|link| link.contains("before=")), "{:?}", second.links());
    server.finish().await;
}

#[tokio::test]
async fn an_sso_user_cannot_change_the_address_here() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(VIEWER).await;
    server.sql("update users set origin = 'sso' where email = 'consumer@people.example'").await;

    let page = browser.get("/profile/personal-information").await;
    let fields = [("new_email", "x@people.example"), ("current_password", "x")];
    let posted = browser.submit_to("/", "/profile/email", &fields).await;

    assert!(!page.says("name=\"new_email\""));
    assert_eq!(posted.status, 409);
    server.run_jobs().await;
    assert!(server.mails().is_empty());
    server.finish().await;
}

mod switched_off {
    use crate::{
        accounts::{
            feature_management::{UserProfile, set_user_profile},
            users::NewUser,
        },
        cx::{BaseRole, Origin},
        testing::{NEW_PASSWORD, PASSWORD, TestServer, new_user},
    };

    const CODES: &str = "/profile/recovery-codes";
    const HOLDER: &str = "license@people.example";

    async fn switch_off(server: &TestServer, switches: UserProfile) {
        set_user_profile(&server.cx_as(BaseRole::Admin).await, switches).await.unwrap();
    }

    #[tokio::test]
    async fn the_sysadmin_reaches_recovery_codes_and_the_own_trail_while_my_profile_is_off() {
        let server = TestServer::start().await;
        switch_off(&server, UserProfile { active: false, ..UserProfile::default() }).await;
        let mut sysadmin = server.browser_of(BaseRole::Super).await;
        let mut viewer = server.browser_of(BaseRole::Consumer).await;

        assert_eq!(sysadmin.get(CODES).await.status, 200);
        assert_eq!(sysadmin.get("/profile/activity").await.status, 200);
        assert_eq!(sysadmin.get("/profile").await.location(), "/profile/activity");
        assert!(sysadmin.get("/").await.says("href=\"/profile\""));
        for path in [CODES, "/profile", "/profile/activity", "/profile/password"] {
            assert_eq!(viewer.get(path).await.status, 404, "{path}");
        }
        server.finish().await;
    }

    #[tokio::test]
    async fn the_language_of_an_account_stays_while_preferences_are_off() {
        let server = TestServer::start().await;
        let mut chosen = server.browser_of(BaseRole::Consumer).await;
        chosen.submit("/profile/preferences", &[("language", "de-DE")]).await;
        let mut unchosen = server.browser_of(BaseRole::Contributor).await;
        switch_off(&server, UserProfile { preferences: false, ..UserProfile::default() }).await;
        let mut visitor = server.browser();
        let other = [("language", "he"), ("back", "/profile/password")];

        let refused = chosen.submit_to("/", "/language", &other).await;
        let by_browser = unchosen.submit_to("/", "/language", &other).await;
        let visited =
            visitor.submit_to("/login", "/language", &[("language", "he"), ("back", "/login")]).await;

        assert_eq!(refused.status, 404, "{}", refused.body);
        let menu = "action=\"/language\"";
        let page = chosen.get("/").await;
        assert!(
            page.says("lang=\"de\"") && !page.says(menu),
            "no menu that leads to a refusal: {}",
            page.body
        );
        assert!(unchosen.get("/").await.says(menu) && visitor.get("/login").await.says(menu));
        assert_eq!((by_browser.status, visited.status), (303, 303));
        // Their account has no language, so that of the browser counts, and stays with it.
        assert!(unchosen.get("/").await.says("lang=\"he\""));
        assert!(visitor.get("/login").await.says("lang=\"he\""));
        let kept = "select coalesce(max(language), '') from users where id = $1";
        assert_eq!(server.text(kept, server.id_of(BaseRole::Consumer)).await, "de-DE");
        assert_eq!(server.text(kept, server.id_of(BaseRole::Contributor)).await, "");
        server.finish().await;
    }

    #[tokio::test]
    async fn a_license_account_always_changes_its_own_password() {
        for switches in [
            UserProfile { active: false, ..UserProfile::default() },
            UserProfile { password: false, ..UserProfile::default() },
        ] {
            let server = TestServer::start_with(|config| config.license_server.enabled = true).await;
            server.add(NewUser { origin: Some(Origin::License), ..new_user(HOLDER, "") }).await;
            switch_off(&server, switches).await;
            let mut browser = server.browser();
            browser.sign_in(HOLDER, PASSWORD).await;
            assert!(browser.get("/portal/account").await.says("/profile/password"));

            let fields = [
                ("current_password", PASSWORD),
                ("new_password", NEW_PASSWORD),
                ("repeat_password", NEW_PASSWORD),
            ];
            let changed = browser.submit("/profile/password", &fields).await;

            assert_eq!(changed.location(), "/profile/password?done=password", "{}", changed.body);
            assert_eq!(server.browser().sign_in(HOLDER, NEW_PASSWORD).await.status, 303);
            server.finish().await;
        }
    }

    #[tokio::test]
    async fn what_is_switched_off_is_off_for_scripts_too() {
        let server = TestServer::start().await;
        switch_off(&server, UserProfile { active: false, ..UserProfile::default() }).await;
        let token = server.token_of(BaseRole::Consumer).await;
        let ask = async |method: &str, path: &str, body: &str| {
            server.request(method, path).bearer(&token).text(body).send().await.status
        };

        let password = format!(r#"{{"currentPassword":"{PASSWORD}","newPassword":"{NEW_PASSWORD}"}}"#);
        for (method, path, body) in [
            ("POST", "/api/v1/account/change_password", password.as_str()),
            ("PATCH", "/api/v1/account", r#"{"firstName":"Mary"}"#),
            ("PATCH", "/api/v1/account", r#"{"language":"de-DE"}"#),
            ("GET", "/api/v1/account/sessions", ""),
            ("GET", "/api/v1/account/tokens", ""),
            ("GET", "/api/v1/account/events", ""),
        ] {
            assert_eq!(ask(method, path, body).await, 404, "{method} {path}");
        }
        assert_eq!(ask("GET", "/api/v1/account", "").await, 200, "who one is, is no part of My Profile");
        server.finish().await;
    }
}

mod by_script {
    use serde_json::{Value, json};

    use crate::{
        cx::{BUILT_IN, BaseRole},
        testing::{Answer, DAY_MS, TestServer, email_of},
    };

    const VIEWER: BaseRole = BaseRole::Consumer;

    async fn ask(server: &TestServer, token: &str, method: &str, path: &str, body: Value) -> Answer {
        let request = server.request(method, path).bearer(token);
        if body.is_null() { request.send().await } else { request.json(&body).send().await }
    }

    /// A named token of the viewer, made in a browser's session.
    async fn named(server: &TestServer, scope: &str, days: i64) -> String {
        let new = crate::accounts::api_tokens::NewToken { name: "maker".into(), scope: scope.into(), days };
        let created = crate::accounts::api_tokens::create(&server.cx_as(VIEWER).await, &new).await.unwrap();
        created.token.reveal().to_owned()
    }

    #[tokio::test]
    async fn everybody_reads_and_changes_the_own_account_and_nobody_elses() {
        let server = TestServer::start().await;
        for role in BUILT_IN {
            let token = server.token_of(role).await;
            let email = email_of(role);
            let wanted = json!({ "firstName": "Mary", "language": "de-DE" });

            let changed = ask(&server, &token, "PATCH", "/api/v1/account", wanted).await;
            let shown = ask(&server, &token, "GET", "/api/v1/account", Value::Null).await.json();

            assert_eq!(changed.status, 200, "{email}: {}", changed.body);
            assert_eq!(changed.json(), shown);
            assert_eq!((&shown["email"], &shown["firstName"]), (&email.into(), &"Mary".into()));
            assert_eq!(shown["language"], "de-DE");
            let trail = ask(&server, &token, "GET", "/api/v1/account/events", Value::Null).await.json();
            let names: Vec<&str> =
                trail["items"].as_array().unwrap().iter().filter_map(|it| it["event"].as_str()).collect();
            assert!(names.contains(&"profile.change_names"), "{names:?}");
        }
        server.finish().await;
    }

    #[tokio::test]
    async fn a_wrong_name_or_language_changes_nothing() {
        let server = TestServer::start().await;
        let token = server.token_of(VIEWER).await;
        for wanted in [
            json!({ "firstName": "Mary", "language": "tlh" }),
            json!({ "language": "de-DE", "userName": email_of(BaseRole::Admin) }),
            json!({ "role": "super" }),
        ] {
            let refused = ask(&server, &token, "PATCH", "/api/v1/account", wanted).await;
            assert!((400..500).contains(&refused.status), "{}", refused.body);
        }
        let shown = ask(&server, &token, "GET", "/api/v1/account", Value::Null).await.json();
        assert!(shown["language"].is_null() && shown["firstName"] != "Mary", "{shown}");
        server.finish().await;
    }

    #[tokio::test]
    async fn own_sessions_are_listed_and_ended_and_those_of_others_are_not_there() {
        let server = TestServer::start().await;
        let mut browser = server.browser_of(VIEWER).await;
        let mut other = server.browser_of(BaseRole::Admin).await;
        let token = server.token_of(VIEWER).await;
        let listed = ask(&server, &token, "GET", "/api/v1/account/sessions", Value::Null).await.json();
        let own = listed["items"][0]["id"].as_str().unwrap().to_owned();
        let admin = server.token_of(BaseRole::Admin).await;
        let path = format!("/api/v1/account/sessions/{own}");
        assert_eq!(ask(&server, &admin, "DELETE", &path, Value::Null).await.status, 404);

        let ended = ask(&server, &token, "DELETE", &path, Value::Null).await;

        assert_eq!(ended.status, 204);
        assert!(!browser.is_signed_in().await && other.is_signed_in().await);
        server.finish().await;
    }

    #[tokio::test]
    async fn a_token_makes_only_what_may_no_more_than_itself_and_ends_no_later() {
        let server = TestServer::start().await;
        let maker = named(&server, "account:write audit:read", 3).await;
        let make = async |scope: &str| {
            let wanted = json!({ "name": "made", "scope": scope, "days": 300 });
            ask(&server, &maker, "POST", "/api/v1/account/tokens", wanted).await
        };

        for wider in ["full", "users:read", "account:write mail:read"] {
            let refused = make(wider).await;
            assert_eq!(
                (refused.status, refused.json()["code"].as_str()),
                (403, Some("api_tokens.beyond_own_scope"))
            );
        }
        let answer = make("account:read").await;

        assert_eq!(answer.status, 201, "{}", answer.body);
        let narrow = answer.json()["token"].as_str().unwrap().to_owned();
        assert_eq!(ask(&server, &narrow, "GET", "/api/v1/account", Value::Null).await.status, 200);
        let more = json!({ "name": "more", "scope": "account:read" });
        assert_eq!(ask(&server, &narrow, "POST", "/api/v1/account/tokens", more).await.status, 403);
        server.advance(4 * DAY_MS);
        assert_eq!(ask(&server, &narrow, "GET", "/api/v1/account", Value::Null).await.status, 401);
        server.finish().await;
    }

    #[tokio::test]
    async fn what_a_token_made_ends_with_it() {
        let server = TestServer::start().await;
        let maker = named(&server, "account:write", 0).await;
        let wanted = json!({ "name": "made", "scope": "account:read" });
        let made = ask(&server, &maker, "POST", "/api/v1/account/tokens", wanted).await.json();
        let made = made["token"].as_str().unwrap().to_owned();
        let listed = ask(&server, &maker, "GET", "/api/v1/account/tokens", Value::Null).await.json();
        let id = listed["items"].as_array().unwrap().iter().find(|it| it["name"] == "maker").unwrap()["id"]
            .clone();
        assert!(!listed.to_string().contains(&made));

        let path = format!("/api/v1/account/tokens/{}", id.as_str().unwrap());
        assert_eq!(ask(&server, &maker, "DELETE", &path, Value::Null).await.status, 204);

        for token in [&maker, &made] {
            assert_eq!(ask(&server, token, "GET", "/api/v1/account", Value::Null).await.status, 401);
        }
        server.finish().await;
    }

    #[tokio::test]
    async fn a_script_rotates_its_own_token_and_what_it_made_goes_on() {
        let server = TestServer::start().await;
        let old = named(&server, "account:write", 30).await;
        let wanted = json!({ "name": "made", "scope": "account:read" });
        let made = ask(&server, &old, "POST", "/api/v1/account/tokens", wanted).await.json();
        let listed = ask(&server, &old, "GET", "/api/v1/account/tokens", Value::Null).await.json();
        let id = listed["items"].as_array().unwrap().iter().find(|it| it["name"] == "maker").unwrap()["id"]
            .clone();
        let id = id.as_str().unwrap();

        let path = format!("/api/v1/account/tokens/{id}/rotate");
        let rotated = ask(&server, &old, "POST", &path, json!({ "overlapHours": 1 })).await;
        let new = rotated.json()["token"].as_str().unwrap().to_owned();
        let path = format!("/api/v1/account/tokens/{id}");
        assert_eq!(ask(&server, &new, "DELETE", &path, Value::Null).await.status, 204);

        let made = made["token"].as_str().unwrap();
        assert_eq!(ask(&server, &old, "GET", "/api/v1/account", Value::Null).await.status, 401);
        for token in [new.as_str(), made] {
            assert_eq!(ask(&server, token, "GET", "/api/v1/account", Value::Null).await.status, 200);
        }
        server.finish().await;
    }

    #[tokio::test]
    async fn a_session_from_another_site_or_without_the_password_makes_no_token() {
        let server = TestServer::start().await;
        let browser = server.browser_of(VIEWER).await;
        let wanted = json!({ "name": "made", "scope": "account:read" });
        let path = "/api/v1/account/tokens";

        let foreign = browser.request("POST", path).header("sec-fetch-site", "cross-site").json(&wanted);
        assert_eq!(foreign.send().await.status, 403);
        let own = browser.request("POST", path).header("sec-fetch-site", "same-origin").json(&wanted);
        assert_eq!(own.send().await.status, 201);
        server.advance(i64::from(server.app.config.sessions.confirm_minutes) * 60_000);
        let late = browser.request("POST", path).header("sec-fetch-site", "same-origin").json(&wanted);
        let late = late.send().await;
        assert_eq!((late.status, late.json()["code"].as_str()), (403, Some("sessions.confirm_first")));
        server.finish().await;
    }
}
