//! Clients of the platform that no package registry has, call by call as they are known to ask (contract parts 13 and
//! 14): the PHP, C# and Ruby clients, the platform's own k6 and Playwright tests, and PowerShell scripts. The packages
//! that can be had are run by the tests from end to end.

use serde_json::{Value, json};

use crate::{
    cx::BaseRole,
    testing::{Answer, PASSWORD, TestServer, email_of},
};

const ADMIN: BaseRole = BaseRole::Admin;

/// A client with a token.
struct Client<'a> {
    server: &'a TestServer,
    token: String,
}

impl<'a> Client<'a> {
    async fn new(server: &'a TestServer) -> Self {
        Self { server, token: server.token_of(ADMIN).await }
    }

    /// Asks, and expects this status; what has a body is JSON.
    async fn ask(&self, method: &str, path: &str, body: Option<Value>, status: u16) -> Answer {
        let mut request = self.server.request(method, path).bearer(&self.token);
        if let Some(body) = body {
            request = request.json(&body);
        }
        let answer = request.send().await;
        assert_eq!(answer.status, status, "{method} {path}: {}", answer.body);
        if !answer.body.is_empty() {
            assert!(answer.header("content-type").starts_with("application/json"), "{method} {path}");
            answer.json();
        }
        answer
    }

    async fn get(&self, path: &str) -> Value {
        self.ask("GET", path, None, 200).await.json()
    }

    async fn id_at(&self, path: &str) -> String {
        let found = self.get(path).await;
        let one = if found.is_array() { &found[0] } else { &found };
        one["_id"].as_str().unwrap_or_else(|| panic!("{path}: {found}")).to_owned()
    }
}

/// The PHP client: a slash at the end of every path, and arrays or objects as every answer it reads.
#[tokio::test]
async fn the_php_client_finds_its_users_groups_and_roles() {
    let server = TestServer::start().await;
    let form = [("username", email_of(ADMIN)), ("password", PASSWORD.to_owned())];
    let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let login = server.request("POST", "/api/v1/authentication/login/").form(&form).send().await;
    let php = Client { server: &server, token: login.json()["access_token"].as_str().unwrap().to_owned() };

    let user = json!({ "email": "php@people.example", "userName": "php", "firstName": "P", "roleId": null });
    php.ask("POST", "/api/v1/users/", Some(user), 201).await;
    let many = json!([{ "email": "php2@people.example" }, { "email": "php3@people.example" }]);
    let many = php.ask("POST", "/api/v1/users/bulk/", Some(many), 201).await.json();
    let ids: Vec<&str> = many.as_array().unwrap().iter().map(|user| user["_id"].as_str().unwrap()).collect();
    php.ask("DELETE", &format!("/api/v1/users/bulk/?ids={}", ids.join(",")), None, 204).await;
    php.get("/api/v1/users/?limit=5&skip=0").await;
    let role = php.id_at("/api/roles/viewer/").await;
    let new =
        json!([{ "email": "php4@people.example", "userName": "php4", "roleId": role, "password": PASSWORD }]);
    let made = php.ask("POST", "/api/users/", Some(new), 200).await.json();
    assert!(made[0][0]["_id"].is_string());
    assert_eq!(php.get("/api/users/?search=php4&limit=1&desc=true").await.as_array().unwrap().len(), 1);
    assert!(php.get("/api/users/count/?search=php").await["count"].as_i64().unwrap() >= 2);
    php.get("/api/users/php4/").await;
    // It sends nothing, and means no change.
    php.ask("PUT", "/api/users/php4/", None, 200).await;
    php.get("/api/users/loggedin/").await;
    let emails = json!(["php4@people.example", "free@people.example"]);
    php.ask("POST", "/api/users/validate/", Some(emails.clone()), 200).await;
    let simulated = php.ask("POST", "/api/users/simulate/?admode=false", Some(emails), 200).await.json();
    assert_eq!(simulated["users"][0]["isExist"], true);
    assert_eq!(php.get("/api/users/ad/?search=x&limit=5").await, json!([]));
    php.get("/api/users/allDirectories/?includeDomain=true").await;
    for path in ["/api/users/ad/", "/api/v1/users/ad/", "/api/v1/users/ad/bulk/"] {
        php.ask("POST", path, Some(json!({ "user": { "userName": "ad" } })), 404).await;
    }
    php.ask("DELETE", "/api/users/php4/", None, 200).await;
    let id = php.id_at("/api/users/php/").await;
    php.ask("POST", "/api/users/delete/", Some(json!([id])), 200).await;

    let group =
        json!([{ "name": "PHP", "defaultRole": "consumer", "timeout": "default", "language": "en-US" }]);
    php.ask("POST", "/api/groups/", Some(group), 200).await;
    let id = php.id_at("/api/groups/?search=PHP&exactMatch=true&usersCount=true").await;
    php.ask("POST", "/api/groups/byIds/?usersCount=true", Some(json!([id])), 200).await;
    php.ask("POST", "/api/groups/validateName/", Some(json!({ "name": "PHP" })), 200).await;
    assert_eq!(php.get("/api/groups/ad/").await, json!([]));
    php.get("/api/groups/allDirectories/").await;
    let me = php.id_at("/api/users/loggedin/").await;
    php.ask("POST", "/api/groups/PHP/users/", Some(json!([me])), 200).await;
    assert_eq!(php.get("/api/groups/PHP/users/").await[0]["email"], email_of(ADMIN));
    php.ask("DELETE", "/api/groups/PHP/users/", Some(json!([me])), 200).await;
    php.ask("DELETE", "/api/groups/", Some(json!({ "groups": ["PHP"], "deleteAdUsers": false })), 200).await;
    php.ask("POST", "/api/v1/groups/", Some(json!({ "name": "PHP one" })), 201).await;
    let id = php.id_at("/api/v1/groups/?name=PHP%20one").await;
    php.ask("DELETE", &format!("/api/v1/groups/{id}/"), None, 204).await;
    php.get("/api/roles/?includeManifest=true&includeBaseRolesName=true&envelop=false").await;
    php.get(&format!("/api/roles/{role}/manifest/%2Fmanage%2Fusers")).await;
    php.ask("GET", "/api/v1/authentication/logout/?targetDevice=", None, 200).await;
    php.ask("GET", "/api/users/loggedin/", None, 401).await;
    server.finish().await;
}

