//! Seats: how many Administrators, Designers and Viewers there may be, and how many there are.
//!
//! Every active user takes the seat of their role; a user who is invited takes it by accepting, and one who is
//! deactivated frees it. Whatever changes that asks [`take`] in its own transaction, so the limit is exact.

mod actions;
pub mod api_document;
pub mod api_v1;
mod model;
pub mod pages;
mod store;
#[cfg(test)]
mod tests;

pub use actions::{
    Dormant, Seats, check, current, dormant, free, hold, holders, list, list_in, refusal, require_free,
    set_licensed, take,
};
pub use model::{Change, NONE_FREE, NONE_LEFT, Seat, Taken, held};
