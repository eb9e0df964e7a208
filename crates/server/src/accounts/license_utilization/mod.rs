//! License Utilization: the installation's side of licensing. What the license gives and what of it is used; changing
//! it, over the network or by files that people carry; and the agent that renews it and tells what will change.
//!
//! The folder of the license, on one machine, is the truth of that machine. The node that holds it writes what it sees
//! into the database, and all nodes go by that (decision 0030).

mod actions;
pub mod agent;
pub mod api_document;
pub mod api_v1;
mod bodies;
pub mod hand;
mod mails;
mod model;
pub mod pages;
mod store;
#[cfg(test)]
mod tests;
mod words;

pub use actions::{
    Account, Simulation, Supposed, View, activate, change, diagnose, follow, foresee, free_seat, give_back,
    install, look, renew, request, sign_out, simulate, tell_due,
};
pub use model::{Change, ChangeKind};
pub use words::named;
