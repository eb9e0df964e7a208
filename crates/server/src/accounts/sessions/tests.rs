//! What sessions promise.

mod manage;

use super::{CONFIRM_FIRST, NOT_FOUND, end, mine, require_confirmed, token_hash};
use std::sync::Arc;

use crate::{
    accounts::users::{self, UserPatch},
    cx::{BaseRole, Caller, Proof, Scopes, SignedIn, TokenKind},
    testing::{Browser, DAY_MS, HOUR_MS, MINUTE_MS, PASSWORD, TestServer, assert_refused, email_of},
};

const VIEWER: BaseRole = BaseRole::Consumer;

async fn remembered(server: &TestServer) -> Browser<'_> {
    let mut browser = server.browser();
    let name = email_of(VIEWER);
    let fields = [("username", name.as_str()), ("password", PASSWORD), ("remember_me", "yes")];
    browser.submit("/login", &fields).await;
    browser
}

/// Uses a session and lets the server write that down.
async fn use_it(server: &TestServer, browser: &mut Browser<'_>) -> bool {
    let alive = browser.is_signed_in().await;
    server.write_used().await;
    alive
}

#[tokio::test]
async fn a_session_ends_after_an_hour_without_a_request() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(VIEWER).await;

    server.advance(59 * MINUTE_MS);
    assert!(use_it(&server, &mut browser).await);
    server.advance(59 * MINUTE_MS);
    assert!(use_it(&server, &mut browser).await, "the request before counts");
    server.advance(60 * MINUTE_MS);

    assert!(!browser.is_signed_in().await);
    server.finish().await;
}

#[tokio::test]
async fn a_session_ends_after_a_day_however_busy_it_is() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(VIEWER).await;

    for _ in 0..47 {
        server.advance(30 * MINUTE_MS);
        assert!(use_it(&server, &mut browser).await);
    }
    server.advance(30 * MINUTE_MS);

    assert!(!browser.is_signed_in().await);
    server.finish().await;
}

#[tokio::test]
async fn a_remembered_session_lives_two_weeks_without_a_request_and_no_longer() {
    let server = TestServer::start().await;
    let mut browser = remembered(&server).await;

    server.advance(14 * DAY_MS - MINUTE_MS);
    assert!(use_it(&server, &mut browser).await);
    server.advance(14 * DAY_MS);

    assert!(!browser.is_signed_in().await);
    server.finish().await;
}

#[tokio::test]
async fn a_remembered_session_ends_after_thirty_days_however_busy_it_is() {
    let server = TestServer::start().await;
    let mut browser = remembered(&server).await;

    for _ in 0..29 {
        server.advance(DAY_MS);
        assert!(use_it(&server, &mut browser).await);
    }
    server.advance(DAY_MS);

    assert!(!browser.is_signed_in().await);
    server.finish().await;
}

#[tokio::test]
async fn only_a_remembered_session_outlives_the_browser() {
    let server = TestServer::start().await;
    let name = email_of(VIEWER);
    let plain = server.browser().sign_in(&name, PASSWORD).await;
    let fields = [("username", name.as_str()), ("password", PASSWORD), ("remember_me", "yes")];

    let remembered = server.browser().submit("/login", &fields).await;

    assert!(!plain.cookie("seatwarden-local").contains("Max-Age"));
    assert!(remembered.cookie("seatwarden-local").contains("; Max-Age=2592000"));
    server.finish().await;
}

#[tokio::test]
async fn a_session_ended_in_another_browser_is_refused_at_its_next_click() {
    let server = TestServer::start().await;
    let mut one = server.browser_of(VIEWER).await;
    server.advance(MINUTE_MS);
    let mut other = server.browser_of(VIEWER).await;
    let sessions = mine(&server.cx_as(VIEWER).await).await.unwrap();
    let of_one = sessions.iter().min_by_key(|session| session.created_at_ms).unwrap();

    let path = format!("/profile/sessions/{}/end", of_one.id);
    let ended = other.submit_to("/profile/sessions", &path, &[]).await;

    assert_eq!(ended.location(), "/profile/sessions?done=ended");
    let next = one.get("/profile/sessions").await;
    assert_eq!((next.status, next.location()), (303, "/login?done=ended&return_to=%2Fprofile%2Fsessions"));
    assert!(other.is_signed_in().await);
    assert_eq!(server.events_named("sessions.end").await.len(), 1);
    server.finish().await;
}

