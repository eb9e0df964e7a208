//! What clients of the platform look for beside accounts: one answer with all that its pages need at their start, and
//! settings of parts that are not here. The latter are kept as they were sent and answered again; nothing acts upon
//! them.

mod actions;
pub mod api_document;
mod api_v09;
mod api_v1;
mod globals;
mod model;
#[cfg(test)]
mod tests;

pub use api_v1::router as api_v1_router;
pub use api_v09::router as api_v09_router;
