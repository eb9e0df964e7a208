//! The folder of an installation's license: the key of the device, what the vendor signed for it, and the machine's own
//! notes. Every file is written whole; two programs never write at once.

pub(crate) mod files;
mod notes;

use std::{
    fs::File,
    path::{Path, PathBuf},
};

use seatwarden_license_file::{
    Bulletin, Kind, Lease, Opened, PrivateKey, Refused, Revocations, Time, Trust, armor, clock::SoftFloor,
    compact::TEXT_MAX, open,
};

use crate::{Error, Result, error::no, random};

pub use notes::{Author, FirstSysAdmin, Sent, Tombstone, Who};

pub(crate) const KEY: &str = "device.key";
const SALT: &str = "salt";
const NAME: &str = "machine-id";
pub(crate) const LICENSE: &str = "license.txt";
pub(crate) const NEXT: &str = "next-license.txt";
pub(crate) const LEASE: &str = "lease.txt";
pub(crate) const BULLETIN: &str = "bulletin.txt";
const BINDING: &str = "binding.txt";
pub(crate) const CLOCK: &str = "clock";
const CHALLENGE: &str = "clock-challenge.txt";
const RENEWAL: &str = "renewal.txt";
const RETURN: &str = "return.txt";
const WRITING: &str = "lock";
const TALKING: &str = "talking.lock";
/// The longest file of one line, in bytes.
const LINE_MAX: u64 = 4096;
/// How far the mark beside the key may lie from the one that is kept, in seconds: the key is not written all the time.
const MARK_SECONDS: u64 = 6 * 3_600;
/// The longest signed file, in armor, in bytes.
const SIGNED_MAX: u64 = 2 * TEXT_MAX as u64;

/// Everything that is kept for one license. Nothing is read before it is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folder {
    path: PathBuf,
    /// Who writes through this.
    author: Author,
}

/// The right to write, until it is dropped.
#[derive(Debug)]
pub struct Writing<'a> {
    folder: &'a Folder,
    // Unlocked when it is closed.
    _lock: File,
}

/// The signed files as they lie there, without a word about whether they are good.
#[derive(Clone, Debug, Default)]
pub(crate) struct Texts {
    pub(crate) license: Option<String>,
    pub(crate) next: Option<String>,
    pub(crate) lease: Option<String>,
    pub(crate) bulletin: Option<String>,
    pub(crate) binding: Option<String>,
    pub(crate) clock: Option<String>,
    /// The same mark of time as it stands beside the key of the device.
    pub(crate) mark: Option<String>,
}

impl Folder {
    /// The folder at this path; in a server `<data-dir>/license`. It is made when something is written.
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into(), author: Author::default() }
    }

    /// The same folder, with a note of who changes the license in it.
    #[must_use]
    pub fn by(self, author: Author) -> Self {
        Self { author, ..self }
    }

    /// Who changes the license through this.
    pub const fn author(&self) -> &Author {
        &self.author
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Where the key of the device is.
    pub fn key_path(&self) -> PathBuf {
        self.path.join(KEY)
    }

    /// Waits until nobody else writes, and makes the folder if there is none.
    pub fn write(&self) -> Result<Writing<'_>> {
        files::make_folder(&self.path)?;
        Ok(Writing { folder: self, _lock: files::lock(&self.path, WRITING, false)? })
    }

    /// Waits until no other program talks with the license server for this installation: two renewals at once would look
    /// like two machines.
    pub(crate) fn talk(&self) -> Result<File> {
        files::make_folder(&self.path)?;
        files::lock(&self.path, TALKING, false)
    }

    fn read(&self, name: &str, max: u64) -> Result<Option<String>> {
        files::read(&self.path.join(name), max)
    }

    /// The key of the device; none before the first request. Refuses one that others can read.
    pub fn device_key(&self) -> Result<Option<PrivateKey>> {
        let path = self.key_path();
        if files::is_open_to_others(&path) {
            return Err(no("activate.key_open").with("path", path.display()).into());
        }
        let Some(text) = self.read(KEY, LINE_MAX)?.map(zeroize::Zeroizing::new) else { return Ok(None) };
        let key = PrivateKey::parse(text.lines().next().unwrap_or_default().trim());
        Ok(Some(key.map_err(|_| no("activate.key_broken").with("path", path.display()))?))
    }

    /// The mark of time beside the key of the device, sealed. It stands there as well because a file that nobody needs is
    /// soon removed.
    fn mark(&self) -> Option<String> {
        self.beside_key(1)
    }

    /// The package and the counter of the newest lease, which stand beside the key of the device as well: a renewal without
    /// the counter looks like one of another machine.
    pub(crate) fn counted(&self) -> Option<(String, u64)> {
        let line = self.beside_key(2)?;
        let (package, counter) = line.rsplit_once(' ')?;
        Some((package.to_owned(), counter.parse().ok()?))
    }

    /// A line of the file of the key; the first one is the key itself.
    fn beside_key(&self, place: usize) -> Option<String> {
        let text = zeroize::Zeroizing::new(self.read(KEY, LINE_MAX).ok()??);
        text.lines().nth(place).map(|line| line.trim().to_owned()).filter(|line| !line.is_empty())
    }

    /// All signed files, as they were at one moment.
    pub(crate) fn texts(&self) -> Result<Texts> {
        // Whoever may only read has no lock to wait for; at worst a file is newer than its neighbour.
        let _reading = files::lock(&self.path, WRITING, true).ok();
        self.texts_as_they_lie()
    }

    fn texts_as_they_lie(&self) -> Result<Texts> {
        Ok(Texts {
            license: self.read(LICENSE, SIGNED_MAX)?,
            next: self.read(NEXT, SIGNED_MAX)?,
            lease: self.read(LEASE, SIGNED_MAX)?,
            bulletin: self.read(BULLETIN, SIGNED_MAX)?,
            binding: self.read(BINDING, SIGNED_MAX)?,
            clock: self.read(CLOCK, LINE_MAX)?,
            mark: self.mark(),
        })
    }

    /// What the parts of the fingerprint are salted with; none before the first request.
    pub fn salt(&self) -> Result<Option<String>> {
        Ok(self.read(SALT, LINE_MAX)?.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()))
    }

    /// The name that this folder gave itself, by which a container that keeps it is known.
    pub fn own_name(&self) -> Result<Option<String>> {
        Ok(self.read(NAME, LINE_MAX)?.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()))
    }

    /// The question about the time that waits for its answer.
    pub(crate) fn challenge(&self) -> Result<Option<String>> {
        self.read(CHALLENGE, SIGNED_MAX)
    }

    /// The renewal that was sent, and whose answer did not come.
    pub(crate) fn renewal(&self) -> Result<Option<String>> {
        self.read(RENEWAL, SIGNED_MAX)
    }

    /// The receipt that was sent, and whose answer did not come.
    pub(crate) fn unanswered_return(&self) -> Result<Option<String>> {
        self.read(RETURN, SIGNED_MAX)
    }
}