#[tokio::test]
async fn ending_ones_own_session_signs_out() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(VIEWER).await;
    let own = mine(&server.cx_as(VIEWER).await).await.unwrap().remove(0);

    let path = format!("/profile/sessions/{}/end", own.id);
    let ended = browser.submit_to("/profile/sessions", &path, &[]).await;

    assert_eq!(ended.location(), "/login?done=signed-out");
    assert!(!browser.is_signed_in().await);
    server.finish().await;
}

#[tokio::test]
async fn everywhere_else_is_every_session_but_this_one() {
    let server = TestServer::start().await;
    let mut here = server.browser_of(VIEWER).await;
    let mut elsewhere = [server.browser_of(VIEWER).await, remembered(&server).await];
    let mut somebody_else = server.browser_of(BaseRole::Admin).await;

    let ended =
        here.submit_to("/profile/sessions", "/profile/sessions/end-others", &[("confirmed", "yes")]).await;

    assert_eq!(ended.location(), "/profile/sessions?done=others-ended");
    assert!(here.is_signed_in().await && somebody_else.is_signed_in().await);
    for browser in &mut elsewhere {
        assert!(!browser.is_signed_in().await);
    }
    server.finish().await;
}

#[tokio::test]
async fn nobody_ends_the_session_of_somebody_else() {
    let server = TestServer::start().await;
    let mut theirs = server.browser_of(BaseRole::Admin).await;
    let session = mine(&server.cx_as(BaseRole::Admin).await).await.unwrap().remove(0);

    let refused = end(&server.cx_as(VIEWER).await, &session.id).await;

    assert_refused(refused, &NOT_FOUND);
    assert!(theirs.is_signed_in().await);
    server.finish().await;
}

#[tokio::test]
async fn beyond_the_limit_the_session_that_was_idle_longest_ends() {
    let server = TestServer::start_with(|config| config.sessions.per_user_max = 2).await;
    let mut first = server.browser_of(VIEWER).await;
    server.advance(2 * MINUTE_MS);
    let mut second = server.browser_of(VIEWER).await;
    server.advance(2 * MINUTE_MS);
    use_it(&server, &mut first).await;

    let mut third = server.browser_of(VIEWER).await;

    assert!(first.is_signed_in().await && third.is_signed_in().await);
    assert!(!second.is_signed_in().await);
    server.finish().await;
}

#[tokio::test]
async fn sign_ins_at_once_leave_no_more_sessions_than_there_may_be() {
    let server = TestServer::start_with(|config| config.sessions.per_user_max = 1).await;

    let one = async || drop(server.browser_of(VIEWER).await);
    for _ in 0..4 {
        tokio::join!(one(), one(), one(), one());
        assert_eq!(mine(&server.cx_as(VIEWER).await).await.unwrap().len(), 1);
    }
    server.finish().await;
}

#[tokio::test]
async fn the_tab_shows_device_address_and_which_one_this_is() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(VIEWER).await.at("203.0.113.77");
    server.advance(2 * HOUR_MS);
    let mut browser = {
        browser.sign_in(&email_of(VIEWER), PASSWORD).await;
        browser
    };

    let page = browser.get("/profile/sessions").await;

    assert!(page.says("Firefox on Linux") && page.says("203.0.113.77") && page.says("This one"));
    assert_eq!(page.body.matches("This one").count(), 1);
    server.finish().await;
}

#[tokio::test]
async fn a_request_costs_no_write_and_is_seen_a_little_later() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(VIEWER).await;
    server.advance(10 * MINUTE_MS);
    let seen = || server.number("select max(seen_at_ms) from sessions");
    let before = seen().await;

    browser.get("/").await;
    assert_eq!(seen().await, before);
    server.write_used().await;

    assert_eq!(seen().await, server.now_ms());
    let person = users::find(&server.host(), server.id_of(VIEWER)).await.unwrap().person;
    assert_eq!(person.last_activity_at_ms, Some(server.now_ms()));
    server.finish().await;
}

#[tokio::test]
async fn only_the_hash_of_a_token_is_stored() {
    let server = TestServer::start().await;
    let browser = server.browser_of(VIEWER).await;
    let token = browser.cookie("seatwarden-local");

    let mut tx = server.app.db.read().await.unwrap();
    let row = tx.sql("select id, token_hash from sessions").one().await.unwrap();

    assert_eq!(row.get::<[u8; 32]>(1).unwrap(), token_hash(token));
    assert_ne!(row.get::<String>(0).unwrap(), token);
    server.finish().await;
}

