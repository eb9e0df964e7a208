//! What deleting a user promises: no content is lost, and for 30 days nothing is final.

use serde_json::{Value, json};

use super::super::{
    Act, Begun, Chosen, EMAIL_TAKEN, OtherNames, UNKNOWN, UNKNOWN_DELETED, UserPatch, begin_act, bring_back,
    delete, delete_leaver, find, forecast, leaver, list_deleted,
    model::{NAME_NOT_TYPED, NOT_YOURSELF},
    update,
};
use crate::{
    accounts::{
        ownership::{self, Fate, Fates, Filter, NewObject, ObjectKind, UNKNOWN_USER},
        roles::{self, Choice, NewRole, RoleChange},
    },
    cx::{BaseRole, NOT_ALLOWED, Permission},
    testing::{DAY_MS, PASSWORD, TestServer, assert_refused, email_of, new_user},
};

const ADMIN: BaseRole = BaseRole::Admin;
const DESIGNER: BaseRole = BaseRole::Contributor;
const VIEWER: BaseRole = BaseRole::Consumer;

pub(super) async fn own(server: &TestServer, kind: ObjectKind, count: usize) {
    let object = |at: usize| NewObject {
        kind: kind.word().to_owned(),
        external_id: format!("{at}"),
        title: String::new(),
        owner: email_of(DESIGNER),
        ..NewObject::default()
    };
    ownership::register(&server.host(), (0..count).map(object).collect()).await.unwrap();
}

/// How many objects of each kind a user owns, deleted or not.
pub(super) async fn owned(server: &TestServer, id: &str) -> Vec<(ObjectKind, i64)> {
    let mut tx = server.app.db.read().await.unwrap();
    ownership::counts_of(&mut tx, id).await.unwrap()
}

pub(super) fn all(fate: &Fate) -> Fates {
    Fates(ObjectKind::ALL.iter().map(|kind| (*kind, fate.clone())).collect())
}

#[tokio::test]
async fn deleting_keeps_what_the_user_owned_under_the_name_of_a_former_user() {
    let server = TestServer::start().await;
    own(&server, ObjectKind::Dashboard, 3).await;

    delete(&server.host(), &[email_of(DESIGNER)]).await.unwrap();

    assert_refused(find(&server.host(), server.id_of(DESIGNER)).await, &UNKNOWN);
    let page = ownership::list(&server.host(), &Filter { limit: 10, ..Filter::default() }).await.unwrap();
    assert_eq!(page.objects.len(), 3);
    assert!(page.objects.iter().all(|object| object.owner.is_former && object.owner.name == "Grace Hopper"));
    let token = server.token_of(ADMIN).await;
    let answer = server.request("GET", "/api/v1/ownership/objects").bearer(&token).send().await;
    assert_eq!(answer.json()["items"][0]["owner"]["deleted"], true);
    server.finish().await;
}

#[tokio::test]
async fn nobody_changes_their_own_role() {
    let server = TestServer::start().await;
    let token = server.token_of(ADMIN).await;
    let path = format!("/api/v1/users/{}", server.id_of(ADMIN));
    let send = async |body: Value| server.request("PATCH", &path).bearer(&token).json(&body).send().await;

    let weaker = send(serde_json::json!({ "roleId": "consumer" })).await;
    assert!(weaker.status == 409 && weaker.says("users.own_role"), "{}", weaker.body);
    // Clients send back whole users as they read them.
    let same = send(serde_json::json!({ "roleId": "admin", "firstName": "Grace" })).await;
    assert_eq!(same.status, 200, "{}", same.body);
    server.finish().await;
}

#[tokio::test]
async fn nobody_deletes_themselves() {
    let server = TestServer::start().await;

    assert_refused(delete(&server.cx_as(ADMIN).await, &[email_of(ADMIN)]).await, &NOT_YOURSELF);

    server.finish().await;
}

