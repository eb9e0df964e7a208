//! The portal: what license accounts see of their licenses, and the page they arrive at.

mod actions;
pub mod command;
pub mod pages;
mod picture;
#[cfg(test)]
mod tests;

pub use picture::{code_in, is_picture};
