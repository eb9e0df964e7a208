//! `seatwarden users import`: the same import from the command line, beside the running server or without it.

use std::{path::PathBuf, process::ExitCode};

use seatwarden_base::{Kind, Refusal, Result};

use super::{
    actions::{self, Step, Wanted},
    columns::Field,
    file::{FILE_BYTES_MAX, TOO_LARGE},
    model::{Import, Options, Row, State, Verdict},
};
use crate::{command::Out, cx::Cx, text::Text};

/// The file is not there or cannot be read; values `file` and `why`.
const UNREADABLE: Refusal = Refusal::new(Kind::Invalid, "import.cli_unreadable");

/// How long to wait while a running server does the work.
const AT_IT: std::time::Duration = std::time::Duration::from_millis(100);

/// What the command line asks for.
#[derive(Clone, Debug)]
pub(crate) struct Order {
    /// The table.
    pub file: PathBuf,
    /// Only says what would become of each row.
    pub is_dry_run: bool,
    /// Whether it says so of every row, not only of those that are wrong.
    pub tells_all_rows: bool,
    /// How to go about it.
    pub options: Options,
}

/// Imports a file: reads it, checks every row, applies it unless it is a dry run, and says what became of it.
/// Answers 0 if every row was right, 1 if some were wrong.
pub(crate) async fn import(cx: &Cx, out: &mut Out, order: Order) -> Result<ExitCode> {
    let unreadable = |why: std::io::Error| UNREADABLE.with("file", order.file.display()).with("why", why);
    if std::fs::metadata(&order.file).map_err(unreadable)?.len() > FILE_BYTES_MAX {
        return Err(TOO_LARGE.with("megabytes", FILE_BYTES_MAX / (1024 * 1024)).into());
    }
    let bytes = std::fs::read(&order.file).map_err(unreadable)?;
    let name = order.file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let import = actions::upload(cx, name.as_str(), bytes.into()).await?;
    let import = actions::check(cx, &import.id, None, import.columns.clone(), order.options).await?;
    let mut import = run(cx, import).await?;
    if !order.is_dry_run {
        import = run(cx, actions::apply(cx, &import.id, None).await?).await?;
    }
    let verdict = if order.tells_all_rows { None } else { Some(Verdict::Wrong) };
    report(cx, out, &import, verdict).await?;
    if order.is_dry_run {
        actions::remove(cx, &import.id).await?;
        out.say(&out.text().import_cli_dry());
    }
    Ok(if import.counts.of(Verdict::Wrong) == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Goes on with an import until it is done. A running server may do the same: each row is done once.
async fn run(cx: &Cx, import: Import) -> Result<Import> {
    let mut import = import;
    while import.state.is_running() {
        if actions::step(cx, &import.id).await? == Step::Over {
            // A running server is at it.
            tokio::time::sleep(AT_IT).await;
        }
        import = actions::find(cx, &import.id).await?;
    }
    Ok(import)
}

/// Says what became of the rows with this verdict, or of all, and how many have which.
async fn report(cx: &Cx, out: &Out, import: &Import, verdict: Option<Verdict>) -> Result<()> {
    let t = out.text();
    let mut wanted = Wanted { verdict, from: 0 };
    loop {
        let (rows, next) = actions::rows(cx, import, wanted).await?;
        for row in rows {
            out.data(&line(t, import, &row, verdict.is_none()));
        }
        match next {
            Some(from) => wanted.from = from,
            None => break,
        }
    }
    out.say(&totals(t, import));
    if import.state == State::Stopped {
        out.say(&t.import_state_stopped());
    }
    Ok(())
}

/// What became of a row: why it is wrong, or whom it is about and what became of them.
pub(super) fn line(t: Text, import: &Import, row: &Row, tells_all: bool) -> String {
    let why = || row.why.as_ref().map(|why| t.kept_refusal(why).0).unwrap_or_default();
    if !tells_all {
        return t.import_cli_line(i64::from(row.line), why());
    }
    let cell = |field| import.columns.cell(&row.cells, field);
    let who = Some(cell(Field::Email)).filter(|email| !email.is_empty()).unwrap_or(cell(Field::UserName));
    let changes: Vec<&str> = row.changes.iter().map(|field| field.word()).collect();
    let what = match row.verdict {
        Some(Verdict::Add) => t.import_cli_add(),
        Some(Verdict::Change) => t.import_cli_change(changes.join(" ")),
        Some(Verdict::Unchanged) => t.import_cli_unchanged(),
        Some(Verdict::Wrong) | None => t.import_cli_wrong(why()),
    };
    t.import_cli_row(i64::from(row.line), who.to_owned(), what)
}

/// How many rows have which verdict.
pub(super) fn totals(t: Text, import: &Import) -> String {
    let [added, changed, unchanged, wrong] = import.counts.0.map(|count| t.number(count));
    t.import_cli_done(added, changed, unchanged, wrong)
}
