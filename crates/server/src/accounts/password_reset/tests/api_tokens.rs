//! What becomes of API tokens when somebody gets another password.

use super::{VIEWER, letter};
use crate::{
    accounts::{
        api_tokens::{self, NewToken},
        users::{Credential, UserPatch, update},
    },
    cx::BaseRole,
    testing::{NEW_PASSWORD, PASSWORD, TestServer, email_of},
};

/// Makes a named token and the single one for the Viewer.
async fn tokens(server: &TestServer) -> [String; 2] {
    let cx = server.cx_as(VIEWER).await;
    let new = NewToken { name: "script".into(), scope: "full".into(), days: 0 };
    let named = api_tokens::create(&cx, &new).await.unwrap().token;
    let (_, single) = api_tokens::renew_profile_token(&cx).await.unwrap();
    server.run_jobs().await;
    [named, single].map(|token| token.reveal().to_owned())
}

async fn work(server: &TestServer, tokens: &[String; 2]) -> [bool; 2] {
    let mut work = [false; 2];
    for (token, works) in tokens.iter().zip(&mut work) {
        *works = server.request("GET", "/api/users/loggedin").bearer(token).send().await.status == 200;
    }
    work
}

#[tokio::test]
async fn whoever_comes_back_chooses_whether_the_api_tokens_end() {
    for end_tokens in [false, true] {
        let server = TestServer::start().await;
        let tokens = tokens(&server).await;
        let mut browser = server.browser();
        let link = letter(&server, &mut browser).await.link();
        let mut fields = vec![("new_password", NEW_PASSWORD), ("repeat_password", "another one")];
        if end_tokens {
            fields.push(("end_tokens", "on"));
        }

        let refused = browser.submit(&link, &fields).await;
        assert_eq!(refused.says("value=\"on\" checked"), end_tokens, "{}", refused.body);
        assert_eq!(work(&server, &tokens).await, [true; 2]);
        fields[1].1 = NEW_PASSWORD;
        let chosen = browser.submit(&link, &fields).await;

        assert_eq!(chosen.location(), "/login?done=password");
        assert_eq!(work(&server, &tokens).await, [!end_tokens; 2]);
        server.finish().await;
    }
}

#[tokio::test]
async fn the_typed_code_can_end_the_api_tokens_too() {
    let server = TestServer::start().await;
    let tokens = tokens(&server).await;
    let mut browser = server.browser();
    let code = letter(&server, &mut browser).await.code().unwrap();
    let fields = [
        ("code", code.as_str()),
        ("new_password", NEW_PASSWORD),
        ("repeat_password", NEW_PASSWORD),
        ("end_tokens", "on"),
    ];

    browser.submit_to("/forgot-password/sent", "/recover-password", &fields).await;

    assert_eq!(work(&server, &tokens).await, [false; 2]);
    server.finish().await;
}

#[tokio::test]
async fn a_password_that_an_administrator_sets_ends_the_api_tokens_and_is_told() {
    let server = TestServer::start().await;
    let tokens = tokens(&server).await;
    let patch = UserPatch {
        credential: Some(Credential::Password(NEW_PASSWORD.to_owned().into())),
        ..UserPatch::default()
    };

    update(&server.cx_as(BaseRole::Admin).await, server.id_of(VIEWER), patch.clone()).await.unwrap();

    assert_eq!(work(&server, &tokens).await, [false; 2]);
    server.run_jobs().await;
    let mail = server.mail_to(&email_of(VIEWER));
    assert_eq!(mail.kind, "users.password_set_mail");
    assert!(!mail.text.contains(NEW_PASSWORD));
    update(&server.cx_as(BaseRole::Admin).await, server.id_of(BaseRole::Admin), patch).await.unwrap();
    server.run_jobs().await;
    assert_eq!(server.mail_to(&email_of(BaseRole::Admin)).kind, "passwords.changed_mail");
    server.finish().await;
}

#[tokio::test]
async fn taking_a_change_of_address_back_ends_the_api_tokens() {
    let server = TestServer::start().await;
    let tokens = tokens(&server).await;
    let mut browser = server.browser_of(VIEWER).await;
    let fields = [("new_email", "new@people.example"), ("current_password", PASSWORD)];
    browser.submit_to("/profile/personal-information", "/profile/email", &fields).await;
    server.run_jobs().await;
    browser.submit(&server.mail_to("new@people.example").link(), &[]).await;
    server.run_jobs().await;

    browser.submit(&server.mail_to(&email_of(VIEWER)).link(), &[]).await;

    assert_eq!(work(&server, &tokens).await, [false; 2]);
    server.finish().await;
}

#[tokio::test]
async fn changing_ones_own_password_ends_the_api_tokens_if_that_is_chosen() {
    let server = TestServer::start().await;
    let tokens = tokens(&server).await;
    let mut browser = server.browser_of(VIEWER).await;
    let change = |current: &'static str, new: &'static str| {
        [("current_password", current), ("new_password", new), ("repeat_password", new)]
    };

    browser.submit("/profile/password", &change(PASSWORD, NEW_PASSWORD)).await;
    assert_eq!(work(&server, &tokens).await, [true; 2]);
    let fields = [&change(NEW_PASSWORD, PASSWORD)[..], &[("end_tokens", "on")]].concat();
    browser.submit("/profile/password", &fields).await;

    assert_eq!(work(&server, &tokens).await, [false; 2]);
    assert!(browser.is_signed_in().await);
    server.finish().await;
}
