//! What the folder of the license says, brought into the database by the node that holds it.

use seatwarden_activate::{self as activate, Holding};
use seatwarden_base::Result;
use seatwarden_license_file::{State, clock::ClockState};

use super::take_up::take_up;
use crate::{
    common::{
        audit,
        settings::{self, Versioned},
    },
    cx::Cx,
    license::{ClockWord, Ended, InForce, Next, differences},
};

/// Clocks that differ by less are one clock, in milliseconds.
const SAME_CLOCK_MS: i64 = 10 * 60_000;
/// How often it is begun again when others write at the same time.
const TRIES_MAX: u32 = 5;
/// What the vendor took away.
const REVOKED: [&str; 2] = ["license_file.file_revoked", "license_file.signer_revoked"];

/// What one try to renew came to, as far as all nodes should know it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in super::super) struct Tried {
    /// Why it failed, as a code; empty if it went well.
    pub(in super::super) trouble: String,
    /// The same in words, and what to do about it.
    pub(in super::super) told: [String; 2],
    /// Whether a copy of this installation seems to run.
    pub(in super::super) is_clone_suspected: bool,
}

/// What is known now of what will be different, unless a license lies ready.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) enum Foreseen {
    /// Nobody asked anew.
    AsBefore,
    /// What was foreseen has come.
    Nothing,
    /// A renewal would bring this.
    Next(Next),
}

/// Looks into the folder of the license on this machine and writes down what it says, if this node is the one to say
/// it. Answers what lies there; none without a folder.
pub async fn follow(cx: &Cx) -> Result<Option<Holding>> {
    follow_after(cx, None, Foreseen::AsBefore).await
}

/// The same after a try to renew, or with what a renewal would change.
pub(in super::super) async fn follow_after(
    cx: &Cx,
    tried: Option<Tried>,
    foreseen: Foreseen,
) -> Result<Option<Holding>> {
    if !cx.license_hand.exists() {
        return Ok(None);
    }
    for _ in 1..TRIES_MAX {
        match follow_once(cx, tried.clone(), foreseen.clone()).await {
            // Another node, or another request on this one, was faster: what it wrote is looked at first.
            Err(error) if error.is(&settings::CHANGED_MEANWHILE) => {}
            done => return done.map(Some),
        }
    }
    follow_once(cx, tried, foreseen).await.map(Some)
}

async fn follow_once(cx: &Cx, tried: Option<Tried>, foreseen: Foreseen) -> Result<Holding> {
    // Before the folder is looked at: what is written by it must not hide what came in between.
    let before: Versioned<InForce> = settings::get_versioned(&mut cx.db.read().await?).await?;
    put_back(cx, &before.value).await?;
    let (held, returned, by) = cx
        .license_hand
        .act(cx, |installation| {
            let held = installation.load_and_keep()?;
            let by = installation.folder.changed_by().unwrap_or_else(|| installation.folder.author().clone());
            Ok((held, installation.folder.returned()?, by))
        })
        .await?;
    let returned: Vec<String> = returned.into_iter().map(|tombstone| tombstone.license).collect();
    let known = &before.value;
    let mut seen = seen(cx, &held, &returned, known, foreseen);
    if let Some(tried) = tried {
        seen.trouble_since_ms = match (tried.trouble.is_empty(), known.trouble.is_empty()) {
            (true, _) => 0,
            (false, true) => cx.now_ms,
            (false, false) => known.trouble_since_ms,
        };
        seen.trouble = tried.trouble;
        seen.trouble_told = tried.told;
        seen.is_clone_suspected = tried.is_clone_suspected;
    }
    take_up(cx, &before, seen, &by).await?;
    Ok(held)
}

/// Puts the file of the license back if somebody took it away or damaged it on the machine that it is for. What stands
/// against that is told with what is wrong in the folder.
async fn put_back(cx: &Cx, known: &InForce) -> Result<()> {
    if known.text.is_empty() || known.ended.is_some() {
        return Ok(());
    }
    let (text, device) = (known.text.clone(), known.device.clone());
    match cx.license_hand.try_act(cx, move |here| here.put_back(&text, &device)).await? {
        Ok(true) => {}
        Ok(false) => return Ok(()),
        Err(error) => {
            tracing::warn!(%error, "the file of the license is missing or damaged, and could not be put back");
            return Ok(());
        }
    }
    tracing::warn!(
        "the file of the license was missing or damaged; it was put back as the database knows it"
    );
    let id = known.license.as_ref().map(|license| license.id.as_str()).unwrap_or_default();
    let mut tx = cx.db.write().await?;
    let event = audit::Event::new("license_utilization.put_back", "license", id);
    audit::record(&mut tx, cx, event).await?;
    tx.commit().await
}

/// Whether this node says what the license of the installation is: it holds the folder that said so before, or one with
/// a newer license. So of two folders one speaks, and one renews.
pub(super) fn is_ours(held: &Holding, before: &InForce) -> bool {
    let Some(device) = held.device().map(|key| key.kid()) else { return false };
    if before.device.is_empty() || before.device == device {
        return true;
    }
    let (Some(mine), Some(theirs)) = (held.claims(), &before.license) else { return false };
    before.ended.is_some() || mine.issued_at > theirs.issued_at
}

