//! What both wings share: settings, audit trail, mail outbox, limits, health.

pub mod api_reader;
pub mod audit;
pub mod background_work;
pub mod health;
pub mod idempotency;
pub mod outbox;
pub mod rate_limits;
pub mod settings;
