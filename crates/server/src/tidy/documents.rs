//! Papers and sources agree: paths that are named exist, and one spelling is used everywhere.

use std::collections::BTreeSet;

use super::{
    assert_bites, assert_tidy, sample,
    source::{Source, files, root},
};

/// The papers whose paths must exist.
const PAPERS: &[&str] = &["ARCHITECTURE.md", "CONTRIBUTING.md"];
/// What a path in a paper may be relative to.
const BASES: &[&str] =
    &["", "crates/", "crates/base/", "crates/base/src/", "crates/server/", "crates/server/src/"];
/// Where the language demands the other spelling.
const OTHER_LANGUAGES: &[&str] = &["crates/server/text/fr/", "crates/activate/text/fr/"];
const ENDINGS: &[&str] = &[".css", ".ftl", ".js", ".json", ".md", ".rs", ".sh", ".sql", ".toml"];

/// The words in backticks, with the place of each.
fn quoted(source: &Source) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut open = None;
    for (at, _) in source.text.match_indices('`') {
        match open.take() {
            Some(start) => found.push((start, &source.text[start..at])),
            None => open = Some(at + 1),
        }
    }
    found
}

fn looks_like_a_path(word: &str) -> bool {
    let plain = word.chars().all(|letter| letter.is_ascii_alphanumeric() || "_-./".contains(letter));
    let is_media_type =
        ["application/", "image/", "text/"].iter().any(|kind| word.starts_with(kind) && !word.contains('.'));
    let ends_like_a_file = ENDINGS.iter().any(|ending| word.ends_with(ending) && word.len() > ending.len());
    plain
        && !is_media_type
        && !word.starts_with('/')
        && !word.starts_with('-')
        && (word.contains('/') || ends_like_a_file)
}

/// Paths in a paper that do not exist. A bare file name may stand for that file in any folder.
fn dead_paths(papers: &[Source], exists: &dyn Fn(&str) -> bool, names: &BTreeSet<String>) -> Vec<String> {
    let mut violations = Vec::new();
    for paper in papers {
        for (at, word) in quoted(paper) {
            let found = BASES.iter().any(|base| exists(&format!("{base}{word}")))
                || !word.trim_end_matches('/').contains('/') && names.contains(word.trim_end_matches('/'));
            if looks_like_a_path(word) && !found {
                violations.push(format!("{}: `{word}` does not exist", paper.place(at)));
            }
        }
    }
    violations
}

/// Lines that spell the word differently from screens and JSON.
fn other_spelling(sources: &[Source]) -> Vec<String> {
    let word = concat!("licen", "ce");
    let mut violations = Vec::new();
    for source in
        sources.iter().filter(|source| !OTHER_LANGUAGES.iter().any(|folder| source.path.starts_with(folder)))
    {
        for (number, line) in source.text.lines().enumerate() {
            let lower = line.to_lowercase();
            // A client's JSON keeps the spelling of its keys.
            let in_json = lower.contains(&format!("\"{word}")) && line.contains(':');
            if lower.contains(word) && !in_json {
                violations.push(format!("{}:{}: write `license`", source.path, number + 1));
            }
        }
    }
    violations
}

/// The names of all files and folders.
fn names() -> BTreeSet<String> {
    let pieces = files(&["crates", "docs", "e2e", "xtask"], &[""]);
    pieces.iter().flat_map(|source| source.path.split('/')).map(str::to_owned).collect()
}

#[test]
fn every_path_in_the_papers_exists() {
    let root = root();
    assert_tidy(&dead_paths(&files(PAPERS, &[".md"]), &|path| root.join(path).exists(), &names()));
}

#[test]
fn one_spelling_is_used_everywhere() {
    let under =
        ["crates", "docs", "e2e", "xtask", "README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md"];
    assert_tidy(&other_spelling(&files(&under, ENDINGS)));
}

#[test]
fn a_dead_path_is_found() {
    let paper = sample(
        "ARCHITECTURE.md",
        "`crates/server/src/lib.rs` `text/fr/gone.ftl` `store.rs` `gone.rs` `/api/v1` `text/html` `a b/c` `users/`",
    );
    let names = ["store.rs", "users"].map(str::to_owned).into();

    let found = dead_paths(&[paper], &|path| path == "crates/server/src/lib.rs", &names);

    assert_bites(&found, 2);
}

#[test]
fn the_other_spelling_is_found() {
    let word = concat!("Licen", "ce");
    let text = format!("{word}\nlicense\n{{\"{word}Key\": 1}}\n");

    assert_bites(&other_spelling(&[sample("a.rs", &text)]), 1);
    assert_bites(&other_spelling(&[sample("crates/server/text/fr/a.ftl", &text)]), 0);
}
