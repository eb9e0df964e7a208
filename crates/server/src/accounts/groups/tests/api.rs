//! Groups over the API, as clients of the platform call it.

use serde_json::{Value, json};

use crate::{
    cx::BaseRole,
    testing::{Script, TestServer, email_of},
};

const ADMIN: BaseRole = BaseRole::Admin;
const VIEWER: BaseRole = BaseRole::Consumer;
const FOREIGN: &str = "5bbf0c1de24d2a1a2f0c9a11";

impl Script<'_> {
    /// Makes a group; answers its id.
    async fn make(&self, body: Value) -> String {
        let made = self.send("POST", "/api/v1/groups", body).await;
        assert_eq!(made.status, 201, "{}", made.body);
        made.json()["_id"].as_str().unwrap().to_owned()
    }

    async fn names(&self, path: &str) -> Vec<String> {
        let listed = self.get(path).await;
        assert_eq!(listed.status, 200, "{path}: {}", listed.body);
        let name = |group: &Value| group["name"].as_str().unwrap_or_default().to_owned();
        listed.json().as_array().unwrap().iter().map(name).collect()
    }
}

#[tokio::test]
async fn groups_are_ordered_by_several_fields() {
    let server = TestServer::start().await;
    let script = Script::of(&server, ADMIN).await;
    for (name, language) in [("Ordered b", "de-DE"), ("Ordered a", "fr-FR"), ("Ordered c", "de-DE")] {
        script.make(json!({ "name": name, "language": language })).await;
    }
    let list = |query: &str| format!("/api/groups?search=ordered&{query}");

    let up = script.names(&list("orderby=language,name")).await;
    let down = script.names(&list("orderby=language&orderby=name&desc=1")).await;
    let by_name = script.names(&list("orderby=name,language")).await;

    assert_eq!(up, ["Ordered b", "Ordered c", "Ordered a"]);
    assert_eq!(down, ["Ordered a", "Ordered c", "Ordered b"]);
    assert_eq!(by_name, ["Ordered a", "Ordered b", "Ordered c"]);
    assert_eq!(script.get(&list("orderby=name,bogus")).await.status, 422);
    server.finish().await;
}

#[tokio::test]
async fn what_only_another_server_knows_does_not_stop_a_migration_of_groups() {
    let server = TestServer::start().await;
    let script = Script::of(&server, ADMIN).await;
    let list = json!([
        { "name": "One", "language": "xx-Klingon", "roleId": FOREIGN, "defaultRole": "", "timeout": "1800" },
        { "name": "Two", "language": null, "roleId": null, "timeout": 0, "mail": "", "ldapDomainId": null },
        { "name": "Three", "roleId": FOREIGN, "defaultRole": "contributor", "timeout": 99_999_999 },
    ]);

    let made = script.send("POST", "/api/v1/groups/bulk", list).await;

    assert_eq!(made.status, 201, "{}", made.body);
    let (made, contributor) = (made.json(), script.get("/api/roles/contributor").await.json());
    assert_eq!((&made[0]["language"], &made[0]["roleId"]), (&Value::Null, &Value::Null));
    assert_eq!((&made[0]["timeout"], &made[1]["timeout"]), (&json!(1800), &json!("default")));
    assert_eq!((&made[2]["roleId"], &made[2]["timeout"]), (&contributor["_id"], &json!(43_200 * 60)));
    let typo = json!([{ "name": "Four", "defaultRole": "viewr" }]);
    assert_eq!(script.send("POST", "/api/v1/groups/bulk", typo).await.status, 404, "a name is no id");
    let known = format!("/api/v1/groups/{}", made[0]["_id"].as_str().unwrap());
    assert_eq!(script.send("PATCH", &known, json!({ "language": "xx-Klingon" })).await.status, 422);
    server.finish().await;
}

#[tokio::test]
async fn of_both_forms_of_a_role_the_one_that_was_changed_counts() {
    let server = TestServer::start().await;
    let script = Script::of(&server, ADMIN).await;
    let id_of = async |name: &str| script.get(&format!("/api/roles/{name}")).await.json()["_id"].clone();
    let (viewer, designer) = (id_of("consumer").await, id_of("contributor").await);
    let id = script.make(json!({ "name": "Sales", "defaultRole": "consumer" })).await;
    let path = format!("/api/groups/{id}");
    let after = async |change: Value| {
        let sent = script.send("PUT", &path, change).await;
        assert_eq!(sent.status, 200, "{}", sent.body);
        script.get(&path).await.json()["roleId"].clone()
    };

    assert_eq!(after(json!({ "roleId": viewer, "defaultRole": "consumer" })).await, viewer);
    assert_eq!(after(json!({ "roleId": designer, "defaultRole": "consumer" })).await, designer);
    assert_eq!(after(json!({ "roleId": designer, "defaultRole": "consumer" })).await, viewer);
    assert_eq!(after(json!({ "roleId": null })).await, Value::Null);
    assert_eq!(after(json!({ "roleId": null, "defaultRole": "consumer" })).await, viewer);
    assert_eq!(after(json!({ "roleId": viewer, "defaultRole": "" })).await, Value::Null);
    assert_eq!(after(json!({ "name": "Sales" })).await, Value::Null);
    server.finish().await;
}

