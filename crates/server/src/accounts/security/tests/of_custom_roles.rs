//! Limits of sessions that custom roles have.

use serde_json::{Value, json};

use super::{ADMIN, SESSIONS, change, taken};
use crate::{
    accounts::roles::{self, NewRole, RoleChange},
    common::audit::Recorded,
    cx::Role,
    testing::{Browser, MINUTE_MS, PASSWORD, TestServer, new_user},
};

const OWN: &str = "night@people.example";
const PLAIN: &str = "day@people.example";

/// A custom role on Designer, and somebody who has it.
async fn with_role(server: &TestServer, name: &str, email: &str) -> Role {
    let change = RoleChange { display_name: name.to_owned(), ..RoleChange::default() };
    let new = NewRole { base: "contributor".to_owned(), change };
    let role = roles::create(&server.host(), &new).await.unwrap().role;
    server.add(new_user(email, &role.name)).await;
    role
}

/// Signs in a second after whoever did before.
async fn browser_of<'a>(server: &'a TestServer, email: &str) -> Browser<'a> {
    server.advance(1_000);
    let mut browser = server.browser();
    browser.sign_in(email, PASSWORD).await;
    browser
}

async fn limit(server: &TestServer, roles: Value) -> Value {
    let answer = taken(server, json!({ "sessions": { "idleMinutes": 60, "roles": roles } })).await;
    server.run_jobs().await;
    answer["sessions"].clone()
}

#[tokio::test]
async fn a_custom_role_has_limits_of_its_own_over_those_of_its_base() {
    let server = TestServer::start().await;
    let night = with_role(&server, "Night shift", OWN).await;
    with_role(&server, "Day shift", PLAIN).await;
    let mut before = browser_of(&server, OWN).await;
    let base = json!({ "idleMinutes": 10, "perUserMax": 1 });

    let first =
        limit(&server, json!({ "contributor": base, "custom_night_shift": { "idleMinutes": 30 } })).await;
    let by_id = limit(&server, json!({ night.id.to_uppercase(): { "perUserMax": 2 } })).await;
    let mut own = [browser_of(&server, OWN).await, browser_of(&server, OWN).await];
    let mut plain = [browser_of(&server, PLAIN).await, browser_of(&server, PLAIN).await];

    let chosen = &by_id["chosen"]["roles"];
    assert_eq!(first["effective"]["roles"]["custom_night_shift"]["perUserMax"], 1, "of the base");
    assert_eq!(
        chosen["custom_night_shift"],
        json!({ "idleMinutes": 30, "absoluteHours": null, "perUserMax": 2 })
    );
    assert_eq!(chosen.as_object().unwrap().len(), 2, "{chosen}");
    assert!(own[0].is_signed_in().await && own[1].is_signed_in().await, "two at once");
    assert!(!plain[0].is_signed_in().await && plain[1].is_signed_in().await, "one at once");
    assert!(!before.is_signed_in().await, "the oldest of three");
    server.advance(15 * MINUTE_MS);
    assert!(!plain[1].is_signed_in().await, "after ten minutes, as the base says");
    assert!(own[1].is_signed_in().await, "after thirty");
    server.advance(31 * MINUTE_MS);
    assert!(!own[0].is_signed_in().await && !own[1].is_signed_in().await);
    server.finish().await;
}

#[tokio::test]
async fn living_sessions_are_shortened_to_what_their_own_role_says() {
    let server = TestServer::start().await;
    with_role(&server, "Night shift", OWN).await;
    with_role(&server, "Day shift", PLAIN).await;
    let mut own = [browser_of(&server, OWN).await, browser_of(&server, OWN).await];
    let mut plain = browser_of(&server, PLAIN).await;

    limit(
        &server,
        json!({ "contributor": { "idleMinutes": 30 }, "custom_night_shift": { "idleMinutes": 5, "perUserMax": 1 } }),
    )
    .await;

    assert!(!own[0].is_signed_in().await && own[1].is_signed_in().await);
    server.advance(6 * MINUTE_MS);
    assert!(!own[1].is_signed_in().await && plain.is_signed_in().await);
    limit(
        &server,
        json!({ "contributor": { "idleMinutes": 5 }, "custom_night_shift": { "idleMinutes": 40 } }),
    )
    .await;
    let mut later = browser_of(&server, OWN).await;
    server.advance(6 * MINUTE_MS);
    assert!(!plain.is_signed_in().await && later.is_signed_in().await);
    server.finish().await;
}

