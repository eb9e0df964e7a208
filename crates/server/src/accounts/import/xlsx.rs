//! The first sheet of an XLSX workbook (ECMA-376 part 1), cell by cell. A workbook is a ZIP archive of XML files,
//! and anybody can write one that lies about its sizes: nothing here is reserved before it was read, and no file
//! and no piece of one is read beyond its limit.

use std::{
    borrow::Cow,
    io::{BufRead, BufReader, Cursor, ErrorKind, Read},
};

use quick_xml::{
    Reader,
    events::{BytesRef, BytesStart, Event},
};
use seatwarden_base::{Error, Result};
use zip::ZipArchive;

use super::file::{BAD_WORKBOOK, CELL_LENGTH_MAX, TOO_LARGE};

/// Largest sheet, in bytes as it is unpacked.
const SHEET_BYTES_MAX: u64 = 128 * 1024 * 1024;
/// Largest other file. The texts that cells share are in memory as a whole.
const OTHER_BYTES_MAX: u64 = 48 * 1024 * 1024;
/// Longest text or tag, in bytes.
const NODE_BYTES_MAX: usize = 256 * 1024;
/// The longest cell, in bytes: letters have four at most.
const CELL_BYTES_MAX: usize = 4 * CELL_LENGTH_MAX;
/// Most files in the archive.
const FILES_MAX: usize = 1_000;
/// How the entry of a file begins in the list at the end of an archive, and the record that says how many there are in one that
/// is larger than usual (APPNOTE.TXT 4.3.12 and 4.3.14).
const ENTRY: &[u8] = b"PK\x01\x02";
const LARGE_END: &[u8] = b"PK\x06\x06";

/// A cell that is not empty, or should not be.
pub(super) struct Cell<'a> {
    /// From 0.
    pub(super) row: u32,
    /// From 0.
    pub(super) column: u32,
    /// As people see it, but for dates, which are numbers; cut off if it is longer than a cell may be.
    pub(super) text: &'a str,
    /// A formula stands in it, but not what it comes to: programs that write workbooks do not compute. Nor do errors, such as
    /// `#N/A`, say anything.
    pub(super) is_unsolved: bool,
}

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// Hands the cells of the first sheet that can be seen to `take`, row by row, which answers whether to go on. Answers how
/// many sheets can be seen.
pub(super) fn read(bytes: &[u8], take: &mut dyn FnMut(Cell<'_>) -> Result<bool>) -> Result<usize> {
    if has_too_many_files(bytes) {
        return Err(BAD_WORKBOOK.into());
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| BAD_WORKBOOK)?;
    let book = part(&mut archive, "", |of| of.ends_with("/officeDocument"))?.ok_or(BAD_WORKBOOK)?;
    let (sheet_id, sheets) = first_sheet(&mut archive, &book)?;
    let sheet = relation(&mut archive, &book, |_, id| id == sheet_id)?.ok_or(BAD_WORKBOOK)?;
    let shared = match part(&mut archive, &book, |of| of.ends_with("/sharedStrings"))? {
        Some(path) => shared_texts(&mut archive, &path)?,
        None => Shared::default(),
    };
    let mut xml = open(&mut archive, &sheet, SHEET_BYTES_MAX)?;
    cells(&mut xml, &shared, take)?;
    Ok(sheets)
}

/// Whether an archive lists more files than we open, or says so. Whoever opens it reads all entries first and reserves room for
/// as many as it speaks of, wherever it finds its end; so they are counted by their signs, whichever of them count.
fn has_too_many_files(bytes: &[u8]) -> bool {
    let number =
        |at: usize| bytes.get(at..at + 8).and_then(|it| Some(u64::from_le_bytes(it.try_into().ok()?)));
    let mut entries = 0;
    for (at, sign) in bytes.windows(ENTRY.len()).enumerate() {
        if sign == ENTRY {
            entries += 1;
        } else if sign == LARGE_END {
            // Four bytes that only look like its sign are followed by a size beyond the end.
            let is_within = number(at + 4).is_some_and(|size| size <= bytes.len() as u64);
            if is_within && number(at + 32).is_some_and(|files| files > FILES_MAX as u64) {
                return true;
            }
        }
        if entries > FILES_MAX {
            return true;
        }
    }
    false
}

/// Reads a file of the archive, counting.
struct Limited<R> {
    inner: R,
    left: u64,
    /// Bytes since the last `<`.
    since_mark: usize,
}

impl<R: Read> Read for Limited<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let count = self.inner.read(buffer)?;
        self.left = self.left.checked_sub(count as u64).ok_or(ErrorKind::FileTooLarge)?;
        for piece in buffer[..count].split_inclusive(|byte| *byte == b'<') {
            self.since_mark += piece.len();
            if self.since_mark > NODE_BYTES_MAX {
                return Err(ErrorKind::FileTooLarge.into());
            }
            if piece.ends_with(b"<") {
                self.since_mark = 0;
            }
        }
        Ok(count)
    }
}

