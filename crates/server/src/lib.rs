//! The Seatwarden server.

pub mod config;
pub mod text;
#[cfg(test)]
mod tidy;
