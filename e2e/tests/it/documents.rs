//! The OpenAPI documents against the binary, by a program that knows nothing else of it.

use std::process::Command;

use seatwarden_e2e::{database::Engine, demo::Demo, given_program};

const SCRIPT: &str = include_str!("../../scripts/fuzz_api.py");
/// How many cases each call gets, beside those that follow from its schemas.
const CASES: &str = "15";

#[tokio::test]
async fn no_call_of_v1_answers_what_its_document_does_not_tell_of_on_sqlite() {
    run(Engine::Sqlite, "v1").await;
}

#[tokio::test]
async fn no_call_of_v1_answers_what_its_document_does_not_tell_of_on_postgresql() {
    run(Engine::Postgres, "v1").await;
}

#[tokio::test]
async fn no_other_call_answers_what_its_document_does_not_tell_of_on_sqlite() {
    run(Engine::Sqlite, "v0.9,v2").await;
}

#[tokio::test]
async fn no_other_call_answers_what_its_document_does_not_tell_of_on_postgresql() {
    run(Engine::Postgres, "v0.9,v2").await;
}

async fn run(engine: Engine, versions: &str) {
    let demo = Demo::start(engine).await;
    let (ready, admin) = (demo.ready().clone(), demo.user("admin").clone());
    let mut command = Command::new(given_program("SEATWARDEN_E2E_PYTHON"));
    command.args(["-c", SCRIPT, &ready.url, &ready.api_key, &admin.email, &admin.password, CASES, versions]);
    let output = tokio::task::spawn_blocking(move || command.output().unwrap()).await.unwrap();
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "it ended with {}:\n{error}", output.status);
    demo.must_have_a_whole_audit_trail();
}
