//! The pages of the vendor's staff.

mod changes;
mod customers;
mod history;
mod keys;
mod packages;
mod releases;
mod reports;
mod samples;
mod terms;
mod trials;

use axum::Router;

/// Routes of this room's pages.
pub fn router() -> Router {
    Router::new()
        .merge(customers::router())
        .merge(packages::router())
        .merge(changes::router())
        .merge(trials::router())
        .merge(reports::router())
        .merge(releases::router())
        .merge(samples::router())
        .merge(keys::router())
        .merge(history::router())
}