#[tokio::test]
async fn what_a_deleted_user_left_is_found_by_the_former_name() {
    let server = TestServer::start().await;
    own(&server, ObjectKind::Dashboard, 1).await;
    delete(&server.host(), &[email_of(DESIGNER)]).await.unwrap();
    let id = server.id_of(DESIGNER);
    let mut admin = server.browser_of(ADMIN).await;

    let meant = admin.get("/admin/ownership?owner=HOPPER").await;
    let theirs = admin.get(&format!("/admin/ownership?owner={id}")).await;
    let others = admin.get(&format!("/admin/ownership?owner={}", server.id_of(ADMIN))).await;
    let offered = admin.get("/admin/ownership/people?part=hopper").await;

    assert!(meant.says("Former user Grace Hopper") && meant.says(&format!("owner={id}")), "{}", meant.body);
    assert_eq!(meant.field("field-owner").as_deref(), Some("HOPPER"), "what was typed stays");
    assert!(theirs.says("These belonged to Grace Hopper") && theirs.says("Take out"), "{}", theirs.body);
    assert!(!others.says("Former user"), "{}", others.body);
    assert!(offered.says(&format!("<option value=\"{id}\">Former user Grace Hopper")), "{}", offered.body);
    assert!(!offered.says("<html"), "{}", offered.body);
    server.finish().await;
}

#[tokio::test]
async fn an_old_script_that_deletes_a_user_destroys_nothing_and_can_be_undone() {
    let server = TestServer::start().await;
    own(&server, ObjectKind::DataModel, 2).await;
    let token = server.token_of(ADMIN).await;
    let path = format!("/api/users/{}", server.id_of(DESIGNER));

    let deleted = server.request("DELETE", &path).bearer(&token).send().await;

    assert_eq!(deleted.status, 200, "{}", deleted.body);
    assert_eq!(owned(&server, server.id_of(DESIGNER)).await, [(ObjectKind::DataModel, 2)]);
    bring_back(&server.host(), server.id_of(DESIGNER), &OtherNames::default()).await.unwrap();
    assert_eq!(server.request("GET", &path).bearer(&token).send().await.status, 200);
    server.finish().await;
}

