//! The community's script for managing users (contract part 4) runs as it always did.

use std::process::Command;

use reqwest::Method;
use serde_json::{Value, json};

use seatwarden_e2e::{
    database::Engine,
    demo::{Demo, Person},
    given_program,
    http::Http,
};

const SCRIPT: &str = include_str!("../../scripts/manage_users.py");
const EMAIL: &str = "new.user+script@demo.example";
const PASSWORD: &str = "violet harbour äöü 91";

async fn run_script(demo: &Demo, more: &[&str]) -> Value {
    let ready = demo.ready().clone();
    let mut command = Command::new(given_program("SEATWARDEN_E2E_PYTHON"));
    command.args(["-c", SCRIPT, &ready.url, &ready.api_key, &ready.sysadmin.email, &ready.sysadmin.password]);
    command.args([EMAIL, PASSWORD]).args(more);
    let output = tokio::task::spawn_blocking(move || command.output().unwrap()).await.unwrap();
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "the script ended with {}:\n{error}", output.status);
    serde_json::from_slice(&output.stdout).unwrap()
}

async fn scheme(demo: &Demo) -> Option<String> {
    let sql = format!(
        "SELECT p.scheme FROM passwords p JOIN users u ON u.id = p.user_id WHERE u.email = '{EMAIL}'"
    );
    demo.text_in_database(&sql).await
}

#[tokio::test]
async fn the_communitys_script_runs_to_its_end_on_sqlite() {
    runs_to_its_end(Engine::Sqlite).await;
}

#[tokio::test]
async fn the_communitys_script_runs_to_its_end_on_postgresql() {
    runs_to_its_end(Engine::Postgres).await;
}

async fn runs_to_its_end(engine: Engine) {
    let demo = Demo::start(engine).await;

    let answers = run_script(&demo, &[]).await;

    for name in ["list", "add", "change", "search", "delete"] {
        assert_eq!(answers[name]["status"], 200, "{name}: {}", answers[name]);
        assert_eq!(answers[name]["reason"], "OK", "{name}");
    }
    let listed: Value = serde_json::from_str(answers["list"]["text"].as_str().unwrap()).unwrap();
    assert_eq!(listed.as_array().unwrap().len(), 6);
    let found: Value = serde_json::from_str(answers["search"]["text"].as_str().unwrap()).unwrap();
    assert_eq!(found[0]["email"], EMAIL);
    assert_eq!(found[0]["firstName"], "user");
    assert_eq!(found[0]["active"], true);
    assert_eq!(found[0]["roleName"], "consumer");
    assert!(found[0].get("hash").is_none() && found[0].get("password").is_none(), "{found}");
    let gone = Person { role: String::new(), email: EMAIL.to_owned(), password: PASSWORD.to_owned() };
    Http::browser(demo.url()).try_sign_in(&gone.email, &gone.password).await.must_be(401);
    demo.must_have_a_whole_audit_trail();
}

#[tokio::test]
async fn the_user_it_adds_signs_in_and_the_md5_is_gone_on_sqlite() {
    signs_in_and_the_md5_is_gone(Engine::Sqlite).await;
}

#[tokio::test]
async fn the_user_it_adds_signs_in_and_the_md5_is_gone_on_postgresql() {
    signs_in_and_the_md5_is_gone(Engine::Postgres).await;
}

async fn signs_in_and_the_md5_is_gone(engine: Engine) {
    let demo = Demo::start(engine).await;
    run_script(&demo, &["--keep"]).await;
    let before = scheme(&demo).await.expect("the new user has a password");
    assert_ne!(before, "argon2id", "before the first sign-in only the MD5 is known");
    // Its MD5 is not its password, and nobody reads it back.
    let md5 = md5_of(&demo, PASSWORD).await;
    Http::browser(demo.url()).try_sign_in(EMAIL, &md5).await.must_be(401);
    let stored = "SELECT p.stored FROM passwords p JOIN users u ON u.id = p.user_id";
    let stored = demo.text_in_database(&format!("{stored} WHERE u.email = '{EMAIL}'")).await.unwrap();
    assert!(!stored.to_lowercase().contains(&md5), "the bare MD5 is stored");

    Http::browser(demo.url()).try_sign_in(EMAIL, PASSWORD).await.must_lead_to("/");

    assert_eq!(scheme(&demo).await.as_deref(), Some("argon2id"));
    // And again, with what is stored now: through the page, the API and the legacy key.
    let person = Person { role: String::new(), email: EMAIL.to_owned(), password: PASSWORD.to_owned() };
    Http::browser(demo.url()).sign_in(&person).await;
    let script = Http::script(demo.url());
    let token = script.bearer(&person).await;
    assert_eq!(script.get_as("/api/users/loggedin", &token).await.must_be(200).json()["email"], EMAIL);
    script
        .legacy(Method::GET, "/api/users/loggedin", &demo.ready().api_key, &person, None)
        .await
        .must_be(200);
}

