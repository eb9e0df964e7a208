//! What roles promise.

use std::sync::Arc;

use seatwarden_base::db::Engine;
use serde_json::json;

use super::{
    BUILT_IN_STAYS, Choice, FIXED, GIVEN_BY_GROUPS, NAME_TAKEN, NewRole, RoleChange,
    model::{BASE_NOT_OPEN, MOVED_MAX, TOO_MANY, TOO_MANY_USERS},
};
use crate::{
    accounts::{
        groups::{self, GroupChange},
        roles, users,
    },
    cx::{
        BEYOND_OWN_ROLE, BaseRole, Caller, Cx, NEEDS_FULL_SCOPE, NOT_ALLOWED, Permission, Proof, Scopes,
        SignedIn, Standing, TokenKind,
    },
    testing::{MINUTE_MS, PASSWORD, TestServer, assert_refused, email_of, new_user},
    text::{Language, Text},
};

const ADMIN: BaseRole = BaseRole::Admin;

fn change(name: &str, choices: &[(Permission, Choice)]) -> RoleChange {
    RoleChange { display_name: name.into(), choices: choices.to_vec(), ..RoleChange::default() }
}

fn on(base: &str, name: &str, choices: &[(Permission, Choice)]) -> NewRole {
    NewRole { base: base.into(), change: change(name, choices) }
}

/// Gives a sample user a role.
async fn give(cx: &Cx, user_id: &str, role: &str) {
    let patch = users::UserPatch { role: Some(role.into()), ..users::UserPatch::default() };
    users::update(cx, user_id, patch).await.unwrap();
}

const READS_USERS: (Permission, Choice) = (Permission::ListUsers, Choice::Allow);

#[tokio::test]
async fn a_custom_role_holds_from_the_next_request_on() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    let role = roles::create(&cx, &on("viewer", "Night shift", &[])).await.unwrap().role;
    give(&cx, server.id_of(BaseRole::DataDesigner), &role.id).await;
    let mut browser = server.browser_of(BaseRole::DataDesigner).await;
    assert_eq!(browser.get("/admin/users").await.status, 403);

    // A Viewer never reads users, a Data Designer may.
    assert_refused(roles::update(&cx, &role.id, None, &change("Night shift", &[READS_USERS])).await, &FIXED);
    let reading = roles::create(&cx, &on("data designer", "Reader", &[READS_USERS])).await.unwrap().role;
    give(&cx, server.id_of(BaseRole::DataDesigner), "custom_reader").await;
    assert_eq!(browser.get("/admin/users").await.status, 200);
    roles::update(&cx, &reading.id, Some(1), &change("Reader", &[])).await.unwrap();

    assert_eq!(browser.get("/admin/users").await.status, 403);
    assert_eq!(role.name, "custom_night_shift");
    server.finish().await;
}

#[tokio::test]
async fn nobody_gives_or_touches_a_role_on_a_stronger_base_though_it_allows_no_more_here() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    // All that a Data Admin may here, and more.
    let all = Permission::ALL.iter().copied();
    let left_open = all.filter(|it| it.standing(BaseRole::DataDesigner) == Standing::Deny);
    let choices: Vec<_> = left_open.map(|it| (it, Choice::Allow)).collect();
    let helper = roles::create(&cx, &on("dataDesigner", "Helper", &choices)).await.unwrap().role;
    give(&cx, server.id_of(BaseRole::DataDesigner), &helper.id).await;
    let helper = server.cx_as(BaseRole::DataDesigner).await;
    let patch = |role: &str| users::UserPatch { role: Some(role.into()), ..users::UserPatch::default() };

    let viewer = server.id_of(BaseRole::Consumer);
    assert_refused(users::update(&helper, viewer, patch("dataAdmin")).await, &BEYOND_OWN_ROLE);
    let data_admin = server.id_of(BaseRole::DataAdmin);
    assert_refused(users::update(&helper, data_admin, patch("consumer")).await, &BEYOND_OWN_ROLE);
    let new = new_user("x@people.example", "dataAdmin");
    assert_refused(users::create(&helper, vec![new]).await, &BEYOND_OWN_ROLE);
    let raises = GroupChange { role: Some("dataAdmin".into()), ..GroupChange::default() };
    let group = GroupChange { name: Some("Sales".into()), ..raises };
    assert_refused(groups::create(&helper, vec![group]).await, &BEYOND_OWN_ROLE);

    users::update(&helper, viewer, patch("contributor")).await.unwrap();
    server.finish().await;
}

