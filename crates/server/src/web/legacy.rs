//! How old clients write numbers, switches and lists (contract parts 1.2 and 1.3).

use std::ops::RangeInclusive;

use seatwarden_base::{Kind, Refusal, Result};
use serde_json::{Map, Value};

use crate::cx::{LegacyPart, LegacyParts};

/// What is sent under a name cannot be used; value `name`.
pub const WRONG_VALUE: Refusal = Refusal::new(Kind::Malformed, "web.wrong_value");
/// A number is none, or too small or too large; values `name`, `minimum` and `maximum`.
pub const WRONG_NUMBER: Refusal = Refusal::new(Kind::Malformed, "web.wrong_number");
/// A list has no such order; value `name`.
pub const UNKNOWN_ORDER: Refusal = Refusal::new(Kind::Invalid, "web.unknown_order");

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

    /// Refuses with `web.wrong_value` a name that looks like this one: whoever writes `dryrun` for `dryRun` must not find
    /// it done.
    pub fn require_spelled(&self, name: &'static str) -> Result<(), Refusal> {
        let plain = |name: &str| name.replace(['-', '_'], "").to_ascii_lowercase();
        let looks_so = |known: &String| known != name && plain(known) == plain(name);
        if self.0.iter().any(|(known, _)| looks_so(known)) { Err(wrong_value(name)) } else { Ok(()) }
    }

    /// A whole number, as of `skip` and `limit`. Refuses with `web.wrong_number`: another list would be taken for the one
    /// asked for.
    pub fn count(&self, name: &'static str) -> Result<Option<usize>, Refusal> {
        let Some(text) = self.get(name) else { return Ok(None) };
        let found = number(text).and_then(|number| usize::try_from(number).ok());
        found.map(Some).ok_or_else(|| wrong_number(name, &(0..=u32::MAX)))
    }
}

/// Whether a text means yes.
pub fn is_true(text: &str) -> bool {
    text.eq_ignore_ascii_case("true") || text == "1"
}

/// A switch in JSON: `true` or `false`, or the text of one in any case (MD-08), which is noted as an old way. What is not
/// there, or null, says nothing. Refuses anything else as `wrong` says: what is no switch must not switch anything off.
pub fn switch(
    legacy: &LegacyParts,
    value: Option<&Value>,
    wrong: impl FnOnce() -> Refusal,
) -> Result<Option<bool>> {
    let Some(value) = value.filter(|value| !value.is_null()) else { return Ok(None) };
    if value.is_string() {
        legacy.note(LegacyPart::TextSwitch);
    }
    means_on(value).map(Some).ok_or_else(|| wrong().into())
}

/// Whether a switch in JSON is on; none if it is no switch.
pub fn means_on(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(on) => Some(*on),
        Value::String(text) => on_or_off(text),
        _ => None,
    }
}

/// What a text means as a switch: `true` or `false` in any case.
fn on_or_off(text: &str) -> Option<bool> {
    let is = |word: &str| text.trim().eq_ignore_ascii_case(word);
    if is("true") { Some(true) } else { is("false").then_some(false) }
}

/// A switch of a query: `true`, `True`, `1`, and the same for no. Refuses with `web.wrong_value`.
pub fn query_switch(parameters: &Parameters, name: &'static str) -> Result<Option<bool>> {
    let Some(text) = parameters.get(name) else { return Ok(None) };
    let found = match text {
        "1" => Some(true),
        "0" => Some(false),
        other => on_or_off(other),
    };
    found.map(Some).ok_or_else(|| wrong_value(name).into())
}

/// Refuses an order.
pub fn unknown_order(field: &str) -> Refusal {
    UNKNOWN_ORDER.on("sort").with("name", field.chars().take(40).collect::<String>())
}

/// Refuses a value that is sent under a name.
pub fn wrong_value(name: &'static str) -> Refusal {
    WRONG_VALUE.on(name).with("name", name)
}

/// Refuses what is no whole number of a range.
pub fn wrong_number(name: &'static str, range: &RangeInclusive<u32>) -> Refusal {
    WRONG_NUMBER.on(name).with("name", name).with("minimum", range.start()).with("maximum", range.end())
}

/// A whole number of an object, or its text. What is not there, or null, says nothing. Refuses with `web.wrong_number`.
pub fn number_within(
    given: &Map<String, Value>,
    name: &'static str,
    range: &RangeInclusive<u32>,
) -> Result<Option<u32>> {
    let Some(value) = given.get(name).filter(|value| !value.is_null()) else { return Ok(None) };
    let found = whole(value).and_then(|number| u32::try_from(number).ok());
    let found = found.filter(|number| range.contains(number));
    found.map(Some).ok_or_else(|| wrong_number(name, range).into())
}

/// A text of an object; null is the empty one. Refuses with `web.wrong_value`.
pub fn text_of(given: &Map<String, Value>, name: &'static str) -> Result<Option<String>> {
    match given.get(name) {
        None => Ok(None),
        Some(Value::Null) => Ok(Some(String::new())),
        Some(Value::String(text)) => Ok(Some(text.clone())),
        Some(_) => Err(wrong_value(name).into()),
    }
}

/// The texts of a list. Refuses with `web.wrong_value`.
pub fn texts_of(list: &Value, name: &'static str) -> Result<Vec<String>> {
    let list = list.as_array().ok_or_else(|| wrong_value(name))?;
    let text = |value: &Value| value.as_str().map(str::to_owned).ok_or_else(|| wrong_value(name).into());
    list.iter().map(text).collect()
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
