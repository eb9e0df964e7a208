//! Admin > Users: the list, adding one, and the pages of one user.

mod access;
mod activity;
mod add;
mod delete;
mod deleted;
mod fields;
mod list;
mod one;
mod sessions;
mod tabs;
mod tokens;

use axum::Router;

/// Routes of this room's pages.
pub fn router() -> Router {
    Router::new()
        .merge(list::router())
        .merge(add::router())
        .merge(delete::router())
        .merge(deleted::router())
        .merge(one::router())
        .merge(access::router())
        .merge(activity::router())
        .merge(sessions::router())
        .merge(tokens::router())
}
