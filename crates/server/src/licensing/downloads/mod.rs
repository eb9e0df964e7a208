//! Downloads: versions of the platform with their files, each with checksum and signature, for whoever has a license
//! that opens them.

mod actions;
mod file;
mod minisign;
mod model;
pub mod pages;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{add_file, create, list_all, list_mine, open, public_key, publish, withdraw};
pub use model::{Artifact, NewRelease, Release, ReleaseState, UNKNOWN};
