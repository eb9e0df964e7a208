//! Taking up what the folder of the license says, showing it, and telling administrators what will change.

mod look;
mod take_up;
mod tell;

pub use look::{View, look};
pub use take_up::take_up;
pub use tell::tell_due;
