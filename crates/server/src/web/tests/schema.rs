//! Whether JSON is what a document says: the part of JSON Schema that the documents use, and one thing more: a field
//! that is not told of is wrong too.

use serde_json::Value;

/// What is wrong with `value`, each with its place; nothing if it fits.
pub(super) fn misfits(document: &Value, schema: &Value, value: &Value) -> Vec<String> {
    let mut wrong = Vec::new();
    check(document, schema, value, "", &mut wrong);
    wrong
}

fn check(document: &Value, schema: &Value, value: &Value, at: &str, wrong: &mut Vec<String>) {
    if let Some(name) = schema["$ref"].as_str() {
        let target =
            document.pointer(name.trim_start_matches('#')).unwrap_or_else(|| panic!("{name} is not there"));
        return check(document, target, value, at, wrong);
    }
    if let Some(any) = schema["anyOf"].as_array() {
        if !any.iter().any(|one| misfits(document, one, value).is_empty()) {
            wrong.push(format!("{at}: {value} is none of what it may be"));
        }
        return;
    }
    if !is_of_type(&schema["type"], value) {
        wrong.push(format!("{at}: {value} is no {}", schema["type"]));
        return;
    }
    if let Some(words) = schema["enum"].as_array()
        && !words.contains(value)
    {
        wrong.push(format!("{at}: {value} is no word of the list"));
    }
    let is_id = schema["pattern"].is_string();
    if is_id && value.as_str().is_none_or(|text| text.len() != 24) {
        wrong.push(format!("{at}: {value} is no id"));
    }
    for (index, item) in value.as_array().into_iter().flatten().enumerate() {
        check(document, &schema["items"], item, &format!("{at}/{index}"), wrong);
    }
    fields(document, schema, value, at, wrong);
}

fn fields(document: &Value, schema: &Value, value: &Value, at: &str, wrong: &mut Vec<String>) {
    let Some(object) = value.as_object() else { return };
    for name in schema["required"].as_array().into_iter().flatten() {
        if !object.contains_key(name.as_str().unwrap()) {
            wrong.push(format!("{at}: {name} is missing"));
        }
    }
    for (name, value) in object {
        let here = format!("{at}/{name}");
        match (schema["properties"].get(name), schema.get("additionalProperties")) {
            (Some(known), _) | (None, Some(known)) => check(document, known, value, &here, wrong),
            (None, None) if schema["properties"].is_object() => wrong.push(format!("{here} is not told of")),
            (None, None) => {}
        }
    }
}

fn is_of_type(wanted: &Value, value: &Value) -> bool {
    let is = |name: &str| match name {
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        _ => value.is_null(),
    };
    match wanted {
        Value::String(name) => is(name),
        Value::Array(names) => names.iter().any(|name| is(name.as_str().unwrap())),
        _ => true,
    }
}