#[tokio::test]
async fn a_diff_says_what_changes_and_for_how_many() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    let role = roles::create(&cx, &on("dataDesigner", "Reader", &[READS_USERS])).await.unwrap().role;
    give(&cx, server.id_of(BaseRole::DataDesigner), &role.id).await;

    let groups = (Permission::ReadGroups, Choice::Allow);
    let diff = roles::diff(&cx, &role.id, &change("Reader", &[groups])).await.unwrap();

    assert_eq!(diff.gains, [Permission::ReadGroups]);
    assert_eq!((diff.loses, diff.users), (vec![Permission::ListUsers], 1));
    let new =
        roles::diff_of_new(&cx, &on("viewer", "X", &[(Permission::ChangeOwnAccount, Choice::Deny)])).await;
    assert_eq!(new.unwrap().loses, [Permission::ChangeOwnAccount]);
    server.finish().await;
}

#[tokio::test]
async fn nobody_makes_or_changes_a_role_that_may_more_than_their_own() {
    let server = TestServer::start().await;
    let admin = server.cx_as(ADMIN).await;
    let deny_mail = (Permission::ManageMail, Choice::Deny);
    let limited = roles::create(&admin, &on("admin", "Limited admin", &[deny_mail])).await.unwrap().role;
    let full = roles::create(&admin, &on("admin", "Other admin", &[])).await.unwrap().role;
    let helper = server.add(new_user("helper@people.example", &limited.id)).await.person;
    let cx = server.cx().with_caller(Caller::User(Arc::new(SignedIn::new(helper, Proof::ApiKey))));

    assert_refused(roles::create(&cx, &on("admin", "Mine", &[])).await, &BEYOND_OWN_ROLE);
    assert_refused(roles::update(&cx, &limited.id, None, &change("Mine", &[])).await, &BEYOND_OWN_ROLE);
    assert_refused(roles::update(&cx, &full.id, None, &change("X", &[deny_mail])).await, &BEYOND_OWN_ROLE);
    assert_refused(roles::delete(&cx, &limited.id).await, &BEYOND_OWN_ROLE);
    assert!(roles::create(&cx, &on("admin", "Same", &[deny_mail])).await.is_ok());
    assert_refused(roles::create(&admin, &on("super", "Boss", &[])).await, &BASE_NOT_OPEN);
    let data_admin = server.cx_as(BaseRole::DataAdmin).await;
    assert_refused(roles::list_detailed(&data_admin).await, &NOT_ALLOWED);
    server.finish().await;
}

#[tokio::test]
async fn a_role_is_never_called_like_another() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    roles::create(&cx, &on("viewer", "Guests", &[])).await.unwrap();

    for taken in ["guests", " GUESTS ", "Viewer", "sys admin", "Dashboard Designer"] {
        assert_refused(roles::create(&cx, &on("viewer", taken, &[])).await, &NAME_TAKEN);
    }
    for alike in ["\u{410}dmin", "Vi\u{435}wer", "Sys. Adm1n", "Data  Des1gner"] {
        let refused = roles::create(&cx, &on("viewer", alike, &[])).await;
        assert_refused(refused, &super::model::LOOKS_BUILT_IN);
    }
    let again = roles::create(&cx, &on("viewer", "Guests!", &[])).await.unwrap();
    assert_eq!(again.role.name, "custom_guests_2");
    let mut tx = server.app.db.read().await.unwrap();
    assert_eq!(roles::named(&mut tx, "guests").await.unwrap().name, "custom_guests");
    server.finish().await;
}

#[tokio::test]
async fn built_in_roles_are_neither_changed_nor_deleted() {
    let server = TestServer::start().await;
    let cx = server.cx_as(BaseRole::Super).await;

    let mut tx = server.app.db.write().await.unwrap();
    roles::license_account(&mut tx, &server.cx()).await.unwrap();
    tx.commit().await.unwrap();
    for name in ["super", "admin", "consumer", "licenseAccount"] {
        assert_refused(roles::update(&cx, name, None, &change("Mine", &[])).await, &BUILT_IN_STAYS);
        assert_refused(roles::delete(&cx, name).await, &BUILT_IN_STAYS);
    }
    server.finish().await;
}

