//! Users over API v0.9, as parts 1.2 to 1.6 and 4 of the contract say.

use serde_json::{Value, json};

use crate::{
    accounts::groups::{self, GroupChange},
    cx::BaseRole,
    testing::{Answer, DAY_MS, NEW_PASSWORD, PASSWORD, START_MS, TestServer, email_of, md5_of, new_user},
};

/// Somebody who administers over the API.
struct Script<'a> {
    server: &'a TestServer,
    token: String,
}

impl<'a> Script<'a> {
    async fn of(server: &'a TestServer, role: BaseRole) -> Self {
        Self { server, token: server.token_of(role).await }
    }

    async fn get(&self, path: &str) -> Answer {
        checked(self.server.request("GET", path).bearer(&self.token).send().await)
    }

    async fn send(&self, method: &str, path: &str, body: &Value) -> Answer {
        checked(self.server.request(method, path).bearer(&self.token).json(body).send().await)
    }

    async fn add(&self, user: Value) -> Value {
        let answer = self.send("POST", "/api/users", &json!([user])).await;
        assert_eq!(answer.status, 200, "{}", answer.body);
        answer.json()[0][0].clone()
    }
}

/// A client takes a success whose body has the word in it for a failure (contract part 1.6).
fn checked(answer: Answer) -> Answer {
    assert!(answer.status >= 400 || !answer.body.contains("error"), "{}", answer.body);
    assert_eq!(answer.header("content-type"), "application/json; charset=utf-8", "{}", answer.body);
    answer
}

async fn admin(server: &TestServer) -> Script<'_> {
    Script::of(server, BaseRole::Admin).await
}

#[tokio::test]
async fn the_script_of_the_community_runs_to_its_end() {
    let server = TestServer::start().await;
    let call = async |method: &str, path: &str, body: Option<Value>| {
        let key = server.x_api_key(BaseRole::Admin).await;
        let request = server.request(method, path).header("x-api-key", &key);
        let request = match &body {
            Some(body) => request.json(body),
            None => request.header("content-type", "application/json"),
        };
        let answer = request.send().await;
        assert_eq!(answer.status, 200, "{}", answer.body);
        answer.json()
    };
    let new = json!([{
        "email": "seed@people.example", "userName": "seed", "firstName": "Se", "lastName": "Ed",
        "roleId": null, "active": "true", "hash": md5_of(PASSWORD),
    }]);

    assert_eq!(call("GET", "/api/users", None).await.as_array().unwrap().len(), 6);
    call("POST", "/api/users", Some(new)).await;
    call("PUT", "/api/users/seed%40people.example", Some(json!({ "firstName": "Seed" }))).await;
    let found = call("GET", "/api/users?search=seed", None).await;
    assert_eq!(found[0]["firstName"], "Seed");
    assert_eq!(server.browser().sign_in("seed", PASSWORD).await.location(), "/");
    call("POST", "/api/users/delete", Some(json!([found[0]["_id"]]))).await;

    assert_eq!(call("GET", "/api/users", None).await.as_array().unwrap().len(), 6);
    server.finish().await;
}

#[tokio::test]
async fn a_new_user_is_answered_as_a_list_of_lists_of_one() {
    let server = TestServer::start().await;
    let script = admin(&server).await;
    let users = json!([
        { "email": "one@people.example", "password": PASSWORD },
        { "email": "two@people.example", "password": PASSWORD, "roleId": "dataDesigner" },
    ]);

    let answer = script.send("POST", "/api/users", &users).await;

    assert_eq!(answer.status, 200);
    let body = answer.json();
    assert_eq!(body.as_array().unwrap().len(), 2);
    assert_eq!(body[0][0]["email"], "one@people.example");
    assert_eq!(body[0][0]["userName"], "one@people.example");
    assert_eq!(body[0][0]["roleName"], "consumer");
    assert_eq!(body[0][0]["active"], true);
    assert_eq!(body[1][0]["baseRoleName"], "dataDesigner");
    server.finish().await;
}

