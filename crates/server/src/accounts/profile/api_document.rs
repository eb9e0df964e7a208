//! What the documents say of one's own account.

use serde_json::json;

use crate::{
    cx::Permission,
    web::openapi::{
        Part, post,
        schema::{object, password},
    },
};

/// The calls of this room.
pub fn part() -> Part {
    Part::new(
        "My Profile",
        "One's own account",
        vec![
            post("/api/v1/account/change_password", "Change one's own password; other sessions end")
                .needs(Permission::ChangeOwnAccount)
                .takes(object([("currentPassword?", password()), ("newPassword?", password())]))
                .like(json!({ "currentPassword": "violet kettle orbit 41", "newPassword": "copper lantern meadow 77" }))
                .is_done("It is changed")
                .refuses(404, "Passwords are switched off in My Profile")
                .refuses(409, "The password is the organisation's"),
        ],
    )
}
