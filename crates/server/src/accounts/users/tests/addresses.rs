//! What giving somebody another e-mail address by hand promises: nobody loses an account unheard.

use serde_json::json;

use super::super::{
    EMAIL_TAKEN, UserPatch, create, find,
    model::{BAD_EMAIL, CHANGED_MEANWHILE, SYSADMIN_EMAIL_TAKEN},
    name_is_free, update,
};
use crate::{
    common::outbox::MailSwitches,
    common::settings,
    cx::BaseRole,
    testing::{NEW_PASSWORD, PASSWORD, TestServer, assert_refused, email_of, new_user},
};

const SUPER: BaseRole = BaseRole::Super;
const ADMIN: BaseRole = BaseRole::Admin;
const VIEWER: BaseRole = BaseRole::Consumer;
const NEW: &str = "married@people.example";

fn to(email: &str) -> UserPatch {
    UserPatch { email: Some(email.to_owned()), ..UserPatch::default() }
}

/// The kinds of the mails that came, with their receivers.
async fn mails(server: &TestServer) -> Vec<(String, String)> {
    server.run_jobs().await;
    let mut mails: Vec<(String, String)> =
        server.kept_mails().into_iter().map(|(address, mail)| (address, mail.kind)).collect();
    mails.sort();
    mails
}

fn kinds(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|(address, kind)| ((*address).to_owned(), (*kind).to_owned())).collect()
}

#[tokio::test]
async fn an_administrator_who_changes_an_address_has_the_old_and_the_new_one_told() {
    let server = TestServer::start().await;
    let admin = server.cx_as(ADMIN).await;
    let old = email_of(VIEWER);

    update(&admin, server.id_of(VIEWER), to(NEW)).await.unwrap();

    let told = kinds(&[(&old, "users.email_taken_mail"), (NEW, "users.email_given_mail")]);
    assert_eq!(mails(&server).await, told);
    assert!(server.mail_to(&old).text.contains(NEW));
    assert_eq!(server.browser().sign_in(NEW, PASSWORD).await.status, 303);
    server.empty_mailboxes();
    update(&admin, server.id_of(VIEWER), to("MARRIED@people.example")).await.unwrap();
    update(&admin, server.id_of(VIEWER), UserPatch::default()).await.unwrap();
    assert_eq!(mails(&server).await, [], "another spelling is no other address");
    server.finish().await;
}

#[tokio::test]
async fn one_mailbox_is_one_account_however_its_domain_is_spelled() {
    let server = TestServer::start().await;
    let admin = server.cx_as(ADMIN).await;
    let add = async |email: &str| create(&admin, vec![new_user(email, "consumer")]).await;
    add("x@m\u{fc}nchen.example").await.unwrap();
    add("y@xn--mnchen-3ya.example").await.unwrap();

    for taken in [
        "X@xn--mnchen-3ya.example",
        "y@M\u{dc}NCHEN.example",
        "admin@people\u{3002}example",
        "admin@\u{ff50}eople.example",
    ] {
        assert_refused(add(taken).await, &EMAIL_TAKEN);
        let free = name_is_free(&mut server.app.db.read().await.unwrap(), taken, "").await;
        assert_refused(free, &EMAIL_TAKEN);
    }
    assert_refused(add("admin@people\u{3002}\u{3002}example").await, &BAD_EMAIL);
    let found = find(&server.host(), "x@xn--mnchen-3ya.example").await.unwrap().person;
    assert_eq!(found.email, "x@m\u{fc}nchen.example");
    update(&admin, &found.id, to("x@xn--mnchen-3ya.example")).await.unwrap();
    assert_eq!(mails(&server).await, [], "another spelling is no other address");
    server.finish().await;
}

#[tokio::test]
async fn the_switch_of_all_mails_keeps_both_back() {
    let server = TestServer::start().await;
    let mut tx = server.app.db.write().await.unwrap();
    let switches = MailSwitches { all: false, ..MailSwitches::default() };
    settings::set(&mut tx, &switches, server.now_ms()).await.unwrap();
    tx.commit().await.unwrap();

    update(&server.cx_as(ADMIN).await, server.id_of(VIEWER), to(NEW)).await.unwrap();

    assert_eq!(mails(&server).await, []);
    server.finish().await;
}

