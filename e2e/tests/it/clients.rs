//! The public client packages of the platform, unmodified, against the binary.

use std::process::Command;

use seatwarden_e2e::{database::Engine, demo::Demo, given, given_program};

const SCRIPT: &str = include_str!("../../scripts/clients.py");
const IN_JAVASCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/scripts/clients.mjs");

#[tokio::test]
async fn every_client_package_lives_the_life_of_a_user_on_sqlite() {
    run(Engine::Sqlite).await;
}

#[tokio::test]
async fn every_client_package_lives_the_life_of_a_user_on_postgresql() {
    run(Engine::Postgres).await;
}

async fn run(engine: Engine) {
    let demo = Demo::start_with(engine, &["--tls"]).await;
    let target = Demo::start_with(engine, &["--tls"]).await;
    let (ready, admin) = (demo.ready().clone(), demo.user("admin").clone());
    let other = target.ready();
    let mut command = Command::new(given_program("SEATWARDEN_E2E_PYTHON"));
    command.args([
        "-c",
        SCRIPT,
        &ready.url,
        ready.tls_url.as_deref().unwrap(),
        &admin.email,
        &admin.password,
        other.tls_url.as_deref().unwrap(),
        &other.sysadmin.email,
        &other.sysadmin.password,
    ]);
    let output = tokio::task::spawn_blocking(move || command.output().unwrap()).await.unwrap();
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "the clients ended with {}:\n{error}", output.status);
    demo.must_have_a_whole_audit_trail();
    target.must_have_a_whole_audit_trail();
}

#[tokio::test]
async fn the_command_line_tool_and_the_rest_client_in_javascript_work_unchanged() {
    let demo = Demo::start(Engine::Sqlite).await;
    let (url, admin) = (demo.url().to_owned(), demo.user("admin").clone());
    let mut command = Command::new("node");
    command.args([IN_JAVASCRIPT, &given("SEATWARDEN_E2E_NODE"), &url, &admin.email, &admin.password]);
    let output = tokio::task::spawn_blocking(move || command.output().unwrap()).await.unwrap();
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "the clients ended with {}:\n{error}", output.status);
    demo.must_have_a_whole_audit_trail();
}
