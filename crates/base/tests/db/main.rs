//! What the database door promises, on the engine this run is for.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "helpers of tests")]

mod crashing;
mod grouping;
mod migrating;
mod reading;
mod writing;

use std::time::Duration;

use seatwarden_base::{
    Error,
    db::{Db, Migration, testing::TestDb},
};

/// A table with all types that stores use, and rules to break.
const THINGS: Migration = Migration {
    version: 1,
    name: "things",
    sql: "create table things (
              id bigint primary key,
              name text collate \"C\" not null,
              shelf text,
              place integer,
              is_new boolean,
              weight double precision,
              picture bytea,
              constraint things_name_key unique (name),
              constraint things_shelf_place_key unique (shelf, place)
          );
          create table parts (id bigint primary key, thing_id bigint not null references things (id));",
};

/// A fresh database with the table `things`.
async fn things() -> TestDb {
    with_things(seatwarden_base::db::testing::fresh().await).await
}

async fn with_things(test: TestDb) -> TestDb {
    test.db.migrate(&[THINGS], 1).await.unwrap();
    test
}

/// Adds a thing in a transaction of its own: every other one where it is asked, the others where writing is done.
async fn add(db: &Db, id: i64) -> Result<(), Error> {
    let mut tx = db.write().await?;
    tx.sql("insert into things (id, name) values ($1, $2)")
        .bind(id)
        .bind(format!("thing {id}"))
        .brief_if(id % 2 == 0)
        .run()
        .await?;
    tx.commit().await
}

/// The ids of all things, in order.
async fn ids(db: &Db) -> Vec<i64> {
    let mut tx = db.read().await.unwrap();
    let rows = tx.sql("select id from things order by id").all().await.unwrap();
    rows.iter().map(|row| row.get(0).unwrap()).collect()
}

/// Waits until `is_so`; fails the test if that takes too long.
async fn until(is_so: impl Fn() -> bool) {
    let waiting = async {
        while !is_so() {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(30), waiting).await.expect("it comes true");
}

fn taken(error: &Error) -> Option<&str> {
    match error {
        Error::Fault(fault) => fault.taken.as_deref(),
        Error::Refusal(_) => None,
    }
}
