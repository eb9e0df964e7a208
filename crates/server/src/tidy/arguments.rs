//! Every text gets its values in their order: the parameters of a text are all words to the compiler.

use super::{
    assert_bites, assert_tidy, sample,
    source::{Source, closing, product},
};
use crate::text::{Part, parts};

/// Calls of texts with several values where one stands in the place of another: it bears the name of that one and not its
/// own, and nothing that bears that name stands there.
fn swapped_values(sources: &[Source], english: &[Part]) -> Vec<String> {
    let mut violations = Vec::new();
    let several = english.iter().filter(|part| part.variables.len() > 1);
    let texts: Vec<(String, &Part)> =
        several.map(|part| (format!(".{}(", part.name.replace(['-', '.'], "_")), part)).collect();
    for source in sources {
        let code = source.product_code();
        for (call, part) in &texts {
            for (at, _) in code.match_indices(call.as_str()) {
                let open = at + call.len() - 1;
                let values = values(&code[open + 1..closing(&code, open) - 1]);
                if values.len() == part.variables.len() && is_swapped(&values, part.variables) {
                    violations.push(format!(
                        "{}: `{}` takes {}",
                        source.place(at),
                        part.name,
                        part.variables.join(", ")
                    ));
                }
            }
        }
    }
    violations
}

fn is_swapped(values: &[&str], variables: &[&str]) -> bool {
    let named: Vec<(Vec<&str>, &str)> =
        values.iter().map(|it| names(it)).zip(variables.iter().copied()).collect();
    named.iter().any(|(names, own)| {
        let stray = |(theirs, other): &&(Vec<&str>, &str)| names.contains(other) && !theirs.contains(other);
        !names.contains(own) && named.iter().any(|it| stray(&it))
    })
}

/// The words in a value, but for the functions that it calls.
fn names(value: &str) -> Vec<&str> {
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    let mut found = Vec::new();
    let mut rest = value;
    while let Some(start) = rest.find(is_part) {
        let end = rest[start..].find(|it| !is_part(it)).map_or(rest.len(), |length| start + length);
        if !rest[end..].starts_with('(') {
            found.push(&rest[start..end]);
        }
        rest = &rest[end..];
    }
    found
}

/// The arguments between the brackets of a call.
fn values(code: &str) -> Vec<&str> {
    let (mut depth, mut start, mut found) = (0_usize, 0, Vec::new());
    for (at, letter) in code.char_indices() {
        match letter {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => {
                found.push(&code[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    found.push(&code[start..]);
    found.retain(|value| !value.trim().is_empty());
    found
}

#[test]
fn every_text_gets_its_values_in_their_order() {
    assert_tidy(&swapped_values(&product(), parts()[0].1));
}

#[test]
fn a_swapped_value_is_found() {
    let texts = [Part { name: "house-welcome", variables: &["house", "name"], uses: &[] }];
    let good = sample(
        "a.rs",
        "t.house_welcome(house.clone(), person.name); t.house_welcome(at(name).house, name(n))",
    );
    let bad = sample("a.rs", "t.house_welcome(name, house); t.house_welcome(name(by), house.clone())");

    assert_tidy(&swapped_values(&[good], &texts));
    assert_bites(&swapped_values(&[bad], &texts), 2);
}
