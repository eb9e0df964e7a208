//! A report as JSON and as CSV.

use serde_json::{Map, Value, json};

use super::model::{Cell, Report};
use crate::{text::rfc3339, web::csv::add_line};

fn value(cell: &Cell) -> Value {
    match cell {
        Cell::Text(text) => json!(text),
        Cell::Count(count) => json!(count),
        Cell::At(at_ms) => json!(rfc3339(*at_ms)),
        Cell::Type(kind) => json!(kind.word()),
        Cell::Tier(tier) => json!(tier.word()),
        Cell::Standing(standing) => json!(standing.word()),
    }
}

/// The rows, each with its columns by name.
pub(super) fn items(report: &Report) -> Vec<Value> {
    let row = |cells: &Vec<Cell>| {
        let names = report.which.columns().iter().map(|column| column.word().to_owned());
        Value::Object(names.zip(cells.iter().map(value)).collect::<Map<_, _>>())
    };
    report.rows.iter().map(row).collect()
}

/// A report as JSON.
pub(super) fn body(report: &Report) -> Value {
    json!({ "report": report.which.word(), "items": items(report), "isCut": report.is_cut })
}

/// A report as CSV (RFC 4180): no cell is a formula to a spreadsheet.
pub fn csv(report: &Report) -> Vec<u8> {
    let mut out = Vec::new();
    add_line(&mut out, report.which.columns().iter().map(|column| column.word()));
    for cells in &report.rows {
        let texts: Vec<String> = cells
            .iter()
            .map(|cell| match value(cell) {
                Value::String(text) => text,
                other => other.to_string(),
            })
            .collect();
        add_line(&mut out, texts.iter().map(String::as_str));
    }
    out
}
