//! Trying again what failed.

use seatwarden_base::mail::SendError;

use crate::{
    accounts::users,
    cx::BaseRole,
    testing::{TestServer, new_user},
};
use users::{Credential, NewUser};

const LOG: &str = "/admin/email/deliveries?state=failed";
const DAY_MS: i64 = 86_400_000;

/// Invites somebody whose mail is refused for good; the id of the mail.
async fn failed(server: &TestServer, email: &str) -> String {
    server.app.inbox.as_ref().unwrap().fail_next(SendError::Permanent("550 nobody here".into()));
    server.add(NewUser { credential: Credential::Invited, ..new_user(email, "consumer") }).await;
    server.run_jobs().await;
    let mut tx = server.app.db.read().await.unwrap();
    let row = tx.sql("select id from mails where to_address = $1 order by created_at_ms desc").bind(email);
    row.first().await.unwrap().unwrap().get(0).unwrap()
}

#[tokio::test]
async fn a_mail_that_failed_is_retried_and_arrives_whole() {
    let server = TestServer::start().await;
    let id = failed(&server, "ada@people.example").await;
    let mut browser = server.browser_of(BaseRole::Admin).await;
    let before = browser.get(LOG).await;
    assert!(before.says("550 nobody here") && before.says("Retry"), "{}", before.body);
    assert!(!before.body.contains("/invitation/"));

    let done = browser.submit_to(LOG, &format!("/admin/email/deliveries/{id}/retry"), &[]).await;
    server.run_jobs().await;

    assert_eq!(done.location(), "/admin/email/deliveries?state=failed&done=retried");
    let mail = server.mail_to("ada@people.example");
    assert!(mail.kind == "invitations.mail" && mail.link().starts_with("/invitation/"));
    assert!(browser.get(LOG).await.says("No such mails"));
    assert_eq!(server.events_named("outbox.retry").await.len(), 1);
    server.finish().await;
}

#[tokio::test]
async fn a_mail_whose_link_has_ended_is_not_sent_again_and_says_what_to_do() {
    let server = TestServer::start().await;
    let id = failed(&server, "ada@people.example").await;
    server.advance(8 * DAY_MS);
    let token = server.token_of(BaseRole::Admin).await;
    let mut browser = server.browser_of(BaseRole::Admin).await;

    let path = format!("/api/v1/mails/{id}/retry");
    let refused = server.request("POST", &path).bearer(&token).send().await;
    let all = server.request("POST", "/api/v1/mails/retry").bearer(&token).send().await.json();

    assert_eq!((refused.status, refused.json()["code"].as_str()), (409, Some("outbox.secret_ended")));
    assert_eq!(all["again"], 0);
    assert!(browser.get(LOG).await.says("no longer works"));
    assert!(server.mails().iter().all(|mail| mail.kind != "invitations.mail"));
    server.abandon().await;
}

#[tokio::test]
async fn a_link_that_a_newer_one_replaced_is_not_sent_again() {
    let server = TestServer::start().await;
    let id = failed(&server, "ada@people.example").await;
    let user = users::find(&server.cx_as(BaseRole::Admin).await, "ada@people.example").await.unwrap();
    let page = format!("/admin/users/{}", user.person.id);
    server.browser_of(BaseRole::Admin).await.submit_to(&page, &format!("{page}/invite"), &[]).await;
    server.run_jobs().await;
    let token = server.token_of(BaseRole::Admin).await;

    let path = format!("/api/v1/mails/{id}/retry");
    let refused = server.request("POST", &path).bearer(&token).send().await;

    assert_eq!((refused.status, refused.json()["code"].as_str()), (409, Some("outbox.text_gone")));
    server.abandon().await;
}

#[tokio::test]
async fn all_that_failed_is_retried_at_once_by_page_and_by_script() {
    let server = TestServer::start().await;
    for email in ["ada@people.example", "grace@people.example"] {
        failed(&server, email).await;
    }
    let mut browser = server.browser_of(BaseRole::Admin).await;

    let done = browser.submit_to(LOG, "/admin/email/deliveries/retry", &[]).await;
    server.run_jobs().await;

    assert_eq!(done.location(), "/admin/email/deliveries?done=all&again=2&ended=0&more=false");
    assert!(browser.get(done.location()).await.says("2 mails wait to be sent again"));
    for email in ["ada@people.example", "grace@people.example"] {
        assert_eq!(server.mail_to(email).kind, "invitations.mail");
    }
    let token = server.token_of(BaseRole::Admin).await;
    let listed = server.request("GET", "/api/v1/mails?state=sent&limit=1").bearer(&token).send().await.json();
    assert_eq!(
        (listed["items"].as_array().unwrap().len(), &listed["items"][0]["state"]),
        (1, &"sent".into())
    );
    assert!(!listed["next"].is_null() && !listed.to_string().contains("/invitation/"));
    server.finish().await;
}