#[tokio::test]
async fn the_php_client_finds_accounts_settings_and_dashboards() {
    let server = TestServer::start().await;
    let php = Client::new(&server).await;
    php.ask("POST", "/api/v1/users/", Some(json!({ "email": "php@people.example" })), 201).await;

    php.ask("POST", "/api/v1/account/begin_activate/", Some(json!({ "email": "php@people.example" })), 204)
        .await;
    php.ask("POST", "/api/v1/account/begin_activate_bulk/", Some(json!(["php@people.example"])), 204).await;
    php.ask("GET", "/api/v1/account/activate/nothing/", None, 404).await;
    php.ask("POST", "/api/v1/account/begin_reset_password/", Some(json!({ "email": email_of(ADMIN) })), 204)
        .await;
    php.ask("GET", "/api/v1/account/reset_password/nothing/", None, 404).await;
    php.ask("POST", "/api/users/forgetpassword/", Some(json!({ "userEmail": email_of(ADMIN) })), 200).await;
    php.get("/api/v1/account/get_license_info/").await;
    assert!(php.get("/api/v1/application/status/").await["version"].is_string());
    assert_eq!(php.get("/api/auth/isauth/").await["isAuthenticated"], true);

    let security =
        json!({ "securityConfig": { "passwordError": "More digits", "sessionOnlyCookie": "true" } });
    php.ask("POST", "/api/settings/security/", Some(security), 200).await;
    assert_eq!(php.get("/api/settings/security/").await["passwordError"], "More digits");
    // The mail server is the Sys. Admin's to choose.
    php.ask("POST", "/api/settings/system/", Some(json!({ "emailServer": { "host": "x" } })), 403).await;
    php.ask("POST", "/api/settings/system/", Some(json!({ "alias": null })), 200).await;
    php.get("/api/settings/globalization/").await;
    php.ask("PUT", "/api/settings/globalization/", Some(json!({ "language": "en-US" })), 200).await;
    php.ask("DELETE", "/api/settings/globalization/", None, 204).await;
    let proxy =
        json!({ "enabled": false, "ip": "192.0.2.7", "port": 3128, "username": "u", "password": "p" });
    php.ask("POST", "/api/settings/proxy/", Some(proxy), 200).await;
    php.ask("DELETE", "/api/settings/proxy/", None, 204).await;
    php.get("/api/settings/api/").await;
    php.get("/api/settings/api/generate/").await;
    php.ask("DELETE", "/api/settings/api/", None, 200).await;
    php.ask("POST", "/api/branding/", Some(json!({ "brandName": "House" })), 200).await;
    php.get("/api/branding/").await;

    assert_eq!(php.get("/api/v1/dashboards/admin/?dashboardType=owner&asObject=false").await, json!([]));
    let query = json!({ "queryParams": {}, "queryOptions": {}, "queryExpantion": {} });
    php.ask("POST", "/api/v1/dashboards/admin/", Some(query), 200).await;
    let owner = json!({ "ownerId": server.id_of(ADMIN), "originalOwnerRule": "edit" });
    let none = "/api/v1/dashboards/66f1c2a45d0e8b3f7a914c20/admin/change_owner/";
    assert_eq!(php.ask("POST", none, Some(owner), 404).await.error(), (10001, 404));
    php.ask("GET", "/api/auth/logout/", None, 200).await;
    server.run_jobs().await;
    server.finish().await;
}

