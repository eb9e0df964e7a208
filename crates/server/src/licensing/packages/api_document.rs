//! What the documents say of packages.

use serde_json::json;

use super::{
    bodies::standings,
    model::{Deployment, Environment, Kind, RequestState, State, Tier},
};
use crate::{
    cx::Permission,
    web::openapi::{
        Operation, Part, delete, get, patch, post,
        schema::{Schema, count, email, id, list, named, object, page, text, time, words},
    },
};

const KEY: &str = "Id or code of a package";

fn seats() -> Schema {
    let people = || count().or_null().said("Null where there is no limit");
    object([("administrators?", people()), ("designers?", people()), ("viewers?", people())])
}

/// The seats of a new package, all of which are said.
fn new_seats() -> Schema {
    let people = || count().or_null().said("Null for no limit");
    object([("administrators", people()), ("designers", people()), ("viewers", people())])
}

fn limits() -> Schema {
    let most = || count().or_null().said("Null where there is no limit");
    object([("servers?", count()), ("rows?", most()), ("cores?", most())])
}

fn terms() -> Vec<(&'static str, Schema)> {
    vec![
        ("name", text()),
        ("type", words(Kind::ALL.iter().map(|it| it.word()))),
        ("tier", words(Tier::ALL.iter().map(|it| it.word()))),
        ("deployment", words(Deployment::ALL.iter().map(|it| it.word()))),
        ("environment", words(Environment::ALL.iter().map(|it| it.word()))),
        ("state", words(State::ALL.iter().map(|it| it.word()))),
        ("validFrom", time()),
        ("validUntil", time().or_null().said("Null where there is no end")),
        ("seats", seats()),
        ("limits", limits()),
        ("entitlements", list(text())),
        ("leaseDays", count()),
        ("graceDays", count()),
    ]
}

/// A package, for other documents of the wing.
pub fn package() -> Schema {
    let mut fields = terms();
    fields.extend([
        ("id", id()),
        ("organisation", id()),
        ("code", text()),
        ("standing", words(standings()).said("What it is worth now")),
        ("revision", count()),
        ("resetEpoch", count()),
        ("lastResetAt", time().or_null()),
        ("createdAt", time()),
    ]);
    object(fields)
}

fn change() -> Schema {
    object([
        ("id", id()),
        ("package", id()),
        ("baseRevision", count()),
        ("terms", object(terms())),
        ("reason", text()),
        ("state", words(RequestState::ALL.iter().map(|it| it.word()))),
        ("author", text()),
        ("createdAt", time()),
        ("decidedBy", text()),
        ("decidedAt", time().or_null()),
    ])
}

/// What is sent to issue or to change a package.
pub fn sent(is_new: bool) -> Schema {
    let from = text().said("A day, which is its beginning, or a moment as RFC 3339 writes it");
    let until = text().said("A day, all of which counts, or a moment as RFC 3339 writes it");
    let mut fields = vec![
        ("reason", text().said("Why; stands in the history")),
        ("type?", words(Kind::ALL.iter().map(|it| it.word()))),
        ("tier?", words(Tier::ALL.iter().map(|it| it.word()))),
        ("deployment?", words(Deployment::ALL.iter().map(|it| it.word()))),
        ("environment?", words(Environment::ALL.iter().map(|it| it.word()))),
        ("state?", words(State::ALL.iter().map(|it| it.word()))),
        ("validFrom?", from),
        ("validUntil?", until.or_null()),
        ("limits?", limits().said("What is not sent stays, or is as usual")),
        ("entitlements?", list(text())),
        ("leaseDays?", count()),
        ("graceDays?", count()),
    ];
    if is_new {
        fields.extend([
            ("organisation", id()),
            ("code?", text().said("Made if it is not sent")),
            ("name", text()),
            ("seats", new_seats()),
        ]);
    } else {
        fields.extend([("name?", text()), ("seats?", seats().said("What is not sent stays"))]);
    }
    object(fields)
}

fn why() -> Schema {
    object([("reason", text().said("Why; stands in the history"))])
}

/// The calls of this room.
pub fn part() -> Part {
    let calls = packages().into_iter().chain(people()).chain(acts()).collect();
    Part::new("Packages", "What customers bought, on a license server", calls)
        .schema("Package", package())
        .schema("PackageChange", change())
}

