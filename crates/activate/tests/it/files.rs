//! Requests out, licenses in, receipts out: a machine without a network.

use std::fs;

use seatwarden_activate::{Author, Verdict, Who};
use seatwarden_license_file::{Ability, Comparison, Part, State, open_by_device};

use crate::support::{START, Vendor, World, card, put, time};

#[test]
fn a_machine_without_a_network_asks_by_a_file_and_installs_the_answer() {
    let vendor = Vendor::new();
    let world = World::new(&vendor);

    let request = world.here.request(Some("ACME")).unwrap();
    let installed = world.here.install(&vendor.license(&request.text, |_| {})).unwrap();

    assert_eq!(installed.license.unwrap().package.code, "ACME");
    let held = world.here.load().unwrap();
    assert_eq!((held.verdict(), held.comparison), (Verdict::Good, Some(Comparison::Same)));
    assert_eq!(held.standing.unwrap().state, State::Active);
    assert_eq!(request.claims.package.as_deref(), Some("ACME"));
    assert!(seatwarden_activate::qr_text(&request.compact).is_some_and(|drawn| drawn.lines().count() > 40));
    assert!(seatwarden_activate::qr_svg(&request.compact).is_some());
}

#[test]
fn nothing_leaves_the_machine_that_its_list_does_not_show_and_no_mark_of_it_as_it_is() {
    let vendor = Vendor::new();
    let world = World::new(&vendor);
    let preview = world.here.request_preview(None).unwrap();
    assert!(!world.here.folder.path().exists(), "looking writes nothing");

    let request = world.here.request(None).unwrap();

    assert_eq!(preview.parts.len(), request.claims.parts.len());
    let sent = world.here.folder.sent().unwrap();
    assert_eq!((sent.len(), sent[0].what.as_str(), sent[0].to.as_str()), (1, "request", "file"));
    let mut says = serde_json::to_value(&request.claims).unwrap();
    says["device"] = world.here.device().unwrap().into();
    assert_eq!(sent[0].said, says);
    for secret in ["5f1e1d0c9b8a", "4c4c4544", "b4:2e:99"] {
        assert!(!sent[0].said.to_string().contains(secret));
    }
}

#[test]
fn what_the_license_server_answers_can_be_installed_as_it_was_saved() {
    let vendor = Vendor::new();
    let world = World::new(&vendor);
    let license = vendor.license(&world.here.request(None).unwrap().text, |_| {});
    let compact = seatwarden_license_file::armor::strip(&license, None).unwrap();

    let saved = serde_json::json!({ "license": compact, "server": "x" }).to_string();
    assert!(world.here.install(&saved).unwrap().license.is_some());
    assert_eq!(
        world.here.install("{}").unwrap_err().code().as_ref(),
        world.here.install("x").unwrap_err().code().as_ref()
    );
}

#[test]
fn a_license_is_for_one_machine() {
    let vendor = Vendor::new();
    let (one, other) = (World::new(&vendor), World::new(&vendor));
    let license = vendor.license(&one.here.request(None).unwrap().text, |_| {});
    other.here.request(None).unwrap();

    assert_eq!(other.here.install(&license).unwrap_err().code(), "license_file.machine");

    one.here.install(&license).unwrap();
    put(&one.root(), "etc/machine-id", "another");
    put(&one.root(), "sys/class/dmi/id/product_uuid", "another");
    let held = one.here.load().unwrap();
    assert_eq!((held.verdict(), one.code()), (Verdict::Invalid, vec!["activate.trouble_other_machine"]));
}

#[test]
fn a_changed_network_card_is_the_same_machine() {
    let vendor = Vendor::new();
    let world = World::licensed(&vendor);
    card(&world.root(), "b4:2e:99:0a:0b:0c");

    let held = world.here.load().unwrap();

    assert_eq!(held.verdict(), Verdict::Good);
    assert!(matches!(held.comparison, Some(Comparison::Drifted { .. })), "{:?}", held.comparison);
}

#[test]
fn a_container_that_keeps_its_folder_is_the_same_machine_on_every_host() {
    let vendor = Vendor::new();
    let world = World::new(&vendor);
    put(&world.root(), ".dockerenv", "");
    let preview = world.here.request_preview(None).unwrap();
    let request = world.here.request(None).unwrap();
    let kinds = |parts: &[Part]| parts.iter().map(|part| part.kind).collect::<Vec<_>>();
    assert!(
        !preview.parts.is_empty() && kinds(&preview.parts) == kinds(&request.claims.parts),
        "{preview:?}"
    );
    world.here.install(&vendor.license(&request.text, |_| {})).unwrap();

    put(&world.root(), "sys/class/dmi/id/product_uuid", "another host");
    put(&world.root(), "etc/machine-id", "another image");

    assert_eq!(world.here.load().unwrap().verdict(), Verdict::Good);
}

