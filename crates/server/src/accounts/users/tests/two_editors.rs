//! What two people who edit one user at once are promised.

use super::{
    super::{UserPatch, find, update},
    pages::{page_of, send},
};
use crate::{
    accounts::groups::{self, GroupChange},
    cx::BaseRole,
    testing::{Answer, TestServer, email_of},
};

const ADMIN: BaseRole = BaseRole::Admin;
const VIEWER: BaseRole = BaseRole::Consumer;

#[tokio::test]
async fn what_the_second_editor_did_not_touch_is_not_taken_back() {
    let server = TestServer::start().await;
    let page = page_of(&server, VIEWER);
    let mut second = server.browser_of(ADMIN).await;
    let shown = second.get(&page).await;
    let patch = UserPatch {
        last_name: Some("Somerville".into()),
        active: Some(false),
        role: Some("contributor".into()),
        ..UserPatch::default()
    };
    update(&server.host(), server.id_of(VIEWER), patch).await.unwrap();

    let drawn = |shown: &Answer| -> Vec<(String, String)> {
        let parts = shown.body.split("name=\"drawn_").skip(1);
        let pair = |part: &str| {
            let (name, rest) = part.split_once("\" value=\"").unwrap();
            (format!("drawn_{name}"), rest.split('"').next().unwrap().to_owned())
        };
        parts.map(pair).collect()
    };
    let first = drawn(&shown);
    let mut fields: Vec<(&str, &str)> = first.iter().map(|(name, value)| (&**name, &**value)).collect();
    fields.push(("first_name", "Maria"));
    let refused = send(&mut second, &page, &shown, &fields).await;

    assert_eq!(refused.status, 409, "{}", refused.body);
    assert_eq!(refused.field("field-first_name").as_deref(), Some("Maria"), "what was typed stays");
    assert_eq!(refused.field("field-last_name").as_deref(), Some("Somerville"));
    let (_, notice) = refused.body.split_once("Somebody else changed this user meanwhile").unwrap();
    let (notice, _) = notice.split_once("<form").unwrap();
    for told in ["Somerville", "Designer", "Inactive"] {
        assert!(notice.contains(told), "{told}: {notice}");
    }
    assert!(!notice.contains("First name") && !notice.contains("Username"), "{notice}");
    let then = drawn(&refused);
    let mut again: Vec<(&str, &str)> = then.iter().map(|(name, value)| (&**name, &**value)).collect();
    again.push(("first_name", "Maria"));
    let saved = send(&mut second, &page, &refused, &again).await;
    assert_eq!(saved.status, 303, "{}", saved.body);
    let person = find(&server.host(), server.id_of(VIEWER)).await.unwrap().person;
    assert_eq!((person.first_name.as_str(), person.last_name.as_str()), ("Maria", "Somerville"));
    assert_eq!((person.role.base, person.active), (BaseRole::Contributor, false));
    server.finish().await;
}

#[tokio::test]
async fn the_second_of_two_editors_is_shown_what_the_first_changed() {
    let server = TestServer::start().await;
    let page = page_of(&server, VIEWER);
    let (mut first, mut second) = (server.browser_of(ADMIN).await, server.browser_of(BaseRole::Super).await);
    let (shown_first, shown_second) = (first.get(&page).await, second.get(&page).await);

    assert_eq!(send(&mut first, &page, &shown_first, &[("last_name", "Somerville")]).await.status, 303);
    let refused = send(&mut second, &page, &shown_second, &[("first_name", "Maria")]).await;

    assert_eq!(refused.status, 409);
    assert!(refused.says("Somebody else changed this user meanwhile") && refused.says("Somerville"));
    assert_eq!(refused.field("field-first_name").as_deref(), Some("Maria"));
    let again = send(&mut second, &page, &refused, &[("last_name", "Somerville")]).await;
    assert_eq!(again.status, 303, "{}", again.body);
    let person = find(&server.host(), server.id_of(VIEWER)).await.unwrap().person;
    assert_eq!((person.first_name.as_str(), person.last_name.as_str()), ("Maria", "Somerville"));

    let shown = second.get(&page).await;
    let group = GroupChange { name: Some("Analysts".into()), ..GroupChange::default() };
    let group = groups::create(&server.host(), vec![group]).await.unwrap().remove(0);
    groups::add_members(&server.host(), &group.id, &[email_of(VIEWER)]).await.unwrap();
    let refused = send(&mut second, &page, &shown, &[("first_name", "Mia")]).await;
    assert!(refused.status == 409 && refused.says("Analysts"), "a group joined meanwhile is not left");
    server.finish().await;
}
