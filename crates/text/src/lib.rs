//! Looks up what a program says to people. The texts themselves are in the message files of each program; its build
//! script (`crates/server/build/text.rs`) makes a [`Book`] of them and one typed method per message.

mod language;

use std::{cmp::Ordering, fmt, sync::OnceLock};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use intl_memoizer::concurrent::IntlLangMemoizer;
use unic_langid::LanguageIdentifier;

pub use language::Language;

type Bundle = FluentBundle<FluentResource>;
type Formatter = fn(&FluentValue<'_>, &IntlLangMemoizer) -> Option<String>;

/// The number of languages.
const LANGUAGES: usize = Language::ALL.len();

/// What the build makes of the message files, languages in the order of [`Language::ALL`].
#[derive(Clone, Copy, Debug)]
pub struct Tables {
    /// What Fluent needs to know of each language.
    pub sources: [&'static str; LANGUAGES],
    /// The values that some language treats as a number, by message; sorted.
    pub numbers: &'static [(&'static str, &'static [&'static str])],
    /// The names of texts that have nothing to fill in, sorted, one after the other.
    pub names: &'static str,
    /// Where each of these names ends.
    pub name_ends: &'static [u32],
    /// These texts in each language, one after the other.
    pub texts: [&'static str; LANGUAGES],
    /// Where each of these texts ends.
    pub text_ends: [&'static [u32]; LANGUAGES],
}

/// All texts of a program. The files of a language are read once, at its first use.
pub struct Book {
    tables: Tables,
    bundles: [OnceLock<Bundle>; LANGUAGES],
}

impl fmt::Debug for Book {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Book").finish_non_exhaustive()
    }
}

impl Book {
    /// A book of these tables.
    pub const fn new(tables: Tables) -> Self {
        Self { tables, bundles: [const { OnceLock::new() }; LANGUAGES] }
    }

    /// The values that the text of this key counts with.
    pub fn numbers_of(&self, key: &str) -> &'static [&'static str] {
        let numbers = self.tables.numbers;
        let found = numbers.binary_search_by_key(&key, |(key, _)| key).ok();
        found.and_then(|at| numbers.get(at)).map_or(&[], |(_, names)| names)
    }

    /// A text that has something to fill in; its key if no language has it (a test makes sure that all do).
    pub fn look_up(
        &self,
        language: Language,
        key: &str,
        attribute: Option<&str>,
        values: Option<&FluentArgs<'_>>,
    ) -> String {
        self.filled(language, key, attribute, values).unwrap_or_else(|| key.to_owned())
    }

    /// A text by its key, else in English; none if there is none.
    pub fn find(
        &self,
        language: Language,
        key: &str,
        attribute: Option<&str>,
        values: Option<&FluentArgs<'_>>,
    ) -> Option<String> {
        match self.plain_place(key, attribute) {
            Some(place) => Some(self.plain(language, place)),
            None => self.filled(language, key, attribute, values),
        }
    }

    fn filled(
        &self,
        language: Language,
        key: &str,
        attribute: Option<&str>,
        values: Option<&FluentArgs<'_>>,
    ) -> Option<String> {
        [language, Language::En].into_iter().find_map(|language| {
            let bundle = self.bundle(language)?;
            let message = bundle.get_message(key)?;
            let pattern = match attribute {
                Some(attribute) => message.get_attribute(attribute)?.value(),
                None => message.value()?,
            };
            let mut errors = Vec::new();
            Some(bundle.format_pattern(pattern, values, &mut errors).into_owned())
        })
    }

    /// A text that has nothing to fill in, by its place among those.
    pub fn plain(&self, language: Language, place: usize) -> String {
        let at = language as usize;
        let (texts, ends) = (self.tables.texts.get(at), self.tables.text_ends.get(at));
        texts.zip(ends).map(|(texts, ends)| part_of(texts, ends, place).to_owned()).unwrap_or_default()
    }

    /// The place of a text among those that have nothing to fill in.
    fn plain_place(&self, key: &str, attribute: Option<&str>) -> Option<usize> {
        let (dot, attribute) = attribute.map_or(("", ""), |attribute| (".", attribute));
        let (mut from, mut to) = (0, self.tables.name_ends.len());
        while from < to {
            let middle = usize::midpoint(from, to);
            let name = part_of(self.tables.names, self.tables.name_ends, middle).bytes();
            match name.cmp(key.bytes().chain(dot.bytes()).chain(attribute.bytes())) {
                Ordering::Less => from = middle + 1,
                Ordering::Equal => return Some(middle),
                Ordering::Greater => to = middle,
            }
        }
        None
    }

    fn bundle(&self, language: Language) -> Option<&Bundle> {
        let at = language as usize;
        let source = self.tables.sources.get(at)?;
        Some(self.bundles.get(at)?.get_or_init(|| read(language, source)))
    }
}

/// One of several texts that stand one after the other.
fn part_of(all: &'static str, ends: &[u32], place: usize) -> &'static str {
    let end = |place: usize| ends.get(place).map_or(0, |end| *end as usize);
    let from = place.checked_sub(1).map_or(0, end);
    all.get(from..end(place)).unwrap_or_default()
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
    pub fn number(self, plain: &str) -> String {
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