#[tokio::test]
async fn links_that_went_to_the_old_address_open_nothing_any_more_and_who_is_invited_is_invited_again() {
    let server = TestServer::start().await;
    let mut admin = server.browser_of(ADMIN).await;
    let role = server.text("select id from roles where name = $1", "consumer").await;
    let fields = [("email", "typo@people.example"), ("role_id", &role), ("credential", "invited")];
    admin.submit("/admin/users/new", &fields).await;
    server.run_jobs().await;
    let stale = server.mail_to("typo@people.example").link();
    server.empty_mailboxes();

    update(&server.cx_as(ADMIN).await, "typo@people.example", to(NEW)).await.unwrap();

    let told = kinds(&[(NEW, "invitations.mail"), ("typo@people.example", "users.email_taken_mail")]);
    assert_eq!(mails(&server).await, told);
    let passwords = [("new_password", NEW_PASSWORD), ("repeat_password", NEW_PASSWORD)];
    assert_ne!(server.browser().get(&stale).await.status, 200, "a stranger may have got it");
    let link = server.mail_to(NEW).link();
    assert_eq!(server.browser().submit(&link, &passwords).await.status, 303);
    assert!(find(&server.host(), NEW).await.unwrap().person.active);
    server.finish().await;
}

#[tokio::test]
async fn a_script_that_moves_the_sysadmin_goes_on_working_and_the_old_address_can_undo_it() {
    let server = TestServer::start().await;
    let token = server.token_of(SUPER).await;
    let mut elsewhere = server.browser_of(SUPER).await;
    server.run_jobs().await;
    server.empty_mailboxes();
    let path = format!("/api/v1/users/{}", server.id_of(SUPER));
    let old = email_of(SUPER);

    let moved = server.request("PATCH", &path).bearer(&token).json(&json!({ "email": NEW })).send().await;

    assert_eq!((moved.status, moved.json()["email"].as_str()), (200, Some(NEW)), "{}", moved.body);
    let told = kinds(&[(NEW, "users.email_given_mail"), (&old, "email_change.undo_mail")]);
    assert_eq!(mails(&server).await, told);
    assert!(!elsewhere.is_signed_in().await, "every other session ends");
    let undone = server.browser().submit(&server.mail_to(&old).link(), &[]).await;
    assert!(undone.status < 400, "{}", undone.body);
    assert_eq!(find(&server.host(), server.id_of(SUPER)).await.unwrap().person.email, old);
    server.finish().await;
}

#[tokio::test]
async fn the_token_that_moves_the_sysadmin_goes_on_with_what_it_made_and_every_other_ends() {
    for (method, path) in [("PATCH", "/api/v1/users"), ("PUT", "/api/users")] {
        let server = TestServer::start().await;
        let (own, other) = (server.token_of(SUPER).await, server.token_of(SUPER).await);
        let make = async |token: &str| {
            let wanted = json!({ "name": "sync", "scope": "full", "days": 30 });
            let made = server.request("POST", "/api/v1/account/tokens").bearer(token).json(&wanted);
            made.send().await.json()["token"].as_str().unwrap().to_owned()
        };
        let (child, of_other) = (make(&own).await, make(&other).await);
        let path = format!("{path}/{}", server.id_of(SUPER));
        let moves = async |token: &str, email: &str| {
            server.request(method, &path).bearer(token).json(&json!({ "email": email })).send().await
        };

        let by_login = moves(&own, NEW).await;
        let by_child = moves(&child, "again@people.example").await;

        assert_eq!((by_login.status, by_child.status), (200, 200), "{}{}", by_login.body, by_child.body);
        for (token, status) in [(&own, 200), (&child, 200), (&other, 401), (&of_other, 401)] {
            let me = server.request("GET", "/api/v1/users/loggedin").bearer(token).send().await;
            assert_eq!(me.status, status, "{method} {}", me.body);
        }
        server.run_jobs().await;
        server.finish().await;
    }
}

