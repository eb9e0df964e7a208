//! Errors on the API: the original bodies with the original numbers, so that existing clients read them
//! (contract part 1.5), and on v1 the members of a problem document (RFC 9457) beside them.

use axum::{
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use percent_encoding::percent_decode_str;
use seatwarden_base::{Error, Refusal};
use serde_json::{Map, Value, json};

use super::{edge, face::Failed, json::Json};
use crate::{accounts::seats, cx::Cx};

/// Numbers and statuses of the original for what clients know under a number (contract part 1.5).
/// Everything else keeps the status of its kind and the number 0.
const ORIGINAL: [(&str, u16, u16); 43] = [
    ("users.unknown_expand", 202, 404),
    ("groups.unknown_expand", 202, 404),
    ("users.bad_id", 601, 422),
    ("users.bad_role", 601, 422),
    ("directories.none", 22001, 404),
    ("outbox.has_server", 7501, 400),
    ("outbox.no_server", 7501, 400),
    ("ownership.unknown_object", 10001, 404),
    ("security.no_sso", 0, 400),
    ("groups.unknown", 0, 404),
    ("groups.name_taken", 0, 400),
    ("groups.looks_built_in", 0, 400),
    ("users.unknown", 2001, 404),
    ("groups.unknown_member", 2001, 404),
    ("users.missing_field", 2003, 422),
    ("users.email_taken", 2004, 400),
    ("users.sysadmin_email_taken", 2004, 400),
    ("users.twice_in_list", 2005, 400),
    ("users.one_sysadmin", 2006, 400),
    ("seats.none_left", 2007, 400),
    ("seats.none_free", 2007, 400),
    ("roles.license_adding", 2007, 400),
    ("users.last_sysadmin", 2011, 400),
    ("users.not_an_array", 2002, 400),
    ("users.bad_email", 2009, 400),
    ("users.bad_user_name", 2009, 400),
    ("users.bad_name", 2009, 400),
    ("web.hidden_letter", 2009, 400),
    ("sign_in.wrong", 5001, 401),
    ("sign_in.reset_needed", 5001, 401),
    ("sign_in.locked", 5001, 401),
    ("web.bad_token", 5002, 401),
    ("web.sign_in_first", 5002, 401),
    ("sessions.ended", 5002, 401),
    ("api_v09.bad_key", 5002, 401),
    ("api_v09.key_off", 5002, 401),
    ("passwords.too_short", 2009, 400),
    ("passwords.too_long", 2009, 400),
    ("passwords.common", 2009, 400),
    ("passwords.context_word", 2009, 400),
    ("passwords.organisation_rule", 2009, 400),
    ("passwords.bad_hash", 2009, 400),
    ("passwords.breached", 2009, 400),
];

struct Shown {
    status: StatusCode,
    number: u16,
    code: String,
    message: String,
    next: Option<String>,
    field: Option<&'static str>,
    existing: Vec<String>,
    element: Option<(usize, String)>,
    /// Message and field of all that is refused.
    each: Vec<(String, Option<&'static str>)>,
}

fn shown(cx: &Cx, failed: &Failed) -> Shown {
    match failed.0.as_ref() {
        Error::Refusal(refusal) => {
            let original = ORIGINAL.iter().find(|(code, ..)| *code == refusal.code);
            let status = original.and_then(|(.., status)| StatusCode::from_u16(*status).ok());
            let (message, next) = cx.text().refusal(refusal);
            // Who says which version was changed is told so in the words of HTTP.
            let is_old = cx.request.if_versions.is_some() && refusal.code.ends_with(".changed_meanwhile");
            let status = if is_old { Some(StatusCode::PRECONDITION_FAILED) } else { status };
            Shown {
                status: status.unwrap_or_else(|| failed.status()),
                number: original.map_or(0, |(_, number, _)| *number),
                code: refusal.code.to_owned(),
                message,
                next,
                field: refusal.field,
                existing: existing(refusal),
                element: refusal.element().map(|(index, named)| (index, named.to_owned())),
                each: refusal.all().map(|one| (cx.text().refusal(one).0, one.field)).collect(),
            }
        }
        Error::Fault(_) => Shown {
            status: StatusCode::INTERNAL_SERVER_ERROR,
            number: 0,
            code: "web.fault".to_owned(),
            message: cx.text().web_fault(cx.request.id.clone()),
            next: Some(cx.text().web_fault_next()),
            field: None,
            existing: Vec::new(),
            element: None,
            each: Vec::new(),
        },
    }
}

/// The names that are taken already, for a call that sent several (contract part 1.5, `groups/bulk`).
fn existing(refusal: &Refusal) -> Vec<String> {
    refusal.value("existing").map(|names| names.lines().map(str::to_owned).collect()).unwrap_or_default()
}

/// What a room adds to the document of one of its own calls (RFC 9457, part 3.2): the value `members`, as JSON.
fn members(failed: &Failed) -> Map<String, Value> {
    let value = failed.0.refusal().and_then(|refusal| refusal.value("members"));
    value.and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default()
}

fn original(shown: &Shown) -> Value {
    let mut original = json!({
        "code": shown.number,
        "message": shown.message,
        "status": shown.status.as_u16(),
        "httpMessage": shown.status.canonical_reason().unwrap_or_default(),
    });
    if !shown.existing.is_empty() {
        original["moreInfo"] = json!({ "existingGroups": shown.existing });
    }
    // Which of many it is about, whatever the status (decision 0016).
    if let Some((index, named)) = &shown.element {
        let value = (!named.is_empty()).then_some(named);
        let one = |(message, field): &(String, _)| json!({ "message": message, "field": field, "index": index, "value": value });
        original["subErrors"] = shown.each.iter().map(one).collect();
    }
    original
}

/// The body of v0.9.
pub(super) fn v09(cx: &Cx, failed: &Failed) -> Response {
    let mut shown = shown(cx, failed);
    if let Some(next) = shown.next.take().filter(|_| shown.code == seats::NONE_LEFT.code) {
        // Nothing else in this body can say who could free a seat.
        shown.message = format!("{} {next}", shown.message);
    }
    (shown.status, Json(json!({ "error": original(&shown) }))).into_response()
}

/// The body of v2: a problem document with the original's members beside (contract part 1.5).
pub(super) fn v2(cx: &Cx, failed: &Failed) -> Response {
    let shown = shown(cx, failed);
    let mut body = original(&shown);
    body["type"] = json!(format!("urn:seatwarden:refusal:{}", shown.code));
    body["title"] = json!(shown.status.canonical_reason().unwrap_or_default());
    body["detail"] = json!(shown.message);
    body["requestId"] = json!(cx.request.id);
    (shown.status, Json(body)).into_response()
}

/// The body of v1: both forms in one document.
pub(super) fn v1(cx: &Cx, failed: &Failed, path: &str) -> Response {
    let shown = shown(cx, failed);
    let mut error = original(&shown);
    if shown.status == StatusCode::NOT_FOUND {
        // What was not there, and how it was named (contract part 1.5).
        error["resourceType"] = json!(shown.code.split('.').next());
        let route = cx.request.route.get().map_or("", |route| route);
        let named = resource_named(failed).map(str::to_owned);
        let name = named.unwrap_or_else(|| resource_name(&shown.code, route, edge::loggable(path)));
        error["resourceName"] = json!(name);
    }
    let is_told_apart = shown.status == StatusCode::UNPROCESSABLE_ENTITY || shown.each.len() > 1;
    if is_told_apart && shown.element.is_none() {
        let one = |(message, field): &(String, _)| json!({ "message": message, "field": field });
        error["subErrors"] = shown.each.iter().map(one).collect();
    }
    let mut body = json!({
        "type": format!("urn:seatwarden:refusal:{}", shown.code),
        "title": shown.status.canonical_reason().unwrap_or_default(),
        "status": shown.status.as_u16(),
        "detail": shown.message,
        "code": shown.code,
        "requestId": cx.request.id,
        "error": error,
    });
    if let Some(field) = shown.field {
        body["field"] = json!(field);
    }
    if let Some(next) = &shown.next {
        body["next"] = json!(next);
    }
    body.as_object_mut().into_iter().for_each(|body| body.extend(members(failed)));
    let mut response = (shown.status, Json(body)).into_response();
    if cx.request.reads_problems || is_own(path) {
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(PROBLEM));
    }
    response
}

/// Of a refusal that something is not there: the value that says how it was named, where the address does not.
pub const RESOURCE: &str = "resource";

fn resource_named(failed: &Failed) -> Option<&str> {
    failed.0.refusal()?.value(RESOURCE)
}

/// How that which is not there was named: the place of the path that is called like the room of the refusal, else the
/// last place, else the last piece.
fn resource_name(code: &str, route: &str, path: &str) -> String {
    let room = code.split('.').next().unwrap_or_default().trim_end_matches('s');
    let pieces = |text: &str| -> Vec<String> {
        text.split('/').filter(|piece| !piece.is_empty()).map(str::to_owned).collect()
    };
    let (route, path) = (pieces(route), pieces(path));
    let places: Vec<(&str, &String)> = (route.iter().zip(&path))
        .filter_map(|(place, piece)| Some((place.strip_prefix('{')?.trim_end_matches('}'), piece)))
        .collect();
    let of_room = places.iter().find(|(place, _)| *place == room).or(places.last());
    let piece = of_room.map(|(_, piece)| *piece).or(path.last()).cloned().unwrap_or_default();
    percent_decode_str(&piece).decode_utf8_lossy().into_owned()
}

/// The media type of problem documents.
pub(super) const PROBLEM: &str = "application/problem+json";
/// The first words of the calls of our own on v1, which no client of the platform knows (decision 0007).
const OWN: [&str; 13] = [
    "audit",
    "background-work",
    "callers",
    "features",
    "imports",
    "license",
    "licensing",
    "mails",
    "ownership",
    "seats",
    "security",
    "sessions",
    "sysadmin",
];
/// The same for what stands below a user, or beside the users.
const OWN_OF_USERS: [&str; 6] = ["deleted", "deletion", "export", "service-accounts", "sessions", "tokens"];
/// The same below one's own account, which is one of our calls itself.
const OWN_OF_ACCOUNT: [&str; 3] = ["events", "sessions", "tokens"];

/// Whether a path on v1 is one of our own calls.
pub(super) fn is_own(path: &str) -> bool {
    let mut pieces = path.split('/').filter(|piece| !piece.is_empty()).skip(2);
    match pieces.next() {
        Some("users") => pieces.take(2).any(|piece| OWN_OF_USERS.contains(&piece)),
        Some("groups") => pieces.next() == Some("deleted"),
        Some("account") => pieces.next().is_none_or(|piece| OWN_OF_ACCOUNT.contains(&piece)),
        Some(first) => OWN.contains(&first),
        None => false,
    }
}

/// Whether a client says that it reads problem documents.
pub(super) fn is_read(headers: &HeaderMap) -> bool {
    let accepted = headers.get_all(header::ACCEPT).iter().filter_map(|value| value.to_str().ok());
    accepted.flat_map(|line| line.split(',')).any(|kind| kind.trim().starts_with(PROBLEM))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_there_is_named_as_it_was_asked_for() {
        let name = |code, route, path| resource_name(code, route, path);
        let (user, tokens) = ("/api/v1/users/{user}/tokens", "/api/v1/users/{user}/tokens/{token}");
        assert_eq!(name("users.unknown", user, "/api/v1/users/ada%40x.org/tokens"), "ada@x.org");
        assert_eq!(name("users.unknown", tokens, "/api/v1/users/ada/tokens/7"), "ada");
        assert_eq!(name("api_tokens.not_found", tokens, "/api/v1/users/ada/tokens/7"), "7");
        assert_eq!(name("web.not_found", "", "/api/v1/nothing"), "nothing");
    }

    #[test]
    fn our_own_calls_are_told_from_those_of_the_platform() {
        for own in
            ["/api/v1/callers/x", "/api/v1/imports", "/api/v1/users/deleted", "/api/v1/users/a/tokens/b"]
        {
            assert!(is_own(own), "{own}");
        }
        for platforms in
            ["/api/v1/users", "/api/v1/users/a", "/api/v1/groups", "/api/v1", "/api/v1/account/x"]
        {
            assert!(!is_own(platforms), "{platforms}");
        }
    }
}