#[tokio::test]
async fn the_trail_names_the_role_and_what_is_no_role_is_refused() {
    let server = TestServer::start().await;
    let night = with_role(&server, "Night shift", OWN).await;

    limit(&server, json!({ night.id.clone(): { "idleMinutes": 5 } })).await;

    let told = server.events_named("security.change").await;
    let after = told[0].after_json.as_deref().unwrap();
    assert!(after.contains("custom_night_shift") && !after.contains(&night.id), "{after}");
    for unknown in ["custom_gone", "0123456789abcdef01234567", "Night shift"] {
        let refused =
            change(&server, json!({ "sessions": { "roles": { unknown: { "idleMinutes": 5 } } } })).await;
        assert!(
            refused.status == 422 && refused.says("security.unknown_role"),
            "{unknown}: {}",
            refused.body
        );
    }
    server.finish().await;
}

#[tokio::test]
async fn the_limits_of_a_role_go_with_it_and_another_of_its_name_has_none() {
    let server = TestServer::start().await;
    let night = with_role(&server, "Night shift", OWN).await;
    limit(
        &server,
        json!({ "contributor": { "idleMinutes": 5 }, "custom_night_shift": { "idleMinutes": 40 } }),
    )
    .await;
    let mut browser = browser_of(&server, OWN).await;

    roles::delete(&server.cx_as(ADMIN).await, &night.id).await.unwrap();
    with_role(&server, "Night shift", PLAIN).await;
    let shown = limit(&server, json!({})).await;

    assert_eq!(shown["chosen"]["roles"].as_object().unwrap().keys().collect::<Vec<_>>(), ["contributor"]);
    let told = server.events_named("security.change").await;
    let drops = |it: &&Recorded| it.after_json.as_deref() == Some(r#"{"roles":{}}"#);
    let dropped = told.iter().find(drops).unwrap();
    assert!(dropped.before_json.as_deref().unwrap().contains("custom_night_shift"), "{dropped:?}");
    assert!(browser.is_signed_in().await);
    server.advance(6 * MINUTE_MS);
    assert!(!browser.is_signed_in().await, "the base counts from now on");
    server.finish().await;
}

#[tokio::test]
async fn a_custom_role_is_chosen_on_the_page_and_has_its_row_from_then_on() {
    let server = TestServer::start().await;
    let night = with_role(&server, "Night shift", OWN).await;
    let before = [browser_of(&server, OWN).await, browser_of(&server, OWN).await];
    drop(before);
    let mut admin = server.browser_of(ADMIN).await;
    let idle = format!("role_{}_idle", night.id);
    let one_more = [("version", "0"), ("one_more", night.id.as_str()), ("role_more_per_user", "1")];

    let page = admin.get(SESSIONS).await;
    let asked = admin.submit(SESSIONS, &[&one_more[..], &[("act", "affected")]].concat()).await;
    let nobody = admin.submit(SESSIONS, &[("version", "0"), ("role_more_idle", "5")]).await;
    let wrong = admin.submit(SESSIONS, &[&one_more[..], &[("role_more_idle", "x")]].concat()).await;
    let saved = admin.submit(SESSIONS, &one_more).await;
    server.run_jobs().await;
    let row = admin.get(SESSIONS).await;
    let changed = admin.submit(SESSIONS, &[("version", "1"), (&idle, "7")]).await;
    let emptied = admin.submit(SESSIONS, &[("version", "2"), (&idle, "")]).await;
    server.run_jobs().await;
    let without = admin.get(SESSIONS).await;

    assert!(page.says("Night shift</option>") && !page.says("<bdi>Night shift</bdi></h3>"), "{}", page.body);
    assert!(asked.status == 200 && asked.says("One session would end"), "{}", asked.body);
    assert!(nobody.status == 422 && nobody.says("No role is chosen for these limits."), "{}", nobody.body);
    assert!(
        wrong.status == 422 && wrong.says("The chosen role: minutes without a request"),
        "{}",
        wrong.body
    );
    assert_eq!(saved.location(), format!("{SESSIONS}?done=saved"), "{}", saved.body);
    assert!(row.says("<bdi>Night shift</bdi></h3>") && !row.says("Night shift</option>"), "{}", row.body);
    assert_eq!(row.field(&format!("field-role_{}_per_user", night.id)).as_deref(), Some("1"));
    assert_eq!((changed.status, emptied.status), (303, 303));
    assert!(!without.says("<bdi>Night shift</bdi></h3>"), "{}", without.body);
    server.finish().await;
}
