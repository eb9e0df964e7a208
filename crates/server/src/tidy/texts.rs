//! Texts are complete, used, and stand nowhere else: not in pages, not beside a refusal.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    assert_tidy, sample,
    source::{Source, closing, product},
};
use crate::text::{Part, parts};

/// Names that pages may write themselves.
const NAMES: &[&str] = &["Seatwarden"];
/// Attributes that people read.
const READ_ATTRIBUTES: &[&str] = &[
    "alt",
    "aria-description",
    "aria-label",
    "aria-roledescription",
    "aria-valuetext",
    "label",
    "placeholder",
    "title",
];

/// The codes of the refusals that the sources make: `Refusal::new(Kind::X, "room.reason")`.
fn refusal_codes(sources: &[Source]) -> BTreeMap<String, String> {
    let mut codes = BTreeMap::new();
    for source in sources.iter().filter(|source| !source.is_test_file()) {
        let literals = source.product_literals();
        for (at, _) in source.code.match_indices("Refusal::new(") {
            let end = closing(&source.code, at + "Refusal::new".len());
            if let Some(code) = literals.iter().find(|literal| (at..end).contains(&literal.start)) {
                codes.insert(code.text.clone(), source.place(code.start));
            }
        }
    }
    codes
}

/// Refusals without a message, or without its `.next`.
fn untold_refusals(sources: &[Source], english: &[Part]) -> Vec<String> {
    let names: BTreeSet<&str> = english.iter().map(|part| part.name).collect();
    let mut violations = Vec::new();
    for (code, place) in refusal_codes(sources) {
        let key = code.replace('.', "-");
        for name in [key.clone(), format!("{key}.next")] {
            if !names.contains(name.as_str()) {
                violations.push(format!("{place}: the refusal `{code}` needs the text `{name}`"));
            }
        }
    }
    violations
}

/// Messages that no product source asks for.
fn unused_texts(sources: &[Source], english: &[Part]) -> Vec<String> {
    let codes: BTreeSet<String> =
        refusal_codes(sources).into_keys().map(|code| code.replace('.', "-")).collect();
    let mut methods = BTreeSet::new();
    let mut literals = BTreeSet::new();
    for source in sources {
        let code = source.product_code();
        for (at, _) in code.match_indices(['.', ':']) {
            let name = code[at + 1..].split(|next: char| !next.is_alphanumeric() && next != '_').next();
            methods.extend(name.filter(|name| !name.is_empty()).map(str::to_owned));
        }
        literals.extend(source.product_literals().into_iter().map(|literal| literal.text.clone()));
    }
    // An audit event is told by its name: `sign_in.fail` is `audit-event_sign_in_fail`.
    let events: BTreeSet<String> =
        literals.iter().map(|name| format!("audit-event_{}", name.replace('.', "_"))).collect();
    let used_by_texts: BTreeSet<&str> = english.iter().flat_map(|part| part.uses).copied().collect();
    english
        .iter()
        .filter(|part| {
            let (key, attribute) = part.name.split_once('.').unwrap_or((part.name, "next"));
            !(codes.contains(key) && matches!(attribute, "next" | "rule" | "host")
                || events.contains(part.name)
                || methods.contains(&part.name.replace(['-', '.'], "_"))
                || literals.contains(part.name)
                || used_by_texts.contains(part.name))
        })
        .map(|part| format!("the text `{}` is used nowhere", part.name))
        .collect()
}

/// Where a literal stands inside a template.
#[derive(Clone, Copy, PartialEq)]
enum Stands<'a> {
    /// Directly on the page.
    OnPage,
    /// In the value of an attribute.
    InAttribute(&'a str),
    /// In Rust code inside of the template.
    InCode,
}

