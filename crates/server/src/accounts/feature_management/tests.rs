//! What the switches promise.

use serde_json::json;

use super::{
    FEATURES, UserProfile, is_on, list,
    model::{NEEDS_TIER, OFF, UNKNOWN},
    require_tab, set, set_user_profile, user_profile,
};
use crate::{
    accounts::api_tokens,
    common::settings::CHANGED_MEANWHILE,
    config::{Deployment, Tier},
    cx::{BUILT_IN, BaseRole, NOT_ALLOWED},
    testing::{TestServer, assert_refused},
};

const PAGE: &str = "/admin/feature-management";
const API: &str = "/api/v1/features";

/// What the form sends for every switch that is on, but for those that are named.
fn all_but(off: &[&str]) -> Vec<(String, String)> {
    FEATURES
        .iter()
        .filter(|feature| feature.default && !off.contains(&feature.key))
        .map(|feature| (feature.key.replace('.', "-"), "on".to_owned()))
        .collect()
}

/// The switches that were on when the page was drawn, as its form says them.
fn was_on(page: &crate::testing::Answer) -> String {
    let rest = page.body.split_once("name=\"was_on\" value=\"").unwrap().1;
    rest.split_once('"').unwrap().0.to_owned()
}

async fn send(
    browser: &mut crate::testing::Browser<'_>,
    version: &str,
    off: &[&str],
) -> crate::testing::Answer {
    let fields = all_but(off);
    let mut fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
    fields.push(("version", version));
    browser.submit(PAGE, &fields).await
}

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
async fn a_tab_that_is_off_is_absent_from_the_menu_and_says_that_an_administrator_switched_it_off() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(BaseRole::Consumer).await;

    for (place, off) in PATHS.into_iter().enumerate() {
        set_user_profile(&server.host(), without(place)).await.unwrap();
        let page = browser.get(off).await;
        assert_eq!(page.status, 404, "{off}");
        assert!(page.says("An administrator has switched this part off."));
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
async fn the_single_token_is_not_told_to_scripts_while_its_tab_is_off_and_those_that_exist_work() {
    let server = TestServer::start().await;
    let browser = server.browser_of(BaseRole::Consumer).await;
    let (_, held) = api_tokens::renew_profile_token(&server.cx_as(BaseRole::Consumer).await).await.unwrap();
    let script = async |method: &str, path: &str| {
        server.request(method, path).bearer(held.reveal()).json(&json!({})).send().await
    };
    let path = "/api/v1/authentication/tokens/api";

    set_user_profile(&server.host(), without(3)).await.unwrap();

    let shown = script("GET", path).await;
    let renewed = script("POST", &format!("{path}/renew")).await;
    let in_browser = browser.request("GET", path).send().await;
    for refused in [shown, renewed, in_browser] {
        assert_eq!((refused.status, &refused.json()["code"]), (404, &json!("feature_management.off")));
    }
    assert_eq!(script("GET", "/api/users/loggedin").await.status, 200, "it still works");
    set_user_profile(&server.host(), UserProfile::default()).await.unwrap();
    assert_eq!(script("GET", path).await.json()["token"], json!(held.reveal()));
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

    for path in PATHS.into_iter().chain(["/profile", "/profile/activity"]) {
        let page = browser.get(path).await;
        assert!(page.status == 404 && page.says("An administrator has switched this part off."), "{path}");
    }
    let never = browser.get("/profile/recovery-codes").await;
    assert!(never.status == 404 && never.says("There is no such page."), "{}", never.body);
    let told = browser.request("GET", "/api/v1/account/events").send().await;
    assert_eq!((told.status, &told.json()["code"]), (404, &json!("feature_management.off")));
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
    assert_eq!(events.len(), 1, "one event for the one switch that changed");
    assert_eq!(events[0].subject_id, "userProfile.password");
    assert_eq!(events[0].before_json.as_deref(), Some(r#"{"active":true}"#));
    assert_eq!(events[0].after_json.as_deref(), Some(r#"{"active":false}"#));
    server.finish().await;
}

#[tokio::test]
async fn the_page_is_open_to_administrators_only() {
    let server = TestServer::start().await;

    for role in BUILT_IN {
        let may = matches!(role, BaseRole::Super | BaseRole::Admin);
        let page = server.browser_of(role).await.get(PAGE).await;
        assert_eq!(page.status, if may { 200 } else { 403 }, "{role:?}");
    }
    server.finish().await;
}

#[tokio::test]
async fn a_tab_switched_off_on_the_page_is_gone_for_everybody_at_the_next_click() {
    let server = TestServer::start().await;
    let mut admin = server.browser_of(BaseRole::Admin).await;
    let mut elsewhere = server.browser_of(BaseRole::Consumer).await;
    assert_eq!(elsewhere.get("/profile/api-token").await.status, 200);

    let saved = send(&mut admin, "0", &["userProfile.apiToken", "nlq"]).await;

    assert_eq!(saved.location(), format!("{PAGE}?done=saved"));
    assert_eq!(elsewhere.get("/profile/api-token").await.status, 404);
    assert!(!is_on(&server.cx(), "nlq").await.unwrap() && is_on(&server.cx(), "pivot").await.unwrap());
    let switched: Vec<String> = server
        .events_named("feature_management.set")
        .await
        .into_iter()
        .map(|event| event.subject_id)
        .collect();
    assert_eq!(switched, ["nlq", "userProfile.apiToken"]);
    server.finish().await;
}

#[tokio::test]
async fn the_second_of_two_administrators_is_shown_what_the_first_changed() {
    let server = TestServer::start().await;
    let mut first = server.browser_of(BaseRole::Admin).await;
    let mut second = server.browser_of(BaseRole::Super).await;
    let second_sees = second.get(PAGE).await;
    send(&mut first, "0", &["nlq"]).await;

    let seen = was_on(&second_sees);
    let fields = all_but(&["pivot"]);
    let mut fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
    fields.extend([("version", "0"), ("was_on", &seen)]);

    let refused = second.submit(PAGE, &fields).await;

    assert_eq!(refused.status, 409);
    let (others, own) = refused.body.split_once("Your changes, not saved yet").unwrap();
    assert!(others.contains("Changed by somebody else meanwhile"), "{}", refused.body);
    assert!(others.contains("Questions in plain language is off") && !others.contains("Pivot tables is"));
    assert!(own.contains("Pivot tables is off") && !own.contains("Questions in plain language is"));
    assert_eq!(list(&server.host()).await.unwrap().version, 1, "nothing was lost");
    let shown = was_on(&refused);
    let fields = all_but(&["nlq", "pivot"]);
    let mut fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
    fields.extend([("version", "1"), ("was_on", &shown)]);
    assert_eq!(second.submit(PAGE, &fields).await.status, 303);
    let cx = server.cx();
    assert!(!is_on(&cx, "nlq").await.unwrap() && !is_on(&cx, "pivot").await.unwrap());
    assert_eq!(server.events_named("feature_management.set").await.len(), 2, "each changed one");
    server.finish().await;
}

#[tokio::test]
async fn what_the_license_does_not_have_is_locked_with_its_reason_and_refused_everywhere() {
    let server = TestServer::start_with(|config| {
        config.license.tier = Tier::Launch;
        config.license.deployment = Deployment::Cloud;
    })
    .await;
    let mut admin = server.browser_of(BaseRole::Admin).await;
    let token = server.token_of(BaseRole::Admin).await;

    let page = admin.get(PAGE).await;
    let forged = send(&mut admin, "0", &[]).await;
    let by_api = json!({ "features": { "multiTenancy": true } });
    let by_api = server.request("PATCH", API).bearer(&token).json(&by_api).send().await;
    let off = json!({ "features": { "nlq": false } });

    assert!(page.says("comes with the Enterprise tier") && page.says("comes with the Grow tier"));
    assert_eq!(forged.status, 403);
    assert!(by_api.status == 403 && by_api.says("feature_management.needs_tier"), "{}", by_api.body);
    assert!(!is_on(&server.cx(), "nlq").await.unwrap(), "on by default, but not bought");
    assert_eq!(server.request("PATCH", API).bearer(&token).json(&off).send().await.status, 200);
    let wanted = [("notebooks".to_owned(), true)].into();
    assert_refused(set(&server.host(), None, &wanted).await, &NEEDS_TIER);
    server.finish().await;
}

#[tokio::test]
async fn the_api_lists_and_switches_features() {
    let server = TestServer::start().await;
    let token = server.token_of(BaseRole::Admin).await;
    let change = |body: serde_json::Value| server.request("PATCH", API).bearer(&token).json(&body).send();

    let listed = server.request("GET", API).bearer(&token).send().await.json();
    let changed = change(json!({ "version": 0, "features": { "userProfile.sessions": false } })).await.json();
    let stale = change(json!({ "version": 0, "features": { "nlq": false } })).await;
    let unknown = change(json!({ "features": { "teleport": true } })).await;

    assert_eq!(listed["items"].as_array().unwrap().len(), FEATURES.len());
    assert_eq!((&listed["tier"], &listed["deployment"]), (&json!("Enterprise"), &json!("On-Prem")));
    let item = |key: &str| {
        changed["items"].as_array().unwrap().iter().find(|item| item["key"] == key).unwrap().clone()
    };
    assert_eq!(item("userProfile.sessions")["active"], false);
    assert_eq!(item("aiAssistant")["locked"]["code"], "feature_management.needs_cloud");
    assert_eq!(changed["version"], 1);
    assert!(stale.status == 409 && stale.says(CHANGED_MEANWHILE.code));
    assert!(unknown.status == 422 && unknown.says(UNKNOWN.code));
    let viewer = server.token_of(BaseRole::Consumer).await;
    assert_eq!(server.request("GET", API).bearer(&viewer).send().await.status, 403);
    server.finish().await;
}

#[tokio::test]
async fn the_section_and_its_master_switch_are_called_user_profile() {
    let server = TestServer::start().await;
    let page = server.browser_of(BaseRole::Admin).await.get("/admin/feature-management").await;

    let main = page.body.split("<main").nth(1).unwrap();
    assert_eq!(main.matches("User Profile").count(), 2, "{main}");
    assert!(!main.contains("My Profile"), "{main}");
    server.finish().await;
}
