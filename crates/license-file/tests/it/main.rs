//! The promises of license files.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on must stop")]

mod armor;
mod clock;
mod ladder;
mod properties;
mod support;
mod trust;
mod vectors;
