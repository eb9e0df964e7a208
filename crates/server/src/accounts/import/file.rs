//! Tables out of what people upload, paste or send: CSV with any usual separator, the first sheet of an XLSX
//! workbook, or a JSON array of objects. Read line by line; nothing is believed about its size before it was
//! counted.

use std::io::Read;

use seatwarden_base::{Error, Kind, Refusal, Result};

use super::{json, xlsx};
use crate::{
    accounts::users::{check_email, name_key},
    web::csv::{LineNumbers, line_ends, of_utf16, told_separator, unguarded},
};

/// Largest file, in bytes.
pub const FILE_BYTES_MAX: u64 = 32 * 1024 * 1024;
/// Largest JSON, in bytes: it is read twice.
const JSON_BYTES_MAX: u64 = 8 * 1024 * 1024;
/// Most rows of one import.
pub(super) const ROWS_MAX: usize = 200_000;
/// Most columns of one import.
pub(super) const COLUMNS_MAX: usize = 50;
/// Longest cell, in characters.
pub(super) const CELL_LENGTH_MAX: usize = 5_000;
/// Most text in all cells together, in bytes.
const TEXT_BYTES_MAX: usize = 64 * 1024 * 1024;

/// The file is larger than we read; value `megabytes`.
pub const TOO_LARGE: Refusal = Refusal::new(Kind::TooLarge, "import.too_large").on("file");
/// The file has no row below its heads.
pub(super) const EMPTY: Refusal = Refusal::new(Kind::Invalid, "import.empty").on("file");
/// The workbook's first sheet has no row, but it has others, which nobody reads.
pub(super) const EMPTY_SHEET: Refusal = Refusal::new(Kind::Invalid, "import.empty_sheet").on("file");
/// Neither a file was chosen nor a row pasted.
pub(super) const NOTHING_GIVEN: Refusal = Refusal::new(Kind::Invalid, "import.nothing_given").on("file");
/// The text is neither UTF-8 nor UTF-16 with its mark.
pub(super) const NOT_UTF8: Refusal = Refusal::new(Kind::Invalid, "import.not_utf8").on("file");
/// The table cannot be read: a quotation mark is never closed; value `line`, where it stands.
pub(super) const BAD_CSV: Refusal = Refusal::new(Kind::Invalid, "import.bad_csv").on("file");
/// The JSON is no list of objects; value `line`.
pub(super) const BAD_JSON: Refusal = Refusal::new(Kind::Invalid, "import.bad_json").on("file");
/// The workbook cannot be read: it is damaged, has a password, or is of the kind before XLSX.
pub(super) const BAD_WORKBOOK: Refusal = Refusal::new(Kind::Invalid, "import.bad_workbook").on("file");
/// More rows than one import takes; value `maximum`.
pub(super) const TOO_MANY_ROWS: Refusal = Refusal::new(Kind::TooLarge, "import.too_many_rows").on("file");
/// More columns than one import takes; value `maximum`.
pub(super) const TOO_MANY_COLUMNS: Refusal =
    Refusal::new(Kind::TooLarge, "import.too_many_columns").on("file");
/// A cell that holds no name or list of names; values `line` and `maximum`.
pub(super) const TOO_LONG: Refusal = Refusal::new(Kind::TooLarge, "import.too_long").on("file");

/// The refusal of a file beyond [`FILE_BYTES_MAX`], which it names.
pub fn file_too_large() -> Refusal {
    TOO_LARGE.with("megabytes", FILE_BYTES_MAX / (1024 * 1024))
}

/// How the file of a workbook begins (it is a ZIP archive), and how older ones and those with a password do.
const PACKED: &[u8] = b"PK\x03\x04";
const OLD_WORKBOOK: &[u8] = b"\xd0\xcf\x11\xe0";

/// A line of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    /// Where it stands in the file, from 1.
    pub number: u32,
    /// As many as there are heads, without blanks around and what keeps spreadsheets from computing them.
    pub cells: Vec<String>,
    /// Cells as they came, by place, where that is something else: a password may begin or end with a blank.
    pub as_came: Vec<(usize, String)>,
    /// The cells beyond the heads, up to the last that is not empty.
    pub surplus: Vec<String>,
    /// Places of cells that a formula stands in without its result.
    pub unsolved: Vec<usize>,
}

/// What was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Outline {
    /// The first line; the letters of the columns if that is no line of heads.
    pub heads: Vec<String>,
    /// How many lines there are below.
    pub rows: usize,
}

