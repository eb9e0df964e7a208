//! Users over API v1: the calls of the platform (contract part 3), and our own about deleting.

mod access;
mod acts;
mod deletion;
mod list;
mod service;
mod write;

use axum::Router;

/// Routes of this room on v1.
pub fn router() -> Router {
    Router::new()
        .merge(access::router())
        .merge(acts::router())
        .merge(list::router())
        .merge(write::router())
        .merge(service::router())
        .merge(deletion::router())
}
