//! The rooms of Seatwarden.

pub mod accounts;
