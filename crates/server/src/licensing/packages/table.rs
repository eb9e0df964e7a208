//! What a list of licenses says, line by line. A column that is not there and an empty cell say nothing: the license
//! keeps what it has, and a new one gets what is usual.

use std::collections::{BTreeMap, BTreeSet};

use seatwarden_base::{Error, Result};

use super::{
    bodies,
    model::{BAD_LIST, Change, DAY_MS, Deployment, Environment, Kind, State, Terms, Tier},
};
use crate::{text::Text, web::csv::LineNumbers};

/// Most rows of one table.
const ROWS_MAX: usize = 50_000;
/// Largest table, in megabytes.
const MEGABYTES_MAX: usize = 16;
/// Seats: a new license says them, because silence would give as many as anybody likes.
const SEATS: [&str; 3] = ["administrators", "designers", "viewers"];
/// What else may be without a limit.
const ROWS_AND_CORES: [&str; 2] = ["rows", "cores"];
/// What is always a number.
const NUMBERS: [&str; 3] = ["servers", "lease_days", "grace_days"];
/// What stands for no limit, no end and no entitlement.
const NONE: &str = "none";
/// The columns; the first two must be there.
const COLUMNS: [&str; 19] = [
    "organisation",
    "code",
    "name",
    "type",
    "tier",
    "deployment",
    "environment",
    "state",
    "valid_from",
    "valid_until",
    "servers",
    "rows",
    "cores",
    "administrators",
    "designers",
    "viewers",
    "entitlements",
    "lease_days",
    "grace_days",
];

/// A row that was understood.
pub(super) struct Row {
    /// Where it stands.
    pub(super) line: u64,
    /// Id or name of the customer.
    pub(super) organisation: String,
    /// The code of the package.
    pub(super) code: String,
    /// All that is said beside numbers.
    said: Change,
    /// The numbers that are said; none is no limit.
    counts: BTreeMap<&'static str, Option<i64>>,
}

impl Row {
    /// That this line cannot be brought in, and why.
    pub(super) fn wrong(&self, why: String) -> Error {
        wrong(self.line, why)
    }

    /// The terms that a package has by this row, over those that it has now. Refuses with `packages.bad_list`.
    pub(super) fn over(&self, t: Text, before: &Terms) -> Result<Terms> {
        let mut terms = self.said.clone().over(before);
        for (name, count) in &self.counts {
            match *name {
                "administrators" => terms.seats.administrators = *count,
                "designers" => terms.seats.designers = *count,
                "viewers" => terms.seats.viewers = *count,
                "rows" => terms.limits.rows = *count,
                "cores" => terms.limits.cores = *count,
                "servers" => terms.limits.servers = count.unwrap_or(terms.limits.servers),
                "lease_days" => terms.lease_days = count.unwrap_or(terms.lease_days),
                _ => terms.grace_days = count.unwrap_or(terms.grace_days),
            }
        }
        terms.checked().and_then(|terms| terms.with_servers(Some(before))).map_err(|error| {
            match error.refusal() {
                Some(refusal) => wrong(self.line, t.refusal(refusal).0),
                None => error,
            }
        })
    }

    /// The terms of a new package: valid from today on unless the row says otherwise. Refuses with `packages.bad_list`,
    /// also if the row does not say how many people it is for.
    pub(super) fn new_terms(&self, t: Text, now_ms: i64) -> Result<Terms> {
        if self.said.name.is_none() {
            return Err(wrong(self.line, t.packages_list_missing("name")));
        }
        let unsaid: Vec<&str> = SEATS.into_iter().filter(|name| !self.counts.contains_key(name)).collect();
        if !unsaid.is_empty() {
            return Err(wrong(self.line, t.packages_list_seats(unsaid.join(", "))));
        }
        self.over(t, &Terms::usual(now_ms - now_ms.rem_euclid(DAY_MS)))
    }
}

fn wrong(line: u64, why: String) -> Error {
    BAD_LIST.with("line", line).with("why", why).into()
}

