//! Health: whether the server lives and is ready, and its figures for Prometheus.

pub mod api_document;
pub mod api_v1;
mod figures;
mod probes;

pub use figures::Health;
pub use probes::{metrics_router, router};
