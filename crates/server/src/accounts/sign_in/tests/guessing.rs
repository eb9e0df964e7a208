//! What signing in promises to whoever guesses, and to whom is guessed at.

use super::{fail, login};
use crate::{
    accounts::passwords::Lockout,
    common::settings,
    cx::BaseRole,
    testing::{DAY_MS, MINUTE_MS, PASSWORD, SECOND_MS, TestServer, email_of},
};

#[tokio::test]
async fn after_five_wrong_passwords_each_further_try_waits_twice_as_long() {
    let server = TestServer::start().await;
    let ip = "203.0.113.9";
    fail(&server, 5, ip).await;

    for wait in [1, 2, 4, 8] {
        let held_up = login(&server, &email_of(BaseRole::Admin), PASSWORD, ip).await;
        assert_eq!((held_up.status, held_up.header("retry-after")), (429, wait.to_string().as_str()));
        server.advance(wait * SECOND_MS);
        fail(&server, 1, ip).await;
    }
    server.finish().await;
}

#[tokio::test]
async fn guesses_side_by_side_are_held_up_like_guesses_one_after_the_other() {
    let server = TestServer::start().await;
    let email = email_of(BaseRole::Admin);

    let each = (0..30).map(|_| login(&server, &email, "not the password", "203.0.113.9"));
    let answers = futures_util::future::join_all(each).await;

    let checked = answers.iter().filter(|answer| answer.status == 401).count();
    assert!((5..=9).contains(&checked), "{checked} passwords were checked");
    assert!(answers.iter().all(|answer| matches!(answer.status, 401 | 429)));
    server.finish().await;
}

#[tokio::test]
async fn the_sign_in_page_tells_how_long_to_wait() {
    let server = TestServer::start().await;
    let mut browser = server.browser();
    for _ in 0..5 {
        browser.sign_in(&email_of(BaseRole::Admin), "not the password").await;
    }

    let held_up = browser.sign_in(&email_of(BaseRole::Admin), PASSWORD).await;

    assert_eq!((held_up.status, held_up.header("retry-after")), (429, "1"));
    assert!(held_up.says("Wait 1 second."), "{}", held_up.body);
    server.finish().await;
}

#[tokio::test]
async fn the_delay_grows_no_longer_than_the_longest() {
    let server = TestServer::start_with(|config| {
        config.sign_in.delay_max_seconds = 3;
        config.sign_in.lockout_enabled = false;
    })
    .await;
    let ip = "203.0.113.9";
    for _ in 0..20 {
        server.advance(3 * SECOND_MS);
        fail(&server, 1, ip).await;
    }

    let held_up = login(&server, &email_of(BaseRole::Admin), PASSWORD, ip).await;

    assert_eq!((held_up.status, held_up.header("retry-after")), (429, "3"));
    server.finish().await;
}

#[tokio::test]
async fn a_strangers_failures_hold_up_neither_another_network_nor_a_known_browser_beside_the_stranger() {
    let server = TestServer::start().await;
    let shared = "203.0.113.9";
    let mut known = server.browser().at(shared);
    known.sign_in(&email_of(BaseRole::Admin), PASSWORD).await;
    known.submit_to("/", "/logout", &[]).await;
    fail(&server, 5, shared).await;

    let stranger = login(&server, &email_of(BaseRole::Admin), PASSWORD, shared).await;
    let elsewhere = login(&server, &email_of(BaseRole::Admin), PASSWORD, "203.0.113.10").await;
    let beside = known.sign_in(&email_of(BaseRole::Admin), PASSWORD).await;

    assert_eq!((stranger.status, elsewhere.status, beside.status), (429, 200, 303));
    server.finish().await;
}

#[tokio::test]
async fn a_browser_that_is_known_for_one_account_is_a_stranger_to_another() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(BaseRole::Consumer).await;
    browser.submit_to("/", "/logout", &[]).await;
    for _ in 0..5 {
        browser.sign_in(&email_of(BaseRole::Admin), "not the password").await;
    }

    let refused = browser.sign_in(&email_of(BaseRole::Admin), PASSWORD).await;

    assert_eq!(refused.status, 429);
    server.finish().await;
}

