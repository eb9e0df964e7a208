//! The caller's own password in a form (SE-05), for every room: those above the room of passwords reach it from here.

pub use crate::accounts::passwords::pages::{OWN_PASSWORD, asks_password, own_password, within_form};
