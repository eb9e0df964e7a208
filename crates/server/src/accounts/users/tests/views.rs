//! Views that administrators share: whose they are, and who may remove them.

use super::super::{ListQuery, delete_view, save_view, views};
use crate::{
    accounts::groups::{self, GroupChange},
    cx::BaseRole,
    testing::{TestServer, email_of},
};

const ADMIN: BaseRole = BaseRole::Admin;
const OTHER: BaseRole = BaseRole::DataAdmin;

#[tokio::test]
async fn views_of_one_name_say_whose_they_are() {
    let server = TestServer::start().await;
    for (role, query) in [(ADMIN, "state=invited"), (OTHER, "state=active")] {
        save_view(&server.cx_as(role).await, "Team", &ListQuery::read(query), true).await.unwrap();
    }
    save_view(&server.cx_as(ADMIN).await, "Alone", &ListQuery::read("idle=90"), true).await.unwrap();
    let mut admin = server.browser_of(ADMIN).await;

    let page = admin.get("/admin/users").await;

    for role in [ADMIN, OTHER] {
        assert!(page.says(&format!("Team (of {})", email_of(role))), "{}", page.body);
    }
    assert!(page.says("<bdi>Alone</bdi>"), "{}", page.body);
    server.finish().await;
}

#[tokio::test]
async fn the_sys_admin_removes_what_others_share_and_nothing_that_they_keep_for_themselves() {
    let server = TestServer::start().await;
    let (owner, other) = (server.cx_as(ADMIN).await, server.cx_as(OTHER).await);
    for (name, shared) in [("Shared", true), ("Own", false)] {
        save_view(&owner, name, &ListQuery::read("state=invited"), shared).await.unwrap();
    }
    let kept = views(&owner).await.unwrap();
    let id_of = |name: &str| kept.iter().find(|view| view.name == name).unwrap().id.clone();
    let mut sysadmin = server.browser_of(BaseRole::Super).await;
    let mut second = server.browser_of(OTHER).await;
    let path = format!("/admin/users/views/{}/delete", id_of("Shared"));

    assert!(delete_view(&other, &id_of("Shared")).await.is_err(), "no other administrator may");
    assert!(!second.get("/admin/users/views").await.says(&path));
    assert!(delete_view(&server.cx_as(BaseRole::Super).await, &id_of("Own")).await.is_err());
    let offered = sysadmin.get("/admin/users/views").await;
    let deleted = sysadmin.submit_to("/admin/users/views", &path, &[("confirmed", "yes")]).await;

    assert!(offered.says(&path), "{}", offered.body);
    assert_eq!(deleted.status, 303, "{}", deleted.body);
    assert_eq!(views(&owner).await.unwrap().len(), 1);
    let told = server.events_named("users.delete_view").await;
    assert!(
        told[0].before_json.as_ref().is_some_and(|before| before.contains(server.id_of(ADMIN))),
        "whose it was"
    );
    server.finish().await;
}

#[tokio::test]
async fn a_view_whose_group_or_role_is_gone_says_so_and_shows_no_id() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    let new = GroupChange { name: Some("Sales".to_owned()), ..GroupChange::default() };
    let id = groups::create(&cx, vec![new]).await.unwrap().remove(0).id;
    let mut admin = server.browser_of(ADMIN).await;
    let there = admin.get(&format!("/admin/users?group={id}")).await;
    groups::delete(&cx, std::slice::from_ref(&id)).await.unwrap();
    server.run_jobs().await;

    let group = admin.get(&format!("/admin/users?group={id}")).await;
    let role = admin.get("/admin/users?role=66f1c2a45d0e8b3f7a914c20").await;

    assert!(!there.says("that is gone"), "{}", there.body);
    assert!(
        group.says("A group that is gone") && group.says("for a group or a role that is gone"),
        "{}",
        group.body
    );
    assert!(
        role.says("A role that is gone") && role.says("for a group or a role that is gone"),
        "{}",
        role.body
    );
    assert!(!group.says(&format!(">{id}<")) && !role.says(">66f1c2a45d0e8b3f7a914c20<"), "{}", role.body);
    server.finish().await;
}