#[tokio::test]
async fn a_deleted_user_comes_back_with_everything_but_sessions_and_tokens() {
    let server = TestServer::start().await;
    server.sql("insert into groups (id, name, name_key, created_at_ms, updated_at_ms) values ('0a', 'Sales', 'sales', 0, 0)").await;
    let patch = UserPatch {
        groups: Some(vec!["Sales".into()]),
        language: Some("de-DE".into()),
        user_name: Some("charles".into()),
        ..UserPatch::default()
    };
    update(&server.host(), &email_of(DESIGNER), patch).await.unwrap();
    own(&server, ObjectKind::Folder, 2).await;
    let before = find(&server.host(), &email_of(DESIGNER)).await.unwrap();
    let mut browser = server.browser_of(DESIGNER).await;
    let token = server.token_of(DESIGNER).await;

    delete(&server.host(), &["charles".into()]).await.unwrap();
    assert!(!browser.is_signed_in().await);
    let (listed, _) = list_deleted(&server.host(), "CHARL", None).await.unwrap();
    assert_eq!(listed.len(), 1);
    let after = bring_back(&server.host(), &listed[0].id, &OtherNames::default()).await.unwrap();

    assert_eq!((after.person.id, after.groups), (before.person.id, before.groups));
    let (was, is) = (before.person.role, after.person.role);
    assert_eq!(
        (was, after.person.language.as_deref(), after.person.created_at_ms),
        (is, Some("de-DE"), before.person.created_at_ms)
    );
    assert_eq!(owned(&server, server.id_of(DESIGNER)).await, [(ObjectKind::Folder, 2)]);
    assert!(!browser.is_signed_in().await);
    assert_eq!(server.request("GET", "/api/users/loggedin").bearer(&token).send().await.status, 401);
    assert_eq!(server.browser().sign_in("charles", PASSWORD).await.status, 303, "the password is as it was");
    let twice = bring_back(&server.host(), server.id_of(DESIGNER), &OtherNames::default()).await;
    assert_refused(twice, &UNKNOWN_DELETED);
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn each_kind_is_handed_over_kept_or_taken_out_and_undone_as_far_as_it_can_be() {
    let server = TestServer::start().await;
    own(&server, ObjectKind::Dashboard, 250).await;
    own(&server, ObjectKind::Folder, 2).await;
    own(&server, ObjectKind::Alert, 300).await;
    let cx = server.cx_as(ADMIN).await;
    let fates = Fates(
        [(ObjectKind::Dashboard, Fate::HandOver(email_of(VIEWER))), (ObjectKind::Alert, Fate::Remove)].into(),
    );
    assert_refused(delete_leaver(&cx, &email_of(DESIGNER), &fates, ("Grace", None)).await, &NAME_NOT_TYPED);

    delete_leaver(&cx, &email_of(DESIGNER), &fates, ("grace HOPPER ", None)).await.unwrap();
    server.run_jobs().await;

    let id = server.id_of(DESIGNER);
    assert_eq!(owned(&server, server.id_of(VIEWER)).await, [(ObjectKind::Dashboard, 250)]);
    assert_eq!(owned(&server, id).await, [(ObjectKind::Folder, 2)]);
    assert_eq!(server.events_named("ownership.transfer").await.len(), 250);
    assert_eq!(server.events_named("ownership.remove").await.len(), 300);

    bring_back(&cx, id, &OtherNames::default()).await.unwrap();
    server.run_jobs().await;

    assert_eq!(owned(&server, id).await, [(ObjectKind::Folder, 2), (ObjectKind::Alert, 300)]);
    assert_eq!(owned(&server, server.id_of(VIEWER)).await, [(ObjectKind::Dashboard, 250)]);
    server.finish().await;
}

#[tokio::test]
async fn a_refused_deletion_changes_nothing() {
    let server = TestServer::start().await;
    own(&server, ObjectKind::Dashboard, 1).await;
    let cx = server.cx_as(ADMIN).await;

    let nobody = all(&Fate::HandOver("nobody".into()));
    assert_refused(delete_leaver(&cx, &email_of(DESIGNER), &nobody, ("", None)).await, &UNKNOWN_USER);
    let own_self = all(&Fate::HandOver(email_of(DESIGNER)));
    assert_refused(
        delete_leaver(&cx, &email_of(DESIGNER), &own_self, ("", None)).await,
        &ownership::SAME_OWNER,
    );
    let off = UserPatch { active: Some(false), ..UserPatch::default() };
    update(&server.host(), &email_of(VIEWER), off).await.unwrap();
    let to_nobody = all(&Fate::HandOver(email_of(VIEWER)));
    let refused = delete_leaver(&cx, &email_of(DESIGNER), &to_nobody, ("", None)).await;
    assert_refused(refused, &ownership::SWITCHED_OFF);
    let data_admin = server.cx_as(BaseRole::DataAdmin).await;
    let keep = Fates::default();
    assert_refused(delete_leaver(&data_admin, &email_of(DESIGNER), &keep, ("", None)).await, &NOT_ALLOWED);
    assert_refused(leaver(&data_admin, &email_of(DESIGNER)).await, &NOT_ALLOWED);
    assert_refused(list_deleted(&data_admin, "", None).await, &NOT_ALLOWED);

    assert_eq!(owned(&server, server.id_of(DESIGNER)).await, [(ObjectKind::Dashboard, 1)]);
    assert!(list_deleted(&cx, "", None).await.unwrap().0.is_empty());
    server.finish().await;
}

#[tokio::test]
async fn whoever_is_to_get_something_must_be_there_though_nothing_is_owned() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;

    let nobody = all(&Fate::HandOver("nobody".into()));
    assert_refused(delete_leaver(&cx, &email_of(DESIGNER), &nobody, ("", None)).await, &UNKNOWN_USER);
    let own_self = all(&Fate::HandOver(email_of(DESIGNER)));
    assert_refused(
        delete_leaver(&cx, &email_of(DESIGNER), &own_self, ("", None)).await,
        &ownership::SAME_OWNER,
    );

    assert!(find(&cx, &email_of(DESIGNER)).await.is_ok());
    delete_leaver(&cx, &email_of(DESIGNER), &all(&Fate::HandOver(email_of(VIEWER))), ("", None))
        .await
        .unwrap();
    server.finish().await;
}

