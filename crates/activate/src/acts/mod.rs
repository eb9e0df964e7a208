//! What can be done with the license of this installation. Everything blocks; a server calls it where it may.

mod activate;
mod explain;
mod first;
mod give_back;
mod install;
mod put_back;
mod renew;
mod request;
mod simulate;
mod time;

use std::path::Path;

use seatwarden_license_file::{
    Bulletin, ClockAnswer, IssuerClaims, Lease, License, Opened, PrivateKey, Revocations, Trust as Believed,
    armor, open, open_bulletin,
};

use crate::{
    Connection, Folder, Holding, Result, Sight, Trust,
    error::no,
    folder::{Writing, salt_of_machine, salt_of_name},
    holding,
    machine::{Identity, Place},
    sight,
    wire::{Answer, Line},
};

pub use activate::{Activated, Credentials, Wish};
pub use explain::{Check, Explained, explain};
pub use first::first_sysadmin;
pub use give_back::{GivenBack, GivenSlot};
pub use install::Installed;
pub use renew::{Foreseen, Renewed};
pub use request::{Requested, qr_svg, qr_text};
pub use simulate::{Change, Simulated, as_renewed, changes, simulate};

/// One installation, and everything that its license depends on. Cheap to make; look at the clock anew for every act.
#[derive(Clone, Debug)]
pub struct Installation {
    /// The folder of its license.
    pub folder: Folder,
    /// Whom to believe.
    pub trust: Trust,
    /// What the machine sees of time.
    pub sight: Sight,
    /// Where the machine is read.
    pub place: Place,
    /// How the license server is reached.
    pub connection: Connection,
    /// The name and version of the program: `seatwarden 0.1.0`.
    pub program: String,
    /// The name by which the license server shows this machine.
    pub name: String,
}

impl Installation {
    /// The installation whose license lies in this folder, on this machine, now.
    pub fn here(folder: &Path, trust: Trust, machine_id: &str, connection: Connection) -> Self {
        let host = rustix::system::uname().nodename().to_string_lossy().into_owned();
        Self {
            folder: Folder::new(folder),
            trust,
            sight: sight::see(Path::new("/")),
            place: Place::here(machine_id),
            connection,
            program: concat!("seatwarden ", env!("CARGO_PKG_VERSION")).to_owned(),
            name: host,
        }
    }

    /// The same at this moment.
    #[must_use]
    pub fn now(&self) -> Self {
        Self { sight: sight::see(&self.place.root), ..self.clone() }
    }

    /// What tells this machine from another.
    pub fn identity(&self) -> Result<Identity> {
        Ok(Identity::read(&self.place).named_by_folder(self.folder.own_name()?))
    }

    /// What is held, checked. Nothing is written.
    pub fn load(&self) -> Result<Holding> {
        holding::load(&self.folder, &self.folder.texts()?, &self.trust, &self.sight, &self.identity()?)
    }

    /// The same while nobody else writes: what is decided by it is still so when it is written.
    fn load_in(&self, writing: &Writing<'_>) -> Result<Holding> {
        holding::load(&self.folder, &writing.texts()?, &self.trust, &self.sight, &self.identity()?)
    }

    /// Refuses a file that was given back by this machine.
    fn check_not_returned(&self, license: &License) -> Result<()> {
        if self.folder.returned()?.iter().any(|tombstone| tombstone.license == license.id) {
            return Err(no("activate.was_returned").into());
        }
        Ok(())
    }

    /// What is held, checked; the machine's mark of time is written if it says more than before, and a license whose day
    /// has come is moved into its place. For whoever looks at it regularly.
    pub fn load_and_keep(&self) -> Result<Holding> {
        let held = self.load()?;
        if held.device().is_none() || !(held.is_staged || held.is_clock_worth_keeping()) {
            return Ok(held);
        }
        let writing = self.folder.write()?;
        // Another program may have changed it while this one waited.
        let held = self.load_in(&writing)?;
        settle(&writing, &held)?;
        Ok(held)
    }

