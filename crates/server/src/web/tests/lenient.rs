//! What is no switch, no number and no order is refused, and changes nothing; and what else an old client may rest on.

use serde_json::{Value, json};

use crate::{
    accounts::api_tokens::{self, NewToken},
    cx::BaseRole,
    testing::{HOUR_MS, PASSWORD, Script, TestServer, email_of},
};

impl Script<'_> {
    async fn signs_in(&self, name: &str) -> u16 {
        let login = json!({ "username": name, "password": PASSWORD });
        self.server.request("POST", "/api/v1/authentication/login").json(&login).send().await.status
    }
}

#[tokio::test]
async fn only_what_means_yes_or_no_switches_a_user() {
    let server = TestServer::start().await;
    let script = Script::of(&server, BaseRole::Admin).await;
    let id = server.id_of(BaseRole::Consumer);

    for wrong in
        [json!(0), json!(0.0), json!([]), json!({}), json!("yes"), json!("on"), json!("maybe"), json!("")]
    {
        for (method, path) in [("PATCH", format!("/api/v1/users/{id}")), ("PUT", format!("/api/users/{id}"))]
        {
            let answer = script.send(method, &path, json!({ "active": wrong })).await;
            assert_eq!(answer.status, 422, "{method} {wrong}: {}", answer.body);
        }
        let new = json!({ "email": "new@people.example", "password": PASSWORD, "active": wrong });
        assert_eq!(script.send("POST", "/api/v1/users", new).await.status, 422, "{wrong}");
        let group = json!({ "name": "Sales", "excludeFromSharing": wrong });
        assert_eq!(script.send("POST", "/api/v1/groups", group).await.status, 422, "{wrong}");
    }

    assert_eq!(script.get(&format!("/api/v1/users/{id}")).await.json()["active"], true);
    for (said, active) in
        [(json!("FALSE"), false), (json!("True"), true), (json!(false), false), (json!(null), false)]
    {
        let answer = script.send("PATCH", &format!("/api/v1/users/{id}"), json!({ "active": said })).await;
        assert_eq!((answer.status, &answer.json()["active"]), (200, &json!(active)), "{said}");
    }
    for path in [
        "/api/v1/users?active=maybe",
        "/api/v1/groups?limit=abc",
        "/api/v1/groups?skip=-5",
        "/api/groups?limit=x",
        "/api/v1/dashboards/admin?limit=abc",
        "/api/v1/folders?skip=-5",
    ] {
        assert_eq!(script.get(path).await.status, 400, "{path}");
    }
    for path in ["/api/v1/groups?sort=bogus", "/api/groups?orderby=bogus", "/api/v1/folders?sort=bogus"] {
        assert_eq!(script.get(path).await.status, 422, "{path}");
    }
    for wrong in [json!({ "preferences": "x" }), json!({ "uiSettings": [] })] {
        assert_eq!(script.send("PATCH", &format!("/api/v1/users/{id}"), wrong).await.status, 422);
    }
    server.finish().await;
}

