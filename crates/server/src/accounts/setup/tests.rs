//! What the first start promises.

use seatwarden_base::secret::Secret;

use super::{
    ALREADY, Installed, NewSysAdmin, OTHER_SECRETS, WRONG_SECRET, check_secrets, is_open, make_sysadmin,
    open_first_page, prepare,
};
use crate::{
    accounts::{passwords::NOT_THE_SAME, users},
    cx::BaseRole,
    testing::{MINUTE_MS, PASSWORD, TestServer, assert_refused, email_of, new_sysadmin},
};

fn with(secret: &Secret) -> NewSysAdmin {
    NewSysAdmin { secret: secret.clone(), ..new_sysadmin() }
}

#[tokio::test]
async fn a_new_installation_leads_everybody_to_its_set_up() {
    let server = TestServer::start_empty().await;

    assert_eq!(server.browser().get("/").await.location(), "/setup");
    assert_eq!(server.browser().get("/login").await.location(), "/setup");
    assert_eq!(server.browser().get("/setup").await.status, 200);
    server.finish().await;
}

#[tokio::test]
async fn the_secret_from_the_console_makes_the_sysadmin_who_then_signs_in() {
    let server = TestServer::start_empty().await;
    let mut browser = server.browser();
    let secret = server.setup_secret.reveal().to_lowercase().replace('-', " ");
    let email = email_of(BaseRole::Super);
    let fields = [
        ("secret", secret.as_str()),
        ("email", email.as_str()),
        ("first_name", "Ada"),
        ("last_name", "Lovelace"),
        ("password", PASSWORD),
        ("repeat_password", PASSWORD),
    ];

    let made = browser.submit("/setup", &fields).await;

    assert_eq!(made.location(), "/login?done=setup", "{}", made.body);
    assert_eq!(browser.sign_in(&email, PASSWORD).await.location(), "/");
    let person = users::find(&server.host(), &email).await.unwrap().person;
    assert_eq!(person.role.base, BaseRole::Super);
    server.finish().await;
}

#[tokio::test]
async fn it_is_set_up_once() {
    let server = TestServer::start_empty().await;
    let secret = server.setup_secret.clone();
    make_sysadmin(&server.cx(), &with(&secret)).await.unwrap();

    let second = NewSysAdmin { email: "second@people.example".into(), ..with(&secret) };

    assert_refused(make_sysadmin(&server.cx(), &second).await, &ALREADY);
    assert!(!is_open(&server.cx()).await.unwrap());
    assert_eq!(server.browser().get("/setup").await.status, 404);
    assert_eq!(server.browser().get("/login").await.status, 200);
    assert_eq!(server.number("select count(*) from users").await, 1);
    server.finish().await;
}

#[tokio::test]
async fn a_wrong_secret_makes_nobody_and_guessing_is_held_up() {
    let server = TestServer::start_empty().await;
    for guess in ["", "AAAAA-AAAAA-AAAAA-AAAAA"].into_iter().cycle().take(10) {
        assert_refused(make_sysadmin(&server.cx(), &with(&Secret::new(guess))).await, &WRONG_SECRET);
    }

    let held_up = make_sysadmin(&server.cx(), &with(&server.setup_secret)).await;
    assert_refused(held_up, &crate::common::rate_limits::TOO_MANY);
    server.advance(MINUTE_MS);

    make_sysadmin(&server.cx(), &with(&server.setup_secret)).await.unwrap();
    server.finish().await;
}

#[tokio::test]
async fn the_secret_of_an_older_start_is_dead() {
    let server = TestServer::start_empty().await;
    let newer = open_first_page(&server.host()).await.unwrap().unwrap();

    let older = make_sysadmin(&server.cx(), &with(&server.setup_secret)).await;

    assert_refused(older, &WRONG_SECRET);
    make_sysadmin(&server.cx(), &with(&newer)).await.unwrap();
    server.finish().await;
}

#[tokio::test]
async fn a_start_after_the_set_up_prints_no_secret_and_keeps_everything() {
    let server = TestServer::start().await;
    let key = Installed::read(&server.host()).await.unwrap().x_api_key;

    prepare(&server.host()).await.unwrap();
    let secret = open_first_page(&server.host()).await.unwrap();

    assert!(secret.is_none());
    assert_eq!(Installed::read(&server.host()).await.unwrap().x_api_key.reveal(), key.reveal());
    assert_eq!(server.number("select count(*) from roles").await, 6);
    assert_eq!(server.number("select count(*) from groups").await, 2);
    server.finish().await;
}

#[tokio::test]
async fn what_was_typed_wrong_is_said_and_the_secret_still_works() {
    let server = TestServer::start_empty().await;
    let good = with(&server.setup_secret);

    let differing = NewSysAdmin { repeat: Secret::new("another"), ..good.clone() };
    assert_refused(make_sysadmin(&server.cx(), &differing).await, &NOT_THE_SAME);
    let weak =
        NewSysAdmin { password: Secret::new("password1"), repeat: Secret::new("password1"), ..good.clone() };
    assert!(make_sysadmin(&server.cx(), &weak).await.is_err());
    let nowhere = NewSysAdmin { email: "nowhere".into(), ..good.clone() };
    assert!(make_sysadmin(&server.cx(), &nowhere).await.is_err());

    make_sysadmin(&server.cx(), &good).await.unwrap();
    server.finish().await;
}

#[tokio::test]
async fn a_node_with_the_secrets_of_another_installation_does_not_start() {
    let server = TestServer::start().await;
    let host = server.host();
    check_secrets(&host, false).await.unwrap();
    check_secrets(&host, false).await.unwrap();
    let other = "update settings set value = replace(value, '\"secret_ids\":[\"', '\"secret_ids\":[\"other-') \
                 where key = 'setup.installation'";
    server.sql(other).await;

    assert_refused(check_secrets(&host, false).await, &OTHER_SECRETS);
    // Whoever lost them goes on with new ones.
    check_secrets(&host, true).await.unwrap();
    check_secrets(&host, false).await.unwrap();
    server.finish().await;
}

#[tokio::test]
async fn the_set_up_page_says_what_a_password_must_be() {
    let server = TestServer::start_empty().await;
    let mut browser = server.browser();

    let page = browser.get("/setup").await;
    let refused = browser.submit("/setup", &[("secret", "wrong"), ("email", "x")]).await;

    for page in [page, refused] {
        assert!(page.says("class=\"policy\""), "{}", page.body);
    }
    server.finish().await;
}
