//! Finds links and paths in the Markdown documents that lead nowhere, without asking any network.
//!
//! Checked are links to files and to headings, and file paths in `code spans` that start in a top folder of the
//! workspace. Addresses of other hosts are not looked at.

use std::collections::{BTreeSet, HashMap};
use std::path::{Component, Path, PathBuf};
use std::process::Command;

use crate::Result;

/// Checks every document of the workspace that is not ignored by git.
pub(crate) fn check(root: &Path) -> Result<()> {
    let output = Command::new("git")
        .args(["ls-files", "--cached", "--others", "--exclude-standard", "-z", "--", "*.md"])
        .current_dir(root)
        .output()?;
    if !output.status.success() {
        return Err("`git ls-files` does not list the documents".into());
    }
    let names = String::from_utf8(output.stdout)?;
    let names: Vec<&str> = names.split('\0').filter(|name| root.join(name).is_file()).collect();
    let dead = dead_ends(root, &names)?;
    println!("{} documents, {} dead ends", names.len(), dead.len());
    if dead.is_empty() { Ok(()) } else { Err(dead.join("\n").into()) }
}

/// One line per link or path that leads nowhere: `document:line: what`.
fn dead_ends(root: &Path, names: &[&str]) -> Result<Vec<String>> {
    let mut dead = Vec::new();
    let mut headings = HashMap::new();
    for name in names {
        let text = std::fs::read_to_string(root.join(name))?;
        let here = Path::new(name).parent().unwrap_or(Path::new(""));
        for (number, line) in prose(&text) {
            let (spans, rest) = code_spans(line);
            let mut report = |what: String| dead.push(format!("{name}:{number}: {what}"));
            for span in spans.into_iter().filter(|span| is_dead_path(root, here, span)) {
                report(format!("there is no file `{span}`"));
            }
            for target in targets(&rest) {
                if let Some(trouble) = trouble_with(root, name, &target, &mut headings) {
                    report(trouble);
                }
            }
        }
    }
    Ok(dead)
}

/// The lines outside fenced code, with their numbers from 1.
fn prose(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut fence: Option<&str> = None;
    text.lines().enumerate().filter_map(move |(index, line)| {
        let mark = ["```", "~~~"].into_iter().find(|mark| line.trim_start().starts_with(mark));
        match (fence, mark) {
            (None, None) => Some((index + 1, line)),
            (None, Some(mark)) => {
                fence = Some(mark);
                None
            }
            (Some(open), mark) => {
                if mark == Some(open) {
                    fence = None;
                }
                None
            }
        }
    })
}

/// The contents of the code spans of a line, and the line without them.
fn code_spans(line: &str) -> (Vec<&str>, String) {
    let mut spans = Vec::new();
    let mut rest = String::new();
    for (index, piece) in line.split('`').enumerate() {
        if index % 2 == 1 {
            spans.push(piece);
        } else {
            rest.push_str(piece);
        }
    }
    (spans, rest)
}

/// Whether the span is meant as a path of the workspace, and nothing is there.
fn is_dead_path(root: &Path, here: &Path, span: &str) -> bool {
    let is_path = |character: char| character.is_ascii_alphanumeric() || "_-./".contains(character);
    if span.is_empty() || span.starts_with(['/', '-']) || !span.chars().all(is_path) {
        return false;
    }
    let means_path = match span.split_once('/') {
        Some((top, _)) => root.join(top).is_dir() && !top.starts_with(".."),
        None => Path::new(span).extension().is_some_and(|extension| extension == "md"),
    };
    means_path && !root.join(span).exists() && !root.join(here).join(span).exists()
}

/// The targets of inline links, images and link definitions of a line.
fn targets(line: &str) -> Vec<String> {
    let mut found: Vec<&str> =
        line.split("](").skip(1).filter_map(|rest| Some(rest.split_once(')')?.0)).collect();
    if let Some((label, target)) = line.trim_start().split_once("]: ")
        && label.starts_with('[')
    {
        found.push(target);
    }
    // A title may follow the target: (file.md "Title").
    let first_word =
        |target: &str| target.split_whitespace().next().map(|word| word.trim_matches(['<', '>']).to_owned());
    found.into_iter().filter_map(first_word).collect()
}

fn trouble_with(
    root: &Path,
    name: &str,
    target: &str,
    headings: &mut HashMap<PathBuf, BTreeSet<String>>,
) -> Option<String> {
    if target.contains("://") || target.starts_with("mailto:") {
        return None;
    }
    let (path, anchor) = target.split_once('#').unwrap_or((target, ""));
    let document = if path.is_empty() {
        PathBuf::from(name)
    } else {
        let joined = Path::new(name).parent().unwrap_or(Path::new("")).join(path);
        match inside(&joined) {
            Some(document) if root.join(&document).exists() => document,
            _ => return Some(format!("the link `{target}` leads to no file")),
        }
    };
    if anchor.is_empty() {
        return None;
    }
    let known = headings.entry(document.clone()).or_insert_with(|| {
        std::fs::read_to_string(root.join(&document)).map(|text| anchors(&text)).unwrap_or_default()
    });
    (!known.contains(anchor)).then(|| format!("the link `{target}` leads to no heading"))
}

