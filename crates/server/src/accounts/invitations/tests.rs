//! What invitations promise.

use seatwarden_base::db::Engine;

use crate::{
    accounts::users::{self, Credential, NewUser},
    testing::{HOUR_MS, NEW_PASSWORD, PASSWORD, TestServer, assert_refused, new_user},
};

const EMAIL: &str = "new@people.example";

async fn invite(server: &TestServer) -> String {
    server.add(NewUser { credential: Credential::Invited, ..new_user(EMAIL, "consumer") }).await;
    server.run_jobs().await;
    server.mail_to(EMAIL).link()
}

#[tokio::test]
async fn an_invited_user_chooses_the_first_password_and_can_sign_in_from_then_on() {
    let server = TestServer::start().await;
    let link = invite(&server).await;
    let mut browser = server.browser();
    assert_eq!(browser.sign_in(EMAIL, NEW_PASSWORD).await.status, 401);
    assert!(browser.get(&link).await.says(EMAIL));

    let fields = [("new_password", NEW_PASSWORD), ("repeat_password", NEW_PASSWORD)];
    let accepted = browser.submit(&link, &fields).await;

    assert_eq!(accepted.location(), "/login?done=password");
    assert_eq!(browser.sign_in(EMAIL, NEW_PASSWORD).await.location(), "/");
    assert!(users::find(&server.host(), EMAIL).await.unwrap().person.active);
    assert_eq!(server.events_named("invitations.accept").await.len(), 1);
    server.finish().await;
}

#[tokio::test]
async fn an_invitation_works_once() {
    let server = TestServer::start().await;
    let link = invite(&server).await;
    let mut browser = server.browser();
    let fields = [("new_password", NEW_PASSWORD), ("repeat_password", NEW_PASSWORD)];
    browser.submit(&link, &fields).await;

    let again = browser.get(&link).await;

    assert_eq!(again.status, 404);
    server.finish().await;
}

#[tokio::test]
async fn a_refused_password_leaves_the_invitation_open() {
    let server = TestServer::start().await;
    let link = invite(&server).await;
    let mut browser = server.browser();

    let refused = browser.submit(&link, &[("new_password", "x"), ("repeat_password", "x")]).await;
    let differing = browser.submit(&link, &[("new_password", PASSWORD), ("repeat_password", "x")]).await;

    assert!(refused.status == 422 && refused.says("at least 8 characters"), "{}", refused.body);
    assert!(differing.status == 422 && differing.says("The two new passwords are not the same."));
    assert_eq!(browser.get(&link).await.status, 200);
    server.finish().await;
}

#[tokio::test]
async fn an_invitation_runs_out_after_three_days() {
    let server = TestServer::start().await;
    let link = invite(&server).await;

    server.advance(72 * HOUR_MS - 1);
    assert_eq!(server.browser().get(&link).await.status, 200);
    server.advance(1);

    assert_eq!(server.browser().get(&link).await.status, 404);
    server.finish().await;
}

#[tokio::test]
async fn the_mail_names_the_house_and_the_user_name() {
    let server =
        TestServer::start_with(|config| config.server.installation_name = "House of Charts".into()).await;
    let invited =
        NewUser { user_name: "gracie".into(), credential: Credential::Invited, ..new_user(EMAIL, "") };
    server.add(invited).await;

    server.run_jobs().await;

    let mail = server.mail_to(EMAIL);
    assert!(mail.subject.contains("House of Charts") && mail.text.contains("gracie"), "{mail:?}");
    server.finish().await;
}

/// Waits until somebody waits for what another transaction holds, where more than one can write.
async fn until_somebody_waits(server: &TestServer) {
    while server.app.db.engine() == Engine::Postgres
        && server
            .number(
                "select count(*) from pg_stat_activity \
                 where datname = current_database() and wait_event_type = 'Lock'",
            )
            .await
            == 0
    {
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn whoever_accepts_at_this_moment_is_neither_invited_again_nor_uninvited() {
    for again in [true, false] {
        let server = TestServer::start().await;
        invite(&server).await;
        let id = users::find(&server.host(), EMAIL).await.unwrap().person.id;
        let host = server.host();
        let mut accepting = server.app.db.write().await.unwrap();
        users::activate(&mut accepting, &host, &id).await.unwrap();
        let late = async {
            if again {
                users::invite_again(&host, &id).await
            } else {
                users::cancel_invitation(&host, &id).await
            }
        };
        let accepts = async {
            until_somebody_waits(&server).await;
            accepting.commit().await.unwrap();
        };

        let (refused, ()) = tokio::join!(late, accepts);

        assert_refused(refused, &users::NOT_INVITED);
        let user = users::find(&server.host(), EMAIL).await.unwrap();
        assert!(user.person.active && user.invited_at_ms.is_none());
        server.run_jobs().await;
        server.finish().await;
    }
}
