//! The pages of the vendor's staff.

mod changes;
mod customers;
mod keys;
mod packages;
mod releases;
mod samples;
mod terms;

use axum::Router;

/// Routes of this room's pages.
pub fn router() -> Router {
    Router::new()
        .merge(customers::router())
        .merge(packages::router())
        .merge(changes::router())
        .merge(releases::router())
        .merge(samples::router())
        .merge(keys::router())
}
