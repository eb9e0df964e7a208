//! What reports promise.

use super::{Cell, Which, bodies, exported, make};
use crate::{
    cx::{BaseRole, NOT_ALLOWED},
    licensing::activations::tests::world::{Machine, World},
    testing::{DAY_MS, assert_refused},
};

#[tokio::test]
async fn a_report_tells_what_ends_what_is_used_and_what_was_sold() {
    let world = World::start().await;
    let package = world.package("ACME", 4).await;
    for name in ["a", "b"] {
        world.activate(&Machine::new(name), &package).await.unwrap();
    }
    let staff = || async { world.server.cx_as(BaseRole::Admin).await };

    let slots = make(&staff().await, Which::Slots).await.unwrap();
    assert_eq!(slots.rows.len(), 1);
    assert_eq!(slots.rows[0][3..], [Cell::Count(2), Cell::Count(4), Cell::Count(50)]);
    let months = make(&staff().await, Which::Activations).await.unwrap();
    assert_eq!((months.rows.len(), &months.rows[0][1]), (12, &Cell::Count(2)));
    let sold = make(&staff().await, Which::Seats).await.unwrap();
    assert_eq!(sold.rows.iter().filter(|row| row[1] == Cell::Count(1)).count(), 1);
    assert!(make(&staff().await, Which::Lapsed).await.unwrap().rows.is_empty());

    world.server.advance(8 * DAY_MS);
    let lapsed = make(&staff().await, Which::Lapsed).await.unwrap();
    assert_eq!(lapsed.rows.len(), 2);
    let until_ms = package.terms.valid_until_ms.unwrap();
    world.server.advance(until_ms - world.server.now_ms() - 30 * DAY_MS);
    let ending = make(&staff().await, Which::Expiring).await.unwrap();
    assert_eq!((ending.rows.len(), &ending.rows[0][6]), (1, &Cell::Count(30)));
    assert_refused(make(&world.owner().await, Which::Slots).await, &NOT_ALLOWED);
    world.server.finish().await;
}

#[tokio::test]
async fn a_report_is_the_same_table_everywhere_and_no_cell_is_a_formula() {
    let world = World::start().await;
    let package = world.package("ACME", 1).await;
    world.activate(&Machine::new("=cmd|' /C calc'!A0"), &package).await.unwrap();
    world.server.advance(8 * DAY_MS);
    let staff = world.server.cx_as(BaseRole::Admin).await;

    let csv = String::from_utf8(bodies::csv(&exported(&staff, Which::Lapsed).await.unwrap())).unwrap();

    assert!(csv.starts_with("server,package,organisation,"), "{csv}");
    assert!(!csv.contains("\n=") && csv.contains("'=cmd"), "{csv}");
    assert_eq!(world.server.events_named("reports.export").await.len(), 1);
    let token = world.server.token_of(BaseRole::Admin).await;
    for which in Which::ALL {
        let path = format!("/api/v1/licensing/reports/{}", which.word());
        let answer = world.server.request("GET", &path).bearer(&token).send().await;
        assert_eq!((answer.status, &answer.json()["report"]), (200, &serde_json::json!(which.word())));
    }
    let wrong = world.server.request("GET", "/api/v1/licensing/reports/..%2f").bearer(&token).send().await;
    assert_eq!(wrong.status, 404, "{}", wrong.body);
    world.server.finish().await;
}
