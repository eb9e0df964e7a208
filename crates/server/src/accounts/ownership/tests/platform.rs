//! Ownership as clients of the platform ask for it.

use serde_json::{Value, json};

use super::{DESIGNER, VIEWER, add, dashboards, object};
use crate::{
    accounts::{
        ownership::{NewObject, ObjectKind, register},
        users,
    },
    cx::BaseRole,
    testing::{Answer, TestServer, email_of},
};

struct Script<'a> {
    server: &'a TestServer,
    token: String,
}

impl<'a> Script<'a> {
    async fn of(server: &'a TestServer) -> Self {
        Self { server, token: server.token_of(BaseRole::Admin).await }
    }

    async fn get(&self, path: &str) -> Value {
        let answer = self.server.request("GET", path).bearer(&self.token).send().await;
        assert_eq!(answer.status, 200, "{path}: {}", answer.body);
        answer.json()
    }

    async fn send(&self, method: &str, path: &str, body: Value) -> Answer {
        self.server.request(method, path).bearer(&self.token).json(&body).send().await
    }

    /// Makes a folder; answers its id on the platform.
    async fn folder(&self, name: &str, parent: Option<&str>) -> String {
        let made = self.send("POST", "/api/v1/folders", json!({ "name": name, "parentId": parent })).await;
        assert_eq!((made.status, &made.json()["parentId"]), (201, &json!(parent)), "{}", made.body);
        made.json()["oid"].as_str().unwrap().to_owned()
    }
}

fn ids(list: &Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|item| item["oid"].as_str().unwrap()).collect()
}

#[tokio::test]
async fn shares_are_set_kept_with_their_subscription_shown_and_taken_away() {
    let server = TestServer::start().await;
    let script = Script::of(&server).await;
    add(&server.host(), object(ObjectKind::Dashboard, "d", &email_of(DESIGNER))).await;
    let group = script.send("POST", "/api/v1/groups", json!({ "name": "Sales" })).await.json()["_id"].clone();
    let (owner, path) = (server.id_of(DESIGNER), "/api/shares/dashboard/d");
    let sent = json!({ "sharesTo": [
        { "shareId": owner, "type": "user", "rule": "owner", "subscribe": true },
        { "shareId": server.id_of(VIEWER), "type": "user", "rule": "view", "subscribe": true },
        { "shareId": group, "type": "group", "rule": "edit" },
    ] });

    let answer = script.send("POST", &format!("{path}?adminAccess=true"), sent).await;

    assert_eq!(answer.status, 200, "{}", answer.body);
    let shares = &answer.json()["sharesTo"];
    assert_eq!((&shares[0]["shareId"], shares[0].get("rule")), (&json!(owner), None));
    let viewer = shares.as_array().unwrap().iter().find(|share| share["shareId"] == server.id_of(VIEWER));
    assert_eq!(viewer.unwrap()["subscribe"], true);
    for shown in [
        script.get("/api/v1/dashboards/admin").await[0]["shares"].clone(),
        script.get("/api/v1/dashboards/d").await["shares"].clone(),
        script.send("POST", "/api/v1/dashboards/searches", json!({})).await.json()["items"][0]["shares"]
            .clone(),
    ] {
        assert_eq!(&shown, shares);
    }
    let emptied = script.send("POST", path, json!({ "sharesTo": [] })).await;
    assert_eq!(emptied.json()["sharesTo"].as_array().unwrap().len(), 1, "the last share goes as well");
    assert_eq!(script.get("/api/v1/dashboards/d/shares").await, json!([]));
    assert_eq!(server.events_named("ownership.set_shares").await.len(), 2);
    server.finish().await;
}

#[tokio::test]
async fn shares_that_cannot_be_are_refused_and_a_former_owner_stands_in_no_ones_way() {
    let server = TestServer::start().await;
    let script = Script::of(&server).await;
    add(&server.host(), object(ObjectKind::Dashboard, "d", &email_of(DESIGNER))).await;
    let path = "/api/shares/dashboard/d";
    let share = |id: &str, kind: &str, rule: &str| json!({ "shareId": id, "type": kind, "rule": rule });
    let many: Vec<Value> = (0..101).map(|at| share(&at.to_string(), "user", "view")).collect();
    let mut made = Vec::new();
    for name in ["Sales", "Finance"] {
        let group = script.send("POST", "/api/v1/groups", json!({ "name": name })).await.json();
        made.push(group["_id"].as_str().unwrap().to_owned());
    }
    let good = json!({ "sharesTo": [share(&made[0], "group", "view")] });
    assert_eq!(script.send("POST", path, good.clone()).await.status, 200);

    for (wrong, status) in [
        (json!([share("g", "robot", "view")]), 422),
        (json!([share("g", "group", "own")]), 422),
        (json!([share(server.id_of(VIEWER), "user", "owner")]), 422),
        (json!([share("", "user", "view")]), 422),
        (json!(many), 413),
    ] {
        let refused = script.send("POST", path, json!({ "sharesTo": wrong })).await;
        assert_eq!(refused.status, status, "{}", refused.body);
    }
    assert_eq!(script.get("/api/v1/dashboards/d/shares").await.as_array().unwrap().len(), 1);

    users::delete(&server.cx_as(BaseRole::Super).await, &[email_of(DESIGNER)]).await.unwrap();
    let more = json!({ "sharesTo": [share(&made[0], "group", "edit"), share(&made[1], "group", "view")] });
    let set = script.send("POST", path, more).await;
    assert_eq!((set.status, set.json()["sharesTo"].as_array().unwrap().len()), (200, 3), "{}", set.body);
    server.finish().await;
}

