//! What the documents say of API tokens.

use crate::{
    cx::Permission,
    web::openapi::{
        Part, get, post,
        schema::{object, text},
    },
};

/// The calls of this room.
pub fn part() -> Part {
    Part::new(
        "API tokens",
        "What scripts hold instead of a password",
        vec![
            get("/api/v1/authentication/tokens/api", "One's own API token, made if there is none yet")
                .needs(Permission::ChangeOwnAccount)
                .answers(
                    "The token",
                    object([
                        ("token", text()),
                        ("notification?", text().said("When it runs out, if it does")),
                    ]),
                )
                .refuses(404, "API tokens are switched off")
                .refuses(409, "There are too many tokens"),
            post("/api/v1/authentication/tokens/api/renew", "Make one's own API token anew")
                .tells("Every older one of the caller is dead at once.")
                .needs(Permission::ChangeOwnAccount)
                .answers("The new token", object([("token", text())]))
                .refuses(404, "API tokens are switched off"),
        ],
    )
}
