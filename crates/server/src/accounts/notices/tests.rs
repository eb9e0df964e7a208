//! What the notices promise.

use super::Letter;
use crate::{
    accounts::{
        api_tokens::{self, NewToken},
        feature_management::{UserProfile, set_user_profile},
    },
    cx::BaseRole,
    testing::{self, PASSWORD, TestServer, URL, email_of},
};

const VIEWER: BaseRole = BaseRole::Consumer;

async fn kinds(server: &TestServer) -> Vec<String> {
    server.run_jobs().await;
    let mut kinds: Vec<String> = server.mails().into_iter().map(|mail| mail.kind).collect();
    kinds.sort();
    kinds
}

/// The newest mail to the sample Viewer.
async fn told(server: &TestServer) -> testing::Letter {
    server.run_jobs().await;
    server.mail_to(&email_of(VIEWER))
}

#[tokio::test]
async fn a_sign_in_with_a_new_browser_is_told_with_its_device_and_the_way_to_end_it() {
    let server = TestServer::start().await;
    server.browser_of(VIEWER).await;
    assert_eq!(kinds(&server).await, [""; 0], "the first sign-in of all is no news");

    server.browser().at("203.0.113.9").sign_in(&email_of(VIEWER), PASSWORD).await;

    let mail = told(&server).await;
    assert_eq!((mail.kind.as_str(), mail.link().as_str()), ("sign_in.new_device_mail", "/profile/sessions"));
    for told in ["Firefox on Linux", "203.0.113.9", "2 January 2026, 03:04 UTC", "/forgot-password"] {
        assert!(mail.text.contains(told) && mail.html.contains(told), "{told}: {}", mail.text);
    }
    server.finish().await;
}

#[tokio::test]
async fn a_browser_that_signed_in_before_is_not_told_of() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(VIEWER).await;
    browser.submit_to("/", "/logout", &[]).await;

    browser.sign_in(&email_of(VIEWER), PASSWORD).await;

    assert_eq!(kinds(&server).await, [""; 0]);
    server.finish().await;
}

#[tokio::test]
async fn a_refused_sign_in_with_a_new_browser_is_not_told() {
    let server = TestServer::start().await;
    server.browser_of(VIEWER).await;

    server.browser().sign_in(&email_of(VIEWER), "not the password").await;

    assert_eq!(kinds(&server).await, [""; 0]);
    server.finish().await;
}

#[tokio::test]
async fn the_right_password_after_five_wrong_ones_from_anywhere_is_told_once() {
    let server = TestServer::start().await;
    server.browser_of(VIEWER).await;
    for ip in ["203.0.113.1", "203.0.113.2", "203.0.113.3", "203.0.113.4", "203.0.113.5"] {
        server.browser().at(ip).sign_in(&email_of(VIEWER), "not the password").await;
    }

    let mut thief = server.browser().at("203.0.113.6");
    thief.sign_in(&email_of(VIEWER), PASSWORD).await;

    assert_eq!(kinds(&server).await, ["sign_in.failures_mail"], "and not of the new browser too");
    let mail = told(&server).await;
    assert!(
        mail.text.contains("your account at Seatwarden with the right password, after 5 wrong ones"),
        "{}",
        mail.text
    );
    server.empty_mailboxes();
    thief.submit_to("/", "/logout", &[]).await;
    thief.sign_in(&email_of(VIEWER), PASSWORD).await;
    assert_eq!(kinds(&server).await, [""; 0], "they are forgotten now");
    server.finish().await;
}

#[tokio::test]
async fn four_wrong_passwords_are_a_slip() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(VIEWER).await;
    browser.submit_to("/", "/logout", &[]).await;
    for _ in 0..4 {
        browser.sign_in(&email_of(VIEWER), "not the password").await;
    }

    browser.sign_in(&email_of(VIEWER), PASSWORD).await;

    assert_eq!(kinds(&server).await, [""; 0]);
    server.finish().await;
}

#[tokio::test]
async fn a_program_that_signs_in_after_many_wrong_passwords_is_told_too_where_there_is_no_lock_out() {
    let server = TestServer::start_with(|config| config.sign_in.lockout_enabled = false).await;
    let login = |password: &'static str, ip: String| {
        let login = serde_json::json!({ "username": email_of(VIEWER), "password": password });
        server.request("POST", "/api/v1/authentication/login").from(&ip).json(&login).send()
    };
    for last in 1..=5 {
        login("not the password", format!("203.0.113.{last}")).await;
    }

    assert_eq!(login(PASSWORD, "203.0.113.6".to_owned()).await.status, 200);

    assert_eq!(kinds(&server).await, ["sign_in.failures_mail"]);
    server.finish().await;
}

