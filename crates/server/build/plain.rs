//! Texts that have nothing to fill in, in no language: they need no Fluent at run time. All of a language stand in
//! one string, one after the other, in the order of their names, with a list of where each ends.

use std::{collections::BTreeSet, fmt::Write as _, fs, path::Path};

use fluent_syntax::{
    ast::{Entry, Pattern, PatternElement, Resource},
    parser, serializer,
};

use super::text::{LANGUAGES, Outcome, Part, Spoken};

/// The text of a pattern without placeholders.
pub(super) fn text_of(pattern: &Pattern<&str>) -> Option<String> {
    let text_of = |element: &PatternElement<&str>| match element {
        PatternElement::TextElement { value } => Some((*value).to_owned()),
        PatternElement::Placeable { .. } => None,
    };
    pattern.elements.iter().map(text_of).collect()
}

/// The names of all plain texts, sorted, each with its text in every language.
pub(super) struct Plain<'a>(Vec<(&'a str, Vec<&'a str>)>);

impl<'a> Plain<'a> {
    pub(super) fn of(spoken: &'a [Spoken]) -> Self {
        let english = spoken.first().into_iter().flat_map(|english| &english.parts);
        let in_all = |part: &'a Part| {
            let name = part.name.as_str();
            let in_one = |spoken: &'a Spoken| match spoken.parts.iter().find(|it| it.name == name) {
                Some(said) => said.plain.as_deref(),
                None => part.plain.as_deref(),
            };
            Some((name, spoken.iter().map(in_one).collect::<Option<Vec<_>>>()?))
        };
        let mut all: Vec<_> = english.filter(|part| !part.name.starts_with('-')).filter_map(in_all).collect();
        all.sort_unstable();
        Self(all)
    }

    /// The place of a text among the plain ones.
    pub(super) fn place(&self, name: &str) -> Option<usize> {
        self.0.binary_search_by_key(&name, |(known, _)| known).ok()
    }

    /// Writes the files that the program includes, and the code that includes them.
    pub(super) fn write(&self, code: &mut String, out: &Path) -> Outcome {
        let count = self.0.len();
        writeln!(code, "/// How many texts are plain.\nconst PLAIN: usize = {count};\n")?;
        writeln!(code, "/// Their names, sorted, one after the other, and where each ends.")?;
        let names: Vec<&str> = self.0.iter().map(|(name, _)| *name).collect();
        fs::write(out.join("plain_names.txt"), names.concat())?;
        writeln!(code, "const PLAIN_NAMES: &str = {};", included("plain_names.txt"))?;
        writeln!(code, "static PLAIN_NAME_ENDS: [u32; PLAIN] = [{}];\n", ends(&names))?;
        writeln!(code, "/// The texts of each language in that order, and where each ends.")?;
        writeln!(code, "const PLAIN_TEXTS: [&str; {}] = [", LANGUAGES.len())?;
        for (at, language) in LANGUAGES.iter().enumerate() {
            let file = format!("plain_{language}.txt");
            fs::write(out.join(&file), self.said(at).concat())?;
            writeln!(code, "    {},", included(&file))?;
        }
        writeln!(code, "];\nstatic PLAIN_TEXT_ENDS: [[u32; PLAIN]; {}] = [", LANGUAGES.len())?;
        for at in 0..LANGUAGES.len() {
            writeln!(code, "    [{}],", ends(&self.said(at)))?;
        }
        writeln!(code, "];\n")?;
        Ok(())
    }

    fn said(&self, language: usize) -> Vec<&str> {
        self.0.iter().filter_map(|(_, texts)| texts.get(language).copied()).collect()
    }

    /// What is left of a language's file for Fluent: messages with something to fill in, and what those use.
    pub(super) fn rest_of(&self, source: &str, used: &BTreeSet<String>) -> Outcome<String> {
        let resource = parser::parse(source).map_err(|_| "a message file cannot be read the second time")?;
        let is_plain = |name: &str| self.place(name).is_some();
        let is_needed = |entry: &Entry<&str>| match entry {
            Entry::Message(message) => {
                let id = message.id.name;
                let value = message.value.is_some() && !is_plain(id);
                let attribute = |name: &str| !is_plain(&format!("{id}.{name}"));
                value || used.contains(id) || message.attributes.iter().any(|it| attribute(it.id.name))
            }
            Entry::Term(_) => true,
            _ => false,
        };
        let body = resource.body.into_iter().filter(is_needed).collect();
        Ok(serializer::serialize(&Resource { body }))
    }
}

/// An expression that includes a file of the output directory.
pub(super) fn included(file: &str) -> String {
    format!("include_str!(concat!(env!(\"OUT_DIR\"), \"/{file}\"))")
}

fn ends(texts: &[&str]) -> String {
    let mut end = 0;
    let ends = texts.iter().map(|text| {
        end += text.len();
        grouped(end)
    });
    ends.collect::<Vec<_>>().join(", ")
}

/// A number as our own code would write it: `100_076`.
fn grouped(number: usize) -> String {
    if number < 100_000 { number.to_string() } else { format!("{}_{:03}", number / 1_000, number % 1_000) }
}