#[tokio::test]
async fn settings_that_cannot_be_kept_are_refused_and_change_nothing() {
    let server = TestServer::start().await;
    let script = Script::of(&server, BaseRole::Admin).await;
    let (lockout, security) = ("/api/v1/settings/login_lockout", "/api/settings/security");
    let before = [script.get(lockout).await.body, script.get(security).await.body];

    for (path, wrong) in [
        (lockout, json!({ "enabled": "yes" })),
        (lockout, json!({ "enabled": 0 })),
        (lockout, json!({ "maxFailedAttempts": -1 })),
        (lockout, json!({ "lockoutPeriod": 1_000_000_000_000_u64 })),
        (lockout, json!({ "lockoutPeriod": 2.5 })),
        (security, json!({ "defaultTimeout": -1 })),
        (security, json!({ "embeddedDomains": "x" })),
        (security, json!({ "authenticationMode": "zz" })),
        ("/api/v1/settings/sso", json!({ "enabled": 1 })),
        ("/api/v1/settings/sso", json!({ "loginUrl": "https://sso.example" })),
        ("/api/v1/settings/system", json!({ "firstday": "sun" })),
        ("/api/v1/settings/globalization", json!({ "language": 5 })),
        ("/api/settings/proxy", json!({ "port": 70_000 })),
    ] {
        let method = if path == lockout { "PATCH" } else { "POST" };
        let answer = script.send(method, path, wrong.clone()).await;
        assert_eq!(answer.status, 400, "{path} {wrong}: {}", answer.body);
        let field = wrong.as_object().unwrap().keys().next().unwrap().clone();
        if path.starts_with("/api/v1") {
            assert_eq!(answer.json()["field"], json!(field), "{path}");
        }
    }

    assert_eq!([script.get(lockout).await.body, script.get(security).await.body], before);
    let system = script.get("/api/v1/settings/system").await.json();
    assert_eq!(script.send("POST", "/api/v1/settings/system", system.clone()).await.json(), system);
    script.send("POST", "/api/settings/proxy", json!({ "enabled": true, "ip": "192.0.2.7" })).await;
    let proxy = script.send("POST", "/api/settings/proxy", json!({ "port": "8080" })).await.json();
    assert_eq!(proxy, json!({ "enabled": true, "ip": "192.0.2.7", "port": 8080 }));
    server.finish().await;
}

#[tokio::test]
async fn a_text_that_says_no_switches_off_on_v1_wherever_it_comes() {
    let server = TestServer::start().await;
    let script = Script::of(&server, BaseRole::Admin).await;
    let off = |email: &str| json!({ "email": email, "password": PASSWORD, "active": "false" });

    let one = script.send("POST", "/api/v1/users", off("one@off.example")).await;
    let list = json!([off("two@off.example"), { "email": "on@off.example", "password": PASSWORD, "active": "true" }]);
    let many = script.send("POST", "/api/v1/users/bulk", list).await;

    assert_eq!((one.status, &one.json()["active"]), (201, &json!(false)), "{}", one.body);
    assert_eq!((many.status, &many.json()[0]["active"]), (201, &json!(false)), "{}", many.body);
    assert_eq!(
        (many.json()[1]["active"].as_bool(), script.signs_in("on@off.example").await),
        (Some(true), 200)
    );
    for name in ["one@off.example", "two@off.example"] {
        assert_eq!(script.signs_in(name).await, 401, "{name}");
    }
    for (query, count) in [("false", 2), ("False", 2), ("0", 2), ("true", 7), ("1", 7)] {
        let found = script.get(&format!("/api/v1/users?active={query}")).await.json();
        assert_eq!(found.as_array().unwrap().len(), count, "{query}");
    }
    for (said, shown) in [("true", true), ("false", false)] {
        let lockout =
            script.send("PATCH", "/api/v1/settings/login_lockout", json!({ "enabled": said })).await;
        assert_eq!((lockout.status, &lockout.json()["enabled"]), (200, &json!(shown)), "{}", lockout.body);
    }
    server.write_used().await;
    let caller = script.get("/api/v1/callers").await.json()["items"][0]["id"].as_str().unwrap().to_owned();
    for (path, body) in [
        ("/api/v1/features".to_owned(), json!({ "features": { "userProfile.password": "false" } })),
        ("/api/v1/security".to_owned(), json!({ "lockout": { "enabled": "false" } })),
        (format!("/api/v1/callers/{caller}"), json!({ "off": "false" })),
    ] {
        // A call of our own says that it wants true or false.
        let refused = script.send("PATCH", &path, body).await;
        assert!(matches!(refused.status, 400 | 422), "{path}: {} {}", refused.status, refused.body);
    }
    server.finish().await;
}

