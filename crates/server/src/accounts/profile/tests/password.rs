//! Changing one's own password by script.

use serde_json::json;

use crate::{
    cx::BaseRole,
    testing::{NEW_PASSWORD, PASSWORD, SECOND_MS, TestServer},
};

const VIEWER: BaseRole = BaseRole::Consumer;

#[tokio::test]
async fn a_script_that_changes_the_password_goes_on_and_what_else_signed_in_ends() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(VIEWER).await;
    let other = server.token_of(VIEWER).await;
    server.advance(SECOND_MS);
    let own = server.token_of(VIEWER).await;
    let status =
        async |token: &str| server.request("GET", "/api/v1/account").bearer(token).send().await.status;

    let typed = json!({ "currentPassword": PASSWORD, "newPassword": NEW_PASSWORD });
    let path = "/api/v1/account/change_password";
    let changed = server.request("POST", path).bearer(&own).json(&typed).send().await;

    assert_eq!(changed.status, 204, "{}", changed.body);
    assert_eq!((status(&own).await, status(&other).await), (200, 401));
    assert!(!browser.is_signed_in().await);
    server.run_jobs().await;
    server.finish().await;
}
