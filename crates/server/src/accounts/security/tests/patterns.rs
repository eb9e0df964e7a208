//! What the organisation's own pattern for passwords promises.

use serde_json::json;

use super::{ADMIN, PASSWORDS, change};
use crate::{accounts::passwords::ChosenPolicy, common::settings, testing::TestServer};

#[tokio::test]
async fn a_pattern_that_cannot_be_used_is_refused_and_stays_in_the_form() {
    let server = TestServer::start().await;
    let mut admin = server.browser_of(ADMIN).await;

    for pattern in ["(", r"^(?=(a+)+\1$)(a|aa)+(?!b)c$", "^$"] {
        let fields = [("version", "0"), ("minimum_length", "9"), ("organisation_regex", pattern)];
        let refused = admin.submit(PASSWORDS, &fields).await;
        assert_eq!(refused.status, 422, "{pattern}");
        assert_eq!(refused.field("field-organisation_regex").as_deref(), Some(pattern));
        assert_eq!(refused.field("field-minimum_length").as_deref(), Some("9"));
    }
    let refused = admin.submit(PASSWORDS, &[("version", "0"), ("minimum_length", "7")]).await;
    assert!(refused.status == 422 && refused.says("from 8 to 64"));
    server.finish().await;
}

#[tokio::test]
async fn a_slow_pattern_that_stands_keeps_nothing_else_from_being_changed() {
    let server = TestServer::start().await;
    let slow = r"^(?=(a+)+\1$)(a|aa)+(?!b)c$";
    let standing = ChosenPolicy { organisation_regex: slow.to_owned(), ..ChosenPolicy::default() };
    let mut tx = server.app.db.write().await.unwrap();
    settings::set(&mut tx, &standing, server.now_ms()).await.unwrap();
    tx.commit().await.unwrap();

    let longer = change(&server, json!({ "passwords": { "minimumLength": 12 } })).await;
    let slower = json!({ "passwords": { "organisationRegex": format!("{slow}|b") } });

    assert_eq!(longer.status, 200, "{}", longer.body);
    assert!(change(&server, slower).await.says("passwords.slow_pattern"));
    server.finish().await;
}

#[tokio::test]
async fn a_policy_that_nobody_can_meet_is_refused_with_the_length_that_really_holds() {
    let server = TestServer::start().await;
    let nist = json!({ "passwords": { "nistPreset": true, "organisationRegex": "^.{8,12}$" } });

    let at_once = change(&server, nist).await;
    let pattern = change(&server, json!({ "passwords": { "organisationRegex": "^.{8,12}$" } })).await;
    let preset = change(&server, json!({ "passwords": { "nistPreset": true } })).await;

    assert_eq!(pattern.status, 200, "{}", pattern.body);
    for refused in [at_once, preset] {
        let told = refused.json();
        assert_eq!((refused.status, &told["code"]), (422, &"passwords.impossible_pattern".into()), "{told}");
        assert!(refused.says("15"), "{told}");
    }
    server.finish().await;
}

#[tokio::test]
async fn the_pattern_of_the_configuration_must_be_within_reach_as_well() {
    let server =
        TestServer::start_with(|config| config.passwords.organisation_regex = "^.{8,24}$".into()).await;

    let longer = change(&server, json!({ "passwords": { "minimumLength": 25 } })).await;
    let other = json!({ "passwords": { "minimumLength": 25, "organisationRegex": "^.{8,40}$" } });
    let other = change(&server, other).await;

    assert_eq!(longer.status, 422, "{}", longer.body);
    assert!(longer.says("passwords.impossible_pattern"), "{}", longer.body);
    assert_eq!(other.status, 200, "{}", other.body);
    server.finish().await;
}