#[tokio::test]
async fn a_token_of_another_shape_is_nobody() {
    let server = TestServer::start().await;
    let browser = server.browser_of(VIEWER).await;
    let good = browser.cookie("seatwarden-local").to_owned();
    let altered = format!("{}{}", &good[..42], if good.ends_with('A') { "B" } else { "A" });

    for token in ["", "x", &good[1..], &altered, &format!("{good}A"), &"%C3%A9".repeat(9)] {
        let cookie = format!("seatwarden-local={token}");
        let answer = server.request("GET", "/api/users/loggedin").header("cookie", &cookie).send().await;
        assert_eq!(answer.error(), (5002, 401), "{token}");
    }
    server.finish().await;
}

#[tokio::test]
async fn sessions_that_ended_are_cleaned_away() {
    let server = TestServer::start().await;
    server.browser_of(VIEWER).await;
    let living = remembered(&server).await;
    server.advance(2 * DAY_MS);

    server.run_periodic_jobs().await;

    assert_eq!(server.number("select count(*) from sessions").await, 1);
    assert!(living.clone().is_signed_in().await);
    server.finish().await;
}

#[tokio::test]
async fn the_sessions_of_a_deleted_user_are_gone() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(VIEWER).await;

    users::delete(&server.host(), &[server.id_of(VIEWER).to_owned()]).await.unwrap();

    assert!(!browser.is_signed_in().await);
    assert_eq!(server.number("select count(*) from sessions").await, 0);
    server.finish().await;
}

/// Answers of the API to the cookie of a session.
async fn api_status(server: &TestServer, cookie: &str) -> u16 {
    server.request("GET", "/api/users/loggedin").header("cookie", cookie).send().await.status
}

#[tokio::test]
async fn a_known_caller_is_refused_at_the_very_next_request_after_any_change() {
    let server = TestServer::start().await;
    let admin = server.cx_as(BaseRole::Admin).await;
    let set = async |patch: UserPatch| {
        users::update(&admin, server.id_of(VIEWER), patch).await.unwrap();
    };
    let cookie = async || {
        let signed_in = server.browser().sign_in(&email_of(VIEWER), PASSWORD).await;
        signed_in.cookie("seatwarden-local").split(';').next().unwrap().to_owned()
    };
    let role = async |cookie: &str| {
        let request = server.request("GET", "/api/users/loggedin").header("cookie", cookie);
        request.send().await.json()["roleName"].clone()
    };
    let one = cookie().await;
    let (first, again) = (api_status(&server, &one).await, api_status(&server, &one).await);

    set(UserPatch { role: Some("dataAdmin".into()), ..UserPatch::default() }).await;
    let promoted = role(&one).await;
    end_all(&server).await;
    let ended = api_status(&server, &one).await;
    let two = cookie().await;
    let before_off = api_status(&server, &two).await;
    set(UserPatch { active: Some(false), ..UserPatch::default() }).await;

    assert_eq!((first, again, before_off), (200, 200, 200));
    assert_eq!(promoted, "dataAdmin");
    assert_eq!(ended, 401);
    assert_eq!(api_status(&server, &two).await, 401);
    server.finish().await;
}

