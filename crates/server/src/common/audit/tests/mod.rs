//! What the audit trail promises.

use serde_json::json;

use super::{Event, Verdict, clip, of_person, prove, record, verify};
use crate::{
    accounts::{
        api_tokens, email_change, feature_management, recovery_codes, rescue, sessions,
        users::{self, Credential, NewUser, UserPatch},
    },
    cx::BaseRole,
    testing::{NEW_PASSWORD, PASSWORD, TestServer, URL, email_of, md5_of, new_user},
};

mod search;

#[tokio::test]
async fn the_trail_is_called_valid_only_after_it_was_walked() {
    let server = TestServer::start().await;
    let token = server.token_of(BaseRole::Admin).await;
    let said = async || {
        let answer = server.request("GET", "/api/v2/audit/files").bearer(&token).send().await.json();
        (answer[0]["valid"].clone(), answer[0]["state"].clone())
    };

    let before = said().await;
    prove(&server.app.db, server.now_ms()).await.unwrap();
    let after = said().await;
    server.add(new_user("late@people.example", "viewer")).await;
    let later = said().await;
    server.sql("update audit_events set subject_id = 'x' where sequence = 2").await;
    prove(&server.app.db, server.now_ms()).await.unwrap();
    let broken = said().await;

    assert_eq!(before, (json!(false), json!("notProved")));
    assert_eq!(after, (json!(true), json!("whole")));
    assert_eq!(later, (json!(true), json!("wholeSoFar")));
    assert_eq!(broken, (json!(false), json!("broken")));
    server.abandon().await;
}

const VIEWER: BaseRole = BaseRole::Consumer;

/// Does everything that there is to do, and answers every secret that was met on the way.
async fn do_everything(server: &TestServer) -> Vec<String> {
    let mut secrets =
        vec![PASSWORD.to_owned(), NEW_PASSWORD.to_owned(), md5_of(PASSWORD), md5_of("password1")];
    secrets.push(server.setup_secret.reveal().to_owned());
    sign_in_and_out(server, &mut secrets).await;
    make_and_use_tokens(server, &mut secrets).await;
    change_oneself(server, &mut secrets).await;
    come_back(server, &mut secrets).await;
    administer(server).await;
    secrets
}

async fn sign_in_and_out(server: &TestServer, secrets: &mut Vec<String>) {
    for (email, password) in [("old@people.example", PASSWORD), ("weak@people.example", "password1")] {
        let credential = Credential::Md5(md5_of(password).into());
        server.add(NewUser { credential, ..new_user(email, "consumer") }).await;
        let answer = server.browser().sign_in(email, password).await;
        secrets.push(answer.location().rsplit('/').next().unwrap().to_owned());
    }
    server.browser().sign_in(&email_of(VIEWER), "mistyped-secret").await;
    server.browser().sign_in("secret-in-the-wrong-field", "x").await;
    secrets.extend(["mistyped-secret".to_owned(), "secret-in-the-wrong-field".to_owned()]);
    secrets.push(server.token_of(VIEWER).await);
    let mut browser = server.browser_of(VIEWER).await;
    let mut other = server.browser_of(VIEWER).await;
    secrets
        .extend([browser.cookie("seatwarden-local").to_owned(), other.cookie("seatwarden-local").to_owned()]);
    browser.submit_to("/profile/sessions", "/profile/sessions/end-others", &[]).await;
    assert!(!other.is_signed_in().await);
    browser.submit_to("/", "/logout", &[]).await;
    server.browser_of(VIEWER).await;
    let cx = server.cx_as(VIEWER).await;
    let session = sessions::mine(&cx).await.unwrap().remove(0);
    sessions::end(&cx, &session.id).await.unwrap();
}