#[tokio::test]
async fn deleting_a_role_moves_its_users_to_the_base_and_waits_for_groups_that_give_it() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    let role = roles::create(&cx, &on("viewer", "Guests", &[])).await.unwrap().role;
    give(&cx, server.id_of(BaseRole::Contributor), &role.id).await;
    let giving =
        GroupChange { name: Some("G".into()), role: Some("guests".into()), ..GroupChange::default() };
    let group = groups::create(&cx, vec![giving]).await.unwrap().remove(0);

    let mut browser = server.browser_of(BaseRole::Contributor).await;
    let (session, token) =
        (browser.cookie("seatwarden-local").to_owned(), server.token_of(BaseRole::Contributor).await);
    assert_refused(roles::delete(&cx, &role.id).await, &GIVEN_BY_GROUPS);
    let none = GroupChange { role: Some(String::new()), ..GroupChange::default() };
    groups::update(&cx, &group.id, None, &none).await.unwrap();
    let before = users::find(&cx, server.id_of(BaseRole::Contributor)).await.unwrap().person;
    assert_eq!(roles::delete(&cx, &role.id).await.unwrap(), 1);

    let after = users::find(&cx, server.id_of(BaseRole::Contributor)).await.unwrap().person;
    assert_eq!(after.role.name, "consumer");
    assert_eq!(after.version, before.version + 1, "who edits this user meanwhile is told");
    assert_eq!(server.events_named("roles.delete").await.len(), 1);
    let told = server.events_named("users.update").await.pop().unwrap();
    assert_eq!(told.subject_id, server.id_of(BaseRole::Contributor));
    assert_eq!(told.after_json.as_deref(), Some(r#"{"role":"consumer"}"#));
    assert!(browser.is_signed_in().await);
    assert_ne!(browser.cookie("seatwarden-local"), session, "what the session may do has changed");
    assert_eq!(server.request("GET", "/api/users/loggedin").bearer(&token).send().await.status, 401);
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn there_are_at_most_200_custom_roles() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    for number in 0..200 {
        roles::create(&cx, &on("viewer", &format!("Role {number}"), &[])).await.unwrap();
    }

    assert_refused(roles::create(&cx, &on("viewer", "One more", &[])).await, &TOO_MANY);
    let mut browser = server.browser_of(ADMIN).await;
    let fields = [("base", "viewer"), ("display_name", "One more"), ("wants", "save")];
    let refused = browser.submit_to("/admin/roles/new?from=viewer", "/admin/roles/new", &fields).await;
    assert!(refused.status == 409 && refused.says("value=\"One more\""), "{}", refused.body);
    assert!(refused.says("There can be at most 200 custom roles."), "{}", refused.body);
    server.finish().await;
}

#[tokio::test]
async fn a_role_is_made_looked_at_changed_and_deleted_on_its_pages() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(ADMIN).await;
    let grid = browser.get("/admin/roles").await;
    assert!(grid.says("What each role allows") && grid.says("Never") && grid.says("No custom roles yet"));
    assert!(browser.get("/admin/roles/new").await.says("value=\"dataDesigner\""));

    let form = "/admin/roles/new?from=dataDesigner";
    let fields = [("base", "dataDesigner"), ("display_name", "Reader"), ("may-users.read", "allow")];
    let looked = browser.submit_to(form, "/admin/roles/new", &fields).await;
    assert!(looked.status == 200 && looked.says("Gains") && looked.says("See users"), "{}", looked.body);
    assert_eq!(server.number("select count(*) from roles").await, 6, "looking changes nothing");
    let again = [&fields[..], &[("wants", "again")]].concat();
    let again = browser.submit_to(form, "/admin/roles/new", &again).await;
    assert!(again.says("value=\"Reader\"") && again.says("value=\"allow\" selected"), "{}", again.body);
    let save = [&fields[..], &[("wants", "save")]].concat();
    let saved = browser.submit_to(form, "/admin/roles/new", &save).await;
    assert_eq!(saved.location(), "/admin/roles?done=created");

    let id = server.text("select id from roles where name = $1", "custom_reader").await;
    let path = format!("/admin/roles/{id}");
    give(&server.cx_as(ADMIN).await, server.id_of(BaseRole::DataDesigner), &id).await;
    let fields = [("version", "1"), ("display_name", "Reader")];
    let looked = browser.submit(&path, &fields).await;
    assert!(looked.says("Loses") && looked.says("One user is affected"), "{}", looked.body);
    let save = [&fields[..], &[("wants", "save")]].concat();
    assert_eq!(browser.submit(&path, &save).await.location(), format!("{path}?done=saved"));
    let late = browser.submit(&path, &save).await;
    assert!(late.status == 409 && late.says("name=\"version\" value=\"2\""), "{}", late.body);
    let asked = browser.submit_to(&path, &format!("{path}/delete"), &[]).await;
    assert!(asked.says("One user gets the role Data Designer instead."), "{}", asked.body);
    let deleted = browser.submit_to(&path, &format!("{path}/delete"), &[("confirmed", "yes")]).await;
    assert_eq!(deleted.location(), "/admin/roles?done=deleted.1");
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn a_refused_role_says_why_at_its_field_and_keeps_what_was_chosen() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(ADMIN).await;

    let fields = [("base", "dataDesigner"), ("display_name", "Viewer"), ("may-groups.read", "allow")];
    let form = "/admin/roles/new?from=dataDesigner";
    let refused = browser.submit_to(form, "/admin/roles/new", &fields).await;

    assert_eq!(refused.status, 409);
    assert!(refused.says("value=\"Viewer\"") && refused.says("value=\"allow\" selected"), "{}", refused.body);
    assert_eq!(refused.body.matches("aria-invalid=\"true\"").count(), 1);
    assert_eq!(server.browser_of(BaseRole::DataAdmin).await.get("/admin/roles").await.status, 403);
    server.finish().await;
}

