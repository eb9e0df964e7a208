//! Everything the product says to people, looked up in the message files `text/<language>/<room>.ftl`.
//!
//! The build makes one typed method per English message: `sign_in-title` is `text.sign_in_title()`, and its
//! attribute `.next` is `text.sign_in_title_next()`.

mod dates;
mod kept;
mod language;
mod named;
mod names;
#[cfg(test)]
mod tests;

use std::{cmp::Ordering, sync::OnceLock};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use intl_memoizer::concurrent::IntlLangMemoizer;
use seatwarden_base::Refusal;
use unic_langid::LanguageIdentifier;

pub use dates::day_ms;
pub use kept::KeptRefusal;
pub use language::Language;
pub use named::rfc3339;
pub use names::{check_visible, is_hidden, name_key, part_pattern};

include!(concat!(env!("OUT_DIR"), "/text.rs"));

/// One text of a language, for the tests that compare languages.
#[cfg(test)]
pub(crate) struct Part {
    /// `key` or `key.attribute`.
    pub(crate) name: &'static str,
    /// The names of its values, sorted.
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

type Bundle = FluentBundle<FluentResource>;
type Formatter = fn(&FluentValue<'_>, &IntlLangMemoizer) -> Option<String>;

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
    let numbers =
        NUMBERS.binary_search_by_key(&key.as_str(), |(key, _)| key).map_or(&[][..], |found| NUMBERS[found].1);
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

    /// The same for a refusal that was kept.
    pub fn kept_refusal(self, refusal: &KeptRefusal) -> (String, Option<String>) {
        let values = refusal.values.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        self.message_and_next(told_of(&refusal.code, values))
    }

    fn message_and_next(self, (key, values): (String, FluentArgs<'_>)) -> (String, Option<String>) {
        let message = self.look_up(&key, None, Some(&values));
        (message, self.find(&key, Some("next"), Some(&values)))
    }

    /// A whole number as the language writes it: `1,234,567`, `1.234.567`.
    pub fn number(self, number: i64) -> String {
        self.language.number(&number.to_string())
    }

    /// A text by its key; the key itself if no language has it (a test makes sure that all do).
    fn look_up(self, key: &str, attribute: Option<&str>, values: Option<&FluentArgs<'_>>) -> String {
        self.find(key, attribute, values).unwrap_or_else(|| key.to_owned())
    }

    fn find(self, key: &str, attribute: Option<&str>, values: Option<&FluentArgs<'_>>) -> Option<String> {
        if let Some(place) = plain_place(key, attribute) {
            return Some(self.plain(place));
        }
        [self.language, Language::En].into_iter().find_map(|language| {
            let bundle = bundle(language);
            let message = bundle.get_message(key)?;
            let pattern = match attribute {
                Some(attribute) => message.get_attribute(attribute)?.value(),
                None => message.value()?,
            };
            let mut errors = Vec::new();
            Some(bundle.format_pattern(pattern, values, &mut errors).into_owned())
        })
    }
}

impl Text {
    /// A text that has nothing to fill in, by its place among those.
    fn plain(self, place: usize) -> String {
        let language = self.language as usize;
        part_of(PLAIN_TEXTS[language], &PLAIN_TEXT_ENDS[language], place).to_owned()
    }
}

/// The place of a text among those that have nothing to fill in.
fn plain_place(key: &str, attribute: Option<&str>) -> Option<usize> {
    let (dot, attribute) = attribute.map_or(("", ""), |attribute| (".", attribute));
    let (mut from, mut to) = (0, PLAIN);
    while from < to {
        let middle = usize::midpoint(from, to);
        let name = part_of(PLAIN_NAMES, &PLAIN_NAME_ENDS, middle).bytes();
        match name.cmp(key.bytes().chain(dot.bytes()).chain(attribute.bytes())) {
            Ordering::Less => from = middle + 1,
            Ordering::Equal => return Some(middle),
            Ordering::Greater => to = middle,
        }
    }
    None
}

/// One of several texts that stand one after the other.
fn part_of(all: &'static str, ends: &[u32], place: usize) -> &'static str {
    let end = |place: usize| ends.get(place).map_or(0, |end| *end as usize);
    let from = place.checked_sub(1).map_or(0, end);
    all.get(from..end(place)).unwrap_or_default()
}

fn bundle(language: Language) -> &'static Bundle {
    static BUNDLES: [OnceLock<Bundle>; Language::ALL.len()] =
        [const { OnceLock::new() }; Language::ALL.len()];
    BUNDLES[language as usize].get_or_init(|| read(language, SOURCES[language as usize]))
}

/// Reads one language. The build has parsed the same files and found no error and no double key.
fn read(language: Language, source: &str) -> Bundle {
    let id: LanguageIdentifier = language.code().parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![id]);
    // The isolating marks keep a Latin name from turning a right-to-left sentence around. In the other
    // languages they would only litter plain mails and API bodies.
    bundle.set_use_isolating(language.direction() == "rtl");
    bundle.set_formatter(Some(formatter(language)));
    let resource = match FluentResource::try_new(source.to_owned()) {
        Ok(resource) | Err((resource, _)) => resource,
    };
    bundle.add_resource_overriding(resource);
    // It can fail only if `NUMBER` were a known function already.
    let _ = bundle.add_builtins();
    bundle
}

/// Fluent hands a formatter no state, so each language has its own function.
fn formatter(language: Language) -> Formatter {
    fn of(value: &FluentValue<'_>, language: Language) -> Option<String> {
        match value {
            FluentValue::Number(number) if number.options.use_grouping => {
                Some(language.number(&number.as_string()))
            }
            _ => None,
        }
    }
    match language {
        Language::En => |value, _| of(value, Language::En),
        Language::De => |value, _| of(value, Language::De),
        Language::Fr => |value, _| of(value, Language::Fr),
        Language::Es => |value, _| of(value, Language::Es),
        Language::He => |value, _| of(value, Language::He),
    }
}

impl Language {
    /// Groups the digits of a plain decimal number (CLDR's separators for the language).
    fn number(self, plain: &str) -> String {
        const NARROW_SPACE: char = '\u{202f}';
        let (group, point, grouped_from) = match self {
            Self::En | Self::He => (',', '.', 4),
            Self::De => ('.', ',', 4),
            Self::Fr => (NARROW_SPACE, ',', 4),
            Self::Es => ('.', ',', 5),
        };
        let (sign, rest) = plain.strip_prefix('-').map_or(("", plain), |rest| ("-", rest));
        let (whole, fraction) =
            rest.split_once('.').map_or((rest, None), |(whole, part)| (whole, Some(part)));
        let mut number = String::with_capacity(plain.len() + 8);
        number.push_str(sign);
        for (at, digit) in whole.chars().enumerate() {
            let left = whole.len() - at;
            if at > 0 && left % 3 == 0 && whole.len() >= grouped_from {
                number.push(group);
            }
            number.push(digit);
        }
        if let Some(fraction) = fraction {
            number.push(point);
            number.push_str(fraction);
        }
        number
    }
}