async fn make_and_use_tokens(server: &TestServer, secrets: &mut Vec<String>) {
    let cx = server.cx_as(VIEWER).await;
    let new = api_tokens::NewToken { name: "script".into(), scope: "full".into(), days: 1 };
    let made = api_tokens::create(&cx, &new).await.unwrap();
    let next = api_tokens::rotate(&cx, &made.id, 1).await.unwrap();
    api_tokens::revoke(&cx, &next.id).await.unwrap();
    let single = api_tokens::renew_profile_token(&cx).await.unwrap().1;
    secrets.extend([made.token, next.token, single].iter().map(|secret| secret.reveal().to_owned()));
}

async fn change_oneself(server: &TestServer, secrets: &mut Vec<String>) {
    let mut browser = server.browser_of(VIEWER).await;
    let name = email_of(VIEWER);
    let names = [("first_name", "A"), ("last_name", "B"), ("user_name", name.as_str())];
    browser.submit("/profile/personal-information", &names).await;
    browser.submit("/profile/preferences", &[("language", "en-US")]).await;
    let change = |current| {
        [("current_password", current), ("new_password", NEW_PASSWORD), ("repeat_password", NEW_PASSWORD)]
    };
    browser.submit("/profile/password", &change("mistyped-secret")).await;
    browser.submit("/profile/password", &change(PASSWORD)).await;
    secrets.push(browser.cookie("seatwarden-local").to_owned());
    let cx = server.cx_as(VIEWER).await;
    email_change::ask(&cx, "moved@people.example", &NEW_PASSWORD.to_owned().into()).await.unwrap();
    server.run_jobs().await;
    let confirm = server.mail_to("moved@people.example").link();
    browser.submit(&confirm, &[]).await;
    server.run_jobs().await;
    let undo = server.mail_to(&email_of(VIEWER)).link();
    browser.submit(&undo, &[]).await;
    server.run_jobs().await;
    secrets.extend([confirm, undo].iter().map(|link| link.rsplit('/').next().unwrap().to_owned()));
}

async fn come_back(server: &TestServer, secrets: &mut Vec<String>) {
    let mut browser = server.browser();
    browser.submit("/forgot-password", &[("email", &email_of(VIEWER))]).await;
    secrets.push(browser.cookie("recover-local").to_owned());
    server.run_jobs().await;
    let mail = server.mail_to(&email_of(VIEWER));
    let chosen = [("new_password", PASSWORD), ("repeat_password", PASSWORD)];
    browser.submit(&mail.link(), &chosen).await;
    secrets
        .extend([mail.link().rsplit('/').next().unwrap().to_owned(), mail.code().unwrap().replace(' ', "")]);
    let codes = recovery_codes::make(&server.cx_as(BaseRole::Super).await, &PASSWORD.to_owned().into())
        .await
        .unwrap();
    let path = recovery_codes::use_code(&server.cx(), codes[0].reveal()).await.unwrap();
    assert!(recovery_codes::use_code(&server.cx(), "wrong").await.is_err());
    secrets.extend(codes.iter().map(|code| code.reveal().to_owned()));
    secrets.push(path.rsplit('/').next().unwrap().to_owned());
    let (_, url) = rescue::rescue(&server.host()).await.unwrap();
    secrets.push(url.reveal().strip_prefix(URL).unwrap().rsplit('/').next().unwrap().to_owned());
    server.add(NewUser { credential: Credential::Invited, ..new_user("new@people.example", "") }).await;
    server.run_jobs().await;
    let invitation = server.mail_to("new@people.example").link();
    browser.submit(&invitation, &chosen).await;
    secrets.push(invitation.rsplit('/').next().unwrap().to_owned());
    server.run_jobs().await;
}

async fn administer(server: &TestServer) {
    let admin = server.cx_as(BaseRole::Admin).await;
    let password = UserPatch {
        credential: Some(Credential::Password(NEW_PASSWORD.to_owned().into())),
        ..UserPatch::default()
    };
    users::update(&admin, server.id_of(VIEWER), password).await.unwrap();
    users::delete(&admin, &[server.id_of(VIEWER).to_owned()]).await.unwrap();
    let switches = feature_management::UserProfile { sessions: false, ..Default::default() };
    feature_management::set_user_profile(&admin, switches).await.unwrap();
}

