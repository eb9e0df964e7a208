//! Whose role does not let them change their account: no page and no call changes it, and what only takes power away stays.

use serde_json::{Value, json};

use crate::{
    accounts::{
        api_tokens::{self, NewToken},
        email_change, passwords, recovery_codes,
        roles::{self, Choice, NewRole, RoleChange},
        users::{self, UserPatch},
    },
    cx::{BaseRole, NOT_ALLOWED, Permission},
    testing::{Answer, NEW_PASSWORD, PASSWORD, TestServer, assert_refused, email_of},
};

const VIEWER: BaseRole = BaseRole::Consumer;
const SAYS: &str = "Your role does not let you change your account.";

/// Gives the sample Viewer a role that is denied to change the own account.
async fn deny(server: &TestServer) {
    let host = server.host();
    let change = RoleChange {
        display_name: "Kiosk".into(),
        choices: vec![(Permission::ChangeOwnAccount, Choice::Deny)],
        ..RoleChange::default()
    };
    let role = roles::create(&host, &NewRole { base: "viewer".into(), change }).await.unwrap().role;
    let patch = UserPatch { role: Some(role.id), ..UserPatch::default() };
    users::update(&host, server.id_of(VIEWER), patch).await.unwrap();
}

async fn ask(server: &TestServer, token: &str, method: &str, path: &str, body: Value) -> Answer {
    let request = server.request(method, path).bearer(token);
    if body.is_null() { request.send().await } else { request.json(&body).send().await }
}

/// A named token of the sample Viewer.
async fn named(server: &TestServer) -> api_tokens::Created {
    let new = NewToken { name: "kept".into(), scope: "full".into(), days: 9 };
    api_tokens::create(&server.cx_as(VIEWER).await, &new).await.unwrap()
}

