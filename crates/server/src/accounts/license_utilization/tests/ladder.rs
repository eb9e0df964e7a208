//! What stops on which day, on every face and for sessions that are open already.

use seatwarden_license_file::Time;
use serde_json::json;

use super::{in_force, license, plain, take_up};
use crate::{
    accounts::{
        feature_management, import,
        license_utilization::tell_due,
        users::{UserPatch, create, delete, update},
    },
    cx::{BaseRole, LICENSE_ADDING, LICENSE_CHANGING, LICENSE_SCRIPTS},
    testing::{DAY_MS, START_MS, TestServer, assert_refused, email_of},
};

/// A licensed server and days from its start until the license ends.
const ENDS: i64 = 100;

async fn licensed() -> TestServer {
    let server = TestServer::start().await;
    take_up(&server.host(), in_force(&license([50, 50, 50]))).await.unwrap();
    server
}

async fn state(server: &TestServer, token: &str) -> String {
    let body = server.request("GET", "/api/v1/license").bearer(token).send().await.json();
    body["state"].as_str().unwrap_or_default().to_owned()
}

/// What became of the four things that stop one after the other: adding a user on three faces, changing a group, and a
/// call of a script.
async fn try_all(server: &TestServer, day: i64) -> [bool; 4] {
    let admin = server.cx_as(BaseRole::Admin).await;
    let cookie_cx = server.browser_of(BaseRole::Admin).await;
    drop(cookie_cx);
    let email = format!("day{day}@people.example");
    let added = create(&admin, vec![plain(&email, "consumer")]).await;
    if let Err(error) = &added {
        assert!(error.is(&LICENSE_ADDING), "{error}");
    }
    let token = server.token_of(BaseRole::Admin).await;
    let body =
        json!({ "email": format!("v9-{email}"), "userName": format!("v9-{email}"), "roleId": "viewer" });
    let v09 = server.request("POST", "/api/users").bearer(&token).json(&body).send().await;
    assert_eq!(v09.status == 200, added.is_ok(), "{}", v09.body);
    if v09.status != 200 {
        assert_eq!(v09.error(), (2007, 400), "{}", v09.body);
    }
    let body =
        json!({ "email": format!("v1-{email}"), "userName": format!("v1-{email}"), "roleId": "viewer" });
    let v1 = server.request("POST", "/api/v1/users").bearer(&token).json(&body).send().await;
    assert_eq!(v1.status == 201, added.is_ok(), "{}", v1.body);
    let mut browser = server.browser_of(BaseRole::Admin).await;
    let group = browser.submit("/admin/groups/new", &[("name", &format!("Day {day}"))]).await;
    let script =
        server.request("POST", "/api/v1/groups").bearer(&token).json(&json!({ "name": format!("S{day}") }));
    let script = script.send().await;
    let page = browser.get("/admin/users").await;
    [added.is_ok(), group.status == 303, script.status == 201, page.status == 200]
}

#[tokio::test]
async fn the_ladder_stops_one_thing_after_the_other_on_every_face_and_never_what_never_stops() {
    let server = licensed().await;
    let host = server.host();
    let mut browser = server.browser_of(BaseRole::Admin).await;

    for (day, word, works) in [
        (1, "active", [true, true, true, true]),
        (ENDS - 30, "expiring", [true, true, true, true]),
        (ENDS, "grace", [true, true, true, true]),
        (ENDS + 7, "grace", [false, true, true, true]),
        (ENDS + 14, "limited", [false, false, false, true]),
        (ENDS + 400, "limited", [false, false, false, true]),
    ] {
        let at_ms = START_MS + day * DAY_MS;
        server.advance(at_ms - server.now_ms());
        let token = server.token_of(BaseRole::Super).await;
        assert_eq!(state(&server, &token).await, word, "day {day}");
        assert_eq!(try_all(&server, day).await, works, "day {day}");
    }

    // Signing in worked all along; removing users, too, and looking, and exporting.
    update(&host, &email_of(BaseRole::Consumer), UserPatch { active: Some(false), ..UserPatch::default() })
        .await
        .unwrap();
    delete(&host, &[email_of(BaseRole::Contributor)]).await.unwrap();
    browser.sign_in(&email_of(BaseRole::Admin), crate::testing::PASSWORD).await;
    let exported = browser.submit_to("/admin/users", "/admin/users/export", &[]).await;
    assert_eq!(exported.status, 200, "{}", exported.body);
    server.finish().await;
}

#[tokio::test]
async fn a_session_that_is_open_feels_the_day_at_once() {
    let server = licensed().await;
    let at_ms = START_MS + (ENDS + 14) * DAY_MS - 1_000;
    server.advance(at_ms - server.now_ms());
    let mut browser = server.browser_of(BaseRole::Admin).await;

    let before = browser.submit("/admin/groups/new", &[("name", "Before")]).await;
    server.advance(1_000);
    let after = browser.submit_to("/", "/admin/groups/new", &[("name", "After")]).await;

    assert_eq!((before.status, after.status), (303, 403), "{}", after.body);
    assert!(after.says("License Utilization"), "{}", after.body);
    server.finish().await;
}

