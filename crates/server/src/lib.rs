//! Seatwarden's rooms and the faces they share.

pub mod web;
