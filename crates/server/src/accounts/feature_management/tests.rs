//! What the switches promise.

use super::{UserProfile, model::OFF, require_tab, set_user_profile, user_profile};
use crate::{
    cx::{BaseRole, NOT_ALLOWED},
    testing::{TestServer, assert_refused},
};

const PATHS: [&str; 5] = [
    "/profile/personal-information",
    "/profile/preferences",
    "/profile/password",
    "/profile/api-token",
    "/profile/sessions",
];

fn without(place: usize) -> UserProfile {
    let mut switches = UserProfile::default();
    let tab = [
        &mut switches.personal_information,
        &mut switches.preferences,
        &mut switches.password,
        &mut switches.api_token,
        &mut switches.sessions,
    ];
    *tab.into_iter().nth(place).unwrap() = false;
    switches
}

#[tokio::test]
async fn all_tabs_are_on_until_somebody_switches_them_off() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(BaseRole::Consumer).await;

    assert_eq!(user_profile(&server.cx()).await.unwrap(), UserProfile::default());
    for path in PATHS {
        assert_eq!(browser.get(path).await.status, 200, "{path}");
    }
    server.finish().await;
}

#[tokio::test]
async fn a_tab_that_is_off_is_absent_from_the_menu_and_answers_as_if_it_did_not_exist() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(BaseRole::Consumer).await;

    for (place, off) in PATHS.into_iter().enumerate() {
        set_user_profile(&server.host(), without(place)).await.unwrap();
        let page = browser.get(off).await;
        assert_eq!(page.status, 404, "{off}");
        assert!(page.says("This part is switched off here."));
        let menu = browser.get("/profile/activity").await.links();
        for path in PATHS {
            assert_eq!(menu.contains(&path.to_owned()), path != off, "{off}: {path}");
            assert_eq!(browser.get(path).await.status == 200, path != off, "{off}: {path}");
        }
    }
    server.finish().await;
}

#[tokio::test]
async fn what_a_tab_does_cannot_be_done_while_it_is_off() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(BaseRole::Consumer).await;
    let posts = [
        (0, "/profile/personal-information"),
        (0, "/profile/email"),
        (1, "/profile/preferences"),
        (2, "/profile/password"),
        (2, "/profile/password/check"),
        (3, "/profile/api-token"),
        (3, "/profile/api-token/renew"),
        (3, "/profile/api-token/0123/rotate"),
        (3, "/profile/api-token/0123/revoke"),
        (4, "/profile/sessions/0123/end"),
        (4, "/profile/sessions/end-others"),
    ];

    for (place, path) in posts {
        set_user_profile(&server.host(), without(place)).await.unwrap();
        let refused = browser.submit_to("/", path, &[]).await;
        assert!(
            refused.status == 404 && refused.says("feature_management.off"),
            "{path}: {}",
            refused.status
        );
    }
    server.finish().await;
}

#[tokio::test]
async fn my_profile_opens_with_the_first_tab_that_is_on() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(BaseRole::Consumer).await;
    assert_eq!(browser.get("/profile").await.location(), PATHS[0]);

    set_user_profile(&server.host(), without(0)).await.unwrap();

    assert_eq!(browser.get("/profile").await.location(), PATHS[1]);
    server.finish().await;
}

#[tokio::test]
async fn the_master_switch_takes_all_of_my_profile_away() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(BaseRole::Consumer).await;

    set_user_profile(&server.host(), UserProfile { active: false, ..UserProfile::default() }).await.unwrap();

    for path in PATHS.into_iter().chain(["/profile", "/profile/activity", "/profile/recovery-codes"]) {
        assert_eq!(browser.get(path).await.status, 404, "{path}");
    }
    assert!(!browser.get("/").await.links().contains(&"/profile".to_owned()), "no menu leads there");
    server.finish().await;
}

#[tokio::test]
async fn only_administrators_switch_and_the_trail_says_what() {
    let server = TestServer::start().await;

    let refused = set_user_profile(&server.cx_as(BaseRole::DataAdmin).await, without(2)).await;
    set_user_profile(&server.cx_as(BaseRole::Admin).await, without(2)).await.unwrap();

    assert_refused(refused, &NOT_ALLOWED);
    assert_refused(require_tab(&server.cx(), super::ProfileTab::Password).await, &OFF);
    let events = server.events_named("feature_management.set").await;
    assert_eq!(events.len(), 1);
    assert!(events[0].before_json.as_ref().unwrap().contains("\"password\":true"));
    assert!(events[0].after_json.as_ref().unwrap().contains("\"password\":false"));
    server.finish().await;
}
