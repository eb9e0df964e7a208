//! What comes back with a deleted user beside content, and what becomes of an invitation.

use serde_json::json;

use super::super::{
    Credential, ListQuery, NewService, NewUser, OtherNames, UserPatch, bring_back, create_service, delete,
    find, save_view, update, views,
};
use crate::{
    accounts::groups,
    cx::BaseRole,
    testing::{Script, TestServer, email_of, new_user},
};

const ADMIN: BaseRole = BaseRole::Admin;

#[tokio::test]
async fn shared_views_of_a_deleted_administrator_stay_for_the_others_and_all_come_back_with_them() {
    let server = TestServer::start().await;
    let leaver = server.add(new_user("leaver@people.example", "admin")).await.person.id;
    let theirs = server.cx_of(&leaver).await;
    let query = ListQuery::read("state=invited");
    save_view(&theirs, "Shared", &query, true).await.unwrap();
    save_view(&theirs, "Own", &query, false).await.unwrap();
    let deleter = server.cx_as(ADMIN).await;
    save_view(&deleter, "shared", &query, false).await.unwrap();

    delete(&deleter, std::slice::from_ref(&leaver)).await.unwrap();
    let of_deleter: Vec<String> = views(&deleter).await.unwrap().into_iter().map(|view| view.name).collect();
    bring_back(&server.host(), &leaver, &OtherNames::default()).await.unwrap();
    let back = views(&server.cx_of(&leaver).await).await.unwrap();

    assert_eq!(of_deleter, ["shared", "Shared (leaver@people.example)"]);
    let back: Vec<_> = back.iter().map(|view| (view.name.as_str(), view.owner_id == leaver)).collect();
    assert_eq!(back, [("Own", true), ("Shared", true)]);
    server.finish().await;
}

#[tokio::test]
async fn a_view_that_went_through_several_hands_goes_back_to_whose_it_was_and_stays_there() {
    let server = TestServer::start().await;
    let add = async |name: &str| server.add(new_user(name, "admin")).await.person.id;
    let (first, second) = (add("first@people.example").await, add("second@people.example").await);
    let query = ListQuery::read("state=invited");
    save_view(&server.cx_of(&second).await, "Team", &query, true).await.unwrap();
    save_view(&server.cx_of(&first).await, "Own", &query, true).await.unwrap();
    let third = server.cx_as(ADMIN).await;
    let back = async |id: &str| bring_back(&server.host(), id, &OtherNames::default()).await.unwrap();
    let owner = async |name: &str| {
        let all = views(&third).await.unwrap();
        all.into_iter().find(|view| view.name.starts_with(name)).unwrap().owner_id
    };

    delete(&server.cx_of(&first).await, std::slice::from_ref(&second)).await.unwrap();
    assert_eq!(owner("Team").await, first);
    delete(&third, std::slice::from_ref(&first)).await.unwrap();
    assert_eq!(owner("Team").await, server.id_of(ADMIN));
    back(&second).await;
    assert_eq!(owner("Team").await, second);
    back(&first).await;

    assert_eq!((owner("Team").await, owner("Own").await), (second, first));
    server.finish().await;
}

