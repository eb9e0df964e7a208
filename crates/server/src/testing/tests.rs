//! What the test server itself promises.

use super::{TestServer, email_of};
use crate::{
    cx::{BUILT_IN, BaseRole},
    tidy::statements::unprepared_statements,
};

#[tokio::test]
async fn every_statement_of_every_store_prepares_on_the_database_under_test() {
    let server = TestServer::start().await;

    let unprepared = unprepared_statements(&server.app.db).await;

    assert!(unprepared.is_empty(), "{unprepared:#?}");
    server.finish().await;
}

#[tokio::test]
async fn every_role_has_somebody_who_signs_in() {
    let server = TestServer::start().await;

    for role in BUILT_IN {
        let mut browser = server.browser_of(role).await;
        assert!(browser.get("/profile/personal-information").await.says(&email_of(role)));
        assert_eq!(server.cx_as(role).await.person().unwrap().role.base, role);
    }
    server.finish().await;
}

#[tokio::test]
#[should_panic(expected = "jobs were left unrun")]
async fn a_job_left_unrun_fails_the_test() {
    let server = TestServer::start().await;
    let mut browser = server.browser();
    browser.submit("/forgot-password", &[("email", &email_of(BaseRole::Admin))]).await;

    server.finish().await;
}
