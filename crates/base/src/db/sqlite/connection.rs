//! One connection to the SQLite file: how it is set up and how it runs a statement.

use std::{
    collections::HashMap,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering::Relaxed},
    },
    time::Instant,
};

use rusqlite::{
    CachedStatement, Connection, ErrorCode, OpenFlags, ToSql,
    config::DbConfig,
    ffi,
    functions::{Context, FunctionFlags},
    types::{ToSqlOutput, ValueRef},
};

use crate::{
    Error, Fault, Result,
    db::{
        BUSY, Described, FULL, Options, text,
        tx::{Answer, Ask, Batch, Want},
        value::{Row, Value},
    },
};

/// How many prepared statements a connection keeps.
const STATEMENTS_MAX: usize = 512;

/// After how many steps of SQLite's machine a reading statement looks at the clock: some milliseconds.
const STEPS: i32 = 100_000;

/// What a connection is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    Write,
    /// Reads of any length.
    Read,
    /// Look-ups that touch few pages.
    LookUp,
}

/// A connection with the statements it has seen.
#[derive(Debug)]
pub(super) struct Lite {
    connection: Connection,
    /// The text for SQLite by address and length of the program's text.
    texts: HashMap<(usize, usize), Box<str>>,
    /// Set when a statement begins; its time counts from the first look at the clock.
    begins: Arc<AtomicBool>,
}

/// A text in lower case, in every script; null stays null, and other values are what they are as text.
fn lower(context: &Context<'_>) -> Option<String> {
    match context.get_raw(0) {
        ValueRef::Null => None,
        ValueRef::Integer(number) => Some(number.to_string()),
        ValueRef::Real(number) => Some(number.to_string()),
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => Some(String::from_utf8_lossy(bytes).to_lowercase()),
    }
}

impl Lite {
    /// Opens the file for a purpose. The writer comes first and makes the file.
    pub(super) fn open(path: &Path, purpose: Purpose, options: &Options) -> Result<Self> {
        Self::connect(path, purpose, options).map_err(|error| match fault("opening the SQLite file", error) {
            Error::Fault(fault) => Error::fault(fault.doing, format!("{}: {}", path.display(), fault.cause)),
            refusal @ Error::Refusal(_) => refusal,
        })
    }

    fn connect(path: &Path, purpose: Purpose, options: &Options) -> rusqlite::Result<Self> {
        let mut flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        if purpose == Purpose::Write {
            flags |= OpenFlags::SQLITE_OPEN_CREATE;
        }
        let mut connection = Connection::open_with_flags(path, flags)?;
        connection.busy_timeout(options.wait_limit)?;
        connection.set_prepared_statement_cache_capacity(STATEMENTS_MAX);
        if purpose == Purpose::Write {
            connection.execute_batch("pragma journal_mode = wal")?;
        }
        // FULL: a commit survives loss of power. The memory of a cache is taken only as pages are read.
        connection.execute_batch(
            "pragma synchronous = full; pragma foreign_keys = on; pragma trusted_schema = off;
             pragma temp_store = memory; pragma cache_size = -4096; pragma wal_autocheckpoint = 2000;
             pragma journal_size_limit = 67108864; pragma recursive_triggers = on;",
        )?;
        // Writing many rows, and reading a thousand of a million, touches many pages.
        if purpose != Purpose::LookUp {
            connection.execute_batch("pragma cache_size = -16384;")?;
        }
        // One plan for all values. Without this, SQLite plans a statement anew whenever a value is bound that
        // might make another plan better, and planning takes ten times as long as a look-up.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        // SQLite's own knows ASCII only, PostgreSQL's and ours every script.
        let flags = FunctionFlags::SQLITE_UTF8
            | FunctionFlags::SQLITE_DETERMINISTIC
            | FunctionFlags::SQLITE_INNOCUOUS;
        connection.create_scalar_function("lower", 1, flags, |context| Ok(lower(context)))?;
        let begins = Arc::new(AtomicBool::new(true));
        if purpose != Purpose::Write {
            connection.execute_batch("pragma query_only = on;")?;
            let (begins, limit) = (Arc::clone(&begins), options.statement_limit);
            let mut began = Instant::now();
            let is_over = move || {
                if begins.swap(false, Relaxed) {
                    began = Instant::now();
                }
                began.elapsed() > limit
            };
            connection.progress_handler(STEPS, Some(is_over))?;
        }
        Ok(Self { connection, texts: HashMap::new(), begins })
    }