#[tokio::test]
async fn every_page_refuses_what_the_role_does_not_allow() {
    let server = TestServer::start().await;
    let token = named(&server).await;
    server.run_jobs().await;
    deny(&server).await;
    let mut browser = server.browser_of(VIEWER).await;
    let rotate = format!("/profile/api-token/{}/rotate", token.id);
    let email = email_of(VIEWER);
    let forms: [(&str, &[(&str, &str)]); 6] = [
        ("/profile/personal-information", &[("first_name", "Mary"), ("user_name", &email)]),
        ("/profile/email", &[("new_email", "moved@people.example"), ("current_password", PASSWORD)]),
        (
            "/profile/password",
            &[
                ("current_password", PASSWORD),
                ("new_password", NEW_PASSWORD),
                ("repeat_password", NEW_PASSWORD),
            ],
        ),
        ("/profile/api-token", &[("name", "x"), ("scope", "full"), ("days", "9")]),
        ("/profile/api-token/renew", &[("confirmed", "yes")]),
        (&rotate, &[]),
    ];

    for (action, fields) in forms {
        let refused = browser.submit_to("/profile/sessions", action, fields).await;
        assert_eq!(refused.status, 403, "{action}: {}", refused.body);
    }

    assert_eq!(browser.get("/profile/api-token/renew").await.status, 403);
    let after = users::find(&server.host(), server.id_of(VIEWER)).await.unwrap().person;
    assert_ne!(after.first_name, "Mary");
    server.run_jobs().await;
    let kinds: Vec<String> = server.mails().into_iter().map(|mail| mail.kind).collect();
    assert_eq!(kinds, ["api_tokens.changed_mail"], "only that the named token was made, before");
    assert_eq!(server.browser().sign_in(&email, PASSWORD).await.status, 303);
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn the_pages_show_the_account_and_offer_no_form_that_would_be_refused() {
    let server = TestServer::start().await;
    named(&server).await;
    api_tokens::renew_profile_token(&server.cx_as(VIEWER).await).await.unwrap();
    server.run_jobs().await;
    deny(&server).await;
    let mut browser = server.browser_of(VIEWER).await;

    let names = browser.get("/profile/personal-information").await;
    let password = browser.get("/profile/password").await;
    let tokens = browser.get("/profile/api-token").await;
    let (sessions, language) =
        (browser.get("/profile/sessions").await, browser.get("/profile/preferences").await);

    for page in [&names, &password, &tokens] {
        assert!(page.status == 200 && page.says(SAYS), "{}", page.body);
        for field in ["first_name", "new_email", "current_password", "new_password", "scope", "api_token"] {
            assert!(!page.says(&format!("name=\"{field}\"")), "{field}: {}", page.body);
        }
        assert!(!page.says("/rotate\"") && !page.says("/renew\""), "{}", page.body);
    }
    assert!(names.says(&email_of(VIEWER)) && tokens.says("kept") && tokens.says("/revoke\""));
    assert!(tokens.field("field-api_token").is_none(), "{}", tokens.body);
    assert!(!sessions.says(SAYS) && !language.says(SAYS) && language.says("name=\"language\""));
    server.finish().await;
}

#[tokio::test]
async fn the_language_is_ones_own_and_sessions_and_tokens_can_always_be_ended() {
    let server = TestServer::start().await;
    let (first, second) = (named(&server).await, named(&server).await);
    deny(&server).await;
    let mut browser = server.browser_of(VIEWER).await;
    let mut other = server.browser_of(VIEWER).await;
    let token = server.token_of(VIEWER).await;
    let revoke = format!("/profile/api-token/{}/revoke", first.id);

    let chosen = browser.submit("/profile/preferences", &[("language", "de-DE")]).await;
    let revoked = browser.submit_to("/profile/api-token", &revoke, &[]).await;
    let ended = browser.submit_to("/profile/sessions", "/profile/sessions/end-others", &[]).await;
    let language = ask(&server, &token, "PATCH", "/api/v1/account", json!({ "language": "fr-FR" })).await;
    let path = format!("/api/v1/account/tokens/{}", second.id);
    let by_script = ask(&server, &token, "DELETE", &path, Value::Null).await;
    let all = ask(&server, &token, "POST", "/api/v1/account/sessions/end-others", json!({})).await;

    for done in [chosen, revoked, ended] {
        assert_eq!(done.status, 303, "{}", done.body);
    }
    assert_eq!((language.status, by_script.status, all.status), (200, 204, 200), "{}", language.body);
    assert_eq!(all.json()["ended"], 1);
    assert!(!browser.is_signed_in().await && !other.is_signed_in().await);
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn the_actions_and_the_api_have_the_rule_of_the_pages() {
    let server = TestServer::start().await;
    deny(&server).await;
    let (cx, password) = (server.cx_as(VIEWER).await, PASSWORD.to_owned().into());
    let token = server.token_of(VIEWER).await;
    let change = passwords::Change {
        current: PASSWORD.to_owned().into(),
        new: NEW_PASSWORD.to_owned().into(),
        repeat: NEW_PASSWORD.to_owned().into(),
        end_others: true,
        end_tokens: false,
    };

    assert_refused(passwords::change_own(&cx, &change).await.map(drop), &NOT_ALLOWED);
    assert_refused(email_change::ask(&cx, "moved@people.example", &password).await, &NOT_ALLOWED);
    assert_refused(recovery_codes::make(&cx, &password).await.map(drop), &NOT_ALLOWED);
    let both = json!({ "firstName": "Mary", "language": "de-DE" });
    let typed = json!({ "currentPassword": PASSWORD, "newPassword": NEW_PASSWORD });
    for (method, path, body) in [
        ("PATCH", "/api/v1/account", both),
        ("POST", "/api/v1/account/change_password", typed),
        ("POST", "/api/v1/account/tokens", json!({ "name": "x", "scope": "full" })),
        ("GET", "/api/v1/authentication/tokens/api", Value::Null),
    ] {
        let refused = ask(&server, &token, method, path, body).await;
        assert_eq!(refused.json()["code"], "roles.not_allowed", "{method} {path}: {}", refused.body);
    }
    let shown = ask(&server, &token, "GET", "/api/v1/account", Value::Null).await.json();
    assert!(shown["language"].is_null() && shown["firstName"] != "Mary", "{shown}");
    server.finish().await;
}

#[tokio::test]
async fn a_password_that_must_be_set_is_set_whatever_the_role_allows() {
    let server = TestServer::start().await;
    deny(&server).await;
    let patch = UserPatch { must_change: true, ..UserPatch::default() };
    users::update(&server.host(), server.id_of(VIEWER), patch).await.unwrap();
    let email = email_of(VIEWER);

    let mut browser = server.browser();
    let asked = browser.sign_in(&email, PASSWORD).await;
    let page = asked.location().to_owned();
    let fields = [("new_password", NEW_PASSWORD), ("repeat_password", NEW_PASSWORD)];
    let set = browser.submit(&page, &fields).await;
    server.run_jobs().await;
    server.empty_mailboxes();
    server.browser().submit("/forgot-password", &[("email", &email)]).await;
    server.run_jobs().await;
    let link = server.mail_to(&email).link();
    let other = "harbour pencil window 93";
    let reset = server.browser().submit(&link, &[("new_password", other), ("repeat_password", other)]).await;

    assert!(page.starts_with("/recover-password/"), "{page}");
    assert!(set.status < 400 && reset.status < 400, "{} {}", set.body, reset.body);
    assert_eq!(server.browser().sign_in(&email, other).await.location(), "/");
    server.run_jobs().await;
    server.finish().await;
}
