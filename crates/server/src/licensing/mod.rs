//! Licensing: the vendor's half. Customers, what they bought, where it runs, and the pages and calls around it.
//! Without `[license_server] enabled` nothing of it is there.

pub mod activations;
pub mod downloads;
pub mod expiry;
pub mod issuer;
pub mod organisations;
pub mod packages;
pub mod portal;
pub mod reports;
pub mod sample_dashboards;
pub mod sign_up;
pub mod signing_keys;
#[cfg(test)]
pub(crate) mod tests;
pub mod trials;

use axum::Router;

/// All pages and calls of the license server.
pub fn router() -> Router {
    Router::new()
        .merge(signing_keys::api_v1::router())
        .merge(packages::api_v1::router())
        .merge(activations::api_v1::router())
        .merge(trials::api_v1::router())
        .merge(reports::api_v1::router())
        .merge(downloads::api_v1::router())
        .merge(sample_dashboards::api_v1::router())
        .merge(issuer::api_v1::router())
        .merge(sign_up::pages::router())
        .merge(downloads::pages::router())
        .merge(sample_dashboards::pages::router())
        .merge(trials::pages::router())
        .merge(portal::pages::router())
        .merge(issuer::pages::router())
}