    /// Runs one statement.
    pub(super) fn ask(&mut self, ask: &Ask) -> Result<Answer> {
        self.try_ask(ask).map_err(|error| fault(ask.text, error))
    }

    fn try_ask(&mut self, ask: &Ask) -> rusqlite::Result<Answer> {
        let mut statement = prepare(&self.connection, &mut self.texts, ask.text)?;
        bind(&mut statement, &ask.values)?;
        self.begins.store(true, Relaxed);
        match ask.want {
            Want::Changes => execute(&self.connection, &mut statement).map(Answer::Changes),
            Want::Rows(max) => collect(&mut statement, max).map(Answer::Rows),
        }
    }

    /// Runs one statement for each list of values.
    pub(super) fn each(&mut self, batch: &Batch) -> Result<Answer> {
        self.try_each(batch).map(Answer::Changes).map_err(|error| fault(batch.text, error))
    }

    fn try_each(&mut self, batch: &Batch) -> rusqlite::Result<u64> {
        let mut statement = prepare(&self.connection, &mut self.texts, batch.text)?;
        self.begins.store(true, Relaxed);
        let mut changes = 0;
        for values in &batch.rows {
            bind(&mut statement, values)?;
            changes += execute(&self.connection, &mut statement)?;
        }
        Ok(changes)
    }

    /// The first row for each list of values.
    pub(super) fn first_of_each(&mut self, batch: &Batch) -> Result<Answer> {
        self.try_first_of_each(batch).map(Answer::Firsts).map_err(|error| fault(batch.text, error))
    }

    fn try_first_of_each(&mut self, batch: &Batch) -> rusqlite::Result<Vec<Option<Row>>> {
        let mut statement = prepare(&self.connection, &mut self.texts, batch.text)?;
        self.begins.store(true, Relaxed);
        let mut found = Vec::with_capacity(batch.rows.len());
        for values in &batch.rows {
            bind(&mut statement, values)?;
            found.push(collect(&mut statement, 1)?.pop());
        }
        Ok(found)
    }

    /// Runs several statements without values.
    pub(super) fn script(&self, text: &str) -> Result<()> {
        self.connection.execute_batch(text).map_err(|error| fault("running a script", error))
    }

    /// Runs a word of transaction control, such as `commit`.
    pub(super) fn control(&self, word: &'static str) -> Result<()> {
        self.connection
            .prepare_cached(word)
            .and_then(|mut statement| statement.raw_execute())
            .map(drop)
            .map_err(|error| fault(word, error))
    }

    /// Whether no transaction is open.
    pub(super) fn is_idle(&self) -> bool {
        self.connection.is_autocommit()
    }

    /// A number that is another one after any other connection, of this or another process, has committed.
    pub(super) fn data_version(&self) -> Result<i64> {
        self.connection
            .prepare_cached("pragma data_version")
            .and_then(|mut statement| statement.query_row([], |row| row.get(0)))
            .map_err(|error| fault("asking for the state of the database", error))
    }

    /// Prepares only.
    pub(super) fn describe(&self, sql: &str) -> Result<Described> {
        let statement = self
            .connection
            .prepare(&text::for_sqlite(sql))
            .map_err(|error| fault("preparing a statement", error))?;
        Ok(Described { parameters: statement.parameter_count(), columns: statement.column_count() })
    }
}

fn prepare<'a>(
    connection: &'a Connection,
    texts: &mut HashMap<(usize, usize), Box<str>>,
    text: &'static str,
) -> rusqlite::Result<CachedStatement<'a>> {
    let key = (text.as_ptr().addr(), text.len());
    connection.prepare_cached(texts.entry(key).or_insert_with(|| text::for_sqlite(text).into()))
}

/// Runs a statement to its end; the number of rows it changed.
fn execute(connection: &Connection, statement: &mut CachedStatement<'_>) -> rusqlite::Result<u64> {
    if statement.column_count() == 0 {
        return Ok(statement.raw_execute()? as u64);
    }
    let mut rows = statement.raw_query();
    while rows.next()?.is_some() {}
    drop(rows);
    Ok(connection.changes())
}