/// The path without `.` and `..`; nothing if it leaves the workspace.
fn inside(path: &Path) -> Option<PathBuf> {
    let mut plain = PathBuf::new();
    for component in path.components() {
        match component {
            Component::Normal(name) => plain.push(name),
            Component::CurDir => {}
            Component::ParentDir if plain.pop() => {}
            _ => return None,
        }
    }
    Some(plain)
}

/// The anchors of all headings: lower case, blanks as dashes, without other signs, numbered when repeated.
fn anchors(text: &str) -> BTreeSet<String> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut anchors = BTreeSet::new();
    for (_, line) in prose(text) {
        let title = line.trim_start_matches('#');
        if title.len() == line.len() || !title.starts_with(' ') {
            continue;
        }
        let kept = title.trim().chars().filter(|sign| sign.is_alphanumeric() || " -_".contains(*sign));
        let anchor = kept.collect::<String>().to_lowercase().replace(' ', "-");
        let count = seen.entry(anchor.clone()).or_default();
        anchors.insert(if *count == 0 { anchor } else { format!("{anchor}-{count}") });
        *count += 1;
    }
    anchors
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The dead ends of `README.md` with this text, beside `docs/guide.md` with the heading "Two words".
    fn dead_ends_of(text: &str) -> Vec<String> {
        let root = tempfile::tempdir().unwrap();
        std::fs::create_dir(root.path().join("docs")).unwrap();
        std::fs::write(root.path().join("docs/guide.md"), "# Two words\n\n[up](../README.md)\n").unwrap();
        std::fs::write(root.path().join("README.md"), text).unwrap();
        dead_ends(root.path(), &["README.md", "docs/guide.md"]).unwrap()
    }

    #[test]
    fn links_to_files_folders_headings_and_other_hosts_are_good() {
        let text = "# Top\n[a](docs/guide.md) [b](docs) [c](docs/guide.md#two-words) [d](#top)\n\
                    [e](https://example.org/x) [f](mailto:a@example.org) ![g](docs/guide.md \"Title\")\n";

        assert_eq!(dead_ends_of(text), Vec::<String>::new());
    }

    #[test]
    fn a_link_to_a_missing_file_is_found_with_its_line() {
        let dead = dead_ends_of("# Top\n\n[a](docs/gone.md)\n");

        assert_eq!(dead, ["README.md:3: the link `docs/gone.md` leads to no file"]);
    }

    #[test]
    fn a_link_to_a_missing_heading_is_found() {
        assert_eq!(dead_ends_of("[a](docs/guide.md#three-words)\n").len(), 1);
        assert_eq!(dead_ends_of("[a](#nowhere)\n").len(), 1);
    }

    #[test]
    fn a_link_out_of_the_workspace_is_found() {
        assert_eq!(dead_ends_of("[a](../README.md)\n").len(), 1);
    }

    #[test]
    fn a_link_definition_is_checked() {
        assert_eq!(dead_ends_of("See [it].\n\n[it]: docs/gone.md\n").len(), 1);
    }

    #[test]
    fn a_dead_path_in_a_code_span_is_found() {
        let dead = dead_ends_of("Read `docs/guide.md`, `docs/gone.md` and `GONE.md`.\n");

        assert_eq!(dead.len(), 2, "{dead:?}");
    }

    #[test]
    fn code_spans_that_are_no_paths_are_left_alone() {
        let text =
            "`/healthz`, `a/b`, `docs/<language>/x.ftl`, `cargo run -- demo`, `users.rs`, `[x](gone.md)`\n";

        assert_eq!(dead_ends_of(text), Vec::<String>::new());
    }

    #[test]
    fn fenced_code_is_left_alone() {
        assert_eq!(
            dead_ends_of("```\n[a](gone.md) `docs/gone.md`\n# no heading\n```\n"),
            Vec::<String>::new()
        );
        assert_eq!(dead_ends_of("```\n# no heading\n```\n[a](#no-heading)\n").len(), 1);
    }

    #[test]
    fn headings_become_anchors_as_readers_know_them() {
        let known = anchors("# What's new?\n## `serve` & more\n## Same\n## Same\n#no heading\n");

        let expected = ["same", "same-1", "serve--more", "whats-new"];
        assert_eq!(known.into_iter().collect::<Vec<_>>(), expected);
    }
}
