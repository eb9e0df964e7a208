//! The issuer: what the staff of a license server does for its customers.

pub mod pages;
