//! What the documents say of tenants.

use super::NAME;
use crate::{
    cx::Permission,
    web::openapi::{
        Part, delete, get, post,
        schema::{list, named, object, switch, text, words},
    },
};

/// The calls of this room.
pub fn part() -> Part {
    Part::new(
        "Tenants",
        "There is one tenant, `system`; clients look it up and send its id with the users they add",
        vec![
            get("/api/v1/tenants", "All tenants")
                .needs(Permission::ReadOwnAccount)
                .answers("A list of one", list(named("Tenant"))),
            get("/api/v1/tenants/{tenant}", "One tenant")
                .needs(Permission::ReadOwnAccount)
                .place("tenant", "Its id, or `system`")
                .answers("The tenant", named("Tenant")),
            post("/api/v1/tenants", "Refused: there is one tenant")
                .needs(Permission::ManageSecurity)
                .is_always_refused(409, "There is one tenant, and no other can be made"),
            delete("/api/v1/tenants/{tenant}", "Refused: the one tenant stays")
                .needs(Permission::ManageSecurity)
                .place("tenant", "Its id, or `system`")
                .is_always_refused(409, "The one tenant stays"),
        ],
    )
    .schema(
        "Tenant",
        object([
            ("_id", text()),
            ("name", words([NAME])),
            ("default", switch()),
            ("systemManagement", switch()),
        ]),
    )
}
