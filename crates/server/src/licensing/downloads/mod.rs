//! Downloads: versions of the platform with their files, each with checksum and signature, for whoever has a license
//! that opens them.

mod actions;
pub mod api_document;
pub mod api_v1;
pub mod bodies;
pub mod command;
mod file;
pub mod jobs;
mod minisign;
mod model;
pub mod pages;
mod ranges;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{
    add_file, create, find_version, list_all, list_mine, open, public_key, publish, sign_again, sweep,
    withdraw,
};
pub use file::{OnDisk, Source};
pub use model::{Artifact, NewRelease, Release, ReleaseState, UNKNOWN};
pub use ranges::send_bytes;
