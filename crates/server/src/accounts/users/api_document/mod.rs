//! What the documents say of users, with the shapes that both versions share.

mod access;
mod acts;
mod service;
mod v09;
mod v1;

use crate::web::openapi::{
    Part,
    schema::{
        Schema, any_object, count, either, email, id, list, named, object, password, switch, text, time,
        types,
    },
};

/// The calls of this room.
pub fn part() -> Part {
    let mut operations = v1::operations();
    operations.extend(access::operations());
    operations.extend(access::of_one());
    operations.extend(acts::operations());
    operations.extend(service::operations());
    operations.extend(v09::operations());
    Part::new(
        "Users",
        "The people: finding, adding, changing, deleting them, and bringing them back",
        operations,
    )
    .schema("User", v1::user())
    .schema("UserV09", object(user_v09()))
    .schema("Profile", object(user_v09()))
    .schema("NewUser", user_sent(true))
    .schema("UserChange", user_sent(false))
    .schema("Leaver", v1::leaver())
}

fn preferences() -> Schema {
    object([("localeId", text().or_null()), ("language", text().or_null())])
}

/// A user but for the groups, as v0.9 shows one.
fn person() -> Vec<(&'static str, Schema)> {
    vec![
        ("_id", id()),
        ("email", text()),
        ("userName", text()),
        ("firstName", text()),
        ("lastName", text()),
        ("roleId", text()),
        ("roleName", text()),
        ("baseRoleName", text()),
        ("active", switch().said("May sign in")),
        ("preferences", preferences()),
        ("uiSettings", any_object()),
        ("tenantId", text()),
        ("activeDirectory", switch().said("Comes from a directory: nobody does")),
        ("default", switch().said("Is the Sys. Admin")),
        ("activationExpires?", count().said("When an open invitation ends, in milliseconds since 1970")),
        ("pendingExpiration?", time().said("The same as a date")),
        ("created", time()),
        ("lastUpdated", time()),
        ("lastLogin?", time()),
        ("lastActivity?", time()),
    ]
}

fn user_v09() -> Vec<(&'static str, Schema)> {
    let name = object([("id", text()), ("name", text())]);
    let mut fields = person();
    fields.push(("groups", list(text()).said("Ids")));
    fields.push(("groupsName?", list(name).said("If `groupsNames` was asked for")));
    fields.push(("changePasswordState", switch().said("Has to choose another password")));
    fields
}

/// What is sent to add a user, or to change one.
fn user_sent(is_new: bool) -> Schema {
    let lenient = || types(&["string", "number", "null"]);
    let group = object([("_id", text())]);
    let email = if is_new { ("email", email()) } else { ("email?", email().or_null()) };
    object([
        email,
        ("userName?", lenient().said("The address if it is not said; `username` means the same")),
        ("firstName?", lenient()),
        ("lastName?", lenient()),
        (
            "roleId?",
            lenient()
                .said("Id or any spelling of a name; `roleName` and `role` mean the same, and the first that is not null counts"),
        ),
        (
            "groups?",
            either([list(either([text(), group])), types(&["null"])])
                .said("Ids or names; the whole set. Objects count by their `_id`"),
        ),
        ("preferences?", any_object().said("`localeId` or `language` is the locale, like `de-DE`")),
        (
            "password?",
            either([password(), types(&["number", "null"])])
                .said("Without one, somebody new is invited by mail"),
        ),
        (
            "hash?",
            lenient().said("On v0.9 the md5 of the password, if that is allowed; taken once, and never stored so"),
        ),
        ("active?", types(&["boolean", "string", "null"])),
        (
            "changePasswordState?",
            types(&["boolean", "string", "null"]).said(
                "On v0.9 `true` demands another password at the next sign-in; `false` takes nothing back",
            ),
        ),
        ("uiSettings?", any_object()),
    ])
}

fn listed() -> Schema {
    list(named("UserV09"))
}
