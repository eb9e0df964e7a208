//! Fresh databases for tests, on the engine that `SEATWARDEN_TEST_DATABASE` names: `sqlite` (the default)
//! or `postgres`, then with the URL of a superuser in `SEATWARDEN_TEST_POSTGRES`.
#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot have its database must say so loudly"
)]

use std::{env, str::FromStr, thread};

use tempfile::TempDir;

use super::{Db, Engine, EngineOptions, Options};
use crate::{random::Random, secret::Secret};

/// A database of one test. Dropped, it is gone.
#[derive(Debug)]
pub struct TestDb {
    /// The door to it.
    pub db: Db,
    /// How it was opened; a second door to the same database opens with these.
    pub options: Options,
    _directory: Option<TempDir>,
    schema: Option<Schema>,
}

#[derive(Debug)]
struct Schema {
    url: String,
    name: String,
}

/// Which engine this run of the tests is for.
///
/// # Panics
/// If the variable holds a word that is none.
pub fn engine() -> Engine {
    match env::var("SEATWARDEN_TEST_DATABASE").as_deref() {
        Err(_) | Ok("" | "sqlite") => Engine::Sqlite,
        Ok("postgres") => Engine::Postgres,
        Ok(other) => panic!("SEATWARDEN_TEST_DATABASE is `{other}`, not `sqlite` or `postgres`"),
    }
}

/// A fresh, empty database.
///
/// # Panics
/// If it cannot be had.
pub async fn fresh() -> TestDb {
    fresh_with(|_| ()).await
}

/// A fresh, empty database with options of the test's own.
///
/// # Panics
/// If it cannot be had.
pub async fn fresh_with(change: impl FnOnce(&mut Options)) -> TestDb {
    match engine() {
        Engine::Sqlite => fresh_sqlite_with(change).await,
        Engine::Postgres => fresh_postgres(change).await,
    }
}

/// A fresh SQLite file, whatever the run is for; for tests of SQLite itself.
///
/// # Panics
/// If it cannot be had.
pub async fn fresh_sqlite_with(change: impl FnOnce(&mut Options)) -> TestDb {
    let directory = tempfile::tempdir().expect("a directory for the test database");
    let mut options = Options::sqlite(directory.path().join("test.sqlite"));
    change(&mut options);
    let db = Db::open(options.clone()).await.expect("the test database opens");
    TestDb { db, options, _directory: Some(directory), schema: None }
}

async fn fresh_postgres(change: impl FnOnce(&mut Options)) -> TestDb {
    let url = env::var("SEATWARDEN_TEST_POSTGRES").expect(
        "SEATWARDEN_TEST_DATABASE is postgres, so SEATWARDEN_TEST_POSTGRES must hold the URL of a superuser",
    );
    let random = Random::system().bytes::<8>().expect("random bytes");
    let name = format!("test_{}", data_encoding::HEXLOWER.encode(&random));
    run(&url, &format!("create schema {name}")).await.expect("SEATWARDEN_TEST_POSTGRES leads to a superuser");
    let separator = if url.contains('?') { '&' } else { '?' };
    let own = format!("{url}{separator}options=-c%20search_path%3D{name}&application_name={name}");
    let mut options = Options::new(EngineOptions::Postgres { url: Secret::new(own), pool_size: 4 });
    change(&mut options);
    let db = Db::open(options.clone()).await.expect("the test schema opens");
    TestDb { db, options, _directory: None, schema: Some(Schema { url, name }) }
}

async fn run(url: &str, sql: &str) -> Result<(), tokio_postgres::Error> {
    let config = tokio_postgres::Config::from_str(url)?;
    let (client, connection) = config.connect(tokio_postgres::NoTls).await?;
    let connection = tokio::spawn(connection);
    let done = client.batch_execute(sql).await;
    drop(client);
    drop(connection.await);
    done
}

impl Drop for TestDb {
    fn drop(&mut self) {
        let Some(Schema { url, name }) = self.schema.take() else { return };
        // A runtime of its own: the test's may be one that cannot wait here. A schema left behind does no harm.
        // Its connections go first: a transaction the test left open would hold the schema.
        let sql = format!(
            "select pg_terminate_backend(pid) from pg_stat_activity where application_name = '{name}'; \
             set lock_timeout = '5s'; drop schema {name} cascade"
        );
        let dropped = thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            runtime.map(|runtime| runtime.block_on(run(&url, &sql)).is_ok())
        });
        drop(dropped.join());
    }
}
