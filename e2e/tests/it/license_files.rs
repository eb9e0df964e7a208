//! License files in foreign hands: two JOSE libraries, unmodified, read what we publish, and refuse what is forged.

use std::{path::PathBuf, process::Command};

use seatwarden_e2e::{given, given_program};
use serde_json::Value;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn vectors() -> PathBuf {
    folder().join("../crates/license-file/vectors/license-file.json")
}

/// Runs a reader; it must have read every good file, and refused some of the others.
async fn read_by(mut command: Command) {
    command.arg(vectors());
    let output = tokio::task::spawn_blocking(move || command.output().unwrap()).await.unwrap();
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "the reader ended with {}:\n{error}", output.status);
    let counts: Value = serde_json::from_slice(&output.stdout).unwrap();
    let all: Value = serde_json::from_slice(&std::fs::read(vectors()).unwrap()).unwrap();
    let good = all["cases"].as_array().unwrap().iter().filter(|case| case["expected"] == "ok").count();
    assert_eq!(counts["read"], good);
    assert!(counts["refused"].as_u64().unwrap() >= 20, "{counts}");
}

#[tokio::test]
async fn a_python_library_reads_license_files() {
    let mut command = Command::new(given_program("SEATWARDEN_E2E_PYTHON"));
    command.arg(folder().join("scripts/read_license.py"));
    read_by(command).await;
}

#[tokio::test]
async fn a_javascript_library_reads_license_files() {
    let packages = PathBuf::from(given("SEATWARDEN_E2E_NODE")).join("package.json");
    let mut command = Command::new("node");
    command.arg(folder().join("scripts/read_license.mjs")).arg(packages);
    read_by(command).await;
}
