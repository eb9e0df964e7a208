//! What the documents say of the application itself.

use crate::{
    cx::Permission,
    web::openapi::{
        Part, get, post,
        schema::{any_object, anything, list, object, switch, text, words},
    },
};

/// The calls of this room.
pub fn part() -> Part {
    let license = object([("isMobileEnabled", switch()), ("isExpired", switch())]);
    Part::new(
        "Application",
        "What the server says of itself",
        vec![
            get("/api/v1/application/status", "The version, and whether the license has run out")
                .open()
                .answers("The status", object([("version", text()), ("license", license)])),
            get("/api/v1/settings/public_settings", "First day of the week and usual language")
                .open()
                .answers("The settings", object([("firstday", words(["mon"])), ("language", text())])),
            post("/api/activities", "What was clicked where")
                .tells("Clients send it and wait for nothing; it is read and forgotten.")
                .needs(Permission::ReadOwnAccount)
                .may_take(list(anything()))
                .answers("Taken", any_object()),
            post("/api/v1/logs/timer", "How long something took in the interface")
                .tells("Clients send it and wait for nothing; it is read and forgotten.")
                .needs(Permission::ReadOwnAccount)
                .may_take(anything())
                .answers("Taken", any_object()),
        ],
    )
}