#[tokio::test]
async fn everything_that_is_done_leaves_an_event_and_no_event_has_a_secret() {
    let server = TestServer::start().await;

    let secrets = do_everything(&server).await;

    let events = server.events().await;
    for name in [
        "setup.make_sysadmin",
        "users.create",
        "users.update",
        "users.delete",
        "users.activate",
        "sign_in.succeed",
        "sign_in.fail",
        "sign_in.must_change",
        "sessions.end",
        "sessions.end_others",
        "sessions.sign_out",
        "passwords.change",
        "passwords.confirm_fail",
        "passwords.upgrade",
        "api_tokens.create",
        "api_tokens.rotate",
        "api_tokens.revoke",
        "api_tokens.renew",
        "profile.change_names",
        "profile.change_language",
        "profile.change_email",
        "email_change.ask",
        "email_change.undo",
        "password_reset.ask",
        "password_reset.mail",
        "password_reset.choose",
        "recovery_codes.make",
        "recovery_codes.use",
        "recovery_codes.fail",
        "rescue.make_link",
        "invitations.accept",
        "feature_management.set",
    ] {
        assert!(events.iter().any(|event| event.event == name), "no event `{name}`");
    }
    let hashes = server.app.db.read().await.unwrap().sql("select stored from passwords").all().await.unwrap();
    let hashes = hashes.iter().map(|row| row.get::<String>(0).unwrap());
    let secrets: Vec<String> =
        secrets.into_iter().chain(hashes).filter(|secret| !secret.is_empty()).collect();
    for event in &events {
        let shown = format!("{event:?}");
        for secret in &secrets {
            assert!(!shown.contains(secret.as_str()), "`{secret}` stands in {shown}");
        }
    }
    server.finish().await;
}

#[tokio::test]
async fn every_event_has_words_for_the_people_who_read_it() {
    let server = TestServer::start().await;

    do_everything(&server).await;

    let t = server.cx().text();
    for event in server.events().await {
        assert_ne!(t.event(&event.event), event.event);
    }
    server.finish().await;
}

#[tokio::test]
async fn an_event_says_who_did_what_to_whom_when_and_from_where() {
    let server = TestServer::start().await;
    let browser = server.browser_of(BaseRole::Admin).await.at("203.0.113.5");
    let path = format!("/api/users/{}", server.id_of(VIEWER));
    let request = browser.request("PUT", &path).json(&json!({ "firstName": "Changed" }));

    let answer = request.send().await;

    let event = server.events_named("users.update").await.pop().unwrap();
    assert_eq!(event.actor_id.as_deref(), Some(server.id_of(BaseRole::Admin)));
    assert_eq!(event.actor_name, email_of(BaseRole::Admin));
    assert_eq!((event.subject_kind.as_str(), event.subject_id.as_str()), ("user", server.id_of(VIEWER)));
    assert_eq!((event.at_ms, event.ip.as_str()), (server.now_ms(), "203.0.113.5"));
    assert!(event.user_agent.contains("Firefox/140.0"));
    assert_eq!(event.request_id, answer.header("x-request-id"));
    assert!(event.before_json.unwrap().contains("\"firstName\":\"Grace\""));
    assert!(event.after_json.unwrap().contains("\"firstName\":\"Changed\""));
    server.finish().await;
}

#[tokio::test]
async fn an_act_that_was_refused_leaves_no_event_of_its_success() {
    let server = TestServer::start().await;
    let before = server.events_named("users.create").await.len();

    let twice = vec![new_user("x@people.example", ""), new_user(&email_of(VIEWER), "")];
    users::create(&server.host(), twice).await.unwrap_err();

    assert_eq!(server.events_named("users.create").await.len(), before);
    server.finish().await;
}

#[tokio::test]
async fn a_whole_chain_is_found_whole() {
    let server = TestServer::start().await;

    let events = i64::try_from(server.events().await.len()).unwrap();

    assert_eq!(verify(&server.app.db).await.unwrap(), Verdict::Whole { events });
    assert!(events >= 7);
    server.finish().await;
}

