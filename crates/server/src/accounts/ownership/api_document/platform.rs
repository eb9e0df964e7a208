//! What the documents say of the calls by which clients of the platform ask who owns what.

use serde_json::json;

use super::keeps;
use crate::{
    cx::Permission,
    web::openapi::{
        Operation, delete, get, patch, post,
        schema::{Schema, any_object, count, either, list, named, object, switch, text, time, types, words},
    },
};

pub(super) fn dashboard() -> Schema {
    object([
        ("oid", text().said("The id that the platform gave it")),
        ("title?", text()),
        ("owner?", text()),
        ("parentFolder?", text().or_null().said("The platform's id of the folder it lies in")),
        ("shares?", list(named("PlatformShare")).said("Who may use it, its owner first")),
        ("created?", time()),
        ("lastUpdated?", time()),
    ])
    .said("Everything is there unless `fields` says otherwise")
}

pub(super) fn folder() -> Schema {
    let owner = object([("_id", text()), ("name", text()), ("email", text())]);
    let dashboard = object([("oid", text()), ("title", text()), ("owner", text())]);
    object([
        ("oid", text().said("The id that the platform gave it")),
        ("name?", text()),
        ("owner?", either([text(), owner]).said("The id; more if it was expanded")),
        ("userId?", text()),
        ("type?", text()),
        ("instanceType?", text()),
        ("parentId?", text().or_null().said("The platform's id of the folder it lies in")),
        ("created?", time()),
        ("lastUpdated?", time()),
        ("folders?", list(any_object()).said("The folders inside, if a tree was asked for")),
        ("dashboards?", list(dashboard).said("What lies in it, if it was expanded")),
    ])
    .said("Everything is there unless `fields` says otherwise")
}

pub(super) fn share() -> Schema {
    object([
        ("shareId", text()),
        ("type", text().said("`user` or `group`")),
        ("rule?", text().said("`view` or `edit`; an owner has none")),
        ("subscribe", switch()),
    ])
}

pub(super) fn operations() -> Vec<Operation> {
    let mut operations = dashboards();
    operations.extend(owners_and_shares());
    operations.extend(folders());
    operations
}

/// A list of the platform with all that narrows it.
fn browsed(operation: Operation) -> Operation {
    operation
        .needs(Permission::ReadOwnership)
        .query("search", text(), "Any part of title or id")
        .query("name", text(), "Those whose whole title is this, whatever the case")
        .query("ids", list(text()), "Those with these ids")
        .query("sort", text(), "`title`, `created` or `lastUpdated`; `-` before it turns it round")
        .query("skip", count(), "Leaves out so many at the beginning")
        .query("limit", count(), "At most so many; never more than 50,000")
        .query("fields", list(text()), "Only these fields; `-` before one leaves it out")
}

fn dashboards() -> Vec<Operation> {
    let number = || types(&["integer", "string", "null"]);
    let wanted = || {
        object([
            (
                "queryParams?",
                object([
                    ("search?", text().said("Any part of title or id")),
                    ("name?", text().said("The whole title, whatever the case")),
                    ("id?", text()),
                    ("ids?", list(text())),
                    ("parentFolder?", text().or_null().said("The folder; `folderId` means the same")),
                ]),
            ),
            (
                "queryOptions?",
                object([
                    ("sort?", any_object().said("`title`, `created` or `lastUpdated`, with 1 or -1")),
                    ("skip?", number()),
                    ("limit?", number()),
                    ("fields?", list(text())),
                ]),
            ),
        ])
    };
    let example = || json!({ "queryParams": { "search": "" }, "queryOptions": { "skip": 0, "limit": 50 } });
    vec![
        browsed(get("/api/v1/dashboards/admin", "Registered dashboards"))
            .query("id", text(), "The one with this id")
            .query("parentFolder", text(), "Those in this folder, or `root` (`folderId` means the same)")
            .answers("The dashboards", list(named("Dashboard"))),
        post("/api/v1/dashboards/admin", "Search dashboards")
            .needs(Permission::ReadOwnership)
            .takes(wanted())
            .like(example())
            .answers("The dashboards", list(named("Dashboard"))),
        post("/api/v1/dashboards/searches", "Search dashboards, page by page")
            .needs(Permission::ReadOwnership)
            .takes(wanted())
            .like(example())
            .answers("A page; an empty one is the last", object([("items", list(named("Dashboard")))])),
        get("/api/v1/dashboards/{id}", "One dashboard")
            .needs(Permission::ReadOwnership)
            .answers("The dashboard", named("Dashboard")),
        patch("/api/v1/dashboards/{id}", "Rename a dashboard, or put it into another folder")
            .needs(Permission::ManageOwnership)
            .takes(object([
                ("title?", text().or_null()),
                ("parentFolder?", text().or_null().said("The platform's id of the folder; null for none")),
            ]))
            .like(json!({ "title": "Sales" }))
            .answers("The dashboard", named("Dashboard")),
        get("/api/v1/dashboards/{id}/exists", "Whether a dashboard is registered")
            .needs(Permission::ReadOwnership)
            .answers("Whether", object([("exists", switch())]))
            .never_refuses(404),
    ]
}

