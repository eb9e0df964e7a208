//! Reset Activations, as rules D3 say.

use super::{
    super::{
        Fate, ServerState, Why,
        command::{self, Order},
        preview, reset, servers,
    },
    world::{Machine, World, code},
};
use crate::{
    command::Out,
    cx::BaseRole,
    testing::{DAY_MS, assert_refused},
};

async fn running(
    world: &World,
    names: &[&str],
    package: &crate::licensing::packages::Package,
) -> Vec<Machine> {
    let mut machines = Vec::new();
    for name in names {
        let mut machine = Machine::new(name);
        machine.install(&world.activate(&machine, package).await.unwrap());
        machines.push(machine);
    }
    machines
}

#[tokio::test]
async fn a_reset_sets_the_counter_to_zero_and_stops_nobody() {
    let world = World::start().await;
    let package = world.package("ACME", 2).await;
    let mut machines = running(&world, &["a", "b"], &package).await;
    let owner = world.owner().await;

    let told = preview(&owner, "ACME").await.unwrap();
    let done = reset(&owner, "ACME", false).await.unwrap();

    assert_eq!(told, done);
    assert_eq!((done.used_before, done.used_after), (2, 0));
    assert!(done.servers.iter().all(|(_, fate)| *fate == Fate::Stays));
    assert_eq!((world.used(&package).await, world.live(&package).await), (0, 2));
    // They renew, and count again.
    for machine in &mut machines {
        assert!(world.renew(machine).await.unwrap().displaced.is_none());
    }
    assert_eq!(world.used(&package).await, 2);
    assert_eq!(world.server.events_named("activations.reset").await.len(), 1);
    assert_eq!(world.server.events_named("activations.adopt").await.len(), 2);
    world.server.finish().await;
}

#[tokio::test]
async fn whoever_finds_no_slot_after_a_reset_runs_until_its_lease_ends() {
    let world = World::start().await;
    let package = world.package("ACME", 2).await;
    let mut old = running(&world, &["a", "b"], &package).await;
    reset(&world.owner().await, "ACME", false).await.unwrap();
    running(&world, &["c"], &package).await;

    let adopted = world.renew(&mut old[0]).await.unwrap();
    let displaced = world.renew(&mut old[1]).await.unwrap();

    assert_eq!(
        (adopted.server.state, displaced.server.state),
        (ServerState::Charged, ServerState::Displaced)
    );
    let refusal = displaced.displaced.unwrap();
    assert_eq!(refusal.code, "activations.limit");
    assert_eq!(displaced.server.why(world.server.now_ms()), Why::Waiting);
    assert_eq!((world.used(&package).await, world.live(&package).await), (2, 3));
    // As soon as a slot is free, it takes it.
    let shown = servers(&world.owner().await, "ACME", "").await.unwrap();
    let c = shown.iter().find(|server| server.name == "c").unwrap();
    super::super::release(&world.owner().await, "ACME", &c.id).await.unwrap();
    assert!(world.renew(&mut old[1]).await.unwrap().displaced.is_none());
    assert_eq!(world.server.events_named("activations.displace").await.len(), 1);
    world.server.finish().await;
}

#[tokio::test]
async fn a_released_server_is_shown_as_long_as_it_may_run() {
    let world = World::start().await;
    let package = world.package("ACME", 2).await;
    running(&world, &["a"], &package).await;
    world.server.advance(DAY_MS);
    running(&world, &["b"], &package).await;
    let owner = world.owner().await;
    let a = servers(&owner, "ACME", "").await.unwrap().remove(0);

    super::super::release(&owner, "ACME", &a.id).await.unwrap();

    let shown = servers(&owner, "ACME", "").await.unwrap();
    let named: Vec<_> = shown.iter().map(|it| (it.name.as_str(), it.why(world.server.now_ms()))).collect();
    assert_eq!(named, [("a", Why::Released), ("b", Why::Running)]);
    assert_eq!(servers(&owner, "ACME", &shown[0].activation_id).await.unwrap(), shown[1..]);
    let told = preview(&owner, "ACME").await.unwrap();
    let fates: Vec<_> = told.servers.iter().map(|(it, fate)| (it.name.as_str(), *fate)).collect();
    assert_eq!(fates, [("b", Fate::Stays), ("a", Fate::Ends)]);
    world.server.advance(6 * DAY_MS);
    let later = servers(&world.owner().await, "ACME", "").await.unwrap();
    assert_eq!(later.iter().map(|it| it.name.as_str()).collect::<Vec<_>>(), ["b"]);
    world.server.finish().await;
}

#[tokio::test]
async fn a_second_reset_waits_for_a_lease_unless_the_vendor_says_otherwise() {
    let world = World::start().await;
    let package = world.package("ACME", 1).await;
    let owner = world.owner().await;
    reset(&owner, "ACME", false).await.unwrap();

    world.server.advance(7 * DAY_MS - 1);
    assert_refused(reset(&world.owner().await, "ACME", false).await, &super::super::RESET_TOO_SOON);
    assert_eq!(code(reset(&world.owner().await, "ACME", true).await), "roles.not_allowed");
    assert_eq!(
        preview(&world.owner().await, "ACME").await.unwrap().possible_at_ms,
        Some(world.server.now_ms() + 1)
    );
    reset(&world.server.cx_as(BaseRole::Admin).await, "ACME", true).await.unwrap();
    assert_eq!(world.server.events_named("activations.override").await.len(), 1);
    world.server.advance(7 * DAY_MS);
    reset(&world.owner().await, "ACME", false).await.unwrap();

    assert_eq!(world.used(&package).await, 0);
    world.server.finish().await;
}

