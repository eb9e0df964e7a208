//! Reading what was uploaded or pasted.

use axum::body::Bytes;
use seatwarden_base::{Error, Result};
use serde_json::json;
use tokio::sync::{Semaphore, mpsc};

use super::{
    super::{
        columns::Columns,
        file::{self, BAD_WORKBOOK, Line, Outline},
        model::{BUSY, Counts, Import, NAME_MAX, Options, PART_ROWS, Row, State},
        store,
    },
    actor_of, find_in, require, write_part,
};
use crate::{common::audit, cx::Cx, text::is_hidden};

/// How many files are read at once: each may take some ten megabytes of memory.
static READING: Semaphore = Semaphore::const_new(2);
/// How many parts may wait for the database.
const WAITING_MAX: usize = 2;

/// How a list came.
#[derive(Clone, Copy, Debug)]
pub struct Sent<'a> {
    /// What the file is called; may be empty.
    pub name: &'a str,
    /// Whether a program sent it.
    pub over_api: bool,
}

impl<'a> From<&'a str> for Sent<'a> {
    fn from(name: &'a str) -> Self {
        Self { name, over_api: false }
    }
}

/// Reads a file, or a text that was pasted; nothing is changed by it. Refuses with what is wrong with the file,
/// or with `import.busy` while others are being read.
pub async fn upload(cx: &Cx, sent: impl Into<Sent<'_>>, bytes: Bytes) -> Result<Import> {
    require(cx)?;
    let _reading = READING.try_acquire().map_err(|_| BUSY)?;
    let (actor_id, actor_name) = actor_of(cx);
    let Sent { name, over_api } = sent.into();
    let import = Import {
        id: cx.new_id()?,
        name: shown_name(name),
        over_api,
        actor_id,
        actor_name,
        state: State::Reading,
        heads: Vec::new(),
        columns: Columns::default(),
        options: Options::default(),
        rows: 0,
        position: 0,
        counts: Counts::default(),
        undone: 0,
        why: None,
        created_at_ms: cx.now_ms,
        applied_at_ms: None,
        version: 0,
        made_groups: Vec::new(),
    };
    let mut tx = cx.db.write().await?;
    store::insert(&mut tx, &import).await?;
    tx.commit().await?;
    match take_in(cx, &import, bytes).await {
        Ok(import) => Ok(import),
        Err(error) => {
            let mut tx = cx.db.write().await?;
            store::delete(&mut tx, &import.id).await?;
            tx.commit().await?;
            Err(error)
        }
    }
}

async fn take_in(cx: &Cx, import: &Import, bytes: Bytes) -> Result<Import> {
    let (sender, mut receiver) = mpsc::channel(WAITING_MAX);
    let reading = tokio::task::spawn_blocking(move || read(&bytes, &sender));
    let (mut number, mut first) = (0, Vec::new());
    while let Some(lines) = receiver.recv().await {
        let rows: Vec<Row> = lines
            .into_iter()
            .map(|line: Line| Row {
                line: line.number,
                cells: line.cells,
                as_came: line.as_came,
                surplus: line.surplus,
                unsolved: line.unsolved,
                ..Row::default()
            })
            .collect();
        if number == 0 {
            first = rows.first().map(|row| row.cells.clone()).unwrap_or_default();
        }
        let mut tx = cx.db.write().await?;
        write_part(&mut tx, cx, &import.id, number, &rows).await?;
        tx.commit().await?;
        number += 1;
    }
    // A workbook that makes its reader panic is damaged on purpose.
    let outline: Outline = reading.await.map_err(|_| BAD_WORKBOOK)??;

    let mut tx = cx.db.write().await?;
    let before = find_in(&mut tx, &import.id).await?;
    let read = Import {
        state: State::Read,
        columns: Columns::guess(&outline.heads, &first),
        rows: i64::try_from(outline.rows).unwrap_or(i64::MAX),
        heads: outline.heads,
        ..before.clone()
    };
    store::set(&mut tx, &before, &read).await?;
    let event = audit::Event::new("import.upload", "import", &read.id);
    audit::record(&mut tx, cx, event.after(json!({ "name": read.name, "rows": read.rows }))).await?;
    tx.commit().await?;
    Ok(read)
}

fn read(bytes: &[u8], parts: &mpsc::Sender<Vec<Line>>) -> Result<Outline> {
    let mut part = Vec::with_capacity(PART_ROWS);
    let outline = file::read(bytes, &mut |line| {
        part.push(line);
        part.len() < PART_ROWS || parts.blocking_send(std::mem::take(&mut part)).is_ok()
    })?;
    if part.is_empty() || parts.blocking_send(part).is_ok() {
        return Ok(outline);
    }
    Err(Error::fault("reading an import", "nobody takes the rows"))
}

/// A file's name without what cannot be seen.
fn shown_name(name: &str) -> String {
    name.chars().filter(|letter| !is_hidden(*letter)).take(NAME_MAX).collect()
}
