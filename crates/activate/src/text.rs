//! What this program says to people, looked up in `text/<language>/activate.ftl`. The build makes one typed method per
//! English message, as for the server.

use fluent_bundle::{FluentArgs, FluentValue};
use seatwarden_license_file::{Ability, State};
pub use seatwarden_text::Language;
use seatwarden_text::{Book, Tables};

use crate::{Error, Trouble, doctor::Finding};

include!(concat!(env!("OUT_DIR"), "/text.rs"));

/// One text of a language, for the test that compares languages.
#[cfg(test)]
pub(crate) struct Part {
    pub(crate) name: &'static str,
    pub(crate) variables: &'static [&'static str],
    pub(crate) uses: &'static [&'static str],
}

/// What each language says, English first.
#[cfg(test)]
#[expect(clippy::large_stack_arrays, reason = "the lists are constants; they stand on no stack")]
pub(crate) fn parts() -> &'static [(&'static str, &'static [Part])] {
    include!(concat!(env!("OUT_DIR"), "/text_parts.rs"))
}

/// The texts in one language. Cheap to copy.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Text {
    language: Language,
}

/// What is said, and what can be done next.
pub type Told = (String, Option<String>);

impl Text {
    /// The texts in `language`.
    pub const fn new(language: Language) -> Self {
        Self { language }
    }

    /// The texts in the language of the terminal: what its environment says, else English.
    pub fn of_terminal() -> Self {
        let names = ["SEATWARDEN_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"];
        let said = names.iter().filter_map(|name| std::env::var(name).ok());
        Self::new(said.into_iter().find_map(|value| Language::parse(&value)).unwrap_or_default())
    }

    /// The language of these texts.
    pub const fn language(self) -> Language {
        self.language
    }

    fn look_up(self, key: &str, attribute: Option<&str>, values: Option<&FluentArgs<'_>>) -> String {
        BOOK.look_up(self.language, key, attribute, values)
    }

    fn plain(self, place: usize) -> String {
        BOOK.plain(self.language, place)
    }

    /// What a code says: `activate.no_server` is the message `activate-no_server` with its attribute `.next`. None if it has
    /// no text of its own.
    fn of_code(self, code: &str, values: &[(&str, String)]) -> Option<Told> {
        let key = code.replacen('.', "-", 1);
        let numbers = BOOK.numbers_of(&key);
        let mut filled = FluentArgs::with_capacity(values.len());
        for (name, value) in values {
            let value = if numbers.contains(name) {
                FluentValue::try_number(value.as_str())
            } else if let Some(said) = self.reason(name, value) {
                FluentValue::from(said)
            } else {
                FluentValue::from(value.as_str())
            };
            filled.set(*name, value);
        }
        let message = BOOK.find(self.language, &key, None, Some(&filled))?;
        Some((message, BOOK.find(self.language, &key, Some("next"), Some(&filled))))
    }

    /// What the code of a refused file says, where one is the reason of something else.
    fn reason(self, name: &str, value: &str) -> Option<String> {
        let reason = value.strip_prefix("license_file.").filter(|_| name == "why")?;
        BOOK.find(self.language, &format!("license_file-{reason}"), None, None)
    }

    /// The same, with the file of the folder that it is about, if it is about one.
    fn in_file(self, (message, next): Told, values: &[(&str, String)]) -> Told {
        match values.iter().find(|(name, _)| *name == "file") {
            // The license server gives another lease to whoever asks.
            Some((_, file)) if file == crate::folder::LEASE => {
                let next = self.activate_trouble_lease_other_next();
                (self.activate_in_file(file.as_str(), message), Some(next))
            }
            Some((_, file)) => (self.activate_in_file(file.as_str(), message), next),
            None => (message, next),
        }
    }

    /// What a refused file says.
    pub fn of_file(self, code: &str, why: &str) -> Told {
        self.of_code(code, &[])
            .unwrap_or_else(|| (self.activate_damaged(why, code), Some(self.activate_damaged_next())))
    }

    /// What an error says.
    pub fn of_error(self, error: &Error) -> Told {
        match error {
            // What is refused for a trouble may have the code of a file.
            Error::No(no) => self.of_code(no.code, &no.values).unwrap_or_else(|| self.of_file(no.code, "")),
            Error::File(refused) => self.of_file(refused.code(), &refused.to_string()),
            Error::Server(problem) => {
                // An answer that explains nothing still has a code, or at least a status.
                let said = [&problem.detail, &problem.code].map(|text| visible(text).trim().to_owned());
                let said = said.into_iter().find(|text| !text.is_empty());
                (said.unwrap_or_else(|| problem.status.to_string()), problem.next.as_deref().map(visible))
            }
            Error::Unreachable(barred) => {
                let values = [("host", barred.host.clone()), ("why", visible(&barred.why))];
                self.of_code(barred.code(), &values).unwrap_or_else(|| (barred.code().to_owned(), None))
            }
            Error::Fault { doing, cause } => {
                (self.activate_fault(*doing, visible(cause)), Some(self.activate_fault_next()))
            }
        }
    }

