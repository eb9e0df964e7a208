//! First start: from an empty database to an installation with its Sys. Admin.
//!
//! There is no default account. Whoever starts the server reads a one-time secret on its console, and
//! with it makes the Sys. Admin on the first page.

mod actions;
mod model;
pub mod pages;
#[cfg(test)]
mod tests;

pub use actions::{
    Installed, MIGRATIONS, Opening, activate, check_secrets, close, is_open, make_sysadmin, open_first_page,
    open_or_take_up, prepare, remember_url, rotate_x_api_key, set_x_api_key, show_x_api_key,
    take_up_first_sysadmin,
};
pub use model::{ALREADY, NewSysAdmin, OTHER_SECRETS, WRONG_SECRET};