#[test]
fn a_named_machine_says_the_same_of_itself_even_if_nothing_was_kept() {
    let vendor = Vendor::new();
    let (before, after) = (World::named(&vendor, "pod-1"), World::named(&vendor, "pod-1"));
    for world in [&before, &after] {
        put(&world.root(), ".dockerenv", "");
    }

    let (one, two) = (before.here.request(None).unwrap(), after.here.request(None).unwrap());

    assert_eq!(one.claims.parts, two.claims.parts);
    assert_ne!(before.here.load().unwrap().device(), after.here.load().unwrap().device());
}

#[test]
fn a_machine_that_lost_its_folder_says_the_same_of_itself_to_its_vendor_and_nothing_to_another() {
    let (vendor, other_vendor) = (Vendor::new(), Vendor::of_root(50));
    let (before, after) = (World::new(&vendor), World::new(&vendor));
    let (elsewhere, copy) = (World::new(&other_vendor), World::new(&vendor));
    // Whoever copies a disk copies all its marks, and gets another machine for it.
    put(&copy.root(), "sys/class/dmi/id/product_uuid", "4c4c4544-0051-3510-8052-b4c04f4a9999\n");
    let preview = after.here.request_preview(None).unwrap();
    let asked = |world: &World| world.here.request(None).unwrap().claims;

    let (one, two, stranger, copied) = (asked(&before), asked(&after), asked(&elsewhere), asked(&copy));

    assert_eq!((&one.salt, &one.parts), (&two.salt, &two.parts));
    assert_eq!(preview.parts, two.parts);
    for other in [stranger, copied] {
        assert!(other.salt != one.salt && !other.parts.iter().any(|part| one.parts.contains(part)));
    }
}

#[test]
fn a_machine_that_nobody_gave_a_number_draws_its_salt() {
    let vendor = Vendor::new();
    let (one, two) = (World::new(&vendor), World::new(&vendor));
    for world in [&one, &two] {
        fs::remove_file(world.root().join("sys/class/dmi/id/product_uuid")).unwrap();
        put(&world.root(), "var/lib/cloud/data/instance-id", "iid-local01\n");
    }

    let (one, two) = (one.here.request(None).unwrap(), two.here.request(None).unwrap());

    assert_ne!(one.claims.salt, two.claims.salt);
}

#[test]
fn a_key_for_any_machine_is_bound_to_the_one_that_installed_it() {
    let vendor = Vendor::new();
    let world = World::new(&vendor);
    let key = vendor.voucher(|_| {});

    world.here.install(&key).unwrap();

    assert_eq!(world.here.load().unwrap().verdict(), Verdict::Good);
    put(&world.root(), "etc/machine-id", "another");
    put(&world.root(), "sys/class/dmi/id/product_uuid", "another");
    assert_eq!(world.code(), ["activate.trouble_other_machine"]);
}

#[test]
fn a_key_that_waited_too_long_is_refused() {
    let vendor = Vendor::new();
    let mut world = World::new(&vendor);
    let key = vendor.voucher(|_| {});
    world.pass(31 * 86_400);

    assert_eq!(world.here.install(&key).unwrap_err().code(), "license_file.install_by");
}

#[test]
fn a_renewed_license_lies_ready_until_its_day_and_is_picked_up_by_itself() {
    let vendor = Vendor::new();
    let mut world = World::new(&vendor);
    let request = world.here.request(None).unwrap().text;
    world.here.install(&vendor.license(&request, |_| {})).unwrap();
    let next = vendor.license(&request, |license| {
        license.id = "license-1.2".into();
        license.package.revision = 2;
        license.valid_from = time(START).plus_days(10);
        license.seats.viewers = 50;
        license.entitlements.clear();
    });

    let installed = world.here.install(&next).unwrap();

    let told: Vec<&str> = installed.changes.iter().map(|change| change.what.as_str()).collect();
    assert!(installed.is_staged && told.contains(&"seats.viewers"), "{told:?}");
    assert!(told.contains(&"entitlements.white_labeling"), "{told:?}");
    assert_eq!(world.here.load().unwrap().claims().unwrap().package.revision, 1);
    world.pass(10 * 86_400);
    assert_eq!(world.here.load_and_keep().unwrap().claims().unwrap().package.revision, 2);
    assert!(!world.here.folder.path().join("next-license.txt").exists());
}

#[test]
fn an_older_license_never_takes_the_place_of_a_newer_one() {
    let vendor = Vendor::new();
    let world = World::new(&vendor);
    let request = world.here.request(None).unwrap().text;
    let (old, new) = (
        vendor.license(&request, |_| {}),
        vendor.license(&request, |license| {
            license.id = "license-1.2".into();
            license.package.revision = 2;
        }),
    );
    world.here.install(&new).unwrap();

    assert_eq!(world.here.install(&old).unwrap_err().code(), "license_file.replaced");
}