#[tokio::test]
async fn dashboards_are_found_cut_and_sorted_as_clients_ask() {
    let server = TestServer::start().await;
    let script = Script::of(&server).await;
    register(&server.host(), dashboards(7, &email_of(DESIGNER))).await.unwrap();
    let searched = async |body: Value| {
        let found = script.send("POST", "/api/v1/dashboards/searches", body).await;
        assert_eq!(found.status, 200, "{}", found.body);
        found.json()["items"].clone()
    };
    let list = "/api/v1/dashboards/admin?dashboardType=owner";

    let named = script.get(&format!("{list}&name=title%20of%20D00003")).await;
    let part = script.get(&format!("{list}&name=title%20of%20D0000")).await;
    let of_ids = script.get(&format!("{list}&ids=d00001,d00005,nothing&sort=title&fields=title")).await;
    let page = script.get(&format!("{list}&sort=-title&skip=1&limit=2")).await;
    let down = searched(json!({ "queryOptions": { "sort": { "title": -1 }, "limit": 2, "skip": 6 } })).await;
    let end =
        searched(json!({ "queryOptions": { "sort": { "title": 1 }, "limit": "50", "skip": "7" } })).await;
    let found = searched(json!({ "queryParams": { "search": "D00004", "ownershipType": "allRoot" } })).await;

    assert_eq!((ids(&named), ids(&part).len()), (vec!["d00003"], 0), "a name is whole");
    assert_eq!(ids(&of_ids), ["d00001", "d00005"]);
    assert_eq!(of_ids[0], json!({ "oid": "d00001", "title": "Title of d00001" }));
    assert_eq!(ids(&page), ["d00005", "d00004"]);
    assert_eq!((ids(&down), ids(&end).len(), ids(&found)), (vec!["d00000"], 0, vec!["d00004"]));
    server.finish().await;
}

#[tokio::test]
async fn folders_lie_in_each_other_with_their_dashboards() {
    let server = TestServer::start().await;
    let script = Script::of(&server).await;
    let (outer, other) = (script.folder("Outer", None).await, script.folder("Other", None).await);
    let inner = script.folder("Inner", Some(&outer)).await;
    let lying =
        NewObject { folder: Some(inner.clone()), ..object(ObjectKind::Dashboard, "d", &email_of(DESIGNER)) };
    add(&server.host(), lying).await;
    add(&server.host(), object(ObjectKind::Dashboard, "free", &email_of(DESIGNER))).await;

    let tree = script.get("/api/v1/navver").await["folders"].clone();
    assert_eq!(ids(&tree), [other.as_str(), outer.as_str()], "by name");
    assert_eq!(ids(&tree[1]["folders"]), [inner.as_str()]);
    assert_eq!(tree[1]["folders"][0]["dashboards"][0]["oid"], "d");
    let listed = script.get("/api/v1/folders?structure=tree&sort=name&fields=name").await;
    assert_eq!(listed[1]["folders"][0], json!({ "oid": inner, "name": "Inner", "folders": [] }));
    assert_eq!(ids(&script.get("/api/v1/folders?structure=flat&sort=name").await).len(), 3);
    let expanded = script.get(&format!("/api/v1/folders?ids={inner}&expand=dashboards,owner")).await;
    assert_eq!(expanded[0]["dashboards"][0]["oid"], "d");
    assert_eq!(expanded[0]["owner"]["email"], email_of(BaseRole::Admin));
    assert_eq!(ids(&script.get(&format!("/api/v1/folders?parentId={outer}")).await), [inner.as_str()]);
    assert_eq!(ids(&script.get("/api/v1/folders?name=INNER").await), [inner.as_str()]);
    assert_eq!(ids(&script.get("/api/v1/folders?name=inn").await), [""; 0]);
    let in_inner = script.get(&format!("/api/v1/dashboards/admin?parentFolder={inner}")).await;
    assert_eq!((ids(&in_inner), &in_inner[0]["parentFolder"]), (vec!["d"], &json!(inner)));
    assert_eq!(ids(&script.get("/api/v1/dashboards/admin?folderId=root").await), ["free"]);

    let moved = script.send("PATCH", "/api/v1/dashboards/free", json!({ "parentFolder": outer })).await;
    assert_eq!((moved.status, &moved.json()["parentFolder"]), (200, &json!(outer)), "{}", moved.body);
    let renamed = script.send("PATCH", &format!("/api/v1/folders/{inner}"), json!({ "name": "Core" })).await;
    assert_eq!((&renamed.json()["name"], &renamed.json()["parentId"]), (&json!("Core"), &json!(outer)));
    let out = script.send("PATCH", &format!("/api/v1/folders/{inner}"), json!({ "parentId": null })).await;
    assert_eq!((&out.json()["name"], &out.json()["parentId"]), (&json!("Core"), &Value::Null));
    assert_eq!(script.send("DELETE", &format!("/api/v1/folders/{outer}"), json!({})).await.status, 204);
    assert_eq!(script.get("/api/v1/dashboards/free").await["parentFolder"], Value::Null, "nothing is lost");
    server.finish().await;
}

