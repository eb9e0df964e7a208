//! What administrators can do with everybody's sessions.

use std::time::Instant;

use seatwarden_base::db::Engine;

use super::super::{Filter, actions, list};
use crate::{
    accounts::roles::{self, NewRole, RoleChange},
    cx::{BUILT_IN, BaseRole},
    testing::{MINUTE_MS, TestServer, email_of, new_user},
};

const PAGE: &str = "/admin/sessions";
const API: &str = "/api/v1/sessions";

async fn names(server: &TestServer, search: &str, role: &str) -> Vec<String> {
    let filter = Filter { search: search.into(), role: role.into(), limit: 50, ..Filter::default() };
    let page = list(&server.host(), &filter).await.unwrap();
    page.sessions.into_iter().map(|living| living.person.user_name).collect()
}

#[tokio::test]
async fn the_page_is_open_to_administrators_only() {
    let server = TestServer::start().await;

    for role in BUILT_IN {
        let may = matches!(role, BaseRole::Super | BaseRole::Admin);
        let page = server.browser_of(role).await.get(PAGE).await;
        assert_eq!(page.status, if may { 200 } else { 403 }, "{role:?}");
        if may {
            for word in ["Username", "Name", "Domain", "Current Sessions", "Session Duration", "Revoke"] {
                assert!(page.says(word), "{word}");
            }
        }
    }
    server.finish().await;
}

#[tokio::test]
async fn sessions_are_found_by_name_address_and_role_those_used_last_first() {
    let server = TestServer::start().await;
    server.add(new_user("Änne.one@other.example", "viewer")).await;
    for role in [BaseRole::Consumer, BaseRole::Contributor, BaseRole::Admin] {
        server.browser_of(role).await;
        server.advance(MINUTE_MS);
    }
    let mut elsewhere = server.browser().at("203.0.113.77");
    elsewhere.sign_in("änne.one@other.example", crate::testing::PASSWORD).await;

    let of = |role: BaseRole| email_of(role);
    let anne = "Änne.one@other.example".to_owned();
    let (admin, designer, viewer) = (of(BaseRole::Admin), of(BaseRole::Contributor), of(BaseRole::Consumer));
    assert_eq!(names(&server, "", "").await, [anne.clone(), admin.clone(), designer, viewer.clone()]);
    for search in ["ÄNN", "203.0.113."] {
        assert_eq!(names(&server, search, "").await, std::slice::from_ref(&anne));
    }
    assert_eq!(names(&server, "", "consumer").await, [anne.clone(), viewer.clone()]);
    assert_eq!(names(&server, "consumer", "consumer").await, [viewer]);
    assert_eq!(names(&server, "admin", "consumer").await, Vec::<String>::new());
    assert_eq!(names(&server, "%", "").await, Vec::<String>::new());
    let mut browser = server.browser_of(BaseRole::Super).await;
    assert!(browser.get("/admin/sessions?search=nobody").await.says("No sessions fit"));
    server.finish().await;
}

#[tokio::test]
async fn the_page_counts_the_sessions_that_fit_and_no_others() {
    let server = TestServer::start().await;
    // No user can be signed in so often.
    for email in ["consumer1@people.example", "consumer2@people.example", "consumer3@people.example"] {
        server.add(new_user(email, "consumer")).await;
        for _ in 0..20 {
            server.browser().sign_in(email, crate::testing::PASSWORD).await;
        }
    }
    let mut browser = server.browser_of(BaseRole::Super).await;

    let counted = [
        ("", "61 sessions"),
        ("?search=nobody", "0 sessions"),
        ("?search=super", "One session"),
        ("?search=consumer", "60 sessions"),
        ("?role=consumer", "60 sessions"),
        ("?role=contributor", "0 sessions"),
        ("?search=192.0.2.", "0 sessions"),
        ("?search=consumer&role=super", "0 sessions"),
    ];

    for (query, count) in counted {
        let page = browser.get(&format!("{PAGE}{query}")).await;
        let start = page.body.find("<main").unwrap_or_default();
        assert!(page.says(count), "{query}: {}", &page.body[start..]);
    }
    server.finish().await;
}

