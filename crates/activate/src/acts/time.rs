//! Setting the machine's mark of time right, when somebody once set the clock far ahead: a question that this device
//! signs, and an answer that the vendor does.

use seatwarden_license_file::{
    ByDevice, ClockAnswer, ClockChallenge, Kind, Opened, Time, VERSION, armor, clock, open_by_device,
};
use serde_json::json;

use super::{Installation, request::signed};
use crate::{Holding, Result, error::no, folder::Writing, random, wire, wire::Line};

impl Installation {
    /// The question about the time, in armor, to be carried to the portal; it waits for its answer here.
    pub fn time_challenge(&self) -> Result<String> {
        let writing = self.folder.write()?;
        let held = self.load_in(&writing)?;
        let challenge = self.challenge(&writing, &held)?;
        self.note_sent(&writing, "file", "time", &["challenge"], wire::said(&challenge.claims))?;
        Ok(armor::wrap(Kind::ClockChallenge, &challenge.compact, &[self.name.as_str()]))
    }

    /// Asks the license server for the time, and sets the mark of this machine by its answer.
    pub fn recover_time(&self) -> Result<Time> {
        let line = self.line()?;
        let _talking = self.folder.talk()?;
        self.recover_over(&line, &self.load()?)
    }

    pub(super) fn recover_over(&self, line: &Line, held: &Holding) -> Result<Time> {
        let challenge = {
            let writing = self.folder.write()?;
            let challenge = self.challenge(&writing, held)?;
            self.note_sent(
                &writing,
                &line.address("time"),
                "time",
                &["challenge"],
                wire::said(&challenge.claims),
            )?;
            challenge
        };
        let answer = line.post("time", &json!({ "challenge": challenge.compact }))?;
        let answer = answer.text("answer").ok_or_else(|| no("activate.bad_answer"))?;
        let writing = self.folder.write()?;
        let held = self.load_in(&writing)?;
        let answer = self.open::<ClockAnswer>(answer, &held)?;
        self.take_time(&writing, &held, &answer)
    }

    fn challenge(&self, writing: &Writing<'_>, held: &Holding) -> Result<ByDevice<ClockChallenge>> {
        let ready = self.ensure(writing, held)?;
        let claims = ClockChallenge {
            version: VERSION,
            id: random::id()?,
            made_at: self.sight.wall,
            floor: held.clock.now,
            license: held.claims().map_or_else(|| "none".to_owned(), |license| license.id.clone()),
        };
        let challenge = signed(&ready.key, &claims)?;
        writing.set_challenge(Some(&challenge.compact))?;
        Ok(challenge)
    }

    /// Sets the mark of time by an answer to the question that waits. An answer to another one is refused, one
    /// that was used before as well, and so is one that waited for too long. What passed since the question is added.
    pub(super) fn take_time(
        &self,
        writing: &Writing<'_>,
        held: &Holding,
        answer: &Opened<ClockAnswer>,
    ) -> Result<Time> {
        let asked = self.folder.challenge()?.ok_or(seatwarden_license_file::Refused::Challenge)?;
        let asked = open_by_device::<ClockChallenge>(&asked)?;
        let key = held.key().ok_or_else(|| no("activate.nothing_installed"))?;
        let time = answer.claims.time(&asked.claims.id, &key.public())?;
        let counted = (asked.claims.floor, held.clock.now);
        let mark = clock::recover(time, counted, Some(&held.clock.floor), &self.sight)?;
        let time = mark.at;
        writing.set_clock(&mark, key)?;
        writing.set_challenge(None)?;
        Ok(time)
    }
}
