//! Every call that the documents name is made, by every role and with every kind of credential, and answers as the
//! documents say: a status they name, a body of the shape they name, and never a breakdown.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{
    super::{
        cookies,
        openapi::{Access, Operation, Version, document},
    },
    documents::operations,
    routes::{NOTHING, arrived, filled},
    schema::misfits,
};
use crate::{
    accounts::users,
    cx::{BUILT_IN, BaseRole},
    licensing::organisations,
    testing::{Answer, DAY_MS, TestServer, email_of, new_user},
};

/// Calls whose good answers need more than one call: links of mails, and steps of jobs.
const NEVER_GOOD: &[(&str, &str)] = &[
    ("GET", "/api/v1/account/reset_password/{token}"),
    ("POST", "/api/v1/account/reset_password/{token}"),
    ("GET", "/api/v1/account/activate/{token}"),
    ("POST", "/api/v1/account/activate/{token}"),
    ("POST", "/api/v1/imports/{id}/apply"),
    ("POST", "/api/v1/imports/{id}/undo"),
    ("GET", "/api/v1/users/acts/{id}"),
    ("POST", "/api/v1/users/acts/{id}/stop"),
    // There is nothing to show before something is set, and a demo and a test keep their mails.
    ("GET", "/api/branding"),
    ("GET", "/api/v1/settings/email_server"),
    ("POST", "/api/v1/settings/email_server"),
    ("PATCH", "/api/v1/settings/email_server"),
    // Told once, and another call comes before it that makes it anew.
    ("GET", "/api/settings/api"),
    // Refused to everybody (docs/decisions/0025).
    ("POST", "/api/v1/authentication/login_saml_callback"),
    ("POST", "/api/v1/account/set_new_license"),
    ("POST", "/api/v1/account/set_offline_license"),
    ("POST", "/api/v1/tenants"),
    ("DELETE", "/api/v1/tenants/{tenant}"),
    ("POST", "/api/v1/ldap_domains"),
    ("POST", "/api/v1/ldap_domains/test"),
    ("DELETE", "/api/v1/ldap_domains/bulk"),
    ("GET", "/api/v1/ldap_domains/{id}"),
    ("PATCH", "/api/v1/ldap_domains/{id}"),
    ("POST", "/api/v1/ldap_domains/{id}/sync"),
    ("POST", "/api/v1/users/ad"),
    ("POST", "/api/v1/users/ad/bulk"),
    ("POST", "/api/users/ad"),
    ("POST", "/api/v1/groups/ad"),
    ("POST", "/api/v1/groups/ad/bulk"),
    ("POST", "/api/groups/ad"),
    ("POST", "/api/v1/wat/sessionToken"),
    ("POST", "/api/v1/wat/generate"),
    // There is no license server to ask, and no license to renew or to give back.
    ("GET", "/api/v1/license/simulation"),
    ("POST", "/api/v1/license/change"),
    ("POST", "/api/v1/license/install"),
    ("POST", "/api/v1/license/renew"),
    ("POST", "/api/v1/license/return"),
    // They take what a machine signed, or what a second person asked for.
    ("POST", "/api/v1/licensing/activate"),
    ("POST", "/api/v1/licensing/renew"),
    ("POST", "/api/v1/licensing/deactivate"),
    ("POST", "/api/v1/licensing/return"),
    ("POST", "/api/v1/licensing/time"),
    ("POST", "/api/v1/licensing/offline-key"),
    ("POST", "/api/v1/licensing/offline-request"),
    ("GET", "/api/v1/licensing/status"),
    ("POST", "/api/v1/licensing/packages/{package}/servers/{server}/release"),
    ("POST", "/api/v1/licensing/packages/{package}/servers/{server}/destroyed"),
    ("POST", "/api/v1/licensing/packages/{package}/servers/{server}/resolve-clone"),
    ("POST", "/api/v1/licensing/packages/{package}/users"),
    ("DELETE", "/api/v1/licensing/customers/{customer}/accounts/{user}"),
    ("DELETE", "/api/v1/licensing/packages/{package}/users/{user}"),
    ("GET", "/api/v1/licensing/downloads/{file}"),
    ("GET", "/api/v1/licensing/sample-dashboards/{slug}"),
    ("GET", "/api/v1/licensing/sample-dashboards/{slug}/file"),
    ("POST", "/api/v1/licensing/sample-dashboards/{slug}/publish"),
    ("POST", "/api/v1/licensing/sample-dashboards/{slug}/hide"),
    ("POST", "/api/v1/licensing/changes/{id}/approve"),
    ("POST", "/api/v1/licensing/changes/{id}/reject"),
    // The session would be the one that asks; nothing failed; the role is offered to nobody, with no password here.
    ("DELETE", "/api/v1/account/sessions/{id}"),
    ("POST", "/api/v1/mails/{id}/retry"),
    ("POST", "/api/v1/background-work/{id}/retry"),
    ("POST", "/api/v1/sysadmin/offer"),
    ("DELETE", "/api/v1/sysadmin/offer"),
    ("POST", "/api/v1/sysadmin/offer/accept"),
    // It takes what the private half of a root signed.
    ("POST", "/api/v1/licensing/keys/import"),
    // There is one signer, which only a root revokes.
    ("POST", "/api/v1/licensing/keys/{kid}/revoke"),
];

