//! What the documents say of the calls by which clients of the platform ask who owns what.

use serde_json::json;

use super::keeps;
use crate::{
    cx::Permission,
    web::openapi::{
        Operation, delete, get, patch, post,
        schema::{Schema, any_object, count, list, named, null, object, switch, text, time, types},
    },
};

pub(super) fn dashboard() -> Schema {
    object([
        ("oid", text().said("The id that the platform gave it")),
        ("title", text()),
        ("owner", text()),
        ("parentFolder", null()),
        ("shares", list(any_object())),
        ("created", time()),
        ("lastUpdated", time()),
    ])
}

pub(super) fn folder() -> Schema {
    object([
        ("oid", text().said("The id that the platform gave it")),
        ("name", text()),
        ("owner", text()),
        ("userId", text()),
        ("type", text()),
        ("instanceType", text()),
        ("parentId", null()),
        ("created", time()),
        ("lastUpdated", time()),
    ])
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

fn dashboards() -> Vec<Operation> {
    let number = || types(&["integer", "string", "null"]);
    let wanted = || {
        object([
            ("queryParams?", object([("search?", text())])),
            ("queryOptions?", object([("skip?", number()), ("limit?", number())])),
        ])
    };
    let example = || json!({ "queryParams": { "search": "" }, "queryOptions": { "skip": 0, "limit": 50 } });
    vec![
        get("/api/v1/dashboards/admin", "All registered dashboards")
            .needs(Permission::ReadOwnership)
            .query("search", text(), "Any part of title or id (`name` means the same)")
            .query("id", text(), "The one with this id")
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
        get("/api/v1/dashboards/{id}/exists", "Whether a dashboard is registered")
            .needs(Permission::ReadOwnership)
            .answers("Whether", object([("exists", switch())])),
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
        ("shareId?", text()),
        ("type?", text()),
        ("rule?", text().or_null().said("An entry without a rule is the owner, and passed over")),
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
            .needs(Permission::ManageOwnership)
            .takes(object([("sharesTo?", list(wanted))]))
            .like(json!({ "sharesTo": [{ "shareId": "66f1c2a45d0e8b3f7a914c20", "type": "user", "rule": "view" }] }))
            .answers("The shares", shares()),
    ]
}

fn folders() -> Vec<Operation> {
    let wanted = || object([("name?", text().or_null()), ("owner?", text().or_null())]);
    let node = object([
        ("oid", text()),
        ("name", text()),
        ("owner", text()),
        ("folders", list(any_object())),
        ("dashboards", list(any_object())),
    ]);
    vec![
        get("/api/v1/navver", "The folders, as a tree of one level")
            .needs(Permission::ReadOwnership)
            .answers("The tree", object([("folders", list(node))])),
        get("/api/v1/folders", "All registered folders")
            .needs(Permission::ReadOwnership)
            .query("name", text(), "Any part of name or id")
            .answers("The folders", list(named("Folder"))),
        post("/api/v1/folders", "Register a folder under a new id")
            .needs(Permission::ManageOwnership)
            .takes(wanted())
            .like(json!({ "name": "Quarterly reports" }))
            .makes("The folder", named("Folder")),
        delete("/api/v1/folders/bulk", "Take several folders out of the register, all or none")
            .needs(Permission::ManageOwnership)
            .query("folderIds", list(text()), "Their ids, at most 200")
            .answers("They are out", object([("deleted", count())]))
            .refuses(404, "One of them is not there"),
        get("/api/v1/folders/{id}", "One folder")
            .needs(Permission::ReadOwnership)
            .answers("The folder", named("Folder")),
        patch("/api/v1/folders/{id}", "Rename a folder, or hand it over")
            .needs(Permission::ManageOwnership)
            .takes(wanted())
            .like(json!({ "name": "Yearly reports" }))
            .answers("The folder", named("Folder")),
        delete("/api/v1/folders/{id}", "Take a folder out of the register")
            .needs(Permission::ManageOwnership)
            .is_done("It is out"),
    ]
}
