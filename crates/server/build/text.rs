//! Turns the message files `text/<language>/<room>.ftl` into one typed method per English message, the
//! embedded sources of every language, and (for the tests) the list of what each language says.

use std::{
    collections::{BTreeMap, BTreeSet},
    env,
    error::Error,
    fmt::Write as _,
    fs,
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use fluent_syntax::{
    ast::{Entry, Expression, Identifier, InlineExpression, Message, Pattern, PatternElement, Resource},
    parser, serializer,
};

use super::plain::{self, Plain};

/// In the order of `Language` in `crates/text`; the first is the source of the others.
pub(crate) const LANGUAGES: [&str; 5] = ["en", "de", "fr", "es", "he"];

pub(crate) type Outcome<T = ()> = Result<T, Box<dyn Error>>;

/// One text: the value of a message (`key`) or one of its attributes (`key.attribute`).
pub(crate) struct Part {
    pub(crate) name: String,
    /// In the order of their first appearance.
    variables: Vec<String>,
    /// Those that select a variant or go through `NUMBER()`.
    numbers: BTreeSet<String>,
    /// Other messages and terms that it uses.
    uses: BTreeSet<String>,
    /// The text itself in Fluent's notation.
    shown: String,
    /// The text, if there is nothing to fill in.
    pub(crate) plain: Option<String>,
}

/// All files of one language.
pub(crate) struct Spoken {
    source: String,
    pub(crate) parts: Vec<Part>,
}

/// Writes `text.rs` and `text_parts.rs` into the output directory.
pub(crate) fn generate() -> Outcome {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("text");
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let mut spoken = Vec::new();
    for language in LANGUAGES {
        let folder = root.join(language);
        writeln!(io::stdout(), "cargo::rerun-if-changed={}", folder.display())?;
        spoken.push(read_language(&folder)?);
    }
    fs::write(out.join("text.rs"), code(&spoken, &out)?)?;
    fs::write(out.join("text_parts.rs"), parts_list(&spoken)?)?;
    Ok(())
}

fn read_language(folder: &Path) -> Outcome<Spoken> {
    let mut paths = Vec::new();
    if folder.is_dir() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.extension().is_some_and(|extension| extension == "ftl") {
                paths.push(path);
            }
        }
    }
    paths.sort();
    let (mut parts, mut whole) = (Vec::new(), String::new());
    for path in &paths {
        let source = fs::read_to_string(path)?;
        whole.push_str(&source);
        whole.push_str("\n\n");
        let resource = parser::parse(source.as_str()).map_err(|(_, errors)| {
            let told: Vec<String> = errors
                .iter()
                .map(|error| {
                    let line = source[..error.pos.start.min(source.len())].matches('\n').count() + 1;
                    format!("{}:{line}: {error}", path.display())
                })
                .collect();
            told.join("\n")
        })?;
        add_parts(resource, &mut parts);
    }
    let mut seen = BTreeSet::new();
    for part in &parts {
        if !seen.insert(method_of(&part.name)) {
            return Err(format!("{}: the message `{}` is there twice", folder.display(), part.name).into());
        }
    }
    include_what_is_used(&mut parts);
    Ok(Spoken { source: whole, parts })
}

fn add_parts(resource: Resource<&str>, parts: &mut Vec<Part>) {
    for entry in resource.body {
        let (key, value, attributes) = match entry {
            Entry::Message(message) => (message.id.name.to_owned(), message.value, message.attributes),
            Entry::Term(term) => (format!("-{}", term.id.name), Some(term.value), term.attributes),
            _ => continue,
        };
        if let Some(value) = value {
            parts.push(part(key.clone(), value));
        }
        for attribute in attributes {
            parts.push(part(format!("{key}.{}", attribute.id.name), attribute.value));
        }
    }
}

