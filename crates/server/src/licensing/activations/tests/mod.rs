//! What activations promise.

mod api;
mod clever;
mod earlier;
mod installation;
mod model;
mod newcomer;
mod papers;
mod race;
mod resets;
mod search;
mod stolen_root;
mod walks;
pub(crate) mod world;

use seatwarden_license_file::PartKind;

use super::{
    LEGACY_MESSAGE, LIMIT, Why, activate_by_code, make_code, model::RELEASE_AFTER_MS, release, renew,
    servers, sweep,
};
use crate::{
    accounts::users,
    licensing::{
        organisations::MemberRole,
        packages::{self, Change, Limits},
        signing_keys,
    },
    testing::{DAY_MS, HOUR_MS, PASSWORD, assert_refused},
};
use world::{Machine, OWNER, World, code, terms};

#[tokio::test]
async fn a_server_gets_a_slot_and_a_file_and_one_more_is_refused_with_the_way_out() {
    let world = World::start().await;
    let package = world.package("ACME", 2).await;

    let first = world.activate(&Machine::new("a"), &package).await.unwrap();
    let second = world.activate(&Machine::new("b"), &package).await.unwrap();
    let refused = world.activate(&Machine::new("c"), &package).await.unwrap_err();

    assert_eq!((first.server.slot_no, second.server.slot_no), (Some(1), Some(2)));
    assert!(first.is_new && !first.license.is_empty() && !first.lease.is_empty());
    assert!(refused.is(&LIMIT));
    let (message, next) = world.server.host().text().refusal(refused.refusal().unwrap());
    assert!(message.starts_with(LEGACY_MESSAGE), "{message}");
    assert!(next.unwrap().contains("My License"));
    assert_eq!(world.server.events_named("activations.activate").await.len(), 2);
    world.server.finish().await;
}

#[tokio::test]
async fn the_same_machine_never_takes_a_second_slot() {
    let world = World::start().await;
    let package = world.package("ACME", 2).await;
    let machine = Machine::new("a");
    let request = machine.request(&world);
    let owner = world.owner().await;

    let first = super::activate(&owner, Some("ACME"), &request).await.unwrap();
    // The answer was lost, so the same request comes again; later the machine is activated anew.
    let again = super::activate(&owner, Some("ACME"), &request).await.unwrap();
    world.server.advance(HOUR_MS);
    let anew = world.activate(&machine, &package).await.unwrap();

    assert_eq!((again.is_new, anew.is_new), (false, false));
    assert_eq!(first.server.file_id, again.server.file_id);
    assert_ne!(first.server.file_id, anew.server.file_id);
    assert_eq!(anew.server.id, first.server.id);
    assert_eq!(world.used(&package).await, 1);
    world.server.finish().await;
}

#[tokio::test]
async fn a_machine_that_was_set_up_anew_takes_the_slot_it_had() {
    let world = World::start().await;
    let package = world.package("ACME", 1).await;
    let mut old = Machine::new("a");
    old.install(&world.activate(&old, &package).await.unwrap());

    let taken = world.activate(&old.set_up_anew(), &package).await.unwrap();

    assert!(taken.took_over && !taken.is_new);
    assert_eq!(world.used(&package).await, 1);
    assert_eq!(code(renew(&world.server.cx(), &old.renewal(&world)).await), "activations.unknown_server");
    world.server.finish().await;
}

#[tokio::test]
async fn a_lapsed_lease_gives_its_slot_to_whoever_needs_it_and_to_nobody_before() {
    let world = World::start().await;
    let package = world.package("ACME", 1).await;
    let mut first = Machine::new("a");
    first.install(&world.activate(&first, &package).await.unwrap());

    world.server.advance(7 * DAY_MS - 1);
    assert_eq!(code(world.activate(&Machine::new("b"), &package).await), LIMIT.code);
    world.server.advance(1);
    let second = world.activate(&Machine::new("b"), &package).await.unwrap();

    assert_eq!((second.server.slot_no, world.used(&package).await), (Some(1), 1));
    assert_eq!(code(world.renew(&mut first).await), "activations.unknown_server");
    world.server.finish().await;
}

