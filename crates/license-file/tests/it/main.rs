//! The promises of license files.

mod armor;
mod clock;
mod ladder;
mod properties;
mod support;
mod trust;
mod vectors;