/// What the database is to say. `foreseen` replaces what was known of the future, unless a license lies ready.
fn seen(cx: &Cx, held: &Holding, returned: &[String], before: &InForce, foreseen: Foreseen) -> InForce {
    if !is_ours(held, before) {
        return before.clone();
    }
    let Some(license) = held.license.as_ref().filter(|_| state(held) != Some(State::NotYet)) else {
        return without(cx, held, returned, before);
    };
    let claims = &license.claims;
    let lease = held.lease.as_ref().map(|lease| &lease.claims);
    let is_same = before.text == license.compact && before.ended.is_none();
    let kept = if is_same { before.clone() } else { InForce::default() };
    let signed_ms = lease.map_or(claims.issued_at, |lease| lease.issued_at.max(claims.issued_at)).ms();
    // A machine that seems copied stays so until a renewal says otherwise.
    let seen = InForce {
        text: license.compact.clone(),
        license: Some(claims.clone()),
        lease_until: lease.map(|lease| lease.lease_until),
        leased_at: lease.map(|lease| lease.issued_at),
        is_displaced: lease.is_some_and(|lease| lease.displaced),
        lease_text: held.lease.as_ref().map(|lease| lease.compact.clone()).unwrap_or_default(),
        lease_lost_at_ms: 0,
        ended_at_ms: None,
        ended: None,
        next: next(held).or(match foreseen {
            Foreseen::AsBefore => kept.next,
            Foreseen::Nothing => None,
            Foreseen::Next(next) => Some(next),
        }),
        device: held.device().map(|key| key.kid()).unwrap_or_default(),
        machine: claims.machine.as_ref().map(|machine| machine.name.clone()).unwrap_or_default(),
        clock: clock_word(held.clock.state),
        floor_ms: before.floor_ms.max(signed_ms),
        offset_ms: offset_ms(cx, held, before),
        trouble: kept.trouble,
        trouble_told: kept.trouble_told,
        trouble_since_ms: kept.trouble_since_ms,
        is_clone_suspected: kept.is_clone_suspected,
        is_doubted: false,
    };
    if is_same && is_lease_lost(held) { with_known_lease(cx, seen, before) } else { seen }
}

/// Whether the file of the lease is lost, and not what it said: one that was revoked does not go on.
fn is_lease_lost(held: &Holding) -> bool {
    held.has_lost_lease() && !held.troubles.iter().any(|trouble| REVOKED.contains(&trouble.code))
}

/// The same with the lease that was known before its file was lost: it goes on as it was signed, until another one is
/// here.
fn with_known_lease(cx: &Cx, seen: InForce, before: &InForce) -> InForce {
    if before.lease_text.is_empty() {
        return seen;
    }
    InForce {
        lease_until: before.lease_until,
        leased_at: before.leased_at,
        is_displaced: before.is_displaced,
        lease_text: before.lease_text.clone(),
        lease_lost_at_ms: if before.lease_lost_at_ms > 0 { before.lease_lost_at_ms } else { cx.now_ms },
        ..seen
    }
}

fn state(held: &Holding) -> Option<State> {
    held.standing.as_ref().map(|standing| standing.state)
}

/// What the license that lies ready says differently.
fn next(held: &Holding) -> Option<Next> {
    let (now, next) = (held.claims()?, held.next.as_ref()?);
    let differences = differences(now, &next.claims);
    Some(Next { from_ms: next.claims.valid_from.ms(), differences })
}

/// The difference between the time that counts and the clock of the machine; small ones are none.
fn offset_ms(cx: &Cx, held: &Holding, before: &InForce) -> i64 {
    let offset_ms = held.clock.now.ms().saturating_sub(cx.now_ms);
    if offset_ms.abs() < SAME_CLOCK_MS {
        0
    } else if offset_ms.saturating_sub(before.offset_ms).abs() < SAME_CLOCK_MS {
        before.offset_ms
    } else {
        offset_ms
    }
}

const fn clock_word(state: ClockState) -> ClockWord {
    match state {
        ClockState::Good => ClockWord::Good,
        ClockState::Jumped => ClockWord::Jumped,
        ClockState::Suspect => ClockWord::Suspect,
        ClockState::Behind => ClockWord::Behind,
    }
}

/// No license counts on this machine. What it said last goes on as signed, unless it was given back or revoked.
fn without(cx: &Cx, held: &Holding, returned: &[String], before: &InForce) -> InForce {
    let mut seen = before.clone();
    let Some(license) = before.license.as_ref().filter(|_| before.ended.is_none()) else { return seen };
    let is_revoked = held.troubles.iter().any(|trouble| REVOKED.contains(&trouble.code));
    seen.ended = if returned.contains(&license.id) {
        Some(Ended::GivenBack)
    } else if is_revoked {
        Some(Ended::Revoked)
    } else {
        None
    };
    seen.ended_at_ms = seen.ended.map(|_| cx.now_ms);
    if seen.ended.is_none()
        && let Some(trouble) = held.troubles.first()
    {
        trouble.code.clone_into(&mut seen.trouble);
        let (why, next) = activate::Text::new(cx.language).of_trouble(trouble);
        seen.trouble_told = [why, next.unwrap_or_default()];
        seen.trouble_since_ms =
            if before.trouble_since_ms == 0 { cx.now_ms } else { before.trouble_since_ms };
    }
    seen
}
