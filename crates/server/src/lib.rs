//! The Seatwarden server: the accounts of an analytics platform, and the pages and API around them.

pub mod accounts;
mod app;
mod background;
pub mod command;
pub mod common;
mod config;
pub mod cx;
mod demo;
mod hosts;
mod keys;
mod open;
mod place;
mod serve;
#[cfg(test)]
mod testing;
pub mod text;
#[cfg(test)]
mod tidy;
mod used;
mod web;

pub use app::App;
