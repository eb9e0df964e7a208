//! The desk of each package: those who ask for a slot at the same moment are served in one transaction. On PostgreSQL
//! that is one lock and one flush to the disk for all of them instead of one each.

use std::{
    collections::{HashMap, VecDeque},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use seatwarden_base::{Error, Result, db::BUSY};
use tokio::sync::oneshot;

use super::{
    actions::{Ask, Granted, serve_together},
    model::{LINE_MAX, TOGETHER_MAX},
};
use crate::app::App;

/// Who waits for a slot, by package. A package is in it while somebody is served.
#[derive(Debug, Default)]
pub struct Desk {
    lines: Mutex<HashMap<String, VecDeque<Waiting>>>,
}

#[derive(Debug)]
struct Waiting {
    ask: Ask,
    tell: oneshot::Sender<Result<Granted>>,
}

impl Desk {
    fn lines(&self) -> MutexGuard<'_, HashMap<String, VecDeque<Waiting>>> {
        self.lines.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Puts somebody in line; whether nobody is being served there. Refuses with `database.busy` if too many wait.
    fn wait(&self, package_id: &str, waiting: Waiting) -> Result<bool> {
        let mut lines = self.lines();
        let Some(line) = lines.get_mut(package_id) else {
            lines.insert(package_id.to_owned(), VecDeque::from([waiting]));
            return Ok(true);
        };
        if line.len() >= LINE_MAX {
            return Err(BUSY.into());
        }
        line.push_back(waiting);
        Ok(false)
    }

    /// The next who can be served together: no two of them are the same machine. None if nobody waits; the line is
    /// closed then.
    fn next(&self, package_id: &str) -> Option<Vec<Waiting>> {
        let mut lines = self.lines();
        let line = lines.get_mut(package_id)?;
        let mut together: Vec<Waiting> = Vec::new();
        let mut later = VecDeque::new();
        while let Some(waiting) = line.pop_front() {
            let is_apart = together.iter().all(|other| !other.ask.may_be_same(&waiting.ask));
            if together.len() < TOGETHER_MAX && is_apart {
                together.push(waiting);
            } else {
                later.push_back(waiting);
            }
        }
        *line = later;
        if together.is_empty() {
            lines.remove(package_id);
            return None;
        }
        Some(together)
    }
}

/// Closes a line whatever happens, so that nobody waits for ever.
struct Open {
    app: Arc<App>,
    package_id: String,
}

impl Drop for Open {
    fn drop(&mut self) {
        self.app.activations.lines().remove(&self.package_id);
    }
}

/// Asks for a slot of a package, and waits for the answer. It is given even if the one who asked has gone.
pub(super) async fn ask(app: &Arc<App>, package_id: &str, ask: Ask) -> Result<Granted> {
    let (tell, told) = oneshot::channel();
    if app.activations.wait(package_id, Waiting { ask, tell })? {
        tokio::spawn(serve(Open { app: Arc::clone(app), package_id: package_id.to_owned() }));
    }
    told.await.map_err(|gone| Error::fault("activating together with others", gone))?
}

async fn serve(open: Open) {
    while let Some(together) = open.app.activations.next(&open.package_id) {
        let (asks, tells): (Vec<Ask>, Vec<_>) =
            together.into_iter().map(|waiting| (waiting.ask, waiting.tell)).unzip();
        let answers = serve_together(&open.app, &open.package_id, &asks).await;
        for (tell, answer) in tells.into_iter().zip(answers) {
            // Who asked may have gone; the slot is theirs all the same.
            let _ = tell.send(answer);
        }
    }
}
