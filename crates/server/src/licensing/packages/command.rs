//! `seatwarden license import`: licenses that exist already, from a table that says how they are to be.

use std::{path::PathBuf, process::ExitCode};

use seatwarden_base::{Kind, Refusal, Result};

use super::actions::{Given, import as import_table};
use crate::{command::Out, cx::Cx};

/// The file is not there or cannot be read; values `file` and `why`.
const UNREADABLE: Refusal = Refusal::new(Kind::Invalid, "packages.cli_unreadable");

/// What the command line asks for.
#[derive(Clone, Debug)]
pub(crate) struct Order {
    /// The table.
    pub file: PathBuf,
    /// Only says what would become of it.
    pub is_dry_run: bool,
    /// Why; stands in every revision.
    pub reason: String,
}

/// Brings a table in, all of it or nothing, and says what became of it.
pub(crate) async fn import(cx: &Cx, out: &mut Out, order: Order) -> Result<ExitCode> {
    let unreadable = |why: std::io::Error| UNREADABLE.with("file", order.file.display()).with("why", why);
    let table = std::fs::read(&order.file).map_err(unreadable)?;
    let Given { issued, changed, unchanged } =
        import_table(cx, &table, &order.reason, order.is_dry_run).await?;
    let t = out.text();
    out.say(&t.packages_cli_done(t.number(issued), t.number(changed), t.number(unchanged)));
    if order.is_dry_run {
        out.say(&t.packages_cli_dry());
    }
    Ok(ExitCode::SUCCESS)
}
