//! What works on a given day.

use seatwarden_license_file::{Ability, Lease, Refused, State, Step, Time, VERSION};

use crate::support::{DAY, at, key, license, signer};

/// So many days after the end of the license, and one second.
fn after(days: i64) -> Time {
    license().renew_by.plus_seconds(days * DAY + 1)
}

#[test]
fn the_ladder_goes_down_step_by_step() {
    let license = license();
    let state = |time: Time| license.works(time, None).state;

    assert_eq!(state(at("2026-11-20T00:00:00Z")), State::NotYet);
    assert_eq!(state(at("2026-12-01T00:00:00Z")), State::Active);
    assert_eq!(state(after(0)), State::Grace);
    assert_eq!(state(after(13)), State::Grace);
    assert_eq!(state(after(14)), State::Limited);
}

#[test]
fn things_stop_on_the_day_that_is_written_and_not_before() {
    let license = license();
    let works = |time: Time, ability: Ability| license.works(time, None).works(&ability);

    assert!(works(after(6), Ability::AddUsers));
    assert!(!works(after(7), Ability::AddUsers));
    assert!(works(after(13), Ability::Schedule));
    assert!(!works(after(14), Ability::Schedule));
    assert!(!works(after(14), Ability::AddUsers));
}

#[test]
fn signing_in_viewing_and_exporting_never_stop() {
    let license = license();

    for days in 0..4000 {
        let standing = license.works(after(days), None);
        for ability in Ability::all().filter(Ability::never_stops) {
            assert!(standing.works(&ability), "{ability:?} on day {days}");
        }
    }
}

#[test]
fn no_file_can_stop_what_never_stops() {
    for ability in Ability::all().filter(Ability::never_stops) {
        let mut license = license();
        license.grace.ladder.push(Step { from_day: 400, stops: vec![ability.clone()] });

        assert_eq!(signer().sign(&license).unwrap_err(), Refused::GraceStops, "{ability:?}");
    }
}

#[test]
fn a_lease_carries_on_to_the_end_of_the_license_and_no_further() {
    let license = license();
    let until = license.valid_until.unwrap();

    assert_eq!(license.works(after(0), Some(after(7))).state, State::Active);
    assert_eq!(license.works(until.plus_seconds(-1), Some(until.plus_days(30))).state, State::Expiring);
    assert_eq!(license.works(until, Some(until.plus_days(30))).state, State::Grace);
    assert_eq!(license.works(after(0), Some(at("2026-11-22T00:00:00Z"))).ends_at, license.renew_by);
}

#[test]
fn a_perpetual_license_only_has_to_be_renewed() {
    let mut license = license();
    license.valid_until = None;
    license.renew_by = at("2027-01-01T00:00:00Z");

    assert_eq!(license.works(at("2026-12-31T00:00:00Z"), None).state, State::Active);
    let days_left = |moment: &str| license.works(at(moment), None).days_left;
    assert_eq!(days_left("2026-12-31T00:00:00Z"), 1);
    assert_eq!(days_left("2026-12-30T23:59:59Z"), 2, "the day that has begun counts");
    assert_eq!(license.works(at("2027-01-01T00:00:00Z"), None).state, State::Grace);
}

#[test]
fn a_renewal_is_due_when_half_of_the_time_has_passed() {
    let license = license();

    assert!(!license.is_renewal_due(license.issued_at.plus_days(44), None));
    assert!(license.is_renewal_due(license.issued_at.plus_days(46), None));
}

#[test]
fn a_renewal_is_counted_from_the_lease_and_never_comes_after_what_was_bought() {
    let license = license();
    let lease = |from: i64, days: u16| Lease {
        version: VERSION,
        id: "lease".to_owned(),
        issuer: license.issuer.clone(),
        issued_at: after(from),
        lease_until: after(from).plus_days(days),
        package: license.package.id.clone(),
        license: license.id.clone(),
        device: key("device").public().kid(),
        counter: 1,
        displaced: false,
        bulletin: 0,
    };
    let due = |now: Time, lease: &Lease| license.is_renewal_due(now, Some(lease));

    // Long after the file was issued a lease of yesterday is young, and one of four days is not.
    let young = lease(100, 7);
    assert!(!due(after(103), &young) && due(after(104), &young));
    // A long lease that reaches into the grace: the license itself ends first.
    let bought = license.valid_until.unwrap();
    let long = Lease { issued_at: bought.plus_seconds(-10 * DAY), ..lease(0, 90) };
    let long = Lease { lease_until: bought.plus_days(14), ..long };
    assert!(!due(bought.plus_seconds(-6 * DAY), &long) && due(bought.plus_seconds(-4 * DAY), &long));
    // In the grace each lease counts by itself.
    let late = Lease { issued_at: bought.plus_days(2), lease_until: bought.plus_days(9), ..lease(0, 7) };
    assert!(!due(bought.plus_days(5), &late) && due(bought.plus_days(6), &late));
}

#[test]
fn what_a_later_program_stops_does_not_disturb_this_one() {
    let mut license = license();
    license.grace.ladder.insert(0, Step { from_day: 0, stops: vec![Ability::Other("dream".to_owned())] });

    let standing = license.works(after(1), None);

    assert!(Ability::all().all(|ability| standing.works(&ability)));
    assert_eq!(standing.next_stop_at, Some(license.renew_by.plus_days(7)));
}
