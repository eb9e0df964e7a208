//! The machine's own notes beside the signed files: what was given back, what left the machine, and the first Sys. Admin.

use std::{fs::OpenOptions, io::Write, os::unix::fs::OpenOptionsExt};

use seatwarden_license_file::Time;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Folder, Writing, files};
use crate::{Error, Result, owner};

const RETURNED: &str = "returned.json";
const SENT: &str = "sent.jsonl";
const FIRST_SYSADMIN: &str = "first-sysadmin.json";
const AUTHOR: &str = "changed-by.json";
/// The largest note, in bytes.
const NOTE_MAX: u64 = 512 * 1024;
/// How many returned licenses are remembered.
const RETURNED_MAX: usize = 64;
/// How large the list of what was sent grows before its older half goes, in bytes.
const SENT_BYTES_MAX: u64 = 256 * 1024;
/// How many entries of that list are read at most.
const SENT_MAX: usize = 1_000;

/// A license that was given back: it is never taken up again here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tombstone {
    /// The id of the license file.
    pub license: String,
    /// The code of the package.
    pub package: String,
    /// When it was given back.
    pub at: Time,
    /// The receipt that this device signed, in armor: handed in twice, it frees the slot once.
    pub receipt: String,
    /// Whether the license server has it: nobody needs to carry it.
    #[serde(default)]
    pub is_handed_in: bool,
}

/// Something that left the machine, or was printed to be carried.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sent {
    /// When, by the clock on the wall.
    pub at: Time,
    /// The address, or `file` for what people carry.
    pub to: String,
    /// What it was: `activate`, `renew`, `return` …
    pub what: String,
    /// The names of everything that was sent along; secrets by their name only.
    #[serde(default)]
    pub fields: Vec<String>,
    /// What the signed file said.
    #[serde(default)]
    pub said: Value,
}

/// Who changes the license in the folder.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Author {
    /// What they are.
    pub who: Who,
    /// The name of a user of the server; empty for anybody else.
    pub name: String,
}

/// What somebody is who changes the license.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Who {
    /// The server, by itself.
    #[default]
    Server,
    /// Whoever sits at the command line of the machine.
    Operator,
    /// A user of the server, on its pages or over its API.
    User,
    /// Whoever sets the server up with its secret, before it has users.
    Setup,
}

impl Author {
    /// Whoever sits at the command line.
    pub const OPERATOR: Self = Self { who: Who::Operator, name: String::new() };
    /// Whoever sets the server up.
    pub const SETUP: Self = Self { who: Who::Setup, name: String::new() };

    /// A user of the server.
    pub const fn user(name: String) -> Self {
        Self { who: Who::User, name }
    }
}

/// The first Sys. Admin, for the server to take up once: the same credentials as the license account, copied as a hash
/// that was made on this machine.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FirstSysAdmin {
    /// The address.
    pub email: String,
    /// Argon2id of the password in Unicode NFC, as a PHC string.
    pub password_hash: String,
    /// When it was made.
    pub made_at: Time,
}

impl std::fmt::Debug for FirstSysAdmin {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("FirstSysAdmin").field("email", &self.email).finish_non_exhaustive()
    }
}

fn json<T: Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|cause| Error::fault("writing a note", cause))
}

impl Folder {
    /// The licenses that were given back.
    pub fn returned(&self) -> Result<Vec<Tombstone>> {
        let Some(text) = self.read(RETURNED, NOTE_MAX)? else { return Ok(Vec::new()) };
        serde_json::from_str(&text).map_err(|why| super::unusable(&self.path.join(RETURNED), why))
    }

    /// What left the machine, newest last; lines that are damaged are left out.
    pub fn sent(&self) -> Result<Vec<Sent>> {
        let text = self.read(SENT, NOTE_MAX)?.unwrap_or_default();
        let mut sent: Vec<Sent> =
            text.lines().rev().take(SENT_MAX).filter_map(|line| serde_json::from_str(line).ok()).collect();
        sent.reverse();
        Ok(sent)
    }

    /// The first Sys. Admin, if one waits to be taken up.
    pub fn first_sysadmin(&self) -> Result<Option<FirstSysAdmin>> {
        let Some(text) = self.read(FIRST_SYSADMIN, super::LINE_MAX)? else { return Ok(None) };
        let found = serde_json::from_str(&text);
        found.map(Some).map_err(|why| super::unusable(&self.path.join(FIRST_SYSADMIN), why))
    }

    /// Who changed the license here last; none if that was not noted, or cannot be read: nothing depends on it.
    pub fn changed_by(&self) -> Option<Author> {
        serde_json::from_str(&self.read(AUTHOR, super::LINE_MAX).ok()??).ok()
    }
}

impl Writing<'_> {
    /// Notes who changes the license now.
    pub(super) fn put_author(&self) -> Result<()> {
        if self.folder.changed_by().as_ref() == Some(&self.folder.author) {
            return Ok(());
        }
        self.put(AUTHOR, &json(&self.folder.author)?)
    }

    /// Notes that a license was given back.
    pub(crate) fn add_tombstone(&self, tombstone: Tombstone) -> Result<()> {
        let mut all = self.folder.returned()?;
        all.retain(|known| known.license != tombstone.license);
        all.push(tombstone);
        let surplus = all.len().saturating_sub(RETURNED_MAX);
        all.drain(..surplus);
        self.put(RETURNED, &json(&all)?)
    }

    /// Notes what leaves the machine, before it does.
    pub(crate) fn add_sent(&self, sent: &Sent) -> Result<()> {
        let path = self.folder.path.join(SENT);
        if path.metadata().is_ok_and(|found| found.len() > SENT_BYTES_MAX) {
            let all = self.folder.sent()?;
            let newer: Vec<String> = all.iter().skip(all.len() / 2).map(json).collect::<Result<_>>()?;
            self.put(SENT, &newer.join("\n"))?;
        }
        let line = format!("{}\n", json(sent)?);
        let appended =
            OpenOptions::new().create(true).append(true).mode(0o600).open(&path).and_then(|mut file| {
                owner::hand_over(&file, &self.folder.path)?;
                file.write_all(line.as_bytes())
            });
        appended.map_err(|error| files::told(&path, &error))
    }

    /// Leaves the first Sys. Admin for the server.
    pub fn set_first_sysadmin(&self, first: &FirstSysAdmin) -> Result<()> {
        self.put(FIRST_SYSADMIN, &json(first)?)
    }

    /// Removes the first Sys. Admin, once it was taken up.
    pub fn drop_first_sysadmin(&self) -> Result<()> {
        self.drop_file(FIRST_SYSADMIN)
    }
}