#[test]
fn a_returned_license_is_gone_for_good_and_its_receipt_can_be_printed_again() {
    let vendor = Vendor::new();
    let world = World::new(&vendor);
    let license = vendor.license(&world.here.request(None).unwrap().text, |_| {});
    world.here.install(&license).unwrap();

    let given = world.here.give_back().unwrap();
    let again = world.here.give_back().unwrap();

    assert_eq!(given.receipt, again.receipt);
    let receipt = open_by_device::<seatwarden_license_file::Return>(&given.receipt).unwrap();
    assert_eq!((receipt.claims.license.as_str(), receipt.claims.counter), ("license-1.1", 1));
    assert_eq!(world.here.install(&license).unwrap_err().code(), "activate.was_returned");
    // Whoever puts the file back by hand has nothing of it.
    fs::write(world.here.folder.path().join("license.txt"), &license).unwrap();
    assert_eq!(world.code(), ["activate.trouble_returned"]);
}

#[test]
fn a_bulletin_takes_a_license_away_and_an_older_one_does_not_give_it_back() {
    let vendor = Vendor::new();
    let world = World::licensed(&vendor);

    assert!(world.here.install(&vendor.bulletin(2, &["license-1.1"])).unwrap().took_bulletin);
    assert!(!world.here.install(&vendor.bulletin(1, &[])).unwrap().took_bulletin);

    assert_eq!(world.code(), ["license_file.file_revoked"]);
}

#[test]
fn a_lease_goes_on_after_the_date_in_the_file_and_one_of_another_device_does_not() {
    let vendor = Vendor::new();
    let world = World::licensed(&vendor);
    let device = world.here.load().unwrap().device().unwrap();
    let stranger = seatwarden_license_file::PrivateKey::from_seed(&[9; 32]).public();

    let longer = |lease: &mut seatwarden_license_file::Lease| {
        lease.issued_at = time(START).plus_days(30);
        lease.lease_until = time(START).plus_days(120);
    };
    world.here.install(&vendor.lease(&device, longer)).unwrap();
    let wrong = world.here.install(&vendor.lease(&stranger, |_| {})).unwrap_err();

    assert_eq!(world.here.load().unwrap().standing.unwrap().ends_at, time(START).plus_days(120));
    assert_eq!(wrong.code(), "license_file.device");
}

#[test]
fn files_of_a_stranger_are_explained_and_refused() {
    let (vendor, stranger) = (Vendor::new(), Vendor::of_root(50));
    let world = World::new(&vendor);
    let request = world.here.request(None).unwrap().text;
    let forged = stranger.license(&request, |_| {});

    let told = world.here.explain(&forged).unwrap();

    assert_eq!(told[0].checks.last().unwrap().code, Some("license_file.root_unknown"));
    assert_eq!(world.here.install(&forged).unwrap_err().code(), "license_file.root_unknown");
    assert_eq!(world.here.install("hello world").unwrap_err().code(), "license_file.nothing");
    assert_eq!(world.here.install(&request).unwrap_err().code(), "license_file.kind");
}

#[test]
fn a_good_file_is_explained_with_each_check() {
    let vendor = Vendor::new();
    let world = World::new(&vendor);
    let license = vendor.license(&world.here.request(None).unwrap().text, |_| {});

    let told = world.here.explain(&license).unwrap();

    let checks: Vec<&str> = told[0].checks.iter().map(|check| check.what).collect();
    assert!(told[0].is_good(), "{:?}", told[0]);
    assert_eq!(checks, ["readable", "signature", "date", "machine"]);
    assert_eq!(told[0].says["package"]["code"], "ACME");
}

#[test]
fn the_very_file_that_is_here_is_explained_as_the_same_and_not_as_newer() {
    let vendor = Vendor::new();
    let mut world = World::new(&vendor);
    let key = vendor.voucher(|_| {});
    let request = world.here.request(None).unwrap().text;
    world.here.install(&key).unwrap();
    let next = vendor.license(&request, |license| {
        license.id = "license-1.2".into();
        license.package.revision = 2;
        license.valid_from = time(START).plus_days(60);
    });
    world.here.install(&next).unwrap();
    let bulletins = [1, 2, 3].map(|number| vendor.bulletin(number, &[]));
    world.here.install(&bulletins[1]).unwrap();
    // The day until which the key was to be installed is over.
    world.pass(40 * 24 * 3_600);
    let last = |file: &str| {
        let told = world.here.explain(file).unwrap();
        let last = told[0].checks.last().unwrap();
        (last.what, last.is_good)
    };

    assert_eq!([last(&key), last(&next)], [("same", true); 2]);
    assert_eq!(bulletins.map(|file| last(&file)), [("newer", false), ("same", true), ("newer", true)]);
    let other = vendor.license(&request, |license| {
        license.id = "license-1.3".into();
        license.package.revision = 3;
    });
    assert_eq!(last(&other), ("newer", true));
}

