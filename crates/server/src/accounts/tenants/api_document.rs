//! What the documents say of tenants.

use super::NAME;
use crate::{
    cx::Permission,
    web::openapi::{
        Part, get,
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
