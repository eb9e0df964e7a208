//! Signing keys: with what license files are signed. The private halves of the roots are elsewhere, without a network;
//! here are signers that roots vouch for, one taking over from the other, and the bulletins that revoke.

mod actions;
pub mod api_document;
pub mod api_v1;
pub mod command;
mod kept;
mod model;
mod offline;
mod store;
#[cfg(test)]
mod tests;

#[cfg(test)]
pub use actions::revoke_signer;
pub use actions::{
    Listed, ROOT_FILES, Revoked, Revoking, bulletin, bulletin_number, check_ready, clean, end,
    has_revoked_signers, import, init, keys, list, note_paper, papers_to_keep, pin_root, revocations_asked,
    revoke, revoke_files_in, root_name, rotate, sign, start, tell, wish,
};
pub use kept::Shelf;
pub use model::{Asked, KeyRole, NO_SIGNER, Paper, Standing, Wish, due};
pub use offline::{make_root, read_root, vouch, vouched};
