//! My Profile: what every user sees and changes of their own account, one page a tab. A tab that is
//! switched off in Feature Management is absent from the menu, and says so to whoever comes there all the same.

mod access;
pub mod api_document;
pub mod api_platform;
pub mod api_v1;
pub mod pages;
#[cfg(test)]
mod tests;
