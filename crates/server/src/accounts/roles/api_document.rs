//! What the documents say of roles.

use crate::{
    cx::{BUILT_IN, Permission},
    web::openapi::{
        Part, get,
        schema::{list, map, named, null, object, switch, text, words},
    },
};

/// The calls of this room.
pub fn part() -> Part {
    let manifest = "Also what the role allows (`compiledRoles` and `compiledRole` mean the same)";
    Part::new(
        "Roles",
        "The six built-in roles, and custom ones on them",
        vec![
            get("/api/roles", "All roles, strongest first")
                .needs(Permission::ReadOwnAccount)
                .query("includeManifest", switch(), manifest)
                .answers("The roles", list(named("Role"))),
            get("/api/roles/{role}", "One role")
                .needs(Permission::ReadOwnAccount)
                .place("role", "Id of the role, or any spelling of its name")
                .query("includeManifest", switch(), manifest)
                .answers("The role", named("Role")),
        ],
    )
    .schema("Role", role())
    .schema(
        "ShortRole",
        object([("_id", text()), ("name", text()), ("displayName", text())]).said("A role in few words"),
    )
}

fn role() -> crate::web::openapi::schema::Schema {
    let manifest = object([
        (
            "manage",
            object([
                ("users", map(switch())),
                ("groups", map(switch())),
                ("security", switch()),
                ("restapi", switch()),
                ("sso", switch()),
                ("systemconfig", switch()),
            ]),
        ),
        (
            "base",
            object([
                ("isConsumer", switch()),
                ("isContributor", switch()),
                ("isAdmin", switch()),
                ("isSuper", switch()),
            ]),
        ),
    ]);
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
        ("manifest?", manifest.said("What it allows, in the sections of the original")),
    ])
}