#[test]
fn a_license_file_that_was_taken_away_is_told_as_gone_and_put_back_only_where_it_belongs() {
    let vendor = Vendor::new();
    let world = World::licensed(&vendor);
    let device = world.here.load().unwrap().device().unwrap();
    world.here.install(&vendor.lease(&device, |_| {})).unwrap();
    let known = world.here.load().unwrap().license.unwrap().compact;
    let file = world.here.folder.path().join("license.txt");
    let untouched = world.here.put_back(&known, &device.kid()).unwrap();
    fs::remove_file(&file).unwrap();

    let gone = world.code();
    let foreign = world.here.put_back(&known, "another key").unwrap();
    let done = world.here.put_back(&known, &device.kid()).unwrap();

    assert_eq!((untouched, foreign, done), (false, false, true));
    assert_eq!(gone, ["activate.trouble_license_gone"]);
    assert_eq!(world.here.load().unwrap().verdict(), Verdict::Good);
    world.here.give_back().unwrap();
    let refused = world.here.put_back(&known, &device.kid()).unwrap_err();
    assert_eq!(
        (refused.code().as_ref(), world.code()),
        ("activate.was_returned", vec!["activate.trouble_nothing"])
    );
}

#[test]
fn a_day_is_simulated_as_it_will_be() {
    let vendor = Vendor::new();
    let mut world = World::licensed(&vendor);

    let day = Some(time(START).plus_days(90 + 14));
    let by_hand = world.here.simulate(day, None, false).unwrap();
    world.here.connection.server_url = "https://license.vendor.example".into();
    let reached = world.here.simulate(day, None, false).unwrap();
    let early = world.here.simulate(Some(time("2026-11-01T00:00:00Z")), None, false).unwrap();

    assert!(by_hand.is_unreached && by_hand.standing.state == State::Limited);
    assert!(!reached.is_unreached);
    assert!(early.standing.state == State::NotYet && early.stops.is_empty());
    assert!(early.abilities.iter().all(|(ability, works)| *works == ability.never_stops()));
    assert_eq!(reached.standing.state, State::Active);
    let soon = world.here.simulate(None, None, true).unwrap();
    let late = world.here.simulate(Some(time(START).plus_days(90 + 7)), None, true).unwrap();
    let over = world.here.simulate(Some(time(START).plus_days(90 + 14)), None, true).unwrap();

    let works = |seen: &seatwarden_activate::Simulated, wanted: &Ability| {
        seen.abilities.iter().any(|(ability, works)| ability == wanted && *works)
    };
    assert!(works(&soon, &Ability::AddUsers) && works(&soon, &Ability::Change));
    assert!(!works(&late, &Ability::AddUsers) && works(&late, &Ability::Change));
    assert!(!works(&over, &Ability::Change) && works(&over, &Ability::SignIn));
    assert_eq!((soon.stops.len(), over.standing.state), (2, State::Limited));
}

#[test]
fn a_machine_that_gave_its_lease_back_misses_none() {
    let vendor = Vendor::new();
    let world = World::licensed(&vendor);
    let device = world.here.load().unwrap().device().unwrap();
    world.here.install(&vendor.lease(&device, |_| {})).unwrap();
    world.here.give_back().unwrap();

    // From now on it lives on files that somebody carries.
    let request = world.here.request(None).unwrap().text;
    world.here.install(&vendor.license(&request, |license| license.id = "license-2".into())).unwrap();

    let held = world.here.load().unwrap();
    assert!(held.license.is_some() && !held.has_lost_lease(), "{:?}", world.code());
    assert!(!world.code().contains(&"activate.trouble_lease_gone"));
}

#[test]
fn the_folder_says_who_changed_the_license_last() {
    let vendor = Vendor::new();
    let mut world = World::licensed(&vendor);
    let by_server = world.here.folder.changed_by();
    world.here.folder = world.here.folder.by(Author::OPERATOR);
    world.here.give_back().unwrap();
    let by_operator = world.here.folder.changed_by();
    let request = world.here.request(None).unwrap().text;
    world.here.folder = world.here.folder.by(Author::user("Grace Hopper".into()));
    world.here.install(&vendor.license(&request, |license| license.id = "license-2".into())).unwrap();

    assert_eq!(by_server.unwrap().who, Who::Server);
    assert_eq!(by_operator, Some(Author::OPERATOR));
    assert_eq!(world.here.folder.changed_by(), Some(Author::user("Grace Hopper".into())));
    fs::write(world.here.folder.path().join("changed-by.json"), "nonsense").unwrap();
    assert_eq!(world.here.folder.changed_by(), None);
    assert_eq!(world.here.load().unwrap().verdict(), Verdict::Good);
}
