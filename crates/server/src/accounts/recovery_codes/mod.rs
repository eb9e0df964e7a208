//! Recovery codes: ten codes, shown once, each of which lets the Sys. Admin choose a new password when
//! every other way in is lost.

mod actions;
mod model;
pub mod pages;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{end_all_of, left, make, use_code};
pub use model::{BY_CODE, CODES, REMIND_DAYS};
