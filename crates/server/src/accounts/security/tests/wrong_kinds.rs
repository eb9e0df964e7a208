//! What scripts are told when they send another thing than a setting takes.

use serde_json::{Value, json};

use super::change;
use crate::testing::TestServer;

#[tokio::test]
async fn what_is_no_number_of_a_range_is_refused_like_a_number_beyond_it() {
    let server = TestServer::start().await;

    for wrong in
        [json!(-5), json!(0), json!(101), json!(5_000_000_000_u64), json!("7"), json!(1.5), json!([7])]
    {
        let refused = change(&server, json!({ "lockout": { "attempts": wrong } })).await;

        let told = refused.json();
        assert_eq!(
            (refused.status, &told["code"]),
            (422, &json!("security.out_of_range")),
            "{wrong}: {told}"
        );
        assert_eq!(told["field"], "attempts");
        assert!(refused.says("whole number from 1 to 100"), "{wrong}: {told}");
    }
    for (group, name, field) in [
        ("lockout", "minutes", "minutes"),
        ("lockout", "periodMinutes", "periodMinutes"),
        ("passwords", "minimumLength", "minimumLength"),
        ("sessions", "idleMinutes", "idleMinutes"),
        ("sessions", "absoluteHours", "absoluteHours"),
        ("sessions", "rememberIdleDays", "rememberIdleDays"),
        ("sessions", "rememberAbsoluteDays", "rememberAbsoluteDays"),
        ("sessions", "perUserMax", "perUserMax"),
        ("apiAccess", "iatWindowSeconds", "iatWindowSeconds"),
    ] {
        for wrong in [json!(-1), json!("many"), json!(u32::MAX)] {
            let refused = change(&server, json!({ group: { name: wrong } })).await;
            let told = refused.json();
            assert_eq!(
                (&told["code"], &told["field"]),
                (&json!("security.out_of_range"), &json!(field)),
                "{told}"
            );
        }
    }
    for name in ["idleMinutes", "absoluteHours", "perUserMax"] {
        let refused = change(&server, json!({ "sessions": { "roles": { "consumer": { name: -1 } } } })).await;
        assert_eq!(refused.json()["code"], "security.out_of_range", "{name}: {}", refused.body);
    }
    assert_eq!(server.events_named("security.change").await.len(), 0);
    server.finish().await;
}

#[tokio::test]
async fn what_cannot_be_read_is_named_in_words_of_json() {
    let server = TestServer::start().await;

    for (body, says) in [
        (json!({ "passwords": null }), "`passwords` must be an object"),
        (json!({ "lockout": [] }), "`lockout` must be an object"),
        (json!({ "lockout": { "version": "2" } }), "`lockout.version` must be a whole number"),
        (json!({ "lockout": { "enabled": "yes" } }), "`lockout.enabled`: invalid type: string"),
        (json!({ "sessions": { "roles": 5 } }), "`sessions.roles` must be an object"),
        (
            json!({ "embedding": { "corsOrigins": {} } }),
            "`embedding.corsOrigins`: invalid type: object, expected a list",
        ),
        (json!([]), "expected an object"),
    ] {
        let refused = change(&server, body.clone()).await;
        let told: Value = refused.json();
        assert_eq!((refused.status, &told["code"]), (400, &json!("web.bad_json")), "{body}: {told}");
        assert!(told["detail"].as_str().unwrap().contains(says), "{body}: {told}");
    }
    server.finish().await;
}
