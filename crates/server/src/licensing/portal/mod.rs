//! The portal: what license accounts see of their licenses, and the page they arrive at.

pub mod pages;
#[cfg(test)]
mod tests;
