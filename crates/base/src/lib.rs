//! What every room of Seatwarden stands on: errors, the database door, time,
//! randomness, secrets, jobs and mail. It knows no room and nothing of HTTP.

pub mod clock;
pub mod config;
pub mod db;
pub mod error;
pub mod jobs;
pub mod mail;
pub mod random;
pub mod secret;

pub use error::{Error, Fault, Kind, OnTaken, Refusal, Refused, Result};
