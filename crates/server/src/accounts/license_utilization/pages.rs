//! Admin > License Utilization.

use axum::Router;

/// Routes of this room's pages.
pub fn router() -> Router {
    Router::new()
}