async fn end_all(server: &TestServer) {
    let mut tx = server.app.db.write().await.unwrap();
    super::end_all_of(&mut tx, server.id_of(VIEWER), None).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_known_caller_is_refused_when_time_is_up_though_nothing_was_written() {
    let server = TestServer::start().await;
    let signed_in = server.browser().sign_in(&email_of(VIEWER), PASSWORD).await;
    let cookie = signed_in.cookie("seatwarden-local").split(';').next().unwrap().to_owned();

    server.advance(HOUR_MS - 1);
    let before = api_status(&server, &cookie).await;
    server.advance(1);

    assert_eq!(before, 200);
    assert_eq!(api_status(&server, &cookie).await, 401);
    server.finish().await;
}

#[tokio::test]
async fn a_session_token_is_no_bearer_token_even_when_it_is_known() {
    let server = TestServer::start().await;
    let signed_in = server.browser().sign_in(&email_of(VIEWER), PASSWORD).await;
    let cookie = signed_in.cookie("seatwarden-local").split(';').next().unwrap().to_owned();
    assert_eq!(api_status(&server, &cookie).await, 200);

    let (_, token) = cookie.split_once('=').unwrap();
    let refused = server.request("GET", "/api/users/loggedin").bearer(token).send().await;

    assert_eq!(refused.status, 401);
    server.finish().await;
}

/// Gives the sample Viewer another role.
async fn promote(server: &TestServer) {
    let patch = UserPatch { role: Some("admin".into()), ..UserPatch::default() };
    users::update(&server.host(), server.id_of(VIEWER), patch).await.unwrap();
}

#[tokio::test]
async fn another_role_gives_every_session_a_new_token_at_its_next_page_and_the_old_one_is_dead() {
    let server = TestServer::start().await;
    let mut browser = remembered(&server).await;
    let old = browser.cookie("seatwarden-local").to_owned();
    promote(&server).await;

    let page = browser.get("/profile/preferences").await;
    let new = browser.cookie("seatwarden-local").to_owned();
    let saved = browser.submit("/profile/preferences", &[("language", "de-DE")]).await;

    assert_eq!(page.status, 200);
    assert!(page.cookie("seatwarden-local").contains("; Max-Age="), "it stays a remembered one");
    assert_ne!(old, new);
    assert_eq!(saved.status, 303, "the form of the new page is taken");
    assert_eq!(browser.cookie("seatwarden-local"), new, "once");
    let mut thief = server.browser();
    thief.set_cookie("seatwarden-local", &old);
    assert!(!thief.is_signed_in().await);
    server.finish().await;
}

#[tokio::test]
async fn another_role_signs_nobody_out_whose_next_page_is_refused_missing_or_elsewhere() {
    let server = TestServer::start().await;
    for (path, status) in [("/admin/users", 403), ("/nothing-here", 404), ("/login", 303)] {
        let mut browser = server.browser_of(VIEWER).await;
        let old = browser.cookie("seatwarden-local").to_owned();
        for role in ["designer", "viewer"] {
            let patch = UserPatch { role: Some(role.into()), ..UserPatch::default() };
            users::update(&server.host(), server.id_of(VIEWER), patch).await.unwrap();
        }

        let answer = browser.get(path).await;

        assert_eq!(answer.status, status, "{path}");
        assert_ne!(browser.cookie("seatwarden-local"), old, "{path}");
        assert!(browser.is_signed_in().await, "{path}");
    }
    server.finish().await;
}

#[tokio::test]
async fn a_form_that_was_open_when_the_role_changed_is_still_taken() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(VIEWER).await;
    let csrf = browser.get("/profile/preferences").await.csrf().unwrap();
    promote(&server).await;

    let fields = [("language", "de-DE"), ("csrf", csrf.as_str())];
    let request = browser.request("POST", "/profile/preferences").header("sec-fetch-site", "same-origin");
    let saved = browser.send(request.form(&fields)).await;

    assert_eq!(saved.location(), "/profile/preferences?done=saved");
    assert!(browser.is_signed_in().await);
    server.finish().await;
}

#[tokio::test]
async fn another_role_ends_the_tokens_of_the_login_call() {
    let server = TestServer::start().await;
    let token = server.token_of(VIEWER).await;
    promote(&server).await;

    assert_eq!(server.request("GET", "/api/users/loggedin").bearer(&token).send().await.status, 401);
    server.finish().await;
}

#[tokio::test]
async fn a_password_counts_as_given_for_fifteen_minutes_and_a_bearer_token_never_gives_it() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(VIEWER).await;
    server.advance(15 * MINUTE_MS - 1);
    assert!(browser.get("/profile/api-token").await.says("Make a named token"));
    let fields = [("name", "cron"), ("scope", "full"), ("days", "0")];

    let within = browser.submit("/profile/api-token", &fields).await;
    server.advance(1);
    let after = browser.submit("/profile/api-token", &fields).await;

    assert!(within.field("field-new_token").is_some(), "{}", within.body);
    assert!(after.field("field-new_token").is_none() && after.says("current_password"), "{}", after.body);
    let mut cx = server.cx_as(VIEWER).await;
    let person = cx.person().unwrap().clone();
    let proof = Proof::Token { id: "0".into(), scope: Scopes::FULL, kind: TokenKind::Named };
    cx = cx.with_caller(Caller::User(Arc::new(SignedIn::new(person, proof))));
    assert_refused(require_confirmed(&cx), &CONFIRM_FIRST);
    server.finish().await;
}