#[tokio::test]
async fn a_slot_that_nobody_needs_is_free_by_itself_a_week_after_its_lease() {
    let world = World::start().await;
    let package = world.package("ACME", 3).await;
    world.activate(&Machine::new("a"), &package).await.unwrap();

    world.server.advance(7 * DAY_MS + RELEASE_AFTER_MS - 1);
    sweep(&world.server.host()).await.unwrap();
    let shown = servers(&world.owner().await, "ACME", "").await.unwrap();
    assert_eq!((shown.len(), shown[0].why(world.server.now_ms())), (1, Why::Lapsed));
    world.server.advance(1);
    sweep(&world.server.host()).await.unwrap();

    assert_eq!(world.used(&package).await, 0);
    assert_eq!(world.server.events_named("activations.expire").await.len(), 1);
    world.server.finish().await;
}

#[tokio::test]
async fn a_renewal_extends_the_lease_and_the_same_again_changes_nothing() {
    let world = World::start().await;
    let package = world.package("ACME", 1).await;
    let mut machine = Machine::new("a");
    machine.install(&world.activate(&machine, &package).await.unwrap());
    world.server.advance(3 * DAY_MS);
    let text = machine.renewal(&world);

    let renewed = renew(&world.server.cx(), &text).await.unwrap();
    let again = renew(&world.server.cx(), &text).await.unwrap();

    assert_eq!(renewed.server.lease_until_ms, world.server.now_ms() + 7 * DAY_MS);
    assert_eq!((renewed.server.counter, again.server.counter), (1, 1));
    assert!(renewed.license.is_none() && again.server.cloned_at_ms.is_none());
    world.server.finish().await;
}

#[tokio::test]
async fn a_renewal_brings_the_new_terms() {
    let world = World::start().await;
    let package = world.package("ACME", 1).await;
    let mut machine = Machine::new("a");
    machine.install(&world.activate(&machine, &package).await.unwrap());
    let wish = Change { name: Some("Other".into()), ..Change::default() };
    packages::change(&world.server.host(), "ACME", None, wish, "asked").await.unwrap();

    let first = world.renew(&mut machine).await.unwrap();
    let second = world.renew(&mut machine).await.unwrap();

    assert!(first.license.is_some() && second.license.is_none());
    world.server.finish().await;
}

#[tokio::test]
async fn two_machines_with_one_key_run_on_and_the_owner_is_told_once() {
    let world = World::start().await;
    let package = world.package("ACME", 1).await;
    let mut machine = Machine::new("a");
    machine.install(&world.activate(&machine, &package).await.unwrap());
    let mut copy = Machine { license: machine.license.clone(), ..Machine::new("a") };
    world.renew(&mut machine).await.unwrap();
    world.renew(&mut machine).await.unwrap();

    let cloned = world.renew(&mut copy).await.unwrap();
    world.renew(&mut machine).await.unwrap();
    world.server.run_jobs().await;

    assert!(cloned.server.cloned_at_ms.is_some() && cloned.displaced.is_none());
    assert!(world.server.mail_to(OWNER).subject.contains("Two machines"));
    assert_eq!(world.server.events_named("activations.clone").await.len(), 1);
    super::resolve_clone(&world.owner().await, "ACME", &cloned.server.id).await.unwrap();
    assert!(servers(&world.owner().await, "ACME", "").await.unwrap()[0].cloned_at_ms.is_none());
    world.server.finish().await;
}

