//! Where the log goes: to the standard error, for people or as JSON lines.

use tracing_subscriber::{EnvFilter, fmt};

use crate::config::{Config, LogFormat};

/// Starts the log as configured.
pub(super) fn start(config: &Config) {
    let filter = EnvFilter::try_new(&config.server.log_filter).unwrap_or_else(|_| EnvFilter::new("info"));
    let log = fmt().with_env_filter(filter).with_writer(std::io::stderr);
    // A second start, in a test, keeps the first log.
    let _ = match config.server.log_format {
        LogFormat::Human => log.with_ansi(false).try_init(),
        LogFormat::Json => log.json().flatten_event(true).try_init(),
    };
}

/// Starts a log of warnings only, for commands that talk to a person; `SEATWARDEN_SERVER__LOG_FILTER`
/// makes it say more.
pub(super) fn start_quiet() {
    let wish = std::env::var("SEATWARDEN_SERVER__LOG_FILTER").unwrap_or_default();
    let filter = EnvFilter::try_new(if wish.is_empty() { "warn" } else { &wish });
    let filter = filter.unwrap_or_else(|_| EnvFilter::new("warn"));
    let _ = fmt().with_env_filter(filter).with_writer(std::io::stderr).with_ansi(false).try_init();
}
