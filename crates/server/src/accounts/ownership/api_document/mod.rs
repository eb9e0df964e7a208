//! What the documents say of ownership: our own calls here, those of the platform beside.

mod platform;

use serde_json::json;

use super::model::{Keeps, ObjectKind};
use crate::{
    cx::Permission,
    web::openapi::{
        Operation, Part, delete, get, post,
        schema::{
            Schema, count, either, id, list, map, named, null, object, page, switch, text, time, whole, words,
        },
    },
};

/// The calls of this room.
pub fn part() -> Part {
    let mut operations = objects();
    operations.extend(transfers());
    operations.extend(platform::operations());
    Part::new("Ownership", "Who owns which dashboard, folder or data model, and handing it over", operations)
        .schema("OwnedObject", object(owned_object()))
        .schema("NewObject", new_object())
        .schema("Share", share())
        .schema("Transfer", transfer())
        .schema("Dashboard", platform::dashboard())
        .schema("Folder", platform::folder())
        .schema("PlatformShare", platform::share())
}

fn kind() -> Schema {
    words(ObjectKind::ALL.map(ObjectKind::word))
}

fn keeps() -> Schema {
    words(Keeps::ALL.map(Keeps::word))
}

fn owned_object() -> Vec<(&'static str, Schema)> {
    let owner = object([
        ("id", id()),
        ("name", text()),
        ("email", text().or_null().said("Null for a former user")),
        ("deleted", switch()),
    ]);
    vec![
        ("id", id().said("Our id")),
        ("kind", kind()),
        ("externalId", text().said("The id that the platform gave it")),
        ("title", text()),
        ("owner", owner),
        ("folder", text().or_null().said("The platform's id of the folder it lies in")),
        ("created", time()),
        ("updated", time()),
        ("shares?", list(named("Share")).said("Who else may use it; only when one object is asked for")),
    ]
}

fn new_object() -> Schema {
    object([
        ("kind?", kind()),
        ("externalId?", text().said("The id that the platform gave it")),
        ("title?", text()),
        ("owner?", text().said("Id, user name or address")),
        ("shares?", list(named("Share")).or_null().said("All of them; what is not sent stays")),
        (
            "folder?",
            text()
                .or_null()
                .said("The platform's id of a registered folder; empty for none, and what is not sent stays"),
        ),
    ])
}

fn share() -> Schema {
    object([
        ("type", text().said("`user` or `group`")),
        ("partyId", text().said("Id of the user or group")),
        ("rule", text().said("`view` or `edit`")),
        ("subscribed?", switch().said("Whether they get its reports, too")),
    ])
}

