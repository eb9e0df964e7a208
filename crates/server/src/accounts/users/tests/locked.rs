//! Who is locked, on the list of users.

use super::{
    super::{ListQuery, State, browse},
    list::{ADMIN, found, names},
};
use crate::{
    cx::BaseRole,
    testing::{DAY_MS, TestServer, email_of},
};

#[tokio::test]
async fn whoever_is_locked_is_shown_as_locked_until_it_ends() {
    let server = TestServer::start_with(|config| {
        config.sign_in.lockout_enabled = true;
        config.sign_in.lockout_attempts = 3;
        config.sign_in.delay_after_failures = 100;
    })
    .await;
    for _ in 0..3 {
        server.browser().sign_in(&email_of(BaseRole::Consumer), "wrong").await;
    }
    let cx = server.cx_as(ADMIN).await;

    let locked = browse(&cx, &ListQuery::read("state=locked")).await.unwrap();
    assert_eq!(names(&locked), [email_of(BaseRole::Consumer)]);
    assert!(locked.users[0].locked && locked.users[0].user.state() == State::Active);
    server.advance(DAY_MS);
    assert!(found(&server.cx_as(ADMIN).await, "state=locked").await.is_empty());
    server.finish().await;
}

#[tokio::test]
async fn each_who_is_locked_is_shown_so_however_many_are() {
    let server = TestServer::start().await;
    server.add_viewers(1_000).await;
    let cx = server.cx_as(ADMIN).await;
    let shown = async || {
        // Those who were locked last.
        let mut page = browse(&cx, &ListQuery::read("sort=created&desc=1")).await.unwrap().users;
        page.retain(|one| one.user.id.starts_with('u'));
        let locked = page.iter().filter(|one| one.locked).map(|one| one.user.id.clone());
        (page.iter().map(|one| one.user.id.clone()).collect::<Vec<_>>(), locked.collect::<Vec<_>>())
    };
    let ending_in = |ids: &[String], end: &str| -> Vec<String> {
        ids.iter().filter(|id| id.ends_with(end)).cloned().collect()
    };

    // These are read together.
    server
        .sql(
            "insert into password_failures (key, failures, last_at_ms, blocked_until_ms, account) \
             select id, 9, 0, 9000000000000000, id from users where id like 'u%7'",
        )
        .await;
    let (all, locked) = shown().await;
    assert!(locked == ending_in(&all, "7") && locked.len() > 2, "{locked:?}");

    // Of so many, those of the page are looked up.
    server
        .sql(
            "insert into password_failures (key, failures, last_at_ms, blocked_until_ms, account) \
             select id, 9, 0, 9000000000000000, id from users \
             where id like 'u%' and id not like '%7' and id not like '%8'",
        )
        .await;
    let (all, locked) = shown().await;
    assert_eq!(locked.len(), all.len() - ending_in(&all, "8").len());
    assert!(ending_in(&locked, "8").is_empty() && locked.len() > 20, "{locked:?}");
    server.finish().await;
}
