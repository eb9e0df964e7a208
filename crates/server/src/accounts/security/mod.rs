//! Security: every policy that an administrator sets, on one page of Admin. The settings themselves stay in
//! their rooms; here is how they are read, checked, changed and reset together.

mod actions;
pub mod api_document;
pub mod api_key;
pub mod api_platform;
pub mod api_v1;
mod model;
pub mod pages;
#[cfg(test)]
mod tests;

pub use actions::{read, rotate_key, save, show_key};
pub use model::{Change, Changes, Group, Policies};
