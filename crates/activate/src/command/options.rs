//! What the configuration may hold of which the small program reads a part: the same names and values as in the server's
//! program, so that a typing error is refused by the one as by the other.

use std::{env, path::Path};

use toml::{
    Value,
    de::{DeTable, DeValue},
};

use crate::{Error, Result, error::no};

/// What an option of the section can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Any text.
    Text,
    /// A text that is given as it is, or by the path of a file that holds it.
    Secret,
    /// A whole number between two bounds, both included.
    Number(u64, u64),
    /// One of these words.
    OneOf(&'static [&'static str]),
}

/// The section that is read.
const SECTION: &str = "license";
/// What every variable of that section begins with.
const PREFIX: &str = "SEATWARDEN_LICENSE__";

/// The sections of the configuration.
pub const SECTIONS: [&str; 16] = [
    "server",
    "tls",
    "database",
    "mail",
    "secrets",
    "passwords",
    "sessions",
    "sign_in",
    "api_tokens",
    "x_api_key",
    "password_reset",
    "invitations",
    "seats",
    "license",
    "license_server",
    "trial",
];

/// The options of the section `[license]`.
pub const OPTIONS: [(&str, Form); 10] = [
    ("server_url", Form::Text),
    ("proxy", Form::Text),
    ("proxy_user", Form::Text),
    ("proxy_password", Form::Secret),
    ("ca_file", Form::Text),
    ("timeout_seconds", Form::Number(1, 300)),
    ("roots_file", Form::Text),
    ("machine_id", Form::Secret),
    ("tier", Form::OneOf(&["enterprise", "grow", "launch"])),
    ("deployment", Form::OneOf(&["on-prem", "cloud"])),
];

/// Reads a configuration file. Refuses with `activate.bad_file`, `activate.unknown_section`, `activate.unknown_option`,
/// `activate.bad_value` or `activate.secret_twice`.
pub(super) fn read_file(path: &Path, text: &str) -> Result<toml::Table> {
    let place = |at: usize| {
        let line = text.get(..at).unwrap_or(text).matches('\n').count() + 1;
        format!("{}:{line}", path.display())
    };
    // The message alone: the lines around could hold a secret.
    let bad = |error: &toml::de::Error| -> Error {
        let source = place(error.span().map_or(0, |span| span.start));
        no("activate.bad_file").with("source", source).with("cause", error.message()).into()
    };
    let spans = DeTable::parse(text).map_err(|error| bad(&error))?;
    let values: toml::Table = toml::from_str(text).map_err(|error| bad(&error))?;
    for (section, keys) in spans.get_ref() {
        let (source, name) = (place(section.span().start), section.get_ref().as_ref());
        let DeValue::Table(keys) = keys.get_ref() else { return Err(unknown_section(&source, name)) };
        if !SECTIONS.contains(&name) {
            return Err(unknown_section(&source, name));
        }
        let set = values.get(name).and_then(Value::as_table).filter(|_| name == SECTION);
        for key in keys.keys().filter(|_| set.is_some()) {
            let (source, name) = (place(key.span().start), key.get_ref().as_ref());
            let has = |other: &str| set.is_some_and(|set| set.contains_key(other));
            let value = set.and_then(|set| set.get(name));
            check(&source, name, &|form| value.is_some_and(|value| fits_value(form, value)), &has, false)?;
        }
    }
    Ok(values)
}

/// Checks the variables of the section. Refuses as for a file.
pub(super) fn check_environment() -> Result<()> {
    let ours = env::vars_os().filter_map(|(variable, value)| {
        let variable = variable.into_string().ok().filter(|variable| variable.starts_with(PREFIX))?;
        Some((variable, value.to_string_lossy().into_owned()))
    });
    let mut ours: Vec<(String, String)> = ours.collect();
    ours.sort();
    for (variable, value) in &ours {
        let key = variable.trim_start_matches(PREFIX).to_lowercase();
        let has = |other: &str| {
            ours.iter().any(|(variable, _)| variable.trim_start_matches(PREFIX).to_lowercase() == other)
        };
        check(variable, &key, &|form| fits_text(form, value), &has, true)?;
    }
    Ok(())
}

/// Checks one option: its name, its value, and that a secret is given once.
fn check(
    source: &str,
    key: &str,
    fits: &dyn Fn(Form) -> bool,
    has: &dyn Fn(&str) -> bool,
    is_variable: bool,
) -> Result<()> {
    let of = |key: &str| OPTIONS.into_iter().find(|(known, _)| *known == key).map(|(_, form)| form);
    let is_twin = || key.strip_suffix("_file").is_some_and(|secret| of(secret) == Some(Form::Secret));
    let option = format!("{SECTION}.{key}");
    let form = match of(key) {
        Some(form) => form,
        None if is_twin() => Form::Text,
        None => return Err(unknown_option(source, &option, is_variable)),
    };
    if form == Form::Secret && has(&format!("{key}_file")) {
        return Err(no("activate.secret_twice").with("source", source).with("key", option).into());
    }
    if fits(form) { Ok(()) } else { Err(bad_value(source, &option, form)) }
}

fn fits_value(form: Form, value: &Value) -> bool {
    match (form, value) {
        (Form::Number(least, most), Value::Integer(number)) => {
            u64::try_from(*number).is_ok_and(|number| (least..=most).contains(&number))
        }
        (Form::Number(..), _) => false,
        (form, value) => value.as_str().is_some_and(|text| fits_text(form, text)),
    }
}

fn fits_text(form: Form, text: &str) -> bool {
    match form {
        Form::Text | Form::Secret => true,
        Form::Number(least, most) => {
            text.trim().parse().is_ok_and(|number: u64| (least..=most).contains(&number))
        }
        Form::OneOf(words) => words.contains(&text),
    }
}

fn bad_value(source: &str, option: &str, form: Form) -> Error {
    let (word, least, most) = match form {
        Form::Text | Form::Secret => ("text", 0, 0),
        Form::Number(least, most) => ("number", least, most),
        Form::OneOf(_) => ("choice", 0, 0),
    };
    let choices = match form {
        Form::OneOf(words) => words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", "),
        _ => String::new(),
    };
    let refused = no("activate.bad_value").with("source", source).with("key", option).with("form", word);
    refused.with("least", least).with("most", most).with("choices", choices).into()
}

fn unknown_section(source: &str, section: &str) -> Error {
    let hint = closest(section, SECTIONS.iter().map(|known| (*known).to_owned()));
    no("activate.unknown_section").with("source", source).with("section", section).with("hint", hint).into()
}

fn unknown_option(source: &str, option: &str, is_variable: bool) -> Error {
    let known = OPTIONS.iter().map(|(key, _)| format!("{SECTION}.{key}"));
    let mut hint = closest(option, known);
    if is_variable && hint != "none" {
        hint = format!("SEATWARDEN_{}", hint.replace('.', "__").to_uppercase());
    }
    no("activate.unknown_option").with("source", source).with("key", option).with("hint", hint).into()
}

/// The known name that was probably meant, or `none`.
fn closest(typed: &str, known: impl Iterator<Item = String>) -> String {
    const LENGTH_MAX: usize = 100;
    let typed: String = typed.chars().take(LENGTH_MAX).collect();
    let most = (typed.len() / 3).max(2);
    known
        .map(|name| (strsim::levenshtein(&typed, &name), name))
        .filter(|(distance, _)| *distance <= most)
        .min()
        .map_or_else(|| "none".to_owned(), |(_, name)| name)
}
