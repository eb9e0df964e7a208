//! Giving the password again before a deed.

use seatwarden_base::secret::Secret;

use crate::{
    accounts::sessions::Started,
    cx::BaseRole,
    testing::{MINUTE_MS, PASSWORD, TestServer},
    web::cookies,
};

const NOBODY: &str = "66f1c2a45d0e8b3f7a914c20";

#[tokio::test]
async fn a_deed_that_is_refused_after_the_right_password_signs_nobody_out() {
    let server = TestServer::start_with(|config| config.sessions.idle_minutes = 600).await;
    let mut browser = server.browser_of(BaseRole::Admin).await;
    let rotate = format!("/profile/api-token/{NOBODY}/rotate");
    let undo = format!("/admin/users/deleted/{NOBODY}");
    let delete = format!("/admin/roles/{NOBODY}/delete");

    for (action, fields) in [
        (rotate.as_str(), &[][..]),
        (&undo, &[]),
        (&delete, &[("confirmed", "yes")]),
        ("/admin/security/api-access/rotate", &[("overlap_days", "9999"), ("confirmed", "yes")]),
    ] {
        server.advance(15 * MINUTE_MS);
        let fields = [fields, &[("current_password", PASSWORD)]].concat();
        let refused = browser.submit_to("/profile/sessions", action, &fields).await;

        assert!((400..500).contains(&refused.status), "{action}: {} {}", refused.status, refused.body);
        assert!(browser.is_signed_in().await, "{action}: {}", refused.body);
    }
    assert_eq!(server.events_named("passwords.confirm").await.len(), 4, "each of them took the password");
    server.finish().await;
}

#[tokio::test]
async fn of_a_request_that_is_done_again_the_last_token_counts() {
    let server = TestServer::start().await;
    let cx = server.cx();
    let started =
        |token: &str| Started { id: NOBODY.into(), token: Secret::new(token), max_age_seconds: None };

    for token in ["first", "second"] {
        cookies::renew(&cx, &started(token));
    }

    let cookie = cookies::renewed(&cx).unwrap();
    assert!(cookie.to_str().unwrap().contains("=second;"), "{cookie:?}");
    server.finish().await;
}
