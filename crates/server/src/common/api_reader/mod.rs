//! The API reference: the calls of the API as pages that need nothing but this server, with samples, and with a form
//! that tries a call.

mod fields;
pub mod pages;
mod samples;
#[cfg(test)]
mod tests;

/// Where the pages are.
pub const HERE: &str = "/api-reader";
