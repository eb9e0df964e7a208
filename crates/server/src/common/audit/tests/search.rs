//! What searching the trail promises.

use serde_json::Value;

use super::super::{Search, model::UNKNOWN_EVENT, search};
use crate::{
    accounts::{
        feature_management,
        users::{self, UserPatch},
    },
    cx::{BUILT_IN, BaseRole, NOT_ALLOWED},
    testing::{DAY_MS, Script, TestServer, assert_refused, email_of},
    text::{Language, Text},
};

const ADMIN: BaseRole = BaseRole::Admin;
const VIEWER: BaseRole = BaseRole::Consumer;

async fn found(server: &TestServer, wanted: Search) -> Vec<(String, String)> {
    let page = search(&server.cx_as(ADMIN).await, &wanted, None, 200).await.unwrap();
    page.events.into_iter().map(|event| (event.event, event.subject_id)).collect()
}

async fn rename(server: &TestServer, role: BaseRole, name: &str) {
    let patch = UserPatch { first_name: Some(name.into()), ..UserPatch::default() };
    users::update(&server.cx_as(ADMIN).await, server.id_of(role), patch).await.unwrap();
}

#[tokio::test]
async fn events_are_found_by_kind_person_text_and_day() {
    let server = TestServer::start().await;
    server.advance(2 * DAY_MS);
    rename(&server, VIEWER, "Wilhelmina").await;
    let renamed = vec![("users.update".to_owned(), server.id_of(VIEWER).to_owned())];

    let kind = Search { event: "users.update".into(), ..Search::default() };
    let text = Search { text: "wilHELmina".into(), ..Search::default() };
    let whole =
        Search { text: server.id_of(VIEWER).into(), from_ms: Some(server.now_ms()), ..Search::default() };
    let day =
        Search { from_ms: Some(server.now_ms() - DAY_MS), event: "users.update".into(), ..Search::default() };
    for wanted in [kind, text, whole, day] {
        assert_eq!(found(&server, wanted.clone()).await, renamed, "{wanted:?}");
    }
    let person = Search { user_id: server.id_of(VIEWER).into(), ..Search::default() };
    assert_eq!(found(&server, person.clone()).await.len(), 2, "made and renamed");
    let person = Search { event: "users.create".into(), ..person };
    assert_eq!(found(&server, person).await.len(), 1);
    let before = Search { to_ms: Some(server.now_ms() - DAY_MS), ..Search::default() };
    assert!(!found(&server, before).await.iter().any(|(event, _)| event == "users.update"));
    rename(&server, VIEWER, "Özge Иван").await;
    for part in ["Özge", "öZGE", "иван", "ИВАН"] {
        assert_eq!(
            found(&server, Search { text: part.into(), ..Search::default() }).await,
            renamed,
            "{part}"
        );
    }
    for nothing in ["100%", "_", "no such text"] {
        assert_eq!(
            found(&server, Search { text: nothing.into(), ..Search::default() }).await,
            [],
            "{nothing}"
        );
    }
    server.finish().await;
}

#[tokio::test]
async fn page_by_page_every_event_comes_once_however_far_back_a_text_is() {
    let server = TestServer::start().await;
    rename(&server, VIEWER, "Wilhelmina").await;
    // In two statements, because so many through the chain take their time; nobody walks it here.
    let last = server.number("select sequence from audit_head").await;
    server
        .sql(
            "with recursive more (number) as (select 1 union all select number + 1 from more where number < 20500) \
             insert into audit_events (sequence, at_ms, event, actor_name, subject_kind, subject_id, ip, user_agent, \
             request_id, hash) select (select sequence from audit_head) + number, 0, 'users.update', 'the crowd', \
             'user', 'x', '', '', '', (select hash from audit_head) from more",
        )
        .await;
    server.sql("update audit_head set sequence = sequence + 20500").await;
    let cx = server.cx_as(ADMIN).await;

    for (text, events) in [("wilhelmina", 1), ("the crowd", 20_500)] {
        let wanted = Search { text: text.into(), ..Search::default() };
        let (mut seen, mut before) = (Vec::new(), None);
        loop {
            let page = search(&cx, &wanted, before, 1_000).await.unwrap();
            seen.extend(page.events.iter().map(|event| event.sequence));
            before = page.before_sequence;
            if before.is_none() {
                break;
            }
        }
        assert!(seen.is_sorted_by(|newer, older| newer > older), "{text}");
        assert_eq!(seen.len(), events, "{text}");
    }
    assert_eq!(last + 20_500, server.number("select max(sequence) from audit_events").await);
    server.abandon().await;
}

