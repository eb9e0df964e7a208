//! What settings promise.

use seatwarden_base::db::testing::fresh;
use serde::{Deserialize, Serialize};

use super::{CACHED_MS, CHANGED_MEANWHILE, Cached, Setting, get, get_versioned, set, set_if, store};
use crate::accounts::setup::MIGRATIONS;

#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
struct Colour {
    name: String,
    shade: u8,
}

impl Default for Colour {
    fn default() -> Self {
        Self { name: "blue".into(), shade: 3 }
    }
}

impl Setting for Colour {
    const KEY: &'static str = "settings.colour";
}

#[tokio::test]
async fn a_setting_is_its_default_until_it_is_set_and_then_what_was_set_last() {
    let database = fresh().await;
    database.db.migrate(MIGRATIONS, 0).await.unwrap();
    let mut tx = database.db.write().await.unwrap();
    assert_eq!(get::<Colour>(&mut tx).await.unwrap(), Colour::default());

    for name in ["red", "grün"] {
        set(&mut tx, &Colour { name: name.into(), shade: 1 }, 0).await.unwrap();
    }

    assert_eq!(get::<Colour>(&mut tx).await.unwrap(), Colour { name: "grün".into(), shade: 1 });
}

#[tokio::test]
async fn a_setting_of_an_older_version_is_read_with_defaults_for_what_is_new() {
    let database = fresh().await;
    database.db.migrate(MIGRATIONS, 0).await.unwrap();
    let mut tx = database.db.write().await.unwrap();

    store::set(&mut tx, Colour::KEY, r#"{"name":"red","gone":true}"#, 0).await.unwrap();

    assert_eq!(get::<Colour>(&mut tx).await.unwrap(), Colour { name: "red".into(), shade: 3 });
}

#[tokio::test]
async fn a_setting_that_cannot_be_read_is_a_fault_and_never_its_default() {
    let database = fresh().await;
    database.db.migrate(MIGRATIONS, 0).await.unwrap();
    let mut tx = database.db.write().await.unwrap();

    store::set(&mut tx, Colour::KEY, "{", 0).await.unwrap();

    assert!(get::<Colour>(&mut tx).await.is_err_and(|error| error.refusal().is_none()));
}

#[tokio::test]
async fn the_second_of_two_who_change_a_setting_is_refused() {
    let database = fresh().await;
    database.db.migrate(MIGRATIONS, 0).await.unwrap();
    let mut tx = database.db.write().await.unwrap();
    let colour = |name: &str| Colour { name: name.into(), shade: 1 };
    assert_eq!(get_versioned::<Colour>(&mut tx).await.unwrap().version, 0);

    set_if(&mut tx, &colour("red"), 0, 0).await.unwrap();
    let second = set_if(&mut tx, &colour("green"), 0, 0).await;
    let seen = get_versioned::<Colour>(&mut tx).await.unwrap();
    set_if(&mut tx, &colour("white"), seen.version, 0).await.unwrap();

    assert!(second.is_err_and(|error| error.is(&CHANGED_MEANWHILE)));
    assert_eq!(seen.value, colour("red"));
    assert_eq!(get::<Colour>(&mut tx).await.unwrap(), colour("white"));
}

#[tokio::test]
async fn what_is_kept_in_memory_is_never_older_than_a_second() {
    let database = fresh().await;
    database.db.migrate(MIGRATIONS, 0).await.unwrap();
    let (here, there) = (Cached::<Colour>::default(), Cached::<Colour>::default());
    for node in [&here, &there] {
        assert_eq!(node.get(&database.db, 0).await.unwrap().name, "blue");
    }

    let mut tx = database.db.write().await.unwrap();
    set(&mut tx, &Colour { name: "red".into(), shade: 1 }, 0).await.unwrap();
    tx.commit().await.unwrap();
    here.forget();

    assert_eq!(here.get(&database.db, 1).await.unwrap().name, "red");
    assert_eq!(there.get(&database.db, CACHED_MS - 1).await.unwrap().name, "blue");
    assert_eq!(there.get(&database.db, CACHED_MS).await.unwrap().name, "red");
}
