//! Import Many: a list of users, uploaded or pasted, becomes users. Every row gets a verdict before anything is
//! changed; applying goes on by itself, is finished exactly once whatever happens in between, and can be taken
//! back for 30 days. The same list once more changes nothing.

mod actions;
pub mod api_document;
pub mod api_v1;
mod columns;
pub(crate) mod command;
mod file;
pub mod jobs;
mod json;
mod model;
pub mod pages;
mod pasted;
mod result;
mod store;
#[cfg(test)]
mod tests;
mod xlsx;

pub use actions::{
    Sent, Step, Wanted, apply, check, clean, export, find, forget_passwords, list, remove, resume, rows,
    step, undo, upload,
};
pub use columns::{Columns, Field};
pub use file::{FILE_BYTES_MAX, TOO_LARGE, file_too_large};
#[cfg(any(test, feature = "fuzzing"))]
pub(crate) use file::{Line, read};
pub use model::{Counts, Import, OTHER_STEP, Options, Row, State, UNAPPLIED_HOURS, UNKNOWN, Verdict};
