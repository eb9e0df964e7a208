//! The Seatwarden server: the accounts of an analytics platform, and the pages and API around them.

pub mod accounts;
pub mod app;
pub mod command;
pub mod common;
pub mod config;
pub mod cx;
mod demo;
mod files;
#[cfg(any(test, feature = "fuzzing"))]
pub mod fuzzing;
pub mod hosts;
mod huge_pages;
mod jobs;
pub mod keys;
pub mod known;
pub mod license;
pub mod licensing;
mod open;
pub mod place;
pub mod rooms;
mod serve;
#[cfg(test)]
mod testing;
pub mod text;
#[cfg(test)]
mod tidy;
pub mod used;
pub mod web;
mod words;

pub use app::App;
