//! What the documents say of roles.

use serde_json::json;

use crate::{
    cx::{BUILT_IN, Permission},
    web::openapi::{
        Operation, Part, delete, get, post, put,
        schema::{any_object, anything, list, named, null, object, switch, text, words},
    },
};

const ROLE_KEY: &str = "Id of the role, or any spelling of its name";

/// The calls of this room.
pub fn part() -> Part {
    let key = ROLE_KEY;
    let manifest = "Also what the role allows (`compiledRoles` and `compiledRole` mean the same)";
    let mut operations = vec![
            get("/api/roles", "All roles, strongest first")
                .needs(Permission::ReadOwnAccount)
                .query("includeManifest", switch(), manifest)
                .answers("The roles", list(named("Role"))),
            post("/api/roles", "Make a custom role")
                .tells(
                    "It stands on `baseRoleName`, Viewer unless it is said. The switches of the manifest that mean a \
                     permission here give and take it, as far as the base leaves that open; everything else in it is \
                     kept and answered again.",
                )
                .needs(Permission::ManageRoles)
                .takes(object([
                    ("displayName?", text()),
                    ("name?", text().said("The name in the API; shown as well where `displayName` is not sent")),
                    ("desc?", text()),
                    ("baseRoleName?", text()),
                    ("manifest?", any_object()),
                ]))
                .like(json!({ "displayName": "Night shift", "baseRoleName": "dataDesigner",
                              "manifest": { "manage": { "users": { "get": true } } } }))
                .answers("The role", named("Role"))
                .refuses(404, "There is no such role to stand on")
                .refuses(409, "Another role is called so, or there are as many as can be"),
            get("/api/roles/{role}", "One role")
                .needs(Permission::ReadOwnAccount)
                .place("role", key)
                .query("includeManifest", switch(), manifest)
                .answers("The role", named("Role")),
            put("/api/roles/{role}", "Change what is sent of a role")
                .tells("A built-in role takes what means nothing here in its manifest, and refuses everything else.")
                .needs(Permission::ManageRoles)
                .place("role", key)
                .takes(object([("displayName?", text()), ("desc?", text()), ("manifest?", any_object())]))
                .like(json!({ "manifest": { "dashboards": { "create": true } } }))
                .answers("The role", named("Role"))
                .refuses(409, "It is built in, another role is called so, or somebody else changed it meanwhile"),
            delete("/api/roles/{role}", "Delete a custom role; its users get the role it stood on")
                .needs(Permission::ManageRoles)
                .place("role", key)
                .answers("It is deleted", object([]))
                .refuses(409, "It is built in, or given by a group"),
    ];
    operations.extend(manifests());
    Part::new("Roles", "The six built-in roles, and custom ones on them", operations)
        .schema("Role", role())
        .schema(
            "ShortRole",
            object([("_id", text()), ("name", text()), ("displayName", text())]).said("A role in few words"),
        )
}

fn role() -> crate::web::openapi::schema::Schema {
    object([
        ("_id", text()),
        ("name", text().said("The name in the API, like `dataDesigner`")),
        ("displayName", text().said("The name that people see")),
        ("desc", text()),
        (
            "baseRoleName",
            words(BUILT_IN.map(crate::cx::BaseRole::name)).said("The built-in role it stands on"),
        ),
        ("parent", null()),
        ("manifest?", any_object().said("What it allows, in the sections of the original")),
    ])
}

fn manifests() -> Vec<Operation> {
    let key = ROLE_KEY;
    let path = "Names of sections, like `/dashboards/create`, percent-encoded";
    let part = "/api/roles/{role}/manifest/{path}";
    let deep = "The path has more than twelve sections";
    vec![
        get(part, "A part of what a role allows")
            .needs(Permission::ReadOwnAccount)
            .place("role", key)
            .place("path", path)
            .answers("The part", anything())
            .refuses(422, deep),
        post(part, "Put something over a part of what a role allows")
            .needs(Permission::ManageRoles)
            .place("role", key)
            .place("path", path)
            .takes(anything())
            .like(json!({ "create": true }))
            .answers("The part as it stands now", anything())
            .refuses(409, "It is a permission of a built-in role"),
        put(part, "Put something in place of a part of what a role allows")
            .needs(Permission::ManageRoles)
            .place("role", key)
            .place("path", path)
            .takes(anything())
            .like(json!({ "create": true }))
            .answers("The part as it stands now", anything())
            .refuses(409, "It is a permission of a built-in role"),
        delete(part, "Take a part out of what a role allows; permissions follow the built-in role again")
            .needs(Permission::ManageRoles)
            .place("role", key)
            .place("path", path)
            .answers("It is taken out", object([]))
            .refuses(409, "It is a permission of a built-in role")
            .refuses(422, deep),
    ]
}
