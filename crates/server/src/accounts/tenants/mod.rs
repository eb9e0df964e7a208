//! Tenants: the one that is there. Clients of the platform look it up by its name, `system`, and send its id with
//! the users they add (contract parts 3.3 and 9).

mod actions;
pub mod api_document;
mod api_v1;
#[cfg(test)]
mod tests;

pub use actions::id;
pub use api_v1::router;

/// What the tenant is called.
pub const NAME: &str = "system";