#[tokio::test]
async fn a_changed_part_is_taken_over_and_another_machine_is_not() {
    let world = World::start().await;
    let package = world.package("ACME", 1).await;
    let mut machine = Machine::new("a");
    machine.install(&world.activate(&machine, &package).await.unwrap());

    machine.parts[2] = seatwarden_license_file::Part::new("salt", PartKind::RootVolume, "new disk");
    world.renew(&mut machine).await.unwrap();
    let mut elsewhere =
        Machine { key: machine.key.clone(), license: machine.license.clone(), ..Machine::new("z") };
    elsewhere.counter = machine.counter;

    assert_eq!(code(world.renew(&mut elsewhere).await), "activations.device_mismatch");
    let mut stranger = Machine { license: machine.license.clone(), ..Machine::new("y") };
    assert_eq!(code(world.renew(&mut stranger).await), "activations.device_mismatch");
    world.server.finish().await;
}

#[tokio::test]
async fn fewer_servers_kill_nobody_and_those_above_wait_after_the_grace() {
    let world = World::start().await;
    let package = world.package("ACME", 3).await;
    let mut machines: Vec<Machine> = ["a", "b", "c"].into_iter().map(Machine::new).collect();
    for machine in &mut machines {
        let activated = world.activate(machine, &package).await.unwrap();
        machine.install(&activated);
    }
    let limits = Limits { servers: 1, ..package.terms.limits }.into();
    packages::change(&world.server.host(), "ACME", None, Change { limits, ..Change::default() }, "fewer")
        .await
        .unwrap();

    for machine in &mut machines {
        assert!(world.renew(machine).await.unwrap().displaced.is_none());
    }
    assert_eq!(code(world.activate(&Machine::new("d"), &package).await), LIMIT.code);
    for _ in 0..3 {
        world.server.advance(5 * DAY_MS);
        for machine in &mut machines {
            world.renew(machine).await.unwrap();
        }
    }
    let waiting = world.renew(&mut machines[2]).await.unwrap();

    assert!(waiting.displaced.is_some_and(|refusal| refusal.code == LIMIT.code));
    assert!(world.renew(&mut machines[0]).await.unwrap().displaced.is_none());
    assert_eq!(world.used(&package).await, 1);
    world.server.finish().await;
}

#[tokio::test]
async fn what_stands_against_the_license_stands_against_its_servers() {
    let world = World::start().await;
    let package = world.package("ACME", 2).await;
    let host = world.server.host();
    let mut running = Machine::new("a");
    running.install(&world.activate(&running, &package).await.unwrap());
    let machine = Machine::new("b");
    let future = packages::Terms { valid_from_ms: world.server.now_ms() + DAY_MS, ..terms(1) };
    let early = world.package_with("EARLY", future).await;

    assert_eq!(code(world.activate(&machine, &early).await), "activations.not_yet_valid");
    packages::suspend(&host, "ACME", "unpaid").await.unwrap();
    assert_eq!(code(world.activate(&machine, &package).await), "activations.license_suspended");
    assert_eq!(code(world.renew(&mut running).await), "activations.license_suspended");
    packages::resume(&host, "ACME", "paid").await.unwrap();
    assert!(world.renew(&mut running).await.is_ok());
    let root = signing_keys::read_root(&world.server.roots_folder().join("root-current.key")).unwrap();
    let over = Change { state: Some(packages::State::Revoked), ..Change::default() };
    packages::change_by_root(&host, "ACME", over, "cancelled", &root).await.unwrap();
    assert_eq!(code(world.renew(&mut running).await), "activations.license_revoked");
    let over = packages::Terms { valid_until_ms: Some(world.server.now_ms() + 5 * DAY_MS), ..terms(1) };
    let over = world.package_with("OVER", over).await;
    let mut last = Machine::new("c");
    last.install(&world.activate(&last, &over).await.unwrap());
    world.server.advance(6 * DAY_MS);
    assert_eq!(code(world.activate(&machine, &over).await), "activations.license_expired");
    // Through the grace a server renews its lease, and no longer.
    assert!(world.renew(&mut last).await.unwrap().license.is_none());
    world.server.advance(14 * DAY_MS);
    assert_eq!(code(world.renew(&mut last).await), "activations.license_expired");
    world.server.finish().await;
}

