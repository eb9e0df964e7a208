//! What an installation holds, checked: the license that counts now, until when, and what is wrong with it. Nothing here
//! writes or asks a network.

use std::ops::Range;

use seatwarden_license_file::{
    Bulletin, Comparison, Grace, Lease, License, Machine, Opened, PrivateKey, PublicKey, Refused, Request,
    Revocations, Standing, State, Time, Trust as Believed,
    clock::{self, Clock, ClockState, SoftFloor},
    fingerprint::usual_need,
    open, open_by_device,
};

use crate::{
    No, Result, Sight, Trouble, Trust, Verdict, Weight,
    error::no,
    folder::{BULLETIN, CLOCK, Folder, KEY, LEASE, LICENSE, NEXT, Texts, floor_of},
    machine::Identity,
};

/// What is held.
#[derive(Clone, Debug)]
pub struct Holding {
    device: Option<PrivateKey>,
    /// The license that counts now.
    pub license: Option<Opened<License>>,
    /// The newest lease, if it belongs to the license.
    pub lease: Option<Opened<Lease>>,
    /// A license that lies ready for later.
    pub next: Option<Opened<License>>,
    /// The newest bulletin.
    pub bulletin: Option<Opened<Bulletin>>,
    /// What to think of the time, and the time that counts.
    pub clock: Clock,
    /// What works now.
    pub standing: Option<Standing>,
    /// How this machine compares with the one that the license is for.
    pub comparison: Option<Comparison>,
    /// What is wrong.
    pub troubles: Vec<Trouble>,
    /// The license whose signer was revoked. Nothing works by it; it only says what to ask a new file for.
    outdated: Option<Opened<License>>,
    /// The counter of the newest lease of that license.
    outdated_counter: u64,
    /// The package and the counter of the newest lease, as they stand beside the key of the device.
    counted: Option<(String, u64)>,
    /// What the parts of this machine are salted with.
    pub(crate) salt: Option<String>,
    /// The mark of time that was read; to write the next one only if it says more.
    floor_read: Option<SoftFloor>,
    /// Whether the license that counts still lies in the place of the next one.
    pub(crate) is_staged: bool,
}

impl Holding {
    /// The public key of the device; none before the first request.
    pub fn device(&self) -> Option<PublicKey> {
        self.device.as_ref().map(PrivateKey::public)
    }

    pub(crate) fn key(&self) -> Option<&PrivateKey> {
        self.device.as_ref()
    }

    /// The claims of the license that counts.
    pub fn claims(&self) -> Option<&License> {
        self.license.as_ref().map(|license| &license.claims)
    }

    /// Whether the license file with this id counts here, or lies ready.
    pub(crate) fn holds(&self, id: &str) -> bool {
        [&self.license, &self.next].into_iter().flatten().any(|held| held.claims.id == id)
    }

    /// From when until when the newest word of the vendor lasts; none without a license that counts.
    pub fn lasts(&self) -> Option<Range<Time>> {
        Some(self.claims()?.lasts(self.lease.as_ref().map(|lease| &lease.claims)))
    }

    /// Whether the next lease, or without leases the next file, should be fetched now.
    pub fn is_renewal_due(&self) -> bool {
        let lease = self.lease.as_ref().map(|lease| &lease.claims);
        self.claims().is_some_and(|license| license.is_renewal_due(self.clock.now, lease))
    }

    /// What the newest bulletin revokes.
    pub fn revocations(&self) -> Revocations {
        self.bulletin.as_ref().map_or(Revocations::NONE, |held| Revocations::new(held.claims.clone()))
    }

    /// The number of the newest bulletin; zero if there is none.
    pub fn bulletin_number(&self) -> u64 {
        self.bulletin.as_ref().map_or(0, |bulletin| bulletin.claims.number)
    }

    /// The counter that the next renewal shows.
    pub(crate) fn counter(&self) -> u64 {
        let of_lease = self.lease.as_ref().map_or(self.outdated_counter, |lease| lease.claims.counter);
        // A lease that is lost or damaged takes its counter along.
        let noted = self
            .counted
            .as_ref()
            .filter(|(package, _)| self.to_renew().is_some_and(|license| license.package.id == *package));
        noted.map_or(of_lease, |(_, noted)| of_lease.max(*noted))
    }

