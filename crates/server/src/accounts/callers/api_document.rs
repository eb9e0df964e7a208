//! What the documents say of callers.

use serde_json::json;

use super::model::CallerKind;
use crate::{
    cx::{LegacyPart, Permission},
    web::openapi::{
        Part, get, patch,
        schema::{Schema, count, id, list, named, object, page, switch, text, time, whole, words},
    },
};

/// The calls of this room.
pub fn part() -> Part {
    let path = "/api/v1/callers/{id}";
    Part::new(
        "Callers",
        "The scripts that call the API, and a switch for each",
        vec![
            get("/api/v1/callers", "The scripts that call, those seen last first")
                .needs(Permission::ManageSecurity)
                .query("search", text(), "A part of a user's name or address, a token's name, an address or a program's name")
                .query("kind", kinds(), "Only those let in so")
                .query("legacy", switch(), "Only those that use old ways")
                .query("off", switch(), "Only those that are switched off")
                .query("limit", whole(), "How many at most: 1 to 200; 50 if it is not said").refuses(400, "`after` is no place, or `limit` no number")
                .query("after", text(), "The `next` of the page before")
                .answers("A page of callers", page(object(fields()), text().or_null()))
                .refuses(422, "There is no such kind"),
            get(path, "One caller, with what it called and the old ways it used")
                .needs(Permission::ManageSecurity)
                .answers("The caller", named("Caller")),
            patch(path, "Switch a caller off, or on again")
                .tells("A caller that is off is refused with 403 and `callers.switched_off`, on every node within a second.")
                .needs(Permission::ManageSecurity)
                .takes(object([("off", switch())]))
                .like(json!({ "off": false }))
                .answers("The caller", named("Caller"))
                .refuses(409, "As many callers are switched off as can be"),
        ],
    )
    .schema("Caller", whole_caller())
}

fn kinds() -> Schema {
    words(CallerKind::ALL.iter().map(|kind| kind.word()))
}

fn parts() -> Schema {
    words(LegacyPart::ALL.iter().map(|part| part.word()))
}

fn fields() -> Vec<(&'static str, Schema)> {
    vec![
        ("id", id()),
        ("kind", kinds().said("What lets it in")),
        ("tokenId", text().or_null()),
        ("tokenName", text().or_null()),
        ("userId", id()),
        ("userName", text()),
        ("email", text()),
        ("role", text()),
        ("address", text()),
        ("userAgent", text()),
        ("calls", count()),
        (
            "legacy",
            list(object([("part", parts()), ("advice", text())])).said("Old ways of the last 30 days"),
        ),
        ("firstSeen", time()),
        ("lastSeen", time().said("Up to a minute late")),
        ("off", switch()),
        ("offSince", time().or_null()),
    ]
}

fn whole_caller() -> Schema {
    let route = object([("method", text()), ("route", text()), ("calls", count()), ("lastSeen", time())]);
    let used = object([("part", parts()), ("calls", count()), ("lastSeen", time())]);
    let mut all = fields();
    all.push(("routes", list(route).said("What it called")));
    all.push(("legacyUses", list(used).said("The old ways that it ever used")));
    object(all)
}