#[tokio::test]
async fn who_was_only_invited_comes_back_without_an_invitation_and_keeps_the_group_of_the_role() {
    let server = TestServer::start().await;
    let new = NewUser { credential: Credential::Invited, ..new_user("i@people.example", "consumer") };
    let id = server.add(new).await.person.id;
    server
        .sql("insert into groups (id, name, name_key, created_at_ms, updated_at_ms) values ('0a', 'Sales', 'sales', 0, 0)")
        .await;
    server.sql("update users set role_group_id = '0a' where email = 'i@people.example'").await;

    delete(&server.host(), std::slice::from_ref(&id)).await.unwrap();
    let back = bring_back(&server.host(), &id, &OtherNames::default()).await.unwrap();

    assert_eq!((back.invited_at_ms, back.person.active), (None, false));
    assert_eq!(find(&server.host(), &id).await.unwrap().invited_at_ms, None);
    assert_eq!(server.number("select count(*) from users where role_group_id = '0a'").await, 1);
    let page = server.browser_of(ADMIN).await.get(&format!("/admin/users/{id}")).await;
    assert!(page.says(&format!("/admin/users/{id}/invite")), "{}", page.body);
    assert!(groups::find(&server.host(), "0a").await.is_ok());
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn switching_off_who_is_invited_ends_the_invitation_and_sending_them_back_as_read_does_not() {
    let server = TestServer::start().await;
    let invite = async |email: &str| {
        let new = NewUser { credential: Credential::Invited, ..new_user(email, "consumer") };
        server.add(new).await.person.id
    };
    let (one, two) = (invite("one@people.example").await, invite("two@people.example").await);
    let script = Script::of(&server, ADMIN).await;

    let whole = json!({ "firstName": "Ada", "email": "two@people.example", "active": false });
    let kept = script.send("PATCH", &format!("/api/v1/users/{two}"), whole).await;
    assert_eq!(kept.status, 200, "{}", kept.body);
    assert!(find(&server.host(), &two).await.unwrap().invited_at_ms.is_some());
    let off = script.send("PATCH", &format!("/api/v1/users/{one}"), json!({ "active": false })).await;
    assert_eq!(off.status, 200, "{}", off.body);
    let off = script.send("PUT", &format!("/api/users/{two}"), json!({ "active": false })).await;
    assert_eq!(off.status, 200, "{}", off.body);

    for id in [&one, &two] {
        assert_eq!(find(&server.host(), id).await.unwrap().invited_at_ms, None);
    }
    assert_eq!(server.events_named("users.cancel_invitation").await.len(), 2);
    assert_eq!(server.number("select count(*) from one_time_links").await, 0);
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn a_service_account_is_reactivated_on_its_page_and_never_invited() {
    let server = TestServer::start().await;
    let service = NewService { name: "Nightly".into(), ..NewService::default() };
    let id = create_service(&server.host(), &service).await.unwrap().person.id;
    let off = UserPatch { active: Some(false), ..UserPatch::default() };
    update(&server.host(), &id, off).await.unwrap();
    let mut admin = server.browser_of(ADMIN).await;
    let page = format!("/admin/users/{id}");

    let shown = admin.get(&page).await;
    let done = admin.submit_to(&page, &format!("{page}/reactivate"), &[]).await;

    assert!(shown.says("/reactivate") && !shown.says(&format!("{page}/invite\"")), "{}", shown.body);
    assert_eq!(done.status, 303, "{}", done.body);
    assert!(find(&server.host(), &id).await.unwrap().person.active);
    server.finish().await;
}

#[tokio::test]
async fn several_deleted_users_come_back_at_once_and_whoever_cannot_is_named_with_the_reason() {
    let server = TestServer::start().await;
    let (designer, viewer) = (email_of(BaseRole::Contributor), email_of(BaseRole::Consumer));
    delete(&server.cx_as(ADMIN).await, &[designer, viewer.clone()]).await.unwrap();
    server.add(new_user(&viewer, "consumer")).await;
    let mut admin = server.browser_of(ADMIN).await;
    let page = "/admin/users/deleted";
    let ids = [BaseRole::Contributor, BaseRole::Consumer].map(|role| server.id_of(role).to_owned());

    let listed = admin.get(page).await;
    let nobody = admin.submit(page, &[]).await;
    let answered = admin.submit(page, &[("id", &ids[0]), ("id", &ids[1])]).await;
    let again = admin.submit(page, &[("id", &ids[0])]).await;

    assert!(ids.iter().all(|id| listed.says(&format!("value=\"{id}\""))), "{}", listed.body);
    assert!(
        nobody.status == 422 && nobody.says("Nobody is ticked") && nobody.says(&ids[0]),
        "{}",
        nobody.body
    );
    assert!(answered.says("1 user is back") && answered.says("One user could not be brought back"));
    assert!(answered.says("Another user has this e-mail address"), "{}", answered.body);
    assert_eq!(again.location(), "/admin/users/deleted?done=back.0");
    find(&server.host(), &ids[0]).await.unwrap();
    server.finish().await;
}