/// Words for people inside of `html!` blocks.
fn words_in_templates(sources: &[Source]) -> Vec<String> {
    let mut violations = Vec::new();
    // The style page is for developers; its made-up words stand for those of real pages.
    let is_sample = |source: &&Source| source.path.contains("/web/style_page");
    for source in sources.iter().filter(|source| !source.is_test_file() && !is_sample(source)) {
        for (at, mark) in source.code.match_indices("html!") {
            let behind = &source.code[at + mark.len()..];
            let open = at + mark.len() + (behind.len() - behind.trim_start().len());
            violations.extend(words_in_template(source, open, closing(&source.code, open)));
        }
    }
    violations.sort();
    violations.dedup();
    violations
}

fn words_in_template(source: &Source, open: usize, end: usize) -> Vec<String> {
    let mut stack = vec![Stands::OnPage];
    let mut violations = Vec::new();
    let mut literals = source.literals.iter().filter(|literal| literal.start > open).peekable();
    let mut at = open + 1;
    while at < end {
        let here = stack.last().copied().unwrap_or(Stands::OnPage);
        if let Some(literal) = literals.next_if(|literal| literal.start <= at) {
            let stands = stands(source, literal.start, literal.end, here);
            if !is_allowed(&literal.text, stands) && !is_preescaped(source, literal.start) {
                violations.push(format!(
                    "{}: `{}` is text for people",
                    source.place(literal.start),
                    literal.text
                ));
            }
            at = literal.end;
            continue;
        }
        match source.code.as_bytes()[at] {
            b'{' => stack.push(match attribute_before(source, at) {
                Some(name) => Stands::InAttribute(name),
                None => here,
            }),
            b'(' | b'[' => stack.push(match (attribute_before(source, at), here) {
                (Some(name), _) | (None, Stands::InAttribute(name)) => Stands::InAttribute(name),
                (None, _) => Stands::InCode,
            }),
            b'}' | b')' | b']' => {
                stack.pop();
            }
            _ => {}
        }
        at += 1;
    }
    violations
}

fn stands<'a>(source: &'a Source, start: usize, end: usize, here: Stands<'a>) -> Stands<'a> {
    let before = source.code[..start].trim_end();
    let after = source.code[end..].trim_start();
    let compared = before.ends_with("==") || before.ends_with("!=") || after.starts_with("==");
    if compared || after.starts_with("=>") || after.starts_with('|') || before.ends_with('|') {
        return Stands::InCode;
    }
    match attribute_before(source, start) {
        Some(name) => Stands::InAttribute(name),
        None => here,
    }
}

/// The name of the attribute whose value starts at `at`.
fn attribute_before(source: &Source, at: usize) -> Option<&str> {
    let before = source.code[..at].trim_end().strip_suffix('=')?;
    if before.ends_with(['=', '!', '<', '>']) {
        return None;
    }
    let name = before.trim_end();
    let from = name.rfind(|letter: char| !letter.is_alphanumeric() && !"_-:".contains(letter));
    Some(&name[from.map_or(0, |from| from + 1)..])
}

fn is_preescaped(source: &Source, start: usize) -> bool {
    source.code[..start].trim_end().ends_with("PreEscaped(")
}

fn is_allowed(text: &str, stands: Stands<'_>) -> bool {
    let text = NAMES.iter().fold(text.to_owned(), |text, name| text.replace(name, ""));
    let has_word = text.split(|letter: char| !letter.is_alphabetic()).any(|run| run.chars().count() >= 3);
    match stands {
        Stands::OnPage => !has_word,
        Stands::InAttribute(name) => !(has_word && READ_ATTRIBUTES.contains(&name)),
        // In code a single word is a name of something; two words or more are a sentence.
        Stands::InCode => {
            text.split_whitespace().filter(|word| word.chars().all(char::is_alphabetic)).count() < 2
        }
    }
}

