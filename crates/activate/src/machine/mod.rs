//! What tells this machine from another: read below a root folder that is handed in, so that tests can build machines.
//! Nothing of it leaves the machine as it is; see [`Identity::parts`].

mod read;
#[cfg(test)]
mod tests;

use std::{collections::BTreeMap, path::PathBuf};

use seatwarden_license_file::{Part, PartKind};
use serde::Serialize;

use crate::{Result, error::no};

/// How many parts there must be, unless the machine was named.
pub const PARTS_MIN: usize = 2;

/// Where a machine is read.
#[derive(Clone, Debug)]
pub struct Place {
    /// The root of its file system.
    pub root: PathBuf,
    /// Its environment, as far as it says where the program runs.
    pub environment: BTreeMap<String, String>,
    /// The name that the administrator gave it; empty: none.
    pub machine_id: String,
}

impl Place {
    /// The machine that this program runs on.
    pub fn here(machine_id: &str) -> Self {
        let known = ["KUBERNETES_SERVICE_HOST", "container"];
        let environment =
            known.iter().filter_map(|name| Some(((*name).to_owned(), std::env::var(name).ok()?))).collect();
        Self { root: "/".into(), environment, machine_id: machine_id.trim().to_owned() }
    }
}

/// Why a value was not taken as a part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Doubt {
    /// Which part it would have been.
    pub kind: PartKind,
    /// The value, which many machines have.
    pub value: String,
}

/// What tells this machine from another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Identity {
    /// The values, which stay here; sorted.
    values: Vec<(PartKind, String)>,
    /// The name by which the machine is known alone: the administrator's word, or the one of the folder in a container.
    name: Option<String>,
    /// Whether that name is the administrator's.
    is_named: bool,
    /// Whether the program runs in a container.
    pub is_container: bool,
    /// Values that are known to be the same on many machines.
    pub doubts: Vec<Doubt>,
}

impl Identity {
    /// Reads the machine. Nothing of it is an error: what cannot be read is no part.
    pub fn read(place: &Place) -> Self {
        let is_container = read::is_container(place);
        let (mut values, mut doubts) = (Vec::new(), Vec::new());
        // In a container these are the host's, and the same for all containers on it.
        if !is_container {
            for (kind, value) in read::values(&place.root) {
                if read::is_common(&value) {
                    doubts.push(Doubt { kind, value });
                } else {
                    values.push((kind, value));
                }
            }
        }
        values.sort();
        values.dedup();
        let name = Some(place.machine_id.trim().to_owned()).filter(|name| !name.is_empty());
        Self { values, is_named: name.is_some(), name, is_container, doubts }
    }

    /// The name of the administrator's.
    pub(crate) fn given_name(&self) -> Option<&str> {
        self.name.as_deref().filter(|_| self.is_named)
    }

    /// What the maker of this machine, or its cloud, called it alone: a copy of its disk is called otherwise. None if that
    /// cannot be read.
    pub(crate) fn made_as(&self) -> Option<&str> {
        let of = |wanted: PartKind| {
            self.values.iter().find(|(kind, _)| *kind == wanted).map(|(_, value)| value.as_str())
        };
        // Names that people write into an image, such as `iid-local01`, are on many machines.
        let instance = || of(PartKind::CloudInstance).filter(|name| name.starts_with("i-"));
        of(PartKind::ProductUuid).or_else(instance)
    }

    /// Whether the folder must give the machine a name: a container that nobody named is known by the folder it keeps.
    pub(crate) const fn needs_own_name(&self) -> bool {
        self.is_container && self.name.is_none()
    }

    /// The same, known by the name of its folder.
    #[must_use]
    pub(crate) fn named_by_folder(mut self, name: Option<String>) -> Self {
        if self.needs_own_name() {
            self.name = name;
        }
        self
    }

    /// Whether there is enough to be known by. Refuses with `activate.machine_unknown`.
    pub(crate) fn check(&self) -> Result<()> {
        if self.name.is_some() || self.values.len() >= PARTS_MIN {
            Ok(())
        } else {
            Err(no("activate.machine_unknown").with("found", self.values.len()).into())
        }
    }

    /// The kinds of values that were found.
    pub fn kinds(&self) -> Vec<PartKind> {
        let named = self.name.iter().map(|_| PartKind::Explicit);
        let mut kinds: Vec<PartKind> = named.chain(self.values.iter().map(|(kind, _)| *kind)).collect();
        kinds.dedup();
        kinds
    }

    /// The salted parts: 64 bits each, of which nobody reads the values.
    pub fn parts(&self, salt: &str) -> Vec<Part> {
        let named = self.name.iter().map(|name| Part::new(salt, PartKind::Explicit, name));
        let mut parts: Vec<Part> =
            named.chain(self.values.iter().map(|(kind, value)| Part::new(salt, *kind, value))).collect();
        parts.sort();
        parts.dedup();
        parts
    }
}
