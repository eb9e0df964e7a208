//! The documents, put together from the parts of the rooms.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use super::{
    Version,
    operation::{Access, Body, Operation, Part, get},
    problems,
    schema::{Schema, any_object},
};
use crate::common::idempotency::KEY_MAX;

/// The document of a version.
pub(super) fn document(version: Version, parts: &[Part]) -> Value {
    let mut paths = Map::new();
    let mut tags = Vec::new();
    for part in parts {
        let own: Vec<&Operation> = part.operations.iter().filter(|it| version.has(it.path)).collect();
        if !own.is_empty() {
            tags.push(json!({ "name": part.tag, "description": part.about }));
        }
        for operation in own {
            let path = paths.entry(operation.path).or_insert_with(|| json!({}));
            path[operation.method.to_ascii_lowercase()] = shown(operation);
        }
    }
    let mut document = json!({
        "openapi": "3.1.0",
        "info": {
            "title": format!("Seatwarden API {}", version.word()),
            "version": env!("CARGO_PKG_VERSION"),
            "summary": version.summary(),
            "description": version.description(),
            "license": { "name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0" },
        },
        "servers": [{ "url": "/", "description": "The server that this document comes from" }],
        "tags": tags,
        "paths": paths,
        "components": { "securitySchemes": security_schemes(), "responses": problems::responses(version) },
    });
    document["components"]["schemas"] = schemas(version, parts, &document);
    document
}

/// The schemas that are used, directly or by one another.
fn schemas(version: Version, parts: &[Part], document: &Value) -> Value {
    let mut wanted = BTreeSet::new();
    names_in(document, &mut wanted);
    let known: Vec<(&str, Schema)> =
        parts.iter().flat_map(|part| part.schemas.clone()).chain(problems::schemas(version)).collect();
    let mut shown = Map::new();
    while let Some(name) = wanted.pop_first() {
        let Some((_, schema)) = known.iter().find(|(known, _)| *known == name) else { continue };
        if shown.insert(name, schema.value().clone()).is_none() {
            names_in(schema.value(), &mut wanted);
        }
        wanted.retain(|name| !shown.contains_key(name));
    }
    Value::Object(shown)
}

/// The names of the schemas that a value refers to.
fn names_in(value: &Value, names: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            let name = fields.get("$ref").and_then(Value::as_str);
            names.extend(name.and_then(|name| name.strip_prefix("#/components/schemas/")).map(str::to_owned));
            fields.values().for_each(|value| names_in(value, names));
        }
        Value::Array(items) => items.iter().for_each(|value| names_in(value, names)),
        _ => {}
    }
}

fn security_schemes() -> Value {
    json!({
        "bearer": { "type": "http", "scheme": "bearer",
            "description": "An API token of My Profile, or the `access_token` of the login call" },
        "session": { "type": "apiKey", "in": "cookie", "name": "__Host-seatwarden",
            "description": "The cookie of a browser that is signed in; over plain HTTP it is called `seatwarden-local`. \
                            What changes something is taken from pages of this server only" },
        "xApiKey": { "type": "apiKey", "in": "header", "name": "x-api-key",
            "description": "A JSON Web Token (HS256) that the holder of the server's API key signs for one user: \
                            `iat`, `email` (the address or the user name) and `password`. Old clients use it; an administrator can switch it off" },
    })
}

fn shown(operation: &Operation) -> Value {
    let mut shown = json!({
        "operationId": operation.id(),
        "tags": [operation.tag],
        "summary": operation.summary,
        "responses": responses(operation),
    });
    if !operation.description.is_empty() {
        shown["description"] = json!(operation.description);
    }
    let parameters = parameters(operation);
    if !parameters.is_empty() {
        shown["parameters"] = json!(parameters);
    }
    if let Some(body) = &operation.body {
        shown["requestBody"] = request_body(body);
    }
    shown["security"] = match operation.access {
        Access::Open => json!([]),
        Access::SignedIn => json!([{ "bearer": [] }, { "session": [] }, { "xApiKey": [] }]),
    };
    if !operation.permissions.is_empty() {
        let words: Vec<&str> = operation.permissions.iter().map(|it| it.word()).collect();
        shown["x-permissions"] = json!(words);
        shown["x-roles"] = json!(operation.roles());
        shown["x-scopes"] = json!(operation.scopes());
    }
    shown
}