#[tokio::test]
async fn what_the_machine_sends_is_checked() {
    let world = World::start().await;
    let package = world.package("ACME", 1).await;
    let owner = world.owner().await;
    let machine = Machine::new("a");
    let late = machine.request_at(world.server.now_ms() - 2 * DAY_MS);
    let mut forged = machine.request(&world);
    forged.replace_range(forged.len() - 6..forged.len() - 2, "AAAA");

    let activate = async |text: &str| code(super::activate(&owner, Some("ACME"), text).await);

    assert_eq!(activate(&late).await, "activations.clock_suspect");
    assert_eq!(activate(&forged).await, "activations.file_signature");
    assert_eq!(activate(&machine.renewal(&world)).await, "activations.file_kind");
    assert_eq!(activate("hello").await, "activations.file_unreadable");
    assert_eq!(world.used(&package).await, 0);
    world.server.finish().await;
}

#[tokio::test]
async fn an_account_activates_what_it_may_and_says_which_if_there_are_several() {
    let world = World::start().await;
    let viewer = world.cx_of(&world.account("v@acme.example", Some(MemberRole::Viewer)).await).await;
    let user = world.cx_of(&world.account("u@acme.example", Some(MemberRole::LicenseUser)).await).await;
    let stranger = world.cx_of(&world.account("s@other.example", None).await).await;
    let owner = world.owner().await;
    let machine = Machine::new("a");
    assert_eq!(code(super::activate(&owner, None, &machine.request(&world)).await), "activations.no_package");
    world.package("DEV", 5).await;
    assert!(super::activate(&owner, None, &machine.request(&world)).await.is_ok());
    world.package("PROD", 5).await;

    let with = async |cx: &crate::cx::Cx, package| {
        code(super::activate(cx, package, &machine.request(&world)).await)
    };

    assert_eq!(with(&owner, None).await, "activations.choose_package");
    assert_eq!(with(&owner, Some("prod")).await, "");
    assert_eq!(with(&viewer, Some("PROD")).await, "packages.no_license_user");
    assert_eq!(with(&stranger, Some("PROD")).await, "packages.unknown");
    assert_eq!(with(&user, Some("PROD")).await, "packages.no_license_user");
    packages::add_license_user(&owner, "PROD", &user.person().unwrap().id).await.unwrap();
    assert_eq!(with(&user, None).await, "");
    assert_refused(
        packages::add_license_user(&user, "PROD", &user.person().unwrap().id).await,
        &crate::licensing::organisations::OWNERS_ONLY,
    );
    let listed = packages::license_users(&owner, "PROD").await.unwrap();
    assert_eq!((listed.len(), listed[0].activations), (1, 0));
    world.server.finish().await;
}

#[tokio::test]
async fn a_license_user_who_is_brought_back_takes_no_place_that_there_is_not() {
    let world = World::start().await;
    let package = world.package("PROD", 5).await;
    let id = world.account("u@acme.example", Some(MemberRole::LicenseUser)).await;
    packages::add_license_user(&world.owner().await, "PROD", &id).await.unwrap();
    let host = world.server.host();
    users::delete(&host, std::slice::from_ref(&id)).await.unwrap();
    let full = users::LICENSE_USERS_MAX;
    let mut tx = host.db.write().await.unwrap();
    users::create_crowd(&mut tx, &host, 1, u32::try_from(full).unwrap()).await.unwrap();
    tx.sql(
        "insert into license_users (package_id, user_id, added_at_ms) \
         select cast($1 as text), id, 0 from users order by id limit $2",
    )
    .bind(package.id.as_str())
    .bind(full)
    .run()
    .await
    .unwrap();
    tx.commit().await.unwrap();

    users::bring_back(&host, &id, &users::OtherNames::default()).await.unwrap();

    assert_eq!(world.server.number("select count(*) from license_users").await, full);
    assert_eq!(world.server.number("select count(*) from license_users where added_at_ms > 0").await, 0);
    world.server.finish().await;
}

