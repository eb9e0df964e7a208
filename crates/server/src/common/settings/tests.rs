//! What settings promise.

use seatwarden_base::db::testing::fresh;
use serde::{Deserialize, Serialize};

use super::{Setting, get, set, store};
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
