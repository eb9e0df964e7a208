//! What the document of v1 says of users.

use serde_json::json;

use super::{super::listing::State, preferences};
use crate::{
    accounts::seats::Seat,
    cx::{Origin, Permission},
    web::openapi::{
        Operation, delete, get, patch, post,
        schema::{
            Schema, any_object, count, either, id, list, map, named, null, object, page, switch, text, time,
            words,
        },
    },
};

/// A user as v1 shows it. `fields` may leave out everything but the id.
pub(super) fn user() -> Schema {
    let group = object([("_id", text()), ("name", text()), ("role?", either([named("ShortRole"), null()]))]);
    object([
        ("_id", id()),
        ("email?", text()),
        ("userName?", text()),
        ("firstName?", text()),
        ("lastName?", text()),
        ("roleId?", text()),
        ("role?", named("ShortRole")),
        ("active?", switch().said("May sign in")),
        ("groups?", list(either([text(), group])).said("Ids, or objects if they are expanded")),
        ("preferences?", preferences()),
        ("uiSettings?", any_object()),
        ("tenantId?", text()),
        ("activeDirectory?", switch()),
        ("createdSso?", text().said("By what Single Sign On they were made")),
        ("activationExpires?", count().said("When an open invitation ends, in milliseconds since 1970")),
        ("pendingExpiration?", time().said("The same as a date")),
        ("serviceAccount?", switch().said("Is the user of scripts")),
        ("default?", switch().said("Is the Sys. Admin")),
        ("created?", time()),
        ("lastUpdated?", time()),
        ("lastLogin?", time()),
        ("lastActivity?", time()),
    ])
    .said("Everything is there unless `fields` says otherwise")
}

/// What deleting a user would end.
pub(super) fn leaver() -> Schema {
    object([
        ("id", id()),
        ("owned", map(count()).said("How many objects of each kind")),
        ("sessions", count()),
        ("tokens", count()),
        ("groups", count()),
    ])
}

const SORTED: &str = "`userName`, `email`, `firstName`, `lastName`, `roleId`, `state`, `origin`, `created`, \
                      `lastUpdated` or `lastActivity`; `-` before it turns the order round";
const TAKEN: &str =
    "It takes a seat and none is left, or is about the Sys. Admin, or the user was changed meanwhile";

pub(super) fn operations() -> Vec<Operation> {
    let mut operations = look();
    operations.extend(change());
    operations.extend(deletion());
    operations
}

fn shaped(operation: Operation) -> Operation {
    operation.query("fields", list(text()), "Only these fields; `-` before one leaves it out").query(
        "expand",
        list(words(["role", "groups", "groups.role", "adgroups", "adgroups.role"])),
        "Objects in place of ids; `groups.role` with the role that each gives",
    )
}

/// The filters and the order that the page of users has too.
fn filtered(operation: Operation) -> Operation {
    operation
        .query(
            "search",
            text(),
            "A part of a user name, an address or a name, with or without its accents; a whole id; the beginning of a \
             token",
        )
        .query("roleId", text(), "Who has this role: id or name (`role` means the same)")
        .query(
            "groupId",
            text(),
            "Who is in this group or one inside of it: id or name (`group` means the same)",
        )
        .query("state", words(State::ALL.iter().map(|it| it.word())), "Whether they can sign in")
        .query(
            "origin",
            words(Origin::ALL.map(Origin::word).into_iter().chain(["ad", "sisense"])),
            "Where they come from; `ad` is nobody, and `sisense` everybody, because nobody comes from a directory",
        )
        .query("seat", words(Seat::ALL.map(Seat::word)), "Who holds such a seat")
        .query("idleDays", count(), "Who did nothing for so many days; who never did, was added so many days ago")
        .query("sort", text(), SORTED)
}

fn look() -> Vec<Operation> {
    let whole = "Whose whole value is this, whatever the case";
    vec![
        shaped(filtered(get("/api/v1/users", "All users, or some of them")))
            .needs(Permission::ListUsers)
            .query("userName", text(), whole)
            .query("email", text(), whole)
            .query("firstName", text(), whole)
            .query("lastName", text(), whole)
            .query("active", switch(), "Who may sign in, or may not")
            .query("ids", list(text()), "Those with these ids")
            .query("skip", count(), "Leaves out so many at the beginning")
            .query("limit", count(), "At most so many; 0 is no limit")
            .answers("The users", list(named("User")))
            .refuses(400, "A filter or a number is none")
            .refuses(404, "`expand` names something that is not there"),
        filtered(get("/api/v1/users/export", "Users as a file that Import Many reads back"))
            .needs(Permission::ListUsers)
            .answers_csv("A line of heads, then a line for each user; written while it is sent")
            .refuses(400, "A filter is none"),
        get("/api/v1/users/loggedin", "Who the caller is")
            .needs(Permission::ReadOwnAccount)
            .answers("The caller", named("Profile")),
        shaped(get("/api/v1/users/{user}", "One user").versioned())
            .needs(Permission::ListUsers)
            .answers("The user", named("User"))
            .refuses(404, "There is no such user, or `expand` names something that is not there")
            .refuses(422, "What was asked for is neither an id nor a name"),
    ]
}

