//! What programs look for at fixed addresses (RFC 8615): whom to tell of a weakness, and where a password is changed.

use axum::{
    Router,
    http::header,
    response::{IntoResponse, Response},
    routing::get,
};

use super::{NOT_FOUND, WebResult, see_other};
use crate::{cx::Cx, text::rfc3339};

const DAY_MS: i64 = 24 * 3_600_000;
/// How long what the file says holds, in days; RFC 9116 wants less than a year.
const HOLDS_DAYS: i64 = 180;

pub(super) fn router() -> Router {
    Router::new()
        .route("/.well-known/security.txt", get(security))
        .route("/.well-known/change-password", get(change_password))
}

/// `security.txt` (RFC 9116) with the contact that the operator configured; 404 without one.
async fn security(cx: Cx) -> WebResult {
    let contact = cx.config.server.security_contact.as_str();
    if contact.is_empty() {
        return Err(NOT_FOUND.into());
    }
    let scheme = if contact.starts_with("https://") { "" } else { "mailto:" };
    let expires = rfc3339((cx.now_ms / DAY_MS + HOLDS_DAYS) * DAY_MS);
    let own = cx.app().public_url();
    let text = format!(
        "Contact: {scheme}{contact}\nExpires: {expires}\nCanonical: {own}/.well-known/security.txt\n"
    );
    Ok(([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response())
}

/// Password managers send people here (W3C, “A Well-Known URL for Changing Passwords”).
async fn change_password() -> Response {
    see_other("/profile/password")
}

#[cfg(test)]
mod tests {
    use crate::testing::TestServer;

    const FILE: &str = "/.well-known/security.txt";

    #[tokio::test]
    async fn whoever_finds_a_weakness_reads_whom_to_tell() {
        for (contact, line) in [
            ("security@example.com", "Contact: mailto:security@example.com\n"),
            ("https://example.com/report", "Contact: https://example.com/report\n"),
        ] {
            let server =
                TestServer::start_with(|config| config.server.security_contact = contact.into()).await;

            let file = server.request("GET", FILE).send().await;

            assert_eq!(file.status, 200);
            assert_eq!(file.header("content-type"), "text/plain; charset=utf-8");
            assert!(file.body.starts_with(line), "{}", file.body);
            assert!(file.body.contains(&format!("\nCanonical: {}{FILE}\n", server.app.public_url())));
            server.finish().await;
        }
    }

    #[tokio::test]
    async fn what_it_says_holds_for_half_a_year_from_the_day_it_is_read() {
        let server =
            TestServer::start_with(|config| config.server.security_contact = "a@b.example".into()).await;

        let first = server.request("GET", FILE).send().await;
        server.advance(super::DAY_MS);
        let next_day = server.request("GET", FILE).send().await;

        let ends =
            |body: &str| body.lines().find_map(|line| line.strip_prefix("Expires: ").map(str::to_owned));
        let days = (server.app.clock.now_ms() / super::DAY_MS + super::HOLDS_DAYS) * super::DAY_MS;
        assert_eq!(ends(&next_day.body), Some(crate::text::rfc3339(days)));
        assert_ne!(ends(&first.body), ends(&next_day.body));
        server.finish().await;
    }

    #[tokio::test]
    async fn nothing_is_said_where_no_contact_is_configured() {
        let server = TestServer::start().await;

        assert_eq!(server.request("GET", FILE).send().await.status, 404);
        server.finish().await;
    }

    #[tokio::test]
    async fn a_password_manager_is_led_to_the_page_that_changes_the_password() {
        let server = TestServer::start().await;

        let led = server.request("GET", "/.well-known/change-password").send().await;
        let unknown = server.request("GET", "/.well-known/resource-that-should-not-exist").send().await;

        assert_eq!((led.status, led.location()), (303, "/profile/password"));
        assert_eq!(unknown.status, 404, "a server that answers everything is believed in nothing");
        server.finish().await;
    }
}
