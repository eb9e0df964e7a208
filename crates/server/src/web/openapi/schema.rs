//! Shapes of JSON for the documents, in the words of JSON Schema 2020-12.

use serde_json::{Map, Value, json};

/// What a value may be.
#[derive(Clone, Debug, PartialEq)]
pub struct Schema(pub(super) Value);

impl Schema {
    /// With a sentence about what it means.
    #[must_use]
    pub fn said(self, text: &str) -> Self {
        self.with("description", json!(text))
    }

    /// The same, or null.
    #[must_use]
    pub fn or_null(mut self) -> Self {
        match self.0.get("type") {
            Some(Value::String(only)) if self.0.get("enum").is_none() => {
                let both = json!([only, "null"]);
                self.0["type"] = both;
                self
            }
            _ => either([self, types(&["null"])]),
        }
    }

    /// At least this long, or this many.
    #[must_use]
    pub fn at_most(self, most: u64) -> Self {
        let word = match self.0["type"].as_str() {
            Some("array") => "maxItems",
            Some("string") => "maxLength",
            _ => "maximum",
        };
        self.with(word, json!(most))
    }

    /// The value itself, for the document.
    pub const fn value(&self) -> &Value {
        &self.0
    }

    fn with(mut self, word: &str, value: Value) -> Self {
        self.0[word] = value;
        self
    }
}

/// A text.
pub fn text() -> Schema {
    types(&["string"])
}

/// An id: 24 hex digits.
pub fn id() -> Schema {
    Schema(json!({ "type": "string", "pattern": "^[0-9a-f]{24}$", "examples": ["66f1c2a45d0e8b3f7a914c20"] }))
}

/// A moment in UTC, as RFC 3339 writes it.
pub fn time() -> Schema {
    Schema(json!({ "type": "string", "format": "date-time" }))
}

/// An e-mail address.
pub fn email() -> Schema {
    Schema(json!({ "type": "string", "format": "email" }))
}

/// A password: only ever sent, never shown.
pub fn password() -> Schema {
    Schema(json!({ "type": "string", "format": "password" }))
}

/// A whole number.
pub fn whole() -> Schema {
    types(&["integer"])
}

/// A whole number that is not negative.
pub fn count() -> Schema {
    whole().with("minimum", json!(0))
}

/// Yes or no.
pub fn switch() -> Schema {
    types(&["boolean"])
}

/// A value of one of these types of JSON.
pub fn types(names: &[&str]) -> Schema {
    match names {
        [one] => Schema(json!({ "type": one })),
        several => Schema(json!({ "type": several })),
    }
}

/// Any JSON at all.
pub fn anything() -> Schema {
    Schema(json!({}))
}

/// Always null.
pub fn null() -> Schema {
    types(&["null"])
}

/// One of these words.
pub fn words<'a>(words: impl IntoIterator<Item = &'a str>) -> Schema {
    let words: Vec<&str> = words.into_iter().collect();
    Schema(json!({ "type": "string", "enum": words }))
}

/// A list.
#[expect(clippy::needless_pass_by_value, reason = "shapes are built from the inside out")]
pub fn list(of: Schema) -> Schema {
    Schema(json!({ "type": "array", "items": of.0 }))
}

/// An object whose keys are free.
#[expect(clippy::needless_pass_by_value, reason = "shapes are built from the inside out")]
pub fn map(of: Schema) -> Schema {
    Schema(json!({ "type": "object", "additionalProperties": of.0 }))
}

/// An object that may hold anything.
pub fn any_object() -> Schema {
    map(anything())
}

/// Any of these.
pub fn either(schemas: impl IntoIterator<Item = Schema>) -> Schema {
    let schemas: Vec<Value> = schemas.into_iter().map(|schema| schema.0).collect();
    Schema(json!({ "anyOf": schemas }))
}

/// A schema that the document holds under this name.
pub fn named(name: &str) -> Schema {
    Schema(json!({ "$ref": format!("#/components/schemas/{name}") }))
}

/// An object with these fields. A name with `?` at its end need not be there.
pub fn object<'a>(fields: impl IntoIterator<Item = (&'a str, Schema)>) -> Schema {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for (name, schema) in fields {
        let plain = name.trim_end_matches('?');
        if plain == name {
            required.push(name);
        }
        properties.insert(plain.to_owned(), schema.0);
    }
    let mut object = json!({ "type": "object", "properties": properties });
    if !required.is_empty() {
        object["required"] = json!(required);
    }
    Schema(object)
}

/// A page of a list: `items` and where the next one begins.
pub fn page(of: Schema, next: Schema) -> Schema {
    object([("items", list(of)), ("next", next)])
}

/// What a token may do: words of scopes, divided by spaces.
pub fn scopes() -> Schema {
    let all: Vec<&str> = crate::cx::Scope::ALL.iter().map(|scope| scope.word()).collect();
    text().said(&format!("One or more of these, divided by spaces: {}", all.join(", ")))
}
