//! Reads a table of objects: comma, semicolon or tab between the fields, quotes as in RFC 4180.

use seatwarden_base::Refusal;

use super::model::{AT_ONCE_MAX, BAD_TABLE, NewObject, OPEN_QUOTE, SURPLUS, TOO_MANY};
use crate::web::csv::{told_separator, unguarded};

/// The columns of the table, each with the spellings of its head.
const COLUMNS: [(&str, &[&str]); 4] = [
    ("kind", &["kind", "type"]),
    ("external_id", &["externalid", "id", "oid"]),
    ("title", &["title", "name"]),
    ("owner", &["owner", "ownerid", "owneremail", "email"]),
];

/// How much is told of a cell beyond the heads, in characters.
const CELL_SHOWN_MAX: usize = 60;

/// A row of a table.
#[derive(Clone, Debug)]
pub(super) struct Row {
    /// The line on which it begins, from 1.
    pub(super) line: usize,
    pub(super) object: NewObject,
    /// Why it cannot have been meant as it reads: a cell beyond the heads, which would be left out.
    pub(super) misread: Option<Refusal>,
}

/// The rows of a table. Refuses with `ownership.bad_table` if a column
/// lacks, with `ownership.open_quote` if nobody can tell where a field ends, and with `ownership.too_many`.
pub(super) fn read(text: &str) -> Result<Vec<Row>, Refusal> {
    let (told, text) = told_separator(text.trim_start_matches('\u{feff}'));
    // The line that tells it ends where the table begins.
    let (text, line) = if told.is_some() { (below(text), 2) } else { (text, 1) };
    let head = text.lines().next().unwrap_or_default();
    let usual = || [';', '\t', ','].into_iter().max_by_key(|mark| head.matches(*mark).count());
    let separator = told.map(char::from).or_else(usual).unwrap_or(',');
    let mut records = Records { rest: text.chars().peekable(), separator, line, open_quote: None };
    let head: Vec<String> = records.next().map(|(_, fields)| fields).unwrap_or_default();
    records.require_closed()?;
    let place = |spellings: &[&str]| {
        let plain = |field: &String| {
            field.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase()
        };
        head.iter().position(|field| spellings.contains(&plain(field).as_str()))
    };
    let places = COLUMNS.map(|(name, spellings)| (name, place(spellings)));
    if let Some((name, _)) = places.iter().find(|(name, place)| place.is_none() && *name != "title") {
        return Err(BAD_TABLE.with("column", name));
    }
    let mut objects = Vec::new();
    while let Some((line, fields)) = records.next() {
        records.require_closed()?;
        if fields.iter().all(String::is_empty) {
            continue;
        }
        if objects.len() == AT_ONCE_MAX {
            return Err(TOO_MANY.with("maximum", AT_ONCE_MAX));
        }
        let [kind, external_id, title, owner] =
            places.map(|(_, place)| place.and_then(|at| fields.get(at)).cloned().unwrap_or_default());
        let surplus = fields.iter().skip(head.len()).find(|field| !field.is_empty());
        let misread =
            surplus.map(|cell| SURPLUS.with("cell", cell.chars().take(CELL_SHOWN_MAX).collect::<String>()));
        let object = NewObject { kind, external_id, title, owner, ..NewObject::default() };
        objects.push(Row { line, object, misread });
    }
    Ok(objects)
}

/// A text without the line end in front of it.
fn below(text: &str) -> &str {
    let text = text.strip_prefix('\r').unwrap_or(text);
    text.strip_prefix('\n').unwrap_or(text)
}

struct Records<'a> {
    rest: std::iter::Peekable<std::str::Chars<'a>>,
    separator: char,
    line: usize,
    /// The line of a quotation mark that is open at the end.
    open_quote: Option<usize>,
}

