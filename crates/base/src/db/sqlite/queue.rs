//! A line with an end: what does not fit is refused, and a closed line takes nothing more.

use std::{
    collections::VecDeque,
    sync::{
        Mutex, MutexGuard, PoisonError,
        atomic::{AtomicUsize, Ordering::Relaxed},
    },
    thread::{self, Thread},
};

/// Many put in, many take out, first come first served.
///
/// Of those who wait to take, the one that came last is woken first: a server with little to do has one reader at work, whose
/// cache knows the pages, instead of all in turn.
#[derive(Debug)]
pub(super) struct Queue<T> {
    line: Mutex<Line<T>>,
    max: usize,
    length: AtomicUsize,
}

#[derive(Debug)]
struct Line<T> {
    items: VecDeque<T>,
    /// Who waits for something to take; the last one is woken first.
    waiting: Vec<Thread>,
    closed: bool,
}

impl<T> Queue<T> {
    pub(super) fn new(max: usize) -> Self {
        let line = Line { items: VecDeque::new(), waiting: Vec::new(), closed: false };
        Self { line: Mutex::new(line), max, length: AtomicUsize::new(0) }
    }

    /// Puts `item` at the end; gives it back if the line is full or closed.
    pub(super) fn push(&self, item: T) -> Result<(), T> {
        let mut line = self.lock();
        if line.closed || line.items.len() >= self.max {
            return Err(item);
        }
        line.items.push_back(item);
        self.length.store(line.items.len(), Relaxed);
        let next = line.waiting.pop();
        drop(line);
        if let Some(thread) = next {
            thread.unpark();
        }
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
            let me = thread::current();
            line.waiting.push(me.clone());
            drop(line);
            thread::park();
            line = self.lock();
            // Whoever woke without having been called must not be called while at work.
            line.waiting.retain(|thread| thread.id() != me.id());
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
        let waiting = {
            let mut line = self.lock();
            line.closed = true;
            std::mem::take(&mut line.waiting)
        };
        waiting.iter().for_each(Thread::unpark);
    }

    /// How many wait.
    pub(super) fn len(&self) -> usize {
        self.length.load(Relaxed)
    }

    fn lock(&self) -> MutexGuard<'_, Line<T>> {
        self.line.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    #[test]
    fn whoever_came_last_is_called_first() {
        let queue = Queue::new(4);
        let wait_for = |idle: usize| {
            while queue.lock().waiting.len() != idle {
                thread::yield_now();
            }
        };
        thread::scope(|scope| {
            let (said, heard) = mpsc::channel();
            for (before, name) in ["first", "second", "third"].into_iter().enumerate() {
                wait_for(before);
                let (queue, said) = (&queue, said.clone());
                scope.spawn(move || {
                    while let Some(item) = queue.pop() {
                        said.send((name, item)).unwrap();
                    }
                });
            }
            for item in 0..5 {
                wait_for(3);
                queue.push(item).unwrap();
                assert_eq!(heard.recv().unwrap(), ("third", item));
            }
            queue.close();
        });
        assert_eq!(queue.push(7), Err(7));
    }
}
