//! What signing up promises.

use crate::{
    accounts::users,
    cx::{BaseRole, Origin},
    licensing::organisations::{self, MemberRole},
    testing::{HOUR_MS, NEW_PASSWORD, TestServer, email_of, new_user},
};

const EMAIL: &str = "grace@acme.example";

async fn start() -> TestServer {
    TestServer::start_with(|config| config.license_server.enabled = true).await
}

async fn sign_up(server: &TestServer, email: &str) -> crate::testing::Answer {
    let mut browser = server.browser();
    browser.get("/portal/sign-up").await;
    let fields =
        [("organisation", "Acme"), ("first_name", "Grace"), ("last_name", "Hopper"), ("email", email)];
    browser.submit("/portal/sign-up", &fields).await
}

/// The password in the newest mail to somebody.
fn password(server: &TestServer) -> String {
    let letter = server.mail_to(EMAIL);
    let password = letter.text.lines().find(|line| line.len() == 19 && line.matches('-').count() == 3);
    password.unwrap().to_owned()
}

#[tokio::test]
async fn whoever_signs_up_gets_a_password_by_mail_and_replaces_it_in_the_browser() {
    let server = start().await;

    let answer = sign_up(&server, EMAIL).await;
    assert_eq!((answer.status, answer.location()), (303, "/portal/sign-up/sent"));
    server.run_jobs().await;
    let password = password(&server);
    let mut browser = server.browser();
    let first = browser.sign_in(EMAIL, &password).await;
    assert!(first.location().starts_with("/recover-password/"), "{}", first.location());
    browser.get(first.location()).await;
    // What came by mail is no password of one's own.
    let same = [("new_password", password.as_str()), ("repeat_password", password.as_str())];
    let kept = browser.submit(first.location(), &same).await;
    assert!(kept.status == 422 && kept.says("is the old one"), "{} {}", kept.status, kept.body);
    let chosen = [("new_password", NEW_PASSWORD), ("repeat_password", NEW_PASSWORD)];
    let set = browser.submit(first.location(), &chosen).await;
    assert_eq!(set.status, 303, "{}", set.body);

    assert_eq!(server.browser().sign_in(EMAIL, &password).await.status, 401);
    let mut browser = server.browser();
    assert_eq!(browser.sign_in(EMAIL, NEW_PASSWORD).await.location(), "/");
    assert_eq!(browser.get("/").await.location(), "/portal");
    assert!(browser.get("/portal").await.body.contains("Acme"));
    server.finish().await;
}

#[tokio::test]
async fn the_password_of_the_welcome_mail_signs_scripts_in_and_runs_out() {
    let server = start().await;
    sign_up(&server, EMAIL).await;
    server.run_jobs().await;
    let login = serde_json::json!({ "username": EMAIL, "password": password(&server) });
    let call =
        async || server.request("POST", "/api/v1/authentication/login").json(&login).send().await.status;

    assert_eq!(call().await, 200);
    server.advance(73 * HOUR_MS);
    assert!(call().await >= 400);
    server.finish().await;
}

#[tokio::test]
async fn a_known_address_gets_the_same_answer_and_another_mail() {
    let server = start().await;
    let known = email_of(BaseRole::Consumer);
    let unknown = sign_up(&server, EMAIL).await;

    let answer = sign_up(&server, &known).await;
    server.run_jobs().await;

    assert_eq!((answer.status, answer.location()), (unknown.status, unknown.location()));
    assert_eq!(answer.body, unknown.body);
    let letter = server.mail_to(&known);
    assert!(letter.text.contains("/forgot-password"), "{}", letter.text);
    let person = users::find(&server.host(), &known).await.unwrap().person;
    assert_eq!(person.origin, Origin::Local);
    assert!(organisations::mine(&server.cx_of(&person.id).await).await.unwrap().is_empty());
    server.finish().await;
}

#[tokio::test]
async fn one_address_asks_for_so_many_accounts_only_and_a_closed_door_stays_closed() {
    let server = start().await;
    for number in 0..5 {
        assert_eq!(sign_up(&server, &format!("p{number}@acme.example")).await.status, 303);
    }
    assert_eq!(sign_up(&server, "more@acme.example").await.status, 429);
    server.run_jobs().await;
    server.finish().await;

    let closed = TestServer::start_with(|config| {
        config.license_server.enabled = true;
        config.license_server.sign_up_enabled = false;
    })
    .await;
    assert_eq!(closed.browser().get("/portal/sign-up").await.status, 403);
    closed.finish().await;
}

#[tokio::test]
async fn a_user_name_that_is_somebodys_address_gets_nothing_that_is_meant_for_them() {
    let server = start().await;
    let host = server.host();
    let thief = users::NewUser { user_name: "cio@bigcorp.example".into(), ..new_user("thief@x.example", "") };
    let thief = users::create(&host, vec![thief]).await.unwrap().remove(0);
    let cx = server.cx_of(&thief.person.id).await;
    let names =
        users::OwnPatch { user_name: Some("ceo@bigcorp.example".into()), ..users::OwnPatch::default() };
    assert_eq!(
        users::change_own(&cx, &names).await.unwrap_err().refusal().unwrap().code,
        "users.name_is_address"
    );

    let organisation = organisations::create(&host, "BigCorp").await.unwrap();
    let new = super::NewAccount { email: "cio@bigcorp.example", ..super::NewAccount::default() };
    let given = super::invite(&host, &organisation.id, &new, MemberRole::Owner).await;

    assert!(given.is_err());
    assert!(organisations::mine(&cx).await.unwrap().is_empty());
    server.finish().await;
}

#[tokio::test]
async fn adding_an_address_does_not_tell_whose_it_is() {
    let server = start().await;
    let host = server.host();
    let theirs = organisations::create(&host, "Acme").await.unwrap();
    let ada = super::NewAccount { email: EMAIL, first_name: "Ada", ..super::NewAccount::default() };
    super::invite(&host, &theirs.id, &ada, MemberRole::Owner).await.unwrap();
    assert_eq!(organisations::members(&host, &theirs.id).await.unwrap()[0].name, "Ada");

    server.advance(HOUR_MS);
    let host = server.host();
    let curious = organisations::create(&host, "Curious").await.unwrap();
    let owner = super::NewAccount { email: "zoe@curious.example", ..super::NewAccount::default() };
    let owner = super::invite(&host, &curious.id, &owner, MemberRole::Owner).await.unwrap();
    let spelled = EMAIL.to_uppercase();
    let typed = super::NewAccount { email: &spelled, last_name: "Guess", ..super::NewAccount::default() };
    super::invite(&host, &curious.id, &typed, MemberRole::Viewer).await.unwrap();

    let members = organisations::members(&server.cx_of(&owner.id).await, &curious.id).await.unwrap();
    let seen = members.iter().find(|member| member.user_id != owner.id).unwrap();
    assert_eq!((seen.email.as_str(), seen.name.as_str()), (spelled.as_str(), "Guess"));
    assert_eq!(seen.last_login_at_ms, None);
    // Mails go to the address as it is.
    let mut tx = host.db.read().await.unwrap();
    let members = organisations::members_in(&mut tx, &curious.id).await.unwrap();
    assert!(members.iter().any(|member| member.email == EMAIL), "{members:?}");
    drop(tx);
    server.finish().await;
}