    /// The claims of the license that a renewal is about: the one that counts, else the one whose signer was revoked. The
    /// license server decides what becomes of it.
    pub(crate) fn to_renew(&self) -> Option<&License> {
        self.claims().or(self.outdated.as_ref().map(|license| &license.claims))
    }

    /// Whether nothing counts any more because the signer of the license was revoked: a renewal brings a file of the next
    /// one.
    pub const fn needs_new_file(&self) -> bool {
        self.license.is_none() && self.outdated.is_some()
    }

    /// Whether the lease of the license that counts is gone, whose counter still stands beside the key of the device: its
    /// file was taken away, damaged, or another one lies in its place. The license server gives another lease to whoever
    /// asks with that key.
    pub fn has_lost_lease(&self) -> bool {
        let of = |license: &License| is_counted(self.counted.as_ref(), license);
        self.lease.is_none() && self.claims().is_some_and(of)
    }

    /// Why there is no license that counts: the weightiest trouble, the first of those alike.
    pub(crate) fn why_nothing_counts(&self) -> No {
        const NOTHING: &str = "activate.trouble_nothing";
        let worst = self.troubles.iter().map(|trouble| trouble.weight).max();
        let trouble = self.troubles.iter().find(|trouble| Some(trouble.weight) == worst);
        match trouble.filter(|trouble| trouble.code != NOTHING) {
            Some(trouble) => No { code: trouble.code, values: trouble.values.clone() },
            None => no("activate.nothing_installed"),
        }
    }

    /// How it stands.
    pub fn verdict(&self) -> Verdict {
        let Some(standing) = &self.standing else { return Verdict::Invalid };
        let worst = match standing.state {
            State::NotYet => Verdict::Invalid,
            State::Limited => Verdict::Limited,
            State::Grace | State::Expiring => Verdict::Warning,
            State::Active => Verdict::Good,
        };
        let troubled = self.troubles.iter().map(|trouble| match trouble.weight {
            Weight::Warning => Verdict::Warning,
            Weight::Invalid => Verdict::Invalid,
        });
        troubled.fold(worst, Verdict::max)
    }

    /// Whether the mark of time says so much more that it is worth writing: at most once a minute.
    pub(crate) fn is_clock_worth_keeping(&self) -> bool {
        let floor = &self.clock.floor;
        self.floor_read.as_ref().is_none_or(|read| {
            read.boot != floor.boot
                || read.jumped != floor.jumped
                || floor.at.seconds().saturating_sub(read.at.seconds()) >= 60
        })
    }
}

/// Whether a lease of this license's package was counted on this machine.
fn is_counted(counted: Option<&(String, u64)>, license: &License) -> bool {
    counted.is_some_and(|(package, _)| license.package.id == *package)
}

fn warn(code: &'static str) -> Trouble {
    Trouble { code, weight: Weight::Warning, values: Vec::new() }
}

fn invalid(code: &'static str) -> Trouble {
    Trouble { code, weight: Weight::Invalid, values: Vec::new() }
}

