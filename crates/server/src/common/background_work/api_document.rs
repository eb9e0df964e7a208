//! What the documents say of background work.

use crate::{
    cx::Permission,
    web::openapi::{
        Part, get, post,
        schema::{count, list, object, switch, text, time},
    },
};

/// The calls of this room.
pub fn part() -> Part {
    let failed = object([
        ("id", text()),
        ("kind", text().said("`room.verb`")),
        ("attempts", count()),
        ("lastError", text().or_null()),
        ("created", time()),
        ("givenUp", time()),
        ("canRetry", switch().said("Mails are retried by `POST /api/v1/mails/{id}/retry`")),
    ]);
    Part::new(
        "Background work",
        "What the server does beside requests",
        vec![
            get("/api/v1/background-work", "How much work waits, and what failed for good")
                .needs(Permission::ManageSecurity)
                .answers(
                    "The work",
                    object([
                        ("waiting", count()),
                        ("running", count()),
                        ("dead", count().said("How much failed for good")),
                        ("failed", list(failed).said("Newest first, at most 200")),
                    ]),
                ),
            post("/api/v1/background-work/{id}/retry", "Try failed work again")
                .needs(Permission::ManageSecurity)
                .is_done("It waits again, with all its tries")
                .refuses(409, "It is a mail"),
        ],
    )
}
