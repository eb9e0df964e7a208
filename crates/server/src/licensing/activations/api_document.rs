//! What the documents say of activations.

use serde_json::json;

use super::model::{Fate, Mode, ServerState, Why};
use crate::{
    licensing::packages::bodies::standings,
    web::openapi::{
        Operation, Part, get, post,
        schema::{Schema, count, email, id, list, named, object, password, switch, text, time, words},
    },
};

const KEY: &str = "Id or code of a package";
const SLOTS: &str =
    "As many servers count as the license allows; `slots` says which, and `actions` what can be done";

fn states() -> Schema {
    words(ServerState::ALL.map(ServerState::word))
}

fn server() -> Vec<(&'static str, Schema)> {
    vec![
        ("id", id()),
        ("name", text()),
        ("version", text()),
        ("mode", words([Mode::Online, Mode::Offline, Mode::Voucher].map(Mode::word))),
        ("state", states()),
        ("slot", count().or_null()),
        ("counts", switch()),
        ("why", words(Why::WORDS)),
        ("countedSince", time()),
        ("freesAt", time().or_null().said("From when on another server may have its slot")),
        ("leaseUntil", time()),
        ("firstSeen", time()),
        ("lastSeen", time()),
        ("lastAddress", text()),
        ("user", text()),
        ("license", text().said("Id of the license file")),
        ("cloneSuspectedAt", time().or_null()),
    ]
}

/// Machines whose places others took.
fn displaced() -> Schema {
    let one = object([
        ("server", id()),
        ("name", text()),
        ("mode", words([Mode::Online, Mode::Offline, Mode::Voucher].map(Mode::word))),
        ("license", text().said("Id of the license file that it has")),
        ("since", time().said("When another machine took its place")),
        ("until", time().said("Until when it may run, and counts beside the servers")),
    ]);
    list(one).said("Machines whose places others took; with the first page only")
}

fn who() -> Vec<(&'static str, Schema)> {
    vec![
        ("email?", email().said("Of the license account; not with a token")),
        ("password?", password()),
        ("package?", text().said("Code or id, if the account may activate several")),
    ]
}

fn activate() -> Operation {
    let mut fields = who();
    fields.push(("request", text().said("The file that the machine signed")));
    fields.push(("code?", password().said("An activation code instead of a password")));
    post("/api/v1/licensing/activate", "Give a server a slot and its license file")
        .tells(
            "Who asks is known by e-mail address and password, by an activation code, or by a token of \
             `/api/v1/authentication/login`, which saves the work of checking the password each time. The same \
             machine never takes a second slot, however often it asks.",
        )
        .open()
        .takes(object(fields))
        .answers("The server had a slot", named("Activation"))
        .makes("The server began to count", named("Activation"))
        .refuses(401, "Address, password or code are wrong, or nobody asks")
        .refuses(404, "There is no such package")
        .refuses(409, SLOTS)
}

fn renew() -> Operation {
    let renewal = object([
        ("lease?", text().said("A signed file")),
        ("license?", text().or_null().said("Another license file, if the package changed")),
        ("displaced?", switch().said("There is no slot for it: it runs until its lease ends")),
        ("server?", named("LicensedServer")),
        ("warnings?", list(text())),
        ("standing?", words(standings())),
        ("package?", named("Package")),
        ("leaseUntil?", time()),
        ("slot?", switch().said("Whether there is a slot for it")),
        ("code?", text()),
        ("legacy_message?", text()),
        ("detail?", text()),
        ("next?", text().or_null()),
    ]);
    post("/api/v1/licensing/renew", "The next lease of a server")
        .open()
        .tells(
            "With `dry_run` it answers `package`, `leaseUntil` and `slot` instead: what the renewal would lead to. \
             Nothing is changed, and the renewal does not count.",
        )
        .takes(object([("renewal", text().said("The file that the machine signed")), ("dry_run?", switch())]))
        .answers("The lease", renewal)
        .refuses(404, "The server is not activated, or not any more")
        .refuses(409, "An offline key was used by another machine")
}

fn give_back(path: &'static str, summary: &'static str) -> Operation {
    post(path, summary)
        .open()
        .takes(object([("receipt", text().said("The file that the machine signed"))]))
        .answers(
            "The slot is free, or is held until another file that was given for it ends",
            object([("server", id()), ("state", states()), ("freesAt", time().or_null())]),
        )
        .refuses(404, "No server has this license file")
        .refuses(409, "The receipt is older than the license file")
}

fn by_hand() -> [Operation; 2] {
    let mut key = who();
    key.push((
        "label",
        text().said("For which machine; again for the same label it replaces the one before"),
    ));
    let made = object([
        ("key", text().said("The key, in armor")),
        ("label", text()),
        ("package", text()),
        ("slot", count().or_null()),
        ("installUntil", time()),
        ("renewBy", time()),
    ]);
    let mut request = who();
    request.push(("request", text().said("The file that the machine signed")));
    let answer =
        object([("answer", text().said("The license file, in armor")), ("server", named("LicensedServer"))]);
    [
        post("/api/v1/licensing/offline-key", "A key that any machine may install once, within 30 days")
            .tells(
                "A form is taken as well. `license_server.offline_key_path` gives the call a second address.",
            )
            .open()
            .takes(object(key))
            .makes("The key", made)
            .refuses(401, "Address or password are wrong, or nobody asks")
            .refuses(404, "There is no such package")
            .refuses(409, SLOTS),
        post("/api/v1/licensing/offline-request", "Answer the file of a machine without a network")
            .open()
            .takes(object(request))
            .answers("The answer, to be carried to the machine", answer)
            .refuses(401, "Address or password are wrong, or nobody asks")
            .refuses(404, "There is no such package")
            .refuses(409, SLOTS),
    ]
}

