//! What the documents say of the license.

use serde_json::json;

use super::model::{ChangeKind, WHO_ALL, who_word};
use crate::{
    cx::Permission,
    web::openapi::{
        Operation, Part, get, post,
        schema::{
            Schema, any_object, anything, count, email, id, list, map, named, object, password, switch, text,
            time, whole, words,
        },
    },
};

const UNREACHED: &str = "The license server says no, or was not reached; `code` and `detail` say why";

fn difference() -> Schema {
    object([
        ("what", text().said("`seats.viewers`, `limits.rows`, `entitlements.big_data`, `validUntil` …")),
        ("before", anything()),
        ("after", anything()),
        ("takesAway", switch()),
    ])
}

fn seat() -> Schema {
    let dormant = object([("id", id()), ("name", text()), ("email", text()), ("lastSeen", time())]);
    object([
        ("seat", text()),
        ("used", count()),
        ("limit", count().or_null().said("Null where there is no limit")),
        ("left", count().or_null()),
        ("over", count().said("How many are used beyond the limit; nobody is locked out")),
        ("dormant", list(dormant).said("Who was away for 30 days or longer")),
    ])
}

fn file() -> Schema {
    let limit = || count().or_null().said("Null where there is no limit");
    object([
        ("id", text()),
        ("organisation", text()),
        ("user", text().said("Who holds it")),
        (
            "package",
            object([
                ("code", text()),
                ("name", text()),
                ("type", text()),
                ("tier", text()),
                ("deployment", text()),
                ("environment", text()),
                ("revision", count()),
            ]),
        ),
        ("trial", switch()),
        ("validFrom", time()),
        ("validUntil", time().or_null().said("Null: it never ends")),
        ("renewBy", time()),
        ("leaseUntil", time().or_null()),
        ("lastContact", time().or_null()),
        ("seats", object([("administrators", limit()), ("designers", limit()), ("viewers", limit())])),
        ("limits", map(whole())),
        ("entitlements", list(text())),
        ("machine", text()),
        ("clock", words(["good", "jumped", "suspect", "behind"])),
        ("displaced", switch().said("Another server took the slot; this one runs until its lease ends")),
        (
            "leaseLost",
            switch().said(
                "The file of the lease is missing or damaged on its machine; the server asks for another one",
            ),
        ),
        ("cloneSuspected", switch()),
        ("trouble", text().said("Why the last renewal failed; empty if it did not")),
        ("ended", words(["given_back", "revoked"]).or_null()),
        ("next", object([("from", time()), ("differences", list(difference()))]).or_null()),
    ])
}

fn license() -> Schema {
    object([
        ("activated", switch()),
        (
            "state",
            words(["notYet", "active", "expiring", "grace", "limited"])
                .or_null()
                .said("Null without a license"),
        ),
        ("endsAt", time().or_null()),
        ("daysLeft", whole().or_null()),
        ("stopped", list(text()).said("What does not work at this moment")),
        ("addingStopsAt", time().or_null()),
        ("seats", list(seat())),
        ("license", file().or_null().said("For those who may manage it")),
    ])
}

fn simulation() -> Schema {
    let stop = object([("from", time()), ("what", list(text()))]);
    let counter = object([
        ("seat", text()),
        ("used", count()),
        ("limit", count().or_null().said("Null where there is no limit")),
        ("left", count().or_null()),
        ("over", count()),
    ]);
    object([
        ("at", time()),
        ("state", words(["notYet", "active", "expiring", "grace", "limited"])),
        ("endsAt", time()),
        ("daysLeft", whole()),
        ("works", list(text())),
        ("stopped", list(text())),
        ("stops", list(stop).said("What stops later")),
        ("seats", list(counter).said("Used as now, with the limits that are supposed")),
        ("differences", list(difference())),
    ])
}

fn of_platform() -> Schema {
    let most = || whole().said("-1 where there is no limit");
    object([
        ("inUseAdmins", count()),
        ("maxAdmins", most()),
        ("inUseDesigners", count()),
        ("maxDesigners", most()),
        ("inUseViewers", count()),
        ("maxViewers", most()),
        ("trial", switch()),
        ("bigData", switch()),
        ("highAvailability", switch()),
        ("expirationDate", text().said("RFC 3339; empty without a license or an end")),
        ("macine", text().said("Spelt so by the original")),
        ("machine", text()),
    ])
}

fn manage(path: &'static str, summary: &'static str) -> Operation {
    post(path, summary).needs(Permission::ManageLicense).refuses(409, UNREACHED)
}