fn owners_and_shares() -> Vec<Operation> {
    let new_owner = || {
        object([
            ("ownerId?", text().said("Id, user name or address of the new owner")),
            ("originalOwnerRule?", keeps().said("What the former owner keeps")),
        ])
    };
    let hand_over = |path| {
        post(path, "Hand a dashboard over")
            .needs(Permission::ManageOwnership)
            .takes(new_owner())
            .like(json!({ "ownerId": "66f1c2a45d0e8b3f7a914c20", "originalOwnerRule": "view" }))
            .answers("The dashboard", named("Dashboard"))
    };
    let wanted = object([
        ("shareId", text().said("Id of a user or a group")),
        ("type?", text()),
        (
            "rule?",
            text()
                .or_null()
                .said("`view` or `edit`; only the owner, who is passed over, has none, or `owner`"),
        ),
        ("subscribe?", switch().said("Whether they get its reports, too")),
    ]);
    let shares = || object([("sharesTo", list(named("PlatformShare")))]);
    vec![
        hand_over("/api/v1/dashboards/{id}/change_owner"),
        hand_over("/api/v1/dashboards/{id}/admin/change_owner"),
        get("/api/v1/dashboards/{id}/shares", "Who else may use a dashboard")
            .needs(Permission::ReadOwnership)
            .answers("The shares", list(named("PlatformShare"))),
        get("/api/shares/dashboard/{id}", "Who may use a dashboard, the owner among them")
            .needs(Permission::ReadOwnership)
            .answers("The shares", shares()),
        post("/api/shares/dashboard/{id}", "Set who else may use a dashboard")
            .tells("The whole list: whoever is not in it may no longer. At most 100.")
            .needs(Permission::ManageOwnership)
            .takes(object([("sharesTo", list(wanted))]))
            .like(json!({ "sharesTo": [{ "shareId": "66f1c2a45d0e8b3f7a914c20", "type": "user", "rule": "view" }] }))
            .answers("The shares", shares()),
    ]
}

fn folders() -> Vec<Operation> {
    let wanted = || {
        object([
            ("name?", text().or_null()),
            ("owner?", text().or_null()),
            ("parentId?", text().or_null().said("The platform's id of the folder it lies in; null for none")),
        ])
    };
    let circle = "It would lie in itself, or too deep";
    let node = object([
        ("oid", text()),
        ("name", text()),
        ("owner", text()),
        ("folders", list(any_object())),
        ("dashboards", list(any_object())),
    ]);
    vec![
        get("/api/v1/navver", "The folders in each other, with their dashboards")
            .needs(Permission::ReadOwnership)
            .answers("The tree", object([("folders", list(node))])),
        browsed(get("/api/v1/folders", "Registered folders"))
            .query("parentId", text(), "Those in this folder, or `root`")
            .query("structure", words(["flat", "tree"]), "In a row, or in each other as `folders`")
            .query("expand", list(words(["dashboards", "owner"])), "More than their ids")
            .answers("The folders", list(named("Folder"))),
        post("/api/v1/folders", "Register a folder under a new id")
            .needs(Permission::ManageOwnership)
            .takes(wanted())
            .like(json!({ "name": "Quarterly reports" }))
            .makes("The folder", named("Folder"))
            .refuses(409, circle),
        delete("/api/v1/folders/bulk", "Take several folders out of the register, all or none")
            .needs(Permission::ManageOwnership)
            .query("folderIds", list(text()), "Their ids; one at least")
            .answers("They are out", object([("deleted", count())]))
            .refuses(404, "One of them is not there"),
        get("/api/v1/folders/{id}", "One folder")
            .needs(Permission::ReadOwnership)
            .answers("The folder", named("Folder")),
        patch("/api/v1/folders/{id}", "Rename a folder, put it into another one, or hand it over")
            .needs(Permission::ManageOwnership)
            .takes(wanted())
            .like(json!({ "name": "Yearly reports" }))
            .answers("The folder", named("Folder"))
            .refuses(409, circle),
        delete(
            "/api/v1/folders/{id}",
            "Take a folder out of the register; what lies in it lies at the root then",
        )
        .needs(Permission::ManageOwnership)
        .is_done("It is out"),
    ]
}