#[tokio::test]
async fn a_script_may_remove_users_and_nothing_else_once_scripts_stop() {
    let server = licensed().await;
    server.advance((ENDS + 14) * DAY_MS);
    let token = server.token_of(BaseRole::Admin).await;
    let id = server.id_of(BaseRole::Consumer).to_owned();
    let patch = |body| {
        let path = format!("/api/v1/users/{id}");
        let token = token.clone();
        let server = &server;
        async move { server.request("PATCH", &path).bearer(&token).json(&body).send().await }
    };

    let renamed = patch(json!({ "firstName": "Mary" })).await;
    let off = patch(json!({ "active": false })).await;
    let on = patch(json!({ "active": true })).await;

    assert!(renamed.status == 403 && renamed.says(LICENSE_SCRIPTS.code), "{}", renamed.body);
    assert_eq!(off.status, 200, "{}", off.body);
    assert_ne!(on.status, 200);
    for (act, status) in [("activate", 403), ("end_sessions", 200)] {
        let act = json!({ "act": act, "ids": [id] });
        let answer = server.request("POST", "/api/v1/users/acts").bearer(&token).json(&act).send().await;
        assert_eq!(answer.status, status, "{act}: {}", answer.body);
    }
    let deleted = server.request("DELETE", &format!("/api/v1/users/{id}")).bearer(&token).send().await;
    assert!(deleted.status == 200 || deleted.status == 204, "{}", deleted.body);
    let back = format!("/api/v1/users/deleted/{id}/undo");
    let back = server.request("POST", &back).bearer(&token).json(&json!({})).send().await;
    assert!(back.status == 403 && back.says(LICENSE_SCRIPTS.code), "{}", back.body);
    let page = format!("/admin/users/deleted/{id}");
    let back = server.browser_of(BaseRole::Admin).await.submit(&page, &[]).await;
    assert_eq!(back.status, 303, "whoever sits at the page still may: {}", back.body);
    server.finish().await;
}

#[tokio::test]
async fn a_license_that_is_renewed_lets_everything_go_on() {
    let server = licensed().await;
    server.advance((ENDS + 20) * DAY_MS);
    let admin = server.cx_as(BaseRole::Admin).await;
    assert_refused(create(&admin, vec![plain("a@people.example", "consumer")]).await, &LICENSE_ADDING);

    let mut next = license([50, 50, 50]);
    next.id = "file-2.2".into();
    next.package.revision = 2;
    next.valid_until = next.valid_until.map(|until| until.plus_days(365));
    next.renew_by = next.renew_by.plus_days(365);
    take_up(&server.host(), in_force(&next)).await.unwrap();

    create(&admin, vec![plain("a@people.example", "consumer")]).await.unwrap();
    server.finish().await;
}

#[tokio::test]
async fn a_clock_that_jumps_forward_or_back_changes_nothing_once_the_machine_was_asked() {
    let server = licensed().await;
    server.advance(40 * 365 * DAY_MS);
    let mut seen = in_force(&license([50, 50, 50]));
    seen.offset_ms = -40 * 365 * DAY_MS;
    take_up(&server.host(), seen).await.unwrap();

    let admin = server.cx_as(BaseRole::Admin).await;
    create(&admin, vec![plain("a@people.example", "consumer")]).await.unwrap();

    // And back before what was signed: the floor holds.
    let mut seen = in_force(&license([50, 50, 50]));
    seen.floor_ms = START_MS + (ENDS + 20) * DAY_MS;
    seen.offset_ms = -50 * 365 * DAY_MS;
    take_up(&server.host(), seen).await.unwrap();
    assert_refused(create(&admin, vec![plain("b@people.example", "consumer")]).await, &LICENSE_ADDING);
    server.finish().await;
}

#[tokio::test]
async fn features_follow_tier_and_entitlements_of_the_license_and_say_what_would_unlock_them() {
    let server = TestServer::start().await;
    let mut launch = license([5, 5, 5]);
    launch.package.tier = "launch".into();
    launch.entitlements = vec!["notebooks".into()];
    take_up(&server.host(), in_force(&launch)).await.unwrap();
    let on = |key: &str| [(key.to_owned(), true)].into();

    let tier = feature_management::set(&server.host(), None, &on("multiTenancy")).await.unwrap_err();
    let mut page = server.browser_of(BaseRole::Super).await;
    let page = page.get("/admin/feature-management").await;

    // Bought beside the tier.
    assert!(feature_management::is_on(&server.host(), "notebooks").await.unwrap());
    assert!(!feature_management::is_on(&server.host(), "nlq").await.unwrap());
    assert_eq!(tier.refusal().unwrap().code, "feature_management.needs_tier");
    assert!(page.says("this license has Launch") && page.says("multi_tenancy"), "{}", page.body);
    let mut grow = license([5, 5, 5]);
    grow.id = "file-2.2".into();
    take_up(&server.host(), in_force(&grow)).await.unwrap();
    let fonts = feature_management::set(&server.host(), None, &on("customFonts")).await.unwrap_err();
    assert_eq!(fonts.refusal().unwrap().code, "feature_management.needs_entitlement");
    assert!(feature_management::is_on(&server.host(), "nlq").await.unwrap());
    server.finish().await;
}

