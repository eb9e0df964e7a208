//! Health: whether the server lives and is ready, and its figures for Prometheus.

mod figures;
mod probes;

pub use figures::Health;
pub use probes::{metrics_router, router};
