//! Accounts: the people of an installation, how they sign in, and what they may do.

pub mod api_tokens;
pub mod api_v09;
pub mod callers;
pub mod email_change;
pub mod feature_management;
pub mod groups;
pub mod import;
pub mod invitations;
pub mod notices;
pub mod one_time_links;
pub mod ownership;
pub mod password_reset;
pub mod passwords;
pub mod profile;
pub mod recovery_codes;
pub mod rescue;
pub mod roles;
pub mod seats;
pub mod security;
pub mod sessions;
pub mod setup;
pub mod sign_in;
pub mod sysadmin_transfer;
pub mod tenants;
pub mod users;
pub mod view_as;