#[tokio::test]
async fn sections_of_the_system_that_are_not_known_are_passed_over_and_a_mail_server_is_not() {
    let server = TestServer::start().await;
    let script = Script::of(&server, BaseRole::Admin).await;
    let path = "/api/settings/system";
    let before = script.get(path).await.body;

    let unknown = json!({ "email": { "enabled": true }, "theme": { "dark": true }, "webServer": { "port": 1 },
        "usage": { "new": 7 } });
    let unknown = script.send("POST", path, unknown).await;
    let by_admin = script.send("POST", path, json!({ "emailServer": { "host": "mail.example" } })).await;
    let wrong = script.send("POST", path, json!({ "emailServer": "mail.example" })).await;
    let token = server.token_of(BaseRole::Super).await;
    let server_of = |body: Value| server.request("POST", path).bearer(&token).json(&body).send();
    let both = json!({ "webServer": { "cors": { "enabled": true, "allowedOrigins": ["https://half.example"] } },
        "emailServer": { "host": "mail.example", "port": 25 } });
    assert_eq!(server_of(both).await.status, 409);
    let half = script.get(path).await.json()["webServer"]["cors"]["enabled"].clone();
    assert_eq!(half, json!(false), "nothing is done if one of two is refused");
    let kept_here = server_of(json!({ "emailServer": { "host": "mail.example", "port": 25 } })).await;

    assert_eq!((unknown.status, unknown.body), (200, before.clone()));
    assert_eq!((by_admin.status, wrong.status), (403, 400), "{}", by_admin.body);
    assert_eq!(kept_here.status, 409, "a test keeps its mails: {}", kept_here.body);
    assert_eq!(script.get(path).await.body, before);
    server.finish().await;
}

#[tokio::test]
async fn ids_are_read_in_any_case_and_are_never_names() {
    let server = TestServer::start().await;
    let script = Script::of(&server, BaseRole::Admin).await;
    let id = server.id_of(BaseRole::Consumer).to_owned();
    let upper = id.to_ascii_uppercase();
    let group = script.send("POST", "/api/v1/groups", json!({ "name": "Sales" })).await.json();
    let group = group["_id"].as_str().unwrap().to_ascii_uppercase();
    let named = json!({ "email": "other@people.example", "userName": id, "password": PASSWORD });
    assert_eq!(script.send("POST", "/api/v1/users", named).await.status, 201);

    let patched = script.send("PATCH", &format!("/api/v1/users/{upper}"), json!({ "groups": [group] })).await;

    assert_eq!((patched.status, &patched.json()["_id"]), (200, &json!(id)), "{}", patched.body);
    for path in [
        format!("/api/v1/users?ids={upper}"),
        format!("/api/v1/users?groupId={group}"),
        format!("/api/v1/groups?ids={group}"),
        "/api/v1/groups?roleId=NULL".to_owned(),
        "/api/v1/groups?name=All%20users%20in%20system".to_owned(),
    ] {
        assert!(!script.get(&path).await.json().as_array().unwrap().is_empty(), "{path}");
    }
    let path = format!("/api/v1/users/{id}");
    assert_eq!(script.send("DELETE", &path, json!({})).await.status, 204);
    assert_eq!(script.send("DELETE", &path, json!({})).await.status, 404, "whoever is called so stays");
    let sorted = |sort: &str| {
        format!(
            "/api/v1/users?sort={sort}&ids={},{}",
            server.id_of(BaseRole::Admin),
            server.id_of(BaseRole::Contributor)
        )
    };
    let (up, down) = (script.get(&sorted("email")).await.json(), script.get(&sorted("-email")).await.json());
    assert_eq!((&up[0], &up[1]), (&down[1], &down[0]));
    server.finish().await;
}