/// XML with its buffer.
struct Xml<R> {
    reader: Reader<R>,
    buffer: Vec<u8>,
}

impl<R: BufRead> Xml<R> {
    fn next(&mut self) -> Result<Event<'_>> {
        self.buffer.clear();
        self.reader.read_event_into(&mut self.buffer).map_err(|error| refused(&error))
    }
}

fn refused(error: &quick_xml::Error) -> Error {
    match error {
        quick_xml::Error::Io(error) if error.kind() == ErrorKind::FileTooLarge => too_large(),
        _ => BAD_WORKBOOK.into(),
    }
}

fn too_large() -> Error {
    TOO_LARGE.with("megabytes", SHEET_BYTES_MAX / (1024 * 1024)).into()
}

fn open<'a>(archive: &'a mut Archive<'_>, path: &str, limit: u64) -> Result<Xml<impl BufRead + 'a>> {
    let file = archive.by_name(path).map_err(|_| BAD_WORKBOOK)?;
    let mut reader = Reader::from_reader(BufReader::new(Limited { inner: file, left: limit, since_mark: 0 }));
    reader.config_mut().expand_empty_elements = true;
    Ok(Xml { reader, buffer: Vec::new() })
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Result<Option<String>> {
    for attribute in tag.attributes().with_checks(false) {
        let attribute = attribute.map_err(|_| BAD_WORKBOOK)?;
        if attribute.key.local_name().as_ref() == name {
            let value = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0);
            return Ok(Some(value.map_err(|_| BAD_WORKBOOK)?.into_owned()));
        }
    }
    Ok(None)
}

/// The file that `of` is related to in a certain way.
fn part(archive: &mut Archive<'_>, of: &str, fits: impl Fn(&str) -> bool) -> Result<Option<String>> {
    relation(archive, of, |kind, _| fits(kind))
}

fn relation(
    archive: &mut Archive<'_>,
    of: &str,
    fits: impl Fn(&str, &str) -> bool,
) -> Result<Option<String>> {
    let (folder, name) = of.rsplit_once('/').unwrap_or(("", of));
    let folder = if folder.is_empty() { String::new() } else { format!("{folder}/") };
    let mut xml = open(archive, &format!("{folder}_rels/{name}.rels"), OTHER_BYTES_MAX)?;
    loop {
        match xml.next()? {
            Event::Start(tag) if tag.local_name().as_ref() == "Relationship" => {
                let (kind, id) = (attribute(&tag, "Type")?, attribute(&tag, "Id")?);
                if fits(&kind.unwrap_or_default(), &id.unwrap_or_default()) {
                    let target = attribute(&tag, "Target")?.ok_or(BAD_WORKBOOK)?;
                    return Ok(Some(match target.strip_prefix('/') {
                        Some(whole) => whole.to_owned(),
                        None => format!("{folder}{target}"),
                    }));
                }
            }
            Event::Eof => return Ok(None),
            _ => {}
        }
    }
}

