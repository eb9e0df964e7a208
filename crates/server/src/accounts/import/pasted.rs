//! Which pasted text may stand in the form again after a refusal: whoever pasted some hundred rows should not have to do so
//! twice, but passwords are never shown.

use std::iter;

use super::{
    columns::{Columns, Field, may_be_secret},
    file::{clean, separator},
};
use crate::web::csv::told_separator;

/// The longest text that is shown again, in bytes.
const SHOWN_BYTES_MAX: usize = 512 * 1024;

/// Whether a text may be shown again: it is not very long, and no column of it looks like one of passwords.
pub(super) fn may_be_shown(text: &str) -> bool {
    text.len() <= SHOWN_BYTES_MAX && !may_hold_passwords(text)
}

fn may_hold_passwords(text: &str) -> bool {
    let (told, table) = told_separator(text);
    if table.trim_start().starts_with(['[', '{']) {
        return table.split('"').any(|piece| may_be_secret(piece, iter::once(piece)));
    }
    let mut reader = csv::ReaderBuilder::new();
    reader.has_headers(false).flexible(true).delimiter(told.unwrap_or_else(|| separator(table)));
    let mut rows = reader.from_reader(table.as_bytes()).into_records().filter_map(Result::ok);
    let heads: Vec<String> = rows.next().map(|row| row.iter().map(clean).collect()).unwrap_or_default();
    if heads.iter().any(|head| head.contains('@')) {
        // Nothing says what is what, nor that the table could be read at all.
        let marks = |letter: char| letter.is_whitespace() || "|;,\"".contains(letter);
        return table.split(marks).any(|piece| may_be_secret("", iter::once(piece)));
    }
    let columns = Columns::guess(&heads, &[]).0;
    let field = |at: usize| columns.get(at).copied().flatten();
    let is_secret = |(at, head): (usize, &String)| {
        field(at).map_or_else(|| may_be_secret(head, iter::empty()), Field::is_secret)
    };
    let looks_secret =
        |(at, cell): (usize, &str)| field(at).is_none() && may_be_secret("", iter::once(cell.trim()));
    heads.iter().enumerate().any(is_secret) || rows.any(|row| row.iter().enumerate().any(looks_secret))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_with_passwords_is_never_shown_again_and_others_are() {
        for text in [
            "email,password\na@b.example,x\n",
            "email;Kennwort alt\na@b.example;x",
            "email,note\na@b.example,Tr0ub4dor&3\n",
            "email,note\na@b.example\nb@b.example,\"Tr0ub4dor&3\"",
            "a@b.example Tr0ub4dor&3\n",
            "sep=|\nemail|Initial-Passwort\n",
            r#"[{"email": "a@b.example", "password": "x"}]"#,
        ] {
            assert!(!may_be_shown(text), "{text}");
        }
        for text in [
            "email,userName,firstName\na@b.example,JSmith01,Ada\n",
            "a@b.example\nc@d.example\n",
            "email,town\na@b.example,Passau",
            r#"[{"email": "a@b.example", "role": "viewer"}]"#,
            "",
        ] {
            assert!(may_be_shown(text), "{text}");
        }
        assert!(!may_be_shown(&"a@b.example\n".repeat(50_000)));
    }
}