#[tokio::test]
async fn groups_cannot_be_changed_by_page_or_script_once_changing_stops() {
    let server = licensed().await;
    server.advance((ENDS + 14) * DAY_MS);
    let admin = server.cx_as(BaseRole::Admin).await;

    let refused = admin.require(crate::cx::Permission::ManageGroups);

    assert_refused(refused, &LICENSE_CHANGING);
    assert!(admin.is_withheld(crate::cx::Permission::ManageGroups), "menus go on showing it");
    admin.require(crate::cx::Permission::DeleteUsers).unwrap();
    admin.require(crate::cx::Permission::ManageSecurity).unwrap();
    server.finish().await;
}

#[tokio::test]
async fn the_end_of_a_file_that_nothing_renews_is_told_before_it_comes() {
    let server = TestServer::start().await;
    let file = seatwarden_license_file::License {
        renew_by: Time::from_ms(START_MS + 90 * DAY_MS),
        valid_until: Some(Time::from_ms(START_MS + 400 * DAY_MS)),
        ..license([50, 50, 50])
    };
    take_up(&server.host(), in_force(&file)).await.unwrap();
    let mut told = std::collections::BTreeSet::new();

    for (day, is_near, mails) in [(59, false, 0), (61, true, 1), (84, true, 2), (89, true, 3)] {
        server.advance(START_MS + day * DAY_MS - server.now_ms());
        let mut browser = server.browser_of(BaseRole::Super).await;
        let page = browser.get("/admin/license").await;
        assert!(page.says("The license file works until"), "{}", page.body);
        assert_eq!(page.says("The license file ends soon"), is_near, "day {day}");
        assert_eq!(browser.get("/admin/users").await.says("its license file works until"), is_near);
        tell_due(&server.host(), &mut told).await.unwrap();
        server.run_jobs().await;
        let subject = "the license file ends soon";
        let sent = server.kept_mails();
        let sent =
            sent.iter().filter(|(to, it)| *to == email_of(BaseRole::Super) && it.subject.contains(subject));
        assert_eq!(sent.count(), mails, "day {day}");
    }
    server.finish().await;
}

#[tokio::test]
async fn an_import_can_be_looked_at_and_taken_back_when_the_license_lets_nobody_else_in() {
    let server = licensed().await;
    let at_ms = START_MS + ENDS * DAY_MS;
    server.advance(at_ms - server.now_ms());
    let cx = server.cx_as(BaseRole::Admin).await;
    let mut ids = Vec::new();
    for table in ["email\na@people.example\n", "email\nb@people.example\n"] {
        let read = import::upload(&cx, "people.csv", table.into()).await.unwrap();
        let options = import::Options { invites: false, ..import::Options::default() };
        import::check(&cx, &read.id, None, read.columns.clone(), options).await.unwrap();
        server.run_jobs().await;
        import::apply(&cx, &read.id, None).await.unwrap();
        if ids.is_empty() {
            server.run_jobs().await;
        }
        ids.push(read.id);
    }
    server.advance(7 * DAY_MS);

    // The second one was to be applied when the day came.
    server.run_jobs().await;

    let cx = server.cx_as(BaseRole::Admin).await;
    let stopped = import::find(&cx, &ids[1]).await.unwrap();
    assert_eq!(
        (stopped.state, stopped.why.unwrap().code.as_str()),
        (import::State::Stopped, LICENSE_ADDING.code)
    );
    assert_refused(import::upload(&cx, "", "email\nc@people.example\n".into()).await, &LICENSE_ADDING);
    assert_refused(import::apply(&cx, &ids[1], None).await, &LICENSE_ADDING);
    let mut browser = server.browser_of(BaseRole::Admin).await;
    for (path, says) in [("", "Former imports"), (&format!("/{}", ids[0])[..], "Take back")] {
        let page = browser.get(&format!("/admin/users/import{path}")).await;
        assert!(page.status == 200 && page.says(says), "{}", page.body);
    }
    let page = browser.get(&format!("/admin/users/import/{}", ids[1])).await;
    assert!(
        page.says("Take back") && !page.says("Go on"),
        "nothing is offered that is refused: {}",
        page.body
    );
    import::remove(&cx, &ids[1]).await.unwrap();
    import::undo(&cx, &ids[0], None).await.unwrap();
    server.run_jobs().await;
    assert_eq!(import::find(&cx, &ids[0]).await.unwrap().undone, 1);
    server.finish().await;
}