fn part(name: String, pattern: Pattern<&str>) -> Part {
    let mut part = Part {
        name,
        variables: Vec::new(),
        numbers: BTreeSet::new(),
        uses: BTreeSet::new(),
        shown: String::new(),
        plain: plain::text_of(&pattern),
    };
    read_pattern(&pattern, &mut part);
    let id = part.name.rsplit('.').next().unwrap_or_default().trim_start_matches('-').to_owned();
    let message = Message {
        id: Identifier { name: id.as_str() },
        value: Some(pattern),
        attributes: Vec::new(),
        comment: None,
    };
    part.shown = serializer::serialize(&Resource { body: vec![Entry::Message(message)] });
    part
}

fn read_pattern(pattern: &Pattern<&str>, part: &mut Part) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            read_expression(expression, part);
        }
    }
}

fn read_expression(expression: &Expression<&str>, part: &mut Part) {
    match expression {
        Expression::Inline(inline) => read_inline(inline, false, part),
        Expression::Select { selector, variants } => {
            read_inline(selector, true, part);
            for variant in variants {
                read_pattern(&variant.value, part);
            }
        }
    }
}

fn read_inline(inline: &InlineExpression<&str>, as_number: bool, part: &mut Part) {
    match inline {
        InlineExpression::VariableReference { id } => {
            if !part.variables.iter().any(|known| known == id.name) {
                part.variables.push(id.name.to_owned());
            }
            if as_number {
                part.numbers.insert(id.name.to_owned());
            }
        }
        InlineExpression::FunctionReference { arguments, .. } => {
            for argument in &arguments.positional {
                read_inline(argument, true, part);
            }
        }
        InlineExpression::MessageReference { id, attribute } => {
            let name = attribute.as_ref().map(|attribute| format!("{}.{}", id.name, attribute.name));
            part.uses.insert(name.unwrap_or_else(|| id.name.to_owned()));
        }
        InlineExpression::TermReference { id, .. } => {
            part.uses.insert(format!("-{}", id.name));
        }
        InlineExpression::Placeable { expression } => read_expression(expression, part),
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
    }
}

/// A message that uses another one needs the values of that one, too.
fn include_what_is_used(parts: &mut [Part]) {
    const DEPTH_MAX: usize = 3;
    for _ in 0..DEPTH_MAX {
        let known: BTreeMap<String, (Vec<String>, BTreeSet<String>)> = parts
            .iter()
            .filter(|part| !part.name.starts_with('-'))
            .map(|part| (part.name.clone(), (part.variables.clone(), part.numbers.clone())))
            .collect();
        for part in parts.iter_mut() {
            for (variables, numbers) in part.uses.iter().filter_map(|used| known.get(used)) {
                for variable in variables {
                    if !part.variables.contains(variable) {
                        part.variables.push(variable.clone());
                    }
                }
                part.numbers.extend(numbers.iter().cloned());
            }
        }
    }
}

fn method_of(name: &str) -> String {
    name.replace(['-', '.'], "_")
}

fn code(spoken: &[Spoken], out: &Path) -> Outcome<String> {
    let mut code = String::new();
    let plain = Plain::of(spoken);
    let named = spoken.iter().flat_map(|language| &language.parts).flat_map(|part| &part.uses);
    let used: BTreeSet<String> = named.filter_map(|name| Some(name.split('.').next()?.to_owned())).collect();
    writeln!(code, "/// What Fluent needs to know of each language, in the order of [`Language`].")?;
    writeln!(code, "const SOURCES: [&str; {}] = [", spoken.len())?;
    for (name, language) in LANGUAGES.iter().zip(spoken) {
        let file = format!("rest_{name}.ftl");
        fs::write(out.join(&file), plain.rest_of(&language.source, &used)?)?;
        writeln!(code, "    {},", plain::included(&file))?;
    }
    writeln!(code, "];\n")?;
    plain.write(&mut code, out)?;
    write_numbers(&mut code, spoken)?;
    write_events(&mut code, spoken)?;
    write_book(&mut code, spoken.len())?;
    writeln!(code, "impl Text {{")?;
    for part in spoken.first().into_iter().flat_map(|english| &english.parts) {
        if !part.name.starts_with('-') {
            write_method(&mut code, part, plain.place(&part.name))?;
        }
    }
    writeln!(code, "}}")?;
    Ok(code)
}

