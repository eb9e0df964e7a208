//! Calls that meet are answered as if one came after the other, on both databases; never with a breakdown.

use futures_util::future::{join, join_all};
use serde_json::{Value, json};

use crate::{
    accounts::ownership::{NewObject, register},
    cx::BaseRole,
    testing::{Answer, TestServer, email_of},
};

const ROUNDS: usize = 6;

struct Script<'a> {
    server: &'a TestServer,
    token: String,
}

impl<'a> Script<'a> {
    async fn of(server: &'a TestServer) -> Self {
        Self { server, token: server.token_of(BaseRole::Admin).await }
    }

    async fn send(&self, method: &str, path: &str, body: Value) -> Answer {
        self.server.request(method, path).bearer(&self.token).json(&body).send().await
    }

    async fn made(&self, path: &str, body: Value, id: &str) -> String {
        let made = self.send("POST", path, body).await;
        assert!(made.status < 300, "{path}: {}", made.body);
        made.json()[id].as_str().unwrap().to_owned()
    }

    /// Two calls at the same moment; their statuses.
    async fn both(&self, one: (&str, &str, Value), other: (&str, &str, Value)) -> (u16, u16) {
        let (one, other) = join(self.send(one.0, one.1, one.2), self.send(other.0, other.1, other.2)).await;
        assert!(one.status < 500 && other.status < 500, "{} {}", one.body, other.body);
        (one.status, other.status)
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_group_is_deleted_beside_whatever_needs_it() {
    let server = TestServer::start().await;
    let script = Script::of(&server).await;
    let viewer = server.id_of(BaseRole::Consumer);

    for round in 0..ROUNDS {
        let name = |what: &str| json!({ "name": format!("{what} {round}") });
        let group = script.made("/api/v1/groups", name("twice"), "_id").await;
        let path = format!("/api/v1/groups/{group}");
        let (one, other) = script.both(("DELETE", &path, json!({})), ("DELETE", &path, json!({}))).await;
        assert_eq!((one.min(other), one.max(other)), (204, 404));

        let group = script.made("/api/v1/groups", name("many"), "_id").await;
        let body = json!({ "groups": [group] });
        let (one, other) =
            script.both(("DELETE", "/api/groups", body.clone()), ("DELETE", "/api/groups", body)).await;
        assert_eq!((one.min(other), one.max(other)), (200, 404));

        let group = script.made("/api/v1/groups", name("joined"), "_id").await;
        let path = format!("/api/v1/groups/{group}");
        let new = json!({ "email": format!("new{round}@people.example"), "groups": [group] });
        let (made, gone) = script.both(("POST", "/api/v1/users", new), ("DELETE", &path, json!({}))).await;
        assert!(matches!(made, 201 | 404) && gone == 204, "{made} {gone}");

        let group = script.made("/api/v1/groups", name("filled"), "_id").await;
        let (path, members) = (format!("/api/groups/{group}"), format!("/api/groups/{group}/users"));
        let (added, gone) =
            script.both(("POST", &members, json!([viewer])), ("DELETE", &path, json!({}))).await;
        assert!(matches!(added, 200 | 404) && gone == 200, "{added} {gone}");
    }
    server.abandon().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_role_and_a_folder_are_deleted_beside_whatever_needs_them() {
    let server = TestServer::start().await;
    let script = Script::of(&server).await;
    let user = format!("/api/v1/users/{}", server.id_of(BaseRole::Consumer));

    for round in 0..ROUNDS {
        let role = json!({ "name": format!("role{round}"), "displayName": format!("Role {round}"),
            "manifest": { "base": { "isConsumer": true } } });
        let role = script.made("/api/roles", role, "_id").await;
        let path = format!("/api/roles/{role}");
        let given = json!({ "roleId": role });
        script.both(("PATCH", &user, given), ("DELETE", &path, json!({}))).await;
        let back = script.send("PATCH", &user, json!({ "roleId": "consumer" })).await;
        assert_eq!(back.status, 200, "{}", back.body);

        let parent = script.made("/api/v1/folders", json!({ "name": "Parent" }), "oid").await;
        let child = json!({ "name": "Child", "parentId": parent });
        let path = format!("/api/v1/folders/{parent}");
        let (made, gone) =
            script.both(("POST", "/api/v1/folders", child), ("DELETE", &path, json!({}))).await;
        assert!(matches!(made, 201 | 422) && gone == 204, "{made} {gone}");
    }
    server.abandon().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_dashboard_is_handed_over_and_shared_by_many_at_once() {
    let server = TestServer::start().await;
    let script = Script::of(&server).await;
    let new = NewObject {
        kind: "dashboard".to_owned(),
        external_id: "d".to_owned(),
        title: "Sales".to_owned(),
        owner: email_of(BaseRole::Admin),
        ..NewObject::default()
    };
    register(&server.host(), vec![new]).await.unwrap();
    let owners = [server.id_of(BaseRole::DataAdmin), server.id_of(BaseRole::DataDesigner)];
    let share = |role: BaseRole| json!({ "shareId": server.id_of(role), "type": "user", "rule": "view" });
    let (viewer, contributor) = (share(BaseRole::Consumer), share(BaseRole::Contributor));

    for _ in 0..ROUNDS {
        let hand_over = (0..8).map(|number| {
            let body = json!({ "ownerId": owners[number % 2], "originalOwnerRule": "edit" });
            script.send("POST", "/api/v1/dashboards/d/change_owner", body)
        });
        for answer in join_all(hand_over).await {
            assert_eq!(answer.status, 200, "{}", answer.body);
        }
        let orders = [[&viewer, &contributor], [&contributor, &viewer]];
        let set =
            orders.map(|order| script.send("POST", "/api/shares/dashboard/d", json!({ "sharesTo": order })));
        for answer in join_all(set).await {
            assert_eq!(answer.status, 200, "{}", answer.body);
        }
        script.send("POST", "/api/shares/dashboard/d", json!({ "sharesTo": [] })).await;
    }
    server.abandon().await;
}
