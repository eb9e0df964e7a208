//! What is under way when its caller is shut out changes nothing any more.

use std::sync::Arc;

use seatwarden_base::secret::Secret;

use super::super::{Change, WRONG_CURRENT, change_own, confirm_own, confirm_session, expire, hold_own};
use crate::{
    accounts::{
        api_tokens::{self, NewToken},
        email_change, recovery_codes,
        sessions::ENDED,
        users::{self, Credential, UserPatch},
    },
    cx::{BaseRole, Caller, Cx, NOT_ALLOWED, Proof, Scopes, SignedIn, TokenKind},
    testing::{NEW_PASSWORD, PASSWORD, TestServer, assert_refused, email_of, md5_of, new_user},
};

const SUPER: BaseRole = BaseRole::Super;
const ADMIN: BaseRole = BaseRole::Admin;
const VIEWER: BaseRole = BaseRole::Consumer;

fn password() -> Secret {
    Secret::new(PASSWORD)
}

fn to(new: &str) -> Change {
    Change {
        current: password(),
        new: Secret::new(new),
        repeat: Secret::new(new),
        end_others: false,
        end_tokens: false,
    }
}

fn given(new: &str) -> UserPatch {
    UserPatch { credential: Some(Credential::Password(Secret::new(new))), ..UserPatch::default() }
}

/// Nothing that a caller who was shut out began may change the account.
async fn assert_shut_out(server: &TestServer, cx: &Cx) {
    assert_refused(change_own(cx, &to(NEW_PASSWORD)).await, &ENDED);
    assert_refused(email_change::ask(cx, "thief@people.example", &password()).await, &ENDED);
    if cx.person().unwrap().role.base == SUPER {
        assert_refused(recovery_codes::make(cx, &password()).await, &ENDED);
    }
    if matches!(cx.signed_in().unwrap().proof, Proof::Session { .. }) {
        assert_refused(confirm_session(cx, &password(), "current_password").await, &ENDED);
    }
    assert_eq!(server.number("select count(*) from one_time_links").await, 0);
    assert_eq!(server.number("select count(*) from recovery_codes").await, 0);
    for event in ["passwords.change", "passwords.confirm", "email_change.ask"] {
        assert!(server.events_named(event).await.is_empty(), "{event}");
    }
    assert_eq!(server.browser().sign_in(&cx.person().unwrap().email, PASSWORD).await.status, 303);
}