fn verdict(beside: Option<(&'static str, Schema)>) -> Schema {
    let verdicts = ["added", "updated", "unchanged", "refused"];
    let mut fields = vec![
        ("verdict", words(verdicts)),
        ("id?", id()),
        ("code?", text()),
        ("field?", text().or_null()),
        ("detail?", text().said("Why it was refused")),
    ];
    fields.extend(beside);
    object([("items", list(object(fields)))])
}

fn objects() -> Vec<Operation> {
    let object_example =
        json!({ "kind": "dashboard", "externalId": "5f1c", "title": "Sales", "owner": "ada@example.com" });
    vec![
        get("/api/v1/ownership/objects", "Registered objects, newest first")
            .needs(Permission::ReadOwnership)
            .query("owner", text(), "Id, user name or address")
            .query("kind", kind(), "One kind only")
            .query("search", text(), "Any part of title or id")
            .query("after", text(), "The `next` of the page before")
            .query("limit", whole(), "How many at most: 1 to 200; 50 if it is not said").refuses(400, "`after` is no place, or `limit` no number")
            .answers(
                "A page",
                page(named("OwnedObject"), text().or_null().said("What `after` takes; null at the end")),
            )
            .refuses(422, "There is no such user or kind"),
        post("/api/v1/ownership/objects", "Register an object, or up to 10,000")
            .tells(
                "One that is refused keeps no other from being registered; an object never changes hands by this. An entry that \
                 says something else of an object than an entry before is refused.",
            )
            .needs(Permission::ManageOwnership)
            .takes(either([named("NewObject"), list(named("NewObject"))]))
            .like(object_example)
            .answers("A verdict for each, in the same order", verdict(None)),
        post("/api/v1/ownership/objects/csv", "Register the objects of a table")
            .tells(
                "Columns: kind, external id, title and owner. A line that says something else of an object than a line before \
                 is refused, and so is one with more cells than the first line.",
            )
            .needs(Permission::ManageOwnership)
            .takes_forms(vec![("text/csv", text())])
            .like(json!("kind,external id,title,owner\ndashboard,5f1c,Sales,ada@example.com\n"))
            .answers("A verdict for each, with its line", verdict(Some(("line", count())))),
        get("/api/v1/ownership/objects/{id}", "One object, with who else may use it")
            .needs(Permission::ReadOwnership)
            .answers("The object", named("OwnedObject")),
        delete("/api/v1/ownership/objects/{id}", "Take an object out of the register")
            .needs(Permission::ManageOwnership)
            .is_done("It is out"),
        get("/api/v1/ownership/owners/{user}", "How many objects of each kind a user owns")
            .needs(Permission::ReadOwnership)
            .answers(
                "The counts",
                object([("id", id()), ("name", text()), ("deleted", switch()), ("counts", map(count()))]),
            )
            .refuses(422, "There is no such user"),
    ]
}

fn transfer() -> Schema {
    object([
        ("id", id()),
        ("what", words(["hand_over", "remove", "restore"])),
        ("from", text().or_null().said("Whose objects; null if they were chosen one by one")),
        ("to", text().or_null()),
        ("kind", either([kind(), null()]).said("One kind only")),
        ("previousOwnerKeeps", keeps()),
        ("state", words(["running", "done", "stopped"])),
        ("total", count()),
        ("moved", count()),
        ("counts", map(count()).said("How many of each kind are moved")),
        ("by", text().said("Who did it")),
        ("created", time()),
        ("finished", time().or_null()),
        ("backOf", text().or_null().said("The transfer that it takes back")),
    ])
}

fn forecast() -> Schema {
    let people = || list(object([("id", id()), ("name", text())]));
    let is_service = switch().said("Whether it is a service account, where no person signs in");
    let receivers = list(object([("id", id()), ("name", text()), ("service", is_service)]));
    object([
        ("all", count()),
        ("changed", count().said("How many change hands")),
        ("unchanged", count().said("How many are the receiver's already")),
        ("refused", count().said("How many are left out")),
        (
            "reasons",
            list(object([("title", text()), ("code", text()), ("detail", text())]))
                .said("Why the first 100 of those are left out"),
        ),
        ("counts", map(count()).said("How many of each kind change hands")),
        ("titles", list(text()).said("Of the first 10 that change hands")),
        ("from", people().said("The first 10 who give")),
        ("to", receivers.said("The first 10 who get something")),
        ("previousOwnerKeeps", keeps()),
        ("fingerprint", text().said("Sent along, it is done only if it is about the same objects still")),
    ])
}

fn transfers() -> Vec<Operation> {
    let wanted = object([
        ("from?", text().said("Id, user name, address, or a full name that only one has: everything of this user")),
        ("kind?", text().said("Of that user's objects, those of this kind")),
        ("objects?", list(text()).said("Up to 200 ids, if there is no `from`")),
        ("to?", text().said("Id, user name, address, or a full name that only one has")),
        (
            "backOf?",
            id().said(
                "Instead of all these: what this transfer moved and its receiver still owns, to whoever had it before; for 180 days",
            ),
        ),
        ("previousOwnerKeeps?", text().said("`view` (the usual, but for `backOf`), `edit` or `none`")),
        ("dryRun?", switch().said("Nothing is changed")),
        ("fingerprint?", text().said("That of a dry run")),
    ]);
    let change = object([
        ("sequence", whole()),
        ("transferId", id()),
        ("what", text()),
        ("objectId", id()),
        ("kind", text()),
        ("externalId", text()),
        ("title", text()),
        ("from", text()),
        ("to", text().or_null()),
        ("previousOwnerKeeps", text()),
        ("at", time()),
    ]);
    vec![
        get("/api/v1/ownership/transfers", "Every object that changed hands, oldest first")
            .tells("A feed to follow: `next` is where to ask on, now or later. It goes back 180 days.")
            .needs(Permission::ReadOwnership)
            .query("after", whole(), "The `next` of the answer before")
            .query("limit", whole(), "How many at most: 1 to 200; 50 if it is not said")
            .refuses(400, "`after` is no place, or `limit` no number")
            .answers("A page", page(change, whole())),
        post("/api/v1/ownership/transfers", "Hand objects over, or say what that would do")
            .needs(Permission::ManageOwnership)
            .takes(wanted)
            .like(
                json!({ "from": "ada@example.com", "to": "alan@example.com", "previousOwnerKeeps": "view" }),
            )
            .answers("It is done, or what it would do", either([named("Transfer"), forecast()]))
            .begins("It goes on by itself", named("Transfer"))
            .refuses(404, "One of the objects, or the transfer, is not there")
            .refuses(409, "Others match by now, or nothing of the transfer can go back"),
        get("/api/v1/ownership/transfers/{id}", "A transfer and how far it is")
            .needs(Permission::ReadOwnership)
            .answers("The transfer", named("Transfer")),
    ]
}