/// Reads what is held, and checks it. An error only if the folder cannot be read; what is wrong with a file is a trouble.
pub(crate) fn load(
    folder: &Folder,
    texts: &Texts,
    trust: &Trust,
    sight: &Sight,
    machine: &Identity,
) -> Result<Holding> {
    let mut troubles = Vec::new();
    let device = folder.device_key().unwrap_or_else(|error| {
        let code = match error.code().as_ref() {
            "activate.key_open" => "activate.key_open",
            _ => "activate.key_broken",
        };
        let values = vec![("path", folder.key_path().display().to_string())];
        troubles.push(Trouble { values, ..invalid(code) });
        None
    });
    let bulletin = read_bulletin(texts, trust, &mut troubles);
    let known = bulletin.as_ref().map_or(Revocations::NONE, |held| Revocations::new(held.claims.clone()));
    let believed = Believed { roots: &trust.roots, revocations: &known };
    let mut files = Files {
        license: read(texts.license.as_deref(), LICENSE, &believed, Weight::Invalid, &mut troubles),
        next: read(texts.next.as_deref(), NEXT, &believed, Weight::Warning, &mut troubles),
        lease: read(texts.lease.as_deref(), LEASE, &believed, Weight::Warning, &mut troubles),
    };
    let signed = files.signed_at().chain(bulletin.iter().map(|held| held.claims.issued_at));
    let hard = clock::hard_floor(trust.built_at, signed);
    let (floor_read, is_mark_gone) = read_floor(texts, device.as_ref(), &mut troubles);
    let mut clock = clock::read(hard, floor_read.as_ref(), sight);
    let is_staged = files.take_up_next(clock.now);
    tell_clock(&clock, &mut troubles);
    if is_mark_gone && clock.state == ClockState::Good {
        clock.state = ClockState::Suspect;
    }
    let returned = folder.returned()?;
    let is_returned = |id: &str| returned.iter().any(|tombstone| tombstone.license == id);
    if files.license.as_ref().is_some_and(|license| is_returned(&license.claims.id)) {
        troubles.push(invalid("activate.trouble_returned"));
        files.license = None;
    }
    let outdated = if files.license.is_none() {
        Files::of_revoked_signer(texts, trust, &known, &is_returned)
    } else {
        Files::default()
    };
    let salt = salt_of(folder, machine, files.license.as_ref().or(outdated.license.as_ref()))?;
    let outdated = outdated.for_machine(texts, device.as_ref(), machine, salt.as_deref(), &is_returned);
    let comparison = files.check_machine(texts, device.as_ref(), machine, salt.as_deref(), &mut troubles);
    files.check_lease(device.as_ref(), &is_returned, &mut troubles);
    let lease_until = files.lease.as_ref().map(|lease| lease.claims.lease_until);
    let standing = files.license.as_ref().map(|license| license.claims.works(clock.now, lease_until));
    let counted = folder.counted();
    files.tell_missing(folder, texts, counted.as_ref(), &mut troubles);
    files.tell_end(standing.as_ref(), clock.now, &mut troubles);
    let Files { license, next, lease } = files;
    Ok(Holding {
        device,
        license,
        lease,
        next,
        bulletin,
        clock,
        standing,
        comparison,
        troubles,
        outdated: outdated.license,
        outdated_counter: outdated.lease.map_or(0, |lease| lease.claims.counter),
        counted,
        salt,
        floor_read,
        is_staged,
    })
}

/// The salt of the license, else the one that is kept, else the one of the machine's name.
fn salt_of(folder: &Folder, machine: &Identity, license: Option<&Opened<License>>) -> Result<Option<String>> {
    if let Some(bound) = license.and_then(|license| license.claims.machine.as_ref()) {
        return Ok(Some(bound.salt.clone()));
    }
    match machine.given_name() {
        Some(name) => Ok(Some(crate::folder::salt_of_name(name))),
        None => folder.salt(),
    }
}

fn read_bulletin(texts: &Texts, trust: &Trust, troubles: &mut Vec<Trouble>) -> Option<Opened<Bulletin>> {
    let believed = Believed { roots: &trust.roots, revocations: &Revocations::NONE };
    read(texts.bulletin.as_deref(), BULLETIN, &believed, Weight::Warning, troubles)
}

fn read<C: seatwarden_license_file::IssuerClaims>(
    text: Option<&str>,
    name: &'static str,
    believed: &Believed<'_>,
    weight: Weight,
    troubles: &mut Vec<Trouble>,
) -> Option<Opened<C>> {
    match open::<C>(text?, believed) {
        Ok(opened) => Some(opened),
        Err(refused) => {
            let values = vec![("kind", C::KIND.word().to_owned()), ("file", name.to_owned())];
            troubles.push(Trouble { code: refused.code(), weight, values });
            None
        }
    }
}