#[tokio::test]
async fn only_who_may_read_the_trail_sees_it() {
    let server = TestServer::start().await;
    for role in BUILT_IN {
        let may = matches!(role, BaseRole::Super | BaseRole::Admin);
        let result = search(&server.cx_as(role).await, &Search::default(), None, 50).await;
        if may {
            drop(result.unwrap());
        } else {
            assert_refused(result, &NOT_ALLOWED);
        }
        let mut browser = server.browser_of(role).await;
        for path in ["/admin/audit", "/api/v1/audit/events", "/api/v1/audit/chain", "/admin/audit/export/csv"]
        {
            let status = if may { 200 } else { 403 };
            assert_eq!(browser.get(path).await.status, status, "{role:?} {path}");
        }
    }
    server.finish().await;
}

#[tokio::test]
async fn a_day_that_is_none_is_said_at_its_field_and_no_event_is_shown() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(ADMIN).await;

    for (query, typed) in
        [("from=soon", "soon"), ("to=2026-02-30", "2026-02-30"), ("from=21.11.2026", "21.11.2026")]
    {
        let page = browser.get(&format!("/admin/audit?{query}")).await;
        assert!(page.status == 400 && page.says("This is not a day."), "{query}: {}", page.body);
        assert!(page.says(&format!("value=\"{typed}\"")) && page.says("aria-invalid=\"true\""), "{query}");
        let csv = browser.get(&format!("/admin/audit/export/csv?{query}")).await;
        assert!(csv.status >= 400, "{query}: {}", csv.body);
    }
    assert!(!browser.get("/admin/audit?from=2026-01-01&to=2026-12-31").await.says("This is not a day."));
    server.finish().await;
}

#[tokio::test]
async fn the_trail_is_taken_along_as_csv_and_as_json_lines() {
    let server = TestServer::start().await;
    rename(&server, VIEWER, "=HYPERLINK(1)").await;
    let mut browser = server.browser_of(ADMIN).await;

    let csv = browser.get("/admin/audit/export/csv?event=users.update").await;
    let lines = browser.get("/admin/audit/export/jsonl?event=users.update").await;

    assert_eq!(csv.header("content-disposition"), "attachment; filename=\"audit.csv\"");
    assert!(csv.body.starts_with("sequence,at,event,"), "{}", csv.body);
    assert_eq!(csv.body.lines().count(), 2, "{}", csv.body);
    let event: Value = serde_json::from_str(lines.body.trim()).unwrap();
    assert_eq!(event["actorName"], email_of(ADMIN));
    assert_eq!(event["after"]["firstName"], "=HYPERLINK(1)");
    assert_eq!(server.events_named("audit.export").await.len(), 2);
    server.finish().await;
}

