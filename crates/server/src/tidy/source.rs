//! Reads the sources of the workspace, and tells string literals, comments and code apart.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// A string literal of a Rust source.
#[derive(Debug)]
pub(super) struct Literal {
    /// Where its opening quote (or the `r` or `b` before it) stands in the text, in bytes.
    pub(super) start: usize,
    /// Where the text goes on behind it.
    pub(super) end: usize,
    /// What it means, escapes resolved.
    pub(super) text: String,
}

/// One file of the workspace.
#[derive(Debug)]
pub(super) struct Source {
    /// The path from the root of the workspace, with `/`.
    pub(super) path: String,
    /// All of it.
    pub(super) text: String,
    /// The text with comments and the inside of literals blanked; as long as the text.
    pub(super) code: String,
    /// The string literals in their order.
    pub(super) literals: Vec<Literal>,
}

impl Source {
    /// Reads one file's text.
    pub(super) fn new(path: &str, text: &str) -> Self {
        let mut reader =
            Reader { bytes: text.as_bytes(), at: 0, blanked: text.as_bytes().to_vec(), found: Vec::new() };
        if Path::new(path).extension().is_some_and(|extension| extension == "rs") {
            reader.read(text);
        }
        let code = String::from_utf8(reader.blanked).expect("only whole literals and comments are blanked");
        Self { path: path.to_owned(), text: text.to_owned(), code, literals: reader.found }
    }

    /// The line of a place in the text, counted from 1.
    pub(super) fn line(&self, at: usize) -> usize {
        self.text[..at].matches('\n').count() + 1
    }

    /// `path:line` of a place in the text.
    pub(super) fn place(&self, at: usize) -> String {
        format!("{}:{}", self.path, self.line(at))
    }

    /// Whether all of the file is there for tests only.
    pub(super) fn is_test_file(&self) -> bool {
        self.path.ends_with("/tests.rs")
            || ["/tests/", "/testing/", "/tidy/"].iter().any(|folder| self.path.contains(folder))
            || self.path.ends_with("/testing.rs")
    }

    /// Where the test modules inside the file stand, in bytes.
    pub(super) fn test_ranges(&self) -> Vec<std::ops::Range<usize>> {
        let mut ranges = Vec::new();
        for (at, mark) in self.code.match_indices("#[cfg(test)]") {
            let rest = &self.code[at + mark.len()..];
            let opened = rest.find('{').unwrap_or(rest.len());
            if rest[..opened].contains(';') {
                continue;
            }
            ranges.push(at..closing(&self.code, at + mark.len() + opened));
        }
        ranges
    }

    /// The literals outside of tests.
    pub(super) fn product_literals(&self) -> Vec<&Literal> {
        if self.is_test_file() {
            return Vec::new();
        }
        let tests = self.test_ranges();
        self.literals
            .iter()
            .filter(|literal| !tests.iter().any(|range| range.contains(&literal.start)))
            .collect()
    }

    /// The code outside of tests, other places blanked away.
    pub(super) fn product_code(&self) -> String {
        if self.is_test_file() {
            return String::new();
        }
        let mut code = self.code.clone().into_bytes();
        for range in self.test_ranges() {
            code[range].fill(b' ');
        }
        String::from_utf8_lossy(&code).into_owned()
    }
}

/// Where the bracket that opens at `open` is closed (behind it); the end of the code if it never is.
pub(super) fn closing(code: &str, open: usize) -> usize {
    let mut depth = 0_usize;
    for (at, byte) in code.bytes().enumerate().skip(open) {
        match byte {
            b'{' | b'(' | b'[' => depth += 1,
            b'}' | b')' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return at + 1;
        }
    }
    code.len()
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
    blanked: Vec<u8>,
    found: Vec<Literal>,
}

impl Reader<'_> {
    fn read(&mut self, text: &str) {
        while self.at < self.bytes.len() {
            let start = self.at;
            let rest = &text[start..];
            let in_word = start > 0 && is_word(self.bytes[start - 1]);
            if rest.starts_with("//") {
                self.at += rest.find('\n').unwrap_or(rest.len());
                self.blank(start, self.at);
            } else if rest.starts_with("/*") {
                self.at += block_comment(rest);
                self.blank(start, self.at);
            } else if let Some(hashes) = raw_hashes(rest).filter(|_| !in_word) {
                self.raw(text, hashes);
            } else if rest.starts_with('"') {
                self.quoted(text);
            } else if rest.starts_with('\'') {
                self.at += character(rest);
                self.blank(start + 1, self.at.max(start + 2) - 1);
            } else {
                self.at += rest.chars().next().map_or(1, char::len_utf8);
            }
        }
    }

    fn raw(&mut self, text: &str, hashes: usize) {
        let start = self.at;
        let open = start + text[start..].find('"').unwrap_or_default() + 1;
        let close = format!("\"{}", "#".repeat(hashes));
        let length = text[open..].find(&close).unwrap_or(text.len() - open);
        self.at = (open + length + close.len()).min(text.len());
        self.blank(open, open + length);
        self.found.push(Literal { start, end: self.at, text: text[open..open + length].to_owned() });
    }

    fn quoted(&mut self, text: &str) {
        let start = self.at;
        let mut end = start + 1;
        while end < self.bytes.len() && self.bytes[end] != b'"' {
            end += if self.bytes[end] == b'\\' { 2 } else { 1 };
        }
        let end = end.min(self.bytes.len());
        self.at = (end + 1).min(self.bytes.len());
        self.blank(start + 1, end);
        self.found.push(Literal { start, end: self.at, text: unescape(&text[start + 1..end]) });
    }

    fn blank(&mut self, from: usize, to: usize) {
        for byte in &mut self.blanked[from..to.max(from)] {
            if *byte != b'\n' {
                *byte = b' ';
            }
        }
    }
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