/// What `other` says differently from `english`: texts or values too few or too many.
fn differences(language: &str, english: &[Part], other: &[Part]) -> Vec<String> {
    let names = |part: &Part| part.variables.iter().copied().collect::<BTreeSet<_>>();
    let mut violations = Vec::new();
    for part in english {
        match other.iter().find(|found| found.name == part.name) {
            None => violations.push(format!("{language}: `{}` is missing", part.name)),
            Some(found) if names(found) != names(part) => violations.push(format!(
                "{language}: `{}` uses the values {:?}, in English {:?}",
                part.name, found.variables, part.variables
            )),
            Some(_) => {}
        }
    }
    for part in other.iter().filter(|part| !english.iter().any(|found| found.name == part.name)) {
        violations.push(format!("{language}: `{}` is not in English", part.name));
    }
    violations
}

#[test]
fn every_language_says_what_english_says() {
    let mut violations = Vec::new();
    for (language, said) in parts() {
        violations.extend(differences(language, parts()[0].1, said));
    }
    assert_tidy(&violations);
}

#[test]
fn every_text_is_used() {
    assert_tidy(&unused_texts(&product(), parts()[0].1));
}

#[test]
fn every_refusal_has_a_text_and_says_what_to_do_next() {
    assert_tidy(&untold_refusals(&product(), parts()[0].1));
}

#[test]
fn no_text_for_people_stands_in_a_template() {
    assert_tidy(&words_in_templates(&product()));
}

const SAMPLE: &[Part] = &[
    Part { name: "users-gone", variables: &["name"], uses: &[] },
    Part { name: "users-gone.next", variables: &[], uses: &["users-list"] },
    Part { name: "users-list", variables: &[], uses: &[] },
];

#[test]
fn a_missing_or_different_text_is_found() {
    let other = [
        Part { name: "users-gone", variables: &["mane"], uses: &[] },
        Part { name: "users-list", variables: &[], uses: &[] },
        Part { name: "users-more", variables: &[], uses: &[] },
    ];

    let found = differences("xx", SAMPLE, &other);

    assert_eq!(found.len(), 3, "{found:?}");
    assert!(differences("xx", SAMPLE, SAMPLE).is_empty());
}

#[test]
fn an_unused_text_and_an_untold_refusal_are_found() {
    let used = sample(
        "crates/server/src/users/model.rs",
        r#"const GONE: Refusal = Refusal::new(Kind::NotFound, "users.gone");"#,
    );
    let untold = sample("crates/base/src/a.rs", "Refusal::new(\n    Kind::Busy,\n    \"users.late\",\n)");
    let in_test =
        sample("crates/base/src/tests.rs", r#"Refusal::new(Kind::Busy, "users.test"); t.users_gone()"#);

    assert!(unused_texts(&[used], SAMPLE).is_empty());
    assert_eq!(unused_texts(&[in_test], SAMPLE).len(), 2);
    assert_eq!(untold_refusals(&[untold], SAMPLE).len(), 2);
}

#[test]
fn words_in_a_template_are_found() {
    let bad = [
        r#"html! { p { "Save it" } }"#,
        r#"html! { p { "Saved" } }"#,
        r#"html! { input title="Your name"; }"#,
        r#"html! { (button("Save changes")) }"#,
        r#"html! { p { @if x == "a" { "Nothing here" } } }"#,
        r#"html! { input placeholder=(if x { "Find" } else { "" }); }"#,
    ];
    let good = [
        r#"html! { p class="big red" { (t.users_title()) ": " (x) } }"#,
        r#"html! { (DOCTYPE) html lang=(t.code()) { (parts::field(view, "user_name")) "Seatwarden" } }"#,
        r#"html! { @match x { "one" => { b {} } _ => {} } a href={ "/users/" (id) } {} }"#,
        r#"html! { p class=(if x { "tab active" } else { "tab" }) {} }"#,
        r#"fn f() { g("Two words") }"#,
    ];

    for text in bad {
        assert_eq!(words_in_templates(&[sample("pages.rs", text)]).len(), 1, "{text}");
    }
    for text in good {
        assert_tidy(&words_in_templates(&[sample("pages.rs", text)]));
    }
}
