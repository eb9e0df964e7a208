//! What clients of the platform send and read of users, beyond what one version or the other has.

use serde_json::{Value, json};

use crate::{
    accounts::api_tokens::{self, NewToken},
    cx::BaseRole,
    testing::{DAY_MS, NEW_PASSWORD, PASSWORD, START_MS, Script, TestServer, email_of},
};

const ADMIN: BaseRole = BaseRole::Admin;
const VIEWER: BaseRole = BaseRole::Consumer;

impl Script<'_> {
    async fn status(&self, path: &str) -> u16 {
        self.get(path).await.status
    }
}

#[tokio::test]
async fn a_null_in_one_spelling_does_not_hide_another() {
    let server = TestServer::start().await;
    let script = Script::of(&server, ADMIN).await;
    let new = json!({
        "email": "new@people.example", "userName": null, "username": "newcomer", "password": PASSWORD,
        "roleId": null, "roleName": "contributor", "preferences": { "localeId": null, "language": "fr-FR" },
    });

    let made = script.send("POST", "/api/users", json!([new])).await.json()[0][0].clone();
    let path = format!("/api/v1/users/{}", made["_id"].as_str().unwrap());
    let change = json!({ "roleId": "null", "role": "dataDesigner" });
    script.send("PATCH", &path, change).await;

    assert_eq!((&made["roleName"], &made["userName"]), (&json!("contributor"), &json!("newcomer")));
    assert_eq!(made["preferences"]["localeId"], "fr-FR");
    assert_eq!(script.get(&format!("{path}?expand=role")).await.json()["role"]["name"], "dataDesigner");
    server.finish().await;
}

#[tokio::test]
async fn what_is_expanded_is_shown_whatever_fields_are_asked_for() {
    let server = TestServer::start().await;
    let script = Script::of(&server, ADMIN).await;
    let group = json!({ "name": "Sales", "defaultRole": "consumer" });
    let group = script.send("POST", "/api/v1/groups", group).await.json()["_id"].clone();
    let path = format!("/api/v1/users/{}", server.id_of(VIEWER));
    script.send("PATCH", &path, json!({ "groups": [group] })).await;

    let listed = script.get("/api/v1/users?fields=email&expand=groups,role&limit=1").await.json();
    let one = script.get(&format!("{path}?fields=email&expand=groups.role")).await.json();
    let without = script.get(&format!("{path}?fields=email,-role&expand=role")).await.json();

    assert_eq!(listed[0].as_object().unwrap().keys().collect::<Vec<_>>(), ["_id", "email", "groups", "role"]);
    assert_eq!(one.as_object().unwrap().keys().collect::<Vec<_>>(), ["_id", "email", "groups"]);
    let groups = one["groups"].as_array().unwrap();
    assert_eq!((&groups[0]["role"], &groups[1]["role"]["name"]), (&Value::Null, &json!("consumer")));
    assert!(without.get("role").is_none());
    for unknown in ["groups.shoes", "role.shoes", "shoes"] {
        assert_eq!(script.get(&format!("{path}?expand={unknown}")).await.error(), (202, 404), "{unknown}");
    }
    server.finish().await;
}

#[tokio::test]
async fn whoever_signs_in_learns_all_of_themselves_and_again_after_every_change() {
    let server = TestServer::start().await;
    let script = Script::of(&server, VIEWER).await;
    let tenant = Script::of(&server, ADMIN).await.get("/api/v1/tenants").await.json()[0]["_id"].clone();
    let login = json!({ "username": email_of(VIEWER), "password": PASSWORD });
    let login = server.request("POST", "/api/v1/authentication/login").json(&login).send().await.json();

    let mine = script.get("/api/users/loggedin").await.json();
    let again = script.get("/api/v1/users/loggedin").await.json();

    assert_eq!(mine, again);
    for told in [&mine, &login["profile"]] {
        assert_eq!((&told["tenantId"], &told["activeDirectory"]), (&tenant, &json!(false)));
        assert_eq!((&told["changePasswordState"], &told["default"]), (&json!(false), &json!(false)));
        assert_eq!(
            (told["groups"].as_array().unwrap().len(), &told["uiSettings"]),
            (1, &json!({})),
            "{told}"
        );
    }
    script.send("PATCH", "/api/v1/users/uiSettings", json!({ "theme": "dark" })).await;
    assert_eq!(script.get("/api/users/loggedin").await.json()["uiSettings"], json!({ "theme": "dark" }));
    let listed = Script::of(&server, ADMIN).await.get("/api/users?limit=1").await.json();
    assert!(listed[0]["tenantId"] == tenant && listed[0]["default"].is_boolean());
    server.finish().await;
}

