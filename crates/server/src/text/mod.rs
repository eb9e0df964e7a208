//! Everything the product says to people, looked up in the message files `text/<language>/<room>.ftl`.
//!
//! The build makes one typed method per English message: `sign_in-title` is `text.sign_in_title()`, and its
//! attribute `.next` is `text.sign_in_title_next()`.

mod by_whom;
mod dates;
mod kept;
mod lookalike;
mod named;
mod names;
#[cfg(test)]
mod tests;

use fluent_bundle::{FluentArgs, FluentValue};
use seatwarden_base::Refusal;
use seatwarden_text::{Book, Tables};

pub use by_whom::by_whom;
pub use dates::{day_end_ms, day_ms, moment_ms};
pub use kept::KeptRefusal;
pub use lookalike::{mixed_letters, picture};
pub use named::rfc3339;
pub use names::{
    HIDDEN_LETTER, check_visible, hidden_letter, id_and_name, id_key, is_hidden, is_id, is_international,
    is_locale, is_same_address, name_key, other_spellings, part_pattern, search_key, undirected,
    without_accents,
};
pub use seatwarden_text::Language;

include!(concat!(env!("OUT_DIR"), "/text.rs"));

/// One text of a language, for the tests that compare languages.
#[cfg(test)]
pub(crate) struct Part {
    /// `key` or `key.attribute`.
    pub(crate) name: &'static str,
    /// The names of its values, as they appear in it; the English order is that of the parameters.
    pub(crate) variables: &'static [&'static str],
    /// The other texts it uses.
    pub(crate) uses: &'static [&'static str],
}

/// What each language says, English first.
#[cfg(test)]
#[expect(clippy::large_stack_arrays, reason = "the lists are constants; they stand on no stack")]
pub(crate) fn parts() -> &'static [(&'static str, &'static [Part])] {
    include!(concat!(env!("OUT_DIR"), "/text_parts.rs"))
}

/// The texts in one language. Cheap to copy; the files of a language are read once, at its first use.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Text {
    language: Language,
}

/// The key of a refusal's text, and the values for its placeholders.
fn told(refusal: &Refusal) -> (String, FluentArgs<'_>) {
    told_of(refusal.code, refusal.values.iter().map(|(name, value)| (*name, value.as_str())))
}

fn told_of<'a>(
    code: &str,
    all: impl ExactSizeIterator<Item = (&'a str, &'a str)>,
) -> (String, FluentArgs<'a>) {
    let key = code.replace('.', "-");
    let numbers = BOOK.numbers_of(&key);
    let mut values = FluentArgs::with_capacity(all.len());
    for (name, value) in all {
        // Only a value that a text counts with becomes a number: a user name `1000` stays `1000`.
        let value =
            if numbers.contains(&name) { FluentValue::try_number(value) } else { FluentValue::from(value) };
        values.set(name, value);
    }
    (key, values)
}

impl Text {
    /// The texts in `language`.
    pub const fn new(language: Language) -> Self {
        Self { language }
    }

    /// The language of these texts.
    pub const fn language(self) -> Language {
        self.language
    }

    /// What a refusal says to a person, and what they can do next. Looked up by its code: the refusal
    /// `sessions.not_found` is the message `sessions-not_found` with its attribute `.next`.
    pub fn refusal(self, refusal: &Refusal) -> (String, Option<String>) {
        self.message_and_next(told(refusal))
    }

    /// The same for whoever runs a command on the host, where no page is to be opened: the attribute `.host` wins.
    pub fn refusal_at_host(self, refusal: &Refusal) -> (String, Option<String>) {
        let (key, values) = told(refusal);
        let at_host = self.find(&key, Some("host"), Some(&values));
        let (message, next) = self.message_and_next((key, values));
        (message, at_host.or(next))
    }

    /// The same for a refusal that was kept.
    pub fn kept_refusal(self, refusal: &KeptRefusal) -> (String, Option<String>) {
        let values = refusal.values.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        self.message_and_next(told_of(&refusal.code, values))
    }

    fn message_and_next(self, (key, values): (String, FluentArgs<'_>)) -> (String, Option<String>) {
        let message = self.find(&key, None, Some(&values)).unwrap_or_else(|| key.clone());
        (message, self.find(&key, Some("next"), Some(&values)))
    }

    /// A whole number as the language writes it: `1,234,567`, `1.234.567`.
    pub fn number(self, number: i64) -> String {
        self.language.number(&number.to_string())
    }

    /// A text that has something to fill in; its key if no language has it.
    fn look_up(self, key: &str, attribute: Option<&str>, values: Option<&FluentArgs<'_>>) -> String {
        BOOK.look_up(self.language, key, attribute, values)
    }

    fn find(self, key: &str, attribute: Option<&str>, values: Option<&FluentArgs<'_>>) -> Option<String> {
        BOOK.find(self.language, key, attribute, values)
    }

    /// A text that has nothing to fill in, by its place among those.
    fn plain(self, place: usize) -> String {
        BOOK.plain(self.language, place)
    }
}
