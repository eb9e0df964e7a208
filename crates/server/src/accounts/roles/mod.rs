//! Roles: the six built in, as this installation keeps them. What each may do is in `cx/permissions.rs`.

mod actions;
mod model;
mod store;

pub use actions::{list, make_built_in, named};
pub use model::UNKNOWN;
