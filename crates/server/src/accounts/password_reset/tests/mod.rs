//! What the way back after a forgotten password promises.

mod api_tokens;

use crate::{
    accounts::users::{Credential, NewUser, UserPatch, update},
    cx::{BaseRole, Origin},
    testing::{
        Answer, Browser, DAY_MS, HOUR_MS, Letter, MINUTE_MS, NEW_PASSWORD, PASSWORD, TestServer, email_of,
        new_user,
    },
};

const VIEWER: BaseRole = BaseRole::Consumer;
const NOT_VALID: &str = "This link does not work any more.";

async fn ask(server: &TestServer, browser: &mut Browser<'_>, email: &str) -> Answer {
    let answer = browser.submit("/forgot-password", &[("email", email)]).await;
    server.run_jobs().await;
    answer
}

/// Asks for the mail to the Viewer and reads it.
async fn letter(server: &TestServer, browser: &mut Browser<'_>) -> Letter {
    let answer = ask(server, browser, &email_of(VIEWER)).await;
    assert_eq!(answer.location(), "/forgot-password/sent", "{}", answer.body);
    server.mail_to(&email_of(VIEWER))
}

async fn choose(browser: &mut Browser<'_>, link: &str, new: &str) -> Answer {
    browser.submit(link, &[("new_password", new), ("repeat_password", new)]).await
}

async fn type_code(browser: &mut Browser<'_>, code: &str) -> Answer {
    let fields = [("code", code), ("new_password", NEW_PASSWORD), ("repeat_password", NEW_PASSWORD)];
    browser.submit_to("/forgot-password/sent", "/recover-password", &fields).await
}

#[tokio::test]
async fn the_mail_leads_to_a_new_password() {
    let server = TestServer::start().await;
    let mut browser = server.browser();
    let mail = letter(&server, &mut browser).await;
    assert_eq!(mail.kind, "password_reset.mail");
    assert!(mail.text.contains("Recover Password") && mail.html.contains(">Recover Password</a>"));

    let chosen = choose(&mut browser, &mail.link(), NEW_PASSWORD).await;

    assert_eq!(chosen.location(), "/login?done=password");
    assert!(browser.get("/login?done=password").await.says("Your new password is set."));
    assert!(!browser.is_signed_in().await, "nobody is signed in by a link");
    assert_eq!(browser.sign_in(&email_of(VIEWER), PASSWORD).await.status, 401);
    assert_eq!(browser.sign_in(&email_of(VIEWER), NEW_PASSWORD).await.status, 303);
    server.run_jobs().await;
    assert_eq!(server.mail_to(&email_of(VIEWER)).kind, "passwords.changed_mail");
    server.finish().await;
}

