//! Passwords: the rules for new ones, how they are stored, and the threads that
//! do the slow hashing.

pub mod blocklist;
pub mod context;
pub mod hash_pool;
pub mod legacy_md5;
pub mod organisation_rule;
pub mod rules;
pub mod scheme;
pub mod stored;
