//! Keeps the accounts and the licenses of an analytics platform.
fn main() {}