/// Reads a table of either kind and hands every line below the heads to `take`, which answers whether to go on.
/// Slow for large files: call it off the threads that serve requests.
pub(crate) fn read(bytes: &[u8], take: &mut dyn FnMut(Line) -> bool) -> Result<Outline> {
    if bytes.len() as u64 > FILE_BYTES_MAX {
        return Err(file_too_large().into());
    }
    let utf8 = utf8_of(bytes)?;
    let bytes = utf8.as_deref().unwrap_or(bytes);
    let mut lines = Lines { heads: Vec::new(), is_list: false, rows: 0, text_bytes: 0, take };
    let mut empty = EMPTY;
    if bytes.starts_with(PACKED) {
        if read_workbook(bytes, &mut lines)? > 1 {
            empty = EMPTY_SHEET;
        }
    } else if bytes.starts_with(OLD_WORKBOOK) {
        return Err(BAD_WORKBOOK.into());
    } else if matches!(bytes.trim_ascii_start().first(), Some(b'[' | b'{')) {
        if bytes.len() as u64 > JSON_BYTES_MAX {
            return Err(TOO_LARGE.with("megabytes", JSON_BYTES_MAX / (1024 * 1024)).into());
        }
        json::read(bytes, &mut lines)?;
    } else {
        read_csv(bytes, &mut lines)?;
    }
    if lines.rows == 0 {
        return Err(empty.into());
    }
    Ok(Outline { heads: lines.heads, rows: lines.rows })
}

/// The same text in UTF-8 if it begins with the mark of UTF-16, as spreadsheets write "Unicode text"; none for anything
/// else.
fn utf8_of(bytes: &[u8]) -> Result<Option<Vec<u8>>> {
    let read = of_utf16(bytes).transpose().map_err(|_| NOT_UTF8)?;
    Ok(read.map(String::into_bytes))
}

/// The lines on their way to whoever takes them.
pub(super) struct Lines<'a> {
    pub(super) heads: Vec<String>,
    /// The first line is nothing but addresses: every cell is somebody.
    is_list: bool,
    rows: usize,
    text_bytes: usize,
    take: &'a mut dyn FnMut(Line) -> bool,
}

