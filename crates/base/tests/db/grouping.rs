//! The group commit of the SQLite writer. PostgreSQL groups commits by itself.

use std::time::Duration;

use seatwarden_base::{
    Result,
    db::{
        Db, FULL, Tx,
        testing::{self, TestDb},
    },
};
use tokio::task::JoinHandle;

use crate::{add, ids, until, with_things};

/// A fresh SQLite whose groups end only when nobody waits.
async fn patient() -> TestDb {
    with_things(testing::fresh_sqlite_with(|options| options.group_limit = Duration::from_secs(60)).await)
        .await
}

async fn insert(tx: &mut Tx, id: i64) -> Result<u64> {
    tx.sql("insert into things (id, name) values ($1, $2)").bind(id).bind(format!("thing {id}")).run().await
}

/// A transaction that waits in line behind the one that is open.
async fn in_line(db: &Db) -> JoinHandle<Result<Tx>> {
    let waiting = db.figures().writes_waiting;
    let own = db.clone();
    let begun = tokio::spawn(async move { own.write().await });
    until(|| db.figures().writes_waiting == waiting + 1).await;
    begun
}

#[tokio::test]
async fn actions_in_line_share_one_commit() {
    let test = patient().await;
    let before = test.db.figures();
    let mut first = test.db.write().await.unwrap();
    let mut others = Vec::new();
    for id in 2..=20 {
        let db = test.db.clone();
        others.push(tokio::spawn(async move { add(&db, id).await }));
    }
    until(|| test.db.figures().writes_waiting == 19).await;

    insert(&mut first, 1).await.unwrap();
    first.commit().await.unwrap();
    for other in others {
        other.await.unwrap().unwrap();
    }

    let after = test.db.figures();
    assert_eq!(after.actions_committed - before.actions_committed, 20);
    assert_eq!(after.groups_committed - before.groups_committed, 1);
    assert_eq!(after.group_actions_max, 20);
    assert_eq!(ids(&test.db).await, (1..=20).collect::<Vec<i64>>());
}

#[tokio::test]
async fn nobody_is_told_done_before_the_group_is_durable() {
    let test = patient().await;
    let mut first = test.db.write().await.unwrap();
    let second = in_line(&test.db).await;
    insert(&mut first, 1).await.unwrap();
    let first = tokio::spawn(first.commit());

    let mut second = second.await.unwrap().unwrap();
    insert(&mut second, 2).await.unwrap();
    let seen_meanwhile = ids(&test.db).await;
    let told_meanwhile = first.is_finished();
    second.commit().await.unwrap();

    assert!(seen_meanwhile.is_empty());
    assert!(!told_meanwhile);
    first.await.unwrap().unwrap();
    assert_eq!(ids(&test.db).await, [1, 2]);
}

#[tokio::test]
async fn an_action_that_fails_does_not_harm_its_neighbours() {
    let test = patient().await;
    let before = test.db.figures();
    let mut first = test.db.write().await.unwrap();
    let second = in_line(&test.db).await;
    let third = in_line(&test.db).await;
    let fourth = in_line(&test.db).await;

    insert(&mut first, 1).await.unwrap();
    let first = tokio::spawn(first.commit());
    let mut second = second.await.unwrap().unwrap();
    insert(&mut second, 2).await.unwrap();
    insert(&mut second, 1).await.unwrap_err();
    second.commit().await.unwrap_err();
    let mut third = third.await.unwrap().unwrap();
    insert(&mut third, 3).await.unwrap();
    drop(third);
    let mut fourth = fourth.await.unwrap().unwrap();
    insert(&mut fourth, 4).await.unwrap();
    fourth.commit().await.unwrap();
    first.await.unwrap().unwrap();

    let after = test.db.figures();
    assert_eq!(ids(&test.db).await, [1, 4]);
    assert_eq!(after.groups_committed - before.groups_committed, 1);
    assert_eq!(after.actions_rolled_back - before.actions_rolled_back, 2);
}

#[tokio::test]
async fn a_group_that_runs_out_of_disk_is_told_so_and_later_groups_work() {
    let test = patient().await;
    set_page_limit(&test.db, 40).await;
    let mut first = test.db.write().await.unwrap();
    let second = in_line(&test.db).await;
    insert(&mut first, 1).await.unwrap();
    let first = tokio::spawn(first.commit());

    let mut second = second.await.unwrap().unwrap();
    let full = second
        .sql("insert into things (id, name, picture) values (2, 'b', $1)")
        .bind(vec![1; 400_000])
        .run()
        .await
        .unwrap_err();
    let lost = first.await.unwrap();
    drop(second);
    add(&test.db, 3).await.unwrap();

    assert!(full.is(&FULL), "{full}");
    assert!(lost.unwrap_err().is(&FULL), "the neighbours in the group are told why, too");
    assert_eq!(test.db.figures().actions_lost, 1);
    assert_eq!(ids(&test.db).await, [3]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_a_full_disk_exactly_the_acknowledged_actions_are_there() {
    let test = with_things(testing::fresh_sqlite_with(|_| ()).await).await;
    set_page_limit(&test.db, 120).await;
    let mut tasks = Vec::new();
    for task in 0..8_i64 {
        let db = test.db.clone();
        tasks.push(tokio::spawn(async move {
            let mut acknowledged = Vec::new();
            for number in 0..60 {
                let id = task * 1_000 + number;
                if add_large(&db, id).await.is_ok() {
                    acknowledged.push(id);
                }
            }
            acknowledged
        }));
    }
    let mut acknowledged = Vec::new();
    for task in tasks {
        acknowledged.extend(task.await.unwrap());
    }

    set_page_limit(&test.db, 100_000).await;
    add_large(&test.db, 9_999).await.unwrap();

    acknowledged.push(9_999);
    acknowledged.sort_unstable();
    assert!((10..480).contains(&acknowledged.len()), "the disk was never full, or always");
    assert_eq!(ids(&test.db).await, acknowledged);
}

async fn add_large(db: &Db, id: i64) -> Result<()> {
    let mut tx = db.write().await?;
    insert(&mut tx, id).await?;
    tx.sql("update things set picture = $1 where id = $2").bind(vec![7; 3_000]).bind(id).run().await?;
    tx.commit().await
}

/// The file may have this many pages, until another limit is set.
async fn set_page_limit(db: &Db, pages: i64) {
    let mut tx = db.write().await.unwrap();
    let limit = match pages {
        40 => "pragma max_page_count = 40",
        120 => "pragma max_page_count = 120",
        _ => "pragma max_page_count = 100000",
    };
    let row = tx.sql(limit).one().await.unwrap();
    assert_eq!(row.get::<i64>(0).unwrap(), pages);
    tx.commit().await.unwrap();
}
