//! What the documents say of groups.

use serde_json::json;

use crate::{
    cx::Permission,
    web::openapi::{
        Operation, Part, delete, get, patch, post, put,
        schema::{
            Schema, any_object, anything, count, either, id, list, named, null, object, page, switch, text,
            time, types, words,
        },
    },
};

/// The calls of this room.
pub fn part() -> Part {
    let mut operations = v1();
    operations.extend(v09());
    operations.extend(members());
    operations.extend(nesting());
    Part::new("Groups", "Groups of users, with Everyone and Admins made by the server", operations)
        .schema("Group", group())
        .schema("NewGroup", new_group())
        .schema("Member", member())
        .schema("NamedGroup", object([("_id", text()), ("name", text())]))
        .schema("Parties", list(party()))
}

fn group() -> Schema {
    object([
        ("_id", text()),
        ("name?", text()),
        ("ad?", switch().said("From a directory; never here")),
        ("roleId?", text().or_null().said("The role that new members get")),
        ("defaultRole?", text().said("The name of that role")),
        ("objectSid?", text()),
        ("dn?", text()),
        ("uSNChanged?", text()),
        ("mail?", text()),
        ("ldapDomainId?", null()),
        ("language?", text().or_null()),
        ("themeId?", text().or_null()),
        ("timeout?", types(&["integer", "string"]).said("Seconds until a session ends unused, or `default`")),
        ("excludeFromSharing?", switch()),
        ("created?", time()),
        ("lastUpdated?", time()),
        ("tenantId?", text()),
        ("usersCount?", count().said("How many members it has itself, if that was asked for")),
        ("everyone?", switch().said("True for the group of all users")),
        ("admins?", switch().said("True for the group of all administrators")),
        (
            "beingDeleted?",
            switch().said("True while a group with many members is deleted, and takes nobody any more"),
        ),
        ("beingBroughtBack?", switch().said("True while a group with many members is brought back")),
        ("role?", named("ShortRole")),
        ("users?", list(named("Member"))),
    ])
    .said("Everything is there unless `fields` says otherwise")
}

fn new_group() -> Schema {
    let fields = object([
        ("name?", text().said("Unlike every other, whatever the case; needed for a new group")),
        (
            "defaultRole?",
            text().or_null().said("Id or name of a role that new members get; empty or `null` takes it away"),
        ),
        (
            "roleId?",
            text().or_null().said("The same; of the two, the one that differs from what the group gives counts"),
        ),
        (
            "language?",
            text().or_null().said("A locale, like `de-DE`; empty for none. Of a new group, one that is not known is passed over"),
        ),
        (
            "timeout?",
            types(&["integer", "string", "null"])
                .said(
                "Seconds until a session ends unused, of which every begun minute counts; 30 days at most, and of a new group \
                 more counts as that; `default` or 0 for the usual time",
            ),
        ),
        ("excludeFromSharing?", types(&["boolean", "string"])),
        ("themeId?", text().or_null()),
    ]);
    either([fields, text().said("A name alone")])
}

fn member() -> Schema {
    object([
        ("_id", id()),
        ("userName", text()),
        ("email", text()),
        ("firstName", text()),
        ("lastName", text()),
        ("active", switch()),
        ("roleId", text()),
        ("roleName", text()),
        ("baseRoleName", text()),
        ("role?", named("ShortRole")),
        ("groups", list(id())),
        ("preferences", object([("localeId", text().or_null()), ("language", text().or_null())])),
        ("tenantId", text()),
        ("activeDirectory", switch()),
        ("default", switch()),
        ("created", time()),
        ("lastUpdated", time()),
        ("lastLogin?", time()),
        ("lastActivity?", time()),
    ])
}

/// An id or name, or an object that has one.
fn party() -> Schema {
    either([text().said("Id or name"), object([("_id", text())])])
}

fn expanded() -> Schema {
    list(words(["users", "role", "users.role"]))
}

fn sorted() -> Schema {
    let fields = ["name", "created", "lastUpdated", "language", "defaultRole"];
    words(fields.into_iter().chain(["-name", "-created", "-lastUpdated", "-language", "-defaultRole"]))
}

