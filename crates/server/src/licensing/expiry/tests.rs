//! What mails about the end of a license promise.

use super::tell;
use crate::{
    licensing::tests::{OWNER, World},
    testing::DAY_MS,
};

#[tokio::test]
async fn owners_and_the_vendor_are_told_once_for_each_mark() {
    let world = World::start().await;
    world.package("ACME", 100).await;
    let cx = || world.server.host();
    let count = async || {
        world.server.run_jobs().await;
        world.server.mails().iter().filter(|mail| mail.kind == "expiry.mail").count()
    };

    tell(&cx()).await.unwrap();
    assert_eq!(count().await, 0);
    world.server.advance(11 * DAY_MS);
    tell(&cx()).await.unwrap();
    tell(&cx()).await.unwrap();
    // The owner, and of the staff the Sys. Admin and the Admin.
    assert_eq!(count().await, 3);
    assert!(world.server.mail_to(OWNER).subject.contains("ACME license"));
    world.server.advance(88 * DAY_MS + DAY_MS / 2);
    tell(&cx()).await.unwrap();
    assert_eq!(count().await, 6);
    world.server.advance(DAY_MS);
    tell(&cx()).await.unwrap();
    assert_eq!(count().await, 6);
    world.server.finish().await;
}
