//! JSON of the license.

use seatwarden_license_file::{Ability, Time};
use serde_json::{Value, json};

use super::{
    actions::{Simulation, View},
    model::{Change, who_word},
    words::state_word,
};
use crate::{
    accounts::seats::{Seat, Taken},
    cx::Cx,
    license::{Difference, seats_of},
    text::rfc3339,
};

/// The license and what of it is used. Whoever may not manage the license gets the seats and the state.
pub(super) fn view(cx: &Cx, view: &View) -> Value {
    let license = &view.license;
    let seats: Vec<Value> = view
        .seats
        .iter()
        .map(|taken| {
            let dormant: Vec<Value> = view.dormant[taken.seat as usize]
                .iter()
                .map(|one| json!({ "id": one.id, "name": one.name, "email": one.email, "lastSeen": rfc3339(one.seen_at_ms) }))
                .collect();
            let mut body = counter(taken);
            body["dormant"] = json!(dormant);
            body
        })
        .collect();
    let standing = license.standing(cx.now_ms);
    let stopped: Vec<String> = Ability::all()
        .filter(|ability| !license.works(ability, cx.now_ms))
        .map(|ability| ability.word().to_owned())
        .collect();
    json!({
        "activated": license.is_activated(),
        "state": license.state(cx.now_ms).map(state_word),
        "endsAt": license.ends_at_ms().map(rfc3339),
        "daysLeft": standing.map(|standing| standing.days_left),
        "stopped": stopped,
        "addingStopsAt": license.stops_at_ms(&Ability::AddUsers).map(rfc3339),
        "seats": seats,
        "license": if view.is_manager { file(view) } else { Value::Null },
    })
}

fn counter(taken: &Taken) -> Value {
    json!({
        "seat": taken.seat.word(), "used": taken.used, "limit": taken.limit,
        "left": taken.limit.map(|limit| (limit - taken.used).max(0)),
        "over": taken.over(),
    })
}

/// What would work on a day.
pub(super) fn simulation(seen: &Simulation) -> Value {
    let words = |works: bool| -> Vec<&str> {
        let all = seen.abilities.iter().filter(|(_, does)| *does == works);
        all.map(|(ability, _)| ability.word()).collect()
    };
    let stops = seen.stops.iter().map(
        |(from, what)| json!({ "from": from, "what": what.iter().map(Ability::word).collect::<Vec<_>>() }),
    );
    json!({
        "at": seen.at, "state": state_word(seen.standing.state), "endsAt": seen.standing.ends_at,
        "daysLeft": seen.standing.days_left, "works": words(true), "stopped": words(false),
        "stops": stops.collect::<Vec<_>>(), "seats": seen.seats.iter().map(counter).collect::<Vec<_>>(),
        "differences": differences(&seen.differences),
    })
}

fn file(view: &View) -> Value {
    let Some(file) = &view.license.license else { return Value::Null };
    let license = &view.license;
    let package = &file.package;
    let limits = seats_of(file);
    json!({
        "id": file.id, "organisation": file.organisation, "user": file.holder,
        "package": {
            "code": package.code, "name": package.name, "type": package.type_, "tier": package.tier,
            "deployment": package.deployment, "environment": package.environment, "revision": package.revision,
        },
        "trial": license.is_trial(),
        "validFrom": file.valid_from, "validUntil": file.valid_until, "renewBy": file.renew_by,
        "leaseUntil": license.lease_until, "lastContact": license.leased_at,
        "seats": {
            "administrators": limits[Seat::Administrators as usize],
            "designers": limits[Seat::Designers as usize], "viewers": limits[Seat::Viewers as usize],
        },
        "limits": file.limits, "entitlements": file.entitlements, "machine": license.machine,
        "clock": license.clock, "displaced": license.is_displaced, "leaseLost": license.lease_lost_at_ms > 0,
        "cloneSuspected": license.is_clone_suspected, "trouble": license.trouble, "ended": license.ended,
        "next": license.next.as_ref().map(|next| json!({
            "from": rfc3339(next.from_ms), "differences": differences(&next.differences),
        })),
    })
}

/// What is different.
pub(super) fn differences(all: &[Difference]) -> Vec<Value> {
    let told = |value: &Value, what: &str| match value.as_i64() {
        Some(at_ms) if what == "validUntil" => json!(Time::from_ms(at_ms)),
        _ => value.clone(),
    };
    all.iter()
        .map(|one| {
            json!({
                "what": one.what, "before": told(&one.before, &one.what), "after": told(&one.after, &one.what),
                "takesAway": one.takes_away(),
            })
        })
        .collect()
}

/// An entry of the history.
pub(super) fn change(change: &Change) -> Value {
    json!({
        "id": change.id, "at": rfc3339(change.at_ms), "kind": change.kind.word(), "package": change.package_code,
        "name": change.package_name, "revision": change.revision, "by": change.by.name,
        "byKind": who_word(change.by.who),
        "differences": differences(&change.differences),
    })
}

/// The license in the words of the platform (contract part 5); -1 where there is no limit.
pub(super) fn of_platform(view: &View) -> Value {
    let [administrators, designers, viewers] = view.seats;
    let license = &view.license;
    let file = license.license.as_ref();
    let has = |word: &str| file.is_some_and(|file| file.entitlements.iter().any(|name| name == word));
    json!({
        "inUseAdmins": administrators.used, "maxAdmins": administrators.limit.unwrap_or(-1),
        "inUseDesigners": designers.used, "maxDesigners": designers.limit.unwrap_or(-1),
        "inUseViewers": viewers.used, "maxViewers": viewers.limit.unwrap_or(-1),
        "trial": license.is_trial(), "bigData": has("big_data"), "highAvailability": has("high_availability"),
        "expirationDate": file.and_then(|file| file.valid_until).map(|until| rfc3339(until.ms())).unwrap_or_default(),
        // Spelt so by the original; clients may read either.
        "macine": license.machine, "machine": license.machine,
    })
}
