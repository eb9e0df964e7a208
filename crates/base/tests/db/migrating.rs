//! The series of migrations.

use seatwarden_base::{
    Error,
    db::{Db, Migration, NEWER, testing},
};

use crate::{THINGS, add, ids};

const MORE: Migration = Migration {
    version: 2,
    name: "more",
    sql: "alter table things add column colour text;
          -- sqlite only
          create table only_here (engine text not null default 'sqlite');
          -- end
          -- postgres only
          create table only_here (engine text not null default 'postgres');
          -- end
          insert into only_here default values;",
};

async fn versions(db: &Db) -> Vec<(i64, String, i64)> {
    let mut tx = db.read().await.unwrap();
    let rows = tx.sql("select version, name, applied_at_ms from schema_migrations order by version").all();
    rows.await
        .unwrap()
        .iter()
        .map(|row| (row.get(0).unwrap(), row.get(1).unwrap(), row.get(2).unwrap()))
        .collect()
}

#[tokio::test]
async fn each_migration_is_applied_once() {
    let test = testing::fresh().await;

    test.db.migrate(&[THINGS], 10).await.unwrap();
    test.db.migrate(&[THINGS, MORE], 20).await.unwrap();
    test.db.migrate(&[THINGS, MORE], 30).await.unwrap();

    let wanted = [(1, "things".to_owned(), 10), (2, "more".to_owned(), 20)];
    assert_eq!(versions(&test.db).await, wanted);
    let mut tx = test.db.read().await.unwrap();
    let engine: String = tx.sql("select engine from only_here").one().await.unwrap().get(0).unwrap();
    assert_eq!(engine, format!("{:?}", test.db.engine()).to_lowercase());
}

#[tokio::test]
async fn a_newer_database_is_refused_and_left_alone() {
    let test = testing::fresh().await;
    test.db.migrate(&[THINGS, MORE], 10).await.unwrap();

    let refused = test.db.migrate(&[THINGS], 20).await.unwrap_err();

    assert!(refused.is(&NEWER));
    let values = &refused.refusal().unwrap().values;
    assert_eq!(values, &[("database", "2".to_owned()), ("program", "1".to_owned())]);
}

#[tokio::test]
async fn a_migration_that_was_changed_later_is_a_fault() {
    let test = testing::fresh().await;
    test.db.migrate(&[MORE_ALONE], 10).await.unwrap();
    let changed = Migration { sql: "create table a (id bigint not null)", ..MORE_ALONE };
    let same = Migration { sql: "create table a (\r\n id bigint)", ..MORE_ALONE };

    let refused = test.db.migrate(&[changed], 20).await.unwrap_err();

    assert!(matches!(refused, Error::Fault(_)));
    assert!(refused.to_string().contains("1 alone"), "{refused}");
    test.db.migrate(&[same], 20).await.unwrap();
}

const MORE_ALONE: Migration = Migration { version: 1, name: "alone", sql: "create table a (\n id bigint)" };

#[tokio::test]
async fn a_failing_migration_leaves_the_schema_as_it_was() {
    let test = testing::fresh().await;
    let broken = Migration { version: 2, name: "broken", sql: "create table b (id bigint); nonsense;" };

    test.db.migrate(&[THINGS, broken], 10).await.unwrap_err();

    test.db.migrate(&[THINGS, MORE], 20).await.unwrap();
    assert!(test.db.describe("select id from b").await.is_err());
    add(&test.db, 1).await.unwrap();
    assert_eq!(ids(&test.db).await, [1]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nodes_that_start_at_once_migrate_once() {
    let test = testing::fresh().await;
    let mut nodes = Vec::new();
    for node in 0..4 {
        let db = Db::open(test.options.clone()).await.unwrap();
        nodes.push(tokio::spawn(async move {
            let migrated = db.migrate(&[THINGS, MORE], node).await;
            db.close().await;
            migrated
        }));
    }

    for node in nodes {
        node.await.unwrap().unwrap();
    }

    assert_eq!(versions(&test.db).await.len(), 2);
}
