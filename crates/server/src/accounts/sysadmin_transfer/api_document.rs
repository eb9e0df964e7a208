//! What the documents say of passing the Sys. Admin's role on.

use serde_json::json;

use crate::{
    cx::Permission,
    web::openapi::{
        Part, delete, get, post,
        schema::{Schema, email, id, object, password, switch, text, time},
    },
};

/// The calls of this room.
pub fn part() -> Part {
    let path = "/api/v1/sysadmin/offer";
    Part::new(
        "Sys. Admin",
        "Passing the Sys. Admin's role on",
        vec![
            get(path, "The open offer, for the two who are in it")
                .tells("The Admin to whom the role is offered sees it too.")
                .needs(Permission::ManageSysAdmin)
                .answers("The offer, or null", object([("offer", offer().or_null())])),
            post(path, "Offer the role to an Admin, who has seven days to accept it")
                .needs(Permission::ManageSysAdmin)
                .takes(object([
                    ("to?", text().said("Id, user name or address of an active Admin who has a password here")),
                    ("currentPassword?", password()),
                ]))
                .like(json!({ "to": "admin@people.example", "currentPassword": "violet kettle orbit 41" }))
                .makes("The offer", object([("offer", offer().or_null())]))
                .refuses(409, "Another offer is open"),
            delete(path, "Take the offer back, or decline it")
                .needs_own_account()
                .is_done("There is none any more")
                .refuses(404, "There is no offer of or to the caller"),
            post("/api/v1/sysadmin/offer/accept", "Accept the role")
                .tells("The Sys. Admin so far is an Admin then. Every session of both gets a new token; their tokens of sign-ins end.")
                .needs(Permission::ChangeOwnAccount)
                .takes(object([("currentPassword?", password())]))
                .like(json!({ "currentPassword": "violet kettle orbit 41" }))
                .is_done("The caller is the Sys. Admin")
                .refuses(404, "There is no offer to the caller"),
        ],
    )
}

fn offer() -> Schema {
    let person = || object([("id", id()), ("name", text()), ("email", email())]);
    object([
        ("from", person()),
        ("to", person()),
        ("expires", time()),
        (
            "canBeAccepted",
            switch().said("Whether the receiver can accept it as things stand: still an active Admin"),
        ),
    ])
}
