//! Fills a configuration: defaults, then one file, then the environment, then the command line.

use std::{collections::BTreeMap, fmt, fs, io};

use toml::de::{DeTable, DeValue};

use super::{Form, Given, Root, Setting};
use crate::{Kind, Refusal};

/// What every environment variable of ours begins with: `SEATWARDEN_ROOM__KEY`.
pub const PREFIX: &str = "SEATWARDEN_";
/// The longest file that a secret is read from, in bytes.
const SECRET_FILE_MAX: u64 = 64 * 1024;
/// What a hidden secret is printed as; nobody's password.
const HIDDEN: &str = "[secret]";

const BAD_FILE: Refusal = Refusal::new(Kind::Malformed, "config.bad_file");
const UNKNOWN_SECTION: Refusal = Refusal::new(Kind::Invalid, "config.unknown_section");
const UNKNOWN_KEY: Refusal = Refusal::new(Kind::Invalid, "config.unknown_key");
const BAD_VALUE: Refusal = Refusal::new(Kind::Invalid, "config.bad_value");
const SECRET_TWICE: Refusal = Refusal::new(Kind::Invalid, "config.secret_twice");
const SECRET_FILE: Refusal = Refusal::new(Kind::Invalid, "config.secret_file");
const HIDDEN_SECRET: Refusal = Refusal::new(Kind::Invalid, "config.hidden_secret");

/// The text of a configuration file.
#[derive(Clone, Debug)]
pub struct File {
    /// How the file is called when something in it is wrong.
    pub name: String,
    /// What stands in it (TOML).
    pub text: String,
}

/// Where values come from; a later source wins over an earlier one.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    /// The file, if there is one.
    pub file: Option<File>,
    /// Variables of the environment; those without [`PREFIX`] are ignored.
    pub environment: Vec<(String, String)>,
    /// What the command line sets: flag as typed (`--address`), option (`server.address`), value.
    pub flags: Vec<(String, String, String)>,
}

/// Where the value of an option is from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Nobody set it.
    Default,
    /// A line of the file: `seatwarden.toml:3`.
    File(String),
    /// A variable of the environment.
    Environment(String),
    /// A flag of the command line.
    Flag(String),
}

impl fmt::Display for Origin {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Default => out.write_str("default"),
            Self::File(place) | Self::Environment(place) | Self::Flag(place) => out.write_str(place),
        }
    }
}

/// A filled configuration that knows where each value is from.
#[derive(Clone, Debug)]
pub struct Loaded<R> {
    /// The values.
    pub config: R,
    origins: BTreeMap<String, Origin>,
}

impl<R> Loaded<R> {
    /// Where the value of an option (`server.address`) is from.
    pub fn origin(&self, option: &str) -> &Origin {
        self.origins.get(option).unwrap_or(&Origin::Default)
    }
}

/// Fills a configuration. Everything that is wrong, if anything is: unknown names, values of the wrong form,
/// secrets that cannot be read.
pub fn load<R: Root>(sources: &Sources) -> Result<Loaded<R>, Vec<Refusal>> {
    let mut loader =
        Loader { loaded: Loaded { config: R::default(), origins: BTreeMap::new() }, refusals: Vec::new() };
    if let Some(file) = &sources.file {
        loader.read_file(file);
    }
    for (variable, value) in &sources.environment {
        if let Some(name) = variable.strip_prefix(PREFIX) {
            loader.read_variable(variable, name, value, &sources.environment);
        }
    }
    for (flag, option, value) in &sources.flags {
        let (section, key) = option.split_once('.').unwrap_or((option, ""));
        loader.set(section, key, Given::Plain(value), Origin::Flag(flag.clone()));
    }
    if loader.refusals.is_empty() { Ok(loader.loaded) } else { Err(loader.refusals) }
}

struct Loader<R> {
    loaded: Loaded<R>,
    refusals: Vec<Refusal>,
}

impl<R: Root> Loader<R> {
    fn read_file(&mut self, file: &File) {
        let place = |at: usize| {
            let line = file.text.get(..at).unwrap_or(&file.text).matches('\n').count() + 1;
            format!("{}:{line}", file.name)
        };
        let table = match DeTable::parse(&file.text) {
            Ok(table) => table,
            Err(error) => {
                let source = place(error.span().map_or(0, |span| span.start));
                self.refusals.push(BAD_FILE.with("source", source).with("cause", error.message()));
                return;
            }
        };
        for (section, keys) in table.get_ref() {
            let DeValue::Table(keys) = keys.get_ref() else {
                self.unknown_section(place(section.span().start), section.get_ref());
                continue;
            };
            if self.settings(section.get_ref()).is_none() {
                self.unknown_section(place(section.span().start), section.get_ref());
                continue;
            }
            for (key, value) in keys {
                let source = place(key.span().start);
                if keys.contains_key(format!("{}_file", key.get_ref()).as_str())
                    && self.is_secret(section.get_ref(), key.get_ref())
                {
                    self.secret_twice(source, section.get_ref(), key.get_ref());
                    continue;
                }
                self.set(
                    section.get_ref(),
                    key.get_ref(),
                    Given::Toml(value.get_ref()),
                    Origin::File(source),
                );
            }
        }
    }