#[tokio::test]
async fn a_user_is_shown_with_ids_and_moments_in_the_form_that_clients_cut_up() {
    let server = TestServer::start().await;
    let script = admin(&server).await;
    server.advance(1_234);
    script.add(json!({ "email": "one@people.example", "password": PASSWORD })).await;

    let user = script.get("/api/users/one@people.example").await.json();

    let id = user["_id"].as_str().unwrap();
    assert!(id.len() == 24 && id.bytes().all(|byte| byte.is_ascii_hexdigit()), "{id}");
    assert_eq!(user["created"], "2026-01-02T03:04:06.234Z");
    assert_eq!(user["lastUpdated"], user["created"]);
    assert_eq!(user["roleId"].as_str().unwrap().len(), 24);
    assert_eq!(user["preferences"], json!({ "localeId": null, "language": null }));
    for absent in ["lastLogin", "password", "hash", "activationToken"] {
        assert!(user.get(absent).is_none(), "{absent}");
    }
    server.finish().await;
}

#[tokio::test]
async fn every_spelling_of_active_and_of_no_role_is_understood() {
    let server = TestServer::start().await;
    let script = admin(&server).await;
    let cases = [
        (json!({ "active": "true", "roleId": null }), true),
        (json!({ "active": "True", "roleId": "null" }), true),
        (json!({ "active": true, "roleId": "NULL" }), true),
        (json!({ "active": "false", "roleId": "" }), false),
        (json!({ "active": false }), false),
        (json!({ "active": null }), true),
    ];

    for (number, (mut user, active)) in cases.into_iter().enumerate() {
        user["email"] = json!(format!("case{number}@people.example"));
        user["password"] = json!(PASSWORD);
        let made = script.add(user.clone()).await;
        assert_eq!((&made["active"], &made["roleName"]), (&json!(active), &json!("consumer")), "{user}");
    }
    server.finish().await;
}

#[tokio::test]
async fn a_role_is_taken_by_id_and_by_every_spelling_that_clients_use() {
    let server = TestServer::start().await;
    let script = admin(&server).await;
    let me = script.get("/api/users/loggedin").await.json();
    let cases = [
        (json!({ "roleId": me["roleId"] }), "admin"),
        (json!({ "roleId": "contributor" }), "contributor"),
        (json!({ "roleName": "Designer" }), "contributor"),
        (json!({ "role": "Data Admin" }), "dataAdmin"),
        (json!({ "roleId": "viewer" }), "consumer"),
    ];

    for (number, (mut user, role)) in cases.into_iter().enumerate() {
        user["email"] = json!(format!("case{number}@people.example"));
        user["password"] = json!(PASSWORD);
        assert_eq!(script.add(user).await["roleName"], role);
    }
    let unknown = json!([{ "email": "x@people.example", "password": PASSWORD, "roleId": "king" }]);
    assert_eq!(script.send("POST", "/api/users", &unknown).await.status, 422);
    server.finish().await;
}

