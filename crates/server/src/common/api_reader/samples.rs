//! How a call is made from a shell and from Python.

use serde_json::Value;

use crate::web::openapi::{Access, Operation};

/// What stands for the token in a sample.
const TOKEN: &str = "YOUR_TOKEN";

/// What a placeholder of a path may stand for.
pub(super) fn place_sample(name: &str) -> &'static str {
    match name {
        "user" => "ada@example.com",
        "group" => "Sales",
        "role" => "consumer",
        "tenant" => "system",
        "kind" => "api",
        "document" => "v1.json",
        "token" => "TOKEN_OF_THE_LINK",
        _ => "66f1c2a45d0e8b3f7a914c20",
    }
}

/// The address of a call on this server.
fn address(operation: &Operation, origin: &str) -> String {
    let mut path = operation.path.to_owned();
    for name in operation.places() {
        path = path.replace(&format!("{{{name}}}"), place_sample(name));
    }
    format!("{origin}{path}")
}

/// The media type and the body of a sample.
fn body(operation: &Operation) -> Option<(&'static str, &Value)> {
    let body = operation.body.as_ref()?;
    let (media, _) = body.forms.first()?;
    Some((*media, body.example.as_ref()?))
}

/// The call for a shell.
pub(super) fn curl(operation: &Operation, origin: &str) -> String {
    let method = if operation.method == "GET" { String::new() } else { format!("-X {} ", operation.method) };
    let mut lines = vec![format!("curl {method}{}", quoted(&address(operation, origin)))];
    if operation.access == Access::SignedIn {
        lines.push(format!("-H 'Authorization: Bearer {TOKEN}'"));
    }
    if let Some((media, example)) = body(operation) {
        lines.push(format!("-H 'Content-Type: {media}'"));
        let text = match example {
            Value::String(text) => text.clone(),
            json => serde_json::to_string_pretty(json).unwrap_or_default(),
        };
        lines.push(format!("--data-binary {}", quoted(&text)));
    }
    lines.join(" \\\n  ")
}

/// A text that a shell takes as it is.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

/// The call for Python, with the package `requests`.
pub(super) fn python(operation: &Operation, origin: &str) -> String {
    let mut lines = vec![format!("    {},", literal(&address(operation, origin)))];
    let token = format!(r#""Authorization": "Bearer {TOKEN}""#);
    let sent = body(operation);
    let is_text = sent.is_some_and(|(_, example)| example.is_string());
    let kind = sent.filter(|_| is_text).map(|(media, _)| format!(r#""Content-Type": "{media}""#));
    let headers: Vec<String> =
        (operation.access == Access::SignedIn).then_some(token).into_iter().chain(kind).collect();
    if !headers.is_empty() {
        lines.push(format!("    headers={{{}}},", headers.join(", ")));
    }
    if let Some((_, example)) = sent {
        let name = if is_text { "data" } else { "json" };
        lines.push(format!("    {name}={},", value(example, 1)));
    }
    let method = operation.method.to_ascii_lowercase();
    let mut code = format!("import requests\n\nanswer = requests.{method}(\n{}\n)\n", lines.join("\n"));
    code.push_str("answer.raise_for_status()\n");
    let good = operation.answers.iter().find(|answer| answer.status < 300 && answer.schema.is_some());
    match good.map(|answer| answer.media) {
        None => {}
        Some(media) if media.ends_with("json") => code.push_str("print(answer.json())\n"),
        Some(media) if media.starts_with("text/") => code.push_str("print(answer.text)\n"),
        Some(_) => code.push_str("open(\"answer\", \"wb\").write(answer.content)\n"),
    }
    code
}

/// A value as Python writes it, its inner lines `depth` steps in.
fn value(json: &Value, depth: usize) -> String {
    let (inner, outer) = ("    ".repeat(depth + 1), "    ".repeat(depth));
    match json {
        Value::Null => "None".to_owned(),
        Value::Bool(true) => "True".to_owned(),
        Value::Bool(false) => "False".to_owned(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => literal(text),
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(|item| value(item, depth)).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Object(fields) => {
            let lines: Vec<String> = fields
                .iter()
                .map(|(name, field)| format!("{inner}{}: {},", literal(name), value(field, depth + 1)))
                .collect();
            format!("{{\n{}\n{outer}}}", lines.join("\n"))
        }
    }
}

/// A text as Python writes it; what JSON escapes, Python reads the same way.
fn literal(text: &str) -> String {
    Value::from(text).to_string()
}
