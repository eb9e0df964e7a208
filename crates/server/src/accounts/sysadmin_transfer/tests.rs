//! What passing the role on promises: always exactly one Sys. Admin.

mod at_once;
mod offers;
mod taking_back;

use std::sync::Arc;

use super::{
    actions::{accept, give_account, in_the_way, look, offer},
    model::{ADDRESS_TAKEN, NO_OFFER, NOT_ADMIN, NewHolder, OFFER_OPEN, SAME_ADDRESS, UNKNOWN_USER},
};
use crate::{
    accounts::{
        ownership::{self, NewObject},
        passwords::WRONG_CURRENT,
        recovery_codes,
        users::{self, UserPatch},
    },
    common::{
        outbox::{MailSwitches, SWITCHED_OFF},
        settings,
    },
    cx::{BaseRole, NOT_ALLOWED},
    testing::{MINUTE_MS, NEW_PASSWORD, PASSWORD, TestServer, assert_refused, email_of, new_user},
};
use seatwarden_base::secret::Secret;

const SUPER: BaseRole = BaseRole::Super;
const ADMIN: BaseRole = BaseRole::Admin;

fn password() -> Secret {
    Secret::new(PASSWORD)
}

async fn sysadmin(server: &TestServer) -> String {
    assert_eq!(server.number("select count(*) from users where is_sysadmin").await, 1);
    assert_eq!(server.number("select count(*) from the_sysadmin").await, 1);
    users::sysadmin(&mut server.app.db.read().await.unwrap()).await.unwrap().unwrap().email
}

/// Lets every mail so far leave, so that the next one is the newest: those of one moment leave in any order.
async fn forget_mails(server: &TestServer) {
    server.run_jobs().await;
    server.empty_mailboxes();
}

async fn role(server: &TestServer, key: &str) -> BaseRole {
    users::find(&server.host(), key).await.unwrap().person.role.base
}

