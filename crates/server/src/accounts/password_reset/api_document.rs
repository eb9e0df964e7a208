//! What the documents say of forgotten passwords.

use serde_json::json;

use crate::web::openapi::{
    Part, get, post,
    schema::{Schema, email, object, password, switch, text},
};

fn address() -> Schema {
    object([("email?", email()), ("userEmail?", email().said("The same; one client calls it so"))])
}

/// The calls of this room.
pub fn part() -> Part {
    let example = || json!({ "email": "ada@example.com" });
    let same = "Known or unknown, the answer is the same.";
    Part::new(
        "Forgotten passwords",
        "A link by mail, and a new password",
        vec![
            post("/api/v1/account/begin_reset_password", "Ask for the mail with the link")
                .tells(same)
                .open()
                .takes(address())
                .like(example())
                .is_done("If there is such a user, the mail is on its way"),
            post("/api/users/forgetpassword", "Ask for the mail with the link")
                .tells(same)
                .open()
                .takes(address())
                .like(example())
                .answers("If there is such a user, the mail is on its way", object([("success", switch())])),
            get("/api/v1/account/reset_password/{token}", "Whose password a link resets")
                .tells("Looking uses nothing up.")
                .open()
                .answers("The user", object([("userName", text())])),
            post("/api/v1/account/reset_password/{token}", "Choose the new password")
                .open()
                .takes(object([("password?", password())]))
                .like(json!({ "password": "violet kettle orbit 41" }))
                .is_done("It is set, and the link used up")
                .refuses(409, "The password is the organisation's"),
        ],
    )
}
