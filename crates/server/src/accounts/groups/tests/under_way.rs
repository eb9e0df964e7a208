//! What a group promises while something is done to it in steps: nothing else is done to it.

use serde_json::json;

use super::{super::actions, ADMIN, VIEWER, make, named};
use crate::{
    accounts::{
        groups::{self, BEING_BROUGHT_BACK, BEING_DELETED, GroupChange},
        users::{self, Act, Chosen, NewUser, UserPatch},
    },
    cx::{BaseRole, Cx},
    testing::{Script, TestServer, assert_refused, email_of, new_user},
};

/// Puts a crowd into the group Sales.
const JOIN: &str = "insert into group_members (group_id, user_id) select g.id, u.id from groups g cross join users u \
    where g.name = 'Sales' and u.id like 'u%'";
/// Says that a crowd came in by the group Sales.
const CAME_IN: &str =
    "update users set role_group_id = (select id from groups where name = 'Sales') where id like 'u%'";
/// How many came in by some group.
const CAME_IN_BY_ONE: &str = "select count(*) from users where role_group_id is not null";
/// How many are in the group Sales.
const MEMBERS: &str =
    "select count(*) from group_members m join groups g on g.id = m.group_id where g.name = 'Sales'";

/// Makes the group Sales with one member, around the group Inner, and begins to delete it as if it had many members.
async fn begin_to_delete(server: &TestServer, cx: &Cx) -> String {
    let id = make(cx, GroupChange { role: Some("designer".into()), ..named("Sales") }).await;
    let inner = make(cx, named("Inner")).await;
    groups::add_subgroup(cx, &id, &inner).await.unwrap();
    groups::add_members(cx, &id, &[email_of(VIEWER)]).await.unwrap();
    server.sql("update groups set under_way = 'delete' where name = 'Sales'").await;
    id
}

#[tokio::test]
async fn a_group_that_is_being_deleted_takes_nobody_and_stays_as_it_is() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    let id = begin_to_delete(&server, &cx).await;
    let other = make(&cx, named("Other")).await;
    let designer = server.id_of(BaseRole::Contributor);
    let who = [email_of(BaseRole::Contributor)];

    assert_refused(groups::add_members(&cx, &id, &who).await, &BEING_DELETED);
    assert_refused(groups::remove_members(&cx, &id, &[email_of(VIEWER)]).await, &BEING_DELETED);
    assert_refused(groups::update(&cx, &id, None, &named("Renamed")).await, &BEING_DELETED);
    assert_refused(groups::add_subgroup(&cx, &id, &other).await, &BEING_DELETED);
    assert_refused(groups::add_subgroup(&cx, &other, &id).await, &BEING_DELETED);
    assert_refused(groups::remove_subgroup(&cx, &id, "Inner").await, &BEING_DELETED);
    let joins = UserPatch { groups: Some(vec![id.clone()]), ..UserPatch::default() };
    assert_refused(users::update(&cx, designer, joins).await, &BEING_DELETED);
    let new = NewUser { groups: vec![id.clone()], ..new_user("new@people.example", "viewer") };
    assert_refused(users::create(&cx, vec![new]).await, &BEING_DELETED);
    let chosen = Chosen::These(vec![designer.to_owned()]);
    assert_refused(users::forecast(&cx, &Act::JoinGroup(id.clone()), &chosen).await, &BEING_DELETED);
    let mut tx = server.app.db.write().await.unwrap();
    assert_refused(users::take_role(&mut tx, &cx, designer, &id).await, &BEING_DELETED);
    assert_refused(groups::hold_in(&mut tx, &id).await, &BEING_DELETED);
    drop(tx);

    // Whoever is in it can be changed otherwise, and leave it.
    let stays = UserPatch { groups: Some(vec![id.clone(), other.clone()]), ..UserPatch::default() };
    users::update(&cx, server.id_of(VIEWER), stays).await.unwrap();
    let leaves = UserPatch { groups: Some(vec![other]), ..UserPatch::default() };
    users::update(&cx, server.id_of(VIEWER), leaves).await.unwrap();
    assert_eq!(server.number("select count(*) from groups where name = 'Sales' and version = 1").await, 1);
    server.finish().await;
}

