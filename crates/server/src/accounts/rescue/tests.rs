//! What the rescue promises.

use super::{NO_SYSADMIN, rescue};
use crate::{
    cx::BaseRole,
    testing::{MINUTE_MS, NEW_PASSWORD, PASSWORD, TestServer, URL, assert_refused, email_of},
};

async fn link(server: &TestServer) -> String {
    let (email, url) = rescue(&server.host()).await.unwrap();
    assert_eq!(email, email_of(BaseRole::Super));
    url.reveal().strip_prefix(URL).unwrap().to_owned()
}

#[tokio::test]
async fn the_host_gets_the_sysadmin_in_again_without_the_old_password_and_without_mail() {
    let server = TestServer::start().await;
    let mut signed_in = server.browser_of(BaseRole::Super).await;
    let link = link(&server).await;
    let mut browser = server.browser();
    assert!(browser.get(&link).await.says(&email_of(BaseRole::Super)));

    let fields = [("new_password", NEW_PASSWORD), ("repeat_password", NEW_PASSWORD)];
    let chosen = browser.submit(&link, &fields).await;

    assert_eq!(chosen.location(), "/login?done=password");
    assert!(!signed_in.is_signed_in().await);
    assert_eq!(browser.sign_in(&email_of(BaseRole::Super), PASSWORD).await.status, 401);
    assert_eq!(browser.sign_in(&email_of(BaseRole::Super), NEW_PASSWORD).await.status, 303);
    assert_eq!(browser.get(&link).await.status, 404);
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn a_newer_link_ends_the_older_and_time_ends_both() {
    let server = TestServer::start().await;
    let (older, newer) = (link(&server).await, link(&server).await);

    assert_eq!(server.browser().get(&older).await.status, 404);
    assert_eq!(server.browser().get(&newer).await.status, 200);
    server.advance(30 * MINUTE_MS);

    assert_eq!(server.browser().get(&newer).await.status, 404);
    server.finish().await;
}

#[tokio::test]
async fn making_a_link_is_in_the_trail_with_the_host_as_its_actor() {
    let server = TestServer::start().await;

    link(&server).await;

    let events = server.events_named("rescue.make_link").await;
    assert_eq!(events.len(), 1);
    assert_eq!((events[0].actor_name.as_str(), &events[0].actor_id), ("host:test", &None));
    assert_eq!(events[0].subject_id, server.id_of(BaseRole::Super));
    server.finish().await;
}

#[tokio::test]
async fn without_a_sysadmin_there_is_nobody_to_rescue() {
    let server = TestServer::start_empty().await;

    assert_refused(rescue(&server.host()).await, &NO_SYSADMIN);
    server.finish().await;
}