struct Documents(Vec<(Version, Value)>);

impl Documents {
    fn new() -> Self {
        Self(Version::ALL.map(|version| (version, document(version))).into())
    }

    /// What is wrong with an answer to a call; nothing if the documents tell of it.
    fn misfits(&self, operation: &Operation, answer: &Answer) -> Vec<String> {
        let (_, document) = self.0.iter().find(|(version, _)| version.has(operation.path)).unwrap();
        let told = &document["paths"][operation.path][operation.method.to_lowercase()]["responses"];
        let mut told = &told[answer.status.to_string()];
        if answer.status >= 500 || told.is_null() {
            return vec![format!("{} is no answer that is told of: {}", answer.status, answer.body)];
        }
        if let Some(name) = told["$ref"].as_str() {
            told = document.pointer(name.trim_start_matches('#')).unwrap();
        }
        let Some(content) = told["content"].as_object() else {
            return if answer.body.is_empty() {
                Vec::new()
            } else {
                vec![format!("no body is told of: {}", answer.body)]
            };
        };
        let kind = answer.header("content-type").split(';').next().unwrap();
        match content.get(kind) {
            Some(_) if ["text/csv", "application/jsonl"].contains(&kind) => Vec::new(),
            Some(content) => misfits(document, &content["schema"], &answer.json()),
            None => vec![format!("{kind} is not told of")],
        }
    }
}

