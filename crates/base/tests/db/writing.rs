//! Write transactions: values, broken rules, rollback, limits.

use std::time::Duration;

use seatwarden_base::db::{BUSY, Engine, EngineOptions, NUL_IN_TEXT, Options, Value, testing};

use crate::{add, ids, taken, things, until, with_things};

#[tokio::test]
async fn every_type_comes_back_as_it_went_in() {
    let test = things().await;
    let mut tx = test.db.write().await.unwrap();
    tx.sql("insert into things (id, name, shelf, place, is_new, weight, picture) values ($1, $2, $3, $4, $5, $6, $7)")
        .bind(i64::MAX)
        .bind("naïve – עברית")
        .bind(Some("a"))
        .bind(i32::MIN)
        .bind(true)
        .bind(2.0)
        .bind(&b"\0\xff\x01"[..])
        .run()
        .await
        .unwrap();
    let columns = "select id, name, shelf, place, is_new, weight, picture from things";

    let row = tx.sql(columns).one().await.unwrap();

    assert_eq!(row.get::<i64>(0).unwrap(), i64::MAX);
    assert_eq!(row.get::<String>(1).unwrap(), "naïve – עברית");
    assert_eq!(row.get::<Option<String>>(2).unwrap().as_deref(), Some("a"));
    assert_eq!(row.get::<i32>(3).unwrap(), i32::MIN);
    assert!(row.get::<bool>(4).unwrap());
    assert_eq!(row.get::<f64>(5).unwrap().to_bits(), 2.0_f64.to_bits());
    assert_eq!(row.get::<Vec<u8>>(6).unwrap(), b"\0\xff\x01");
    assert_eq!(row.get::<[u8; 3]>(6).unwrap(), *b"\0\xff\x01");
    assert!(row.get::<i64>(1).is_err());
    assert!(row.get::<String>(7).is_err());
}

#[tokio::test]
async fn a_null_fits_every_type() {
    let test = things().await;
    let mut tx = test.db.write().await.unwrap();
    tx.sql("insert into things (id, name, shelf, place, is_new, weight, picture) values ($1, $2, $3, $4, $5, $6, $7)")
        .bind(1_i64)
        .bind("a")
        .bind(None::<&str>)
        .bind(None::<i64>)
        .bind(None::<bool>)
        .bind(None::<f64>)
        .bind(Value::Null)
        .run()
        .await
        .unwrap();

    let row = tx.sql("select shelf, place, is_new, weight, picture from things").one().await.unwrap();

    assert_eq!(row.get::<Option<String>>(0).unwrap(), None);
    assert_eq!(row.get::<Option<i64>>(1).unwrap(), None);
    assert_eq!(row.get::<Option<bool>>(2).unwrap(), None);
    assert_eq!(row.get::<Option<f64>>(3).unwrap(), None);
    assert_eq!(row.get::<Option<Vec<u8>>>(4).unwrap(), None);
    assert!(row.get::<String>(0).is_err());
}

#[tokio::test]
async fn placeholders_keep_their_numbers_in_any_order() {
    let test = things().await;
    add(&test.db, 1).await.unwrap();
    let mut tx = test.db.write().await.unwrap();

    let changed = tx
        .sql("update things set name = $2, shelf = $2, place = $3 where id = $1")
        .bind(1_i64)
        .bind("new")
        .bind(7)
        .run()
        .await
        .unwrap();

    let row = tx.sql("select name, shelf, place from things").one().await.unwrap();
    assert_eq!(changed, 1);
    assert_eq!(row.get::<String>(0).unwrap(), "new");
    assert_eq!(row.get::<String>(1).unwrap(), "new");
    assert_eq!(row.get::<i64>(2).unwrap(), 7);
}

