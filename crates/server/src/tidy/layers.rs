//! Things stand where they belong: SQL in stores, commits in actions, and files stay small.

use super::{
    assert_bites, assert_tidy, sample,
    source::{Source, files, product},
};

/// The longest Rust file, in lines.
const LINES_MAX: usize = 600;
/// The door to the database speaks SQL and commits; it belongs to no room.
const DOOR: &str = "crates/base/src/db/";

/// Whether a file has one of these names, or stands in a folder named so.
fn is_one_of(path: &str, names: &[&str]) -> bool {
    names.iter().any(|name| path.ends_with(&format!("/{name}.rs")) || path.contains(&format!("/{name}/")))
}

fn is_sql(text: &str) -> bool {
    let words: Vec<String> = text.split_whitespace().take(3).map(str::to_lowercase).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    matches!(
        words[..],
        ["select", _, ..]
            | ["insert", "into", ..]
            | ["delete", "from", ..]
            | ["update", _, "set"]
            | ["with", _, "as" | "as("]
    )
}

/// SQL outside of stores.
fn strayed_sql(sources: &[Source]) -> Vec<String> {
    let mut violations = Vec::new();
    for source in
        sources.iter().filter(|source| !is_one_of(&source.path, &["store"]) && !source.path.starts_with(DOOR))
    {
        for literal in source.product_literals().into_iter().filter(|literal| is_sql(&literal.text)) {
            violations.push(format!("{}: SQL belongs into `store.rs`", source.place(literal.start)));
        }
    }
    violations
}

/// Transactions that end outside of actions and jobs.
fn strayed_commits(sources: &[Source]) -> Vec<String> {
    let mut violations = Vec::new();
    let places = ["actions", "jobs"];
    for source in
        sources.iter().filter(|source| !is_one_of(&source.path, &places) && !source.path.starts_with(DOOR))
    {
        for (at, _) in source.product_code().match_indices(".commit()") {
            violations
                .push(format!("{}: an action ends its transaction, nothing else does", source.place(at)));
        }
    }
    violations
}

fn long_files(sources: &[Source]) -> Vec<String> {
    let lines = sources.iter().map(|source| (source, source.text.lines().count()));
    lines
        .filter(|(_, lines)| *lines > LINES_MAX)
        .map(|(source, lines)| format!("{}: {lines} lines; split it by verb", source.path))
        .collect()
}

#[test]
fn sql_stands_in_stores_only() {
    assert_tidy(&strayed_sql(&product()));
}

#[test]
fn only_actions_and_jobs_end_a_transaction() {
    assert_tidy(&strayed_commits(&product()));
}

#[test]
fn no_file_is_too_long() {
    assert_tidy(&long_files(&files(&["crates", "xtask", "e2e"], &[".rs"])));
}

#[test]
fn strayed_sql_is_found() {
    let text = r#"fn f() { tx.sql("select id from users"); x("Select one"); } const A: &str = "update users\n set a = 1";"#;

    assert_bites(&strayed_sql(&[sample("crates/server/src/accounts/users/actions.rs", text)]), 3);
    assert_bites(&strayed_sql(&[sample("crates/server/src/accounts/users/store.rs", text)]), 0);
    assert_bites(&strayed_sql(&[sample("crates/server/src/accounts/users/tests.rs", text)]), 0);
    assert_bites(
        &strayed_sql(&[sample("a/pages.rs", r#"x("selected"); x("with love"); x("updating a user")"#)]),
        0,
    );
}

#[test]
fn a_strayed_commit_is_found() {
    let text = "async fn f() { tx\n    .commit()\n    .await }";

    assert_bites(&strayed_commits(&[sample("crates/server/src/accounts/users/pages.rs", text)]), 1);
    assert_bites(&strayed_commits(&[sample("crates/server/src/accounts/users/actions/add.rs", text)]), 0);
    assert_bites(&strayed_commits(&[sample("crates/base/src/jobs/worker.rs", text)]), 0);
    assert_bites(&strayed_commits(&[sample("a/pages.rs", "// tx.commit()")]), 0);
}

#[test]
fn a_long_file_is_found() {
    assert_bites(&long_files(&[sample("a.rs", &"\n".repeat(LINES_MAX + 1)), sample("b.rs", "\n")]), 1);
}
