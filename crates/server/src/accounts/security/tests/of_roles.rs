//! Limits of sessions that only some roles have.

use seatwarden_base::db::Engine;
use serde_json::{Value, json};

use super::{ADMIN, SESSIONS, taken};
use crate::{
    accounts::{
        groups::{self, GroupChange},
        users::{self, UserPatch},
    },
    cx::BaseRole,
    testing::{Answer, Browser, HOUR_MS, MINUTE_MS, PASSWORD, TestServer, email_of},
};

#[tokio::test]
async fn some_roles_have_fewer_sessions_at_once_than_others() {
    let server = TestServer::start().await;
    let (mut admins, mut viewers) = (Vec::new(), Vec::new());
    for _ in 0..3 {
        admins.push(server.browser_of(BaseRole::DataAdmin).await);
        viewers.push(server.browser_of(BaseRole::Consumer).await);
        server.advance(MINUTE_MS);
    }
    let roles = json!({ "dataAdmin": { "perUserMax": 2 }, "consumer": { "perUserMax": 40 } });
    taken(&server, json!({ "sessions": { "perUserMax": 3, "roles": roles } })).await;
    server.run_jobs().await;
    assert_eq!(alive(&mut admins).await, [false, true, true], "the job ends those beyond");
    assert_eq!(alive(&mut viewers).await, [true, true, true]);

    server.advance(MINUTE_MS);
    admins.push(server.browser_of(BaseRole::DataAdmin).await);
    viewers.push(server.browser_of(BaseRole::Consumer).await);

    assert_eq!(alive(&mut admins).await.iter().filter(|alive| **alive).count(), 2, "signing in ends one");
    assert!(alive(&mut admins).await[3]);
    assert_eq!(
        alive(&mut viewers).await.iter().filter(|alive| **alive).count(),
        3,
        "a role has no more than everybody"
    );
    server.finish().await;
}

#[tokio::test]
async fn another_role_with_lower_limits_ends_what_is_beyond_at_once() {
    let server = TestServer::start().await;
    let roles = json!({ "dataAdmin": { "perUserMax": 1, "idleMinutes": 10 } });
    taken(&server, json!({ "sessions": { "roles": roles } })).await;
    server.run_jobs().await;
    let mut browsers = Vec::new();
    for _ in 0..3 {
        browsers.push(server.browser_of(BaseRole::Consumer).await);
        server.advance(MINUTE_MS);
    }

    let patch = UserPatch { role: Some("dataAdmin".into()), ..UserPatch::default() };
    users::update(&server.cx_as(ADMIN).await, server.id_of(BaseRole::Consumer), patch).await.unwrap();

    assert_eq!(alive(&mut browsers).await, [false, false, true], "the newest stays");
    let told = server.events_named("sessions.end_beyond").await;
    assert_eq!((told.len(), told[0].subject_id.as_str()), (1, server.id_of(BaseRole::Consumer)));
    server.advance(10 * MINUTE_MS);
    assert_eq!(alive(&mut browsers).await, [false, false, false], "and ends as the role says");
    server.finish().await;
}

#[tokio::test]
async fn the_session_that_takes_the_role_of_the_sysadmin_is_the_last_to_end() {
    let server = TestServer::start().await;
    taken(&server, json!({ "sessions": { "roles": { "super": { "perUserMax": 1 } } } })).await;
    server.run_jobs().await;
    let mut asking = server.browser_of(ADMIN).await;
    server.advance(MINUTE_MS);
    let mut newer = server.browser_of(ADMIN).await;
    let mut sysadmin = server.browser_of(BaseRole::Super).await;
    let offer = [("to", email_of(ADMIN)), ("current_password", PASSWORD.to_owned())];
    let offer: Vec<(&str, &str)> = offer.iter().map(|(name, value)| (*name, value.as_str())).collect();
    sysadmin.submit_to("/admin/sysadmin", "/admin/sysadmin/offer", &offer).await;

    let accept = [("current_password", PASSWORD)];
    let accepted = asking.submit_to("/admin/sysadmin", "/admin/sysadmin/accept", &accept).await;

    assert_eq!(accepted.location(), "/admin/sysadmin?done=accepted", "{}", accepted.body);
    assert!(asking.is_signed_in().await && !newer.is_signed_in().await);
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn a_group_with_a_limit_shortens_sessions_that_live_already() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    let named = |name: &str, minutes: Option<&str>| GroupChange {
        name: Some(name.into()),
        session_minutes: minutes.map(str::to_owned),
        ..GroupChange::default()
    };
    let made = [named("Short", Some("5")), named("Inner", None), named("Later", None)];
    let ids: Vec<String> =
        groups::create(&cx, made.into()).await.unwrap().into_iter().map(|it| it.id).collect();
    groups::add_members(&cx, &ids[2], &[email_of(BaseRole::DataDesigner)]).await.unwrap();
    groups::add_members(&cx, &ids[1], &[email_of(BaseRole::Contributor)]).await.unwrap();
    let mut browsers = Vec::new();
    for role in [BaseRole::Consumer, BaseRole::Contributor, BaseRole::DataDesigner, BaseRole::DataAdmin] {
        browsers.push(server.browser_of(role).await);
    }

    groups::add_members(&cx, &ids[0], &[email_of(BaseRole::Consumer)]).await.unwrap();
    groups::add_subgroup(&cx, &ids[0], &ids[1]).await.unwrap();
    let limit = GroupChange { session_minutes: Some("5".into()), ..GroupChange::default() };
    groups::update(&cx, &ids[2], None, &limit).await.unwrap();
    let patch = UserPatch { groups: Some(vec![ids[0].clone()]), ..UserPatch::default() };
    users::update(&server.cx_as(BaseRole::Super).await, server.id_of(BaseRole::DataAdmin), patch)
        .await
        .unwrap();
    server.run_jobs().await;
    server.advance(6 * MINUTE_MS);

    assert_eq!(alive(&mut browsers).await, [false; 4]);
    server.finish().await;
}

