//! A transaction and its statements, the same for both databases.

use std::sync::Arc;

use super::{
    Engine, ROWS_MAX,
    postgres::{self, Postgres},
    sqlite::{self, Sqlite},
    value::{Row, Value},
};
use crate::{Error, Result};

/// A read or write transaction. Dropped without [`commit`](Self::commit), a write transaction is rolled back.
///
/// After a statement has failed, or was given up before its answer came, a write transaction can only be
/// dropped: further statements and the commit are faults, on both databases.
#[derive(Debug)]
pub struct Tx {
    inner: Inner,
    broken: bool,
}

#[derive(Debug)]
enum Inner {
    SqliteRead(Arc<Sqlite>),
    SqliteWrite(sqlite::Holder),
    PostgresRead(Arc<Postgres>),
    PostgresWrite(postgres::Open),
}

/// What a statement shall give.
#[derive(Clone, Copy, Debug)]
pub(super) enum Want {
    /// The number of rows changed.
    Changes,
    /// The first rows, up to this many.
    Rows(usize),
}

/// A statement with its values, ready to run.
#[derive(Debug)]
pub(super) struct Ask {
    pub(super) text: &'static str,
    pub(super) values: Vec<Value>,
    pub(super) want: Want,
    /// Whether it touches so few pages that it may run where it is asked, or share a connection.
    pub(super) brief: bool,
}

/// A statement with many lists of values, to run once for each.
#[derive(Debug)]
pub(super) struct Batch {
    pub(super) text: &'static str,
    pub(super) rows: Vec<Vec<Value>>,
}

/// What a statement gave.
#[derive(Debug)]
pub(super) enum Answer {
    Changes(u64),
    Rows(Vec<Row>),
    /// The first row of each of many.
    Firsts(Vec<Option<Row>>),
}

impl Tx {
    pub(super) const fn sqlite_read(sqlite: Arc<Sqlite>) -> Self {
        Self { inner: Inner::SqliteRead(sqlite), broken: false }
    }

    pub(super) const fn sqlite_write(holder: sqlite::Holder) -> Self {
        Self { inner: Inner::SqliteWrite(holder), broken: false }
    }

    pub(super) const fn postgres_read(postgres: Arc<Postgres>) -> Self {
        Self { inner: Inner::PostgresRead(postgres), broken: false }
    }

    pub(super) const fn postgres_write(open: postgres::Open) -> Self {
        Self { inner: Inner::PostgresWrite(open), broken: false }
    }

    /// Which database this is, for the few statements that cannot be the same on both.
    pub const fn engine(&self) -> Engine {
        match self.inner {
            Inner::SqliteRead(_) | Inner::SqliteWrite(_) => Engine::Sqlite,
            Inner::PostgresRead(_) | Inner::PostgresWrite(_) => Engine::Postgres,
        }
    }

    /// A statement. The text is part of the program, so nothing from outside can get into it.
    pub fn sql(&mut self, text: &'static str) -> Statement<'_> {
        Statement { tx: self, text, values: Vec::with_capacity(8), brief: false }
    }

    /// Ends the transaction; answered only when it is durable. A fault means that it is not, except when
    /// the connection to PostgreSQL broke before the answer came: then nobody knows.
    pub async fn commit(self) -> Result<()> {
        if self.broken {
            return Err(broken());
        }
        match self.inner {
            Inner::SqliteRead(_) | Inner::PostgresRead(_) => Ok(()),
            Inner::SqliteWrite(holder) => holder.commit().await,
            Inner::PostgresWrite(open) => open.commit().await,
        }
    }

    /// Runs several statements without values; for migrations.
    pub(super) async fn script(&mut self, text: String) -> Result<()> {
        self.start()?;
        match &mut self.inner {
            Inner::SqliteRead(_) | Inner::PostgresRead(_) => {
                return Err(Error::fault("running a script", "this transaction only reads"));
            }
            Inner::SqliteWrite(holder) => holder.script(text).await?,
            Inner::PostgresWrite(open) => open.script(&text).await?,
        }
        self.broken = false;
        Ok(())
    }

    async fn ask(&mut self, ask: Ask) -> Result<Answer> {
        match &self.inner {
            Inner::SqliteRead(sqlite) => return sqlite.read(ask).await,
            Inner::PostgresRead(postgres) => return postgres.read(ask).await,
            Inner::SqliteWrite(_) | Inner::PostgresWrite(_) => self.start()?,
        }
        let answer = match &mut self.inner {
            Inner::SqliteWrite(holder) => holder.ask(ask).await?,
            Inner::PostgresWrite(open) => open.ask(ask).await?,
            Inner::SqliteRead(sqlite) => sqlite.read(ask).await?,
            Inner::PostgresRead(postgres) => postgres.read(ask).await?,
        };
        self.broken = false;
        Ok(answer)
    }

    /// Counts the transaction as broken until the statement has its answer, so that one that is given up
    /// half-way counts as failed.
    fn start(&mut self) -> Result<()> {
        if std::mem::replace(&mut self.broken, true) { Err(broken()) } else { Ok(()) }
    }
}

fn broken() -> Error {
    Error::fault("using a transaction", "an earlier statement failed; it can only be rolled back")
}

/// A statement that takes its values and then runs.
#[must_use]
#[derive(Debug)]
pub struct Statement<'a> {
    tx: &'a mut Tx,
    text: &'static str,
    values: Vec<Value>,
    brief: bool,
}