#[tokio::test]
async fn the_right_password_forgets_the_wrong_ones_before_it() {
    let server = TestServer::start().await;
    let ip = "203.0.113.9";
    fail(&server, 4, ip).await;
    let right = login(&server, &email_of(BaseRole::Admin), PASSWORD, ip).await;
    fail(&server, 4, ip).await;

    let again = login(&server, &email_of(BaseRole::Admin), PASSWORD, ip).await;

    assert_eq!((right.status, again.status), (200, 200));
    server.finish().await;
}

#[tokio::test]
async fn wrong_passwords_of_yesterday_are_forgotten() {
    let server = TestServer::start().await;
    fail(&server, 4, "203.0.113.9").await;
    server.advance(DAY_MS + 1);

    fail(&server, 4, "203.0.113.9").await;

    assert_eq!(login(&server, &email_of(BaseRole::Admin), PASSWORD, "203.0.113.9").await.status, 200);
    server.finish().await;
}

#[tokio::test]
async fn the_lock_out_counts_failures_from_anywhere_and_ends_by_itself() {
    let server = TestServer::start_with(|config| config.sign_in.lockout_attempts = 3).await;
    let mut known = server.browser_of(BaseRole::Admin).await;
    known.submit_to("/", "/logout", &[]).await;
    for ip in ["203.0.113.1", "203.0.113.2", "203.0.113.3"] {
        fail(&server, 1, ip).await;
    }

    let locked = login(&server, &email_of(BaseRole::Admin), PASSWORD, "203.0.113.4").await;
    let known = known.sign_in(&email_of(BaseRole::Admin), PASSWORD).await;
    fail_nobody_else(&server).await;

    assert_eq!((locked.status, locked.header("retry-after")), (429, "600"));
    assert_eq!(known.status, 303, "a browser that is known is never locked out by strangers");
    server.finish().await;
}

/// The lock is on one account alone.
async fn fail_nobody_else(server: &TestServer) {
    let other = login(server, &email_of(BaseRole::Consumer), PASSWORD, "203.0.113.4").await;
    assert_eq!(other.status, 200);
}

#[tokio::test]
async fn a_locked_account_opens_after_the_minutes_of_the_setting() {
    let server = TestServer::start_with(|config| config.sign_in.lockout_attempts = 3).await;
    for ip in ["203.0.113.1", "203.0.113.2", "203.0.113.3"] {
        fail(&server, 1, ip).await;
    }

    server.advance(10 * MINUTE_MS);

    assert_eq!(login(&server, &email_of(BaseRole::Admin), PASSWORD, "203.0.113.4").await.status, 200);
    server.finish().await;
}

#[tokio::test]
async fn the_administrators_lock_out_setting_wins_over_the_configuration() {
    let server = TestServer::start_with(|config| config.sign_in.lockout_attempts = 3).await;
    let mut tx = server.app.db.write().await.unwrap();
    let off = Lockout { enabled: Some(false), ..Lockout::default() };
    settings::set(&mut tx, &off, server.now_ms()).await.unwrap();
    tx.commit().await.unwrap();

    for ip in ["203.0.113.1", "203.0.113.2", "203.0.113.3", "203.0.113.4"] {
        fail(&server, 1, ip).await;
    }

    assert_eq!(login(&server, &email_of(BaseRole::Admin), PASSWORD, "203.0.113.5").await.status, 200);
    server.finish().await;
}

#[tokio::test]
async fn one_network_cannot_guess_at_many_accounts() {
    let server = TestServer::start_with(|config| config.sign_in.address_burst = 6).await;
    let ip = "203.0.113.9";
    for number in 0..6 {
        assert_eq!(login(&server, &format!("nobody{number}"), "guess", ip).await.status, 401);
    }

    let stopped = login(&server, &email_of(BaseRole::Admin), PASSWORD, ip).await;
    let elsewhere = login(&server, &email_of(BaseRole::Admin), PASSWORD, "203.0.113.10").await;
    server.advance(6 * SECOND_MS);
    let later = login(&server, &email_of(BaseRole::Admin), PASSWORD, ip).await;

    assert_eq!((stopped.status, elsewhere.status, later.status), (429, 200, 200));
    server.finish().await;
}

#[tokio::test]
async fn right_passwords_are_never_counted() {
    let server = TestServer::start_with(|config| config.sign_in.address_burst = 2).await;

    for _ in 0..8 {
        assert_eq!(login(&server, &email_of(BaseRole::Admin), PASSWORD, "203.0.113.9").await.status, 200);
    }
    server.finish().await;
}
