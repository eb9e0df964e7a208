//! Feature Management: which parts of the product are switched on. A part that is off is absent from
//! every menu and answers as if it did not exist.

mod actions;
mod model;
#[cfg(test)]
mod tests;

pub use actions::{require_tab, set_user_profile, user_profile};
pub use model::{ProfileTab, UserProfile};