    fn read_variable(&mut self, variable: &str, name: &str, value: &str, all: &[(String, String)]) {
        let name = name.to_lowercase();
        let Some((section, key)) = name.split_once("__") else {
            self.unknown_key(variable.to_owned(), &name.replacen('_', ".", 1), true);
            return;
        };
        let twin = format!("{variable}_FILE");
        if self.is_secret(section, key) && all.iter().any(|(other, _)| *other == twin) {
            self.secret_twice(variable.to_owned(), section, key);
            return;
        }
        self.set(section, key, Given::Plain(value), Origin::Environment(variable.to_owned()));
    }

    fn set(&mut self, section: &str, key: &str, given: Given<'_>, origin: Origin) {
        let option = format!("{section}.{key}");
        let from_environment = matches!(origin, Origin::Environment(_));
        let Some(settings) = self.settings(section) else {
            if from_environment {
                self.unknown_key(origin.to_string(), &option, true);
            } else {
                self.unknown_section(origin.to_string(), section);
            }
            return;
        };
        let known = settings.iter().find(|setting| setting.key == key);
        let twin =
            key.strip_suffix("_file").filter(|secret| known.is_none() && self.is_secret(section, secret));
        if let Some(secret) = twin {
            self.set_from_file(section, secret, given, origin);
            return;
        }
        let Some(known) = known else {
            self.unknown_key(origin.to_string(), &option, from_environment);
            return;
        };
        if known.form == Form::Secret && given.text() == Some(HIDDEN) {
            self.refusals.push(HIDDEN_SECRET.with("source", &origin).with("key", &option));
            return;
        }
        let Some(section) = self.loaded.config.section_mut(section) else { return };
        match section.set(key, given) {
            Ok(()) => {
                self.loaded.origins.insert(option, origin);
            }
            Err(form) => self.refusals.push(bad_value(&option, form, &origin.to_string())),
        }
    }

    fn set_from_file(&mut self, section: &str, key: &str, given: Given<'_>, origin: Origin) {
        let option = format!("{section}.{key}");
        let Some(path) = given.text() else {
            self.refusals.push(bad_value(&format!("{option}_file"), Form::Text, &origin.to_string()));
            return;
        };
        match read_secret(path) {
            Ok(secret) => self.set(section, key, Given::Plain(secret.trim_end_matches(['\r', '\n'])), origin),
            Err(cause) => {
                let refusal = SECRET_FILE.with("source", &origin).with("key", format!("{option}_file"));
                self.refusals.push(refusal.with("path", path).with("cause", cause));
            }
        }
    }

    fn settings(&self, section: &str) -> Option<Vec<Setting>> {
        let sections = self.loaded.config.sections();
        sections.iter().find(|known| known.name() == section).map(|known| known.settings())
    }

    fn is_secret(&self, section: &str, key: &str) -> bool {
        let settings = self.settings(section).unwrap_or_default();
        settings.iter().any(|setting| setting.key == key && setting.form == Form::Secret)
    }

    fn secret_twice(&mut self, source: String, section: &str, key: &str) {
        self.refusals.push(SECRET_TWICE.with("source", source).with("key", format!("{section}.{key}")));
    }

    fn unknown_section(&mut self, source: String, section: &str) {
        let sections = self.loaded.config.sections();
        let hint = closest(section, sections.iter().map(|known| known.name().to_owned()));
        self.refusals
            .push(UNKNOWN_SECTION.with("source", source).with("section", section).with("hint", hint));
    }

    fn unknown_key(&mut self, source: String, option: &str, as_variable: bool) {
        let sections = self.loaded.config.sections();
        let known = sections.iter().flat_map(|section| {
            section.settings().into_iter().map(|setting| format!("{}.{}", section.name(), setting.key))
        });
        let mut hint = closest(option, known);
        if as_variable && hint != "none" {
            hint = format!("{PREFIX}{}", hint.replace('.', "__").to_uppercase());
        }
        self.refusals.push(UNKNOWN_KEY.with("source", source).with("key", option).with("hint", hint));
    }
}

fn bad_value(option: &str, form: Form, source: &str) -> Refusal {
    let (least, most) = match form {
        Form::Number { least, most } => (least, most),
        _ => (0, 0),
    };
    let choices = if let Form::OneOf(_) = form { form.to_string() } else { String::new() };
    let refusal = BAD_VALUE.with("source", source).with("key", option).with("form", form.word());
    refusal.with("least", least).with("most", most).with("choices", choices)
}

/// What went wrong with a file, as a word that a text chooses by; what the system says if there is none.
pub fn cause(error: &io::Error) -> String {
    let word = match error.kind() {
        io::ErrorKind::NotFound => "missing",
        io::ErrorKind::PermissionDenied => "denied",
        io::ErrorKind::ReadOnlyFilesystem => "read_only",
        io::ErrorKind::IsADirectory => "folder",
        io::ErrorKind::NotADirectory => "no_folder",
        io::ErrorKind::FileTooLarge => "large",
        io::ErrorKind::InvalidData => "no_text",
        _ => return error.to_string(),
    };
    word.to_owned()
}

fn read_secret(path: &str) -> Result<String, String> {
    let told = |error: io::Error| cause(&error);
    if fs::metadata(path).map_err(told)?.len() > SECRET_FILE_MAX {
        return Err(cause(&io::ErrorKind::FileTooLarge.into()));
    }
    fs::read_to_string(path).map_err(told)
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
