//! The clock with two floors.

use seatwarden_license_file::{
    Refused, Time,
    clock::{ClockState, Sight, SoftFloor, hard_floor, read, recover},
};

use crate::support::{DAY, NOW, at, key};

const HOUR: i64 = 3600;
const YEAR: i64 = 365 * DAY;

fn sight(wall: Time, boot: &str, since_boot: i64) -> Sight {
    Sight { wall, boot: boot.to_owned(), since_boot: u64::try_from(since_boot).unwrap() }
}

/// A machine that has run for ten days and saw nothing odd.
fn usual() -> (Time, SoftFloor) {
    let hard = at("2026-11-11T12:00:00Z");
    let clock = read(hard, None, &sight(at(NOW), "a", 10 * DAY));
    assert_eq!((clock.now, clock.state), (at(NOW), ClockState::Good));
    (hard, clock.floor)
}

#[test]
fn the_hard_floor_is_the_newest_time_that_was_signed() {
    assert_eq!(hard_floor(at(NOW), [at("2026-01-01T00:00:00Z")]), at(NOW));
    assert_eq!(hard_floor(at("2026-01-01T00:00:00Z"), [at(NOW), at("2026-02-01T00:00:00Z")]), at(NOW));
}

#[test]
fn a_clock_that_is_an_hour_behind_is_no_matter() {
    let (hard, soft) = usual();

    let clock = read(hard, Some(&soft), &sight(at(NOW).plus_seconds(-HOUR), "a", 10 * DAY + 60));

    assert_eq!(clock.state, ClockState::Good);
    assert_eq!(clock.now, at(NOW).plus_seconds(60), "time does not go back");
}

#[test]
fn a_clock_that_is_a_day_behind_is_suspect_and_still_renews() {
    let (hard, soft) = usual();

    let clock = read(hard, Some(&soft), &sight(at(NOW).plus_seconds(-25 * HOUR), "b", 5));

    assert_eq!(clock.state, ClockState::Suspect);
    assert_eq!(clock.may_renew(), Ok(()));
    assert_eq!(clock.now, at(NOW));
}

#[test]
fn a_clock_that_is_behind_the_signed_time_renews_nothing() {
    let (hard, soft) = usual();

    let clock = read(hard, Some(&soft), &sight(at(NOW).plus_seconds(-YEAR), "b", 5));

    assert_eq!(clock.state, ClockState::Behind);
    assert_eq!(clock.may_renew(), Err(Refused::ClockBehind));
    assert_eq!(read(hard, None, &sight(hard.plus_seconds(-YEAR), "b", 5)).now, hard);
}

#[test]
fn a_jump_of_forty_years_is_not_believed_at_once() {
    let (hard, soft) = usual();
    let later = at(NOW).plus_seconds(40 * YEAR);

    let running = read(hard, Some(&soft), &sight(later, "a", 10 * DAY + 60));
    let rebooted = read(hard, Some(&soft), &sight(later, "b", 60));

    assert_eq!((running.state, running.now), (ClockState::Jumped, at(NOW).plus_seconds(60)));
    assert_eq!((rebooted.state, rebooted.now), (ClockState::Jumped, at(NOW)));
    let mended = read(hard, Some(&running.floor), &sight(at(NOW).plus_seconds(120), "a", 10 * DAY + 120));
    assert_eq!((mended.state, mended.now), (ClockState::Good, at(NOW).plus_seconds(120)));
}

#[test]
fn a_jump_that_stays_is_believed_and_a_signed_answer_takes_it_back() {
    let (hard, soft) = usual();
    let later = at(NOW).plus_seconds(40 * YEAR);
    let first = read(hard, Some(&soft), &sight(later, "a", 10 * DAY + 60));

    let stayed = read(hard, Some(&first.floor), &sight(later.plus_seconds(DAY), "a", 11 * DAY + 60));
    assert_eq!((stayed.state, stayed.now), (ClockState::Good, later.plus_seconds(DAY)));

    let set_back = sight(at(NOW).plus_seconds(2 * DAY), "a", 12 * DAY);
    let poisoned = read(hard, Some(&stayed.floor), &set_back);
    assert_eq!(poisoned.state, ClockState::Suspect);

    let answer = at(NOW).plus_seconds(2 * DAY);
    let counted = (poisoned.now, poisoned.now);
    let mark = recover(answer, counted, Some(&poisoned.floor), &set_back).unwrap();
    let cured = read(hard.max(answer), Some(&mark), &set_back);
    assert_eq!((cured.state, cured.now), (ClockState::Good, answer));
    // Taken once.
    assert_eq!(recover(answer, counted, Some(&cured.floor), &set_back), Err(Refused::Challenge));
}

#[test]
fn an_answer_that_was_kept_gains_no_time_and_does_not_wait_for_ever() {
    let (hard, soft) = usual();
    let asked = at(NOW);
    let later = read(hard, Some(&soft), &sight(asked.plus_days(20), "b", 30));
    let set_back = sight(asked, "c", 30);
    let held = read(hard, Some(&later.floor), &set_back);

    let mark = recover(asked, (asked, held.now), Some(&held.floor), &set_back).unwrap();
    assert_eq!(mark.at, asked.plus_days(20));
    let months = (asked, asked.plus_days(89));
    assert_eq!(recover(asked, months, Some(&held.floor), &set_back), Err(Refused::Challenge));
}

#[test]
fn a_machine_that_was_off_for_months_goes_on() {
    let (hard, soft) = usual();
    let later = at(NOW).plus_days(300);

    let clock = read(hard, Some(&soft), &sight(later, "b", 30));

    assert_eq!((clock.state, clock.now), (ClockState::Good, later));
}

#[test]
fn the_stored_time_opens_with_the_key_of_the_device_only() {
    let (_, soft) = usual();
    let device = key("device");

    let sealed = soft.seal(&device).unwrap();

    assert_eq!(SoftFloor::open(&sealed, &device), Ok(soft));
    assert_eq!(SoftFloor::open(&sealed, &key("another")), Err(Refused::FloorForged));
    assert_eq!(SoftFloor::open(&sealed.replacen('e', "f", 1), &device), Err(Refused::FloorForged));
    assert_eq!(SoftFloor::open("", &device), Err(Refused::FloorForged));
}
