//! What the documents say of sample dashboards.

use crate::{
    cx::Permission,
    web::openapi::{
        Part, get,
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
        ],
    )
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
