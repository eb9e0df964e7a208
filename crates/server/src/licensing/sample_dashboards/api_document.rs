//! What the documents say of sample dashboards.

use serde_json::json;

use crate::{
    cx::Permission,
    web::openapi::{
        Operation, Part, get, post,
        schema::{Schema, count, null, object, page, text},
    },
};

/// The calls of this room.
pub fn part() -> Part {
    let path = "/api/v1/licensing/sample-dashboards/{slug}";
    let place = "The last part of its address in the portal";
    let mut whole = sample();
    whole.extend([("size", count().said("In bytes")), ("sha256", text().said("In hex digits"))]);
    Part::new(
        "Sample dashboards",
        "Dashboards that customers take as a beginning",
        vec![
            get("/api/v1/licensing/sample-dashboards", "The sample dashboards, by title")
                .needs(Permission::ReadOwnAccount)
                .answers("All of them", page(object(sample()), null())),
            get(path, "A sample dashboard, with size and checksum of its file")
                .needs(Permission::ReadOwnAccount)
                .place("slug", place)
                .answers("The sample", object(whole)),
            get("/api/v1/licensing/sample-dashboards/{slug}/file", "Download the file of a sample dashboard")
                .tells("Takes `Range` and `If-Range`; the `ETag` is the SHA-256 of the whole file.")
                .needs(Permission::ReadOwnAccount)
                .place("slug", place)
                .sends("The file", "application/json")
                .sends_part("A part of the file", "application/json"),
            post(
                "/api/v1/licensing/sample-dashboards",
                "Add a sample dashboard, which customers do not see yet",
            )
            .needs(Permission::LicensesManage)
            .takes(object([
                ("title", text()),
                ("summary", text().said("What it is, in a sentence")),
                ("description?", text()),
                ("file", text().said("The dashboard: JSON, as a text")),
            ]))
            .like(json!({ "title": "Sales by region", "summary": "Sales in short.", "file": "{}" }))
            .makes("The sample", object(sample()))
            .refuses(409, "There is such a title already, or as many samples as there can be")
            .refuses(422, "A text is missing or too long, or the file is no JSON"),
            shows(
                "/api/v1/licensing/sample-dashboards/{slug}/publish",
                "Show a sample dashboard to customers",
                "They see it",
            ),
            shows(
                "/api/v1/licensing/sample-dashboards/{slug}/hide",
                "Show a sample dashboard to customers no longer",
                "They do not see it",
            ),
        ],
    )
}

fn shows(path: &'static str, about: &'static str, done: &'static str) -> Operation {
    post(path, about)
        .place("slug", "The last part of its address in the portal")
        .needs(Permission::LicensesManage)
        .is_done(done)
}

fn sample() -> Vec<(&'static str, Schema)> {
    vec![
        ("slug", text()),
        ("title", text()),
        ("summary", text()),
        ("description", text()),
        ("fileName", text()),
    ]
}