#[tokio::test]
async fn a_folder_never_lies_in_itself_in_nothing_or_too_deep() {
    let server = TestServer::start().await;
    let script = Script::of(&server).await;
    let mut chain = vec![script.folder("0", None).await];
    for level in 1..30 {
        let parent = chain.last().cloned();
        chain.push(script.folder(&level.to_string(), parent.as_deref()).await);
    }
    let put = async |folder: &str, parent: &str| {
        script.send("PATCH", &format!("/api/v1/folders/{folder}"), json!({ "parentId": parent })).await
    };

    let (own, below, lost) =
        (put(&chain[3], &chain[3]).await, put(&chain[3], &chain[5]).await, put(&chain[3], "nothing").await);
    let deeper = script.send("POST", "/api/v1/folders", json!({ "name": "30", "parentId": chain[29] })).await;
    let aside = script.folder("Aside", None).await;
    let deeper_still = put(&chain[0], &aside).await;

    for (refused, code) in [
        (own, "ownership.folder_circle"),
        (below, "ownership.folder_circle"),
        (lost, "ownership.unknown_folder"),
        (deeper, "ownership.too_deep"),
        (deeper_still, "ownership.too_deep"),
    ] {
        assert!((400..500).contains(&refused.status) && refused.says(code), "{code}: {}", refused.body);
    }
    server.finish().await;
}

#[tokio::test]
async fn a_folder_that_cannot_be_handed_over_is_not_renamed_either() {
    let server = TestServer::start().await;
    let script = Script::of(&server).await;
    let folder = script.folder("Before", None).await;
    let path = format!("/api/v1/folders/{folder}");
    server.sql("update users set active = false where email = 'consumer@people.example'").await;

    let off = script.send("PATCH", &path, json!({ "name": "After", "owner": server.id_of(VIEWER) })).await;
    let nobody = script.send("PATCH", &path, json!({ "name": "After", "owner": "nobody" })).await;
    let before = script.get(&path).await;
    let done = script.send("PATCH", &path, json!({ "name": "After", "owner": server.id_of(DESIGNER) })).await;

    assert!(off.status == 422 && off.says("ownership.switched_off"), "{} {}", off.status, off.body);
    assert!(nobody.says("ownership.unknown_user"), "{} {}", nobody.status, nobody.body);
    assert_eq!(before["name"], "Before");
    assert_eq!(
        (&done.json()["name"], &done.json()["owner"]),
        (&json!("After"), &json!(server.id_of(DESIGNER)))
    );
    server.finish().await;
}

#[tokio::test]
async fn an_id_with_a_nul_is_refused_and_no_breakdown() {
    let server = TestServer::start().await;
    let token = server.token_of(BaseRole::Admin).await;

    for path in [
        "/api/v1/dashboards/admin?ids=%00",
        "/api/v1/dashboards/admin?id=%00",
        "/api/v1/folders?ids=a,%00b",
        "/api/v1/folders/%00",
        "/api/v1/dashboards/admin?search=%00",
    ] {
        let refused = server.request("GET", path).bearer(&token).send().await;
        assert!(refused.status == 400 && refused.says("database.nul_in_text"), "{path} {}", refused.body);
    }
    server.finish().await;
}
