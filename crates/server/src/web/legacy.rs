//! How old clients write numbers, switches and lists (contract parts 1.2 and 1.3).

use serde_json::Value;

use crate::cx::{LegacyPart, LegacyParts};

/// Query parameters as clients send them: with a leading `&`, repeated, as comma-separated lists, with keys
/// we do not know. Names are matched to the letter; the first value counts unless it is a list.
#[derive(Clone, Debug, Default)]
pub struct Parameters(Vec<(String, String)>);

impl Parameters {
    /// Reads a query string; what cannot be read is no parameter.
    pub fn read(query: Option<&str>) -> Self {
        Self(serde_urlencoded::from_str(query.unwrap_or_default()).unwrap_or_default())
    }

    /// The first value of a parameter that is not empty.
    pub fn get(&self, name: &str) -> Option<&str> {
        let found = self.0.iter().find(|(known, value)| known == name && !value.is_empty());
        found.map(|(_, value)| value.as_str())
    }

    /// All values of a list, repeated or separated by commas.
    pub fn list(&self, name: &str) -> Vec<String> {
        self.0
            .iter()
            .filter(|(known, _)| known == name)
            .flat_map(|(_, value)| value.split(','))
            .map(|value| value.trim().to_owned())
            .filter(|value| !value.is_empty())
            .collect()
    }

    /// Whether a switch is on: `true`, `True`, `1`.
    pub fn is_on(&self, name: &str) -> bool {
        self.get(name).is_some_and(is_true)
    }
}

/// Whether a text means yes.
pub fn is_true(text: &str) -> bool {
    text.eq_ignore_ascii_case("true") || text == "1"
}

/// A switch in JSON: `true`, or the text `"true"` in any case (MD-08), which is noted as an old way.
pub fn switch(legacy: &LegacyParts, value: &Value) -> Option<bool> {
    if value.is_string() {
        legacy.note(LegacyPart::TextSwitch);
    }
    means_on(value)
}

/// Whether a switch in JSON is on; none if it is no switch.
pub fn means_on(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(on) => Some(*on),
        Value::String(text) => Some(is_true(text)),
        _ => None,
    }
}

/// A whole number in JSON that is not negative, or the text of one.
pub fn whole(value: &Value) -> Option<u64> {
    match value {
        Value::Number(number) => number.as_u64(),
        Value::String(text) => number(text),
        _ => None,
    }
}

/// A number that is not negative.
pub fn number(text: &str) -> Option<u64> {
    text.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_are_read_in_every_form_that_occurs() {
        let parameters =
            Parameters::read(Some("&search=a%20b&limit=5&ids=x,y&ids=z&desc=True&trc=env&empty="));

        assert_eq!(parameters.get("search"), Some("a b"));
        assert_eq!(parameters.list("ids"), ["x", "y", "z"]);
        assert!(parameters.is_on("desc"));
        assert_eq!(parameters.get("empty"), None);
    }
}