fn for_owners() -> Vec<Operation> {
    let usage = object([
        ("maximum", count()),
        ("used", count()),
        ("left", count()),
        ("offline", count()),
        ("uncounted", count().said("How many may run without a slot, since a reset or a release")),
    ]);
    let mut fated = server();
    fated.push(("fate", words(Fate::WORDS)));
    let preview = object([
        ("usedBefore", count()),
        ("usedAfter", count()),
        ("possibleAt", time().or_null().said("From when on without the vendor; null if it is now")),
        ("servers", list(object(fated)).said("A thousand at most")),
        ("moreCount", count().said("How many more servers there are")),
    ]);
    let servers = object([
        ("items", list(named("LicensedServer"))),
        ("next", text().or_null()),
        ("usage", usage),
        ("displaced", displaced()),
    ]);
    let key =
        object([("label", text()), ("license", text()), ("issuedAt", time()), ("installUntil", time())]);
    let wish = object([("dry_run?", switch()), ("override?", switch().said("For the vendor’s staff"))]);
    let at = |call: Operation| call.place("package", KEY);
    vec![
        at(get(
            "/api/v1/licensing/packages/{package}/servers",
            "The servers of a package, and why each counts",
        ))
        .query("after", text(), "From the one after this activation on")
        .answers("The servers", servers),
        at(post(
            "/api/v1/licensing/packages/{package}/servers/{server}/release",
            "Free the slot of one server",
        ))
        .is_done("It runs until its lease ends")
        .refuses(409, "It has no network, or as many servers run without a slot as the license allows"),
        at(post(
            "/api/v1/licensing/packages/{package}/servers/{server}/destroyed",
            "Say that a machine is gone for good",
        ))
        .is_done("Its slot is free")
        .refuses(409, "This was said too often within a year"),
        at(post(
            "/api/v1/licensing/packages/{package}/servers/{server}/resolve-clone",
            "Say that what seemed to be two machines is one",
        ))
        .is_done("Nobody is warned any more"),
        at(post("/api/v1/licensing/packages/{package}/reset", "Reset Activations"))
            .tells("Whoever runs goes on, and takes a slot at the next renewal if one is free.")
            .may_take(wish)
            .like(json!({ "dry_run": true }))
            .answers("What becomes of each server", preview)
            .refuses(409, "The last reset is less than a lease ago"),
        at(post("/api/v1/licensing/packages/{package}/codes", "Make a code that activates one server"))
            .makes("The code; nobody can read it again", object([("code", text()), ("expiresAt", time())]))
            .refuses(409, "Too many codes wait to be used"),
        at(get("/api/v1/licensing/packages/{package}/offline-keys", "The offline keys that hold a slot"))
            .answers("The keys", object([("items", list(key))])),
    ]
}

/// The calls of this room.
pub fn part() -> Part {
    let activation = object([
        ("license", text().said("A signed file")),
        ("lease", text().said("A signed file")),
        ("new", switch().said("Whether the server began to count by this call")),
        ("tookOver", switch().said("Whether it took the slot of the same machine with another key")),
        ("server", named("LicensedServer")),
        ("package", named("Package")),
    ]);
    let status = object([
        ("state", states()),
        ("counts", switch()),
        ("standing", words(standings())),
        ("leaseUntil", time()),
        ("revision", count()),
        ("validUntil", time().or_null()),
    ]);
    let mut calls = vec![
        activate(),
        renew(),
        give_back("/api/v1/licensing/deactivate", "A server gives its license back"),
        give_back("/api/v1/licensing/return", "Hand in the receipt of a machine that gave its license back"),
        get("/api/v1/licensing/status", "What a license file is worth now")
            .open()
            .query("license", text(), "Its id")
            .answers("Where it stands", status)
            .refuses(404, "No server has this license file")
            .refuses(422, "That is no id"),
        get("/api/v1/licensing/time", "The time of the server")
            .open()
            .answers("The time", object([("time", time())])),
        post("/api/v1/licensing/time", "The time, signed for one machine")
            .tells("For a machine whose stored time is wrong because its clock once was far ahead.")
            .open()
            .takes(object([("challenge", text().said("The question that the machine signed"))]))
            .answers(
                "The answer",
                object([("time", time()), ("answer", text().said("A signed file, in armor"))]),
            )
            .refuses(422, "That is no question of a machine"),
    ];
    calls.extend(by_hand());
    calls.extend(for_owners());
    Part::new("Activations", "Which servers run a license, on a license server", calls)
        .schema("Activation", activation)
        .schema("LicensedServer", object(server()))
}