    /// What the license server says of the license that is held: its body as it is.
    pub fn ask_status(&self, held: &Holding) -> Result<serde_json::Value> {
        let license = held.claims().ok_or_else(|| no("activate.nothing_installed"))?;
        // Ids have no characters that mean something in an address.
        Ok(self.line()?.get(&format!("status?license={}", license.id))?.body)
    }

    fn line(&self) -> Result<Line> {
        if self.trust.is_empty() {
            return Err(no("activate.no_roots").with("path", crate::roots::ROOTS_FILE).into());
        }
        Line::new(&self.connection)
    }

    /// The key of the device, and salt and name, all made if they are not there.
    fn ensure(&self, writing: &Writing<'_>, held: &Holding) -> Result<Ready> {
        let mut identity = Identity::read(&self.place);
        if identity.needs_own_name() {
            identity = identity.named_by_folder(Some(writing.ensure_own_name()?));
        }
        identity.check()?;
        let salt = match &held.salt {
            Some(salt) => salt.clone(),
            None => writing
                .ensure_salt(identity.given_name().map(salt_of_name), self.salt_of_machine(&identity))?,
        };
        Ok(Ready { key: writing.ensure_device_key()?, identity, salt })
    }

    /// The salt of this machine towards its vendor; none if too little is known of one of them.
    fn salt_of_machine(&self, identity: &Identity) -> Option<String> {
        let (root, _) = self.trust.roots.all().min_by_key(|(root, _)| *root)?;
        Some(salt_of_machine(root, identity.made_as()?))
    }

    /// Reads everything that an answer of the license server may hold; whatever of it is good.
    pub(crate) fn read_answer(&self, answer: &Answer) -> Result<()> {
        let held = self.load()?;
        if let Some(lease) = answer.text("lease") {
            self.open::<Lease>(lease, &held)?;
        }
        if let Some(license) = answer.text("license") {
            self.open::<License>(license, &held)?;
        }
        if let Some(bulletin) = answer.text("bulletin") {
            self.open::<Bulletin>(bulletin, &held)?;
        }
        if let Some(time) = answer.text("answer") {
            self.open::<ClockAnswer>(time, &held)?;
        }
        let terms = answer.body.get("package").cloned().unwrap_or_default();
        if let Some(license) = held.claims() {
            simulate::changes_to(license, &terms);
        }
        renew::read(&answer.body);
        Ok(())
    }

    fn believed<'a>(&'a self, known: &'a Revocations) -> Believed<'a> {
        Believed { roots: &self.trust.roots, revocations: known }
    }

    /// Opens a file of the vendor, with what the held bulletin revokes.
    fn open<C: IssuerClaims>(&self, text: &str, held: &Holding) -> Result<Opened<C>> {
        Ok(open::<C>(text, &self.believed(&held.revocations()))?)
    }

    /// Fetches the newest bulletin, if the license server has a newer one. That it does not come is no error: nothing
    /// depends on it today.
    fn fetch_bulletin(&self, line: &Line, held: &Holding, newest: u64) -> Option<Opened<Bulletin>> {
        if newest <= held.bulletin_number() {
            return None;
        }
        let answer = line.get("bulletin").ok()?;
        open_bulletin(answer.text("bulletin")?, &self.believed(&held.revocations())).ok()
    }
}

/// What this device signs with, and how it is known.
struct Ready {
    key: PrivateKey,
    identity: Identity,
    salt: String,
}

/// Moves what counts now into its place, and keeps the time.
fn settle(writing: &Writing<'_>, held: &Holding) -> Result<()> {
    if held.is_staged
        && let Some(license) = &held.license
    {
        writing.set_license(&license.compact, None)?;
    }
    match held.key() {
        Some(key) => writing.set_clock(&held.clock.floor, key),
        None => Ok(()),
    }
}

/// A license file for people to carry: in armor, below what it is about.
pub fn carried(license: &Opened<License>) -> String {
    let claims = &license.claims;
    let summary = [claims.package.name.as_str(), claims.package.code.as_str(), claims.organisation.as_str()];
    armor::wrap(seatwarden_license_file::Kind::License, &license.compact, &summary)
}