#[tokio::test]
async fn a_name_is_free_at_once_and_undo_then_asks_for_another() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    delete(&cx, &[email_of(DESIGNER)]).await.unwrap();
    server.add(new_user(&email_of(DESIGNER), "consumer")).await;
    let id = server.id_of(DESIGNER);

    let taken = bring_back(&cx, id, &OtherNames::default()).await;
    assert_refused(taken, &EMAIL_TAKEN);
    let mut browser = server.browser_of(ADMIN).await;
    let page = format!("/admin/users/deleted/{id}");
    let refused = browser.submit(&page, &[]).await;
    assert!(refused.status == 409 && refused.says("Somebody else has this e-mail address"));
    let undone = browser.submit(&page, &[("email", "charles@people.example")]).await;

    assert_eq!(undone.location(), format!("/admin/users/{id}?done=back.0"), "{}", undone.body);
    let back = find(&cx, id).await.unwrap().person;
    assert_eq!(
        (back.email.as_str(), back.user_name.as_str()),
        ("charles@people.example", "charles@people.example")
    );
    server.finish().await;
}

#[tokio::test]
async fn after_thirty_days_a_deleted_user_is_gone_for_good_and_what_was_kept_stays() {
    let server = TestServer::start().await;
    own(&server, ObjectKind::Dashboard, 2).await;
    own(&server, ObjectKind::Alert, 401).await;
    let fates = Fates([(ObjectKind::Alert, Fate::Remove)].into());
    delete_leaver(&server.host(), &email_of(DESIGNER), &fates, ("Grace Hopper", None)).await.unwrap();
    delete(&server.host(), &[email_of(VIEWER)]).await.unwrap();
    server.run_jobs().await;

    server.advance(30 * DAY_MS - 1);
    server.run_periodic_jobs().await;
    assert_eq!(list_deleted(&server.host(), "", None).await.unwrap().0.len(), 2);
    server.advance(DAY_MS);
    server.run_periodic_jobs().await;

    assert_refused(
        bring_back(&server.host(), server.id_of(DESIGNER), &OtherNames::default()).await,
        &UNKNOWN_DELETED,
    );
    assert_eq!(server.number("select count(*) from deleted_users").await, 0);
    assert_eq!(server.number("select count(*) from owned_objects").await, 2);
    assert_eq!(
        server.text("select name from former_owners where user_id = $1", server.id_of(DESIGNER)).await,
        "Grace Hopper"
    );
    server.finish().await;
}