#[tokio::test]
async fn what_cannot_be_done_is_refused_with_the_numbers_that_clients_know() {
    let server = TestServer::start().await;
    let script = admin(&server).await;
    let super_id = server.id_of(BaseRole::Super).to_owned();
    let taken = json!([{ "email": email_of(BaseRole::Consumer), "password": PASSWORD }]);
    let second = json!([{ "email": "x@people.example", "password": PASSWORD, "roleId": "super" }]);
    let nameless = json!([{ "firstName": "X", "password": PASSWORD }]);
    let twice = json!([{ "email": "x@people.example" }, { "email": "X@people.example" }]);
    let weak = json!([{ "email": "x@people.example", "password": "password1" }]);
    let no_md5 = json!([{ "email": "x@people.example", "hash": "xyz" }]);
    let wrong_type = json!([{ "email": ["x"] }]);
    let cases = [
        ("GET", "/api/users/nobody", json!({}), (2001, 404)),
        ("PUT", "/api/users/nobody", json!({}), (2001, 404)),
        ("DELETE", "/api/users/nobody", json!({}), (2001, 404)),
        ("POST", "/api/users/delete", json!(["nobody"]), (2001, 404)),
        ("POST", "/api/users", json!("text"), (2002, 400)),
        ("POST", "/api/users/delete", json!({ "ids": [] }), (2002, 400)),
        ("POST", "/api/users", nameless, (2003, 422)),
        ("POST", "/api/users", taken, (2004, 400)),
        ("POST", "/api/users", twice, (2005, 400)),
        ("POST", "/api/users", second, (2006, 400)),
        ("PATCH", "/api/users/admin@people.example", json!({ "roleId": "super" }), (2006, 400)),
        ("POST", "/api/users", weak, (2009, 400)),
        ("POST", "/api/users", no_md5, (2009, 400)),
        ("POST", "/api/users/delete", json!([super_id]), (2011, 400)),
        ("DELETE", "/api/users/super@people.example", json!({}), (2011, 400)),
        ("POST", "/api/users", wrong_type, (0, 422)),
        ("GET", "/api/users?skip=x", json!({}), (0, 400)),
        ("GET", "/api/users?limit=-1", json!({}), (0, 400)),
    ];

    for (method, path, body, expected) in cases {
        let answer = script.send(method, path, &body).await;
        assert_eq!(answer.error(), expected, "{method} {path} {body}: {}", answer.body);
        let error = &answer.json()["error"];
        assert!(error["message"].is_string() && error["httpMessage"].is_string(), "{error}");
    }
    assert_eq!(server.number("select count(*) from users").await, 6);
    server.finish().await;
}

#[tokio::test]
async fn without_a_credential_it_is_401_and_without_the_role_403() {
    let server = TestServer::start().await;
    let viewer = Script::of(&server, BaseRole::Consumer).await;

    for (method, path) in [
        ("GET", "/api/users"),
        ("POST", "/api/users"),
        ("GET", "/api/users/count"),
        ("GET", "/api/users/x"),
        ("PUT", "/api/users/x"),
        ("PATCH", "/api/users/x"),
        ("DELETE", "/api/users/x"),
        ("POST", "/api/users/delete"),
    ] {
        let nobody = server.request(method, path).json(&json!([])).send().await;
        assert_eq!(nobody.error(), (5002, 401), "{method} {path}");
        let body = if method == "PUT" || method == "PATCH" { json!({}) } else { json!([]) };
        assert_eq!(viewer.send(method, path, &body).await.error().1, 403, "{method} {path}");
    }
    assert_eq!(server.request("GET", "/api/users/loggedin").send().await.error(), (5002, 401));
    server.finish().await;
}

#[tokio::test]
async fn a_user_may_be_written_back_whole_as_it_was_read() {
    let server = TestServer::start().await;
    let script = admin(&server).await;
    script.add(json!({ "email": "one@people.example", "password": PASSWORD, "preferences": { "localeId": "de-DE" } })).await;
    server.browser().sign_in("one@people.example", PASSWORD).await;
    let mut whole = script.get("/api/users/one@people.example").await.json();
    whole["firstName"] = json!("Changed");
    whole["tenantId"] = json!("0123456789abcdef01234567");

    let put = script.send("PUT", "/api/users/one@people.example", &whole).await;

    assert_eq!(put.status, 200, "{}", put.body);
    let mut after = script.get("/api/users/one@people.example").await.json();
    assert_eq!(after["firstName"], "Changed");
    for changed in ["firstName", "lastUpdated"] {
        after[changed] = Value::Null;
        whole[changed] = Value::Null;
    }
    whole.as_object_mut().unwrap().remove("tenantId");
    after.as_object_mut().unwrap().remove("tenantId");
    assert_eq!(after, whole);
    assert_eq!(server.browser().sign_in("one@people.example", PASSWORD).await.location(), "/");
    server.finish().await;
}

#[tokio::test]
async fn an_empty_body_changes_nothing() {
    let server = TestServer::start().await;
    let script = admin(&server).await;
    let before = script.get("/api/users/consumer@people.example").await.json();

    let request = server.request("PUT", "/api/users/consumer@people.example").bearer(&script.token);
    let answer = request.header("content-type", "application/json").send().await;

    assert_eq!(answer.status, 200, "{}", answer.body);
    let after = script.get("/api/users/consumer@people.example").await.json();
    assert_eq!((&after["email"], &after["roleName"]), (&before["email"], &before["roleName"]));
    server.finish().await;
}

