//! Installing what somebody carried here: a license, a key for any machine, a bulletin, an answer about the time.

use std::borrow::Cow;

use seatwarden_license_file::{
    ClockAnswer, Comparison, Kind, Lease, License, Opened, Refused, Request, Revocations, VERSION, armor,
    open_bulletin,
};

use super::{Change, Installation, Ready, changes, request::signed};
use crate::{Holding, Result, folder::Writing, random};

/// What was installed.
#[derive(Clone, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a thing that was or was not in the text")]
pub struct Installed {
    /// The license, if there was one in the text.
    pub license: Option<License>,
    /// Whether it lies ready for its day, and the one before goes on until then.
    pub is_staged: bool,
    /// What it says otherwise than the one before.
    pub changes: Vec<Change>,
    /// Whether a newer bulletin was taken.
    pub took_bulletin: bool,
    /// Whether a lease was taken.
    pub took_lease: bool,
    /// Whether the time was set right.
    pub took_time: bool,
}

impl Installation {
    /// Installs all files in a text, in armor or one without: the answer to a request, an offline key, the next license, a
    /// lease, a bulletin, an answer about the time. What it would replace is looked at first: nothing older, nothing that
    /// was given back, nothing for another machine. A license whose day has not come is laid ready.
    pub fn install(&self, text: &str) -> Result<Installed> {
        let text = &of_answer(text);
        let mut files = armor::strip_all(text)?;
        if files.is_empty() {
            let compact = armor::strip(text, None)?.into_owned();
            files.push((seatwarden_license_file::compact::kind(&compact)?, compact));
        }
        if files.iter().any(|(kind, _)| !TAKEN.contains(kind)) {
            return Err(Refused::Kind.into());
        }
        // Bulletins first: they say whether the rest is good.
        files.sort_by_key(|(kind, _)| TAKEN.iter().position(|taken| taken == kind));
        let mut done = Installed::default();
        for (kind, compact) in &files {
            let writing = self.folder.write()?;
            let held = self.load_in(&writing)?;
            match kind {
                Kind::Bulletin => done.took_bulletin |= self.install_bulletin(&writing, &held, compact)?,
                Kind::ClockAnswer => {
                    let answer = self.open::<ClockAnswer>(compact, &held)?;
                    self.take_time(&writing, &held, &answer)?;
                    done.took_time = true;
                }
                Kind::License => self.install_license(&writing, &held, compact, &mut done)?,
                _ => {
                    self.install_lease(&writing, &held, compact)?;
                    done.took_lease = true;
                }
            }
        }
        Ok(done)
    }

    pub(super) fn install_bulletin(
        &self,
        writing: &Writing<'_>,
        held: &Holding,
        compact: &str,
    ) -> Result<bool> {
        let bulletin = open_bulletin(compact, &self.believed(&held.revocations()))?;
        writing.set_bulletin(&bulletin, &self.believed(&Revocations::NONE))
    }

    fn install_license(
        &self,
        writing: &Writing<'_>,
        held: &Holding,
        compact: &str,
        done: &mut Installed,
    ) -> Result<()> {
        let license: Opened<License> = self.open(compact, held)?;
        self.check_not_returned(&license.claims)?;
        let ready = self.ensure(writing, held)?;
        license.claims.may_be_installed(&ready.key.public(), held.clock.now)?;
        for known in [&held.license, &held.next].into_iter().flatten() {
            license.claims.may_replace(&known.claims)?;
        }
        if let Some(bound) = &license.claims.machine
            && bound.compare(&ready.identity.parts(&bound.salt)) == Comparison::Other
        {
            return Err(Refused::Machine.into());
        }
        if let Some(before) = held.claims() {
            done.changes = changes(before, &license.claims);
        }
        let is_early = license.claims.valid_from > held.clock.now && !license.claims.is_voucher();
        done.is_staged = is_early && held.license.is_some();
        if done.is_staged {
            writing.set_next(&license.compact)?;
        } else {
            self.put_license(writing, held, &ready, &license)?;
        }
        done.license = Some(license.claims);
        Ok(())
    }

    /// Puts a license into its place; a key for any machine is bound to this one.
    pub(super) fn put_license(
        &self,
        writing: &Writing<'_>,
        held: &Holding,
        ready: &Ready,
        license: &Opened<License>,
    ) -> Result<()> {
        let binding = if license.claims.is_voucher() {
            Some(self.bind(ready, &license.claims.package.code)?)
        } else {
            None
        };
        if held.lease.as_ref().is_some_and(|lease| lease.claims.package != license.claims.package.id) {
            writing.drop_lease()?;
        }
        writing.set_license(&license.compact, binding.as_deref())?;
        writing.set_renewal(None)?;
        writing.set_return(None)?;
        writing.set_clock(&held.clock.floor, &ready.key)
    }

    /// The note that binds a key for any machine to this one, signed by its device.
    fn bind(&self, ready: &Ready, package: &str) -> Result<String> {
        let note = Request {
            version: VERSION,
            id: random::id()?,
            made_at: self.sight.wall,
            package: Some(package.to_owned()),
            name: String::new(),
            program: self.program.clone(),
            salt: ready.salt.clone(),
            parts: ready.identity.parts(&ready.salt),
        };
        Ok(signed(&ready.key, &note)?.compact)
    }

    fn install_lease(&self, writing: &Writing<'_>, held: &Holding, compact: &str) -> Result<()> {
        let lease: Opened<Lease> = self.open(compact, held)?;
        let (Some(license), Some(device)) = (held.claims(), held.key()) else {
            return Err(Refused::OtherFile.into());
        };
        lease.claims.is_for(&license.id, &device.public())?;
        if held.lease.as_ref().is_some_and(|known| known.claims.counter > lease.claims.counter) {
            return Err(Refused::Replaced.into());
        }
        writing.set_lease(&lease, device)
    }
}

/// The files in an answer of the license server, as somebody saved it: JSON with a bulletin, a license or a lease. Any other
/// text is itself.
fn of_answer(text: &str) -> Cow<'_, str> {
    if !text.trim_start().starts_with('{') {
        return Cow::Borrowed(text);
    }
    let Ok(body) = serde_json::from_str::<serde_json::Value>(text) else { return Cow::Borrowed(text) };
    let known = [
        (Kind::Bulletin, "bulletin"),
        (Kind::License, "license"),
        (Kind::Lease, "lease"),
        (Kind::ClockAnswer, "answer"),
    ];
    let found =
        known.iter().filter_map(|(kind, name)| Some(armor::wrap(*kind, body.get(name)?.as_str()?, &[])));
    let found: Vec<String> = found.collect();
    if found.is_empty() { Cow::Borrowed(text) } else { Cow::Owned(found.join("\n")) }
}

/// The kinds that can be installed, in the order in which they are.
const TAKEN: [Kind; 4] = [Kind::Bulletin, Kind::ClockAnswer, Kind::License, Kind::Lease];