fn v1() -> Vec<Operation> {
    vec![
        get("/api/v1/groups", "All groups, or some of them")
            .needs(Permission::ReadGroups)
            .query("name", text(), "The one with this name, whatever the case")
            .query("ids", list(text()), "Those with these ids")
            .query("roleId", text(), "Those whose members get this role")
            .query("mail", text(), "Those with this address: none")
            .query("origin", words(["ad", "sisense"]), "`ad`: those of a directory, none; `sisense`: all")
            .query("sort", sorted(), "`-` before it turns it round")
            .query("fields", list(text()), "Only these fields; `-` before one leaves it out")
            .query("skip", count(), "Leaves out so many at the beginning")
            .query("limit", count(), "At most so many; 0 is no limit")
            .query("expand", expanded(), "Shows members and role with each")
            .answers("The groups", list(named("Group")))
            .refuses(404, "`expand` names something that is not there"),
        post("/api/v1/groups", "Make a group")
            .needs(Permission::ManageGroups)
            .takes(named("NewGroup"))
            .like(json!({ "name": "Sales", "defaultRole": "consumer" }))
            .makes("The group", named("Group"))
            .refuses(404, "There is no such role")
            .refuses(409, "There are too many groups"),
        post("/api/v1/groups/bulk", "Make several groups, all or none")
            .tells("If names are taken, the refusal (400) lists them in `error.moreInfo.existingGroups`.")
            .needs(Permission::ManageGroups)
            .takes(list(named("NewGroup")))
            .like(json!([{ "name": "Support" }, { "name": "Marketing" }]))
            .makes("The groups", list(named("Group")))
            .refuses(404, "There is no such role")
            .refuses(409, "There are too many groups"),
        get("/api/v1/groups/{group}", "One group")
            .versioned()
            .needs(Permission::ReadGroups)
            .query("fields", list(text()), "Only these fields; `-` before one leaves it out")
            .query("expand", expanded(), "Shows members and role with it")
            .answers("The group", named("Group")),
        patch("/api/v1/groups/{group}", "Change what is sent of a group")
            .versioned()
            .needs(Permission::ManageGroups)
            .takes(named("NewGroup"))
            .like(json!({ "language": "de-DE" }))
            .answers("The group", named("Group"))
            .refuses(409, "It is one of the groups made by the server, or was changed meanwhile"),
        delete(
            "/api/v1/groups/{group}",
            "Delete a group; its users stay, and for 30 days it can be brought back",
        )
        .needs(Permission::ManageGroups)
        .is_done("It is gone")
        .refuses(409, "It is one of the groups made by the server"),
    ]
    .into_iter()
    .chain(deleted())
    .collect()
}

/// Groups that were deleted, and bringing them back.
fn deleted() -> Vec<Operation> {
    let deleted = object([
        ("id", id()),
        ("name", text()),
        ("members", count().said("How many it had")),
        ("deletedBy", text()),
        ("deleted", time()),
        ("undoUntil", time()),
    ]);
    vec![
        get("/api/v1/groups/deleted", "Groups that can be brought back, last deleted first")
            .needs(Permission::ManageGroups)
            .query("search", text(), "Any part of the name")
            .query("after", text(), "The `next` of the page before")
            .query("limit", count(), "How many at most: 1 to 50; 50 if it is not said")
            .answers("A page", page(deleted, text().or_null().said("Null at the end")))
            .refuses(400, "`after` is no place, or `limit` no number"),
        post("/api/v1/groups/deleted/{id}/undo", "Bring a deleted group back with its members")
            .needs(Permission::ManageGroups)
            .may_take(object([("name?", text().said("Needed if another group has the name by now"))]))
            .answers("The group", named("Group"))
            .refuses(400, "The name is taken by now")
            .refuses(409, "There are too many groups"),
    ]
}

fn listed(operation: Operation) -> Operation {
    operation
        .needs(Permission::ReadGroups)
        .query("search", text(), "Those whose names have this part")
        .query("exactMatch", switch(), "Those whose whole name is `search`")
        .query("onlyAD", switch(), "Those of a directory: none")
        .query("usersCount", switch(), "Says how many members each has")
        .query("dn", text(), "Those at these places of a directory: none")
        .query("expand", list(words(["role"])), "Shows the role with each")
        .query("orderby", list(text()), "`name`, `created`, `lastUpdated`, `language` or `defaultRole`; of several, each for those alike in the ones before")
        .query("desc", switch(), "Turns the order round")
        .query("skip", count(), "Leaves out so many at the beginning")
        .query("limit", count(), "At most so many; 0 is no limit")
        .answers("The groups", list(named("Group")))
        .refuses(404, "`expand` names something that is not there")
}

