//! Directories, Active Directory and LDAP: none is connected. What clients of the platform that ask for one are told
//! (contract parts 3.1, 4, 6 and 8.7).

pub mod api_document;
mod api_platform;
mod model;
#[cfg(test)]
mod tests;

pub use api_platform::router;
