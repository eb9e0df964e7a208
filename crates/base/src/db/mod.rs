//! The one door to two databases: SQLite inside, or PostgreSQL by URL.
//!
//! Stores write one SQL text, lower case, with `$1` placeholders, in the subset both share.
//! Every unique rule and unique index is named `table_column_key`, every primary key `table_pkey`;
//! that is what [`Fault::taken`](crate::Fault) says on both.

mod figures;
mod migrate;
mod options;
mod postgres;
mod sqlite;
#[cfg(feature = "testing")]
pub mod testing;
mod text;
mod tx;
mod value;

use std::sync::Arc;

pub use figures::Figures;
pub use migrate::{Migration, NEWER};
pub use options::{Engine, EngineOptions, Options};
pub use postgres::{
    beside::{Beside, create_beside},
    is_postgres_url,
};
pub use tx::{Statement, Tx};
pub use value::{FromValue, Row, Value};

use crate::{Kind, Refusal, Result};
use postgres::Postgres;
use sqlite::Sqlite;

/// The database cannot take more work right now; try again in a second.
pub const BUSY: Refusal = Refusal::new(Kind::Busy, "database.busy").retry_after(1);
/// There is no space left on the disk of the database: what is stored can be read, nothing can be added.
pub const FULL: Refusal = Refusal::new(Kind::Busy, "database.full").retry_after(60);

/// A text holds the character NUL, which PostgreSQL cannot store; refused on both.
pub const NUL_IN_TEXT: Refusal = Refusal::new(Kind::Malformed, "database.nul_in_text");

/// How many rows one statement may give; more is a fault.
pub const ROWS_MAX: usize = 100_000;

/// How many statements or write transactions may wait in line on SQLite; one more is refused with [`BUSY`].
pub const QUEUE_MAX: usize = 1_024;

/// The database. Cheap to clone; all clones are the same door.
#[derive(Clone, Debug)]
pub struct Db(Inner);

#[derive(Clone, Debug)]
enum Inner {
    Sqlite(Arc<Sqlite>),
    Postgres(Arc<Postgres>),
}

/// A state of the database. Two that are equal mean that nothing was committed in between by this process, and
/// nothing by any other but in the last millisecond.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct State {
    /// How many groups of actions this process has committed.
    own: u64,
    /// A number that changes with every commit of another connection.
    version: i64,
}

/// What the database makes of a statement before it runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Described {
    /// How many parameters it takes.
    pub parameters: usize,
    /// How many columns its rows have.
    pub columns: usize,
}

impl Db {
    /// Connects. Does not migrate. A fault if the database cannot be reached or opened.
    pub async fn open(options: Options) -> Result<Self> {
        Ok(Self(match &options.engine {
            EngineOptions::Sqlite { path } => Inner::Sqlite(Arc::new(Sqlite::open(path, &options)?)),
            EngineOptions::Postgres { url, pool_size } => {
                Inner::Postgres(Arc::new(Postgres::open(url, *pool_size, &options).await?))
            }
        }))
    }

    /// Brings the schema to the end of `series` in one transaction; nodes that start at once wait for
    /// each other. One cheap query if nothing is to be done. Refuses with [`NEWER`] if the database knows
    /// a migration that the series does not; a fault if an applied one has changed since.
    pub async fn migrate(&self, series: &[Migration], now_ms: i64) -> Result<()> {
        migrate::migrate(self, series, now_ms).await?;
        if let Inner::Postgres(postgres) = &self.0 {
            postgres.forget_statements();
        }
        Ok(())
    }

    /// Which database this is.
    pub fn engine(&self) -> Engine {
        match &self.0 {
            Inner::Sqlite(_) => Engine::Sqlite,
            Inner::Postgres(_) => Engine::Postgres,
        }
    }

    /// Statements that only read. Each sees the latest commit; there is no snapshot between two of them,
    /// and nothing is held between them. A statement that writes is a fault.
    #[expect(
        clippy::unused_async,
        reason = "the door may have to wait here one day; callers need not change"
    )]
    pub async fn read(&self) -> Result<Tx> {
        Ok(match &self.0 {
            Inner::Sqlite(sqlite) => Tx::sqlite_read(Arc::clone(sqlite)),
            Inner::Postgres(postgres) => Tx::postgres_read(Arc::clone(postgres)),
        })
    }

    /// The state the database is in now; none if that cannot be told at the cost of a glance, as always on
    /// PostgreSQL. What was read after a state was taken is still true while the state is the same, but for what another
    /// process committed in the last millisecond.
    pub fn state(&self) -> Option<State> {
        match &self.0 {
            Inner::Sqlite(sqlite) => sqlite.state(),
            Inner::Postgres(_) => None,
        }
    }

    /// Begins a write transaction, as soon as it is this caller's turn. Refuses with [`BUSY`] if too many
    /// wait already. Await nothing but the database while it is open: on SQLite everybody else waits, and
    /// after the idle limit of the options it is rolled back.
    pub async fn write(&self) -> Result<Tx> {
        match &self.0 {
            Inner::Sqlite(sqlite) => Ok(Tx::sqlite_write(sqlite.begin().await?)),
            Inner::Postgres(postgres) => Ok(Tx::postgres_write(postgres.begin().await?)),
        }
    }

    /// Whether the database answers, for the readiness probe.
    pub async fn ping(&self) -> Result<()> {
        match &self.0 {
            Inner::Sqlite(sqlite) => sqlite.ping().await,
            Inner::Postgres(postgres) => postgres.ping().await,
        }
    }

    /// Prepares a statement without running it. A fault if it does not fit the schema.
    pub async fn describe(&self, sql: &str) -> Result<Described> {
        match &self.0 {
            Inner::Sqlite(sqlite) => sqlite.describe(sql).await,
            Inner::Postgres(postgres) => postgres.describe(sql).await,
        }
    }

    /// Finishes what is in line, then closes all connections, on SQLite with the write-ahead log folded
    /// into the file. Whoever comes later is refused with [`BUSY`].
    pub async fn close(&self) {
        match &self.0 {
            Inner::Sqlite(sqlite) => sqlite.close().await,
            Inner::Postgres(postgres) => postgres.close(),
        }
    }

    /// Counters and queue lengths, for the metrics.
    pub fn figures(&self) -> Figures {
        match &self.0 {
            Inner::Sqlite(sqlite) => sqlite.figures(),
            Inner::Postgres(postgres) => postgres.figures(),
        }
    }
}
