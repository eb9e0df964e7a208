//! How refusals and faults look in the documents.

use serde_json::{Map, Value, json};

use super::{
    super::problem::PROBLEM,
    Version,
    schema::{Schema, count, list, named, object, text},
};

/// Status, name in the document, and what it means.
const PROBLEMS: &[(u16, &str, &str)] = &[
    (400, "Malformed", "Something cannot be read: the address, a number in the query, the body"),
    (401, "Unauthenticated", "There is no credential, or it is wrong, has run out or was revoked"),
    (403, "Forbidden", "The role or the scope of the token does not allow it, or it comes from another site"),
    (404, "NotFound", "There is no such thing"),
    (408, "TooSlow", "The body came too slowly; the connection is closed"),
    (409, "Conflict", "It does not fit what is there: a name is taken, or somebody else was faster"),
    (412, "Changed", "Somebody changed it since `If-Match` was read; read it again"),
    (413, "TooLarge", "The body is too large, or lists too much at once"),
    (422, "Refused", "What was sent can be read but not done; `field` says where"),
    (429, "TooMany", "Too many tries; `Retry-After` says how many seconds to wait"),
    (500, "Fault", "Something broke down here; `requestId` finds it in the log"),
    (503, "Busy", "The server is busy, too slow just now, or out of space; try again"),
];

/// The name of the response with this status.
pub(super) fn name(status: u16) -> &'static str {
    PROBLEMS.iter().find(|(known, ..)| *known == status).map_or("Refused", |(_, name, _)| name)
}

/// What a refusal with this status means.
pub fn meaning(status: u16) -> &'static str {
    PROBLEMS.iter().find(|(known, ..)| *known == status).map_or("", |(.., text)| text)
}

/// The schema of the body of every refusal.
pub(super) const fn body(version: Version) -> &'static str {
    match version {
        Version::V09 => "Error",
        Version::V1 => "Problem",
        Version::V2 => "FlatProblem",
    }
}

pub(super) fn responses(version: Version) -> Value {
    let schema = named(body(version));
    let mut responses = Map::new();
    for (status, name, text) in PROBLEMS {
        let mut shown = json!({
            "description": text, "content": { "application/json": { "schema": schema.value() } },
        });
        if version == Version::V1 {
            shown["content"][PROBLEM] = json!({ "schema": schema.value() });
            // The calls of a license server use the type of problem documents.
            shown["content"]["application/problem+json"] = json!({ "schema": schema.value() });
        }
        if matches!(status, 429 | 503) {
            shown["headers"] = json!({ "Retry-After": {
                "description": "Seconds to wait", "schema": { "type": "integer", "minimum": 0 },
            } });
        }
        responses.insert((*name).to_owned(), shown);
    }
    Value::Object(responses)
}

pub(super) fn schemas(version: Version) -> Vec<(&'static str, Schema)> {
    let mut original = vec![
        ("code", count().said("The number of the original, 0 if it has none")),
        ("message", text().said("What is wrong, in the language of the caller")),
        ("status", count().said("The HTTP status")),
        ("httpMessage", text().said("The HTTP status in words")),
        ("moreInfo?", object([("existingGroups", list(text()))]).said("The names that are taken already")),
    ];
    let sub = object([
        ("message", text()),
        ("field", text().or_null()),
        ("index?", count().said("Of a list that was sent: which element is refused, from 0")),
        ("value?", text().or_null().said("The address, name or id of that element, as far as one was sent")),
    ]);
    original.push(("subErrors?", list(sub)));
    match version {
        Version::V09 => vec![("Error", object([("error", object(original))]))],
        Version::V2 => vec![("FlatProblem", flat(original))],
        Version::V1 => {
            original.push(("resourceType?", text().said("What was not there, in a 404")));
            original.push(("resourceName?", text().said("How it was named, in a 404")));
            vec![("Problem", problem(object(original)))]
        }
    }
}

fn flat(original: Vec<(&'static str, Schema)>) -> Schema {
    let problem = [
        ("type", text().said("`urn:seatwarden:refusal:` and a code that never changes its meaning")),
        ("title", text().said("The HTTP status in words")),
        ("detail", text().said("What is wrong, in the language of the caller")),
        ("requestId", text().said("Finds the request in the log")),
    ];
    object(problem.into_iter().chain(original))
}

fn problem(original: Schema) -> Schema {
    object([
        ("type", text().said("`urn:seatwarden:refusal:` and the code")),
        ("title", text().said("The HTTP status in words")),
        ("status", count().said("The HTTP status")),
        ("detail", text().said("What is wrong, in the language of the caller")),
        ("code", text().said("A code that never changes its meaning, like `users.email_taken`")),
        ("requestId", text().said("Finds the request in the log")),
        ("field?", text().said("The field that is to blame")),
        ("next?", text().said("What to do next")),
        ("error", original.said("The same as older clients read it")),
        ("legacy_message?", text().said("The sentence that people know, where there is one")),
        ("actions?", list(text()).said("What can be done, in words for programs")),
        (
            "slots?",
            list(super::schema::any_object()).said("Who holds the slots of a license, and until when"),
        ),
        ("packages?", list(super::schema::any_object()).said("Which packages can be named")),
    ])
}