#[tokio::test]
async fn an_open_invitation_says_when_it_ends() {
    let server = TestServer::start().await;
    let script = Script::of(&server, ADMIN).await;

    let made = script.send("POST", "/api/v1/users", json!({ "email": "new@people.example" })).await.json();
    server.run_jobs().await;
    let after = script.get("/api/users/new@people.example").await.json();
    let active = script.get(&format!("/api/v1/users/{}", server.id_of(VIEWER))).await.json();

    let hours = i64::from(server.app.config.invitations.link_hours);
    let ends = START_MS + hours * DAY_MS / 24;
    assert_eq!((&made["activationExpires"], &after["activationExpires"]), (&json!(ends), &json!(ends)));
    assert_eq!(made["pendingExpiration"], crate::text::rfc3339(ends));
    assert!(active.get("activationExpires").is_none() && active.get("pendingExpiration").is_none());
    server.finish().await;
}

#[tokio::test]
async fn thousands_are_added_and_deleted_in_one_call_and_each_is_invited_once() {
    let server = TestServer::start().await;
    let script = Script::of(&server, ADMIN).await;
    let user = |number: usize| json!({ "email": format!("many{number}@people.example"), "groups": ["Team"] });
    script.send("POST", "/api/v1/groups", json!({ "name": "Team" })).await;
    let users: Vec<Value> = (0..1_500).map(user).collect();

    let made = script.send("POST", "/api/v1/users/bulk", json!(users)).await;

    assert_eq!(made.status, 201, "{:.300}", made.body);
    let made = made.json();
    assert_eq!((made.as_array().unwrap().len(), made[1_499]["groups"].as_array().unwrap().len()), (1_500, 2));
    assert_eq!(server.number("select count(*) from one_time_links").await, 0, "the call waits for no mail");
    server.run_jobs().await;
    let invited = "select count(distinct user_id) from one_time_links where purpose = 'invitation'";
    assert_eq!(server.number(invited).await, 1_500);
    assert_eq!(server.number("select count(*) from one_time_links").await, 1_500);
    assert_eq!(server.number("select count(*) from mails").await, 1_500, "and nobody is mailed twice");

    let mut ids: Vec<&Value> = made.as_array().unwrap().iter().map(|user| &user["_id"]).collect();
    ids.extend_from_within(..3);
    let named = json!("many0@people.example");
    ids.push(&named);
    let gone = script.send("POST", "/api/users/delete", json!(ids)).await;
    assert_eq!(gone.status, 200, "{:.300}", gone.body);
    assert_eq!(gone.json()["deleted"].as_array().unwrap().len(), 1_500, "whoever is named twice counts once");
    assert_eq!(server.number("select count(*) from users").await, 6);
    assert_eq!(server.events_named("users.delete").await.len(), 1_500);
    server.finish().await;
}

#[tokio::test]
async fn as_many_passwords_come_at_once_as_are_hashed_while_somebody_waits() {
    let server = TestServer::start().await;
    let script = Script::of(&server, ADMIN).await;
    let user =
        |number: usize| json!({ "email": format!("many{number}@people.example"), "password": PASSWORD });
    let users: Vec<Value> = (0..1_001).map(user).collect();
    let emails: Vec<String> = (0..20_000).map(|number| format!("many{number}@people.example")).collect();

    let refused = script.send("POST", "/api/v1/users/bulk", json!(users)).await;
    let valid = script.send("POST", "/api/users/validate", json!(emails)).await;

    assert!(refused.status == 413 && refused.says("users.too_many_passwords"), "{:.300}", refused.body);
    assert_eq!((valid.status, valid.json().as_array().unwrap().len()), (200, 20_000));
    server.finish().await;
}

#[tokio::test]
async fn mistakes_have_the_numbers_of_the_original() {
    let server = TestServer::start().await;
    let script = Script::of(&server, ADMIN).await;
    let viewer = format!("/api/v1/users/{}", server.id_of(VIEWER));
    let new = |role: &str| json!({ "email": "new@people.example", "roleId": role });

    for (method, path, body, expected) in [
        ("POST", "/api/v1/users", json!({ "email": "" }), (2009, 400)),
        ("POST", "/api/v1/users", json!({ "email": " " }), (2009, 400)),
        ("POST", "/api/v1/users", json!({}), (2003, 422)),
        ("POST", "/api/v1/users", new("xyz"), (601, 422)),
        ("POST", "/api/v1/users", new("0123456789abcdef01234567"), (0, 404)),
        ("PATCH", &viewer, new("xyz"), (601, 422)),
        ("DELETE", "/api/v1/authentication/admin/tokens/api", json!({}), (2003, 422)),
        ("DELETE", "/api/v1/authentication/admin/tokens/shoes?users=x", json!({}), (0, 404)),
        ("GET", "/api/v1/authentication/admin/logout", json!({}), (2003, 422)),
    ] {
        let refused = script.send(method, path, body.clone()).await;
        assert_eq!(refused.error(), expected, "{method} {path} {body}: {}", refused.body);
    }
    let odbc = format!("/api/v1/authentication/admin/tokens/odbc?users={}", server.id_of(VIEWER));
    assert_eq!(script.send("DELETE", &odbc, json!({})).await.status, 204);
    server.finish().await;
}

