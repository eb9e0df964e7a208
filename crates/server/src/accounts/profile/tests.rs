//! What My Profile promises.

use crate::{
    accounts::users,
    cx::BaseRole,
    testing::{TestServer, email_of, new_user},
};

const VIEWER: BaseRole = BaseRole::Consumer;

#[tokio::test]
async fn names_are_edited_and_saved_and_stand_on_every_page_at_once() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(VIEWER).await;
    let name = email_of(VIEWER);
    let fields = [("first_name", "Mary"), ("last_name", "Somerville"), ("user_name", name.as_str())];

    let saved = browser.submit("/profile/personal-information", &fields).await;

    assert_eq!(saved.location(), "/profile/personal-information?done=saved");
    let page = browser.get(saved.location()).await;
    assert!(page.says("Saved.") && page.says("Mary Somerville"));
    assert!(browser.get("/").await.says("Welcome, Mary Somerville"));
    server.finish().await;
}

#[tokio::test]
async fn a_refused_name_is_said_at_its_field_and_what_was_typed_stays() {
    let server = TestServer::start().await;
    server.add(users::NewUser { user_name: "taken".into(), ..new_user("t@people.example", "") }).await;
    let mut browser = server.browser_of(VIEWER).await;
    let long = "x".repeat(101);

    let taken = browser
        .submit(
            "/profile/personal-information",
            &[("first_name", "Typed"), ("last_name", ""), ("user_name", "taken")],
        )
        .await;
    let fields = [("first_name", long.as_str()), ("last_name", ""), ("user_name", "free")];
    let too_long = browser.submit("/profile/personal-information", &fields).await;

    assert_eq!((taken.status, too_long.status), (409, 422));
    assert!(taken.says("Another user has this e-mail address or user name."));
    assert!(taken.says("value=\"Typed\"") && taken.says("value=\"taken\""));
    assert!(too_long.says("A name has at most 100 characters"), "{}", too_long.body);
    let email = [("new_email", "no address"), ("current_password", "x")];
    let no_address = browser.submit_to("/profile/personal-information", "/profile/email", &email).await;
    for page in [&taken, &too_long, &no_address] {
        assert_eq!(
            page.body.matches("aria-invalid=\"true\"").count(),
            1,
            "one field is marked: {}",
            page.body
        );
        for part in page.body.split("href=\"#").skip(1).map(|rest| rest.split('"').next().unwrap()) {
            assert!(
                page.says(&format!("id=\"{part}\"")),
                "the summary leads to `{part}`, which is not there"
            );
        }
    }
    server.finish().await;
}

#[tokio::test]
async fn the_whole_interface_follows_the_chosen_language_at_once() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(VIEWER).await;

    browser.submit("/profile/preferences", &[("language", "he-IL")]).await;

    let page = browser.get("/profile/preferences").await;
    assert!(page.says("lang=\"he\"") && page.says("dir=\"rtl\""), "{}", page.body);
    assert_eq!(page.header("content-language"), "he");
    browser.submit("/profile/preferences", &[("language", "")]).await;
    assert!(browser.get("/profile/preferences").await.says("lang=\"en\""));
    server.finish().await;
}

#[tokio::test]
async fn a_language_that_is_not_spoken_here_is_refused() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(VIEWER).await;

    assert_eq!(browser.submit("/profile/preferences", &[("language", "tlh")]).await.status, 422);
    server.finish().await;
}

#[tokio::test]
async fn the_icon_of_the_user_menu_changes_while_my_profile_is_open() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(VIEWER).await;

    let home = browser.get("/").await;
    let profile = browser.get("/profile/personal-information").await;
    let activity = browser.get("/profile/activity").await;

    assert!(!home.says("data-profile-open"), "{}", home.body);
    assert!(profile.says("data-profile-open") && activity.says("data-profile-open"));
    server.finish().await;
}

#[tokio::test]
async fn activity_shows_ones_own_trail_and_nobody_elses() {
    let server = TestServer::start().await;
    server.browser_of(BaseRole::Admin).await;
    let mut browser = server.browser_of(VIEWER).await;

    let page = browser.get("/profile/activity").await;

    assert!(page.says("Signed in") && page.says("The user was added"));
    assert!(!page.says(&email_of(BaseRole::Admin)));
    server.finish().await;
}

#[tokio::test]
async fn a_long_trail_is_turned_over_page_by_page() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(VIEWER).await;
    for _ in 0..60 {
        browser.submit("/profile/preferences", &[("language", "en-US")]).await;
    }
    let count = |page: &str| page.matches("Changed the language").count();

    let first = browser.get("/profile/activity").await;
    let older = first.links().into_iter().find(|link| link.contains("before=")).unwrap();
    let second = browser.get(&older).await;

    assert_eq!((count(&first.body), count(&second.body)), (50, 10));
    assert!(!second.links().iter().any(|link| link.contains("before=")), "{:?}", second.links());
    server.finish().await;
}

#[tokio::test]
async fn an_sso_user_cannot_change_the_address_here() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(VIEWER).await;
    server.sql("update users set origin = 'sso' where email = 'consumer@people.example'").await;

    let page = browser.get("/profile/personal-information").await;
    let fields = [("new_email", "x@people.example"), ("current_password", "x")];
    let posted = browser.submit_to("/", "/profile/email", &fields).await;

    assert!(!page.says("name=\"new_email\""));
    assert_eq!(posted.status, 409);
    server.run_jobs().await;
    assert!(server.mails().is_empty());
    server.finish().await;
}