    /// What a trouble says.
    pub fn of_trouble(self, trouble: &Trouble) -> Told {
        let told = self.of_code(trouble.code, &trouble.values);
        self.in_file(told.unwrap_or_else(|| self.of_file(trouble.code, "")), &trouble.values)
    }

    /// What a finding says.
    pub fn of_finding(self, finding: &Finding) -> Told {
        let values: Vec<(&str, String)> =
            finding.values.iter().map(|(name, value)| (*name, visible(value))).collect();
        let why = values.iter().find(|(name, _)| *name == "why").map(|(_, why)| why.clone());
        let told = self.of_code(&finding.code, &values);
        self.in_file(told.unwrap_or_else(|| self.of_file(&finding.code, &why.unwrap_or_default())), &values)
    }

    /// What something is called that an installation can do.
    pub fn ability(self, ability: &Ability) -> String {
        self.word("ability", ability.word())
    }

    /// What the state of a license is called.
    pub fn state(self, state: State) -> String {
        self.word(
            "state",
            match state {
                State::NotYet => "not_yet",
                State::Active => "active",
                State::Expiring => "expiring",
                State::Grace => "grace",
                State::Limited => "limited",
            },
        )
    }

    /// A word of a closed list: `state` and `active` are the message `activate-state_active`.
    pub(crate) fn word(self, list: &str, word: &str) -> String {
        let found = BOOK.find(self.language, &format!("activate-{list}_{word}"), None, None);
        found.unwrap_or_else(|| word.to_owned())
    }
}

/// What somebody else wrote, without what steers a terminal or turns a line around.
pub(crate) fn visible(text: &str) -> String {
    let steers = |found: char| {
        found.is_control()
            || matches!(found, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.chars().map(|found| if steers(found) { ' ' } else { found }).collect()
}

#[cfg(test)]
#[expect(clippy::indexing_slicing, reason = "a test may panic")]
mod tests {
    use std::{collections::BTreeSet, fs, path::Path};

    use super::*;

    #[test]
    fn every_language_says_the_same_with_the_same_values() {
        let (_, english) = parts()[0];
        for (language, said) in parts() {
            let names = |parts: &[Part]| parts.iter().map(|part| part.name).collect::<BTreeSet<_>>();
            assert_eq!(names(said), names(english), "{language}");
            for (part, source) in said.iter().zip(english.iter()) {
                let values = |part: &Part| part.variables.iter().copied().collect::<BTreeSet<_>>();
                assert_eq!(values(part), values(source), "{language}: {}", part.name);
                assert!(part.uses.is_empty(), "{}", part.name);
            }
        }
    }

    #[test]
    fn every_refusal_of_a_file_says_what_it_is_and_what_to_do_in_every_language() {
        for language in Language::ALL {
            let t = Text::new(language);
            let mut said = BTreeSet::new();
            for refused in seatwarden_license_file::Refused::ALL {
                let (message, next) = t.of_code(refused.code(), &[]).unwrap();
                assert!(next.is_some_and(|next| !next.is_empty()), "{language:?}: {}", refused.code());
                assert!(said.insert(message.clone()), "{language:?}: `{message}` is said of two");
            }
        }
    }

    /// All sources of this crate.
    fn sources(folder: &Path, all: &mut String) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                sources(&path, all);
            } else {
                all.push_str(&fs::read_to_string(path).unwrap());
            }
        }
    }

    #[test]
    fn every_text_is_used_and_every_code_has_one() {
        let mut code = String::new();
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        sources(&folder.join("src"), &mut code);
        sources(&folder.join("../license-file/src"), &mut code);
        let names: BTreeSet<&str> = parts()[0].1.iter().map(|part| part.name).collect();
        let lists = ["word", "state", "check", "ability"];

        for name in &names {
            let (key, attribute) = name.split_once('.').unwrap_or((name, ""));
            let is_listed = lists.iter().any(|list| key.starts_with(&format!("activate-{list}_")));
            let as_code = format!("\"{}\"", key.replacen('-', ".", 1));
            let as_method = name.replace(['-', '.'], "_");
            assert!(
                is_listed || code.contains(&as_code) || code.contains(&format!("{as_method}(")),
                "`{name}` is used nowhere ({attribute})"
            );
        }
        for (at, _) in code.match_indices("\"activate.").chain(code.match_indices("\"doctor.")) {
            let found = code[at + 1..].split('"').next().unwrap();
            let key = found.replacen('.', "-", 1);
            let is_code = found.bytes().all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'.' | b'_'));
            assert!(
                !is_code || found.ends_with('.') || names.contains(key.as_str()),
                "`{found}` has no text"
            );
        }
    }

    #[test]
    fn what_others_wrote_steers_no_terminal() {
        assert_eq!(visible("a\u{1b}[2Jb\u{202e}c\r\n"), "a [2Jb c  ");
    }
}
