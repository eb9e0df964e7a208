//! What the audit trail tells of objects: enough to know what it was, whose, and what it was before.

use serde_json::{Value, json};

use super::super::{Keeps, NewObject, ObjectKind, Verdict, register, transfer_objects};
use super::{DESIGNER, VIEWER, add, dashboards, object};
use crate::testing::{TestServer, email_of};

fn values(json: Option<&String>) -> Value {
    json.map_or(Value::Null, |json| serde_json::from_str(json).unwrap())
}

#[tokio::test]
async fn what_was_registered_is_told_with_title_and_owner_and_with_what_was_before() {
    let server = TestServer::start().await;
    let host = server.host();
    let first = object(ObjectKind::Dashboard, "7", &email_of(DESIGNER));
    let id = add(&host, first.clone()).await;

    register(&host, vec![NewObject { title: "Sales".into(), ..first }]).await.unwrap();

    let events = server.events_named("ownership.register").await;
    assert_eq!(events.len(), 2);
    let told = |title: &str| {
        json!({
            "kind": "dashboard", "externalId": "7", "title": title, "owner": server.id_of(DESIGNER),
            "ownerName": format!("Grace Hopper ({})", email_of(DESIGNER)), "folder": null,
        })
    };
    let still_there = |mut value: Value| {
        value["removed"] = json!(false);
        value
    };
    let mut seen: Vec<(Value, Value)> =
        events.iter().map(|it| (values(it.before_json.as_ref()), values(it.after_json.as_ref()))).collect();
    seen.sort_by_key(|(before, _)| !before.is_null());
    assert_eq!(seen[0], (Value::Null, told("Title of 7")));
    assert_eq!(seen[1], (still_there(told("Title of 7")), still_there(told("Sales"))));
    assert!(events.iter().all(|event| event.subject_id == id));
    server.finish().await;
}

#[tokio::test]
async fn of_many_each_that_was_there_before_is_told_and_the_new_ones_are_counted() {
    let server = TestServer::start().await;
    let host = server.host();
    register(&host, dashboards(3, &email_of(DESIGNER))).await.unwrap();
    let mut again = dashboards(5, &email_of(DESIGNER));
    again[1].title = "Overwritten".into();

    let verdicts = register(&host, again).await.unwrap();

    let words: Vec<&str> = verdicts.iter().map(Verdict::word).collect();
    assert_eq!(words, ["unchanged", "updated", "unchanged", "added", "added"]);
    let events = server.events_named("ownership.register").await;
    let counts: Vec<Value> = events
        .iter()
        .filter(|event| event.subject_id.is_empty())
        .map(|event| values(event.after_json.as_ref()))
        .collect();
    assert_eq!(events.len(), 3);
    assert!(counts.contains(&json!({ "added": 3, "updated": 0 })), "{counts:?}");
    assert!(counts.contains(&json!({ "added": 2, "updated": 1 })), "{counts:?}");
    let one = events.iter().find(|event| !event.subject_id.is_empty()).unwrap();
    assert_eq!(values(one.before_json.as_ref())["title"], "Title of d00001");
    assert_eq!(values(one.after_json.as_ref())["title"], "Overwritten");
    server.finish().await;
}

#[tokio::test]
async fn who_had_it_and_who_has_it_is_told_in_names() {
    let server = TestServer::start().await;
    let host = server.host();
    let id = add(&host, object(ObjectKind::Dashboard, "7", &email_of(DESIGNER))).await;

    transfer_objects(&host, &[id], &email_of(VIEWER), Keeps::View).await.unwrap();

    let event = server.events_named("ownership.transfer").await.remove(0);
    let (before, after) = (values(event.before_json.as_ref()), values(event.after_json.as_ref()));
    assert_eq!((&before["title"], &before["owner"]), (&json!("Title of 7"), &json!(server.id_of(DESIGNER))));
    let named = |role| json!(format!("Grace Hopper ({})", email_of(role)));
    assert_eq!((&before["ownerName"], &after["ownerName"]), (&named(DESIGNER), &named(VIEWER)));
    server.finish().await;
}