/// With what somebody comes.
#[derive(Clone, Copy, Debug)]
enum Credential<'a> {
    None,
    Bearer(&'a str),
    Cookie(&'a str),
    ApiKey(&'a str),
}

async fn call(
    server: &TestServer,
    operation: &Operation,
    path: &str,
    with: Credential<'_>,
    body: &Value,
) -> Answer {
    let mut request = server.request(operation.method, path);
    request = match with {
        Credential::None => request,
        Credential::Bearer(token) => request.bearer(token),
        Credential::Cookie(token) => {
            let cookie = format!("{}={token}", cookies::session_name(false));
            request.header("cookie", &cookie).header("sec-fetch-site", "same-origin")
        }
        Credential::ApiKey(key) => request.header("x-api-key", key),
    };
    if !body.is_null() {
        request = match body.as_str() {
            Some(text) => request.text(text).header("content-type", "text/csv"),
            None => request.json(body),
        };
    }
    request.send().await
}

fn quiet() -> impl Fn(&mut crate::config::Config) {
    |config| {
        config.sign_in.delay_after_failures = 100_000;
        config.sign_in.lockout_enabled = false;
        config.x_api_key.iat_window_seconds = 600;
        config.license_server.enabled = true;
    }
}

#[tokio::test]
async fn without_a_good_credential_every_call_answers_as_told_and_tells_nothing() {
    let server = TestServer::start_with(quiet()).await;
    let documents = Documents::new();
    let mut old = server.browser_of(BaseRole::Admin).await;
    let expired_token = server.token_of(BaseRole::Admin).await;
    let expired_session = old.cookie(cookies::session_name(false)).to_owned();
    let expired_key = server.x_api_key(BaseRole::Admin).await;
    server.advance(400 * DAY_MS);
    assert!(!old.is_signed_in().await);
    let credentials = [
        Credential::None,
        Credential::Bearer("wrong"),
        Credential::Bearer(&expired_token),
        Credential::Cookie("wrong"),
        Credential::Cookie(&expired_session),
        Credential::ApiKey("a.b.c"),
        Credential::ApiKey(&expired_key),
    ];
    let mut wrong = Vec::new();

    for operation in operations() {
        for credential in credentials {
            let path = filled(operation.path);
            let answer = call(&server, operation, &path, credential, &json!({})).await;
            let mut misfits = documents.misfits(operation, &answer);
            // Keys that nobody here signed are not looked at without end.
            let is_given_up = matches!(credential, Credential::ApiKey(_)) && answer.status == 429;
            if operation.access == Access::SignedIn && answer.status != 401 && !is_given_up {
                misfits.push(format!("{} without a credential", answer.status));
            }
            if answer.body.contains("people.example") {
                misfits.push("it tells of people".to_owned());
            }
            wrong.extend(
                misfits
                    .iter()
                    .map(|it| format!("{} {} {credential:?}: {it}", operation.method, operation.path)),
            );
        }
    }

    server.abandon().await;
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[tokio::test]
async fn whoever_calls_for_what_is_not_there_is_answered_as_told() {
    let server = TestServer::start_with(quiet()).await;
    let documents = Documents::new();
    let mut wrong = Vec::new();

    for operation in operations() {
        for role in BUILT_IN {
            let (browser, _) = arrived(&server, Some(role)).await;
            let session = browser.cookie(cookies::session_name(false)).to_owned();
            // Bodies of the wrong type change nothing.
            for body in [json!("no"), json!(7), Value::Null] {
                let path = filled(operation.path);
                let answer = call(&server, operation, &path, Credential::Cookie(&session), &body).await;
                wrong.extend(
                    documents
                        .misfits(operation, &answer)
                        .iter()
                        .map(|it| format!("{} {} {role:?} {body}: {it}", operation.method, operation.path)),
                );
            }
        }
    }

    server.abandon().await;
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

/// Things to look at and to change, and where they are.
struct World<'a> {
    server: &'a TestServer,
    made: usize,
}

impl World<'_> {
    async fn ask(&self, method: &str, path: &str, body: Value) -> Value {
        let (browser, _) = arrived(self.server, Some(BaseRole::Super)).await;
        let answer = browser.request(method, path).json(&body).send().await;
        assert!(answer.status < 300, "{method} {path}: {}", answer.body);
        answer.json()
    }

    /// A role that the call may be made about.
    async fn role(&self, operation: &Operation, n: usize) -> String {
        if (operation.method, operation.path) != ("DELETE", "/api/roles/{role}") {
            return "consumer".to_owned();
        }
        let made = self.ask("POST", "/api/roles", json!({ "displayName": format!("Walked {n}") })).await;
        made["_id"].as_str().unwrap().to_owned()
    }

    /// A thing of a room of its own; nothing that is there for other calls.
    async fn other(&self, operation: &Operation, n: usize) -> String {
        if operation.path.starts_with("/api/v1/account/tokens/") {
            let token = json!({ "name": format!("own {n}"), "scope": "account:read" });
            let made = self.ask("POST", "/api/v1/account/tokens", token).await;
            return made["id"].as_str().unwrap().to_owned();
        }
        if operation.path.contains("/groups/deleted/") {
            let made = self.ask("POST", "/api/v1/groups", json!({ "name": format!("Gone {n}") })).await;
            let id = made["_id"].as_str().unwrap().to_owned();
            self.ask("DELETE", &format!("/api/groups/{id}"), Value::Null).await;
            return id;
        }
        if !operation.path.contains("/server_access/") {
            return NOTHING.to_owned();
        }
        let server = json!({ "serverName": format!("data{n}.example") });
        let made = self.ask("POST", "/api/v1/authentication/server_access", server).await;
        made["_id"].as_str().unwrap().to_owned()
    }

    /// Ids of a service account and of its token.
    async fn service_account(&mut self, n: usize) -> (String, String) {
        let service = json!({ "name": format!("Sync {n}"), "role": "viewer" });
        let user = self.ask("POST", "/api/v1/users/service-accounts", service).await;
        let user = user["_id"].as_str().unwrap().to_owned();
        let token = json!({ "name": "old", "scope": "users:read", "days": 1 });
        let token = self.ask("POST", &format!("/api/v1/users/{user}/tokens"), token).await;
        (user, token["id"].as_str().unwrap().to_owned())
    }

    /// Ids of an organisation and of its package.
    async fn package(&mut self, operation: &Operation) -> (String, String) {
        let organisation = organisations::create(&self.server.host(), "Walked").await.unwrap().id;
        let kind = if operation.path.contains("/trials/") { "trial" } else { "subscription" };
        let package = json!({
            "organisation": organisation, "name": "Walked", "reason": "walked", "validUntil": "2028-01-31",
            "type": kind, "seats": { "administrators": 1, "designers": 1, "viewers": null },
        });
        let package = self.ask("POST", "/api/v1/licensing/packages", package).await;
        (organisation, package["id"].as_str().unwrap().to_owned())
    }

    /// Id of a release with a file, in the state that the call is about.
    async fn release(&self, operation: &Operation, n: usize) -> String {
        if !operation.path.contains("/releases/{release}") {
            return NOTHING.to_owned();
        }
        let new = json!({ "version": format!("2020.{n}") });
        let made = self.ask("POST", "/api/v1/licensing/releases", new).await;
        let id = made["id"].as_str().unwrap().to_owned();
        let path = format!("/api/v1/licensing/releases/{id}");
        if !operation.path.ends_with("{name}") {
            self.ask("PUT", &format!("{path}/files/walked.zip"), json!("a file")).await;
        }
        if operation.path.ends_with("/withdraw") {
            let (browser, _) = arrived(self.server, Some(BaseRole::Super)).await;
            let answer = browser.request("POST", &format!("{path}/publish")).send().await;
            assert_eq!(answer.status, 204, "{}", answer.body);
        }
        id
    }

    /// Makes what a call is about, anew each time, and answers what stands for it in paths and bodies.
    async fn things(&mut self, operation: &Operation) -> BTreeMap<&'static str, String> {
        self.made += 1;
        let n = self.made;
        let email = format!("walked{n}@people.example");
        // Only who can sign in gets a link to another password, or is locked.
        let mut new = new_user(&email, "consumer");
        if !["/password-link", "/lock"].iter().any(|end| operation.path.ends_with(end)) {
            new.credential = users::Credential::Invited;
        }
        let user = self.server.add(new).await.person.id;
        let group = self.ask("POST", "/api/v1/groups", json!({ "name": format!("Walked {n}") })).await;
        let inner = self.ask("POST", "/api/v1/groups", json!({ "name": format!("Inside {n}") })).await;
        let dashboard =
            json!({ "kind": "dashboard", "externalId": format!("d{n}"), "title": "Sales", "owner": email });
        let object = self.ask("POST", "/api/v1/ownership/objects", dashboard).await;
        let folder = self.ask("POST", "/api/v1/folders", json!({ "name": format!("Folder {n}") })).await;
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let (user, token) = if operation.path.contains("/tokens") && operation.path.contains("{user}") {
            self.service_account(n).await
        } else {
            (user, "0".repeat(43))
        };
        let id = match operation.path {
            path if path.contains("/dashboard") => format!("d{n}"),
            path if path.contains("/folders/") => text(&folder["oid"]),
            path if path.contains("/objects/") => text(&object["items"][0]["id"]),
            path if path.contains("/transfers/") => {
                let wanted = json!({ "from": email, "to": email_of(BaseRole::Admin) });
                text(&self.ask("POST", "/api/v1/ownership/transfers", wanted).await["id"])
            }
            path if path.contains("/imports/") => {
                let table = json!([{ "email": format!("listed{n}@people.example"), "role": "viewer" }]);
                text(&self.ask("POST", "/api/v1/imports", table).await["id"])
            }
            path if path.contains("/users/deleted/") => {
                self.ask("POST", &format!("/api/v1/users/{user}/deletion"), json!({})).await;
                user.clone()
            }
            path if path.contains("/sessions/") => {
                arrived(self.server, Some(BaseRole::Consumer)).await;
                text(
                    &self.ask("GET", "/api/v1/sessions?search=consumer", Value::Null).await["items"][0]["id"],
                )
            }
            path if path.contains("/callers/") => {
                let token = self.server.token_of(BaseRole::Admin).await;
                self.server.request("GET", "/api/v1/users/loggedin").bearer(&token).send().await;
                self.server.write_used().await;
                text(&self.ask("GET", "/api/v1/callers", Value::Null).await["items"][0]["id"])
            }
            _ => self.other(operation, n).await,
        };
        let role = self.role(operation, n).await;
        let email = if operation.path.ends_with("/login") { email_of(BaseRole::Consumer) } else { email };
        let mut things = self.licensed(operation, n).await;
        things.extend([
            ("{user}", user),
            ("{group}", text(&group["_id"])),
            ("{inner}", text(&inner["_id"])),
            ("{role}", role),
            ("{path}", "%2Fdashboards".to_owned()),
            ("{tenant}", "system".to_owned()),
            ("{kind}", "api".to_owned()),
            ("{document}", "v1.json".to_owned()),
            ("{token}", token),
            ("{id}", id),
            ("email", email),
        ]);
        things
    }

    /// The same of a license server.
    async fn licensed(&mut self, operation: &Operation, n: usize) -> BTreeMap<&'static str, String> {
        let (organisation, package) = self.package(operation).await;
        BTreeMap::from([
            ("{package}", package),
            ("{customer}", organisation.clone()),
            ("{organisation}", organisation),
            ("{release}", self.release(operation, n).await),
            ("{name}", "platform.zip".to_owned()),
            ("{report}", "slots".to_owned()),
            ("{server}", "0".repeat(24)),
        ])
    }
}

