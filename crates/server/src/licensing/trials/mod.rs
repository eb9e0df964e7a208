//! The Online Trial: one click in the portal signs a license account in at the trial instance. The portal signs a grant
//! that holds for minutes, and the page posts it there; the trial instance takes each grant once. What is withheld
//! there is decided in `cx/permissions.rs`.

mod actions;
mod model;
pub mod pages;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{Entered, clean, enter, grant};
pub use model::{BAD_GRANT, CLOSED};
