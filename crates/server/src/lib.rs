//! The Seatwarden server.

pub mod text;
#[cfg(test)]
mod tidy;
