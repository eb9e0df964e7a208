//! Whom other limits would end: counted before they are saved, from the sessions that they can concern at all.

use std::collections::HashSet;

use seatwarden_base::Result;

use super::{
    super::{
        limits::{Held, Limits, limits},
        store::foresee::{self, Concerned},
    },
    manage::{COUNT_MAX, Count, WINDOW},
};
use crate::{
    accounts::roles,
    cx::{Cx, Permission, Role},
};

/// How many living sessions would end if these limits held, up to `COUNT_MAX`. Only so many sessions are looked at as
/// one can wait for; with more of them, at least the number that is known would end.
pub async fn would_end(cx: &Cx, wanted: &Limits) -> Result<Count> {
    cx.require(Permission::ManageSecurity)?;
    let mut tx = cx.db.read().await?;
    let now = limits(&mut tx, cx).await?;
    let tighter = Tighter::of(&now, wanted, &roles::list(&mut tx).await?);
    let mut ended = HashSet::new();
    let mut is_cut = false;
    if let Some(idle_ms) = tighter.idle_ms {
        let unused = foresee::list_unused(&mut tx, cx.now_ms, cx.now_ms - idle_ms, WINDOW).await?;
        is_cut |= is_full(&unused, WINDOW);
        ended.extend(unused.into_iter().filter(|it| ends_by_time(wanted, it, cx.now_ms)).map(|it| it.id));
    }
    if let Some(life_ms) = tighter.life_ms {
        let first_left = first_id_after(cx.now_ms - life_ms);
        let old = foresee::list_begun(&mut tx, cx.now_ms, &first_left, WINDOW).await?;
        is_cut |= is_full(&old, WINDOW);
        ended.extend(old.into_iter().filter(|it| ends_by_time(wanted, it, cx.now_ms)).map(|it| it.id));
    }
    if tighter.at_once {
        let crowded = foresee::list_crowded(&mut tx, cx.now_ms, wanted.fewest_at_once(), WINDOW).await?;
        is_cut |= is_full(&crowded, WINDOW);
        ended.extend(beyond(wanted, &crowded, cx.now_ms));
    }
    let known = i64::try_from(ended.len()).unwrap_or(i64::MAX);
    Ok(Count { known: known.min(COUNT_MAX), more: known > COUNT_MAX || is_cut })
}

/// What the ids of things made after a moment begin with, or something later: an id says in which second it was made.
fn first_id_after(at_ms: i64) -> String {
    format!("{:08x}", u32::try_from(at_ms.div_euclid(1_000) + 1).unwrap_or_default())
}

fn is_full(found: &[Concerned], window: i64) -> bool {
    i64::try_from(found.len()).is_ok_and(|found| found >= window)
}

/// Which limits are lower than those that hold, and the lowest of these.
#[derive(Default)]
struct Tighter {
    idle_ms: Option<i64>,
    life_ms: Option<i64>,
    at_once: bool,
}

impl Tighter {
    fn of(now: &Limits, wanted: &Limits, roles: &[Role]) -> Self {
        let mut tighter = Self::default();
        let lower = |known: Option<i64>, ms: i64| Some(known.map_or(ms, |known| known.min(ms)));
        for held in roles.iter().map(Held::from) {
            for remembered in [false, true] {
                let (now, wanted) = (now.life(&held, remembered), wanted.life(&held, remembered));
                if wanted.idle_ms < now.idle_ms {
                    tighter.idle_ms = lower(tighter.idle_ms, wanted.idle_ms);
                }
                if wanted.life_ms < now.life_ms {
                    tighter.life_ms = lower(tighter.life_ms, wanted.life_ms);
                }
            }
            tighter.at_once |= wanted.at_once(&held) < now.at_once(&held);
        }
        tighter
    }
}

fn ends_by_time(wanted: &Limits, session: &Concerned, now_ms: i64) -> bool {
    let life = wanted.life(&session.held, session.remembered);
    session.seen_at_ms + life.idle_ms <= now_ms || session.created_at_ms + life.life_ms <= now_ms
}

/// The ids of the sessions beyond the number of their users, those used least recently. They come user by user, those used
/// last first.
fn beyond(wanted: &Limits, sessions: &[Concerned], now_ms: i64) -> Vec<String> {
    let mut ended = Vec::new();
    for of_user in sessions.chunk_by(|one, other| one.user_id == other.user_id) {
        let Some(first) = of_user.first() else { continue };
        let kept = usize::try_from(wanted.at_once(&first.held)).unwrap_or(usize::MAX);
        let living = of_user.iter().filter(|session| !ends_by_time(wanted, session, now_ms));
        ended.extend(living.skip(kept).map(|session| session.id.clone()));
    }
    ended
}
