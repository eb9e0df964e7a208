//! What the documents say of releases.

use serde_json::json;

use super::model::ReleaseState;
use crate::{
    cx::Permission,
    web::openapi::{
        Operation, Part, get, post, put,
        schema::{Schema, count, id, list, named, object, text, time, words},
    },
};

fn file() -> Schema {
    object([
        ("id", id()),
        ("name", text()),
        ("size", count().said("In bytes")),
        ("sha256", text().said("In hex digits")),
        ("signature", text().said("In the format of minisign")),
    ])
}

fn release() -> Schema {
    object([
        ("id", id()),
        ("version", text()),
        ("notes", text()),
        ("entitlement", text().said("What a license must open; empty for any license in force")),
        ("state", words(ReleaseState::ALL.map(ReleaseState::word))),
        ("publishedAt", time().or_null()),
        ("files", list(named("ReleaseFile"))),
    ])
}

/// The calls of this room.
pub fn part() -> Part {
    Part::new("Releases", "Versions of the platform that customers download", calls())
        .schema("Release", release())
        .schema("ReleaseFile", file())
}

fn calls() -> Vec<Operation> {
    let (read, manage) = (Permission::LicensesRead, Permission::LicensesManage);
    let all = object([
        ("items", list(named("Release"))),
        ("publicKey", text().said("The key that signs the files, as minisign reads it")),
    ]);
    let mine = object([
        ("items", list(named("Release"))),
        ("closed", count().said("How many published releases one's licenses do not open")),
        ("publicKey", text().said("The key that signs the files, as minisign reads it")),
    ]);
    vec![
        get(
            "/api/v1/licensing/downloads",
            "The releases that one's own licenses open, the newest version first",
        )
        .needs(Permission::ReadOwnAccount)
        .answers("The releases, each file with checksum and signature", mine),
        get("/api/v1/licensing/downloads/{file}", "Download a file, or a part of it")
            .tells("Takes `Range` and `If-Range`; the `ETag` is the SHA-256 of the whole file.")
            .needs(Permission::ReadOwnAccount)
            .place("file", "Id of a file of a release")
            .sends("The file", "application/octet-stream")
            .sends_part("A part of the file", "application/octet-stream"),
        get("/api/v1/licensing/releases", "All releases, the newest version first")
            .needs(read)
            .answers("The releases", all),
        post("/api/v1/licensing/releases", "Draft a release")
            .needs(manage)
            .takes(object([("version", text()), ("notes?", text()), ("entitlement?", text())]))
            .like(json!({ "version": "2026.6.1", "notes": "Corrections." }))
            .makes("The release", named("Release"))
            .refuses(409, "There is such a version already"),
        put(
            "/api/v1/licensing/releases/{release}/files/{name}",
            "Add a file to a draft; the body is the file",
        )
        .tells("The file is kept as it comes in; checksum and signature are made here.")
        .place("release", "Id of a release")
        .place("name", "What the file is called")
        .needs(manage)
        .takes_forms(vec![("application/octet-stream", text())])
        .makes("The file", named("ReleaseFile"))
        .refuses(409, "It is no draft, or has such a file already")
        .refuses(413, "The file is larger than the server takes"),
        post("/api/v1/licensing/releases/{release}/publish", "Let customers download a draft")
            .place("release", "Id of a release")
            .needs(manage)
            .is_done("It is published")
            .refuses(409, "It is no draft with a file"),
        post("/api/v1/licensing/releases/{release}/withdraw", "Let nobody download a release any more")
            .place("release", "Id of a release")
            .needs(manage)
            .is_done("It is withdrawn")
            .refuses(409, "It is not published"),
    ]
}
