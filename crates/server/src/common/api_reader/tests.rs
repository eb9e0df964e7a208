//! What the API reference promises.

use serde_json::json;

use super::{fields, samples};
use crate::{
    cx::BaseRole,
    testing::TestServer,
    web::openapi::{
        self, Version, get, post,
        schema::{count, list, object, text},
    },
};

/// The largest page of a call, in bytes; its style sheet and scripts come on top.
const PAGE_BYTES_MAX: usize = 60_000;

#[tokio::test]
async fn every_call_has_a_page_that_the_list_leads_to_and_none_is_heavy() {
    let server = TestServer::start_empty().await;

    for version in Version::ALL {
        let listed = server.request("GET", &format!("/api-reader/{}", version.word())).send().await;
        assert!(listed.status == 200 && listed.body.len() < 2 * PAGE_BYTES_MAX, "{}", listed.body.len());
        for operation in openapi::parts().iter().flat_map(|part| &part.operations) {
            if version.has(operation.path) {
                let path = format!("/api-reader/{}/{}", version.word(), operation.id());
                assert!(listed.says(&path), "{path}");
                let page = server.request("GET", &path).send().await;
                assert!(page.status == 200 && page.says(operation.path), "{path}: {}", page.status);
                assert!(page.body.len() < PAGE_BYTES_MAX, "{path} has {} bytes", page.body.len());
            }
        }
    }

    server.finish().await;
}

#[tokio::test]
async fn the_list_narrows_to_what_is_searched_for() {
    let server = TestServer::start_empty().await;

    let found = server.request("GET", "/api-reader/v1?search=DELETE+users.delete").send().await;
    let nothing = server.request("GET", "/api-reader/v1?search=no+such+call").send().await;
    let elsewhere = server.request("GET", "/api-reader/v7").send().await;
    let no_call = server.request("GET", "/api-reader/v1/deleteEverything").send().await;

    assert!(found.says("deleteUsersByUser") && !found.says("getUsersByUser\""));
    assert!(nothing.status == 200 && !nothing.says("<ul class=\"calls\""));
    assert_eq!((elsewhere.status, no_call.status), (404, 404));
    server.finish().await;
}

#[tokio::test]
async fn whoever_is_signed_in_finds_the_reference_at_the_foot_of_every_page() {
    let server = TestServer::start().await;

    let home = server.browser_of(BaseRole::Consumer).await.get("/").await;

    assert!(home.links().contains(&"/api-reader".to_owned()));
    server.finish().await;
}

#[test]
fn samples_can_be_pasted_whatever_is_in_them() {
    let open = get("/api/v1/things/{id}", "A thing").open().answers("It", text());
    let sent = post("/api/v1/things", "Make a thing")
        .takes(object([("name", text())]))
        .like(json!({ "name": "Ada's \"thing\"", "on": true, "in": null, "many": [1, false] }))
        .is_done("Made");

    assert_eq!(samples::curl(&open, "http://h"), "curl 'http://h/api/v1/things/66f1c2a45d0e8b3f7a914c20'");
    assert!(samples::curl(&sent, "http://h").contains(r#""name": "Ada'\''s \"thing\"""#));
    let python = samples::python(&sent, "http://h");
    assert!(python.contains(r#""name": "Ada's \"thing\"","#), "{python}");
    assert!(
        python.contains("\"on\": True") && python.contains("\"in\": None") && python.contains("[1, False]")
    );
    assert!(!python.contains("answer.json()"), "nothing comes back: {python}");
}

#[test]
fn a_schema_is_shown_as_the_fields_it_has() {
    let schema =
        object([("items", list(object([("id", text().said("Whose")), ("left?", count().or_null())])))]);

    let shown: Vec<(String, String, bool)> =
        fields::of(&schema).into_iter().map(|field| (field.path, field.kind, field.is_needed)).collect();

    let field = |path: &str, kind: &str, is_needed| (path.to_owned(), kind.to_owned(), is_needed);
    assert_eq!(
        shown,
        [
            field("items", "object[]", true),
            field("items[].id", "string", true),
            field("items[].left", "integer | null", false),
        ]
    );
}