#[tokio::test]
async fn a_link_works_once() {
    let server = TestServer::start().await;
    let mut browser = server.browser();
    let link = letter(&server, &mut browser).await.link();
    choose(&mut browser, &link, NEW_PASSWORD).await;

    let again = browser.get(&link).await;
    let fields = [("new_password", PASSWORD), ("repeat_password", PASSWORD)];
    let posted = browser.submit_to("/login", &link, &fields).await;

    assert_eq!((again.status, posted.status), (404, 404));
    assert!(again.says(NOT_VALID) && posted.says(NOT_VALID));
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn looking_at_the_page_uses_nothing_up() {
    let server = TestServer::start().await;
    let mut browser = server.browser();
    let link = letter(&server, &mut browser).await.link();

    for _ in 0..3 {
        let page = server.browser().get(&link).await;
        assert_eq!(page.status, 200);
        assert_eq!(page.header("referrer-policy"), "no-referrer");
    }

    assert_eq!(choose(&mut browser, &link, NEW_PASSWORD).await.status, 303);
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn asking_again_ends_the_older_link() {
    let server = TestServer::start().await;
    let mut browser = server.browser();
    let older = letter(&server, &mut browser).await.link();

    let newer = letter(&server, &mut browser).await.link();

    assert_eq!(browser.get(&older).await.status, 404);
    assert_eq!(browser.get(&newer).await.status, 200);
    server.finish().await;
}

#[tokio::test]
async fn a_link_runs_out_after_half_an_hour() {
    let server = TestServer::start().await;
    let mut browser = server.browser();
    let link = letter(&server, &mut browser).await.link();

    server.advance(30 * MINUTE_MS - 1);
    assert_eq!(browser.get(&link).await.status, 200);
    server.advance(1);

    assert_eq!(browser.get(&link).await.status, 404);
    server.finish().await;
}

#[tokio::test]
async fn a_link_that_is_none_does_nothing() {
    let server = TestServer::start().await;
    let long = format!("/recover-password/{}", "a".repeat(3_000));

    for link in ["/recover-password/x", "/recover-password/%00", "/recover-password/%ff", long.as_str()] {
        let answer = server.browser().get(link).await;
        assert!(matches!(answer.status, 400 | 404), "{link:.40} {}", answer.status);
    }
    server.finish().await;
}

#[tokio::test]
async fn an_invitations_link_is_no_link_for_a_forgotten_password() {
    let server = TestServer::start().await;
    let invited = NewUser { credential: Credential::default(), ..new_user("new@people.example", "consumer") };
    server.add(invited).await;
    server.run_jobs().await;
    let link = server.mail_to("new@people.example").link();

    let other = link.replace("/invitation/", "/recover-password/");

    assert_eq!(server.browser().get(&other).await.status, 404);
    server.finish().await;
}

#[tokio::test]
async fn the_code_works_in_the_browser_that_asked_and_in_no_other() {
    let server = TestServer::start().await;
    let mut asking = server.browser();
    let code = letter(&server, &mut asking).await.code().unwrap();

    let elsewhere = type_code(&mut server.browser(), &code).await;
    let here = type_code(&mut asking, &code.replace(' ', "-")).await;

    assert_eq!((elsewhere.status, here.status), (422, 303), "{}", here.body);
    assert!(elsewhere.says("This code is not right, or has run out."));
    assert_eq!(server.browser().sign_in(&email_of(VIEWER), NEW_PASSWORD).await.status, 303);
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn a_code_can_be_tried_ten_times() {
    let server = TestServer::start().await;
    let mut browser = server.browser();
    let mail = letter(&server, &mut browser).await;
    let code = mail.code().unwrap();
    let wrong = if code == "0000 0000" { "1111 1111" } else { "0000 0000" };
    for _ in 0..10 {
        assert_eq!(type_code(&mut browser, wrong).await.status, 422);
    }

    let late = type_code(&mut browser, &code).await;

    assert_eq!(late.status, 422, "the eleventh try is one too many, right or not");
    assert_eq!(browser.get(&mail.link()).await.status, 200, "the link in the mail still works");
    server.finish().await;
}

#[tokio::test]
async fn a_try_is_counted_whether_the_address_is_known_or_not_and_a_network_has_so_many() {
    let server = TestServer::start().await;
    let counted = async || {
        let buckets = "select count(*) from rate_limits where key like 'password_reset.codes:%'";
        server.number(buckets).await
    };
    let mut unknown = server.browser();
    ask(&server, &mut unknown, "nobody@people.example").await;

    assert_eq!((type_code(&mut unknown, "0000 0000").await.status, counted().await), (422, 1));
    let mut known = server.browser().at("203.0.113.9");
    letter(&server, &mut known).await;
    assert_eq!((type_code(&mut known, "nothing").await.status, counted().await), (422, 2));
    for _ in 1..30 {
        assert_eq!(type_code(&mut server.browser(), "0000 0000").await.status, 422);
    }
    let held_up = type_code(&mut server.browser(), "0000 0000").await;

    assert_eq!((held_up.status, held_up.header("retry-after")), (429, "10"), "{}", held_up.body);
    assert_eq!(type_code(&mut known, "nothing").await.status, 422, "another network is not held up");
    server.finish().await;
}

#[tokio::test]
async fn the_tenth_try_may_still_be_the_right_one() {
    let server = TestServer::start().await;
    let mut browser = server.browser();
    let code = letter(&server, &mut browser).await.code().unwrap();
    let wrong = if code == "0000 0000" { "1111 1111" } else { "0000 0000" };
    for _ in 0..9 {
        type_code(&mut browser, wrong).await;
    }

    assert_eq!(type_code(&mut browser, &code).await.status, 303);
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn a_code_runs_out_after_ten_minutes() {
    let server = TestServer::start().await;
    let mut browser = server.browser();
    let code = letter(&server, &mut browser).await.code().unwrap();

    server.advance(10 * MINUTE_MS);

    assert_eq!(type_code(&mut browser, &code).await.status, 422);
    server.finish().await;
}

#[tokio::test]
async fn the_answer_is_the_same_whether_the_address_is_known_or_not() {
    let server = TestServer::start().await;

    let mut answers = Vec::new();
    for email in [email_of(VIEWER).as_str(), "nobody@people.example"] {
        let mut browser = server.browser();
        let mut answer = browser.submit("/forgot-password", &[("email", email)]).await;
        assert_eq!(browser.cookie("recover-local").len(), 32, "either browser keeps something");
        answer.headers.remove("set-cookie");
        answer.headers.remove("x-request-id");
        let page = browser.get("/forgot-password/sent").await;
        let page = page.body.replace(&page.csrf().unwrap(), "");
        answers.push((answer.status, answer.headers, answer.body, page));
    }
    let work: Vec<i64> = vec![server.number("select count(*) from jobs").await];
    server.run_jobs().await;

    assert_eq!(answers[0], answers[1]);
    assert_eq!(work, [2], "one job each, whoever it is about");
    assert_eq!(server.mails().len(), 1);
    server.finish().await;
}

#[tokio::test]
async fn a_user_name_gets_no_mail() {
    let server = TestServer::start().await;
    server.add(NewUser { user_name: "a@b".into(), ..new_user("real@people.example", "consumer") }).await;

    ask(&server, &mut server.browser(), "a@b").await;

    assert!(server.mails().is_empty());
    server.finish().await;
}

#[tokio::test]
async fn what_cannot_be_an_address_is_said_at_its_field() {
    let server = TestServer::start().await;

    let answer = server.browser().submit("/forgot-password", &[("email", "no address")]).await;

    assert_eq!(answer.status, 422);
    assert!(answer.says("This cannot be an e-mail address.") && answer.says("value=\"no address\""));
    server.finish().await;
}

#[tokio::test]
async fn a_new_password_ends_every_session_and_every_token_of_the_login_call() {
    let server = TestServer::start().await;
    let mut signed_in = server.browser_of(VIEWER).await;
    let token = server.token_of(VIEWER).await;
    let mut browser = server.browser();
    let link = letter(&server, &mut browser).await.link();

    choose(&mut browser, &link, NEW_PASSWORD).await;

    assert!(!signed_in.is_signed_in().await);
    assert_eq!(server.request("GET", "/api/users/loggedin").bearer(&token).send().await.status, 401);
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn an_sso_user_is_told_that_the_organisation_manages_the_password() {
    let server = TestServer::start().await;
    server.add(NewUser { origin: Some(Origin::Sso), ..new_user("sso@people.example", "consumer") }).await;

    ask(&server, &mut server.browser(), "sso@people.example").await;

    let mail = server.mail_to("sso@people.example");
    assert_eq!(mail.kind, "password_reset.organisation_mail");
    assert!(mail.text.contains("Password is managed by your organization."));
    assert!(!mail.text.contains("/recover-password/") && mail.code().is_none());
    server.finish().await;
}

#[tokio::test]
async fn a_user_who_was_switched_off_gets_no_mail_and_an_invited_one_the_invitation_again() {
    let server = TestServer::start().await;
    let off = UserPatch { active: Some(false), ..UserPatch::default() };
    update(&server.host(), server.id_of(VIEWER), off).await.unwrap();
    let invited = NewUser { credential: Credential::default(), ..new_user("new@people.example", "consumer") };
    server.add(invited).await;
    server.run_jobs().await;
    let first = server.mail_to("new@people.example").link();
    server.empty_mailboxes();

    ask(&server, &mut server.browser(), &email_of(VIEWER)).await;
    ask(&server, &mut server.browser(), "new@people.example").await;

    assert_eq!(server.mails().len(), 1);
    let mail = server.mail_to("new@people.example");
    assert_eq!(mail.kind, "invitations.mail");
    assert_ne!(mail.link(), first);
    server.finish().await;
}

#[tokio::test]
async fn a_refused_password_says_why_and_uses_nothing_up() {
    let server = TestServer::start().await;
    let mut browser = server.browser();
    let link = letter(&server, &mut browser).await.link();

    let common = choose(&mut browser, &link, "password1").await;
    let own_name = choose(&mut browser, &link, "consumer2026").await;
    let fields = [("new_password", NEW_PASSWORD), ("repeat_password", "another")];
    let differing = browser.submit(&link, &fields).await;

    assert_eq!((common.status, own_name.status, differing.status), (422, 422, 422));
    assert!(common.says("attacker") && own_name.says("is made of your"), "{}", own_name.body);
    assert!(differing.says("The two new passwords are not the same."));
    assert_eq!(choose(&mut browser, &link, NEW_PASSWORD).await.status, 303);
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn one_address_gets_three_mails_and_then_one_every_eighty_minutes() {
    let server = TestServer::start().await;
    for _ in 0..5 {
        ask(&server, &mut server.browser(), &email_of(VIEWER)).await;
    }
    assert_eq!(server.mails().len(), 3);

    server.advance(80 * MINUTE_MS);
    ask(&server, &mut server.browser(), &email_of(VIEWER)).await;
    ask(&server, &mut server.browser(), &email_of(VIEWER)).await;

    assert_eq!(server.mails().len(), 4);
    server.finish().await;
}

#[tokio::test]
async fn one_network_may_ask_so_often_and_then_once_a_minute() {
    let server = TestServer::start_with(|config| config.password_reset.address_burst = 2).await;
    for number in 0..2 {
        ask(&server, &mut server.browser(), &format!("nobody{number}@people.example")).await;
    }

    let stopped = server.browser().submit("/forgot-password", &[("email", "x@people.example")]).await;
    let mut elsewhere = server.browser().at("203.0.113.9");
    let other = elsewhere.submit("/forgot-password", &[("email", "x@people.example")]).await;

    assert_eq!((stopped.status, stopped.header("retry-after")), (429, "60"));
    assert_eq!(other.status, 303);
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn the_mail_is_in_the_receivers_language() {
    let server = TestServer::start().await;
    server.add(NewUser { language: Some("he-IL".into()), ..new_user("he@people.example", "consumer") }).await;

    ask(&server, &mut server.browser(), "he@people.example").await;

    let mail = server.mail_to("he@people.example");
    assert_eq!(mail.language, "he");
    assert!(mail.html.contains("lang=\"he\" dir=\"rtl\""), "{}", mail.html);
    server.finish().await;
}

#[tokio::test]
async fn old_links_are_cleaned_away() {
    let server = TestServer::start().await;
    letter(&server, &mut server.browser()).await;
    server.advance(30 * DAY_MS);
    server.run_periodic_jobs().await;
    assert_eq!(server.number("select count(*) from one_time_links").await, 1);

    server.advance(7 * HOUR_MS);
    server.run_periodic_jobs().await;

    assert_eq!(server.number("select count(*) from one_time_links").await, 0);
    server.finish().await;
}