#[tokio::test]
async fn a_code_activates_one_machine_however_often_it_asks() {
    let world = World::start().await;
    let package = world.package("ACME", 5).await;
    let made = make_code(&world.owner().await, "ACME").await.unwrap().code;
    let (machine, other) = (Machine::new("a"), Machine::new("b"));
    let cx = world.server.cx();

    let typed = seatwarden_base::secret::Secret::new(made.reveal().to_lowercase());
    assert_eq!(code(activate_by_code(&cx, &typed, &machine.request(&world)).await), "");
    assert_eq!(code(activate_by_code(&cx, &made, &machine.request(&world)).await), "");
    assert_eq!(code(activate_by_code(&cx, &made, &other.request(&world)).await), "activations.voucher_used");
    let wrong = seatwarden_base::secret::Secret::new(PASSWORD);
    assert_eq!(code(activate_by_code(&cx, &wrong, &other.request(&world)).await), "activations.wrong_code");

    assert_eq!(world.used(&package).await, 1);
    // What it gave was released: the code does not give it again.
    let held = servers(&world.owner().await, "ACME", "").await.unwrap();
    release(&world.owner().await, "ACME", &held[0].id).await.unwrap();
    let again = activate_by_code(&world.server.cx(), &made, &machine.request(&world)).await;
    assert_eq!(code(again), "activations.voucher_used");
    world.server.advance(8 * DAY_MS);
    assert_eq!(
        code(activate_by_code(&world.server.cx(), &made, &machine.request(&world)).await),
        "activations.wrong_code"
    );
    world.server.finish().await;
}

#[tokio::test]
async fn a_code_that_gave_no_slot_is_not_used_up() {
    let world = World::start().await;
    let package = world.package("ACME", 1).await;
    let (first, other, third) = (Machine::new("a"), Machine::new("b"), Machine::new("c"));
    world.activate(&first, &package).await.unwrap();
    let made = make_code(&world.owner().await, "ACME").await.unwrap().code;
    let cx = world.server.cx();

    assert_eq!(code(activate_by_code(&cx, &made, &other.request(&world)).await), "activations.limit");
    let held = servers(&world.owner().await, "ACME", "").await.unwrap();
    release(&world.owner().await, "ACME", &held[0].id).await.unwrap();

    assert_eq!(code(activate_by_code(&cx, &made, &third.request(&world)).await), "");
    world.server.finish().await;
}

#[tokio::test]
async fn no_more_servers_are_released_than_may_run_beside_the_limit() {
    let world = World::start().await;
    let package = world.package("ACME", 1).await;
    let owner = world.owner().await;
    let first = world.activate(&Machine::new("a"), &package).await.unwrap();
    release(&owner, "ACME", &first.server.id).await.unwrap();
    world.server.advance(DAY_MS);
    let second = world.activate(&Machine::new("b"), &package).await.unwrap();
    let owner = world.owner().await;

    assert_refused(release(&owner, "ACME", &second.server.id).await, &super::RELEASE_TOO_SOON);
    assert_eq!(code(super::reset(&owner, "ACME", false).await), "activations.reset_too_soon");
    world.server.advance(6 * DAY_MS);
    release(&world.owner().await, "ACME", &second.server.id).await.unwrap();

    assert_eq!(world.used(&package).await, 0);
    world.server.finish().await;
}

#[tokio::test]
async fn the_slot_of_a_released_server_is_the_next_to_be_given() {
    let world = World::start().await;
    let package = world.package("ACME", 3).await;
    for name in ["a", "b", "c"] {
        world.activate(&Machine::new(name), &package).await.unwrap();
    }
    let owner = world.owner().await;
    let shown = servers(&owner, "ACME", "").await.unwrap();
    let second = shown.iter().find(|server| server.slot_no == Some(2)).unwrap();

    release(&owner, "ACME", &second.id).await.unwrap();

    assert_eq!(code(release(&owner, "ACME", &second.id).await), "activations.unknown_server");
    let next = world.activate(&Machine::new("d"), &package).await.unwrap();
    assert_eq!(next.server.slot_no, Some(2));
    assert_eq!(world.used(&package).await, 3);
    world.server.finish().await;
}