/// The relation of the first sheet that is not hidden, and how many are not.
fn first_sheet(archive: &mut Archive<'_>, book: &str) -> Result<(String, usize)> {
    let mut xml = open(archive, book, OTHER_BYTES_MAX)?;
    let (mut first, mut count) = (None, 0);
    loop {
        match xml.next()? {
            Event::Start(tag)
                if tag.local_name().as_ref() == "sheet"
                    && attribute(&tag, "state")?.is_none_or(|state| state == "visible") =>
            {
                if first.is_none() {
                    first = Some(attribute(&tag, "id")?.ok_or(BAD_WORKBOOK)?);
                }
                count += 1;
            }
            Event::Eof => return Ok((first.ok_or(BAD_WORKBOOK)?, count)),
            _ => {}
        }
    }
}

/// The texts that cells refer to by number, one after the other: a file of nothing but empty ones has millions.
#[derive(Default)]
struct Shared {
    text: String,
    /// Where each ends.
    ends: Vec<u32>,
}

impl Shared {
    fn push(&mut self, text: &str) -> Result<()> {
        self.text.push_str(text);
        self.ends.push(u32::try_from(self.text.len()).map_err(|_| too_large())?);
        Ok(())
    }

    fn get(&self, number: usize) -> Option<&str> {
        let end = usize::try_from(*self.ends.get(number)?).ok()?;
        let before =
            number.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or_default();
        self.text.get(usize::try_from(before).ok()?..end)
    }
}

fn shared_texts(archive: &mut Archive<'_>, path: &str) -> Result<Shared> {
    let mut xml = open(archive, path, OTHER_BYTES_MAX)?;
    let mut texts = Shared::default();
    loop {
        match xml.next()? {
            Event::Start(tag) if tag.local_name().as_ref() == "si" => {
                texts.push(&text_until(&mut xml, "si")?.text)?;
            }
            Event::Eof => return Ok(texts),
            _ => {}
        }
    }
}

/// What an element says.
#[derive(Default)]
struct Said {
    text: String,
    /// Whether a formula stands in it.
    has_formula: bool,
    /// Whether a value does, be it an empty one.
    has_value: bool,
}

/// All text of `<t>` up to the end of an element, without how it is spoken (`<rPh>`).
fn text_until(xml: &mut Xml<impl BufRead>, end: &str) -> Result<Said> {
    let (mut said, mut is_text, mut is_spoken) = (Said::default(), false, false);
    loop {
        match xml.next()? {
            Event::Start(tag) => match tag.local_name().as_ref() {
                "t" | "v" => (is_text, said.has_value) = (true, true),
                "f" => said.has_formula = true,
                "rPh" => is_spoken = true,
                _ => {}
            },
            Event::End(tag) => match tag.local_name().as_ref() {
                "t" | "v" => is_text = false,
                "rPh" => is_spoken = false,
                name if name == end => return Ok(said),
                _ => {}
            },
            Event::Text(piece) if is_text && !is_spoken => add(&mut said.text, &piece.xml10_content()),
            Event::CData(piece) if is_text && !is_spoken => add(&mut said.text, &piece.xml10_content()),
            Event::GeneralRef(name) if is_text && !is_spoken => {
                let letter = letter(&name)?;
                add(&mut said.text, letter.encode_utf8(&mut [0; 4]));
            }
            Event::Eof => return Err(BAD_WORKBOOK.into()),
            _ => {}
        }
    }
}

/// Adds a piece to a text, as long as the text is none that is refused anyway: many pieces can make one as long as the
/// whole file, and many cells can show it. What is cut off is longer than a cell may be, so that whoever looks sees it.
fn add(text: &mut String, piece: &str) {
    for letter in piece.chars() {
        if text.len() > CELL_BYTES_MAX {
            return;
        }
        text.push(letter);
    }
}

/// The letter of a reference; those that a document defines itself are refused.
fn letter(name: &BytesRef<'_>) -> Result<char> {
    if let Some(letter) = name.resolve_char_ref().map_err(|_| BAD_WORKBOOK)? {
        return Ok(letter);
    }
    match name.xml10_content().as_ref() {
        "amp" => Ok('&'),
        "lt" => Ok('<'),
        "gt" => Ok('>'),
        "quot" => Ok('"'),
        "apos" => Ok('\''),
        _ => Err(BAD_WORKBOOK.into()),
    }
}

