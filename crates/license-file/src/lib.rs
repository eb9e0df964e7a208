//! Signed license files: what they say, how they are signed and checked, and what works on a given day.
//! Nothing here reads a clock, a disk or a network, and nothing panics: time, keys and texts are handed in.
//!
//! The format is JWS compact (RFC 7515) with Ed25519 and nothing else; `docs/reference/license-file.md` is its
//! document, `vectors` holds files that every reader must accept or refuse. A reader calls [`open`], and then asks
//! the claims: [`License::works`], [`Machine::compare`], [`clock::read`].
#![deny(clippy::indexing_slicing, clippy::panic)]

pub mod armor;
mod claims;
pub mod clock;
pub mod compact;
pub mod fingerprint;
mod json;
mod keys;
mod kind;
mod ladder;
mod open;
mod refused;
mod revocations;
mod sign;
mod time;

pub use claims::{
    Bulletin, Charge, Claims, ClockAnswer, ClockChallenge, DeviceClaims, Grant, IssuerClaims, Lease, License,
    Machine, Numbers, Package, Renewal, Request, Return, RevokedSigner, Seats, SignerStatement, VERSION,
};
pub use fingerprint::{Comparison, Part, PartKind};
pub use keys::{PrivateKey, PublicKey, Roots, digest};
pub use kind::Kind;
pub use ladder::{Ability, Grace, Standing, State, Step, days_until};
pub use open::{ByDevice, Opened, Trust, open, open_bulletin, open_by_device, open_statement};
pub use refused::Refused;
pub use revocations::Revocations;
pub use sign::{Signer, sign_bulletin_by_root, sign_by_device, sign_statement};
pub use time::Time;
