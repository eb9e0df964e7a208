//! Clocks that go wrong: nobody is locked out wrongly, and nobody gains time past what was signed.

use seatwarden_activate::Verdict;
use seatwarden_license_file::{State, clock::ClockState};

use crate::support::{START, Vendor, World, time};

const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;

/// A machine that ran on its license for a month.
fn after_a_month(vendor: &Vendor) -> World {
    let mut world = World::licensed(vendor);
    for _ in 0..30 {
        world.pass(DAY);
        world.here.load_and_keep().unwrap();
    }
    world
}

#[test]
fn a_clock_that_is_set_back_an_hour_changes_nothing() {
    let vendor = Vendor::new();
    let mut world = after_a_month(&vendor);
    world.here.sight.wall = world.here.sight.wall.plus_seconds(-HOUR);

    let held = world.here.load_and_keep().unwrap();

    assert_eq!((held.verdict(), held.clock.state), (Verdict::Good, ClockState::Good));
    assert_eq!(held.clock.now, time(START).plus_days(30));
}

#[test]
fn a_clock_that_is_set_back_a_day_or_a_year_warns_locks_nobody_out_and_gains_nothing() {
    let vendor = Vendor::new();
    for back in [25 * HOUR, 365 * DAY] {
        let mut world = after_a_month(&vendor);
        world.here.sight.wall = world.here.sight.wall.plus_seconds(-back);

        let held = world.here.load_and_keep().unwrap();

        assert_eq!(held.verdict(), Verdict::Warning, "{back}");
        assert_eq!(held.clock.now, time(START).plus_days(30), "{back}");
        // Whoever goes on like this for ever still comes to the end.
        world.here.sight.since_boot += 61 * 86_400;
        assert_eq!(world.here.load().unwrap().standing.unwrap().state, State::Grace, "{back}");
    }
}

#[test]
fn a_clock_that_was_set_back_across_a_restart_gains_nothing_either() {
    let vendor = Vendor::new();
    let mut world = after_a_month(&vendor);
    world.here.sight = seatwarden_activate::Sight { wall: time(START), boot: "boot-2".into(), since_boot: 5 };

    let held = world.here.load().unwrap();

    assert_eq!(held.clock.now, time(START).plus_days(30));
    assert_eq!(held.verdict(), Verdict::Warning);
}

#[test]
fn a_clock_that_jumps_forty_years_ahead_and_back_locks_nobody_out() {
    let vendor = Vendor::new();
    let mut world = after_a_month(&vendor);
    world.set_clock("2067-01-01T00:00:00Z");
    let ahead = world.here.load_and_keep().unwrap();
    assert_eq!(
        (ahead.clock.state, ahead.standing.as_ref().unwrap().state),
        (ClockState::Jumped, State::Active)
    );

    world.here.sight.wall = time(START).plus_days(30);
    let back = world.here.load_and_keep().unwrap();

    assert_eq!((back.verdict(), back.clock.state), (Verdict::Good, ClockState::Good));
}

#[test]
fn a_clock_that_stayed_forty_years_ahead_is_set_right_by_an_answer_of_the_vendor() {
    let vendor = Vendor::new();
    let mut world = after_a_month(&vendor);
    world.set_clock("2067-01-01T00:00:00Z");
    world.here.load_and_keep().unwrap();
    world.pass(DAY + HOUR);
    let believed = world.here.load_and_keep().unwrap();
    assert_eq!(believed.standing.unwrap().state, State::Limited);
    world.here.sight.wall = time(START).plus_days(31);
    assert_eq!(world.here.load_and_keep().unwrap().verdict(), Verdict::Limited);

    let challenge = world.here.time_challenge().unwrap();
    let old = vendor.time_answer(&challenge, "2027-02-01T00:00:00Z");
    let newer = world.here.time_challenge().unwrap();
    assert_eq!(world.here.install(&old).unwrap_err().code(), "license_file.challenge");
    let answer = vendor.time_answer(&newer, "2027-02-01T00:00:00Z");
    assert!(world.here.install(&answer).unwrap().took_time);

    let held = world.here.load().unwrap();
    assert_eq!((held.verdict(), held.clock.state), (Verdict::Good, ClockState::Good));
    assert_eq!(world.here.install(&answer).unwrap_err().code(), "license_file.challenge", "it works once");
}

#[test]
fn a_mark_of_time_that_somebody_wrote_by_hand_is_told_and_not_believed() {
    let vendor = Vendor::new();
    let world = after_a_month(&vendor);
    std::fs::write(world.here.folder.path().join("clock"), "bm90.aGVyZQ").unwrap();

    let held = world.here.load().unwrap();

    assert_eq!((held.verdict(), world.code()), (Verdict::Warning, vec!["license_file.floor_forged"]));
}

#[test]
fn a_mark_of_time_that_was_taken_away_or_put_back_is_told_and_gains_nothing() {
    let vendor = Vendor::new();
    let mut world = after_a_month(&vendor);
    let path = world.here.folder.path().join("clock");
    let old = std::fs::read_to_string(&path).unwrap();
    world.pass(20 * DAY);
    world.here.load_and_keep().unwrap();
    let believed = world.here.load().unwrap().clock.now;
    world.here.sight.boot = "another".into();
    world.here.sight.wall = time(START);

    for put_back in [None, Some(&old)] {
        match put_back {
            None => std::fs::remove_file(&path).unwrap(),
            Some(old) => std::fs::write(&path, old).unwrap(),
        }
        let held = world.here.load_and_keep().unwrap();
        assert_eq!((held.verdict(), held.clock.state), (Verdict::Warning, ClockState::Suspect));
        assert!(held.troubles.iter().any(|trouble| trouble.code == "activate.trouble_clock_gone"));
        assert!(held.clock.now >= believed.plus_seconds(-DAY), "{}", held.clock.now);
    }
}

#[test]
fn an_answer_about_the_time_that_was_kept_for_later_gains_nothing() {
    let vendor = Vendor::new();
    let mut world = after_a_month(&vendor);
    let asked = world.here.load().unwrap().clock.now;
    let challenge = world.here.time_challenge().unwrap();
    let answer = vendor.time_answer(&challenge, &asked.to_string());
    world.pass(20 * DAY);
    world.here.load_and_keep().unwrap();
    world.here.sight.boot = "another".into();
    world.here.sight.wall = asked;

    world.here.install(&answer).unwrap();
    assert_eq!(world.here.load().unwrap().clock.now, asked.plus_days(20));
    let challenge = world.here.time_challenge().unwrap();
    let answer = vendor.time_answer(&challenge, &asked.plus_seconds(60).to_string());
    world.pass(40 * DAY);
    world.here.load_and_keep().unwrap();
    assert_eq!(world.here.install(&answer).unwrap_err().code(), "license_file.challenge");
}

#[test]
fn a_clock_before_what_the_vendor_signed_is_no_clock() {
    let vendor = Vendor::new();
    let mut world = World::licensed(&vendor);
    world.set_clock("2020-01-01T00:00:00Z");

    let held = world.here.load().unwrap();

    assert_eq!(held.clock.state, ClockState::Behind);
    assert!(held.clock.now >= time(START) && held.verdict() == Verdict::Warning);
    assert!(held.clock.may_renew().is_err());
}