#[tokio::test]
async fn a_patch_sets_a_password() {
    let server = TestServer::start().await;
    let script = admin(&server).await;

    let path = format!("/api/users/{}", server.id_of(BaseRole::Consumer));
    let answer = script.send("PATCH", &path, &json!({ "password": NEW_PASSWORD })).await;

    assert_eq!(answer.status, 200);
    assert_eq!(server.browser().sign_in(&email_of(BaseRole::Consumer), NEW_PASSWORD).await.location(), "/");
    server.finish().await;
}

#[tokio::test]
async fn names_in_the_path_may_be_percent_encoded_and_slashes_doubled() {
    let server = TestServer::start().await;
    let script = admin(&server).await;
    script
        .add(json!({ "email": "one@people.example", "userName": "one/two three", "password": PASSWORD }))
        .await;

    for path in [
        "/api/users/one%40people.example",
        "/api/users/one%2Ftwo%20three",
        "//api/users/one%40people.example",
        "/api//users//one@people.example/",
        "/api/users/ONE@people.example?trc=env",
    ] {
        assert_eq!(script.get(path).await.json()["email"], "one@people.example", "{path}");
    }
    for path in ["/api/users/", "//api/users", "/api/users?", "/api/users/?&search=one&limit=5&skip=0"] {
        assert_eq!(script.get(path).await.status, 200, "{path}");
    }
    assert_eq!(script.get("/api/v1/users/loggedin/").await.json()["email"], "admin@people.example");
    server.finish().await;
}

#[tokio::test]
async fn a_list_is_searched_cut_and_counted() {
    let server = TestServer::start().await;
    let script = admin(&server).await;
    let names = |answer: Answer| -> Vec<String> {
        let list = answer.json();
        list.as_array().unwrap().iter().map(|user| user["userName"].as_str().unwrap().to_owned()).collect()
    };

    let all = names(script.get("/api/users").await);
    assert_eq!(all.len(), 6);
    assert_eq!(names(script.get("/api/users?limit=2&skip=1").await), all[1..3]);
    assert_eq!(names(script.get("/api/users?skip=6").await), [""; 0]);
    assert_eq!(names(script.get("/api/users?search=DATAad").await), [email_of(BaseRole::DataAdmin)]);
    assert_eq!(names(script.get("/api/users?search=nothing").await), [""; 0]);
    assert_eq!(names(script.get("/api/users?search=").await).len(), 6);
    let count = script.get("/api/users/count?search=data").await.json();
    assert_eq!(count, json!({ "collection": "users", "count": 2 }));
    server.finish().await;
}

#[tokio::test]
async fn a_single_object_in_place_of_the_list_is_taken_too() {
    let server = TestServer::start().await;
    let script = admin(&server).await;

    let answer = script
        .send("POST", "/api/users", &json!({ "email": "x@people.example", "password": PASSWORD }))
        .await;

    assert_eq!(answer.json()[0][0]["email"], "x@people.example");
    server.finish().await;
}

#[tokio::test]
async fn keys_that_nobody_knows_are_passed_over() {
    let server = TestServer::start().await;
    let script = admin(&server).await;
    let user = json!({
        "email": "x@people.example", "username": "ex", "password": PASSWORD, "_id": "nonsense",
        "created": 7, "manifest": { "tenants": {} }, "tenantId": "x", "uiSettings": { "a": 1 },
        "preferences": {}, "lastName": " ", "firstName": "",
    });

    let made = script.add(user).await;

    assert_eq!((&made["userName"], &made["lastName"]), (&json!("ex"), &json!("")));
    server.finish().await;
}