#[tokio::test]
async fn a_statement_that_writes_can_give_rows_or_a_number() {
    let test = things().await;
    add(&test.db, 1).await.unwrap();
    let mut tx = test.db.write().await.unwrap();
    let upsert = "insert into things (id, name) values ($1, $2) \
                  on conflict (id) do update set name = excluded.name returning name";

    let given = tx.sql(upsert).bind(1_i64).bind("b").one().await.unwrap();
    let counted = tx.sql(upsert).bind(2_i64).bind("c").run().await.unwrap();
    let first = tx.sql("delete from things where id > 0 returning id").first().await.unwrap();

    assert_eq!(given.get::<String>(0).unwrap(), "b");
    assert_eq!(counted, 1);
    assert!(first.is_some());
    assert_eq!(tx.sql("select count(*) from things").one().await.unwrap().get::<i64>(0).unwrap(), 0);
}

#[tokio::test]
async fn a_broken_unique_rule_has_the_same_name_on_both_databases() {
    let test = things().await;
    add(&test.db, 1).await.unwrap();
    let mut tx = test.db.write().await.unwrap();
    tx.sql("update things set shelf = 'a', place = 1").run().await.unwrap();
    tx.commit().await.unwrap();
    let insert = "insert into things (id, name, shelf, place) values ($1, $2, $3, $4)";

    for (id, name, shelf, rule) in [
        (1_i64, "b", "b", "things_pkey"),
        (2, "thing 1", "b", "things_name_key"),
        (2, "b", "a", "things_shelf_place_key"),
    ] {
        let mut tx = test.db.write().await.unwrap();
        let error = tx.sql(insert).bind(id).bind(name).bind(shelf).bind(1).run().await.unwrap_err();
        assert_eq!(taken(&error), Some(rule));
    }
}

#[tokio::test]
async fn another_broken_rule_is_a_fault_without_a_name() {
    let test = things().await;
    for statement in ["insert into parts (id, thing_id) values (1, 1)", "insert into things (id) values (1)"]
    {
        let mut tx = test.db.write().await.unwrap();

        let error = tx.sql(statement).run().await.unwrap_err();

        assert!(error.refusal().is_none());
        assert_eq!(taken(&error), None);
    }
}

#[tokio::test]
async fn after_a_failed_statement_a_transaction_can_only_be_dropped() {
    let test = things().await;
    add(&test.db, 1).await.unwrap();
    let mut tx = test.db.write().await.unwrap();
    tx.sql("insert into things (id, name) values (2, 'b')").run().await.unwrap();
    tx.sql("insert into things (id, name) values (1, 'c')").run().await.unwrap_err();

    let next = tx.sql("select 1").one().await;
    let committed = tx.commit().await;

    assert!(next.is_err());
    assert!(committed.is_err());
    assert_eq!(ids(&test.db).await, [1]);
}

#[tokio::test]
async fn a_dropped_transaction_leaves_nothing() {
    let test = things().await;
    let mut tx = test.db.write().await.unwrap();
    tx.sql("insert into things (id, name) values (1, 'a')").run().await.unwrap();

    drop(tx);
    add(&test.db, 2).await.unwrap();

    assert_eq!(ids(&test.db).await, [2]);
}

#[tokio::test]
async fn what_is_not_committed_is_seen_by_nobody_else() {
    let test = things().await;
    let mut tx = test.db.write().await.unwrap();
    tx.sql("insert into things (id, name) values (1, 'a')").run().await.unwrap();

    let before = ids(&test.db).await;
    tx.commit().await.unwrap();

    assert!(before.is_empty());
    assert_eq!(ids(&test.db).await, [1]);
}

#[tokio::test]
async fn values_and_placeholders_must_be_as_many() {
    let test = things().await;
    let mut tx = test.db.write().await.unwrap();
    assert!(tx.sql("select id from things where id = $1").first().await.is_err());
    drop(tx);
    let mut tx = test.db.write().await.unwrap();
    assert!(tx.sql("select id from things where id = $1").bind(1_i64).bind(2_i64).first().await.is_err());
}

