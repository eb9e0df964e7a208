//! View as: an administrator looks at the pages as another user does.
//!
//! It is a mark on the administrator's own session, with an end. While it stands, nothing can be changed, every
//! page says who looks as whom, and what is recorded names both.

mod actions;
mod model;
pub mod pages;
#[cfg(test)]
mod tests;

pub use actions::{Wish, start, stop};
pub use model::{
    BAD_TIME, BROWSER_ONLY, EQUAL, INACTIVE, MINUTES, MINUTES_MAX, NO_REASON, SYSADMIN, YOURSELF,
};
