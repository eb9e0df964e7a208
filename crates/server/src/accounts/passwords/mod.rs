//! Passwords: the rules for new ones, how they are stored, the threads that do the slow hashing, and who
//! must wait after guessing wrong.

mod actions;
pub mod blocklist;
pub mod context;
mod gates;
mod guesses;
pub mod hash_pool;
mod held;
mod keep;
pub mod legacy_md5;
mod model;
pub mod organisation_rule;
pub mod pages;
mod records;
pub mod rules;
pub mod scheme;
mod store;
pub mod stored;
mod tester;
#[cfg(test)]
mod tests;

pub use actions::{
    About, BY_ORGANISATION, Change, Lock, NOT_THE_SAME, Passwords, Prepared, Verified, WRONG_CURRENT, adopt,
    change_own, check_given, check_md5, clean, confirm_own, confirm_session, copy, demand_another, exists,
    expire, fail, generate, lock, lock_of, policy, prepare, prepare_given, prepare_md5, require_another, set,
    settle, sign_out_elsewhere, sign_out_everywhere, sign_out_others, strength, unknown_account, unlock,
    verify, version_of,
};
pub use gates::Gates;
pub use guesses::{Guess, GuessKeys, LastFailure, Lockout, guess_keys, holds_up, locked, locked_of};
pub use held::{Confirmed, hold_own};
pub use keep::{Kept, keep, put_back};
pub use model::ChosenPolicy;
pub use records::Records;
pub use tester::{AFFECTED_MAX, Concerned, affected, try_with};