#[tokio::test]
async fn everybody_who_was_named_is_a_member_or_nobody_comes_in() {
    let server = TestServer::start().await;
    let script = Script::of(&server, ADMIN).await;
    let path = format!("/api/groups/{}/users", script.make(json!({ "name": "Team" })).await);
    let (viewer, designer) = (server.id_of(VIEWER), server.id_of(BaseRole::Contributor));
    let count = async || script.get(&path).await.json().as_array().unwrap().len();

    let first = script.send("POST", &path, json!([viewer])).await;
    let both = script.send("POST", &path, json!([email_of(VIEWER), designer])).await.json();
    let unknown = script.send("POST", &path, json!([server.id_of(BaseRole::DataDesigner), "nobody"])).await;
    let beyond = script.send("POST", &path, json!([server.id_of(BaseRole::Super)])).await;

    assert_eq!(first.json(), json!([viewer]));
    assert!(
        both.as_array().unwrap().len() == 2 && both.as_array().unwrap().contains(&json!(viewer)),
        "{both}"
    );
    assert_eq!((unknown.error(), beyond.status), ((2001, 404), 403));
    assert_eq!(count().await, 2, "all or none");
    assert_eq!(script.send("DELETE", &path, json!([viewer, "nobody"])).await.error(), (2001, 404));
    let gone = script.send("DELETE", &path, json!([viewer, server.id_of(BaseRole::DataDesigner)])).await;
    assert_eq!((gone.status, gone.json().as_array().unwrap().len(), count().await), (200, 2, 1));
    let shown = script.get(&path).await.json();
    let mut alone = script.get(&format!("/api/users/{}", shown[0]["_id"].as_str().unwrap())).await.json();
    for only_with_users in ["uiSettings", "changePasswordState"] {
        alone.as_object_mut().unwrap().remove(only_with_users);
    }
    assert_eq!(shown, json!([alone]), "a member looks like any user of v0.9");
    server.finish().await;
}

#[tokio::test]
async fn lists_of_groups_are_sorted_shaped_and_expanded_as_clients_ask() {
    let server = TestServer::start().await;
    let script = Script::of(&server, ADMIN).await;
    for name in ["Zebra", "Ant", "Mole"] {
        server.advance(1_000);
        script.make(json!({ "name": name, "defaultRole": "consumer" })).await;
    }

    let by_age = script.names("/api/v1/groups?sort=-created&limit=3").await;
    let by_name = script.names("/api/groups?orderby=name&desc=true&limit=2").await;
    let by_change = script.names("/api/groups?orderby=created&noAD=true").await;
    let shaped = script.get("/api/v1/groups?name=ant&fields=name&expand=role").await.json();
    let whole = script.get("/api/v1/groups?name=admins&expand=users.role").await.json();

    assert_eq!(by_age, ["Mole", "Ant", "Zebra"]);
    assert_eq!(by_name, ["Zebra", "Mole"]);
    assert_eq!(by_change.last().unwrap(), "Mole");
    assert_eq!(shaped[0].as_object().unwrap().keys().collect::<Vec<_>>(), ["_id", "name", "role"]);
    assert!(whole[0]["users"].as_array().unwrap().iter().all(|user| user["role"]["name"].is_string()));
    for nothing in ["/api/v1/groups?mail=x", "/api/groups?dn=OU%3Dx"] {
        assert_eq!(script.names(nothing).await, [""; 0], "{nothing}");
    }
    for unknown in
        ["/api/v1/groups?expand=shoes", "/api/v1/groups?expand=users.shoes", "/api/groups?expand=role.x"]
    {
        assert_eq!(script.get(unknown).await.error(), (202, 404), "{unknown}");
    }
    server.finish().await;
}

#[tokio::test]
async fn the_members_of_large_groups_are_counted_to_the_last() {
    let server = TestServer::start().await;
    let script = Script::of(&server, ADMIN).await;
    script.make(json!({ "name": "Nobody" })).await;
    let cx = server.host();
    let mut tx = cx.db.write().await.unwrap();
    crate::accounts::users::create_crowd(&mut tx, &cx, 1, 2_500).await.unwrap();
    tx.commit().await.unwrap();

    let counted = script.get("/api/groups?usersCount=true").await.json();

    let of = |name: &str| {
        let group = counted.as_array().unwrap().iter().find(|group| group["name"] == name);
        group.unwrap_or_else(|| panic!("{name}"))["usersCount"].as_i64().unwrap()
    };
    assert_eq!((of("Everyone"), of("Nobody")), (2_506, 0));
    assert_eq!(of("Field Sales"), 625);
    let admins = server.number(
        "select count(*) from users u join roles r on r.id = u.role_id where r.base_name in ('super', 'admin', 'dataAdmin')",
    );
    assert_eq!(of("Admins"), admins.await);
    assert!(script.get("/api/groups?limit=1").await.json()[0].get("usersCount").is_none());
    server.finish().await;
}

