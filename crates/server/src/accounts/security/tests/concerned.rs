//! Whom other rules for passwords would concern.

use serde_json::json;

use super::{ADMIN, PASSWORDS, taken};
use crate::testing::{Answer, Browser, TestServer};

const NOBODY: &str = "Nobody: these rules let through";

async fn ask(admin: &mut Browser<'_>, fields: &[(&str, &str)]) -> Answer {
    let told = admin.submit(PASSWORDS, &[&[("act", "affected")][..], fields].concat()).await;
    assert_eq!(told.status, 200, "{}", told.body);
    told
}

#[tokio::test]
async fn rules_that_ask_no_more_than_those_that_stand_concern_nobody() {
    let server = TestServer::start().await;
    let rules = json!({ "minimumLength": 12, "organisationRegex": "[0-9]" });
    taken(&server, json!({ "passwords": rules })).await;
    let mut admin = server.browser_of(ADMIN).await;

    let same = ask(&mut admin, &[("minimum_length", "12"), ("organisation_regex", "[0-9]")]).await;
    let shorter = ask(&mut admin, &[("minimum_length", "8"), ("organisation_regex", "[0-9]")]).await;
    let without = ask(&mut admin, &[("minimum_length", "12")]).await;
    let longer = ask(&mut admin, &[("minimum_length", "13")]).await;
    let nist = ask(&mut admin, &[("minimum_length", "8"), ("nist_preset", "on")]).await;
    let other = ask(&mut admin, &[("minimum_length", "8"), ("organisation_regex", "[a-z]")]).await;

    for told in [same, shorter, without] {
        assert!(told.says(NOBODY) && !told.says("6 users"), "{}", told.body);
    }
    for told in [longer, nist, other] {
        assert!(told.says("6 users") && !told.says(NOBODY), "{}", told.body);
    }
    server.finish().await;
}

#[tokio::test]
async fn passwords_that_have_run_out_are_not_counted() {
    let server = TestServer::start().await;
    let mut admin = server.browser_of(ADMIN).await;
    let expire = "update passwords set must_change = true, expires_at_ms = 1 \
                  where user_id = (select id from users where email = 'consumer@people.example')";

    let before = ask(&mut admin, &[("minimum_length", "13")]).await;
    server.sql(expire).await;
    let after = ask(&mut admin, &[("minimum_length", "13")]).await;

    assert!(before.says("6 users"), "{}", before.body);
    assert!(after.says("5 users") && !after.says("One user"), "{}", after.body);
    server.finish().await;
}