impl Writing<'_> {
    fn put(&self, name: &str, text: &str) -> Result<()> {
        files::write(&self.folder.path, name, &format!("{}\n", text.trim_end()))
    }

    fn drop_file(&self, name: &str) -> Result<()> {
        files::remove(&self.folder.path, name)
    }

    /// All signed files; nobody else changes them as long as this is held.
    pub(crate) fn texts(&self) -> Result<Texts> {
        self.folder.texts_as_they_lie()
    }

    /// The folder that is written.
    pub fn folder(&self) -> &Folder {
        self.folder
    }

    /// The key of the device; made now if there is none.
    pub(crate) fn ensure_device_key(&self) -> Result<PrivateKey> {
        if let Some(key) = self.folder.device_key()? {
            return Ok(key);
        }
        let key = PrivateKey::from_seed(&*random::bytes()?);
        self.put(KEY, &key.reveal())?;
        Ok(key)
    }

    /// The salt, unless the machine was named: then it comes from the name, so that the same name is the same machine even
    /// if nothing else was kept. If none is kept, it is the one of this machine towards its vendor, or drawn now.
    pub(crate) fn ensure_salt(&self, of_name: Option<String>, of_machine: Option<String>) -> Result<String> {
        if let Some(salt) = of_name {
            return Ok(salt);
        }
        if let Some(salt) = self.folder.salt()? {
            return Ok(salt);
        }
        let salt = of_machine.map_or_else(random::salt, Ok)?;
        self.put(SALT, &salt)?;
        Ok(salt)
    }

    /// The name of this folder; drawn now if there is none.
    pub(crate) fn ensure_own_name(&self) -> Result<String> {
        if let Some(name) = self.folder.own_name()? {
            return Ok(name);
        }
        let name = random::id()?;
        self.put(NAME, &name)?;
        Ok(name)
    }

    fn put_file(&self, name: &str, kind: Kind, compact: &str) -> Result<()> {
        self.put(name, &armor::wrap(kind, compact, &[]))
    }

    /// Installs a license; what lay ready before is given up, and so is a lease, which was for the one before.
    pub(crate) fn set_license(&self, compact: &str, binding: Option<&str>) -> Result<()> {
        match binding {
            Some(binding) => self.put_file(BINDING, Kind::Request, binding)?,
            None => self.drop_file(BINDING)?,
        }
        self.put_file(LICENSE, Kind::License, compact)?;
        self.put_author()?;
        self.drop_file(NEXT)
    }

    /// Puts the file of the license back, and leaves everything beside it as it is: nobody changes the license by that.
    pub(crate) fn put_license_back(&self, compact: &str) -> Result<()> {
        self.put_file(LICENSE, Kind::License, compact)
    }

    /// Lays a license ready for later.
    pub(crate) fn set_next(&self, compact: &str) -> Result<()> {
        self.put_file(NEXT, Kind::License, compact)?;
        self.put_author()
    }

    pub(crate) fn set_lease(&self, lease: &Opened<Lease>, device: &PrivateKey) -> Result<()> {
        self.put_file(LEASE, Kind::Lease, &lease.compact)?;
        self.put_author()?;
        let counted = format!("{} {}", lease.claims.package, lease.claims.counter);
        self.put_key(device, &self.folder.mark().unwrap_or_default(), &counted)
    }

    /// Takes the lease away: it was for another package than the license that comes.
    pub(crate) fn drop_lease(&self) -> Result<()> {
        self.forget_counted()?;
        self.drop_file(LEASE)
    }

    /// Forgets the counter beside the key: from now on no lease is missing here.
    fn forget_counted(&self) -> Result<()> {
        match (self.folder.counted(), self.folder.device_key()) {
            (Some(_), Ok(Some(device))) => self.put_key(&device, &self.folder.mark().unwrap_or_default(), ""),
            _ => Ok(()),
        }
    }

    fn put_key(&self, device: &PrivateKey, mark: &str, counted: &str) -> Result<()> {
        self.put(KEY, &zeroize::Zeroizing::new(format!("{}\n{mark}\n{counted}", device.reveal().trim())))
    }

    /// Keeps a bulletin, if its number is higher than the one that is held.
    pub(crate) fn set_bulletin(&self, bulletin: &Opened<Bulletin>, trust: &Trust<'_>) -> Result<bool> {
        let held = self.folder.read(BULLETIN, SIGNED_MAX)?;
        let held = held.and_then(|text| open::<Bulletin>(&text, trust).ok());
        let mut known = held.map_or(Revocations::NONE, |held| Revocations::new(held.claims));
        match known.advance(bulletin.claims.clone()) {
            Ok(()) => {
                self.put_file(BULLETIN, Kind::Bulletin, &bulletin.compact)?;
                self.put_author().map(|()| true)
            }
            Err(Refused::BulletinOld) => Ok(false),
            Err(refused) => Err(refused.into()),
        }
    }

    /// Keeps the machine's own high-water mark of time, sealed; every few hours beside the key of the device as well.
    pub(crate) fn set_clock(&self, floor: &SoftFloor, device: &PrivateKey) -> Result<()> {
        let sealed = floor.seal(device)?;
        self.put(CLOCK, &sealed)?;
        let beside = self.folder.mark().and_then(|mark| floor_of(&mark, device).ok());
        let is_near = beside.is_some_and(|mark| {
            let apart = mark.at.seconds().abs_diff(floor.at.seconds());
            mark.answered == floor.answered && apart < MARK_SECONDS
        });
        if is_near {
            return Ok(());
        }
        self.put_key(device, &sealed, &self.folder.beside_key(2).unwrap_or_default())
    }

    pub(crate) fn set_challenge(&self, compact: Option<&str>) -> Result<()> {
        match compact {
            Some(compact) => self.put_file(CHALLENGE, Kind::ClockChallenge, compact),
            None => self.drop_file(CHALLENGE),
        }
    }

    pub(crate) fn set_renewal(&self, compact: Option<&str>) -> Result<()> {
        match compact {
            Some(compact) => self.put_file(RENEWAL, Kind::Renewal, compact),
            None => self.drop_file(RENEWAL),
        }
    }

    pub(crate) fn set_return(&self, compact: Option<&str>) -> Result<()> {
        match compact {
            Some(compact) => self.put_file(RETURN, Kind::Return, compact),
            None => self.drop_file(RETURN),
        }
    }

    /// Takes the license away: after a return, its tombstone says that it was here. The license goes last, so that what is
    /// left after a power cut still says what it belongs to.
    pub(crate) fn clear_license(&self) -> Result<()> {
        [LEASE, NEXT, BINDING, RENEWAL, RETURN, LICENSE].iter().try_for_each(|name| self.drop_file(name))?;
        self.put_author()?;
        self.forget_counted()
    }
}