#[tokio::test]
async fn scripts_put_groups_inside_of_groups_and_take_them_out() {
    let server = TestServer::start().await;
    let script = Script::of(&server, ADMIN).await;
    let outer = script.make(json!({ "name": "Europe" })).await;
    let inner = script.make(json!({ "name": "France & Italy" })).await;
    let nest = async |group: &str| script.get(&format!("/api/v1/groups/{group}/groups")).await.json();
    let call = async |method: &'static str, group: &str, inner: &str| {
        script.send(method, &format!("/api/v1/groups/{group}/groups/{inner}"), Value::Null).await
    };

    for _ in 0..2 {
        assert_eq!(call("PUT", &outer, &inner).await.status, 204, "once more changes nothing");
    }

    let (france, europe) =
        (json!([{ "_id": inner, "name": "France & Italy" }]), json!([{ "_id": outer, "name": "Europe" }]));
    assert_eq!(nest("europe").await, json!({ "inside": france, "around": [] }));
    assert_eq!(nest(&inner).await, json!({ "inside": [], "around": europe }));
    assert_eq!(server.events_named("groups.add_subgroup").await.len(), 1);
    for (group, other, status, code) in [
        (&inner[..], &outer[..], 409, "groups.circle"),
        (&outer, &outer, 409, "groups.circle"),
        (&outer, "Admins", 409, "groups.derived"),
        ("Everyone", &inner, 409, "groups.derived"),
        (&outer, "nobody", 404, "groups.unknown"),
        ("nobody", &inner, 404, "groups.unknown"),
    ] {
        let refused = call("PUT", group, other).await;
        assert!(refused.status == status && refused.says(code), "{group}/{other}: {}", refused.body);
    }
    for _ in 0..2 {
        assert_eq!(call("DELETE", &outer, "france%20%26%20italy").await.status, 204);
    }
    assert_eq!(nest(&outer).await["inside"], json!([]));
    assert_eq!(server.events_named("groups.remove_subgroup").await.len(), 1);
    assert_eq!(script.get(&format!("/api/v1/groups/{inner}")).await.status, 200, "taken out is not deleted");
    let viewer = Script::of(&server, VIEWER).await;
    let path = format!("/api/v1/groups/{outer}/groups/{inner}");
    assert_eq!(viewer.send("PUT", &path, Value::Null).await.status, 403);
    server.finish().await;
}

#[tokio::test]
async fn no_group_gets_a_name_that_a_path_takes_for_something_else() {
    let server = TestServer::start().await;
    let script = Script::of(&server, ADMIN).await;
    let other = script.make(json!({ "name": "Other" })).await;
    let id = script.make(json!({ "name": "Sales" })).await;
    let refused = async |method: &str, path: &str, name: &str| {
        let answer = script.send(method, path, json!({ "name": name })).await;
        assert_eq!((answer.status, &answer.json()["code"]), (409, &json!("groups.reserved_name")), "{name}");
    };

    for name in ["bulk", " ad", "deleted", &other.to_uppercase()] {
        refused("POST", "/api/v1/groups", name).await;
        refused("PATCH", &format!("/api/v1/groups/{id}"), name).await;
    }

    for name in ["0123456789abcdef01234567", "Bulky", &id] {
        let answer = script.send("PATCH", &format!("/api/v1/groups/{id}"), json!({ "name": name })).await;
        assert_eq!(answer.status, 200, "{name}: {}", answer.body);
    }
    server.finish().await;
}

#[tokio::test]
async fn a_limit_beyond_the_longest_is_refused_unless_the_group_is_new() {
    let server = TestServer::start().await;
    let script = Script::of(&server, ADMIN).await;
    let path = format!("/api/v1/groups/{}", script.make(json!({ "name": "Sales" })).await);
    let change = async |timeout: Value| script.send("PATCH", &path, json!({ "timeout": timeout })).await;

    for beyond in [json!(9_223_372_036_854_775_807_i64), json!(43_200 * 60 + 1), json!("99999999")] {
        let refused = change(beyond.clone()).await;
        assert_eq!((refused.status, &refused.json()["field"]), (422, &json!("timeout")), "{beyond}");
    }

    for (given, kept) in
        [(json!(43_200 * 60), json!(43_200 * 60)), (json!(1.5), json!(60)), (json!(61), json!(120))]
    {
        assert_eq!(change(given).await.json()["timeout"], kept);
    }
    server.run_jobs().await;
    server.finish().await;
}