#[tokio::test]
async fn signing_everybody_out_ends_their_tokens_but_not_the_one_that_asks() {
    let server = TestServer::start().await;
    let (script, viewer) = (Script::of(&server, ADMIN).await, Script::of(&server, VIEWER).await);
    let beyond = Script::of(&server, BaseRole::Super).await;
    let cx = server.cx_as(VIEWER).await;
    let named = NewToken { name: "sync".into(), scope: "account:read".into(), days: 0 };
    let named = api_tokens::create(&cx, &named).await.unwrap().token.reveal().to_owned();
    let named = Script { server: &server, token: named };
    let mut browser = server.browser_of(VIEWER).await;
    let me = "/api/users/loggedin";

    let everybody = "/api/v1/authentication/admin/logout_all_users";
    assert_eq!(script.send("POST", everybody, json!({})).await.status, 204);

    let left = (script.status(me).await, viewer.status(me).await, named.status(me).await);
    assert_eq!(left, (200, 401, 401));
    assert!(!browser.is_signed_in().await);
    assert_eq!(beyond.status(me).await, 200, "the Sys. Admin is beyond an Admin's reach");
    assert_eq!(server.events_named("users.end_everybodys_access").await.len(), 1);
    server.run_jobs().await;
    server.finish().await;
}

#[tokio::test]
async fn users_of_groups_are_found_by_the_groups_names() {
    let server = TestServer::start().await;
    let script = Script::of(&server, ADMIN).await;

    let admins = script.get("/api/users?groups=admins").await.json();
    let unknown = script.get("/api/users?groups=nothing").await;

    assert_eq!((admins.as_array().unwrap().len(), unknown.status), (3, 404));
    server.finish().await;
}

#[tokio::test]
async fn lists_are_in_the_order_of_last_names_or_refused_but_never_in_another() {
    let server = TestServer::start().await;
    let script = Script::of(&server, ADMIN).await;
    for (number, (first, last)) in [("Zoe", "Abel"), ("Ada", "Zorn"), ("Bea", "abel")].into_iter().enumerate()
    {
        let email = format!("{number}@sorted.example");
        let user = json!({ "email": email, "firstName": first, "lastName": last, "password": PASSWORD });
        script.send("POST", "/api/v1/users", user).await;
    }
    let firsts = async |query: &str| -> Vec<String> {
        let list = script.get(query).await.json();
        let ours =
            list.as_array().unwrap().iter().filter(|user| {
                user["email"].as_str().is_some_and(|email| email.ends_with("@sorted.example"))
            });
        ours.map(|user| user["firstName"].as_str().unwrap().to_owned()).collect()
    };

    assert_eq!(firsts("/api/v1/users?sort=lastName").await, ["Bea", "Zoe", "Ada"]);
    assert_eq!(firsts("/api/v1/users?sort=-lastName").await, ["Ada", "Zoe", "Bea"]);
    assert_eq!(firsts("/api/users?orderby=lastName,firstName&limit=100").await, ["Bea", "Zoe", "Ada"]);
    let down = firsts("/api/users?orderby=lastName&orderby=firstName,_id&desc=true&limit=100").await;
    assert_eq!(down, ["Ada", "Zoe", "Bea"]);
    // Nobody else has that address, so what follows changes nothing.
    assert_eq!(firsts("/api/users?orderby=email,lastName,created").await, ["Zoe", "Ada", "Bea"]);
    assert_eq!(firsts("/api/users?orderby=roleId,userName,firstName").await, ["Zoe", "Ada", "Bea"]);
    // The first counts: a script that asks for another row of fields goes on.
    assert_eq!(firsts("/api/users?orderby=lastName,email&limit=100").await, ["Bea", "Zoe", "Ada"]);
    assert_eq!(firsts("/api/users?search=sorted.example&orderby=firstName").await, ["Ada", "Bea", "Zoe"]);
    server.advance(1_000);
    let changed = script.send("PATCH", "/api/users/1@sorted.example", json!({ "lastName": "Aaron" })).await;
    assert_eq!(changed.status, 200, "{}", changed.body);
    assert_eq!(firsts("/api/v1/users?sort=lastName").await, ["Ada", "Bea", "Zoe"]);
    assert_eq!(firsts("/api/v1/users?sort=-lastUpdated").await[0], "Ada");
    assert_eq!(firsts("/api/users?orderby=lastUpdated&limit=100").await[2], "Ada");
    for unknown in [
        "/api/v1/users?sort=preferences",
        "/api/v1/users?sort=-groups",
        "/api/users?orderby=tenantId",
        "/api/users?orderby=email,tenantId",
    ] {
        let refused = script.get(unknown).await;
        assert!(
            refused.status == 422 && refused.says("Users cannot be listed"),
            "{unknown}: {}",
            refused.body
        );
    }
    server.finish().await;
}

