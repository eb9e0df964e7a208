//! Activations: which servers run a package, and why each of them counts. A slot is a row; what is counted is looked
//! at, never kept beside. The license file that a server gets is written here, too.

mod actions;
pub mod api_document;
pub mod api_v1;
pub mod bodies;
pub mod command;
mod desk;
pub mod jobs;
mod mails;
mod model;
mod paper;
mod store;
#[cfg(test)]
pub(crate) mod tests;

pub use actions::{
    Activated, Code, Foreseen, OfflineKey, Renewed, activate, activate_by_code, declare_destroyed, displaced,
    foresee, identify, make_code, offline_key, offline_keys, preview, reactivation_gap_ms, release, renew,
    reset, resolve_clone, return_receipt, server, servers, status, submit_request, sweep, tell_time, usage,
    waiting_codes, withdraw_codes,
};
pub use desk::Desk;
pub use model::{
    DESTROYED_A_YEAR_MAX, Displaced, Fate, LEGACY_MESSAGE, LIMIT, Mode, Preview, RELEASE_TOO_SOON,
    RESET_TOO_SOON, ServerState, ServerView, Usage, Why,
};
pub(super) use paper::kind_of;
pub use store::Voucher;