#[tokio::test]
async fn every_session_stands_on_exactly_one_page() {
    let server = TestServer::start().await;
    for _ in 0..5 {
        server.browser_of(BaseRole::Consumer).await;
    }
    let token = server.token_of(BaseRole::Admin).await;

    let mut seen = Vec::new();
    let mut after = String::new();
    loop {
        let path = format!("{API}?limit=2&after={after}");
        let page = server.request("GET", &path).bearer(&token).send().await.json();
        seen.extend(page["items"].as_array().unwrap().iter().map(|item| item["id"].to_string()));
        let Some(next) = page["next"].as_str() else { break };
        next.clone_into(&mut after);
    }

    let count = seen.len();
    seen.sort();
    seen.dedup();
    assert_eq!((count, seen.len()), (5, 5));
    assert_eq!(server.request("GET", &format!("{API}?after=x")).bearer(&token).send().await.status, 400);
    server.finish().await;
}

#[tokio::test]
async fn a_revoked_session_is_dead_at_the_next_click() {
    let server = TestServer::start().await;
    let mut viewer = server.browser_of(BaseRole::Consumer).await;
    let mut admin = server.browser_of(BaseRole::Admin).await;
    let id =
        server.text("select id from sessions where user_id = $1", server.id_of(BaseRole::Consumer)).await;

    let back = [("back", "/admin/sessions?search=cons")];
    let done = admin.submit_to(PAGE, &format!("/admin/sessions/{id}/revoke"), &back).await;

    assert_eq!(done.location(), "/admin/sessions?search=cons&done=revoked");
    let next = viewer.get("/profile/preferences").await;
    assert_eq!((next.status, next.location()), (303, "/login?done=ended&return_to=%2Fprofile%2Fpreferences"));
    let again = admin.submit_to(PAGE, &format!("/admin/sessions/{id}/revoke"), &[]).await;
    assert_eq!(again.status, 404);
    let events = server.events_named("sessions.revoke").await;
    assert_eq!(events[0].subject_id, server.id_of(BaseRole::Consumer));
    server.finish().await;
}

#[tokio::test]
async fn all_sessions_of_a_user_end_after_a_question_with_their_number() {
    let server = TestServer::start().await;
    let mut first = server.browser_of(BaseRole::Consumer).await;
    server.browser_of(BaseRole::Consumer).await;
    let mut admin = server.browser_of(BaseRole::Admin).await;
    let path = format!("/admin/sessions/users/{}/revoke", server.id_of(BaseRole::Consumer));

    let question = admin.get(&path).await;
    let unconfirmed = admin.submit(&path, &[]).await;
    let done = admin.submit(&path, &[("confirmed", "yes")]).await;

    assert!(question.says("2 sessions end at once"), "{}", question.body);
    assert_eq!(unconfirmed.location(), path);
    assert_eq!(done.location(), "/admin/sessions?done=revoked-many&count=2");
    assert!(!first.is_signed_in().await);
    server.finish().await;
}

#[tokio::test]
async fn nobody_ends_the_sessions_of_those_who_may_more() {
    let server = TestServer::start().await;
    let mut sysadmin = server.browser_of(BaseRole::Super).await;
    let mut viewer = server.browser_of(BaseRole::Consumer).await;
    let mut admin = server.browser_of(BaseRole::Admin).await;
    let token = server.token_of(BaseRole::Admin).await;
    let id = server.text("select id from sessions where user_id = $1", server.id_of(BaseRole::Super)).await;
    let of_super = format!("/api/v1/users/{}/sessions", server.id_of(BaseRole::Super));

    let one = server.request("DELETE", &format!("{API}/{id}")).bearer(&token).send().await;
    let all = server.request("DELETE", &of_super).bearer(&token).send().await;
    let unknown = server.request("DELETE", "/api/v1/users/nobody/sessions").bearer(&token).send().await;
    assert!(admin.get("/admin/sessions/revoke-all").await.says("2 sessions end at once"));
    let everybody = admin.submit("/admin/sessions/revoke-all", &[("confirmed", "yes")]).await;

    assert!(one.status == 403 && one.says("roles.beyond_own"), "{}", one.body);
    assert_eq!((all.status, unknown.status), (403, 404));
    assert_eq!(everybody.location(), "/admin/sessions?done=revoked-many&count=1");
    assert!(sysadmin.is_signed_in().await && admin.is_signed_in().await && !viewer.is_signed_in().await);
    server.finish().await;
}

