//! What changing one's address promises.

use crate::{
    accounts::{
        one_time_links::{self, Purpose},
        users,
    },
    cx::BaseRole,
    testing::{Answer, Browser, DAY_MS, MINUTE_MS, NEW_PASSWORD, PASSWORD, TestServer, email_of, new_user},
};

const VIEWER: BaseRole = BaseRole::Consumer;
const NEW: &str = "new.address@people.example";

async fn ask(browser: &mut Browser<'_>, email: &str, password: &str) -> Answer {
    let fields = [("new_email", email), ("current_password", password)];
    browser.submit_to("/profile/personal-information", "/profile/email", &fields).await
}

/// Changes the Viewer's address to `email`, and answers the link that takes it back.
async fn change(server: &TestServer, browser: &mut Browser<'_>, from: &str, email: &str) -> String {
    let asked = ask(browser, email, PASSWORD).await;
    assert_eq!(asked.location(), "/profile/personal-information?done=email", "{}", asked.body);
    server.run_jobs().await;
    let link = server.mail_to(email).link();
    assert_eq!(browser.submit(&link, &[]).await.status, 200);
    server.run_jobs().await;
    server.mail_to(from).link()
}

async fn current(server: &TestServer) -> String {
    users::find(&server.host(), server.id_of(VIEWER)).await.unwrap().person.email
}

#[tokio::test]
async fn the_old_address_stays_until_the_new_one_is_confirmed() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(VIEWER).await;

    ask(&mut browser, NEW, PASSWORD).await;
    server.run_jobs().await;
    let mail = server.mail_to(NEW);
    assert_eq!(current(&server).await, email_of(VIEWER));
    let link = mail.link();
    assert!(server.browser().get(&link).await.says(NEW), "looking changes nothing");
    assert_eq!(current(&server).await, email_of(VIEWER));

    let confirmed = server.browser().submit(&link, &[]).await;

    assert_eq!(confirmed.status, 200);
    assert_eq!(current(&server).await, NEW);
    assert_eq!(server.browser().get(&link).await.status, 404);
    assert_eq!(server.browser().sign_in(NEW, PASSWORD).await.status, 303);
    assert_eq!(server.browser().sign_in(&email_of(VIEWER), PASSWORD).await.status, 401);
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn the_old_address_is_told_before_and_after() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(VIEWER).await;

    ask(&mut browser, NEW, PASSWORD).await;
    server.run_jobs().await;
    let before = server.mail_to(&email_of(VIEWER));
    browser.submit(&server.mail_to(NEW).link(), &[]).await;
    server.run_jobs().await;
    let after = server.mail_to(&email_of(VIEWER));

    assert!(before.kind == "email_change.asked_mail" && before.text.contains(NEW));
    assert!(after.kind == "email_change.undo_mail" && after.link().starts_with("/undo-email/"));
    server.finish().await;
}

#[tokio::test]
async fn it_needs_the_password_and_a_free_address() {
    let server = TestServer::start().await;
    server.add(new_user("taken@people.example", "consumer")).await;
    let mut browser = server.browser_of(VIEWER).await;

    let wrong = ask(&mut browser, NEW, "not it").await;
    let taken = ask(&mut browser, "Taken@People.Example", PASSWORD).await;
    let none = ask(&mut browser, "no address", PASSWORD).await;

    assert!(wrong.status == 422 && wrong.says("This is not your current password."));
    assert!(taken.status == 409 && taken.says("Another user has this e-mail address."));
    assert!(none.status == 422 && none.says("This cannot be an e-mail address."));
    server.run_jobs().await;
    assert!(server.mails().is_empty());
    server.finish().await;
}

#[tokio::test]
async fn only_a_few_addresses_are_tried_and_mailed_to_in_an_hour() {
    let server = TestServer::start().await;
    server.add(new_user("taken@people.example", "consumer")).await;
    let mut browser = server.browser_of(VIEWER).await;

    for number in 0..5 {
        let email = if number == 3 { "taken@people.example" } else { &format!("n{number}@people.example") };
        assert!(matches!(ask(&mut browser, email, PASSWORD).await.status, 303 | 409));
    }
    let sixth = ask(&mut browser, "n6@people.example", PASSWORD).await;

    assert_eq!(sixth.status, 429, "{}", sixth.body);
    server.finish().await;
}

#[tokio::test]
async fn an_address_that_was_taken_meanwhile_is_not_taken_twice() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(VIEWER).await;
    ask(&mut browser, NEW, PASSWORD).await;
    server.run_jobs().await;
    let link = server.mail_to(NEW).link();
    server.add(new_user(NEW, "consumer")).await;

    let refused = browser.submit(&link, &[]).await;

    assert_eq!(refused.status, 409);
    assert_eq!(current(&server).await, email_of(VIEWER));
    server.finish().await;
}

#[tokio::test]
async fn a_confirmation_works_for_one_day() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(VIEWER).await;
    ask(&mut browser, NEW, PASSWORD).await;
    server.run_jobs().await;

    server.advance(DAY_MS);

    assert_eq!(server.browser().get(&server.mail_to(NEW).link()).await.status, 404);
    server.finish().await;
}

