//! What reading tables promises.

use std::io::{Cursor, Write};

use proptest::prelude::*;
use seatwarden_base::{Refusal, Result};
use zip::{ZipWriter, write::SimpleFileOptions};

use super::super::file::{
    BAD_CSV, BAD_JSON, BAD_WORKBOOK, EMPTY, EMPTY_SHEET, NOT_UTF8, Outline, TOO_LARGE, TOO_LONG,
    TOO_MANY_COLUMNS, TOO_MANY_ROWS, read,
};
use crate::web::csv::split_names;

fn table(bytes: &[u8]) -> Result<(Outline, Vec<Vec<String>>)> {
    let mut lines = Vec::new();
    let outline = read(bytes, &mut |line| {
        lines.push(line.cells);
        true
    })?;
    Ok((outline, lines))
}

fn refused(bytes: &[u8], refusal: &Refusal) {
    assert!(table(bytes).unwrap_err().is(refusal), "not {}", refusal.code);
}

/// A workbook of these files.
fn packed(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

const TYPES: &[u8] = br#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>"#;
const RELATIONS: &[u8] = br#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK: &[u8] = br#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="People" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const BOOK_RELATIONS: &[u8] = br#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#;

fn workbook(rows: &str, shared: &str) -> Vec<u8> {
    let sheet = format!(
        r#"<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:XFD1048576"/><sheetData>{rows}</sheetData></worksheet>"#
    );
    let shared = format!(
        r#"<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="4294967295" uniqueCount="4294967295">{shared}</sst>"#
    );
    packed(&[
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", RELATIONS),
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", BOOK_RELATIONS),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
        ("xl/sharedStrings.xml", shared.as_bytes()),
    ])
}

#[test]
fn the_unicode_text_of_spreadsheets_is_read_in_either_order_of_bytes() {
    let text = "\u{feff}email\tfirstName\r\nzo\u{eb}@house.example\tZo\u{eb} \u{1f3e0}\r\n";
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    for bytes in [&little, &big] {
        let (outline, rows) = table(bytes).unwrap();
        assert_eq!(outline.heads, ["email", "firstName"]);
        assert_eq!(rows, [["zo\u{eb}@house.example", "Zo\u{eb} \u{1f3e0}"]]);
    }
    refused(&little[..little.len() - 1], &NOT_UTF8);
    refused(b"\xff\xfee\x00\x00\xd8x\x00", &NOT_UTF8);
}

#[test]
fn tables_with_any_usual_separator_are_read() {
    for separator in [",", ";", "\t", "|"] {
        let text = ["\u{feff}E-Mail", "Name\r\n a@x ", "\"O'Neil\"\r\n\r\nb@x", "\n"].join(separator);

        let (outline, rows) = table(text.as_bytes()).unwrap();

        assert_eq!(outline.heads, ["E-Mail", "Name"]);
        assert_eq!(rows, [["a@x", "O'Neil"], ["b@x", ""]], "{separator}");
    }
}

#[test]
fn a_row_has_the_number_of_its_line_whatever_ends_the_lines() {
    for text in [
        "e-mail\nada@x\n\n\nbob@x\n",
        "\u{feff}e-mail\r\nada@x\r\n\r\n\r\nbob@x\r\n",
        "e-mail\r\nada@x\r\n,\r\n\r\nbob@x",
        "e-mail\rada@x\r\r\rbob@x\r",
    ] {
        let mut numbers = Vec::new();
        read(text.as_bytes(), &mut |line| {
            numbers.push(line.number);
            true
        })
        .unwrap();
        assert_eq!(numbers, [2, 5], "{text:?}");
    }
}

#[test]
fn a_first_line_that_tells_the_separator_is_no_head_and_is_counted() {
    for text in [
        "sep=;\r\nemail;name\r\nada@x;\"Ada, A, B, C\"\r\n",
        "\u{feff}sep=;\nemail;name\nada@x;Ada, A, B, C",
        "SEP=;\remail;name\rada@x;Ada, A, B, C\r",
    ] {
        let mut rows = Vec::new();
        let outline = read(text.as_bytes(), &mut |line| {
            rows.push((line.number, line.cells));
            true
        })
        .unwrap();
        assert_eq!(outline.heads, ["email", "name"], "{text:?}");
        assert_eq!(rows, [(3, vec!["ada@x".to_owned(), "Ada, A, B, C".to_owned()])], "{text:?}");
    }
    // What is told counts, not what occurs most.
    let (outline, _) = table(b"sep=\t\nemail\ta,b,c,d\nada@x\t1").unwrap();
    assert_eq!(outline.heads, ["email", "a,b,c,d"]);
    let error = table(b"sep=,\nemail,name\nada@x,\"Ada").unwrap_err();
    assert_eq!(error.refusal().unwrap().values, BAD_CSV.with("line", 3).values);
}

#[test]
fn a_cell_beyond_the_heads_is_told_and_an_empty_one_is_none() {
    let mut surplus = Vec::new();
    read(b"email,lastName,firstName\na@x,Smith, Jr.,Anna\nb@x,B,Bob,,\nc@x,C\n", &mut |line| {
        assert_eq!(line.cells.len(), 3);
        surplus.push(line.surplus);
        true
    })
    .unwrap();
    assert_eq!(surplus, [vec!["Anna".to_owned()], vec![], vec![]]);
}

#[test]
fn a_formula_without_its_result_is_told_and_one_with_an_empty_result_is_none() {
    let rows = r#"<row><c t="str"><v>email</v></c><c t="str"><v>role</v></c></row>
        <row><c t="str"><f>A9</f><v>ada@x</v></c><c t="str"><f>B9</f><v></v></c></row>
        <row><c t="str"><v>bob@x</v></c><c><f>B9</f></c></row>
        <row><c><f>A9</f></c><c t="e"><f>B9</f><v>#N/A</v></c></row>"#;
    let mut read_rows = Vec::new();
    read(&workbook(rows, ""), &mut |line| {
        read_rows.push((line.cells[0].clone(), line.cells[1].clone(), line.unsolved));
        true
    })
    .unwrap();
    assert_eq!(
        read_rows,
        [
            ("ada@x".to_owned(), String::new(), vec![]),
            ("bob@x".to_owned(), String::new(), vec![1]),
            (String::new(), String::new(), vec![0, 1]),
        ]
    );
}

#[test]
fn an_empty_first_sheet_before_others_is_named_as_the_reason() {
    let book = String::from_utf8_lossy(BOOK);
    let of = |sheets: &str| {
        let book = book.replace("</sheets>", &format!("{sheets}</sheets>"));
        let sheet = br#"<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>"#;
        packed(&[
            ("[Content_Types].xml", TYPES),
            ("_rels/.rels", RELATIONS),
            ("xl/workbook.xml", book.as_bytes()),
            ("xl/_rels/workbook.xml.rels", BOOK_RELATIONS),
            ("xl/worksheets/sheet1.xml", sheet),
            ("xl/sharedStrings.xml", b"<sst/>"),
        ])
    };
    refused(&of(r#"<sheet name="More" sheetId="2" r:id="rId9"/>"#), &EMPTY_SHEET);
    refused(&of(r#"<sheet name="More" sheetId="2" state="hidden" r:id="rId9"/>"#), &EMPTY);
    refused(&of(""), &EMPTY);
}

#[test]
fn a_quotation_mark_that_is_never_closed_is_refused_with_its_line() {
    for (text, line) in [
        ("email,name\nada@x,\"Ada\nbob@x,Bob\ncyd@x,Cyd\n", 2),
        ("email,name\r\nada@x,Ada\r\n\r\nbob@x,\"Bob", 4),
        ("email;name\rada@x;Ada\rbob@x;\"Bob\r", 3),
        ("email,name,note\nada@x,\"A\nda\",\"it\nbob@x,Bob,\n", 3),
        ("email,\"name\nada@x,Ada\n", 1),
        ("email\n\"ada@x\"\"\n", 2),
    ] {
        let error = table(text.as_bytes()).unwrap_err();
        let refusal = error.refusal().unwrap();
        assert_eq!(refusal.code, BAD_CSV.code, "{text:?}");
        assert_eq!(refusal.values, BAD_CSV.with("line", line).values, "{text:?}");
    }
    for text in [
        "email,name\nada@x,\"Ada\n\"\"L.\"\"\"\n",
        "email\nO\"Neil@x",
        "email\n\"ada@x\"",
        "email\n\"ada@x\"\r\n\r\n",
    ] {
        table(text.as_bytes()).unwrap();
    }
}

#[test]
fn a_plain_list_of_addresses_has_no_heads() {
    let (outline, rows) = table("ada@x\nbob@x\n".as_bytes()).unwrap();
    assert_eq!((outline.heads.as_slice(), rows.len()), (&["A".to_owned()][..], 2));
}

#[test]
fn a_line_of_addresses_is_a_list_of_people_and_not_one_with_many_columns() {
    for text in ["a@b.example, c@d.example", "a@b.example;c@d.example\n", "a@b.example,,c@d.example,"] {
        let (outline, rows) = table(text.as_bytes()).unwrap();
        assert_eq!((outline.heads, outline.rows), (vec!["A".to_owned()], 2), "{text}");
        assert_eq!(rows, [["a@b.example"], ["c@d.example"]], "{text}");
    }
    // Names beside an address, or the address once more as the user name, are columns of one person.
    for text in ["a@b.example,Ada", "a@b.example,A@b.example"] {
        assert_eq!(table(text.as_bytes()).unwrap().1.len(), 1, "{text}");
    }
    let (outline, rows) = table(b"email,cc\na@b.example,c@d.example\n").unwrap();
    assert_eq!((outline.heads.len(), rows.len()), (2, 1), "below heads it is what they say");
}

#[test]
fn what_is_no_table_is_refused_with_the_reason() {
    refused(b"", &EMPTY);
    refused(b"email\n\n", &EMPTY);
    refused(b"email\nm\xfcller@x\n", &NOT_UTF8);
    refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", &BAD_WORKBOOK);
    refused(b"PK\x03\x04 and nothing else", &BAD_WORKBOOK);
    refused(&packed(&[("mimetype", b"application/zip")]), &BAD_WORKBOOK);
    refused(b"[{\"email\": 1", &BAD_JSON);
    // One object alone is no list, and no table either.
    refused(b"{\"email\": \"ada@example.com\"}", &BAD_JSON);
    refused(format!("a{}\nx@y\n", ",a".repeat(50)).as_bytes(), &TOO_MANY_COLUMNS);
    refused(format!("email\n{}\n", "x".repeat(5_001)).as_bytes(), &TOO_LONG);
    refused("x@y\n".repeat(200_001).as_bytes(), &TOO_MANY_ROWS);
    refused(&vec![b'x'; 32 * 1024 * 1024 + 1], &TOO_LARGE);
}

#[test]
fn a_workbook_is_read_cell_by_cell_whatever_it_says_of_its_size() {
    let rows = r#"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>Name</t></is></c></row>
        <row r="3"><c r="A3" t="str"><v>ada@x</v></c><c r="B3"><v>42</v></c></row>"#;
    let (outline, read) = table(&workbook(rows, "<si><t>E-Mail</t></si>")).unwrap();
    assert_eq!(
        (outline.heads, read),
        (vec!["E-Mail".into(), "Name".into()], vec![vec!["ada@x".into(), "42".into()]])
    );

    let far = r#"<row r="1"><c r="A1" t="str"><v>a</v></c><c r="XFD1" t="str"><v>b</v></c></row>"#;
    refused(&workbook(far, ""), &TOO_MANY_COLUMNS);
    refused(&workbook(r#"<row r="1"><c r="A1" t="s"><v>99</v></c></row>"#, ""), &BAD_WORKBOOK);
    refused(&workbook(r#"<row r="4294967295"><c r="ZZZZZZZZ1"><v>1</v></c></row>"#, ""), &TOO_MANY_COLUMNS);
    refused(&workbook(r#"<row><c t="str"><v>&boom;</v></c></row>"#, ""), &BAD_WORKBOOK);
    refused(
        &workbook(&format!("<row><c t=\"str\"><v>{}</v></c></row>", "x".repeat(300_000)), ""),
        &TOO_LARGE,
    );
}

#[test]
fn what_a_spreadsheet_writes_into_a_cell_is_read_as_people_see_it() {
    let rows = r#"<row><c t="str"><v>email</v></c><c t="str"><v>active</v></c><c t="str"><v>n</v></c></row>
        <row><c t="s"><v>1</v></c><c t="b"><v>1</v></c><c><v>1.5E3</v></c></row>
        <row><c t="s"><v>0</v></c><c t="e"><v>#N/A</v></c><c/></row>"#;
    let shared =
        "<si><r><t>ada</t></r><r><t>@x&amp;y</t></r><rPh><t>spoken</t></rPh></si><si><t>b&#246;b@x</t></si>";

    let (_, read) = table(&workbook(rows, shared)).unwrap();

    assert_eq!(read, [["böb@x", "true", "1500"], ["ada@x&y", "", ""]]);
}

#[test]
fn a_bomb_is_refused_before_it_is_unpacked_into_memory() {
    let rows = "<row><c><v>1</v></c></row>".repeat(200_002);
    let bomb = workbook(&rows, "");
    assert!(bomb.len() * 20 < rows.len());
    refused(&bomb, &TOO_MANY_ROWS);
    let many: Vec<String> = (0..1_001).map(|number| format!("{number}.xml")).collect();
    refused(&packed(&many.iter().map(|name| (name.as_str(), &b""[..])).collect::<Vec<_>>()), &BAD_WORKBOOK);
}

#[test]
fn an_archive_that_lists_one_file_again_and_again_is_refused_before_it_is_opened() {
    let whole = workbook("<row><c><v>1</v></c></row><row><c><v>2</v></c></row>", "");
    table(&whole).unwrap();
    let (rest, end) = whole.split_at(whole.len() - 22);
    let number = |at: usize| u32::from_le_bytes(end[at..at + 4].try_into().unwrap());
    let (files, directory) = rest.split_at(number(16) as usize);
    let length = |at: usize| usize::from(u16::from_le_bytes([directory[at], directory[at + 1]]));
    let entry = &directory[..46 + length(28) + length(30) + length(32)];
    let count = (length_of_list(end) + 1_000).to_le_bytes();
    let size = (number(12) + 1_000 * u32::try_from(entry.len()).unwrap()).to_le_bytes();
    let bomb =
        [files, directory, &entry.repeat(1_000), &end[..8], &count, &count, &size, &end[16..]].concat();

    refused(&bomb, &BAD_WORKBOOK);
}

/// How many files the end of an archive speaks of.
fn length_of_list(end: &[u8]) -> u16 {
    u16::from_le_bytes([end[8], end[9]])
}

#[test]
fn objects_become_rows_and_lists_become_one_cell() {
    let json = br#"[{"email": "ada@x", "groups": ["Sales", "North"]}, {"email": "bob@x", "active": false}]"#;
    let (outline, rows) = table(json).unwrap();
    assert_eq!(outline.heads, ["email", "groups", "active"]);
    assert_eq!(rows, [["ada@x", "Sales; North", ""], ["bob@x", "", "false"]]);
}

#[test]
fn names_in_a_list_come_back_the_same_whatever_is_in_them() {
    let names = ["R;D", "X", "North, South", "12\" screens", "\"all\" of us", "a|b"];
    for names in [&names[..], &names[..1], &names[2..3]] {
        let json = serde_json::json!([{ "email": "ada@x", "groups": names }]).to_string();
        assert_eq!(split_names(&table(json.as_bytes()).unwrap().1[0][1]), names);
    }
}

#[test]
fn an_object_in_a_cell_is_its_id_or_name_and_one_without_either_is_told() {
    let json = br#"[
        {"email": "a@x", "role": {"name": "dataDesigner"}, "groups": [{"id": "g1", "name": "Sales"}, {"name": "R;D"}, "X"]},
        {"email": "b@x", "role": {"label": "Designer"}, "groups": [{}]},
        {"email": "c@x", "role": null, "groups": {"id": 7, "tags": [{"id": 8}]}}
    ]"#;
    let mut read_rows = Vec::new();
    read(json, &mut |line| {
        read_rows.push((line.cells[1].clone(), line.cells[2].clone(), line.unsolved));
        true
    })
    .unwrap();
    let row = |role: &str, groups: &str, unsolved: &[usize]| (role.into(), groups.into(), unsolved.to_vec());
    assert_eq!(
        read_rows,
        [row("dataDesigner", "g1; \"R;D\"; X", &[]), row("", "", &[1, 2]), row("", "7", &[]),]
    );
}

#[test]
fn json_is_read_row_by_row_and_no_further_than_there_may_be_rows_and_columns() {
    // What comes behind is no JSON, which nobody finds out.
    let many = ["[", &r#"{"a":1},"#.repeat(200_001), "!"].concat();
    refused(many.as_bytes(), &TOO_MANY_ROWS);
    let keys: Vec<String> = (0..51).map(|number| format!("\"k{number}\":1")).collect();
    refused(format!("[{{{}}},!", keys.join(",")).as_bytes(), &TOO_MANY_COLUMNS);
    refused(b"[{\"a\":1}] and more", &BAD_JSON);
    refused(b"[{\"a\":1},2]", &BAD_JSON);
    // What lies deep in a cell is not kept either.
    let deep = format!("[{{\"a\":[{}{{}}]}}]", "{},".repeat(2_000_000));
    assert_eq!(table(deep.as_bytes()).unwrap().1, [[""]]);
    let long = format!("[{{\"a\":[{}1]}}]", "\"xxxx\",".repeat(100_000));
    refused(long.as_bytes(), &TOO_LONG);
}

#[test]
fn a_cell_that_was_read_without_blanks_or_its_apostrophe_is_kept_as_it_came_too() {
    let read_one = |text: &str| {
        let mut lines = Vec::new();
        read(text.as_bytes(), &mut |line| {
            lines.push((line.cells, line.as_came));
            true
        })
        .unwrap();
        lines.remove(0)
    };
    let cells = vec!["a@x".to_owned(), "=p w".to_owned(), String::new()];

    assert_eq!(
        read_one("email,password,x\na@x,\"'=p w \",  \n"),
        (cells.clone(), vec![(1, "'=p w ".to_owned())])
    );
    let json = r#"[{"email": "a@x", "password": " =p w", "x": ""}]"#;
    assert_eq!(read_one(json), (cells, vec![(1, " =p w".to_owned())]));
}

proptest! {
    #[test]
    fn whatever_comes_is_a_table_or_a_refusal(bytes: Vec<u8>) {
        match table(&bytes) {
            Ok((outline, rows)) => {
                prop_assert_eq!(outline.rows, rows.len());
                prop_assert!(rows.iter().all(|row| row.len() == outline.heads.len()));
            }
            Err(error) => prop_assert!(error.refusal().is_some()),
        }
    }

    #[test]
    fn what_a_spreadsheet_writes_comes_back(rows in prop::collection::vec(prop::collection::vec("[a-z\",;\n ]{0,8}x", 3), 1..20)) {
        let mut text = "one,two,three\n".to_owned();
        for row in &rows {
            let cells: Vec<String> = row.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
            text.push_str(&cells.join(","));
            text.push('\n');
        }
        let (_, read) = table(text.as_bytes()).unwrap();
        let trimmed: Vec<Vec<String>> =
            rows.iter().map(|row| row.iter().map(|cell| cell.trim().to_owned()).collect()).collect();
        prop_assert_eq!(read, trimmed);
    }
}

/// A row of as many cells as there may be, each with the first shared text.
fn row_of_the_first_text() -> String {
    format!(
        r#"<row r="1"><c t="inlineStr"><is><t>email</t></is></c></row><row r="2">{}</row>"#,
        r#"<c t="s"><v>0</v></c>"#.repeat(50)
    )
}

#[test]
fn a_text_of_many_pieces_is_cut_off_before_cells_copy_it() {
    let piece = format!("<t>{}</t>", "x".repeat(250_000));
    let long = format!("<si>{}</si>", piece.repeat(190));

    refused(&workbook(&row_of_the_first_text(), &long), &TOO_LONG);
    let inline = format!(r#"<row><c t="inlineStr"><is>{}</is></c></row>"#, piece.repeat(190));
    refused(&workbook(&inline, ""), &TOO_LONG);
}

#[test]
fn the_longest_text_that_may_be_is_read_whole_in_pieces() {
    let text = "é".repeat(5_000);
    let pieces = "<t>é</t>".repeat(5_000);

    let (outline, rows) = table(&workbook(&row_of_the_first_text(), &format!("<si>{pieces}</si>"))).unwrap();

    assert_eq!((outline.rows, rows[0][0].as_str()), (1, text.as_str()));
    refused(&workbook(&row_of_the_first_text(), &format!("<si>{pieces}<t>e</t></si>")), &TOO_LONG);
}
