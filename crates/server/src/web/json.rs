//! JSON in and out, for the API.

use axum::{
    body::{Body, Bytes},
    extract::{FromRequest, FromRequestParts, MatchedPath, Request},
    http::{HeaderValue, header, request::Parts},
    response::{IntoResponse, Response},
};
use http_body_util::{BodyExt, LengthLimitError};
use seatwarden_base::{Error, Kind, Refusal, Result};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};

use super::{edge::BODY_TOO_LARGE, face::WebError};
use crate::cx::Cx;

/// The body is not the JSON we need.
pub const BAD_JSON: Refusal = Refusal::new(Kind::Malformed, "web.bad_json");
/// The form cannot be read.
pub const BAD_FORM: Refusal = Refusal::new(Kind::Malformed, "web.bad_form");

/// How many objects one body may hold: three for each user of the longest list that is taken.
const OBJECTS_MAX: usize = 60_000;
/// How many further values one body may hold.
const VALUES_MAX: usize = 1_000_000;
/// The longest body where little is needed, in bytes.
const SMALL_MAX: usize = 64 * 1024;

/// A JSON answer. Written into one buffer, which is a third cheaper than axum's own for lists.
pub struct Json<T>(pub T);

impl<T: Serialize> IntoResponse for Json<T> {
    fn into_response(self) -> Response {
        match serde_json::to_vec(&self.0) {
            Ok(bytes) => json_bytes(bytes),
            Err(cause) => WebError(Error::fault("writing JSON", cause)).into_response(),
        }
    }
}

/// A JSON answer that is bytes already.
pub fn json_bytes(bytes: impl Into<Body>) -> Response {
    let mut response = Response::new(bytes.into());
    let kind = HeaderValue::from_static("application/json; charset=utf-8");
    response.headers_mut().insert(header::CONTENT_TYPE, kind);
    response
}

/// The whole body of a request, within the size limit.
pub async fn body(request: Request) -> Result<Bytes> {
    Bytes::from_request(request, &()).await.map_err(|rejection| {
        if rejection.into_response().status() == http::StatusCode::PAYLOAD_TOO_LARGE {
            BODY_TOO_LARGE.into()
        } else {
            BAD_FORM.into()
        }
    })
}

/// The same for whoever reads a body before the router does, which lifts the limit of its framework; the edge has set
/// ours.
pub(super) async fn whole(stream: Body) -> Result<Bytes> {
    match stream.collect().await {
        Ok(collected) => Ok(collected.to_bytes()),
        Err(cause) => Err(if is_too_large(&cause) { BODY_TOO_LARGE.into() } else { BAD_FORM.into() }),
    }
}

fn is_too_large(cause: &(dyn std::error::Error + 'static)) -> bool {
    cause.is::<LengthLimitError>() || cause.source().is_some_and(is_too_large)
}

/// The body of a request that nobody needs much for: what everybody may send costs little to read.
pub async fn small_body(request: Request) -> Result<Bytes> {
    let bytes = body(request).await?;
    if bytes.len() > SMALL_MAX { Err(BODY_TOO_LARGE.into()) } else { Ok(bytes) }
}

/// Reads JSON. The depth is limited by the parser (128), the size by the edge, how much is in it here.
/// Some programs put the mark of UTF-8 in front.
pub fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if has_too_much(bytes) {
        return Err(BODY_TOO_LARGE.into());
    }
    serde_json::from_slice(bytes).map_err(|cause| bad_json(&cause).into())
}

/// The same of an object, and of nothing else: a list would fill the fields of a struct, one after the other.
pub fn parse_object<T: DeserializeOwned>(bytes: &[u8]) -> Result<T> {
    let object: Map<String, Value> = parse(bytes)?;
    serde_json::from_value(Value::Object(object)).map_err(|cause| bad_json(&cause).into())
}

/// Refuses with `web.bad_json`, and says why in words that know no type of ours.
pub fn bad_json(cause: &serde_json::Error) -> Refusal {
    BAD_JSON.with("cause", in_json_words(&cause.to_string()))
}

/// The same of one value, which stands under this name.
pub fn bad_json_at(name: &str, cause: &serde_json::Error) -> Refusal {
    BAD_JSON.with("cause", format!("`{name}`: {}", in_json_words(&cause.to_string())))
}

/// Refuses with `web.bad_json` what stands under this name and is no `kind`: `an object`, `a list`.
pub fn must_be(name: &str, kind: &str) -> Refusal {
    BAD_JSON.with("cause", format!("`{name}` must be {kind}"))
}

/// Refuses with `web.bad_json` a body that is no object.
pub fn needs_object() -> Refusal {
    BAD_JSON.with("cause", "expected an object")
}

/// What the reader of JSON says, without the names that only Rust has.
fn in_json_words(message: &str) -> String {
    if message.contains("untagged enum") {
        return "it has none of the forms that are taken".to_owned();
    }
    // A text that was sent may contain the same words, but comes first.
    let Some((found, rest)) = message.rsplit_once(", expected ") else { return message.to_owned() };
    let (wanted, place) = rest.rfind(" at line ").map_or((rest, ""), |at| rest.split_at(at));
    let found = match found {
        "invalid type: map" => "invalid type: object",
        "invalid type: sequence" => "invalid type: list",
        other => other,
    };
    format!("{found}, expected {}{place}", kind_in_json_words(wanted))
}