fn change() -> Vec<Operation> {
    vec![
        post("/api/v1/users", "Add a user; without a password an invitation is mailed")
            .needs(Permission::AddUsers)
            .takes(named("NewUser"))
            .like(json!({
                "email": "grace@example.com", "firstName": "Grace", "lastName": "Hopper", "roleId": "consumer",
            }))
            .makes("The user", named("User"))
            .refuses(404, "There is no such role or group")
            .refuses(409, TAKEN),
        post("/api/v1/users/bulk", "Add several users, all or none")
            .tells("Up to 20,000, of whom up to 1,000 with a password. A refusal names the first one that cannot be added: `error.subErrors`. The invitations of many are mailed one after the other.")
            .needs(Permission::AddUsers)
            .takes(list(named("NewUser")))
            .like(json!([{ "email": "edsger@example.com" }, { "email": "barbara@example.com" }]))
            .makes("The users", list(named("User")))
            .refuses(404, "There is no such role or group")
            .refuses(409, TAKEN),
        delete("/api/v1/users/bulk", "Delete several users, all or none")
            .needs(Permission::DeleteUsers)
            .query("ids", list(text()), "Ids, user names or addresses")
            .query("dryRun", switch(), "Nobody is deleted; the answer says what would end")
            .is_done("They are gone")
            .answers("With `dryRun`: of each what deleting would end", object([("users", list(named("Leaver")))]))
            .refuses(400, "`dryRun` is written in another way, or is no switch")
            .refuses(404, "None is named, or one of them is not there")
            .refuses(409, "One of them is the caller, or an organisation would be left without an owner")
            .refuses(413, "There are more than 5,000"),
        patch("/api/v1/users/uiSettings", "Merge an object into one's own settings of the interface")
            .tells("A null takes a setting away.")
            .needs_own_account()
            .takes(any_object())
            .like(json!({ "homepage": "dashboards" }))
            .answers("All of them", any_object()),
        patch("/api/v1/users/{user}", "Change what is sent of a user").versioned()
            .needs(Permission::ChangeUsers)
            .may_take(named("UserChange"))
            .like(json!({ "firstName": "Grace" }))
            .answers("The user", named("User"))
            .refuses(409, TAKEN),
        delete("/api/v1/users/{user}", "Delete a user")
            .tells("What they own stays, and for 30 days they can be brought back.")
            .needs(Permission::DeleteUsers)
            .is_done("The user is gone")
            .refuses(409, "It is the caller, or an organisation would be left without an owner")
            .refuses(422, "What was named is neither an id nor a name"),
    ]
}

fn deletion() -> Vec<Operation> {
    let decided = object([
        ("fate", words(["keep", "handOver", "remove"])),
        (
            "to?",
            text().said(
                "Who gets it, if it is handed over: id, user name, address, or a full name that only one has",
            ),
        ),
    ]);
    let deleted = object([
        ("id", id()),
        ("email", text()),
        ("userName", text()),
        ("name", text()),
        ("deletedBy", text()),
        ("deleted", time()),
        ("undoUntil", time()),
    ]);
    vec![
        get("/api/v1/users/{user}/deletion", "What deleting a user would end, and what they own")
            .needs(Permission::DeleteUsers)
            .answers(
                "The effect", named("Leaver"))
            .refuses(409, "It is the caller, or an organisation would be left without an owner"),
        post("/api/v1/users/{user}/deletion", "Delete a user, and say what becomes of what they own")
            .tells("What is not named is kept under the former user's name.")
            .needs(Permission::DeleteUsers)
            .may_take(object([
                ("owned?", map(decided).said("By kind, like `dashboard`")),
                ("typedName?", text().said("The user's name, needed for `remove`")),
                ("dryRun?", switch().said("Nobody is deleted; the answer says what would happen")),
                ("fingerprint?", text().said("That of a dry run")),
            ]))
            .like(json!({ "owned": { "dashboard": { "fate": "keep" } } }))
            .answers(
                "The user is gone; with `dryRun`, what would have ended and what would have become of each kind",
                deletion_answer(),
            )
            .refuses(
                409,
                "It is the caller, an organisation would be left without an owner, or the user owns other objects by now",
            ),
        get("/api/v1/users/deleted", "Users who can be brought back, last deleted first")
            .needs(Permission::DeleteUsers)
            .query("search", text(), "Any part of names or address")
            .query("after", text(), "The `next` of the page before")
            .query("limit", count(), "How many at most: 1 to 50; 50 if it is not said").refuses(400, "`after` is no place, or `limit` no number")
            .answers("A page", page(deleted, text().or_null().said("Null at the end"))),
        post("/api/v1/users/deleted/{id}/undo", "Bring a deleted user back")
            .needs(Permission::DeleteUsers)
            .may_take(object([
                ("email?", text().said("Needed if somebody else has theirs by now")),
                ("userName?", text().said("Needed if somebody else has theirs by now")),
            ]))
            .answers(
                "The user, active or not as before the deletion. Sessions and tokens stay ended, and what was handed over \
                 stays with its new owner: a transfer gives it back",
                object([
                    ("id", id()),
                    ("email", text()),
                    ("userName", text()),
                    ("handedOver", count().said("How many objects stay with those who got them")),
                ]),
            )
            .refuses(409, "Address or name is taken by now, or no seat is left"),
    ]
}

/// The id of who is gone, or what a dry run foresees.
fn deletion_answer() -> Schema {
    let effect = object([
        ("kind", text()),
        ("count", count()),
        ("fate", words(["keep", "handOver", "remove"])),
        ("to", text().or_null().said("Id of who would get them, if they are handed over")),
        ("toService", switch().said("Whether that is a service account, where no person signs in")),
    ]);
    either([
        object([
            ("id", id()),
            (
                "transfers",
                list(id()).said(
                    "The transfers that handed things over; `backOf` takes one back once the user is back",
                ),
            ),
        ]),
        object([
            ("id", id()),
            ("owned", map(count()).said("How many objects of each kind")),
            ("sessions", count()),
            ("tokens", count()),
            ("groups", count()),
            ("effects", list(effect)),
            ("fingerprint", text().said("Sent along, the user is deleted only if they own the same still")),
        ]),
    ])
}
