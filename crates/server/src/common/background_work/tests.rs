//! What background work promises.

use crate::{cx::BaseRole, testing::TestServer};

const PAGE: &str = "/admin/background-work";

async fn fail(server: &TestServer, id: &str, kind: &str) {
    let mut tx = server.app.db.write().await.unwrap();
    tx.sql(
        "insert into jobs (id, kind, payload, state, run_at_ms, attempts, attempts_max, created_at_ms, \
         finished_at_ms, last_error) values ($1, $2, 'null', 'dead', 1, 3, 3, 1, 2, 'it broke')",
    )
    .bind(id)
    .bind(kind)
    .run()
    .await
    .unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn work_that_was_given_up_is_shown_and_runs_again_when_asked() {
    let server = TestServer::start().await;
    fail(&server, "lost", "badges.print").await;
    let mut browser = server.browser_of(BaseRole::Admin).await;
    let before = browser.get(PAGE).await;
    assert!(before.says("badges.print") && before.says("it broke"), "{}", before.body);

    let done = browser.submit_to(PAGE, "/admin/background-work/lost/retry", &[]).await;

    assert_eq!((done.status, done.location()), (303, "/admin/background-work?done=retried"));
    assert!(!browser.get(PAGE).await.says("it broke"));
    assert_eq!(server.events_named("background_work.retry").await.len(), 1);
    server.abandon().await;
}

#[tokio::test]
async fn scripts_see_what_failed_and_are_sent_to_the_log_of_deliveries_for_mails() {
    let server = TestServer::start().await;
    fail(&server, "mail", "outbox.send").await;
    fail(&server, "lost", "badges.print").await;
    let token = server.token_of(BaseRole::Admin).await;
    let post = async |id: &str| {
        let path = format!("/api/v1/background-work/{id}/retry");
        server.request("POST", &path).bearer(&token).send().await.status
    };

    let shown = server.request("GET", "/api/v1/background-work").bearer(&token).send().await.json();

    assert_eq!(shown["dead"], 2);
    let can = |id: &str| {
        let failed = shown["failed"].as_array().unwrap();
        failed.iter().find(|job| job["id"] == id).unwrap()["canRetry"].clone()
    };
    assert_eq!((can("mail"), can("lost")), (false.into(), true.into()));
    assert_eq!((post("mail").await, post("lost").await, post("lost").await), (409, 204, 404));
    server.abandon().await;
}
