//! Signing in and out: with user name or e-mail address and password, in a browser or over the API.

mod actions;
pub mod api_document;
pub mod api_v09;
pub mod api_v1;
mod device_cookie;
mod model;
pub mod pages;
#[cfg(test)]
mod tests;

pub use actions::{Entered, SignIn, SignedInNow, by_api_key, for_api, in_browser, sign_out};
pub use device_cookie::Devices;
pub use model::{LOCKED, RESET_NEEDED, WRONG};