#[tokio::test]
async fn undoing_brings_the_old_address_back_and_signs_everybody_out() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(VIEWER).await;
    let undo = change(&server, &mut browser, &email_of(VIEWER), NEW).await;
    assert!(server.browser().get(&undo).await.says(&email_of(VIEWER)), "looking changes nothing");
    assert_eq!(current(&server).await, NEW);

    let undone = server.browser().submit(&undo, &[]).await;

    assert_eq!(undone.status, 200);
    assert_eq!(current(&server).await, email_of(VIEWER));
    assert!(!browser.is_signed_in().await);
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn an_undo_ends_the_session_it_is_pressed_in_as_well() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(VIEWER).await;
    let undo = change(&server, &mut browser, &email_of(VIEWER), NEW).await;

    let undone = browser.submit(&undo, &[]).await;

    assert_eq!(undone.status, 200);
    assert!(!undone.says("Logout"), "the page still shows the menu of the user");
    assert!(!browser.is_signed_in().await, "whoever stole this session's cookie would stay in");
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn after_an_undo_the_old_password_is_worth_nothing_and_the_mail_leads_to_a_new_one() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(VIEWER).await;
    let undo = change(&server, &mut browser, &email_of(VIEWER), NEW).await;
    server.browser().submit(&undo, &[]).await;
    server.run_jobs().await;

    let by_thief = server.browser().sign_in(&email_of(VIEWER), PASSWORD).await;
    let mail = server.mail_to(&email_of(VIEWER));
    let mut owner = server.browser();
    let fields = [("new_password", NEW_PASSWORD), ("repeat_password", NEW_PASSWORD)];
    let chosen = owner.submit(&mail.link(), &fields).await;

    assert_eq!(by_thief.status, 401);
    assert_eq!((mail.kind.as_str(), chosen.status), ("password_reset.mail", 303));
    assert_eq!(owner.sign_in(&email_of(VIEWER), NEW_PASSWORD).await.status, 303);
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn whoever_took_an_account_over_cannot_take_the_undo_away_with_another_change() {
    let server = TestServer::start().await;
    let mut thief = server.browser_of(VIEWER).await;
    let undo = change(&server, &mut thief, &email_of(VIEWER), NEW).await;

    server.advance(MINUTE_MS);
    let thiefs = change(&server, &mut thief, NEW, "another@people.example").await;
    server.browser().submit(&thiefs, &[]).await;
    assert_eq!(current(&server).await, NEW);
    let undone = server.browser().submit(&undo, &[]).await;

    assert_eq!(undone.status, 200);
    assert_eq!(current(&server).await, email_of(VIEWER));
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn whoever_took_an_account_over_cannot_take_the_undo_away_with_a_new_password() {
    let server = TestServer::start().await;
    let mut thief = server.browser_of(VIEWER).await;
    let undo = change(&server, &mut thief, &email_of(VIEWER), NEW).await;
    let fields =
        [("current_password", PASSWORD), ("new_password", NEW_PASSWORD), ("repeat_password", NEW_PASSWORD)];
    assert_eq!(thief.submit("/profile/password", &fields).await.status, 303);

    let undone = server.browser().submit(&undo, &[]).await;

    assert_eq!(undone.status, 200);
    assert_eq!(current(&server).await, email_of(VIEWER));
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn an_undo_ends_the_undo_of_a_later_change() {
    let server = TestServer::start().await;
    let mut thief = server.browser_of(VIEWER).await;
    let undo = change(&server, &mut thief, &email_of(VIEWER), NEW).await;
    server.advance(MINUTE_MS);
    let thiefs = change(&server, &mut thief, NEW, "another@people.example").await;

    server.browser().submit(&undo, &[]).await;

    assert_eq!(server.browser().get(&thiefs).await.status, 404);
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn an_undo_ends_what_was_under_way() {
    let server = TestServer::start().await;
    let mut thief = server.browser_of(VIEWER).await;
    let undo = change(&server, &mut thief, &email_of(VIEWER), NEW).await;
    ask(&mut thief, "another@people.example", PASSWORD).await;
    server.run_jobs().await;
    let confirm = server.mail_to("another@people.example").link();

    server.browser().submit(&undo, &[]).await;

    assert_eq!(server.browser().get(&confirm).await.status, 404);
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn of_several_links_made_at_once_one_lives() {
    let server = TestServer::start().await;
    let (cx, id) = (server.cx(), server.id_of(VIEWER));
    let make = async || {
        let mut tx = server.app.db.write().await.unwrap();
        one_time_links::make(&mut tx, &cx, Purpose::EmailConfirm, id, NEW).await.unwrap();
        tx.commit().await.unwrap();
    };

    futures_util::future::join_all((0..8).map(|_| make())).await;

    assert_eq!(server.number("select count(*) from one_time_links").await, 1);
    server.finish().await;
}

#[tokio::test]
async fn an_undo_works_for_a_week() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(VIEWER).await;
    let undo = change(&server, &mut browser, &email_of(VIEWER), NEW).await;

    server.advance(7 * DAY_MS - 1);
    assert_eq!(server.browser().get(&undo).await.status, 200);
    server.advance(1);

    assert_eq!(server.browser().get(&undo).await.status, 404);
    server.finish().await;
}

#[tokio::test]
async fn a_user_name_that_was_the_address_follows_it_and_another_stays() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(VIEWER).await;
    change(&server, &mut browser, &email_of(VIEWER), NEW).await;
    let follows = users::find(&server.host(), NEW).await.unwrap().person.user_name;

    let own = users::UserPatch { user_name: Some("vera".into()), ..users::UserPatch::default() };
    users::update(&server.host(), NEW, own).await.unwrap();
    change(&server, &mut browser, NEW, "third@people.example").await;

    assert_eq!(follows, NEW);
    assert_eq!(users::find(&server.host(), "third@people.example").await.unwrap().person.user_name, "vera");
    server.finish().await;
}