#[tokio::test]
async fn a_password_lets_an_invited_user_in() {
    let server = TestServer::start().await;
    let script = Script::of(&server, BaseRole::Admin).await;
    let new = json!({ "email": "new@people.example" });
    let made = script.send("POST", "/api/v1/users", new).await.json();
    assert_eq!((&made["active"], script.signs_in("new@people.example").await), (&json!(false), 401));

    let path = format!("/api/v1/users/{}", made["_id"].as_str().unwrap());
    let answer = script.send("PATCH", &path, json!({ "password": PASSWORD })).await;

    assert_eq!((answer.status, &answer.json()["active"]), (200, &json!(true)), "{}", answer.body);
    assert_eq!(script.signs_in("new@people.example").await, 200);
    let hashed = json!({ "email": "md5@people.example", "hash": "5f4dcc3b5aa765d61d8327deb882cf99" });
    assert_eq!(script.send("POST", "/api/v1/users", hashed).await.json()["active"], false, "no key of v1");
    server.finish().await;
}

#[tokio::test]
async fn groups_that_changed_since_count_as_a_change_of_the_user() {
    let server = TestServer::start().await;
    let script = Script::of(&server, BaseRole::Admin).await;
    let id = server.id_of(BaseRole::Consumer);
    script.send("POST", "/api/v1/groups", json!({ "name": "Sales" })).await;
    let path = format!("/api/v1/users/{id}");
    let old = script.get(&path).await.header("etag").to_owned();
    assert_eq!(script.send("POST", "/api/groups/Sales/users", json!([id])).await.status, 200);
    let change = async |path: &str, tag: &str| {
        let request = server.request("PATCH", path).bearer(&script.token).header("if-match", tag);
        request.json(&json!({ "groups": [] })).send().await
    };

    assert_eq!(change(&path, &old).await.status, 412);

    let new = script.get(&path).await.header("etag").to_owned();
    let done = change(&path, &new).await;
    assert_eq!(done.status, 200, "{}", done.body);
    assert_eq!(
        done.header("etag").split('-').next(),
        script.get(&path).await.header("etag").split('-').next()
    );
    assert_eq!(change(&format!("/api/users/{id}"), &new).await.status, 400, "nobody looks at it there");
    server.finish().await;
}

#[tokio::test]
async fn a_narrow_token_asks_who_it_is_and_no_more() {
    let server = TestServer::start().await;
    let cx = server.cx_as(BaseRole::Super).await;
    let token = async |scope: &str| {
        let new = NewToken { name: "n".into(), scope: scope.into(), days: 1 };
        api_tokens::create(&cx, &new).await.unwrap().token
    };
    let (mail, security, own) =
        (token("mail:read").await, token("security:read").await, token("account:read").await);
    let ask = async |token: &str, method: &str, path: &str| {
        server.request(method, path).bearer(token).json(&json!({})).send().await.status
    };

    for (method, path) in [
        ("GET", "/api/v1/authentication/logout_all"),
        ("PATCH", "/api/v1/users/uiSettings"),
        ("GET", "/api/v1/account"),
        ("GET", "/api/v1/account/tokens"),
        ("GET", "/api/v1/account/events"),
        ("GET", "/api/v1/account/sessions"),
    ] {
        assert_eq!(ask(mail.reveal(), method, path).await, 403, "{path}");
    }
    assert_eq!(ask(mail.reveal(), "GET", "/api/users/loggedin").await, 200);
    assert_eq!(ask(own.reveal(), "GET", "/api/v1/account").await, 200);
    assert_eq!(ask(own.reveal(), "GET", "/api/v1/authentication/logout_all").await, 403);
    assert_eq!(ask(security.reveal(), "GET", "/api/settings/api").await, 403);
    server.finish().await;
}

