//! The account that is given by several at once, and what comes back to whoever made way.

use std::sync::Arc;

use super::{ADMIN, SUPER, forget_mails, holder, password, sysadmin};
use crate::{
    accounts::{
        sysadmin_transfer::{
            actions::{accept, give_account, offer},
            model::NewHolder,
        },
        users::{self, UserPatch},
    },
    cx::{BaseRole, Caller, Proof, SignedIn},
    testing::{TestServer, assert_refused, email_of},
};

#[tokio::test]
async fn of_many_posts_at_once_one_gives_the_account_and_the_others_hear_that_it_is_gone() {
    let server = TestServer::start().await;
    let cx = server.cx_as(SUPER).await;
    let holders: Vec<_> = (0..4).map(|at| holder(&format!("new{at}@people.example"))).collect();
    let posts = holders.iter().map(|new| give_account(&cx, new));

    let answers = futures_util::future::join_all(posts).await;

    let (given, late): (Vec<_>, Vec<_>) = answers.into_iter().partition(Result::is_ok);
    assert_eq!((given.len(), late.len()), (1, 3));
    for answer in late {
        assert_refused(answer, &users::CHANGED_MEANWHILE);
    }
    let links = "select count(*) from one_time_links where purpose = 'handover'";
    assert_eq!(server.number(links).await, 1, "nobody gets a link that is dead already");
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn whose_session_ended_meanwhile_neither_gives_the_account_nor_takes_the_role() {
    let server = TestServer::start().await;
    offer(&server.cx_as(SUPER).await, &email_of(ADMIN), &password()).await.unwrap();
    let ended = async |role: BaseRole| {
        let person = users::find(&server.host(), server.id_of(role)).await.unwrap().person;
        let proof = Proof::Session {
            id: "ended".to_owned(),
            token_hash: [0; 32],
            confirmed_at_ms: server.now_ms(),
            must_renew: false,
        };
        server.cx().with_caller(Caller::User(Arc::new(SignedIn::new(person, proof))))
    };

    let given = give_account(&ended(SUPER).await, &holder("rosalind@people.example")).await;
    let accepted = accept(&ended(ADMIN).await, &password()).await;
    let patch = UserPatch { email: Some("rosalind@people.example".into()), ..UserPatch::default() };
    let moved = users::update(&ended(SUPER).await, server.id_of(SUPER), patch).await;

    assert_refused(given, &users::CHANGED_MEANWHILE);
    assert_refused(accepted, &users::CHANGED_MEANWHILE);
    assert_refused(moved, &users::CHANGED_MEANWHILE);
    assert_eq!(sysadmin(&server).await, email_of(SUPER));
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn whoever_made_way_gets_the_user_name_back_unless_they_chose_another() {
    for chosen in [None, Some("carl")] {
        let server = TestServer::start().await;
        let (to, other) = ("boss@people.example", server.id_of(BaseRole::Contributor));
        let named = |name: &str| UserPatch { user_name: Some(name.into()), ..UserPatch::default() };
        users::update(&server.host(), other, named(to)).await.unwrap();
        forget_mails(&server).await;
        let new = NewHolder { other_email: "away@people.example".into(), ..holder(to) };
        give_account(&server.cx_as(SUPER).await, &new).await.unwrap();
        server.run_jobs().await;
        let link = server.mail_to(&email_of(SUPER)).link();
        if let Some(name) = chosen {
            users::update(&server.host(), other, named(name)).await.unwrap();
        }

        let undone = server.browser().submit(&link, &[]).await;

        assert_eq!(undone.status, 200, "{}", undone.body);
        let back = users::find(&server.host(), other).await.unwrap().person;
        assert_eq!(back.email, email_of(BaseRole::Contributor));
        assert_eq!(back.user_name, chosen.unwrap_or(to));
        server.run_jobs().await;
        server.finish().await;
    }
}

#[tokio::test]
async fn a_link_mailed_to_the_address_before_opens_nothing_of_whoever_made_way() {
    let server = TestServer::start().await;
    let other = server.id_of(BaseRole::Contributor);
    let link = UserPatch { send_link: true, ..UserPatch::default() };
    users::update(&server.host(), other, link).await.unwrap();
    server.run_jobs().await;
    let stale = server.mail_to(&email_of(BaseRole::Contributor)).link();
    let to = email_of(BaseRole::Contributor);
    let new = NewHolder { other_email: "away@people.example".into(), ..holder(&to) };

    give_account(&server.cx_as(SUPER).await, &new).await.unwrap();

    assert_eq!(server.browser().get(&stale).await.status, 404, "the Sys. Admin reads that mailbox now");
    server.run_jobs().await;
    server.finish().await;
}