#[tokio::test]
async fn every_example_of_the_documents_works_and_answers_as_told() {
    let server = TestServer::start_with(|config| {
        quiet()(config);
        config.license.tier = crate::config::Tier::Enterprise;
    })
    .await;
    let documents = Documents::new();
    let mut world = World { server: &server, made: 0 };
    let (mut wrong, mut never_good) = (Vec::new(), Vec::new());

    for operation in operations() {
        let things = world.things(operation).await;
        let mut path = operation.path.to_owned();
        let mut body =
            operation.body.as_ref().and_then(|body| body.example.clone()).unwrap_or_default().to_string();
        for (name, value) in things.iter().filter(|(name, _)| name.starts_with('{')) {
            path = path.replace(name, value);
        }
        if operation.path.ends_with("/users/bulk") && operation.method == "DELETE" {
            path = format!("{path}?ids={}", things["{user}"]);
        }
        if operation.path.ends_with("/folders/bulk") {
            path = format!("{path}?folderIds={}", things["{id}"]);
        }
        if operation.path.ends_with("/admin/logout") || operation.path.ends_with("/admin/tokens/{kind}") {
            path = format!("{path}?users={}", things["{user}"]);
        }
        body = body
            .replace("66f1c2a45d0e8b3f7a914c20", &things["{user}"])
            .replace("65f0c0ffee0000000000000b", &things["{organisation}"])
            .replace("ada@example.com", &things["email"])
            .replace("alan@example.com", &email_of(BaseRole::Admin));
        let body: Value = serde_json::from_str(&body).unwrap();
        let (browser, _) = arrived(&server, Some(BaseRole::Super)).await;
        let session = browser.cookie(cookies::session_name(false)).to_owned();
        let answer = call(&server, operation, &path, Credential::Cookie(&session), &body).await;
        wrong.extend(
            documents
                .misfits(operation, &answer)
                .iter()
                .map(|it| format!("{} {}: {it}", operation.method, operation.path)),
        );
        if answer.status >= 300 {
            never_good.push((operation.method, operation.path, answer.body));
        }
    }

    server.abandon().await;
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
    let unexpected: Vec<_> = never_good.iter().filter(|it| !NEVER_GOOD.contains(&(it.0, it.1))).collect();
    assert!(unexpected.is_empty(), "{unexpected:#?}");
}