async fn md5_of(_: &Demo, text: &str) -> String {
    let mut command = Command::new(given_program("SEATWARDEN_E2E_PYTHON"));
    command.args(["-c", "import hashlib, sys; print(hashlib.md5(sys.argv[1].encode()).hexdigest())", text]);
    let output = tokio::task::spawn_blocking(move || command.output().unwrap()).await.unwrap();
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

#[tokio::test]
async fn the_login_call_takes_every_form_that_clients_send() {
    let demo = Demo::start(Engine::Sqlite).await;
    let script = Http::script(demo.url());
    let person = demo.user("admin");
    let json = json!({ "username": person.email, "password": person.password, "localeId": "en-US", "x": 1 });
    let request = || script.request(Method::POST, "/api/v1/authentication/login");
    let form =
        [("username", person.email.as_str()), ("password", person.password.as_str()), ("strategy", "local")];

    for (name, request) in [
        ("a form", request().form(&form)),
        ("JSON", request().json(&json)),
        (
            "JSON that says it is a form",
            request().header("content-type", "application/x-www-form-urlencoded").body(json.to_string()),
        ),
        ("JSON that says nothing", request().body(json.to_string())),
    ] {
        let answer = script.send(request).await;
        assert_eq!(answer.status, 200, "{name}: {}", answer.body);
        let body = answer.json();
        assert_eq!(body["success"], true, "{name}");
        let token = body["access_token"].as_str().unwrap();
        // Signing out ends this token, at once.
        script.get_as("/api/users/loggedin", token).await.must_be(200);
        script.get_as("/api/v1/authentication/logout", token).await.must_be(200);
        script.get_as("/api/users/loggedin", token).await.must_be(401);
    }
    let wrong = script
        .post("/api/v1/authentication/login", &[("username", person.email.as_str()), ("password", "no")])
        .await;
    let wrong = wrong.must_be(401).json();
    assert_eq!(wrong["error"]["code"], 5001);
    assert!(wrong["error"]["message"].as_str().is_some_and(|text| !text.is_empty()), "{wrong}");
}

#[tokio::test]
async fn the_addresses_that_clients_build_all_lead_to_the_same_place() {
    let demo = Demo::start(Engine::Sqlite).await;
    let script = Http::script(demo.url());
    let token = script.bearer(&demo.ready().sysadmin).await;
    let viewer = &demo.user("consumer").email;
    let encoded = viewer.replace('@', "%40");
    let user = script.get_as(&format!("/api/users/{encoded}"), &token).await.must_be(200).json();
    let id = user["_id"].as_str().unwrap();

    for path in [
        format!("/api/users/{id}"),
        format!("/api/users/{viewer}"),
        format!("/api/users/{encoded}/"),
        format!("//api/users/{encoded}"),
        format!("/api//users//{id}?trc=env"),
    ] {
        let answer = script.get_as(&path, &token).await;
        assert_eq!(answer.status, 200, "{path}: {}", answer.body);
        assert_eq!(answer.json()["_id"], id, "{path}");
    }
    let listed = script.get_as("/api/users/?&search=viewer&limit=5&skip=0", &token).await.must_be(200);
    assert_eq!(listed.json().as_array().unwrap().len(), 1);
    assert!(listed.header("content-type").starts_with("application/json"), "{:?}", listed.headers);
    let count = script.get_as("/api/users/count", &token).await.must_be(200).json();
    assert_eq!(count["count"], 6);
    script.get_as("/api/users?skip=many", &token).await.must_be(400);
    script.get_as("/api/users/000000000000000000000000", &token).await.must_be(404);
    let refused = script.get_as("/api/users", &script.bearer(demo.user("consumer")).await).await;
    assert_eq!(refused.status, 403, "{}", refused.body);
}