#[tokio::test]
async fn a_user_who_is_brought_back_meanwhile_comes_back_without_it() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    let id = begin_to_delete(&server, &cx).await;
    users::delete(&cx, &[email_of(VIEWER)]).await.unwrap();

    let back = users::bring_back(&cx, server.id_of(VIEWER), &users::OtherNames::default()).await.unwrap();

    assert!(!back.groups.contains(&id));
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn pages_and_scripts_are_told_that_a_group_is_being_deleted_and_are_not_offered_it() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    let id = begin_to_delete(&server, &cx).await;
    let (mut browser, script) = (server.browser_of(ADMIN).await, Script::of(&server, ADMIN).await);
    let path = format!("/admin/groups/{id}");

    let list = browser.get("/admin/groups").await;
    let page = browser.get(&path).await;
    let members = browser.get(&format!("{path}/members")).await;
    // Nobody fits, so that no groups of users are shown but those to choose from.
    let users = browser.get("/admin/users?search=zzz").await;
    let new = browser.get("/admin/users/new").await;
    let answer = script.get(&format!("/api/v1/groups/{id}")).await.json();
    let viewer = json!([server.id_of(BaseRole::Contributor)]);
    let refused = script.send("POST", &format!("/api/groups/{id}/users"), viewer).await;
    let changed = script.send("PATCH", &format!("/api/v1/groups/{id}"), json!({ "name": "X" })).await;
    let wanted = json!({ "email": "n@people.example", "groups": [id] });
    let created = script.send("POST", "/api/v1/users", wanted).await;

    assert!(list.says("Being deleted"), "{}", list.body);
    for page in [&page, &members] {
        assert!(page.says("This group is being deleted"), "{}", page.body);
        assert!(!page.says("name=\"who\"") && !page.says("name=\"subgroup\""), "{}", page.body);
    }
    assert!(!page.says("name=\"version\"") && !page.says("/delete"), "{}", page.body);
    for page in [&users, &new] {
        assert!(page.says("Inner") && !page.says("Sales"), "{}", page.body);
    }
    assert_eq!(answer["beingDeleted"], json!(true));
    for refused in [&refused, &changed, &created] {
        assert_eq!(refused.status, 409, "{}", refused.body);
        assert!(refused.says("The group Sales is being deleted."), "{}", refused.body);
    }
    server.finish().await;
}

#[tokio::test]
async fn whoever_deletes_a_group_that_is_being_deleted_helps_and_leaves_nothing_to_the_job() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    server.add_viewers(5_100).await;
    let id = make(&cx, named("Sales")).await;
    server.sql(JOIN).await;
    server.sql(CAME_IN).await;
    let group = groups::find(&cx, &id).await.unwrap();
    let mut tx = server.app.db.write().await.unwrap();
    actions::begin_deletion(&mut tx, &cx, &[group]).await.unwrap();
    tx.commit().await.unwrap();
    let late = groups::add_members(&cx, &id, &[email_of(VIEWER)]).await;
    actions::move_some(&cx, &id, "").await.unwrap().unwrap();

    let deleted = groups::delete(&cx, std::slice::from_ref(&id)).await.unwrap();

    assert_refused(late, &BEING_DELETED);
    assert_eq!(server.number(CAME_IN_BY_ONE).await, 0);
    assert_eq!(deleted, std::slice::from_ref(&id));
    assert_eq!(groups::find_deleted(&cx, &id).await.unwrap().members, 5_100);
    server.advance(60_000);
    server.run_jobs().await;
    assert_eq!(server.events_named("groups.delete").await.len(), 1);
    server.finish().await;
}

#[tokio::test]
async fn many_members_come_back_in_steps_and_to_the_end_if_the_server_is_killed_meanwhile() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    server.add_viewers(10_100).await;
    let id = make(&cx, GroupChange { session_minutes: Some("15".into()), ..named("Sales") }).await;
    server.sql(JOIN).await;
    groups::delete(&cx, std::slice::from_ref(&id)).await.unwrap();

    // As a server leaves it that is killed after the first step.
    let mut tx = server.app.db.write().await.unwrap();
    actions::begin_bringing_back(&mut tx, &cx, &id, "").await.unwrap();
    tx.commit().await.unwrap();
    actions::put_back_some(&cx, &id, "").await.unwrap().unwrap();
    let page = server.browser_of(ADMIN).await.get(&format!("/admin/groups/{id}")).await;
    let shown = Script::of(&server, ADMIN).await.get(&format!("/api/v1/groups/{id}")).await.json();
    let (so_far, events) =
        (server.number(MEMBERS).await, server.events_named("groups.bring_back").await.len());
    let who = [email_of(VIEWER)];
    assert_refused(groups::add_members(&cx, &id, &who).await, &BEING_BROUGHT_BACK);
    assert_refused(groups::delete(&cx, std::slice::from_ref(&id)).await, &BEING_BROUGHT_BACK);
    server.advance(60_000);
    server.run_jobs().await;

    assert_eq!((so_far, events, &shown["beingBroughtBack"]), (5_000, 0, &json!(true)));
    assert!(page.says("This group is being brought back"), "{}", page.body);
    assert_eq!(server.number(MEMBERS).await, 10_100);
    assert_eq!(server.number("select count(*) from deleted_group_members").await, 0);
    let told = server.events_named("groups.bring_back").await;
    assert!(told.len() == 1 && told[0].after_json.as_deref().unwrap().contains("10100"), "{told:?}");
    groups::add_members(&cx, &id, &who).await.unwrap();
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn a_group_by_which_many_came_in_goes_in_steps_even_if_it_has_few_members() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    server.add_viewers(5_100).await;
    let id = make(&cx, named("Sales")).await;
    server.sql(CAME_IN).await;
    let group = groups::find(&cx, &id).await.unwrap();
    let mut tx = server.app.db.write().await.unwrap();

    let large = actions::begin_deletion(&mut tx, &cx, &[group]).await.unwrap();
    tx.commit().await.unwrap();
    server.advance(60_000);
    server.run_jobs().await;

    assert_eq!(large, std::slice::from_ref(&id));
    assert_eq!(groups::find_deleted(&cx, &id).await.unwrap().members, 0);
    assert_eq!(server.number(CAME_IN_BY_ONE).await, 0);
    server.finish().await;
}
