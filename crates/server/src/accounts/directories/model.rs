//! What is said of directories.

use seatwarden_base::{Kind, Refusal};

/// No directory is connected, so there is no such domain (contract part 1.5, code 22001).
pub(super) const NONE: Refusal = Refusal::new(Kind::NotFound, "directories.none");
