//! The promises of license files.

mod armor;
mod clock;
mod ladder;
mod support;
mod trust;
