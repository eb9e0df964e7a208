//! Taking up what the folder of the license says, showing it, and telling administrators what will change.

mod change;
mod follow;
mod look;
mod simulate;
mod take_up;
mod tell;
mod unheard;

pub use change::{
    Account, activate, change, diagnose, foresee, free_seat, give_back, install, renew, request, sign_out,
};
pub use follow::follow;
pub(super) use follow::{Foreseen, Tried, follow_after};
pub use look::{View, look};
pub(super) use simulate::is_by_hand;
pub use simulate::{Simulation, Supposed, simulate};
#[cfg(test)]
pub(super) use take_up::take_up;
pub use tell::tell_due;
pub(super) use unheard::tell_unheard;
