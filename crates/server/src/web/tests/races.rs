//! Calls that meet are answered as if one came after the other, on both databases; never with a breakdown.

use futures_util::future::{join, join_all};
use serde_json::{Value, json};

use crate::{
    accounts::ownership::{NewObject, register},
    cx::BaseRole,
    testing::{Script, TestServer, email_of},
};

const ROUNDS: usize = 6;

impl Script<'_> {
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
    let script = Script::of(&server, BaseRole::Admin).await;
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

impl Script<'_> {
    async fn tag_of(&self, path: &str) -> String {
        let shown = self.server.request("GET", path).bearer(&self.token).send().await;
        shown.header("etag").to_owned()
    }

    async fn patch_from(&self, tag: &str, path: &str, body: &Value) -> u16 {
        let request = self.server.request("PATCH", path).bearer(&self.token).header("if-match", tag);
        request.json(body).send().await.status
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_changes_made_from_one_version_at_the_same_moment_one_is_done() {
    let server = TestServer::start().await;
    let script = Script::of(&server, BaseRole::Admin).await;
    let group = script.made("/api/v1/groups", json!({ "name": "Sales" }), "_id").await;
    let user = format!("/api/v1/users/{}", server.id_of(BaseRole::Consumer));
    let language = |round: usize, at: usize| ["de-DE", "fr-FR", "es-ES", "en-US"][(2 * round + at) % 4];

    let switched =
        |on: bool| json!({ "features": { "userProfile.password": on, "userProfile.preferences": on } });

    for round in 0..ROUNDS {
        assert_eq!(script.send("PATCH", "/api/v1/features", switched(true)).await.status, 200);
        // What changes nothing makes no version, so each is another value than what is there.
        let number = |at: usize| 5 + 4 * round + at;
        for (path, of) in [
            (
                user.clone(),
                &(|at| json!({ "firstName": format!("{round} {at}") })) as &dyn Fn(usize) -> Value,
            ),
            (user.clone(), &|at| json!({ "groups": vec![&group; at] })),
            (format!("/api/v1/groups/{group}"), &|at| json!({ "language": language(round, at) })),
            ("/api/v1/security".to_owned(), &|at| json!({ "lockout": { "attempts": number(at) } })),
            (
                "/api/v1/settings/login_lockout".to_owned(),
                &|at| json!({ "maxFailedAttempts": number(2 + at) }),
            ),
            (
                "/api/v1/features".to_owned(),
                &|at| json!({ "features": { (["userProfile.password", "userProfile.preferences"][at]): false } }),
            ),
        ] {
            let tag = script.tag_of(&path).await;
            let (one, two) = (of(0), of(1));
            let (one, two) =
                join(script.patch_from(&tag, &path, &one), script.patch_from(&tag, &path, &two)).await;
            assert_eq!((one.min(two), one.max(two)), (200, 412), "{path}");
        }
    }
    server.abandon().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_change_from_a_version_meets_somebody_who_fills_and_empties_a_group() {
    let server = TestServer::start().await;
    let script = Script::of(&server, BaseRole::Admin).await;
    let [filled, other] = [
        script.made("/api/v1/groups", json!({ "name": "Filled" }), "_id").await,
        script.made("/api/v1/groups", json!({ "name": "Other" }), "_id").await,
    ];
    let id = server.id_of(BaseRole::Consumer);
    let (user, members) = (format!("/api/v1/users/{id}"), format!("/api/groups/{filled}/users"));

    for round in 0..8 * ROUNDS {
        let fills = round.is_multiple_of(2);
        let before = if fills { json!([]) } else { json!([filled]) };
        assert_eq!(script.send("PATCH", &user, json!({ "groups": before })).await.status, 200);
        let tag = script.tag_of(&user).await;
        let wanted = if fills { json!([other]) } else { json!([filled, other]) };
        let wanted = json!({ "groups": wanted });
        let method = if fills { "POST" } else { "DELETE" };
        let (patched, changed) =
            join(script.patch_from(&tag, &user, &wanted), script.send(method, &members, json!([id]))).await;

        assert_eq!(changed.status, 200, "{}", changed.body);
        assert!(matches!(patched, 200 | 412), "{patched}");
        let now = script.send("GET", &user, Value::Null).await.json()["groups"].to_string();
        // Whichever came first: what the other one did to the group is still there.
        assert_eq!((now.contains(&filled), now.contains(&other)), (fills, patched == 200), "{now}");
    }
    server.abandon().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_token_that_many_rotate_at_once_has_one_successor() {
    let server = TestServer::start().await;
    let script = Script::of(&server, BaseRole::Admin).await;

    for round in 0..ROUNDS {
        let new = json!({ "name": format!("Sync {round}"), "role": "viewer" });
        let user = script.made("/api/v1/users/service-accounts", new, "_id").await;
        let path = format!("/api/v1/users/{user}/tokens");
        let token = json!({ "name": "old", "scope": "users:read", "days": 1 });
        let token = script.made(&path, token, "id").await;
        let path = format!("{path}/{token}/rotate");
        let rotate = (0..5).map(|_| script.send("POST", &path, json!({})));
        let mut statuses: Vec<u16> = join_all(rotate).await.iter().map(|answer| answer.status).collect();
        statuses.sort_unstable();
        assert_eq!(statuses, [201, 409, 409, 409, 409]);
    }
    server.abandon().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn settings_are_changed_by_many_who_name_no_version() {
    let server = TestServer::start().await;
    let script = Script::of(&server, BaseRole::Super).await;
    let minutes = |at: usize| at + 20;
    for (method, path, body) in [
        (
            "PATCH",
            "/api/v1/security",
            |at| json!({ "lockout": { "minutes": at }, "sessions": { "idleMinutes": at } }),
        ),
        ("PATCH", "/api/v1/settings/login_lockout", |at| json!({ "lockoutPeriod": at })),
        ("POST", "/api/settings/security", |at| json!({ "defaultTimeout": at * 60 })),
        ("PATCH", "/api/v1/features", |at| json!({ "features": { "userProfile.password": at % 2 == 0 } })),
        ("PATCH", "/api/v1/mails/switches", |at| json!({ "invitations": at % 2 == 0 })),
    ] as [(&str, &str, fn(usize) -> Value); 5]
    {
        let changes = (0..8).map(|at| script.send(method, path, body(minutes(at))));
        for answer in join_all(changes).await {
            assert!(answer.status < 300, "{path}: {} {}", answer.status, answer.body);
        }
    }
    server.abandon().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn whoever_does_not_ask_for_a_version_is_not_refused_for_one() {
    let server = TestServer::start().await;
    let script = Script::of(&server, BaseRole::Admin).await;

    for round in 0..ROUNDS {
        let group = script.made("/api/v1/groups", json!({ "name": format!("Many {round}") }), "_id").await;
        let path = format!("/api/v1/groups/{group}");
        let languages = ["de-DE", "fr-FR", "es-ES", "en-US", "de-DE", "fr-FR"];
        let changes = languages.map(|language| script.send("PATCH", &path, json!({ "language": language })));
        for answer in join_all(changes).await {
            assert_eq!(answer.status, 200, "{}", answer.body);
        }

        let new = json!({ "email": format!("gone{round}@people.example") });
        let path = format!("/api/v1/users/{}", script.made("/api/v1/users", new, "_id").await);
        let changes = (0..3).map(|at| script.send("PATCH", &path, json!({ "firstName": at.to_string() })));
        let (gone, changes) = join(script.send("DELETE", &path, json!({})), join_all(changes)).await;
        assert_eq!(gone.status, 204, "{}", gone.body);
        for answer in changes {
            assert!(matches!(answer.status, 200 | 404), "{}", answer.body);
        }

        let names =
            (0..3).map(|at| script.send("PATCH", "/api/v1/account", json!({ "firstName": at.to_string() })));
        for answer in join_all(names).await {
            assert_eq!(answer.status, 200, "{}", answer.body);
        }
    }
    server.abandon().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn what_many_change_of_one_user_at_once_is_all_kept() {
    let server = TestServer::start().await;
    let script = Script::of(&server, BaseRole::Admin).await;
    let user = format!("/api/v1/users/{}", server.id_of(BaseRole::Admin));

    for round in 0..ROUNDS {
        let settings = (0..6).map(|at| {
            let body = json!({ format!("clicked {round} {at}"): true });
            script.send("PATCH", "/api/v1/users/uiSettings", body)
        });
        let names =
            (0..3).map(|at| script.send("PATCH", &user, json!({ "firstName": format!("{round} {at}") })));
        let (settings, names) = join(join_all(settings), join_all(names)).await;

        for answer in settings.into_iter().chain(names) {
            assert_eq!(answer.status, 200, "{}", answer.body);
        }
        let shown = script.send("GET", &user, Value::Null).await.json();
        assert_eq!(shown["uiSettings"].as_object().unwrap().len(), 6 * (round + 1), "{shown}");
    }
    server.abandon().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_role_and_a_folder_are_deleted_beside_whatever_needs_them() {
    let server = TestServer::start().await;
    let script = Script::of(&server, BaseRole::Admin).await;
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
    let script = Script::of(&server, BaseRole::Admin).await;
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
