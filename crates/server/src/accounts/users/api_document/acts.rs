//! What the document of v1 says of acts on many users.

use serde_json::json;

use super::super::actions::Act;
use crate::{
    cx::Permission,
    web::openapi::{
        Operation, get, post,
        schema::{Schema, count, either, id, list, map, object, page, switch, text, time, words},
    },
};

fn reasons() -> Schema {
    list(object([("userName", text()), ("code", text()), ("detail", text())]))
        .said("Why the first 100 of those are left out")
}

fn act() -> Schema {
    object([
        ("id", id()),
        ("act", words(Act::WORDS)),
        ("state", words(["running", "done", "stopped"])),
        ("startedBy", text()),
        ("all", count()),
        ("done", count().said("How many were looked at")),
        ("changed", count()),
        ("unchanged", count().said("How many were so already")),
        ("refused", count().said("How many are left out")),
        ("reasons", reasons()),
        ("created", time()),
        ("reason", text().or_null().said("Why it stopped")),
    ])
}

fn forecast() -> Schema {
    object([
        ("all", count()),
        ("changed", count()),
        ("unchanged", count()),
        ("refused", count()),
        ("reasons", reasons()),
        ("fingerprint", text().said("Sent along, the act is done only if it is about the same users still")),
        (
            "owned?",
            map(count()).said("For `delete`: how many objects of each kind those own who would be deleted"),
        ),
        (
            "ownedHasMore?",
            switch().said("For `delete`: whether they may own more; 100,000 are counted at most"),
        ),
    ])
}

pub(super) fn operations() -> Vec<Operation> {
    vec![
        get("/api/v1/users/acts", "The latest acts on many users, newest first, without the reasons")
            .needs(Permission::ListUsers)
            .query("after", text(), "The `next` of the page before")
            .query("limit", count(), "How many at most: 1 to 100; 100 if it is not said")
            .answers("The acts", page(act(), text().or_null().said("Null at the end")))
            .refuses(400, "`after` is no place, or `limit` no number"),
        post("/api/v1/users/acts", "Do something to many users, or say what it would do")
            .tells(
                "Answers 202 while a job is at it: ask for the act until its state is another than `running`. Deleting, and \
                 bringing back who was deleted, need `users.delete` instead of `users.change`, and inviting `users.add`; what \
                 those who go own stays, under their names as former users.",
            )
            .needs(Permission::ChangeUsers)
            .takes(object([
                ("act", words(Act::WORDS)),
                ("role?", text().said("For `role`: id or name")),
                ("group?", text().said("For `join` and `leave`: id or name")),
                (
                    "of?",
                    id().said(
                        "For `take_back`: the act that is to be taken back, without `ids`. If it gave roles, its users have \
                         those of before again; whoever has another role by now than that act gave is left out. If it \
                         deleted users, `take_back` is `bring_back`: whom that act deleted, and nobody else, comes back as \
                         over `/api/v1/users/deleted/{id}/undo`. Left out is who was deleted again since, whose name or \
                         address somebody else has by now, for whom no seat is free, and whose 30 days are over",
                    ),
                ),
                ("ids?", list(id()).said("Of the users")),
                (
                    "query?",
                    text().said(
                        "Instead of `ids`: whoever fits these filters of the list of users, like `role=viewer&idle=90`: \
                         `search`, `role`, `group`, `state`, `origin`, `seat`, `idle`. What is no filter is refused",
                    ),
                ),
                ("everybody?", switch().said("Instead of both: everybody")),
                ("dryRun?", switch().said("Nothing is changed")),
                ("fingerprint?", text().said("That of a dry run")),
            ]))
            .like(json!({ "act": "deactivate", "query": "idle=90", "dryRun": true }))
            .answers("What it would do, or the act", either([forecast(), act()]))
            .begins("A job does it", act())
            .refuses(404, "There is no such role or group")
            .refuses(409, "Others match by now, or it cannot be done to a derived group")
            .refuses(413, "They are too many"),
        get("/api/v1/users/acts/{id}", "How far an act is, and whom it left out and why")
            .needs(Permission::ListUsers)
            .answers("The act", act()),
        post("/api/v1/users/acts/{id}/stop", "Stop an act that a job is at; what it did stays")
            .needs(Permission::ChangeUsers)
            .answers("The act", act())
            .refuses(409, "It is not running any more"),
    ]
}
