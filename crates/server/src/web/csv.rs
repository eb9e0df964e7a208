//! Lines of CSV (RFC 4180) that no spreadsheet takes for a formula (WB-08), and the way back.

/// The media type of CSV.
pub const CSV: &str = "text/csv; charset=utf-8";

/// What separates several names in one cell; a comma does where none of these is.
const MARKS: &[char] = &[';', '\n', '|'];

/// Whether a spreadsheet would compute a field, apostrophes in front of it left aside: those that stand there already
/// must not be taken for the guard on the way back. The wide signs count in some languages.
fn is_formula(field: &str) -> bool {
    field.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'])
}

/// Adds a line. A field that a spreadsheet would compute gets an apostrophe in front, as OWASP advises.
pub fn add_line<'a>(out: &mut Vec<u8>, fields: impl IntoIterator<Item = &'a str>) {
    for (index, field) in fields.into_iter().enumerate() {
        if index > 0 {
            out.push(b',');
        }
        let guard = if is_formula(field) { "'" } else { "" };
        if guard.is_empty() && !field.contains(['"', ',', '\n', '\r']) {
            out.extend_from_slice(field.as_bytes());
        } else {
            out.extend_from_slice(format!("\"{guard}{}\"", field.replace('"', "\"\"")).as_bytes());
        }
    }
    out.extend_from_slice(b"\r\n");
}

/// A field without the apostrophe that [`add_line`] put in front of it; any other apostrophe stays.
pub fn unguarded(field: &str) -> &str {
    field.strip_prefix('\'').filter(|rest| is_formula(rest)).unwrap_or(field)
}

/// The text is neither UTF-8 nor UTF-16.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotText;

/// The text of a file that begins with the mark of UTF-16, as spreadsheets write "Unicode text"; none for any other.
pub fn of_utf16(bytes: &[u8]) -> Option<Result<String, NotText>> {
    let is_little = bytes.starts_with(b"\xff\xfe");
    if !is_little && !bytes.starts_with(b"\xfe\xff") {
        return None;
    }
    let (pairs, rest) = bytes.as_chunks::<2>();
    if !rest.is_empty() {
        return Some(Err(NotText));
    }
    let unit = |pair: &[u8; 2]| if is_little { u16::from_le_bytes(*pair) } else { u16::from_be_bytes(*pair) };
    let letters = char::decode_utf16(pairs.iter().skip(1).map(unit));
    Some(letters.collect::<Result<String, _>>().map_err(|_| NotText))
}

/// The text of a table in UTF-8, or in UTF-16 with its mark.
pub fn text_of(bytes: &[u8]) -> Result<String, NotText> {
    of_utf16(bytes).unwrap_or_else(|| String::from_utf8(bytes.to_vec()).map_err(|_| NotText))
}

/// The separator that the first line of a table tells (`sep=;`), as exporters write it for Excel, and the table below that
/// line; no separator and the whole table if no line does.
pub fn told_separator(text: &str) -> (Option<u8>, &str) {
    let end = text.find(['\n', '\r']).unwrap_or(text.len());
    let (line, rest) = text.split_at(end);
    let line = line.trim_matches([' ', '"']);
    let told = line.get(..4).filter(|key| key.eq_ignore_ascii_case("sep=")).map(|_| &line.as_bytes()[4..]);
    match told {
        Some(b"\\t") => (Some(b'\t'), rest),
        Some([mark]) if matches!(mark, b'|' | b'\t' | b';' | b',') => (Some(*mark), rest),
        _ => (None, text),
    }
}

/// How many lines end in a text: with LF, with CR LF, or with CR alone as old spreadsheets write it.
pub fn line_ends(text: &[u8]) -> u32 {
    let is_end =
        |(at, byte): (usize, &u8)| *byte == b'\n' || (*byte == b'\r' && text.get(at + 1) != Some(&b'\n'));
    text.iter().enumerate().map(|it| u32::from(is_end(it))).sum()
}

/// Tells on which line of a table a record begins. The reader of CSV says where it stood before it skipped the line ends in
/// front of the record, which is a line too early after CR LF and after blank lines.
pub struct LineNumbers<'a> {
    text: &'a [u8],
    /// How far the lines were counted.
    at: usize,
    line: u32,
}

impl<'a> LineNumbers<'a> {
    /// Counts the lines of what the reader reads, from 1.
    pub fn of(text: &'a [u8]) -> Self {
        Self { text, at: 0, line: 1 }
    }

    /// The line of the record that was read from `byte` on. Ask for one record after the other.
    pub fn at(&mut self, byte: u64) -> u32 {
        let start = usize::try_from(byte).unwrap_or(usize::MAX).clamp(self.at, self.text.len());
        let blank = self.text[start..].iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        self.line += line_ends(&self.text[self.at..start + blank]);
        self.at = start + blank;
        self.line
    }
}