#[tokio::test]
async fn a_user_without_a_password_is_invited_with_notify_and_without() {
    let server = TestServer::start().await;
    let script = admin(&server).await;

    for (path, email) in
        [("/api/users?notify=true", "one@people.example"), ("/api/users", "two@people.example")]
    {
        let made = script.send("POST", path, &json!([{ "email": email }])).await.json();
        server.run_jobs().await;
        assert_eq!(made[0][0]["active"], false);
        let mail = server.mail_to(email);
        let mut browser = server.browser();
        let fields = [("new_password", NEW_PASSWORD), ("repeat_password", NEW_PASSWORD)];
        browser.submit(&mail.link(), &fields).await;
        assert_eq!(browser.sign_in(email, NEW_PASSWORD).await.location(), "/");
    }
    server.finish().await;
}

#[tokio::test]
async fn a_whole_object_sent_back_with_a_password_lets_whoever_was_invited_in() {
    let server = TestServer::start().await;
    let script = admin(&server).await;
    let email = "one@people.example";
    let mut user = script.send("POST", "/api/users", &json!([{ "email": email }])).await.json()[0][0].clone();
    let path = format!("/api/users/{}", user["_id"].as_str().unwrap());
    user["password"] = json!(NEW_PASSWORD);

    let set = script.send("PUT", &path, &user).await;
    assert_eq!((set.status, &set.json()["active"]), (200, &json!(true)), "{}", set.body);
    assert_eq!(server.browser().sign_in(email, NEW_PASSWORD).await.location(), "/");

    // Somebody who could sign in is switched off by the same words.
    assert_eq!(script.send("PUT", &path, &user).await.json()["active"], json!(false));
    server.finish().await;
}

#[tokio::test]
async fn deleting_answers_with_json_that_no_client_trips_over() {
    let server = TestServer::start().await;
    let script = admin(&server).await;

    let one = script.send("DELETE", "/api/users/consumer@people.example", &json!({})).await;
    let many = script.send("POST", "/api/users/delete", &json!([server.id_of(BaseRole::DataAdmin)])).await;

    assert_eq!((one.status, one.json()), (200, json!({})));
    assert_eq!(many.status, 200);
    assert_eq!(server.number("select count(*) from users").await, 4);
    server.finish().await;
}

#[tokio::test]
async fn last_sign_in_and_last_use_are_shown() {
    let server = TestServer::start().await;
    let mut browser = server.browser_of(BaseRole::Consumer).await;
    server.advance(DAY_MS / 48);
    browser.get("/").await;
    server.write_used().await;

    let user = admin(&server).await.get("/api/users/consumer@people.example").await.json();

    assert_eq!(user["lastLogin"], crate::text::rfc3339(START_MS));
    assert_eq!(user["lastActivity"], crate::text::rfc3339(server.now_ms()));
    server.finish().await;
}

#[tokio::test]
async fn a_browsers_cookie_changes_users_only_from_our_own_pages() {
    let server = TestServer::start().await;
    let browser = server.browser_of(BaseRole::Admin).await;
    let call = async |site: &str| {
        let request = browser.request("DELETE", "/api/users/consumer@people.example");
        request.header("sec-fetch-site", site).send().await.status
    };

    assert_eq!(call("cross-site").await, 403);
    assert_eq!(call("same-site").await, 403);
    assert_eq!(call("same-origin").await, 200);
    server.finish().await;
}

#[tokio::test]
async fn a_body_that_is_no_json_is_refused_and_says_so() {
    let server = TestServer::start().await;
    let script = admin(&server).await;
    server.add(new_user("x@people.example", "")).await;

    for body in ["", "{", "[1", "\u{feff}\u{feff}[]", &"[".repeat(200)] {
        let answer = server.request("POST", "/api/users").bearer(&script.token).text(body).send().await;
        assert_eq!(answer.error().1, 400, "{body:.20}: {}", answer.body);
    }
    server.finish().await;
}

#[tokio::test]
async fn a_list_of_addresses_is_validated_and_simulated_before_it_is_added() {
    let server = TestServer::start_with(|config| config.seats.viewers = 3).await;
    let script = admin(&server).await;
    let known = email_of(BaseRole::Consumer);
    let list = json!([known, "new@people.example", "nonsense"]);

    let valid = script.send("POST", "/api/users/validate", &list).await.json();
    let simulated = script.send("POST", "/api/users/simulate?admode=false", &list).await.json();

    let told = |at: usize| (valid[at]["isExist"].clone(), valid[at]["isValid"].clone());
    assert_eq!(
        [told(0), told(1), told(2)].map(|(a, b)| (a == true, b == true)),
        [(true, true), (false, true), (false, false)]
    );
    assert_eq!(simulated["license"], json!({ "admins": -1, "contributors": -1, "consumers": 2 }));
    assert_eq!(simulated["users"][0]["isExist"], true);
    assert_eq!(script.get("/api/users/ad").await.json(), json!([]));
    server.finish().await;
}