/// Which of these are signed in.
async fn alive(browsers: &mut [Browser<'_>]) -> Vec<bool> {
    let mut alive = Vec::new();
    for browser in browsers {
        alive.push(browser.is_signed_in().await);
    }
    alive
}

#[tokio::test]
async fn limits_of_roles_that_are_not_named_stay_and_a_null_takes_away() {
    let server = TestServer::start().await;
    let roles = async |roles: Value| {
        let answer = taken(&server, json!({ "sessions": { "roles": roles } })).await;
        answer["sessions"]["chosen"]["roles"].clone()
    };
    let limits = |idle: Option<u32>, hours: Option<u32>, at_once: Option<u32>| json!({ "idleMinutes": idle, "absoluteHours": hours, "perUserMax": at_once });

    let first = roles(json!({ "admin": { "idleMinutes": 15 }, "super": { "absoluteHours": 8 } })).await;
    let second = roles(json!({ "admin": { "perUserMax": 2 }, "consumer": {} })).await;
    let third = roles(json!({ "admin": { "idleMinutes": null } })).await;
    let fourth = roles(json!({ "admin": { "perUserMax": null } })).await;

    let (admin, sysadmin) = (limits(Some(15), None, None), limits(None, Some(8), None));
    assert_eq!(first, json!({ "admin": admin, "super": sysadmin }));
    assert_eq!(second, json!({ "admin": limits(Some(15), None, Some(2)), "super": sysadmin }));
    assert_eq!(third, json!({ "admin": limits(None, None, Some(2)), "super": sysadmin }));
    assert_eq!(fourth, json!({ "super": sysadmin }));
    assert_eq!(roles(json!({ "super": null })).await, json!({}));
    roles(json!({ "admin": { "idleMinutes": 15 } })).await;
    assert_eq!(roles(Value::Null).await, json!({}));
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn whom_a_change_concerns_is_told_beside_the_rules_as_they_were_typed() {
    let server = TestServer::start().await;
    let mut admin = server.browser_of(ADMIN).await;
    let fields = [("act", "affected"), ("version", "0"), ("minimum_length", "23"), ("nist_preset", "on")];

    let told = admin.submit("/admin/security", &fields).await;

    assert_eq!(told.status, 200, "{}", told.body);
    let rules = told.body.split_once("class=\"policy\"").unwrap().1.split_once("</ul>").unwrap().0;
    assert!(rules.contains("23"), "{rules}");
    assert_eq!(told.field("field-minimum_length").as_deref(), Some("23"));
    server.finish().await;
}

#[tokio::test]
async fn the_limits_of_a_role_are_shown_and_saved_on_the_page() {
    let server = TestServer::start().await;
    let mut admin = server.browser_of(ADMIN).await;
    let own = [("version", "0"), ("role_consumer_idle", "20"), ("role_consumer_per_user", "2")];

    let saved = admin.submit(SESSIONS, &own).await;
    let page = admin.get(SESSIONS).await;
    let refused = admin.submit(SESSIONS, &[("version", "1"), ("role_admin_per_user", "0")]).await;

    assert_eq!(saved.location(), format!("{SESSIONS}?done=saved"), "{}", saved.body);
    assert!(page.says("<bdi>Viewer</bdi></h3>"), "{}", page.body);
    assert_eq!(page.field("field-role_consumer_per_user").as_deref(), Some("2"));
    assert_eq!(page.field("field-role_consumer_idle").as_deref(), Some("20"));
    assert_eq!(page.field("field-role_admin_per_user"), None, "empty");
    assert_eq!(refused.status, 422);
    server.run_jobs().await;
    server.finish().await;
}

async fn foreseen(admin: &mut Browser<'_>, fields: &[(&str, &str)]) -> Answer {
    let all = [&[("act", "affected"), ("version", "0")][..], fields].concat();
    let told = admin.submit(SESSIONS, &all).await;
    assert_eq!(told.status, 200, "{}", told.body);
    told
}

#[tokio::test]
async fn how_many_sessions_lower_limits_would_end_is_told_before_they_are_saved() {
    let server = TestServer::start_with(|config| config.sessions.idle_minutes = 600).await;
    for _ in 0..3 {
        server.browser_of(BaseRole::Consumer).await;
    }
    server.browser_of(BaseRole::Contributor).await;
    server.advance(2 * HOUR_MS);
    let mut admin = server.browser_of(ADMIN).await;

    for (fields, says) in [
        (&[("idle_minutes", "60")][..], "4 sessions would end"),
        (&[("absolute_hours", "1"), ("idle_minutes", "60")], "4 sessions would end"),
        (&[("role_contributor_idle", "60")], "One session would end"),
        (&[("role_consumer_absolute", "1")], "3 sessions would end"),
        (&[("role_consumer_per_user", "1")], "2 sessions would end"),
        (&[("role_consumer_per_user", "1"), ("role_contributor_idle", "60")], "3 sessions would end"),
        (&[("per_user_max", "2")], "One session would end"),
        (&[("role_admin_idle", "5")], "No session would end now"),
        (&[], "No session would end now"),
    ] {
        let told = foreseen(&mut admin, fields).await;
        assert!(told.says(says), "{fields:?}: {}", told.body);
        for (name, value) in fields {
            assert_eq!(told.field(&format!("field-{name}")).as_deref(), Some(*value), "what was typed stays");
        }
    }
    let wrong = admin.submit(SESSIONS, &[("act", "affected"), ("version", "0"), ("idle_minutes", "x")]).await;
    assert_eq!(wrong.status, 422);
    assert!(server.events_named("security.change").await.is_empty());
    assert_eq!(server.number("select count(*) from sessions").await, 5);

    // What was told comes true.
    admin
        .submit(
            SESSIONS,
            &[("version", "0"), ("role_consumer_per_user", "1"), ("role_contributor_idle", "60")],
        )
        .await;
    server.run_jobs().await;
    server.run_periodic_jobs().await;
    let left = admin.get("/admin/sessions").await;
    assert!(left.says("2 sessions"), "{}", left.body);
    server.finish().await;
}

#[tokio::test]
async fn of_many_sessions_that_would_end_at_least_so_many_are_told() {
    let server = TestServer::start().await;
    server.add_viewers(2_500).await;
    let sessions = match server.app.db.engine() {
        Engine::Sqlite => {
            "insert into sessions (id, token_hash, user_id, created_at_ms, seen_at_ms, idle_ms, expires_at_ms, \
             confirmed_at_ms, remembered, ip, user_agent) select '00' || id, cast(id as blob), id, 0, \
             1767323045000 - 600000, 3600000, 9999999999999, 0, false, '198.51.100.9', '' from users \
             where id like 'u%'"
        }
        Engine::Postgres => {
            "insert into sessions (id, token_hash, user_id, created_at_ms, seen_at_ms, idle_ms, expires_at_ms, \
             confirmed_at_ms, remembered, ip, user_agent) select '00' || id, cast(id as bytea), id, 0, \
             1767323045000 - 600000, 3600000, 9999999999999, 0, false, '198.51.100.9', '' from users \
             where id like 'u%'"
        }
    };
    server.sql(sessions).await;
    let mut admin = server.browser_of(ADMIN).await;

    for fields in [&[("idle_minutes", "5")][..], &[("role_consumer_absolute", "1")]] {
        let told = foreseen(&mut admin, fields).await;
        assert!(told.says("At least 2,000 sessions would end"), "{fields:?}: {}", told.body);
    }
    server.finish().await;
}

#[tokio::test]
async fn a_limit_of_a_role_above_that_of_everybody_is_told_as_what_counts() {
    let server = TestServer::start().await;
    let roles =
        json!({ "admin": { "idleMinutes": 9_999, "perUserMax": 50 }, "consumer": { "idleMinutes": 10 } });
    let wanted =
        json!({ "sessions": { "idleMinutes": 60, "perUserMax": 3, "rememberIdleDays": 1, "roles": roles } });

    let answer = taken(&server, wanted).await;

    let (chosen, effective) =
        (&answer["sessions"]["chosen"]["roles"], &answer["sessions"]["effective"]["roles"]);
    assert_eq!(chosen["admin"]["idleMinutes"], 9_999);
    assert_eq!(
        (&effective["admin"]["idleMinutes"], &effective["admin"]["perUserMax"]),
        (&json!(60), &json!(3))
    );
    assert_eq!(effective["consumer"]["idleMinutes"], 10);
    let page = server.browser_of(ADMIN).await.get(SESSIONS).await;
    assert!(page.says("The limit for everybody, 60, is lower and counts.</"), "{}", page.body);
    assert!(page.says("Custom roles follow the built-in role"), "{}", page.body);
    server.run_jobs().await;
    server.finish().await;
}
