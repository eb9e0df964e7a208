//! The two databases under a server: a file, or a database of its own in the given PostgreSQL.

use std::{
    path::Path,
    sync::atomic::{AtomicU32, Ordering},
};

use tokio_postgres::{Client, NoTls};

use crate::given;

/// Which database a server runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// A file in the data directory.
    Sqlite,
    /// A new database in the PostgreSQL server of this test run.
    Postgres,
}

/// A database of its own in the PostgreSQL server; dropped with everything in it.
pub struct PostgresDatabase {
    name: String,
    url: String,
}

impl PostgresDatabase {
    /// Makes an empty database.
    pub async fn create() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let server = given("SEATWARDEN_E2E_POSTGRES");
        let name = format!("e2e_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let client = connect(&server).await;
        client.batch_execute(&format!("CREATE DATABASE {name}")).await.unwrap();
        let (front, _) = server.rsplit_once('/').expect("SEATWARDEN_E2E_POSTGRES names a database");
        Self { url: format!("{front}/{name}"), name }
    }

    /// Where it answers, password included.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The first column of the first row of a statement.
    pub async fn text(&self, sql: &str) -> Option<String> {
        let client = connect(&self.url).await;
        client.query_opt(sql, &[]).await.unwrap().map(|row| row.get(0))
    }
}

impl Drop for PostgresDatabase {
    fn drop(&mut self) {
        // The license server of a demo has a database beside it.
        let names = [self.name.clone(), format!("{}_vendor", self.name)];
        let server = given("SEATWARDEN_E2E_POSTGRES");
        // Dropping cannot wait, and the thread may be one of a runtime.
        let dropped = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                let client = connect(&server).await;
                for name in names {
                    let drop = format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)");
                    client.batch_execute(&drop).await.unwrap();
                }
            });
        });
        dropped.join().ok();
    }
}

async fn connect(url: &str) -> Client {
    let (client, connection) = tokio_postgres::connect(url, NoTls).await.unwrap();
    tokio::spawn(connection);
    client
}

/// The first column of the first row of a statement on the file that a server has open.
pub fn sqlite_text(file: &Path, sql: &str) -> Option<String> {
    let reader =
        rusqlite::Connection::open_with_flags(file, rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    reader.query_row(sql, [], |row| row.get(0)).ok()
}
