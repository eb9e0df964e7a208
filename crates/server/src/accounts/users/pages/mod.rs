//! Admin > Users: the list, and one page a user.

mod delete;
mod deleted;
mod list;
mod list_bulk;
mod list_export;
mod list_filters;
mod list_table;
mod list_views;
mod one;

use axum::Router;

/// Routes of this room's pages.
pub fn router() -> Router {
    Router::new()
        .merge(list::router())
        .merge(list_bulk::router())
        .merge(list_export::router())
        .merge(list_views::router())
        .merge(delete::router())
        .merge(deleted::router())
        .merge(one::router())
}