#[tokio::test]
async fn the_name_of_a_custom_role_stands_where_its_users_see_it() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    roles::create(&cx, &on("viewer", "Night shift", &[])).await.unwrap();
    give(&cx, server.id_of(BaseRole::Consumer), "night shift").await;

    let mut browser = server.browser();
    browser.sign_in(&email_of(BaseRole::Consumer), PASSWORD).await;

    assert!(browser.get("/profile/personal-information").await.says("Night shift"));
    server.finish().await;
}

#[tokio::test]
async fn a_script_makes_a_role_on_v09_changes_it_and_deletes_it() {
    let server = TestServer::start().await;
    let token = server.token_of(ADMIN).await;
    let ask = async |method: &str, path: &str, body: serde_json::Value| {
        server.request(method, path).bearer(&token).json(&body).send().await
    };
    let manifest = json!({ "manage": { "users": { "get": true } }, "dashboards": { "create": true } });
    let wanted = json!({ "name": "Night shift", "desc": "At night", "baseRoleName": "dataDesigner", "manifest": manifest });

    let made = ask("POST", "/api/roles", wanted).await.json();

    assert_eq!((&made["name"], &made["desc"]), (&json!("custom_night_shift"), &json!("At night")));
    assert_eq!(made["manifest"]["manage"]["users"]["get"], true);
    assert_eq!(made["manifest"]["dashboards"], json!({ "create": true }));
    assert_eq!(made["manifest"]["base"]["isContributor"], true);
    // Whoever reads the whole and sends it back changes nothing.
    let path = format!("/api/roles/{}", made["_id"].as_str().unwrap());
    let same = ask("PUT", &path, made.clone()).await;
    assert_eq!((same.status, same.json()), (200, made.clone()));
    assert!(server.events_named("roles.update").await.len() <= 1, "the manifest was kept once");
    let part = format!("{path}/manifest/%2Fmanage%2Fusers%2Fget");
    assert_eq!(ask("PUT", &part, json!(false)).await.json(), json!(false));
    let role = roles::details(&server.cx_as(ADMIN).await, "custom_night_shift").await.unwrap();
    assert!(!role.role.may.has(Permission::ListUsers));
    let copy = json!({ "name": "custom_night", "displayName": "Late shift", "baseRoleName": "consumer" });
    let copy = ask("POST", "/api/roles", copy).await.json();
    assert_eq!((&copy["name"], &copy["displayName"]), (&json!("custom_night"), &json!("Late shift")));
    assert_eq!(ask("GET", "/api/roles/custom_night", json!({})).await.json()["_id"], copy["_id"]);
    assert_eq!(ask("DELETE", &path, json!({})).await.status, 200);
    assert_eq!(server.number("select count(*) from role_manifests").await, 0);
    assert_eq!(server.request("GET", &path).bearer(&token).send().await.status, 404);
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn a_built_in_role_takes_what_means_nothing_here_and_refuses_the_rest() {
    let server = TestServer::start().await;
    let token = server.token_of(ADMIN).await;
    let ask = async |method: &str, path: &str, body: serde_json::Value| {
        server.request(method, path).bearer(&token).json(&body).send().await
    };
    let part = "/api/roles/contributor/manifest/%2Fdashboards";

    let merged = ask("POST", part, json!({ "change_owner": true })).await;

    assert_eq!((merged.status, merged.json()), (200, json!({ "change_owner": true })));
    assert_eq!(ask("POST", part, json!({ "rename": false })).await.json()["change_owner"], true);
    let read = server.request("GET", "/api/roles?compiledRoles=true").bearer(&token).send().await.json();
    let designer = read.as_array().unwrap().iter().find(|role| role["name"] == "contributor").unwrap();
    assert_eq!(designer["manifest"]["dashboards"], json!({ "change_owner": true, "rename": false }));
    assert_eq!(ask("PUT", "/api/roles/contributor", designer.clone()).await.status, 200);
    for (method, path, body) in [
        ("PUT", "/api/roles/contributor/manifest/manage%2Fusers%2Fget", json!(true)),
        ("PUT", "/api/roles/contributor", json!({ "displayName": "Other" })),
        ("DELETE", "/api/roles/contributor", json!({})),
    ] {
        assert_eq!(ask(method, path, body).await.status, 409, "{method} {path}");
    }
    assert_eq!(ask("PUT", part, json!("x".repeat(40_000))).await.status, 413);
    assert_eq!(ask("DELETE", part, json!({})).await.status, 200);
    assert_eq!(ask("DELETE", part, json!({})).await.status, 404);
    assert_eq!(
        ask("GET", "/api/roles/super/manifest/%2Fbase%2FisSuper", json!({})).await.json(),
        json!(true)
    );
    // Nobody touches a role that may more than their own.
    assert_eq!(ask("POST", "/api/roles/super/manifest/%2Fdashboards", json!({})).await.status, 403);
    server.finish().await;
}

#[tokio::test]
async fn a_role_that_a_group_begins_to_give_at_this_moment_is_not_deleted() {
    let server = TestServer::start().await;
    let cx = server.cx_as(ADMIN).await;
    let role = roles::create(&cx, &on("viewer", "Night shift", &[])).await.unwrap().role;
    let sales = GroupChange { name: Some("Sales".into()), ..GroupChange::default() };
    groups::create(&cx, vec![sales]).await.unwrap();
    let mut tx = server.app.db.write().await.unwrap();
    tx.sql("update groups set role_id = $1 where name = 'Sales'").bind(role.id.as_str()).run().await.unwrap();

    let deleting = tokio::spawn({
        let id = role.id.clone();
        async move { roles::delete(&cx, &id).await }
    });
    if tx.engine() == Engine::Postgres {
        let waiting =
            "select count(*) from pg_stat_activity where pg_backend_pid() = any(pg_blocking_pids(pid))";
        while tx.sql(waiting).one().await.unwrap().get::<i64>(0).unwrap() == 0 {}
    }
    tx.commit().await.unwrap();

    assert_refused(deleting.await.unwrap(), &GIVEN_BY_GROUPS);
    server.finish().await;
}

#[test]
fn whoever_may_not_delete_a_role_of_too_many_is_told_the_way_out_in_every_language() {
    for language in Language::ALL {
        let text = Text::new(language);
        let all = text.users_list_all_fitting("7");
        let (label, _) = all.split_once(" (").unwrap();

        let (_, next) = text.refusal(&TOO_MANY_USERS.with("maximum", MOVED_MAX));

        assert!(next.unwrap().contains(label), "{language:?}");
    }
}

const NO_MAIL: (Permission, Choice) = (Permission::ManageMail, Choice::Deny);

/// An administrator's role that may less than its base, and that somebody has.
async fn weaker(server: &TestServer) -> String {
    let cx = server.cx_as(ADMIN).await;
    let id = roles::create(&cx, &on("admin", "Limited", &[NO_MAIL])).await.unwrap().role.id;
    give(&cx, server.id_of(BaseRole::DataDesigner), &id).await;
    id
}

#[tokio::test]
async fn deleting_a_role_that_may_less_than_its_base_takes_the_proof_that_giving_the_base_takes() {
    let server = TestServer::start().await;
    let whole = server.cx_as(ADMIN).await;
    let (role, alike) =
        (weaker(&server).await, roles::create(&whole, &on("admin", "Alike", &[])).await.unwrap().role.id);
    let with = |proof: Proof| {
        let person = whole.person().unwrap().clone();
        whole.clone().with_caller(Caller::User(Arc::new(SignedIn::new(person, proof))))
    };
    let scope = Scopes::of_words("groups:read groups:write").unwrap();
    let token = with(Proof::Token { id: "t".into(), scope, kind: TokenKind::Named });
    let mut browser = server.browser_of(ADMIN).await;
    server.advance(20 * MINUTE_MS);

    assert_refused(roles::delete(&token, &role).await, &NEEDS_FULL_SCOPE);
    assert_eq!(roles::delete(&token, &alike).await.unwrap(), 0, "nobody gets anything by it");
    let path = format!("/admin/roles/{role}/delete");
    let asked = browser.get(&path).await;
    let unproved = browser.submit(&path, &[("confirmed", "yes")]).await;
    let wrong = browser.submit(&path, &[("confirmed", "yes"), ("current_password", "not-this")]).await;
    let holder = users::find(&whole, server.id_of(BaseRole::DataDesigner)).await.unwrap().person;
    let done = browser.submit(&path, &[("confirmed", "yes"), ("current_password", PASSWORD)]).await;

    assert!(asked.status == 200 && asked.says("name=\"current_password\""), "{}", asked.body);
    assert!(unproved.status == 403 && unproved.says("This needs your password"), "{}", unproved.body);
    assert!(wrong.says("aria-invalid=\"true\""), "{}", wrong.body);
    assert_eq!(holder.role.id, role);
    assert_eq!(done.location(), "/admin/roles?done=deleted.1", "{}", done.body);
    assert!(browser.is_signed_in().await);
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn a_role_over_others_gains_something_only_with_the_password_and_its_users_get_new_sessions() {
    let server = TestServer::start().await;
    let role = weaker(&server).await;
    let mut browser = server.browser_of(ADMIN).await;
    server.advance(20 * MINUTE_MS);
    let mut holder = server.browser_of(BaseRole::DataDesigner).await;
    let session = holder.cookie("seatwarden-local").to_owned();
    let token = server.token_of(BaseRole::DataDesigner).await;
    let path = format!("/admin/roles/{role}");
    let fields = [("version", "1"), ("display_name", "Limited")];
    let save = [&fields[..], &[("wants", "save")]].concat();

    let looked = browser.submit(&path, &fields).await;
    let unproved = browser.submit(&path, &save).await;
    let wrong = browser.submit(&path, &[&save[..], &[("current_password", "not-this")]].concat()).await;
    assert!(holder.is_signed_in().await && holder.cookie("seatwarden-local") == session);
    let saved = browser.submit(&path, &[&save[..], &[("current_password", PASSWORD)]].concat()).await;

    assert!(looked.status == 200 && looked.says("name=\"current_password\""), "{}", looked.body);
    assert!(unproved.status == 403 && unproved.says("This needs your password"), "{}", unproved.body);
    assert!(wrong.says("aria-invalid=\"true\"") && wrong.says("Gains"), "{}", wrong.body);
    assert_eq!(saved.location(), format!("{path}?done=saved"), "{}", saved.body);
    assert!(holder.is_signed_in().await && browser.is_signed_in().await);
    assert_ne!(holder.cookie("seatwarden-local"), session, "what the session may do has changed");
    assert_eq!(server.request("GET", "/api/users/loggedin").bearer(&token).send().await.status, 401);

    // Taking something away asks for nothing, and changes no session.
    server.advance(20 * MINUTE_MS);
    let session = holder.cookie("seatwarden-local").to_owned();
    let less =
        [("version", "2"), ("display_name", "Limited"), ("may-mail.manage", "deny"), ("wants", "save")];
    let saved = browser.submit(&path, &less).await;
    assert_eq!(saved.location(), format!("{path}?done=saved"), "{}", saved.body);
    assert!(holder.is_signed_in().await && holder.cookie("seatwarden-local") == session);
    server.finish().await;
}