#[tokio::test]
async fn shares_that_say_nothing_take_nothing_away() {
    let server = TestServer::start().await;
    let script = Script::of(&server, BaseRole::Admin).await;
    let object =
        json!({ "kind": "dashboard", "externalId": "d", "title": "D", "owner": email_of(BaseRole::Admin) });
    script.send("POST", "/api/v1/ownership/objects", object).await;
    let viewer = server.id_of(BaseRole::Consumer);
    let (path, good) = (
        "/api/shares/dashboard/d",
        json!({ "sharesTo": [{ "shareId": viewer, "type": "user", "rule": "view" }] }),
    );
    assert_eq!(script.send("POST", path, good).await.status, 200);

    for (wrong, status) in [
        (json!({}), 400),
        (json!([]), 400),
        (json!({ "shares": [] }), 400),
        (json!({ "sharesTo": [{ "shareId": viewer, "type": "user" }] }), 422),
        (
            json!({ "sharesTo": [{ "shareId": "66f1c2a45d0e8b3f7a914c20", "type": "user", "rule": "view" }] }),
            422,
        ),
        (
            json!({ "sharesTo": [{ "shareId": "66f1c2a45d0e8b3f7a914c20", "type": "group", "rule": "view" }] }),
            404,
        ),
    ] {
        let answer = script.send("POST", path, wrong.clone()).await;
        assert_eq!(answer.status, status, "{wrong}: {}", answer.body);
    }

    assert_eq!(script.get("/api/v1/dashboards/d/shares").await.json().as_array().unwrap().len(), 1);
    assert_eq!(script.send("POST", "/api/v1/folders", json!({})).await.status, 400);
    let nobody =
        script.send("POST", "/api/v1/dashboards/d/change_owner", json!({ "ownerId": "nobody" })).await;
    assert_eq!(nobody.json()["field"], "ownerId");
    server.finish().await;
}

#[tokio::test]
async fn the_edge_says_with_what_to_sign_in_and_what_is_old() {
    let server = TestServer::start().await;
    let script = Script::of(&server, BaseRole::Admin).await;
    let key = server.x_api_key(BaseRole::Admin).await;

    let nobody = server.request("GET", "/api/v1/users").send().await;
    let old = server.request("GET", "/api/users/loggedin").header("x-api-key", &key).send().await;

    assert!(nobody.header("www-authenticate").starts_with("Bearer"));
    assert_eq!((old.status, old.header("deprecation").starts_with('@')), (200, true));
    assert_eq!(script.get("/system/api/users/loggedin").await.status, 200);
    let other = script.get("/other/api/users/loggedin").await;
    assert_eq!((other.status, other.json()["error"]["status"].as_u64()), (404, Some(404)));
    let with_mark = server.request("POST", "/api/v1/groups").bearer(&script.token);
    let with_mark =
        with_mark.header("content-type", "application/json").body("\u{feff}{\"name\":\"Mark\"}".into());
    assert_eq!(with_mark.send().await.status, 201);
    let path = format!("/api/v1/users/{}", "66f1c2a45d0e8b3f7a914c20");
    let missing = script.get(&format!("{path}/tokens")).await.json();
    assert_eq!(missing["error"]["resourceName"], "66f1c2a45d0e8b3f7a914c20");
    for (path, status) in [
        ("/api/v1/audit/events?from=2026-01-02T03:04:05.000Z", 200),
        ("/api/v1/audit/events?from=yesterday", 400),
    ] {
        assert_eq!(script.get(path).await.status, status, "{path}");
    }
    server.finish().await;
}

#[tokio::test]
async fn a_script_that_has_just_signed_in_makes_tokens_of_service_accounts() {
    let server = TestServer::start().await;
    let script = Script::of(&server, BaseRole::Admin).await;
    let made = script
        .send("POST", "/api/v1/users/service-accounts", json!({ "name": "Sync", "role": "dataAdmin" }))
        .await;
    let path = format!("/api/v1/users/{}/tokens", made.json()["_id"].as_str().unwrap_or_default());
    let new = || json!({ "name": "sync", "scope": "users:read", "days": 90 });

    let token = script.send("POST", &path, new()).await;

    assert_eq!(token.status, 201, "{}", token.body);
    let rotate = format!("{path}/{}/rotate", token.json()["id"].as_str().unwrap());
    assert_eq!(script.send("POST", &rotate, json!({ "overlapHours": -1 })).await.status, 422);
    server.advance(HOUR_MS);
    assert_eq!(script.send("POST", &path, new()).await.status, 403, "that was a while ago");
    server.finish().await;
}
