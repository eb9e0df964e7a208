//! What deleting a group promises: for 30 days it can be brought back.

use serde_json::json;

use super::{super::actions, ADMIN, VIEWER, make, named};
use crate::{
    accounts::{
        groups::{self, GroupChange, NAME_TAKEN, UNKNOWN_DELETED},
        users,
    },
    cx::{BaseRole, Cx, NOT_ALLOWED},
    testing::{DAY_MS, TestServer, assert_refused, email_of},
};

fn sales() -> GroupChange {
    GroupChange {
        name: Some("Sales".into()),
        role: Some("contributor".into()),
        language: Some("de-DE".into()),
        session_minutes: Some("15".into()),
        excluded_from_sharing: Some(true),
        theme: Some("dark".into()),
        ..GroupChange::default()
    }
}

/// Makes the group Sales with two members, between two others, and deletes it.
async fn delete_sales(cx: &Cx) -> (String, String, String) {
    let id = make(cx, sales()).await;
    let (outer, inner) = (make(cx, named("Outer")).await, make(cx, named("Inner")).await);
    groups::add_subgroup(cx, &outer, &id).await.unwrap();
    groups::add_subgroup(cx, &id, &inner).await.unwrap();
    let who = [email_of(VIEWER), email_of(BaseRole::Contributor)];
    groups::add_members(cx, &id, &who).await.unwrap();
    groups::delete(cx, std::slice::from_ref(&id)).await.unwrap();
    (id, outer, inner)
}