#[tokio::test]
async fn a_script_takes_the_trail_along_as_the_page_does() {
    let server = TestServer::start().await;
    rename(&server, VIEWER, "=HYPERLINK(1)").await;
    let script = Script::of(&server, ADMIN).await;
    let file = async |query: &str| script.get(&format!("/api/v1/audit/export?{query}")).await;

    let lines = file("event=users.update").await;
    let csv = file("event=users.update&format=csv").await;
    let narrow = file(&format!("user={}&format=jsonl&search=hyperlink", email_of(VIEWER))).await;

    assert_eq!(lines.header("content-type"), "application/jsonl");
    assert_eq!(lines.header("content-disposition"), "attachment; filename=\"audit.jsonl\"");
    let event: Value = serde_json::from_str(lines.body.trim()).unwrap();
    let searched = script.get("/api/v1/audit/events?event=users.update").await.json();
    assert_eq!(event, searched["items"][0]);
    assert_eq!(narrow.body, lines.body);
    assert!(csv.header("content-type").starts_with("text/csv"), "{}", csv.header("content-type"));
    assert!(csv.body.starts_with("sequence,at,event,") && csv.body.lines().count() == 2, "{}", csv.body);
    assert!(csv.body.contains("=HYPERLINK"), "{}", csv.body);
    assert_eq!(server.events_named("audit.export").await.len(), 3);
    for (query, status, code) in [
        ("format=xml", 400, "web.wrong_value"),
        ("from=soon", 400, "web.wrong_value"),
        ("event=nothing", 400, "audit.unknown_event"),
        ("user=nobody@people.example", 404, "audit.unknown_user"),
    ] {
        let refused = file(query).await;
        assert_eq!((refused.status, &refused.json()["code"]), (status, &code.into()), "{query}");
    }
    let nobody = Script::of(&server, VIEWER).await.get("/api/v1/audit/export").await;
    assert_eq!((nobody.status, server.events_named("audit.export").await.len()), (403, 3));
    server.finish().await;
}

#[tokio::test]
async fn the_page_says_what_the_last_walk_along_the_chain_found() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(ADMIN).await;
    let unwalked = browser.get("/admin/audit").await;
    assert!(unwalked.says("has not been walked yet"));
    assert!(unwalked.says("The server itself") && !unwalked.says("host:"), "{}", unwalked.body);

    browser.submit_to("/admin/audit", "/admin/audit/prove", &[]).await;
    server.run_jobs().await;
    let walked = server.number("select max(sequence) from audit_events").await;
    let whole = browser.get("/admin/audit").await;
    assert!(whole.says(">Whole<") && whole.says(&format!("All {walked} events stand")), "{}", whole.body);
    assert_eq!(browser.get("/api/v1/audit/chain").await.json()["state"], "whole");

    rename(&server, VIEWER, "Wilhelmina").await;
    let so_far = browser.get("/admin/audit").await;
    assert!(so_far.says("Whole so far") && !so_far.says(">Whole<"), "{}", so_far.body);
    assert!(so_far.says(&format!("Events 1 to {walked} of {} stand", walked + 1)), "{}", so_far.body);
    assert!(so_far.says(&format!("One event was written after number {walked}")), "{}", so_far.body);
    let chain = browser.get("/api/v1/audit/chain").await.json();
    assert_eq!((&chain["state"], &chain["proved"]["events"]), (&"wholeSoFar".into(), &walked.into()));

    server.sql("update audit_events set subject_id = 'y' where sequence = 2").await;
    browser.submit_to("/admin/audit", "/admin/audit/prove", &[]).await;
    server.run_jobs().await;
    assert!(browser.get("/admin/audit").await.says("The audit chain is broken at event 2"));
    let chain = browser.get("/api/v1/audit/chain").await.json();
    assert_eq!((&chain["state"], &chain["proved"]["brokenAt"]), (&"broken".into(), &2.into()));
    server.abandon().await;
}

#[tokio::test]
async fn the_filter_groups_events_by_what_they_are_about() {
    let server = TestServer::start().await;
    let page = server.browser_of(BaseRole::Admin).await.get("/admin/audit?event=groups.create").await;

    let (_, groups) = page.body.split_once("<optgroup label=\"Groups\">").unwrap();
    let (groups, _) = groups.split_once("</optgroup>").unwrap();
    assert!(groups.contains("value=\"groups.create\" selected"), "{groups}");
    assert!(!groups.contains("value=\"users.create\""), "{groups}");
    let events = server.cx().text().events();
    assert_eq!(page.body.matches("<option value=").count() - 1, events.len(), "{}", page.body);
    server.finish().await;
}

