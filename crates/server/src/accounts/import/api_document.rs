//! What the documents say of Import Many.

use serde_json::json;

use super::{
    columns::Field,
    model::{State, Verdict},
};
use crate::{
    cx::Permission,
    web::openapi::{
        Operation, Part, delete, get, post,
        schema::{
            Schema, any_object, count, either, id, list, map, named, null, object, page, switch, text, time,
            whole, words,
        },
    },
};

const BEYOND: &str = "It is not allowed, or somebody began the list whose role may more than the caller's";

/// The calls of this room.
pub fn part() -> Part {
    let mut operations = lists();
    operations.extend(steps());
    // Which rows change somebody who is there is known only when they are read.
    let operations = operations.into_iter().map(|it| it.needs(Permission::ChangeUsers)).collect();
    Part::new("Import Many", "Lists of users become users: send, look, apply, take back", operations)
        .schema("Import", import())
        .schema("ImportRow", row())
        .schema("ImportOptions", options())
}

fn field() -> Schema {
    words(Field::ALL.map(Field::word))
}

fn options() -> Schema {
    object([
        ("changesExisting?", switch().said("Users who are there already are changed, or left alone")),
        ("invites?", switch().said("New users without a password are invited by mail")),
        ("makesGroups?", switch().said("Groups that are not there are made")),
        ("leavesGroups?", switch().said("Users leave groups that their row does not name, if it names any")),
        ("takesLookalikes?", switch().said("Addresses that look like an administrator's are taken")),
        (
            "reachesAdministrators?",
            switch().said(
                "Users who manage others may be among them: told, not taken. It needs a token with every scope, or the \
                 password given a short while ago",
            ),
        ),
    ])
}

fn import() -> Schema {
    let column =
        object([("head", text()), ("field", either([field(), null()]).said("What it seems to hold"))]);
    object([
        ("id", id()),
        ("name", text()),
        ("state", words(State::ALL.map(State::word))),
        ("startedBy", text()),
        ("columns", list(column)),
        ("options", named("ImportOptions")),
        ("rows", count()),
        ("done", count().said("How many rows the running step has done")),
        ("counts", map(count()).said("How many rows have each verdict")),
        ("undone", count()),
        ("version", whole()),
        ("reason", text().or_null().said("Why it stopped")),
        ("created", time()),
        ("applied", time().or_null()),
    ])
}

fn remark() -> Schema {
    object([("code", text()), ("field", text().or_null()), ("detail", text()), ("next", text().or_null())])
}

fn row() -> Schema {
    object([
        ("line", count()),
        ("email", text().or_null()),
        ("userName", text().or_null()),
        ("verdict", either([words(Verdict::ALL.map(Verdict::word)), null()])),
        ("changes", list(field())),
        ("userId", text().or_null()),
        ("undone", switch()),
        ("role?", text().said("The role that the row gives, by its API name")),
        ("roleBefore?", text()),
        ("groups?", list(text()).said("The groups that the user has after it, by name")),
        ("groupsBefore?", list(text())),
        (
            "emailBefore?",
            text().said("What it was, if the row changes it; the same goes for the names and the language"),
        ),
        ("userNameBefore?", text()),
        ("firstNameBefore?", text()),
        ("lastNameBefore?", text()),
        ("languageBefore?", text().said("Empty if there was none")),
        ("code?", text()),
        ("field?", text().or_null()),
        ("detail?", text()),
        ("next?", text().or_null()),
        ("remark?", remark().said("What is to be known about a row that can be done")),
    ])
}

fn lists() -> Vec<Operation> {
    let table = list(any_object());
    vec![
        get("/api/v1/imports", "The latest imports, newest first")
            .query("after", text(), "The `next` of the page before")
            .query("limit", whole(), "How many at most: 1 to 50; 50 if it is not said")
            .answers("A page", page(named("Import"), text().or_null().said("Null at the end")))
            .refuses(400, "`after` is no place, or `limit` no number"),
        post(
            "/api/v1/imports",
            "Send a table: CSV with any separator, an XLSX workbook, or JSON; up to 32 MiB",
        )
        .needs(Permission::AddUsers)
        .query("name", text(), "What to call it")
        .takes_forms(vec![
            ("application/json", table),
            ("text/csv", text()),
            ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", text()),
        ])
        .like(json!([{ "email": "radia@example.com", "role": "viewer" }]))
        .makes("The import, with what its columns seem to hold; `Location` leads to it", named("Import"))
        .refuses(409, "There are too many imports, or another one is being read"),
        get("/api/v1/imports/{id}", "One import: its state, and how many rows are done")
            .answers("The import", named("Import")),
        delete("/api/v1/imports/{id}", "Remove a list; users stay as they are")
            .is_done("It is gone")
            .refuses(403, BEYOND)
            .refuses(409, "A step is running"),
        get("/api/v1/imports/{id}/rows", "The rows of an import")
            .query("verdict", words(Verdict::ALL.map(Verdict::word)), "Those with this verdict")
            .query("from", count(), "The `next` of the page before")
            .answers("A page", page(named("ImportRow"), whole().or_null().said("Null at the end")))
            .refuses(422, "There is no such verdict"),
        get("/api/v1/imports/{id}/result", "Every row with its verdict and the reason, as a file")
            .answers_csv(
                "The rows: `line`, `email`, `userName`, `verdict`, `changes`, `reason`, `userId`, `undone`, \
                 `role`, `groups`, `roleBefore`, `groupsBefore`, `emailBefore`, `userNameBefore`, `firstNameBefore`, \
                 `lastNameBefore`, `advice`, and every other column that came in, but never \
                 passwords. Corrected, the file can be sent as an import again",
            ),
    ]
}

fn steps() -> Vec<Operation> {
    let version = || whole().or_null().said("Refuses with 409 if something changed since");
    let versioned = || object([("version?", version())]);
    let wish = object([
        (
            "columns?",
            either([list(either([field(), null()])), null()]).said("A field or null for each column"),
        ),
        ("options?", either([named("ImportOptions"), null()])),
        ("version?", version()),
    ]);
    let other = "It is at another step, or was changed meanwhile";
    vec![
        post("/api/v1/imports/{id}/check", "Begin the dry run; the state is `checked` when it is done")
            .tells("With `makesGroups` it needs `groups.manage` as well.")
            .needs(Permission::AddUsers)
            .may_take(wish)
            .like(json!({ "options": { "invites": false } }))
            .begins("The import", named("Import"))
            .refuses(403, BEYOND)
            .refuses(409, other),
        post("/api/v1/imports/{id}/apply", "Begin to do what the dry run said")
            .needs(Permission::AddUsers)
            .may_take(versioned())
            .begins("The import", named("Import"))
            .refuses(403, BEYOND)
            .refuses(409, other),
        post("/api/v1/imports/{id}/undo", "Begin to take an applied import back")
            .needs(Permission::DeleteUsers)
            .may_take(versioned())
            .begins("The import", named("Import"))
            .refuses(403, BEYOND)
            .refuses(409, other),
    ]
}
