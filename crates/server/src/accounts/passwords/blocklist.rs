//! Passwords that many people use or that breaches have shown: fingerprints that ship
//! inside the binary, and a file that an operator may add. Works offline, takes no memory
//! of its own and no time at start.

use std::{fmt, fs::File, io::Read, path::Path};

use ring::digest;
use seatwarden_base::{Error, Kind, Refusal, Result};
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use super::legacy_md5::Md5Hex;

/// The operator's file of forbidden passwords is larger than we keep.
pub const LIST_TOO_LARGE: Refusal = Refusal::new(Kind::TooLarge, "passwords.list_too_large");

/// Largest file of an operator, in bytes.
pub const LIST_BYTES_MAX: usize = 4 * 1024 * 1024;
/// Most lines in a file of an operator; each takes 8 bytes of memory.
pub const LIST_LINES_MAX: usize = 200_000;

/// How many bytes of a hash are kept. Among 250,000 entries a password that is not listed
/// looks listed once in four million times.
pub const FINGERPRINT_BYTES: usize = 5;
/// The first bytes of the fingerprint file.
pub const MAGIC: [u8; 4] = *b"SWB1";
/// Shortest word that is looked for inside decoration, in characters.
pub const WORD_LENGTH_MIN: usize = 4;
/// Most digits or signs that count as decoration on one side of a word: `Summer2026!`.
const DECORATION_MAX: usize = 6;

/// Made by `examples/build_blocklist.rs`; see `docs/decisions/0006-password-blocklist.md`.
static EMBEDDED: &[u8] = include_bytes!("blocklist.bin");

/// Which list a password was found in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// Among the most used ones.
    Common,
    /// Known from a breach.
    Breached,
    /// In the operator's own file.
    Forbidden,
}

/// The parts of the fingerprint file, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Section {
    Common,
    Breached,
    Md5,
}

/// The embedded lists and, if there is one, the operator's.
#[derive(Clone, Default)]
pub struct Blocklist {
    forbidden: Vec<u64>,
}

impl fmt::Debug for Blocklist {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Blocklist({} passwords of the operator)", self.forbidden.len())
    }
}

impl Blocklist {
    /// Only what ships inside.
    pub const fn embedded() -> Self {
        Self { forbidden: Vec::new() }
    }

    /// The same with the passwords of an operator's file: UTF-8, one a line, empty lines
    /// skipped. [`LIST_TOO_LARGE`] beyond 4 MiB or 200,000 lines; a fault if it cannot be read.
    pub fn with_file(path: &Path) -> Result<Self> {
        let fault = |error| Error::fault("reading the file of forbidden passwords", error);
        let mut text = String::new();
        let limit = LIST_BYTES_MAX as u64 + 1;
        File::open(path).and_then(|file| file.take(limit).read_to_string(&mut text)).map_err(fault)?;
        Self::with_lines(&text)
    }

    /// The same with the passwords of a text, one a line.
    pub fn with_lines(text: &str) -> Result<Self> {
        let text_without_mark = text.trim_start_matches('\u{feff}');
        let lines = text_without_mark.lines().filter(|line| !line.is_empty());
        let mut forbidden: Vec<u64> =
            lines.take(LIST_LINES_MAX + 1).map(|line| long_fingerprint(&fold(line))).collect();
        if text.len() > LIST_BYTES_MAX || forbidden.len() > LIST_LINES_MAX {
            return Err(LIST_TOO_LARGE
                .with("bytes_maximum", LIST_BYTES_MAX)
                .with("lines_maximum", LIST_LINES_MAX)
                .into());
        }
        forbidden.sort_unstable();
        forbidden.dedup();
        forbidden.shrink_to_fit();
        Ok(Self { forbidden })
    }

    /// Where a password (normalised) or one of its trivial variants is listed.
    pub fn find(&self, password: &str) -> Option<Found> {
        let variants = variants(password);
        let listed =
            |section| variants.iter().any(|variant| contains(EMBEDDED, section, fingerprint(variant)));
        let forbidden =
            |variant: &Zeroizing<String>| self.forbidden.binary_search(&long_fingerprint(variant)).is_ok();
        if variants.iter().any(forbidden) {
            Some(Found::Forbidden)
        } else if listed(Section::Common) {
            Some(Found::Common)
        } else if listed(Section::Breached) {
            Some(Found::Breached)
        } else {
            None
        }
    }

    /// Whether an md5 that an old client brings is the md5 of a listed password (MD-05).
    /// Only the exact spellings in the list can be recognised.
    pub fn knows_md5(&self, hash: &Md5Hex) -> bool {
        contains(EMBEDDED, Section::Md5, hash.fingerprint())
    }
}

/// The form in which passwords are listed: NFC, lower case.
pub fn fold(password: &str) -> Zeroizing<String> {
    let mut folded = Zeroizing::new(String::with_capacity(password.len()));
    folded.extend(password.nfc().flat_map(char::to_lowercase));
    folded
}

