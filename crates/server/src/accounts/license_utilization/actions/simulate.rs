//! What works on a day, or with other seats: nothing is changed, and nobody is asked.

use seatwarden_activate as activate;
use seatwarden_base::Result;
use seatwarden_license_file::{Ability, License, Standing, Time};

use super::super::model::{BAD_DAY, BAD_SEATS, EARLY_DAY, NOT_ACTIVATED, SEATS_MAX};
use crate::{
    accounts::seats::{self, Taken},
    cx::{Cx, Permission},
    license::{Difference, InForce, differences, seats_of},
    text::day_ms,
};

/// What is asked, as typed.
#[derive(Clone, Debug, Default)]
pub struct Supposed {
    /// The day or the second, `2027-03-01` or RFC 3339; empty: now.
    pub at: String,
    /// How many seats for administrators, designers and viewers; empty: as in the license.
    pub seats: [String; 3],
    /// Whether the license server is reached no more; else the license is renewed until what was bought ends.
    pub is_unreached: bool,
}

/// What would work.
pub struct Simulation {
    /// When.
    pub at: Time,
    /// How the license stands then.
    pub standing: Standing,
    /// Everything that an installation can do, and whether it works then.
    pub abilities: Vec<(Ability, bool)>,
    /// What stops later, and when.
    pub stops: Vec<(Time, Vec<Ability>)>,
    /// The seats as they are used now, with the limits that were supposed.
    pub seats: [Taken; 3],
    /// What the supposed license says otherwise than the one now.
    pub differences: Vec<Difference>,
    /// Whether nobody renews the license until then.
    pub is_unreached: bool,
}

/// The names of the seats in forms and calls, in the order of `Seat::ALL`.
const SEATS: [&str; 3] = ["administrators", "designers", "viewers"];

/// What would work. Refuses without a license, and what is no day or no number of seats.
pub async fn simulate(cx: &Cx, supposed: &Supposed) -> Result<Simulation> {
    cx.require(Permission::ManageLicense)?;
    let now = cx.license.get(cx).await?;
    let license = now.license.as_ref().filter(|_| now.ended.is_none() && !now.is_doubted);
    let license = license.ok_or(NOT_ACTIVATED)?;
    let at = if supposed.at.trim().is_empty() { now.now(cx.now_ms) } else { time_of(supposed.at.trim())? };
    let mut other = with_seats(license, &supposed.seats)?;
    let is_unreached = supposed.is_unreached || is_by_hand(cx, &now);
    if !is_unreached {
        other = activate::as_renewed(&other, at);
    }
    let lease_until = now.lease_until;
    let seen = activate::simulate(&other, at, lease_until, None);
    let mut seats = seats::list(cx).await?;
    for (taken, limit) in seats.iter_mut().zip(seats_of(&other)) {
        taken.limit = limit;
    }
    Ok(Simulation {
        at,
        standing: seen.standing,
        abilities: seen.abilities,
        stops: seen.stops,
        seats,
        differences: differences(license, &other),
        is_unreached,
    })
}

/// Whether the license comes by files that somebody carries, so that nothing renews it.
pub(in super::super) fn is_by_hand(cx: &Cx, license: &InForce) -> bool {
    license.lease_until.is_none() && !cx.license_hand.has_server()
}

fn time_of(text: &str) -> Result<Time> {
    match day_ms(text) {
        Some(at_ms) if at_ms >= 0 => Ok(Time::from_ms(at_ms)),
        Some(_) => Err(EARLY_DAY.into()),
        None => Ok(Time::parse(text).map_err(|_| if Time::is_early(text) { EARLY_DAY } else { BAD_DAY })?),
    }
}

fn with_seats(license: &License, wished: &[String; 3]) -> Result<License> {
    let mut other = license.clone();
    let places = [&mut other.seats.administrators, &mut other.seats.designers, &mut other.seats.viewers];
    for ((place, name), text) in places.into_iter().zip(SEATS).zip(wished) {
        if !text.trim().is_empty() {
            let count = text.trim().parse::<u32>().ok().filter(|count| *count <= SEATS_MAX);
            *place = count.ok_or_else(|| BAD_SEATS.on(name).with("maximum", SEATS_MAX))?;
        }
    }
    Ok(other)
}
