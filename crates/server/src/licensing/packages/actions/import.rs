//! Licenses that exist already, brought in from a table: it says how they are to be, so that bringing it in again
//! changes nothing.

use std::collections::BTreeMap;

use seatwarden_base::{Result, db::Tx};

use super::{
    super::{
        model::{Change, NewPackage, Package, RequestState, SIGNED_UP_ITSELF, Terms},
        store,
        table::{self, Row},
    },
    change::{Changed, change_in},
    issue_in,
};
use crate::{
    cx::{Cx, Permission},
    licensing::organisations,
    text::{Language, Text, name_key},
};

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

/// Brings a table (CSV, with heads) in, all of it or nothing: a package whose code is new is issued, one that says
/// something else is changed in what the table names. For the operator on the host and for staff; what needs a second person waits for one.
/// Refuses with `packages.bad_list`, which names the line, also if it names another customer than the one who has the
/// license, or as issuing and changing do.
pub async fn import(cx: &Cx, table: &[u8], reason: &str, is_dry_run: bool) -> Result<Given> {
    cx.require(Permission::LicensesManage)?;
    let rows = table::read(cx.text(), table)?;
    let mut given = Given::default();
    let mut lines = BTreeMap::new();
    let mut tx = cx.db.write().await?;
    for row in rows {
        let line = row.line;
        let package = bring(&mut tx, cx, &row, reason, &mut given).await?;
        // By id, because a list may name a license by that as well as by its code.
        if let Some(before) = lines.insert(package, line) {
            return Err(row.wrong(cx.text().packages_list_twice(before)));
        }
    }
    if !is_dry_run {
        tx.commit().await?;
    }
    Ok(given)
}

/// The codes and terms of a table of new licenses, read as [`import`] reads it: for whoever tries to break the reader.
pub fn read_table(table: &[u8]) -> Result<Vec<(String, Terms)>> {
    let t = Text::new(Language::default());
    let rows = table::read(t, table)?;
    rows.into_iter().map(|row| Ok((row.code.clone(), row.new_terms(t, 0)?))).collect()
}

/// Answers the id of the package.
async fn bring(tx: &mut Tx, cx: &Cx, row: &Row, reason: &str, given: &mut Given) -> Result<String> {
    let named = row.organisation.trim();
    let customer = store::find_organisation(tx, named, &name_key(named)).await?;
    let Some(known) = store::find(tx, &row.code).await? else {
        return issue_new(tx, cx, row, customer, reason, given).await;
    };
    if customer.is_none_or(|(id, _)| id != known.organisation_id) {
        return Err(row.wrong(cx.text().packages_list_not_theirs(row.code.as_str(), named)));
    }
    change_known(tx, cx, row, &known, reason, given).await?;
    Ok(known.id)
}

async fn issue_new(
    tx: &mut Tx,
    cx: &Cx,
    row: &Row,
    customer: Option<(String, bool)>,
    reason: &str,
    given: &mut Given,
) -> Result<String> {
    let named = row.organisation.trim();
    let organisation_id = match customer {
        Some((id, false)) => id,
        Some((_, true)) => return Err(SIGNED_UP_ITSELF.with("name", named).into()),
        None => {
            given.new_customers.push(named.to_owned());
            organisations::create_in(tx, cx, named).await?.id
        }
    };
    let terms = row.new_terms(cx.text(), cx.now_ms)?;
    let new = NewPackage { organisation_id, code: row.code.clone(), terms, reason: reason.to_owned() };
    given.issued += 1;
    Ok(issue_in(tx, cx, new).await?.id)
}

async fn change_known(
    tx: &mut Tx,
    cx: &Cx,
    row: &Row,
    known: &Package,
    reason: &str,
    given: &mut Given,
) -> Result<()> {
    let terms = row.over(cx.text(), &known.terms)?;
    if known.terms == terms {
        given.unchanged += 1;
        return Ok(());
    }
    let asked = store::list_requests(tx, RequestState::Open, &known.id, 1).await?;
    if asked.iter().any(|request| request.terms == terms) {
        given.waiting += 1;
        given.waiting_lines.push(row.line);
        return Ok(());
    }
    let wish = Change::to(terms);
    match change_in(tx, cx, &known.id, None, wish, reason, None).await? {
        Changed::Done(_) => given.changed += 1,
        Changed::Nothing(_) => given.unchanged += 1,
        Changed::Waits(_) => {
            given.waiting += 1;
            given.waiting_lines.push(row.line);
        }
    }
    Ok(())
}