fn bind(statement: &mut CachedStatement<'_>, values: &[Value]) -> rusqlite::Result<()> {
    if statement.parameter_count() != values.len() {
        return Err(rusqlite::Error::InvalidParameterCount(values.len(), statement.parameter_count()));
    }
    for (index, value) in values.iter().enumerate() {
        statement.raw_bind_parameter(index + 1, value)?;
    }
    Ok(())
}

fn collect(statement: &mut CachedStatement<'_>, max: usize) -> rusqlite::Result<Vec<Row>> {
    let columns = statement.column_count();
    let mut found = Vec::new();
    let mut rows = statement.raw_query();
    while found.len() < max
        && let Some(row) = rows.next()?
    {
        let mut values = Vec::with_capacity(columns);
        for column in 0..columns {
            values.push(match row.get_ref(column)? {
                ValueRef::Null => Value::Null,
                ValueRef::Integer(number) => Value::Int(number),
                ValueRef::Real(number) => Value::Float(number),
                ValueRef::Text(text) => Value::Text(
                    String::from_utf8(text.to_vec())
                        .map_err(|error| rusqlite::Error::Utf8Error(column, error.utf8_error()))?,
                ),
                ValueRef::Blob(bytes) => Value::Bytes(bytes.to_vec()),
            });
        }
        found.push(Row(values));
    }
    Ok(found)
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Int(number) => ValueRef::Integer(*number),
            Self::Bool(yes) => ValueRef::Integer((*yes).into()),
            Self::Float(number) => ValueRef::Real(*number),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
            Self::Bytes(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

/// An error of SQLite as the house's own: [`BUSY`] if another process holds the file or the statement took
/// too long, [`FULL`], else a fault, with the broken unique rule.
fn fault(doing: &'static str, error: rusqlite::Error) -> Error {
    let mut taken = None;
    if let rusqlite::Error::SqliteFailure(failure, message) = &error {
        match failure.code {
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => return BUSY.into(),
            ErrorCode::OperationInterrupted => {
                tracing::warn!(doing, "a statement took too long and was given up");
                return BUSY.into();
            }
            _ => {}
        }
        if failure.code == ErrorCode::DiskFull {
            return FULL.into();
        }
        taken = broken_rule(failure.extended_code, message.as_deref().unwrap_or_default());
    }
    Error::Fault(Box::new(Fault { doing, cause: error.into(), taken, raced: false }))
}

/// The name PostgreSQL would give the broken rule. SQLite says `UNIQUE constraint failed: badges.code`, or
/// `… index 'name'` if the index is over expressions.
fn broken_rule(extended_code: i32, message: &str) -> Option<String> {
    let is_primary = match extended_code {
        ffi::SQLITE_CONSTRAINT_UNIQUE => false,
        ffi::SQLITE_CONSTRAINT_PRIMARYKEY => true,
        _ => return None,
    };
    let (_, rule) = message.split_once("failed: ")?;
    if let Some(name) = rule.strip_prefix("index '") {
        return Some(name.trim_end_matches('\'').to_owned());
    }
    let (table, _) = rule.split_once('.')?;
    if is_primary {
        return Some(format!("{table}_pkey"));
    }
    let columns = rule.split(", ").filter_map(|column| column.split_once('.')).map(|(_, column)| column);
    Some(format!("{table}_{}_key", columns.collect::<Vec<_>>().join("_")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_rule_has_the_name_postgresql_gives_it() {
        let unique = |rule: &str| {
            broken_rule(ffi::SQLITE_CONSTRAINT_UNIQUE, &format!("UNIQUE constraint failed: {rule}"))
        };

        assert_eq!(unique("badges.code").as_deref(), Some("badges_code_key"));
        assert_eq!(unique("a.x, a.y").as_deref(), Some("a_x_y_key"));
        assert_eq!(unique("index 'users_lower_key'").as_deref(), Some("users_lower_key"));
        let primary = broken_rule(ffi::SQLITE_CONSTRAINT_PRIMARYKEY, "UNIQUE constraint failed: users.id");
        assert_eq!(primary.as_deref(), Some("users_pkey"));
    }
}
