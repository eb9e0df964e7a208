//! Licenses that exist already, brought in from a table: it says how they are to be, so that bringing it in again
//! changes nothing.

use std::collections::BTreeSet;

use seatwarden_base::{Result, db::Tx};

use super::{
    super::{
        model::{
            BAD_LIST, Change, Deployment, Environment, Kind, Limits, NewPackage, RequestState,
            SIGNED_UP_ITSELF, Seats, State, Terms, Tier,
        },
        store,
    },
    change::{Changed, change_in},
    issue_in,
};
use crate::{
    cx::{Cx, Permission},
    licensing::organisations,
    text::{Language, Text, day_ms, name_key},
};

/// Most rows of one table.
const ROWS_MAX: usize = 50_000;
/// Largest table, in bytes.
const BYTES_MAX: usize = 16 * 1024 * 1024;
/// The columns; the first three must be there.
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

/// What became of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given {
    /// Packages that were issued.
    pub issued: i64,
    /// Packages that say something else now.
    pub changed: i64,
    /// Packages that were so already.
    pub unchanged: i64,
    /// Packages whose change waits for a second person, now or since the table was brought in before.
    pub waiting: i64,
    /// The lines of those that wait.
    pub waiting_lines: Vec<u64>,
    /// Customers that nobody knew and that were made for it: they have nobody yet who owns them.
    pub new_customers: Vec<String>,
}

/// A row that was understood.
struct Row {
    line: u64,
    organisation: String,
    code: String,
    terms: Terms,
}

/// Brings a table (CSV, with heads) in, all of it or nothing: a package whose code is new is issued, one that says
/// something else is changed. For the operator on the host and for staff; what needs a second person waits for one.
/// Refuses with `packages.bad_list`, which names the line, or as issuing and changing do.
pub async fn import(cx: &Cx, table: &[u8], reason: &str, is_dry_run: bool) -> Result<Given> {
    cx.require(Permission::LicensesManage)?;
    let rows = read(cx.text(), table)?;
    let mut given = Given::default();
    let mut tx = cx.db.write().await?;
    for row in rows {
        bring(&mut tx, cx, row, reason, &mut given).await?;
    }
    if !is_dry_run {
        tx.commit().await?;
    }
    Ok(given)
}

/// The codes and terms of a table, read as [`import`] reads it: for whoever tries to break the reader.
pub fn read_table(table: &[u8]) -> Result<Vec<(String, Terms)>> {
    let rows = read(Text::new(Language::default()), table)?;
    Ok(rows.into_iter().map(|row| (row.code, row.terms)).collect())
}

async fn bring(tx: &mut Tx, cx: &Cx, row: Row, reason: &str, given: &mut Given) -> Result<()> {
    let Some(known) = store::find(tx, &row.code).await? else {
        let named = row.organisation.trim();
        let organisation_id = match store::find_organisation(tx, named, &name_key(named)).await? {
            Some((id, false)) => id,
            Some((_, true)) => return Err(SIGNED_UP_ITSELF.with("name", named).into()),
            None => {
                given.new_customers.push(named.to_owned());
                organisations::create_in(tx, cx, named).await?.id
            }
        };
        let new = NewPackage { organisation_id, code: row.code, terms: row.terms, reason: reason.to_owned() };
        issue_in(tx, cx, new).await?;
        given.issued += 1;
        return Ok(());
    };
    if known.terms == row.terms.clone().checked()? {
        given.unchanged += 1;
        return Ok(());
    }
    let terms = row.terms.checked()?;
    let asked = store::list_requests(tx, RequestState::Open, &known.id, 1).await?;
    if asked.iter().any(|request| request.terms == terms) {
        given.waiting += 1;
        given.waiting_lines.push(row.line);
        return Ok(());
    }
    let wish = Change {
        name: Some(terms.name),
        kind: Some(terms.kind),
        tier: Some(terms.tier),
        deployment: Some(terms.deployment),
        environment: Some(terms.environment),
        state: Some(terms.state),
        valid_from_ms: Some(terms.valid_from_ms),
        valid_until_ms: Some(terms.valid_until_ms),
        seats: Some(terms.seats),
        limits: Some(terms.limits),
        entitlements: Some(terms.entitlements),
        lease_days: Some(terms.lease_days),
        grace_days: Some(terms.grace_days),
    };
    match change_in(tx, cx, &known.id, None, wish, reason, None).await? {
        Changed::Done(_) => given.changed += 1,
        Changed::Waits(_) => {
            given.waiting += 1;
            given.waiting_lines.push(row.line);
        }
    }
    Ok(())
}

