//! What the documents say of invitations.

use serde_json::json;

use crate::{
    cx::Permission,
    web::openapi::{
        Part, get, post,
        schema::{email, list, object, password, text},
    },
};

/// The calls of this room.
pub fn part() -> Part {
    let not_invited = "The user has a password already, or no seat is left";
    Part::new(
        "Invitations",
        "The first password",
        vec![
            post("/api/v1/account/begin_activate", "Mail an invitation again")
                .needs(Permission::AddUsers)
                .takes(object([("email?", email())]))
                .like(json!({ "email": "ada@example.com" }))
                .is_done("The mail is on its way")
                .refuses(404, "There is no such user")
                .refuses(409, not_invited),
            post("/api/v1/account/begin_activate_bulk", "Mail several invitations again")
                .tells("The first address that is refused ends it.")
                .needs(Permission::AddUsers)
                .takes(list(email()))
                .like(json!(["ada@example.com"]))
                .is_done("The mails are on their way")
                .refuses(404, "There is no such user")
                .refuses(409, not_invited),
            get("/api/v1/account/activate/{token}", "Whom a link invites")
                .tells("Looking uses nothing up.")
                .open()
                .answers("The user", object([("userName", text()), ("language", text().or_null())])),
            post("/api/v1/account/activate/{token}", "Choose the first password")
                .open()
                .takes(object([("password?", password())]))
                .like(json!({ "password": "violet kettle orbit 41" }))
                .is_done("It is set, and the link used up")
                .refuses(409, "No seat is left"),
        ],
    )
}
