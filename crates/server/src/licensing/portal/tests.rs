//! What the portal promises: who gets there, and who does not.

use crate::{cx::BaseRole, testing::TestServer};

#[tokio::test]
async fn without_the_switch_nothing_of_the_license_server_is_there() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(BaseRole::Super).await;

    for path in ["/portal", "/portal/users", "/issuer"] {
        assert_eq!(browser.get(path).await.status, 404, "{path}");
    }
    assert!(!browser.get("/").await.body.contains("/issuer"));
    server.finish().await;
}

#[tokio::test]
async fn the_staff_sees_the_issuers_section_and_the_portal_is_not_theirs() {
    let server = TestServer::start_with(|config| config.license_server.enabled = true).await;
    let mut staff = server.browser_of(BaseRole::Admin).await;

    let home = staff.get("/").await;

    assert!(home.status == 200 && home.body.contains("href=\"/issuer\""));
    assert_eq!(staff.get("/issuer").await.status, 200);
    assert_eq!(staff.get("/portal").await.status, 404);
    server.finish().await;
}
