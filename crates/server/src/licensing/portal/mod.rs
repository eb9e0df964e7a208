//! The portal: what license accounts see of their licenses, and the page they arrive at.

mod actions;
pub mod pages;
#[cfg(test)]
mod tests;