impl Iterator for Records<'_> {
    type Item = (usize, Vec<String>);

    fn next(&mut self) -> Option<Self::Item> {
        self.rest.peek()?;
        let line = self.line;
        let mut fields = Vec::new();
        loop {
            let (field, ended) = self.field();
            // As our own file of the list keeps spreadsheets from computing it.
            fields.push(unguarded(field.trim()).to_owned());
            if ended {
                return Some((line, fields));
            }
        }
    }
}

impl Records<'_> {
    /// Refuses a table whose end stands inside of quotation marks: rows would be taken for a part of a field.
    fn require_closed(&self) -> Result<(), Refusal> {
        self.open_quote.map_or(Ok(()), |line| Err(OPEN_QUOTE.with("line", line)))
    }

    /// The next field, and whether the record ends with it.
    fn field(&mut self) -> (String, bool) {
        let mut field = String::new();
        let is_quoted = self.rest.next_if_eq(&'"').is_some();
        let mut inside = is_quoted;
        let line = self.line;
        while let Some(letter) = self.rest.next() {
            match letter {
                '"' if inside && self.rest.next_if_eq(&'"').is_some() => field.push('"'),
                '"' if inside => inside = false,
                '\n' if !inside => {
                    self.line += 1;
                    return (field, true);
                }
                '\r' if !inside => {}
                letter if letter == self.separator && !inside => return (field, false),
                letter => {
                    self.line += usize::from(letter == '\n');
                    field.push(letter);
                }
            }
        }
        self.open_quote = inside.then_some(line);
        (field, true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_blanks_and_line_ends_are_read_as_spreadsheets_write_them() {
        let text = "\u{feff}Owner;Kind;External ID;Title\r\nada@x;dashboard;7;\"Sales; \"\"big\"\"\nnorth\"\r\n\r\nbob@x;folder; 8 ;\r\n";

        let found = read(text).unwrap();

        assert_eq!(found.len(), 2);
        assert_eq!((found[0].line, found[0].object.title.as_str()), (2, "Sales; \"big\"\nnorth"));
        assert_eq!(
            (found[1].line, found[1].object.external_id.as_str(), found[1].object.owner.as_str()),
            (5, "8", "bob@x")
        );
    }

    #[test]
    fn a_first_line_that_tells_the_separator_is_no_head() {
        let found = read("sep=;\r\nkind;id;owner\r\ndashboard;1,2;ada@x\r\n").unwrap();

        assert_eq!((found[0].line, found[0].object.external_id.as_str()), (3, "1,2"));
    }

    #[test]
    fn a_row_with_a_filled_cell_beyond_the_heads_is_told_and_an_empty_one_is_nothing() {
        let table = "kind,id,title,owner\ndashboard,7,Sales, North,ada@x\ndashboard,8,Sales,ada@x,,\n";

        let found = read(table).unwrap();

        let misread = found[0].misread.as_ref().unwrap();
        assert_eq!((misread.code, misread.values[0].1.as_str()), (SURPLUS.code, "ada@x"));
        assert!(found[1].misread.is_none());
    }

    #[test]
    fn a_table_without_one_of_its_columns_is_refused() {
        assert_eq!(read("kind,title,owner\n").unwrap_err().code, BAD_TABLE.code);
        assert!(read("kind,id,owner\n").unwrap().is_empty());
    }

    #[test]
    fn a_quotation_mark_that_is_never_closed_is_named_with_its_line() {
        let table = "kind,id,title,owner\nfolder,1,A,ada@x\n\"dashboard,7,Sales,ada@x\ndashboard,8,B,ada@x\n";

        let refused = read(table).unwrap_err();

        assert_eq!((refused.code, refused.values[0].1.as_str()), (OPEN_QUOTE.code, "3"));
        assert_eq!(read("\"kind,id,owner\n").unwrap_err().code, OPEN_QUOTE.code);
        assert_eq!(read("kind,id,owner\nfolder,1,\"ada@x\"").unwrap().len(), 1);
    }
}
