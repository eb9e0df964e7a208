//! Journeys against the real binary, one module per theme. Run them with `cargo xtask test --only e2e`.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a journey that cannot go on must stop its test"
)]

mod activation;
mod activations;
mod browser;
mod camera;
mod clients;
mod commands;
mod crash;
mod disk;
mod documents;
mod enumeration;
mod groups;
mod hostile;
mod idempotency;
mod import;
mod leavers;
mod license_files;
mod license_utilization;
mod licenses;
mod links;
mod machines;
mod one_user;
mod portal;
mod script;
mod security;
mod startup;
mod two_nodes;