#[tokio::test]
async fn the_page_shows_what_would_end_and_offers_the_milder_way_first() {
    let server = TestServer::start().await;
    own(&server, ObjectKind::Dashboard, 3).await;
    let mut admin = server.browser_of(ADMIN).await;
    let page = format!("/admin/users/{}/delete", server.id_of(DESIGNER));

    let shown = admin.get(&page).await;
    assert!(shown.status == 200 && shown.says("Dashboard: 3") && shown.says("Deactivate instead"));
    let refused = admin.submit(&page, &[("fate_dashboard", "remove"), ("typed_name", "Gr")]).await;
    assert_eq!((refused.status, refused.field("field-typed_name").as_deref()), (422, Some("Gr")));
    let unsure = admin.submit(&page, &[("fate_dashboard", "hand_over"), ("to", "consumer@")]).await;
    assert!(unsure.status == 422 && unsure.says(&email_of(VIEWER)) && unsure.says("These may be meant"));
    assert_eq!(unsure.field("field-to").as_deref(), Some("consumer@"), "what was typed stays");
    assert!(!shown.says("name=\"confirmed\""), "nobody is deleted before it was said what would happen");
    let fields = [("act", "look"), ("fate_dashboard", "remove"), ("typed_name", "Grace Hopper")];
    let looked = admin.submit(&page, &fields).await;
    assert_eq!((looked.status, looked.field("field-typed_name").as_deref()), (200, Some("Grace Hopper")));
    assert!(looked.says("Out of the register goes: <strong>3 dashboards"), "{}", looked.body);
    let unasked = admin.submit(&page, &fields[1..]).await;
    assert!(unasked.status == 200 && unasked.says("What would happen"), "{}", unasked.body);
    assert!(find(&server.host(), &email_of(DESIGNER)).await.is_ok(), "nobody was deleted");
    let off = admin.submit(&page, &[("act", "deactivate")]).await;
    assert_eq!(off.status, 303);
    assert!(!find(&server.host(), &email_of(DESIGNER)).await.unwrap().person.active);

    assert_eq!(off.location(), format!("/admin/users/{}?done=deactivated", server.id_of(DESIGNER)));

    let fields = [("fate_dashboard", "hand_over"), ("to", &email_of(VIEWER)), ("confirmed", "yes")];
    let deleted = admin.submit(&page, &fields).await;
    assert_eq!(deleted.location(), "/admin/users/deleted?done=deleted", "{}", deleted.body);
    assert!(admin.get(deleted.location()).await.says("Grace Hopper"));
    assert_eq!(owned(&server, server.id_of(VIEWER)).await, [(ObjectKind::Dashboard, 3)]);
    let undo = format!("/admin/users/deleted/{}", server.id_of(DESIGNER));
    let back = admin.submit_to("/admin/users/deleted", &undo, &[]).await;
    assert_eq!(back.location(), format!("/admin/users/{}?done=back.3", server.id_of(DESIGNER)));
    let told = admin.get(back.location()).await;
    assert!(told.says("Grace Hopper is back.") && told.says("3 objects were handed over"), "{}", told.body);
    assert!(told.links().contains(&"/admin/ownership".to_owned()), "{}", told.body);

    let mut viewer = server.browser_of(VIEWER).await;
    for page in [page.as_str(), "/admin/users/deleted", undo.as_str()] {
        assert_eq!(viewer.get(page).await.status, 403, "{page}");
    }
    server.finish().await;
}

#[tokio::test]
async fn what_would_be_refused_is_refused_when_it_is_only_looked_at() {
    let server = TestServer::start().await;
    own(&server, ObjectKind::Dashboard, 1).await;
    own(&server, ObjectKind::Folder, 1).await;
    let off = UserPatch { active: Some(false), ..UserPatch::default() };
    update(&server.host(), &email_of(VIEWER), off).await.unwrap();
    let mut admin = server.browser_of(ADMIN).await;
    let page = format!("/admin/users/{}/delete", server.id_of(DESIGNER));
    let (leaver, switched_off) = (email_of(DESIGNER), email_of(VIEWER));

    for (to, told) in [
        ("", "This field is needed"),
        ("nobody@people.example", "Nobody here is called exactly"),
        (switched_off.as_str(), "is switched off"),
        (leaver.as_str(), "would stay with the same user"),
    ] {
        let fields = [("act", "look"), ("fate_folder", "hand_over"), ("to_folder", to), ("to", to)];
        let looked = admin.submit(&page, &fields).await;
        assert!(looked.status == 422 && looked.says(told), "{to}: {}", looked.body);
        assert!(looked.says("aria-invalid"), "at its field: {}", looked.body);
        assert!(!looked.says("What would happen"), "{}", looked.body);
    }
    let blamed = [("fate_folder", "hand_over"), ("to_folder", &leaver), ("to", &email_of(ADMIN))];
    let blamed = admin.submit(&page, &blamed).await;
    assert_eq!(blamed.body.matches("aria-invalid").count(), 1, "{}", blamed.body);
    assert_eq!(owned(&server, server.id_of(DESIGNER)).await.len(), 2);
    server.finish().await;
}

