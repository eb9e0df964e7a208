//! What the documents say of the audit trail.

use super::{
    ChainState,
    table::{Format, JSON_LINES},
};
use crate::{
    cx::Permission,
    web::openapi::{
        Operation, Part, get,
        schema::{Schema, anything, count, list, object, page, switch, text, time, whole, words},
    },
};

const USER: &str =
    "Id, user name or e-mail address of a user who acted or was acted upon; of a deleted one the id";

const NOBODY: &str = "Nobody has this name or address";

/// The calls of this room.
pub fn part() -> Part {
    let proved = object([
        ("at", time().said("When it was walked")),
        (
            "events",
            count().said("Up to which event all stand as they were written; those after it were not walked"),
        ),
        ("brokenAt", whole().or_null().said("The first event that does not fit; null if all do")),
    ]);
    Part::new(
        "Audit",
        "Who did what to whom, as a chain that shows every change of it",
        vec![
            search(),
            export(),
            get("/api/v2/audit/files", "The audit trail, as a list of one file that is whole or not")
                .needs(Permission::ReadAudit)
                .answers(
                    "The list",
                    list(object([
                        ("file", text()),
                        (
                            "valid",
                            switch().said(
                                "Whether the last proof found every event as it was written; false as well before the first proof",
                            ),
                        ),
                        ("filePath", text()),
                        ("state", words(ChainState::WORDS).said("The same as `/api/v1/audit/chain` says it")),
                    ])),
                ),
            get("/api/v1/audit/chain", "How many events there are, and what the last proof found")
                .needs(Permission::ReadAudit)
                .answers(
                    "The chain",
                    object([
                        ("events", count().said("How many there are")),
                        (
                            "state",
                            words(ChainState::WORDS).said(
                                "What can be said of all of them: `wholeSoFar` if those that were walked stand as they were written, \
                                 and others were written since",
                            ),
                        ),
                        ("proved", proved.or_null().said("The last walk along the chain; null if there was none")),
                    ]),
                ),
        ],
    )
}

fn search() -> Operation {
    let call = get("/api/v1/audit/events", "Search the audit trail, newest first")
        .tells(
            "A page may be short or even empty although there is a next one: a search looks through a bounded \
             part of the trail at a time.",
        )
        .needs(Permission::ReadAudit);
    filtered(call)
        .query("before", whole(), "Only events before this `sequence`")
        .query("limit", whole(), "How many at most: 1 to 200; 50 if it is not said")
        .answers(
            "A page",
            page(event(), text().or_null().said("What `before` takes for older events; null at the end")),
        )
        .refuses(400, "A day, a place or a number cannot be read, or there is no such kind of event")
        .refuses(404, NOBODY)
}

fn export() -> Operation {
    let call = get("/api/v1/audit/export", "The audit trail as a file, newest first")
        .tells(
            "The same filters as the search; every event that fits, however many, written while it is sent. Taking it \
             along is an event itself, `audit.export`. A file that could not be written to its end breaks off.",
        )
        .needs(Permission::ReadAudit)
        .query("format", words(Format::WORDS), "A line of JSON for each event, as the search shows it, or a table");
    filtered(call)
        .sends("The file: JSON Lines unless `format` says otherwise", JSON_LINES)
        .answers_csv("The same as a table: a line of heads, then a line for each event")
        .refuses(400, "A day or the format cannot be read, or there is no such kind of event")
        .refuses(404, NOBODY)
}

/// The filters that both have.
fn filtered(call: Operation) -> Operation {
    let day = "A day, like `2026-11-21`, or a moment, like `2026-11-21T05:31:00Z`";
    call.query("event", text(), "One kind of event, like `users.create`")
        .query("user", text(), USER)
        .query("search", text(), "Any part of names, ids and values")
        .query("from", text(), day)
        .query("to", text(), day)
}

/// An event as the API shows it.
pub fn event() -> Schema {
    object([
        ("sequence", whole().said("Its place in the trail; grows without gaps")),
        ("at", time()),
        ("event", text().said("What was done, like `users.create`")),
        ("actorId", text().or_null().said("Who did it")),
        ("actorName", text()),
        ("onBehalfOf", text().or_null().said("As whom somebody looked at the pages")),
        ("subjectKind", text().said("To what it was done, like `user`")),
        ("subjectId", text()),
        ("before", anything().said("What changed, as it was")),
        ("after", anything().said("What changed, as it is")),
        ("ip", text()),
        ("userAgent", text()),
        ("requestId", text()),
    ])
}
