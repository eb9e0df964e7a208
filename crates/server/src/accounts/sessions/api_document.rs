//! What the documents say of sessions.

use crate::{
    cx::Permission,
    web::openapi::{
        Part, delete, get,
        schema::{Schema, count, object, page, switch, text, time, whole},
    },
};

/// The calls of this room.
pub fn part() -> Part {
    Part::new(
        "Sessions",
        "Who is signed in, in which browser",
        vec![
            get("/api/v1/sessions", "Everybody's sessions, those used last first")
                .needs(Permission::ManageSessions)
                .query(
                    "search",
                    text(),
                    "The beginning of a user name, an e-mail address or a client's address",
                )
                .query("role", text(), "Id or name of a role, a custom one too")
                .query("after", text(), "The `next` of the page before")
                .query(
                    "limit",
                    whole(),
                    "How many at most: 1 to 200; 50 if it is not said",
                ).refuses(400, "`after` is no place, or `limit` no number")
                .answers(
                    "A page",
                    page(
                        session(),
                        text().or_null().said(
                            "What `after` takes; null at the end. A page with few sessions, or none, may have one",
                        ),
                    ),
                )
                .refuses(404, "There is no such role"),
            delete("/api/v1/sessions/{id}", "End a session")
                .needs(Permission::ManageSessions)
                .is_done("It has ended"),
            delete("/api/v1/users/{user}/sessions", "End every session of a user but the one that asks")
                .needs(Permission::ManageSessions)
                .answers("How many ended", object([("ended", count())])),
        ],
    )
}

fn session() -> Schema {
    object([
        ("id", text()),
        ("userId", text()),
        ("userName", text()),
        ("email", text()),
        ("firstName", text()),
        ("lastName", text()),
        ("roleId", text()),
        ("role", text()),
        ("currentSessions", count().said("How many sessions the user has")),
        ("created", time()),
        ("lastSeen", time()),
        ("expires", time()),
        ("address", text()),
        ("userAgent", text()),
        ("remembered", switch()),
    ])
}
