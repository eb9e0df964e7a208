//! What the document of v0.9 says of users.

use serde_json::json;

use super::listed;
use crate::{
    cx::Permission,
    web::openapi::{
        Operation, delete, get, patch, post, put,
        schema::{any_object, count, either, list, named, object, switch, text, whole, words},
    },
};

const SEATS: &str = "It is about the Sys. Admin, or the user was changed meanwhile";

pub(super) fn operations() -> Vec<Operation> {
    let mut operations = look();
    operations.extend(change());
    operations.extend(addresses());
    operations
}

fn searched(operation: Operation) -> Operation {
    operation
        .needs(Permission::ListUsers)
        .query("search", text(), "Any part of user name, names or address")
        .query("groups", list(text()), "Who is in one of these groups: ids or names")
        .query("onlyAD", switch(), "Who comes from a directory: nobody")
        .query("groupsNames", switch(), "Shows the names of the groups with each")
        .query(
            "orderby",
            list(text()),
            "`userName` (the usual), `email`, `firstName`, `lastName`, `roleId`, `active`, `created`, `lastUpdated` or \
             `lastActivity`; of several the first counts, and those who are alike in it follow by name or user name",
        )
        .query("desc", switch(), "Turns the order round")
        .query("skip", count(), "Leaves out so many at the beginning")
        .query("limit", count(), "At most so many; 0 is no limit")
        .answers("The users", listed())
        .refuses(404, "There is no such group")
}

fn look() -> Vec<Operation> {
    vec![
        searched(get("/api/users", "All users, or some of them")),
        searched(get("/api/users/allDirectories", "The same")),
        get("/api/users/ad", "The users of a directory: none")
            .needs(Permission::ListUsers)
            .answers("An empty list", listed()),
        get("/api/users/count", "How many users there are")
            .needs(Permission::ListUsers)
            .query("search", text(), "Any part of user name, names or address")
            .answers("The count", object([("collection", words(["users"])), ("count", count())])),
        get("/api/users/loggedin", "Who the caller is")
            .needs(Permission::ReadOwnAccount)
            .answers("The caller", named("Profile")),
        get("/api/users/{user}", "One user")
            .needs(Permission::ListUsers)
            .answers("The user", named("UserV09")),
    ]
}

fn change() -> Vec<Operation> {
    let update = |operation: Operation| {
        operation
            .needs(Permission::ChangeUsers)
            .may_take(named("UserChange"))
            .like(json!({ "firstName": "Grace" }))
            .answers("The user", named("UserV09"))
            .refuses(409, SEATS)
    };
    vec![
        post("/api/users", "Add a user, or several, all or none; without a password an invitation is mailed")
            .tells(
                "Up to 20,000, of whom up to 1,000 with a password. The answer is a list whose elements are lists of one.",
            )
            .needs(Permission::AddUsers)
            .takes(either([named("NewUser"), list(named("NewUser"))]))
            .like(json!([{ "email": "margaret@example.com", "firstName": "Margaret", "roleId": "viewer" }]))
            .answers("The users", list(listed().at_most(1)))
            .refuses(404, "There is no such role or group")
            .refuses(409, SEATS),
        update(put("/api/users/{user}", "Change a user; what is not sent stays"))
            .tells("Takes the whole object as it was read, too."),
        update(patch("/api/users/{user}", "Change what is sent of a user")),
        delete("/api/users/{user}", "Delete a user")
            .tells("What they own stays, and for 30 days they can be brought back.")
            .needs(Permission::DeleteUsers)
            .answers("The user is gone", any_object())
            .refuses(409, "It is the caller, or an organisation would be left without an owner"),
        post("/api/users/delete", "Delete several users, all or none")
            .tells("Up to 5,000; whoever is named twice is deleted once.")
            .needs(Permission::DeleteUsers)
            .takes(list(either([text(), object([("_id", text())])])))
            .like(json!(["66f1c2a45d0e8b3f7a914c20"]))
            .answers("The ids of those who are gone", object([("deleted", list(text()))]))
            .refuses(404, "One of them is not there")
            .refuses(409, "One of them is the caller, or an organisation would be left without an owner"),
    ]
}

fn addresses() -> Vec<Operation> {
    let wanted = || list(either([text(), object([("email", text())])]));
    let known = || {
        list(object([
            ("email", text()),
            ("isExist", switch().said("Is a user already")),
            ("isValid", switch().said("Can be an address")),
            ("roleId", text().or_null()),
        ]))
    };
    let free = object([("admins", whole()), ("contributors", whole()), ("consumers", whole())]);
    vec![
        post("/api/users/validate", "Which addresses can be, and which are users already")
            .needs(Permission::AddUsers)
            .takes(wanted())
            .like(json!(["ada@example.com"]))
            .answers("Each address", known()),
        post("/api/users/simulate", "What adding these addresses would meet")
            .needs(Permission::AddUsers)
            .takes(wanted())
            .like(json!(["ada@example.com"]))
            .answers(
                "Seats that are free (-1: no limit), and each address",
                object([("license", free), ("users", known())]),
            ),
        post("/api/users/resendinvite", "Mail invitations again")
            .tells("The first address that is refused ends it.")
            .needs(Permission::AddUsers)
            .takes(wanted())
            .like(json!(["ada@example.com"]))
            .answers("The mails are on their way", object([("success", switch())]))
            .refuses(404, "There is no such user")
            .refuses(409, "The user has a password already"),
    ]
}
