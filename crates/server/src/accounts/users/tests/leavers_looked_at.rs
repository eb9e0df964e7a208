//! What stands between the look at what deleting would do, and doing it.

use serde_json::{Value, json};

use super::{
    super::find,
    leavers::{own, owned},
};
use crate::{
    accounts::{
        ownership::ObjectKind,
        roles::{self, Choice, NewRole, RoleChange},
    },
    cx::{BaseRole, Permission},
    testing::{Browser, PASSWORD, TestServer, email_of, new_user},
};

const ADMIN: BaseRole = BaseRole::Admin;
const DESIGNER: BaseRole = BaseRole::Contributor;
const VIEWER: BaseRole = BaseRole::Consumer;

#[tokio::test]
async fn what_was_registered_after_the_look_does_not_go_without_a_word() {
    let server = TestServer::start().await;
    own(&server, ObjectKind::Dashboard, 1).await;
    let mut admin = server.browser_of(ADMIN).await;
    let page = format!("/admin/users/{}/delete", server.id_of(DESIGNER));
    let seen = |page: &str| {
        let at = page.split("name=\"seen\" value=\"").nth(1).unwrap();
        at.split('"').next().unwrap().to_owned()
    };
    let confirmed = |seen: &str| {
        [("fate_dashboard", "remove"), ("typed_name", "Grace Hopper"), ("confirmed", "yes"), ("seen", seen)]
            .map(|(name, value)| (name, value.to_owned()))
    };
    let send = async |admin: &mut Browser<'_>, seen: &str| {
        let fields = confirmed(seen);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        admin.submit(&page, &fields).await
    };

    let looked = admin.submit(&page, &[("fate_dashboard", "remove"), ("typed_name", "Grace Hopper")]).await;
    own(&server, ObjectKind::Dashboard, 41).await;
    let again = send(&mut admin, &seen(&looked.body)).await;

    assert!(looked.says("<strong>1 dashboard<"), "{}", looked.body);
    assert!(again.status == 200 && again.says("Other objects match by now"), "{}", again.body);
    assert!(again.says("<strong>41 dashboards<"), "{}", again.body);
    assert_eq!(again.field("field-typed_name").as_deref(), Some("Grace Hopper"), "what was typed stays");
    assert_eq!(owned(&server, server.id_of(DESIGNER)).await, [(ObjectKind::Dashboard, 41)]);
    find(&server.host(), &email_of(DESIGNER)).await.unwrap();
    let deleted = send(&mut admin, &seen(&again.body)).await;
    assert_eq!(deleted.location(), "/admin/users/deleted?done=deleted", "{}", deleted.body);
    server.finish().await;
}

#[tokio::test]
async fn over_the_api_the_fingerprint_of_a_dry_run_holds_what_was_told() {
    let server = TestServer::start().await;
    own(&server, ObjectKind::Report, 1).await;
    let token = server.token_of(ADMIN).await;
    let path = format!("/api/v1/users/{}/deletion", email_of(DESIGNER));
    let send = async |more: Value| {
        let mut body = json!({ "owned": { "report": { "fate": "handOver", "to": email_of(VIEWER) } } });
        body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        server.request("POST", &path).bearer(&token).json(&body).send().await
    };

    let told = send(json!({ "dryRun": true })).await.json();
    own(&server, ObjectKind::Report, 3).await;
    let late = send(json!({ "fingerprint": told["fingerprint"] })).await;
    let told = send(json!({ "dryRun": true })).await.json();
    let other_receiver =
        json!({ "owned": { "report": { "fate": "keep" } }, "fingerprint": told["fingerprint"] });
    let other_receiver = server.request("POST", &path).bearer(&token).json(&other_receiver).send().await;
    let deleted = send(json!({ "fingerprint": told["fingerprint"] })).await;

    assert!(late.status == 409 && late.says("ownership.others_by_now"), "{}", late.body);
    assert_eq!(other_receiver.status, 409, "another decision: {}", other_receiver.body);
    assert_eq!(deleted.status, 200, "{}", deleted.body);
    assert_eq!(owned(&server, server.id_of(VIEWER)).await, [(ObjectKind::Report, 3)]);
    server.finish().await;
}

#[tokio::test]
async fn the_page_of_a_user_says_how_much_they_own_and_leads_there() {
    let server = TestServer::start().await;
    own(&server, ObjectKind::Dashboard, 12).await;
    let mut admin = server.browser_of(ADMIN).await;
    let list = format!("/admin/ownership?owner={}", server.id_of(DESIGNER));

    let owner = admin.get(&format!("/admin/users/{}", server.id_of(DESIGNER))).await;
    let nothing = admin.get(&format!("/admin/users/{}", server.id_of(VIEWER))).await;

    assert!(owner.says(">12 objects</a>") && owner.links().contains(&list), "{}", owner.body);
    assert!(nothing.says("0 objects") && !nothing.says("/admin/ownership?owner="), "{}", nothing.body);
    assert!(admin.get(&list).await.says("12 objects shown"));
    server.finish().await;
}

#[tokio::test]
async fn whoever_may_delete_but_change_nobody_is_offered_that_alone_one_by_one_and_in_bulk() {
    let server = TestServer::start().await;
    let change = RoleChange {
        display_name: "Remover".into(),
        choices: vec![(Permission::ChangeUsers, Choice::Deny)],
        ..RoleChange::default()
    };
    let role = roles::create(&server.host(), &NewRole { base: "admin".into(), change }).await.unwrap().role;
    server.add(new_user("remover@crowd.example", &role.id)).await;
    let mut remover = server.browser();
    remover.sign_in("remover@crowd.example", PASSWORD).await;
    let login = json!({ "username": "remover@crowd.example", "password": PASSWORD });
    let login = server.request("POST", "/api/v1/authentication/login").json(&login).send().await.json();
    let token = login["access_token"].as_str().unwrap().to_owned();
    let page = format!("/admin/users/{}", server.id_of(DESIGNER));
    let act = async |body: Value| {
        server.request("POST", "/api/v1/users/acts").bearer(&token).json(&body).send().await
    };

    let one = remover.get(&page).await;
    let leaving = remover.get(&format!("{page}/delete")).await;
    let list = remover.get("/admin/users").await;
    let deactivated = act(json!({ "act": "deactivate", "ids": [server.id_of(VIEWER)] })).await;
    let deleted = act(json!({ "act": "delete", "ids": [server.id_of(VIEWER)] })).await;

    assert!(one.links().contains(&format!("{page}/delete")), "{}", one.body);
    assert!(leaving.status == 200 && !leaving.says("Deactivate instead"), "{}", leaving.body);
    assert!(list.says("value=\"delete\"") && !list.says("value=\"deactivate\""), "{}", list.body);
    assert_eq!(deactivated.status, 403, "{}", deactivated.body);
    assert_eq!((deleted.status, deleted.json()["changed"].clone()), (200, json!(1)), "{}", deleted.body);
    let looked = remover.submit(&format!("{page}/delete"), &[]).await;
    assert!(looked.says("What would happen"), "{}", looked.body);
    server.finish().await;
}
