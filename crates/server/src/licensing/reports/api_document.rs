//! What the documents say of reports.

use super::model::{Column, Which};
use crate::{
    cx::Permission,
    licensing::packages::{Kind, Standing, Tier},
    web::openapi::{
        Part, get,
        schema::{Schema, count, list, object, switch, text, time, whole, words},
    },
};

fn cell(column: Column) -> Schema {
    match column {
        Column::Name
        | Column::Package
        | Column::Organisation
        | Column::Server
        | Column::ActivatedBy
        | Column::Month => text(),
        Column::Type => words(Kind::ALL.iter().map(|it| it.word())),
        Column::Tier => words(Tier::ALL.iter().map(|it| it.word())),
        Column::Standing => words(Standing::ALL.iter().map(|it| it.word())),
        Column::ValidUntil | Column::LastSeen | Column::LeaseUntil => time(),
        Column::DaysLeft => whole(),
        _ => count(),
    }
}

/// The calls of this room.
pub fn part() -> Part {
    let every: Vec<Column> = Which::ALL.iter().flat_map(|which| which.columns().iter().copied()).collect();
    let mut fields: Vec<(String, Schema)> = Vec::new();
    for column in every {
        let name = format!("{}?", column.word());
        if !fields.iter().any(|(known, _)| *known == name) {
            fields.push((name, cell(column)));
        }
    }
    let row = object(fields.iter().map(|(name, schema)| (name.as_str(), schema.clone())));
    let report = object([
        ("report", words(Which::ALL.map(Which::word))),
        ("items", list(row).said("Each report has the columns that belong to it")),
        ("isCut", switch().said("Whether there are more rows than a report has")),
    ]);
    let about = "expiring, activations, slots, lapsed or seats";
    Part::new(
        "Reports",
        "What the vendor's staff wants to know of all licenses together",
        vec![
            get("/api/v1/licensing/reports/{report}", "A report of this moment")
                .tells(
                    "`expiring`: licenses that end within 90 days; `activations`: servers that began to count, by \
                     month; `slots`: activations used of allowed; `lapsed`: servers that count although their lease \
                     ended; `seats`: what was sold, by tier.",
                )
                .place("report", about)
                .needs(Permission::LicensesRead)
                .answers("The report", report),
        ],
    )
}
