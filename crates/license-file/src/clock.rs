//! What time it is, for a machine whose clock its owner can set. The hard floor is the newest time in a valid
//! signature; the soft floor is the machine's own high-water mark. Neither ever locks by itself on a clock that jumps.

use data_encoding::BASE64URL_NOPAD;
use hmac::Mac;
use serde::{Deserialize, Serialize};

use crate::{PrivateKey, Refused, Time, compact, time::DAY};

/// How far clocks of honest machines are apart, in seconds.
pub const SKEW: i64 = 10 * 60;
/// How far the clock may fall behind the soft floor before it is suspect, in seconds.
pub const BEHIND_MAX: i64 = DAY;
/// How long a clock that jumped forward must stay there, with the machine running, until it is believed, in seconds.
pub const HOLD: u64 = 86_400;
/// A machine that was off for longer than this is asked to stay on before its clock is believed, in days.
pub const OFF_DAYS_MAX: u16 = 400;

/// What a machine sees of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sight {
    /// The clock on the wall, which anybody can set.
    pub wall: Time,
    /// The id of this boot.
    pub boot: String,
    /// Seconds since it, which nobody can set; they go on while the machine sleeps.
    pub since_boot: u64,
}

/// The machine's own high-water mark. It is kept sealed with the key of the device.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SoftFloor {
    /// The highest time that was believed.
    pub at: Time,
    /// The boot in which it was.
    pub boot: String,
    /// Seconds since that boot.
    pub since_boot: u64,
    /// If the clock jumped forward: seconds since the boot when that was first seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub jumped: Option<u64>,
    /// When the newest answer about the time was signed that this machine took: an older one is no answer any more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answered: Option<Time>,
}

/// What to think of the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ClockState {
    /// Nothing speaks against it.
    Good,
    /// It jumped forward and is not believed yet.
    Jumped,
    /// It stands behind what the machine saw before: warn, and ask for a renewal.
    Suspect,
    /// It stands behind what the vendor signed: no renewals until it is set.
    Behind,
}

/// The time to go by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clock {
    /// The time that counts.
    pub now: Time,
    /// What to think of the clock on the wall.
    pub state: ClockState,
    /// The high-water mark to keep.
    pub floor: SoftFloor,
}

impl Clock {
    /// Whether renewals may be made with such a clock.
    pub fn may_renew(&self) -> Result<(), Refused> {
        if self.state == ClockState::Behind { Err(Refused::ClockBehind) } else { Ok(()) }
    }
}

/// The newest time that a valid signature or the build of the program tells.
pub fn hard_floor(built_at: Time, signed_at: impl IntoIterator<Item = Time>) -> Time {
    signed_at.into_iter().fold(built_at, Time::max)
}

/// What time it is, given the hard floor, the soft floor if one is kept, and what the machine sees.
pub fn read(hard: Time, soft: Option<&SoftFloor>, sight: &Sight) -> Clock {
    let Some(soft) = soft else { return settle(hard, sight.wall, sight.wall, None, sight, None) };
    let answered = soft.answered;
    let is_same_boot = soft.boot == sight.boot && sight.since_boot >= soft.since_boot;
    // Within one boot the machine knows how much time passed; across boots it can have been off for long.
    let (expected, latest) = if is_same_boot {
        let passed = i64::try_from(sight.since_boot.abs_diff(soft.since_boot)).unwrap_or(i64::MAX);
        let expected = soft.at.plus_seconds(passed);
        (expected, expected.plus_seconds(BEHIND_MAX))
    } else {
        (soft.at, soft.at.plus_days(OFF_DAYS_MAX))
    };
    let latest = latest.max(hard.plus_seconds(BEHIND_MAX));
    if sight.wall <= latest {
        return settle(hard, expected, sight.wall.max(expected), None, sight, answered);
    }
    let since = soft.jumped.filter(|_| is_same_boot).unwrap_or(sight.since_boot);
    if sight.since_boot.saturating_sub(since) >= HOLD {
        return settle(hard, expected, sight.wall, None, sight, answered);
    }
    settle(hard, expected, expected, Some(since), sight, answered)
}

/// How long a question about the time waits for its answer, in seconds.
pub const ANSWER_MAX: i64 = 30 * DAY;

/// The mark after a signed answer told the time: whatever was kept before is given up, but for the time that passed since
/// the question, by which the answer has aged. `asked` is the time that counted then, `now` the one that counts now.
/// Refuses an answer that is too old, or no newer than the one that was taken last.
pub fn recover(
    answer: Time,
    (asked, now): (Time, Time),
    before: Option<&SoftFloor>,
    sight: &Sight,
) -> Result<SoftFloor, Refused> {
    let passed = now.seconds().saturating_sub(asked.seconds()).max(0);
    let is_used = before.and_then(|floor| floor.answered).is_some_and(|last| answer <= last);
    if passed > ANSWER_MAX || is_used {
        return Err(Refused::Challenge);
    }
    Ok(SoftFloor {
        at: answer.plus_seconds(passed),
        boot: sight.boot.clone(),
        since_boot: sight.since_boot,
        jumped: None,
        answered: Some(answer),
    })
}

fn settle(
    hard: Time,
    expected: Time,
    believed: Time,
    jumped: Option<u64>,
    sight: &Sight,
    answered: Option<Time>,
) -> Clock {
    let state = if sight.wall.plus_seconds(SKEW) < hard {
        ClockState::Behind
    } else if jumped.is_some() {
        ClockState::Jumped
    } else if sight.wall.plus_seconds(BEHIND_MAX) < expected {
        ClockState::Suspect
    } else {
        ClockState::Good
    };
    let floor =
        SoftFloor { at: believed, boot: sight.boot.clone(), since_boot: sight.since_boot, jumped, answered };
    Clock { now: believed.max(hard), state, floor }
}

/// What the seal of a mark is made for.
const SEAL: &str = "seatwarden soft floor 1|";

impl SoftFloor {
    /// Writes the mark so that only the holder of the device's key can have written it.
    pub fn seal(&self, device: &PrivateKey) -> Result<String, Refused> {
        let content = serde_json::to_vec(self).map_err(|_| Refused::FloorForged)?;
        let code = device.tag(SEAL, &content).ok_or(Refused::FloorForged)?.finalize().into_bytes();
        Ok(format!("{}.{}", BASE64URL_NOPAD.encode(&content), BASE64URL_NOPAD.encode(&code)))
    }

    /// Reads what [`SoftFloor::seal`] wrote with the same key.
    pub fn open(sealed: &str, device: &PrivateKey) -> Result<Self, Refused> {
        if sealed.len() > 4096 {
            return Err(Refused::FloorForged);
        }
        let (content, code) = sealed.trim().split_once('.').ok_or(Refused::FloorForged)?;
        let content = compact::decode(content).map_err(|_| Refused::FloorForged)?;
        let code = compact::decode(code).map_err(|_| Refused::FloorForged)?;
        let mac = device.tag(SEAL, &content).ok_or(Refused::FloorForged)?;
        mac.verify_slice(&code).map_err(|_| Refused::FloorForged)?;
        serde_json::from_slice(&content).map_err(|_| Refused::FloorForged)
    }
}
