//! The one place that reads the system clock; tests hand in their own.

use std::{
    fmt,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::{SystemTime, UNIX_EPOCH},
};

/// Says what time it is, in milliseconds since the Unix epoch (UTC).
#[derive(Clone, Debug, Default)]
pub struct Clock(Option<TestClock>);

impl Clock {
    /// The clock of this machine.
    pub const fn system() -> Self {
        Self(None)
    }

    /// Now, in milliseconds since the Unix epoch.
    #[expect(clippy::disallowed_methods, reason = "this is the one place that reads the system clock")]
    pub fn now_ms(&self) -> i64 {
        if let Some(test) = &self.0 {
            return test.now_ms.load(Ordering::SeqCst);
        }
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
    }
}

/// A clock that stands still until a test moves it.
#[derive(Clone)]
pub struct TestClock {
    now_ms: Arc<AtomicI64>,
}

impl TestClock {
    /// A clock that shows `now_ms` (milliseconds since the Unix epoch).
    pub fn at(now_ms: i64) -> Self {
        Self { now_ms: Arc::new(AtomicI64::new(now_ms)) }
    }

    /// Moves the clock forward.
    pub fn advance_ms(&self, by_ms: i64) {
        self.now_ms.fetch_add(by_ms, Ordering::SeqCst);
    }

    /// The clock to hand in.
    pub fn clock(&self) -> Clock {
        Clock(Some(self.clone()))
    }
}

impl fmt::Debug for TestClock {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "TestClock({})", self.now_ms.load(Ordering::SeqCst))
    }
}
