//! An installation meets its license: over the network, by files that somebody carries, and with a doctor for what stands
//! between. Everything blocks and nothing needs a runtime; a server calls it where it may wait.
//!
//! [`Installation`] is the door: its folder, whom it believes, what it sees of time, and how the license server is
//! reached. [`Holding`] is what it holds, checked. `docs/guide/activation.md` tells it to operators.
#![deny(clippy::indexing_slicing, clippy::panic)]

mod acts;
pub mod command;
pub mod doctor;
mod error;
mod folder;
#[doc(hidden)]
pub mod fuzzing;
mod holding;
pub mod machine;
pub mod owner;
mod random;
mod roots;
mod settings;
pub mod sight;
mod text;
mod verdict;
mod wire;

pub use acts::{
    Activated, Change, Check, Credentials, Explained, Foreseen, GivenBack, GivenSlot, Installation,
    Installed, Renewed, Requested, Simulated, Wish, as_renewed, carried, changes, explain, first_sysadmin,
    qr_svg, qr_text, simulate,
};
pub use error::{Choice, Error, Hurdle, LIMIT_ACTIVATIONS, No, Problem, Result, Slot, Unreachable};
pub use folder::{Author, FirstSysAdmin, Folder, Sent, Tombstone, Who, Writing};
pub use holding::Holding;
pub use machine::Identity;
pub use roots::{ROOTS_FILE, Trust};
pub use settings::{Connection, TIMEOUT_SECONDS, Target};
pub use sight::Sight;
pub use text::{Language, Text, Told};
pub use verdict::{Trouble, Verdict, Weight};