/// The C# client: JSON to sign in, and keys signed with a time of its own choice (contract part 2.3).
#[tokio::test]
async fn the_csharp_client_signs_in_and_signs_its_calls() {
    let server = TestServer::start().await;
    let admin = server.token_of(ADMIN).await;
    let login = json!({ "username": email_of(BaseRole::Consumer), "password": PASSWORD });
    let entered = server.request("POST", "/api/v1/authentication/login").json(&login).send().await;
    assert!(!entered.json()["access_token"].as_str().unwrap().is_empty());
    let status = server.request("GET", "/api/v1/application/status").send().await.json();
    assert_eq!(status["license"], json!({ "isMobileEnabled": false, "isExpired": false }));
    let missing = server.request("GET", "/api/v1/users/66f1c2a45d0e8b3f7a914c20").bearer(&admin).send().await;
    assert_eq!(missing.error(), (2001, 404));

    // The time in its vectors is years ago; their keys are shorter than any that is taken here.
    let own = json!({ "apiKey": "0123456789abcdef0123456789abcdef" });
    server.request("POST", "/api/settings/api").bearer(&admin).json(&own).send().await;
    let claims = json!({ "iat": 1_514_764_800, "email": email_of(ADMIN), "password": PASSWORD });
    let key = jsonwebtoken::EncodingKey::from_secret(own["apiKey"].as_str().unwrap().as_bytes());
    let signed = jsonwebtoken::encode(&jsonwebtoken::Header::default(), &claims, &key).unwrap();
    let listed = server.request("GET", "/api/users").header("x-api-key", &signed).send().await;

    assert_eq!(listed.status, 200, "{}", listed.body);
    server.finish().await;
}

/// The Ruby client: an empty object with every DELETE, and JSON as every refusal.
#[tokio::test]
async fn the_ruby_client_keeps_users_and_groups() {
    let server = TestServer::start().await;
    let ruby = Client::new(&server).await;
    let user = json!({ "firstName": "Ru", "lastName": "By", "email": "ruby@people.example" });

    let made = ruby.ask("POST", "/api/v1/users", Some(user), 201).await.json();

    for field in ["_id", "email", "firstName", "lastName", "created", "lastUpdated", "userName", "roleId"] {
        assert!(made[field].is_string(), "{field}: {made}");
    }
    assert_eq!(made["active"], false);
    let path = format!("/api/v1/users/{}", made["_id"].as_str().unwrap());
    let changed = ruby.ask("PATCH", &path, Some(json!({ "email": "rb@people.example" })), 200).await.json();
    assert_eq!(changed["userName"], "ruby@people.example", "an address changes no user name");
    ruby.get(&path).await;
    ruby.ask("DELETE", &path, Some(json!({})), 204).await;
    ruby.ask("GET", &path, None, 404).await;
    ruby.ask("GET", "/api/v1/users/not-an-id", None, 422).await;
    let group = ruby.ask("POST", "/api/v1/groups", Some(json!({ "name": "Ruby" })), 201).await.json();
    let id = group["_id"].as_str().unwrap();
    let put =
        ruby.ask("PUT", &format!("/api/groups/{id}"), Some(json!({ "name": "Rubies" })), 200).await.json();
    assert_eq!(put[1]["ok"], 1);
    ruby.ask("DELETE", &format!("/api/v1/groups/{id}"), Some(json!({})), 204).await;
    let role = ruby.id_at("/api/roles").await;
    ruby.get(&format!("/api/roles/{role}")).await;
    server.finish().await;
}

