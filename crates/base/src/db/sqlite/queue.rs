//! A line with an end: what does not fit is refused, and a closed line takes nothing more.

use std::{
    collections::VecDeque,
    sync::{
        Condvar, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicUsize, Ordering::Relaxed},
    },
};

/// Many put in, many take out, first come first served.
#[derive(Debug)]
pub(super) struct Queue<T> {
    line: Mutex<Line<T>>,
    bell: Condvar,
    max: usize,
    length: AtomicUsize,
}

#[derive(Debug)]
struct Line<T> {
    items: VecDeque<T>,
    closed: bool,
}

impl<T> Queue<T> {
    pub(super) fn new(max: usize) -> Self {
        let line = Line { items: VecDeque::new(), closed: false };
        Self { line: Mutex::new(line), bell: Condvar::new(), max, length: AtomicUsize::new(0) }
    }

    /// Puts `item` at the end; gives it back if the line is full or closed.
    pub(super) fn push(&self, item: T) -> Result<(), T> {
        let mut line = self.lock();
        if line.closed || line.items.len() >= self.max {
            return Err(item);
        }
        line.items.push_back(item);
        self.length.store(line.items.len(), Relaxed);
        drop(line);
        self.bell.notify_one();
        Ok(())
    }

    /// Takes the first; waits if there is none. `None` once the line is closed and empty.
    pub(super) fn pop(&self) -> Option<T> {
        let mut line = self.lock();
        loop {
            if let Some(item) = line.items.pop_front() {
                self.length.store(line.items.len(), Relaxed);
                return Some(item);
            }
            if line.closed {
                return None;
            }
            line = self.bell.wait(line).unwrap_or_else(PoisonError::into_inner);
        }
    }

    /// Takes the first, if there is one.
    pub(super) fn try_pop(&self) -> Option<T> {
        if self.length.load(Relaxed) == 0 {
            return None;
        }
        let mut line = self.lock();
        let item = line.items.pop_front();
        self.length.store(line.items.len(), Relaxed);
        item
    }

    /// Takes nothing more; what is in line is still given out.
    pub(super) fn close(&self) {
        self.lock().closed = true;
        self.bell.notify_all();
    }

    /// How many wait.
    pub(super) fn len(&self) -> usize {
        self.length.load(Relaxed)
    }

    fn lock(&self) -> MutexGuard<'_, Line<T>> {
        self.line.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