#[tokio::test]
async fn a_nul_inside_of_a_list_is_nobodys_name_and_breaks_nothing() {
    let server = TestServer::start().await;
    let script = admin(&server).await;

    let valid = script.send("POST", "/api/users/validate", &json!(["a\0b@people.example"])).await;
    let listed = script.get("/api/v1/users?ids=a%00b").await;

    assert_eq!((valid.status, &valid.json()[0]["isExist"]), (200, &json!(false)));
    assert_eq!(listed.status, 400);
    server.finish().await;
}

#[tokio::test]
async fn lists_follow_groups_order_and_short_searches() {
    let server = TestServer::start().await;
    let script = admin(&server).await;
    let groups = script.get("/api/v1/groups?name=admins").await.json();
    let admins = groups[0]["_id"].as_str().unwrap();
    let emails = async |query: &str| -> Vec<String> {
        let list = script.get(&format!("/api/users{query}")).await.json();
        list.as_array().unwrap().iter().map(|user| user["email"].as_str().unwrap().to_owned()).collect()
    };

    let of_admins = emails(&format!("?groups={admins}&groupsNames=true")).await;
    let down = emails("?orderby=email&desc=true").await;

    assert_eq!(of_admins.len(), 3, "{of_admins:?}");
    assert!(down.iter().rev().is_sorted());
    assert_eq!(emails("?search=IN@").await, [email_of(BaseRole::Admin), email_of(BaseRole::DataAdmin)]);
    assert_eq!(emails("?search=n@&limit=1").await.len(), 1, "two letters are part of a name as well");
    assert_eq!(emails("?onlyAD=true").await, [""; 0]);
    let named = script.get("/api/users?groupsNames=true&limit=1").await.json();
    assert!(named[0]["groupsName"][0]["name"].is_string());
    server.finish().await;
}

#[tokio::test]
async fn who_is_in_one_of_the_groups_is_listed_in_order_and_who_is_in_a_group_inside_is_not() {
    let server = TestServer::start().await;
    let script = admin(&server).await;
    let change = |name: &str| GroupChange { name: Some(name.into()), ..GroupChange::default() };
    let groups = groups::create(&server.host(), ["A", "B", "C"].map(change).into()).await.unwrap();
    let [a, b, c] = [0, 1, 2].map(|at| groups[at].id.as_str());
    groups::add_members(&server.host(), a, &[email_of(BaseRole::Consumer)]).await.unwrap();
    groups::add_members(&server.host(), b, &[email_of(BaseRole::Admin)]).await.unwrap();
    groups::add_members(&server.host(), c, &[email_of(BaseRole::Contributor)]).await.unwrap();
    groups::add_subgroup(&server.host(), a, c).await.unwrap();
    let emails = async |query: String| -> Vec<String> {
        let list = script.get(&format!("/api/users?{query}")).await.json();
        list.as_array().unwrap().iter().map(|user| user["email"].as_str().unwrap().to_owned()).collect()
    };

    assert_eq!(emails(format!("groups={a}")).await, [email_of(BaseRole::Consumer)]);
    let both = [email_of(BaseRole::Admin), email_of(BaseRole::Consumer)];
    assert_eq!(emails(format!("groups={a}&groups={b}")).await, both);
    assert_eq!(emails(format!("groups={a}&groups={b}&skip=1")).await, both[1..]);
    let mut down = emails(format!("groups={a},{b}&orderby=email&desc=true")).await;
    down.reverse();
    assert_eq!(down, both);
    assert_eq!(emails(format!("groups={a}&search=in@")).await, [""; 0]);
    server.finish().await;
}