#[tokio::test]
async fn the_api_ends_sessions() {
    let server = TestServer::start().await;
    let mut viewer = server.browser_of(BaseRole::Consumer).await;
    let mut other = server.browser_of(BaseRole::Consumer).await;
    let token = server.token_of(BaseRole::Admin).await;
    let page = server.request("GET", API).bearer(&token).send().await.json();
    assert_eq!(page["items"][0]["currentSessions"], 2);
    let id = page["items"][0]["id"].as_str().unwrap();

    let one = server.request("DELETE", &format!("{API}/{id}")).bearer(&token).send().await;
    let rest = format!("/api/v1/users/{}/sessions", server.id_of(BaseRole::Consumer));
    let rest = server.request("DELETE", &rest).bearer(&token).send().await;

    assert_eq!((one.status, rest.json()["ended"].as_u64()), (204, Some(1)));
    assert!(!viewer.is_signed_in().await && !other.is_signed_in().await);
    server.finish().await;
}

/// 20,000 Viewers with a session each; the names are letters in no order.
async fn crowd(server: &TestServer) {
    server.add_viewers(20_000).await;
    let sessions = match server.app.db.engine() {
        Engine::Sqlite => {
            "insert into sessions (id, token_hash, user_id, created_at_ms, seen_at_ms, idle_ms, expires_at_ms, \
             confirmed_at_ms, remembered, ip, user_agent) select 's' || id, cast(id as blob), id, 0, \
             1767323045000 - length(id), 3600000, 9999999999999, 0, false, '198.51.100.9', '' from users \
             where id like 'u%'"
        }
        Engine::Postgres => {
            "insert into sessions (id, token_hash, user_id, created_at_ms, seen_at_ms, idle_ms, expires_at_ms, \
             confirmed_at_ms, remembered, ip, user_agent) select 's' || id, cast(id as bytea), id, 0, \
             1767323045000 - length(id), 3600000, 9999999999999, 0, false, '198.51.100.9', '' from users \
             where id like 'u%'"
        }
    };
    server.sql(sessions).await;
}

#[tokio::test]
async fn lists_of_many_sessions_stay_quick() {
    let server = TestServer::start().await;
    crowd(&server).await;
    server.browser_of(BaseRole::Admin).await;

    for (search, role, found) in [
        ("", "", 50),
        ("u1999", "", 11),
        ("u", "", 50),
        ("nobody", "", 0),
        ("203.0.113.1", "", 0),
        ("", "admin", 1),
        ("", "consumer", 50),
        ("u12345", "admin", 0),
    ] {
        let began = Instant::now();
        let count = names(&server, search, role).await.len();
        let took = began.elapsed();
        assert_eq!(count, found, "{search} {role}");
        assert!(took.as_millis() < 2_000, "{search} {role}: {took:?}");
    }

    // One session of more than a thousand users with a role, and longest unused of all.
    server.sql("update users set role_id = (select id from roles where name = 'contributor') where id like 'u12%'").await;
    server.sql("delete from sessions where user_id like 'u12%' and user_id <> 'u12'").await;
    server.sql("update sessions set seen_at_ms = 1767323044000 where user_id = 'u12'").await;
    let rare = Filter { role: "contributor".into(), limit: 50, ..Filter::default() };
    let first = list(&server.host(), &rare).await.unwrap();
    let second = list(&server.host(), &Filter { after: first.next.clone(), ..rare }).await.unwrap();
    assert_eq!((first.sessions.len(), first.is_cut, first.next.is_some()), (0, true, true));
    assert_eq!((second.sessions.len(), second.is_cut, second.next), (1, false, None));
    let mut browser = server.browser_of(BaseRole::Admin).await;
    assert!(browser.get("/admin/sessions?role=contributor").await.says("10,000 entries were looked at"));
    server.finish().await;
}

#[tokio::test]
async fn whose_session_was_ended_is_told_so_at_the_next_page_form_and_call() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(BaseRole::Consumer).await;
    let form = browser.get("/profile/preferences").await.csrf().unwrap();
    let path = format!("/admin/sessions/users/{}/revoke", server.id_of(BaseRole::Consumer));
    server.browser_of(BaseRole::Admin).await.submit(&path, &[("confirmed", "yes")]).await;

    let asked = browser.get("/profile/sessions").await;
    assert!(browser.get(asked.location()).await.says("Your session has ended"));
    let late =
        browser.request("POST", "/profile/preferences").form(&[("csrf", &form), ("first_name", "Late")]);
    let sent = browser.send(late).await;
    assert_eq!((sent.status, sent.location()), (303, "/login?done=ended"));
    let called = browser.get("/api/v1/sessions").await;
    assert!(called.status == 401 && called.says("sessions.ended"), "{}", called.status);

    browser.sign_in(&email_of(BaseRole::Consumer), crate::testing::PASSWORD).await;
    assert!(browser.is_signed_in().await);
    server.finish().await;
}

