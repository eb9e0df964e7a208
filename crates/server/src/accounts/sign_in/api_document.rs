//! What the documents say of signing in and out.

use serde_json::json;

use crate::web::openapi::{
    Part, get, post,
    schema::{named, object, password, switch, text},
};

/// The calls of this room.
pub fn part() -> Part {
    let typed =
        || object([("username?", text().said("User name or e-mail address")), ("password?", password())]);
    let signed_in = object([
        ("success", switch()),
        ("message", text()),
        ("access_token", text().said("To be sent as `Authorization: Bearer …`")),
        ("userId", text()),
        ("profile", named("Profile")),
    ]);
    let who = object([("isAuthenticated", switch()), ("ssoEnabled", switch()), ("loginUrl", text())]);
    let out = || object([("success", switch())]);
    let logout = "Ends the token that was presented and no other; with a cookie it is the browser that signs out, and \
                  only from a page of this server. `targetDevice` is taken and changes nothing.";
    Part::new(
        "Signing in",
        "From a password to a token, and back",
        vec![
            post("/api/v1/authentication/login", "Sign in with a password, and get a token")
                .tells(
                    "A form, JSON, or JSON that says it is a form: clients send all three. With the header `X-Device-Id` it \
                     also sets the cookie of a session, and `XSRF-TOKEN` beside it.",
                )
                .open()
                .takes_forms(vec![
                    ("application/json", typed()),
                    ("application/x-www-form-urlencoded", typed()),
                ])
                .like(json!({ "username": "ada@example.com", "password": "violet kettle orbit 41" }))
                .answers("Signed in", signed_in)
                .refuses(401, "Name or password is wrong, or the account is locked"),
            post("/api/v1/authentication/login_saml_callback", "Refused: no Single Sign On is set up")
                .open()
                .is_always_refused(404, "No Single Sign On is set up"),
            get("/api/v1/authentication/logout", "Sign out")
                .tells(logout)
                .answers("Signed out", out())
                .refuses(403, "It comes from another site"),
            get("/api/auth/logout", "Sign out")
                .tells(logout)
                .answers("Signed out", out())
                .refuses(403, "It comes from another site"),
            get("/api/auth/isauth", "Whether the caller is signed in; never refused")
                .open()
                .answers("Whether, and where to sign in", who),
        ],
    )
}
