//! What the page and the API show of the license.

use std::sync::Arc;

use seatwarden_base::Result;

use super::super::{
    model::{Change, DORMANT_DAYS, HISTORY_MAX},
    store,
};
use crate::{
    accounts::seats::{self, Dormant, Seat, Taken},
    cx::{Cx, Permission},
    license::InForce,
};

const DAY_MS: i64 = 24 * 3_600_000;

/// The license and what of it is used.
pub struct View {
    /// The license; empty without one.
    pub license: Arc<InForce>,
    /// What is used of the seats.
    pub seats: [Taken; 3],
    /// Who holds a seat and was not here for long, for each kind of seat, in the order of [`Seat::ALL`].
    pub dormant: [Vec<Dormant>; 3],
    /// Every license that ever counted here, newest first; empty for those who may not manage the license.
    pub history: Vec<Change>,
    /// Whether the reader may see and do everything, not the counters alone.
    pub is_manager: bool,
}

/// The license as it counts now, for administrators; those who may not manage it get the counters.
pub async fn look(cx: &Cx) -> Result<View> {
    cx.require(Permission::ReadSeats)?;
    let is_manager = cx.may(Permission::ManageLicense);
    let seats = seats::list(cx).await?;
    let mut dormant = [Vec::new(), Vec::new(), Vec::new()];
    for seat in Seat::ALL {
        dormant[seat as usize] = seats::dormant(cx, seat, cx.now_ms - DORMANT_DAYS * DAY_MS).await?;
    }
    let license = cx.license.get(cx).await?;
    let mut tx = cx.db.read().await?;
    let history = if is_manager { store::list(&mut tx, HISTORY_MAX).await? } else { Vec::new() };
    Ok(View { license, seats, dormant, history, is_manager })
}