#[tokio::test]
async fn each_kind_may_go_to_somebody_else_on_the_page() {
    let server = TestServer::start().await;
    for kind in [ObjectKind::Dashboard, ObjectKind::Folder, ObjectKind::DataModel] {
        own(&server, kind, 2).await;
    }
    let mut admin = server.browser_of(ADMIN).await;
    let page = format!("/admin/users/{}/delete", server.id_of(DESIGNER));
    let (viewer, other) = (email_of(VIEWER), email_of(ADMIN));
    let mut fields = vec![
        ("to", viewer.as_str()),
        ("fate_dashboard", "hand_over"),
        ("fate_folder", "keep"),
        ("fate_datamodel", "hand_over"),
        ("to_datamodel", "admin@"),
    ];

    let unclear = admin.submit(&page, &fields).await;
    assert_eq!(unclear.status, 422, "{}", unclear.body);
    assert!(
        unclear.says("id=\"field-to_datamodel\"") && unclear.says(&format!("({other})")),
        "{}",
        unclear.body
    );
    assert_eq!(unclear.field("field-to").as_deref(), Some(viewer.as_str()), "the other one was clear");
    assert_eq!(unclear.field("field-to_datamodel").as_deref(), Some("admin@"), "what was typed stays");
    fields[4].1 = &other;
    let looked = admin.submit(&page, &fields).await;
    assert_eq!(looked.status, 200, "{}", looked.body);
    let told = |name: &str, what: &str| looked.says(&format!("To {name} goes: <strong>{what}</strong>"));
    let people = [(&viewer, VIEWER, "2 dashboards"), (&other, ADMIN, "2 data models")];
    for (email, role, what) in people {
        let name = find(&server.host(), server.id_of(role)).await.unwrap().person.display_name();
        assert!(told(&format!("{name} ({email})"), what), "{}", looked.body);
    }
    assert!(looked.says("Under the former name Grace Hopper stays: <strong>2 folders"), "{}", looked.body);
    assert!(looked.says("0 sessions end"), "{}", looked.body);
    fields.push(("confirmed", "yes"));
    let deleted = admin.submit(&page, &fields).await;

    assert_eq!(deleted.location(), "/admin/users/deleted?done=deleted", "{}", deleted.body);
    assert_eq!(owned(&server, server.id_of(VIEWER)).await, [(ObjectKind::Dashboard, 2)]);
    assert_eq!(owned(&server, server.id_of(ADMIN)).await, [(ObjectKind::DataModel, 2)]);
    assert_eq!(owned(&server, server.id_of(DESIGNER)).await, [(ObjectKind::Folder, 2)]);
    server.finish().await;
}

