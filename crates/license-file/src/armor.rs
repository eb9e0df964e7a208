//! The armor in which people carry files through mails and pages: a first and a last line, 64 columns between them,
//! and a summary above that nobody signed. Reading forgives what mail programs do; it never guesses a character.

use std::{borrow::Cow, fmt::Write};

use crate::{Kind, Refused, compact::TEXT_MAX};

/// How long a line is.
const COLUMNS: usize = 64;
const NAME: &str = " SEATWARDEN ";
const DASHES: &str = "-----";
/// The line that stands above every summary.
pub const NOT_SIGNED: &str = "(The lines above are for people. They are not signed, and nothing reads them.)";

/// Puts a file into armor, below lines for people. They are cut to one line each.
pub fn wrap(kind: Kind, compact: &str, summary: &[&str]) -> String {
    let mut text = String::with_capacity(compact.len().saturating_mul(2));
    for line in summary {
        let line: String = line.chars().map(|found| if found.is_control() { ' ' } else { found }).collect();
        // A summary that looks like armor would be read as such.
        let is_armor = marker(&line, "BEGIN").or_else(|| marker(&line, "END")).is_some();
        let _ = writeln!(text, "{}{line}", if is_armor { ": " } else { "" });
    }
    if !summary.is_empty() {
        let _ = writeln!(text, "{NOT_SIGNED}\n");
    }
    let _ = writeln!(text, "{DASHES}BEGIN{NAME}{}{DASHES}", kind.label());
    let mut rest = compact;
    while !rest.is_empty() {
        let (line, after) = rest.split_at_checked(COLUMNS).unwrap_or((rest, ""));
        let _ = writeln!(text, "{line}");
        rest = after;
    }
    let _ = writeln!(text, "{DASHES}END{NAME}{}{DASHES}", kind.label());
    text
}

/// Whether mail programs put this around or into lines.
fn is_noise(found: char) -> bool {
    found.is_whitespace() || matches!(found, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

/// The line without quoting marks and dashes: `BEGIN SEATWARDEN LICENSE`.
fn marker<'a>(line: &'a str, word: &str) -> Option<&'a str> {
    let line = unquoted(line);
    let bare = line
        .trim_matches(|found: char| is_noise(found) || matches!(found, '-' | '\u{2010}'..='\u{2015}' | '*'));
    if bare.len() == line.len() {
        return None;
    }
    bare.strip_prefix(word)?.strip_prefix(NAME)
}

fn unquoted(line: &str) -> &str {
    line.trim_matches(is_noise)
        .trim_start_matches(|found: char| is_noise(found) || matches!(found, '>' | '|'))
}

/// Takes a file out of its armor; a file without armor is taken as it is. Refuses another kind than the one wanted.
pub fn strip(text: &str, wanted: Option<Kind>) -> Result<Cow<'_, str>, Refused> {
    if text.len() > TEXT_MAX.saturating_mul(2) {
        return Err(Refused::TooLong);
    }
    let mut files = blocks(text)?;
    let (label, compact) = match (files.pop(), files.is_empty()) {
        (Some(file), true) => file,
        (Some(_), false) => return Err(Refused::ArmorTwice),
        (None, _) => return bare(text),
    };
    if Kind::ALL.iter().any(|kind| kind.label() == label && wanted.is_some_and(|wanted| wanted != *kind)) {
        return Err(Refused::Kind);
    }
    Ok(compact.into())
}

/// All files in a text, such as a license and a bulletin in one mail, each with its kind.
pub fn strip_all(text: &str) -> Result<Vec<(Kind, String)>, Refused> {
    if text.len() > TEXT_MAX.saturating_mul(4) {
        return Err(Refused::TooLong);
    }
    let files = blocks(text)?.into_iter().map(|(label, compact)| {
        let kind = Kind::ALL.iter().find(|kind| kind.label() == label).ok_or(Refused::ArmorLabel)?;
        Ok((*kind, compact))
    });
    files.collect()
}

fn bare(text: &str) -> Result<Cow<'_, str>, Refused> {
    let text = text.trim_matches(is_noise);
    if text.is_empty() || !text.contains('.') && text.contains(is_noise) {
        Err(Refused::Nothing)
    } else if text.len() > TEXT_MAX {
        Err(Refused::TooLong)
    } else if text.contains(is_noise) {
        // Words around a file without armor: nobody can tell where it begins.
        Err(Refused::Nothing)
    } else {
        Ok(text.into())
    }
}

/// How many files a text may hold.
const FILES_MAX: usize = 16;

/// The blocks in a text: what their lines call them, and what is between.
fn blocks(text: &str) -> Result<Vec<(&str, String)>, Refused> {
    let mut found = Vec::new();
    let mut open: Option<(&str, String)> = None;
    for line in text.lines() {
        if let Some(label) = marker(line, "BEGIN") {
            if open.is_some() {
                return Err(Refused::ArmorOpen);
            }
            open = Some((label, String::new()));
        } else if let Some(end) = marker(line, "END") {
            let Some((label, compact)) = open.take() else { return Err(Refused::ArmorOpen) };
            if label != end {
                return Err(Refused::ArmorLabel);
            }
            if compact.is_empty() {
                return Err(Refused::Nothing);
            }
            found.push((label, compact));
            if found.len() > FILES_MAX {
                return Err(Refused::TooMany);
            }
        } else if let Some((_, compact)) = &mut open {
            take_line(line, compact)?;
        }
    }
    if open.is_some() { Err(Refused::ArmorOpen) } else { Ok(found) }
}

fn take_line(line: &str, compact: &mut String) -> Result<(), Refused> {
    for found in unquoted(line).chars().filter(|found| !is_noise(*found)) {
        // `=`, `+` and `/` are base64 too: the decoder says more precisely what is wrong with them.
        if !(found.is_ascii_alphanumeric() || matches!(found, '-' | '_' | '.' | '=' | '+' | '/')) {
            return Err(Refused::ArmorCharacter);
        }
        compact.push(found);
    }
    if compact.len() > TEXT_MAX { Err(Refused::TooLong) } else { Ok(()) }
}