#[tokio::test]
async fn a_transaction_held_idle_too_long_is_rolled_back() {
    for brief in [false, true] {
        let test = with_things(
            testing::fresh_with(|options| options.write_idle_limit = Duration::from_millis(100)).await,
        )
        .await;
        let mut tx = test.db.write().await.unwrap();
        tx.sql("insert into things (id, name) values (1, 'a')").brief_if(brief).run().await.unwrap();

        // The next writer needs the same name, so on both databases it gets through only after the rollback.
        let mut next = test.db.write().await.unwrap();
        next.sql("insert into things (id, name) values (2, 'a')").brief_if(brief).run().await.unwrap();
        // What comes too late is no part of somebody else's transaction.
        let late = tx.sql("insert into things (id, name) values (3, 'b')").brief_if(brief).run().await;
        next.commit().await.unwrap();

        assert!(late.is_err());
        assert!(tx.sql("select 1").brief_if(brief).one().await.is_err());
        assert!(tx.commit().await.is_err());
        assert_eq!(ids(&test.db).await, [2]);
        if test.db.engine() == Engine::Sqlite {
            assert_eq!(test.db.figures().actions_expired, 1);
        }
    }
}

#[tokio::test]
async fn brief_statements_and_others_are_one_transaction() {
    let test = things().await;
    let insert = "insert into things (id, name) values ($1, $2)";

    let mut dropped = test.db.write().await.unwrap();
    dropped.sql(insert).bind(1).bind("a").brief().run().await.unwrap();
    dropped.sql(insert).bind(2).bind("b").run().await.unwrap();
    let count = dropped.sql("select count(*) from things").brief().one().await.unwrap();
    assert_eq!(count.get::<i64>(0).unwrap(), 2);
    drop(dropped);

    let mut broken = test.db.write().await.unwrap();
    broken.sql(insert).bind(3).bind("c").run().await.unwrap();
    assert!(broken.sql(insert).bind(4).bind("c").brief().run().await.is_err());
    assert!(broken.sql(insert).bind(5).bind("d").brief().run().await.is_err(), "after a failure");
    assert!(broken.commit().await.is_err());

    let mut kept = test.db.write().await.unwrap();
    kept.sql(insert).brief().each(vec![vec![6.into(), "f".into()]]).await.unwrap();
    kept.sql(insert).bind(7).bind("g").run().await.unwrap();
    kept.commit().await.unwrap();
    assert_eq!(ids(&test.db).await, [6, 7]);
}

#[tokio::test]
async fn a_brief_statement_that_ends_the_transaction_of_all_is_a_fault_for_its_owner_alone() {
    let test = things().await;
    if test.db.engine() != Engine::Sqlite {
        // There a statement cannot reach beyond its own connection.
        return;
    }
    let mut tx = test.db.write().await.unwrap();
    tx.sql("insert into things (id, name) values (1, 'a')").brief().run().await.unwrap();
    assert!(tx.sql("rollback").brief().run().await.is_err());
    assert!(tx.commit().await.is_err());

    add(&test.db, 2).await.unwrap();
    assert_eq!(ids(&test.db).await, [2]);
}

#[tokio::test]
async fn a_full_line_is_refused_as_busy_and_works_again_later() {
    let test = with_things(testing::fresh_with(narrow).await).await;
    let tx = test.db.write().await.unwrap();
    let waiting = (test.db.engine() == Engine::Sqlite).then(|| {
        let db = test.db.clone();
        tokio::spawn(async move { add(&db, 1).await })
    });
    if waiting.is_some() {
        until(|| test.db.figures().writes_waiting == 1).await;
    }

    let refused = test.db.write().await.unwrap_err();
    drop(tx);

    assert!(refused.is(&BUSY));
    assert_eq!(refused.refusal().unwrap().retry_after_seconds, Some(1));
    assert_eq!(test.db.figures().busy_refusals, 1);
    if let Some(waiting) = waiting {
        waiting.await.unwrap().unwrap();
    }
    add(&test.db, 2).await.unwrap();
}