fn cells(
    xml: &mut Xml<impl BufRead>,
    shared: &Shared,
    take: &mut dyn FnMut(Cell<'_>) -> Result<bool>,
) -> Result<()> {
    // Places may be left out: then they follow the one before.
    let (mut row, mut column) = (0_u32, 0_u32);
    let mut rows = 0_u32;
    loop {
        match xml.next()? {
            Event::Start(tag) if tag.local_name().as_ref() == "row" => {
                let given = attribute(&tag, "r")?.and_then(|number| number.parse::<u32>().ok());
                row = given.map_or(rows, |number| number.saturating_sub(1));
                rows = row.saturating_add(1);
                column = 0;
            }
            Event::Start(tag) if tag.local_name().as_ref() == "c" => {
                if let Some(place) = attribute(&tag, "r")? {
                    column = column_of(&place)?;
                }
                let kind = attribute(&tag, "t")?.unwrap_or_default();
                let said = text_until(xml, "c")?;
                let is_unsolved = kind == "e" || (said.has_formula && !said.has_value);
                let text = if is_unsolved { Cow::Borrowed("") } else { told(said.text, &kind, shared)? };
                if (is_unsolved || !text.is_empty()) && !take(Cell { row, column, text: &text, is_unsolved })?
                {
                    return Ok(());
                }
                column = column.saturating_add(1);
            }
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// The column of a place such as `AB12`, from 0.
fn column_of(place: &str) -> Result<u32> {
    let letters = place.bytes().take_while(u8::is_ascii_uppercase);
    let number = letters.take(4).fold(0_u32, |sum, letter| sum * 26 + u32::from(letter - b'A') + 1);
    number.checked_sub(1).ok_or_else(|| BAD_WORKBOOK.into())
}

/// What a cell says: its text, the shared text of its number, yes or no, or its number without needless digits.
fn told<'a>(value: String, kind: &str, shared: &'a Shared) -> Result<Cow<'a, str>> {
    Ok(match kind {
        "s" => {
            let number: usize = value.trim().parse().map_err(|_| BAD_WORKBOOK)?;
            Cow::Borrowed(shared.get(number).ok_or(BAD_WORKBOOK)?)
        }
        "b" => Cow::Borrowed(if value.trim() == "1" { "true" } else { "false" }),
        "" | "n" => Cow::Owned(value.trim().parse::<f64>().map_or(value, |number| number.to_string())),
        _ => Cow::Owned(value),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_more_is_unpacked_than_the_limit_and_no_piece_is_longer_than_its_own() {
        let read = |text: &str, left: u64| {
            let mut out = String::new();
            Limited { inner: text.as_bytes(), left, since_mark: 0 }.read_to_string(&mut out).is_ok()
        };
        let long = "x".repeat(NODE_BYTES_MAX - 1);

        assert!(read("<a>", 3) && !read("<a/>", 3));
        assert!(read(&long, 1 << 30) && read(&[&long, "<", &long].concat(), 1 << 30));
        assert!(!read(&[&long, "xx"].concat(), 1 << 30));
    }

    #[test]
    fn an_archive_that_lists_or_speaks_of_too_many_files_is_known_before_it_is_opened() {
        let end = |files: u64, size: u64| {
            [LARGE_END, &size.to_le_bytes(), &[0; 20], &files.to_le_bytes(), &[0; 16]].concat()
        };
        let most = FILES_MAX as u64;

        assert!(!has_too_many_files(&ENTRY.repeat(FILES_MAX)));
        assert!(has_too_many_files(&ENTRY.repeat(FILES_MAX + 1)));
        assert!(!has_too_many_files(&end(most, 44)) && has_too_many_files(&end(most + 1, 44)));
        assert!(!has_too_many_files(&end(most + 1, 1 << 40)), "these are no record");
        assert!(!has_too_many_files(LARGE_END));
    }

    #[test]
    fn columns_are_counted_from_their_letters() {
        for (place, column) in [("A1", 0), ("Z9", 25), ("AA1", 26), ("XFD1048576", 16_383)] {
            assert_eq!(column_of(place).unwrap(), column);
        }
        assert!(column_of("7").is_err());
    }
}
