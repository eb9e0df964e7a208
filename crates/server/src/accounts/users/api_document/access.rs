//! What the document of v1 says of locks, sessions and tokens of users.

use crate::{
    cx::Permission,
    web::openapi::{
        Operation, delete, get, post,
        schema::{either, id, list, null, object, page, switch, text, time, words},
    },
};

pub(super) fn operations() -> Vec<Operation> {
    let whose = "Ids, user names or addresses";
    let too_many = "There are too many at once";
    let nobody = "Nobody is named";
    vec![
        get("/api/v1/account/lockout_status/{user}", "Whether a user is locked out, and until when")
            .needs(Permission::ChangeUsers)
            .answers(
                "The lock",
                object([
                    ("blocked", switch()),
                    (
                        "blockedUntil",
                        text().said("A date; empty if there is no lock, or an administrator has to end it"),
                    ),
                ]),
            ),
        post("/api/v1/account/remove_lockout/{user}", "Let a locked user try again")
            .needs(Permission::ChangeUsers)
            .is_done("The lock is gone")
            .refuses(409, "The user was changed meanwhile"),
        get("/api/v1/authentication/logout_all", "End every session and token of the caller")
            .needs_own_account()
            .is_done("They have ended")
            .refuses(403, "It comes from another site"),
        get("/api/v1/authentication/admin/logout", "End every session and token of some users")
            .needs(Permission::ChangeUsers)
            .query("users", list(text()), whose)
            .is_done("They have ended")
            .refuses(404, "One of them is not there")
            .refuses(413, too_many)
            .refuses(422, nobody),
        post(
            "/api/v1/authentication/admin/logout_all_users",
            "End every session and API token of everybody but those that ask for it",
        )
        .needs(Permission::ManageSessions)
        .needs(Permission::ChangeUsers)
        .is_done("They have ended"),
        delete("/api/v1/authentication/admin/tokens/{kind}", "End the API tokens of some users")
            .needs(Permission::ChangeUsers)
            .place("kind", "`api`; of the kinds that other products have, `odbc` and `sso`, nobody has any")
            .query("users", list(text()), whose)
            .is_done("They have ended")
            .refuses(404, "One of them is not there, or there is no such kind")
            .refuses(413, too_many)
            .refuses(422, nobody),
    ]
}

/// Our own calls about one user.
pub(super) fn of_one() -> Vec<Operation> {
    let session = object([
        ("id", id()),
        ("created", time()),
        ("lastUsed", time()),
        ("expires", time()),
        ("ip", text()),
        ("userAgent", text()),
        ("remembered", switch()),
    ]);
    vec![
        post("/api/v1/users/{user}/lock", "Lock a user until somebody unlocks them")
            .needs(Permission::ChangeUsers)
            .is_done("They are locked")
            .refuses(
                409,
                "It is the caller, the Sys. Admin, or somebody without a password, like a service account",
            ),
        post("/api/v1/users/{user}/unlock", "Let a locked user sign in again")
            .needs(Permission::ChangeUsers)
            .is_done("The lock is gone")
            .refuses(409, "The user was changed meanwhile"),
        post(
            "/api/v1/users/{user}/password-link",
            "Mail a user the link by which they choose another password",
        )
        .needs(Permission::ChangeUsers)
        .is_done("The mail is on its way")
        .refuses(409, "The user has no password here, is not active, or no mail can leave"),
        delete("/api/v1/users/{user}/invitation", "End the open invitation of a user")
            .needs(Permission::AddUsers)
            .is_done("Its link works no longer")
            .refuses(409, "No invitation is open"),
        get("/api/v1/users/{user}/sessions", "The living sessions of a user, last used first")
            .needs(Permission::ChangeUsers)
            .answers("The sessions", page(session, null())),
        get("/api/v1/users/{user}/role", "The role that a user has, and why")
            .needs(Permission::ListUsers)
            .answers(
                "The role",
                object([
                    ("id", id()),
                    ("name", text()),
                    ("displayName", text()),
                    ("baseRoleName", text()),
                    ("why", words(["own", "group"]).said("Whether it was given to them, or a group gave it")),
                    ("group", either([object([("id", id()), ("name", text())]), null()])),
                ]),
            ),
    ]
}
