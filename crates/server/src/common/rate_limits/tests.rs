//! What the buckets promise.

use seatwarden_base::{
    Error,
    db::testing::{TestDb, fresh},
};

use super::{Limit, check, clean, key, network, store, take};
use crate::accounts::setup::MIGRATIONS;

const LIMIT: Limit = Limit { burst: 3, interval_ms: 1_000 };
const NOW_MS: i64 = 1_767_323_045_000;

async fn database() -> TestDb {
    let database = fresh().await;
    database.db.migrate(MIGRATIONS, NOW_MS).await.unwrap();
    database
}

/// For how many seconds a try is refused; none if it is not.
async fn try_at(database: &TestDb, key: &str, now_ms: i64) -> Option<u64> {
    let mut tx = database.db.write().await.unwrap();
    match take(&mut tx, key, LIMIT, now_ms).await {
        Ok(()) => {
            tx.commit().await.unwrap();
            None
        }
        Err(Error::Refusal(refusal)) => refusal.retry_after_seconds,
        Err(fault) => panic!("{fault}"),
    }
}

#[tokio::test]
async fn a_full_bucket_gives_its_burst_and_then_one_each_interval() {
    let database = database().await;

    for _ in 0..3 {
        assert_eq!(try_at(&database, "a", NOW_MS).await, None);
    }
    assert_eq!(try_at(&database, "a", NOW_MS).await, Some(1));
    assert_eq!(try_at(&database, "a", NOW_MS + 999).await, Some(1));
    assert_eq!(try_at(&database, "a", NOW_MS + 1_000).await, None);
    assert_eq!(try_at(&database, "a", NOW_MS + 1_000).await, Some(1));
    assert_eq!(try_at(&database, "b", NOW_MS).await, None, "each key has a bucket of its own");
}

#[tokio::test]
async fn a_bucket_never_holds_more_than_its_burst() {
    let database = database().await;
    try_at(&database, "a", NOW_MS).await;

    let later = NOW_MS + 1_000_000;

    for _ in 0..3 {
        assert_eq!(try_at(&database, "a", later).await, None);
    }
    assert_eq!(try_at(&database, "a", later).await, Some(1));
}

#[tokio::test]
async fn a_refused_try_takes_nothing() {
    let database = database().await;
    for _ in 0..50 {
        try_at(&database, "a", NOW_MS).await;
    }

    assert_eq!(try_at(&database, "a", NOW_MS + 1_000).await, None);
}

#[tokio::test]
async fn looking_takes_nothing_and_says_the_same_as_taking() {
    let database = database().await;
    let look = async |now_ms| check(&mut database.db.read().await.unwrap(), "a", LIMIT, now_ms).await.is_ok();

    for _ in 0..10 {
        assert!(look(NOW_MS).await);
    }
    for _ in 0..3 {
        assert!(look(NOW_MS).await);
        assert_eq!(try_at(&database, "a", NOW_MS).await, None);
    }
    assert!(!look(NOW_MS).await && !look(NOW_MS + 999).await);

    assert!(look(NOW_MS + 1_000).await);
}

#[tokio::test]
async fn a_full_bucket_is_cleaned_away() {
    let database = database().await;
    try_at(&database, "a", NOW_MS).await;
    try_at(&database, "b", NOW_MS + 60_000).await;
    let mut tx = database.db.write().await.unwrap();

    assert_eq!(clean(&mut tx, NOW_MS + 2_000).await.unwrap(), 1);

    assert_eq!(store::find(&mut tx, "a").await.unwrap(), None);
    assert!(store::find(&mut tx, "b").await.unwrap().is_some());
}

#[test]
fn a_minutes_tries_are_spread_over_the_minute() {
    assert_eq!(Limit::per_minute(5, 10).interval_ms, 6_000);
    assert_eq!(Limit::per_minute(5, 0).interval_ms, 60_000);
}

#[test]
fn an_ipv4_address_is_a_network_and_an_ipv6_address_is_one_of_many() {
    assert_eq!(network("198.51.100.7"), "198.51.100.7");
    assert_eq!(network("2001:db8:1:2:3:4:5:6"), "2001:db8:1:2::/64");
    assert_eq!(network("2001:db8:1:2:ffff::1"), network("2001:db8:1:2::"));
    assert_ne!(network("2001:db8:1:3::"), network("2001:db8:1:2::"));
}

#[test]
fn a_key_has_a_bounded_length_and_keeps_no_name() {
    let long = key("sign_in", &"somebody@people.example".repeat(1_000));

    assert_eq!(long.len(), "sign_in:".len() + 32);
    assert!(!long.contains("somebody"));
    assert_ne!(key("a", "x"), key("b", "x"));
}