impl Statement<'_> {
    /// For hot statements that touch few pages: on SQLite it runs at once on the calling thread, in a read transaction if a
    /// connection is free. The way to another thread and back would cost more than the statement. On PostgreSQL those that
    /// are asked side by side in read transactions share a connection, and so the way there and back.
    pub fn brief(self) -> Self {
        self.brief_if(true)
    }

    /// The same for a statement that touches few pages only with these values.
    pub fn brief_if(mut self, is_brief: bool) -> Self {
        self.brief = is_brief;
        self
    }

    /// The value of the next placeholder: the first call binds `$1`.
    pub fn bind(mut self, value: impl Into<Value>) -> Self {
        self.values.push(value.into());
        self
    }

    /// Runs it and gives the number of rows changed.
    pub async fn run(self) -> Result<u64> {
        match self.ask(Want::Changes).await? {
            Answer::Changes(changes) => Ok(changes),
            Answer::Rows(rows) => Ok(rows.len() as u64),
            Answer::Firsts(firsts) => Ok(firsts.len() as u64),
        }
    }

    /// Runs it once for each of these lists of values, instead of for bound ones, and gives the number of rows
    /// changed by all of them. In a write transaction on its way only once, so much faster than one by one.
    pub async fn each(self, mut rows: Vec<Vec<Value>>) -> Result<u64> {
        if rows.len() == 1 {
            let values = rows.pop().unwrap_or_default();
            return Self { values, ..self }.run().await;
        }
        let Self { tx, text, .. } = self;
        for values in &rows {
            refuse_nul(values)?;
        }
        if rows.is_empty() {
            return Ok(0);
        }
        tx.start()?;
        let batch = Batch { text, rows };
        let changes = match &mut tx.inner {
            Inner::SqliteWrite(holder) => holder.each(batch).await?,
            Inner::PostgresWrite(open) => open.each(batch).await?,
            Inner::SqliteRead(_) | Inner::PostgresRead(_) => {
                return Err(Error::fault(text, "this transaction only reads"));
            }
        };
        tx.broken = false;
        Ok(changes)
    }

    /// The first row, if there is one, for each of these lists of values, instead of for bound ones. On its way only
    /// once, so much faster than one by one; only in a write transaction.
    pub async fn first_of_each(self, rows: Vec<Vec<Value>>) -> Result<Vec<Option<Row>>> {
        let Self { tx, text, .. } = self;
        for values in &rows {
            refuse_nul(values)?;
        }
        if rows.is_empty() {
            return Ok(Vec::new());
        }
        tx.start()?;
        let batch = Batch { text, rows };
        let found = match &mut tx.inner {
            Inner::SqliteWrite(holder) => holder.first_of_each(batch).await?,
            Inner::PostgresWrite(open) => open.first_of_each(&batch).await?,
            Inner::SqliteRead(_) | Inner::PostgresRead(_) => {
                return Err(Error::fault(text, "only a write transaction asks for many at once"));
            }
        };
        tx.broken = false;
        Ok(found)
    }

    /// All rows. A fault above [`ROWS_MAX`].
    pub async fn all(self) -> Result<Vec<Row>> {
        let text = self.text;
        let rows = self.rows(ROWS_MAX + 1).await?;
        if rows.len() > ROWS_MAX {
            return Err(Error::fault(text, format!("more than {ROWS_MAX} rows")));
        }
        Ok(rows)
    }

    /// The first row, if there is one.
    pub async fn first(self) -> Result<Option<Row>> {
        Ok(self.rows(1).await?.pop())
    }

    /// The only row. A fault if there is none, or more than one.
    pub async fn one(self) -> Result<Row> {
        let text = self.text;
        let mut rows = self.rows(2).await?;
        match (rows.pop(), rows.is_empty()) {
            (Some(row), true) => Ok(row),
            (None, _) => Err(Error::fault(text, "wanted one row, found none")),
            (Some(_), false) => Err(Error::fault(text, "wanted one row, found more")),
        }
    }

    async fn rows(self, max: usize) -> Result<Vec<Row>> {
        match self.ask(Want::Rows(max)).await? {
            Answer::Rows(rows) => Ok(rows),
            Answer::Changes(_) | Answer::Firsts(_) => Ok(Vec::new()),
        }
    }

    async fn ask(self, want: Want) -> Result<Answer> {
        let Self { tx, text, values, brief } = self;
        refuse_nul(&values)?;
        tx.ask(Ask { text, values, want, brief }).await
    }
}

fn refuse_nul(values: &[Value]) -> Result<()> {
    let has_nul = |value: &Value| matches!(value, Value::Text(text) if text.as_bytes().contains(&0));
    if values.iter().any(has_nul) { Err(super::NUL_IN_TEXT.into()) } else { Ok(()) }
}