fn raw_hashes(rest: &str) -> Option<usize> {
    let behind = rest.strip_prefix("br").or_else(|| rest.strip_prefix('r'))?;
    let hashes = behind.len() - behind.trim_start_matches('#').len();
    behind[hashes..].starts_with('"').then_some(hashes)
}

fn block_comment(rest: &str) -> usize {
    let (mut depth, mut at) = (0_usize, 0);
    while at < rest.len() {
        let two = rest.as_bytes().get(at..at + 2).unwrap_or_default();
        match two {
            b"/*" => (depth, at) = (depth + 1, at + 2),
            b"*/" => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            break;
        }
    }
    at.min(rest.len())
}

/// The length of a character literal, or 1 if it is the mark of a lifetime.
fn character(rest: &str) -> usize {
    if rest[1..].starts_with('\\') {
        return rest.get(3..).and_then(|behind| behind.find('\'')).map_or(1, |found| 3 + found + 1);
    }
    let width = rest[1..].chars().next().map_or(0, char::len_utf8);
    if rest[1 + width..].starts_with('\'') { 2 + width } else { 1 }
}

fn unescape(inside: &str) -> String {
    let mut text = String::with_capacity(inside.len());
    let mut rest = inside.chars().peekable();
    while let Some(next) = rest.next() {
        if next != '\\' {
            text.push(next);
            continue;
        }
        match rest.next() {
            Some('n') => text.push('\n'),
            Some('t') => text.push('\t'),
            Some('\n') => while rest.next_if(|space| space.is_whitespace()).is_some() {},
            Some('u') => {
                let digits: String = rest.by_ref().skip(1).take_while(|&digit| digit != '}').collect();
                text.extend(u32::from_str_radix(&digits, 16).ok().and_then(char::from_u32));
            }
            Some(other) => text.push(other),
            None => {}
        }
    }
    text
}

/// The root of the workspace.
pub(super) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// All files under some folders (or the files themselves) of the workspace whose names end so.
pub(super) fn files(under: &[&str], endings: &[&str]) -> Vec<Source> {
    let root = root();
    let mut found = Vec::new();
    for start in under {
        walk(&root, &root.join(start), endings, &mut found);
    }
    found.sort_by(|one, other| one.path.cmp(&other.path));
    found
}

fn walk(root: &Path, at: &Path, endings: &[&str], found: &mut Vec<Source>) {
    let Ok(entries) = fs::read_dir(at) else {
        if endings.iter().any(|ending| at.to_string_lossy().ends_with(ending))
            && let Ok(text) = fs::read_to_string(at)
        {
            let path = at.strip_prefix(root).unwrap_or(at).to_string_lossy().replace('\\', "/");
            found.push(Source::new(&path, &text));
        }
        return;
    };
    for entry in entries.flatten() {
        let name = entry.file_name();
        if name != "target" && name != ".git" {
            walk(root, &entry.path(), endings, found);
        }
    }
}

/// The Rust sources of the product: base and server.
pub(super) fn product() -> Vec<Source> {
    files(&["crates/base/src", "crates/server/src"], &[".rs"])
}

#[test]
fn comments_and_literals_are_told_apart_from_code() {
    let text = "let a = \"x // \\\"y\\\"\"; // \"no\"\nlet b: &'a str = r#\"se\"t\"#; let c = '\"'; /* \"z\" /* */ */ f(\"é\");";

    let source = Source::new("a.rs", text);

    let found: Vec<&str> = source.literals.iter().map(|literal| literal.text.as_str()).collect();
    assert_eq!(found, ["x // \"y\"", "se\"t", "é"]);
    assert_eq!(source.code.len(), text.len());
    assert!(
        !source.code.contains("no") && !source.code.contains('z') && source.code.contains("let c = ' ';")
    );
    assert_eq!(source.place(source.literals[1].start), "a.rs:2");
}

#[test]
fn test_modules_do_not_count_as_the_product() {
    let source = Source::new(
        "a.rs",
        "fn a() { x(\"a\") }\n#[cfg(test)]\nmod tests { fn b() { y(\"b\") } }\nfn c() {}",
    );

    assert_eq!(source.product_literals().len(), 1);
    assert!(!source.product_code().contains("fn b") && source.product_code().contains("fn c"));
}
