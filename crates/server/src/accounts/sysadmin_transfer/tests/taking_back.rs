//! The mail to the old address gives the account back.

use super::{SUPER, choose_settings, forget_mails, holder, settings_of, sysadmin};
use crate::{
    accounts::{
        sysadmin_transfer::{actions::give_account, model::NewHolder},
        users,
    },
    cx::BaseRole,
    testing::{TestServer, email_of, new_user},
};

#[tokio::test]
async fn the_old_address_takes_back_addresses_and_names() {
    let server = TestServer::start().await;
    let to = email_of(BaseRole::Contributor);
    let before = users::find(&server.host(), server.id_of(SUPER)).await.unwrap().person;
    let other = users::find(&server.host(), server.id_of(BaseRole::Contributor)).await.unwrap().person;
    choose_settings(&server).await;
    forget_mails(&server).await;
    let new = NewHolder { other_email: "away@people.example".into(), ..holder(&to) };
    give_account(&server.cx_as(SUPER).await, &new).await.unwrap();
    server.run_jobs().await;
    let link = server.mail_to(&email_of(SUPER)).link();

    let undone = server.browser().submit(&link, &[]).await;

    assert_eq!(undone.status, 200, "{}", undone.body);
    let names = |person: &crate::cx::Person| {
        [&person.email, &person.user_name, &person.first_name, &person.last_name].map(Clone::clone)
    };
    let after = users::find(&server.host(), server.id_of(SUPER)).await.unwrap().person;
    let back = users::find(&server.host(), server.id_of(BaseRole::Contributor)).await.unwrap().person;
    assert_eq!((names(&after), names(&back)), (names(&before), names(&other)));
    assert_eq!(settings_of(&server).await, (Some("fr-FR".to_owned()), "{\"theme\":\"dark\"}".to_owned()));
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn nobody_keeps_the_old_address_from_taking_back_by_a_user_who_has_it() {
    let server = TestServer::start().await;
    forget_mails(&server).await;
    give_account(&server.cx_as(SUPER).await, &holder("new@people.example")).await.unwrap();
    server.run_jobs().await;
    let link = server.mail_to(&email_of(SUPER)).link();
    let intruder = server.add(new_user(&email_of(SUPER), "consumer")).await.person.id;

    let undone = server.browser().submit(&link, &[]).await;

    assert_eq!(undone.status, 200, "{}", undone.body);
    assert_eq!(sysadmin(&server).await, email_of(SUPER));
    let other = users::find(&server.host(), &intruder).await.unwrap().person;
    assert_eq!(other.email, format!("{intruder}@made-way.invalid"));
    server.run_jobs().await;
    server.finish().await;
}