#[tokio::test]
async fn a_reset_leaves_what_has_no_network_as_it_is() {
    let world = World::start().await;
    let package = world.package("ACME", 3).await;
    let owner = world.owner().await;
    running(&world, &["a"], &package).await;
    super::super::submit_request(&owner, Some("ACME"), &Machine::new("b").request(&world)).await.unwrap();
    super::super::offline_key(&owner, Some("ACME"), "Lab").await.unwrap();

    let done = reset(&owner, "ACME", false).await.unwrap();

    assert_eq!((done.used_before, done.used_after), (3, 2));
    assert_eq!(done.servers.iter().filter(|(_, fate)| *fate == Fate::Keeps).count(), 2);
    assert_eq!(world.used(&package).await, 2);
    world.server.finish().await;
}

#[tokio::test]
async fn the_preview_says_who_would_contend() {
    let world = World::start().await;
    let package = world.package("ACME", 1).await;
    running(&world, &["a"], &package).await;
    reset(&world.owner().await, "ACME", false).await.unwrap();
    world.server.advance(6 * DAY_MS);
    running(&world, &["b"], &package).await;

    let told = preview(&world.owner().await, "ACME").await.unwrap();
    world.server.advance(DAY_MS);
    let later = preview(&world.owner().await, "ACME").await.unwrap();

    assert!(told.servers.iter().all(|(_, fate)| *fate == Fate::Contends));
    assert_eq!(later.servers.iter().map(|(_, fate)| *fate).collect::<Vec<_>>(), [Fate::Lapsed, Fate::Stays]);
    world.server.finish().await;
}

#[tokio::test]
async fn only_owners_and_the_staff_reset() {
    let world = World::start().await;
    world.package("ACME", 1).await;
    let user =
        world.account("u@acme.example", Some(crate::licensing::organisations::MemberRole::LicenseUser)).await;
    let stranger = world.account("s@other.example", None).await;

    assert_eq!(code(reset(&world.cx_of(&user).await, "ACME", false).await), "organisations.owners_only");
    assert_eq!(code(preview(&world.cx_of(&stranger).await, "ACME").await), "packages.unknown");
    reset(&world.server.cx_as(BaseRole::Admin).await, "ACME", false).await.unwrap();
    world.server.finish().await;
}

#[tokio::test]
async fn the_preview_of_very_many_servers_is_cut_and_still_right_about_each() {
    let world = World::start().await;
    let package = world.package("ACME", 1_201).await;
    running(&world, &["a"], &package).await;
    // As many machines as nobody activates in a test.
    world
        .server
        .sql(
            "insert into servers (id, package_id, name, device_key, parts, needed, salt, version, first_seen_at_ms, \
             last_seen_at_ms, last_ip) with recursive numbers (n) as (select 1 union all select n + 1 from numbers \
             where n < 1200) select 's' || n, s.package_id, 'm' || n, 'k' || n, s.parts, s.needed, s.salt, s.version, \
             s.first_seen_at_ms, s.last_seen_at_ms, s.last_ip from servers s, numbers",
        )
        .await;
    world
        .server
        .sql(
            "insert into activations (id, package_id, server_id, user_name, mode, state, slot_no, slot_cap, epoch, \
             charged_at_ms, lease_until_ms, counter, last_request, file_id) with recursive numbers (n) as (select 1 \
             union all select n + 1 from numbers where n < 1200) select 'a' || n, a.package_id, 's' || n, 'x', a.mode, \
             a.state, n + 1, 1201, 0, a.charged_at_ms, a.lease_until_ms, 0, 'r', 'f' || n from activations a, numbers",
        )
        .await;
    let owner = world.owner().await;

    let all = preview(&owner, "ACME").await.unwrap();
    assert_eq!((all.servers.len(), all.more, all.used_before), (1_000, 201, 1_201));
    assert!(all.servers.iter().all(|(_, fate)| *fate == Fate::Stays));
    // Once fewer may run than do, that holds for those that are shown, too.
    world
        .server
        .sql("update packages set terms = replace(terms, '\"servers\":1201', '\"servers\":1200')")
        .await;
    let fewer = preview(&owner, "ACME").await.unwrap();
    assert!(fewer.servers.iter().all(|(_, fate)| *fate == Fate::Contends), "{:?}", fewer.servers[0].1);
    reset(&owner, "ACME", false).await.unwrap();
    let told = world.server.events_named("activations.reset").await.pop().unwrap();
    assert!(told.after_json.unwrap().contains("\"carriedCount\":1201"));
    world.server.finish().await;
}

#[tokio::test]
async fn from_the_host_a_reset_says_what_it_does_before_it_is_confirmed_and_one_server_is_released() {
    let world = World::start().await;
    let package = world.package("ACME", 2).await;
    world.activate(&Machine::new("a"), &package).await.unwrap();
    let second = world.activate(&Machine::new("b"), &package).await.unwrap().server;
    let host = world.server.host();
    let does = async |order| {
        command::servers(&host, &mut Out::new(crate::text::Text::default()), order).await.map(|_| ())
    };
    let reset = |is_confirmed| Order::Reset { key: "ACME".into(), is_confirmed, overrides: false };

    does(Order::List { key: "ACME".into(), as_json: false }).await.unwrap();
    does(Order::Release { key: "ACME".into(), server: second.id }).await.unwrap();
    let released = world.used(&package).await;
    let looked = code(does(reset(false)).await);
    let untouched = world.used(&package).await;
    does(reset(true)).await.unwrap();

    assert_eq!((released, looked, untouched), (1, "activations.cli_unconfirmed", 1));
    assert_eq!(world.used(&package).await, 0);
    world.server.finish().await;
}