#[tokio::test]
async fn the_api_deletes_with_a_decision_and_brings_back() {
    let server = TestServer::start().await;
    own(&server, ObjectKind::Report, 2).await;
    let token = server.token_of(ADMIN).await;
    let path = format!("/api/v1/users/{}/deletion", email_of(DESIGNER));
    let get = async |path: &str| server.request("GET", path).bearer(&token).send().await.json();

    let preview = get(&path).await;
    let to = email_of(VIEWER);
    for unclear in [
        json!({ "owned": { "report": { "fate": "handover", "to": to } } }),
        json!({ "owned": { "report": { "to": to } } }),
        json!({ "owned": { "report": { "fate": "handOver" } } }),
        json!({ "owned": { "report": { "fate": "keep", "to": to } } }),
        json!({ "owned": { "boat": { "fate": "keep" } } }),
        json!({ "ownedBy": {} }),
        json!([]),
    ] {
        let refused = server.request("POST", &path).bearer(&token).json(&unclear).send().await;
        assert!(matches!(refused.status, 400 | 422), "{unclear}: {} {}", refused.status, refused.body);
    }
    let decision = json!({ "owned": { "report": { "fate": "handOver", "to": email_of(VIEWER) } } });
    let deleted = server.request("POST", &path).bearer(&token).json(&decision).send().await;
    let listed = get("/api/v1/users/deleted").await;
    let undo = format!("/api/v1/users/deleted/{}/undo", server.id_of(DESIGNER));
    let undone = server.request("POST", &undo).bearer(&token).send().await;

    assert_eq!((&preview["owned"]["report"], deleted.status), (&json!(2), 200));
    assert_eq!(listed["items"][0]["email"], json!(email_of(DESIGNER)));
    assert_eq!(undone.json()["email"], json!(email_of(DESIGNER)));
    assert_eq!(undone.json()["handedOver"], 2, "they stay with who got them");
    assert_eq!(owned(&server, server.id_of(VIEWER)).await, [(ObjectKind::Report, 2)]);
    let begun = deleted.json()["transfers"].as_array().cloned().unwrap();
    let back = json!({ "backOf": begun[0] });
    let back = server.request("POST", "/api/v1/ownership/transfers").bearer(&token).json(&back).send().await;
    assert_eq!((begun.len(), back.status, &back.json()["moved"]), (1, 200, &json!(2)), "{}", back.body);
    server.finish().await;
}

#[tokio::test]
async fn many_are_deleted_at_once_after_a_forecast_and_nothing_that_they_own_is_lost() {
    let server = TestServer::start_with(|config| config.seats.designers = 2).await;
    own(&server, ObjectKind::Dashboard, 3).await;
    let cx = server.cx_as(ADMIN).await;
    let ids = [DESIGNER, VIEWER, BaseRole::Super, ADMIN].map(|role| server.id_of(role).to_owned());
    let chosen = Chosen::These(ids.to_vec());

    let said = forecast(&cx, &Act::Delete, &chosen).await.unwrap();
    let taken = server.number("select designers from seat_counters").await;
    let Begun::Done(_, done) = begin_act(&cx, &Act::Delete, &chosen, Some(&said.fingerprint)).await.unwrap()
    else {
        panic!("not done")
    };

    assert_eq!((said.changed, said.refused), (2, 2), "{:?}", said.reasons);
    assert_eq!((done.changed, done.refused), (2, 2), "{:?}", done.reasons);
    assert_refused(find(&server.host(), server.id_of(VIEWER)).await, &UNKNOWN);
    assert_eq!(owned(&server, server.id_of(DESIGNER)).await, [(ObjectKind::Dashboard, 3)]);
    assert_eq!(server.number("select designers from seat_counters").await, taken - 1);
    assert_eq!(server.events_named("users.delete").await.len(), 2);
    bring_back(&cx, server.id_of(DESIGNER), &OtherNames::default()).await.unwrap();
    server.finish().await;
}

#[tokio::test]
async fn deleting_many_is_offered_only_to_who_may_delete() {
    let server = TestServer::start().await;
    let change = RoleChange {
        display_name: "Keeper".into(),
        choices: vec![(Permission::DeleteUsers, Choice::Deny)],
        ..RoleChange::default()
    };
    let role = roles::create(&server.host(), &NewRole { base: "admin".into(), change }).await.unwrap().role;
    let mut admin = server.browser_of(ADMIN).await;
    server.add(new_user("keeper@crowd.example", &role.id)).await;
    let mut keeper = server.browser();
    keeper.sign_in("keeper@crowd.example", PASSWORD).await;
    let id = server.id_of(VIEWER);
    let asked = [("id", id), ("act", "delete"), ("query", "")];

    let offered = admin.get("/admin/users").await;
    let question = admin.submit_to("/admin/users", "/admin/users/bulk", &asked).await;
    let not_offered = keeper.get("/admin/users").await;
    let refused = keeper.submit_to("/admin/users", "/admin/users/bulk", &asked).await;

    assert!(offered.says("value=\"delete\"") && !not_offered.says("value=\"delete\""));
    assert!(question.says("Delete 1 user") && question.says("For 30 days"), "{}", question.body);
    assert_eq!(refused.status, 403, "{}", refused.body);
    find(&server.host(), id).await.unwrap();
    server.finish().await;
}