#[tokio::test]
async fn a_group_with_many_members_is_deleted_in_steps_and_to_the_end_if_the_server_is_killed_meanwhile() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    server.add_viewers(5_100).await;
    let id = make(&cx, sales()).await;
    let join = "insert into group_members (group_id, user_id) select g.id, u.id from groups g cross join users u \
        where g.name = 'Sales' and u.id like 'u%'";
    let members =
        "select count(*) from group_members m join groups g on g.id = m.group_id where g.name = 'Sales'";
    server.sql(join).await;

    // The group as it is deleted at once, and brought back.
    groups::delete(&cx, std::slice::from_ref(&id)).await.unwrap();
    assert_eq!(groups::find_deleted(&cx, &id).await.unwrap().members, 5_100);
    groups::bring_back(&cx, &id, "").await.unwrap();
    assert_eq!(server.number(members).await, 5_100);
    server.advance(60_000);
    // The job of before ends nothing that was brought back.
    server.run_jobs().await;
    assert_eq!(server.number(members).await, 5_100);

    // As a server leaves it that is killed after the first step.
    let cx = server.cx_as(ADMIN).await;
    let group = groups::find(&cx, &id).await.unwrap();
    let mut tx = server.app.db.write().await.unwrap();
    assert_eq!(actions::begin_deletion(&mut tx, &cx, &[group]).await.unwrap(), std::slice::from_ref(&id));
    tx.commit().await.unwrap();
    actions::move_some(&cx, &id, "").await.unwrap().unwrap();
    assert_eq!(server.number(members).await, 100);
    server.advance(60_000);
    server.run_jobs().await;

    let kept = groups::find_deleted(&cx, &id).await.unwrap();
    assert_eq!((kept.members, kept.deleted_by), (5_100, email_of(ADMIN)));
    assert_eq!(groups::bring_back(&cx, &id, "").await.unwrap().name, "Sales");
    assert_eq!(server.number(members).await, 5_100);
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn no_group_comes_back_under_the_id_of_another() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    let (id, outer, _) = delete_sales(&cx).await;

    let refused = groups::bring_back(&cx, &id, &outer).await;

    assert!(refused.is_err_and(|error| error.refusal().unwrap().code == "groups.reserved_name"));
    assert_eq!(groups::bring_back(&cx, &id, &id).await.unwrap().name, id, "its own id is no other's");
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn a_deleted_group_comes_back_with_members_settings_and_its_place_among_groups() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    let (id, outer, inner) = delete_sales(&cx).await;
    users::delete(&cx, &[email_of(BaseRole::Contributor)]).await.unwrap();
    let (listed, next) = groups::list_deleted(&cx, "sal", None).await.unwrap();
    assert_eq!((listed.len(), listed[0].members, next), (1, 2, None));
    assert_eq!(listed[0].deleted_by, email_of(ADMIN));

    let back = groups::bring_back(&cx, &id, "").await.unwrap();

    let found = groups::find(&cx, "Sales").await.unwrap();
    assert_eq!((found.id.as_str(), found.name.as_str()), (id.as_str(), back.name.as_str()));
    assert_eq!(found.role.as_ref().map(|role| role.name.as_str()), Some("contributor"));
    let settings = (found.language.as_deref(), found.session_minutes, found.theme.as_str());
    assert_eq!(settings, (Some("de-DE"), Some(15), "dark"));
    assert!(found.excluded_from_sharing);
    let members = groups::ids_inside(&mut server.app.db.read().await.unwrap(), &id, 10).await.unwrap();
    assert_eq!(members, [server.id_of(VIEWER)], "the other one is no user any more");
    let placed = groups::nest(&cx, &id).await.unwrap();
    assert_eq!((placed.inside[0].0.as_str(), placed.around[0].0.as_str()), (inner.as_str(), outer.as_str()));
    assert_refused(groups::bring_back(&cx, &id, "").await, &UNKNOWN_DELETED);
    assert_eq!(server.number("select count(*) from deleted_group_members").await, 0);
    assert_eq!(server.events_named("groups.bring_back").await.len(), 1);
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn a_name_that_another_group_has_by_now_asks_for_another_and_a_circle_is_left_out() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    let (id, outer, inner) = delete_sales(&cx).await;
    make(&cx, named("sales")).await;
    groups::add_subgroup(&cx, &inner, &outer).await.unwrap();
    let mut browser = server.browser_of(ADMIN).await;
    let page = format!("/admin/groups/deleted/{id}");

    assert_refused(groups::bring_back(&cx, &id, "").await, &NAME_TAKEN);
    let refused = browser.submit(&page, &[("name", "")]).await;
    assert!(refused.status == 409 && refused.says("Bring the group Sales back?"), "{}", refused.body);
    let back = browser.submit(&page, &[("name", "Sales 2")]).await;

    assert_eq!(back.location(), format!("/admin/groups/{id}?done=brought_back"), "{}", back.body);
    let nest = groups::nest(&cx, &id).await.unwrap();
    assert_eq!((nest.inside.len(), nest.around.len()), (1, 0), "all three would make a circle");
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn after_thirty_days_a_deleted_group_is_gone_for_good() {
    let server = TestServer::start().await;
    let (id, ..) = delete_sales(&server.cx_as(ADMIN).await).await;
    server.advance(30 * DAY_MS);
    let cx = server.cx_as(ADMIN).await;

    assert_refused(groups::bring_back(&cx, &id, "").await, &UNKNOWN_DELETED);
    assert!(groups::list_deleted(&cx, "", None).await.unwrap().0.is_empty());
    groups::forget_deleted(&server.host()).await.unwrap();

    assert_eq!(server.number("select count(*) from deleted_groups").await, 0);
    assert_eq!(server.number("select count(*) from deleted_group_members").await, 0);
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn scripts_bring_groups_back_and_nobody_else_may() {
    let server = TestServer::start().await;
    let (id, ..) = delete_sales(&server.cx_as(ADMIN).await).await;
    let token = server.token_of(ADMIN).await;
    let path = format!("/api/v1/groups/deleted/{id}/undo");
    for role in [BaseRole::DataAdmin, VIEWER] {
        let cx = server.cx_as(role).await;
        assert_refused(groups::list_deleted(&cx, "", None).await.map(drop), &NOT_ALLOWED);
        assert_refused(groups::bring_back(&cx, &id, "").await.map(drop), &NOT_ALLOWED);
    }

    let listed = server.request("GET", "/api/v1/groups/deleted?search=sales").bearer(&token).send().await;
    let back = server.request("POST", &path).bearer(&token).json(&json!({ "name": "Sales 3" })).send().await;

    assert_eq!((&listed.json()["items"][0]["members"], &listed.json()["next"]), (&json!(2), &json!(null)));
    assert_eq!((back.status, &back.json()["name"]), (200, &json!("Sales 3")), "{}", back.body);
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn a_member_and_a_group_that_were_both_deleted_have_each_other_again_in_whatever_order_they_come_back()
{
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    let viewer = server.id_of(VIEWER).to_owned();
    let delete_viewer = async || users::delete(&cx, std::slice::from_ref(&viewer)).await.unwrap();
    let viewer_back = async || users::bring_back(&cx, &viewer, &users::OtherNames::default()).await.unwrap();
    for (is_group_first, is_group_back_first) in [(true, true), (true, false), (false, true), (false, false)]
    {
        let id = make(&cx, named("Sales")).await;
        groups::add_members(&cx, &id, std::slice::from_ref(&viewer)).await.unwrap();

        if is_group_first {
            groups::delete(&cx, std::slice::from_ref(&id)).await.unwrap();
            delete_viewer().await;
        } else {
            delete_viewer().await;
            groups::delete(&cx, std::slice::from_ref(&id)).await.unwrap();
        }
        if is_group_back_first {
            groups::bring_back(&cx, &id, "").await.unwrap();
            viewer_back().await;
        } else {
            viewer_back().await;
            assert_eq!(groups::find_deleted(&cx, &id).await.unwrap().members, 1);
            groups::bring_back(&cx, &id, "").await.unwrap();
        }

        let groups_of = users::find(&cx, &viewer).await.unwrap().groups;
        assert!(groups_of.contains(&id), "{is_group_first} {is_group_back_first}");
        assert_eq!(server.number("select count(*) from deleted_group_members").await, 0);
        groups::remove_members(&cx, &id, std::slice::from_ref(&viewer)).await.unwrap();
        groups::delete(&cx, std::slice::from_ref(&id)).await.unwrap();
    }
    server.run_jobs().await;
    server.finish().await;
}