/// The mark of time: of the two that are kept the one that says more. Whether it was taken away is the second: it is
/// written with every license, so beside one it is not missing by itself.
fn read_floor(
    texts: &Texts,
    device: Option<&PrivateKey>,
    troubles: &mut Vec<Trouble>,
) -> (Option<SoftFloor>, bool) {
    let Some(device) = device else { return (None, false) };
    let mut opened = |text: Option<&str>, name: &str| match floor_of(text?, device) {
        Ok(floor) => Some(floor),
        Err(refused) => {
            troubles.push(Trouble { values: vec![("file", name.to_owned())], ..warn(refused.code()) });
            None
        }
    };
    let (kept, beside) = (opened(texts.clock.as_deref(), CLOCK), opened(texts.mark.as_deref(), KEY));
    // The one beside the key is written after the other and more seldom, so it never says more by itself.
    let is_older = |kept: &SoftFloor| {
        beside.as_ref().is_some_and(|beside| (kept.answered, kept.at) < (beside.answered, beside.at))
    };
    let is_gone = texts.clock.is_none() && texts.license.is_some();
    let is_put_back = kept.as_ref().is_some_and(is_older);
    if is_gone || is_put_back {
        troubles.push(warn("activate.trouble_clock_gone"));
    }
    let is_suspect = is_gone || is_put_back || (kept.is_none() && texts.clock.is_some());
    (if is_put_back { beside } else { kept.or(beside) }, is_suspect)
}

fn tell_clock(clock: &Clock, troubles: &mut Vec<Trouble>) {
    let code = match clock.state {
        ClockState::Good => return,
        ClockState::Jumped => "activate.trouble_clock_jumped",
        ClockState::Suspect => "activate.trouble_clock_suspect",
        ClockState::Behind => "activate.trouble_clock_behind",
    };
    let values = vec![("believed", clock.now.to_string())];
    troubles.push(Trouble { code, weight: Weight::Warning, values });
}

#[derive(Default)]
struct Files {
    license: Option<Opened<License>>,
    next: Option<Opened<License>>,
    lease: Option<Opened<Lease>>,
}

impl Files {
    /// The license and its lease as they were before their signer was revoked; nothing if that is not what is wrong.
    fn of_revoked_signer(
        texts: &Texts,
        trust: &Trust,
        known: &Revocations,
        is_returned: &dyn Fn(&str) -> bool,
    ) -> Self {
        let before = Believed { roots: &trust.roots, revocations: &Revocations::NONE };
        let now = Believed { roots: &trust.roots, revocations: known };
        let is_revoked = |text: &&str| open::<License>(text, &now).err() == Some(Refused::SignerRevoked);
        let license = texts.license.as_deref().filter(is_revoked);
        let mut untold = Vec::new();
        let license = read::<License>(license, LICENSE, &before, Weight::Warning, &mut untold);
        Self {
            license: license.filter(|license| !is_returned(&license.claims.id)),
            next: None,
            lease: read(texts.lease.as_deref(), LEASE, &before, Weight::Warning, &mut untold),
        }
    }

    /// The same, if it is for this machine. What is wrong with it beside its signer is told once a new file is there.
    fn for_machine(
        mut self,
        texts: &Texts,
        device: Option<&PrivateKey>,
        machine: &Identity,
        salt: Option<&str>,
        is_returned: &dyn Fn(&str) -> bool,
    ) -> Self {
        self.check_machine(texts, device, machine, salt, &mut Vec::new());
        self.check_lease(device, is_returned, &mut Vec::new());
        self
    }

    fn signed_at(&self) -> impl Iterator<Item = Time> {
        let licenses = self.license.iter().chain(&self.next).map(|held| held.claims.issued_at);
        licenses.chain(self.lease.iter().map(|lease| lease.claims.issued_at))
    }

    /// Whether the license that lay ready is the one that counts now: its day has come, or there is no other.
    fn take_up_next(&mut self, now: Time) -> bool {
        let is_due = self.next.as_ref().is_some_and(|next| {
            let fits = self.license.as_ref().is_none_or(|held| next.claims.may_replace(&held.claims).is_ok());
            fits && (self.license.is_none() || next.claims.valid_from <= now)
        });
        if is_due {
            self.license = self.next.take();
        }
        is_due
    }

    /// Whether the license is for this machine; one for another does not count.
    fn check_machine(
        &mut self,
        texts: &Texts,
        device: Option<&PrivateKey>,
        machine: &Identity,
        salt: Option<&str>,
        troubles: &mut Vec<Trouble>,
    ) -> Option<Comparison> {
        let license = self.license.as_ref()?;
        let Some(device) = device.map(PrivateKey::public) else {
            // A key that is there and cannot be used was told already.
            if !troubles.iter().any(|told| matches!(told.code, "activate.key_open" | "activate.key_broken")) {
                troubles.push(invalid("activate.trouble_no_key"));
            }
            self.license = None;
            return None;
        };
        let compared = match &license.claims.machine {
            Some(bound) if bound.device != device.kid() => Err(Refused::Machine.code()),
            Some(bound) => Ok(bound.compare(&machine.parts(&bound.salt))),
            None => compare_bound(texts, license, &device, machine, salt),
        };
        match compared {
            Ok(Comparison::Other) => {
                troubles.push(invalid("activate.trouble_other_machine"));
                self.license = None;
                Some(Comparison::Other)
            }
            Ok(comparison) => Some(comparison),
            Err(code) => {
                troubles.push(invalid(code));
                self.license = None;
                None
            }
        }
    }