#[tokio::test]
async fn whose_session_an_administrator_ended_changes_nothing_more() {
    let server = TestServer::start().await;
    let thief = server.cx_in_session_of(VIEWER).await;

    users::end_sessions(&server.cx_as(ADMIN).await, server.id_of(VIEWER)).await.unwrap();

    assert_shut_out(&server, &thief).await;
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn whose_password_was_set_anew_changes_nothing_more_even_if_it_is_the_same() {
    for role in [SUPER, VIEWER] {
        let server = TestServer::start().await;
        let thief = server.cx_in_session_of(role).await;

        users::update(&server.host(), server.id_of(role), given(PASSWORD)).await.unwrap();

        assert_shut_out(&server, &thief).await;
        server.run_jobs().await;
        server.finish().await;
    }
}

#[tokio::test]
async fn whose_token_was_revoked_changes_nothing_more() {
    let server = TestServer::start().await;
    let cx = server.cx_as(VIEWER).await;
    let new = NewToken { name: "script".into(), scope: "full".into(), days: 0 };
    let id = api_tokens::create(&cx, &new).await.unwrap().id;
    let proof = Proof::Token { id: id.clone(), scope: Scopes::FULL, kind: TokenKind::Named };
    let signed_in = SignedIn::new(cx.person().unwrap().clone(), proof);
    let thief = server.cx().with_caller(Caller::User(Arc::new(signed_in)));

    users::revoke_token(&server.cx_as(ADMIN).await, server.id_of(VIEWER), &id).await.unwrap();

    assert_shut_out(&server, &thief).await;
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn a_password_that_was_right_a_moment_ago_is_not_enough_once_there_is_another_or_it_ran_out() {
    for is_expired in [false, true] {
        let server = TestServer::start().await;
        let cx = server.cx_as(VIEWER).await;
        let confirmed = confirm_own(&cx, &password(), "current_password").await.unwrap();
        let mut tx = server.app.db.write().await.unwrap();
        hold_own(&mut tx, &cx, &confirmed).await.unwrap();
        if is_expired {
            expire(&mut tx, &cx, server.id_of(VIEWER)).await.unwrap();
        }
        tx.commit().await.unwrap();
        if !is_expired {
            users::update(&server.host(), server.id_of(VIEWER), given(NEW_PASSWORD)).await.unwrap();
        }

        let held = hold_own(&mut server.app.db.write().await.unwrap(), &cx, &confirmed).await;

        assert_refused(held, &WRONG_CURRENT);
        server.run_jobs().await;
        server.finish().await;
    }
}

#[tokio::test]
async fn a_password_that_is_stored_anew_when_it_is_given_is_still_the_same() {
    let server = TestServer::start().await;
    let credential = Credential::Md5(md5_of(PASSWORD).into());
    let user = server.add(users::NewUser { credential, ..new_user("old@people.example", "consumer") }).await;
    let cx = server.cx_of(&user.person.id).await;

    change_own(&cx, &to(NEW_PASSWORD)).await.unwrap();

    assert_eq!(server.browser().sign_in("old@people.example", NEW_PASSWORD).await.location(), "/");
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn whoever_reads_the_mails_by_now_hears_that_the_address_is_about_to_change() {
    let server = TestServer::start().await;
    let cx = server.cx_as(VIEWER).await;
    let moved = UserPatch { email: Some("moved@people.example".into()), ..UserPatch::default() };
    users::update(&server.cx_as(ADMIN).await, server.id_of(VIEWER), moved).await.unwrap();
    server.run_jobs().await;
    server.empty_mailboxes();

    email_change::ask(&cx, "next@people.example", &password()).await.unwrap();

    server.run_jobs().await;
    assert_eq!(server.mail_to("moved@people.example").kind, "email_change.asked_mail");
    server.finish().await;
}

#[tokio::test]
async fn nobody_but_the_sysadmin_makes_recovery_codes_and_nobody_elses_open_anything() {
    let server = TestServer::start().await;
    let codes = recovery_codes::make(&server.cx_as(SUPER).await, &password()).await.unwrap();

    let made = recovery_codes::make(&server.cx_as(ADMIN).await, &password()).await;
    server.sql("update recovery_codes set user_id = (select id from users where email like 'admin@%')").await;
    let used = recovery_codes::use_code(&server.cx(), codes[0].reveal()).await;

    assert_refused(made, &NOT_ALLOWED);
    assert!(used.is_err_and(|error| error.refusal().is_some_and(|it| it.code == "recovery_codes.wrong")));
    assert_eq!(server.number("select count(*) from one_time_links").await, 0, "{}", email_of(ADMIN));
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn strangers_behind_the_same_address_hold_up_nobody_who_is_signed_in() {
    let server = TestServer::start_with(|config| config.sign_in.address_burst = 3).await;
    let mut browser = server.browser_of(VIEWER).await;
    let fail = async |name: &str| {
        let login = serde_json::json!({ "username": name, "password": "not the password" });
        server.request("POST", "/api/v1/authentication/login").json(&login).send().await.status
    };
    for number in 0..3 {
        assert_eq!(fail(&format!("nobody{number}@people.example")).await, 401);
    }
    assert_eq!(fail("nobody@people.example").await, 429);

    let changed = super::change(&mut browser, PASSWORD, NEW_PASSWORD, NEW_PASSWORD).await;

    assert_eq!(changed.location(), "/profile/password?done=password", "{}", changed.body);
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn whoever_mistypes_the_own_password_holds_up_nobody_behind_the_same_address() {
    let server = TestServer::start_with(|config| config.sign_in.address_burst = 3).await;
    let mut browser = server.browser_of(VIEWER).await;
    for _ in 0..4 {
        assert_eq!(super::change(&mut browser, "not it", NEW_PASSWORD, NEW_PASSWORD).await.status, 422);
    }

    let other = server.browser().sign_in(&email_of(ADMIN), PASSWORD).await;

    assert_eq!(other.status, 303, "{}", other.body);
    server.finish().await;
}

#[tokio::test]
async fn of_several_sets_of_recovery_codes_made_at_once_one_lives() {
    let server = TestServer::start().await;
    let cx = server.cx_as(SUPER).await;
    let password = password();

    let made = futures_util::future::join_all((0..4).map(|_| recovery_codes::make(&cx, &password))).await;

    assert!(made.iter().any(Result::is_ok));
    let left = server.number("select count(*) from recovery_codes").await;
    assert_eq!(left, i64::try_from(recovery_codes::CODES).unwrap());
    server.run_jobs().await;
    server.finish().await;
}