/// Reads the sealed mark of time. Refuses one that this device did not write.
pub(crate) fn floor_of(sealed: &str, device: &PrivateKey) -> Result<SoftFloor, Refused> {
    SoftFloor::open(sealed, device)
}

/// The fingerprint's salt of a machine that was named. It hides nothing: the name is the administrator's own word.
pub(crate) fn salt_of_name(name: &str) -> String {
    seatwarden_license_file::digest(format!("seatwarden machine name 1|{}", name.trim()).as_bytes())
        .chars()
        .take(22)
        .collect()
}

/// The fingerprint's salt of a machine towards one vendor: the same after its folder was lost, another towards another
/// vendor, so that two of them cannot find out by it that they have the same machine; and another for a copy of the disk,
/// which is not to be taken for the machine (decision 0028).
pub(crate) fn salt_of_machine(root: &str, made_as: &str) -> String {
    let text = format!("seatwarden machine salt 1|{root}|{made_as}");
    seatwarden_license_file::digest(text.as_bytes()).chars().take(22).collect()
}

/// The time of an RFC 3339 text with or without fractions, as the license server writes it.
pub(crate) fn time_of(text: &str) -> Option<Time> {
    let whole = text.split_once('.').map_or_else(|| text.to_owned(), |(whole, _)| format!("{whole}Z"));
    Time::parse(&whole).ok()
}

/// A folder that cannot be used at all.
pub(crate) fn unusable(path: &Path, why: impl std::fmt::Display) -> Error {
    no("activate.folder_broken").with("path", path.display()).with("why", why).into()
}