fn packages() -> Vec<Operation> {
    let (read, manage) = (Permission::LicensesRead, Permission::LicensesManage);
    let revision = object([
        ("number", count()),
        ("at", time()),
        ("terms", object(terms())),
        ("reason", text()),
        ("author", text()),
        ("approver", text()),
    ]);
    vec![
        get("/api/v1/licensing/packages", "The packages, by id")
            .needs(read)
            .query("organisation", text(), "Those of this organisation only")
            .query("after", text(), "From the one after this id on")
            .answers("A page of packages", page(named("Package"), text().or_null())),
        post("/api/v1/licensing/packages", "Issue a package")
            .needs(manage)
            .takes(sent(true))
            .like(json!({
                "organisation": "65f0c0ffee0000000000000b", "name": "Example Production",
                "validUntil": "2028-01-31", "limits": { "servers": 3 }, "reason": "Order 4711",
                "seats": { "administrators": 1, "designers": 5, "viewers": null },
            }))
            .makes("The package", named("Package"))
            .refuses(404, "There is no such organisation")
            .refuses(409, "The code is taken"),
        get("/api/v1/licensing/packages/{package}", "One package")
            .place("package", KEY)
            .needs(read)
            .answers("The package", named("Package")),
        patch("/api/v1/licensing/packages/{package}", "Change a package")
            .tells("More of anything, another entitlement and a revocation wait for a second person.")
            .place("package", KEY)
            .needs(manage)
            .takes(sent(false))
            .like(json!({ "graceDays": 30, "reason": "Asked for by mail" }))
            .answers("The package", named("Package"))
            .begins("The change, which waits for a second person", named("PackageChange"))
            .refuses(409, "Somebody else changed it, it was revoked, or a change of it waits already"),
        get("/api/v1/licensing/packages/{package}/revisions", "What a package went through, oldest first")
            .place("package", KEY)
            .needs(read)
            .query("on", text(), "What it said at the end of this day")
            .answers("The revisions", object([("items", list(revision)), ("now", time())])),
    ]
}

/// License users, and who agrees to a change.
fn people() -> Vec<Operation> {
    let (read, manage) = (Permission::LicensesRead, Permission::LicensesManage);
    let user = object([
        ("id", id()),
        ("email", email()),
        ("name", text()),
        ("activations", count().said("How many servers that count were activated with it")),
        ("addedAt", time()),
    ]);
    vec![
        get("/api/v1/licensing/packages/{package}/users", "Who may activate a package beside its owners")
            .place("package", KEY)
            .needs(read)
            .answers("The license users", object([("items", list(user))])),
        post("/api/v1/licensing/packages/{package}/users", "Let an account activate a package")
            .place("package", KEY)
            .needs(manage)
            .takes(object([("user", id().said("A member of the organisation"))]))
            .is_done("The account may activate it")
            .refuses(409, "The account does not act for the organisation"),
        delete(
            "/api/v1/licensing/packages/{package}/users/{user}",
            "Let an account activate a package no longer",
        )
        .place("package", KEY)
        .place("user", "Id of the account")
        .needs(manage)
        .is_done("The account may not activate it any more")
        .refuses(409, "The account was no license user"),
        get("/api/v1/licensing/changes", "Changes that wait for a second person")
            .needs(read)
            .query("state", words(RequestState::ALL.iter().map(|it| it.word())), "Those in this state")
            .query("package", text(), "Those of the package with this id")
            .answers("The changes, newest first", object([("items", list(named("PackageChange")))]))
            .refuses(404, "There is no such state"),
        post("/api/v1/licensing/changes/{id}/approve", "Agree to a change, which is made by that")
            .needs(Permission::LicensesApprove)
            .answers("The package", named("Package"))
            .refuses(409, "The package is another by now"),
        post("/api/v1/licensing/changes/{id}/reject", "Do not agree to a change")
            .needs(manage)
            .is_done("The change is not made"),
    ]
}

/// What is done to a package as a whole, each with its reason.
fn acts() -> Vec<Operation> {
    let told = [
        (
            "/api/v1/licensing/packages/{package}/renew",
            "Give a package another end",
            object([
                ("validUntil", text().said("A day, all of which counts, or a moment")),
                ("reason", text()),
            ]),
            json!({ "validUntil": "2029-01-31", "reason": "Order 4712" }),
        ),
        (
            "/api/v1/licensing/packages/{package}/suspend",
            "Hold a package for a while",
            why(),
            json!({ "reason": "Unpaid" }),
        ),
        (
            "/api/v1/licensing/packages/{package}/resume",
            "Let a package go on",
            why(),
            json!({ "reason": "Paid" }),
        ),
        (
            "/api/v1/licensing/packages/{package}/revoke",
            "Take a package back for good, once a second person agrees",
            why(),
            json!({ "reason": "Cancelled" }),
        ),
    ];
    let call = |(path, text, body, example)| {
        post(path, text)
            .place("package", KEY)
            .needs(Permission::LicensesManage)
            .takes(body)
            .like(example)
            .answers("The package", named("Package"))
            .begins("The change, which waits for a second person", named("PackageChange"))
            .refuses(409, "It was revoked, or a change of it waits already")
    };
    told.into_iter().map(call).collect()
}