fn wrong(line: u64, why: &str) -> seatwarden_base::Error {
    BAD_LIST.with("line", line).with("why", why).into()
}

fn read(t: Text, table: &[u8]) -> Result<Vec<Row>> {
    if table.len() > BYTES_MAX {
        return Err(wrong(0, "bytes"));
    }
    let table = table.strip_prefix(b"\xef\xbb\xbf").unwrap_or(table);
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(table);
    let heads = reader.headers().map_err(|_| wrong(1, "csv"))?.clone();
    if let Some(unknown) = heads.iter().find(|head| !COLUMNS.contains(head)) {
        return Err(wrong(1, unknown));
    }
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|cause| wrong(cause.position().map_or(0, csv::Position::line), "csv"))?;
        let line = record.position().map_or(0, csv::Position::line);
        if rows.len() == ROWS_MAX {
            return Err(wrong(line, "rows"));
        }
        rows.push(Cells { heads: &heads, record: &record, line }.row(t)?);
    }
    Ok(rows)
}

struct Cells<'a> {
    heads: &'a csv::StringRecord,
    record: &'a csv::StringRecord,
    line: u64,
}

impl Cells<'_> {
    fn get(&self, name: &str) -> &str {
        let at = self.heads.iter().position(|head| head == name);
        at.and_then(|at| self.record.get(at)).unwrap_or_default()
    }

    fn needed(&self, name: &'static str) -> Result<String> {
        let text = self.get(name);
        if text.is_empty() { Err(wrong(self.line, name)) } else { Ok(text.to_owned()) }
    }

    fn word<T>(&self, name: &'static str, usual: T, of_word: fn(&str) -> Option<T>) -> Result<T> {
        match self.get(name) {
            "" => Ok(usual),
            word => of_word(&word.to_ascii_lowercase()).ok_or_else(|| wrong(self.line, name)),
        }
    }

    fn count(&self, name: &'static str) -> Result<Option<i64>> {
        match self.get(name) {
            "" => Ok(None),
            text => text.parse().map(Some).map_err(|_| wrong(self.line, name)),
        }
    }

    fn day(&self, name: &'static str) -> Result<Option<i64>> {
        match self.get(name) {
            "" => Ok(None),
            text => day_ms(text).map(Some).ok_or_else(|| wrong(self.line, name)),
        }
    }

    fn row(&self, t: Text) -> Result<Row> {
        let kind = self.word("type", Kind::Subscription, Kind::of_word)?;
        let entitlements: BTreeSet<String> = self
            .get("entitlements")
            .split([';', ' '])
            .filter(|name| !name.is_empty())
            .map(str::to_owned)
            .collect();
        // Without a day of its own a license begins when such lists began to be brought in, so that the same list
        // means the same tomorrow.
        let from_ms = self.day("valid_from")?.unwrap_or_default();
        let terms = Terms {
            name: self.needed("name")?,
            kind,
            tier: self.word("tier", Tier::Launch, Tier::of_word)?,
            deployment: self.word("deployment", Deployment::OnPremises, Deployment::of_word)?,
            environment: self.word("environment", Environment::Production, Environment::of_word)?,
            state: self.word("state", State::Active, State::of_word)?,
            valid_from_ms: from_ms,
            valid_until_ms: self.day("valid_until")?,
            seats: Seats {
                administrators: self.count("administrators")?,
                designers: self.count("designers")?,
                viewers: self.count("viewers")?,
            },
            limits: Limits {
                servers: self.count("servers")?.unwrap_or(1),
                rows: self.count("rows")?,
                cores: self.count("cores")?,
            },
            entitlements,
            lease_days: self.count("lease_days")?.unwrap_or(7),
            grace_days: self.count("grace_days")?.unwrap_or(14),
        };
        let terms = terms.checked().map_err(|error| match error.refusal() {
            Some(refusal) => wrong(self.line, &t.refusal(refusal).0),
            None => error,
        })?;
        Ok(Row {
            line: self.line,
            organisation: self.needed("organisation")?,
            code: self.needed("code")?,
            terms,
        })
    }
}