    /// Tells that there is no license at all, that it is gone, or that its lease is gone.
    fn tell_missing(
        &self,
        folder: &Folder,
        texts: &Texts,
        counted: Option<&(String, u64)>,
        troubles: &mut Vec<Trouble>,
    ) {
        if self.license.is_none() && texts.license.is_none() && texts.next.is_none() {
            // Giving a license back forgets its counter.
            let code =
                if counted.is_some() { "activate.trouble_license_gone" } else { "activate.trouble_nothing" };
            let values = vec![("path", folder.path().display().to_string())];
            troubles.push(Trouble { values, ..invalid(code) });
        }
        let was_leased = self.license.as_ref().is_some_and(|held| is_counted(counted, &held.claims));
        if was_leased && texts.lease.is_none() {
            troubles.push(warn("activate.trouble_lease_gone"));
        }
    }

    /// Tells that the end of what is held is near: of a file within a month, which nobody renews but whoever carries
    /// another one; of a lease in its last quarter, when it ought to have been renewed.
    fn tell_end(&self, standing: Option<&Standing>, now: Time, troubles: &mut Vec<Trouble>) {
        let Some(standing) = standing.filter(|standing| standing.ends_at > now) else { return };
        let is_near = match &self.lease {
            Some(lease) => {
                let (from, until) = (lease.claims.issued_at.seconds(), lease.claims.lease_until.seconds());
                let left = standing.ends_at.seconds().saturating_sub(now.seconds());
                left < until.saturating_sub(from) / 4
            }
            None => standing.ends_at <= now.plus_days(Grace::EXPIRING_DAYS),
        };
        if is_near {
            let values = vec![("until", standing.ends_at.to_string())];
            troubles.push(Trouble { values, ..warn("activate.trouble_ends_soon") });
        }
    }

    fn check_lease(
        &mut self,
        device: Option<&PrivateKey>,
        is_returned: &dyn Fn(&str) -> bool,
        troubles: &mut Vec<Trouble>,
    ) {
        let (Some(license), Some(lease), Some(device)) = (&self.license, &self.lease, device) else {
            self.lease = None;
            return;
        };
        // A lease may name the file that comes next, when a license was not given anew in its grace.
        let is_ours = lease.claims.device == device.public().kid()
            && (lease.claims.license == license.claims.id
                || lease.claims.package == license.claims.package.id)
            && !is_returned(&lease.claims.license);
        if !is_ours {
            troubles.push(warn("activate.trouble_lease_other"));
            self.lease = None;
        } else if lease.claims.displaced {
            let until = lease.claims.lease_until.to_string();
            troubles.push(Trouble { values: vec![("until", until)], ..warn("activate.trouble_displaced") });
        }
    }
}

/// A key that any machine could install was bound here by a note that this device signed when it was installed.
fn compare_bound(
    texts: &Texts,
    license: &Opened<License>,
    device: &PublicKey,
    machine: &Identity,
    salt: Option<&str>,
) -> Result<Comparison, &'static str> {
    const UNBOUND: &str = "activate.trouble_unbound";
    let note = texts.binding.as_deref().ok_or(UNBOUND)?;
    let note = open_by_device::<Request>(note).map_err(Refused::code)?;
    if note.device != *device || note.claims.package.as_deref() != Some(license.claims.package.code.as_str())
    {
        return Err(UNBOUND);
    }
    let bound = Machine {
        device: device.kid(),
        name: note.claims.name,
        salt: note.claims.salt,
        need: usual_need(&note.claims.parts),
        parts: note.claims.parts,
    };
    let seen = machine.parts(salt.filter(|_| bound.salt.is_empty()).unwrap_or(&bound.salt));
    Ok(bound.compare(&seen))
}