/// One may wait in line, or for the only connection only a moment.
fn narrow(options: &mut Options) {
    options.queue_max = 1;
    if let EngineOptions::Postgres { pool_size, .. } = &mut options.engine {
        *pool_size = 1;
        options.wait_limit = Duration::from_millis(100);
    }
}

#[tokio::test]
async fn whoever_gives_up_waiting_holds_nobody_up() {
    let test = with_things(testing::fresh_with(|options| options.queue_max = 2).await).await;
    let tx = test.db.write().await.unwrap();
    tokio::select! {
        biased;
        _ = test.db.write(), if test.db.engine() == Engine::Sqlite => panic!("the writer is held"),
        () = std::future::ready(()) => (),
    }

    tx.commit().await.unwrap();

    add(&test.db, 1).await.unwrap();
    assert_eq!(ids(&test.db).await, [1]);
}

#[tokio::test]
async fn a_statement_given_up_half_way_spoils_only_its_transaction() {
    let test = things().await;
    let mut tx = test.db.write().await.unwrap();
    tokio::select! {
        biased;
        _ = tx.sql("with recursive n(i) as (select 1 union all select i + 1 from n where i < 300000) \
                    select count(*) from n").one() => panic!("that fast"),
        () = std::future::ready(()) => (),
    }

    assert!(tx.sql("select 1").one().await.is_err());
    assert!(tx.commit().await.is_err());
    add(&test.db, 1).await.unwrap();
    assert_eq!(ids(&test.db).await, [1]);
}

#[tokio::test]
async fn a_closed_database_refuses_and_keeps_what_it_had() {
    let test = things().await;
    add(&test.db, 1).await.unwrap();

    test.db.close().await;

    assert!(test.db.write().await.unwrap_err().is(&BUSY));
    assert!(test.db.read().await.unwrap().sql("select 1").one().await.unwrap_err().is(&BUSY));
    assert!(test.db.ping().await.is_err());
    if let EngineOptions::Sqlite { path } = &test.options.engine {
        assert!(!path.with_extension("sqlite-wal").exists());
    }
    let again = seatwarden_base::db::Db::open(test.options.clone()).await.unwrap();
    assert_eq!(ids(&again).await, [1]);
    again.close().await;
}

#[tokio::test]
async fn one_statement_runs_for_many_lists_of_values_or_for_none() {
    const INSERT: &str = "insert into things (id, name) values ($1, $2) on conflict (name) do nothing";
    let test = things().await;
    let row = |id: i64, name: &str| vec![Value::from(id), Value::from(name)];
    let mut tx = test.db.write().await.unwrap();
    let many: Vec<_> = (0..500).map(|id| row(id, &format!("thing {}", id % 400))).collect();

    assert_eq!(tx.sql(INSERT).each(many).await.unwrap(), 400);
    assert_eq!(tx.sql(INSERT).each(Vec::new()).await.unwrap(), 0);
    tx.commit().await.unwrap();
    assert_eq!(ids(&test.db).await.len(), 400);

    let mut tx = test.db.write().await.unwrap();
    let wrong = tx.sql(INSERT).each(vec![row(1_000, "new"), row(1, "its id is taken")]).await.unwrap_err();
    assert_eq!(taken(&wrong), Some("things_pkey"));
    assert!(tx.sql("select 1").one().await.is_err());
    drop(tx);
    let mut tx = test.db.write().await.unwrap();
    assert!(tx.sql(INSERT).each(vec![row(1_000, "a\0b")]).await.unwrap_err().is(&NUL_IN_TEXT));
    drop(tx);
    assert!(test.db.read().await.unwrap().sql(INSERT).each(vec![row(1_000, "new")]).await.is_err());
    assert_eq!(ids(&test.db).await.len(), 400);
}