/// Whether somebody has to choose another password, as v0.9 shows it.
async fn has_to_change(script: &Script<'_>, email: &str) -> bool {
    script.get(&format!("/api/users/{email}")).await.json()["changePasswordState"].as_bool().unwrap()
}

#[tokio::test]
async fn a_client_of_v0_9_demands_another_password_and_takes_no_demand_back() {
    let server = TestServer::start().await;
    let script = Script::of(&server, ADMIN).await;
    let email = email_of(VIEWER);
    let path = format!("/api/users/{email}");
    assert!(!has_to_change(&script, &email).await);

    let on_v1 = json!({ "changePasswordState": true });
    script.send("PATCH", &format!("/api/v1/users/{email}"), on_v1).await;
    assert!(!has_to_change(&script, &email).await, "a key that v1 does not know");
    let wrong = script.send("PUT", &path, json!({ "changePasswordState": "soon" })).await;
    let demanded = script.send("PUT", &path, json!({ "changePasswordState": "true" })).await;

    assert_eq!((wrong.status, demanded.status), (422, 200), "{}", demanded.body);
    assert_eq!(demanded.json()["changePasswordState"], true);
    let event = server.events_named("users.update").await.pop().unwrap();
    assert!(event.after_json.unwrap().contains("\"mustChangePassword\":true"));
    let mut browser = server.browser();
    browser.sign_in(&email, PASSWORD).await;
    assert!(!browser.is_signed_in().await);
    script.send("PATCH", &path, json!({ "changePasswordState": false, "firstName": "Vi" })).await;
    assert!(has_to_change(&script, &email).await);

    let new = json!([
        { "email": "a@demanded.example", "password": PASSWORD, "changePasswordState": true },
        { "email": "b@demanded.example", "password": PASSWORD, "changePasswordState": false },
        { "email": "c@demanded.example", "changePasswordState": true },
    ]);
    let made = script.send("POST", "/api/users", new).await;
    assert_eq!(made.status, 200, "{}", made.body);
    for (email, demanded) in
        [("a@demanded.example", true), ("b@demanded.example", false), ("c@demanded.example", false)]
    {
        assert_eq!(has_to_change(&script, email).await, demanded, "{email}");
    }
    let invited = script.send("PUT", "/api/users/c@demanded.example", json!({ "changePasswordState": true }));
    assert_eq!(invited.await.json()["changePasswordState"], false, "there is nothing to be changed");
    let own = json!({ "password": NEW_PASSWORD, "changePasswordState": true });
    let own = script.send("PUT", &format!("/api/users/{}", email_of(ADMIN)), own).await;
    assert_eq!((own.status, &own.json()["changePasswordState"]), (200, &json!(false)), "{}", own.body);
    let script = Script { server: &server, token: server.token_of(BaseRole::Super).await };
    let given = json!({ "password": NEW_PASSWORD, "changePasswordState": true });
    let given = script.send("PUT", "/api/users/b@demanded.example", given).await;
    assert_eq!((given.status, &given.json()["changePasswordState"]), (200, &json!(true)), "{}", given.body);
    server.finish().await;
}

#[tokio::test]
async fn no_answer_of_the_api_is_kept_by_whoever_carries_it() {
    let server = TestServer::start().await;
    let script = Script::of(&server, VIEWER).await;

    let answer = script.get("/api/users/loggedin").await;
    let token = script.get("/api/v1/authentication/tokens/api").await;

    assert_eq!((answer.header("pragma"), answer.header("expires")), ("no-cache", "-1"));
    assert!(answer.header("cache-control").contains("no-store"));
    assert!(token.json().get("notification").is_none_or(Value::is_string), "{}", token.body);
    server.finish().await;
}
