//! What the operator may decide about the database.

use std::{path::PathBuf, time::Duration};

use crate::secret::Secret;

/// Which of the two databases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// SQLite, inside this process.
    Sqlite,
    /// A PostgreSQL server.
    Postgres,
}

/// Where the database is.
#[derive(Clone, Debug)]
pub enum EngineOptions {
    /// A file of this process alone.
    Sqlite {
        /// The file; made if it is not there. Its directory must exist.
        path: PathBuf,
    },
    /// A PostgreSQL server, version 14 or later.
    Postgres {
        /// `postgres://user:password@host:port/database?sslmode=…`. `sslmode` is one of
        /// `disable`; `prefer` (the default): encrypted if the server can, but the certificate is not
        /// checked unless a root certificate is given; `require`: encrypted and the certificate checked.
        url: Secret,
        /// The most connections to hold.
        pool_size: usize,
    },
}

/// How to open the database.
#[derive(Clone, Debug)]
pub struct Options {
    /// Which one, and where.
    pub engine: EngineOptions,
    /// How long a write transaction may be idle between two statements before it is rolled back.
    pub write_idle_limit: Duration,
    /// How long write transactions may gather before they are made durable together (SQLite). They are
    /// earlier if nobody else waits.
    pub group_limit: Duration,
    /// How long to wait for a connection of the pool (PostgreSQL) or for another process that writes
    /// (SQLite) before the caller is refused as busy.
    pub wait_limit: Duration,
    /// How long to wait for a new connection (PostgreSQL).
    pub connect_limit: Duration,
    /// How long one statement may take before its caller is refused as busy; on SQLite only one that reads.
    pub statement_limit: Duration,
    /// How many may wait in line for the writer, and as many for the readers (SQLite).
    pub queue_max: usize,
    /// Certificates (PEM) to trust instead of the web's public ones (PostgreSQL).
    pub root_certificate_path: Option<PathBuf>,
}

impl Options {
    /// A SQLite file, everything else as shipped.
    pub fn sqlite(path: impl Into<PathBuf>) -> Self {
        Self::new(EngineOptions::Sqlite { path: path.into() })
    }

    /// A PostgreSQL server, everything else as shipped.
    pub fn postgres(url: Secret, pool_size: usize) -> Self {
        Self::new(EngineOptions::Postgres { url, pool_size })
    }

    /// This engine, everything else as shipped.
    pub fn new(engine: EngineOptions) -> Self {
        Self {
            engine,
            write_idle_limit: Duration::from_secs(5),
            group_limit: Duration::from_millis(10),
            wait_limit: Duration::from_secs(5),
            connect_limit: Duration::from_secs(5),
            statement_limit: Duration::from_secs(30),
            queue_max: super::QUEUE_MAX,
            root_certificate_path: None,
        }
    }
}