#[tokio::test]
async fn sessions_are_found_by_a_custom_role_too_and_a_search_keeps_it() {
    let server = TestServer::start().await;
    let change = RoleChange { display_name: "Night shift".into(), ..RoleChange::default() };
    let new = NewRole { base: "viewer".into(), change };
    let role = roles::create(&server.cx_as(BaseRole::Admin).await, &new).await.unwrap().role;
    server.add(new_user("owl@people.example", &role.name)).await;
    server.browser().sign_in("owl@people.example", crate::testing::PASSWORD).await;
    server.browser_of(BaseRole::Consumer).await;
    let mut browser = server.browser_of(BaseRole::Admin).await;
    let token = server.token_of(BaseRole::Admin).await;

    for asked in [role.id.as_str(), &role.name, "night%20shift"] {
        let page = browser.get(&format!("{PAGE}?role={asked}&search=o")).await;
        assert!(page.says("owl@people.example") && !page.says("consumer@people.example"), "{}", page.body);
        assert!(page.says(&format!("value=\"{}\" selected", role.id)), "{}", page.body);
        assert_eq!(page.field("field-search").as_deref(), Some("o"), "one form holds both");
        let api = server.request("GET", &format!("{API}?role={asked}")).bearer(&token).send().await.json();
        let items = api["items"].as_array().unwrap();
        assert!(items.len() == 1 && items[0]["email"] == "owl@people.example", "{api}");
    }
    assert_eq!(browser.get(&format!("{PAGE}?role=nobody")).await.status, 404);
    server.finish().await;
}

#[tokio::test]
async fn what_the_list_shows_is_taken_along_as_csv_without_the_ids_of_sessions() {
    let server = TestServer::start().await;
    crowd(&server).await;
    server.sql("update sessions set user_agent = '=HYPERLINK(1)'").await;
    let mut browser = server.browser_of(BaseRole::Admin).await;
    assert!(browser.get(&format!("{PAGE}?search=u199")).await.says("/admin/sessions/export?search=u199"));

    // Many steps of the file.
    let some = browser.get(&format!("{PAGE}/export?search=u1")).await;
    let role = browser.get(&format!("{PAGE}/export?role=admin&after=x")).await;
    let unknown = browser.get(&format!("{PAGE}/export?role=nobody")).await;

    assert_eq!(some.header("content-disposition"), "attachment; filename=\"sessions.csv\"");
    assert!(some.body.starts_with("userId,userName,email,"), "{:.200}", some.body);
    // u1, u10 to u19, and so on.
    assert_eq!(some.body.lines().count(), 1 + 1 + 10 + 100 + 1_000 + 10_000);
    assert!(some.body.contains("\"'=HYPERLINK(1)\""), "no spreadsheet computes it");
    assert!(!some.body.contains("su1"), "the ids of these sessions begin so");
    assert!(
        role.body.lines().count() == 2 && role.body.contains(&email_of(BaseRole::Admin)),
        "{}",
        role.body
    );
    assert_eq!(unknown.status, 404);
    assert_eq!(server.events_named("sessions.export").await.len(), 2);
    server.finish().await;
}

#[tokio::test]
async fn a_session_that_is_used_while_the_file_is_written_is_in_it_once() {
    let server = TestServer::start().await;
    crowd(&server).await;
    let mut export =
        actions::export(&server.host(), Filter { search: "u1".into(), ..Filter::default() }).await.unwrap();
    let mut written = Vec::new();

    while let Some(sessions) = export.next_sessions().await.unwrap() {
        written.extend(sessions.into_iter().map(|living| living.session.id));
        // Everybody uses theirs between two parts of the file.
        server.sql("update sessions set seen_at_ms = seen_at_ms + 1000").await;
    }

    let count = written.len();
    written.sort_unstable();
    written.dedup();
    assert_eq!((count, written.len()), (11_111, 11_111));
    server.finish().await;
}
