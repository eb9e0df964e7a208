//! What the activation application promises, with real files and without a license server.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod clock;
mod doctor;
mod files;
mod folder;
mod network;
mod program;
mod properties;
mod support;
