//! What the documents say of one's own account.

use serde_json::json;

use crate::{
    accounts::api_tokens::api_document::{rotation, token, told_once, wanted},
    common::audit::api_document::event,
    cx::Permission,
    web::openapi::{
        Operation, Part, delete, get, patch, post,
        schema::{Schema, count, email, id, named, null, object, page, password, switch, text, time, whole},
    },
};

const OFF: &str = "This part of My Profile is switched off, or there is no such thing";

const TOKEN_OFF: &str =
    "The tab “API Token” is switched off in Feature Management; tokens that exist go on working";

/// The calls of this room.
pub fn part() -> Part {
    let calls = account_calls().into_iter().chain(session_calls()).chain(token_calls());
    Part::new("My Profile", "One's own account", calls.collect()).schema("Account", account())
}

/// The calls of the single token, which the platform has elsewhere.
pub fn single_token_part() -> Part {
    let shown = object([("token", text()), ("notification?", text().said("When it runs out, if it does"))]);
    Part::new(
        "API tokens",
        "What scripts hold instead of a password",
        vec![
            get("/api/v1/authentication/tokens/api", "One's own API token, made if there is none yet")
                .needs(Permission::ChangeOwnAccount)
                .answers("The token", shown)
                .refuses(404, TOKEN_OFF)
                .refuses(409, "There are too many tokens"),
            post("/api/v1/authentication/tokens/api/renew", "Make one's own API token anew")
                .tells("Every older one of the caller is dead at once.")
                .needs(Permission::ChangeOwnAccount)
                .answers("The new token", object([("token", text())]))
                .refuses(404, TOKEN_OFF),
        ],
    )
}

fn account_calls() -> Vec<Operation> {
    vec![
        get("/api/v1/account", "One's own account")
            .needs_own_account()
            .answers("The account", named("Account")),
        patch("/api/v1/account", "Change one's own names and language")
            .tells("What is not sent stays. An empty language follows the groups and the server. Names need `account.change`.")
            .needs_own_account()
            .takes(object([
                ("firstName?", text().or_null()),
                ("lastName?", text().or_null()),
                ("userName?", text().or_null()),
                ("language?", text().or_null().said("Such as `de-DE`")),
            ]))
            .like(json!({ "language": "en-US" }))
            .answers("The account", named("Account"))
            .refuses(404, OFF)
            .refuses(409, "Another user has this user name"),
        post("/api/v1/account/change_password", "Change one's own password; other sessions end")
            .tells("Other tokens of the login call end too; the one that asks goes on, and so do named ones.")
            .needs(Permission::ChangeOwnAccount)
            .needs_full_scope()
            .takes(object([("currentPassword?", password()), ("newPassword?", password())]))
            .like(
                json!({ "currentPassword": "violet kettle orbit 41", "newPassword": "copper lantern meadow 77" }),
            )
            .is_done("It is changed")
            .refuses(404, "Passwords are switched off in My Profile")
            .refuses(409, "The password is the organisation's"),
        get("/api/v1/account/events", "What one did, and what happened to one; newest first")
            .needs_own_account()
            .query("before", whole(), "The `next` of the page before")
            .answers("A page of 50", page(event(), text().or_null()))
            .refuses(400, "`before` is no place")
            .refuses(404, OFF),
    ]
}

fn session_calls() -> Vec<Operation> {
    vec![
        get("/api/v1/account/sessions", "Where one is signed in, last used first")
            .needs_own_account()
            .answers("The sessions", page(session(), null()))
            .refuses(404, OFF),
        delete("/api/v1/account/sessions/{id}", "End one of one's own sessions")
            .needs_own_account()
            .is_done("It has ended"),
        post("/api/v1/account/sessions/end-others", "End one's own sessions but the one that asks")
            .needs_own_account()
            .answers("How many ended", object([("ended", count())]))
            .refuses(404, OFF),
    ]
}

fn token_calls() -> Vec<Operation> {
    vec![
        get("/api/v1/account/tokens", "One's own named API tokens, newest first, without their secrets")
            .needs_own_account()
            .answers("The tokens", page(token(), null()))
            .refuses(404, OFF),
        post("/api/v1/account/tokens", "Make a named API token for oneself")
            .tells(
                "A session asks for a password that was given a short while ago. A token makes only what may no more than \
                 itself, and what it makes ends with it.",
            )
            .needs(Permission::ChangeOwnAccount)
            .takes(wanted())
            .like(json!({ "name": "sync", "scope": "account:read", "days": 30 }))
            .makes("The token", told_once())
            .refuses(404, OFF)
            .refuses(409, "There are too many tokens"),
        delete("/api/v1/account/tokens/{id}", "End one of one's own tokens at once")
            .needs_own_account()
            .is_done("It has ended, and with it the tokens that it made"),
        post("/api/v1/account/tokens/{id}/rotate", "Make the successor of one of one's own named tokens")
            .tells("The old one works on for the overlap. The same is asked for as to make one.")
            .needs(Permission::ChangeOwnAccount)
            .takes(rotation())
            .like(json!({ "overlapHours": 24 }))
            .makes("The successor", told_once())
            .refuses(409, "It has a successor already, or there are too many tokens"),
    ]
}

fn account() -> Schema {
    object([
        ("id", id()),
        ("email", email()),
        ("userName", text()),
        ("firstName", text()),
        ("lastName", text()),
        ("role", text()),
        ("language", text().or_null()),
        ("hasPassword", switch().said("Whether one signs in with a password kept here")),
    ])
}

fn session() -> Schema {
    object([
        ("id", text()),
        ("current", switch().said("Whether it is the one that asks")),
        ("browser", text()),
        ("system", text()),
        ("address", text()),
        ("place", text()),
        ("created", time()),
        ("lastSeen", time()),
        ("expires", time()),
        ("remembered", switch()),
    ])
}
