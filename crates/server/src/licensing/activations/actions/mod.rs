//! What can be done with activations. Slots are given in `slots.rs` and nowhere else.

mod activate;
mod codes;
mod earlier;
mod look;
mod papers;
mod renew;
mod reset;
mod slots;
mod sweep;

use crate::cx::{Caller, Cx};

pub use activate::{Activated, activate, activate_by_code, identify};
pub use codes::{Code, make_code, waiting_codes, withdraw_codes};
pub(super) use look::next_after;
pub use look::{displaced, offline_keys, server, servers, status, usage};
pub use papers::{OfflineKey, offline_key, return_receipt, submit_request, tell_time};
pub(super) use papers::{check_label, require_file};
pub use renew::{Foreseen, Renewed, foresee, renew};
pub use reset::{declare_destroyed, preview, reactivation_gap_ms, release, reset, resolve_clone};
pub(super) use slots::{Ask, Granted, serve_together};
pub use sweep::sweep;

/// Who the caller is: the id, if it is a user, and the name.
fn hand(cx: &Cx) -> (Option<String>, String) {
    match &cx.caller {
        Caller::User(signed_in) => (Some(signed_in.holder().id.clone()), signed_in.holder().email.clone()),
        Caller::Host(what) => (None, format!("host:{what}")),
        Caller::Anonymous => (None, "anonymous".to_owned()),
    }
}