#[tokio::test]
async fn a_dry_run_over_the_api_says_what_would_end_and_deletes_nobody() {
    let server = TestServer::start().await;
    own(&server, ObjectKind::Report, 2).await;
    server.browser_of(DESIGNER).await;
    let token = server.token_of(ADMIN).await;
    let (designer, viewer) = (email_of(DESIGNER), email_of(VIEWER));
    let path = format!("/api/v1/users/{designer}/deletion");
    let send = async |method: &str, path: &str, body: Value| {
        server.request(method, path).bearer(&token).json(&body).send().await
    };

    let decision = json!({ "owned": { "report": { "fate": "handOver", "to": viewer } }, "dryRun": true });
    let one = send("POST", &path, decision).await;
    let remove =
        send("POST", &path, json!({ "owned": { "report": { "fate": "remove" } }, "dryRun": true })).await;
    let typo = send("POST", &path, json!({ "dryrun": true })).await;
    let bulk = format!("/api/v1/users/bulk?ids={designer},{viewer},{designer}");
    let many = send("DELETE", &format!("{bulk}&dryRun=true"), Value::Null).await;
    let sysadmin =
        send("DELETE", &format!("{bulk},{}&dryRun=true", email_of(BaseRole::Super)), Value::Null).await;
    let own = send("DELETE", &format!("{bulk},{}&dryRun=1", email_of(ADMIN)), Value::Null).await;
    let unknown = send("DELETE", &format!("{bulk},nobody&dryRun=true"), Value::Null).await;

    assert_eq!(one.status, 200, "{}", one.body);
    let told = one.json();
    assert_eq!((&told["owned"]["report"], &told["sessions"]), (&json!(2), &json!(1)));
    let effect = json!({ "kind": "report", "count": 2, "fate": "handOver", "to": server.id_of(VIEWER), "toService": false });
    assert_eq!(told["effects"], json!([effect]));
    assert_eq!(
        (remove.status, &remove.json()["code"]),
        (422, &json!("users.name_not_typed")),
        "as deleting does"
    );
    assert_eq!(typo.status, 400, "{}", typo.body);
    assert_eq!(many.status, 200, "{}", many.body);
    let users = many.json()["users"].as_array().unwrap().clone();
    assert_eq!(users.len(), 2, "each once");
    assert_eq!((&users[0]["id"], &users[0]["owned"]["report"]), (&json!(server.id_of(DESIGNER)), &json!(2)));
    assert_eq!(unknown.status, 404);
    for refused in [sysadmin, own] {
        assert!(matches!(refused.status, 400 | 409), "{} {}", refused.status, refused.body);
    }
    for misspelled in ["dryrun=true", "dry_run=true", "dry-run=1", "DryRun=", "dryRun=yes"] {
        let refused = send("DELETE", &format!("{bulk}&{misspelled}"), Value::Null).await;
        assert_eq!(
            (refused.status, &refused.json()["code"]),
            (400, &json!("web.wrong_value")),
            "{misspelled}"
        );
    }
    assert_eq!(server.number("select count(*) from users").await, 6);
    assert!(server.events_named("users.delete").await.is_empty());
    assert_eq!(send("DELETE", &format!("{bulk}&dryRun=false"), Value::Null).await.status, 204);
    server.finish().await;
}