#[tokio::test]
async fn of_two_who_move_the_sysadmin_at_once_the_second_looks_again() {
    let server = TestServer::start().await;
    let sysadmin = server.cx_as(SUPER).await;

    update(&sysadmin, server.id_of(SUPER), to(NEW)).await.unwrap();
    let late = update(&sysadmin, server.id_of(SUPER), to("late@people.example")).await;

    assert_refused(late, &CHANGED_MEANWHILE);
    assert_eq!(find(&server.host(), server.id_of(SUPER)).await.unwrap().person.email, NEW);
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn whoever_changes_the_own_address_here_can_undo_it_from_the_old_one() {
    let server = TestServer::start().await;
    let admin = server.cx_as(ADMIN).await;

    update(&admin, server.id_of(ADMIN), to(NEW)).await.unwrap();

    let told = kinds(&[(&email_of(ADMIN), "email_change.undo_mail"), (NEW, "users.email_given_mail")]);
    assert_eq!(mails(&server).await, told);
    server.finish().await;
}

#[tokio::test]
async fn whom_an_administrator_moves_no_way_back_of_before_moves_again() {
    let server = TestServer::start().await;
    let mut leaver = server.browser_of(VIEWER).await;
    let mut undo = Vec::new();
    for (from, to) in
        [(email_of(VIEWER).as_str(), "hop@people.example"), ("hop@people.example", "hop2@people.example")]
    {
        let fields = [("new_email", to), ("current_password", PASSWORD)];
        leaver.submit_to("/profile/personal-information", "/profile/email", &fields).await;
        server.run_jobs().await;
        assert_eq!(leaver.submit(&server.mail_to(to).link(), &[]).await.status, 200);
        server.run_jobs().await;
        undo.push(server.mail_to(from).link());
    }
    assert_eq!(server.browser().get(&undo[0]).await.status, 200);

    update(&server.cx_as(ADMIN).await, server.id_of(VIEWER), to(NEW)).await.unwrap();

    for link in &undo {
        assert_eq!(server.browser().get(link).await.status, 404, "the account is somebody else's now");
    }
    assert_eq!(find(&server.host(), server.id_of(VIEWER)).await.unwrap().person.email, NEW);
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn a_taken_address_of_the_sysadmin_answers_with_the_way_out() {
    let server = TestServer::start().await;
    let sysadmin = server.cx_as(SUPER).await;
    let taken = email_of(BaseRole::Contributor);
    server.add(new_user("x@people.example", "consumer")).await;

    assert_refused(update(&sysadmin, server.id_of(SUPER), to(&taken)).await, &SYSADMIN_EMAIL_TAKEN);

    let bearer = server.token_of(SUPER).await;
    let path = format!("/api/users/{}", server.id_of(SUPER));
    let answer = server.request("PUT", &path).bearer(&bearer).json(&json!({ "email": taken })).send().await;
    assert_eq!(answer.error(), (2004, 400), "{}", answer.body);
    let path = format!("/api/v1/users/{}", server.id_of(SUPER));
    let answer = server.request("PATCH", &path).bearer(&bearer).json(&json!({ "email": taken })).send().await;
    assert!(answer.says("Give this account to another person"), "{}", answer.body);
    assert_eq!(answer.error(), (2004, 400), "{}", answer.body);
    assert_eq!(find(&server.host(), server.id_of(SUPER)).await.unwrap().person.email, email_of(SUPER));
    server.finish().await;
}

#[tokio::test]
async fn an_address_of_a_script_that_looks_like_an_administrators_is_taken_and_leaves_a_trace() {
    let server = TestServer::start().await;
    let token = server.token_of(BaseRole::Admin).await;
    let admin = email_of(BaseRole::Admin);
    let cyrillic = admin.replacen('a', "\u{430}", 1);
    let wide = admin.replacen('a', "\u{ff41}", 1).replacen('d', "\u{ff44}", 1);
    let send = async |method: &str, path: &str, body: serde_json::Value| {
        let answer = server.request(method, path).bearer(&token).json(&body).send().await;
        assert!(answer.status < 300, "{}", answer.body);
        answer.json()
    };

    let of_v1 = send("POST", "/api/v1/users", json!({ "email": cyrillic })).await;
    send("POST", "/api/users", json!([{ "email": wide }])).await;
    let viewer = server.id_of(BaseRole::Consumer);
    send("PATCH", &format!("/api/v1/users/{viewer}"), json!({ "email": format!("x{cyrillic}") })).await;
    send("PATCH", &format!("/api/v1/users/{viewer}"), json!({ "firstName": "Zoe" })).await;

    let told = async |name: &str| -> Vec<serde_json::Value> {
        let events = server.events_named(name).await;
        events.iter().map(|it| serde_json::from_str(it.after_json.as_deref().unwrap()).unwrap()).collect()
    };
    let (made, changed) = (told("users.create").await, told("users.update").await);
    let trace = |of: &[serde_json::Value], email: &str| {
        let event = of.iter().find(|it| it["email"] == email).unwrap();
        (event["mixedScripts"].clone(), event["looksLike"].clone())
    };
    assert_eq!(trace(&made, &cyrillic), (json!(true), json!(admin)));
    assert_eq!(trace(&made, &wide).1, json!(admin));
    assert_eq!(trace(&changed, &format!("x{cyrillic}")), (json!(true), json!(null)));
    assert_eq!(changed.iter().filter(|it| it["mixedScripts"] == true).count(), 1, "only what changed it");
    let mut browser = server.browser_of(BaseRole::Admin).await;
    let page = browser.get(&format!("/admin/users/{}", of_v1["_id"].as_str().unwrap())).await;
    assert!(page.says("mixes letters of different alphabets"), "{}", page.body);
    let plain = browser.get(&format!("/admin/users/{}", server.id_of(BaseRole::Contributor))).await;
    assert!(!plain.says("mixes letters") && !plain.says("looks almost like"), "{}", plain.body);
    server.finish().await;
}

#[tokio::test]
async fn an_address_in_other_letters_is_typed_into_the_form_and_signs_in() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(ADMIN).await;
    let role = server.text("select id from roles where name = $1", "consumer").await;
    let form = browser.get("/admin/users/new").await;

    for email in [
        "j\u{fc}rgen@m\u{fc}ller.example",
        "\u{438}\u{432}\u{430}\u{43d}@\u{43f}\u{440}\u{438}\u{43c}\u{435}\u{440}.example",
    ] {
        let fields =
            [("email", email), ("role_id", &role), ("credential", "password"), ("password", NEW_PASSWORD)];
        let added = browser.submit("/admin/users/new", &fields).await;
        assert!(added.status == 303 && added.location().ends_with("?done=added"), "{email}: {}", added.body);
        assert_eq!(server.browser().sign_in(email, NEW_PASSWORD).await.status, 303, "{email}");
    }

    // A browser that judges addresses itself would not send these.
    assert!(form.says("novalidate") || !form.says("type=\"email\""), "{}", form.body);
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn a_language_of_another_server_is_kept_and_what_is_no_locale_is_refused() {
    let server = TestServer::start().await;
    let token = server.token_of(ADMIN).await;
    let path = format!("/api/v1/users/{}", server.id_of(VIEWER));
    let send = async |language: &str| {
        let body = json!({ "preferences": { "language": language } });
        server.request("PATCH", &path).bearer(&token).json(&body).send().await
    };

    let japanese = send("ja-JP").await;
    let wrong = send("Klingon").await;

    assert_eq!((japanese.status, &japanese.json()["preferences"]["language"]), (200, &json!("ja-JP")));
    assert!(wrong.status == 422 && wrong.says("users.bad_language"), "{}", wrong.body);
    server.finish().await;
}

#[tokio::test]
async fn a_name_with_a_hidden_character_is_told_which_one_it_is() {
    let server = TestServer::start().await;
    let token = server.token_of(ADMIN).await;
    let path = format!("/api/v1/users/{}", server.id_of(VIEWER));

    for (field, name) in [("firstName", "A\u{200b}da"), ("userName", "ada\u{202e}x")] {
        let refused =
            server.request("PATCH", &path).bearer(&token).json(&json!({ field: name })).send().await;
        assert_eq!(
            (refused.status, refused.says("web.hidden_letter"), refused.says("U+20")),
            (400, true, true),
            "{}",
            refused.body
        );
        assert_eq!(refused.json()["field"], json!(field));
    }
    server.finish().await;
}

#[tokio::test]
async fn a_form_without_an_address_speaks_of_the_address_and_not_of_requests() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(BaseRole::Admin).await;

    let refused = browser.submit("/admin/users/new", &[("email", " "), ("credential", "invited")]).await;

    assert!(refused.status == 422 && refused.says("This cannot be an e-mail address."), "{}", refused.body);
    assert!(!refused.says("send the request again"), "{}", refused.body);
    assert!(refused.says("Not made of the user’s name"), "{}", refused.body);
    server.finish().await;
}

#[tokio::test]
async fn an_address_in_two_alphabets_that_a_script_gave_is_marked_for_administrators() {
    let server = TestServer::start().await;
    let admin = email_of(ADMIN);
    let cyrillic = admin.replacen('a', "\u{430}", 1);
    let id = server.add(new_user(&cyrillic, "consumer")).await.person.id;
    let mut browser = server.browser_of(ADMIN).await;

    let list = browser.get("/admin/users").await;
    let page = browser.get(&format!("/admin/users/{id}")).await;

    assert_eq!(list.body.matches("Mixed alphabets in the address").count(), 1, "{}", list.body);
    assert!(page.says("U+0430") && page.says(&format!("that of the administrator {admin}")), "{}", page.body);
    server.finish().await;
}
