//! What the document of v1 says of locks, sessions and tokens of users.

use crate::{
    cx::Permission,
    web::openapi::{
        Operation, delete, get, post,
        schema::{list, object, switch, text, time},
    },
};

pub(super) fn operations() -> Vec<Operation> {
    let whose = "Ids, user names or addresses";
    let too_many = "There are too many at once";
    vec![
        get("/api/v1/account/lockout_status/{user}", "Whether a user is locked out, and until when")
            .needs(Permission::ChangeUsers)
            .answers(
                "The lock",
                object([
                    ("blocked", switch()),
                    ("blockedUntil", time().or_null().said("Null if an administrator has to end it")),
                ]),
            ),
        post("/api/v1/account/remove_lockout/{user}", "Let a locked user try again")
            .needs(Permission::ChangeUsers)
            .is_done("The lock is gone")
            .refuses(409, "The user was changed meanwhile"),
        get("/api/v1/authentication/logout_all", "End every session and token of the caller")
            .needs(Permission::ReadOwnAccount)
            .is_done("They have ended")
            .refuses(403, "It comes from another site"),
        get("/api/v1/authentication/admin/logout", "End every session and token of some users")
            .needs(Permission::ChangeUsers)
            .query("users", list(text()), whose)
            .is_done("They have ended")
            .refuses(404, "One of them is not there")
            .refuses(413, too_many),
        post(
            "/api/v1/authentication/admin/logout_all_users",
            "End every session of everybody but the caller's own",
        )
        .needs(Permission::ManageSessions)
        .is_done("They have ended"),
        delete("/api/v1/authentication/admin/tokens/{kind}", "End the API tokens of some users")
            .needs(Permission::ChangeUsers)
            .place("kind", "`api`; of the kinds that other products have, nobody has any")
            .query("users", list(text()), whose)
            .is_done("They have ended")
            .refuses(404, "One of them is not there")
            .refuses(413, too_many),
    ]
}