/// The first bytes of the SHA-256 of a folded password.
pub fn fingerprint(folded: &str) -> [u8; FINGERPRINT_BYTES] {
    let mut bytes = [0; FINGERPRINT_BYTES];
    bytes.copy_from_slice(&digest::digest(&digest::SHA256, folded.as_bytes()).as_ref()[..FINGERPRINT_BYTES]);
    bytes
}

fn long_fingerprint(folded: &str) -> u64 {
    let mut bytes = [0; 8];
    bytes.copy_from_slice(&digest::digest(&digest::SHA256, folded.as_bytes()).as_ref()[..8]);
    u64::from_be_bytes(bytes)
}

/// What is looked up for a password: itself folded, without up to 6 digits or signs on
/// either side, both also with digits read as the letters they stand for (`p4$$w0rd`), and
/// the half of a doubled word.
pub fn variants(password: &str) -> Vec<Zeroizing<String>> {
    let folded = fold(password);
    let undecorated = undecorated(&folded);
    let mut variants = vec![leet(&folded, 'i'), leet(&folded, 'l')];
    if let Some(word) = undecorated {
        variants.push(leet(word, 'i'));
        variants.push(leet(word, 'l'));
        variants.push(Zeroizing::new(word.to_owned()));
    }
    let half = folded.len() / 2;
    if folded.is_char_boundary(half) && folded[..half] == folded[half..] {
        variants.push(Zeroizing::new(folded[..half].to_owned()));
    }
    variants.push(folded);
    variants.sort_unstable_by(|left, right| left.as_str().cmp(right.as_str()));
    variants.dedup();
    variants
}

/// The word inside up to 6 digits or signs on either side; `None` if there is no such word
/// of 4 characters or more, or no decoration.
fn undecorated(folded: &str) -> Option<&str> {
    let word = folded.trim_end_matches(|letter: char| !letter.is_alphabetic());
    let after = folded[word.len()..].chars().count();
    let core = word.trim_start_matches(|letter: char| !letter.is_alphabetic());
    let before = word[..word.len() - core.len()].chars().count();
    let fits = after <= DECORATION_MAX && before <= DECORATION_MAX && core.chars().count() >= WORD_LENGTH_MIN;
    (fits && core.len() < folded.len()).then_some(core)
}

fn leet(folded: &str, one: char) -> Zeroizing<String> {
    let mut plain = Zeroizing::new(String::with_capacity(folded.len()));
    plain.extend(folded.chars().map(|letter| unleet(letter, one)));
    plain
}

/// The letter that a digit or sign stands for; `one` says what `1` is read as.
pub(super) const fn unleet(letter: char, one: char) -> char {
    match letter {
        '0' => 'o',
        '1' | '!' | '|' => one,
        '3' | '€' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' | '+' => 't',
        '8' => 'b',
        '9' => 'g',
        other => other,
    }
}

/// Writes a fingerprint file: [`MAGIC`]; then for each of the three sections (common,
/// breached, md5) 256 little-endian `u32`, the number of entries whose first byte is at
/// most the index; then the sections' entries, sorted, without their first byte.
pub fn write(sections: [Vec<[u8; FINGERPRINT_BYTES]>; 3]) -> Vec<u8> {
    let mut head = MAGIC.to_vec();
    let mut body: Vec<u8> = Vec::new();
    for mut entries in sections {
        entries.sort_unstable();
        entries.dedup();
        for first in 0..=u8::MAX {
            let end = entries.partition_point(|entry| entry[0] <= first);
            head.extend(u32::try_from(end).unwrap_or(u32::MAX).to_le_bytes());
        }
        for entry in entries {
            body.extend(&entry[1..]);
        }
    }
    head.extend(body);
    head
}

const INDEX_BYTES: usize = 256 * 4;
const ENTRY_BYTES: usize = FINGERPRINT_BYTES - 1;

/// Where a bucket of a section ends, in entries.
fn bucket_end(file: &[u8], section: usize, first: usize) -> Option<usize> {
    let at = MAGIC.len() + section * INDEX_BYTES + first * 4;
    let bytes = file.get(at..at + 4)?.try_into().ok()?;
    usize::try_from(u32::from_le_bytes(bytes)).ok()
}

fn contains(file: &[u8], section: Section, fingerprint: [u8; FINGERPRINT_BYTES]) -> bool {
    let Some(bucket) = bucket(file, section as usize, usize::from(fingerprint[0])) else {
        return false;
    };
    let (entries, _) = bucket.as_chunks::<ENTRY_BYTES>();
    entries.binary_search_by(|entry| entry.as_slice().cmp(&fingerprint[1..])).is_ok()
}

/// The entries of a section that share their first byte.
fn bucket(file: &[u8], section: usize, first: usize) -> Option<&[u8]> {
    let mut section_start = MAGIC.len() + 3 * INDEX_BYTES;
    for before in 0..section {
        section_start += bucket_end(file, before, 255)? * ENTRY_BYTES;
    }
    let start = if first == 0 { 0 } else { bucket_end(file, section, first - 1)? };
    let end = bucket_end(file, section, first)?;
    file.get(section_start + start * ENTRY_BYTES..section_start + end * ENTRY_BYTES)
}

#[cfg(test)]
#[path = "blocklist_tests.rs"]
mod tests;
