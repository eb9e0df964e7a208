//! What is told to whoever deletes many users at once: what they own, the milder way, and what was done.

use serde_json::json;

use super::{
    super::find,
    leavers::{own, owned},
};
use crate::{
    accounts::{
        ownership::{self, NewObject, ObjectKind},
        roles::{self, Choice, NewRole, RoleChange},
    },
    cx::{BaseRole, Permission},
    testing::{PASSWORD, Script, TestServer, email_of, new_user},
};

const ADMIN: BaseRole = BaseRole::Admin;
const DESIGNER: BaseRole = BaseRole::Contributor;
const VIEWER: BaseRole = BaseRole::Consumer;
const LIST: &str = "/admin/users";
const BULK: &str = "/admin/users/bulk";

/// Three dashboards of the Designer, and a folder of the Viewer.
async fn some_objects(server: &TestServer) {
    own(server, ObjectKind::Dashboard, 3).await;
    let folder = NewObject {
        kind: "folder".into(),
        external_id: "f".into(),
        owner: email_of(VIEWER),
        ..NewObject::default()
    };
    ownership::register(&server.host(), vec![folder]).await.unwrap();
}

#[tokio::test]
async fn the_question_says_what_those_own_who_go_and_offers_the_milder_way_for_the_same() {
    let server = TestServer::start().await;
    some_objects(&server).await;
    let mut admin = server.browser_of(ADMIN).await;
    let (designer, viewer) = (server.id_of(DESIGNER), server.id_of(VIEWER));
    // The Sys. Admin is left out, with whatever they own.
    let ids = [("id", designer), ("id", viewer), ("id", server.id_of(BaseRole::Super))];
    let ask = |act: &'static str| [&ids[..], &[("act", act), ("query", "")]].concat();

    let asked = admin.submit_to(LIST, BULK, &ask("delete")).await;
    assert!(asked.says("2 of 3 users are deleted."), "{}", asked.body);
    assert!(asked.says("They own 3 dashboards, 1 folder."), "{}", asked.body);
    assert!(asked.says("href=\"/admin/ownership\"") && asked.says("Deactivate instead"), "{}", asked.body);
    let milder = asked.body.split("value=\"deactivate\"").nth(1).unwrap().split("</form>").next().unwrap();
    assert!(milder.contains(designer) && milder.contains(viewer), "{milder}");
    assert!(!milder.contains("confirmed") && !milder.contains("\"seen\""), "it is looked at first: {milder}");

    let looked = admin.submit_to(LIST, BULK, &ask("deactivate")).await;
    assert!(looked.says("Deactivate 2 users") && !looked.says("They own"), "{}", looked.body);
    let done = admin.submit_to(LIST, BULK, &[&ask("deactivate")[..], &[("confirmed", "yes")]].concat()).await;
    let page = admin.get(done.location()).await;
    assert!(page.says("2 users were deactivated, 1 left out."), "{}", page.body);
    assert_eq!(owned(&server, designer).await, [(ObjectKind::Dashboard, 3)]);

    // Nothing is milder for those who cannot sign in any more.
    let asked = admin.submit_to(LIST, BULK, &ask("delete")).await;
    assert!(asked.says("Delete 2 users") && !asked.says("Deactivate instead"), "{}", asked.body);
    server.finish().await;
}

#[tokio::test]
async fn whoever_may_only_delete_is_offered_no_milder_way() {
    let server = TestServer::start().await;
    let change = RoleChange {
        display_name: "Sweeper".into(),
        choices: vec![(Permission::ChangeUsers, Choice::Deny)],
        ..RoleChange::default()
    };
    let role = roles::create(&server.host(), &NewRole { base: "admin".into(), change }).await.unwrap().role;
    server.add(new_user("sweeper@crowd.example", &role.id)).await;
    let mut sweeper = server.browser();
    sweeper.sign_in("sweeper@crowd.example", PASSWORD).await;
    let fields = [("id", server.id_of(VIEWER)), ("act", "delete"), ("query", "")];

    let asked = sweeper.submit_to(LIST, BULK, &fields).await;

    assert!(asked.says("Delete 1 user") && !asked.says("Deactivate instead"), "{}", asked.body);
    assert!(asked.says("They own nothing"), "{}", asked.body);
    server.finish().await;
}

#[tokio::test]
async fn the_page_says_of_each_act_what_it_did() {
    let server = TestServer::start().await;
    let group = server.number("select count(*) from groups").await;
    let mut admin = server.browser_of(ADMIN).await;
    let id = server.add(new_user("a@crowd.example", "consumer")).await.person.id;
    let made = admin.submit_to("/admin/groups/new", "/admin/groups/new", &[("name", "Sales")]).await;
    assert_eq!((made.status, server.number("select count(*) from groups").await), (303, group + 1));
    for (act, with, said) in [
        ("deactivate", ("role", ""), "1 user was deactivated, 0 left out."),
        ("activate", ("role", ""), "1 user was activated, 0 left out."),
        ("join", ("group", "Sales"), "1 user was added to the group, 0 left out."),
        ("leave", ("group", "Sales"), "1 user was removed from the group, 0 left out."),
        ("role", ("role", "contributor"), "1 user was given the role, 0 left out."),
        ("end_sessions", ("role", ""), "The sessions of 1 user were ended, 0 left out."),
        ("delete", ("role", ""), "1 user was deleted, 0 left out."),
    ] {
        let fields = [("id", id.as_str()), ("act", act), with, ("query", ""), ("confirmed", "yes")];
        let done = admin.submit_to(LIST, BULK, &fields).await;
        let page = admin.get(done.location()).await;
        assert!(page.says(said), "{act}: {} {}", done.status, page.body);
    }
    // An address that somebody kept from before says it in the words of all acts.
    let kept = admin.get("/admin/users?done=2.1").await;
    assert!(kept.says("2 users were changed, 1 left out."), "{}", kept.body);
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn a_rehearsal_over_the_api_says_what_those_own_who_would_go() {
    let server = TestServer::start().await;
    some_objects(&server).await;
    let script = Script::of(&server, ADMIN).await;
    let ids = [server.id_of(DESIGNER), server.id_of(VIEWER)];
    let wish = |act: &str| json!({ "act": act, "ids": ids, "dryRun": true });

    let delete = script.send("POST", "/api/v1/users/acts", wish("delete")).await;
    let deactivate = script.send("POST", "/api/v1/users/acts", wish("deactivate")).await;

    assert_eq!(delete.json()["owned"], json!({ "dashboard": 3, "folder": 1 }), "{}", delete.body);
    assert_eq!(delete.json()["ownedHasMore"], json!(false));
    assert!(deactivate.json().get("owned").is_none(), "{}", deactivate.body);
    find(&server.host(), ids[0]).await.unwrap();
    server.finish().await;
}
