//! The hand on the folder of the license: what blocks runs beside the requests, one act at a time.

use std::{collections::BTreeMap, path::PathBuf, sync::Arc};

use seatwarden_activate::doctor::{Finding, Report};
use seatwarden_activate::{
    self as activate, Author, Connection, Error as ActivateError, Folder, Installation, Sight, Trust, machine,
};
use seatwarden_base::{Error, Refusal, Result};
use seatwarden_license_file::{Roots, Time};
use tokio::sync::{Mutex, OwnedMutexGuard};

use super::model::{REFUSED, UNREACHABLE, WRONG_CREDENTIALS};
use crate::{
    config::Config,
    cx::{Caller, Cx},
    text::Language,
};

/// What the license server says to a wrong e-mail or password.
const CREDENTIALS_INVALID: &str = "CREDENTIALS_INVALID";

/// What a test or the demo decides instead of the configuration and the machine.
#[derive(Clone, Debug, Default)]
pub struct Given {
    /// Whom to believe.
    pub roots: Roots,
    /// Where the license server is.
    pub server_url: String,
    /// The name of the machine; empty: what the machine says itself.
    pub machine_id: String,
    /// Whether the application's own clock is looked at instead of the machine's: tests move it.
    pub is_clock_own: bool,
}

/// The folder of the license on this machine, and the way to the license server.
#[derive(Debug)]
pub struct Hand {
    folder: PathBuf,
    machine_id: String,
    connection: Connection,
    roots_file: Option<PathBuf>,
    given: Option<Given>,
    turn: Arc<Mutex<()>>,
}

impl Hand {
    /// The hand on the folder in the data folder.
    pub fn new(config: &Config, given: Option<Given>) -> Self {
        let set = config.license_settings();
        let machine_id = given.as_ref().map_or(set.machine_id, |given| given.machine_id.clone());
        let mut connection = set.connection;
        if let Some(given) = given.as_ref().filter(|given| !given.server_url.is_empty()) {
            connection.server_url.clone_from(&given.server_url);
        }
        Self {
            folder: set.folder,
            machine_id,
            connection,
            roots_file: set.roots_file,
            given,
            turn: Arc::default(),
        }
    }

    /// Where the folder is.
    pub fn folder(&self) -> Folder {
        Folder::new(&self.folder)
    }

    /// Whether there is a folder: without one, this node has nothing to look at.
    pub fn exists(&self) -> bool {
        self.folder.exists()
    }

    /// Whether a license server is named.
    pub fn has_server(&self) -> bool {
        !self.connection.server_url.is_empty()
    }

    /// The license server's address; empty if none is named.
    pub fn server_url(&self) -> &str {
        &self.connection.server_url
    }

    /// The roots of the vendor whose licenses this node believes; none if it knows none.
    pub fn roots(&self) -> activate::Result<Roots> {
        Ok(self.trust()?.roots)
    }

    fn trust(&self) -> activate::Result<Trust> {
        match &self.given {
            Some(given) => Ok(Trust { roots: given.roots.clone(), built_at: Time::default() }),
            None => Trust::of_this_program(self.roots_file.as_deref()),
        }
    }

    fn installation(&self, cx: &Cx) -> activate::Result<Installation> {
        let (trust, now_ms) = (self.trust()?, cx.now_ms);
        let connection = Connection { language: cx.language.code().to_owned(), ..self.connection.clone() };
        let mut here = Installation::here(&self.folder, trust, &self.machine_id, connection);
        here.folder = here.folder.by(author(cx));
        if self.given.as_ref().is_some_and(|given| given.is_clock_own) {
            let since_boot = u64::try_from(now_ms / 1_000).unwrap_or_default();
            here.sight = Sight { wall: Time::from_ms(now_ms), boot: "own".into(), since_boot };
            here.place = machine::Place {
                root: "/nonexistent".into(),
                environment: BTreeMap::new(),
                machine_id: self.machine_id.clone(),
            };
        }
        Ok(here)
    }

    /// Does something with the folder of the license, off the threads that answer requests and after whatever is done
    /// with it already. What the library refuses is a refusal in the reader's language.
    pub async fn act<T: Send + 'static>(
        &self,
        cx: &Cx,
        what: impl FnOnce(&Installation) -> activate::Result<T> + Send + 'static,
    ) -> Result<T> {
        self.try_act(cx, what).await?.map_err(|error| told(cx.language, &error))
    }

    /// The same, with the library's own error.
    pub async fn try_act<T: Send + 'static>(
        &self,
        cx: &Cx,
        what: impl FnOnce(&Installation) -> activate::Result<T> + Send + 'static,
    ) -> Result<activate::Result<T>> {
        let turn: OwnedMutexGuard<()> = self.turn.clone().lock_owned().await;
        let installation = match self.installation(cx) {
            Ok(installation) => installation,
            Err(error) => return Ok(Err(error)),
        };
        let done = tokio::task::spawn_blocking(move || {
            let done = what(&installation);
            drop(turn);
            done
        });
        done.await.map_err(|cause| Error::fault("working with the folder of the license", cause))
    }
}

/// Who changes the license in the folder.
fn author(cx: &Cx) -> Author {
    match &cx.caller {
        Caller::User(signed_in) => Author::user(signed_in.holder().display_name()),
        // Nobody is signed in yet: whoever has the secret of the set-up.
        Caller::Anonymous => Author::SETUP,
        Caller::Host(_) => Author::default(),
    }
}

/// What the library says, as a refusal of this room; a fault of its own stays one.
pub(super) fn told(language: Language, error: &ActivateError) -> Error {
    let refusal: Refusal = match error {
        ActivateError::Fault { doing, cause } => return Error::fault(doing, cause.clone()),
        ActivateError::Server(problem) if problem.code == CREDENTIALS_INVALID => WRONG_CREDENTIALS,
        ActivateError::Unreachable(_) => UNREACHABLE,
        _ => REFUSED,
    };
    let (why, next) = activate::Text::new(language).of_error(error);
    let mut next = next.unwrap_or_default();
    if let ActivateError::Server(problem) = error {
        // Who holds the slots, or which packages could be meant.
        let slots = problem.slots.iter().map(|slot| slot.name.as_str());
        let names: Vec<&str> =
            slots.chain(problem.packages.iter().map(|package| package.code.as_str())).collect();
        if !names.is_empty() {
            next = format!("{next} ({})", names.join(", "));
        }
    }
    refusal.with("why", why).with("next", next).with("code", error.code()).into()
}

/// What a finding of the diagnosis says, and what to do.
pub(super) fn finding(language: Language, finding: &Finding) -> activate::Told {
    activate::Text::new(language).of_finding(finding)
}

/// The request to whoever sees to the firewall, ready to be sent; none if no license server is named.
pub(super) fn firewall_request(language: Language, report: &Report) -> Option<String> {
    let target = report.target.as_ref()?;
    Some(activate::Text::new(language).doctor_firewall(target.host.as_str(), target.port.to_string()))
}
