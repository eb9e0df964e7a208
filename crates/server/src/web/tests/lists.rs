//! What every list of our own on v1 promises of `after` and `limit`, and what a refusal names.

use serde_json::json;

use crate::{
    accounts::groups::{self, GroupChange},
    cx::BaseRole,
    testing::{Script, TestServer, new_user},
};

#[tokio::test]
async fn a_place_that_is_none_and_a_limit_that_is_none_are_refused_the_same_everywhere() {
    let server = TestServer::start().await;
    let script = Script::of(&server, BaseRole::Super).await;

    for path in [
        "/api/v1/account/events",
        "/api/v1/audit/events",
        "/api/v1/callers",
        "/api/v1/groups/deleted",
        "/api/v1/imports",
        "/api/v1/mails",
        "/api/v1/ownership/objects",
        "/api/v1/ownership/transfers",
        "/api/v1/sessions",
        "/api/v1/users/acts",
        "/api/v1/users/deleted",
    ] {
        let answer = script.get(&format!("{path}?after=bogus")).await;
        let told = (answer.status, answer.json()["code"].clone());
        assert_eq!(told, (400, json!("web.bad_place")), "{path}: {}", answer.body);
        assert_eq!(script.get(&format!("{path}?limit=5")).await.status, 200, "{path}");
        // The pages of one's own trail have one size.
        for limit in ["x", "-1", "0"].iter().filter(|_| !path.ends_with("account/events")) {
            let answer = script.get(&format!("{path}?limit={limit}")).await;
            let told = (answer.status, answer.json()["code"].clone(), answer.json()["field"].clone());
            assert_eq!(
                told,
                (400, json!("web.wrong_number"), json!("limit")),
                "{path} {limit}: {}",
                answer.body
            );
        }
    }
    server.finish().await;
}

#[tokio::test]
async fn lists_are_walked_through_in_pages_of_the_length_that_was_asked_for() {
    let server = TestServer::start().await;
    let script = Script::of(&server, BaseRole::Super).await;
    let cx = server.cx_as(BaseRole::Super).await;
    for name in ["A", "B", "C"] {
        let new = GroupChange { name: Some(name.to_owned()), ..GroupChange::default() };
        let id = groups::create(&cx, vec![new]).await.unwrap().remove(0).id;
        groups::delete(&cx, &[id]).await.unwrap();
        let user = server.add(new_user(&format!("{name}@people.example"), "consumer")).await.person.id;
        let wish = json!({ "act": "deactivate", "ids": [&user] });
        assert_eq!(script.send("POST", "/api/v1/users/acts", wish).await.status, 200);
        assert_eq!(script.send("DELETE", &format!("/api/v1/users/{user}"), json!({})).await.status, 204);
        let table = json!([{ "email": format!("{name}@more.example") }]);
        assert_eq!(script.send("POST", "/api/v1/imports", table).await.status, 201);
        server.advance(1_000);
    }
    server.run_jobs().await;

    for path in ["/api/v1/groups/deleted", "/api/v1/users/deleted", "/api/v1/users/acts", "/api/v1/imports"] {
        let whole = script.get(path).await.json()["items"].clone();
        let first = script.get(&format!("{path}?limit=2")).await.json();
        let after = first["next"].as_str().unwrap_or_default().to_owned();
        let rest = script.get(&format!("{path}?limit=2&after={after}")).await.json();

        let items = [&first["items"], &rest["items"]].map(|items| items.as_array().unwrap().clone());
        assert_eq!((items[0].len(), items[1].len()), (2, 1), "{path}: {first} {rest}");
        assert_eq!((json!(items.concat()), &rest["next"]), (whole, &json!(null)), "{path}");
    }
    server.finish().await;
}

#[tokio::test]
async fn a_refusal_blames_the_key_that_was_sent_and_names_what_is_not_there() {
    let server = TestServer::start().await;
    let script = Script::of(&server, BaseRole::Super).await;
    let nobody = "66f1c2a45d0e8b3f7a914c20";

    let act = json!({ "act": "role", "role": nobody, "everybody": true, "dryRun": true });
    let act = script.send("POST", "/api/v1/users/acts", act).await.json();
    let join = json!({ "act": "join", "group": nobody, "everybody": true, "dryRun": true });
    let join = script.send("POST", "/api/v1/users/acts", join).await.json();
    let new = json!({ "email": "new@people.example", "roleId": nobody });
    let made = script.send("POST", "/api/v1/users", new).await;

    assert_eq!((&act["code"], &act["field"]), (&json!("roles.unknown"), &json!("role")), "{act}");
    assert_eq!((&join["code"], &join["field"]), (&json!("groups.unknown"), &json!("group")), "{join}");
    assert_eq!(made.status, 404, "{}", made.body);
    assert_eq!(made.json()["error"]["resourceName"], nobody, "{}", made.body);
    server.finish().await;
}