/// Several names in one cell. One that would be taken for two stands in quotation marks.
pub fn join_names<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let quoted = |name: &str| {
        if name.contains(MARKS) || name.contains([',', '"', '\r']) {
            format!("\"{}\"", name.replace('"', "\"\""))
        } else {
            name.to_owned()
        }
    };
    names.into_iter().map(quoted).collect::<Vec<_>>().join("; ")
}

/// The names in a cell: with semicolons, bars or line ends between them, or else with commas. What stands in
/// quotation marks is one name.
pub fn split_names(cell: &str) -> Vec<String> {
    let by_marks = split_by(cell, MARKS);
    let names = if by_marks.len() > 1 { by_marks } else { split_by(cell, &[',']) };
    names.iter().map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect()
}

fn split_by(cell: &str, marks: &[char]) -> Vec<String> {
    let (mut names, mut name, mut is_quoted) = (Vec::new(), String::new(), false);
    let mut letters = cell.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if is_quoted && letters.peek() == Some(&'"') => {
                letters.next();
                name.push('"');
            }
            '"' if is_quoted => is_quoted = false,
            '"' if name.trim().is_empty() => is_quoted = true,
            _ if !is_quoted && marks.contains(&letter) => names.push(std::mem::take(&mut name)),
            _ => name.push(letter),
        }
    }
    if is_quoted {
        // Nothing ends the quotation, so it is none.
        return cell.split(marks).map(str::to_owned).collect();
    }
    names.push(name);
    names
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn line(fields: &[&str]) -> String {
        let mut out = Vec::new();
        add_line(&mut out, fields.iter().copied());
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn fields_with_commas_quotes_and_line_ends_are_quoted() {
        assert_eq!(
            line(&["plain", "a,b", "say \"hi\"", "two\nlines", ""]),
            "plain,\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",\r\n"
        );
    }

    #[test]
    fn nothing_is_left_that_a_spreadsheet_would_compute() {
        for formula in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=HYPERLINK(\"http://x\",\"y\")"] {
            assert!(line(&[formula]).starts_with("\"'"), "{formula}");
        }
        assert_eq!(line(&["a=1"]), "a=1\r\n");
    }

    #[test]
    fn only_the_guard_is_taken_off_again_and_only_before_a_formula() {
        for (field, plain) in [
            ("'=1", "=1"),
            ("''=1", "'=1"),
            ("'quoted'", "'quoted'"),
            ("'", "'"),
            ("=1", "=1"),
            ("'\t1", "\t1"),
        ] {
            assert_eq!(unguarded(field), plain, "{field}");
        }
    }

    #[test]
    fn several_names_stand_in_one_cell_however_they_are_separated() {
        for cell in ["A;B", "A, B", "A|B;", " A \n\n B ", "\"A\",B"] {
            assert_eq!(split_names(cell), ["A", "B"], "{cell:?}");
        }
        assert_eq!(split_names("North, South; 12\" screens"), ["North, South", "12\" screens"]);
        assert_eq!(split_names("\"North, South\""), ["North, South"]);
        assert_eq!(split_names("\"open; end"), ["\"open", "end"]);
    }

    #[test]
    fn a_first_line_can_tell_the_separator() {
        for (text, mark) in [
            ("sep=;\r\na;b", b';'),
            ("SEP=,\na", b','),
            ("sep=\t\na", b'\t'),
            ("sep=\\t\na", b'\t'),
            ("\"sep=|\"\ra", b'|'),
        ] {
            let (told, rest) = told_separator(text);
            assert_eq!(told, Some(mark), "{text}");
            assert!(rest.trim_start().starts_with('a'), "{rest}");
        }
        for text in ["", "sep", "sep=", "sep=ab\na", "email;sep=;\na", "sep=x\na", "sé=;"] {
            assert_eq!(told_separator(text), (None, text));
        }
    }

    #[test]
    fn a_record_begins_on_the_line_that_an_editor_shows() {
        for text in ["\na\n\nb\n\"c\nd\"\ne", "\r\na\r\n\r\nb\r\n\"c\r\nd\"\r\ne\r\n"] {
            let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
            let mut lines = LineNumbers::of(text.as_bytes());

            let numbers: Vec<u32> = reader
                .records()
                .map(|record| lines.at(record.unwrap().position().map_or(0, csv::Position::byte)))
                .collect();

            assert_eq!(numbers, [2, 4, 5, 7], "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_written_is_read_again(fields in prop::collection::vec(".*", 2..5)) {
            // What looks like the mark of UTF-8 is one only at the very beginning.
            let fields = [vec!["id".to_owned()], fields].concat();
            let mut out = Vec::new();
            add_line(&mut out, fields.iter().map(String::as_str));

            let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(out.as_slice());
            let record = reader.records().next().unwrap().unwrap();

            let read: Vec<&str> = record.iter().map(unguarded).collect();
            prop_assert_eq!(read, fields);
        }

        #[test]
        fn names_in_one_cell_are_the_same_names_again(names in prop::collection::vec("[^\\s\\p{C}]([^\\p{C}]*[^\\s\\p{C}])?", 0..5)) {
            prop_assert_eq!(split_names(&join_names(names.iter().map(String::as_str))), names);
        }
    }
}
