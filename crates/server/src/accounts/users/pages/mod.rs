//! Admin > Users: the list, adding one, and the pages of one user.

mod access;
mod activity;
mod acts;
mod add;
mod add_service;
mod delete;
mod deleted;
mod fields;
mod list;
mod list_bulk;
mod list_export;
mod list_filters;
mod list_table;
mod list_views;
mod one;
mod service_tokens;
mod sessions;
mod tabs;
mod tokens;
pub(super) mod words;

use axum::Router;

pub use activity::event_about_user;

/// Routes of this room's pages.
pub fn router() -> Router {
    Router::new()
        .merge(list::router())
        .merge(list_bulk::router())
        .merge(acts::router())
        .merge(list_export::router())
        .merge(list_views::router())
        .merge(add::router())
        .merge(add_service::router())
        .merge(service_tokens::router())
        .merge(delete::router())
        .merge(deleted::router())
        .merge(one::router())
        .merge(access::router())
        .merge(activity::router())
        .merge(sessions::router())
        .merge(tokens::router())
}
