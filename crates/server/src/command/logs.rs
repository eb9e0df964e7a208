//! Where the log goes: to the standard error, for people or as JSON lines.

use tracing_subscriber::{EnvFilter, fmt};

use crate::config::{Config, LogFormat};

/// Not: a line that cannot be written, because the disk is full, would be reported on the standard error
/// as well, and not to be able to do that would end the request.
const REPORT_TROUBLE: bool = false;

/// Starts the log as configured.
pub(super) fn start(config: &Config) {
    let filter = filter(&config.server.log_filter, "info");
    let log = fmt().with_env_filter(filter).with_writer(std::io::stderr).log_internal_errors(REPORT_TROUBLE);
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
    let filter = filter(if wish.is_empty() { "warn" } else { &wish }, "warn");
    let log = fmt().with_env_filter(filter).with_writer(std::io::stderr).log_internal_errors(REPORT_TROUBLE);
    let _ = log.with_ansi(false).try_init();
}

fn filter(wish: &str, otherwise: &str) -> EnvFilter {
    let filter = EnvFilter::try_new(wish).unwrap_or_else(|_| EnvFilter::new(otherwise));
    // Below a warning it writes out the values of every statement: keys, hashes, links in mails.
    match "tokio_postgres=warn".parse() {
        Ok(quiet) => filter.add_directive(quiet),
        Err(_) => filter,
    }
}
