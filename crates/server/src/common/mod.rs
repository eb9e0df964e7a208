//! Rooms that every other room may use.

pub mod outbox;
