//! What storing a password anew leaves as it was.

use seatwarden_base::secret::Secret;

use super::super::{Guess, demand_another, expire, settle, store, verify};
use crate::{
    accounts::users::{Credential, NewUser, User},
    testing::{PASSWORD, TestServer, md5_of, new_user},
};

async fn with_md5(server: &TestServer) -> User {
    let credential = Credential::Md5(md5_of(PASSWORD).into());
    server.add(NewUser { credential, ..new_user("old@people.example", "consumer") }).await
}

#[tokio::test]
async fn what_was_demanded_while_a_password_was_checked_stays_when_it_is_stored_anew() {
    let server = TestServer::start().await;
    let user = with_md5(&server).await.person;
    let cx = server.cx();
    let guess = Guess::new(user.id.clone(), None);
    let verified = verify(&cx, &guess, Some(&user.id), &Secret::new(PASSWORD)).await.unwrap().unwrap();

    let mut tx = server.app.db.write().await.unwrap();
    assert!(demand_another(&mut tx, &user.id).await.unwrap());
    expire(&mut tx, &cx, &user.id).await.unwrap();
    settle(&mut tx, &cx, &user, &verified).await.unwrap();

    let found = store::find(&mut tx, &user.id).await.unwrap().unwrap();
    assert_eq!(found.scheme, "argon2id", "it was stored anew");
    assert_eq!((found.must_change, found.expires_at_ms), (true, Some(server.now_ms())));
    tx.commit().await.unwrap();
    server.finish().await;
}

#[tokio::test]
async fn only_the_end_of_a_password_that_came_as_md5_goes_when_it_is_used() {
    let server = TestServer::start().await;
    let user = with_md5(&server).await.person;
    let mut tx = server.app.db.write().await.unwrap();
    let before = store::find(&mut tx, &user.id).await.unwrap().unwrap();
    let end = before.expires_at_ms;
    assert!(end.is_some());

    let mut old = before.stored;
    for (number, (unless_used, left)) in
        [(None, end), (end.map(|at| at + 1), end), (end, None)].into_iter().enumerate()
    {
        let stored = format!("anew {number}");
        let anew =
            store::Anew { old: &old, stored: &stored, scheme: "argon2id", must_change: false, unless_used };
        assert!(store::set_stored(&mut tx, &user.id, &anew).await.unwrap());
        assert_eq!(store::find(&mut tx, &user.id).await.unwrap().unwrap().expires_at_ms, left);
        old = stored;
    }
    drop(tx);
    server.finish().await;
}

#[tokio::test]
async fn the_event_names_whose_password_was_stored_anew() {
    let server = TestServer::start().await;
    with_md5(&server).await;

    server.browser().sign_in("old@people.example", PASSWORD).await;

    let events = server.events_named("passwords.upgrade").await;
    assert_eq!(events.len(), 1);
    assert_eq!(events[0].actor_name, "old@people.example");
    server.run_jobs().await;
    server.finish().await;
}