fn credentials() -> Schema {
    object([
        ("email?", email().said("Of the license account")),
        ("password?", password()),
        ("code?", password().said("A one-time code instead of both")),
        ("package?", text().said("Its code, if the account has several")),
    ])
}

/// The same in the words of the platform (contract part 5).
fn calls_of_platform() -> [Operation; 3] {
    [
        get("/api/v1/account/get_license_info", "The license in the words of the platform")
            .needs(Permission::ReadSeats)
            .answers("The license", of_platform()),
        manage("/api/v1/account/set_new_license", "Activate with e-mail and password of the license account")
            .takes(credentials())
            .answers("The license", of_platform())
            .refuses(400, "E-mail and password are missing")
            .refuses(401, "The license server does not know the e-mail with this password"),
        manage("/api/v1/account/set_offline_license", "Install an offline key")
            .takes(object([("key", text())]))
            .answers("The license", of_platform())
            .refuses(400, "The key is missing"),
    ]
}

fn given_back() -> Schema {
    object([
        ("package", text()),
        ("receipt", text()),
        ("free", switch().said("Whether another machine may have the slot already")),
        ("heldUntil", time().or_null().said("Until when another file for this machine holds it")),
    ])
}

fn change() -> Schema {
    object([
        ("id", id()),
        ("at", time()),
        ("kind", words(ChangeKind::ALL.map(ChangeKind::word))),
        ("package", text()),
        ("name", text()),
        ("revision", count()),
        ("by", text().said("The name of a user; empty for others")),
        (
            "byKind",
            words(WHO_ALL.map(who_word)).said(
                "The server itself, the operator at the command line, a user on a page or over the API, or whoever \
                 set the server up with its secret",
            ),
        ),
        ("differences", list(difference())),
    ])
}

/// The calls of this room.
pub fn part() -> Part {
    let finding = object([
        ("code", text()),
        ("level", words(["good", "warning", "wrong"])),
        ("detail", text()),
        ("next", text().or_null()),
    ]);
    let mut operations = vec![
        get("/api/v1/license", "The license, and what of it is used")
            .needs(Permission::ReadSeats)
            .answers("The license", named("License")),
        get("/api/v1/license/history", "Every license that ever counted here")
            .needs(Permission::ManageLicense)
            .answers("Newest first", object([("items", list(change()))])),
        get("/api/v1/license/simulation", "What would work on a day, or with other seats")
            .tells("Nothing is changed, and nobody is asked.")
            .needs(Permission::ManageLicense)
            .query("at", text(), "The day, `2027-03-01`, or the second in RFC 3339; now without it")
            .query("administrators", text(), "How many seats there would be")
            .query("designers", text(), "How many seats there would be")
            .query("viewers", text(), "How many seats there would be")
            .query("unreached", text(), "`true`: as if the license server were reached no more")
            .answers("What would work", simulation())
            .refuses(409, "There is no license")
            .refuses(422, "That is no day, or no number of seats"),
        manage("/api/v1/license/change", "Activate, or change the license, over the network")
            .takes(credentials())
            .answers("The license", named("License"))
            .refuses(401, "The license server does not know the e-mail with this password"),
        manage("/api/v1/license/install", "Install a key, an answer or the next license")
            .takes(object([("key", text())]))
            .answers("The license", named("License")),
        manage("/api/v1/license/request", "Make the file by which this machine asks for a license")
            .may_take(object([("package?", text())]))
            .like(json!({}))
            .answers("The request", object([("request", text())])),
        manage("/api/v1/license/renew", "Renew now, or see what renewing would change")
            .may_take(object([("dryRun?", switch())]))
            .answers("The license; with `dryRun` the differences", any_object()),
        manage("/api/v1/license/return", "Give the license back")
            .may_take(object([(
                "offline?",
                switch().said("With a receipt that somebody carries to the portal"),
            )]))
            .answers("The receipt", given_back()),
        post("/api/v1/license/diagnosis", "What stands between this machine and the license server")
            .needs(Permission::ManageLicense)
            .answers(
                "What was found",
                object([
                    ("level", words(["good", "warning", "wrong"])),
                    ("findings", list(finding)),
                    ("firewallRequest", text().or_null().said("Ready to be sent")),
                ]),
            ),
    ];
    operations.extend(calls_of_platform());
    let about = "What the license of this installation gives, what of it is used, and changing it";
    Part::new("License", about, operations).schema("License", license())
}
