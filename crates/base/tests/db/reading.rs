//! Reads, look-ups, descriptions.

use std::{thread, time::Duration};

use seatwarden_base::db::{BUSY, Db, Described, Engine, ROWS_MAX, testing};

use crate::{add, things, until, with_things};

#[tokio::test]
async fn a_reader_cannot_write() {
    let test = things().await;
    let mut tx = test.db.read().await.unwrap();

    let run = tx.sql("insert into things (id, name) values (1, 'a')").run().await;
    let point = tx.sql("insert into things (id, name) values (1, 'a') returning id").brief().first().await;

    assert!(run.is_err());
    assert!(point.is_err());
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_look_up_sees_the_latest_commit_and_in_a_write_its_own_changes() {
    let test = things().await;
    let find = "select name from things where id = $1";
    let mut read = test.db.read().await.unwrap();
    let before = read.sql(find).bind(1_i64).brief().first().await.unwrap();
    add(&test.db, 1).await.unwrap();

    let after = read.sql(find).bind(1_i64).brief().first().await.unwrap().unwrap();
    let mut write = test.db.write().await.unwrap();
    write.sql("update things set name = 'own'").run().await.unwrap();
    let own = write.sql(find).bind(1_i64).brief().first().await.unwrap().unwrap();

    assert!(before.is_none());
    assert_eq!(after.get::<String>(0).unwrap(), "thing 1");
    assert_eq!(own.get::<String>(0).unwrap(), "own");
}

#[tokio::test]
async fn reads_go_on_while_a_write_is_open() {
    let test = things().await;
    add(&test.db, 1).await.unwrap();
    let mut tx = test.db.write().await.unwrap();
    tx.sql("delete from things").run().await.unwrap();

    let mut read = test.db.read().await.unwrap();
    let count = read.sql("select count(*) from things").one().await.unwrap();

    assert_eq!(count.get::<i64>(0).unwrap(), 1);
}

#[tokio::test]
async fn one_means_exactly_one() {
    let test = things().await;
    let mut tx = test.db.read().await.unwrap();

    assert!(tx.sql("select 1 where 1 = 2").one().await.is_err());
    assert!(tx.sql("select 1 union all select 2").one().await.is_err());
    assert!(tx.sql("select 1 where 1 = 2").first().await.unwrap().is_none());
    assert_eq!(tx.sql("select cast(1 as bigint)").one().await.unwrap().get::<i64>(0).unwrap(), 1);
}

#[tokio::test]
async fn too_many_rows_are_a_fault() {
    let test = things().await;
    let mut tx = test.db.read().await.unwrap();
    let count = "with recursive n(i) as (select cast(1 as bigint) union all select i + 1 from n where i < $1) \
                 select i from n";

    let all = tx.sql(count).bind(100_000_i64).all().await.unwrap();
    let more = tx.sql(count).bind(100_001_i64).all().await;

    assert_eq!(all.len(), ROWS_MAX);
    assert!(more.is_err());
}

#[tokio::test]
async fn text_is_ordered_by_its_bytes() {
    let test = things().await;
    let mut tx = test.db.write().await.unwrap();
    for (id, name) in [(1_i64, "b"), (2, "B"), (3, "ä"), (4, "a")] {
        tx.sql("insert into things (id, name) values ($1, $2)").bind(id).bind(name).run().await.unwrap();
    }

    let by_column = tx.sql("select name from things order by name").all().await.unwrap();
    let by_word = tx.sql("select name from things order by name collate \"C\"").all().await.unwrap();

    let names: Vec<String> = by_column.iter().map(|row| row.get(0).unwrap()).collect();
    assert_eq!(names, ["B", "a", "b", "ä"]);
    assert_eq!(by_word, by_column);
}

#[tokio::test]
async fn a_description_counts_parameters_and_columns() {
    let test = things().await;

    let described =
        test.db.describe("select id, name from things where id = $2 and name = $1").await.unwrap();

    assert_eq!(described, Described { parameters: 2, columns: 2 });
    assert!(test.db.describe("select nothing from things").await.is_err());
    assert!(test.db.ping().await.is_ok());
}

#[tokio::test]
async fn a_full_line_of_readers_is_refused_as_busy() {
    let test = with_things(testing::fresh_sqlite_with(|options| options.queue_max = 1).await).await;
    let readers = thread::available_parallelism().unwrap().get().max(2);
    let before = test.db.figures().reads;
    let mut slow = Vec::new();
    for _ in 0..readers {
        let db = test.db.clone();
        slow.push(tokio::spawn(async move {
            let mut tx = db.read().await.unwrap();
            let count = "with recursive n(i) as (select 1 union all select i + 1 from n where i < 2000000) \
                         select count(*) from n";
            tx.sql(count).one().await.is_ok()
        }));
        until(|| {
            test.db.figures().reads == before + slow.len() as u64 && test.db.figures().reads_waiting == 0
        })
        .await;
    }
    let db = test.db.clone();
    let waiting = tokio::spawn(async move { db.ping().await });
    until(|| test.db.figures().reads_waiting == 1).await;

    let refused = test.db.read().await.unwrap().sql("select 1").one().await.unwrap_err();

    assert!(refused.is(&BUSY));
    waiting.await.unwrap().unwrap();
    for slow in slow {
        assert!(slow.await.unwrap());
    }
}

#[tokio::test]
async fn a_read_that_takes_too_long_is_refused_and_harms_no_other() {
    let test = testing::fresh_with(|options| options.statement_limit = Duration::from_millis(100)).await;
    let mut tx = test.db.read().await.unwrap();
    let long = "with recursive n(x) as (select 1 union all select x + 1 from n where x < 2000000000) \
                select count(*) from n";

    let refused = tx.sql(long).one().await.unwrap_err();
    let refused_at_once = tx.sql(long).brief().first().await.unwrap_err();

    assert!(refused.is(&BUSY), "{refused}");
    assert!(refused_at_once.is(&BUSY), "{refused_at_once}");
    assert_eq!(tx.sql("select 1").one().await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_state_lasts_until_anybody_commits() {
    let test = things().await;
    let Some(before) = test.db.state() else {
        assert_eq!(test.db.engine(), Engine::Postgres, "only PostgreSQL may not know");
        return;
    };
    add(&test.db, 1).await.unwrap();

    let after_own = test.db.state().unwrap();
    let dropped = test.db.write().await.unwrap();
    drop(dropped);
    assert_ne!(after_own, before);
    assert_eq!(test.db.state(), Some(after_own), "nothing was committed");
    // A second door to the file is what another process has.
    let other = Db::open(test.options.clone()).await.unwrap();
    add(&other, 2).await.unwrap();

    // It is asked for again after a millisecond; a test that never ends is ended, and has failed.
    while test.db.state().unwrap() == after_own {
        tokio::task::yield_now().await;
    }
    assert_eq!(test.db.state(), test.db.state());
}
