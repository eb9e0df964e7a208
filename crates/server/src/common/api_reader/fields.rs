//! Schemas as lists of fields, which are easier to read than JSON Schema.

use serde_json::Value;

use crate::web::openapi::{self, schema::Schema};

/// How deep objects inside of objects are shown.
const DEPTH_MAX: usize = 4;

/// A field of what is sent or answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Field {
    /// `owner.name`, `items[].id`; empty for the whole.
    pub(super) path: String,
    /// `string`, `integer | null`, `"view" | "edit"`.
    pub(super) kind: String,
    /// Whether it is always there.
    pub(super) is_needed: bool,
    /// What it means; may be empty.
    pub(super) text: String,
}

/// The fields of a schema, outer ones first.
pub(super) fn of(schema: &Schema) -> Vec<Field> {
    let mut fields = Vec::new();
    walk(schema.value(), "", true, 0, &mut fields);
    fields
}

/// What a value may be, in few signs.
pub(super) fn kind(schema: &Value) -> String {
    if let Some(name) = name(schema) {
        return resolved(name).map_or_else(|| name.to_owned(), |inner| kind(inner.value()));
    }
    if let Some(any) = schema["anyOf"].as_array() {
        let mut kinds: Vec<String> = any.iter().map(kind).collect();
        kinds.dedup();
        return kinds.join(" | ");
    }
    if let Some(words) = schema["enum"].as_array() {
        let words: Vec<String> = words.iter().map(Value::to_string).collect();
        return words.join(" | ");
    }
    match &schema["type"] {
        Value::String(name) if name == "array" => format!("{}[]", grouped(&kind(&schema["items"]))),
        Value::String(name) => schema["format"].as_str().unwrap_or(name).to_owned(),
        Value::Array(names) => {
            let names: Vec<&str> = names.iter().filter_map(Value::as_str).collect();
            names.join(" | ").replacen("string", schema["format"].as_str().unwrap_or("string"), 1)
        }
        _ => "any".to_owned(),
    }
}

fn grouped(kind: &str) -> String {
    if kind.contains('|') { format!("({kind})") } else { kind.to_owned() }
}

fn name(schema: &Value) -> Option<&str> {
    schema["$ref"].as_str()?.strip_prefix("#/components/schemas/")
}

fn resolved(name: &str) -> Option<&'static Schema> {
    let mut schemas = openapi::parts().iter().flat_map(|part| &part.schemas);
    schemas.find(|(known, _)| *known == name).map(|(_, schema)| schema)
}

fn walk(schema: &Value, path: &str, is_needed: bool, depth: usize, fields: &mut Vec<Field>) {
    let text = schema["description"].as_str();
    let schema = name(schema).and_then(resolved).map_or(schema, Schema::value);
    let text = text.or_else(|| schema["description"].as_str()).unwrap_or_default();
    let is_plain_object = schema["properties"].is_object() && path.is_empty();
    if !is_plain_object {
        let field = Field { path: path.to_owned(), kind: kind(schema), is_needed, text: text.to_owned() };
        fields.push(field);
    }
    if depth < DEPTH_MAX {
        inside(schema, path, depth, fields);
    }
}

fn inside(schema: &Value, path: &str, depth: usize, fields: &mut Vec<Field>) {
    if let Some(any) = schema["anyOf"].as_array() {
        // Of several forms that have fields, the first is shown.
        let richest = any.iter().find(|one| has_fields(one));
        if let Some(one) = richest {
            let one = name(one).and_then(resolved).map_or(one, Schema::value);
            inside(one, path, depth, fields);
        }
        return;
    }
    if schema["type"] == "array" {
        let items = &schema["items"];
        let items = name(items).and_then(resolved).map_or(items, Schema::value);
        return inside(items, &format!("{path}[]"), depth, fields);
    }
    let required = schema["required"].as_array();
    for (name, inner) in schema["properties"].as_object().into_iter().flatten() {
        let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
        let is_needed = required.is_some_and(|names| names.iter().any(|known| known == name));
        walk(inner, &path, is_needed, depth + 1, fields);
    }
}

fn has_fields(schema: &Value) -> bool {
    let schema = name(schema).and_then(resolved).map_or(schema, Schema::value);
    schema["properties"].is_object() || (schema["items"].is_object() && has_fields(&schema["items"]))
}