fn kind_in_json_words(wanted: &str) -> &str {
    let of_rust = |words: &[&str]| words.iter().any(|word| wanted.starts_with(word));
    match wanted {
        "u8" => "a whole number from 0 to 255",
        "u16" => "a whole number from 0 to 65535",
        "u32" => "a whole number from 0 to 4294967295",
        "u64" | "u128" | "usize" => "a whole number from 0",
        "i8" | "i16" | "i32" | "i64" | "i128" | "isize" => "a whole number",
        "f32" | "f64" => "a number",
        "unit" | "unit struct" => "null",
        "a sequence" => "a list",
        "option" | "an option" => "a value or null",
        _ if of_rust(&["tuple", "a tuple"]) => "a list",
        _ if of_rust(&["struct", "a map", "map", "internally", "adjacently"]) => "an object",
        _ if of_rust(&["enum ", "variant", "string or map"]) => "one of the words that are taken",
        _ if of_rust(&["field", "a borrowed", "a formatted", "newtype", "identifier"]) => "a string",
        other => other,
    }
}

/// Whether JSON holds so many objects or values that reading it takes hundreds of times its size: a small object takes a
/// kilobyte of memory, whatever it takes on the way here.
fn has_too_much(bytes: &[u8]) -> bool {
    let (mut objects, mut values, mut is_text, mut is_escaped) = (0, 0, false, false);
    for byte in bytes {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' if is_text => is_escaped = true,
            b'"' => is_text = !is_text,
            b'{' if !is_text => objects += 1,
            b',' if !is_text => values += 1,
            _ => {}
        }
    }
    objects > OBJECTS_MAX || values > VALUES_MAX
}

impl<S: Send + Sync> FromRequestParts<S> for Cx {
    type Rejection = WebError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, WebError> {
        let cx = parts.extensions.get::<Self>().cloned();
        if let (Some(cx), Some(route)) = (&cx, parts.extensions.get::<MatchedPath>()) {
            // Set at most once: of two handlers of one request the first is the one that was asked.
            let _ = cx.request.route.set(route.as_str().into());
            // Before anything else of the request is looked at: whoever is nobody learns nothing but that.
            if super::openapi::is_for_callers(parts.method.as_str(), route.as_str()) {
                cx.signed_in()?;
            }
            super::etag::check(cx, &parts.method, route.as_str())?;
        }
        cx.ok_or_else(|| WebError(Error::fault("answering a request", "it did not pass the edge")))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_body_may_not_hold_more_than_is_meant_to_be_read() {
        let list = |item: &str, count: usize| format!("[{}]", vec![item; count].join(","));

        assert!(parse::<Value>(list("{\"a\":1}", OBJECTS_MAX).as_bytes()).is_ok());
        for too_much in [list("{\"a\":1}", OBJECTS_MAX + 1), list("1", VALUES_MAX + 2)] {
            let refused = parse::<Value>(too_much.as_bytes()).unwrap_err();
            assert!(refused.is(&BODY_TOO_LARGE), "{refused}");
        }
        let text = json!(["\\\"{,".repeat(VALUES_MAX + 1)]).to_string();
        assert!(parse::<Value>(text.as_bytes()).is_ok());
    }

    #[test]
    fn why_json_is_refused_is_said_without_a_name_of_ours() {
        #[derive(Debug, serde::Deserialize)]
        #[serde(rename_all = "camelCase", deny_unknown_fields)]
        #[expect(dead_code, reason = "it is read, and nothing else")]
        struct Wanted {
            count: Option<u32>,
            place: Option<i64>,
            share: Option<f64>,
            names: Option<Vec<String>>,
            inner: Option<Box<Wanted>>,
            pair: Option<(u8, u16)>,
            kind: Option<Kind>,
            either: Option<Either>,
        }
        #[derive(Debug, serde::Deserialize)]
        #[serde(rename_all = "camelCase")]
        enum Kind {
            View,
        }
        #[derive(Debug, serde::Deserialize)]
        #[serde(untagged)]
        #[expect(dead_code, reason = "it is read, and nothing else")]
        enum Either {
            Number(u8),
            Text(String),
        }
        let said = |json: &str| {
            let refused = parse::<Wanted>(json.as_bytes()).unwrap_err();
            refused.refusal().unwrap().value("cause").unwrap().to_owned()
        };

        for (json, why) in [
            (r#"{"count":-5}"#, "invalid value: integer `-5`, expected a whole number from 0 to 4294967295"),
            (r#"{"count":1.5}"#, "floating point `1.5`, expected a whole number from 0 to 4294967295"),
            (
                r#"{"place":"x, expected u32"}"#,
                "string \"x, expected u32\", expected a whole number at line 1",
            ),
            (r#"{"share":[]}"#, "invalid type: list, expected a number"),
            (r#"{"names":{}}"#, "invalid type: object, expected a list"),
            (r#"{"inner":7}"#, "invalid type: integer `7`, expected an object"),
            (r#"{"pair":7}"#, "expected a list"),
            (r#"{"kind":"hide"}"#, "unknown variant `hide`, expected `view`"),
            (r#"{"kind":7}"#, "expected value at line 1 column 9"),
            (r#"{"either":{}}"#, "it has none of the forms that are taken"),
            (r#"{"cuont":7}"#, "unknown field `cuont`, expected one of `count`"),
            ("5", "invalid type: integer `5`, expected an object at line 1 column 1"),
            ("{", "EOF while parsing an object"),
        ] {
            let found = said(json);
            assert!(found.contains(why), "{json}: {found}");
            for ours in ["Wanted", "Kind", "Either", "struct", "enum", "expected u", "expected i", "f64"] {
                assert!(json.contains(ours) || !found.contains(ours), "{json}: {found}");
            }
        }
    }

    #[test]
    fn a_list_is_no_object() {
        #[derive(serde::Deserialize)]
        struct Wanted {
            #[serde(default)]
            name: String,
        }
        assert!(parse_object::<Wanted>(b"[]").is_err());
        assert_eq!(parse_object::<Wanted>(b"{\"name\":\"a\"}").unwrap().name, "a");
    }
}