/// Reads a table (CSV, with heads). Refuses with `packages.bad_list`, which names the line and says what is wrong.
pub(super) fn read(t: Text, table: &[u8]) -> Result<Vec<Row>> {
    if table.len() > MEGABYTES_MAX * 1024 * 1024 {
        return Err(wrong(0, t.packages_list_bytes(MEGABYTES_MAX)));
    }
    let table = table.strip_prefix(b"\xef\xbb\xbf").unwrap_or(table);
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(table);
    let heads = reader.headers().map_err(|_| wrong(1, t.packages_list_csv()))?.clone();
    if let Some(unknown) = heads.iter().find(|head| !COLUMNS.contains(head)) {
        return Err(wrong(1, t.packages_list_column(unknown, COLUMNS.join(", "))));
    }
    let mut named = BTreeSet::new();
    if let Some(twice) = heads.iter().find(|head| !named.insert(*head)) {
        return Err(wrong(1, t.packages_list_column_twice(twice)));
    }
    let (mut rows, mut numbers) = (Vec::new(), LineNumbers::of(table));
    let mut number = |at: Option<&csv::Position>| u64::from(numbers.at(at.map_or(0, csv::Position::byte)));
    for record in reader.records() {
        let record = record.map_err(|cause| wrong(number(cause.position()), t.packages_list_csv()))?;
        let line = number(record.position());
        if rows.len() == ROWS_MAX {
            return Err(wrong(line, t.packages_list_rows(ROWS_MAX)));
        }
        rows.push(Cells { t, heads: &heads, record: &record, line }.row()?);
    }
    Ok(rows)
}

struct Cells<'a> {
    t: Text,
    heads: &'a csv::StringRecord,
    record: &'a csv::StringRecord,
    line: u64,
}

impl Cells<'_> {
    fn wrong(&self, why: String) -> Error {
        wrong(self.line, why)
    }

    /// What stands in a column; none if there is no such column, or nothing in it.
    fn get(&self, name: &str) -> Option<&str> {
        let at = self.heads.iter().position(|head| head == name)?;
        self.record.get(at).filter(|text| !text.is_empty())
    }

    fn needed(&self, name: &'static str) -> Result<String> {
        let text = self.get(name).ok_or_else(|| self.wrong(self.t.packages_list_missing(name)))?;
        Ok(text.to_owned())
    }

    fn word<T: Copy>(&self, name: &'static str, all: &[T], word: fn(T) -> &'static str) -> Result<Option<T>> {
        let Some(text) = self.get(name) else { return Ok(None) };
        let found = all.iter().copied().find(|known| word(*known).eq_ignore_ascii_case(text));
        if found.is_none() {
            let words: Vec<&str> = all.iter().map(|known| word(*known)).collect();
            return Err(self.wrong(self.t.packages_list_word(text, name, words.join(", "))));
        }
        Ok(found)
    }

    fn counts(&self) -> Result<BTreeMap<&'static str, Option<i64>>> {
        let mut counts = BTreeMap::new();
        for name in SEATS.into_iter().chain(ROWS_AND_CORES) {
            match self.get(name) {
                None => continue,
                Some(text) if text.eq_ignore_ascii_case(NONE) => counts.insert(name, None),
                Some(text) => counts.insert(
                    name,
                    Some(text.parse().map_err(|_| self.wrong(self.t.packages_list_count(text, name)))?),
                ),
            };
        }
        for name in NUMBERS {
            let Some(text) = self.get(name) else { continue };
            let count = text.parse().map_err(|_| self.wrong(self.t.packages_list_number(text, name)))?;
            counts.insert(name, Some(count));
        }
        Ok(counts)
    }

    fn day(&self, name: &'static str, read: fn(&str) -> Option<i64>) -> Result<Option<i64>> {
        let Some(text) = self.get(name) else { return Ok(None) };
        read(text).map(Some).ok_or_else(|| self.wrong(self.t.packages_list_day(text, name)))
    }

    fn entitlements(&self) -> Option<BTreeSet<String>> {
        let text = self.get("entitlements")?;
        if text.eq_ignore_ascii_case(NONE) {
            return Some(BTreeSet::new());
        }
        Some(text.split([';', ' ']).filter(|name| !name.is_empty()).map(str::to_owned).collect())
    }

    fn row(&self) -> Result<Row> {
        let is_endless = self.get("valid_until").is_some_and(|text| text.eq_ignore_ascii_case(NONE));
        let said = Change {
            name: self.get("name").map(str::to_owned),
            kind: self.word("type", Kind::ALL, Kind::word)?,
            tier: self.word("tier", Tier::ALL, Tier::word)?,
            deployment: self.word("deployment", Deployment::ALL, Deployment::word)?,
            environment: self.word("environment", Environment::ALL, Environment::word)?,
            state: self.word("state", State::ALL, State::word)?,
            valid_from_ms: self.day("valid_from", bodies::beginning)?,
            valid_until_ms: if is_endless {
                Some(None)
            } else {
                self.day("valid_until", bodies::end)?.map(Some)
            },
            entitlements: self.entitlements(),
            ..Change::default()
        };
        Ok(Row {
            line: self.line,
            organisation: self.needed("organisation")?,
            code: self.needed("code")?,
            said,
            counts: self.counts()?,
        })
    }
}