fn write_numbers(code: &mut String, spoken: &[Spoken]) -> Outcome {
    let mut numbers: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for part in spoken.iter().flat_map(|language| &language.parts).filter(|part| !part.numbers.is_empty()) {
        let key = part.name.split('.').next().unwrap_or_default();
        numbers.entry(key).or_default().extend(part.numbers.iter().map(String::as_str));
    }
    writeln!(code, "/// The values that some language treats as a number, by message; sorted.")?;
    writeln!(code, "const NUMBERS: &[(&str, &[&str])] = &[")?;
    for (key, names) in numbers {
        writeln!(code, "    ({key:?}, &{:?}),", names.iter().collect::<Vec<_>>())?;
    }
    writeln!(code, "];\n")?;
    Ok(())
}

fn write_book(code: &mut String, languages: usize) -> Outcome {
    let ends: Vec<String> = (0..languages).map(|at| format!("&PLAIN_TEXT_ENDS[{at}]")).collect();
    writeln!(code, "/// All texts.\nstatic BOOK: Book = Book::new(Tables {{")?;
    writeln!(code, "    sources: SOURCES,\n    numbers: NUMBERS,\n    names: PLAIN_NAMES,")?;
    writeln!(code, "    name_ends: &PLAIN_NAME_ENDS,\n    texts: PLAIN_TEXTS,")?;
    writeln!(code, "    text_ends: [{}],\n}});\n", ends.join(", "))?;
    Ok(())
}

fn write_events(code: &mut String, spoken: &[Spoken]) -> Outcome {
    let parts = spoken.first().into_iter().flat_map(|english| &english.parts);
    let events: Vec<&str> = parts.filter_map(|part| part.name.strip_prefix("audit-event_")).collect();
    // A program without a trail has none.
    if events.is_empty() {
        return Ok(());
    }
    writeln!(code, "/// The messages about audit events, without what they all begin with.")?;
    writeln!(code, "const EVENTS: &[&str] = &{events:?};\n")?;
    Ok(())
}

fn write_method(code: &mut String, part: &Part, plain: Option<usize>) -> Outcome {
    let (key, attribute) = match part.name.split_once('.') {
        Some((key, attribute)) => (key, Some(attribute)),
        None => (part.name.as_str(), None),
    };
    writeln!(code, "    /// The text in English:")?;
    writeln!(code, "    ///\n    /// ```text")?;
    for line in part.shown.trim_end().lines() {
        writeln!(code, "    /// {line}")?;
    }
    writeln!(code, "    /// ```")?;
    let method = method_of(&part.name);
    if let Some(place) = plain {
        writeln!(code, "    pub fn {method}(self) -> String {{")?;
        writeln!(code, "        self.plain({place})")?;
    } else if part.variables.is_empty() {
        writeln!(code, "    pub fn {method}(self) -> String {{")?;
        writeln!(code, "        self.look_up({key:?}, {attribute:?}, None)")?;
    } else {
        write!(code, "    pub fn {method}<'a>(self")?;
        for variable in &part.variables {
            write!(code, ", {}: impl Into<FluentValue<'a>>", method_of(variable))?;
        }
        writeln!(code, ") -> String {{")?;
        writeln!(code, "        let mut values = FluentArgs::with_capacity({});", part.variables.len())?;
        for variable in &part.variables {
            writeln!(code, "        values.set({variable:?}, {});", method_of(variable))?;
        }
        writeln!(code, "        self.look_up({key:?}, {attribute:?}, Some(&values))")?;
    }
    writeln!(code, "    }}\n")?;
    Ok(())
}

fn parts_list(spoken: &[Spoken]) -> Outcome<String> {
    let mut list = String::from("&[\n");
    for (language, spoken) in LANGUAGES.iter().zip(spoken) {
        writeln!(list, "    ({language:?}, &[")?;
        for part in &spoken.parts {
            let variables = &part.variables;
            let uses: Vec<&String> = part.uses.iter().collect();
            let name = &part.name;
            writeln!(list, "        Part {{ name: {name:?}, variables: &{variables:?}, uses: &{uses:?} }},")?;
        }
        writeln!(list, "    ]),")?;
    }
    list.push_str("]\n");
    Ok(list)
}