/// The platform's own load tests: 40 users in chunks of 4, and no answer that goes well says `error`.
#[tokio::test]
async fn the_load_tests_of_the_platform_make_count_and_delete_their_users() {
    let server = TestServer::start().await;
    let k6 = Client::new(&server).await;
    let viewer = k6.id_at("/api/roles/consumer").await;
    let mut ids = Vec::new();
    for chunk in 0..10 {
        let users: Vec<Value> = (0..4)
            .map(|number| {
                json!({
                    "userName": format!("k6-{chunk}-{number}"), "email": format!("k6-{chunk}-{number}@people.example"),
                    "firstName": "", "lastName": " ", "roleId": viewer, "groups": [], "password": PASSWORD,
                    "preferences": { "localeId": "en-US", "language": "en-US" },
                    "manifest": { "tenants": { "crossTenant": { "allowed": false } } },
                })
            })
            .collect();
        let made = k6.ask("POST", "/api/users", Some(json!(users)), 200).await;
        assert!(!made.body.contains("error"), "{}", made.body);
        let made = made.json();
        ids.extend(made.as_array().unwrap().iter().map(|it| it[0]["_id"].as_str().unwrap().to_owned()));
    }

    let listed = k6.ask("GET", "/api/users?&search=k6-&limit=50&skip=0", None, 200).await;
    assert!(!listed.body.contains("error"));
    assert_eq!(listed.json().as_array().unwrap().len(), 40);
    assert_eq!(k6.get("/api/users/count?search=k6-").await["count"], 40);
    let group = json!([{ "name": "K6 group" }]);
    assert!(k6.ask("POST", "/api/groups", Some(group), 200).await.json()[0][0]["_id"].is_string());
    let group = k6.id_at("//api/groups/K6%20group").await;
    let members = format!("/api/groups/{group}/users");
    assert_eq!(
        k6.ask("POST", &members, Some(json!(ids[..4])), 200).await.json().as_array().unwrap().len(),
        4
    );
    k6.get(&members).await;
    k6.ask("DELETE", &members, Some(json!(ids[..4])), 200).await;
    k6.ask("DELETE", &format!("/api/groups/{group}"), None, 200).await;
    k6.ask("DELETE", &format!("/api/v1/users/bulk?ids={}", ids.join(",")), None, 204).await;
    assert_eq!(k6.get("/api/users/count?search=k6-").await["count"], 0);
    server.finish().await;
}

/// The platform's own browser tests: they find things by the names that people see.
#[tokio::test]
async fn the_browser_tests_of_the_platform_find_what_they_prepare() {
    let server = TestServer::start().await;
    let tests = Client::new(&server).await;
    let roles = tests.get("/api/roles").await;
    for name in ["Sys. Admin", "Admin", "Data Admin", "Data Designer", "Designer", "Viewer"] {
        assert!(roles.as_array().unwrap().iter().any(|role| role["displayName"] == name), "{name}");
    }
    let system = tests.get("/api/v1/tenants").await;
    assert_eq!((&system[0]["name"], &system[0]["default"]), (&json!("system"), &json!(true)));
    let user = json!([{ "email": "pw+1@people.example", "userName": "pw user", "firstName": "P", "lastName": "W",
        "roleId": roles[5]["_id"], "tenantId": system[0]["_id"] }]);

    tests.ask("POST", "/api/users?notify=true", Some(user), 200).await;

    let found = tests.get("/api/v1/users?email=pw%2B1@people.example").await;
    assert_eq!(found.as_array().unwrap().len(), 1);
    assert_eq!(found[0]["tenantId"], system[0]["_id"]);
    tests.get("/api/users/pw%20user").await;
    tests.ask("PATCH", "/api/v1/users/uiSettings", Some(json!({ "gotIt": { "tour": true } })), 200).await;
    tests.ask("POST", "/api/v1/logs/timer", Some(json!({ "took": 7 })), 200).await;
    tests.get("/api/v1/authentication/tokens/api").await;
    tests.get("/api/groups/All%20users%20in%20system").await;
    tests.ask("POST", "/api/users/delete", Some(json!([found[0]["_id"]])), 200).await;
    server.finish().await;
}

/// PowerShell scripts: they match roles by `_id` and `name`, and write manifests and owners.
#[tokio::test]
async fn powershell_scripts_change_roles_manifests_and_settings() {
    let server = TestServer::start().await;
    let script = Client::new(&server).await;
    let roles = script.get("/api/roles?includeManifest=true&compiledRoles=true").await;
    let of = |name: &str| {
        let role = roles.as_array().unwrap().iter().find(|role| role["name"] == name).unwrap();
        role["_id"].as_str().unwrap().to_owned()
    };
    let users = script.get("/api/users").await;
    let viewer = users.as_array().unwrap().iter().find(|user| user["roleName"] == "consumer").unwrap();
    let path = format!("/api/v1/users/{}", viewer["_id"].as_str().unwrap());

    let changed = script.ask("PATCH", &path, Some(json!({ "roleId": of("contributor") })), 200).await.json();

    assert_eq!(changed["roleId"], of("contributor").as_str());
    let manifest = format!("/api/roles/{}/manifest/%2Fdashboards", of("contributor"));
    let wanted = json!({ "duplicate": true, "rename": true });
    assert_eq!(script.ask("POST", &manifest, Some(wanted.clone()), 200).await.json(), wanted);
    script.get("/api/v1/settings/sso").await;
    script
        .ask("POST", "/api/v1/settings/sso", Some(json!({ "enabled": false, "ssoType": "jwt" })), 200)
        .await;
    assert_eq!(script.get("/api/v1/groups?name=everyone").await[0]["name"], "Everyone");
    let exists = script.get("/api/v1/dashboards/66f1c2a45d0e8b3f7a914c20/exists").await;
    assert_eq!(exists, json!({ "exists": false }));
    server.finish().await;
}
