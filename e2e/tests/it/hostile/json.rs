//! Nasty values in every field of a user, and JSON that is none.

use super::{must_be_refused, must_not_be_a_fault, must_not_be_logged, nasty};
use reqwest::Method;
use seatwarden_e2e::{
    database::Engine,
    demo::Demo,
    http::{Answer, Http},
};
use serde_json::{Value, json};

/// The API as the Sys. Admin calls it.
struct Api {
    demo: Demo,
    script: Http,
    token: String,
}

impl Api {
    async fn start(engine: Engine) -> Self {
        let demo = Demo::start(engine).await;
        let script = Http::script(demo.url());
        let token = script.bearer(&demo.ready().sysadmin).await;
        Self { demo, script, token }
    }

    async fn send(&self, method: Method, path: &str, body: impl Into<Vec<u8>>) -> Answer {
        let request = self.script.request(method, path).bearer_auth(&self.token);
        self.script.send(request.header("content-type", "application/json").body(body.into())).await
    }

    async fn get(&self, path: &str) -> Answer {
        self.script.get_as(path, &self.token).await
    }

    /// It still answers, to the same person, and logged no fault.
    async fn must_be_well(&self) {
        let person = self.get("/api/users/loggedin").await.must_be(200).json();
        assert_eq!(person["email"], self.demo.ready().sysadmin.email);
        must_not_be_logged(&self.demo, std::slice::from_ref(&self.token));
    }
}

const FIELDS: [&str; 11] = [
    "email",
    "userName",
    "firstName",
    "lastName",
    "password",
    "hash",
    "roleId",
    "groups",
    "preferences",
    "active",
    "uiSettings",
];

#[tokio::test]
async fn nasty_values_in_any_field_are_never_a_fault_on_sqlite() {
    nasty_values(Engine::Sqlite).await;
}

#[tokio::test]
async fn nasty_values_in_any_field_are_never_a_fault_on_postgresql() {
    nasty_values(Engine::Postgres).await;
}

async fn nasty_values(engine: Engine) {
    let api = Api::start(engine).await;
    let values = nasty().into_iter().map(Value::from).chain([
        json!(null),
        json!(5),
        json!(-1.5e300),
        json!([]),
        json!({}),
        json!([["x"]]),
        json!({ "localeId": "a\0b" }),
        json!(["a\0b"]),
        json!({ "x": "\u{0}" }),
        json!(true),
    ]);
    for value in values {
        for field in FIELDS {
            must_not_hurt(&api, field, &value).await;
        }
        let answer = api.send(Method::POST, "/api/users/delete", json!([value]).to_string()).await;
        must_be_refused(&format!("delete {:.40}", value.to_string()), &answer);
    }
    api.must_be_well().await;
}

/// Adds a user with this value in this field, and puts it into another; takes both back.
async fn must_not_hurt(api: &Api, field: &str, value: &Value) {
    let what = format!("{field} = {:.40}", value.to_string());
    let mut user = json!({ "email": "a.user@example.com", "firstName": "A" });
    user[field] = value.clone();
    let answer = api.send(Method::POST, "/api/users", json!([user]).to_string()).await;
    must_not_be_a_fault(&format!("POST {what}"), &answer);
    if answer.status == 200 {
        let id = answer.json()[0][0]["_id"].as_str().unwrap().to_owned();
        api.send(Method::POST, "/api/users/delete", json!([id]).to_string()).await.must_be(200);
    }
    let is_text = matches!(field, "email" | "userName" | "firstName" | "lastName" | "roleId" | "hash");
    if is_text && value.as_str().is_some_and(|text| text.contains('\0')) {
        must_be_refused(&format!("POST {what}"), &answer);
    }

    let answer =
        api.send(Method::PUT, "/api/users/viewer%40demo.example", json!({ field: value }).to_string()).await;
    must_not_be_a_fault(&format!("PUT {what}"), &answer);
    if answer.status == 200 && matches!(field, "email" | "userName" | "active") {
        let id = answer.json()["_id"].as_str().unwrap().to_owned();
        let back =
            json!({ "email": "viewer@demo.example", "userName": "viewer@demo.example", "active": true });
        api.send(Method::PUT, &format!("/api/users/{id}"), back.to_string()).await.must_be(200);
    }
}

#[tokio::test]
async fn json_that_is_none_is_refused_in_json() {
    let api = Api::start(Engine::Sqlite).await;
    for (what, body) in [
        ("nothing", Vec::new()),
        ("no JSON", b"hello".to_vec()),
        ("half of it", br#"[{"email":"#.to_vec()),
        ("bytes that are no text", b"[{\"email\":\"\xff\xfe@example.com\"}]".to_vec()),
        ("half a surrogate", br#"[{"email":"\ud800@example.com"}]"#.to_vec()),
        ("a deep list", [b"[".repeat(100_000), b"]".repeat(100_000)].concat()),
        ("a deep object", [br#"{"a":"#.repeat(50_000), b"1".to_vec(), b"}".repeat(50_000)].concat()),
        ("a number", b"5".to_vec()),
        ("a list of numbers", b"[1,2]".to_vec()),
        ("an endless number", [b"[".to_vec(), b"9".repeat(100_000), b"]".to_vec()].concat()),
    ] {
        let answer = api.send(Method::POST, "/api/users", body.clone()).await;
        must_be_refused(&format!("POST {what}"), &answer);
        assert!(
            answer.header("content-type").starts_with("application/json"),
            "{what}: {:?}",
            answer.headers
        );
        answer.json();
        let answer = api.send(Method::POST, "/api/v1/authentication/login", body).await;
        must_be_refused(&format!("login with {what}"), &answer);
    }
    // The key that counts is not a matter of who reads it.
    let twice = br#"[{"email":"one@example.com","email":"two@example.com","firstName":"A"}]"#.to_vec();
    must_not_be_a_fault("a key twice", &api.send(Method::POST, "/api/users", twice).await);
    api.must_be_well().await;
}

#[tokio::test]
async fn nasty_addresses_and_filters_are_never_a_fault() {
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let api = Api::start(engine).await;
        for query in [
            "search=%00",
            "search=%ff",
            "limit=-1",
            "limit=99999999999999999999",
            "skip=1e9",
            "skip=99999999999999999",
            "search=%25%5F",
            "groups=%00",
            "orderby=%00",
            "&&&===",
            "limit=%",
        ] {
            let answer = api.get(&format!("/api/users?{query}")).await;
            must_not_be_a_fault(query, &answer);
        }
        for key in
            ["%00", "a%00b", "%ff", "..%2f..", "%2e%2e", "' OR 1=1 --", &"a".repeat(5_000), "%E2%80%AE"]
        {
            let key = key.replace(' ', "%20");
            let answer = api.get(&format!("/api/users/{key}")).await;
            must_be_refused(&format!("/api/users/{key:.40}"), &answer);
        }
        api.must_be_well().await;
    }
}
