//! How long a client takes to send a body, so that its slowness is not taken for ours.

use std::{
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU64, Ordering::Relaxed},
    },
    task::{Context, Poll},
    time::{Duration, Instant},
};

use axum::body::{Body, Bytes, HttpBody};
use hyper::body::{Frame, SizeHint};

/// What is known of a body while its handler reads it.
pub(super) struct Reading(Arc<State>);

struct State {
    began: Instant,
    waits: AtomicBool,
    took_ms: AtomicU64,
}

struct Watched {
    body: Body,
    state: Arc<State>,
}

impl Reading {
    /// Begins to count; the body comes later.
    pub(super) fn start() -> Self {
        let state =
            State { began: Instant::now(), waits: AtomicBool::default(), took_ms: AtomicU64::default() };
        Self(Arc::new(state))
    }

    /// The same body, watched.
    pub(super) fn watch(&self, body: Body) -> Body {
        if body.is_end_stream() { body } else { Body::new(Watched { body, state: self.0.clone() }) }
    }

    /// Whether the handler waits for the next piece.
    pub(super) fn waits(&self) -> bool {
        self.0.waits.load(Relaxed)
    }

    /// When the last piece came, from the start on.
    pub(super) fn took(&self) -> Duration {
        Duration::from_millis(self.0.took_ms.load(Relaxed))
    }
}

impl HttpBody for Watched {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let polled = Pin::new(&mut self.body).poll_frame(cx);
        self.state.waits.store(polled.is_pending(), Relaxed);
        if polled.is_ready() {
            let took_ms = u64::try_from(self.state.began.elapsed().as_millis()).unwrap_or(u64::MAX);
            self.state.took_ms.store(took_ms, Relaxed);
        }
        polled
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