#[tokio::test]
async fn every_change_of_an_api_token_is_told_without_the_token() {
    let server = TestServer::start().await;
    let cx = server.cx_as(VIEWER).await;
    let new = NewToken { name: "nightly <export>".into(), scope: "full".into(), days: 0 };

    let made = api_tokens::create(&cx, &new).await.unwrap();
    let first = told(&server).await;
    let successor = api_tokens::rotate(&cx, &made.id, 1).await.unwrap();
    let second = told(&server).await;
    api_tokens::revoke(&cx, &successor.id).await.unwrap();
    let third = told(&server).await;
    let (_, single) = api_tokens::renew_profile_token(&cx).await.unwrap();
    let fourth = told(&server).await;

    let mails = [(first, "just made"), (second, "successor"), (third, "revoked"), (fourth, "made anew")];
    for (mail, what) in mails {
        assert_eq!(
            (mail.kind.as_str(), mail.link().as_str()),
            ("api_tokens.changed_mail", "/profile/api-token")
        );
        assert!(
            mail.text.contains(what) && mail.text.contains("your account at Seatwarden"),
            "{}",
            mail.text
        );
        assert_eq!(mail.text.contains("token “nightly <export>”"), what != "made anew", "{}", mail.text);
        for secret in [&made.token, &successor.token, &single] {
            assert!(!mail.text.contains(secret.reveal()) && !mail.html.contains(secret.reveal()));
        }
    }
    assert_eq!(server.mails().len(), 4);
    server.finish().await;
}

#[tokio::test]
async fn signing_out_of_the_api_is_no_news() {
    let server = TestServer::start().await;
    let token = server.token_of(VIEWER).await;

    server.request("GET", "/api/v1/authentication/logout").bearer(&token).send().await;

    assert_eq!(kinds(&server).await, [""; 0]);
    server.finish().await;
}

#[tokio::test]
async fn a_notice_speaks_the_language_of_its_reader_or_of_the_readers_groups() {
    let server = TestServer::start().await;
    server.browser_of(VIEWER).await;
    server.sql("update groups set language = 'fr-FR' where kind = 'everyone'").await;

    server.browser().sign_in(&email_of(VIEWER), PASSWORD).await;
    let of_group = told(&server).await;
    server.sql("update users set language = 'he-IL'").await;
    server.browser().sign_in(&email_of(VIEWER), PASSWORD).await;
    let own = told(&server).await;

    assert_eq!((of_group.language.as_str(), own.language.as_str()), ("fr", "he"));
    assert!(of_group.text.contains("Bonjour") && own.html.contains("dir=\"rtl\""));
    server.finish().await;
}

#[tokio::test]
async fn a_mailbox_that_cannot_be_written_to_keeps_nobody_out() {
    let server = TestServer::start().await;
    server.browser_of(VIEWER).await;
    server.sql("update users set email = 'no address' where email = 'consumer@people.example'").await;

    let answer = server.browser().sign_in(&email_of(VIEWER), PASSWORD).await;

    assert_eq!(answer.status, 303);
    assert_eq!(kinds(&server).await, [""; 0]);
    server.finish().await;
}

#[test]
fn a_letter_says_the_same_as_text_and_as_html() {
    let letter = Letter {
        kind: crate::common::outbox::MailKind::new("a.b", crate::common::outbox::MailSwitch::Always),
        subject: "Subject".into(),
        paragraphs: vec!["First".into(), "Second & last".into()],
        button: Some(("Go".into(), format!("{URL}/go"))),
        code: Some(("Code".into(), "1234 5678".into())),
        after: vec!["After".into()],
        secret_ends_at_ms: None,
    };

    let text = letter.text("Hello");
    let html = letter.html("Hello", crate::text::Language::En);

    assert_eq!(
        text,
        format!("Hello\n\nFirst\n\nSecond & last\n\nGo:\n{URL}/go\n\nCode\n1234 5678\n\nAfter\n")
    );
    for part in
        ["Hello", "First", "Second &amp; last", "1234 5678", "After", "href=\"http://localhost:8081/go\""]
    {
        assert!(html.contains(part), "{part}");
    }
}

#[tokio::test]
async fn a_mail_leads_to_no_page_that_is_switched_off() {
    for (switches, tab_off) in [
        (UserProfile { sessions: false, ..UserProfile::default() }, "/profile/sessions"),
        (UserProfile { api_token: false, ..UserProfile::default() }, "/profile/api-token"),
        (UserProfile { active: false, ..UserProfile::default() }, "/profile/"),
    ] {
        let server = TestServer::start().await;
        server.browser_of(VIEWER).await;
        set_user_profile(&server.cx_as(BaseRole::Admin).await, switches).await.unwrap();

        server.browser().at("203.0.113.9").sign_in(&email_of(VIEWER), PASSWORD).await;
        let of_browser = told(&server).await;
        api_tokens::renew_profile_token(&server.cx_as(VIEWER).await).await.unwrap();
        let of_token = told(&server).await;

        assert_eq!(of_token.kind, "api_tokens.changed_mail");
        for (mail, page) in [(of_browser, "/profile/sessions"), (of_token, "/profile/api-token")] {
            let (is_off, all) = (page.starts_with(tab_off), mail.text.clone() + &mail.html);
            assert_eq!(all.contains(page), !is_off, "{tab_off}: {}", mail.text);
            assert_eq!(all.contains("tell your administrator, who can end"), is_off, "{}", mail.text);
            assert!(all.contains("/forgot-password"), "{}", mail.text);
        }
        server.finish().await;
    }
}
