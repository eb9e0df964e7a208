//! The rules of roles that are not permissions; those are in `cx/permissions.rs`.

use seatwarden_base::{Kind, Refusal};

/// There is no such role.
pub const UNKNOWN: Refusal = Refusal::new(Kind::NotFound, "roles.unknown").on("roleId");
