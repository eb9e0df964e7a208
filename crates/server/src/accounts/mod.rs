//! People and how they get in.

pub mod passwords;