fn v09() -> Vec<Operation> {
    let one_or_several = either([named("NewGroup"), list(named("NewGroup"))]);
    vec![
        listed(get("/api/groups", "All groups, or some of them")),
        listed(get("/api/groups/allDirectories", "The same")),
        get("/api/groups/ad", "The groups of a directory: none")
            .needs(Permission::ReadGroups)
            .answers("An empty list", list(named("Group"))),
        post("/api/groups", "Make a group, or several")
            .tells("The answer is a list whose elements are lists of one.")
            .needs(Permission::ManageGroups)
            .takes(one_or_several)
            .like(json!([{ "name": "Finance" }]))
            .answers("The groups", list(list(named("Group")).at_most(1)))
            .refuses(404, "There is no such role")
            .refuses(409, "There are too many groups"),
        delete("/api/groups", "Delete several groups; their users stay")
            .needs(Permission::ManageGroups)
            .takes(object([("groups", named("Parties"))]))
            .like(json!({ "groups": ["Finance"] }))
            .answers("The ids of those that are gone", object([("deleted", list(text()))]))
            .refuses(404, "One of them is not there")
            .refuses(409, "One of them is made by the server"),
        post("/api/groups/byIds", "The groups with these ids")
            .needs(Permission::ReadGroups)
            .query("usersCount", switch(), "Says how many members each has")
            .query("expand", list(words(["role"])), "Shows the role with each")
            .takes(named("Parties"))
            .like(json!(["66f1c2a45d0e8b3f7a914c20"]))
            .answers("Those that are there", list(named("Group")))
            .refuses(404, "`expand` names something that is not there"),
        post("/api/groups/validateName", "Whether a name is still free")
            .needs(Permission::ReadGroups)
            .takes(object([("name?", text())]))
            .like(json!({ "name": "Sales" }))
            .answers("True if it is free", switch()),
        get("/api/groups/{group}", "One group")
            .needs(Permission::ReadGroups)
            .query("expand", list(words(["role"])), "Shows the role with it")
            .answers("The group", named("Group")),
        put("/api/groups/{group}", "Change what is sent of a group")
            .needs(Permission::ManageGroups)
            .takes(named("NewGroup"))
            .like(json!({ "language": "fr-FR" }))
            .answers(
                "A list in the form that one client reads: 1, and how many were changed",
                list(anything()),
            )
            .refuses(409, "It is one of the groups made by the server, or was changed meanwhile"),
        delete("/api/groups/{group}", "Delete a group; its users stay")
            .needs(Permission::ManageGroups)
            .answers("It is gone", any_object())
            .refuses(409, "It is one of the groups made by the server"),
    ]
}

fn nesting() -> Vec<Operation> {
    let named_groups = || list(named("NamedGroup"));
    let path = "/api/v1/groups/{group}/groups/{inner}";
    vec![
        get("/api/v1/groups/{group}/groups", "The groups inside of a group, and those around it, by name")
            .needs(Permission::ReadGroups)
            .answers(
                "Those directly inside, and directly around",
                object([
                    ("inside", named_groups().said("Their members count as members of this group")),
                    ("around", named_groups().said("They count the members of this group as theirs")),
                ]),
            ),
        put(path, "Put a group inside of another; once more changes nothing")
            .place("inner", "Id or name of the group that goes inside")
            .needs(Permission::ManageGroups)
            .is_done("It is inside")
            .refuses(
                409,
                "One of them is made by the server, it would contain itself, or there are too many levels or groups",
            ),
        delete(path, "Take a group out of another; neither is deleted")
            .place("inner", "Id or name of the group that is inside")
            .needs(Permission::ManageGroups)
            .is_done("It is not inside")
            .refuses(409, "The group around is made by the server"),
    ]
}

fn members() -> Vec<Operation> {
    let who = "Ids, names or addresses of users; an object counts by its `_id`";
    vec![
        get("/api/groups/{group}/users", "The members of a group; those of Everyone are all users")
            .needs(Permission::ReadGroups)
            .answers("The members", list(named("Member"))),
        post("/api/groups/{group}/users", "Put users into a group, all or none")
            .tells(who)
            .needs(Permission::ManageGroups)
            .takes(named("Parties"))
            .like(json!(["66f1c2a45d0e8b3f7a914c20"]))
            .answers("The ids of all who were named; they are members now", list(text()))
            .refuses(404, "There is no such group, or one of the users is not there")
            .refuses(409, "The group is made by the server"),
        delete("/api/groups/{group}/users", "Take users out of a group, all or none")
            .tells(who)
            .needs(Permission::ManageGroups)
            .takes(named("Parties"))
            .like(json!(["66f1c2a45d0e8b3f7a914c20"]))
            .answers("The ids of all who were named; they are no members now", list(text()))
            .refuses(404, "There is no such group, or one of the users is not there")
            .refuses(409, "The group is made by the server"),
    ]
}