#[tokio::test]
async fn an_offer_that_is_accepted_passes_the_role_on_and_back() {
    let server = TestServer::start().await;
    let mut old = server.browser_of(SUPER).await;
    let mut new = server.browser_of(ADMIN).await;
    let elsewhere = &mut server.browser_of(ADMIN).await;
    let tokens_of_sign_in = [server.token_of(SUPER).await, server.token_of(ADMIN).await];
    let codes = recovery_codes::make(&server.cx_as(SUPER).await, &password()).await.unwrap();

    forget_mails(&server).await;

    let to = email_of(ADMIN);
    let offered = old
        .submit_to("/admin/sysadmin", "/admin/sysadmin/offer", &[("to", &to), ("current_password", PASSWORD)])
        .await;
    assert_eq!(offered.location(), "/admin/sysadmin?done=offered", "{}", offered.body);
    assert_eq!(sysadmin(&server).await, email_of(SUPER), "an offer changes nothing");
    assert!(new.get("/").await.says("The role is offered to you"));
    assert!(!old.get("/").await.says("The role is offered to you"));
    server.run_jobs().await;
    assert_eq!(server.mail_to(&to).link(), "/admin/sysadmin");
    assert_eq!(server.mail_to(&email_of(SUPER)).kind, "sysadmin_transfer.offer_sent_mail");
    let waiting = old.get("/admin/sysadmin").await;
    assert!(waiting.says("you stay signed in, but as an Admin"), "{}", waiting.body);
    let wrong =
        new.submit_to("/admin/sysadmin", "/admin/sysadmin/accept", &[("current_password", "no")]).await;
    assert_eq!(wrong.status, 422);
    let accepted =
        new.submit_to("/admin/sysadmin", "/admin/sysadmin/accept", &[("current_password", PASSWORD)]).await;
    assert_eq!(accepted.location(), "/admin/sysadmin?done=accepted", "{}", accepted.body);

    assert_eq!(sysadmin(&server).await, to);
    assert_eq!(role(&server, &email_of(SUPER)).await, ADMIN);
    for token in tokens_of_sign_in {
        let answer = server.request("GET", "/api/users/loggedin").bearer(&token).send().await;
        assert_eq!(answer.status, 401, "what signed in before does not pass the role on");
    }
    for browser in [&mut old, elsewhere] {
        let token = browser.cookie("seatwarden-local").to_owned();
        assert!(browser.is_signed_in().await);
        assert_ne!(browser.cookie("seatwarden-local"), token, "what the session may do has changed");
    }
    assert!(new.is_signed_in().await);
    assert_eq!(old.get("/admin/sysadmin").await.status, 403);
    server.run_jobs().await;
    assert_eq!(server.mail_to(&to).kind, "sysadmin_transfer.received_mail");
    assert_eq!(server.mail_to(&email_of(SUPER)).kind, "sysadmin_transfer.passed_mail");
    assert!(recovery_codes::use_code(&server.cx(), codes[0].reveal()).await.is_err());

    let back = [("to", email_of(SUPER)), ("current_password", PASSWORD.to_owned())];
    let back: Vec<(&str, &str)> = back.iter().map(|(name, value)| (*name, value.as_str())).collect();
    new.submit_to("/admin/sysadmin", "/admin/sysadmin/offer", &back).await;
    old.submit_to("/admin/sysadmin", "/admin/sysadmin/accept", &[("current_password", PASSWORD)]).await;
    assert_eq!(sysadmin(&server).await, email_of(SUPER));
    assert_eq!(role(&server, &to).await, ADMIN);
    for (page, to) in [("/admin/sysadmin?done=offered", "/"), ("/admin/users", "/admin/users")] {
        let fields = [("username", &*email_of(ADMIN)), ("password", PASSWORD), ("return_to", page)];
        let again = server.browser().submit("/login", &fields).await;
        assert_eq!(again.location(), to, "nobody is led to where they are refused");
    }
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn whoever_has_passed_the_role_on_meanwhile_offers_it_to_nobody() {
    let server = TestServer::start().await;
    let third = server.add(new_user("third@people.example", "admin")).await.person.id;
    let before = server.cx_as(SUPER).await;
    offer(&before, &email_of(ADMIN), &password()).await.unwrap();
    accept(&server.cx_as(ADMIN).await, &password()).await.unwrap();

    assert_refused(offer(&before, &third, &password()).await, &NOT_ALLOWED);

    assert!(look(&server.cx_as(ADMIN).await).await.unwrap().is_none());
    assert_eq!(server.number("select count(*) from sysadmin_offers").await, 0);
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn only_the_sysadmin_offers_only_to_an_active_admin_and_only_one_at_a_time() {
    let server = TestServer::start().await;
    let other = server.add(new_user("second@people.example", "admin")).await;
    let cx = server.cx_as(SUPER).await;
    let to = email_of(ADMIN);

    assert_refused(offer(&server.cx_as(ADMIN).await, &other.person.id, &password()).await, &NOT_ALLOWED);
    assert_refused(offer(&cx, &to, &Secret::new("wrong")).await, &WRONG_CURRENT);
    assert_refused(offer(&cx, "nobody", &password()).await, &UNKNOWN_USER);
    assert_refused(offer(&cx, &email_of(BaseRole::DataAdmin), &password()).await, &NOT_ADMIN);
    assert_refused(offer(&cx, &email_of(SUPER), &password()).await, &NOT_ADMIN);
    offer(&cx, &to, &password()).await.unwrap();
    assert_refused(offer(&cx, &other.person.id, &password()).await, &OFFER_OPEN);
    assert_refused(accept(&server.cx_as(BaseRole::DataAdmin).await, &password()).await, &NO_OFFER);
    assert_refused(accept(&cx, &password()).await, &NO_OFFER);
    assert_refused(look(&server.cx_as(BaseRole::DataAdmin).await).await, &NOT_ALLOWED);

    assert_eq!(look(&cx).await.unwrap().unwrap().to.email, to);
    assert_eq!(sysadmin(&server).await, email_of(SUPER));
    server.run_jobs().await;
    server.finish().await;
}

fn holder(email: &str) -> NewHolder {
    NewHolder {
        email: email.to_owned(),
        first_name: "Rosalind".to_owned(),
        current_password: password(),
        ..NewHolder::default()
    }
}

#[tokio::test]
async fn the_account_goes_to_another_person_by_its_address() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(SUPER).await;
    let fields = [
        ("email", "rosalind@people.example"),
        ("first_name", "Rosalind"),
        ("last_name", "Franklin"),
        ("current_password", PASSWORD),
    ];
    forget_mails(&server).await;

    let given = browser.submit("/admin/sysadmin/account", &fields).await;

    assert!(given.status == 200 && given.says("rosalind@people.example"), "{}", given.body);
    assert_eq!(sysadmin(&server).await, "rosalind@people.example");
    assert_eq!(role(&server, server.id_of(SUPER)).await, SUPER, "it is the same account");
    assert!(!browser.is_signed_in().await);
    server.run_jobs().await;
    let undo = server.mail_to(&email_of(SUPER));
    assert_eq!(undo.kind, "email_change.undo_mail");
    let link = server.mail_to("rosalind@people.example").link();
    let mut rosalind = server.browser();
    let chosen =
        rosalind.submit(&link, &[("new_password", NEW_PASSWORD), ("repeat_password", NEW_PASSWORD)]).await;
    assert_eq!(chosen.status, 303, "{}", chosen.body);
    assert_eq!(rosalind.sign_in("rosalind@people.example", NEW_PASSWORD).await.status, 303);
    assert_eq!(rosalind.get("/admin/sysadmin").await.status, 200);
    assert_eq!(server.browser().sign_in(&email_of(SUPER), PASSWORD).await.status, 401);
    server.run_jobs().await;
    server.finish().await;
}

/// Gives the Sys. Admin a language and settings.
async fn choose_settings(server: &TestServer) {
    let patch = UserPatch {
        language: Some("fr-FR".into()),
        ui_settings: Some("{\"theme\":\"dark\"}".into()),
        ..UserPatch::default()
    };
    users::update(&server.host(), server.id_of(SUPER), patch).await.unwrap();
}

async fn settings_of(server: &TestServer) -> (Option<String>, String) {
    let user = users::find(&server.host(), server.id_of(SUPER)).await.unwrap();
    (user.person.language, user.ui_settings)
}

#[tokio::test]
async fn nothing_of_the_person_before_stays_with_the_account() {
    let server = TestServer::start().await;
    choose_settings(&server).await;
    let new = NewHolder { first_name: String::new(), ..holder("rosalind@people.example") };

    give_account(&server.cx_as(SUPER).await, &new).await.unwrap();

    let person = users::find(&server.host(), server.id_of(SUPER)).await.unwrap().person;
    assert_eq!((person.first_name.as_str(), person.last_name.as_str()), ("", ""));
    assert_eq!(person.user_name, "rosalind@people.example");
    assert_eq!(settings_of(&server).await, (None, "{}".to_owned()));
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn the_mail_to_the_new_person_says_whose_the_account_is_and_works_as_long_as_an_invitation() {
    let server = TestServer::start().await;
    give_account(&server.cx_as(SUPER).await, &holder("rosalind@people.example")).await.unwrap();
    server.run_jobs().await;
    let mail = server.mail_to("rosalind@people.example");
    let typed = [("new_password", NEW_PASSWORD), ("repeat_password", NEW_PASSWORD)];

    server.advance(71 * 60 * MINUTE_MS);
    let chosen = server.browser().submit(&mail.link(), &typed).await;
    let again = server.browser().submit(&mail.link(), &typed).await;

    assert!(mail.text.contains("the account with the role of the Sys. Admin"), "{}", mail.text);
    assert!(mail.text.contains(&email_of(SUPER)) && mail.text.contains("72 hours"), "{}", mail.text);
    assert_eq!((chosen.status, again.status), (303, 404), "{} {}", chosen.body, again.body);
    assert_eq!(server.browser().sign_in("rosalind@people.example", NEW_PASSWORD).await.status, 303);
    server.run_jobs().await;
    server.finish().await;
}

async fn set_switches(server: &TestServer, switches: MailSwitches) {
    let mut tx = server.app.db.write().await.unwrap();
    settings::set(&mut tx, &switches, 1).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn the_mail_to_the_new_person_leaves_though_nobody_comes_back_by_mail() {
    let server = TestServer::start().await;
    set_switches(&server, MailSwitches { password_recovery: false, ..MailSwitches::default() }).await;

    give_account(&server.cx_as(SUPER).await, &holder("rosalind@people.example")).await.unwrap();
    server.run_jobs().await;

    assert_eq!(server.mail_to("rosalind@people.example").kind, "sysadmin_transfer.account_mail");
    server.finish().await;
}

#[tokio::test]
async fn the_account_is_given_to_nobody_while_no_mail_leaves() {
    let server = TestServer::start().await;
    set_switches(&server, MailSwitches { all: false, ..MailSwitches::default() }).await;

    let given = give_account(&server.cx_as(SUPER).await, &holder("rosalind@people.example")).await;

    assert_refused(given, &SWITCHED_OFF);
    let mut browser = server.browser_of(SUPER).await;
    let typed =
        [("email", "rosalind@people.example"), ("first_name", "Rosalind"), ("current_password", PASSWORD)];
    let refused = browser.submit("/admin/sysadmin/account", &typed).await;
    assert_eq!(refused.status, 409, "{}", refused.body);
    assert_eq!(refused.field("field-first_name").as_deref(), Some("Rosalind"), "what was typed stays");
    assert_eq!(sysadmin(&server).await, email_of(SUPER));
    assert_eq!(server.browser().sign_in(&email_of(SUPER), PASSWORD).await.status, 303);
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn whoever_has_the_address_makes_way_in_one_step() {
    let server = TestServer::start().await;
    let to = email_of(BaseRole::Contributor);
    let object = NewObject {
        kind: "dashboard".into(),
        external_id: "1".into(),
        owner: to.clone(),
        ..NewObject::default()
    };
    ownership::register(&server.host(), vec![object]).await.unwrap();
    let mut browser = server.browser_of(SUPER).await;
    let first = [("email", to.as_str()), ("current_password", PASSWORD)];

    let asked = browser.submit("/admin/sysadmin/account", &first).await;
    assert!(asked.status == 409 && asked.says("Another user has this address"), "{}", asked.body);
    let suggested = asked.field("field-other_email").unwrap();
    assert_eq!(suggested, "contributor.old@people.example");
    assert_eq!(asked.field("field-email").as_deref(), Some(to.as_str()));
    let second = [first[0], first[1], ("guided", "yes"), ("other_email", &suggested), ("deactivates", "on")];
    let given = browser.submit("/admin/sysadmin/account", &second).await;

    assert_eq!(given.status, 200, "{}", given.body);
    assert_eq!(sysadmin(&server).await, to);
    let made_way = users::find(&server.host(), &suggested).await.unwrap().person;
    assert_eq!((made_way.id.as_str(), made_way.active), (server.id_of(BaseRole::Contributor), false));
    let mut tx = server.app.db.read().await.unwrap();
    let owned = ownership::counts_of(&mut tx, server.id_of(SUPER)).await.unwrap();
    assert_eq!(owned.iter().map(|(_, count)| count).sum::<i64>(), 1);
    drop(tx);
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn whoever_has_the_address_as_a_user_name_makes_way_too() {
    let server = TestServer::start().await;
    let (to, other) = ("boss@people.example", server.id_of(BaseRole::Contributor));
    let patch = UserPatch { user_name: Some(to.into()), ..UserPatch::default() };
    users::update(&server.host(), other, patch).await.unwrap();
    let new = NewHolder { other_email: "away@people.example".into(), ..holder(to) };

    give_account(&server.cx_as(SUPER).await, &new).await.unwrap();

    assert_eq!(sysadmin(&server).await, to);
    let made_way = users::find(&server.host(), other).await.unwrap().person;
    assert_eq!(
        (made_way.email.as_str(), made_way.user_name.as_str()),
        (new.other_email.as_str(), "away@people.example")
    );
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn another_address_on_the_page_of_the_user_leads_to_the_same_guided_step() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(SUPER).await;
    let page = format!("/admin/users/{}", server.id_of(SUPER));
    let to = email_of(BaseRole::Contributor);
    let typed = [("email", to.as_str()), ("first_name", "Rosalind"), ("user_name", &to), ("version", "1")];

    let misspelled = [("email", "rosalind.people.example"), ("first_name", "Rosalind"), ("version", "1")];
    let refused = browser.submit(&page, &misspelled).await;
    assert!(refused.status == 422 && refused.says("This cannot be an e-mail address."), "{}", refused.body);
    assert_eq!(
        refused.field("field-email").as_deref(),
        Some("rosalind.people.example"),
        "what was typed stays"
    );
    assert_eq!(refused.field("field-first_name").as_deref(), Some("Rosalind"));
    let led = browser.submit(&page, &typed).await;
    assert_eq!((led.status, led.location()), (307, "/admin/sysadmin/account"), "{}", led.body);
    assert_eq!(sysadmin(&server).await, email_of(SUPER), "nothing has changed yet");
    let asked = browser.submit("/admin/sysadmin/account", &typed).await;
    assert!(asked.status == 200 && asked.says("Another user has this address"), "{}", asked.body);
    let value = |id: &str| asked.field(id).unwrap_or_default();
    assert_eq!((value("field-email"), value("field-first_name")), (to.clone(), "Rosalind".to_owned()));
    let before = users::find(&server.host(), &email_of(SUPER)).await.unwrap().person;
    let (first, last) = (before.first_name.as_str(), before.last_name.as_str());
    let of_before =
        [("email", "rosalind@people.example"), ("first_name", first), ("last_name", last), ("version", "1")];
    let nameless = browser.submit("/admin/sysadmin/account", &of_before).await;
    for id in ["field-first_name", "field-last_name"] {
        assert_eq!(
            nameless.field(id).unwrap_or_default(),
            "",
            "the names of the one before are not the new one's"
        );
    }
    let suggested = value("field-other_email");
    let second = [
        ("email", to.as_str()),
        ("current_password", PASSWORD),
        ("guided", "yes"),
        ("other_email", &suggested),
    ];
    assert_eq!(browser.submit("/admin/sysadmin/account", &second).await.status, 200);

    assert_eq!(sysadmin(&server).await, to);
    let free = [("email", "rosalind@people.example"), ("version", "1")];
    let mut admin = server.browser_of(ADMIN).await;
    assert_eq!(admin.submit_to("/profile/personal-information", &page, &free).await.status, 403);
    assert_eq!(
        admin.submit_to("/profile/personal-information", "/admin/sysadmin/account", &free).await.status,
        403
    );
    server.finish().await;
}

#[tokio::test]
async fn other_fields_of_the_sysadmin_are_saved_on_the_page_of_the_user() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(SUPER).await;
    let page = format!("/admin/users/{}", server.id_of(SUPER));
    let shown = browser.get(&page).await;
    let version =
        shown.body.split("name=\"version\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let role = server.text("select id from roles where name = $1", "super").await;
    let fields = [
        ("email", "SUPER@people.example"),
        ("last_name", "Hamilton"),
        ("role_id", &role),
        ("version", &version),
    ];

    let saved = browser.submit(&page, &fields).await;

    assert_eq!(saved.location(), format!("{page}?done=saved"), "{}", saved.body);
    server.finish().await;
}

#[tokio::test]
async fn a_refused_change_of_the_account_leaves_everything_as_it_was() {
    let server = TestServer::start().await;
    let cx = server.cx_as(SUPER).await;
    let taken = email_of(BaseRole::Contributor);

    assert_refused(give_account(&cx, &holder(&email_of(SUPER))).await, &SAME_ADDRESS);
    assert_refused(give_account(&cx, &holder(&taken)).await, &ADDRESS_TAKEN);
    let also_taken = NewHolder { other_email: email_of(ADMIN), ..holder(&taken) };
    assert_refused(give_account(&cx, &also_taken).await, &users::EMAIL_TAKEN);
    let wrong = NewHolder { current_password: Secret::new("no"), ..holder("x@people.example") };
    assert_refused(give_account(&cx, &wrong).await, &WRONG_CURRENT);
    assert_refused(give_account(&server.cx_as(ADMIN).await, &holder("x@people.example")).await, &NOT_ALLOWED);
    assert_refused(in_the_way(&server.cx_as(ADMIN).await, &taken).await, &NOT_ALLOWED);

    assert_eq!(sysadmin(&server).await, email_of(SUPER));
    assert_eq!(
        users::find(&server.host(), &taken).await.unwrap().person.id,
        server.id_of(BaseRole::Contributor)
    );
    for role in [ADMIN, BaseRole::Consumer] {
        let mut browser = server.browser_of(role).await;
        assert_eq!(browser.get("/admin/sysadmin").await.status, 403);
        assert_eq!(browser.get("/admin/sysadmin/account").await.status, 403);
    }
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn the_database_itself_lets_no_sysadmin_vanish() {
    let server = TestServer::start().await;

    for statement in [
        "delete from users where is_sysadmin",
        "update users set is_sysadmin = false where is_sysadmin",
        "update users set is_sysadmin = true",
    ] {
        let mut tx = server.app.db.write().await.unwrap();
        assert!(tx.sql(statement).run().await.is_err(), "{statement}");
    }

    assert_eq!(sysadmin(&server).await, email_of(SUPER));
    server.finish().await;
}

/// 64 tasks pass the role around, delete, switch off and demote whoever they find, all at once.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn there_is_never_a_moment_without_a_sysadmin_or_with_two() {
    let server = TestServer::start().await;
    let mut ids = vec![server.id_of(SUPER).to_owned()];
    for at in 0..4 {
        ids.push(server.add(new_user(&format!("admin{at}@people.example"), "admin")).await.person.id);
    }
    let ids = Arc::new(ids);
    let mut tasks = tokio::task::JoinSet::new();
    for task in 0..64_usize {
        let (host, ids) = (server.host(), Arc::clone(&ids));
        tasks.spawn(async move {
            let (one, other) = (&ids[task % ids.len()], &ids[(task / ids.len() + task + 1) % ids.len()]);
            // Each of these is refused if it comes too late; none may leave the house without a Sys. Admin.
            match task % 4 {
                0 | 1 => {
                    let mut tx = host.db.write().await.unwrap();
                    if users::pass_sysadmin(&mut tx, &host, one, other).await.is_ok() {
                        tx.commit().await.unwrap();
                    }
                }
                2 => {
                    let off = UserPatch { active: Some(task % 8 == 2), ..Default::default() };
                    drop(users::update(&host, one, off).await);
                }
                _ => {
                    let role = UserPatch { role: Some("admin".into()), ..Default::default() };
                    drop(users::update(&host, one, role).await);
                    if task == 63 {
                        drop(users::delete(&host, std::slice::from_ref(other)).await);
                    }
                }
            }
            let mut tx = host.db.read().await.unwrap();
            let row = tx.sql("select count(*) from users where is_sysadmin").one().await.unwrap();
            assert_eq!(row.get::<i64>(0).unwrap(), 1);
        });
    }
    while let Some(done) = tasks.join_next().await {
        done.unwrap();
    }

    sysadmin(&server).await;
    server.finish().await;
}

#[tokio::test]
async fn the_role_is_offered_and_accepted_by_script_with_both_passwords() {
    let server = TestServer::start().await;
    let (from, to) = (server.token_of(SUPER).await, server.token_of(ADMIN).await);
    let path = "/api/v1/sysadmin/offer";
    let ask = async |token: &str, method: &str, path: &str, body: String| {
        server.request(method, path).bearer(token).text(&body).send().await
    };
    let offer = |password: &str| format!(r#"{{"to":"{}","currentPassword":"{password}"}}"#, email_of(ADMIN));
    let password = |password: &str| format!(r#"{{"currentPassword":"{password}"}}"#);

    let wrong = ask(&from, "POST", path, offer("wrong")).await;
    assert!((400..500).contains(&wrong.status));
    assert_eq!(wrong.json()["field"], "currentPassword", "{}", wrong.body);
    assert_eq!(ask(&to, "POST", path, offer(PASSWORD)).await.status, 403);
    let offered = ask(&from, "POST", path, offer(PASSWORD)).await;
    assert_eq!(offered.status, 201, "{}", offered.body);
    let seen = ask(&to, "GET", path, String::new()).await.json();
    assert_eq!(seen["offer"]["from"]["email"], email_of(SUPER));
    let viewer = server.token_of(BaseRole::Consumer).await;
    assert_eq!(ask(&viewer, "GET", path, String::new()).await.status, 403);
    let accept = "/api/v1/sysadmin/offer/accept";
    assert!((400..500).contains(&ask(&to, "POST", accept, password("wrong")).await.status));

    let accepted = ask(&to, "POST", accept, password(PASSWORD)).await;

    assert_eq!(accepted.status, 204, "{}", accepted.body);
    assert_eq!(sysadmin(&server).await, email_of(ADMIN));
    assert_eq!(ask(&to, "DELETE", path, String::new()).await.status, 401, "the token was an Admin's");
    let to = server.token_of(ADMIN).await;
    assert_eq!(ask(&to, "DELETE", path, String::new()).await.status, 404);
    server.finish().await;
}

#[tokio::test]
async fn an_offer_is_declined_and_taken_back_by_script() {
    let server = TestServer::start().await;
    let (from, to) = (server.token_of(SUPER).await, server.token_of(ADMIN).await);
    let path = "/api/v1/sysadmin/offer";
    for token in [&to, &from] {
        offer(&server.cx_as(SUPER).await, &email_of(ADMIN), &password()).await.unwrap();

        assert_eq!(server.request("DELETE", path).bearer(token).send().await.status, 204);

        let open = server.request("GET", path).bearer(&from).send().await.json();
        assert!(open["offer"].is_null(), "{open}");
    }
    assert_eq!(sysadmin(&server).await, email_of(SUPER));
    server.finish().await;
}