#[tokio::test]
async fn a_person_is_named_by_id_user_name_or_address_and_who_is_unknown_is_no_empty_list() {
    let server = TestServer::start().await;
    rename(&server, VIEWER, "Wilhelmina").await;
    let script = Script::of(&server, ADMIN).await;
    let ask = async |user: &str| script.get(&format!("/api/v1/audit/events?limit=100000&user={user}")).await;
    let id = server.id_of(VIEWER);

    let by_id = ask(id).await.json()["items"].clone();
    let by_address = ask(&email_of(VIEWER).to_uppercase()).await.json()["items"].clone();
    let unknown = ask("nobody@people.example").await;
    let nobody = ask("0123456789abcdef01234567").await;
    users::delete(&server.host(), &[id.to_owned()]).await.unwrap();

    assert!(by_id == by_address && !by_id.as_array().unwrap().is_empty(), "{by_id} {by_address}");
    assert_eq!((unknown.status, &unknown.json()["code"]), (404, &"audit.unknown_user".into()));
    assert_eq!((nobody.status, nobody.json()["items"].as_array().map(Vec::len)), (200, Some(0)));
    assert!(!ask(id).await.json()["items"].as_array().unwrap().is_empty(), "who was deleted keeps the trail");
    let mut browser = server.browser_of(ADMIN).await;
    assert_eq!(browser.get("/admin/audit?user=nobody@people.example").await.status, 404);
    server.finish().await;
}

#[tokio::test]
async fn a_kind_of_event_that_there_is_not_is_refused_and_no_empty_list() {
    let server = TestServer::start().await;
    rename(&server, VIEWER, "Wilhelmina").await;
    let script = Script::of(&server, ADMIN).await;
    let mut browser = server.browser_of(ADMIN).await;

    for unknown in ["users.creat", "users_create", "nothing", "%00"] {
        let refused = script.get(&format!("/api/v1/audit/events?event={unknown}")).await;
        assert_eq!(
            (refused.status, &refused.json()["code"]),
            (400, &"audit.unknown_event".into()),
            "{unknown}"
        );
        assert_eq!(refused.json()["field"], "event");
        let page = browser.get(&format!("/admin/audit?event={unknown}")).await;
        assert!(page.status == 400 && page.says("is no kind of event."), "{unknown}: {}", page.body);
        assert!(page.says("aria-invalid=\"true\"") && !page.says("Wilhelmina"), "{unknown}");
        assert_eq!(browser.get(&format!("/admin/audit/export/csv?event={unknown}")).await.status, 400);
    }
    let cx = server.cx_as(ADMIN).await;
    let wanted = Search { event: "users.gone".into(), ..Search::default() };
    assert_refused(search(&cx, &wanted, None, 50).await, &UNKNOWN_EVENT);
    // What an older version recorded is found as long as it stands in the trail.
    server.sql("update audit_events set event = 'users.gone' where event = 'users.update'").await;
    assert_eq!(search(&cx, &wanted, None, 50).await.unwrap().events.len(), 1);
    server.abandon().await;
}

#[test]
fn every_choice_of_the_filter_has_its_own_words_in_every_language() {
    for language in Language::ALL {
        let mut words: Vec<String> =
            Text::new(language).events().into_iter().map(|(_, words)| words).collect();
        let all = words.len();
        words.sort();
        words.dedup();

        assert_eq!(words.len(), all, "{language:?}");
    }
}

#[tokio::test]
async fn each_event_says_to_whom_or_what_it_happened() {
    let server = TestServer::start().await;
    let admin = server.cx_as(BaseRole::Admin).await;
    let off = [("userProfile.preferences".to_owned(), false)].into();
    let lock = UserPatch { locked: Some(true), ..UserPatch::default() };
    let viewer = email_of(BaseRole::Consumer);

    feature_management::set(&admin, None, &off).await.unwrap();
    users::update(&admin, &viewer, lock).await.unwrap();

    let mut browser = server.browser_of(BaseRole::Admin).await;
    let features = browser.get("/admin/audit?event=feature_management.set").await;
    assert!(features.says("<bdi>userProfile.preferences</bdi>"), "{}", features.body);
    let locked = browser.get("/admin/audit?event=users.lock").await;
    assert!(locked.says(&format!("<bdi>{viewer}</bdi>")), "{}", locked.body);
    server.finish().await;
}
