//! Whoever sends several wrong values hears of all of them at once.

use serde_json::{Value, json};

use super::pages::page_of;
use crate::{
    cx::BaseRole,
    testing::{Answer, Script, TestServer},
};

const ADMIN: BaseRole = BaseRole::Admin;

/// The fields that are told as wrong, each with a message.
fn fields(answer: &Answer) -> Vec<Value> {
    let told = answer.json()["error"]["subErrors"].clone();
    let told = told.as_array().unwrap().iter();
    told.map(|one| one["message"].as_str().filter(|it| !it.is_empty()).map(|_| one["field"].clone()).unwrap())
        .collect()
}

#[tokio::test]
async fn a_call_names_every_wrong_field_of_a_user() {
    let server = TestServer::start().await;
    let script = Script::of(&server, ADMIN).await;
    let long = "n".repeat(101);
    let wrong = json!({ "email": "no address", "firstName": long, "lastName": "Ng", "userName": "\u{200b}", "password": "short" });

    let added = script.send("POST", "/api/v1/users", wrong.clone()).await;
    assert_eq!((added.status, &added.json()["code"]), (400, &json!("users.bad_email")), "{}", added.body);
    assert_eq!(fields(&added), ["email", "firstName", "userName", "password"], "{}", added.body);

    let listed =
        script.send("POST", "/api/v1/users/bulk", json!([{ "email": "a@people.example" }, wrong])).await;
    assert_eq!(fields(&listed), ["email", "firstName", "userName", "password"], "{}", listed.body);
    assert_eq!(listed.json()["error"]["subErrors"][3]["index"], 1, "{}", listed.body);

    let path = format!("/api/v1/users/{}", server.id_of(BaseRole::Consumer));
    let changed = script.send("PATCH", &path, json!({ "email": "no address", "lastName": long })).await;
    assert_eq!(fields(&changed), ["email", "lastName"], "{}", changed.body);
    assert_eq!(server.number("select count(*) from users").await, 6);
    server.finish().await;
}

#[tokio::test]
async fn a_form_marks_every_wrong_field_and_its_summary_leads_to_each() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(ADMIN).await;
    let long = "n".repeat(101);
    let typed =
        [("email", "no address"), ("first_name", &long), ("credential", "password"), ("password", "short")];

    let added = browser.submit("/admin/users/new", &typed).await;

    assert_eq!(added.status, 422);
    for field in ["email", "first_name", "password"] {
        assert!(added.says(&format!("href=\"#field-{field}\"")), "{field}: {}", added.body);
    }
    assert_eq!(added.body.matches("aria-invalid=\"true\"").count(), 3, "{}", added.body);
    assert_eq!(added.field("field-first_name").as_deref(), Some(long.as_str()));

    let page = page_of(&server, BaseRole::Consumer);
    let typed =
        [("email", "no address"), ("last_name", &long), ("change_password", "on"), ("password", "short")];
    let changed = browser.submit(&page, &typed).await;
    for field in ["email", "last_name", "password"] {
        assert!(changed.says(&format!("href=\"#field-{field}\"")), "{field}: {}", changed.body);
    }
    server.finish().await;
}
