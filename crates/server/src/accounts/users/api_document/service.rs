//! What the document of v1 says of service accounts and of the API tokens of users.

use serde_json::json;

use crate::{
    accounts::api_tokens::api_document::{rotation, token, told_once, wanted},
    cx::Permission,
    web::openapi::{
        Operation, delete, get, post,
        schema::{list, named, null, object, page, text},
    },
};

pub(super) fn operations() -> Vec<Operation> {
    let switched_off = "There is no such user or token, or API tokens are switched off";
    vec![
        post("/api/v1/users/service-accounts", "Add a user for scripts: without password, mail and seat")
            .needs(Permission::AddUsers)
            .takes(object([
                ("name", text()),
                ("role?", text().said("Id or any spelling of a name; Viewer unless it is said")),
                ("groups?", list(text()).said("Ids or names")),
            ]))
            .like(json!({ "name": "Nightly sync", "role": "viewer" }))
            .makes("The account", named("User"))
            .refuses(404, "There is no such role or group")
            .refuses(409, "The name is taken"),
        get("/api/v1/users/{user}/tokens", "The living API tokens of a user, without their secrets")
            .needs(Permission::ListUsers)
            .answers("The tokens", page(token(), null())),
        post("/api/v1/users/{user}/tokens", "Make an API token for a service account")
            .tells("Asks for a session, or the token of a login, in which the password was given a short while ago; an `x-api-key` has \
                 it with every call.")
            .needs(Permission::ChangeUsers)
            .takes(wanted())
            .like(json!({ "name": "sync", "scope": "users:read", "days": 90 }))
            .makes("The token", told_once())
            .refuses(404, switched_off)
            .refuses(409, "It is no service account, the name is taken, or there are too many tokens"),
        delete("/api/v1/users/{user}/tokens/{token}", "End an API token of a user at once")
            .needs(Permission::ChangeUsers)
            .place("token", "The id of the token")
            .is_done("It has ended"),
        post("/api/v1/users/{user}/tokens/{token}/rotate", "Make the successor of a token of a service account")
            .tells(
                "The old one works on for the overlap. Asks for a session, or the token of a login, in which the \
                 password was given a short while ago.",
            )
            .needs(Permission::ChangeUsers)
            .place("token", "The id of the token")
            .takes(rotation())
            .like(json!({ "overlapHours": 24 }))
            .makes("The successor", told_once())
            .refuses(404, switched_off)
            .refuses(409, "It is no service account, or the token has a successor already"),
    ]
}
