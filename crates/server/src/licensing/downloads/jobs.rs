//! What this room does by itself.

use std::sync::{Arc, Weak};

use seatwarden_base::jobs::{Policy, Registry};

use super::actions::sweep;
use crate::{app::App, cx::Cx};

/// Removes files that a crash left.
const SWEEP: &str = "downloads.sweep";
const SWEEP_EVERY_MS: i64 = 24 * 3_600_000;

/// Makes the worker sweep.
pub(crate) fn register(registry: &mut Registry, slot: &Arc<std::sync::OnceLock<Weak<App>>>) {
    let app = Arc::clone(slot);
    registry.add(SWEEP, Policy::every(SWEEP_EVERY_MS), move |_| {
        let app = Arc::clone(&app);
        async move {
            match app.get().and_then(Weak::upgrade) {
                Some(app) if app.config.license_server.enabled => Ok(sweep(&Cx::host(app, "jobs")?).await?),
                _ => Ok(()),
            }
        }
    });
}