impl Lines<'_> {
    /// Takes the next line as it came; the first one is the heads. False if nobody wants more.
    pub(super) fn push(&mut self, number: u32, came: Vec<String>, unsolved: Vec<usize>) -> Result<bool> {
        let cells: Vec<String> = came.iter().map(|cell| clean(cell)).collect();
        if unsolved.is_empty() && cells.iter().all(String::is_empty) {
            return Ok(true);
        }
        if cells.len() > COLUMNS_MAX {
            return Err(TOO_MANY_COLUMNS.with("maximum", COLUMNS_MAX).into());
        }
        if cells.iter().any(|cell| is_too_long(cell)) {
            return Err(too_long(number));
        }
        if self.heads.is_empty() {
            // A list of addresses without heads is a table as well.
            if !cells.iter().any(|cell| cell.contains('@')) {
                self.heads = cells;
                return Ok(true);
            }
            self.is_list = is_list(&cells);
            let columns = if self.is_list { 1 } else { cells.len() };
            self.heads = (0..columns).map(letters).collect();
        }
        if !self.is_list {
            return self.add(number, came, cells, unsolved);
        }
        for cell in cells.into_iter().filter(|cell| !cell.is_empty()) {
            if !self.add(number, Vec::new(), vec![cell], Vec::new())? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Takes a row.
    fn add(
        &mut self,
        number: u32,
        came: Vec<String>,
        mut cells: Vec<String>,
        unsolved: Vec<usize>,
    ) -> Result<bool> {
        if self.rows == ROWS_MAX {
            return Err(TOO_MANY_ROWS.with("maximum", ROWS_MAX).into());
        }
        let mut as_came: Vec<(usize, String)> = came
            .into_iter()
            .enumerate()
            .take(self.heads.len())
            // Blanks alone are nothing, in whatever column.
            .filter(|(at, came)| !cells[*at].is_empty() && cells[*at] != *came && !is_too_long(came))
            .collect();
        for (_, came) in &mut as_came {
            *came = without_nul(came);
        }
        let texts = cells.iter().chain(as_came.iter().map(|(_, came)| came));
        self.text_bytes += texts.map(String::len).sum::<usize>();
        if self.text_bytes > TEXT_BYTES_MAX {
            return Err(TOO_LARGE.with("megabytes", TEXT_BYTES_MAX / (1024 * 1024)).into());
        }
        self.rows += 1;
        let mut surplus = cells.split_off(cells.len().min(self.heads.len()));
        while surplus.last().is_some_and(String::is_empty) {
            surplus.pop();
        }
        cells.resize(self.heads.len(), String::new());
        Ok((self.take)(Line { number, cells, as_came, surplus, unsolved }))
    }
}

/// Whether a line is several different addresses side by side, as people copy them out of a mail.
fn is_list(cells: &[String]) -> bool {
    let given: Vec<&String> = cells.iter().filter(|cell| !cell.is_empty()).collect();
    let is_address = |cell: &&String| check_email(cell).is_ok();
    let first = given.first().map(|cell| name_key(cell));
    given.len() > 1
        && given.iter().all(is_address)
        && given.iter().skip(1).all(|cell| Some(name_key(cell)) != first)
}

pub(super) fn is_too_long(cell: &str) -> bool {
    cell.len() > CELL_LENGTH_MAX && cell.chars().nth(CELL_LENGTH_MAX).is_some()
}

pub(super) fn too_long(line: u32) -> Error {
    TOO_LONG.with("line", line).with("maximum", CELL_LENGTH_MAX).into()
}

/// The name of a column as spreadsheets have it: A to Z, then AA. There are fewer than 702.
fn letters(column: usize) -> String {
    let letter = |place: usize| char::from(b'A' + u8::try_from(place % 26).unwrap_or_default());
    if column < 26 {
        letter(column).into()
    } else {
        [letter(column / 26 - 1), letter(column)].iter().collect()
    }
}

/// What stands for a NUL, which no database takes, so that the row is refused with a reason.
pub(super) const IN_PLACE_OF_NUL: char = '\u{1a}';

/// A cell without blanks around, without NUL, and without the apostrophe that keeps
/// spreadsheets from computing it.
pub(super) fn clean(cell: &str) -> String {
    without_nul(unguarded(cell.trim()))
}

fn without_nul(text: &str) -> String {
    text.replace('\0', IN_PLACE_OF_NUL.encode_utf8(&mut [0; 4]))
}

fn read_csv(bytes: &[u8], lines: &mut Lines<'_>) -> Result<()> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let whole = std::str::from_utf8(bytes).map_err(|_| NOT_UTF8)?;
    let (told, text) = told_separator(whole);
    let skipped = (whole.len() - text.len()) as u64;
    let mut table = csv::ReaderBuilder::new();
    table.has_headers(false).flexible(true).delimiter(told.unwrap_or_else(|| separator(text)));
    let mut reader = table.from_reader(text.as_bytes());
    let mut record = csv::StringRecord::new();
    let mut numbers = LineNumbers::of(whole.as_bytes());
    loop {
        let start = reader.position().byte();
        let line = numbers.at(skipped + start);
        match reader.read_record(&mut record) {
            Ok(true) => {
                if reader.position().byte() == text.len() as u64 {
                    refuse_open_quotation(&table, &text.as_bytes()[to_place(start)..], line, &record)?;
                }
                let cells = record.iter().take(COLUMNS_MAX + 1).map(str::to_owned).collect();
                if !lines.push(line, cells, Vec::new())? {
                    return Ok(());
                }
            }
            Ok(false) => return Ok(()),
            Err(_) => return Err(BAD_CSV.with("line", line).into()),
        }
    }
}

/// Refuses a last record whose quotation mark is never closed with `import.bad_csv`: it swallowed all rows below. What comes
/// after such a record becomes a part of it.
fn refuse_open_quotation(
    table: &csv::ReaderBuilder,
    last: &[u8],
    line: u32,
    record: &csv::StringRecord,
) -> Result<()> {
    if !last.contains(&b'"') {
        return Ok(());
    }
    let ends_open = table.from_reader(last.chain(&b"\nx"[..])).into_byte_records().nth(1).is_none();
    if !ends_open {
        return Ok(());
    }
    let text = last.trim_ascii_start();
    let cell = record.iter().next_back().unwrap_or_default();
    let above = line_ends(text).saturating_sub(line_ends(cell.as_bytes()));
    Err(BAD_CSV.with("line", line + above).into())
}

fn to_place(byte: u64) -> usize {
    usize::try_from(byte).unwrap_or(usize::MAX)
}

/// The separator that occurs most in the first line.
pub(super) fn separator(text: &str) -> u8 {
    let line = text.split(['\n', '\r']).find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |separator: u8| line.bytes().filter(|byte| *byte == separator).count();
    [b'|', b'\t', b';', b','].into_iter().max_by_key(|separator| count(*separator)).unwrap_or(b',')
}

/// Cells come one by one: a single cell far out must not make a table as large as its place says. Answers how many sheets
/// there are to be seen.
fn read_workbook(bytes: &[u8], lines: &mut Lines<'_>) -> Result<usize> {
    let (mut line, mut unsolved, mut at, mut is_wanted) = (Vec::new(), Vec::new(), 0, true);
    let sheets = xlsx::read(bytes, &mut |cell| {
        if cell.row != at {
            let unsolved = std::mem::take(&mut unsolved);
            is_wanted = lines.push(at.saturating_add(1), std::mem::take(&mut line), unsolved)?;
            at = cell.row;
        }
        let column = usize::try_from(cell.column).unwrap_or(usize::MAX);
        if column >= COLUMNS_MAX {
            return Err(TOO_MANY_COLUMNS.with("maximum", COLUMNS_MAX).into());
        }
        // Before it is copied: a row of such cells would be many times as large as the file.
        if is_too_long(cell.text) {
            return Err(too_long(at.saturating_add(1)));
        }
        line.resize(line.len().max(column + 1), String::new());
        cell.text.clone_into(&mut line[column]);
        if cell.is_unsolved {
            unsolved.push(column);
        }
        Ok(is_wanted)
    })?;
    if is_wanted {
        lines.push(at.saturating_add(1), line, unsolved)?;
    }
    Ok(sheets)
}