#[tokio::test]
async fn an_altered_event_is_found() {
    for alter in [
        "update audit_events set after_json = '{}' where sequence = 3",
        "update audit_events set actor_name = 'somebody else' where sequence = 3",
        "update audit_events set ip = 'x' || ip where sequence = 3",
        "update audit_events set at_ms = at_ms + 1 where sequence = 3",
        "update audit_events set on_behalf_of = '' where sequence = 3",
        "delete from audit_events where sequence = 3",
    ] {
        let server = TestServer::start().await;

        assert_eq!(server.sql(alter).await, 1);

        assert_eq!(verify(&server.app.db).await.unwrap(), Verdict::Broken { sequence: 3 }, "{alter}");
        server.abandon().await;
    }
}

#[tokio::test]
async fn an_event_taken_from_the_end_is_found() {
    let server = TestServer::start().await;

    server.sql("delete from audit_events where sequence = (select max(sequence) from audit_events)").await;

    assert!(matches!(verify(&server.app.db).await.unwrap(), Verdict::Broken { .. }));
    server.abandon().await;
}

#[tokio::test]
async fn a_chain_whose_end_was_taken_away_is_broken() {
    let server = TestServer::start().await;

    server.sql("delete from audit_head").await;

    assert!(matches!(verify(&server.app.db).await.unwrap(), Verdict::Broken { .. }));
    server.abandon().await;
}

#[tokio::test]
async fn a_chain_longer_than_one_step_is_walked_to_its_end() {
    let server = TestServer::start().await;
    let host = server.host();
    let mut tx = server.app.db.write().await.unwrap();
    for _ in 0..1_500 {
        record(&mut tx, &host, Event::user("users.update", "x")).await.unwrap();
    }
    tx.commit().await.unwrap();

    let events = i64::try_from(server.events().await.len()).unwrap();

    assert_eq!(verify(&server.app.db).await.unwrap(), Verdict::Whole { events });
    server.sql("update audit_events set subject_id = 'y' where sequence = 1400").await;
    assert_eq!(verify(&server.app.db).await.unwrap(), Verdict::Broken { sequence: 1_400 });
    server.abandon().await;
}

#[tokio::test]
async fn ones_own_trail_has_what_one_did_and_what_happened_to_one() {
    let server = TestServer::start().await;
    let off = UserPatch { first_name: Some("X".into()), ..UserPatch::default() };
    users::update(&server.cx_as(BaseRole::Admin).await, server.id_of(VIEWER), off).await.unwrap();

    let mine = of_person(&server.cx_as(VIEWER).await, None).await.unwrap();
    let theirs = of_person(&server.cx_as(BaseRole::Admin).await, None).await.unwrap();

    let names =
        |page: &super::Page| -> Vec<String> { page.events.iter().map(|event| event.event.clone()).collect() };
    assert_eq!(names(&mine), ["users.update", "users.create"]);
    assert_eq!(names(&theirs), ["users.update", "users.create"]);
    assert!(of_person(&server.cx(), None).await.is_err());
    let mut admin = server.browser_of(BaseRole::Admin).await;
    admin.submit(&format!("/admin/users/{}/deactivate", server.id_of(VIEWER)), &[("confirmed", "yes")]).await;
    let mine = of_person(&server.cx_as(VIEWER).await, None).await.unwrap();
    let theirs = of_person(&server.cx_as(BaseRole::Admin).await, None).await.unwrap();
    assert_eq!((mine.events[0].event.as_str(), mine.events[0].ip.as_str()), ("users.update", ""));
    assert!(mine.events[0].user_agent.is_empty() && !theirs.events[0].ip.is_empty());
    server.finish().await;
}

#[test]
fn a_text_in_an_event_is_one_line_and_bounded() {
    assert_eq!(clip("a\r\nb\u{0}c"), "abc");
    assert_eq!(clip(&"é".repeat(1_000)).chars().count(), 300);
}