fn parameters(operation: &Operation) -> Vec<Value> {
    let of_path = operation.places().map(|name| {
        json!({ "name": name, "in": "path", "required": true, "description": operation.place_text(name),
                "schema": { "type": "string", "minLength": 1 } })
    });
    let of_query = operation.query.iter().map(|parameter| {
        let schema = parameter.schema.value();
        let mut shown = json!({
            "name": parameter.name, "in": "query", "description": parameter.text, "schema": schema,
        });
        if schema["type"] == "array" {
            // `a,b`; repeated ones are read as well.
            shown["explode"] = json!(false);
        }
        shown
    });
    of_path.chain(of_query).chain(headers(operation)).collect()
}

fn headers(operation: &Operation) -> Vec<Value> {
    let header = |name: &str, text: &str, schema: Value| json!({ "name": name, "in": "header", "description": text, "schema": schema });
    let tag = || json!({ "type": "string", "examples": ["\"v3-0a1b2c3d4e5f6071\""] });
    let mut headers = Vec::new();
    if operation.may_be_sent_again() {
        let text = "The same key with the same request is done once and answered alike, for 24 hours";
        let schema = json!({ "type": "string", "minLength": 1, "maxLength": KEY_MAX, "pattern": "^[!-~]+$" });
        headers.push(header("Idempotency-Key", text, schema));
    }
    if operation.is_versioned && operation.is_change() {
        headers.push(header(
            "If-Match",
            "The `ETag` that was read; refused with 412 if it has changed",
            tag(),
        ));
    } else if operation.is_versioned {
        headers.push(header(
            "If-None-Match",
            "An `ETag` that is known; answered with 304 if it still is",
            tag(),
        ));
    }
    headers
}

fn request_body(body: &Body) -> Value {
    let mut content = Map::new();
    for (media, schema) in &body.forms {
        let mut form = json!({ "schema": schema.value() });
        // A text is an example of a table, anything else of JSON and of forms.
        if let Some(example) = body.example.as_ref().filter(|it| it.is_string() == media.starts_with("text/"))
            && !media.contains("spreadsheet")
        {
            form["example"] = example.clone();
        }
        content.insert((*media).to_owned(), form);
    }
    json!({ "required": body.is_required, "content": content })
}

fn responses(operation: &Operation) -> Value {
    let mut responses: Map<String, Value> = Map::new();
    for answer in &operation.answers {
        if let (Some(known), Some(schema)) = (responses.get_mut(&answer.status.to_string()), &answer.schema) {
            // The same in another form.
            known["content"][answer.media] = json!({ "schema": schema.value() });
            continue;
        }
        let mut shown = json!({ "description": answer.text });
        if let Some(schema) = &answer.schema {
            shown["content"] = json!({ answer.media: { "schema": schema.value() } });
            let fields = &schema.value()["properties"];
            if fields["items"].is_object() && fields["next"].is_object() {
                let text = "The addresses of the `next` page and of the `first` one (RFC 8288), where there are such";
                shown["headers"] = json!({ "Link": { "description": text, "schema": { "type": "string" } } });
            }
        }
        responses.insert(answer.status.to_string(), shown);
    }
    for (status, reason) in operation.refused_with() {
        let common = format!("#/components/responses/{}", problems::name(status));
        let shown = match reason {
            None => json!({ "$ref": common }),
            Some(text) => json!({ "$ref": common, "description": text }),
        };
        responses.insert(status.to_string(), shown);
    }
    Value::Object(responses)
}

/// What the calls answer that list the documents themselves.
pub(super) fn part() -> Part {
    Part::new(
        "Documents",
        "These documents, for programs that read them",
        vec![
            get("/api/openapi/{document}", "The OpenAPI document of a version")
                .open()
                .place("document", "`v0.9.json`, `v1.json` or `v2.json`")
                .answers("The document", any_object()),
        ],
    )
}
