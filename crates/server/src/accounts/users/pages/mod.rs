//! Admin > Users: the list, and one page a user.

mod delete;
mod deleted;
mod list;
mod one;

use axum::Router;

/// Routes of this room's pages.
pub fn router() -> Router {
    Router::new().merge(list::router()).merge(delete::router()).merge(deleted::router()).merge(one::router())
}
