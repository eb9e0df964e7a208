//! Ctrl-C and its relatives, turned into something that every wait can look at.

use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;

use crate::Result;

/// Knows whether somebody asked this process to stop. Clones know the same.
#[derive(Clone)]
pub(crate) struct Stop(watch::Receiver<bool>);

impl Stop {
    /// Listens for interrupt, terminate and hang-up from now on; none of them ends the process any more, so
    /// that what was started is also stopped.
    pub(crate) fn listen() -> Result<Self> {
        let (sender, receiver) = watch::channel(false);
        let mut interrupt = signal(SignalKind::interrupt())?;
        let mut terminate = signal(SignalKind::terminate())?;
        let mut hang_up = signal(SignalKind::hangup())?;
        tokio::spawn(async move {
            loop {
                tokio::select! {
                    _ = interrupt.recv() => {}
                    _ = terminate.recv() => {}
                    _ = hang_up.recv() => {}
                }
                eprintln!("stopping");
                sender.send_replace(true);
            }
        });
        Ok(Self(receiver))
    }

    /// Whether a stop was asked for.
    pub(crate) fn is_requested(&self) -> bool {
        *self.0.borrow()
    }

    /// Returns once a stop is asked for.
    pub(crate) async fn requested(&mut self) {
        // An error would mean that the listener is gone, and then nothing can ask any more: stop as well.
        self.0.wait_for(|stop| *stop).await.ok();
    }
}
